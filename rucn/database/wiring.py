"""What answers rest on besides the rows of a database: the files beside it, and what is worked out with them.

Each is made when it is first asked for, so that a question pays only for what it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rucn.model import paths
from rucn.store import files

if TYPE_CHECKING:
    from rucn.analysis.compare import Comparer
    from rucn.analysis.currency import Converter
    from rucn.analysis.inference import Inference
    from rucn.analysis.lineage import Lineage
    from rucn.model.records import Problem
    from rucn.store.dataset import Dataset
    from rucn.store.rates import Rates
    from rucn.store.references import References


class Wiring:
    """The references and rates that go with a dataset, and what is worked out with them.

    A file beside a database other than the installed one is proven sound before it is used; DatabaseError is raised
    where it is not, or cannot be read.
    """

    def __init__(self, dataset: Dataset, database: Path) -> None:
        self._dataset = dataset
        self._database = database

    @cached_property
    def references(self) -> References:
        """What other sources report, of those that the dataset is narrowed to."""
        return self._references(narrowed=True)

    @cached_property
    def _all_references(self) -> References:
        """What other sources report, to set beside what is stated."""
        return self._references(narrowed=False)

    def _references(self, narrowed: bool) -> References:
        from rucn.store.references import References

        path = files.path_beside(self._database, paths.REFERENCES)
        content = files.read_file(path)
        self._prove(path, lambda: self.reference_problems(content, path), content)
        return References(content, path, self._dataset, narrowed)

    @cached_property
    def rates(self) -> Rates:
        """Average rates of exchange."""
        from rucn.store.rates import Rates

        path = files.path_beside(self._database, paths.RATES)
        content = files.read_file(path)
        self._prove(path, lambda: self.rate_problems(content, path), content)
        return Rates(content, path)

    def problems(self) -> Iterable[Problem]:
        """Every problem of the files beside the database that are its own."""
        for name, problems in ((paths.REFERENCES, self.reference_problems), (paths.RATES, self.rate_problems)):
            path = files.path_beside(self._database, name)
            if self._is_own(path):
                yield from problems(files.read_file(path), path)

    def reference_problems(self, content: bytes, path: Path) -> Iterable[Problem]:
        """Every problem of a file of references."""
        from rucn.checks.references import reference_file_problems

        return reference_file_problems(content, path, self._dataset)

    def rate_problems(self, content: bytes, path: Path) -> Iterable[Problem]:
        """Every problem of a table of rates."""
        from rucn.checks.rates import rates_file_problems

        return rates_file_problems(content, path)

    def converter(self, currency: str) -> Converter:
        """What converts the amounts of records into a currency, given its code."""
        from rucn.analysis.currency import Converter

        return Converter(self._dataset, self.rates, currency)

    @cached_property
    def inference(self) -> Inference:
        """What follows from trade rows."""
        from rucn.analysis.inference import Inference

        return Inference(self._dataset, self._all_references.references(["RU", "CN"], ["trade_volume"]), self.rates)

    @cached_property
    def lineage(self) -> Lineage:
        """Computed values by id."""
        from rucn.analysis.lineage import Lineage

        return Lineage(self._dataset, self._all_references, self.rates, lambda: self.inference)

    @cached_property
    def comparer(self) -> Comparer:
        """What holds claims against references."""
        from rucn.analysis.compare import Comparer

        return Comparer(self._dataset, self._all_references, self.rates)

    def _prove(self, path: Path, problems: Callable[[], Iterable[Problem]], content: bytes) -> None:
        """Proves a file sound, once: the verdict on it goes by the database that it belongs to, too."""
        if not self._is_own(path):
            return
        from rucn.store.proven import digest_of, keep_tables, kept_tables

        # A dataset that was not read from a file has no verdict that this one could go with.
        read_from = self._dataset.digest
        digest = read_from and digest_of(path.name.encode(), content, read_from.encode())
        if digest and kept_tables(digest) is not None:
            return
        from rucn.checks import require_sound

        require_sound(path, problems(), self._database)
        if digest:
            keep_tables(digest, {})

    def _is_own(self, path: Path) -> bool:
        """Whether a file is the database's, and not one of those that come with the program."""
        return path.parent == self._database.parent and not files.is_installed(path)
