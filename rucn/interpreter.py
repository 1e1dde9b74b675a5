"""What a person writes becomes criteria: codes of regions, ids of officials, terms of vocabularies, periods."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from rucn import entities
from rucn.errors import Candidate, NotFoundError, printable
from rucn.names import Entity, Match, candidate, resolve
from rucn.periods import as_sdmx

if TYPE_CHECKING:
    from rucn.dataset import Dataset

Written = str | Iterable[str]
LISTED_BY = {
    "region": "`rucn regions` lists them",
    "official": "`rucn officials` lists them",
    "person, region or role": "`rucn officials` and `rucn regions` list them",
}


class Interpreter:
    """Understands written values against one dataset; `note` is told how a name not spelt in full was understood.

    Every method raises NotFoundError for a name that is none, with what there is to choose from, and AmbiguousError for
    one that fits several.
    """

    def __init__(self, dataset: "Dataset", note: Callable[[str], None]) -> None:
        self._dataset = dataset
        self._note = note

    def regions(self, written: Written) -> list[str]:
        """The codes of regions."""
        return self._keys(written, self._places, "region")

    def official(self, written: str) -> str:
        """The id of one official."""
        return self._entity(written, entities.officials(self._dataset), "official").key

    def terms(self, written: Written, vocabulary: str) -> list[str]:
        """The codes of terms of a vocabulary."""
        what = vocabulary.removeprefix("project_").removeprefix("tie_")
        return self._keys(written, lambda: entities.terms(self._dataset, vocabulary), what)

    def periods(self, written: Written) -> list[str]:
        """Periods in SDMX form."""
        return [self._period(one) for one in several(written)]

    def speakers(self, written: Written) -> set[str] | None:
        """The ids of the officials whom persons, regions and roles stand for; None where none is asked for."""
        names = several(written)
        if not names:
            return None
        people = [*entities.terms(self._dataset, "role"), *entities.officials(self._dataset)]
        named = [*people, *self._places()]
        found = [self._entity(one, named, "person, region or role") for one in names]
        wanted = {("region" if one.kind == "city" else one.kind, one.key) for one in found}
        return {
            row["id"]
            for row in self._dataset.officials.values()
            if wanted & {("role", row["role"]), ("official", row["id"]), ("region", row["region"])}
        }

    def looked_for(self, key: str) -> tuple[Candidate, ...]:
        """The region or official that a person may have meant who wrote no id, if any."""
        named = [*entities.regions(self._dataset), *entities.officials(self._dataset)]
        try:
            match = resolve(key, named, "record")
        except NotFoundError:
            return ()
        return (candidate(match.entity, match.score),)

    def _places(self) -> list[Entity]:
        """The regions, and the countries that are none: no region is meant where a country is named."""
        return [*entities.regions(self._dataset), *entities.terms(self._dataset, "country")]

    def _keys(self, written: Written, named: Callable[[], list[Entity]], what: str) -> list[str]:
        """The keys of what is written; what there is to choose from is put together once, and only if need be."""
        names = several(written)
        choice = named() if names else []
        return [self._entity(one, choice, what).key for one in names]

    def _period(self, written: str) -> str:
        period = as_sdmx(written)
        if period is None:
            raise NotFoundError(f"“{printable(written)}” is no period; periods are 2017, 2018-S1, 2018-Q3, 2019-12")
        return period

    def _entity(self, written: str, named: list[Entity], what: str) -> Entity:
        try:
            match = resolve(written, named, what)
        except NotFoundError as error:
            joint = " " if error.message.endswith("?") else "; "
            raise NotFoundError(f"{error.message}{joint}{_choice(named, what)}", error.candidates) from None
        if match.entity.kind == "country" and what != "country":
            country = f"“{printable(written)}” is a country ({match.entity.key}), no {what}"
            raise NotFoundError(f"{country}; --country {match.entity.key} narrows to it where a command has it")
        self._say_how(written, match)
        return match.entity

    def _say_how(self, written: str, match: Match) -> None:
        entity = match.entity
        meant = entity.label if entity.label == entity.key else f"{entity.label} ({entity.key})"
        if match.how != "exact":
            self._note(f"“{printable(written)}” is taken as {meant}")
        elif entity.kind == "city":
            self._note(f"“{printable(written)}” is a city of {meant}")


def several(written: Written) -> list[str]:
    """One written value, or several, as a list."""
    return [written] if isinstance(written, str) else list(written)


def _choice(named: list[Entity], what: str) -> str:
    """What there is to choose from: the terms of a vocabulary themselves, or the command that lists the rest."""
    return LISTED_BY.get(what) or f"known: {', '.join(entity.key for entity in named)}"
