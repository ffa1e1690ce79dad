"""Makes a workshop from a seed: its agenda, its teams, and then its day.

Every second day is led through the door. The others are rows written at once: for shapes that no
door lets in quickly, and for counts of unrevealed rounds that would be seen anywhere.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from frameworks.model import (
    Activity,
    ActivityKind,
    Framework,
    Pace,
    Question,
    Scale,
    Session,
    Source,
)
from frameworks.theme import Theme
from tests.days import HandClock
from tests.exports.truth.day_rows import DayRows
from tests.exports.truth.led_day import LedDay
from tests.exports.truth.led_votes import LedVotes
from tests.exports.truth.texts import LABELS, SHORTS, TEAMS, TEXTS, one_line, some
from workshop.creation import NewItem, NewTeam, NewWorkshop, create_workshop
from workshop.kinds import Ballot, ItemKind, Voter
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.repeating import repeat
from workshop.words import Words

LARGE_EVERY: Final = 40
LED_LARGE: Final = (41, 200)
"""Of so many led days one is large: at this place, of so many seeds."""
REPEATS: Final = 0.4
DAY: Final = date(2026, 3, 12)
ITEMS: Final = (
    NewItem(ItemKind.BREAK, "Break", 15, 1),
    NewItem(ItemKind.ACTION_PLANNING, "Actions", 20, 9),
    NewItem(ItemKind.CLOSE, "Close", 10, 9),
)


@dataclass(frozen=True)
class Size:
    """How large a workshop is: the most sessions, questions of each activity, teams (and the
    fewest), seats of each, actions.
    """

    sessions: int
    questions: int
    fewest: int
    teams: int
    seats: int
    actions: int


SMALL: Final = Size(2, 2, 1, 4, 8, 3)
LARGE: Final = Size(4, 4, 5, 14, 30, 20)


@dataclass(frozen=True)
class Made:
    """A workshop with its day; the votes that were acknowledged, where it was led."""

    id: str
    votes: LedVotes | None = None


def make(library: Library, seed: int, earlier: Sequence[str] = ()) -> Made:
    """A workshop as random as its seed, with a day in it, in a library with a clock by hand.

    A day that is led may repeat one of the `earlier` ones.
    """
    rng = random.Random(seed)
    led = seed % 2 == 1
    large = seed % LED_LARGE[1] == LED_LARGE[0] if led else seed % LARGE_EVERY == 0
    size = LARGE if large else SMALL
    new = new_workshop(rng, size)
    rehearsal = rng.random() < 0.1
    if led:
        return lead(library, rng, size, new, rehearsal=rehearsal, earlier=earlier)
    workshop_id = create_workshop(library, framework(rng, size), new, Words(), rehearsal=rehearsal)
    with library.transaction() as transaction:
        DayRows(transaction, workshop_id, rng, size.actions).write()
    return Made(workshop_id)


def lead(
    library: Library,
    rng: random.Random,
    size: Size,
    new: NewWorkshop,
    *,
    rehearsal: bool,
    earlier: Sequence[str],
) -> Made:
    """A workshop whose day is led through the door: a new one, or one again."""
    clock = library.clock
    assert isinstance(clock, HandClock), "time passes in a day that is led"
    words = Words()
    if earlier and rng.random() < REPEATS:
        later = new.held_on + timedelta(days=200)
        workshop_id = repeat(library, rng.choice(earlier), words, held_on=later)
    else:
        workshop_id = create_workshop(
            library, framework(rng, size), new, words, rehearsal=rehearsal
        )
    live = LiveWorkshop(library, workshop_id, words)
    if rng.random() < 0.5:
        live.preparing.set_target(rng.choice((1.0, 1.5, 2.0)))
    day = LedDay(live, rng, clock, size.actions)
    day.lead()
    return Made(workshop_id, day.votes)


def new_workshop(rng: random.Random, size: Size) -> NewWorkshop:
    """Teams down to one seat, open or secret, each person or each team."""
    names = rng.sample(TEAMS, rng.randint(size.fewest, size.teams))
    teams = tuple(NewTeam(name, rng.randint(1, size.seats)) for name in names)
    secret = rng.random() < 0.4 and sum(team.count for team in teams) >= 5
    as_one = not secret and rng.random() < 0.15
    return NewWorkshop(
        title=one_line(rng, ("Service review", "Where we stand", "Autumn")),
        organisation=one_line(rng, ("Harbour Street Clinic", "", "Town Hall")),
        held_on=DAY + timedelta(days=rng.randint(0, 400)),
        starts_at=rng.randint(0, 24 * 60 - 1),
        teams=teams,
        purpose=some(rng, TEXTS),
        promise=some(rng, TEXTS),
        items=ITEMS,
        ballot=Ballot.SECRET if secret else Ballot.OPEN,
        voter=Voter.TEAM if as_one else Voter.PERSON,
        minimum_group=rng.randint(3, 5),
    )


def framework(rng: random.Random, size: Size) -> Framework:
    """Sessions of rated questions, now and then on a scale of their own, and of checklists."""
    scale = a_scale(rng)
    sessions = []
    for number in range(rng.randint(1, size.sessions)):
        theme = rng.choice(list(Theme))
        activities = tuple(an_activity(rng, place, size) for place in range(rng.randint(1, 2)))
        title = one_line(rng, (theme.value.capitalize(),))
        minutes = rng.randint(10, 90)
        sessions.append(Session(f"s{number}", title, theme, minutes, some(rng, TEXTS), activities))
    return Framework(
        id="made",
        version="1.0",
        language="en",
        title="A made framework",
        summary="",
        minimum_group=3,
        sources=(Source("own", "Our own", "Us"),),
        scale=scale,
        sessions=tuple(sessions),
    )


def a_scale(rng: random.Random) -> Scale:
    """From two steps to ten."""
    steps = rng.choice((2, 3, 4, 5, 5, 5, 6, 7, 9, 10))
    return Scale(tuple(sorted(rng.sample(LABELS, steps), key=LABELS.index)), rng.random() < 0.8)


def an_activity(rng: random.Random, place: int, size: Size) -> Activity:
    """Questions on the workshop's scale, on one of their own, or a checklist."""
    kind = ActivityKind.CHECKLIST if rng.random() < 0.2 else ActivityKind.RATE
    own = kind is ActivityKind.RATE and rng.random() < 0.2
    shorts = rng.sample(SHORTS, rng.randint(1, size.questions))
    questions = tuple(
        Question(
            f"q{place}{number}",
            one_line(rng, (short,)),
            one_line(rng, TEXTS, 0.2),
            ("own",) if rng.random() < 0.5 else (),
        )
        for number, short in enumerate(shorts)
    )
    pace = Pace.TOGETHER if rng.random() < 0.3 else Pace.EACH
    return Activity(f"a{place}", kind, questions, pace=pace, scale=a_scale(rng) if own else None)
