"""One entity that a person means by what is written, with a note where that is not plain."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rucn.model.errors import NotFoundError, printable
from rucn.names import CITY, Entity, Index, Match, match

if TYPE_CHECKING:
    from rucn.store.dataset import Dataset

AREA = "region, district or country"
WHO = "person, region or role"
LISTED_BY = {
    "region": "`rucn regions` lists them",
    AREA: "`rucn regions` lists the regions, `rucn references` all that references are on",
    "official": "`rucn officials` lists them",
    "source": "`rucn sources` lists them",
    WHO: "`rucn officials` and `rucn regions` list them",
}

# Where a country may be named.
WITH_COUNTRIES = ("country", AREA, WHO)


class Understanding:
    """Understands written names against one dataset; `note` is told how a name not spelt in full was understood."""

    def __init__(self, dataset: Dataset, note: Callable[[str], object]) -> None:
        self.dataset = dataset
        self.note = note

    def entity(self, written: str, known: list[Index], what: str, *, places: bool = False) -> Entity:
        """The one entity that is meant, of those known and, with `places`, of the gazetteer.

        Raises NotFoundError for an unknown name, with what there is to choose from, and AmbiguousError for one that
        fits several; `what` names the kind of thing in messages.
        """
        try:
            found = match(written, known, what, places=places)
        except NotFoundError as error:
            joint = " " if error.typed.endswith("?") else "; "
            raise NotFoundError(f"{error.typed}{joint}{_choice(known, what)}", error.candidates) from None
        entity = found.entity
        if entity.kind == "country" and what not in WITH_COUNTRIES:
            country = f"“{printable(written)}” is a country ({entity.key}), no {what}"
            raise NotFoundError(f"{country}; --country {entity.key} narrows to it where a command has it")
        if entity.kind in (CITY, "region") and entity.key not in self.dataset.regions:
            raise NotFoundError(f"“{printable(written)}” is {entity.key}, a region that this database does not have")
        self._say_how(written, found)
        return entity

    def _say_how(self, written: str, found: Match) -> None:
        entity, as_it_is = found.entity, found.how in ("exact", "alias")
        meant = entity.label if entity.label == entity.key else f"{entity.label} ({entity.key})"
        if entity.kind == CITY:
            region = f"a place in {self.dataset.region_name(entity.key)} ({entity.key})"
            meant = region if as_it_is else f"{entity.label}, {region}"
        if entity.kind == CITY or not as_it_is:
            self.note(f"“{printable(written)}” is {'' if as_it_is else 'taken as '}{meant}")


def _choice(known: list[Index], what: str) -> str:
    """What there is to choose from: the terms of a vocabulary themselves, or the command that lists the rest."""
    return LISTED_BY.get(what) or f"known: {', '.join(entity.key for index in known for entity in index.entities)}"
