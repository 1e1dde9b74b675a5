"""Whom a person, a region, a country or an office stands for: `levchenko`, `irkutsk`, `china`, `acting governor`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rucn.model.errors import AmbiguousError, Candidate, NotFoundError, printable
from rucn.names import CITY, find_place
from rucn.queries.known import official_names, place_names, term_names
from rucn.queries.understanding import WHO

if TYPE_CHECKING:
    from rucn.model.rows import OfficialRow
    from rucn.queries.understanding import Understanding

ACTING = r"\bacting\b|\binterim\b|\bврио\b|и\.\s?о\.|исполняющ\w+ обязанности|代理|代(?=\w+长)"
# What stands between an office and its region.
_BETWEEN = re.compile(r"^(?:of|the|for|in|в|во|по|的|,|\s)+\b|[\s,的]+$")
SURE = ("exact", "alias", "inflected", "translit")


class Offices:
    """Finds officials by what they are called or hold."""

    def __init__(self, understanding: Understanding) -> None:
        self._understanding = understanding
        self._dataset = understanding.dataset

    def official(self, written: str) -> str:
        """The id of the one official who is called so, or alone holds such an office.

        Raises:
            NotFoundError: There is none.
            AmbiguousError: Several are called so, or hold it.
        """
        try:
            return self._understanding.entity(written, [official_names(self._dataset)], "official").key
        except NotFoundError as error:
            holders = self._holders_or_none(written)
            if not holders:
                raise error from None
        if len(holders) > 1:
            several = tuple(Candidate(row["id"], row["name"], 100, is_code=False) for row in holders)
            listed = ", ".join(f"{one.name} ({one.key})" for one in several)
            raise AmbiguousError(f"“{printable(written)}” fits more than one official: {listed}; name one", several)
        self._understanding.note(f"“{printable(written)}” is taken as {holders[0]['name']} ({holders[0]['id']})")
        return holders[0]["id"]

    def holders(self, written: str) -> list[OfficialRow]:
        """The officials whom a person, a region (its leaders), a country, a role or an office stands for."""
        office = self._of_office(written)
        if office is not None:
            return office
        roles, countries = term_names(self._dataset, "role"), term_names(self._dataset, "country")
        people = [roles, official_names(self._dataset), countries, place_names(self._dataset)]
        entity = self._understanding.entity(written, people, WHO, places=True)
        field = {"official": "id", CITY: "region"}.get(entity.kind, entity.kind)
        return [row for row in self._dataset.officials.values() if dict(row)[field] == entity.key]

    def _holders_or_none(self, written: str) -> list[OfficialRow]:
        try:
            return self.holders(written)
        except (NotFoundError, AmbiguousError):
            return []

    def _of_office(self, written: str) -> list[OfficialRow] | None:
        """The officials of a role in a region, or who act in it; None where the words name no such office."""
        said = " ".join(written.casefold().split())
        rest = " ".join(re.sub(ACTING, " ", said).split())
        acting = rest != said
        if acting and not rest:
            return [row for row in self._dataset.officials.values() if row["acting"]]
        for name, role in self._roles():
            for words in _beside(rest, name):
                code = self._region(words)
                if (words or acting) and (code or not words):
                    return [
                        row
                        for row in self._dataset.officials.values()
                        if row["role"] == role and (row["acting"] or not acting) and code in (None, row["region"])
                    ]
        return None

    def _roles(self) -> list[tuple[str, str]]:
        """The names of roles with their codes, the longest first."""
        named = {
            name.casefold(): entity.key
            for entity in term_names(self._dataset, "role").entities
            for name in (entity.label, *entity.names)
        }
        return sorted(named.items(), key=lambda one: -len(one[0]))

    def _region(self, words: str) -> str | None:
        """The code of the region that is plainly meant; None where none is."""
        if not words:
            return None
        found = find_place(words, [place_names(self._dataset)])
        codes = {entity.key for entity, _ in found.matches}
        return codes.pop() if found.how in SURE and len(codes) == 1 else None


def _beside(said: str, role: str) -> list[str]:
    """What stands beside a role in an office, without the words between; nothing where the role is not there."""
    found = []
    if re.match(rf"{re.escape(role)}(?!\w)", said) or (role >= "一" and said.startswith(role)):
        found.append(said[len(role) :])
    if re.search(rf"(?<!\w){re.escape(role)}$", said) or (role >= "一" and said.endswith(role)):
        found.append(said[: len(said) - len(role)])
    return [_BETWEEN.sub("", one.strip()).strip() for one in found]
