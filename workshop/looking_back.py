"""Looking back: the scenes the wall has shown, so that it can be turned back through them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from frameworks.model import Pace
from workshop.facts import Facts, OutlineItem, OutlineQuestion
from workshop.kinds import ItemKind, OutcomeKind, Step


class Shows(StrEnum):
    """What a station shows of its agenda item or question."""

    PURPOSE = "purpose"
    PRACTICE = "practice"
    QUESTION = "question"
    RESULT = "result"
    OUTCOME = "outcome"
    PRESENT = "present"


@dataclass(frozen=True, slots=True)
class Station:
    """One scene on the way of the day."""

    item_id: str
    question_id: str | None
    shows: Shows


_BEFORE_PRESENT = {
    Step.REVEAL: (Shows.QUESTION,),
    Step.TALK: (Shows.QUESTION,),
    Step.RECORD: (Shows.QUESTION, Shows.RESULT),
    Step.ACT: (Shows.QUESTION, Shows.RESULT),
}


# A break, a close and lists of actions are shown when they are there, not again later.
_WITH_PURPOSE = (ItemKind.OPENING, ItemKind.SESSION, ItemKind.GROUP_WORK, ItemKind.PROFILE)


def stations(facts: Facts) -> tuple[Station, ...]:
    """The scenes shown so far, the present one last. `facts` must hold the whole outline."""
    way: list[Station] = []
    for item in facts.items:
        if item.id == facts.item_id:
            way += _of_present_item(item, facts)
            break
        if item.started_at is not None:
            way += _of_item(item)
    way.append(Station(facts.item_id or "", None, Shows.PRESENT))
    return tuple(way)


def station(facts: Facts) -> Station:
    """The station the wall is turned back to."""
    way = stations(facts)
    return way[max(0, len(way) - 1 - facts.back)]


def turned_to(facts: Facts, wanted: Station) -> int:
    """How many scenes the wall is turned back to show `wanted`; 0 where it is not on the way.

    `facts` must hold the whole outline.
    """
    way = stations(facts)
    return len(way) - 1 - way.index(wanted) if wanted in way else 0


def _of_item(item: OutlineItem) -> list[Station]:
    if item.kind not in _WITH_PURPOSE:
        return []
    way = [Station(item.id, None, Shows.PURPOSE)]
    for question in item.questions:
        way += _of_question(item, question)
    return way


def _of_question(item: OutlineItem, question: OutlineQuestion) -> list[Station]:
    # Of those revealed together only the picked ones were ever shown by themselves.
    if not question.revealed or (question.pace is Pace.TOGETHER and not question.picked):
        return []
    way = [
        Station(item.id, question.id, Shows.QUESTION),
        Station(item.id, question.id, Shows.RESULT),
    ]
    if question.outcome in (OutcomeKind.AGREED, OutcomeKind.DIFFER):
        way.append(Station(item.id, question.id, Shows.OUTCOME))
    return way


def _of_present_item(item: OutlineItem, facts: Facts) -> list[Station]:
    if facts.step is Step.PURPOSE or item.kind not in _WITH_PURPOSE:
        return []
    way = [Station(item.id, None, Shows.PURPOSE)]
    for question in item.questions:
        if facts.question is not None and question.id == facts.question.id:
            return way + _of_present_question(item, question, facts)
        if facts.together is not None and question.activity_id == facts.together.activity_id:
            continue  # their page is the present scene, and the talk about them only begins
        way += _of_question(item, question)
    return way


def _of_present_question(
    item: OutlineItem, question: OutlineQuestion, facts: Facts
) -> list[Station]:
    before = _BEFORE_PRESENT.get(facts.step, ())
    if facts.step is Step.VOTE and question.revealed:
        before = (Shows.RESULT,)
    if facts.step in (Step.RECORD, Step.ACT) and not _has_outcome(question):
        before = (Shows.QUESTION,)
    return [Station(item.id, question.id, shows) for shows in before]


def _has_outcome(question: OutlineQuestion) -> bool:
    return question.outcome in (OutcomeKind.AGREED, OutcomeKind.DIFFER)
