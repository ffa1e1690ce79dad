"""Tables of what was voted: questions, rounds, their statistics, teams, last time beside today.

Nowhere is there a row for a vote: every row is a count or a statistic of a round that was revealed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from exports.tables.columns import (
    AGREED_SCORE,
    ANSWERS,
    BALLOT,
    DONT_KNOW,
    KEY,
    LEFT_OUT,
    MEDIAN,
    OUTCOME_NAMES,
    ROUND,
    SESSION,
    SHORT,
    WAY_NAMES,
    ballot,
    yes_no,
)
from exports.tables.table import Cell, Column, Kind, Table, table
from workshop.agreement import quartiles, standard_deviation, tastle_wierman, van_der_eijk
from workshop.apart_staging import REST
from workshop.asked_facts import TeamResult
from workshop.heat_map import seen_apart
from workshop.kinds import OutcomeKind, Voter, Way
from workshop.prompts import HEADINGS
from workshop.question_facts import EarlierFacts, RoundFacts
from workshop.snapshot import Snapshot, SnapshotQuestion, SnapshotSession
from workshop.tally import DONT_KNOW as DONT_KNOW_ANSWER
from workshop.tally import Distribution
from workshop.words import Words, mark

CHECKLIST: Final = "checklist"

_QUESTION: Final = (SESSION, KEY, SHORT)
_OF_ROUND: Final = (*_QUESTION, ROUND, BALLOT)
_QUESTIONS: Final = (
    *_QUESTION,
    Column(mark("Text"), Kind.TEXT, mark("The statement or question as it was put to the room.")),
    Column(mark("Scale"), Kind.TEXT, mark("The scale's steps with their labels, lowest first.")),
    Column(mark("Kind"), Kind.TEXT, mark("A statement to rate, or a line of a checklist.")),
    LEFT_OUT,
    Column(mark("Rounds"), Kind.INTEGER, mark("How many rounds were revealed.")),
    Column(
        mark("Not revealed"),
        Kind.INTEGER,
        mark("Rounds that were opened and never revealed: what they hold is in no file."),
    ),
    MEDIAN,
    AGREED_SCORE,
    Column(mark("Outcome"), Kind.TEXT, mark("Agreed, agreed to differ, or undecided.")),
    Column(mark("Evidence"), Kind.TEXT, mark("What the agreed score rests on.")),
    Column(mark("Lower score"), Kind.NUMBER, mark("The lower of two positions that were kept.")),
    Column(mark("Lower position"), Kind.TEXT, mark("What those say who hold it.")),
    Column(mark("Higher score"), Kind.NUMBER, mark("The higher of two positions that were kept.")),
    Column(mark("Higher position"), Kind.TEXT, mark("What those say who hold it.")),
    Column(mark("Finds out"), Kind.TEXT, mark("Who will find out which of them is right.")),
    Column(mark("How"), Kind.TEXT, mark("How that will be found out.")),
    Column(mark("Found out by"), Kind.DATE, mark("By when that will be known.")),
    Column(mark("Sources"), Kind.TEXT, mark("The sources the question draws on.")),
)
_ROUNDS: Final = (
    *_OF_ROUND,
    Column(mark("Answer"), Kind.INTEGER, mark("The step that was chosen; 0 is don't know.")),
    Column(mark("Label"), Kind.TEXT, mark("That step's label.")),
    Column(mark("Votes"), Kind.INTEGER, mark("How many votes chose it.")),
    Column(
        mark("Share"),
        Kind.NUMBER,
        mark("Its share of all answers, from 0 to 1; a don't-know is no answer and has none."),
        decimals=3,
    ),
)
_STATISTICS: Final = (
    *_OF_ROUND,
    Column(mark("Votes in"), Kind.INTEGER, mark("All votes, the don't-knows among them.")),
    Column(mark("Expected"), Kind.INTEGER, mark("Voting seats that were present at the close.")),
    ANSWERS,
    DONT_KNOW,
    MEDIAN,
    Column(
        mark("Agreement"),
        Kind.INTEGER,
        mark("Leik's ordinal consensus, 0 to 100: 100 of one mind, 0 half at each end."),
    ),
    Column(mark("In words"), Kind.TEXT, mark("The agreement in words; none under 5 answers.")),
    Column(
        mark("Borderline"), Kind.TEXT, mark("Whether one vote moved by one step changes the word.")
    ),
    Column(
        mark("Tastle–Wierman"),
        Kind.NUMBER,
        mark("Tastle and Wierman's consensus, 0 to 1, over the width of the scale."),
        decimals=3,
    ),
    Column(
        mark("Van der Eijk"),
        Kind.NUMBER,
        mark("Van der Eijk's agreement A: 1 of one mind, 0 evenly spread, −1 half at each end."),
        decimals=3,
    ),
    Column(
        mark("Standard deviation"),
        Kind.NUMBER,
        mark("With n − 1, in steps of the scale."),
        decimals=3,
    ),
    Column(
        mark("Normalised deviation"),
        Kind.NUMBER,
        mark("The standard deviation over the largest that so many votes can have, 0 to 1."),
        decimals=3,
    ),
    Column(mark("First quartile"), Kind.NUMBER, mark("Type 7 of Hyndman and Fan."), decimals=2),
    Column(mark("Third quartile"), Kind.NUMBER, mark("Type 7 of Hyndman and Fan."), decimals=2),
    Column(
        mark("Interquartile range"),
        Kind.NUMBER,
        mark("The middle half of the answers: third less first quartile."),
        decimals=2,
    ),
)
_WAYS: Final = tuple(
    Column(
        name,
        Kind.INTEGER,
        mark("Votes of the last round that came this way; in a secret one only as far as kept."),
    )
    for name in WAY_NAMES.values()
)
_TEAMS: Final = (
    *_OF_ROUND,
    Column(
        mark("Team"),
        Kind.TEXT,
        mark("Only teams that may be shown apart; the rest are the others together."),
    ),
    ANSWERS,
    DONT_KNOW,
    MEDIAN,
)
_CHECKLISTS: Final = (
    *_QUESTION,
    Column(mark("Answer"), Kind.TEXT, mark("No, partly, yes, or don't know.")),
    Column(mark("Votes"), Kind.INTEGER, mark("How many votes chose it in the last round.")),
)
_EARLIER: Final = (
    *_QUESTION,
    Column(mark("Asked otherwise"), Kind.TEXT, mark("Whether its text has changed since.")),
    Column(mark("Answers then"), Kind.INTEGER, mark("Votes that chose a step last time.")),
    Column(mark("Median then"), Kind.NUMBER, mark("The middle answer of last time.")),
    Column(mark("Agreed score then"), Kind.NUMBER, mark("What was agreed on last time.")),
    Column(mark("Agreement then"), Kind.INTEGER, mark("Leik's ordinal consensus, last time.")),
    Column(mark("Answers now"), Kind.INTEGER, mark("Votes of the last round that chose a step.")),
    Column(mark("Median now"), Kind.NUMBER, mark("The middle answer of today's last round.")),
    Column(mark("Agreed score now"), Kind.NUMBER, mark("What was agreed on today.")),
    Column(mark("Agreement now"), Kind.INTEGER, mark("Leik's ordinal consensus, today.")),
)


def questions(snapshot: Snapshot, words: Words) -> Table:
    """The questions with what became of them."""
    rows = [_question(session, question, words) for session, question in _all(snapshot)]
    return table(mark("Questions"), _QUESTIONS, rows, words)


def rounds(snapshot: Snapshot, words: Words) -> Table:
    """A row for each answer of each revealed round: how many votes chose it."""
    rows = [
        (*_of_round(session, question, each, words), *answer)
        for session, question, each, result in _revealed(snapshot)
        for answer in _answers(question, result, words)
    ]
    return table(mark("Rounds"), _ROUNDS, rows, words)


def statistics(snapshot: Snapshot, words: Words) -> Table:
    """A row for each revealed round: what its votes have in common."""
    rows: list[tuple[Cell, ...]] = []
    for session, question, each, result in _revealed(snapshot):
        last = each is question.rounds[-1]
        rows.append(
            (
                *_of_round(session, question, each, words),
                each.votes_in,
                each.expected,
                *_statistics(result, words),
                *(_by_way(question) if last else (None,) * len(Way)),
            )
        )
    return table(mark("Statistics"), (*_STATISTICS, *_WAYS), rows, words)


def team_results(snapshot: Snapshot, words: Words) -> Table:
    """What each team said in the last revealed round, as far as it may be shown apart.

    The rule is the heat map's, so that no file tells what another hides; in open ballots too.
    """
    rows = [
        (
            *_of_round(session, question, question.rounds[-1], words),
            team.name if team.id else words.say(REST),
            team.result.answers,
            team.result.dont_know,
            team.result.median,
        )
        for session, question in _all(snapshot)
        for team in _told_apart(snapshot, question)
    ]
    return table(mark("Teams by question"), _TEAMS, rows, words)


def _told_apart(snapshot: Snapshot, question: SnapshotQuestion) -> tuple[TeamResult, ...]:
    """The teams that may be shown apart, then all others together."""
    least, team_votes = snapshot.workshop.minimum_group, snapshot.workshop.voter is Voter.TEAM
    shown = seen_apart(question.teams, least, team_votes=team_votes)
    others = [each.result for each in question.teams if each not in shown]
    if not others:
        return shown
    counts = tuple(sum(of_step) for of_step in zip(*(each.counts for each in others), strict=True))
    rest = Distribution(counts, sum(each.dont_know for each in others))
    return (*shown, TeamResult("", "", rest))


def checklists(snapshot: Snapshot, words: Words) -> Table:
    """The lines of the checklists with their last revealed answers."""
    rows = [
        (*_named(session, question), label, votes)
        for session, question in _all(snapshot)
        if question.kind == CHECKLIST and question.rounds
        for _, label, votes, _ in _answers(question, _result(question.rounds[-1]), words)
    ]
    return table(mark("Checklists"), _CHECKLISTS, rows, words)


def then_and_now(snapshot: Snapshot, words: Words) -> Table:
    """What the earlier workshop said to the questions that are revealed today."""
    rows = [
        (*_named(session, question), *_compared(question.earlier, question, words))
        for session, question in _all(snapshot)
        if question.earlier is not None and question.rounds
    ]
    return table(mark("Then and now"), _EARLIER, rows, words)


def _all(snapshot: Snapshot) -> Iterator[tuple[SnapshotSession, SnapshotQuestion]]:
    for session in snapshot.sessions:
        for question in session.questions:
            yield session, question


def _revealed(
    snapshot: Snapshot,
) -> Iterator[tuple[SnapshotSession, SnapshotQuestion, RoundFacts, Distribution]]:
    for session, question in _all(snapshot):
        for each in question.rounds:
            yield session, question, each, _result(each)


def _result(each: RoundFacts) -> Distribution:
    assert each.result is not None, "a snapshot has revealed rounds only"
    return each.result


def _named(session: SnapshotSession, question: SnapshotQuestion) -> tuple[Cell, ...]:
    return session.title, question.key, question.short


def _of_round(
    session: SnapshotSession, question: SnapshotQuestion, each: RoundFacts, words: Words
) -> tuple[Cell, ...]:
    return (*_named(session, question), each.number, ballot(each.secret, words))


def _question(
    session: SnapshotSession, question: SnapshotQuestion, words: Words
) -> tuple[Cell, ...]:
    outcome = question.outcome
    kind = OutcomeKind.UNDECIDED if outcome is None else outcome.kind
    checklist = question.kind == CHECKLIST
    return (
        *_named(session, question),
        question.text,
        "; ".join(f"{step} {label}" for step, label in enumerate(question.scale_labels, 1)),
        words.say("Checklist") if checklist else words.say("Rating"),
        yes_no(question.skipped or session.left_out, words),
        len(question.rounds),
        question.unrevealed,
        _result(question.rounds[-1]).median if question.rounds else None,
        outcome.score if outcome is not None else None,
        words.say(OUTCOME_NAMES[kind]),
        *(
            (None,) * 8
            if outcome is None
            else (
                outcome.evidence,
                outcome.low,
                outcome.low_position,
                outcome.high,
                outcome.high_position,
                outcome.finds_out,
                outcome.finds_out_how,
                outcome.finds_out_by,
            )
        ),
        "; ".join(question.sources),
    )


def _answers(
    question: SnapshotQuestion, result: Distribution, words: Words
) -> Iterator[tuple[int, str, int, float | None]]:
    """Each answer of a round with its label, its votes and their share; don't-knows come last."""
    answers = result.answers
    for step, (label, votes) in enumerate(
        zip(question.scale_labels, result.counts, strict=True), start=1
    ):
        yield step, label, votes, votes / answers if answers else None
    if question.dont_know or result.dont_know:
        yield DONT_KNOW_ANSWER, words.say("Don't know"), result.dont_know, None


