"""With whom projects are: a country, an organisation, or nobody who is stated."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rucn.model.errors import NotFoundError, printable
from rucn.names import find, find_place
from rucn.queries.criteria import NO_PARTNER
from rucn.queries.known import term_names
from rucn.queries.offices import SURE

if TYPE_CHECKING:
    from rucn.model.rows import ProjectRow
    from rucn.names import Entity, Index
    from rucn.store.dataset import Dataset

_SMALL_WORDS = frozenset("the a an of from in with and".split())
_NAME = re.compile(r"(?:[^\W\d_a-zа-я][\w’'-]*)(?:\s+[^\W\d_a-zа-я][\w’'-]*)*")


def projects_with(dataset: Dataset, partner: str) -> tuple[list[str], list[str]]:
    """The ids of the projects with a partner; and of those among them whose words name it, but not as a partner.

    Args:
        dataset: The projects.
        partner: A country, an organisation, or `none` for projects that state no partner.

    Raises:
        NotFoundError: No project names such a partner.
    """
    rows = dataset.projects.values()
    if partner.strip().casefold() == NO_PARTNER:
        return [row["id"] for row in rows if not row["partners"]], []
    countries = term_names(dataset, "country")
    country = find(partner, [countries])
    if country.how in SURE and len(country.matches) == 1:
        code = country.matches[0][0].key
        stated = [row["id"] for row in rows if any(code in _countries_in(one, countries) for one in row["partners"])]
        named = [row["id"] for row in rows if not row["partners"] and code in _countries_called(row["name"], countries)]
        return [*stated, *named], named
    stated = [row["id"] for row in rows if any(_has_words(partner, one) for one in row["partners"])]
    named = [row["id"] for row in rows if row["id"] not in stated and _is_named(partner, row)]
    if not stated and not named:
        partners = "; ".join(dict.fromkeys(one for row in rows for one in row["partners"]))
        raise NotFoundError(f"no project names “{printable(partner)}” as a partner; stated are: {partners}")
    return [*stated, *named], named


def _is_named(partner: str, row: ProjectRow) -> bool:
    return any(_has_words(partner, one) for one in (row["name"], *row["evidence"]))


def _has_words(sought: str, text: str) -> bool:
    """Whether a text has all the words that say something, whole or begun."""
    words = [word for word in re.findall(r"\w+", sought.casefold()) if word not in _SMALL_WORDS]
    there = re.findall(r"\w+", text.casefold())
    return bool(words) and all(any(one.startswith(word) for one in there) for word in words)


def _countries_in(partner: str, countries: Index) -> set[str]:
    """The countries that a partner is of, by the words for them or by a place that is named."""
    return _countries_called(partner, countries) | {
        entity.key[:2] for name in _NAME.findall(partner) for entity in _placed(name)
    }


def _countries_called(text: str, countries: Index) -> set[str]:
    """The countries that the words of a text call: `China`, `Chinese`."""
    return {entity.key for word in re.findall(r"\w+", text) for entity in _sure(word, countries)}


def _sure(word: str, index: Index) -> list[Entity]:
    found = find(word, [index])
    return [entity for entity, _ in found.matches] if found.how in SURE else []


def _placed(name: str) -> list[Entity]:
    found = find_place(name)
    return [entity for entity, _ in found.matches] if found.how in SURE else []
