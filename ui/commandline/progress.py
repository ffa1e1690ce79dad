"""Progress: one line that fills, on a terminal only."""

from __future__ import annotations

import sys
from types import TracebackType

from workshop.words import Words

WIDTH = 30


class ProgressLine:
    """A line on stderr that is drawn over itself; nothing at all where that is not a terminal."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._shown = sys.stderr.isatty()

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def show(self, done: int, of: int, what: str) -> None:
        """Draw `done` of `of`, with a word about what is going on."""
        if not self._shown or not of:
            return
        filled = WIDTH * done // of
        bar = "█" * filled + "░" * (WIDTH - filled)
        said = self._words.say("{done} of {of}  {what}", done=done, of=of, what=what)
        print(f"\r\x1b[K{bar}  {said}", end="", file=sys.stderr, flush=True)
