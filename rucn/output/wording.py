"""Values as people write them: `nearly USD 4 bn`, `+17 %`, `top 3`, `2017*`."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rucn.records import Figure, Official, Project, Resolution, TradeRow

COUNTRIES = {"RU": "Russia", "CN": "China"}
SCOPES = {"all_partners": "all partners", "unclear": "not stated", "commodity": "not stated", "project": "not stated"}
MEASURES = {
    "trade_volume": "trade volume",
    "trade_growth": "trade growth",
    "trade_share": "share of trade",
    "partner_rank": "rank among partners",
    "investment": "investment",
    "project_investment": "investment in projects",
    "project_count": "number of projects",
    "fund_capital": "capital of a fund",
    "supply_growth": "growth of supplies",
    "supply_multiple": "multiple of supplies",
    "tie_count": "number of ties",
    "bridge_count": "number of bridges",
}
INFERRED = "*"
INFERRED_LEGEND = "* inferred from the context, not printed in the source"
IN_WORDS = "in words"
_SCALES = ((1e12, " tn"), (1e9, " bn"), (1e6, " m"))


def candidates(resolution: "Resolution") -> str:
    """What a name fits, or is near to."""
    return "; ".join(f"{one['name']} ({one['code']})" for one in resolution["candidates"])


def money(value: float | None, currency: str | None, qualifier: str | None) -> str:
    """An amount with its currency, scaled but never rounded; empty for none."""
    if value is None:
        return ""
    scale, suffix = next(((scale, suffix) for scale, suffix in _SCALES if abs(value) >= scale), (1, ""))
    return hedged(f"{currency} {number(value / scale)}{suffix}", qualifier)


def number(value: float) -> str:
    """A number with all its digits, thousands set apart, and no trailing zeros."""
    # A float has fifteen digits that can be trusted.
    decimals = max(1, 15 - len(str(int(abs(value)))))
    whole, _, fraction = f"{value:,.{decimals}f}".rstrip("0").partition(".")
    return f"{whole}.{fraction}" if fraction else whole


def growth(value: float | None, qualifier: str | None) -> str:
    """A growth rate with its sign; empty for none."""
    if value is None:
        return ""
    sign = "+" if value > 0 else "−" if value < 0 else "±"
    return hedged(f"{sign}{number(abs(value))} %", qualifier)


def share(value: float | None, qualifier: str | None = None) -> str:
    """A share in percent, without a sign; empty for none."""
    return "" if value is None else hedged(f"{number(value)} %", qualifier)


def rank(value: float | None, qualifier: str | None) -> str:
    """A place among partners: `1st`, `top 3`; empty for none."""
    if value is None:
        return ""
    if qualifier == "at_most":
        return f"top {number(value)}"
    ending = {1: "st", 2: "nd", 3: "rd"}.get(int(value) % 10 if int(value) % 100 not in (11, 12, 13) else 0, "th")
    return hedged(f"{number(value)}{ending}", qualifier)


def hedged(words: str, qualifier: str | None) -> str:
    """Words with their qualifier before them."""
    return f"{spaced(qualifier)} {words}" if qualifier else words


def figure_value(figure: "Figure") -> str:
    """The value of a figure in its unit, with its qualifier."""
    value, unit, qualifier = figure["value"], figure["unit"], figure["qualifier"]
    if value is None:
        return IN_WORDS
    if unit == "percent":
        return (growth if figure["measure"].endswith("growth") else share)(value, qualifier)
    if unit == "times":
        return hedged(f"×{number(value)}", qualifier)
    if unit == "rank":
        return rank(value, qualifier)
    return hedged(number(value), qualifier) if unit == "count" else money(value, unit, qualifier)


def measured(figure: "Figure") -> str:
    """What a figure measures, and of what where that is a commodity."""
    return ", ".join(filter(None, (MEASURES[figure["measure"]], figure["commodity"])))


def invested(project: "Project") -> str:
    """The investment in a project; empty for none."""
    return money(project["investment"], project["currency"], project["investment_qualifier"])


def office(official: "Official") -> str:
    """The role of an official, and that it is acted in."""
    return spaced(official["role"]) + (", acting" if official["acting"] else "")


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
    return rank(row["partner_rank"], row["rank_qualifier"]) or (IN_WORDS if numbers == (None,) * 4 else "")


def spaced(code: str | None) -> str:
    """A code of a vocabulary as words: `under_way` is `under way`."""
    return (code or "").replace("_", " ")
