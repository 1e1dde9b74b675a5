"""Whom a person, a region, a country or an office stands for: `levchenko`, `irkutsk`, `china`, `acting governor`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from rucn.model.errors import AmbiguousError, Candidate, NotFoundError, printable
from rucn.model.titles import ACTING
from rucn.names import CITY, find_place
from rucn.queries.known import institution_names, official_names, place_names, term_names
from rucn.queries.speakers import Speaker, officials_meant
from rucn.queries.understanding import WHO

if TYPE_CHECKING:
    from rucn.queries.understanding import Understanding

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
            holders = self._holders(written)
            if not holders:
                raise error from None
        if len(holders) > 1:
            names = self._dataset.officials
            several = tuple(Candidate(key, names[key]["name"], 100, is_code=False) for key in holders)
            listed = ", ".join(f"{one.name} ({one.key})" for one in several)
            raise AmbiguousError(f"“{printable(written)}” fits more than one official: {listed}; name one", several)
        [holder] = holders
        name = self._dataset.officials[holder]["name"]
        self._understanding.note(f"“{printable(written)}” is taken as {name} ({holder})")
        return holder

    def speaker(self, written: str) -> Speaker:
        """Whom a person, an institution, a region (its leaders), a country, a role or an office stands for."""
        office = self._office(written)
        if office is not None:
            return office
        roles, countries = term_names(self._dataset, "role"), term_names(self._dataset, "country")
        people = [official_names(self._dataset), institution_names(self._dataset)]
        known = [roles, *people, countries, place_names(self._dataset)]
        entity = self._understanding.entity(written, known, WHO, places=True)
        meant: dict[str, Any] = {"region" if entity.kind == CITY else entity.kind: entity.key}
        return Speaker(**meant)

    def _holders(self, written: str) -> list[str]:
        """The ids of the officials whom a region, a role or an office stands for; none for what is none of these."""
        try:
            return officials_meant(self._dataset, self.speaker(written))
        except (NotFoundError, AmbiguousError):
            return []

    def _office(self, written: str) -> Speaker | None:
        """Who holds a role in a region, or acts in it; None where the words name no such office."""
        said = " ".join(written.casefold().split())
        rest = " ".join(re.sub(ACTING, " ", said).split())
        acting = rest != said
        if acting and not rest:
            return Speaker(acting=True)
        for name, role in self._roles():
            for words in _beside(rest, name):
                code = self._region(words)
                if (words or acting) and (code or not words):
                    return Speaker(role=role, region=code, acting=acting)
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
    written, before, after = re.escape(role), r"(?<!\w)", r"(?!\w)"
    if "а" <= role[:1] <= "я":
        # A case of it too: губернатора, главы.
        written = rf"{re.escape(role.rstrip('аяь'))}[а-яё]{{0,2}}"
    elif role >= "一":
        before = after = ""
    found = []
    if begun := re.match(written + after, said):
        found.append(said[begun.end() :])
    if ended := re.search(rf"{before}{written}$", said):
        found.append(said[: ended.start()])
    return [_BETWEEN.sub("", one.strip()).strip() for one in found]
