"""Sayings: what the chosen mark leads to: the question in full, what came of it and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from frameworks.theme import Theme
from ui.console.charts.reading import Reading
from ui.console.charts.said_texts import team_said
from ui.console.widgets.text_label import LEFT_TO_RIGHT
from workshop.charts import heading
from workshop.console_scene import ProposedAction, QuestionCard
from workshop.day_charts import ProfileRow, SessionChart, SessionChartRow
from workshop.kinds import OutcomeKind
from workshop.question_facts import OutcomeFacts, RoundFacts
from workshop.snapshot import SnapshotQuestion
from workshop.words import Words


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a title."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """Everything the right column says of a mark.

    `mark` is the mark's own sentence, `place` where it belongs; `figure` its score with what it
    is. `question_id` is empty where it is a session, `session_id` too where it is a theme; `away`
    says what is put away, if anything.
    """

    mark: str
    theme: Theme | None
    second: bool
    place: str
    text: str
    figure: str
    figure_said: str
    sections: tuple[Section, ...]
    session_id: str
    question_id: str = ""
    away: str = ""


def of_session(session: SessionChart, mark: str, words: Words) -> Saying:
    """What is said of a session: its sentence and its score."""
    lines = tuple(part for part in (session.heading, session.change) if part)
    return Saying(
        mark=mark,
        theme=session.theme,
        second=session.second,
        place=words.count("{n} question", "{n} questions", len(session.rows)),
        text=session.name,
        figure=session.score_text,
        figure_said=words.say("Score") if session.score_text else "",
        sections=(Section(words.say("What the session says"), lines),) if lines else (),
        session_id=session.id,
    )


def of_row(reading: Reading, row: ProfileRow, mark: str, words: Words) -> Saying:
    """What is said of a theme, or of a session where nothing is revealed."""
    known = {session.id for session in reading.snapshot.sessions}
    return Saying(
        mark=mark,
        theme=row.theme,
        second=row.second,
        place=row.basis,
        text=row.name,
        figure=row.score_text,
        figure_said=words.say("Score") if row.score_text else "",
        sections=(),
        session_id=row.id if row.id in known else "",
    )


def of_question(
    reading: Reading, question_id: str, mark: str, words: Words, *, seen: bool
) -> Saying:
    """What is said of a question; `seen`: the room can see this, so that private things are away.

    Raises LookupError for a question that no chart shows.
    """
    session, row = reading.rows[question_id]
    asked = reading.asked[question_id][1]
    sections = tuple(_sections(reading, asked, row, words, seen=seen))
    hidden = seen and (
        any(note.private or note.off_wall for note in asked.notes) or _evidence_off(asked.outcome)
    )
    return Saying(
        mark=mark,
        theme=session.theme,
        second=session.second,
        place=LEFT_TO_RIGHT + words.say("{session}, {short}", session=session.name, short=row.name),
        text=row.text,
        figure=row.score_text or row.chart.median_text or "",
        figure_said=row.outcome,
        sections=tuple(section for section in sections if section.lines),
        session_id=session.id,
        question_id=question_id,
        away=words.say("Private notes are put away: the room can see this.") if hidden else "",
    )


def card_of(reading: Reading, question_id: str, words: Words) -> QuestionCard:
    """The question as the form of a new action needs it."""
    session, question = reading.asked[question_id]
    proposed = tuple(_proposed(reading, question_id, words))
    return QuestionCard(
        id=question.id,
        theme=session.theme,
        second=session.second,
        session=session.title,
        topic="",
        text=question.text,
        short=question.short,
        labels=question.scale_labels,
        dont_know=question.dont_know,
        prompts=(),
        look_for=(),
        notes=(),
        chart=None,
        vote_line="",
        offered=None,
        outcome=None,
        so_far=(),
        proposed=proposed,
        proposed_count=words.count("{n} proposed", "{n} proposed", len(proposed)),
    )


def _sections(
    reading: Reading,
    asked: SnapshotQuestion,
    row: SessionChartRow,
    words: Words,
    *,
    seen: bool,
) -> Iterator[Section]:
    outcome = asked.outcome
    shown = outcome if not (seen and _evidence_off(outcome)) else None
    word = row.word
    if row.chart.borderline_text:
        word = f"{word}, {row.chart.borderline_text}"
    if row.agreement:
        word = words.say("{word}, {n} of 100", word=word, n=row.agreement)
    yield Section(words.say("How close we are"), (word, *row.detail))
    yield Section(words.say("Positions"), tuple(_positions(shown, words)))
    evidence = (shown.evidence,) if shown is not None and shown.evidence.strip() else ()
    yield Section(words.say("Evidence"), evidence)
    notes = [note for note in asked.notes if not (seen and (note.private or note.off_wall))]
    said = (
        words.say("Private: {text}", text=note.text) if note.private else note.text
        for note in notes
    )
    yield Section(words.say("Notes"), tuple(said))
    yield Section(words.say("Rounds"), tuple(_rounds(asked, words)))
    yield Section(words.say("Teams apart"), tuple(_teams(reading, asked.id, words)))
    actions = (action.what for action in reading.snapshot.actions if action.question_id == asked.id)
    yield Section(words.say("Actions"), tuple(actions))


def _evidence_off(outcome: OutcomeFacts | None) -> bool:
    """Whether something was written to the outcome that is not for the wall."""
    if outcome is None or not outcome.off_wall:
        return False
    return any((outcome.evidence, outcome.low_position, outcome.high_position))


def _positions(outcome: OutcomeFacts | None, words: Words) -> Iterator[str]:
    """Both positions, the lower first, and who finds out."""
    if outcome is None or outcome.kind is not OutcomeKind.DIFFER:
        return
    for score, said in (
        (outcome.low, outcome.low_position),
        (outcome.high, outcome.high_position),
    ):
        if score is not None:
            number = words.number(score)
            yield words.say("{name}: {score}", name=number, score=said) if said else number
    if outcome.finds_out:
        parts = [outcome.finds_out, outcome.finds_out_how]
        if outcome.finds_out_by is not None:
            parts.append(words.day(outcome.finds_out_by, "short"))
        said = ", ".join(part for part in parts if part)
        yield words.say("Finds out: {said}", said=said)


def _rounds(asked: SnapshotQuestion, words: Words) -> Iterator[str]:
    for each in asked.rounds:
        yield _round(each, words)
    if asked.earlier is not None:
        result = asked.earlier.result
        said = heading(result, words)
        if result.median is not None:
            median = words.number(result.median)
            said = words.say("{agreement}, median {median}", agreement=said, median=median)
        yield words.say("{name}: {score}", name=words.say("Last time"), score=said)


def _round(each: RoundFacts, words: Words) -> str:
    name = words.say("Round {round}", round=each.number)
    assert each.result is not None, "only revealed rounds are in a snapshot"
    said = heading(each.result, words)
    if each.result.median is not None:
        median = words.number(each.result.median)
        said = words.say("{agreement}, median {median}", agreement=said, median=median)
    votes = words.count("{n} vote", "{n} votes", each.result.votes)
    said = words.say("{name}: {score}", name=name, score=said)
    return words.say("{said}; {rest}", said=said, rest=votes)


def _teams(reading: Reading, question_id: str, words: Words) -> Iterator[str]:
    """What each team said, as far as the heat map shows it."""
    row, chart = reading.heat.get(question_id), reading.charts.heat_map
    if row is None or chart is None:
        return
    for team, cell in zip(chart.teams, row.cells, strict=True):
        said = words.say("{name}: {score}", name=team, score=team_said(cell, words))
        yield LEFT_TO_RIGHT + said


def _proposed(reading: Reading, question_id: str, words: Words) -> Iterator[ProposedAction]:
    for action in reading.snapshot.actions:
        if action.question_id == question_id:
            owner = action.owner or words.say("No owner yet")
            yield ProposedAction(action.id, action.what, owner)
