"""How projects, instruments and proposals are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.model.amounts import amount, as_words, money
from rucn.render.said import Mark, Said, join, mark, say
from rucn.render.views.shared import amount_column, quote_column, rate_column, spans_of
from rucn.render.views.view import Column, Tip, View
from rucn.render.wording import (
    InCurrency,
    context_words,
    date_words,
    doubtful,
    in_currency,
    place,
    rate_legends,
    with_words,
)

if TYPE_CHECKING:
    from rucn.model.records import ConvertedProject, Project

NOT_STATED = "not stated"
BASIS = {"stated": "named in the words", "speaker": "the speaker’s; the words do not name it"}


def _investment(project: Project) -> Said:
    words = money(amount(project["investment"], project["currency"], project["investment_qualifier"]))
    return mark(words, Mark.INFERRED, words and "currency" in project["inferred"])


def _converted(project: ConvertedProject) -> InCurrency:
    return in_currency(project["converted_investment"], project["investment_qualifier"], project)


def _region(project: Project) -> Said:
    """The region; one that only the speaker's office gives is marked as inferred."""
    return mark(project["region_name"] or "—", Mark.INFERRED, project["region_basis"] == "speaker")


def _placed(project: Project) -> Said:
    basis = BASIS.get(project["region_basis"] or "", "")
    return place(project["region_name"], project["region"], basis, project["region_basis"] == "speaker")


def _partners(project: Project) -> Said:
    return date_words("; ".join(project["partners"]), "partners" in project["inferred"])


def _dates(project: Project) -> Said:
    start = date_words(project["start"], False, project["start_as_stated"])
    completion = date_words(project["completion"], False, project["completion_as_stated"])
    return say(start, say(" – " if start.pieces else "– ", completion) if completion.pieces else None)


def _places(project: Project) -> Said:
    return join(
        ", ",
        (
            say(f"{one['name']} (", mark(one["region"], Mark.INFERRED, one["region_inferred"]), ")")
            if one["region"]
            else one["name"]
            for one in project["places"]
        ),
    )


VIEW: View[ConvertedProject] = View(
    lambda added: "ConvertedProject" if added.converted else "Project",
    columns=lambda added: [
        Column("ID", lambda one: one["id"], whole=True, style="id"),
        Column("Project", lambda one: one["name"]),
        Column(
            "Kind, status",
            lambda one: ", ".join(filter(None, (as_words(one["kind"]), as_words(one["status"])))),
        ),
        Column("Region", _region, known=lambda one: str(_region(one))),
        Column("Sectors", lambda one: ", ".join(one["sectors"]), extra=1),
        amount_column(
            "Investment", _investment, lambda one: one["currency"], _converted, added, lambda one: one["doubt"]
        ),
        Column("Dates", _dates, extra=2),
        Column("Partners", _partners, extra=3),
        quote_column(lambda one: one["official_name"], lambda one: [one["quote"]]),
        *rate_column(_converted, added),
    ],
    details=[
        ("ID", lambda one: one["id"]),
        ("Project", lambda one: one["name"]),
        ("Kind", lambda one: one["kind"]),
        ("Status", lambda one: with_words(as_words(one["status"]), one["status_as_stated"])),
        ("Region", _placed),
        ("Places", _places),
        ("Sectors", lambda one: ", ".join(one["sectors"])),
        ("Investment", lambda one: doubtful(_investment(one), one["doubt"]) if one["currency"] else NOT_STATED),
        ("Partners", _partners),
        ("Start", lambda one: with_words(one["start"], one["start_as_stated"])),
        ("Completion", lambda one: with_words(one["completion"], one["completion_as_stated"])),
        ("Inferred", lambda one: context_words(one["inferred"])),
        ("Note", lambda one: one["note"] or ""),
        ("Doubt", lambda one: one["doubt"] or ""),
    ],
    tip=Tip("rucn show {} shows the words it rests on", lambda one: one["id"]),
    legends=lambda records, added, printed: rate_legends(map(_converted, records), printed) if added.converted else [],
    rests_on=lambda one: [one["id"]],
    units={"investment": "currency"},
    spans=lambda one, background: spans_of(background.quote["text"], one["evidence"]),
)
