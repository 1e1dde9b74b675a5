"""Whether every record stands in the words of its quote, and every number of a quote in a record."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rucn.checks.spans import Span, Spans, nearest
from rucn.names import common_name, regions_called
from rucn.reading.dates import prints_date
from rucn.reading.numbers import numbers_in

if TYPE_CHECKING:
    from rucn.model.records import OtherNumber, Problem
    from rucn.model.rows import FigureRow, ProjectRow, QuoteRow, TieRow
    from rucn.store.dataset import Dataset


ROLE_WORDS = {
    "governor": ["governor"],
    "head": ["head of"],
    "party_secretary": ["secretary of the cpc committee"],
    "government_chair": ["chairman of the people’s government", "chairman of the government", "prime minister"],
    "auditor": ["auditor"],
}
WORDS_OF_A_NAME = 4


def evidence_problems(dataset: Dataset) -> Iterator[Problem]:
    """Each quote changed, evidence not at its place, date not in the words, and number without a record."""
    accounted: dict[str, list[Span]] = {key: [] for key in dataset.quotes}
    for quote in dataset.quotes.values():
        yield from _quote_problems(dataset, quote)
    for number in dataset.other_numbers.values():
        accounted[number["quote"]].append(Span(number["start"], number["end"]))
        yield from _offset_problems(dataset, number)
    for figure in dataset.figures.values():
        yield from _offset_problems(dataset, figure)
        text = dataset.quotes[figure["quote"]]["text"]
        accounted[figure["quote"]] += figure_spans(text, figure)
    stated = _money_stated(dataset)
    for project in dataset.projects.values():
        yield from _project_problems(dataset, project)
        yield from _money_problems(project, stated.get(project["quote"], set()))
        accounted[project["quote"]] += _project_dates(dataset.quotes[project["quote"]]["text"], project)
    for tie in dataset.ties.values():
        yield from _tie_problems(dataset, tie)
        spoken = _nearest(dataset.quotes[tie["quote"]]["text"], tie["period_as_stated"], [tie["evidence"]])
        accounted[tie["quote"]] += [spoken] if spoken else []
    yield from _unaccounted(dataset, accounted)


def figure_spans(text: str, figure: FigureRow) -> list[Span]:
    """Where a figure's evidence stands, and the words of its period that stand nearest to it."""
    evidence = Span(figure["start"], figure["end"])
    period = nearest(text, figure["period_as_stated"], [evidence])
    return [evidence, period] if period else [evidence]


def regions_spoken_of(dataset: Dataset, quote: str) -> set[str | None]:
    """The regions that a record of a quote may be about: the speaker's and those the quote mentions."""
    return {dataset.speaker(quote)["region"], *dataset.quotes[quote]["mentions"]}


def _nearest(text: str, words: str | None, evidence: list[str]) -> Span | None:
    """The place of `words` nearest to any of the pieces of evidence; None where they do not stand in the text."""
    return nearest(text, words, [Span(text.find(one), text.find(one) + len(one)) for one in evidence])


def _quote_problems(dataset: Dataset, quote: QuoteRow) -> Iterator[Problem]:
    found = hashlib.sha256(quote["text"].encode()).hexdigest()
    if found != quote["sha256"]:
        message = f"the text has changed: its digest is {found}, {quote['sha256']} is stored"
        yield {"record": quote["id"], "field": "text", "message": message}
    named = regions_named(quote["text"]) if quote["mentions"] else set()
    for code in quote["mentions"]:
        if code not in named:
            yield {"record": quote["id"], "field": "mentions", "message": f"no name of {code} stands in the text"}
    for code, region in dataset.regions.items():
        name = region["names"]["en"]
        # A name of one word may be a city's (Moscow); a longer one is the region's own.
        if " " in name and name in quote["text"] and code not in quote["mentions"]:
            yield {"record": quote["id"], "field": "mentions", "message": f"“{name}” ({code}) stands in the text"}
    if len(set(quote["mentions"])) < len(quote["mentions"]):
        yield {"record": quote["id"], "field": "mentions", "message": "a region is listed twice"}
    yield from _title_problems(dataset, quote)


def regions_named(text: str) -> set[str]:
    """The codes of the regions whose names stand in a text, of up to so many words each."""
    words = re.findall(r"[\w'’–-]+", text)
    starts = [number for number, word in enumerate(words) if word[0].isupper()]
    names = {" ".join(words[start : start + length]) for start in starts for length in range(1, WORDS_OF_A_NAME + 1)}
    return {code for name in names for code in regions_called(name)}


def _title_problems(dataset: Dataset, quote: QuoteRow) -> Iterator[Problem]:
    """Whether the speaker's office is that of the title: the region it names, whether acting, the role's own word."""
    title, speaker = quote["title"].lower(), dataset.officials[quote["official"]]
    region = speaker["region"]
    if region is not None and common_name(dataset.regions[region]["names"]["en"]).lower() not in title:
        yield {"record": quote["id"], "field": "title", "message": f"“{quote['title']}” does not name {region}"}
    if region is not None and dataset.regions[region]["country"] != speaker["country"]:
        message = f"{region} does not lie in {speaker['country']}"
        yield {"record": speaker["id"], "field": "country", "message": message}
    if ("acting" in title.split()) != speaker["acting"]:
        message = f"{speaker['acting']} is stored, the title is “{quote['title']}”"
        yield {"record": speaker["id"], "field": "acting", "message": message}
    words = ROLE_WORDS[speaker["role"]]
    if not any(word in title for word in words):
        message = f"{speaker['role']} is stored, the title is “{quote['title']}”"
        yield {"record": speaker["id"], "field": "role", "message": message}


