"""Kinds: what an agenda item, a step, a round, a vote or a seat can be."""

from __future__ import annotations

from enum import StrEnum


class ItemKind(StrEnum):
    """The kinds of agenda item."""

    OPENING = "opening"
    REVIEW = "review"
    SESSION = "session"
    GROUP_WORK = "group_work"
    BREAK = "break"
    PROFILE = "profile"
    PRIORITIES = "priorities"
    ACTION_PLANNING = "action_planning"
    READ_BACK = "read_back"
    CLOSE = "close"


class Step(StrEnum):
    """Where the day stands within an agenda item; pose to act are the steps of a question."""

    LOBBY = "lobby"
    PURPOSE = "purpose"
    POSE = "pose"
    DISCUSS = "discuss"
    VOTE = "vote"
    REVEAL = "reveal"
    TALK = "talk"
    RECORD = "record"
    ACT = "act"
    FINISHED = "finished"


QUESTION_STEPS = (
    Step.POSE,
    Step.DISCUSS,
    Step.VOTE,
    Step.REVEAL,
    Step.TALK,
    Step.RECORD,
    Step.ACT,
)


class RoundState(StrEnum):
    """The states of a round; closed is a state of its own."""

    NOT_OPENED = "not_opened"
    OPEN = "open"
    CLOSED = "closed"
    REVEALED = "revealed"


class Way(StrEnum):
    """How a vote came."""

    HANDS = "hands"
    WALL = "wall"
    PHONE = "phone"
    PAPER = "paper"
    FOR_SOMEONE = "for_someone"


class Presence(StrEnum):
    """Whether a seat is here now."""

    PRESENT = "present"
    LATE = "late"
    GONE = "gone"


class Role(StrEnum):
    """What a seat does today."""

    VOTING = "voting"
    OBSERVER = "observer"


class Ballot(StrEnum):
    """Whether the facilitator may know which seat voted what."""

    OPEN = "open"
    SECRET = "secret"


class Voter(StrEnum):
    """What a seat is: a person, or a team that votes as one."""

    PERSON = "person"
    TEAM = "team"


class Sorting(StrEnum):
    """How the reveal page of `together` is sorted."""

    DIVIDED = "divided"
    LOWEST = "lowest"
    PACK = "pack"


class OutcomeKind(StrEnum):
    """How a question ended."""

    UNDECIDED = "undecided"
    AGREED = "agreed"
    DIFFER = "differ"


class ActionStatus(StrEnum):
    """How far an action has come."""

    NOT_STARTED = "not_started"
    UNDER_WAY = "under_way"
    DONE = "done"


LED_KINDS = frozenset({"rate", "checklist"})
"""The kinds of activity that a day can be led through; questions of others are left out."""
