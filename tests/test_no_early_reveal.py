"""Non-interference: with other values and the same who and when, nothing differs before a reveal.

Each random sequence is played twice at once, in two libraries, with answers that differ. Until a
round is revealed, every scene, console and export of the two must be equal.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import re
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence, Set
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import collect_garbage
from tests.days import (
    Day,
    HandClock,
    another_day,
    room_framework,
    room_items,
    small_framework,
)
from workshop.creation import NewTeam
from workshop.errors import WorkshopError
from workshop.kinds import Ballot, ItemKind, Presence, Role, RoundState, Sorting, Way
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.practice import PRACTICE_ROUND
from workshop.presence_panel import presence_panel, someone_panel
from workshop.steps import Act, State, next_act
from workshop.voting import Vote
from workshop.what_can_go import what_can_go
from workshop.words import Words

TEAMS = (NewTeam("Front desk", 2), NewTeam("Nursing", 4))


def some_of(day: Day, which: int) -> tuple[str, str, str]:
    """A team, a seat of it and an agenda item: the same ones in both days."""
    facts = day.live.facts(whole=False)
    team = facts.teams[which % len(facts.teams)]
    item = facts.items[which % len(facts.items)]
    return team.id, team.everyone[which % len(team.everyone)].id, item.id


def leave_out(day: Day, which: int) -> None:
    questions = [each for item in day.live.facts().items for each in item.questions]
    chosen = questions[-1 - which % len(questions)]
    day.live.improvising.leave_out({chosen.id: not chosen.skipped}, {})


def walk(day: Day, steps: int) -> None:
    """Some presses of the next key, as far as nothing is revealed by them."""
    for _ in range(steps):
        if not reveals(day):
            day.live.facilitation.next()


def reveals(day: Day) -> bool:
    """Whether the next key reveals votes."""
    return next_act(day.live.facts(whole=False)) in (Act.REVEAL, Act.REVEAL_ALL)


ACTS: dict[str, Callable[[Day], object]] = {
    "next": lambda day: day.live.facilitation.next(),
    "back": lambda day: day.live.facilitation.back(),
    "blank": lambda day: day.live.facilitation.blank(),
    "undo": lambda day: day.live.facilitation.undo(),
    "redo": lambda day: day.live.facilitation.redo(),
    "vote again": lambda day: day.live.facilitation.vote_again(),
    "skip": lambda day: day.live.facilitation.skip(),
    "call": lambda day: day.live.turns.call(),
    "open turn": lambda day: day.live.turns.open(),
    "skip turn": lambda day: day.live.turns.skip(),
    "pad": lambda day: day.live.turns.call(pad=True),
    "hold": lambda day: day.live.hold(),
    "apart": lambda day: day.live.facilitation.apart(),
    "view": lambda day: day.live.viewing.following(),
    "add time": lambda day: day.live.facilitation.add_time(1),
    "add item": lambda day: day.live.improvising.add_item(ItemKind.BREAK, "Coffee", 5),
}
ACTS_ON: dict[str, Callable[[Day, int], object]] = {
    "walk": walk,
    "jump": lambda day, which: day.live.facilitation.jump(some_of(day, which)[2]),
    "late": lambda day, which: day.live.attendance.mark(some_of(day, which)[1], Presence.LATE),
    "here": lambda day, which: day.live.attendance.mark(
        some_of(day, which)[1], Presence.PRESENT, Role.VOTING
    ),
    "observe": lambda day, which: day.live.attendance.mark(
        some_of(day, which)[1], role=Role.OBSERVER
    ),
    "add seat": lambda day, which: day.live.attendance.add_seat(some_of(day, which)[0], "Ada"),
    "leave out": leave_out,
    "add question": lambda day, which: day.live.improvising.add_question(
        some_of(day, which)[2], "What else is there?"
    ),
    "sort": lambda day, which: day.live.collecting.sort(list(Sorting)[which % 3]),
    "word": lambda day, _: day.live.closing.add_word("useful"),
}
REVEALING = ("next", "redo", "walk")
# The first answer of a pair is given in one day, the second in the other.
PAIRS = st.tuples(st.integers(0, 5), st.integers(0, 5))
VOTES = st.tuples(st.just("vote"), st.integers(0, 4), PAIRS)
TAPS = st.tuples(st.just("tap"), st.just(0), PAIRS)
BALLOTS = st.tuples(st.just("ballot"), st.integers(0, 2), PAIRS)
FILES = st.tuples(st.just("file"), st.integers(0, 5), PAIRS)
TALLIES = st.tuples(st.just("tally"), st.integers(0, 2), PAIRS)
MOVES = st.tuples(st.sampled_from(sorted(ACTS)), st.just(0), st.just((0, 0)))
MOVES_ON = st.tuples(st.sampled_from(sorted(ACTS_ON)), st.integers(0, 8), st.just((0, 0)))
WALK = st.tuples(st.just("walk"), st.integers(2, 4), st.just((0, 0)))
NEXT = st.tuples(st.just("next"), st.just(0), st.just((0, 0)))
SEQUENCE = st.lists(
    st.one_of(NEXT, VOTES, VOTES, TAPS, TALLIES, BALLOTS, FILES, WALK, MOVES, MOVES_ON),
    min_size=4,
    max_size=12,
)
AT_ONCE = 20
Move = tuple[str, int, tuple[int, int]]


class Kind(Enum):
    """The kinds of day that are played: agenda and ballot."""

    SMALL = (False, Ballot.OPEN)
    ROOM = (True, Ballot.OPEN)
    SECRET = (False, Ballot.SECRET)
    SECRET_ROOM = (True, Ballot.SECRET)


def day_of(kind: Kind, library: Library, clock: HandClock) -> Day:
    """A new day of this kind."""
    room, ballot = kind.value
    day = another_day(
        library,
        clock,
        framework=room_framework(2) if room else small_framework(1, 3),
        teams=TEAMS,
        items=room_items() if room else (),
        ballot=ballot,
    )
    if kind is not Kind.SMALL:  # straight to its votes; the lobby is the same in each
        day.live.facilitation.jump(day.live.facts().items[1].id)
        walk(day, 2)
    return day


def play(day: Day, move: Move, side: int) -> None:
    """One move in one of the two days; what is refused is refused in both."""
    name, which, answers = move
    try:
        if name in ACTS:
            ACTS[name](day)
        elif name in ACTS_ON:
            ACTS_ON[name](day, which)
        elif name == "tap":
            day.live.turns.answer(answers[side])
        else:
            give(day, name, which, answers[side])
    except WorkshopError:
        return


def give(day: Day, name: str, which: int, answer: int) -> None:
    """A vote of a seat, one raised hand, or a ballot on paper: typed, or in a file."""
    facts = day.live.facts(whole=False)
    practising = facts.practice is not None and facts.practice.open
    round_id = PRACTICE_ROUND if practising else facts.round.id if facts.round else ""
    if name == "vote":
        seats = [seat.id for team in facts.teams for seat in team.everyone]
        day.live.voting.cast([Vote(round_id, seats[which], answer, Way.WALL)])
    elif name == "file":
        team = facts.teams[which % len(facts.teams)]
        number = which // 2 + 1 if which < 4 else ""
        content = f"question,team,seat,answer\n1,{team.name},{number},{answer}\n"
        # Each a file of its own, in both days: one that is read a second time counts no more.
        content += "\n" * (day.clock.moment // 1000 % 1000)
        day.live.paper.take_file(content.encode())
    else:
        group = [*(team.id for team in facts.teams), ""][which % 3]
        if name == "ballot":
            day.live.paper.take_ballot(group, {round_id: answer})
        else:
            day.live.voting.put_tally(round_id, group, {answer: 1})


ID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def without_ids(value: Any) -> Any:
    """A frozen value with the ids taken out, which differ between two libraries by nature."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        of_fields = (without_ids(getattr(value, each.name)) for each in dataclasses.fields(value))
        return (type(value).__name__, *of_fields)
    if isinstance(value, str):
        return ID.sub("an id", value)
    if isinstance(value, Mapping):
        # In an order of their own: ids sort differently in each library.
        return sorted(repr((without_ids(key), without_ids(each))) for key, each in value.items())
    if isinstance(value, Set):
        return sorted(repr(without_ids(each)) for each in value)
    if isinstance(value, Sequence):
        return tuple(without_ids(each) for each in value)
    return value


