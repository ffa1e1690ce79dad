"""Session chart: what a session came to, question by question, and in one sentence (pure)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from frameworks.theme import Theme
from workshop.agreement import AgreementWord
from workshop.charts import (
    LAST_TIME,
    LEAST_UNITS,
    DistributionChart,
    distribution_chart,
    votes_in_words,
)
from workshop.day_charts import SessionChart, SessionChartRow
from workshop.kinds import OutcomeKind
from workshop.last_time import change_in_words
from workshop.phrases import mid_sentence, sentence_start, spelled
from workshop.prompts import NUMBERS, camps_in_words
from workshop.question_facts import EarlierFacts, OutcomeFacts, RoundFacts
from workshop.tally import Distribution
from workshop.words import Words, mark

MOST_NAMED = 2
"""So many questions are named in a part of the sentence; of more only how many they are."""

ROUNDS = {1: mark("One round"), 2: mark("Two rounds")}


@dataclass(frozen=True, slots=True)
class TalkedQuestion:
    """A question with its revealed rounds, oldest first, and what became of it."""

    id: str
    number: int
    name: str
    text: str
    labels: tuple[str, ...]
    rounds: tuple[RoundFacts, ...]
    outcome: OutcomeFacts | None
    score: float | None
    counts: bool
    earlier: EarlierFacts | None = None

    @property
    def result(self) -> Distribution:
        """What the last revealed round said."""
        result = self.rounds[-1].result
        assert result is not None, "only revealed rounds are here"
        return result

    @property
    def divides(self) -> bool:
        """Whether the room is of two minds: split in the last round, or agreed to differ."""
        differs = self.outcome is not None and self.outcome.kind is OutcomeKind.DIFFER
        return differs or self.result.agreement.word is AgreementWord.SPLIT


@dataclass(frozen=True, slots=True)
class TalkedSession:
    """A session with those of its questions that are revealed; scores in steps."""

    id: str
    theme: Theme
    second: bool
    name: str
    questions: tuple[TalkedQuestion, ...]
    score: float | None
    earlier: float | None = None


def session_chart(session: TalkedSession, words: Words) -> SessionChart | None:
    """Every revealed question of a session in its order; None where none is revealed."""
    questions = session.questions
    if not questions:
        return None
    heading = session_heading(questions, words)
    change = ""
    if session.earlier is not None:
        change = words.say("{score} last time", score=words.number(session.earlier, 1))
        if session.score is not None:
            moved = change_in_words(session.score, session.earlier, words)
            change = words.say("{before}, {change}", before=change, change=moved)
    rows = tuple(_row(question, words) for question in questions)
    score_text = "" if session.score is None else words.number(session.score, 1)
    return SessionChart(
        id=session.id,
        theme=session.theme,
        second=session.second,
        name=session.name,
        score_text=score_text,
        change=change,
        heading=heading,
        rows=rows,
        unit_max=max((LEAST_UNITS, *(row.chart.unit_max for row in rows))),
        description=words.say(
            "{name} {score}. {heading}", name=session.name, score=score_text, heading=heading
        ).replace(" .", "."),
    )


def _row(question: TalkedQuestion, words: Words) -> SessionChartRow:
    chart = _distribution(question, words)
    outcome = question.outcome
    agreed = outcome.score if outcome is not None else None
    count = len(question.rounds)
    return SessionChartRow(
        question_id=question.id,
        number=question.number,
        name=question.name,
        text=question.text,
        chart=chart,
        score_text="" if agreed is None else words.number(agreed, 1),
        outcome=_outcome(question, words),
        word=sentence_start(chart.heading),
        agreement=chart.agreement_text or "",
        detail=_detail(question, words),
        rounds=words.say(ROUNDS[count])
        if count in ROUNDS
        else words.say("{number} rounds", number=spelled(count, words)),
        evidence=outcome.evidence if outcome is not None else "",
    )


def _distribution(question: TalkedQuestion, words: Words) -> DistributionChart:
    """The last round with the one before; of the only one, what was said last time."""
    before: Distribution | None = None
    number: int | None = None
    if len(question.rounds) > 1:
        before, number = question.rounds[-2].result, question.rounds[-2].number
    elif question.earlier is not None and question.earlier.result.steps == len(question.labels):
        before, number = question.earlier.result, LAST_TIME
    return distribution_chart(question.result, question.labels, before, number, words)


def _outcome(question: TalkedQuestion, words: Words) -> str:
    kind = question.outcome.kind if question.outcome is not None else OutcomeKind.UNDECIDED
    if kind is OutcomeKind.AGREED:
        return words.say("Agreed score")
    if kind is OutcomeKind.DIFFER:
        return words.say("Agreed to differ")
    return words.say("Median") if question.result.median is not None else ""


def _detail(question: TalkedQuestion, words: Words) -> tuple[str, ...]:
    """Where the camps stand, then the median with the votes, then the don't-knows."""
    result = question.result
    said = []
    if result.agreement.camps is not None:
        said.append(camps_in_words(result.agreement.camps, words))
    if result.median is None:
        return (*said, votes_in_words(result, words))
    votes = words.count("{n} vote", "{n} votes", result.votes)
    median = words.number(result.median)
    said.append(words.say("Median {median}, {votes}", median=median, votes=votes))
    if result.dont_know:
        said.append(words.count("{n} don’t know", "{n} don’t know", result.dont_know))
    return tuple(said)


