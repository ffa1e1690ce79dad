"""Whole: all tables of a workshop in their order, and one that explains their columns."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from exports.tables import day, plan, votes
from exports.tables.table import Cell, Column, Kind, Table, table
from workshop.snapshot import Snapshot
from workshop.words import Words, mark

REHEARSAL: Final = mark("Rehearsal: nothing here is real")
_MARK: Final = Column(
    mark("Rehearsal"), Kind.TEXT, mark("Says in every row that this was a rehearsal.")
)
_ABOUT: Final = (
    Column(mark("Table"), Kind.TEXT, mark("The table that a column stands in.")),
    Column(mark("Column"), Kind.TEXT, mark("The column's title.")),
    Column(mark("Kind"), Kind.TEXT, mark("Text, number, whole number or date.")),
    Column(mark("Meaning"), Kind.TEXT, mark("What its cells mean.")),
)
_KINDS: Final = {
    Kind.TEXT: mark("Text"),
    Kind.NUMBER: mark("Number"),
    Kind.INTEGER: mark("Whole number"),
    Kind.DATE: mark("Date"),
}


def tables(snapshot: Snapshot, words: Words) -> tuple[Table, ...]:
    """Every table of the workshop that has rows, in their order.

    In a rehearsal each row of each says so.
    """
    made = (
        day.workshop(snapshot, words),
        day.sessions(snapshot, words),
        day.themes(snapshot, words),
        votes.questions(snapshot, words),
        votes.rounds(snapshot, words),
        votes.statistics(snapshot, words),
        votes.team_results(snapshot, words),
        votes.checklists(snapshot, words),
        votes.then_and_now(snapshot, words),
        plan.actions(snapshot, words),
        plan.review(snapshot, words),
        day.parking_lot(snapshot, words),
        plan.notes(snapshot, words),
        day.closing_hands(snapshot, words),
        day.closing_words(snapshot, words),
        day.teams(snapshot, words),
    )
    there = tuple(each for each in made if each.rows)
    if not snapshot.workshop.rehearsal:
        return there
    return tuple(_marked(each, words) for each in there)


def about(made: tuple[Table, ...], snapshot: Snapshot, words: Words, *remarks: str) -> Table:
    """A table that explains the columns of the tables `made`; `remarks` stand above, as said.

    It does not say when it was written: a file changes only where the workshop did.
    """
    workshop = snapshot.workshop
    named = ", ".join(
        part.strip() for part in (workshop.organisation, workshop.title) if part.strip()
    )
    said = [
        *([words.say(REHEARSAL)] if workshop.rehearsal else []),
        words.say("{workshop}, {day}", workshop=named, day=words.day(workshop.held_on)),
        words.say("Only rounds that were revealed are here, and never a single vote."),
        words.say("What this workshop has nothing of has no table."),
        *remarks,
    ]
    rows: list[tuple[Cell, ...]] = [("", "", "", each) for each in said]
    rows += [
        (each.name, column.title, words.say(_KINDS[column.kind]), column.meaning)
        for each in made
        for column in each.columns
    ]
    return table(mark("About"), _ABOUT, rows, words)


def _marked(each: Table, words: Words) -> Table:
    sign = words.say(REHEARSAL)
    column = table("", (_MARK,), (), words).columns[0]
    return replace(
        each,
        columns=(column, *each.columns),
        rows=tuple((sign, *row) for row in each.rows),
    )
