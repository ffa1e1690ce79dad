"""Days whose questions are voted on together: frameworks for them, and what tests do on the way."""

from __future__ import annotations

from dataclasses import replace

from frameworks.model import Activity, ActivityKind, Framework, Pace, Question
from tests.days import Day, room_framework, small_framework
from workshop.question_facts import TogetherFacts
from workshop.steps import State
from workshop.together_order import in_order, talk_order

SPLIT = (1, 1, 1, 5, 5, 5, 5)
SPREAD = (1, 2, 3, 4, 5, 3, 2)
ALIKE = (3, 3, 3, 3, 3, 3, 3)
LOW = (1, 1, 1, 1, 1, 1, 1)


def two_activities(together: int = 3) -> Framework:
    """A session with questions voted on together, then two that are led one by one."""
    plain = room_framework(together)
    first, second = plain.sessions
    single = replace(
        small_framework().sessions[0].activities[0],
        id="single",
        questions=(
            Question("a", "Single a", "Single a?", ("own",)),
            Question("b", "Single b", "Single b?", ("own",)),
        ),
        pace=Pace.EACH,
    )
    return replace(plain, sessions=(replace(first, activities=(*first.activities, single)), second))


def checklist() -> Framework:
    """A session with a checklist of three."""
    plain = room_framework()
    first, second = plain.sessions
    listed = Activity(
        id="basics",
        kind=ActivityKind.CHECKLIST,
        questions=tuple(
            Question(f"c{n}", f"Basic {n}", f"We have basic {n}.", ("own",)) for n in range(3)
        ),
        pace=Pace.TOGETHER,
    )
    return replace(plain, sessions=(replace(first, activities=(listed,)), second))


def together_of(day: Day) -> TogetherFacts:
    together = day.live.facts().together
    assert together is not None
    return together


def names(day: Day) -> list[str]:
    return [question.short for question in in_order(together_of(day))]


def picked(day: Day) -> list[str]:
    return [question.short for question in talk_order(together_of(day))]


def in_work(day: Day) -> str:
    question = day.live.facts().question
    return question.short if question else ""


def vote(day: Day, answers: tuple[int, ...]) -> None:
    """Open the question in work, give these answers seat by seat, close it, and step on."""
    day.live.facilitation.next()
    facts = day.live.facts()
    assert facts.round is not None
    seats = day.seats()[: len(answers)]
    day.cast(*((facts.round.id, s, a) for s, a in zip(seats, answers, strict=True)))
    day.live.facilitation.next()
    day.live.facilitation.next()


def vote_through(day: Day, *answers: tuple[int, ...]) -> None:
    """Vote on every question of the activity; afterwards it is collected."""
    day.reach(State.POSE)
    for each in answers:
        vote(day, each)


def to_the_page(day: Day, *answers: tuple[int, ...]) -> None:
    vote_through(day, *(answers or (ALIKE, SPLIT, SPREAD)))
    day.live.facilitation.next()
    assert day.state() is State.TOGETHER


def pick(day: Day, *shorts: str) -> None:
    """Let the talk be about these."""
    for question in together_of(day).questions:
        wanted = question.short in shorts
        if wanted is not question.picked:
            day.live.collecting.pick(question.id, picked=wanted)


def to_the_end_of_the_talk(day: Day) -> None:
    """Step on until the question in work is another, or none."""
    here = in_work(day)
    for _ in range(8):
        day.live.facilitation.next()
        if in_work(day) != here:
            return
    raise AssertionError(f"the talk about {here} never ends")
