"""Begun: the question that was in work when a text was begun, to which the text belongs."""

from __future__ import annotations

from collections.abc import Callable


class Begun:
    """Bound at a text's first letter, and let go of when the text is empty again or taken.

    `now` gives the question in work, or None where there is none.
    """

    def __init__(self, now: Callable[[], str | None]) -> None:
        self._now = now
        self._bound = False
        self._question_id: str | None = None

    def follow(self, text: str) -> None:
        """Someone typed, and this is the text now."""
        if not text.strip():
            self._bound = False
        elif not self._bound:
            self.bind(self._now())

    def bind(self, question_id: str | None) -> None:
        """The text that stands there belongs to this question, whatever is in work."""
        self._bound, self._question_id = True, question_id

    def take(self) -> str | None:
        """The question of the text that is handed over now; the next text is bound anew."""
        question_id = self._question_id if self._bound else self._now()
        self._bound = False
        return question_id
