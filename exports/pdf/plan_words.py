"""Sentences of the action plan: everything it says that is made from the workshop's numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from exports.pdf.direction import isolated
from workshop.facts import ActionFacts, ReviewFacts
from workshop.kinds import ActionStatus, OutcomeKind, Voter
from workshop.question_facts import OutcomeFacts
from workshop.snapshot import Snapshot, SnapshotQuestion, SnapshotSession
from workshop.words import Words

CHECKLIST: Final = "checklist"
"""The kind of question that knows yes, partly and no, and no score."""

NO_BREAK = "\u00a0"
MOST_TEAMS_NAMED: Final = 12  # of more only how many there are, as on the wall
PROPOSED, DROPPED = "proposed", "dropped"


def printed_actions(snapshot: Snapshot) -> tuple[ActionFacts, ...]:
    """The actions of the plan: not those that were dropped or kept out of the report."""
    return tuple(each for each in snapshot.actions if each.state != DROPPED and not each.off_report)


def still_open(snapshot: Snapshot) -> list[ReviewFacts]:
    """The earlier workshop's actions that are not done yet, in their order."""
    return [each for each in printed_review(snapshot) if each.status is not ActionStatus.DONE]


def done_since(snapshot: Snapshot) -> list[ReviewFacts]:
    """The earlier workshop's actions that are done by now, in their order."""
    return [each for each in printed_review(snapshot) if each.status is ActionStatus.DONE]


def printed_review(snapshot: Snapshot) -> tuple[ReviewFacts, ...]:
    """The earlier workshop's actions, less those kept out of its report."""
    return tuple(each for each in snapshot.review if not each.off_report)


def how_far(snapshot: Snapshot, words: Words) -> str:
    """How many of the earlier workshop's actions are done: "1 of 6 done, 5 still open."."""
    done, left = len(done_since(snapshot)), len(still_open(snapshot))
    if not left:
        return words.say("{done} of {n} done.", done=done, n=done)
    return words.say("{done} of {n} done, {left} still open.", done=done, n=done + left, left=left)


def agreed_on(snapshot: Snapshot, words: Words) -> str:
    """What stands above the earlier workshop's actions, with its day where that is known."""
    earlier_on = snapshot.workshop.earlier_on
    if earlier_on is None:
        return words.say("What we agreed on")
    return words.say("What we agreed on, {day}", day=words.day(earlier_on))


def no_actions(snapshot: Snapshot, words: Words) -> str:
    """What stands in place of a table without rows; earlier actions may be open all the same."""
    left = len(still_open(snapshot))
    if not left:
        return words.say("No action was proposed or agreed.")
    return words.count(
        "No new action was proposed or agreed. {n} action from last time is still open.",
        "No new action was proposed or agreed. {n} actions from last time are still open.",
        left,
    )


def differing(snapshot: Snapshot) -> list[tuple[SnapshotSession, SnapshotQuestion, OutcomeFacts]]:
    """The questions on which the group agreed to differ, less those kept out of the report.

    A checklist's positions have no scores: it knows only yes, partly and no.
    """
    return [
        (
            session,
            question,
            replace(question.outcome, low=None, high=None)
            if question.kind == CHECKLIST
            else question.outcome,
        )
        for session in snapshot.sessions
        for question in session.questions
        if question.outcome is not None
        and question.outcome.kind is OutcomeKind.DIFFER
        and not question.outcome.off_report
    ]


def workshop_line(snapshot: Snapshot, words: Words) -> str:
    """Organisation, title and date: the foot of every page."""
    parts = (snapshot.workshop.organisation, snapshot.workshop.title)
    named = [isolated(part.strip()) for part in parts if part.strip()]
    return ", ".join([*named, words.day(snapshot.workshop.held_on)])


def when_and_who(snapshot: Snapshot, words: Words) -> list[str]:
    """When the workshop was held and who was in it, a paragraph each."""
    day = words.day(snapshot.workshop.held_on, "full")
    title = isolated(snapshot.workshop.title.strip())
    said = [words.say("{title}, {day}.", title=title, day=day) if title else f"{day}."]
    number = len(snapshot.teams)
    names = ", ".join(isolated(team.name) for team in snapshot.teams)
    people = words.count("{n} person", "{n} people", snapshot.people)
    if snapshot.workshop.voter is Voter.TEAM:
        voting = words.count("{n} team that votes as one", "{n} teams that vote as one", number)
        named = words.say("{who}: {teams}.", who=voting, teams=names)
        said.append(named if number <= MOST_TEAMS_NAMED else f"{voting}.")
    elif number > MOST_TEAMS_NAMED:
        said.append(f"{in_so_many_teams(snapshot, words)}.")
    elif number == 1:
        said.append(words.say("{people} in one team: {names}.", people=people, names=names))
    elif snapshot.teams:
        said.append(
            words.count(
                "{people} in {n} team: {names}.",
                "{people} in {n} teams: {names}.",
                number,
                people=people,
                names=names,
            )
        )
    return said


def in_so_many_teams(snapshot: Snapshot, words: Words) -> str:
    """How many people in how many teams, for where there are too many to name."""
    return words.count(
        "{people} in {n} team",
        "{people} in {n} teams",
        len(snapshot.teams),
        people=words.count("{n} person", "{n} people", snapshot.people),
    )


