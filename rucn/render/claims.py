"""What claims and the references beside them say, in words with their marks; and how many agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rucn.model.amounts import Amount, amount, as_words, value_words
from rucn.model.measures import MEASURES
from rucn.model.periods import same
from rucn.model.phrases import brief_claim_phrase, claim_phrase
from rucn.model.vocabulary import DECIDED, EVENTS
from rucn.render.said import Mark, Said, join, mark, say
from rucn.render.wording import InCurrency, amount_beside, date_words, doubtful

if TYPE_CHECKING:
    from rucn.model.records import Comparison, ConvertedComparison

INDEPENDENT, SAME_SPEAKER = "independent", "same speaker"
# How a verdict is said of one claim, and of several.
COUNTED = {
    "agrees": ("agrees", "agree"),
    "close": ("close", "close"),
    "differs": ("differs", "differ"),
    "not comparable": ("not comparable", "not comparable"),
    "no reference": ("no reference", "no reference"),
}
OTHER = "other_"


def claimed(one: Comparison) -> Amount | None:
    """What is claimed, as an amount; None for what states no number."""
    return amount(one["claim_value"], one["claim_unit"], one["claim_qualifier"])


def reported(one: Comparison) -> Amount | None:
    """What is reported, as an amount; None for an event, or for nothing."""
    return amount(one["reference_value"], one["reference_unit"], one["reference_qualifier"])


def claim_converted(one: ConvertedComparison) -> InCurrency:
    """What is claimed, in the currency asked for."""
    currency = one["converted_currency"]
    return InCurrency(
        amount(one["converted_claim_value"], currency, one["claim_qualifier"]),
        currency,
        one["claim_rate"],
        one["claim_rate_unit"],
        one["claim_rate_source"],
        one["claim_rate_period"],
        one["claim_rate_period_inferred"],
        one["claim_conversion_note"],
    )


def reference_converted(one: ConvertedComparison) -> InCurrency:
    """What is reported, in the currency asked for."""
    currency = one["converted_currency"]
    return InCurrency(
        amount(one["converted_reference_value"], currency, one["reference_qualifier"]),
        currency,
        one["reference_rate"],
        one["reference_rate_unit"],
        one["reference_rate_source"],
        one["reference_rate_period"],
        one["reference_rate_period_inferred"],
        one["reference_conversion_note"],
    )


def is_doubted(one: Comparison) -> bool:
    """Whether a claim is doubted, by its editor or beside what others report."""
    return bool(one["question"] or one["claim_doubt"])


def claim_words(one: Comparison) -> str:
    """What the claim says as a number; empty where it states no number."""
    return value_words(claimed(one), one["measure"])


def what(one: Comparison, brief: bool = False) -> str:
    """What a claim is of: a measure, with whom or of what; or a date or the state of a project."""
    if one["measure"] in MEASURES:
        return (brief_claim_phrase if brief else claim_phrase)(one)
    return "state" if one["measure"] == "status" else one["measure"]


def what_and_when(one: Comparison, brief: bool = False) -> Said:
    """What a claim is of, and of when; a date is itself what is claimed."""
    period = date_words(one["claim_period"], "period" in one["inferred"])
    of = mark(what(one, brief), Mark.INFERRED, "partner" in one["inferred"])
    return join(", ", [of, period if one["measure"] in MEASURES else None])


def stated(one: ConvertedComparison, converted: bool, brief: bool = False) -> Said:
    """What a claim says: a number, in a currency asked for too, or a date; what is put in words as it is."""
    words = say(claim_words(one))
    if words.pieces:
        words = mark(words, Mark.INFERRED, "unit" in one["inferred"])
        if converted:
            return amount_beside(words, one["claim_unit"], claim_converted(one), is_doubted(one))
        return doubtful(words, is_doubted(one))
    if one["measure"] not in MEASURES and one["claim_period"]:
        date = date_words(one["claim_period"], "period" in one["inferred"], one["claim_words"])
        return date if brief else join(", ", [date, f"“{one['claim_words']}”"])
    return say(Mark.IN_WORDS if brief else f"“{one['claim_words']}”")


def told(one: ConvertedComparison, converted: bool) -> Said:
    """A reference: id, what it says and when, and whose it is; nothing for none."""
    if one["reference"] is None:
        return Said()
    when = f", {one['reference_period'] or 'no period'} ({one['publisher']})"
    return say(f"{one['reference']} ", _reference_value(one, converted), when)


def briefly_told(one: ConvertedComparison, converted: bool) -> Said:
    """A reference in short: id, what it says, and when, where that is not known from the claim."""
    if one["reference"] is None:
        return Said()
    is_decided, is_figure = one["verdict"] in DECIDED, one["measure"] in MEASURES
    key = mark(one["reference"], Mark.INFERRED, one["project_inferred"])
    value = None if is_decided and not is_figure else _reference_value(one, converted)
    is_known = same(one["claim_period"], one["reference_period"]) or is_decided
    when = None if is_figure and is_known else _brief_period(one["reference_period"], is_day=is_decided)
    others = f" (also {', '.join(one['other_verdicts'])})" if is_decided and one["other_verdicts"] else None
    return say(key, " ", join(", ", [value, when]), others)


def _brief_period(period: str | None, is_day: bool) -> str:
    """A period in short: months of one year as `2017-01/08`; of a date no more than the month, unless a day counts."""
    if period is None:
        return "no period"
    first, slash, last = period.partition("/")
    if slash:
        return f"{first}/{last.removeprefix(first[: len('2017-')])}"
    return period if is_day else period[: len("2017-01")]


def _reference_value(one: ConvertedComparison, converted: bool) -> Said:
    words = value_words(reported(one), one["reference_measure"] or "")
    if not words:
        return say(EVENTS[one["reference_measure"] or ""])
    return amount_beside(words, one["reference_unit"], reference_converted(one)) if converted else say(words)


def whose(one: Comparison) -> str:
    """Whether a reference is another's word or the speaker's own; empty for none."""
    if one["reference"] is None:
        return ""
    return SAME_SPEAKER if one["same_speaker"] else INDEPENDENT


def verdict(one: Comparison) -> str:
    """A verdict with its reason."""
    return ": ".join(filter(None, (one["verdict"], one["reason"])))


def heading(one: Comparison) -> str:
    """A verdict with what it rests on: whose word it is, or what hinders a comparison first of all."""
    about = whose(one) if one["verdict"] in DECIDED else "".join(map(as_words, one["hindrances"][:1]))
    return ": ".join(filter(None, (one["verdict"], about)))


def summary(answers: Sequence[Comparison], shown: Iterable[Comparison]) -> list[str]:
    """How many claims have which verdict and why, given the best answer to each; and how many are left out."""
    counts = Counter(one["verdict"] for one in answers)
    decided = ", ".join(_counted(counts[one], one) for one in DECIDED)
    own = sum(one["same_speaker"] for one in answers if one["verdict"] in DECIDED)
    parts = [f"{decided} ({own} {SAME_SPEAKER})" if own else decided]
    if counts["not comparable"]:
        parts.append(f"{_counted(counts['not comparable'], 'not comparable')} ({_hindrances(answers)})")
    if counts["no reference"]:
        wordy = sum("no_number" in one["hindrances"] for one in answers if one["verdict"] == "no reference")
        number = " (no number)" if wordy == counts["no reference"] else f", {wordy} no number" if wordy else ""
        parts.append(_counted(counts["no reference"], "no reference") + number)
    said = [f"{len(answers)} claim{'s' if len(answers) > 1 else ''}: {'; '.join(parts)}"]
    left_out = len(answers) - len({(one["claim"], one["measure"]) for one in shown})
    return [*said, *([f"{left_out} left out by --verdict"] if left_out else [])]


def _counted(count: int, found: str) -> str:
    return f"{count} {COUNTED[found][count != 1]}"


def _hindrances(answers: Sequence[Comparison]) -> str:
    """How many claims are hindered by what first of all, the most frequent first."""
    first = Counter(one["hindrances"][0] for one in answers if one["verdict"] == "not comparable")
    others = [f"{code.removeprefix(OTHER)} {count}" for code, count in first.most_common() if code.startswith(OTHER)]
    rest = [f"{as_words(code)} {count}" for code, count in first.most_common() if not code.startswith(OTHER)]
    return ", ".join([*([f"other {', '.join(others)}"] if others else []), *rest])