def is_revealed(day: Day, *, whole: bool = True) -> bool:
    """Whether anything was revealed: from then on the two days may differ.

    `whole` False looks only at the session in work, which is where a key reveals.
    """
    facts = day.live.facts(whole=whole)
    return any(question.revealed for item in facts.items for question in item.questions)


def check_walls(one: Day, other: Day) -> None:
    first, second = one.live.scene(), other.live.scene()
    assert without_ids(first) == without_ids(second), "the wall depends on a hidden value"


def panels_of(day: Day) -> tuple[object, ...]:
    """What the panels beside the console's scene are made of: presence, paper, what can go."""
    facts, words = day.live.facts(), day.live.words
    return (
        presence_panel(facts, words),
        someone_panel(facts, words),
        day.live.paper.room(),
        what_can_go(facts, words, day.clock()),
    )


def check_equal(one: Day, other: Day) -> None:
    check_walls(one, other)
    first, second = one.live.console(), other.live.console()
    assert without_ids(first) == without_ids(second), "the console depends on a hidden value"
    panels = (without_ids(panels_of(day)) for day in (one, other))
    assert next(panels) == next(panels), "a panel of the console depends on a hidden value"
    exported = (without_ids(day.live.snapshot()) for day in (one, other))
    assert next(exported) == next(exported), "an export depends on a hidden value"


