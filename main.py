"""Flipchart: without a command the app opens, with one it is carried out without a window."""

from __future__ import annotations

import builtins
import gc
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the app or carry out a command; answers the exit code."""
    library = None
    given = sys.argv[1:] if arguments is None else arguments
    file = workshop_file(given)
    if file is not None:
        given = given[:-1]
    if given:
        from ui.commandline.commands import parser, run
        from workshop.words import Words

        words = Words()
        understood = parser(words).parse_args(given)
        if understood.command is not None:
            return run(understood, words)
        library = understood.library

    # Nothing that a start makes is garbage; ui/collector.py collects once the window stands.
    gc.disable()
    # Where Qt is there already, as for a test that looks on, it has put Python's own aside.
    python_import = getattr(builtins, "__orig_import__", builtins.__import__)
    import PySide6.QtWidgets  # noqa: F401 - it brings the import that is put back here

    # PySide's own import looks into the source of whatever is imported after it, for a
    # `__feature__` that Flipchart does not use: a fifth of the start.
    builtins.__import__ = python_import
    from ui.crash import Crash

    crash = Crash()
    crash.watch()
    # The first window is painted before the library's modules are imported (see ui/app.py).
    from ui.app import open_app

    return open_app(library, crash, file)


def workshop_file(given: Sequence[str]) -> Path | None:
    """The workshop file that stands alone, or behind --library alone: it is to be opened."""
    match given:
        case [file] | ["--library", _, file] if file.lower().endswith(".flipchart"):
            return Path(file)
        case _:
            return None


if __name__ == "__main__":
    sys.exit(main())
