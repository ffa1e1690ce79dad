"""Chapter: what the manual is made of, as frozen values that know nothing of a screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol, runtime_checkable

from ui.keys import KEYS
from workshop.words import Words

PICTURES: Final = Path(__file__).parent / "pictures"
DARK: Final = "-dark"


class ChapterId(StrEnum):
    """The chapters, in the order of the contents."""

    BEFORE = "before"
    ROOM = "room"
    QUESTION = "question"
    WAYS = "ways"
    SECRET = "secret"
    REVEAL = "reveal"
    TOGETHER = "together"
    CHARTS = "charts"
    RECORD = "record"
    TIME = "time"
    CLOSE = "close"
    FILES = "files"
    BETWEEN = "between"
    AGAIN = "again"
    WRONG = "wrong"
    KEYS = "keys"
    SEES = "sees"


@runtime_checkable
class HasChapter(Protocol):
    """A screen that one chapter is about; F1 opens the first chapter from any other."""

    @property
    def chapter(self) -> ChapterId:
        """That chapter."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part of a chapter."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few sentences."""

    text: str


@dataclass(frozen=True, slots=True)
class Points:
    """A list; `ordered` ones are steps, told by number."""

    texts: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A moment of the wall or the console: a file of PICTURES, once light and once dark.

    `alternative` is what it shows, for whoever cannot see it; it stands below it too.
    """

    name: str
    alternative: str

    def path(self, *, dark: bool) -> Path:
        """Its file for a look."""
        return PICTURES / f"{self.name}{DARK if dark else ''}.png"


@dataclass(frozen=True, slots=True)
class AllKeys:
    """Every key of the table in ui/keys, and of the review."""


@dataclass(frozen=True, slots=True)
class AllStates:
    """The table of what the room sees when, from room_table."""


Block = Heading | Paragraph | Points | Picture | AllKeys | AllStates


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter. Texts are marked, and name keys by their Intent: "{HOLD} holds the wall"."""

    id: ChapterId
    title: str
    blocks: tuple[Block, ...]


def say(words: Words, text: str) -> str:
    """A text of the manual in one language, with the keys that are in the table now."""
    first: dict[str, object] = {}
    for binding in KEYS:
        first.setdefault(binding.intent.name, words.say(binding.shown))
    return words.say(text, **first)
