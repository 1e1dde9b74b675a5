"""Refuses what a method cannot mean, such as NaN or None in place of a name, before anything is asked."""

from __future__ import annotations

import reprlib
from collections.abc import Callable, Iterable
from functools import wraps
from inspect import CO_VARARGS
from typing import Any

from rucn.model.errors import ArgumentError, printable

_TEXTS = "text, or several, is expected"
# What each annotation of a parameter takes, and how that is told.
_TAKEN: dict[str, tuple[tuple[type, ...], str]] = {
    "str": ((str,), "text is expected"),
    "str | None": ((str, type(None)), "text or None is expected"),
    "bool": ((bool,), "True or False is expected"),
    "int | None": ((int, type(None)), "a whole number or None is expected"),
    "str | float | None": ((str, int, float, type(None)), "an amount or None is expected"),
    "Written": ((str, Iterable), _TEXTS),
    "Iterable[str]": ((str, Iterable), _TEXTS),
}


def checked(method: Callable[..., Any]) -> Callable[..., Any]:
    """A method that raises ArgumentError for an argument of another type than its annotation says."""
    code, kinds = method.__code__, method.__annotations__
    names = code.co_varnames[1 : code.co_argcount]
    rest = code.co_varnames[code.co_argcount + code.co_kwonlyargcount] if code.co_flags & CO_VARARGS else ""

    @wraps(method)
    def ask(self: object, *given: Any, **named: Any) -> Any:
        asked = [
            _taken(method.__name__, names[at] if at < len(names) else rest, value, kinds)
            for at, value in enumerate(given)
        ]
        return method(self, *asked, **{name: _taken(method.__name__, name, named[name], kinds) for name in named})

    return ask


def _taken(method: str, name: str, value: Any, kinds: dict[str, str]) -> Any:
    """An argument as its method takes it: several texts as a list, for they may come but once."""
    types, expected = _TAKEN.get(kinds.get(name, ""), ((object,), ""))
    fits = isinstance(value, types) and not (isinstance(value, bool) and bool not in types and object not in types)
    if fits and Iterable in types and not isinstance(value, str):
        value = list(value)
        fits = all(isinstance(one, str) for one in value)
    if not fits:
        raise ArgumentError(f"{method}({name}): {expected}, not {printable(reprlib.repr(value))}")
    return value