# --- The sentence above it ------------------------------------------------------------------


def session_heading(questions: Sequence[TalkedQuestion], words: Words) -> str:
    """What carries the session, what holds it back, and what divides the room.

    The strength is the highest score above the scale's middle; what lies below the middle holds
    the session back, the lowest first. Where the room is of two minds a question is neither, nor
    is one whose score does not count.
    """
    divided = [question for question in questions if question.divides]
    scored = [
        (question.score, question)
        for question in questions
        if question.counts and question.score is not None and not question.divides
    ]
    said = [_strength(scored, words), _what_weighs(scored, divided, words)]
    sentences = [sentence for sentence in said if sentence]
    if sentences:
        return " ".join(sentences)
    return _even(questions, words)


Scored = Sequence[tuple[float, TalkedQuestion]]


def _middle(question: TalkedQuestion) -> float:
    return (1 + len(question.labels)) / 2


def _strength(scored: Scored, words: Words) -> str:
    high = [(score, each) for score, each in scored if score > _middle(each)]
    if not high or len(scored) < MOST_NAMED:
        return ""
    best = max(score for score, _ in high)
    names = [each.name for score, each in high if score == best]
    if len(names) == len(scored):
        return ""
    if len(names) == 1:
        return words.say("{name} is the strength.", name=names[0])
    if len(names) == MOST_NAMED:
        return words.say("{name} and {other} are the strengths.", name=names[0], other=names[1])
    number = _spelled(len(names), words)
    return words.say(
        "{number} questions stand highest, at {score}.", number=number, score=words.number(best)
    )


def _what_weighs(scored: Scored, divided: Sequence[TalkedQuestion], words: Words) -> str:
    low = sorted(
        ((score, each) for score, each in scored if score < _middle(each)), key=lambda one: one[0]
    )
    names = [each.name for _, each in low]
    holds, divides = _holds_back(names, words), _divides(divided, words)
    if holds and divides:
        return words.say("{holds}, and {divides}.", holds=holds, divides=_lower(divides, divided))
    said = holds or divides
    return words.say("{sentence}.", sentence=said) if said else ""


def _lower(said: str, divided: Sequence[TalkedQuestion]) -> str:
    """The clause within a sentence: it begins with a name, or with a spelled number."""
    first = divided[0].name
    if said.startswith(first):
        return mid_sentence(first) + said[len(first) :]
    return mid_sentence(said)


def _holds_back(names: Sequence[str], words: Words) -> str:
    if not names:
        return ""
    if len(names) == 1:
        return words.say("The session is held back by {name}", name=names[0])
    other = mid_sentence(names[1])
    if len(names) == MOST_NAMED:
        return words.say("{name} and {other} hold the session back", name=names[0], other=other)
    return words.say("{name} and {other} hold the session back most", name=names[0], other=other)


def _divides(divided: Sequence[TalkedQuestion], words: Words) -> str:
    if not divided:
        return ""
    still = all(len(question.rounds) > 1 for question in divided)
    name = divided[0].name
    if len(divided) == 1:
        text = mark("{name} still divides the room") if still else mark("{name} divides the room")
        return words.say(text, name=name)
    if len(divided) == MOST_NAMED:
        other = mid_sentence(divided[1].name)
        text = (
            mark("{name} and {other} still divide the room")
            if still
            else mark("{name} and {other} divide the room")
        )
        return words.say(text, name=name, other=other)
    return words.say("{number} questions divide the room", number=_spelled(len(divided), words))


def _spelled(n: int, words: Words) -> str:
    return words.say(NUMBERS[n]) if n in NUMBERS else str(n)


def _even(questions: Sequence[TalkedQuestion], words: Words) -> str:
    """Where nothing stands out: where they stand, in numbers."""
    known = [each for each in questions if each.counts and each.score is not None]
    scores = sorted({question.score for question in known if question.score is not None})
    if not scores:
        answered = sum(bool(question.result.answers) for question in questions)
        if not answered:
            return words.say("Nobody could answer.")
        return words.count("{n} question was answered.", "{n} questions were answered.", answered)
    if len(known) == 1:
        score = words.number(scores[0])
        return words.say("{name} stands at {score}.", name=known[0].name, score=score)
    if len(scores) == 1:
        return words.say("All questions stand at {score}.", score=words.number(scores[0]))
    return words.say(
        "The questions stand from {low} to {high}.",
        low=words.number(scores[0]),
        high=words.number(scores[-1]),
    )
