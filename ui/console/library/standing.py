"""Standing: in words how far a workshop of the list has been prepared."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from workshop.words import Words

if TYPE_CHECKING:
    from workshop.shelf import WorkshopLine

_DAY: Final = 24 * 60
LEAST_SECRET: Final = 5
"""Seats that a secret ballot needs."""


class Point(NamedTuple):
    """One sentence about a workshop; not `good` is what is still to be seen to."""

    said: str
    good: bool


def standing(line: WorkshopLine, today: date, words: Words) -> str:
    """In a word how ready a workshop is that has not ended."""
    if line.state == "live":
        return words.say("Going on")
    if line.held_on < today:
        return words.say("Its day has passed")
    return missing(line, words) or words.say("Ready")


def points(line: WorkshopLine, words: Words) -> tuple[Point, ...]:
    """What the card says about the agenda, or what is missing before that."""
    lacking = missing(line, words)
    if lacking:
        return (Point(lacking, False),)
    if line.ends_at is None:
        return ()
    booked = (line.ends_at - line.starts_at) % _DAY  # it may go past midnight
    over = line.ends - line.starts_at - booked
    if over > 0:
        said = words.say("Agenda is {n} min longer than the room booking", n=over)
        return (Point(said, False),)
    return (Point(words.say("Agenda fits the room booking"), True),)


def room_point(line: WorkshopLine, words: Words) -> Point:
    """Whether the room was tested."""
    if line.room_tested_at is None:
        return Point(words.say("Projector not tested yet"), False)
    return Point(words.say("Projector tested"), True)


def missing(line: WorkshopLine, words: Words) -> str:
    """What keeps a workshop from being opened, the first of it; nothing where nothing does."""
    if not line.title.strip():
        return words.say("No title yet")
    if not line.teams:
        return words.say("No teams yet")
    if not line.questions:
        return words.say("No questions yet")
    if line.secret and line.by_team:
        return words.say("Teams vote as one, but in secret")
    if line.secret and line.voters < LEAST_SECRET:
        return words.say("Too few seats for a secret ballot")
    return ""
