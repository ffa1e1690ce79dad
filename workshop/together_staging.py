"""Together: what the room sees of an activity revealed at once (facts -> scene, pure)."""

from __future__ import annotations

from collections.abc import Sequence

from workshop.agreement import AgreementWord
from workshop.charts import LEAST_UNITS, distribution_chart, heading, votes_in_words
from workshop.checklist_staging import checklist_scene
from workshop.facts import Facts, OutlineItem
from workshop.kinds import Sorting
from workshop.last_time import median_before
from workshop.phrases import mid_sentence, sentence_start, spelled
from workshop.prompts import Shape, camps_in_words, range_in_words, shape
from workshop.question_facts import TogetherFacts, TogetherQuestion
from workshop.scene_header import Header
from workshop.tally import Distribution
from workshop.together_order import (
    CHECKLIST,
    ROWS_WITH_TEXT,
    in_order,
    page_of,
    page_sizes,
    pages,
    result_of,
    suggested,
    talk_order,
)
from workshop.together_scenes import ChecklistScene, CollectedScene, TogetherRow, TogetherScene
from workshop.words import Words, mark

__all__ = ["collected_scene", "in_order", "pages", "suggested", "talk_order", "together_scene"]

SORTED_BY: dict[Sorting, str] = {
    Sorting.DIVIDED: mark("Most divided first"),
    Sorting.LOWEST: mark("Lowest first"),
    Sorting.PACK: mark("In the order asked"),
}
NOT_REVEALED = mark("Not revealed yet")
DIVIDED = (AgreementWord.SPLIT, AgreementWord.SPREAD)


def collected_scene(facts: Facts, item: OutlineItem, words: Words) -> CollectedScene:
    """Every question was voted on and nothing is revealed: how many votes are in, of each."""
    together = _together(facts)
    count = len(together.questions)
    return CollectedScene(
        header=_header(item, together, "", words),
        heading=words.count(
            "The question is voted on",
            "All {number} questions are voted on",
            count,
            number=mid_sentence(spelled(count, words)),
        ),
        text=_votes_in(together, words),
    )


def together_scene(
    facts: Facts, item: OutlineItem, page: int, words: Words
) -> TogetherScene | ChecklistScene:
    """A page of the activity's results; `page` counts from 0, one too high shows the last."""
    together = _together(facts)
    page, shown, ordered = page_of(together, page)
    place = _place(together, page, words)
    header, key = _header(item, together, place, words), _key(together)
    if together.kind == CHECKLIST:
        return checklist_scene(shown, ordered, header, key, words)
    talk = [question.id for question in talk_order(together)]
    with_text = max(page_sizes(together)) <= ROWS_WITH_TEXT
    return TogetherScene(
        header=header,
        heading=_heading(together, page, shown, ordered, words),
        rows=tuple(_row(question, talk, with_text, words) for question in shown),
        unit_max=max(
            LEAST_UNITS,
            *(max(result.counts) for q in ordered if (result := result_of(q)) is not None),
        ),
        place=place,
        foot=_scale_ends(ordered, words),
        key=key,
        heads=(
            words.say(SORTED_BY[together.sorting]),
            words.say("Median"),
            words.say("How close we are"),
            words.say("of 100"),
            words.say("Talk"),
        ),
    )


def _together(facts: Facts) -> TogetherFacts:
    assert facts.together is not None, "only an activity revealed at once is staged together"
    return facts.together


def _header(item: OutlineItem, together: TogetherFacts, place: str, words: Words) -> Header:
    count = len(together.questions)
    topic = words.count(
        "{number} question", "{number} questions", count, number=spelled(count, words)
    )
    return Header(item.theme, item.second, item.title, topic, place)


def _place(together: TogetherFacts, page: int, words: Words) -> str:
    of = pages(together)
    return words.say("Page {n} of {m}", n=page + 1, m=of) if of > 1 else ""


def _key(together: TogetherFacts) -> str:
    revealed = [q.round.id for q in together.questions if q.round and result_of(q) is not None]
    return ":".join(revealed)


def _votes_in(together: TogetherFacts, words: Words) -> str:
    rounds = [question.round for question in together.questions]
    votes = [each.votes_in if each else 0 for each in rounds]
    seats = max((each.expected for each in rounds if each), default=0)
    low, high = min(votes, default=0), max(votes, default=0)
    if low == high:
        return words.count(
            "Each has {votes} of {n} vote.", "Each has {votes} of {n} votes.", seats, votes=low
        )
    return words.say("Each has {low} to {high} of {n} votes.", low=low, high=high, n=seats)


