"""What a careful editor would ask about a claim that does not fit: four rules, each with the references it rests on.

1. Slip of scale: the ratio of a claim and its reference is near a power of ten.
2. A claim is below what a reference gives for many years earlier.
3. A part is larger than its whole; or one year's investment is more than half of the stock of the whole country.
4. A region's part in the trade of the two countries is many times less, or more, than its part in all of its country's.
"""

import math
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from rucn.analysis.compare.tolerances import MANY_YEARS, NEAR_POWER_OF_TEN, OUT_OF_LINE, PART_OF_A_STOCK
from rucn.model.amounts import computed_percent, measured, money
from rucn.model.periods import months, same
from rucn.model.terms import DISTRICT_MEMBERS
from rucn.store.references import is_national

if TYPE_CHECKING:
    from rucn.model.records import Reference
    from rucn.model.rows import FigureRow

SLIP = "possible slip of scale?"
# Turns an amount in a currency, of a period, into US dollars; None where there is no rate.
InDollars = Callable[[float, str, str | None], float | None]


class Doubt(NamedTuple):
    """What speaks against a claim, the question it leads to, and the references it rests on."""

    words: str
    question: str
    rests_on: list[str]


def doubts(
    figure: "FigureRow",
    ratios: "Iterable[tuple[float, Reference]]",
    references: "dict[str, list[Reference]]",
    dollars: InDollars,
) -> list[Doubt]:
    """What speaks against a figure, given its ratios to comparable references, and all references by measure."""
    found = [one for ratio, reference in ratios for one in _scale(ratio, reference)]
    if figure["value"] is None or figure["scope"] not in ("bilateral", "all_partners"):
        return found
    amount = dollars(figure["value"], figure["unit"], figure["period"])
    if amount is not None and figure["measure"] == "trade_volume":
        volumes = references.get("trade_volume", [])
        found += _below_earlier(figure, amount, volumes, dollars)
        found += _larger_than_whole(figure, amount, volumes, dollars)
        found += _out_of_line(figure, amount, volumes, references.get("national_share", []), dollars)
    elif amount is not None and figure["measure"] == "investment":
        found += _most_of_a_stock(figure, amount, references.get("investment", []), dollars)
    return found


def near_power_of_ten(ratio: float) -> bool:
    """Whether a ratio is near 10, 100, 0.1 …; one is none of these."""
    if ratio <= 0:
        return False
    power = round(math.log10(ratio))
    return power != 0 and abs(ratio / 10**power - 1) <= NEAR_POWER_OF_TEN


def _scale(ratio: float, reference: "Reference") -> list[Doubt]:
    if not near_power_of_ten(ratio):
        return []
    return [Doubt(f"it is {ratio:.3g} times the reference ({reference['id']})", SLIP, [reference["id"]])]


def _below_earlier(
    figure: "FigureRow", amount: float, references: "list[Reference]", dollars: InDollars
) -> list[Doubt]:
    ours = months(figure["period"] or "")
    about = (figure["region"], figure["partner"], figure["measure"], None)
    for one in references:
        theirs = months(one["period"] or "")
        if (one["region"], one["partner"], one["measure"], one["subject"]) != about or ours is None or theirs is None:
            continue
        # Of a shorter time there may be less.
        if ours[0] - theirs[0] < 12 * MANY_YEARS or ours[1] - ours[0] < theirs[1] - theirs[0]:
            continue
        earlier = dollars(one["value"], one["unit"], one["period"])
        if earlier is not None and amount < earlier:
            reported = money(one["value"], one["unit"], one["qualifier"])
            return [Doubt(f"below {reported} reported for {one['period']} ({one['id']})", SLIP, [one["id"]])]
    return []


def _larger_than_whole(
    figure: "FigureRow", amount: float, references: "list[Reference]", dollars: InDollars
) -> list[Doubt]:
    wholes = {code for code, members in DISTRICT_MEMBERS.items() if figure["region"] in members}
    for one in references:
        if one["subject"] or not same(one["period"], figure["period"]):
            continue
        own_whole = one["region"] == figure["region"] and one["partner"] is None and figure["partner"] is not None
        district = one["region"] in wholes and one["partner"] == figure["partner"]
        above = district or _is_national(figure, one)
        total = dollars(one["value"], one["unit"], one["period"]) if own_whole or above else None
        if total is not None and amount > total:
            reported = money(one["value"], one["unit"], one["qualifier"])
            words = f"larger than the whole it is a part of, {reported} ({one['id']})"
            return [Doubt(words, SLIP, [one["id"]])]
    return []


def _out_of_line(
    figure: "FigureRow", amount: float, volumes: "list[Reference]", shares: "list[Reference]", dollars: InDollars
) -> list[Doubt]:
    if figure["scope"] != "bilateral":
        return []
    totals = [one for one in volumes if _is_national(figure, one) and same(one["period"], figure["period"])]
    usual = [one for one in shares if one["region"] == figure["region"] and one["partner"] is None and one["value"] > 0]
    for total, share in [(total, share) for total in totals for share in usual]:
        whole = dollars(total["value"], total["unit"], total["period"])
        part = 100 * amount / whole if whole else 0
        if part and not 1 / OUT_OF_LINE <= part / share["value"] <= OUT_OF_LINE:
            of_all = measured(share["value"], share["unit"], share["qualifier"], share["measure"])
            words = f"{computed_percent(part)} of the trade of the two countries ({total['id']})"
            words += f", by a region that has {of_all} of its country’s whole trade ({share['id']}, {share['period']})"
            return [Doubt(words, SLIP, [total["id"], share["id"]])]
    return []


def _is_national(figure: "FigureRow", reference: "Reference") -> bool:
    """Whether a reference is on what a figure's whole country has with the figure's partner."""
    return is_national(reference, (figure["region"] or "")[:2], figure["partner"])


def _most_of_a_stock(
    figure: "FigureRow", amount: float, references: "list[Reference]", dollars: InDollars
) -> list[Doubt]:
    for one in references:
        if not _is_national(figure, one) or not one["stock"]:
            continue
        stock = dollars(one["value"], one["unit"], one["period"])
        if stock and amount > PART_OF_A_STOCK * stock:
            part = computed_percent(100 * amount / stock)
            whole = f"{one['region_name']} as a whole, {money(one['value'], one['unit'], one['qualifier'])}"
            words = f"{part} of the stock reported for {whole} in {one['period']} ({one['id']})"
            question = "a sum of several years, or of contracts?"
            return [Doubt(words, question, [one["id"]])]
    return []
