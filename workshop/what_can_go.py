"""What can go: what is still ahead, and when the day ends without or with each of it (pure).

A choice is the set of ids, of questions and of agenda items without questions, that are left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from frameworks.theme import Theme
from workshop.agenda import (
    ahead_in,
    clock_text,
    counted_minutes,
    minutes_left,
    plan_of,
    share,
)
from workshop.facts import Facts, OutlineItem
from workshop.kinds import ItemKind
from workshop.words import Words

Choice = frozenset[str]

STAYING = frozenset({ItemKind.READ_BACK, ItemKind.CLOSE})
"""The kinds of agenda item that never go: the day needs its end."""
_SPARE_KINDS = (ItemKind.PROFILE, ItemKind.BREAK)
_NAMED = 3  # names beside a card; more are counted


@dataclass(frozen=True, slots=True)
class GoRow:
    """A question or an agenda item ahead; `finish` is that of the day were this row turned."""

    id: str
    title: str
    must: bool
    minutes: int
    left_out: bool
    finish: str


@dataclass(frozen=True, slots=True)
class GoGroup:
    """The rows of one session, or (theme None) of all agenda items that are none."""

    id: str
    title: str
    theme: Theme | None
    second: bool
    rows: tuple[GoRow, ...]


@dataclass(frozen=True, slots=True)
class GoCard:
    """A ready-made choice, with its finish."""

    title: str
    beside: str
    finish: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class WhatCanGo:
    """What can go now; `finish` is that of the day with `choice`, `over` its minutes past the
    booking (negative before it).
    """

    choice: Choice
    finish: str
    over: int
    booked: str
    groups: tuple[GoGroup, ...]
    cards: tuple[GoCard, ...]
    basis: str


@dataclass(frozen=True, slots=True)
class _Thing:
    """Something that can go, as the choices weigh it; `place` is its order in the day."""

    id: str
    name: str
    item: OutlineItem
    question: bool
    must: bool
    minutes: float
    place: int


class _Day:
    """The day as it is, and its finish with any choice; only what a choice touches is reckoned."""

    def __init__(self, facts: Facts, now: int) -> None:
        self.facts = facts
        self.things = _things(facts)
        self.plan = plan_of(facts, now)
        self.as_now = frozenset(thing.id for thing in self.things if _is_out(thing))
        self._now = now
        self._question_id = facts.question.id if facts.question else None
        self._items = {thing.item.id: thing.item for thing in self.things}
        mine: dict[str, set[str]] = {key: set() for key in self._items}
        for thing in self.things:
            mine[thing.item.id].add(thing.id)
        self._mine = {key: frozenset(ids) for key, ids in mine.items()}
        self._known: dict[tuple[str, Choice], float] = {}
        self._rest = self.plan.finish - self._left(self.as_now)

    def finish(self, choice: Choice) -> float:
        """Minutes after midnight at which the day then ends."""
        return self._rest + self._left(choice)

    def over(self, choice: Choice) -> int:
        """Whole minutes by which it then passes the booking; negative before it."""
        return round(self.finish(choice)) - round(self.plan.booked)

    def with_choice(self, choice: Choice) -> tuple[OutlineItem, ...]:
        """The agenda as it would be with this choice."""
        return tuple(
            _with(item, self._mine[item.id], choice) if item.id in self._mine else item
            for item in self.facts.items
        )

    def _left(self, choice: Choice) -> float:
        """Minutes of all items that something can go of."""
        return sum(self._left_of(key, choice & mine) for key, mine in self._mine.items())

    def _left_of(self, item_id: str, choice: Choice) -> float:
        known = self._known.get((item_id, choice))
        if known is None:
            item = _with(self._items[item_id], self._mine[item_id], choice)
            if item_id == self.facts.item_id:
                known = minutes_left(item, self._question_id, self._now)
            else:
                known = counted_minutes(item)
            self._known[item_id, choice] = known
        return known


def left_out_now(facts: Facts) -> Choice:
    """What is left out of what is still ahead."""
    return frozenset(thing.id for thing in _things(facts) if _is_out(thing))


def what_can_go(facts: Facts, words: Words, now: int, choice: Choice | None = None) -> WhatCanGo:
    """Rows and choices at `now` (ms), for a choice that is tried out; None is as it is now."""
    day = _Day(facts, now)
    chosen = day.as_now
    if choice is not None:
        chosen = choice & {thing.id for thing in day.things}
    return WhatCanGo(
        choice=chosen,
        finish=clock_text(day.finish(chosen)),
        over=day.over(chosen),
        booked=clock_text(day.plan.booked),
        groups=_groups(day, chosen, words),
        cards=_cards(day, words),
        basis=_basis(facts, words),
    )


def changes(facts: Facts, choice: Choice) -> tuple[Mapping[str, bool], Mapping[str, bool]]:
    """Questions and agenda items whose being left out differs, for `Improvising.leave_out`.

    A session of which nothing is left goes as a whole.
    """
    questions: dict[str, bool] = {}
    items: dict[str, bool] = {}
    for before, after in zip(facts.items, _Day(facts, 0).with_choice(choice), strict=True):
        if before.left_out is not after.left_out:
            items[after.id] = after.left_out
        for old, new in zip(before.questions, after.questions, strict=True):
            if old.skipped is not new.skipped:
                questions[new.id] = new.skipped
    return questions, items


def _with(item: OutlineItem, mine: Choice, choice: Choice) -> OutlineItem:
    """An agenda item of which only what is in the choice is left out."""
    if not item.questions:
        return replace(item, left_out=item.id in choice)
    questions = tuple(
        replace(question, skipped=question.id in choice)
        if question.id in mine and question.skipped is not (question.id in choice)
        else question
        for question in item.questions
    )
    whole = len(mine) == len(questions) and choice.issuperset(mine) and item.started_at is None
    return replace(item, questions=questions, left_out=whole)


def _things(facts: Facts) -> tuple[_Thing, ...]:
    """All that can go: what comes after the question in work, but the end of the day."""
    ids = [item.id for item in facts.items]
    at = ids.index(facts.item_id) if facts.item_id in ids else -1
    found: list[_Thing] = []
    for place, item in enumerate(facts.items):
        if place < at or item.kind in STAYING:
            continue
        if item.questions:
            here = facts.question.id if facts.question and place == at else None
            minutes = share(item)
            for question in ahead_in(item, here):
                must = item.must and question.must
                thing = _Thing(question.id, question.short, item, True, must, minutes, len(found))
                found.append(thing)
        elif place > at:
            minutes = float(item.minutes)
            thing = _Thing(item.id, item.title, item, False, item.must, minutes, len(found))
            found.append(thing)
    return tuple(found)


def _is_out(thing: _Thing) -> bool:
    if thing.item.left_out and thing.item.started_at is None:
        return True
    return any(each.id == thing.id and each.skipped for each in thing.item.questions)


def _groups(day: _Day, choice: Choice, words: Words) -> tuple[GoGroup, ...]:
    sessions: dict[str, list[GoRow]] = {}
    others: list[GoRow] = []
    ids = (item.id for item in day.facts.items)
    starts = dict(zip(ids, day.plan.starts, strict=True))
    for thing in day.things:
        name = thing.name
        if not thing.question:
            name = words.say("{item}, {time}", item=name, time=clock_text(starts[thing.id]))
        made = GoRow(
            id=thing.id,
            title=name,
            must=thing.must,
            minutes=int(thing.minutes + 0.5),
            left_out=thing.id in choice,
            finish=clock_text(day.finish(choice ^ {thing.id})),
        )
        (sessions.setdefault(thing.item.id, []) if thing.question else others).append(made)
    items = {item.id: item for item in day.facts.items}
    groups = [
        GoGroup(key, items[key].title, items[key].theme, items[key].second, tuple(rows))
        for key, rows in sessions.items()
    ]
    if others:
        title = words.say("Beside the sessions")
        groups.append(GoGroup("", title, None, False, tuple(others)))
    return tuple(groups)


def _cards(day: _Day, words: Words) -> tuple[GoCard, ...]:
    """The choices in the order in which they hurt; each one once."""
    by_id = {thing.id: thing for thing in day.things}
    offered = [(words.say("Leave things as they are"), day.as_now)]
    for choice in (_back_in_time(day), _optional(day), _spare(day)):
        gone = [by_id[each] for each in by_id if each in choice - day.as_now]
        if gone:
            offered.append((_title(gone, day, words), choice))
    if day.as_now:
        offered.append((words.say("Put everything back"), frozenset()))
    cards: list[GoCard] = []
    for title, choice in offered:
        if all(card.choice != choice for card in cards):
            cards.append(_card(day, title, choice, words))
    return tuple(cards)


def _card(day: _Day, title: str, choice: Choice, words: Words) -> GoCard:
    names = [thing.name for thing in day.things if thing.id in choice - day.as_now]
    finish = day.finish(choice)
    beside = _against_end(day, day.over(choice), words)
    if len(names) > _NAMED:
        saved = round(day.plan.finish) - round(finish)
        beside = words.count("{n} minute won", "{n} minutes won", saved)
    elif names and all(name not in title for name in names):
        beside = ", ".join(names)
    return GoCard(title, beside, clock_text(finish), choice)


def _title(gone: Sequence[_Thing], day: _Day, words: Words) -> str:
    """A choice by what it leaves out: questions are counted, agenda items are named."""
    n = len(gone)
    if not any(thing.question for thing in gone) and n <= len(_SPARE_KINDS):
        if n == 1:
            return words.say("Leave out: {item}", item=gone[0].name)
        return words.say("Leave out: {item}, {other}", item=gone[0].name, other=gone[1].name)
    if not any(thing.must for thing in gone) and all(thing.question for thing in gone):
        optional = sum(not thing.must and thing.id not in day.as_now for thing in day.things)
        if n == optional > 1:
            return words.say("Leave out all {n} “if time” questions", n=n)
        return words.count(
            "Leave out {n} “if time” question", "Leave out {n} “if time” questions", n
        )
    if not any(thing.must for thing in gone):
        return words.say("Leave out all that is “if time”")
    return words.count("Leave out {n} question", "Leave out {n} questions", n)


def _optional(day: _Day) -> Choice:
    """All that is if time."""
    return day.as_now.union(thing.id for thing in day.things if not thing.must)


def _spare(day: _Day) -> Choice:
    """The profile and the last break ahead: agenda items that no score depends on."""
    last = {thing.item.kind: thing.id for thing in day.things if not thing.question}
    return day.as_now.union(last[kind] for kind in _SPARE_KINDS if kind in last)


def _back_in_time(day: _Day) -> Choice:
    """The fewest further questions without which the day ends as booked; as now where none do.

    What is if time goes before what is must, the longest first, of these the latest first.
    """
    waiting = [thing for thing in day.things if thing.question and thing.id not in day.as_now]
    waiting.sort(key=lambda thing: (thing.must, -thing.minutes, -thing.place))
    choice: Choice = day.as_now
    taken: list[_Thing] = []
    for thing in waiting:
        if day.over(choice) <= 0:
            break
        choice |= {thing.id}
        taken.append(thing)
    if day.over(choice) > 0:
        return day.as_now
    # What went first may no longer be needed once something longer went too.
    for thing in sorted(taken, key=lambda each: (not each.must, each.minutes)):
        if day.over(choice - {thing.id}) <= 0:
            choice -= {thing.id}
    return choice


def _against_end(day: _Day, over: int, words: Words) -> str:
    """How far the finish is from the booking, or from the plan where none is known."""
    booked = day.facts.workshop.ends_at is not None
    if over > 0 and booked:
        return words.count("{n} minute over the booking", "{n} minutes over the booking", over)
    if over > 0:
        return words.count("{n} minute over the plan", "{n} minutes over the plan", over)
    if over < 0:
        return words.count("{n} minute to spare", "{n} minutes to spare", -over)
    return words.say("ends as booked") if booked else words.say("ends as planned")


def _basis(facts: Facts, words: Words) -> str:
    """What the finish times are made of."""
    staying = sum(item.minutes for item in facts.items if item.kind in STAYING)
    return words.say(
        "A question that is left out gives back its share of its session’s planned minutes. "
        "Read-back and close keep their {n} minutes.",
        n=staying,
    )
