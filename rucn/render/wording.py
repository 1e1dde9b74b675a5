"""Values as people write them, with their marks: `nearly USD 4 bn`, `2017*`, `CNY 27.9 bn ≈ USD 4.13 bn`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rucn.model.amounts import COMPUTED, Amount, amount, as_words, computed_money, money
from rucn.model.periods import bound
from rucn.model.phrases import speaker_with_title
from rucn.model.vocabulary import COUNTRIES
from rucn.render.said import Mark, Said, join, mark, say

if TYPE_CHECKING:
    from rucn.model.records import Figure, Quote, Rated, Source
    from rucn.model.vocabulary import Qualifier, QuoteKind

SCOPES = {"all_partners": "all partners", "unclear": "not stated", "commodity": "not stated", "project": "not stated"}
INFERRED_LEGEND = f"{Mark.INFERRED} inferred from the context, not printed in the source"
DOUBTFUL = "there is reason to doubt it"
LEGENDS = {Mark.INFERRED: INFERRED_LEGEND, Mark.DOUBTED: f"{Mark.DOUBTED} {DOUBTFUL}"}
# Short words are explained together, in a line.
SHORT_WORDS = {
    Mark.SO_FAR: "before the year was over",
    Mark.FIRST_HALF: "first half-year",
    Mark.SECOND_HALF: "second half-year",
    Mark.IN_WORDS: "without a number or date, `rucn show` has the words",
    Mark.ALL: "all partners",
    Mark.NOT_STATED: "not stated",
    Mark.REPORTED: "in the source’s words, not the speaker’s",
}
HALVES = (Mark.FIRST_HALF, Mark.SECOND_HALF)
# So many rates are told under a table.
MOST_RATES = 4


def date_words(written: str | None, inferred: object, stated: str | None = None) -> Said:
    """A date or period, marked where it is inferred, and what its words say beside it; nothing for none."""
    if not written:
        return Said()
    more = bound(stated)
    said = mark(_half_named(written), Mark.INFERRED, inferred)
    return say(said, *((" ", Mark.SO_FAR) if f"({more})" == Mark.SO_FAR else (f" ({more})",) if more else ()))


def _half_named(written: str) -> Said:
    """A date or period whose half of a year is known as such."""
    year, _, half = written.rpartition("-")
    return say(f"{year}-", Mark(half)) if half in HALVES and year.isdigit() else say(written)


def period_or_words(period: str | None, inferred: bool, stated: str | None) -> Said:
    """A period, or the words where they give none that can be written so; nothing for neither."""
    return date_words(period, inferred, stated) if period else say(f"“{stated}”" if stated else "")


def mark_legends(said: Iterable[Said]) -> list[str]:
    """What the marks mean that stand in what is said."""
    marks = {sign for one in said for sign in one.marks}
    words = [f"{word}: {meaning}" for word, meaning in SHORT_WORDS.items() if word in marks]
    return [legend for sign, legend in LEGENDS.items() if sign in marks] + (["; ".join(words)] if words else [])


def doubtful(words: Said | str, doubt: object) -> Said:
    """A value, marked where there is reason to doubt it."""
    return say(words, *((" ", Mark.DOUBTED) if doubt and str(words) else ()))


def partner(code: str | None, scope: str) -> str:
    """With whom: a country, all partners, or that it is not stated."""
    return COUNTRIES[code] if code else SCOPES.get(scope, "")


def with_words(written: Said | str | None, words: str | None) -> Said:
    """A value and the words it was read from: `2017, “Last year”`."""
    return join(", ", [written, words and f"“{words}”"])


def context_words(fields: Iterable[str]) -> str:
    """Which fields of a record come from the context, in a line; empty for none."""
    named = ", ".join(map(as_words, fields))
    return f"{named}: from the context, not in the words" if named else ""


def exact_value(words: Said | str, value: object, unit: str | None) -> Said:
    """A value as people write it, and the exact number behind it."""
    return say(words, None if value is None else f" ({value} {unit})")


def place(name: str | None, code: str | None, basis: str = "", inferred: object = False) -> Said:
    """A region with its code, and on what that rests, marked where it is inferred; nothing for none."""
    return say(date_words(name, inferred), f" ({', '.join(filter(None, (code, basis)))})") if code else Said()


def offsets(start: int, end: int, quote: str) -> str:
    """Where in a quote words stand."""
    return f"characters {start} to {end} of {quote}"


def source_line(source: Source) -> Said:
    """A document in one line: title, publisher, date and address."""
    published = date_words(source["published"], source["published_inferred"])
    return join(", ", [f"“{source['title']}”", source["publisher"], published, source["address"]])


class InCurrency(NamedTuple):
    """An amount in the currency asked for, and how it was converted."""

    amount: Amount | None
    currency: str | None
    rate: float | None
    rate_unit: str | None
    rate_source: str | None
    rate_period: str | None = None
    rate_period_inferred: bool = False
    note: str | None = None

    @property
    def words(self) -> Said:
        """The amount, marked where it is worked out, and where its rate is assumed; nothing for none."""
        if self.amount is None:
            return Said()
        words = computed_money(self.amount) if self.rate else money(self.amount)
        return mark(words, Mark.RATE_ASSUMED, self.rate_period_inferred)

    @property
    def at_rate(self) -> str:
        """The rate, and whose it is: `at 6.7587 CNY per USD, ECB average 2017`; empty where it was not needed."""
        return f"at {self.rate} {self.rate_unit}, {self.rate_source}" if self.rate else ""


def in_currency(value: int | float | None, qualifier: Qualifier | None, rated: Rated) -> InCurrency:
    """The converted amount of a record, given its value and the record's fields on the rate."""
    return InCurrency(
        amount(value, rated["converted_currency"], qualifier),
        rated["converted_currency"],
        rated["rate"],
        rated["rate_unit"],
        rated["rate_source"],
        rated["rate_period"],
        rated["rate_period_inferred"],
        rated["conversion_note"],
    )