def _offset_problems(dataset: Dataset, row: FigureRow | OtherNumber) -> Iterator[Problem]:
    text = dataset.quotes[row["quote"]]["text"]
    there = text[row["start"] : row["end"]] if 0 <= row["start"] < row["end"] else ""
    if there == row["evidence"]:
        return
    place = text.find(row["evidence"])
    where = (
        f"it stands at {place} to {place + len(row['evidence'])}" if place >= 0 else "it does not stand in the quote"
    )
    message = f"{row['quote']} has “{there}” at {row['start']} to {row['end']}, not “{row['evidence']}”; {where}"
    yield {"record": row["id"], "field": "evidence", "message": message}


def _project_problems(dataset: Dataset, project: ProjectRow) -> Iterator[Problem]:
    quote = dataset.quotes[project["quote"]]
    stated = [
        *(("evidence", words) for words in project["evidence"]),
        *(("partners", words) for words in project["partners"]),
        *(("places", place["name"]) for place in project["places"]),
        ("status_as_stated", project["status_as_stated"]),
        ("start_as_stated", project["start_as_stated"]),
        ("completion_as_stated", project["completion_as_stated"]),
    ]
    yield from _absent(quote, project["id"], stated)
    if not project["evidence"]:
        yield {"record": project["id"], "field": "evidence", "message": "there is none"}
    for field, date, words in (
        ("start", project["start"], project["start_as_stated"]),
        ("completion", project["completion"], project["completion_as_stated"]),
    ):
        if date is not None and not prints_date(words or "", date):
            yield {"record": project["id"], "field": field, "message": f"“{date}” is not in the words “{words}”"}
    for field, one, other in (
        ("status", project["status"], project["status_as_stated"]),
        ("region_basis", project["region"], project["region_basis"]),
        ("currency", project["investment"], project["currency"]),
    ):
        if (one is None) != (other is None):
            yield {"record": project["id"], "field": field, "message": f"“{one}” and “{other}” do not go together"}
    yield from _basis_problems(dataset, project)


def _basis_problems(dataset: Dataset, project: ProjectRow) -> Iterator[Problem]:
    basis, region, quote = project["region_basis"], project["region"], project["quote"]
    if basis == "stated" and region not in dataset.quotes[quote]["mentions"]:
        message = f"{region} is not among the regions that {quote} mentions"
        yield {"record": project["id"], "field": "region_basis", "message": message}
    for place in project["places"]:
        named = place["region"] is None or place["region"] in dataset.quotes[quote]["mentions"]
        if place["region_inferred"] == named:
            message = f"whether the text ties {place['name']} to {place['region']} is stored the wrong way round"
            yield {"record": project["id"], "field": "places", "message": message}
    if basis == "speaker" and region != dataset.speaker(quote)["region"]:
        message = f"{region} is not the region of the speaker of {quote}"
        yield {"record": project["id"], "field": "region_basis", "message": message}


def _money_stated(dataset: Dataset) -> dict[str, set[tuple[object, ...]]]:
    """The investments that the figures of each quote state, by its id."""
    stated: dict[str, set[tuple[object, ...]]] = {}
    for figure in dataset.figures.values():
        if figure["measure"] == "project_investment":
            stated.setdefault(figure["quote"], set()).add((figure["value"], figure["unit"], figure["qualifier"]))
    return stated


def _money_problems(project: ProjectRow, stated: set[tuple[object, ...]]) -> Iterator[Problem]:
    money = (project["investment"], project["currency"], project["investment_qualifier"])
    if money != (None, None, None) and money not in stated:
        message = f"no figure of {project['quote']} states this investment: {', '.join(map(str, money))}"
        yield {"record": project["id"], "field": "investment", "message": message}


def _tie_problems(dataset: Dataset, tie: TieRow) -> Iterator[Problem]:
    stated = [(field, tie[field]) for field in ("evidence", "period_as_stated", "place")]
    yield from _absent(dataset.quotes[tie["quote"]], tie["id"], stated)
    if tie["region"] is not None and tie["region"] not in regions_spoken_of(dataset, tie["quote"]):
        message = f"{tie['quote']} is neither by a leader of {tie['region']} nor mentions it"
        yield {"record": tie["id"], "field": "region", "message": message}
    if tie["period"] is not None and not prints_date(tie["period_as_stated"] or "", tie["period"]):
        message = f"“{tie['period']}” is not in the words “{tie['period_as_stated']}”"
        yield {"record": tie["id"], "field": "period", "message": message}


def _absent(quote: QuoteRow, record: str, stated: list[tuple[str, str | None]]) -> Iterator[Problem]:
    for field, words in stated:
        if words is not None and words not in quote["text"]:
            yield {"record": record, "field": field, "message": f"“{words}” does not stand in {quote['id']}"}


def _project_dates(text: str, project: ProjectRow) -> list[Span]:
    dates = (project["start_as_stated"], project["completion_as_stated"])
    return [span for words in dates if (span := _nearest(text, words, project["evidence"]))]


def _unaccounted(dataset: Dataset, accounted: dict[str, list[Span]]) -> Iterator[Problem]:
    for key, quote in dataset.quotes.items():
        spans = Spans(accounted[key])
        for number in numbers_in(quote["text"]):
            if not spans.hold(number.start, number.end):
                words = quote["text"][max(0, number.start - 20) : number.end + 20]
                message = f"the number at {number.start}, in “…{words}…”, has neither a record nor a reason"
                yield {"record": key, "field": "text", "message": message}
