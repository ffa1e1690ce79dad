"""Non-interference: with other values and the same who and when, nothing differs before a reveal.

Each random sequence is played twice at once, in two libraries, with answers that differ. Until a
round is revealed, every scene, console and export of the two must be equal.
"""

from __future__ import annotations

import contextlib
import dataclasses
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import collect_garbage
from tests.days import Day, HandClock, another_day, begin_day, small_framework
from workshop.creation import NewTeam
from workshop.errors import NotPossibleNow, RefusedVote
from workshop.facts import RoundState, Way
from workshop.library import Library
from workshop.practice import PRACTICE_ROUND
from workshop.voting import Vote

TEAMS = (NewTeam("Front desk", 2), NewTeam("Nursing", 3))
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
}
REVEALING = ("next", "redo")
# The first answer of a pair is given in one day, the second in the other.
PAIRS = st.tuples(st.integers(0, 5), st.integers(0, 5))
VOTES = st.tuples(st.just("vote"), st.integers(0, 4), PAIRS)
TAPS = st.tuples(st.just("tap"), st.just(0), PAIRS)
TALLIES = st.tuples(st.just("tally"), st.integers(0, 2), PAIRS)
MOVES = st.tuples(st.sampled_from(sorted(ACTS)), st.just(0), st.just((0, 0)))
NEXT = st.tuples(st.just("next"), st.just(0), st.just((0, 0)))
SEQUENCE = st.lists(st.one_of(NEXT, VOTES, VOTES, TAPS, TALLIES, MOVES), min_size=4, max_size=12)
Move = tuple[str, int, tuple[int, int]]


def play(day: Day, move: Move, side: int) -> None:
    """One move in one of the two days; what is refused is refused in both."""
    name, which, answers = move
    try:
        if name in ACTS:
            ACTS[name](day)
        elif name == "tap":
            day.live.turns.answer(answers[side])
        else:
            give(day, name, which, answers[side])
    except (NotPossibleNow, RefusedVote):
        return


def give(day: Day, name: str, which: int, answer: int) -> None:
    """A vote of a seat, or one raised hand in a team or the whole room."""
    facts = day.live.facts(whole=False)
    practising = facts.practice is not None and facts.practice.open
    round_id = PRACTICE_ROUND if practising else facts.round.id if facts.round else ""
    if name == "vote":
        seats = [seat.id for team in facts.teams for seat in team.seats]
        day.live.voting.cast([Vote(round_id, seats[which], answer, Way.WALL)])
    else:
        groups = [*(team.id for team in facts.teams), ""]
        day.live.voting.put_tally(round_id, groups[which], {answer: 1})


def without_ids(value: Any) -> Any:
    """A frozen value with the ids taken out, which differ between two libraries by nature."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return (
            type(value).__name__,
            *(
                without_ids(getattr(value, field.name))
                for field in dataclasses.fields(value)
                if field.name not in {"id", "key", "round_id", "team_id", "group", "question_id"}
            ),
        )
    if isinstance(value, tuple):
        return tuple(without_ids(each) for each in value)
    return value


def is_revealed(day: Day) -> bool:
    """Whether anything was revealed: from then on the two days may differ."""
    facts = day.live.facts()
    return any(question.revealed for item in facts.items for question in item.questions)


def check_walls(one: Day, other: Day) -> None:
    first, second = one.live.scene(), other.live.scene()
    assert without_ids(first) == without_ids(second), "the wall depends on a hidden value"


def check_equal(one: Day, other: Day) -> None:
    check_walls(one, other)
    first, second = one.live.console(), other.live.console()
    assert without_ids(first) == without_ids(second), "the console depends on a hidden value"
    exported = (without_ids(day.live.snapshot()) for day in (one, other))
    assert next(exported) == next(exported), "an export depends on a hidden value"


def play_both(libraries: Sequence[tuple[Library, HandClock]], sequence: Sequence[Move]) -> None:
    """Play a sequence in a new workshop of each library, comparing after every step."""
    days = [
        another_day(library, clock, framework=small_framework(1, 3), teams=TEAMS)
        for library, clock in libraries
    ]
    for move in sequence:
        for side, day in enumerate(days):
            play(day, move, side)
            day.clock.moment += 1000
        if move[0] in REVEALING and is_revealed(days[0]):
            return
        check_walls(*days)
    check_equal(*days)


# Several tests of one kind, so that the suite's workers share them.
@pytest.mark.parametrize("part", range(4))
@settings(max_examples=25)
@given(sequences=st.lists(SEQUENCE, min_size=20, max_size=20), salt=st.integers(0, 2**32))
def test_before_a_reveal_nothing_depends_on_a_value(
    part: int, sequences: list[list[Move]], salt: int
) -> None:
    assert (part, salt) >= (0, 0), "they only tell the parts' random sequences apart"
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        libraries = []
        for side in ("one", "other"):
            clock = HandClock()
            path = Path(folder) / side / "flipchart.sqlite"
            libraries.append((stack.enter_context(Library.open(path, clock=clock)), clock))
        for sequence in sequences:
            play_both(libraries, sequence)
            collect_garbage()


def test_a_planted_leak_is_found(tmp_path: Path) -> None:
    days = [begin_day(tmp_path / side, teams=TEAMS) for side in ("one", "other")]
    for day, answer in zip(days, (1, 5), strict=True):
        day.live.facilitation.jump(day.live.facts().items[1].id)
        while day.live.facts().round is None:
            day.live.facilitation.next()
        day.vote_all(answer)
    check_equal(*days)
    for day in days:
        with day.library.transaction() as transaction:
            transaction.connection().exec_driver_sql(
                "UPDATE round SET state = ?", (RoundState.REVEALED.value,)
            )
    try:
        check_equal(*days)
    except AssertionError:
        found = True
    else:
        found = False
    for day in days:
        day.library.close()
    assert found, "two revealed rounds of other values looked the same"