def _scale_ends(questions: Sequence[TogetherQuestion], words: Words) -> str:
    """What the ends of the scale mean, where all questions share one."""
    scales = {question.labels for question in questions}
    if len(scales) != 1:
        return ""
    (labels,) = scales
    return words.say(
        "1 is “{lowest}”, {steps} is “{highest}”",
        lowest=labels[0],
        steps=len(labels),
        highest=labels[-1],
    )


# --- The heading of a page ------------------------------------------------------------------


def _heading(
    together: TogetherFacts,
    page: int,
    shown: Sequence[TogetherQuestion],
    ordered: Sequence[TogetherQuestion],
    words: Words,
) -> str:
    """What the page says in one sentence; it names the page's first question only."""
    result = result_of(shown[0]) if shown else None
    if result is None or not result.votes:
        return _heading_of_all(ordered, words)
    name = mid_sentence(shown[0].short)
    if together.sorting is Sorting.PACK:
        return _heading_of_all(ordered, words)
    if together.sorting is Sorting.LOWEST:
        return _heading_by_median(page, name, result, words)
    return _heading_by_division(page, name, result, words)


def _heading_by_division(page: int, name: str, result: Distribution, words: Words) -> str:
    if shape(result) is Shape.MANY_DONT_KNOW:
        first, then = mark("We know least about {name}"), mark("We also know little about {name}")
    elif result.agreement.word in DIVIDED:
        first, then = mark("We differ most on {name}"), mark("We also differ on {name}")
    elif result.agreement.word is not None:
        first, then = (
            mark("We stand close, and lowest on {name}"),
            mark("We are closer on {name}"),
        )
    else:
        return _heading_of_few(name, result, words)
    return words.say(then if page else first, name=name)


def _heading_by_median(page: int, name: str, result: Distribution, words: Words) -> str:
    if result.median is None:
        return _heading_of_few(name, result, words)
    if not page:
        return words.say("We are lowest on {name}", name=name)
    return words.say(
        "From a median of {median}: {name}", name=name, median=words.number(result.median)
    )


def _heading_of_few(name: str, result: Distribution, words: Words) -> str:
    """Under five answers there is no word, only how far they reach."""
    return words.say("{name}: {range}", name=sentence_start(name), range=_said(result, words))


def _said(result: Distribution, words: Words) -> str:
    return range_in_words(result, words) if result.answers else words.say("all don’t know")


def _heading_of_all(questions: Sequence[TogetherQuestion], words: Words) -> str:
    """How many questions divide the room; it names none."""
    results = [result for q in questions if (result := result_of(q)) is not None and result.votes]
    if not results:
        return words.say("Nothing was voted on yet")
    judged = [result for result in results if result.agreement.word is not None]
    divided = sum(result.agreement.word in DIVIDED for result in judged)
    if divided:
        return words.say("We differ on {n} of {m}", n=divided, m=len(questions))
    if len(judged) == len(questions):
        return words.count(
            "We are close on the one question", "We are close on all {n}", len(judged)
        )
    return words.count("The votes on one question", "The votes on {n} questions", len(questions))


# --- Rows -----------------------------------------------------------------------------------


def _row(
    question: TogetherQuestion, talk: Sequence[str], with_text: bool, words: Words
) -> TogetherRow:
    steps = len(question.labels)
    result = result_of(question) or Distribution((0,) * steps)
    chart = distribution_chart(result, question.labels, None, None, words)
    waiting = question.round is not None and question.round.result is None
    return TogetherRow(
        name=question.short,
        text=question.text if with_text else "",
        chart=chart,
        median=chart.median_text or "",
        word=words.say(NOT_REVEALED) if waiting else sentence_start(heading(result, words)),
        detail=_detail(result, words),
        agreement=chart.agreement_text or "",
        picked=str(talk.index(question.id) + 1) if question.id in talk else "",
        before=median_before(question.earlier, question.labels, words),
    )


def _detail(result: Distribution, words: Words) -> str:
    """Where the camps of a split stand, else how many did not know or voted."""
    camps = result.agreement.camps
    if camps is not None and shape(result) is not Shape.MANY_DONT_KNOW:
        return camps_in_words(camps, words)
    if result.dont_know:
        return words.count("{n} don’t know", "{n} don’t know", result.dont_know)
    return votes_in_words(result, words) if result.votes else ""
