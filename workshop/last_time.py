"""Last time: what the workshop that is repeated came to, beside what is said today (pure)."""

from __future__ import annotations

from collections.abc import Sequence

from workshop.charts import LAST_TIME, DistributionChart, distribution_chart
from workshop.facts import OutlineItem
from workshop.kinds import ItemKind
from workshop.question_facts import EarlierFacts, QuestionFacts, RoundFacts
from workshop.tally import Distribution
from workshop.words import Words

MINUS = "−"


def round_before(question: QuestionFacts, number: int) -> RoundFacts | None:
    """The revealed round of today that came before round `number`."""
    earlier = [r for r in question.rounds if r.number < number and r.result is not None]
    return earlier[-1] if earlier else None


def with_ghost(
    question: QuestionFacts, result: Distribution, number: int, words: Words
) -> DistributionChart:
    """The chart of round `number`, with what came before it as a ghost.

    That is the revealed round before it, and for the first one the earlier workshop's result on
    the same scale.
    """
    before = round_before(question, number)
    ghost = before.result if before else None
    place = before.number if before else None
    if before is None and compares(question):
        assert question.earlier is not None, "only what there is compares"
        ghost, place = question.earlier.result, LAST_TIME
    return distribution_chart(result, question.scale_labels, ghost, place, words)


def compares(question: QuestionFacts) -> bool:
    """Whether the earlier workshop's answers lie on the scale that is asked on today."""
    return result_before(question.earlier, question.scale_labels) is not None


def median_before(earlier: EarlierFacts | None, labels: Sequence[str], words: Words) -> str:
    """The median of last time in a few letters, to stand below today's; empty without one."""
    before = result_before(earlier, labels)
    if before is None or before.median is None:
        return ""
    return words.say("was {median}", median=words.number(before.median))


def result_before(earlier: EarlierFacts | None, labels: Sequence[str]) -> Distribution | None:
    """What was answered last time, where that lies on a scale of these labels; else None."""
    return earlier.result if earlier is not None and earlier.result.steps == len(labels) else None


def reworded(question: QuestionFacts, words: Words) -> str:
    """How the question was asked last time, where that was in other words; else empty."""
    if question.earlier is None or not question.earlier.reworded:
        return ""
    return words.say("Asked in other words last time: “{text}”", text=question.earlier.text)


def label_beside(label: str, question: QuestionFacts, words: Words) -> str:
    """An agreed score's label, and behind it what was agreed last time."""
    earlier = question.earlier
    if earlier is None or not compares(question):
        return label
    if earlier.differed:
        said = words.say("We agreed to differ last time.")
    elif earlier.score is not None:
        said = words.say("We said {score} last time.", score=words.number(earlier.score))
    else:
        return label
    return words.say("{label}. {said}", label=label, said=said) if label else said


def session_before(
    item: OutlineItem, items: Sequence[OutlineItem], words: Words
) -> tuple[str, str]:
    """A session's score last time, and where it stood among the others: empty where unknown.

    The place is named for the lowest and the highest of all alone.
    """
    if item.earlier_score is None:
        return "", ""
    scores = [
        each.earlier_score
        for each in items
        if each.kind is ItemKind.SESSION and each.earlier_score is not None
    ]
    rank = ""
    if len(scores) > 1 and scores.count(item.earlier_score) == 1:
        if item.earlier_score == min(scores):
            rank = words.say("the lowest of {n}", n=len(scores))
        elif item.earlier_score == max(scores):
            rank = words.say("the highest of {n}", n=len(scores))
    return words.number(item.earlier_score, 1), rank


def change_in_words(now: float, before: float, words: Words) -> str:
    """By how much a score moved, to one decimal: "+0.5", "−0.2", "same"."""
    shown, earlier = words.number(now, 1), words.number(before, 1)
    if shown == earlier:
        return words.say("same")
    # Of what is shown, so that nobody who subtracts comes to another number.
    moved = round(now, 1) - round(before, 1)
    sign = "+" if moved > 0 else MINUS
    return sign + words.number(abs(moved), 1)