def play_both(days: Sequence[Day], sequence: Sequence[Move]) -> None:
    """Play a sequence in both days, comparing after every step."""
    for move in sequence:
        for side, day in enumerate(days):
            play(day, move, side)
            day.clock.moment += 1000
        if move[0] in REVEALING and is_revealed(days[0], whole=False):
            return
        check_walls(*days)
    check_equal(*days)


Template = tuple[Path, list[str]]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Kind], Template]:
    """A library with days of a kind: made once, played on as copies."""

    @functools.cache
    def of(kind: Kind) -> Template:
        clock = HandClock()
        path = tmp_path_factory.mktemp("days") / "flipchart.sqlite"
        with Library.open(path, clock=clock) as library:
            days = [day_of(kind, library, clock) for _ in range(AT_ONCE)]
        return path, [day.live.id for day in days]

    return of


# Several tests of one kind, so that the suite's workers share them.
@pytest.mark.parametrize("kind", list(Kind))
@settings(max_examples=25)
@given(sequences=st.lists(SEQUENCE, min_size=AT_ONCE, max_size=AT_ONCE))
def test_before_a_reveal_nothing_depends_on_a_value(
    kind: Kind, template: Callable[[Kind], Template], sequences: list[list[Move]]
) -> None:
    path, workshops = template(kind)
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        libraries = []
        for side in ("one", "other"):
            clock = HandClock()
            copied = Path(shutil.copyfile(path, Path(folder) / f"{side}.sqlite"))
            libraries.append((stack.enter_context(Library.open(copied, clock=clock)), clock))
        for workshop_id, sequence in zip(workshops, sequences, strict=True):
            days = [
                Day(library, LiveWorkshop(library, workshop_id, Words()), clock)
                for library, clock in libraries
            ]
            play_both(days, sequence)
        collect_garbage()


@pytest.mark.parametrize("kind", list(Kind))
def test_a_planted_leak_is_found(kind: Kind, tmp_path: Path) -> None:
    with contextlib.ExitStack() as stack:
        days = []
        for side, answer in (("one", 1), ("other", 5)):
            clock = HandClock()
            library = Library.open(tmp_path / side / "flipchart.sqlite", clock=clock)
            day = day_of(kind, stack.enter_context(library), clock)
            day.reach(State.OPEN)
            day.vote_all(answer)
            day.live.facilitation.next()
            days.append(day)
        check_equal(*days)
        for day in days:
            with day.library.transaction() as transaction:
                transaction.connection().exec_driver_sql(
                    "UPDATE round SET state = ?", (RoundState.REVEALED.value,)
                )
        with pytest.raises(AssertionError, match="depends on a hidden value"):
            check_equal(*days)


def test_all_questions_of_together_are_hidden_until_the_one_reveal(tmp_path: Path) -> None:
    with contextlib.ExitStack() as stack:
        days = []
        for side, answer in (("one", 1), ("other", 5)):
            clock = HandClock()
            library = Library.open(tmp_path / side / "flipchart.sqlite", clock=clock)
            day = day_of(Kind.ROOM, stack.enter_context(library), clock)
            for _ in range(2):
                day.reach(State.OPEN)
                day.vote_all(answer)
                day.live.facilitation.next()
            days.append(day)
        check_equal(*days)
        for day in days:
            day.live.facilitation.next()
            assert day.state() is State.COLLECTED
        check_equal(*days)
        for day in days:
            day.live.facilitation.next()
            assert day.state() is State.TOGETHER
        with pytest.raises(AssertionError, match="depends on a hidden value"):
            check_walls(*days)
