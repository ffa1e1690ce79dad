"""Reading of the framework a new workshop starts from, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable

from frameworks.faults import FrameworkError
from frameworks.model import Framework
from frameworks.shipped import default_pack
from ui import background
from workshop.words import Words


def read_default(
    words: Words, done: Callable[[Framework], object], refused: Callable[[str], object]
) -> None:
    """Read the default pack; `refused` is told every fault of a pack that does not parse."""
    from frameworks.reader import read

    def failed(fault: Exception) -> None:
        if not isinstance(fault, FrameworkError):
            raise fault
        refused(fault.sentence(words))

    background.run(lambda: read(default_pack()), done, failed)
