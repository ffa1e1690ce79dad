"""Readiness: what a prepared workshop still lacks, what is worth a thought, and what it is (pure).

Only what is missing keeps a workshop from being opened; advice never does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from workshop.agenda import DAY, clock_text, length_text_parts
from workshop.kinds import Ballot, ItemKind, Voter
from workshop.prepared import Prepared, PreparedItem
from workshop.words import Words

Where = Literal["day", "agenda", "teams", "votes", "room"]

TITLE, HELD_ON = "title", "held_on"

LEAST_SECRET = 5
"""Seats below which a secret ballot would keep no secret."""
SHORT_QUESTION_MINUTES = 3
"""Minutes for a question below which there is no time to talk about it."""
LONG_WITHOUT_BREAK = 120
"""Minutes after which a room needs a break."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing about a workshop: where it is mended, a sentence, and one more or ''.

    `field` is what of the day it is about, as the act that describes it calls it; else ''.
    """

    where: Where
    title: str
    detail: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Readiness:
    """What is missing (nothing: the workshop can be opened), advice, and facts, each in order."""

    missing: tuple[Point, ...]
    advice: tuple[Point, ...]
    facts: tuple[Point, ...]

    @property
    def ready(self) -> bool:
        """Whether the workshop can be opened."""
        return not self.missing


def readiness(
    prepared: Prepared, today: date, words: Words, namesakes: Sequence[date] = ()
) -> Readiness:
    """What is to be said about a workshop on this day.

    `namesakes` are the days of the other workshops with its title, the latest first.
    """
    return Readiness(
        missing=tuple(_missing(prepared, words)),
        advice=tuple(_advice(prepared, today, words, namesakes)),
        facts=tuple(_facts(prepared, words)),
    )


def spare_minutes(prepared: Prepared) -> int | None:
    """Minutes that the agenda leaves of the booking, negative where it is longer; None without."""
    workshop = prepared.workshop
    if workshop.ends_at is None:
        return None
    return (workshop.ends_at - workshop.starts_at) % DAY - prepared.minutes


def _missing(prepared: Prepared, words: Words) -> Iterator[Point]:
    workshop = prepared.workshop
    if not workshop.title.strip():
        detail = words.say("Write one, so that you find it again.")
        yield Point("day", words.say("The workshop has no title."), detail, TITLE)
    if not _questions(prepared):
        detail = words.say("Choose a framework, or put a session back.")
        yield Point("agenda", words.say("There is no question on the agenda."), detail)
    if not prepared.teams:
        detail = words.say("Add one with at least one person.")
        yield Point("teams", words.say("There are no teams yet."), detail)
    for team in prepared.teams:
        if not team.seats:
            title = words.say("Nobody is in {team} yet.", team=team.name)
            detail = words.say("Say how many people it has, or take it away.")
            yield Point("teams", title, detail)
    if workshop.ballot is Ballot.SECRET:
        yield from _missing_for_secret(prepared, words)


def _missing_for_secret(prepared: Prepared, words: Words) -> Iterator[Point]:
    if prepared.workshop.voter is Voter.TEAM:
        title = words.say("Teams that vote as one vote openly.")
        yield Point("votes", title, words.say("Choose an open ballot, or let each person vote."))
    elif prepared.teams and prepared.seats < LEAST_SECRET:
        title = words.say("A secret ballot needs at least {n} people.", n=LEAST_SECRET)
        yield Point("votes", title, words.say("Add people, or vote openly."))


def _advice(
    prepared: Prepared, today: date, words: Words, namesakes: Sequence[date]
) -> Iterator[Point]:
    if prepared.workshop.held_on < today and not prepared.begun:
        day = words.day(prepared.workshop.held_on, "full")
        title = words.say("The date has passed: {day}.", day=day)
        yield Point("day", title, words.say("Choose the day of the workshop."), HELD_ON)
    if namesakes:
        yield _advice_on_title(prepared, namesakes, words)
    yield from _advice_on_time(prepared, words)
    yield from _advice_on_sessions(prepared, words)
    yield from _advice_on_votes(prepared, words)
    if prepared.workshop.room_tested_at is None:
        title = words.say("Projector not tested.")
        yield Point("room", title, words.say("Takes about a minute."))


def _advice_on_title(prepared: Prepared, namesakes: Sequence[date], words: Words) -> Point:
    """Commands find a workshop by its title only where no other has it."""
    workshop = prepared.workshop
    day, year = words.day(namesakes[0], "long"), str(workshop.held_on.year)
    title = words.count(
        "Same title as on {day}.",
        "Same title as {n} others, the latest on {day}.",
        len(namesakes),
        day=day,
    )
    of_year = any(str(other.year) == year for other in namesakes) or year in workshop.title
    more = words.day(workshop.held_on, "long") if of_year else year
    detail = words.say(
        "Commands then tell them apart by id alone. Try “{title}, {more}”.",
        title=workshop.title,
        more=more,
    )
    return Point("day", title, detail, TITLE)


def _advice_on_time(prepared: Prepared, words: Words) -> Iterator[Point]:
    spare = spare_minutes(prepared)
    if spare is not None and spare < 0 and prepared.workshop.ends_at is not None:
        title = words.count(
            "The agenda is {n} minute longer than the booking.",
            "The agenda is {n} minutes longer than the booking.",
            -spare,
        )
        time = clock_text(prepared.workshop.ends_at)
        detail = words.say("The room is booked until {time}. Make something shorter.", time=time)
        yield Point("agenda", title, detail)
    if _longest_stretch(prepared) > LONG_WITHOUT_BREAK:
        title = words.say("There are more than two hours without a break.")
        yield Point("agenda", title, words.say("Add one."))


def _advice_on_sessions(prepared: Prepared, words: Words) -> Iterator[Point]:
    if prepared.not_led:
        title = words.count(
            "{n} question is not answered by a vote.",
            "{n} questions are not answered by a vote.",
            prepared.not_led,
        )
        detail = words.say("This version leads only what is voted on, so they are left out.")
        yield Point("agenda", title, detail)
    for item in _sessions(prepared):
        if not item.questions:
            title = words.say("{session} has no question left.", session=item.title)
            yield Point("agenda", title, words.say("Put one back, or leave the session out."))
        elif item.minutes < item.questions * SHORT_QUESTION_MINUTES:
            title = words.say("{session} is short of time.", session=item.title)
            detail = words.say(
                "{n} questions in {minutes} minutes. Give it more, or leave some out.",
                n=item.questions,
                minutes=item.minutes,
            )
            yield Point("agenda", title, detail)
    for item in prepared.items:
        if item.kind is ItemKind.GROUP_WORK and not item.purpose and not item.left_out:
            title = words.say("{item} has no task yet.", item=item.title)
            yield Point("agenda", title, words.say("Write what the groups are to do."))


def _advice_on_votes(prepared: Prepared, words: Words) -> Iterator[Point]:
    workshop = prepared.workshop
    if workshop.ballot is not Ballot.SECRET or workshop.voter is Voter.TEAM:
        return
    small = [team.name for team in prepared.teams if 0 < team.seats < workshop.minimum_group]
    if small and len(prepared.teams) > 1:
        title = words.count(
            "{n} team is too small to be shown apart.",
            "{n} teams are too small to be shown apart.",
            len(small),
        )
        detail = words.count(
            "Only the total has it: {names}.",
            "Only the total has them: {names}.",
            len(small),
            names=", ".join(small),
        )
        yield Point("votes", title, detail)


def _facts(prepared: Prepared, words: Words) -> Iterator[Point]:
    spare = spare_minutes(prepared)
    end = clock_text(prepared.workshop.starts_at + prepared.minutes)
    detail = _length(prepared.minutes, words)
    if spare is not None and spare > 0:
        left = words.count("{n} min to spare", "{n} min to spare", spare)
        detail = words.say("{length}, {left}", length=detail, left=left)
    yield Point("agenda", words.say("Ends {time}", time=end), detail)
    sessions = sum(1 for _ in _sessions(prepared))
    asked = words.count("{n} question", "{n} questions", _questions(prepared))
    yield Point("agenda", words.count("{n} session", "{n} sessions", sessions), asked)
    people = sum(team.people for team in prepared.teams)
    of_teams = words.count("{n} team", "{n} teams", len(prepared.teams))
    yield Point("teams", words.count("{n} person", "{n} people", people), of_teams)
    if prepared.open_actions:
        review = words.count(
            "{n} action is still open", "{n} actions are still open", prepared.open_actions
        )
        yield Point(
            "agenda", review, words.say("from {title}", title=prepared.workshop.earlier_title)
        )


def _length(minutes: int, words: Words) -> str:
    hours, rest = length_text_parts(minutes)
    if not hours:
        return words.say("{minutes} min", minutes=rest)
    return words.say("{hours} h {minutes} min", hours=hours, minutes=rest)


def _sessions(prepared: Prepared) -> Iterator[PreparedItem]:
    for item in prepared.items:
        if item.kind is ItemKind.SESSION and not item.left_out:
            yield item


def _questions(prepared: Prepared) -> int:
    return sum(item.questions for item in _sessions(prepared))


def _longest_stretch(prepared: Prepared) -> int:
    """The most minutes in a row without a break."""
    longest = stretch = 0
    for item in prepared.items:
        if item.left_out:
            continue
        stretch = 0 if item.kind is ItemKind.BREAK else stretch + item.minutes
        longest = max(longest, stretch)
    return longest
