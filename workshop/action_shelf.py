"""The action shelf: actions of all workshops but those put away, by page, late ones first.

After what is late or due, soonest first, comes what has no date, then what is done, the latest
first. Dropped actions stand in a list of their own, by the day they were due; those of workshops
that are deleted or were rehearsed stand in none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import (
    Boolean,
    ColumnElement,
    CompoundSelect,
    Connection,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal_column,
    not_,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import aliased

from frameworks.theme import Theme
from workshop.kinds import ActionStatus
from workshop.records import (
    ActionRecord,
    ActivityRecord,
    AgendaItemRecord,
    QuestionRecord,
    WorkshopRecord,
)
from workshop.searching import folded

PAGE: Final = 100
DROPPED: Final = "dropped"
_STATES: Final = ("agreed", "proposed")
_OPEN: Final = (ActionStatus.NOT_STARTED, ActionStatus.UNDER_WAY)


@dataclass(frozen=True, slots=True)
class ActionFilter:
    """Which actions are asked for; what is None or empty asks for all.

    `owner` "" asks for those without one. `dropped` asks for those that were dropped, and for no
    others; how far they had come and whether they were late is then no matter. `text` is looked
    for in every word of an action, whatever its case and accents; each of its words must be there.
    """

    workshop_id: str | None = None
    owner: str | None = None
    statuses: frozenset[ActionStatus] = frozenset(ActionStatus)
    late: bool = False
    text: str = ""
    dropped: bool = False


EVERYTHING: Final = ActionFilter()


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One action of the list, with the workshop and the question it came from.

    `second` says that its session is not the first of its theme. An action that came from no
    question has no theme, session or short.
    """

    id: str
    workshop_id: str
    workshop: str
    what: str
    first_step: str
    owner: str
    due: date | None
    measure: str
    state: str
    status: ActionStatus
    question_id: str | None
    theme: Theme | None
    second: bool
    session: str
    short: str
    drop_reason: str = ""

    @property
    def dropped(self) -> bool:
        """Whether it was dropped, with or without words why."""
        return self.state == DROPPED

    def days_late(self, today: date) -> int:
        """By how many days it is late; 0 where it is not, or is done or dropped."""
        if self.due is None or self.dropped or self.status is ActionStatus.DONE:
            return 0
        return max(0, (today - self.due).days)


@dataclass(frozen=True, slots=True)
class ActionCounts:
    """How many actions a filter finds, and how many of those are what the name says.

    `unowned` are open and have no owner.
    """

    all: int
    under_way: int
    done: int
    late: int
    unowned: int


@dataclass(frozen=True, slots=True)
class WorkshopChoice:
    """A workshop that has actions."""

    id: str
    title: str
    held_on: date


def counts(connection: Connection, today: date, wanted: ActionFilter = EVERYTHING) -> ActionCounts:
    """How many actions the filter finds."""
    done = ActionRecord.status == ActionStatus.DONE.value
    late = and_(~done, ActionRecord.due < today)
    row = connection.execute(
        _narrowed(connection, wanted)
        .with_only_columns(
            func.count(),
            func.total(ActionRecord.status == ActionStatus.UNDER_WAY.value),
            func.total(done),
            func.total(case((late, 1), else_=0)),
            func.total(and_(~done, ActionRecord.owner == "")),
        )
        .where(*_of_filter(wanted, today))
    ).one()
    return ActionCounts(*map(int, row))


def page(
    connection: Connection,
    today: date,
    wanted: ActionFilter = EVERYTHING,
    *,
    offset: int = 0,
    limit: int = PAGE,
) -> tuple[ActionLine, ...]:
    """`limit` actions of the list from place `offset` on."""
    found = ids(connection, today, wanted, offset=offset, limit=limit)
    return lines(connection, found, dropped=wanted.dropped)


def ids(
    connection: Connection,
    today: date,
    wanted: ActionFilter = EVERYTHING,
    *,
    offset: int = 0,
    limit: int | None = None,
) -> tuple[str, ...]:
    """The ids of `limit` actions (None: all) from place `offset` on, in the list's order."""
    few = wanted.workshop_id is not None or wanted.owner is not None or wanted.dropped
    if few or wanted.text.strip():
        found_first = _few(connection, wanted, today).limit(limit).offset(offset)
        return tuple(connection.scalars(found_first))
    found: list[str] = []
    for part in parts(wanted, today):
        rest = None if limit is None else limit - len(found)
        if rest == 0:
            break
        here = connection.scalars(part.limit(rest).offset(offset)).all()
        if not here and offset:  # the page begins behind this part of the list
            offset -= connection.scalar(select(func.count()).select_from(part.subquery())) or 0
        else:
            offset = 0
        found += here
    return tuple(found)


