"""Presence panel: who is here and who is still out, as the console may say it (facts -> panel)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workshop.facts import Facts, SeatFacts, TeamFacts
from workshop.kinds import Ballot, Presence, Role, RoundState, Voter
from workshop.practice import PRACTICE_LABELS, PRACTICE_ROUND
from workshop.words import Words, mark

FEWEST_SECRET = 5
"""Present voting seats below which a secret vote says little that is secret."""

WOULD_KNOW = mark(
    "This vote is secret, but you would know this one: you type it. Ask the person first whether "
    "that is all right, or let them use the number pad."
)


class SeatState(StrEnum):
    """The four states of a seat, of which it has one."""

    PRESENT = "present"
    LATE = "late"
    GONE = "gone"
    OBSERVER = "observer"

    @classmethod
    def of(cls, seat: SeatFacts) -> SeatState:
        """The state of a seat: who observes is shown as such, wherever it is."""
        return cls.OBSERVER if seat.role is Role.OBSERVER else cls(seat.presence.value)

    @property
    def presence(self) -> Presence:
        """Whether a seat in this state is here."""
        return Presence.PRESENT if self is SeatState.OBSERVER else Presence(self.value)

    @property
    def role(self) -> Role:
        """What a seat in this state does."""
        return Role.OBSERVER if self is SeatState.OBSERVER else Role.VOTING


CHIPS = {
    SeatState.PRESENT: "",
    SeatState.LATE: mark("Late"),
    SeatState.GONE: mark("Gone"),
    SeatState.OBSERVER: mark("Observer"),
}


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A seat: its name as said ('Seat 3' where it has none) and as given, and its state.

    `filled`: the dot. While an open ballot is held it says that the vote is in, else that the
    seat is present and votes. `vote` says the same in words, in an open ballot alone; `said` is the
    line as it is read aloud.
    """

    id: str
    name: str
    given: str
    state: SeatState
    chip: str
    filled: bool
    vote: str
    said: str


@dataclass(frozen=True, slots=True)
class TeamColumn:
    """A team with all its seats; `count` says how many are present and vote."""

    id: str
    name: str
    count: str
    seats: tuple[SeatLine, ...]


@dataclass(frozen=True, slots=True)
class PresencePanel:
    """Who is here: the numeral, its sentence, the teams, what the dot means, and what follows.

    `note` says what the next vote, or the one that is open, expects; `warning` is there where a
    secret vote is open and too few are present; `apart` says which teams are too small to be
    shown apart.
    """

    present: str
    sentence: str
    teams: tuple[TeamColumn, ...]
    legend: str
    note: str
    warning: str
    apart: str


@dataclass(frozen=True, slots=True)
class SomeonePanel:
    """Voting for someone: the teams with the seats that may be chosen, and the answers.

    In a secret ballot all present seats may be chosen, so that the list does not say who voted,
    and `warning` is to be confirmed first.
    """

    round_id: str
    teams: tuple[TeamColumn, ...]
    answers: tuple[str, ...]
    warning: str


def presence_panel(facts: Facts, words: Words) -> PresencePanel:
    """Who is here now."""
    voting = takes_votes(facts) is not None
    secret = _secret(facts)
    in_open = voting and not secret
    teams = tuple(_team(team, words, in_open=in_open) for team in facts.teams)
    seats = [seat for team in facts.teams for seat in team.everyone]
    states = [SeatState.of(seat) for seat in seats]
    present = states.count(SeatState.PRESENT)
    return PresencePanel(
        present=str(present),
        sentence=_sentence(states, words),
        teams=teams,
        legend=words.say("A filled dot: the vote is in.")
        if in_open
        else words.say("A filled dot: present and voting."),
        note=_note(facts, present, words, in_open=in_open),
        warning=_warning(present, words) if voting and secret else "",
        apart=_apart(facts, words),
    )


def someone_panel(facts: Facts, words: Words) -> SomeonePanel | None:
    """For whom a vote may be typed now; None while no vote is open."""
    round_id = takes_votes(facts)
    if round_id is None:
        return None
    secret = _secret(facts) and round_id != PRACTICE_ROUND
    if facts.question is not None:
        answers, dont_know = facts.question.scale_labels, facts.question.dont_know
    else:
        answers, dont_know = tuple(words.say(label) for label in PRACTICE_LABELS), True
    lines = [f"{n} {label}" for n, label in enumerate(answers, 1)]
    if dont_know:
        lines.append("0 " + words.say("Don’t know"))
    teams = []
    for team in facts.teams:
        out = _may_be_chosen(team, secret=secret)
        count = words.count("{n} seat", "{n} seats", len(out))
        if not secret:
            # Hands, and paper without a seat, are of somebody in the team too.
            still = max(0, len(out) - team.tallied)
            count = words.count("{n} still out", "{n} still out", still)
        seats = tuple(
            seat
            for seat in _team(team, words, in_open=not secret).seats
            if any(each.id == seat.id for each in out)
        )
        teams.append(TeamColumn(team.id, team.name, count, seats))
    return SomeonePanel(
        round_id=round_id,
        teams=tuple(team for team in teams if team.seats),
        answers=tuple(lines),
        warning=words.say(WOULD_KNOW) if secret else "",
    )


