"""Tables of what was written down: actions, the earlier workshop's actions, notes."""

from __future__ import annotations

from typing import Final

from exports.tables.columns import NUMBER, SESSION, SHORT, yes_no
from exports.tables.table import Column, Kind, Table, table
from workshop.phrases import STATUS_NAMES
from workshop.snapshot import Snapshot
from workshop.words import Words, mark

STATES: Final = {"proposed": mark("Proposed"), "agreed": mark("Agreed")}
DROPPED: Final = "dropped"

_WHAT: Final = Column(mark("What"), Kind.TEXT, mark("What is to be done."))
_OWNER: Final = Column(mark("Owner"), Kind.TEXT, mark("Who sees to it."))
_DUE: Final = Column(mark("Due"), Kind.DATE, mark("By when."))
_MEASURE: Final = Column(mark("Measure"), Kind.TEXT, mark("By what one sees that it worked."))
_STATUS: Final = Column(mark("Status"), Kind.TEXT, mark("Not started, under way or done."))
_ACTIONS: Final = (
    NUMBER,
    _WHAT,
    Column(mark("First step"), Kind.TEXT, mark("What is done first.")),
    _OWNER,
    Column(
        mark("Owner not in the room"), Kind.TEXT, mark("Whether the owner is still to be told.")
    ),
    _DUE,
    _MEASURE,
    Column(mark("State"), Kind.TEXT, mark("Proposed in the talk, or agreed at the end.")),
    _STATUS,
    SESSION,
    SHORT,
)
_REVIEW: Final = (
    NUMBER,
    _WHAT,
    _OWNER,
    _DUE,
    _MEASURE,
    _STATUS,
    Column(mark("Looked at"), Kind.TEXT, mark("Whether this workshop has looked at it.")),
    SESSION,
    SHORT,
)
_NOTES: Final = (
    SESSION,
    SHORT,
    Column(mark("Note"), Kind.TEXT, mark("What was said in the talk; private notes are left out.")),
)


def actions(snapshot: Snapshot, words: Words) -> Table:
    """The actions in their order, without those that were dropped."""
    rows = [
        (
            number,
            each.what,
            each.first_step,
            each.owner,
            yes_no(each.owner_absent, words),
            each.due,
            each.measure,
            words.say(STATES[each.state]),
            words.say(STATUS_NAMES[each.status]),
            each.session,
            each.short,
        )
        for number, each in enumerate(
            (each for each in snapshot.actions if each.state != DROPPED), 1
        )
    ]
    return table(mark("Actions"), _ACTIONS, rows, words)


def review(snapshot: Snapshot, words: Words) -> Table:
    """What became of the actions that the earlier workshop left open."""
    rows = [
        (
            number,
            each.what,
            each.owner,
            each.due,
            each.measure,
            words.say(STATUS_NAMES[each.status]),
            yes_no(each.reviewed, words),
            each.session,
            each.short,
        )
        for number, each in enumerate(snapshot.review, 1)
    ]
    return table(mark("Actions of last time"), _REVIEW, rows, words)


def notes(snapshot: Snapshot, words: Words) -> Table:
    """The notes of all questions that are not private."""
    rows = [
        (session.title, question.short, note.text)
        for session in snapshot.sessions
        for question in session.questions
        for note in question.notes
        if not note.private
    ]
    return table(mark("Notes"), _NOTES, rows, words)