def lines(
    connection: Connection, ids: Sequence[str], *, dropped: bool = False
) -> tuple[ActionLine, ...]:
    """The actions with these ids in their order, as far as they are in a list.

    It is the list of those that were dropped, or the one of all others.
    """
    states = [DROPPED] if dropped else list(_STATES)
    rows = {row.id: row for row in connection.execute(_LINES, {"ids": list(ids), "states": states})}
    return tuple(_line(rows[each]) for each in ids if each in rows)


def owners(connection: Connection, workshop_id: str | None = None) -> tuple[str, ...]:
    """Everyone who owns an action that is in a list, by name."""
    names = (
        _narrowed(connection, ActionFilter(workshop_id))
        .with_only_columns(ActionRecord.owner)
        .where(ActionRecord.state != "dropped", ActionRecord.owner != "")
        .distinct()
    )
    return tuple(sorted(connection.scalars(names), key=lambda name: (folded(name), name)))


def workshops(connection: Connection) -> tuple[WorkshopChoice, ...]:
    """The workshops that an action can be in or be added to, the latest day first."""
    rows = connection.execute(
        select(WorkshopRecord.id, WorkshopRecord.title, WorkshopRecord.held_on)
        .where(*_IN_THE_LISTS)
        .order_by(WorkshopRecord.held_on.desc(), WorkshopRecord.starts_at.desc(), WorkshopRecord.id)
    )
    return tuple(WorkshopChoice(*row) for row in rows)


def parts(wanted: ActionFilter, today: date) -> tuple[CompoundSelect[*tuple[Any, ...]], ...]:
    """The whole list as statements that answer ids, one after the other.

    Each merges what it reads along the index on state, status and date, so that a page costs the
    same however many actions follow it.
    """
    opened = [status for status in _OPEN if status in wanted.statuses]
    if wanted.late:
        found = [_merged(opened, ActionRecord.due < today)]
    else:
        done = [status for status in (ActionStatus.DONE,) if status in wanted.statuses]
        found = [
            _merged(opened, ActionRecord.due.is_not(None)),
            _merged(opened, ActionRecord.due.is_(None)),
            _merged(done, true(), latest_first=True),
        ]
    return tuple(part for part in found if part is not None)


_ROW: Final[ColumnElement[int]] = literal_column("action.rowid", Integer)
# With the plus SQLite leaves the index of these alone, in whose order every row would be looked up
# where it lies in the file: to find few among all, reading the file once is quicker.
_STATE: Final[ColumnElement[str]] = literal_column("+action.state", String)
_STATUS: Final[ColumnElement[str]] = literal_column("+action.status", String)
_IN_THE_LISTS: Final = (
    WorkshopRecord.deleted_at.is_(None),
    WorkshopRecord.archived_at.is_(None),
    WorkshopRecord.rehearsal.is_(False),
)
_IN_NO_LIST: Final = select(WorkshopRecord.id).where(not_(and_(*_IN_THE_LISTS)))


def _merged(
    statuses: Sequence[ActionStatus], due: ColumnElement[bool], *, latest_first: bool = False
) -> CompoundSelect[*tuple[Any, ...]] | None:
    streams = [
        select(ActionRecord.id, ActionRecord.due.label("due"), _ROW.label("row"))
        .join(WorkshopRecord, WorkshopRecord.id == ActionRecord.workshop_id)
        .where(
            ActionRecord.state == state, ActionRecord.status == status.value, due, *_IN_THE_LISTS
        )
        for state in _STATES
        for status in statuses
    ]
    if not streams:
        return None
    merged = union_all(*streams)
    day, row = merged.selected_columns.due, merged.selected_columns.row
    return merged.order_by(*((day.desc(), row.desc()) if latest_first else (day, row)))