def takes_votes(facts: Facts) -> str | None:
    """The round that takes votes now, the practice vote's among them."""
    if facts.practice is not None and facts.practice.open:
        return PRACTICE_ROUND
    if facts.round is not None and facts.round.state is RoundState.OPEN:
        return facts.round.id
    return None


def seat_name(team: TeamFacts, seat_id: str, words: Words) -> str:
    """The name of a seat; where it has none, its place in the team ('Seat 3')."""
    place = next(n for n, seat in enumerate(team.everyone, 1) if seat.id == seat_id)
    return team.everyone[place - 1].name or words.say("Seat {n}", n=place)


def _secret(facts: Facts) -> bool:
    if facts.practice is not None and facts.practice.open:
        return False
    of_round = facts.round is not None and facts.round.secret
    return of_round or facts.workshop.ballot is Ballot.SECRET


def _may_be_chosen(team: TeamFacts, *, secret: bool) -> tuple[SeatFacts, ...]:
    return tuple(
        seat
        for seat in team.everyone
        if SeatState.of(seat) is SeatState.PRESENT and (secret or not seat.voted)
    )


def _team(team: TeamFacts, words: Words, *, in_open: bool) -> TeamColumn:
    seats = tuple(_seat(team, seat, words, in_open=in_open) for seat in team.everyone)
    present = sum(seat.state is SeatState.PRESENT for seat in seats)
    count = words.say("{n} voting", n=present)
    return TeamColumn(team.id, team.name, count, seats)


def _seat(team: TeamFacts, seat: SeatFacts, words: Words, *, in_open: bool) -> SeatLine:
    state = SeatState.of(seat)
    name = seat_name(team, seat.id, words)
    chip = words.say(CHIPS[state])
    vote = ""
    if in_open and seat.voted:
        vote = words.say("The vote is in")
    elif in_open and state is SeatState.PRESENT:
        vote = words.say("Still out")
    said = ", ".join(part for part in (name, chip or words.say("Present"), vote) if part)
    filled = seat.voted if in_open else state is SeatState.PRESENT
    return SeatLine(seat.id, name, seat.name or "", state, chip, filled, vote, said)


def _sentence(states: list[SeatState], words: Words) -> str:
    first = words.count("of {n} present and voting.", "of {n} present and voting.", len(states))
    counts = (
        words.count("{n} late", "{n} late", states.count(SeatState.LATE)),
        words.count("{n} gone", "{n} gone", states.count(SeatState.GONE)),
        words.count("{n} observer", "{n} observers", states.count(SeatState.OBSERVER)),
    )
    away = (SeatState.LATE, SeatState.GONE, SeatState.OBSERVER)
    told = [text for text, state in zip(counts, away, strict=True) if state in states]
    return f"{first} {', '.join(told)}." if told else first


def _note(facts: Facts, present: int, words: Words, *, in_open: bool) -> str:
    if takes_votes(facts) is None:
        return words.count("The next vote expects {n}.", "The next vote expects {n}.", present)
    if not in_open:
        return words.say("Who has voted and leaves keeps the vote and counts until the close.")
    stays = words.say("Who has voted and leaves keeps the vote and counts until the close.")
    expects = words.count(
        "The vote that is open expects {n}.", "The vote that is open expects {n}.", facts.expected
    )
    return f"{expects} {stays}"


def _warning(present: int, words: Words) -> str:
    if present >= FEWEST_SECRET:
        return ""
    return words.count(
        "Only {n} is present in this secret vote. With fewer than {fewest} an answer can be "
        "guessed: wait for the others, or close the vote.",
        "Only {n} are present in this secret vote. With fewer than {fewest} an answer can be "
        "guessed: wait for the others, or close the vote.",
        present,
        fewest=FEWEST_SECRET,
    )


def _apart(facts: Facts, words: Words) -> str:
    least = facts.workshop.minimum_group
    if len(facts.teams) < 2:
        return ""
    if facts.workshop.voter is Voter.TEAM:
        return words.say("Each team votes as one: all can be shown apart.")
    small = [
        team.name
        for team in facts.teams
        if sum(SeatState.of(seat) is SeatState.PRESENT for seat in team.everyone) < least
    ]
    if not small:
        return words.say("All teams are large enough to be shown apart ({n}).", n=least)
    if len(small) == len(facts.teams):
        return words.say("No team is large enough to be shown apart ({n}).", n=least)
    names = ", ".join(small)
    return words.say("Too small to be shown apart ({n}): {teams}.", n=least, teams=names)
