"""What search reads of each record: its name, passages to show, other words that find it, and its terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from rucn.model.amounts import in_doubt
from rucn.model.phrases import as_reported

if TYPE_CHECKING:
    from rucn.store.dataset import Dataset

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
# The vocabularies whose words find the records that bear their codes.
VOCABULARIES = ("sector", "topic", "status", "project_kind", "tie_kind", "measure", "role", "currency", "commodity")
# Of a code that several vocabularies have, a quote bears the topic, and other records the first of these.
OF_QUOTES = ("topic", "measure", "tie_kind", "currency", "commodity")


class Page(NamedTuple):
    """A record as search reads it.

    Of its `passages` the best is shown; `also` holds words that find it and are not shown; `about` the codes of the
    terms (sectors, topics, statuses …) that it bears.
    """

    kind: str
    id: str
    name: str
    passages: list[str]
    also: str = ""
    about: frozenset[str] = frozenset()

    @property
    def heading(self) -> str:
        """The name to be found by; a figure has none, as its name is made of codes."""
        return "" if self.kind == "figure" else self.name


def pages_of(dataset: Dataset) -> Iterator[Page]:
    """The pages of all records. Where hits are equally good, the earlier kind comes first."""
    yield from _regions(dataset)
    yield from _officials(dataset)
    yield from _projects(dataset)
    yield from _ties(dataset)
    yield from _figures(dataset)
    yield from _quotes(dataset)
    for key, source in dataset.sources.items():
        yield Page("source", key, source["title"], [*source["sections"], source["publisher"], source["address"]])


def _regions(dataset: Dataset) -> Iterator[Page]:
    for code, region in dataset.regions.items():
        names = region["names"]
        yield Page(
            "region", code, names["en"], _present(names["en"], names["ru"], names["zh"], region["capital"], code)
        )


def _officials(dataset: Dataset) -> Iterator[Page]:
    for key, official in dataset.officials.items():
        quotes = dataset.quotes_of_official.get(key, ())
        titles = dict.fromkeys(quote["title"] for quote in quotes if quote["title"])
        names = _present(official["names"]["ru"], official["names"]["zh"], *official["aliases"])
        roles = frozenset(quote["role"] for quote in quotes if quote["role"])
        yield Page("official", key, official["name"], [*titles, *names], about=roles)


def _projects(dataset: Dataset) -> Iterator[Page]:
    for key, project in dataset.projects.items():
        places = [place["name"] for place in project["places"]]
        where = _present(dataset.region_name(project["region"]))
        also = " ".join(_present(project["start"], project["completion"], project["currency"]))
        about = frozenset([*project["sectors"], project["kind"], *_present(project["status"], project["currency"])])
        passages = [*project["evidence"], *project["partners"], *places, *where]
        yield Page("project", key, project["name"], passages, also, about)


def _ties(dataset: Dataset) -> Iterator[Page]:
    sectors = {term["code"] for term in dataset.terms if term["vocabulary"] == "sector"}
    for key, tie in dataset.ties.items():
        passages = _present(tie["evidence"], tie["place"])
        # A tie has no sectors of its own; it is about those that its name says.
        about = frozenset([tie["kind"], *sectors.intersection(re.findall(r"\w+", tie["name"].lower()))])
        yield Page("tie", key, tie["name"], passages, dataset.region_name(tie["region"]) or "", about)


def _figures(dataset: Dataset) -> Iterator[Page]:
    for key, figure in dataset.figures.items():
        name = " ".join(
            _present(dataset.region_name(figure["region"]), figure["measure"].replace("_", " "), figure["period"])
        )
        also = " ".join(_present(name, figure["period_as_stated"], figure["commodity"], figure["unit"]))
        yield Page(
            "figure",
            key,
            in_doubt(name, figure["doubt"]),
            [figure["evidence"]],
            also,
            frozenset(_present(figure["measure"], figure["unit"], figure["commodity"])),
        )


def _quotes(dataset: Dataset) -> Iterator[Page]:
    for key, quote in dataset.quotes.items():
        measures = [figure["measure"] for figure in dataset.figures_of_quote.get(key, ())]
        kinds = [tie["kind"] for tie in dataset.ties_of_quote.get(key, ())]
        units = _present(*(figure["unit"] for figure in dataset.figures_of_quote.get(key, ())))
        about = frozenset([*quote["topics"], *measures, *units, *kinds])
        name = as_reported(dataset.said_by(key), quote["kind"])
        yield Page("quote", key, name, _SENTENCE_END.split(quote["text"]), quote["title"] or "", about)


def _present(*written: str | None) -> list[str]:
    return [one for one in written if one]
