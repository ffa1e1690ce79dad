"""Flipchart: without a command the app opens, with one it is carried out without a window."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the app or carry out a command; answers the exit code."""
    from ui.commandline.commands import parser, run
    from workshop.words import Words

    words = Words()
    understood = parser(words).parse_args(arguments)
    if understood.command is not None:
        return run(understood, words)

    from ui.crash import Crash

    crash = Crash()
    crash.watch()
    # The first window is painted before the library's modules are imported (see ui/app.py).
    from ui.app import open_app

    return open_app(understood.library, words, crash)


if __name__ == "__main__":
    sys.exit(main())
