"""Errors the user can act on; anything else that is raised is a fault of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop.words import Words


class WorkshopError(Exception):
    """A fault of the user's world, carrying the sentence that says what, where and how to mend it.

    `text` is an English text marked for the catalogue, `values` fill its places.
    """

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text.format(**values) if values else text)
        self.text = text
        self.values = values

    def sentence(self, words: Words) -> str:
        """The sentence in the user's language."""
        return words.say(self.text, **self.values)


class LibraryError(WorkshopError):
    """The library cannot be opened or written; what was acknowledged before is safe."""


class RefusedVote(WorkshopError):
    """A vote or tally that the round cannot take."""


class NotPossibleNow(WorkshopError):
    """An act that does not fit the state the workshop is in."""
