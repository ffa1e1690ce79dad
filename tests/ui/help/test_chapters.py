"""The manual's texts: they name no key and no picture that is not there, and every key."""

from __future__ import annotations

import re
from itertools import chain
from string import Formatter

import pytest
from PIL import Image

from ui.console.run.review_keys import REVIEW_KEYS
from ui.help.chapter import PICTURES, Chapter, ChapterId, Picture, say
from ui.help.chapters import CHAPTERS, OF_STATE
from ui.help.finding import Place, find, key_texts, texts
from ui.help.room_table import LINES
from ui.keys import DOES, KEYS, Intent
from workshop.steps import State
from workshop.words import Words

WORDS = Words()
# Keys of fields, lists and windows, which are not in the table that leads a day.
BESIDE_THE_TABLE = {"Ctrl N", "Ctrl F", "Ctrl Enter"}
LARGEST_PICTURE, LARGEST_OF_ALL = 60_000, 1_000_000
SMALLEST_ALTERNATIVE = 30
NAMED = re.compile(r"\b(?:Ctrl (?:Shift )?[A-Z][a-z]*|Alt [A-Z]\w*|F\d+|Page (?:Up|Down))\b")
BY_ID = pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.id)
ALL_PICTURES = [
    block for chapter in CHAPTERS for block in chapter.blocks if isinstance(block, Picture)
]


def read_aloud(chapter: Chapter) -> list[str]:
    """All texts of a chapter as they are read."""
    told = chain.from_iterable(texts(block, WORDS) for block in chapter.blocks)
    return [say(WORDS, chapter.title), *told]


def test_every_chapter_stands_once_in_the_contents() -> None:
    assert [chapter.id for chapter in CHAPTERS] == list(ChapterId)


def test_every_key_of_the_table_is_in_the_keys_chapter_with_what_it_does() -> None:
    [keys] = [chapter for chapter in CHAPTERS if chapter.id is ChapterId.KEYS]
    told = read_aloud(keys)
    assert {binding.shown for binding in KEYS} <= set(told)
    assert set(DOES.values()) <= set(told)
    assert {shown for each in REVIEW_KEYS for shown in each.shown} <= set(told)
    assert set(key_texts(WORDS)) <= set(told)


@BY_ID
def test_a_chapter_names_no_key_that_does_not_exist(chapter: Chapter) -> None:
    known = {binding.shown for binding in KEYS} | BESIDE_THE_TABLE
    named = {key for text in read_aloud(chapter) for key in NAMED.findall(text)}
    assert named <= known
    assert not [text for text in read_aloud(chapter) if "{" in text or "}" in text]


@BY_ID
def test_a_chapter_takes_its_keys_from_the_table(chapter: Chapter) -> None:
    intents = {intent.name for intent in Intent}
    raw = [chapter.title]
    for block in chapter.blocks:
        for name in ("text", "alternative"):
            raw += [str(getattr(block, name))] if hasattr(block, name) else []
        raw += getattr(block, "texts", ())
    raw += [cell for line in LINES for cell in (line.when, line.wall, line.console, line.never)]
    places = {name for text in raw for _, name, _, _ in Formatter().parse(text) if name}
    assert places <= intents


def test_every_picture_is_there_in_both_looks_and_says_what_it_shows() -> None:
    for picture in ALL_PICTURES:
        assert len(picture.alternative) > SMALLEST_ALTERNATIVE
        sizes = set()
        for dark in (False, True):
            path = picture.path(dark=dark)
            assert path.stat().st_size <= LARGEST_PICTURE, path.name
            with Image.open(path) as shown:
                assert shown.mode == "P"
                sizes.add(shown.size)
        assert len(sizes) == 1, picture.name


def test_no_picture_lies_about_unused_and_all_are_small() -> None:
    files = set(PICTURES.glob("*.png"))
    assert files == {each.path(dark=dark) for each in ALL_PICTURES for dark in (False, True)}
    assert sum(path.stat().st_size for path in files) <= LARGEST_OF_ALL


def test_every_state_of_a_day_has_its_chapter() -> None:
    assert set(OF_STATE) == set(State)


def test_words_are_found_by_their_beginnings_whatever_their_case() -> None:
    secret = [chapter.id for chapter in CHAPTERS].index(ChapterId.SECRET)
    assert Place(secret, -1) in find("SECR ball", CHAPTERS, WORDS)
    assert find("projector plug", CHAPTERS, WORDS)
    assert find("F1", CHAPTERS, WORDS)


def test_nothing_is_found_for_nothing_and_for_what_is_nowhere() -> None:
    assert find("", CHAPTERS, WORDS) == find(" ?! ", CHAPTERS, WORDS) == ()
    assert find("zebra", CHAPTERS, WORDS) == ()


def test_every_place_that_is_found_has_all_the_words() -> None:
    for place in find("vote wall", CHAPTERS, WORDS):
        chapter = CHAPTERS[place.chapter]
        told = texts(chapter.blocks[place.block], WORDS) if place.block >= 0 else (chapter.title,)
        said = " ".join(told).casefold()
        assert "vote" in said
        assert "wall" in said
