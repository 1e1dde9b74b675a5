"""What became of the projects that the quotes speak of: their dates and state beside what is reported since."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from rucn.analysis.compare.tolerances import CLOSE_MONTHS
from rucn.model.periods import months
from rucn.model.vocabulary import DECIDED

if TYPE_CHECKING:
    from rucn.model.records import ProjectEvent
    from rucn.model.rows import ProjectRow
    from rucn.model.vocabulary import Hindrance, Verdict

# Which event is the counterpart of which date of a project; an instrument is begun when it is opened.
BEGUN = ("construction_started",)
BEGUN_INSTRUMENT = ("opened",)
DONE = ("construction_completed",)
A_MONTH = 31
NO_DATE: tuple[Hindrance, ...] = ("no_date",)
OTHER_STEP: tuple[Hindrance, ...] = ("other_step",)
SAME_PROJECT = "Taken to be on the same project"


class Outcome(NamedTuple):
    """One date or state of a project beside one event; `claim` is start, completion or status."""

    claim: str
    period: str | None
    words: str | None
    event: ProjectEvent
    verdict: Verdict
    reason: str | None
    hindrances: tuple[Hindrance, ...] = ()


def outcomes(project: ProjectRow, events: Iterable[ProjectEvent]) -> Iterator[Outcome]:
    """Each event in the life of a project, beside the date of it that it bears on, or beside its state."""
    begun = BEGUN_INSTRUMENT if project["kind"] == "instrument" else BEGUN
    for event in sorted(events, key=lambda one: one["date"]):
        if event["project"] != project["id"]:
            continue
        start, completion = project["start"], project["completion"]
        if event["event"] in begun and start:
            verdict, reason = on_date(start, event["date"])
            hindrances = () if verdict in DECIDED else NO_DATE
            yield Outcome("start", start, project["start_as_stated"], event, verdict, _noted(reason, event), hindrances)
        elif completion and event["event"] not in BEGUN:
            is_completion = event["event"] in DONE
            verdict, reason = (on_date if is_completion else _later)(completion, event["date"])
            hindrances = () if verdict in DECIDED else NO_DATE if is_completion else OTHER_STEP
            yield Outcome(
                "completion",
                completion,
                project["completion_as_stated"],
                event,
                verdict,
                _noted(reason, event),
                hindrances,
            )
        else:
            reason = _noted("the quote gives no date", event)
            yield Outcome("status", None, project["status_as_stated"], event, "not comparable", reason, NO_DATE)


def on_date(stated: str, date: str) -> tuple[Verdict, str | None]:
    """Whether an event came when it was stated or planned to, and how far from that."""
    ours, theirs = months(stated), months(date[: len("2019-11")])
    if ours is None or theirs is None:
        return "not comparable", "one of the dates cannot be read"
    distance = _months_after(ours, theirs)
    if distance:
        much = _days_between(ours, date) or f"{abs(distance)} month{'s' if abs(distance) > 1 else ''}"
        said: Verdict = "close" if abs(distance) <= CLOSE_MONTHS else "differs"
        return said, f"{much} {'later' if distance > 0 else 'earlier'}"
    within = ours[0] <= theirs[0] and theirs[1] <= ours[1]
    return "agrees", None if within else f"the report says no more than {date}"


def _later(planned: str, date: str) -> tuple[Verdict, str]:
    """What followed a completion that was planned, and how long after."""
    ours, theirs = months(planned), months(date[: len("2019-11")])
    after = _months_after(ours, theirs) if ours and theirs else 0
    distance = f", {after} month{'s' if after > 1 else ''} after the planned date" if after > 0 else ""
    return "not comparable", f"another step than completion{distance}"


def _months_after(stated: tuple[int, int], came: tuple[int, int]) -> int:
    """How many months an event is after a stated period; below zero before it, zero within it."""
    return max(0, came[0] - stated[1]) - max(0, stated[0] - came[1])


def _days_between(stated: tuple[int, int], date: str) -> str | None:
    """How many days lie between a stated period and a day that is less than a month away; None for others."""
    if len(date) < len("2019-11-29"):
        return None
    first, after = (datetime.date(number // 12, number % 12 + 1, 1) for number in (stated[0], stated[1] + 1))
    day = datetime.date.fromisoformat(date)
    days = (first - day).days if day < first else (day - after).days + 1
    return f"{days} day{'s' if days > 1 else ''}" if days < A_MONTH else None


def _noted(reason: str | None, event: ProjectEvent) -> str | None:
    """A reason together with what has to be known of an event."""
    link = SAME_PROJECT if event["project_inferred"] else None
    return ". ".join(filter(None, (reason, link, (event["note"] or "").rstrip(".")))) or None
