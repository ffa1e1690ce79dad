"""Odd days: what is exported in their place does something in the process that reads it."""

from __future__ import annotations

import os
import signal
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from exports.catalogue import Source
from workshop.errors import WorkshopError
from workshop.snapshot import Snapshot

SECRET = "Maria of Nursing gave a 2"


class Unpicklable(Exception):
    """A fault that no process can hand to another."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.lock = threading.Lock()


@dataclass(frozen=True)
class WhatIsThere:
    """Says what the process has imported, and how it was told to behave."""

    @property
    def sessions(self) -> object:
        raise WorkshopError(
            "{qt} {nice} {ignores}",
            qt=sum(name.split(".")[0] in ("PySide6", "shiboken6", "ui") for name in sys.modules),
            nice=os.nice(0),
            ignores=signal.getsignal(signal.SIGINT) is signal.SIG_IGN,
        )


@dataclass(frozen=True)
class OurFault:
    """Goes wrong as a fault of the program does, with something that somebody said."""

    @property
    def sessions(self) -> object:
        try:
            raise KeyError(SECRET)
        except KeyError as before:
            raise Unpicklable(SECRET) from before


@dataclass(frozen=True)
class Killed:
    """Ends the process as the system does that has no memory left."""

    @property
    def sessions(self) -> object:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError


@dataclass(frozen=True)
class Silent:
    """Ends the process without a word."""

    @property
    def sessions(self) -> object:
        os._exit(3)


@dataclass(frozen=True)
class Stuck:
    """Makes a file, says so on stdout, and then waits for good."""

    begun: Path

    @property
    def sessions(self) -> object:
        self.begun.touch()
        print("begun", flush=True)
        threading.Event().wait()
        raise AssertionError


OddDay = WhatIsThere | OurFault | Killed | Silent | Stuck


def source_of(day: OddDay) -> Source:
    """It as a workshop that was read."""
    return Source(cast(Snapshot, day), Path("none"))
