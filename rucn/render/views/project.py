"""How projects, instruments and proposals are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rucn.model.amounts import amount, as_words, money
from rucn.render.answer import Added
from rucn.render.said import Mark, Said, join, mark, say
from rucn.render.views.shared import amount_column, quote_column, rate_column, region_column, spans_of
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
# So many projects are seen at a glance; more are counted.
FEW = 9
BASIS = {"stated": "named in the words", "speaker": "the speaker’s; the words do not name it"}


def _kind_and_status(project: Project) -> Said:
    return join(", ", [as_words(project["kind"]), as_words(project["status"])])


def _shorten_status(said: Said, names: Mapping[str, str]) -> Said:
    """A status alone where it is that of a project, and a kind alone where it says the status too."""
    kind, *status = said.pieces
    if kind == "proposal" and status == [", ", "proposed"]:
        return say(kind)
    return say(*status[1:]) if kind == "project" and status else said


def _investment(project: Project) -> Said:
    words = money(amount(project["investment"], project["currency"], project["investment_qualifier"]))
    return mark(words, Mark.INFERRED, words and "currency" in project["inferred"])


def _converted(project: ConvertedProject) -> InCurrency:
    return in_currency(project["converted_investment"], project["investment_qualifier"], project)


def _region(project: Project) -> Said:
    """The region; one that only the speaker's office gives is marked as inferred."""
    return mark(project["region_name"] or say(Mark.NOT_STATED), Mark.INFERRED, project["region_basis"] == "speaker")


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


def _legends(projects: Sequence[ConvertedProject], added: Added, printed: bool) -> list[str]:
    """The rates, what is stated for none of the projects, and how many there are by sector."""
    said = rate_legends(map(_converted, projects), printed) if added.converted else []
    if projects and all(one["investment"] is None for one in projects):
        said.append(f"Investment: {NOT_STATED} for any of these")
    if len(projects) > FEW:
        said.append(f"By sector: {_by_sector(projects)}")
    return said


def _by_sector(projects: Sequence[Project]) -> str:
    """How many projects are of which sector, the most frequent first; one may be of several."""
    often = Counter(sector for one in projects for sector in one["sectors"])
    counts = [
        f"{as_words(sector)} {count}" for sector, count in sorted(often.items(), key=lambda one: (-one[1], one[0]))
    ]
    without = sum(not one["sectors"] for one in projects)
    return ", ".join([*counts, *([f"none stated {without}"] if without else [])])


VIEW: View[ConvertedProject] = View(
    lambda added: "ConvertedProject" if added.converted else "Project",
    columns=lambda added: [
        Column("ID", lambda one: one["id"], whole=True, style="id"),
        Column("Project", lambda one: one["name"]),
        Column("Kind, status", _kind_and_status, short=_shorten_status),
        region_column(_region),
        Column("Sectors", lambda one: ", ".join(one["sectors"]), extra=1, cut=True),
        amount_column(
            "Investment", _investment, lambda one: one["currency"], _converted, added, lambda one: one["doubt"]
        ),
        Column("Dates", _dates),
        Column("Partners", _partners, extra=3),
        quote_column(lambda one: one["said_by"], lambda one: [one["quote"]], lambda one: one["quote_kind"]),
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
    legends=_legends,
    fields={
        "region": lambda one: date_words(one["region"], "region" in one["inferred"]),
        "region_name": lambda one: date_words(one["region_name"], "region" in one["inferred"]),
        "partners": _partners,
        "start": lambda one: date_words(one["start"], False, one["start_as_stated"]),
        "completion": lambda one: date_words(one["completion"], False, one["completion_as_stated"]),
        "investment": lambda one: doubtful(_investment(one), one["doubt"]),
        "converted_investment": lambda one: doubtful(_converted(one).words, one["doubt"]),
    },
    rests_on=lambda one: [one["id"]],
    units={"investment": "currency"},
    spans=lambda one, background: spans_of(background.quote["text"], one["evidence"]),
)
