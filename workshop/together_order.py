"""Together: the order of an activity’s questions on the wall, and its pages (pure)."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, inf

from workshop.agreement import AgreementWord
from workshop.kinds import Sorting
from workshop.prompts import Shape, shape
from workshop.question_facts import TogetherFacts, TogetherQuestion
from workshop.tally import Distribution

CHECKLIST = "checklist"
ROWS_WITH_TEXT = 5
ROWS_WITHOUT = 8
CHECKLIST_ROWS = 6
MOST_SUGGESTED = 3

TO_TALK_ABOUT = {
    Shape.MANY_DONT_KNOW,
    Shape.SPLIT,
    Shape.STAYING_VOTES,
    Shape.LONE_VOTES,
    Shape.LONE_VOICE,
    Shape.SPREAD,
}
DIVIDED_RANK: dict[AgreementWord, int] = {AgreementWord.SPLIT: 1, AgreementWord.SPREAD: 2}

Rank = tuple[float, float, float]


def pages(together: TogetherFacts) -> int:
    """Over how many pages of the wall the questions go; one at least."""
    return len(page_sizes(together))


def in_order(together: TogetherFacts) -> tuple[TogetherQuestion, ...]:
    """The questions as the wall lists them; a checklist's always as in the pack.

    Divided: many don't-knows (the most first), then split and spread (the least agreement
    first), then the rest by the lowest median and by agreement. What has no result comes last.
    """
    sorting = Sorting.PACK if together.kind == CHECKLIST else together.sorting
    return tuple(sorted(together.questions, key=RANKS[sorting]))


def talk_order(together: TogetherFacts) -> tuple[TogetherQuestion, ...]:
    """The picked questions in the order of the talk, which is that of the list."""
    return tuple(question for question in in_order(together) if question.picked)


def suggested(together: TogetherFacts) -> tuple[str, ...]:
    """The ids of the questions that the talk should be about, at most three.

    Those with many don't-knows, split, spread out or with lone voices, the most divided first;
    if there is none of these, the one with the lowest median.
    """
    by_division = sorted(together.questions, key=_divided)
    worth = [
        question.id
        for question in by_division
        if (result := result_of(question)) is not None and shape(result) in TO_TALK_ABOUT
    ]
    if worth:
        return tuple(worth[:MOST_SUGGESTED])
    answered = [question for question in together.questions if _median(question) < inf]
    return tuple(question.id for question in sorted(answered, key=_lowest)[:1])


def page_sizes(together: TogetherFacts) -> list[int]:
    """How many rows each page has, as even as can be, the longer ones first."""
    count = len(together.questions)
    most = CHECKLIST_ROWS
    if together.kind != CHECKLIST:
        most = ROWS_WITHOUT if count <= ROWS_WITHOUT else ROWS_WITH_TEXT
    number = max(1, ceil(count / most))
    return [count // number + (page < count % number) for page in range(number)]


def _divided(question: TogetherQuestion) -> Rank:
    result = result_of(question)
    if result is None or not result.votes:
        return (5, 0, 0)
    if shape(result) is Shape.MANY_DONT_KNOW:
        return (0, -result.dont_know / result.votes, _median(question))
    if not result.answers:
        return (4, 0, 0)
    agreement, median = _agreement(question), _median(question)
    word = result.agreement.word
    if word in DIVIDED_RANK:
        return (DIVIDED_RANK[word], agreement, median)
    return (3, median, agreement)


def _lowest(question: TogetherQuestion) -> Rank:
    return (_median(question), _agreement(question), 0)


def _as_asked(_: TogetherQuestion) -> Rank:
    return (0, 0, 0)


RANKS: dict[Sorting, Callable[[TogetherQuestion], Rank]] = {
    Sorting.DIVIDED: _divided,
    Sorting.LOWEST: _lowest,
    Sorting.PACK: _as_asked,
}


def result_of(question: TogetherQuestion) -> Distribution | None:
    """What the room said; None until it is revealed."""
    return question.round.result if question.round else None


def _median(question: TogetherQuestion) -> float:
    """The median, beyond every scale where there is none."""
    result = result_of(question)
    return inf if result is None or result.median is None else result.median


def _agreement(question: TogetherQuestion) -> float:
    result = result_of(question)
    agreement = result.agreement.agreement if result else None
    return inf if agreement is None else agreement


def page_of(
    together: TogetherFacts, page: int
) -> tuple[int, tuple[TogetherQuestion, ...], tuple[TogetherQuestion, ...]]:
    """The page that is there (a shorter list may have ended it), its questions, and all."""
    sizes = page_sizes(together)
    page = max(0, min(page, len(sizes) - 1))
    ordered = in_order(together)
    first = sum(sizes[:page])
    return page, ordered[first : first + sizes[page]], ordered
