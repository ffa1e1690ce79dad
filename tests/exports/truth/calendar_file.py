"""Reads a calendar back with icalendar, and says which dates must be in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from icalendar import Calendar, Event

from tests.exports.truth.known import Known, Row, day_of


@dataclass(frozen=True, order=True)
class Dated:
    """One event: what identifies it, its day, its status, and the beginning of its summary."""

    uid: str
    day: date
    status: str
    summary: str


def events(path: Path) -> list[Dated]:
    """Every event, each a whole day long."""
    found = []
    for event in _calendar(path).walk("VEVENT"):
        assert isinstance(event, Event)
        assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=1)
        summary = " ".join(str(event["summary"]).split())
        found.append(
            Dated(str(event["uid"]), event.decoded("dtstart"), str(event["status"]), summary)
        )
    return sorted(found)


def description(path: Path) -> str:
    """What the calendar says of itself: how many actions it has, and how many it has not."""
    said = str(_calendar(path)["x-wr-caldesc"])  # icalendar leaves what it does not know escaped
    return said.replace("\\n", "\n").replace("\\,", ",")


def everything(path: Path) -> str:
    """All its texts, unfolded."""
    return path.read_bytes().decode("utf-8").replace("\r\n ", "")


def _calendar(path: Path) -> Calendar:
    made = Calendar.from_ical(path.read_bytes())
    assert isinstance(made, Calendar)
    return made


def expected_events(known: Known) -> list[Dated]:
    """An event for each action with a date, cancelled for those dropped, and for the review."""
    made = [_event(known, row, _status(row)) for row in known.actions if row["due"]]
    made += [_event(known, row, "CANCELLED") for row in known.dropped if row["due"]]
    review = day_of(known.row["review_on"])
    if review is not None:
        named = (known.row["organisation"], known.row["title"])
        said = ", ".join(" ".join(each.split()) for each in named if each.strip())
        uid = f"{_before(known)}review-{known.row['id']}@flipchart"
        summary = f"Review of the actions: {said}{_behind(known)}"
        made.append(Dated(uid, review, "CONFIRMED", summary))
    return sorted(made)


def expected_description(known: Known) -> str:
    """Its numbers in sentences."""
    dated = sum(row["due"] is not None for row in known.actions)
    lines = [_before(known) and "Rehearsal: nothing here is real"]
    lines.append("1 action with a date." if dated == 1 else f"{dated} actions with a date.")
    left = len(known.actions) - dated
    if left:
        said = "1 action has" if left == 1 else f"{left} actions have"
        verb = "is" if left == 1 else "are"
        lines.append(f"{said} no date yet and {verb} not in this calendar.")
    return "\n".join(line for line in lines if line)


def _event(known: Known, row: Row, status: str) -> Dated:
    day = day_of(row["due"])
    assert day is not None
    what = " ".join(row["what"].split())
    uid = f"{_before(known)}{row['id']}@flipchart"
    return Dated(uid, day, status, f"{what}{_behind(known)}")


def _status(row: Row) -> str:
    return "TENTATIVE" if row["state"] == "proposed" else "CONFIRMED"


def _before(known: Known) -> str:
    return "rehearsal-" if known.row["rehearsal"] else ""


def _behind(known: Known) -> str:
    return " (Rehearsal: nothing here is real)" if known.row["rehearsal"] else ""
