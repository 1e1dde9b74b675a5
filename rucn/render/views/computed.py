"""How computed values are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.model.amounts import Amount, computed_money, computed_percent, exact
from rucn.render.said import Said
from rucn.render.views.view import View
from rucn.render.wording import doubtful, exact_value

if TYPE_CHECKING:
    from rucn.model.records import Computed


def _words(computed: Computed) -> Said:
    worked_out = Amount(exact(computed["value"]), computed["unit"], computed["qualifier"])
    words = computed_percent(worked_out) if computed["unit"] == "percent" else computed_money(worked_out)
    return doubtful(words, computed["doubt"])


def _value(computed: Computed) -> Said:
    return exact_value(_words(computed), computed["value"], computed["unit"])


VIEW: View[Computed] = View(
    lambda added: "Computed",
    details=[
        ("ID", lambda one: one["id"]),
        ("Computed", lambda one: one["name"]),
        ("Value", _value),
        ("Formula", lambda one: one["formula"]),
        ("Note", lambda one: one["note"] or ""),
        ("Doubt", lambda one: one["doubt"] or ""),
    ],
    fields={"value": _words},
)