def _few(connection: Connection, wanted: ActionFilter, today: date) -> Select[str]:
    """The list of a filter that finds few: they are sorted once they are found."""
    done = ActionRecord.status == ActionStatus.DONE.value
    return (
        _narrowed(connection, wanted)
        .where(*_of_filter(wanted, today))
        .order_by(
            done,
            ActionRecord.due.is_(None),
            case((done, None), else_=ActionRecord.due),
            ActionRecord.due.desc(),
            case((done, -_ROW), else_=_ROW),
        )
    )


def _narrowed(connection: Connection, wanted: ActionFilter) -> Select[str]:
    """Actions of workshops that are in the lists, as far as workshop, owner and text say."""
    # The few workshops in no list are looked up once; the many others would be for each action.
    found = select(ActionRecord.id).where(ActionRecord.workshop_id.not_in(_IN_NO_LIST))
    if wanted.workshop_id is not None:
        found = found.where(ActionRecord.workshop_id == wanted.workshop_id)
    if wanted.owner is not None:
        found = found.where(ActionRecord.owner == wanted.owner)
    words = folded(wanted.text).split()
    if words:
        found = found.where(_has_words(connection, words))
    return found


def _of_filter(wanted: ActionFilter, today: date) -> tuple[ColumnElement[bool], ...]:
    if wanted.dropped:
        return (_STATE == DROPPED,)
    if wanted.late:
        opened = [status.value for status in _OPEN if status in wanted.statuses]
        states, due = ActionRecord.state.in_(_STATES), ActionRecord.due < today
        return states, ActionRecord.status.in_(opened), due
    return _STATE.in_(_STATES), _STATUS.in_([status.value for status in wanted.statuses])


def _has_words(connection: Connection, words: Sequence[str]) -> ColumnElement[bool]:
    """Whether all words are in an action's texts; SQLite itself folds no more than A to Z."""

    def has_words(*texts: str) -> bool:
        whole = "\n".join(texts).casefold()
        if not whole.isascii():
            whole = folded(whole)  # which costs ten times as much
        return all(word in whole for word in words)

    raw = connection.connection.driver_connection
    assert raw is not None, "an open connection"
    raw.create_function("has_words", 4, has_words, deterministic=True)
    texts = (ActionRecord.what, ActionRecord.owner, ActionRecord.measure, ActionRecord.first_step)
    return func.has_words(*texts, type_=Boolean).is_(True)


_EARLIER = aliased(AgendaItemRecord)
_LINES = (
    select(
        ActionRecord.id,
        ActionRecord.workshop_id,
        WorkshopRecord.title.label("workshop"),
        ActionRecord.what,
        ActionRecord.first_step,
        ActionRecord.owner,
        ActionRecord.due,
        ActionRecord.measure,
        ActionRecord.state,
        ActionRecord.drop_reason,
        ActionRecord.status,
        ActionRecord.question_id,
        AgendaItemRecord.theme,
        AgendaItemRecord.title.label("session"),
        QuestionRecord.short,
        exists()
        .where(
            _EARLIER.workshop_id == ActionRecord.workshop_id,
            _EARLIER.theme == AgendaItemRecord.theme,
            _EARLIER.position < AgendaItemRecord.position,
        )
        .label("second"),
    )
    .join(WorkshopRecord, WorkshopRecord.id == ActionRecord.workshop_id)
    .outerjoin(QuestionRecord, QuestionRecord.id == ActionRecord.question_id)
    .outerjoin(ActivityRecord, ActivityRecord.id == QuestionRecord.activity_id)
    .outerjoin(AgendaItemRecord, AgendaItemRecord.id == ActivityRecord.item_id)
    .where(
        ActionRecord.id.in_(bindparam("ids", expanding=True)),
        ActionRecord.state.in_(bindparam("states", expanding=True)),
        *_IN_THE_LISTS,
    )
)


def _line(row: Any) -> ActionLine:
    return ActionLine(
        id=row.id,
        workshop_id=row.workshop_id,
        workshop=row.workshop,
        what=row.what,
        first_step=row.first_step,
        owner=row.owner,
        due=row.due,
        measure=row.measure,
        state=row.state,
        status=ActionStatus(row.status),
        question_id=row.question_id,
        theme=Theme(row.theme) if row.theme else None,
        second=bool(row.second),
        session=row.session or "",
        short=row.short or "",
        drop_reason=row.drop_reason or "",
    )
