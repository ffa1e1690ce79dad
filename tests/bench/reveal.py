"""Reveal: from the key to the first frame that the room sees of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from tests.bench.drawn import WHOLE, painted_in_ms, recorded
from tests.bench.figures import RUNS, Figure, best
from tests.bench.frames import Frames
from tests.bench.room import Room
from workshop.connections import connect_to_write
from workshop.scenes import RevealScene
from workshop.steps import State

GOAL = 5.0
REVEALS = 4
"""Reveals in a run, each of another question."""


def figures(folder: Path) -> Iterator[Figure]:
    """The way of the next key, through library, wall and painter; and all frames after it."""
    frames = Frames()
    room = Room(folder / "reveal")
    if room.projector.size() != WHOLE.size():
        raise RuntimeError(f"the wall is {room.projector.size()}, and not 1920 x 1080")
    onto = QPixmap(WHOLE.size())
    keys: list[float] = []
    bare: list[float] = []
    inserts: list[float] = []
    with closing(connect_to_write(folder / "insert.sqlite")) as connection:
        connection.execute("CREATE TABLE act (id INTEGER PRIMARY KEY, at INTEGER, what TEXT)")
        for _ in range(RUNS):
            ours: list[float] = []
            theirs: list[float] = []
            synced: list[float] = []
            for _ in range(REVEALS):
                ours.append(_reveal(room, frames))
                calls = recorded(room.leading.stage.picture())
                room.rest()
                theirs.append(painted_in_ms(calls, onto))
                synced.append(_insert(connection))
            keys.append(median(ours))
            bare.append(median(theirs))
            inserts.append(median(synced))
    room.close()
    yield Figure("reveal: key → first frame", best(keys), GOAL, best(bare), best(inserts))
    yield frames.figure()


def _reveal(room: Room, frames: Frames) -> float:
    """Ms from the key to the end of the first painting of the reveal on the wall."""
    room.reach(State.CLOSED)
    frames.begin()
    began = perf_counter()
    room.press(Qt.Key.Key_Space)
    room.wait(lambda: frames.first is not None)
    first = frames.first
    if first is None or not isinstance(room.leading.stage.wall.scene, RevealScene):
        raise RuntimeError("nothing was revealed")
    room.rest()
    frames.end()
    return (first - began) * 1000


def _insert(connection: sqlite3.Connection) -> float:
    """Ms for one row in a transaction of its own, synced."""
    began = perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO act (at, what) VALUES (?, ?)", (0, "reveal"))
    connection.execute("COMMIT")
    return (perf_counter() - began) * 1000
