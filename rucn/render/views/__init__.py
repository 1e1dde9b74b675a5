"""How each kind of record is shown: one module a kind, named like it. To add a kind is to add its type and its view."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from rucn.render.answer import Record
    from rucn.render.views.view import View


def view_of(kind: str) -> View[Record]:
    """The view of a kind of record, as what knows nothing of its fields sees it."""
    return cast("View[Record]", import_module(f"rucn.render.views.{kind}").VIEW)
