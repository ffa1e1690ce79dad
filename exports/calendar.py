"""The calendar: due dates of actions and the review date, as an .ics that updates itself.

All-day events, since tasks (VTODO) are taken by few calendars: Google's leaves them out, Outlook
and Apple's show them elsewhere or not at all. They block no time and sound no alarm; who wants to
be reminded has a calendar that knows how.

An event has the same UID in every export, made of its action's id, and a SEQUENCE that grows from
one export to the next, so that a calendar takes what was exported last for what holds: also when a
date went back by an undo. An action that was dropped is there as cancelled.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from icalendar import Calendar, Event, vText

from exports.tables.table import clean
from exports.tables.whole import REHEARSAL
from exports.writing import Written, write_whole
from workshop.facts import ActionFacts
from workshop.snapshot import Snapshot
from workshop.words import Words, mark

PRODUCT: Final = "-//Flipchart//Flipchart//EN"
DOMAIN: Final = "flipchart"
REHEARSED: Final = "rehearsal-"
"""Before the UID of what was only rehearsed: it must never take the place of what is real."""
SEQUENCE_FROM: Final = 1_577_836_800
"""The first second of 2020. SEQUENCE counts seconds from there, and has room until 2088."""

REVIEW: Final = mark("Review of the actions: {workshop}")
PROPOSED: Final = "proposed"


def write(snapshot: Snapshot, words: Words, path: Path) -> Written:
    """Write the dates to `path`, whole or not at all: the same bytes for the same snapshot.

    Actions without a date are not in it; the calendar's description says how many those are.
    Raises WorkshopError where the file cannot be written.
    """
    content = calendar(snapshot, words).to_ical(sorted=False)
    write_whole(path, lambda file: file.write(content))
    return Written(path, ())


def calendar(snapshot: Snapshot, words: Words) -> Calendar:
    """The calendar with an event for each date."""
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    _say(made, "x-wr-calname", _named(snapshot, words))
    _say(made, "x-wr-caldesc", "\n".join(_about(snapshot, words)))
    for action in snapshot.actions:
        if action.due is not None:
            status = "TENTATIVE" if action.state == PROPOSED else "CONFIRMED"
            made.add_component(_action(action, action.due, status, snapshot, words))
    for action in snapshot.dropped:
        if action.due is not None:
            made.add_component(_action(action, action.due, "CANCELLED", snapshot, words))
    if snapshot.workshop.review_on is not None:
        made.add_component(_review(snapshot.workshop.review_on, snapshot, words))
    return made


class _Text(vText):
    """A text as RFC 5545 escapes it; the library makes a line break of a backslash before an N."""

    def to_ical(self) -> bytes:
        text = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return text.replace("\n", "\\n").encode("utf-8")


def _action(action: ActionFacts, due: date, status: str, snapshot: Snapshot, words: Words) -> Event:
    what = " ".join(action.what.split()) or words.say("Action")
    lines = [
        _line(words.say("First step"), action.first_step),
        _line(words.say("Owner"), action.owner),
        _line(words.say("Measure"), action.measure),
        _line(
            words.say("From"), ", ".join(part for part in (action.session, action.short) if part)
        ),
        _named(snapshot, words),
    ]
    return _event(action.id, due, what, lines, snapshot, words, status=status)


def _review(day: date, snapshot: Snapshot, words: Words) -> Event:
    summary = words.say(REVIEW, workshop=_named(snapshot, words))
    lines = _about(snapshot, words)
    uid = f"review-{snapshot.workshop.id}"
    return _event(uid, day, summary, lines, snapshot, words, status="CONFIRMED")


def _event(
    uid: str,
    day: date,
    summary: str,
    lines: Sequence[str],
    snapshot: Snapshot,
    words: Words,
    *,
    status: str,
) -> Event:
    """An event that lasts the whole day, in which one is free."""
    rehearsal = snapshot.workshop.rehearsal
    taken = snapshot.taken_at // 1000
    moment = datetime.fromtimestamp(taken, UTC)
    sign = words.say(REHEARSAL)
    event = Event()
    event.add("uid", f"{REHEARSED if rehearsal else ''}{uid}@{DOMAIN}")
    event.add("dtstamp", moment)
    event.add("last-modified", moment)
    event.add("sequence", max(0, taken - SEQUENCE_FROM))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    _say(event, "summary", f"{summary} ({sign})" if rehearsal else summary)
    _say(event, "description", "\n".join(line for line in ([sign] * rehearsal + [*lines]) if line))
    event.add("status", status)
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    return event


def _about(snapshot: Snapshot, words: Words) -> list[str]:
    """What is in the calendar and what is not, a sentence each."""
    dated = sum(each.due is not None for each in snapshot.actions)
    dateless = len(snapshot.actions) - dated
    said = [words.say(REHEARSAL)] if snapshot.workshop.rehearsal else []
    said.append(words.count("{n} action with a date.", "{n} actions with a date.", dated))
    if dateless:
        said.append(
            words.count(
                "{n} action has no date yet and is not in this calendar.",
                "{n} actions have no date yet and are not in this calendar.",
                dateless,
            )
        )
    return said


def _named(snapshot: Snapshot, words: Words) -> str:
    parts = (snapshot.workshop.organisation, snapshot.workshop.title)
    named = ", ".join(" ".join(part.split()) for part in parts if part.strip())
    return named or words.say("Workshop")


def _line(name: str, text: str) -> str:
    return f"{name}: {text.strip()}" if text.strip() else ""


def _say(component: Calendar | Event, name: str, text: str) -> None:
    component.add(name, _Text(clean(text)))
