"""What a person writes becomes criteria: codes of regions, ids of officials, terms of vocabularies, periods."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from rucn.model.errors import Candidate, NotFoundError, UsageError, printable
from rucn.model.measures import MEASURES
from rucn.model.periods import as_sdmx
from rucn.model.vocabulary import LEFT_OUT
from rucn.names import CITY, Entity, Index, candidate, match
from rucn.queries.criteria import NO_PARTNER, Area, Bounds
from rucn.queries.known import official_names, place_names, term_names
from rucn.queries.offices import Offices
from rucn.queries.understanding import AREA, Understanding

if TYPE_CHECKING:
    from rucn.model.typed_amounts import TypedAmount
    from rucn.queries.speakers import Speakers
    from rucn.store.dataset import Dataset

Written = str | Iterable[str]
PERIODS = "2017, 2018-S1, 2018-Q3, 2019-12, 2018-01/2018-11"


class Filters:
    """Understands written values against one dataset; `note` is told how a name not spelt in full was understood.

    Every method raises NotFoundError for an unknown name, with what there is to choose from, and AmbiguousError for
    one that fits several.
    """

    def __init__(self, dataset: Dataset, note: Callable[[str], object]) -> None:
        self._dataset = dataset
        self._understanding = Understanding(dataset, note)
        self._offices = Offices(self._understanding)

    def region(self, written: str) -> str:
        """The code of one region, or of that in which a place lies."""
        return self._area(written, [], "region").code

    def regions(self, written: Written) -> list[Area]:
        """Regions, and places in them."""
        return [self._area(one, [], "region") for one in as_list(written)]

    def areas(self, written: Written) -> list[Area]:
        """Regions and places in them, federal districts and countries."""
        districts = term_names(self._dataset, "district")
        return [self._area(one, [districts], AREA) for one in as_list(written)]

    def official(self, written: str) -> str:
        """The id of one official: by name, or by an office that one alone holds."""
        return self._offices.official(written)

    def measures(self, written: Written) -> list[str]:
        """The codes of measures, with those that they cover."""
        return [code for one in self.terms(written, "measure") for code in (one, *MEASURES[one].covers)]

    def partners(self, written: Written) -> list[str]:
        """The codes of countries; `none` for what states no partner."""
        names = as_list(written)
        if not names:
            return []
        known = [term_names(self._dataset, "country"), Index.of([Entity("country", NO_PARTNER, NO_PARTNER, ["none"])])]
        return [self._understanding.entity(one, known, "country").key for one in as_list(written)]

    def commodities(self, written: Written) -> list[str]:
        """Commodities as figures name them."""
        if not as_list(written):
            return []
        named = {row["commodity"] for row in self._dataset.figures.values() if row["commodity"]}
        terms = [row for row in self._dataset.terms if row["vocabulary"] == "commodity"]
        own = named - {row["code"] for row in terms}
        others = Index.of(Entity("commodity", one, one, [one]) for one in sorted(own))
        known = [term_names(self._dataset, "commodity"), others]
        return [self._understanding.entity(one, known, "commodity").key for one in as_list(written)]

    def sections(self, written: Written) -> list[str]:
        """The headings that have all the words of one of the texts, begun or whole."""
        headings = list(dict.fromkeys(filter(None, (row["section"] for row in self._dataset.quotes.values()))))
        found: list[str] = []
        for text in as_list(written):
            words = text.casefold().split()
            bearing = [one for one in headings if words and all(_begins_word(word, one) for word in words)]
            if not bearing:
                listed = "; ".join(f"“{printable(one)}”" for one in headings)
                raise NotFoundError(f"no heading has the words “{printable(text)}”; the headings are {listed}")
            found += bearing
        return found

    def amounts(self, least: str | float | None, most: str | float | None, currency: str | None) -> Bounds:
        """The least and the largest amount sought; `currency` is that in which amounts are compared, if one is."""
        low, high = self._amount(least, "min"), self._amount(most, "max")
        units = {one.unit for one in (low, high) if one and one.unit} | ({currency} if currency else set())
        if len(units) > 1:
            raise UsageError(f"amounts in {' and '.join(sorted(units))} cannot be compared; give one currency")
        if low and high and low.value > high.value:
            raise UsageError("the least amount is larger than the largest")
        unit = next(iter(units), None)
        return Bounds(low.value if low else None, high.value if high else None, unit)

    def _amount(self, written: str | float | None, name: str) -> TypedAmount | None:
        if written is None:
            return None
        from rucn.model.typed_amounts import read_amount

        found = read_amount(str(written))
        if found is None:
            raise UsageError(f"“{printable(str(written))}” is no amount for {name}; write 1bn, 1000000 or USD 1.5 bn")
        return found

    def terms(self, written: Written, vocabulary: str) -> list[str]:
        """The codes of terms of a vocabulary."""
        names = as_list(written)
        if not names:
            return []
        what = vocabulary.removeprefix("project_").removeprefix("tie_")
        known = [term_names(self._dataset, vocabulary)]
        return [self._understanding.entity(one, known, what).key for one in names]

    def periods(self, written: Written) -> list[str]:
        """Periods in SDMX form."""
        return [self._period(one) for one in as_list(written)]

    def ranking(self, written: str, implied: bool) -> str:
        """What trade rows are ranked by; without `implied` not by what follows from them."""
        from rucn.queries.ranking import FOLLOWING, RANKINGS

        [found] = self.among(written, RANKINGS, "ranking")
        if found in FOLLOWING and not implied:
            raise UsageError(f"--rank-by {found} needs --implied, which works it out")
        return found

    def among(self, written: Written, words: Iterable[str], what: str) -> list[str]:
        """The words of a short list that belongs to the program, not to a database."""
        if not as_list(written):
            return []
        known = Index.of(Entity(what, word, word, [word]) for word in words)
        return [self._understanding.entity(one, [known], what).key for one in as_list(written)]

    def speakers(self, written: Written) -> Speakers:
        """Whom persons, institutions, regions and roles stand for; None where none is asked for."""
        return {self._offices.speaker(one) for one in as_list(written)} or None

    def fields_left_out(self, written: Written) -> list[str]:
        """The fields of projects that may be empty."""
        if not as_list(written):
            return []
        known = Index.of(Entity("field", field, field, [field, *also.split()]) for field, also in LEFT_OUT.items())
        return [self._understanding.entity(one, [known], "field").key for one in as_list(written)]

    def suggest(self, key: str) -> tuple[Candidate, ...]:
        """The region or official that a person may have meant who wrote no id, if any."""
        try:
            found = match(key, [official_names(self._dataset)], "record", places=True)
        except NotFoundError:
            return ()
        return (candidate(found.entity, found.score),)

    def _area(self, written: str, others: list[Index], what: str) -> Area:
        # The countries are known, so that no region is taken to be meant where a country is named.
        known = [term_names(self._dataset, "country"), *others, place_names(self._dataset)]
        entity = self._understanding.entity(written, known, what, places=True)
        return Area(entity.key, entity.label if entity.kind == CITY else "")

    def _period(self, written: str) -> str:
        period = as_sdmx(written)
        if period is None:
            raise NotFoundError(f"“{printable(written)}” is no period; periods are {PERIODS}")
        return period


def as_list(written: Written) -> list[str]:
    """One written value, or several, as a list."""
    return [written] if isinstance(written, str) else list(written)


def _begins_word(begun: str, text: str) -> bool:
    """Whether a word of a text begins so."""
    return any(word.startswith(begun) for word in text.casefold().split())
