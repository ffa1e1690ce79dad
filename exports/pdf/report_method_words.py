"""Sentences of the method page: the rules in force, the statistics with their sources, and what
the report leaves out.
"""

from __future__ import annotations

from exports.pdf import report_words
from exports.pdf.direction import isolated
from workshop.kinds import Ballot, Voter, Way
from workshop.snapshot import Snapshot, SnapshotQuestion
from workshop.words import Words, mark

WAYS: dict[Way, tuple[str, str]] = {
    Way.HANDS: (mark("{n} by hand"), mark("{n} by hand")),
    Way.WALL: (mark("{n} at the wall"), mark("{n} at the wall")),
    Way.PHONE: (mark("{n} by phone"), mark("{n} by phone")),
    Way.PAPER: (mark("{n} on paper"), mark("{n} on paper")),
    Way.FOR_SOMEONE: (mark("{n} for someone"), mark("{n} for someone")),
}

STATISTICS = (
    (
        mark("Agreement"),
        mark(
            "How far the votes are from the middle vote, on average: 100 where all are the same, "
            "0 where half are at each end. Leik’s ordinal consensus, shown from 0 to 100 "
            "(Leik 1966, Pacific Sociological Review 9(2):85–90). Compare it only between "
            "questions with the same number of steps."
        ),
    ),
    (
        mark("In words"),
        mark(
            "Split: some cut makes two camps, each at least a third of the votes and at least two "
            "steps apart, that explain at least two thirds of the distances. Else in agreement "
            "from 75, close from 60, spread out below. Borderline: one voter moving one step "
            "would change the word. Under 5 votes there is no word. Flipchart’s own rule. "
            "Agreement is no aim in itself and no reason to stop talking (von der Gracht 2012)."
        ),
    ),
    (
        mark("Median"),
        mark(
            "The middle vote; of an even number the half-way between the two middle ones. Votes "
            "are not averaged."
        ),
    ),
    (
        mark("Middle half"),
        mark(
            "From the first to the third quartile, between which half of the votes lie "
            "(type 7 of Hyndman & Fan 1996)."
        ),
    ),
    (
        mark("Cns"),
        mark(
            "Consensus from 0 to 1 on the whole scale (Tastle & Wierman 2007, International "
            "Journal of Approximate Reasoning 45(3):531–545)."
        ),
    ),
    (
        mark("A"),
        mark(
            "Agreement from −1 (half at each end) over 0 (evenly spread) to 1 (unanimous) "
            "(van der Eijk 2001, Quality & Quantity 35(3):325–341)."
        ),
    ),
    (
        mark("SD"),
        mark(
            "Standard deviation in steps, with n − 1; its share is what it is of the largest one "
            "that as many votes can have on the scale."
        ),
    ),
)


def rules(snapshot: Snapshot, words: Words) -> list[tuple[str, str]]:
    """The rules in force: a name and a text each."""
    return [
        (words.say("Scale"), _scale(snapshot, words)),
        (words.say("Ballot"), _ballot(snapshot, words)),
        (words.say("Who counts"), _who_counts(words)),
        *_ways(snapshot, words),
        (words.say("Don’t know"), _dont_know(words)),
        (words.say("Reveal"), _reveal(words)),
        (words.say("Scores"), _scores(snapshot, words)),
        (words.say("Teams apart"), _teams(snapshot, words)),
    ]


def left_out(snapshot: Snapshot, words: Words) -> list[str]:
    """What this report does not show, a sentence each; always at least one."""
    asked = report_words.asked_questions(snapshot)
    never = sum(not q.rounds and not q.unrevealed for q in asked)
    begun = sum(not q.rounds and q.unrevealed > 0 for q in asked)
    again = sum(bool(q.rounds) and q.unrevealed > 0 for q in asked)
    skipped = sum(
        q.skipped and not q.rounds and not q.unrevealed
        for session in report_words.asked_sessions(snapshot)
        for q in session.questions
    )
    sessions = sum(each.left_out for each in snapshot.sessions)
    hidden = sum(q.hidden_teams for q in asked)
    counted = (
        (begun, _begun),
        (again, _again),
        (never, _never),
        (skipped, _skipped),
        (sessions, _sessions),
        (hidden, _hidden),
    )
    said = [sentence(n, words) for n, sentence in counted if n]
    marked = words.say("Private notes, and what was marked “not in the report”, are never printed.")
    return [*said, marked]


