"""Answers: the exit codes of the commands, and how results and faults are said."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

DONE, FAILED, WRONG_USE = 0, 1, 2


def say_fault(sentence: str) -> None:
    """One sentence on stderr."""
    print(sentence, file=sys.stderr)


def say_written(paths: Sequence[Path]) -> None:
    """The files that were written, one a line on stdout."""
    for path in paths:
        print(path)
