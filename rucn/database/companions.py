"""The files beside a database, each read only when asked for, and what is worked out with them."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rucn.analysis.compare import Comparer
    from rucn.analysis.currency import Converter
    from rucn.analysis.inference import Inference
    from rucn.analysis.lineage import Chains
    from rucn.store.dataset import Dataset
    from rucn.store.rates import Rates
    from rucn.store.references import References

REFERENCES = "references.jsonl"
RATES = "rates.tsv"
CHECK = "`rucn check` with the same --db"


class Companions:
    """The references and rates that go with a dataset: those beside its file, or else the bundled ones.

    A file beside a database other than the installed one is examined before it is used; DatabaseError is raised where
    it is not sound, or cannot be read.
    """

    def __init__(self, dataset: "Dataset", beside: Path, bundled: Path, packed: Path) -> None:
        self._dataset = dataset
        self._folders = (beside, bundled)
        self._packed = packed

    @cached_property
    def references(self) -> "References":
        """What other sources report."""
        from rucn.store.references import References

        own = self.own_references
        if own is not None:
            from rucn.checks import require_sound
            from rucn.checks.references import reference_file_problems

            require_sound(own, reference_file_problems(own, self._dataset), CHECK)
        return References(self._path(REFERENCES), self._dataset)

    @property
    def own_references(self) -> Path | None:
        """The file of references beside the database; None where there is none, or it is the installed one."""
        return self._own(REFERENCES)

    @property
    def own_rates(self) -> Path | None:
        """The table of rates beside the database; None where there is none, or it is the installed one."""
        return self._own(RATES)

    @cached_property
    def rates(self) -> "Rates":
        """Average rates of exchange."""
        from rucn.store.rates import Rates

        own = self.own_rates
        if own is not None:
            from rucn.checks import require_sound
            from rucn.checks.rates import rates_file_problems

            require_sound(own, rates_file_problems(own), CHECK)
        return Rates(self._path(RATES))

    def converter(self, currency: str) -> "Converter":
        """What converts the amounts of records into a currency, given its code."""
        from rucn.analysis.currency import Converter

        return Converter(self._dataset, self.rates, currency)

    @cached_property
    def inference(self) -> "Inference":
        """What follows from trade rows."""
        from rucn.analysis.inference import Inference

        return Inference(self._dataset, self.references.references(["RU", "CN"], ["trade_volume"]), self.rates)

    @cached_property
    def chains(self) -> "Chains":
        """Computed values by id."""
        from rucn.analysis.lineage import Chains

        return Chains(self._dataset, self.references, self.rates, lambda: self.inference)

    @cached_property
    def comparer(self) -> "Comparer":
        """What holds claims against references."""
        from rucn.analysis.compare import Comparer

        return Comparer(self._dataset, self.references, self.rates)

    def _own(self, name: str) -> Path | None:
        path = self._path(name)
        return path if path.parent == self._folders[0] != self._packed else None

    def _path(self, name: str) -> Path:
        """The file of a name beside the database where there is one, else the bundled one."""
        beside, bundled = self._folders
        return beside / name if (beside / name).exists() else bundled / name
