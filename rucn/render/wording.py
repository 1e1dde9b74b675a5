"""Values as people write them: `nearly USD 4 bn`, `+17 %`, `top 3`, `2017*`."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from rucn.model import amounts, phrases
from rucn.model.words import COUNTRIES, EVENTS, MEASURES

if TYPE_CHECKING:
    from rucn.model.records import (
        Comparison,
        Figure,
        ImpliedTradeRow,
        Official,
        Project,
        Reference,
        Resolution,
        TradeRow,
    )

SCOPES = {"all_partners": "all partners", "unclear": "not stated", "commodity": "not stated", "project": "not stated"}
INFERRED = "*"
DOUBTED = "(?)"
INFERRED_LEGEND = "* inferred from the context, not printed in the source"
IN_WORDS = "in words"
RATE_ASSUMED = "†"
# So many rates are told under a table.
MOST_RATES = 4
RATIO_DECIMALS = 2
# A ratio below this has as many digits as it takes.
SMALL_RATIO = 0.1


def candidates(resolution: "Resolution") -> str:
    """What a name fits, or is near to."""
    return "; ".join(f"{one['name']} ({one['code']})" for one in resolution["candidates"])


def figure_value(figure: "Figure | Reference") -> str:
    """The value of a figure or reference in its unit, with its qualifier."""
    return amounts.measured(figure["value"], figure["unit"], figure["qualifier"], figure["measure"]) or IN_WORDS


def figure_measure(figure: "Figure") -> str:
    """What a figure measures, and of what where that is a commodity."""
    return ", ".join(filter(None, (MEASURES[figure["measure"]], figure["commodity"])))


def invested(project: "Project") -> str:
    """The investment in a project; empty for none."""
    return amounts.money(project["investment"], project["currency"], project["investment_qualifier"])


def office(official: "Official") -> str:
    """The role of an official, and that it is acted in."""
    return amounts.spaced(official["role"]) + (", acting" if official["acting"] else "")


def dated(written: str | None, inferred: bool) -> str:
    """A date or period, marked where it is inferred; empty for none."""
    return f"{written}{INFERRED if inferred else ''}" if written else ""


def period(record: "Figure | TradeRow") -> str:
    """The period of a record, or the words where they give none that can be written so; empty for neither."""
    stated = record["period_as_stated"]
    return dated(record["period"], record["period_inferred"]) or (f"“{stated}”" if stated else "")


def partner(record: "Figure | TradeRow") -> str:
    """With whom: a country, all partners, or that it is not stated."""
    if record["partner"]:
        return COUNTRIES[record["partner"]]
    return SCOPES.get(record["scope"], "")


def trade_rank(row: "TradeRow") -> str:
    """The rank of a trade row; a row without any number rests on a rank put in words."""
    numbers = (row["volume"], row["growth_percent"], row["share_percent"], row["partner_rank"])
    return amounts.rank(row["partner_rank"], row["rank_qualifier"]) or (IN_WORDS if numbers == (None,) * 4 else "")


def in_currency(said: str, record: Any, value: float | None, unit: str | None, qualifier: str | None) -> str:
    """An amount as it is `said`, and its `value` in the currency asked for beside it: `CNY 27.9 bn ≈ USD 4.13 bn`.

    Only that it is said where no currency is asked for, or it is stated in that one; and that there is no rate.
    """
    if value is None:
        return f"{said} (no rate)" if record.get("conversion_note") else said
    if unit == record["converted_currency"]:
        return said
    assumed = RATE_ASSUMED if record["rate_period_inferred"] else ""
    return f"{said} {amounts.computed_money(value, record['converted_currency'], qualifier)}{assumed}"


def implied_volume(row: "ImpliedTradeRow") -> str:
    """The volume of another period that follows from a row, in the currency asked for too."""
    if row["implied_volume"] is None:
        return ""
    qualifier = row["implied_qualifier"]
    said = amounts.computed_money(row["implied_volume"], row["implied_currency"], qualifier)
    value, currency = row["implied_converted_volume"], row["implied_converted_currency"]
    other = None if currency == row["implied_currency"] else amounts.computed_money(value, currency, qualifier)
    period = dated(row["implied_period"], row["period_inferred"])
    return f"{period}: {', '.join(filter(None, (said, other)))}"


def overall_volume(row: "ImpliedTradeRow") -> str:
    """The trade of a region with all partners that follows from a row, in the currency asked for too."""
    qualifier, currency = row["overall_qualifier"], row["converted_currency"]
    said = amounts.computed_money(row["overall_volume"], row["overall_currency"], qualifier)
    if currency == row["overall_currency"]:
        return said
    return ", ".join(filter(None, (said, amounts.computed_money(row["overall_converted_volume"], currency, qualifier))))


def national_share(row: "ImpliedTradeRow") -> str:
    """The part of a row's volume in the trade of the two countries."""
    return amounts.computed_percent(row["national_share_percent"], row["national_share_qualifier"])


def reference_place(reference: "Reference") -> str:
    """What a reference is on: a region, and what in it."""
    return ": ".join(filter(None, (reference["region_name"], reference["subject"]))) or "—"


