"""Charting: every chart of a workshop, out of one snapshot."""

from __future__ import annotations

from workshop.chart_inputs import AskedQuestion, AskedSession, Asking, score_last_time
from workshop.day_charts import DayCharts
from workshop.heat_map import heat_map
from workshop.kinds import Voter
from workshop.phrases import isolated
from workshop.profile_chart import profile_chart, theme_chart
from workshop.session_chart import TalkedQuestion, TalkedSession, session_chart
from workshop.snapshot import Snapshot, SnapshotQuestion, SnapshotSession
from workshop.words import Words

RATE = "rate"


def day_charts(snapshot: Snapshot, words: Words) -> DayCharts:
    """The profile, the themes, the heat map and every session's page; None where nothing is known.

    What was left out of the day is in none of them.
    """
    asking = asking_of(snapshot)
    known = any(session.score is not None for session in asking.sessions)
    pages = (
        session_chart(_talked(session), words)
        for session in snapshot.sessions
        if not session.left_out
    )
    return DayCharts(
        profile=profile_chart(asking, words) if known else None,
        themes=theme_chart(asking, words) if known else None,
        heat_map=heat_map(asking, words),
        sessions=tuple(page for page in pages if page is not None),
        source=_source(snapshot, words),
    )


def asking_of(snapshot: Snapshot) -> Asking:
    """What profile and heat map are made of."""
    workshop = snapshot.workshop
    return Asking(
        title=workshop.title,
        labels=workshop.scale_labels,
        sessions=tuple(_asked(each) for each in snapshot.sessions if not each.left_out),
        earlier_on=workshop.earlier_on,
        minimum_group=workshop.minimum_group,
        team_votes=workshop.voter is Voter.TEAM,
        team_names=tuple(team.name for team in snapshot.teams),
    )


def _asked(session: SnapshotSession) -> AskedSession:
    return AskedSession(
        id=session.id,
        theme=session.theme,
        second=session.second,
        name=session.title,
        questions=tuple(_asked_question(question) for question in session.questions),
        earlier=session.earlier_score,
    )


def _asked_question(question: SnapshotQuestion) -> AskedQuestion:
    last = question.rounds[-1] if question.rounds else None
    return AskedQuestion(
        id=question.id,
        name=question.short,
        score=question.score,
        counts=question.counts,
        earlier=score_last_time(question.earlier, question.scale_labels),
        rated=question.kind == RATE,
        result=last.result if last else None,
        teams=question.teams,
        secret=last is not None and last.secret,
    )


def _talked(session: SnapshotSession) -> TalkedSession:
    return TalkedSession(
        id=session.id,
        theme=session.theme,
        second=session.second,
        name=session.title,
        questions=tuple(
            TalkedQuestion(
                id=question.id,
                number=number,
                name=question.short,
                text=question.text,
                labels=question.scale_labels,
                rounds=question.rounds,
                outcome=question.outcome,
                score=question.score,
                counts=question.counts,
                earlier=question.earlier,
            )
            for number, question in enumerate(session.questions, 1)
            if question.rounds
        ),
        score=None if session.score is None else float(session.score.value),
        earlier=session.earlier_score,
    )


def _source(snapshot: Snapshot, words: Words) -> str:
    """Where it is from: "Harbour Street Clinic, Service review, 9 October 2025, 24 votes".

    Where questions had fewer votes than others both numbers stand there.
    """
    workshop = snapshot.workshop
    votes = [
        question.rounds[-1].votes_in
        for session in snapshot.sessions
        for question in session.questions
        if question.rounds
    ]
    named = (workshop.organisation, workshop.title)
    said = [*(isolated(name) for name in named), words.day(workshop.held_on)]
    if votes:
        least, most = min(votes), max(votes)
        said.append(
            words.count("{n} vote", "{n} votes", most)
            if least == most
            else words.count("{low} to {n} vote", "{low} to {n} votes", most, low=least)
        )
    return ", ".join(part for part in said if part)
