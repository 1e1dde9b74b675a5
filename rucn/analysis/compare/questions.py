"""What a careful editor would ask about a claim that does not fit: four rules, each with the references it rests on.

1. Slip of scale: the ratio of a claim and its reference is near a power of ten.
2. A claim is below what a reference gives for many years earlier.
3. A part is larger than its whole; or one year's investment is more than half of the stock of the whole country.
4. A region's part in the trade of the two countries is many times less, or more, than its part in all of its country's.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from rucn.analysis.compare.tolerances import MANY_YEARS, NEAR_POWER_OF_TEN, OUT_OF_LINE, PART_OF_A_STOCK
from rucn.model.amounts import Amount, Exact, amount, computed_percent, exact, money, value_words
from rucn.model.districts import DISTRICTS
from rucn.model.periods import months, same
from rucn.model.vocabulary import SEVERAL_YEARS, SLIP
from rucn.store.references import is_national

if TYPE_CHECKING:
    from rucn.model.records import Reference
    from rucn.model.rows import FigureRow

# Turns an amount of a period into US dollars; None where there is no rate.
InDollars = Callable[[Amount, str | None], Exact | None]


class Doubt(NamedTuple):
    """What speaks against a claim, the question it leads to, and the references it rests on."""

    words: str
    question: str
    rests_on: list[str]


def doubts(
    figure: FigureRow,
    ratios: Iterable[tuple[Exact, Reference]],
    references: dict[str, list[Reference]],
    dollars: InDollars,
) -> list[Doubt]:
    """What speaks against a figure, given its ratios to comparable references, and all references by measure."""
    found = [one for ratio, reference in ratios for one in _scale(ratio, reference)]
    claim = amount(figure["value"], figure["unit"])
    if claim is None or figure["scope"] not in ("bilateral", "all_partners"):
        return found
    worth = dollars(claim, figure["period"])
    if worth is not None and figure["measure"] == "trade_volume":
        volumes = references.get("trade_volume", [])
        found += _below_earlier(figure, worth, volumes, dollars)
        found += _larger_than_whole(figure, worth, volumes, dollars)
        found += _out_of_line(figure, worth, volumes, references.get("national_share", []), dollars)
    elif worth is not None and figure["measure"] == "investment":
        found += _most_of_a_stock(figure, worth, references.get("investment", []), dollars)
    return found


def near_power_of_ten(ratio: Exact | float) -> bool:
    """Whether a ratio is near 10, 100, 0.1 …; one is none of these."""
    if ratio <= 0:
        return False
    power = round(math.log10(ratio))
    return power != 0 and abs(float(ratio) / 10**power - 1) <= NEAR_POWER_OF_TEN


def _scale(ratio: Exact, reference: Reference) -> list[Doubt]:
    if not near_power_of_ten(ratio):
        return []
    return [Doubt(f"it is {float(ratio):.3g} times the reference ({reference['id']})", SLIP, [reference["id"]])]


def _below_earlier(figure: FigureRow, worth: Exact, references: list[Reference], dollars: InDollars) -> list[Doubt]:
    ours = months(figure["period"] or "")
    about = (figure["region"], figure["partner"], figure["measure"], None)
    for one in references:
        theirs = months(one["period"] or "")
        if (one["region"], one["partner"], one["measure"], one["subject"]) != about or ours is None or theirs is None:
            continue
        # Of a shorter time there may be less.
        if ours[0] - theirs[0] < 12 * MANY_YEARS or ours[1] - ours[0] < theirs[1] - theirs[0]:
            continue
        earlier = dollars(_amount(one), one["period"])
        if earlier is not None and worth < earlier:
            reported = money(_amount(one))
            return [Doubt(f"below {reported} reported for {one['period']} ({one['id']})", SLIP, [one["id"]])]
    return []


def _larger_than_whole(figure: FigureRow, worth: Exact, references: list[Reference], dollars: InDollars) -> list[Doubt]:
    wholes = {district.code for district in DISTRICTS if figure["region"] in district.members}
    for one in references:
        if one["subject"] or not same(one["period"], figure["period"]):
            continue
        own_whole = one["region"] == figure["region"] and one["partner"] is None and figure["partner"] is not None
        district = one["region"] in wholes and one["partner"] == figure["partner"]
        above = district or _is_national(figure, one)
        total = dollars(_amount(one), one["period"]) if own_whole or above else None
        if total is not None and worth > total:
            reported = money(_amount(one))
            words = f"larger than the whole it is a part of, {reported} ({one['id']})"
            return [Doubt(words, SLIP, [one["id"]])]
    return []


def _out_of_line(
    figure: FigureRow, worth: Exact, volumes: list[Reference], shares: list[Reference], dollars: InDollars
) -> list[Doubt]:
    if figure["scope"] != "bilateral":
        return []
    totals = [one for one in volumes if _is_national(figure, one) and same(one["period"], figure["period"])]
    usual = [one for one in shares if one["region"] == figure["region"] and one["partner"] is None and one["value"] > 0]
    for total, share in [(total, share) for total in totals for share in usual]:
        whole, share_of = dollars(_amount(total), total["period"]), Decimal(exact(share["value"]))
        part = 100 * Decimal(worth) / whole if whole else Decimal(0)
        if part and not share_of / OUT_OF_LINE <= part <= share_of * OUT_OF_LINE:
            of_all = value_words(_amount(share), share["measure"])
            words = f"{computed_percent(Amount(part, 'percent'))} of the trade of the two countries ({total['id']})"
            words += f", by a region that has {of_all} of its country’s whole trade ({share['id']}, {share['period']})"
            return [Doubt(words, SLIP, [total["id"], share["id"]])]
    return []


def _amount(reference: Reference) -> Amount:
    return Amount(exact(reference["value"]), reference["unit"], reference["qualifier"])


def _is_national(figure: FigureRow, reference: Reference) -> bool:
    """Whether a reference is on what a figure's whole country has with the figure's partner."""
    return is_national(reference, (figure["region"] or "")[:2], figure["partner"])


def _most_of_a_stock(figure: FigureRow, worth: Exact, references: list[Reference], dollars: InDollars) -> list[Doubt]:
    for one in references:
        if not _is_national(figure, one) or not one["stock"]:
            continue
        stock = dollars(_amount(one), one["period"])
        if stock and worth > PART_OF_A_STOCK * stock:
            part = computed_percent(Amount(100 * Decimal(worth) / stock, "percent"))
            whole = f"{one['region_name']} as a whole, {money(_amount(one))}"
            words = f"{part} of the stock reported for {whole} in {one['period']} ({one['id']})"
            return [Doubt(words, SEVERAL_YEARS, [one["id"]])]
    return []
