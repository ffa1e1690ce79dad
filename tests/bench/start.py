"""Start: how soon the app is painted and its list usable, in real starts of real processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench import sample
from tests.bench.figures import RUNS, Figure, best
from tests.bench.machine import ROOT
from workshop.library import Library

PAINTED_GOAL = 1.6
USABLE_GOAL = 1.3
WORKSHOPS = 5
STARTS = 4
"""Starts in a run: the quickest is what the machine can do."""

_HERE = Path(__file__).parent


def figures(folder: Path) -> Iterator[Figure]:
    """Both figures of the start."""
    home = folder / "home"
    path = home / "Flipchart" / "library" / "flipchart.sqlite"
    with Library.open(path) as library:
        for _ in range(WORKSHOPS):
            sample.create(library)
    app = [sys.executable, str(_HERE / "start_app.py")]
    if sys.platform != "linux":  # elsewhere the user's own folder cannot be moved
        app += ["--library", str(path)]
    bare = [sys.executable, str(_HERE / "start_bare.py"), "library"]
    _start(app, home)  # byte code and the disk's cache are those of a second start
    ours: list[list[float]] = []
    theirs: list[list[float]] = []
    for _ in range(RUNS * STARTS):
        ours.append(_start(app, home))
        theirs.append(_start(bare, home))
    for number, (name, goal) in enumerate(
        (
            ("start → painted window", PAINTED_GOAL),
            ("start → usable library", USABLE_GOAL),
        )
    ):
        measured, baseline = (best([run[number] for run in runs]) for runs in (ours, theirs))
        yield Figure(name, measured, goal, baseline)


def _start(command: list[str], home: Path) -> list[float]:
    """The moments that a process tells, in ms after its start."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "XDG_DATA_HOME": str(home)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.monotonic()
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return [(float(moment) - began) * 1000 for moment in ended.stdout.split()]