def _begun(n: int, words: Words) -> str:
    return words.count(
        "{n} question was opened and not revealed: its votes are in no number here.",
        "{n} questions were opened and not revealed: their votes are in no number here.",
        n,
    )


def _again(n: int, words: Words) -> str:
    return words.count(
        "On {n} question a further round was opened and not revealed.",
        "On {n} questions a further round was opened and not revealed.",
        n,
    )


def _never(n: int, words: Words) -> str:
    return words.count("{n} question was never opened.", "{n} questions were never opened.", n)


def _skipped(n: int, words: Words) -> str:
    return words.count("{n} question was skipped.", "{n} questions were skipped.", n)


def _sessions(n: int, words: Words) -> str:
    return words.count("{n} session was left out.", "{n} sessions were left out.", n)


def _hidden(n: int, words: Words) -> str:
    return words.count(
        "On {n} question teams are hidden, since few votes would tell whose they are.",
        "On {n} questions teams are hidden, since few votes would tell whose they are.",
        n,
    )


def _scale(snapshot: Snapshot, words: Words) -> str:
    labels = snapshot.workshop.scale_labels
    said = ", ".join(
        words.say("{step} {label}", step=step, label=isolated(label))
        for step, label in enumerate(labels, 1)
    )
    other = sum(q.scale_labels != labels for q in report_words.asked_questions(snapshot))
    if not other:
        return words.say("{steps}.", steps=said)
    return words.count(
        "{steps}. {n} question is asked on a scale of its own.",
        "{steps}. {n} questions are asked on scales of their own.",
        other,
        steps=said,
    )


def _ballot(snapshot: Snapshot, words: Words) -> str:
    workshop = snapshot.workshop
    ballot = words.say("Open: the facilitator can know who voted what.")
    if workshop.ballot is Ballot.SECRET:
        ballot = words.say(
            "Secret: after the close nothing that is kept ties a vote to the person who gave it."
        )
    voter = words.say("Each person votes.")
    if workshop.voter is Voter.TEAM:
        voter = words.say("Each team votes as one.")
    return f"{ballot} {voter}"


def _who_counts(words: Words) -> str:
    return words.say(
        "Whoever is present and votes when a round closes; who voted and then left counts in that "
        "round and in none after it. Everyone has one vote a round, to be changed until it closes."
    )


def _ways(snapshot: Snapshot, words: Words) -> list[tuple[str, str]]:
    """How often each way was taken in the last rounds, as far as it was kept; no rule at all where
    nothing is revealed.
    """
    asked = report_words.asked_questions(snapshot)
    if not any(question.rounds for question in asked):
        return []
    name = words.say("How votes came")
    totals: dict[Way, int] = {}
    for question in asked:
        for way, votes in question.ways:
            totals[way] = totals.get(way, 0) + votes
    said = [words.count(*WAYS[way], totals[way]) for way in WAYS if totals.get(way)]
    if not said:
        return [(name, words.say("Not kept."))]
    return [(name, words.say("Of the votes of the last rounds: {ways}.", ways=", ".join(said)))]


def _dont_know(words: Words) -> str:
    return words.say(
        "An answer: it is counted and shown, and is in no median, no agreement and no score."
    )


def _reveal(words: Words) -> str:
    return words.say(
        "A round is shown once the facilitator reveals it, after it was closed. With fewer than "
        "3 votes, or than half of those present, only after a warning."
    )


def _scores(snapshot: Snapshot, words: Words) -> str:
    said = words.say(
        "A question’s score is what the group agreed on, in half steps; else the last round’s "
        "median. A session’s is the mean of its questions’, to one decimal, halves rounded up; "
        "only questions on the workshop’s scale count."
    )
    target = snapshot.workshop.target
    if target is None:
        return said
    high = words.say("From {score} on a score counts as high.", score=words.number(target))
    return f"{said} {high}"


def _teams(snapshot: Snapshot, words: Words) -> str:
    if snapshot.workshop.voter is Voter.TEAM:
        return words.say("Shown: a team that votes as one has chosen to be seen.")
    return words.say(
        "Only where the team and all others have at least {n} votes each, and where nothing "
        "follows about those who are hidden.",
        n=snapshot.workshop.minimum_group,
    )


def revealed(snapshot: Snapshot) -> list[SnapshotQuestion]:
    """The questions with a revealed round."""
    return [each for each in report_words.asked_questions(snapshot) if each.rounds]
