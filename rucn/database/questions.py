"""What every question rests on: the rows, what understands written values, what remarks are told through."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING

from rucn.database.arguments import checked
from rucn.database.remarks import Remarks
from rucn.database.wiring import Wiring
from rucn.model import paths
from rucn.queries.filters import Filters

if TYPE_CHECKING:
    from rucn.analysis.currency import Converter
    from rucn.store.dataset import Dataset


class Questions:
    """The rows of a database, opened for questions of one kind or another.

    Attributes:
        dataset: The rows of the file.
    """

    def __init__(
        self, dataset: Dataset, note: Callable[[str], object] = lambda remark: None, path: Path | None = None
    ) -> None:
        """Makes a database of rows that are sound.

        Args:
            dataset: The rows.
            note: Called with each remark that a person should see: how a misspelt name was understood, that the
                sources say nothing, that a number is doubted.
            path: The file of the rows, beside which references and rates may stand; the bundled one for None.
        """
        self.dataset = dataset
        self._remarks = Remarks(dataset, note)
        self._read = Filters(dataset, note)
        self._wiring = Wiring(dataset, path or paths.bundled_database())

    def __init_subclass__(cls) -> None:
        """Has every question of a class check what it is given."""
        super().__init_subclass__()
        for name, method in list(vars(cls).items()):
            if isinstance(method, FunctionType) and not name.startswith("_"):
                setattr(cls, name, checked(method))

    def _converter(self, currency: str | None) -> Converter | None:
        if currency is None:
            return None
        [code] = self._read.terms(currency, "currency")
        return self._wiring.converter(code)
