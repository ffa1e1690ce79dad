"""Room steps: from any key to the painted wall, in a full room at the end of a long day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import Qt

from tests.bench import sample
from tests.bench.big_day import LARGE, SMALL, Size, create
from tests.bench.figures import RUNS, Figure
from tests.bench.frames import Frames, within
from tests.bench.room import Room
from workshop.steps import State, day_state, state

GOAL_MS = 50.0
GOAL = 1.5
PAUSE_S = 0.03
"""Between two keys: what was left for an idle moment is done, as it is between a hand's keys."""
CLICKER_S = 0.3
"""Before a key that a clicker has too, whose bounces are not counted."""
MOST_KEYS = 2000

Key = tuple[Qt.Key, Qt.KeyboardModifier]
_K = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_NEXT: Key = (_K.Key_Space, _NONE)
_PRESENCE: Key = (_K.Key_P, _CONTROL)
_UNDO: Key = (_K.Key_Z, _CONTROL)
_REDO: Key = (_K.Key_Z, _CONTROL | Qt.KeyboardModifier.ShiftModifier)


def _plain(*keys: Qt.Key) -> tuple[Key, ...]:
    return tuple((key, _NONE) for key in keys)


# What is pressed besides the next key, once in each agenda item: at its first such state.
EXTRAS: dict[State, Sequence[Key]] = {
    State.SESSION: _plain(_K.Key_B, _K.Key_B),
    State.POSE: (
        *_plain(_K.Key_Left, _K.Key_Left, _K.Key_Space),
        *_plain(_K.Key_J, _K.Key_Down, _K.Key_Return),
    ),
    State.DISCUSS: _plain(_K.Key_Plus, _K.Key_Minus),
    State.OPEN: (
        _PRESENCE,
        *_plain(_K.Key_Down, _K.Key_G, _K.Key_Y, _K.Key_L, _K.Key_Y),
        _PRESENCE,
    ),
    State.CLOSED: (*_plain(_K.Key_V, _K.Key_Space), _UNDO, _REDO),
    State.REVEAL: (*_plain(_K.Key_E, _K.Key_Left, _K.Key_Left, _K.Key_Space), _UNDO, _REDO),
    State.TALK: (*_plain(_K.Key_F, _K.Key_F), _UNDO, _REDO),
    State.ACT: (_UNDO, _REDO),
}


def figures(folder: Path) -> Iterator[Figure]:
    """Every key of a large day that is led in three parts, and of a small one after each part."""
    frames = Frames()
    parts = [LARGE.questions * (run + 1) // RUNS for run in range(RUNS)]
    large: list[float] = []
    small: list[float] = []
    place = folder / "large"
    made: list[str] = []
    for run, part in enumerate(parts):
        room = Room(place, lambda _: made[0], still=True) if made else _begin(place, made)
        large += _lead(room, frames, part if part < LARGE.questions else None)
        room.close()
        room = Room(folder / f"small-{run}", create(SMALL), still=True)
        small += _lead(room, frames, None)
        room.close()
    slowest, usual = within(large), within(small)
    yield Figure(_name(LARGE, len(large)), slowest, GOAL_MS)
    yield Figure(f"… beside {SMALL.teams * SMALL.seats} seats, 5 questions", slowest, GOAL, usual)


def _name(size: Size, keys: int) -> str:
    seats = size.teams * size.seats
    return f"{seats} seats, {size.questions} questions: 95 % of {keys} keys → wall"


def _begin(place: Path, made: list[str]) -> Room:
    room = Room(place, create(LARGE), still=True)
    made.append(room.live.id)
    return room


def _lead(room: Room, frames: Frames, questions: int | None) -> list[float]:
    """Press on until so many questions are revealed, or to the end; ms from key to wall each."""
    taken: list[float] = []
    done: set[tuple[str | None, State]] = set()
    while len(taken) < MOST_KEYS:
        facts = room.live.facts()
        revealed = sum(line.revealed for item in facts.items for line in item.questions)
        here = day_state(facts)
        if here is State.FINISHED or (questions is not None and revealed >= questions):
            return taken
        if here is State.OPEN and facts.round is not None and not facts.round.votes_in:
            sample.vote_all(room.live)
            room.rest(PAUSE_S)
        if (facts.item_id, here) in done or here not in EXTRAS:
            taken.append(_press(room, frames, _NEXT))
            continue
        done.add((facts.item_id, here))
        taken += [_press(room, frames, key) for key in EXTRAS[here]]
        if state(room.live.facts()) in (State.BLANK, State.LOOKING_BACK, State.TAKEN_BACK):
            taken.append(_press(room, frames, _NEXT))
    raise RuntimeError(f"{MOST_KEYS} keys, and no end of the day: {day_state(room.live.facts())}")


def _press(room: Room, frames: Frames, key: Key) -> float:
    """Ms from a key to the wall that it leads to; where the wall stays, to its being done."""
    room.rest(CLICKER_S if key[0] is _K.Key_B else PAUSE_S)
    before = room.leading.stage.wall
    frames.begin()
    began = perf_counter()
    room.press(*key)
    ended = perf_counter()
    if room.leading.stage.wall != before:
        room.wait(lambda: frames.first is not None)
        assert frames.first is not None
        ended = frames.first
    return (ended - began) * 1000
