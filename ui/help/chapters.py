"""Chapters: the whole manual in its order, and which chapter belongs to where one is."""

from __future__ import annotations

from typing import Final

from ui.help import afterwards, beginning, deciding, leaving, sense, voting
from ui.help.chapter import AllKeys, AllStates, Chapter, ChapterId, Paragraph
from ui.keys import Intent
from workshop.steps import State
from workshop.words import mark

KEYS_CHAPTER: Final = Chapter(
    ChapterId.KEYS,
    mark("The keys"),
    (
        Paragraph(
            mark(
                "{KEYS} shows those that work at the moment. Single letters act only while nobody "
                "types in a field. While a team votes at the wall, digits are its answers: 1 is "
                "the lowest, 0 is don’t know."
            )
        ),
        AllKeys(),
    ),
)
SEES_CHAPTER: Final = Chapter(
    ChapterId.SEES,
    mark("What the room sees when"),
    (
        Paragraph(
            mark(
                "What is on the wall at each moment of the day, what you see, and what is never "
                "on the wall."
            )
        ),
        AllStates(),
    ),
)

CHAPTERS: Final = (
    beginning.BEFORE,
    beginning.ROOM,
    voting.QUESTION,
    voting.WAYS,
    voting.SECRET,
    sense.REVEAL,
    sense.TOGETHER,
    afterwards.CHARTS,
    deciding.RECORD,
    deciding.TIME,
    deciding.CLOSE,
    leaving.FILES,
    afterwards.BETWEEN,
    leaving.AGAIN,
    leaving.WRONG,
    KEYS_CHAPTER,
    SEES_CHAPTER,
)

OF_STATE: Final = {
    State.LOBBY: ChapterId.ROOM,
    State.OPENING: ChapterId.QUESTION,
    State.PRACTICE_OPEN: ChapterId.WAYS,
    State.PRACTICE_CLOSED: ChapterId.QUESTION,
    State.REVIEW: ChapterId.AGAIN,
    State.SESSION: ChapterId.QUESTION,
    State.POSE: ChapterId.QUESTION,
    State.DISCUSS: ChapterId.QUESTION,
    State.OPEN: ChapterId.WAYS,
    State.CLOSED: ChapterId.REVEAL,
    State.REVEAL: ChapterId.REVEAL,
    State.TALK: ChapterId.REVEAL,
    State.RECORD: ChapterId.RECORD,
    State.ACT: ChapterId.RECORD,
    State.COLLECTED: ChapterId.TOGETHER,
    State.TOGETHER: ChapterId.TOGETHER,
    State.GROUP_WORK: ChapterId.TIME,
    State.GROUPS: ChapterId.TIME,
    State.BREAK: ChapterId.TIME,
    State.PROFILE: ChapterId.CHARTS,
    State.ACTION_PLANNING: ChapterId.RECORD,
    State.READ_BACK: ChapterId.CLOSE,
    State.CLOSING: ChapterId.CLOSE,
    State.CLOSE_SHOWN: ChapterId.CLOSE,
    State.FINISHED: ChapterId.FILES,
    State.BLANK: ChapterId.ROOM,
    State.LOOKING_BACK: ChapterId.ROOM,
    State.TAKEN_BACK: ChapterId.REVEAL,
}
"""The chapter for each state of a day."""

OF_PANEL: Final = {
    Intent.WHAT_CAN_GO: ChapterId.TIME,
    Intent.INSERT: ChapterId.TIME,
    Intent.PRESENCE: ChapterId.QUESTION,
    Intent.TALLY: ChapterId.WAYS,
    Intent.PAPER: ChapterId.WAYS,
    Intent.FOR_SOMEONE: ChapterId.WAYS,
    Intent.CHARTS: ChapterId.CHARTS,
    Intent.KEYS: ChapterId.KEYS,
}
"""The chapter for each panel that a key opens over a day."""
