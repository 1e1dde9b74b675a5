"""What can be typed of each kind, and a word on what it is: what a shell offers at a TAB."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from rucn.names import common_name, regions_called
from rucn.queries.known import institution_names

if TYPE_CHECKING:
    from rucn.store.dataset import Dataset


class Value(NamedTuple):
    """Something that can be typed, and a word on it; one that is not `usual` is offered once it is begun."""

    text: str
    about: str = ""
    usual: bool = True


def values(dataset: Dataset, kind: str, begun: str | None = None) -> dict[str, str]:
    """What can be typed of a kind, each with a word on what it is.

    Args:
        dataset: Where the names are from.
        kind: `region`, `area` (districts and countries too), `official`, `who` (a role, official or region), `period`,
            `partner`, `section`, `source`, `id`, `ranking`, or a vocabulary, such as `sector`.
        begun: How it begins, in any case; where nothing is begun, only what is usual is given. None gives everything.
    """
    start = (begun or "").casefold()

    def wanted(usual: bool, *texts: str) -> bool:
        return (usual or begun != "") and any(text.casefold().startswith(start) for text in texts)

    return {one.text: one.about for one in _of_kind(dataset, kind, wanted) if wanted(one.usual, one.text)}


def _of_kind(dataset: Dataset, kind: str, wanted: Callable[..., bool]) -> Iterable[Value]:
    match kind:
        case "region":
            return _regions(dataset, wanted)
        case "area":
            return chain(_regions(dataset, wanted), _districts(dataset))
        case "official":
            return _officials(dataset)
        case "who":
            institutions = (Value(one.label) for one in institution_names(dataset).entities)
            people = chain(_officials(dataset), institutions)
            return chain(_terms(dataset, "role"), people, _regions(dataset, wanted, usual=False))
        case "period":
            return map(Value, sorted({row["period"] for row in dataset.figures.values() if row["period"]}))
        case "id":
            return _ids(dataset)
        case "partner":
            return chain(_terms(dataset, "country"), [Value("none", "with whom is not stated")])
        case "section" | "source":
            return _documents(dataset, kind)
        case "ranking":
            from rucn.queries.ranking import RANKINGS

            return map(Value, RANKINGS)
        case _:
            return _terms(dataset, kind)


def _terms(dataset: Dataset, vocabulary: str) -> Iterable[Value]:
    """The codes of terms first."""
    for row in dataset.terms:
        if row["vocabulary"] == vocabulary:
            names = row["names"]
            yield Value(row["code"], names["en"] if names["en"].lower() != row["code"] else "")
            yield from (Value(name, row["code"], usual=False) for name in (names["ru"], names["zh"]) if name)


def _districts(dataset: Dataset) -> Iterable[Value]:
    """The names of federal districts and countries first."""
    for row in dataset.terms:
        if row["vocabulary"] in ("district", "country"):
            names = row["names"]
            yield Value(names["en"], row["code"])
            yield from (Value(one, names["en"], usual=False) for one in (names["ru"], names["zh"], row["code"]) if one)


def _regions(dataset: Dataset, wanted: Callable[..., bool], usual: bool = True) -> Iterable[Value]:
    """The names of regions first. A name is looked up only where it may be wanted: to do so takes time."""
    for code, row in dataset.regions.items():
        about = row["names"]["en"]
        for name in filter(None, (about, row["names"]["ru"], row["names"]["zh"])):
            called, first = [one for one in (common_name(name), name) if one], usual and name == about
            if wanted(first, *called, code):
                # The name without generic words, or with them, that no other region has; or else the code.
                yield Value(next((one for one in called if regions_called(one) == {code}), code), about, first)
        yield Value(code, about, usual=False)


def _officials(dataset: Dataset) -> Iterable[Value]:
    """The surnames that one official alone has, and the whole names."""
    named = [
        (row, name, name.split()[-1 if row["country"] == "RU" else 0])
        for row in dataset.officials.values()
        for name in (row["name"], row["names"]["ru"], row["names"]["zh"])
        if name
    ]
    bearers = Counter(surname for _, surname in {(row["id"], surname) for row, _, surname in named})
    for row, name, surname in named:
        yield Value(surname if bearers[surname] == 1 else name, row["name"], usual=name == row["name"])
        yield Value(name, row["name"], usual=False)


def _documents(dataset: Dataset, kind: str) -> Iterable[Value]:
    """The headings of documents, or their ids."""
    if kind == "source":
        return (Value(key, row["title"]) for key, row in dataset.sources.items())
    return (Value(one) for one in dict.fromkeys(row["section"] for row in dataset.quotes.values() if row["section"]))


def _ids(dataset: Dataset) -> Iterable[Value]:
    """The ids of quotes first; those of all other records, and the codes of regions, once they are begun."""
    yield from (Value(quote, dataset.said_by(quote)) for quote in dataset.quotes)
    others = chain(
        ((key, row["evidence"][:60]) for key, row in dataset.figures.items()),
        ((row["id"], row["name"]) for row in chain(dataset.projects.values(), dataset.ties.values())),
        ((key, row["name"]) for key, row in dataset.officials.items()),
        ((key, row["title"]) for key, row in dataset.sources.items()),
        ((code, row["names"]["en"]) for code, row in dataset.regions.items()),
    )
    yield from (Value(key, about, usual=False) for key, about in others)
