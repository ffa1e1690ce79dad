"""Together panel: what was revealed at once as the console shows it: rows to pick, and the talk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.charts import (
    LEAST_UNITS,
    DistributionChart,
    distribution_chart,
    heading,
    votes_in_words,
)
from workshop.kinds import Sorting
from workshop.last_time import median_before
from workshop.phrases import mid_sentence, sentence_start, spelled
from workshop.prompts import Shape, camps_in_words, prompt, shape
from workshop.question_facts import TogetherFacts, TogetherQuestion
from workshop.tally import Distribution
from workshop.together_order import CHECKLIST, in_order, result_of, talk_order
from workshop.words import Words, mark

TALK_MINUTES = 4
"""What a picked question takes: three minutes of talk, and one to record what was agreed."""

SORTINGS: dict[Sorting, str] = {
    Sorting.DIVIDED: mark("Most divided"),
    Sorting.LOWEST: mark("Lowest"),
    Sorting.PACK: mark("Pack order"),
}


@dataclass(frozen=True, slots=True)
class PanelRow:
    """A question: its bars, and its `cells`.

    The cells are median, word and agreement; for a checklist how many said yes, partly, no and
    don't know. `before` is the median of the earlier workshop. `detail` stands below the word.
    Where nobody voted it cannot be picked. `said` is the row as it is read aloud.
    """

    id: str
    name: str
    text: str
    chart: DistributionChart
    cells: tuple[str, ...]
    borderline: str
    detail: str
    picked: bool
    can_pick: bool
    said: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class TalkLine:
    """A picked question in the order of the talk, with the prompt that the wall will show."""

    number: str
    name: str
    prompt: str


@dataclass(frozen=True, slots=True)
class TogetherPanel:
    """The page: `heads` over the rows' cells, `ends` the lowest and highest step over the bars.

    Heights of all bars are in one unit: a plot as high as `unit_max` votes. `sorting` is None for
    a checklist, which stays in the pack's order. `rest` says what becomes of what is not picked.
    """

    checklist: bool
    topic: str
    picked: str
    votes: str
    sorting: Sorting | None
    heads: tuple[str, ...]
    ends: tuple[str, str]
    unit_max: int
    rows: tuple[PanelRow, ...]
    talk: tuple[TalkLine, ...]
    rest: str


def together_panel(together: TogetherFacts, asked: Sequence[str], words: Words) -> TogetherPanel:
    """The page of an activity that was revealed at once.

    `asked` are the ids of the session's questions in the order asked: the place in it picks a
    prompt's wording, here and on the wall.
    """
    ordered, talk = in_order(together), talk_order(together)
    checklist = together.kind == CHECKLIST
    count = len(ordered)
    labels = ordered[0].labels if ordered else ()
    results = [result for question in ordered if (result := result_of(question)) is not None]
    return TogetherPanel(
        checklist=checklist,
        topic=words.count(
            "{number} question, voted together",
            "{number} questions, voted together",
            count,
            number=mid_sentence(spelled(count, words)),
        ),
        picked=_picked(len(talk), words),
        votes=_votes(results, words),
        sorting=None if checklist else together.sorting,
        heads=_heads(labels, words, checklist=checklist),
        ends=("1", str(len(labels))),
        unit_max=max((LEAST_UNITS, *(max(result.counts) for result in results))),
        rows=tuple(_row(question, words, checklist=checklist) for question in ordered),
        talk=tuple(
            TalkLine(str(number), question.short, _prompt(question, asked, words))
            for number, question in enumerate(talk, 1)
        ),
        rest=_rest(count, len(talk), words, checklist=checklist),
    )


def _picked(count: int, words: Words) -> str:
    if not count:
        return words.say("none picked")
    return words.say("{n} picked, about {minutes} min", n=count, minutes=count * TALK_MINUTES)


def _votes(results: Sequence[Distribution], words: Words) -> str:
    votes = [result.votes for result in results]
    if not votes:
        return ""
    low, high = min(votes), max(votes)
    if low == high:
        return words.count("{n} vote each", "{n} votes each", low)
    return words.say("{low} to {high} votes each", low=low, high=high)


def _heads(labels: Sequence[str], words: Words, *, checklist: bool) -> tuple[str, ...]:
    if checklist:
        return (*reversed(labels), words.say("Don’t know"))
    return words.say("Median"), words.say("Agreement"), words.say("of 100")


def _row(question: TogetherQuestion, words: Words, *, checklist: bool) -> PanelRow:
    result = result_of(question)
    shown = result or Distribution((0,) * len(question.labels))
    chart = distribution_chart(shown, question.labels, None, None, words)
    before = "" if checklist else median_before(question.earlier, question.labels, words)
    said = words.say("{question}: {result}", question=question.short, result=chart.description)
    if checklist:
        counts = (*reversed(shown.counts), shown.dont_know)
        cells = tuple(str(count) for count in counts) if result else ("",) * len(counts)
    else:
        word = sentence_start(heading(shown, words))
        cells = (chart.median_text or "", word, chart.agreement_text or "")
    return PanelRow(
        id=question.id,
        name=question.short,
        text=question.text,
        chart=chart,
        cells=cells,
        borderline=chart.borderline_text or "",
        detail=_detail(shown, words) if result else "",
        picked=question.picked,
        can_pick=result is not None,
        said=words.say("{said} The median {was} last time.", said=said, was=before)
        if before
        else said,
        before=before,
    )


def _detail(result: Distribution, words: Words) -> str:
    """Where the camps of a split stand, else how many did not know or, without a word, voted."""
    camps = result.agreement.camps
    if camps is not None and shape(result) is not Shape.MANY_DONT_KNOW:
        return camps_in_words(camps, words)
    if result.dont_know:
        return words.count("{n} don’t know", "{n} don’t know", result.dont_know)
    return votes_in_words(result, words) if result.agreement.word is None else ""


def _prompt(question: TogetherQuestion, asked: Sequence[str], words: Words) -> str:
    result = result_of(question)
    if result is None or question.round is None:
        return ""
    place = asked.index(question.id) + 1 if question.id in asked else 0
    return prompt(result, question.target, place + question.round.number).say(words)


def _rest(count: int, picked: int, words: Words, *, checklist: bool) -> str:
    others = count - picked
    if not others:
        return ""
    if checklist:
        return words.say("What is not picked stays as it was voted.")
    if not picked:
        return words.say("The median of each vote counts. You can record a score later.")
    return words.count(
        "For the other one the median of the vote counts. You can record a score later.",
        "For the {number} others the median of the vote counts. You can record a score later.",
        others,
        number=mid_sentence(spelled(others, words)),
    )