def _statistics(result: Distribution, words: Words) -> tuple[Cell, ...]:
    counts, agreement = result.counts, result.agreement
    word = None if agreement.word is None else words.say(HEADINGS[agreement.word])
    borderline = None if agreement.word is None else yes_no(agreement.borderline, words)
    first, third = quartiles(counts) if result.answers else (None, None)
    deviating = result.answers > 1
    return (
        result.answers,
        result.dont_know,
        result.median,
        agreement.points,
        word,
        borderline,
        tastle_wierman(counts) if result.answers else None,
        van_der_eijk(counts) if result.answers else None,
        standard_deviation(counts) if deviating else None,
        standard_deviation(counts, normalised=True) if deviating else None,
        first,
        third,
        None if first is None or third is None else third - first,
    )


def _by_way(question: SnapshotQuestion) -> tuple[int | None, ...]:
    """Votes of the last round by way, in the order of the columns; None where none is told."""
    known = dict(question.ways)
    return tuple(known.get(way) for way in WAY_NAMES)


def _compared(earlier: EarlierFacts, question: SnapshotQuestion, words: Words) -> tuple[Cell, ...]:
    now = _result(question.rounds[-1])
    return (
        yes_no(earlier.reworded, words),
        earlier.result.answers,
        earlier.result.median,
        earlier.score,
        earlier.result.agreement.points,
        now.answers,
        now.median,
        None if question.outcome is None else question.outcome.score,
        now.agreement.points,
    )
