"""Non-interference: with other values and the same who and when, nothing differs before a reveal.

Each random sequence is played twice at once, in two libraries, with answers that differ. Until a
round is revealed, every scene, console and export of the two must be equal.
"""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.days import Day, begin_day, small_framework
from workshop.creation import NewTeam
from workshop.errors import NotPossibleNow, RefusedVote
from workshop.facts import RoundState, Way
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
# The first answer of a pair is given in one day, the second in the other.
PAIRS = st.tuples(st.integers(0, 5), st.integers(0, 5))
VOTES = st.tuples(st.just("vote"), st.integers(0, 4), PAIRS)
TAPS = st.tuples(st.just("tap"), st.just(0), PAIRS)
TALLIES = st.tuples(st.just("tally"), st.integers(0, 2), PAIRS)
MOVES = st.tuples(st.sampled_from(sorted(ACTS)), st.just(0), st.just((0, 0)))
NEXT = st.tuples(st.just("next"), st.just(0), st.just((0, 0)))
SEQUENCE = st.lists(st.one_of(NEXT, VOTES, VOTES, TAPS, TALLIES, MOVES), min_size=5, max_size=25)


def play(day: Day, step: tuple[str, int, tuple[int, int]], side: int) -> None:
    """One step in one of the two days; what is refused is refused in both."""
    name, which, answers = step
    facts = day.live.facts(whole=False)
    practising = facts.practice is not None and facts.practice.open
    round_id = PRACTICE_ROUND if practising else facts.round.id if facts.round else ""
    try:
        if name == "vote":
            day.live.voting.cast([Vote(round_id, day.seats()[which], answers[side], Way.WALL)])
        elif name == "tap":
            day.live.turns.answer(answers[side])
        elif name == "tally":
            groups = [*(team.id for team in facts.teams), ""]
            day.live.voting.put_tally(round_id, groups[which], {answers[side]: 1})
        else:
            ACTS[name](day)
    except (NotPossibleNow, RefusedVote):
        return


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


def nothing_is_revealed(day: Day) -> bool:
    facts = day.live.facts()
    return not any(question.revealed for item in facts.items for question in item.questions)


def check_equal(one: Day, other: Day) -> None:
    first, second = one.live.both(), other.live.both()
    assert without_ids(first[0]) == without_ids(second[0]), "the wall depends on a hidden value"
    assert without_ids(first[1]) == without_ids(second[1]), "the console depends on a hidden value"
    assert without_ids(one.live.snapshot()) == without_ids(other.live.snapshot()), (
        "an export depends on a hidden value"
    )


@given(sequences=st.lists(SEQUENCE, min_size=1, max_size=4))
def test_before_a_reveal_nothing_depends_on_a_value(
    sequences: list[list[tuple[str, int, tuple[int, int]]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        days = [
            begin_day(Path(folder) / side, framework=small_framework(1, 3), teams=TEAMS)
            for side in ("one", "other")
        ]
        for sequence in sequences:
            for step in sequence:
                for side, day in enumerate(days):
                    play(day, step, side)
                    day.clock.moment += 1000
                if not nothing_is_revealed(days[0]):
                    break
                check_equal(*days)
        for day in days:
            day.library.close()


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
