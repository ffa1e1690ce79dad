"""Phrases: how short names and numbers stand within a sentence."""

from __future__ import annotations

import unicodedata

from workshop.kinds import ActionStatus
from workshop.prompts import NUMBERS
from workshop.words import Words, mark

STATUS_NAMES = {
    ActionStatus.NOT_STARTED: mark("Not started"),
    ActionStatus.UNDER_WAY: mark("Under way"),
    ActionStatus.DONE: mark("Done"),
}
"""How far an action has come, in words."""


FROM_THE_RIGHT = {"R", "AL"}  # the Unicode classes of such letters
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


def isolated(name: str) -> str:
    """A name, so marked where needed that it does not disturb the order of the words around it.

    Only names with letters that are written from right to left need it.
    """
    if name.isascii() or not any(unicodedata.bidirectional(c) in FROM_THE_RIGHT for c in name):
        return name
    return f"{FIRST_STRONG_ISOLATE}{name}{POP_ISOLATE}"


def mid_sentence(short: str) -> str:
    """A short name within a sentence: 'workload', while 'IT' and 'CRM' stay as they are."""
    return short[:1].lower() + short[1:] if short[1:2].islower() else short


def sentence_start(text: str) -> str:
    """A text that begins a sentence: 'From 2 to 4'."""
    return text[:1].upper() + text[1:]


def of_votes_in(expected: int, words: Words) -> str:
    """What stands behind the number of votes in: 'of 24 votes in'."""
    if not expected:
        return words.say("votes in, nobody here to vote")
    return words.count("of {n} vote in", "of {n} votes in", expected)


def spelled(n: int, words: Words) -> str:
    """A number that begins a sentence: 'Nine', and '12' above ten."""
    return words.say(NUMBERS[n]) if n in NUMBERS else str(n)
