"""Sentences of the report's cover, session pages and chapters that are made from the workshop."""

from __future__ import annotations

from collections.abc import Sequence

from exports.pdf.direction import isolated
from exports.pdf.plan_words import printed_actions
from workshop.kinds import Ballot, OutcomeKind, Voter
from workshop.question_facts import OutcomeFacts
from workshop.snapshot import Snapshot, SnapshotQuestion, SnapshotSession
from workshop.tally import Distribution
from workshop.words import Words

MOST_TEAMS_NAMED = 6


def nothing_revealed(words: Words) -> str:
    """What stands in place of the profile where no question has a score."""
    return words.say("Nothing was revealed in this workshop, so there is no score to show.")


def asked_sessions(snapshot: Snapshot) -> list[SnapshotSession]:
    """The sessions that were not left out."""
    return [each for each in snapshot.sessions if not each.left_out]


def asked_questions(snapshot: Snapshot) -> list[SnapshotQuestion]:
    """The questions that were not skipped, or not before a round of theirs was opened, of the
    sessions that were not left out.
    """
    return [
        question
        for session in asked_sessions(snapshot)
        for question in session.questions
        if not question.skipped or question.rounds or question.unrevealed
    ]


def cover_facts(snapshot: Snapshot, words: Words) -> list[tuple[str, str]]:
    """Who took part, the framework, and what comes next: a name and a text each."""
    return [
        (words.say("Who took part"), _who(snapshot, words)),
        (words.say("Framework"), _framework(snapshot, words)),
        (words.say("Afterwards"), afterwards(snapshot, words)),
    ]


def ballot_in_words(snapshot: Snapshot, words: Words) -> str:
    """Whether the facilitator could know who voted what: "Open ballot."."""
    secret = snapshot.workshop.ballot is Ballot.SECRET
    return words.say("Secret ballot.") if secret else words.say("Open ballot.")


def _who(snapshot: Snapshot, words: Words) -> str:
    teams, ballot = snapshot.teams, ballot_in_words(snapshot, words)
    if snapshot.workshop.voter is Voter.TEAM:
        said = words.count("{n} team that votes as one", "{n} teams that vote as one", len(teams))
        named = ", ".join(isolated(team.name.strip()) for team in teams)
    else:
        said = words.count("{n} person", "{n} people", snapshot.people)
        named = ", ".join(
            words.say("{team} {n}", team=isolated(team.name.strip()), n=team.seats)
            for team in teams
        )
        if len(teams) > MOST_TEAMS_NAMED:
            said = words.count(
                "{people} in {n} team", "{people} in {n} teams", len(teams), people=said
            )
    if not teams or len(teams) > MOST_TEAMS_NAMED:
        return words.say("{who}. {ballot}", who=said, ballot=ballot)
    return words.say("{who}: {teams}. {ballot}", who=said, teams=named, ballot=ballot)


def _framework(snapshot: Snapshot, words: Words) -> str:
    questions, workshop = len(asked_questions(snapshot)), snapshot.workshop
    parts = [isolated(workshop.framework.strip())]
    parts.append(words.count("{n} question", "{n} questions", questions))
    if workshop.scale_labels:
        steps = len(workshop.scale_labels)
        parts.append(words.count("scale of {n} step", "scale of {n} steps", steps))
    return words.say("{parts}.", parts=", ".join(part for part in parts if part))


def afterwards(snapshot: Snapshot, words: Words) -> str:
    """When the group looks again, who gets the plan and who answers, as far as it was said."""
    workshop, said = snapshot.workshop, []
    if workshop.review_on is not None:
        said.append(words.say("We look again on {day}.", day=words.day(workshop.review_on)))
    if workshop.plan_goes_to.strip():
        who = isolated(workshop.plan_goes_to.strip())
        said.append(words.say("The plan goes to {who}.", who=who))
    if workshop.who_answers.strip():
        who = isolated(workshop.who_answers.strip())
        said.append(words.say("Who answers, by when: {who}.", who=who))
    return " ".join(said) or words.say("No date to look again is set.")


def actions_by_question(snapshot: Snapshot) -> dict[str, list[int]]:
    """The numbers that actions have in the plan, by the question that they came from."""
    found: dict[str, list[int]] = {}
    for number, action in enumerate(printed_actions(snapshot), 1):
        if action.question_id is not None:
            found.setdefault(action.question_id, []).append(number)
    return found


def leads_to(numbers: Sequence[int], words: Words) -> str:
    """Which actions of the plan a question leads to: "Leads to actions 3 and 5"."""
    if not numbers:
        return ""
    *others, last = (str(number) for number in numbers)
    if not others:
        return words.say("Leads to action {n}", n=last)
    named = words.say("{names} and {last}", names=", ".join(others), last=last)
    return words.say("Leads to actions {numbers}", numbers=named)


def positions(outcome: OutcomeFacts | None, words: Words) -> list[str]:
    """Both positions of a question on which the group agreed to differ, the lower first."""
    if outcome is None or outcome.kind is not OutcomeKind.DIFFER:
        return []
    said = []
    for score, position in (
        (outcome.low, outcome.low_position),
        (outcome.high, outcome.high_position),
    ):
        text = isolated(position.strip())
        if score is None:
            said.append(text)
        elif text:
            said.append(words.say("{score}: {position}", score=words.number(score), position=text))
        else:
            said.append(words.number(score))
    return [each for each in said if each]


def evidence(question: SnapshotQuestion) -> str:
    """What was written to a question as evidence; nothing where it is not for the report."""
    outcome = question.outcome
    return "" if outcome is None or outcome.off_report else outcome.evidence.strip()


def worth_in_words(snapshot: Snapshot, words: Words) -> str:
    """How worthwhile the day was, from the hands at the close; empty where none were counted."""
    closing = snapshot.closing
    if closing is None or not sum(closing.counts):
        return ""
    result = Distribution(closing.counts)
    return words.count(
        "Was today worth your time? The median of {n} hand is {median} of {most}.",
        "Was today worth your time? The median of {n} hands is {median} of {most}.",
        result.answers,
        median=words.number(result.median or 0.0),
        most=result.steps,
    )
