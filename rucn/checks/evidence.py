"""Whether every record stands in the words of its quote, and every number of a quote in a record."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rucn.checks.spans import Span, Spans, nearest
from rucn.model.titles import says_acting, says_role
from rucn.names.mentions import mentions_in
from rucn.reading.dates import prints_date
from rucn.reading.numbers import numbers_in

if TYPE_CHECKING:
    from rucn.model.records import OtherNumber, Problem
    from rucn.model.rows import FigureRow, ProjectRow, QuoteRow, TieRow
    from rucn.store.dataset import Dataset


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
    return {dataset.quotes[quote]["region"], *dataset.quotes[quote]["mentions"]}


def _nearest(text: str, words: str | None, evidence: list[str]) -> Span | None:
    """The place of `words` nearest to any of the pieces of evidence; None where they do not stand in the text."""
    return nearest(text, words, [Span(text.find(one), text.find(one) + len(one)) for one in evidence])


def _quote_problems(dataset: Dataset, quote: QuoteRow) -> Iterator[Problem]:
    found = hashlib.sha256(quote["text"].encode()).hexdigest()
    if found != quote["sha256"]:
        message = f"the text has changed: its digest is {found}, {quote['sha256']} is stored"
        yield {"record": quote["id"], "field": "text", "message": message}
    yield from _mention_problems(dataset, quote)
    yield from _title_problems(dataset, quote)
    yield from _region_problems(dataset, quote)


def _mention_problems(dataset: Dataset, quote: QuoteRow) -> Iterator[Problem]:
    """Whether each region that a quote mentions is named in it, and each that it names as a region is mentioned."""
    found, mentions = mentions_in(quote["text"]), quote["mentions"]
    left_out = sorted(found.told.intersection(dataset.regions).difference(mentions))
    for message in (
        *(f"no name of {code} stands in the text" for code in mentions if code not in found.named),
        *(f"“{dataset.region_name(code)}” ({code}) stands in the text" for code in left_out),
        *(["a region is listed twice"] if len(set(mentions)) < len(mentions) else ()),
    ):
        yield {"record": quote["id"], "field": "mentions", "message": message}


def _title_problems(dataset: Dataset, quote: QuoteRow) -> Iterator[Problem]:
    """Whether the office is that of the title: whether it is acted in, and the role's own word."""
    title = quote["title"] or ""
    if says_acting(title) != quote["acting"]:
        message = f"{quote['acting']} is stored, the title is “{title}”"
        yield {"record": quote["id"], "field": "acting", "message": message}
    if quote["role"] is not None and not says_role(title, quote["role"]):
        message = f"{quote['role']} is stored, the title is “{title}”"
        yield {"record": quote["id"], "field": "role", "message": message}


def _region_problems(dataset: Dataset, quote: QuoteRow) -> Iterator[Problem]:
    """Whether the region is one that the title, or an institution's name, gives; or is marked where neither does."""
    region, country = quote["region"], dataset.speakers_country(quote["id"])
    if region is not None and dataset.regions[region]["country"] != country:
        message = f"{region} does not lie in {country}"
        yield {"record": quote["official"] or quote["id"], "field": "country", "message": message}
    words = quote["title"] or dataset.said_by(quote["id"])
    named = mentions_in(words).named
    is_inferred = region is not None and region not in named
    if is_inferred and (named or "region" not in quote["inferred"]):
        message = f"“{words}” does not name {region}"
        yield {"record": quote["id"], "field": "title", "message": message}
    if "region" in quote["inferred"] and not is_inferred:
        message = f"“{words}” names {region}" if region else "there is no region to be inferred"
        yield {"record": quote["id"], "field": "inferred", "message": message}


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
    if basis == "speaker" and region != dataset.quotes[quote]["region"]:
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
