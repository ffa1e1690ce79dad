"""Creation: a new workshop from a framework; it keeps its own copy of all it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

from sqlalchemy import bindparam, select

from frameworks.model import Framework
from workshop import journal
from workshop.agenda_order import break_places
from workshop.errors import WorkshopError
from workshop.events import WorkshopChanged
from workshop.framework_copy import CopiedRows, add_sources, source_rows
from workshop.identity import new_id
from workshop.kinds import Ballot, ItemKind, Voter
from workshop.library import Library, Transaction
from workshop.new_team import MOST_SEATS, NewTeam
from workshop.records import (
    AgendaItemRecord,
    LiveRecord,
    SeatRecord,
    TeamRecord,
    WallRecord,
    WorkshopRecord,
)
from workshop.searching import folded
from workshop.words import Words, mark

__all__ = [
    "BREAK_MINUTES",
    "LEAST_SECRET",
    "MOST_SEATS",
    "NewItem",
    "NewTeam",
    "NewWorkshop",
    "check",
    "create_draft",
    "create_workshop",
    "discard_untouched",
    "whole_day",
]

OPENING_MINUTES = 15
READ_BACK_MINUTES = 10
BREAK_MINUTES = 15
PROFILE_MINUTES = 10
CLOSE_MINUTES = 10
LEAST_SECRET = 5
"""Seats below which a secret ballot would keep no secret."""

NO_TITLE = mark("The workshop has no title. Write one, so that you find it again.")
NO_TEAMS = mark("There are no teams yet. Add one with at least one seat.")
NO_TEAM_NAME = mark("Team {n} has no name. Write one, or take the team away.")
SAME_TEAM = mark("Two teams are called “{name}”. Give one of them another name.")
NO_SEATS = mark("{name} has no seats. Give it at least one, or take the team away.")
TOO_MANY_SEATS = mark("{seats} seats are more than Flipchart can take ({most}).")
TEAMS_OPEN = mark("Teams that vote as one vote openly. Choose an open ballot, or each person.")
TOO_FEW_FOR_SECRET = mark(
    "A secret ballot needs at least {least} seats. Add seats, or vote openly."
)

BREAK = mark("Break")
PURPOSE = mark("See where we stand, and choose what we do about it.")
GROUND_RULES = (
    mark("One voice at a time"),
    mark("We talk about the work, not about people"),
    mark("Low numbers are news, not blame"),
    mark("What is said here stays here; what we agree on leaves the room"),
)


@dataclass(frozen=True, slots=True)
class NewItem:
    """An agenda item that is no session; it comes after that many sessions."""

    kind: ItemKind
    title: str
    minutes: int
    after: int
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class NewWorkshop:
    """What a facilitator types for a new workshop; `starts_at` in minutes after midnight.

    `minimum_group` None is the framework's. With `voter` team every team is one seat.
    """

    title: str
    organisation: str
    held_on: date
    starts_at: int
    teams: tuple[NewTeam, ...]
    purpose: str = ""
    promise: str = ""
    items: tuple[NewItem, ...] = ()
    ballot: Ballot = Ballot.OPEN
    voter: Voter = Voter.PERSON
    minimum_group: int | None = None


def whole_day(framework: Framework, words: Words) -> tuple[NewItem, ...]:
    """What a day has beside its sessions: breaks after every second one, profile and close."""
    sessions = len(framework.sessions)
    rest = words.say(BREAK)
    breaks = [NewItem(ItemKind.BREAK, rest, BREAK_MINUTES, n) for n in break_places(sessions)]
    return (
        *breaks,
        NewItem(ItemKind.PROFILE, words.say("Where we stand"), PROFILE_MINUTES, sessions),
        NewItem(ItemKind.CLOSE, words.say("Close"), CLOSE_MINUTES, sessions),
    )


def check(new: NewWorkshop) -> None:
    """Raise WorkshopError with one sentence for the first thing that is missing."""
    if not new.title.strip():
        raise WorkshopError(NO_TITLE)
    if not new.teams:
        raise WorkshopError(NO_TEAMS)
    seen: set[str] = set()
    for n, team in enumerate(new.teams, 1):
        name = team.name.strip()
        if not name:
            raise WorkshopError(NO_TEAM_NAME, n=n)
        if name.casefold() in seen:
            raise WorkshopError(SAME_TEAM, name=name, n=n)
        if team.count < 1:
            raise WorkshopError(NO_SEATS, name=name, n=n)
        seen.add(name.casefold())
    seats = sum(team.count for team in new.teams)
    if seats > MOST_SEATS:
        raise WorkshopError(TOO_MANY_SEATS, seats=seats, most=MOST_SEATS)
    if new.ballot is Ballot.SECRET:
        _check_secret(new.voter, seats)


def _check_secret(voter: Voter, seats: int) -> None:
    if voter is Voter.TEAM:
        raise WorkshopError(TEAMS_OPEN)
    if seats < LEAST_SECRET:
        raise WorkshopError(TOO_FEW_FOR_SECRET, least=LEAST_SECRET)


def create_workshop(
    library: Library,
    framework: Framework,
    new: NewWorkshop,
    words: Words,
    *,
    rehearsal: bool = False,
) -> str:
    """Write a new workshop with opening, the framework's sessions and the read-back.

    Answers its id. Raises WorkshopError when something is missing, LibraryError when the disk
    refuses; nothing is half-done.
    """
    check(new)
    return _write(library, framework, new, words, rehearsal=rehearsal)


def create_draft(
    library: Library, framework: Framework, words: Words, *, held_on: date, starts_at: int
) -> str:
    """Write a workshop to be prepared: a whole day of the framework, untitled and without teams.

    Answers its id. Raises LibraryError when the disk refuses.
    """
    new = NewWorkshop("", "", held_on, starts_at, (), items=whole_day(framework, words))
    return _write(library, framework, new, words, rehearsal=False)


def discard_untouched(library: Library, workshop_id: str) -> bool:
    """Take a draft away in which nothing stands that anyone has done; whether it was one.

    A workshop with a title, with teams, or with any act that is not undone stays, and so does one
    that is gone already.
    """
    with library.transaction() as transaction:
        workshop = transaction.get(WorkshopRecord, workshop_id)
        if workshop is None or workshop.title or workshop.room_tested_at is not None:
            return False
        connection = transaction.connection()
        if journal.newest(connection, workshop_id) is not None:
            return False
        if transaction.scalars(_TEAMS, {"of_workshop": workshop_id}).first() is not None:
            return False
        if transaction.get_one(LiveRecord, workshop_id).started_at is not None:
            return False
        transaction.delete(workshop)
        transaction.publish(WorkshopChanged(workshop_id))
    return True


_TEAMS = select(TeamRecord.id).where(TeamRecord.workshop_id == bindparam("of_workshop"))


def _write(
    library: Library,
    framework: Framework,
    new: NewWorkshop,
    words: Words,
    *,
    rehearsal: bool,
) -> str:
    workshop_id = new_id()
    with library.transaction() as transaction:
        now = transaction.now()
        title, organisation = new.title.strip(), new.organisation.strip()
        transaction.add(
            WorkshopRecord(
                id=workshop_id,
                title=title,
                organisation=organisation,
                held_on=new.held_on,
                starts_at=new.starts_at,
                language=framework.language,
                framework_id=framework.id,
                framework_version=framework.version,
                framework_title=framework.title,
                purpose=new.purpose.strip() or words.say(PURPOSE),
                promise=new.promise.strip(),
                ground_rules=[words.say(rule) for rule in GROUND_RULES],
                ballot=new.ballot.value,
                voter=new.voter.value,
                minimum_group=new.minimum_group or framework.minimum_group,
                scale_labels=list(framework.scale.labels),
                rehearsal=rehearsal,
                search_text=folded(title, organisation),
                created_at=now,
            )
        )
        add_sources(transaction, source_rows(workshop_id, framework, framework.id))
        _add_agenda(transaction, workshop_id, framework, new.items, words)
        _add_teams(transaction, workshop_id, new.teams, new.voter)
        transaction.add(LiveRecord(workshop_id=workshop_id, last_act_at=now))
        transaction.add(WallRecord(workshop_id=workshop_id))
        transaction.publish(WorkshopChanged(workshop_id))
    return workshop_id


def _add_agenda(
    transaction: Transaction,
    workshop_id: str,
    framework: Framework,
    extra: Sequence[NewItem],
    words: Words,
) -> None:
    places = count()
    opening = NewItem(ItemKind.OPENING, words.say("Opening"), OPENING_MINUTES, 0)
    read_back = NewItem(
        ItemKind.READ_BACK, words.say("What we will do"), READ_BACK_MINUTES, len(framework.sessions)
    )
    close = [item for item in extra if item.kind is ItemKind.CLOSE]
    before = [opening, *(item for item in extra if item.kind is not ItemKind.CLOSE)]
    copied = CopiedRows()
    for done in range(len(framework.sessions) + 1):
        for item in before:
            if item.after == done:
                _add_item(transaction, workshop_id, next(places), item)
        if done < len(framework.sessions):
            session = framework.sessions[done]
            copied.add_session(workshop_id, next(places), session, framework, framework.id)
    for item in (read_back, *close):
        _add_item(transaction, workshop_id, next(places), item)
    copied.write(transaction)


def _add_item(transaction: Transaction, workshop_id: str, position: int, item: NewItem) -> None:
    transaction.add(
        AgendaItemRecord(
            id=new_id(),
            workshop_id=workshop_id,
            position=position,
            kind=item.kind.value,
            title=item.title,
            minutes=item.minutes,
            purpose=item.purpose,
        )
    )


def _add_teams(
    transaction: Transaction, workshop_id: str, teams: tuple[NewTeam, ...], voter: Voter
) -> None:
    for place, team in enumerate(teams):
        team_id = new_id()
        transaction.add(
            TeamRecord(
                id=team_id,
                workshop_id=workshop_id,
                position=place,
                name=team.name.strip(),
                people=team.count if voter is Voter.TEAM else 0,
            )
        )
        if voter is Voter.TEAM:
            transaction.add(SeatRecord(id=new_id(), team_id=team_id, position=0, name=None))
            continue
        for seat in range(team.count):
            name = team.names[seat].strip() if seat < len(team.names) else ""
            transaction.add(
                SeatRecord(id=new_id(), team_id=team_id, position=seat, name=name or None)
            )
