"""Hours: whether a day of eight hours takes more and more memory, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure
from tests.bench.machine import ROOT

GOAL = 1.05


def figures(folder: Path) -> Iterator[Figure]:
    """What the process holds at the day's end beside what it held after an hour; on Linux alone.

    Elsewhere the system does not tell what is held now, only the most there ever was.
    """
    if sys.platform != "linux":
        return
    command = [sys.executable, "-m", "tests.bench.hours_day", str(folder / "hours")]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    held = [float(line) for line in ended.stdout.split()]
    first, last = held[0], held[-1]
    name = f"memory after {len(held)} hours beside 1 hour"
    yield Figure(name, last, GOAL, first, unit="MB")
