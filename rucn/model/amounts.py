"""Amounts and numbers as people write them: `nearly USD 4 bn`."""

_SCALES = ((1e12, " tn"), (1e9, " bn"), (1e6, " m"))
# What is worked out is shown with as many digits as the figures that it rests on can bear.
COMPUTED_DIGITS = 3
COMPUTED = "≈"


def money(value: float | None, currency: str | None, qualifier: str | None = None) -> str:
    """An amount with its currency, scaled but never rounded; empty for none."""
    if value is None:
        return ""
    scale, suffix = next(((scale, suffix) for scale, suffix in _SCALES if abs(value) >= scale), (1, ""))
    return hedged(f"{currency} {number(value / scale)}{suffix}", qualifier)


def computed_money(value: float | None, currency: str | None, qualifier: str | None = None) -> str:
    """An amount that is worked out, rounded and marked: `≈ USD 824 m`; empty for none."""
    return "" if value is None else f"{COMPUTED} {money(rounded(value), currency, qualifier)}"


def computed_percent(value: float | None, qualifier: str | None = None) -> str:
    """A percentage that is worked out, rounded and marked: `≈ 1.15 %`; empty for none."""
    return "" if value is None else f"{COMPUTED} {hedged(f'{number(rounded(value))} %', qualifier)}"


def rounded(value: float, digits: int = COMPUTED_DIGITS) -> float:
    """A value with so many significant digits."""
    return float(f"{value:.{digits}g}")


def number(value: float) -> str:
    """A number with all its digits, thousands set apart, and no trailing zeros."""
    # A float has fifteen digits that can be trusted.
    decimals = max(1, 15 - len(str(int(abs(value)))))
    whole, _, fraction = f"{value:,.{decimals}f}".rstrip("0").partition(".")
    return f"{whole}.{fraction}" if fraction else whole


def growth(value: float | None, qualifier: str | None = None) -> str:
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


def measured(value: float | None, unit: str, qualifier: str | None, measure: str) -> str:
    """A value in its unit, with its qualifier: an amount, a growth rate, a share, a rank, a count; empty for none."""
    if value is None:
        return ""
    if unit == "percent":
        return (growth if measure.endswith("growth") else share)(value, qualifier)
    if unit == "times":
        return hedged(f"×{number(value)}", qualifier)
    if unit == "rank":
        return rank(value, qualifier)
    return hedged(number(value), qualifier) if unit == "count" else money(value, unit, qualifier)


def hedged(words: str, qualifier: str | None) -> str:
    """Words with their qualifier before them."""
    return f"{spaced(qualifier)} {words}" if qualifier else words


def spaced(code: str | None) -> str:
    """A code of a vocabulary as words: `under_way` is `under way`."""
    return (code or "").replace("_", " ")
