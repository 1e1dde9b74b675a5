"""How projects, instruments and proposals are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rucn.model.amounts import amount, as_words, money
from rucn.render.said import Mark, Said, join, mark, say
from rucn.render.views.shared import amount_column, quote_column, rate_column, spans_of
from rucn.render.views.view import Column, Tip, View
from rucn.render.wording import InCurrency, in_currency, place, rate_legends, with_words

if TYPE_CHECKING:
    from rucn.model.records import ConvertedProject, Project

BASIS = {"stated": "named in the words", "speaker": "the speaker’s, not named in the words"}


def _investment(project: Project) -> str:
    return money(amount(project["investment"], project["currency"], project["investment_qualifier"]))


def _converted(project: ConvertedProject) -> InCurrency:
    return in_currency(project["converted_investment"], project["investment_qualifier"], project)


def _region(project: Project) -> Said:
    """The region; one that only the speaker's office gives is marked as inferred."""
    return mark(project["region_name"] or "—", Mark.INFERRED, project["region_basis"] == "speaker")


def _dates(project: Project) -> str:
    start, completion = project["start"] or "", project["completion"] or ""
    return f"{start} – {completion}".strip() if completion else start


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
        Column("ID", lambda one: one["id"], whole=True, style="cyan"),
        Column("Project", lambda one: one["name"]),
        Column(
            "Kind, status",
            lambda one: ", ".join(filter(None, (as_words(one["kind"]), as_words(one["status"])))),
        ),
        Column("Region", _region, known=lambda one: str(_region(one))),
        Column("Sectors", lambda one: ", ".join(one["sectors"]), extra=1),
        amount_column("Investment", _investment, lambda one: one["currency"], _converted, added),
        Column("Dates", _dates, extra=2),
        Column("Partners", lambda one: "; ".join(one["partners"]), extra=3),
        quote_column(lambda one: one["official_name"], lambda one: [one["quote"]]),
        *rate_column(_converted, added),
    ],
    details=[
        ("ID", lambda one: one["id"]),
        ("Project", lambda one: one["name"]),
        ("Kind", lambda one: one["kind"]),
        ("Status", lambda one: with_words(as_words(one["status"]), one["status_as_stated"])),
        ("Region", lambda one: place(one["region_name"], one["region"], BASIS.get(one["region_basis"] or "", ""))),
        ("Places", _places),
        ("Sectors", lambda one: ", ".join(one["sectors"])),
        ("Investment", _investment),
        ("Partners", lambda one: "; ".join(one["partners"])),
        ("Start", lambda one: with_words(one["start"], one["start_as_stated"])),
        ("Completion", lambda one: with_words(one["completion"], one["completion_as_stated"])),
        ("Note", lambda one: one["note"] or ""),
    ],
    tip=Tip("rucn show {} shows the words it rests on", lambda one: one["id"]),
    legends=lambda records, added, printed: rate_legends(map(_converted, records), printed) if added.converted else [],
    rests_on=lambda one: [one["id"]],
    units={"investment": "currency"},
    spans=lambda one, background: spans_of(background.quote["text"], one["evidence"]),
)
