"""Phrases: how short names and numbers stand within a sentence."""

from __future__ import annotations

from workshop.kinds import ActionStatus
from workshop.prompts import NUMBERS
from workshop.words import Words, mark

STATUS_NAMES = {
    ActionStatus.NOT_STARTED: mark("Not started"),
    ActionStatus.UNDER_WAY: mark("Under way"),
    ActionStatus.DONE: mark("Done"),
}
"""How far an action has come, in words."""


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
