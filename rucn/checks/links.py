"""Whether every id is used once, every reference leads to a record and every code stands in its vocabulary."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, get_args

from rucn.checks.shape import record_name
from rucn.model.addresses import is_address
from rucn.model.periods import is_day, months
from rucn.model.shapes import CODES
from rucn.model.vocabulary import Country, ProjectKind, Role, Status, TieKind

if TYPE_CHECKING:
    from rucn.model.records import Problem
    from rucn.model.rows import SourceRow, Tables
    from rucn.store.dataset import Dataset

CLOSED = {
    "country": get_args(Country),
    "currency": CODES["currency"],
    "measure": CODES["measure"],
    "project_kind": get_args(ProjectKind),
    "role": get_args(Role),
    "status": get_args(Status),
    "tie_kind": get_args(TieKind),
}
OPEN = {"sector", "topic", "commodity", "district"}
IDS = {
    "sources": r"s\d{2,}",
    "officials": r"o\d{2,}",
    "quotes": r"q\d{2,}",
    "figures": r"f\d{2,}",
    "projects": r"p\d{2,}",
    "ties": r"t\d{2,}",
    "other_numbers": r"n\d{2,}",
    "regions": r"(?:RU|CN)-[A-Z]{2,3}",
}


def identity_problems(tables: Tables) -> Iterator[Problem]:
    """Each id or code that two records share."""
    keys = Counter(
        row["id" if "id" in row else "code"] for name, rows in tables.items() if name != "terms" for row in rows
    )
    for key, times in keys.items():
        if times > 1:
            yield {"record": key, "field": "id", "message": f"{times} records have this id"}
    for name, pattern in IDS.items():
        for row in tables[name]:
            key = row["code" if name == "regions" else "id"]
            if not re.fullmatch(pattern, key):
                yield {"record": key, "field": "id", "message": f"the keys of {name} look like {pattern}"}
    same = Counter(map(_says, tables["figures"]))
    for row in tables["figures"]:
        if same[_says(row)] > 1:
            message = "another figure has the same words, measure, commodity and period"
            yield {"record": row["id"], "field": "evidence", "message": message}
    terms = Counter((row["vocabulary"], row["code"]) for row in tables["terms"])
    for number, row in enumerate(tables["terms"], start=1):
        if terms[row["vocabulary"], row["code"]] > 1:
            yield {"record": record_name("terms", number, row), "field": "code", "message": "the term is listed twice"}


def _says(figure: dict[str, Any]) -> tuple[object, ...]:
    """What no two figures share."""
    return tuple(figure[field] for field in ("quote", "start", "end", "measure", "commodity", "period"))


def reference_problems(dataset: Dataset) -> Iterator[Problem]:
    """Each reference to a record that does not exist, and each code outside its vocabulary."""
    terms: dict[str, set[str]] = {}
    for term in dataset.terms:
        terms.setdefault(term["vocabulary"], set()).add(term["code"])
    yield from _term_problems(terms)
    yield from _quote_problems(dataset)
    for record, field, value, known in _references(dataset, terms):
        if value is not None and value not in known:
            yield {"record": record, "field": field, "message": f"“{value}” is not known"}
    for record, field, period in _periods(dataset):
        if period is not None and months(period) is None:
            yield {"record": record, "field": field, "message": f"“{period}” is no SDMX period"}
    for source in dataset.sources.values():
        yield from _source_problems(source)


def _quote_problems(dataset: Dataset) -> Iterator[Problem]:
    """Each quote by nobody or by two, and each under a heading that its source does not have."""
    sections = {key: {None, *source["sections"]} for key, source in dataset.sources.items()}
    for quote in dataset.quotes.values():
        if (quote["official"] is None) == (quote["institution"] is None):
            message = "either an official or an institution says a quote"
            yield {"record": quote["id"], "field": "official", "message": message}
        if quote["section"] not in sections.get(quote["source"], {quote["section"]}):
            message = f"“{quote['section']}” is no section of {quote['source']}"
            yield {"record": quote["id"], "field": "section", "message": message}


def _source_problems(source: SourceRow) -> Iterator[Problem]:
    """Whether the address, the date and the marks of a document can be such."""
    published = source["published"]
    if published is not None and not is_day(published) and months(published) is None:
        message = f"“{published}” is no date: neither a day, as 2018-09-26, nor an SDMX period"
        yield {"record": source["id"], "field": "published", "message": message}
    if not is_address(source["address"]):
        message = f"“{source['address']}” is no address of a page"
        yield {"record": source["id"], "field": "address", "message": message}
    if source["marks"] is not None and len(source["marks"]) != len("«»"):
        message = f"“{source['marks']}” are not two marks, one that opens speech and one that closes it"
        yield {"record": source["id"], "field": "marks", "message": message}


def _term_problems(terms: dict[str, set[str]]) -> Iterator[Problem]:
    for vocabulary in sorted(terms.keys() - CLOSED.keys() - OPEN):
        yield {"record": vocabulary, "field": "vocabulary", "message": "no vocabulary is called so"}
    for vocabulary, codes in CLOSED.items():
        for code in sorted(set(codes) ^ terms.get(vocabulary, set())):
            known = "is no code of" if code not in codes else "has no names in"
            yield {"record": code, "field": "code", "message": f"“{code}” {known} the vocabulary {vocabulary}"}


def _references(dataset: Dataset, terms: dict[str, set[str]]) -> Iterator[tuple[str, str, str | None, set[str]]]:
    """Each reference: the record, what it refers to, the id or code, and those there are."""
    regions, quotes, sectors = set(dataset.regions), set(dataset.quotes), terms.get("sector", set())
    officials, sources = set(dataset.officials), set(dataset.sources)
    for quote in dataset.quotes.values():
        yield quote["id"], "official", quote["official"], officials
        yield quote["id"], "region", quote["region"], regions
        yield quote["id"], "source", quote["source"], sources
        yield from ((quote["id"], "topics", topic, terms.get("topic", set())) for topic in quote["topics"])
        yield from ((quote["id"], "mentions", code, regions) for code in quote["mentions"])
    for table in (dataset.figures, dataset.projects, dataset.ties):
        yield from ((row["id"], "quote", row["quote"], quotes) for row in table.values())
        yield from ((row["id"], "region", row["region"], regions) for row in table.values())
    spoken_of: dict[str, set[str]] = {}
    for row in (*dataset.projects.values(), *dataset.ties.values()):
        spoken_of.setdefault(row["quote"], set()).add(row["id"])
    for figure in dataset.figures.values():
        yield figure["id"], "project", figure["project"], spoken_of.get(figure["quote"], set())
    for number in dataset.other_numbers.values():
        yield number["id"], "quote", number["quote"], quotes
    for project in dataset.projects.values():
        yield from ((project["id"], "places", place["region"], regions) for place in project["places"])
        yield from ((project["id"], "sectors", sector, sectors) for sector in project["sectors"])


def _periods(dataset: Dataset) -> Iterator[tuple[str, str, str | None]]:
    for figure in dataset.figures.values():
        yield figure["id"], "period", figure["period"]
    for tie in dataset.ties.values():
        yield tie["id"], "period", tie["period"]
    for project in dataset.projects.values():
        yield project["id"], "start", project["start"]
        yield project["id"], "completion", project["completion"]
