"""How qualifiers go through arithmetic: what is computed keeps the weaker hedge of what it rests on.

A qualifier says where a true value lies beside the one that is stated: `nearly` a little below it, `about` a little to
either side, `more_than` anywhere above, `at_most` anywhere below. `expected` and `initial` say of what kind it is.
Where two hedges pull in opposite directions, nothing can be said of the result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rucn.model.vocabulary import Qualifier

# Of two hedges the one that the result keeps; pairs that are not here leave nothing to say.
_WEAKER: dict[frozenset[str], Qualifier] = {
    frozenset({"about", "nearly"}): "about",
    frozenset({"about", "more_than"}): "more_than",
    frozenset({"about", "at_most"}): "at_most",
    frozenset({"nearly", "at_most"}): "at_most",
    frozenset({"about", "expected"}): "expected",
    frozenset({"nearly", "expected"}): "expected",
    frozenset({"about", "initial"}): "initial",
    frozenset({"nearly", "initial"}): "initial",
}
# What nearly a value divides is a little too small: how much, no other hedge says.
_TURNED: dict[str, Qualifier] = {"more_than": "at_most", "at_most": "more_than", "nearly": "about"}


class UnsayableError(Exception):
    """Two hedges pull in opposite directions, so that no qualifier fits their product."""


def product(first: Qualifier | None, second: Qualifier | None) -> Qualifier | None:
    """The qualifier of a product of two positive values; raises UnsayableError where none fits."""
    if first is None or second is None or first == second:
        return first or second
    try:
        return _WEAKER[frozenset({first, second})]
    except KeyError:
        raise UnsayableError from None


def quotient(dividend: Qualifier | None, divisor: Qualifier | None) -> Qualifier | None:
    """The qualifier of a quotient of two positive values; raises UnsayableError where none fits."""
    return product(dividend, invert(divisor))


def invert(qualifier: Qualifier | None) -> Qualifier | None:
    """The qualifier of what is the smaller the larger a value is: its inverse, or what is left after a loss of it."""
    return _TURNED.get(qualifier, qualifier) if qualifier else None
