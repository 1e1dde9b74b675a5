"""What became of the projects that the quotes speak of: their dates and state beside what is reported since."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

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
    reason: str | None


def outcomes(project: "ProjectRow", events: "Iterable[ProjectEvent]") -> Iterator[Outcome]:
    """Each event in the life of a project, beside the date of it that it bears on, or beside its state."""
    begun = BEGUN_INSTRUMENT if project["kind"] == "instrument" else BEGUN
    for event in sorted(events, key=lambda one: one["date"]):
        if event["project"] != project["id"]:
            continue
        start, completion = project["start"], project["completion"]
        if event["event"] in begun and start:
            verdict, reason = on_date(start, event["date"])
            yield Outcome("start", start, project["start_as_stated"], event, verdict, _noted(reason, event))
        elif completion and event["event"] not in BEGUN:
            is_completion = event["event"] in DONE
            verdict, reason = (on_date if is_completion else _later)(completion, event["date"])
            yield Outcome(
                "completion", completion, project["completion_as_stated"], event, verdict, _noted(reason, event)
            )
        else:
            reason = _noted("the quote gives no date", event)
            yield Outcome("status", None, project["status_as_stated"], event, "not comparable", reason)


def on_date(stated: str, date: str) -> "tuple[Verdict, str | None]":
    """Whether an event came when it was stated or planned to, and how far from that."""
    distance = _months_after(stated, date)
    if distance is None:
        return "not comparable", "one of the dates is none"
    if not distance:
        return "agrees", None
    much = f"{abs(distance)} month{'s' if abs(distance) > 1 else ''} {'later' if distance > 0 else 'earlier'}"
    return ("close" if abs(distance) <= CLOSE_MONTHS else "differs"), much


def _later(planned: str, date: str) -> "tuple[Verdict, str]":
    """What followed a completion that was planned, and how long after."""
    after = _months_after(planned, date) or 0
    distance = f", {after} months after that was planned" if after > 0 else ""
    return "not comparable", f"another step than completion{distance}"


def _months_after(stated: str, date: str) -> int | None:
    """How many months a date is after a stated period; below zero before it, zero within it; None where one is none."""
    ours, theirs = months(stated), months(date[: len("2019-11")])
    if ours is None or theirs is None:
        return None
    return max(0, theirs[0] - ours[1]) - max(0, ours[0] - theirs[1])


def _noted(reason: str | None, event: "ProjectEvent") -> str | None:
    """A reason together with the note on an event."""
    return ". ".join(filter(None, (reason, (event["note"] or "").rstrip(".")))) or None