def reported_period(reference: Any) -> str:
    """The period of a reference, or of a figure in a series with them, marked where the year is inferred."""
    return dated(reference["period"], bool(reference.get("period_inferred")))


def reporter(reference: Any) -> str:
    """Who reports, and the official who says it where that is one of those quoted."""
    elsewhere = reference["said_by"] and reference.get("basis") != "stated"
    return f"{reference['publisher']} (said by {reference['said_by']})" if elsewhere else reference["publisher"]


def claim(comparison: "Comparison") -> str:
    """A claim in short: id, what it says of what and when, and who says it."""
    said = _compared(comparison, "claim")
    measure = comparison["measure"]
    is_figure = comparison["claim_value"] is not None or comparison["claim_unit"] is not None
    what = phrases.measure_of(comparison) if is_figure else "state" if measure == "status" else measure
    period = dated(comparison["claim_period"], comparison["claim_period_inferred"])
    about = f"{comparison['subject']}, " if comparison["subject"] else ""
    when = f", {period}" if period and is_figure else ""
    told = said or (f"{period}, “{comparison['claim_words']}”" if period else f"“{comparison['claim_words']}”")
    return f"{comparison['claim']} {about}{what}{when}: {told} ({comparison['official_name']})"


def reported(comparison: "Comparison") -> str:
    """A reference in short: id, what it says and when, and whose it is; empty for none."""
    if comparison["reference"] is None:
        return ""
    value = _compared(comparison, "reference")
    what = value or EVENTS[comparison["reference_measure"] or ""]
    when = comparison["reference_period"] or "no period"
    return f"{comparison['reference']} {what}, {when} ({comparison['publisher']})"


def ratio(comparison: "Comparison") -> str:
    """The claim by the reference; empty where they are not comparable."""
    ratio = comparison["ratio"]
    if ratio is None:
        return ""
    return f"{ratio:.{RATIO_DECIMALS}f}" if ratio >= SMALL_RATIO else amounts.number(amounts.rounded(ratio))


def _compared(comparison: Any, side: str) -> str:
    measure = comparison["measure" if side == "claim" else "reference_measure"]
    value, unit, qualifier = (comparison[f"{side}_{part}"] for part in ("value", "unit", "qualifier"))
    said = amounts.measured(value, unit or "", qualifier, measure)
    rated = {field: comparison.get(f"{side}_{field}") for field in ("conversion_note", "rate_period_inferred")}
    asked = {**rated, "converted_currency": comparison.get("converted_currency")}
    return in_currency(said, asked, comparison.get(f"converted_{side}_value"), unit, qualifier) if said else said


def verdict(comparison: "Comparison") -> str:
    """A verdict with its reason."""
    said = ": ".join(filter(None, (comparison["verdict"], comparison["reason"])))
    return f"{said} {DOUBTED}" if comparison["question"] else said


def questions(comparisons: "Iterable[Comparison]") -> list[str]:
    """What is asked about claims, each question once."""
    asked = {one["claim"]: one["question"] for one in comparisons if one["question"]}
    return [f"{DOUBTED} {claim}: {question}" for claim, question in asked.items()]


def legends(layout: str, records: list[Any], printed: bool = False) -> list[str]:
    """What has to be said under records: at which rates amounts are converted, what is computed, what is asked.

    What is `printed` does not tell what to type.
    """
    kind, *added = layout.split(":")
    sides = ("claim_", "reference_") if kind == "comparison" else ("", "implied_")
    said = _rates(records, sides, printed) if "converted" in added else []
    assumed = [one[f"{side}rate_period"] for one in records for side in sides if one.get(f"{side}rate_period_inferred")]
    said += [
        f"{RATE_ASSUMED} without a period of its own: at the average of {year}, the year of its source"
        for year in dict.fromkeys(assumed)
    ]
    if kind == "comparison":
        return [*said, *questions(records)]
    ids = ("implied_id", "overall_id", "national_share_id") if "implied" in added else ()
    computed = [row[name] for row in records for name in ids if row[name]]
    if computed:
        shown = "" if printed else f"; rucn show {computed[0]} shows from what"
        said.append(f"{amounts.COMPUTED} computed, not stated{shown}")
    totals = dict.fromkeys(row["national_share_publisher"] for row in records if row.get("national_share_publisher"))
    if totals:
        said.append(f"National share: of the trade of Russia and China, as {' and '.join(totals)} reports that")
    return said


def at_rate(record: Any, side: str = "") -> str:
    """The rate at which an amount of a record is converted, and whose: `at 6.7587 CNY per USD, ECB average 2017`."""
    rate, unit, source = (record[f"{side}{field}"] for field in ("rate", "rate_unit", "rate_source"))
    return f"at {rate} {unit}, {source}" if rate else ""


def _rates(records: list[Any], prefixes: tuple[str, ...], printed: bool) -> list[str]:
    """Each rate once; many are left to the records."""
    found = dict.fromkeys(
        f"{amounts.COMPUTED} computed {at_rate(one, side)}"
        for one in records
        for side in prefixes
        if one.get(f"{side}rate")
    )
    if len(found) <= MOST_RATES:
        return list(found)
    where = "" if printed else "; --json has the rates"
    return [f"{amounts.COMPUTED} computed at the ECB’s average rate of each period{where}"]
