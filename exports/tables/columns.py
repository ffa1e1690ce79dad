"""Columns that several tables have, and how yes, no, themes and ways are said in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from exports.tables.table import Column, Kind
from frameworks.theme import Theme
from workshop.kinds import OutcomeKind, Way
from workshop.words import Words, mark

SESSION: Final = Column(mark("Session"), Kind.TEXT, mark("The session the question belongs to."))
KEY: Final = Column(
    mark("Key"),
    Kind.TEXT,
    mark("The question's key in its framework: the same in every workshop that asks it."),
)
SHORT: Final = Column(mark("Question"), Kind.TEXT, mark("The question's short name."))
NUMBER: Final = Column(mark("No."), Kind.INTEGER, mark("The place in the order of the day."))
THEME: Final = Column(
    mark("Theme"),
    Kind.TEXT,
    mark("Vision, strategy, structure, technology or people."),
)
ROUND: Final = Column(mark("Round"), Kind.INTEGER, mark("The round's number, from 1."))
BALLOT: Final = Column(
    mark("Ballot"), Kind.TEXT, mark("Open, or secret: nobody learns who answered what.")
)
ANSWERS: Final = Column(
    mark("Answers"), Kind.INTEGER, mark("Votes that chose a step; don't-knows are not among them.")
)
DONT_KNOW: Final = Column(
    mark("Don't know"), Kind.INTEGER, mark("Votes that said don't know; no statistic counts them.")
)
MEDIAN: Final = Column(
    mark("Median"),
    Kind.NUMBER,
    mark("The middle answer, a half step where it lies between two."),
)
LEFT_OUT: Final = Column(mark("Left out"), Kind.TEXT, mark("Whether it is left out today."))
RESTS_ON: Final = Column(
    mark("Rests on"), Kind.INTEGER, mark("How many questions the score rests on.")
)
AGREED_SCORE: Final = Column(
    mark("Agreed score"), Kind.NUMBER, mark("What the group agreed on, in half steps.")
)

THEME_NAMES: Final[Mapping[Theme, str]] = {
    Theme.VISION: mark("Vision"),
    Theme.STRATEGY: mark("Strategy"),
    Theme.STRUCTURE: mark("Structure"),
    Theme.TECHNOLOGY: mark("Technology"),
    Theme.PEOPLE: mark("People"),
}
WAY_NAMES: Final[Mapping[Way, str]] = {
    Way.HANDS: mark("Hands"),
    Way.WALL: mark("Wall"),
    Way.PHONE: mark("Phone"),
    Way.PAPER: mark("Paper"),
    Way.FOR_SOMEONE: mark("For someone"),
}
OUTCOME_NAMES: Final[Mapping[OutcomeKind, str]] = {
    OutcomeKind.UNDECIDED: mark("Undecided"),
    OutcomeKind.AGREED: mark("Agreed"),
    OutcomeKind.DIFFER: mark("Agreed to differ"),
}
OPEN, SECRET = mark("Open"), mark("Secret")
YES, NO = mark("Yes"), mark("No")


def yes_no(value: bool, words: Words) -> str:
    """Yes or no."""
    return words.say(YES if value else NO)


def ballot(secret: bool, words: Words) -> str:
    """Open or secret."""
    return words.say(SECRET if secret else OPEN)
