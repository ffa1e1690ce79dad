"""Votes staging: what the console shows of the votes that are in (facts -> lines, pure)."""

from __future__ import annotations

from workshop.console_scene import TallyRow, TeamLine, WallTurn
from workshop.facts import Facts, TeamFacts
from workshop.kinds import Ballot, Way
from workshop.practice import PRACTICE_ROUND
from workshop.speech import WAY_COUNTS
from workshop.steps import State
from workshop.words import Words


def votes_in(facts: Facts) -> tuple[int, int]:
    """Votes in and expected, of the round in work or of the practice vote."""
    if facts.round is not None:
        return facts.round.votes_in, facts.round.expected
    voted = facts.practice.voted if facts.practice else 0
    return voted, max(facts.expected, voted)


def open_round(facts: Facts, here: State) -> str | None:
    """The id of the round that takes votes now."""
    if here is State.PRACTICE_OPEN:
        return PRACTICE_ROUND
    return facts.round.id if here is State.OPEN and facts.round else None


def team_lines(facts: Facts, words: Words) -> tuple[TeamLine, ...]:
    """A line for every team; in a secret ballot small teams do not say who has still to vote."""
    secret = facts.workshop.ballot is Ballot.SECRET and facts.practice is None
    least = facts.workshop.minimum_group if secret else 0
    return tuple(_team_line(team, words, told=team.expected >= least) for team in facts.teams)


def _team_line(team: TeamFacts, words: Words, *, told: bool) -> TeamLine:
    if not told:
        seats = words.count("{n} seat", "{n} seats", team.expected)
        return TeamLine(team.id, team.name, 0, team.expected, seats, "")
    # Whose hand was counted may have left since the vote was closed.
    expected = max(team.expected, team.voted)
    return TeamLine(
        id=team.id,
        name=team.name,
        voted=team.voted,
        expected=expected,
        count=words.say("{n} of {m}", n=team.voted, m=expected),
        ways=_ways(team.by_way, words),
    )


def _ways(by_way: tuple[tuple[Way, int], ...], words: Words) -> str:
    return ", ".join(words.say(WAY_COUNTS[way], n=n) for way, n in by_way if n)


def tally_row(team: TeamFacts, words: Words) -> TallyRow:
    """A team's row of the tally."""
    others = tuple((way, n) for way, n in team.by_way if way is not Way.HANDS)
    most = max(0, team.expected - team.own)
    return TallyRow(
        group=team.id,
        name=team.name,
        others=_ways(others, words),
        counted=team.tallied,
        most=most,
        count=words.say("{n} of {m}", n=team.tallied, m=most),
    )


def whole_room(facts: Facts, words: Words) -> TallyRow:
    """The row of hands counted for everyone at once."""
    hands = sum(n for way, n in facts.whole_room if way is Way.HANDS)
    tallied = sum(team.tallied for team in facts.teams)
    most = max(0, facts.expected - sum(team.own for team in facts.teams) - tallied)
    return TallyRow(
        group="",
        name=words.say("Whole room"),
        others="",
        counted=hands,
        most=most,
        count=words.say("{n} of {m}", n=hands, m=most),
    )


def wall_turn(facts: Facts) -> WallTurn | None:
    """Who votes at the wall just now."""
    if facts.turn is None:
        return None
    team = next(team for team in facts.teams if team.id == facts.turn.team_id)
    seat = next((seat for seat in team.seats if seat.id == facts.turn.seat_id), None)
    return WallTurn(team.id, (seat.name if seat else None) or team.name, facts.turn.open)
