"""Finding: which blocks of the manual have the words that are looked for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from ui.console.run.review_keys import REVIEW_KEYS
from ui.help.chapter import (
    AllKeys,
    AllStates,
    Block,
    Chapter,
    Heading,
    Paragraph,
    Picture,
    Points,
    say,
)
from ui.help.room_table import LINES
from ui.keys import DOES, KEYS
from workshop.words import Words


@dataclass(frozen=True, slots=True)
class Place:
    """Where words were found: a chapter and a block of it, by number; block -1 is its title."""

    chapter: int
    block: int


def texts(block: Block, words: Words) -> tuple[str, ...]:
    """Everything a reader finds in a block."""
    match block:
        case Heading(text) | Paragraph(text):
            return (say(words, text),)
        case Points(points):
            return tuple(say(words, each) for each in points)
        case Picture(_, alternative):
            return (say(words, alternative),)
        case AllKeys():
            return key_texts(words)
        case AllStates():
            cells = ((line.when, line.wall, line.console, line.never) for line in LINES)
            return tuple(say(words, cell) for line in cells for cell in line)


def key_texts(words: Words) -> tuple[str, ...]:
    """The keys list as texts: each key, and what it does."""
    found = [words.say(binding.shown) for binding in KEYS]
    found += [words.say(does) for does in DOES.values()]
    for each in REVIEW_KEYS:
        found += [*(words.say(shown) for shown in each.shown), words.say(each.does)]
    return tuple(found)


def find(sought: str, chapters: Iterable[Chapter], words: Words) -> tuple[Place, ...]:
    """The places that have every word of `sought`, in the order of the manual.

    A word is found by its beginning, whatever its case and accents; nothing is found for none.
    """
    wanted = _words(sought)
    if not wanted:
        return ()
    found = []
    for number, chapter in enumerate(chapters):
        if _has(wanted, (say(words, chapter.title),)):
            found.append(Place(number, -1))
        for place, block in enumerate(chapter.blocks):
            if _has(wanted, texts(block, words)):
                found.append(Place(number, place))
    return tuple(found)


def _has(wanted: tuple[str, ...], said: Iterable[str]) -> bool:
    there = {word for text in said for word in _words(text)}
    return all(any(word.startswith(each) for word in there) for each in wanted)


def _words(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = ("" if unicodedata.combining(c) else c if c.isalnum() else " " for c in plain)
    return tuple("".join(letters).split())
