"""Rehearsal: simulated seats play a whole day through the same door; a seed is a day."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from frameworks.model import Framework, Scale
from tests.days import DAY, small_framework
from workshop.creation import create_workshop
from workshop.kinds import OutcomeKind, RoundState, Way
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.rehearsal import (
    FEWEST_SEATS,
    Progress,
    Rehearsal,
    RehearsalClock,
    sample_workshop,
)
from workshop.snapshot import Snapshot
from workshop.steps import State, state
from workshop.words import Words

WORDS = Words()


def play(
    folder: Path,
    seed: int,
    seats: int = 24,
    framework: Framework | None = None,
    told: list[Progress] | None = None,
) -> tuple[Snapshot, dict[str, list[tuple[Any, ...]]]]:
    """A rehearsed day: its snapshot, and its rows of votes, hands and rounds."""
    clock = RehearsalClock(DAY)
    with Library.open(folder / "rehearsal.sqlite", clock=clock) as library:
        new = sample_workshop(DAY, seats, WORDS)
        made = create_workshop(library, framework or small_framework(), new, WORDS, rehearsal=True)
        live = LiveWorkshop(library, made, WORDS)
        Rehearsal(live, seed, clock).play(None if told is None else told.append)
        assert state(live.facts()) is State.FINISHED
        with library.reading() as connection:
            rows = {
                name: [
                    tuple(row)
                    for row in connection.exec_driver_sql(f'SELECT {columns} FROM "{name}"')
                ]
                for name, columns in (
                    ("vote", "round_id, answer, way"),
                    ("tally", "round_id, answer, way, count"),
                    ("round", "id, number, state"),
                )
            }
        return live.snapshot(), rows


def without_ids(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: without_ids(getattr(value, field.name))
            for field in dataclasses.fields(value)
            if field.name not in {"id", "question_id"}
        }
    return [without_ids(each) for each in value] if isinstance(value, tuple) else value


def check_votes(taken: Snapshot, seats: int) -> None:
    """Every question was voted on, never by more than there are seats."""
    for session in taken.sessions:
        for question in session.questions:
            assert question.rounds, f"{question.short} was not voted on"
            for each in question.rounds:
                assert each.result is not None
                assert 0 < each.votes_in == each.result.votes <= each.expected <= seats


def test_the_same_seed_plays_the_same_day_and_another_another(tmp_path: Path) -> None:
    first, again, other = (
        without_ids(play(tmp_path / name, seed, 12)[0])
        for name, seed in (("first", 7), ("again", 7), ("other", 8))
    )
    assert first == again
    assert first != other


@pytest.mark.parametrize("seats", [FEWEST_SEATS, 4, 5, 200])
def test_a_room_of_any_size_rehearses(seats: int, tmp_path: Path) -> None:
    taken, _ = play(tmp_path, 1, seats, small_framework(1, 2))
    assert taken.people == seats
    assert taken.workshop.rehearsal
    check_votes(taken, seats)


@pytest.mark.parametrize("seats", range(FEWEST_SEATS, 60))
def test_the_sample_teams_share_the_seats_and_none_is_empty(seats: int) -> None:
    sizes = [team.count for team in sample_workshop(DAY, seats, WORDS).teams]
    assert sum(sizes) == seats
    assert min(sizes) >= 1


def test_a_few_seeds_show_everything_that_can_happen(tmp_path: Path) -> None:
    days = [play(tmp_path / str(seed), seed, 18, small_framework(1, 6)) for seed in range(3)]
    for taken, _ in days:
        check_votes(taken, 18)
    questions = [q for taken, _ in days for each in taken.sessions for q in each.questions]
    kinds = {question.outcome.kind for question in questions if question.outcome}
    assert kinds == {OutcomeKind.AGREED, OutcomeKind.DIFFER}
    assert any(len(question.rounds) == 2 for question in questions)
    assert any(question.outcome.evidence for question in questions if question.outcome)
    ways = {row[2] for _, rows in days for kind in ("vote", "tally") for row in rows[kind]}
    assert ways == {Way.WALL, Way.HANDS}
    answers = {row[1] for _, rows in days for kind in ("vote", "tally") for row in rows[kind]}
    assert answers == {0, 1, 2, 3, 4, 5}
    assert {row[2] for _, rows in days for row in rows["round"]} == {RoundState.REVEALED}
    actions = [action for taken, _ in days for action in taken.actions]
    assert {action.state for action in actions} == {"proposed", "agreed"}
    assert any(taken.parked for taken, _ in days)


@pytest.mark.parametrize("steps", [2, 3, 4, 7, 10])
@pytest.mark.parametrize("dont_know", [True, False])
def test_a_scale_of_any_length_rehearses(steps: int, dont_know: bool, tmp_path: Path) -> None:
    scale = Scale(tuple(f"Step {n}" for n in range(steps)), dont_know=dont_know)
    framework = replace(small_framework(1, 5), scale=scale)
    taken, rows = play(tmp_path, 3, 9, framework)
    check_votes(taken, 9)
    answers = {row[1] for kind in ("vote", "tally") for row in rows[kind]}
    assert answers <= set(range(0 if dont_know else 1, steps + 1))
    assert max(answers) > steps / 2


def test_progress_counts_questions_up_to_all_of_them(tmp_path: Path) -> None:
    told: list[Progress] = []
    play(tmp_path, 1, 3, small_framework(1, 3), told)
    assert [each.done for each in told] == sorted(each.done for each in told)
    assert (told[0], told[-1]) == (Progress(0, 3), Progress(3, 3))


def test_time_passes_by_the_rehearsals_own_clock(tmp_path: Path) -> None:
    taken, _ = play(tmp_path, 1, 3, small_framework(1, 1))
    begin = RehearsalClock(DAY)()
    assert begin < taken.taken_at < begin + 3_600_000
