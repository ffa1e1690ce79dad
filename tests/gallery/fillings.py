"""Fillings: workshops to look at: an ordinary day, one with next to nothing, an extreme one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from frameworks.model import Activity, Framework, Pace, Question, Session
from frameworks.reader import read
from frameworks.shipped import default_pack
from frameworks.theme import Theme
from tests.days import small_framework
from tests.ui.projector.sample_parts import (
    ARABIC,
    EMOJI,
    LONG_LABELS,
    LONG_NAME,
    LONG_QUESTION,
    RIGHT_TO_LEFT,
)
from workshop.creation import NewItem, NewTeam, NewWorkshop, whole_day
from workshop.kinds import ItemKind
from workshop.rehearsal import sample_workshop
from workshop.words import Words

DAY = date(2026, 11, 17)
EARLIER = date(2026, 3, 13)
NAMES = ("ordinary", "empty", "extreme")
SESSIONS, TEAMS, SEATS = 20, 60, 200
LONG_TITLE = "Service review of the autumn and the winter that follow"
_SHORTS = ("Recovery when it goes wrong!", RIGHT_TO_LEFT, ARABIC, "Surprise")
TITLES = ("Business processes and people", RIGHT_TO_LEFT, "Information systems", ARABIC, "Vision")


def framework(filling: str) -> Framework:
    """The framework of a filling."""
    if filling == "ordinary":
        pack = read(default_pack())
        *first, last = pack.sessions
        together = tuple(replace(each, pace=Pace.TOGETHER) for each in last.activities)
        return replace(pack, sessions=(*first, replace(last, activities=together)))
    if filling == "empty":
        return small_framework(sessions=1, questions=1)
    return _extreme_framework(SESSIONS)


def workshop(filling: str, words: Words, held_on: date = DAY) -> NewWorkshop:
    """The workshop of a filling, with every kind of agenda item."""
    if filling == "empty":
        return NewWorkshop("A", "", held_on, 540, (NewTeam("A", 3),))
    new = replace(sample_workshop(held_on, 24, words), title="Service review, autumn")
    items = (*_room_items(words), *whole_day(framework(filling), words))
    if filling == "ordinary":
        return replace(new, items=items)
    organisation = "The Harbour Street Clinic and its outpatient department"
    return replace(
        new, title=LONG_TITLE, organisation=organisation, teams=many_teams(), items=items
    )


def many_teams(teams: int = TEAMS, seats: int = SEATS) -> tuple[NewTeam, ...]:
    """Teams with names of 30 letters, and of other scripts, that share the seats."""
    names = (LONG_NAME, RIGHT_TO_LEFT, ARABIC, EMOJI)
    return tuple(
        NewTeam(f"{names[n % 4][:27]} {n + 1}", seats // teams + (n < seats % teams))
        for n in range(teams)
    )


def _room_items(words: Words) -> tuple[NewItem, ...]:
    say = words.say
    task = say("Draw one patient’s way from the phone call to the bill.")
    return (
        NewItem(ItemKind.GROUP_WORK, say("Group work"), 20, 1, task),
        NewItem(ItemKind.ACTION_PLANNING, say("Actions"), 20, 2),
    )


def _extreme_framework(sessions: int) -> Framework:
    plain = small_framework(sessions, 2, (*LONG_LABELS, "Now and then", "Half the time"))
    return replace(
        plain,
        title=LONG_TITLE,
        sessions=tuple(_extreme_session(n, each) for n, each in enumerate(plain.sessions)),
    )


def _extreme_session(number: int, plain: Session) -> Session:
    questions = tuple(
        Question(f"q{n}", _SHORTS[(number + n) % 4], LONG_QUESTION, ("own",))
        for n in range(9 if number == 0 else 2)
    )
    (rate,) = plain.activities
    activity: Activity = replace(
        rate, questions=questions, pace=Pace.TOGETHER if number == 0 else rate.pace
    )
    return replace(
        plain,
        title=TITLES[number % len(TITLES)],
        theme=tuple(Theme)[number % 5],
        purpose=LONG_QUESTION[:140],
        activities=(activity,),
    )