def amount_beside(words: Said | str, unit: str | None, converted: InCurrency, doubt: object = None) -> Said:
    """An amount as it is stated, and in the currency asked for beside it: `CNY 27.9 bn ≈ USD 4.13 bn`.

    Only that it is stated, where it is in that currency; and that there is no rate. Both bear the mark of a doubt.
    """
    stated = doubtful(words, doubt)
    if converted.amount is None:
        return say(stated, " (no rate)" if converted.note else "")
    if unit == converted.currency:
        return stated
    other = mark(computed_money(converted.amount), Mark.RATE_ASSUMED, converted.rate_period_inferred)
    return say(stated, " ", doubtful(other, doubt))


def rate_legends(conversions: Iterable[InCurrency], printed: bool) -> list[str]:
    """What has to be said of conversions: each rate once, where there are few; and which were assumed."""
    listed = list(conversions)
    rates = dict.fromkeys(f"{COMPUTED} computed {one.at_rate}" for one in listed if one.rate)
    said = list(rates)
    if len(rates) > MOST_RATES:
        where = "" if printed else "; --json has the rates"
        said = [f"{COMPUTED} computed at the ECB’s average rate of each period{where}"]
    return said + [
        f"{Mark.RATE_ASSUMED} without a period of its own: at the average of {year}, the year of its source"
        for year in dict.fromkeys(one.rate_period for one in listed if one.rate_period_inferred)
    ]


def attributed(words: Said | str, kind: QuoteKind | None) -> Said:
    """Who says something, or what is said, marked where the words are the source's own."""
    return say(words, *((" ", Mark.REPORTED) if kind == "reported" and str(words) else ()))


def speaker_words(quote: Quote) -> Said:
    """Who says a quote, with the title as stated, marked where the words are the source's own."""
    return attributed(speaker_with_title(quote), quote["kind"])


def ranges(ids: Iterable[str]) -> str:
    """Ids in order, those that follow one another as a range: `r160–r169, r235`."""
    runs: list[list[str]] = []
    for key in sorted(ids):
        begun = key.rstrip("0123456789")
        number = key.removeprefix(begun)
        follows = runs and number and runs[-1][-1] == f"{begun}{int(number) - 1:0{len(number)}}"
        if follows:
            runs[-1].append(key)
        else:
            runs.append([key])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs)


def list_words(codes: Iterable[str]) -> str:
    """Codes of a vocabulary as words, one after another."""
    return ", ".join(map(as_words, codes))


def doubted_words(ids: Sequence[str]) -> Said:
    """Which figures of a quote are doubted, in a line under it; nothing for none."""
    if not ids:
        return Said()
    return say(join(", ", [say(f"{key} ", Mark.DOUBTED) for key in ids]), f": rucn show {ids[0]} tells why")


def doubted_in(figures: Iterable[Figure]) -> dict[str, list[str]]:
    """The ids of the doubted ones of figures, by the ids of the quotes that they stand in."""
    found: dict[str, list[str]] = {}
    for figure in figures:
        if figure["doubt"]:
            found.setdefault(figure["quote"], []).append(figure["id"])
    return found


def doubt_legends(names: Iterable[str]) -> list[str]:
    """What the mark of a doubt means, where it stands in the names of figures."""
    return [LEGENDS[Mark.DOUBTED]] if any(Mark.DOUBTED in name for name in names) else []