def score_text(session: SnapshotSession, words: Words) -> str | None:
    """The session's score as printed, to one decimal; None where there is none."""
    return None if session.score is None else words.number(float(session.score.value), 1)


def leads(snapshot: Snapshot, words: Words) -> list[str]:
    """What the day came to, the fullest first; the shorter ones say less but nothing else."""
    actions = _about_actions(printed_actions(snapshot), words)
    candidates = (_about_scores(snapshot, words), _about_range(snapshot, words), "")
    return [" ".join(part for part in (scores, actions) if part) for scores in candidates]


def goes_on(first: int, last: int, begun: bool, pages: int, words: Words) -> str:
    """What stands below a table that goes on: actions `first` to `last` follow on `pages` pages,
    the first of them `begun` here.
    """
    if begun:
        return words.say("Action {n} goes on on the next page.", n=first)
    if first == last:
        return words.say("Action {n} is on the next page.", n=first)
    values = {"first": first, "last": last}
    if last == first + 1 and pages == 1:
        return words.say("Actions {first} and {last} are on the next page.", **values)
    if last == first + 1:
        return words.say("Actions {first} and {last} are on the next pages.", **values)
    if pages == 1:
        return words.say("Actions {first} to {last} are on the next page.", **values)
    return words.say("Actions {first} to {last} are on the next pages.", **values)


def who_finds_out(outcome: OutcomeFacts, words: Words) -> str:
    """Who will find out what lies between two positions, how and by when, as far as agreed."""
    who = isolated(outcome.finds_out.strip())
    how = isolated(outcome.finds_out_how.strip())
    if not who:
        return words.say("No one to find out yet.")
    values = {"who": who, "how": how}
    if outcome.finds_out_by is None:
        if how:
            return words.say("{who} will find out: {how}", **values)
        return words.say("{who} will find out.", **values)
    day = words.day(outcome.finds_out_by)
    if how:
        return words.say("{who} will find out by {day}: {how}", day=day, **values)
    return words.say("{who} will find out by {day}.", day=day, **values)


def keep_numbers(text: str) -> str:
    """`text` so that a number stays on the line of what it counts."""
    return re.sub(r"(?<=\d) ", NO_BREAK, text)


def plain_line(text: str) -> str:
    """`text` on one line, without marks that only steer its layout: for a PDF's own catalogue."""
    return " ".join("".join(each for each in text if unicodedata.category(each) != "Cf").split())


def _about_scores(snapshot: Snapshot, words: Words) -> str:
    """Which sessions stand highest and lowest, by the scores as they are printed."""
    scored = [each for each in snapshot.sessions if each.score is not None]
    if not scored:
        return ""
    values = [each.score.value for each in scored if each.score is not None]
    high, low = max(values), min(values)
    if len(scored) == 1:
        names, score = _named(scored, words), words.number(float(high), 1)
        return words.say("{names} stands at {score}.", names=names, score=score)
    if high == low:
        return words.say("All sessions stand at {score}.", score=words.number(float(high), 1))
    tops = [each for each in scored if _value(each) == high]
    bottoms = [each for each in scored if _value(each) == low]
    return " ".join(
        (
            words.count(
                "Highest is {names} at {score}.",
                "Highest are {names} at {score}.",
                len(tops),
                names=_named(tops, words),
                score=words.number(float(high), 1),
            ),
            words.count(
                "Lowest is {names} at {score}.",
                "Lowest are {names} at {score}.",
                len(bottoms),
                names=_named(bottoms, words),
                score=words.number(float(low), 1),
            ),
        )
    )


def _value(session: SnapshotSession) -> Decimal | None:
    return None if session.score is None else session.score.value


def _about_range(snapshot: Snapshot, words: Words) -> str:
    values = [each.score.value for each in snapshot.sessions if each.score is not None]
    if not values:
        return ""
    low, high = (words.number(float(each), 1) for each in (min(values), max(values)))
    return words.say("Session scores run from {low} to {high}.", low=low, high=high)


def _named(sessions: Sequence[SnapshotSession], words: Words) -> str:
    *names, last = (isolated(session.title) for session in sessions)
    if not names:
        return last
    return words.say("{names} and {last}", names=", ".join(names), last=last)


def _about_actions(actions: Sequence[ActionFacts], words: Words) -> str:
    if not actions:
        return ""
    proposed = sum(each.state == PROPOSED for each in actions)
    ownerless = sum(not each.owner.strip() for each in actions)
    dateless = sum(each.due is None for each in actions)
    said = []
    if proposed == len(actions):
        said.append(words.count("{n} action is proposed.", "{n} actions are proposed.", proposed))
    else:
        agreed = len(actions) - proposed
        said.append(words.count("{n} action is agreed.", "{n} actions are agreed.", agreed))
        if proposed:
            said.append(words.count("{n} is still proposed.", "{n} are still proposed.", proposed))
    if ownerless:
        said.append(words.count("{n} has no owner yet.", "{n} have no owner yet.", ownerless))
    if dateless:
        said.append(words.count("{n} has no date yet.", "{n} have no date yet.", dateless))
    return " ".join(keep_numbers(each) for each in said)
