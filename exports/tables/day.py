"""Tables of the day itself: the workshop, its teams, sessions, themes and close."""

from __future__ import annotations

from typing import Final

from exports.tables.columns import (
    BALLOT,
    LEFT_OUT,
    NUMBER,
    RESTS_ON,
    THEME,
    THEME_NAMES,
    ballot,
    yes_no,
)
from exports.tables.table import Cell, Column, Kind, Table, table
from workshop.kinds import Ballot, Voter
from workshop.scores import QuestionScore, session_score
from workshop.snapshot import Snapshot
from workshop.words import Words, mark

_WORKSHOP: Final = (
    Column(mark("Title"), Kind.TEXT, mark("What the workshop is called.")),
    Column(mark("Organisation"), Kind.TEXT, mark("Whose workshop it is.")),
    Column(mark("Date"), Kind.DATE, mark("The day it is held on.")),
    Column(
        mark("Starts at"), Kind.TEXT, mark("The time it is planned to start, as hours:minutes.")
    ),
    Column(mark("Place"), Kind.TEXT, mark("Where it is held.")),
    Column(mark("Framework"), Kind.TEXT, mark("The framework its questions come from.")),
    Column(mark("Framework version"), Kind.TEXT, mark("That framework's version.")),
    BALLOT,
    Column(mark("Who votes"), Kind.TEXT, mark("Each person, or each team as one.")),
    Column(
        mark("Smallest group"),
        Kind.INTEGER,
        mark(
            "A team with fewer votes (don't know counts as one) is never shown apart, unless each "
            "team votes as one."
        ),
    ),
    Column(mark("Target"), Kind.NUMBER, mark("From which score on a result counts as high.")),
    Column(mark("Teams"), Kind.INTEGER, mark("How many teams there are.")),
    Column(mark("Voting seats"), Kind.INTEGER, mark("How many seats can vote.")),
    Column(mark("Purpose"), Kind.TEXT, mark("What the day is for.")),
    Column(mark("Promise"), Kind.TEXT, mark("What the sponsor promises the room.")),
    Column(mark("Review on"), Kind.DATE, mark("The day the group looks at its actions again.")),
    Column(mark("Plan goes to"), Kind.TEXT, mark("Who gets the action plan.")),
    Column(mark("Who answers"), Kind.TEXT, mark("Who answers the open points, and by when.")),
    Column(mark("Earlier workshop"), Kind.TEXT, mark("The workshop that this one repeats.")),
    Column(mark("Earlier date"), Kind.DATE, mark("The day of that workshop.")),
)
_TEAMS: Final = (
    Column(mark("Team"), Kind.TEXT, mark("The team's name.")),
    Column(mark("Voting seats"), Kind.INTEGER, mark("Seats of the team that can vote.")),
    Column(mark("Present"), Kind.INTEGER, mark("Voting seats that are present.")),
    Column(mark("Observers"), Kind.INTEGER, mark("Seats that see and do not vote.")),
)
_SESSIONS: Final = (
    NUMBER,
    Column(mark("Session"), Kind.TEXT, mark("The session's title.")),
    THEME,
    Column(mark("Minutes"), Kind.INTEGER, mark("Its planned minutes.")),
    LEFT_OUT,
    Column(
        mark("Score"),
        Kind.NUMBER,
        mark(
            "The mean of its questions' agreed scores, or of the last medians where none was "
            "agreed, to one decimal."
        ),
    ),
    RESTS_ON,
    Column(mark("Questions"), Kind.INTEGER, mark("How many questions it has.")),
    Column(mark("Score last time"), Kind.NUMBER, mark("Its score in the earlier workshop.")),
    Column(mark("Purpose"), Kind.TEXT, mark("What the session is for.")),
)
_THEMES: Final = (
    THEME,
    Column(mark("Score"), Kind.NUMBER, mark("The mean over the questions of its sessions.")),
    RESTS_ON,
)
_HANDS: Final = (
    Column(mark("Answer"), Kind.INTEGER, mark("Was today worth your time? 1 not at all, 5 fully.")),
    Column(mark("Hands"), Kind.INTEGER, mark("How many hands were raised for it.")),
)
_CLOSING_WORDS: Final = (
    NUMBER,
    Column(mark("Word"), Kind.TEXT, mark("One word that somebody said at the close.")),
)
_PARKED: Final = (
    NUMBER,
    Column(mark("Thought"), Kind.TEXT, mark("What was raised and put aside.")),
)


def workshop(snapshot: Snapshot, words: Words) -> Table:
    """The workshop in one row."""
    it = snapshot.workshop
    row: tuple[Cell, ...] = (
        it.title,
        it.organisation,
        it.held_on,
        f"{it.starts_at // 60:02}:{it.starts_at % 60:02}",
        it.place,
        it.framework,
        it.framework_version,
        ballot(it.ballot is Ballot.SECRET, words),
        words.say("Each team") if it.voter is Voter.TEAM else words.say("Each person"),
        it.minimum_group,
        it.target,
        len(snapshot.teams),
        snapshot.people,
        it.purpose,
        it.promise,
        it.review_on,
        it.plan_goes_to,
        it.who_answers,
        it.earlier_title,
        it.earlier_on,
    )
    return table(mark("Workshop"), _WORKSHOP, [row], words)


def teams(snapshot: Snapshot, words: Words) -> Table:
    """The teams and their seats, without names."""
    rows = [(team.name, team.seats, team.present, team.observers) for team in snapshot.teams]
    return table(mark("Teams"), _TEAMS, rows, words)


def sessions(snapshot: Snapshot, words: Words) -> Table:
    """The sessions with their scores."""
    rows = [
        (
            number,
            each.title,
            words.say(THEME_NAMES[each.theme]),
            each.minutes,
            yes_no(each.left_out, words),
            None if each.score is None else float(each.score.value),
            None if each.score is None else each.score.questions,
            len(each.questions),
            each.earlier_score,
            each.purpose,
        )
        for number, each in enumerate(snapshot.sessions, 1)
    ]
    return table(mark("Sessions"), _SESSIONS, rows, words)


def themes(snapshot: Snapshot, words: Words) -> Table:
    """The themes that have a score, in the order in which the day comes to them."""
    rows = []
    for theme in dict.fromkeys(each.theme for each in snapshot.sessions):
        score = session_score(
            QuestionScore(question.score, None)
            for each in snapshot.sessions
            if each.theme is theme
            for question in each.questions
            if question.counts
        )
        if score is not None:
            rows.append((words.say(THEME_NAMES[theme]), float(score.value), score.questions))
    return table(mark("Themes"), _THEMES, rows, words)


def closing_hands(snapshot: Snapshot, words: Words) -> Table:
    """How worthwhile the day was: hands for each answer, without names."""
    counts = snapshot.closing.counts if snapshot.closing is not None else ()
    rows = list(enumerate(counts, 1)) if any(counts) else []
    return table(mark("Worth the time"), _HANDS, rows, words)


def closing_words(snapshot: Snapshot, words: Words) -> Table:
    """The words said at the close, in the order in which they came."""
    said = snapshot.closing.words if snapshot.closing is not None else ()
    rows = [(number, text) for number, (_, text) in enumerate(said, 1)]
    return table(mark("Words at the close"), _CLOSING_WORDS, rows, words)


def parking_lot(snapshot: Snapshot, words: Words) -> Table:
    """What was raised and put aside, oldest first."""
    rows = list(enumerate(snapshot.parked, 1))
    return table(mark("Parking lot"), _PARKED, rows, words)
