"""What a reader remembers of revealed rounds is what a reader without memory would read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event

from tests.days import Day, begin_day, room_framework
from workshop.errors import NotPossibleNow
from workshop.facts import Facts
from workshop.practice import PracticeBallot
from workshop.readings.reader import Reader
from workshop.steps import State, day_state

ACTS = st.one_of(
    st.just("next"),
    st.tuples(st.just("vote"), st.integers(0, 6), st.integers(0, 5)),
    st.sampled_from(["undo", "redo", "vote again", "skip", "back", "read", "scene"]),
    st.tuples(st.just("jump"), st.integers(0, 1), st.integers(0, 2)),
)


def _do(day: Day, act: object) -> None:
    leading = day.live.facilitation
    plain: dict[object, Callable[[], object]] = {
        "next": leading.next,
        "undo": leading.undo,
        "redo": leading.redo,
        "vote again": leading.vote_again,
        "skip": leading.skip,
        "back": leading.back,
        "read": day.live.facts,
        "scene": day.live.scene,
    }
    try:
        match act:
            case ("vote", int(seat), int(answer)):
                _vote(day, seat, answer)
            case ("jump", int(session), int(question)):
                item = [each for each in _fresh(day).items if each.questions][session]
                leading.jump(item.id, item.questions[question % len(item.questions)].id)
            case _:
                plain[act]()
    except NotPossibleNow:
        return  # refused: nothing was changed


def _vote(day: Day, seat: int, answer: int) -> None:
    # Not through the reader that is looked at: reading it would make it see every state.
    now = _fresh(day).round
    if now is not None:
        seats = [each.id for team in _fresh(day).teams for each in team.seats]
        day.cast((now.id, seats[seat % len(seats)], answer))


def _fresh(day: Day, *, whole: bool = True) -> Facts:
    return Reader(day.library, day.live.id, PracticeBallot()).facts(whole=whole)


@contextmanager
def _statements() -> Iterator[list[str]]:
    heard: list[str] = []

    def hear(_c: Any, _k: Any, statement: str, *_: Any) -> None:
        heard.append(statement)

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


def _lead(day: Day, wanted: State) -> None:
    """Come to a state with votes in every round, and let the day's own reader see all of it."""
    day.reach(wanted)
    day.live.facts()


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(ACTS, max_size=25), st.sampled_from([State.POSE, State.TOGETHER, State.REVEAL]))
def test_a_reader_tells_the_same_as_a_fresh_one_whatever_was_done(
    acts: list[object], begin_at: State
) -> None:
    with TemporaryDirectory() as folder:
        day = begin_day(Path(folder), framework=room_framework(together=3))
        _lead(day, begin_at)
        for act in acts:
            _do(day, act)
            if act in ("read", "scene"):
                whole = act == "read"
                assert day.live.facts(whole=whole) == _fresh(day, whole=whole)
        assert day.live.facts() == _fresh(day)
        day.library.close()


def test_votes_that_changed_between_an_undone_reveal_and_its_redo_are_read_anew(
    tmp_path: Path,
) -> None:
    day = begin_day(tmp_path)
    day.reach(State.OPEN)
    day.vote_all(3)
    day.live.facilitation.next()
    day.live.facilitation.next()
    revealed = day.live.facts().round
    assert revealed is not None
    assert revealed.result is not None
    day.live.facilitation.undo()
    day.live.facilitation.undo()
    seats = [each.id for team in _fresh(day).teams for each in team.seats]
    day.cast(*((revealed.id, seat, 5) for seat in seats))
    day.live.facilitation.redo()
    day.live.facilitation.redo()
    again = day.live.facts()
    assert day_state(again) is State.REVEAL
    assert again.round is not None
    assert again.round.result is not None
    assert again.round.result.counts == (0, 0, 0, 0, 7)
    assert again == _fresh(day)
    day.library.close()


def test_a_page_of_nine_questions_takes_as_many_statements_as_one_of_three(
    tmp_path: Path,
) -> None:
    counts = []
    for together in (3, 9):
        day = begin_day(tmp_path / str(together), framework=room_framework(together))
        day.reach(State.TOGETHER)
        with _statements() as heard:
            _fresh(day, whole=False)
        counts.append(len(heard))
        day.library.close()
    assert counts[0] == counts[1]


def test_a_revealed_round_is_counted_once(tmp_path: Path) -> None:
    day = begin_day(tmp_path)
    _lead(day, State.TALK)
    day.live.facilitation.next()
    with _statements() as heard:
        day.live.facts()
    assert not [each for each in heard if "FROM vote" in each and "answer" in each]
    day.library.close()
