"""What became of the projects that the quotes speak of: their dates and state beside what is reported since."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from rucn.amounts import spaced
from rucn.comparing.tolerances import CLOSE_MONTHS
from rucn.periods import months

if TYPE_CHECKING:
    from rucn.records import ProjectEvent
    from rucn.stored import ProjectRow
    from rucn.vocabulary import Verdict

# Which event is the counterpart of which date of a project; an instrument is begun when it is opened.
BEGUN = ("construction_started",)
BEGUN_INSTRUMENT = ("opened",)
DONE = ("construction_completed",)


class Outcome(NamedTuple):
    """One date or state of a project beside one event; `claim` is start, completion or status."""

    claim: str
    period: str | None
    words: str | None
    event: "ProjectEvent"
    verdict: "Verdict"
    reason: str


def outcomes(project: "ProjectRow", events: "Iterable[ProjectEvent]") -> Iterator[Outcome]:
    """Each event in the life of a project, beside the date of it that it bears on, or beside its state."""
    begun = BEGUN_INSTRUMENT if project["kind"] == "instrument" else BEGUN
    for event in sorted(events, key=lambda one: one["date"]):
        if event["project"] != project["id"]:
            continue
        if event["event"] in begun and project["start"]:
            verdict, reason = on_date(project["start"], event)
            yield Outcome("start", project["start"], project["start_as_stated"], event, verdict, reason)
        elif project["completion"] and event["event"] in DONE:
            verdict, reason = on_date(project["completion"], event)
            yield Outcome("completion", project["completion"], project["completion_as_stated"], event, verdict, reason)
        elif project["completion"] and event["event"] not in BEGUN:
            reason = _later(project["completion"], event)
            yield Outcome(
                "completion", project["completion"], project["completion_as_stated"], event, "not comparable", reason
            )
        else:
            reason = f"{_told(event)}; the quote gives no date"
            yield Outcome("status", None, project["status_as_stated"], event, "not comparable", reason)


def on_date(stated: str, event: "ProjectEvent") -> "tuple[Verdict, str]":
    """Whether an event came when it was stated or planned to, and that in words."""
    ours, theirs = months(stated), months(event["date"][: len("2019-11")])
    told = _told(event)
    if ours is None or theirs is None:
        return "not comparable", f"{told}; one of the dates is none"
    if theirs[0] <= ours[1] and ours[0] <= theirs[1]:
        return "agrees", told
    early, late = ours[0] - theirs[1], theirs[0] - ours[1]
    by = f"{abs(max(early, late))} month{'s' if max(early, late) > 1 else ''} {'before' if early > 0 else 'after'}"
    return ("close" if max(early, late) <= CLOSE_MONTHS else "differs"), f"{told}, {by} {stated}"


def _later(planned: str, event: "ProjectEvent") -> str:
    """What followed a completion that was planned, and how long after."""
    ours, theirs = months(planned), months(event["date"][: len("2019-11")])
    after = theirs[0] - ours[1] if ours and theirs else 0
    distance = f", {after} months after the completion was planned" if after > 0 else ""
    return f"{_told(event)}{distance}; another step than completion"


def _told(event: "ProjectEvent") -> str:
    note = f" ({event['note'].rstrip('.')})" if event["note"] else ""
    return f"{spaced(event['event'])} {event['date']}{note}"
