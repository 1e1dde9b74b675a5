"""Frames of pandas and polars: a column is read, and columns are added to a copy. Neither is needed for the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from rucn.model.errors import ArgumentError, printable

LIBRARIES = ("pandas", "polars")


# A frame of either library, neither of which is known here.
Frame = TypeVar("Frame")


def library_of(frame: Any) -> str:
    """The library that a frame is of: `pandas` or `polars`; raises ArgumentError for anything else."""
    for kind in type(frame).__mro__:
        library = kind.__module__.partition(".")[0]
        if library in LIBRARIES and kind.__name__ == "DataFrame":
            return library
    shown = printable(type(frame).__name__)
    raise ArgumentError(f"resolve_frame(frame): a DataFrame of pandas or polars is expected, not {shown}")


def columns_of(frame: Any) -> list[str]:
    """The names of the columns, as texts; raises ArgumentError for what is no frame."""
    library_of(frame)
    return [str(name) for name in frame.columns]


def texts_of(frame: Any, column: str) -> list[str]:
    """The values of a column as texts; what is missing is empty. Raises ArgumentError where there is no such column."""
    columns = list(frame.columns)
    if columns.count(column) != 1:
        said = "several columns are" if column in columns else "no column is"
        raise ArgumentError(f"resolve_frame(column): {said} called {printable(repr(column))}")
    values = frame[column].to_list()
    return [value if isinstance(value, str) else "" if _is_missing(value) else str(value) for value in values]


def with_columns(frame: Frame, columns: Mapping[str, Sequence[object]]) -> Frame:
    """A copy of a frame with more columns, each as long as the frame."""
    known: Any = frame
    added: Frame
    if library_of(frame) == "polars":
        import polars

        added = known.with_columns(*(polars.Series(name, list(values)) for name, values in columns.items()))
        return added
    import pandas

    series = {
        name: pandas.Series(list(values), index=known.index, dtype=_dtype(values)) for name, values in columns.items()
    }
    added = known.assign(**series)
    return added


def _dtype(values: Sequence[object]) -> str:
    return "int64" if values and all(isinstance(value, int) for value in values) else "object"


def _is_missing(value: object) -> bool:
    # What is not a number is not equal to itself; nor is what pandas calls missing, of which nothing can be asked.
    return value is None or type(value).__name__ in ("NAType", "NaTType") or bool(value != value)
