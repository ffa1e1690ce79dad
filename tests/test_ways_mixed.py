"""All ways of voting mixed at random with all that a day does to a round: every total is exact.

Each sequence is played in a workshop of its own and, beside it, in the plain model of
tests/plain_room.py, which foretells what is kept and what is refused.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from hashlib import sha256
from pathlib import Path

import pytest

from tests.conftest import collect_garbage
from tests.days import Day, HandClock, another_day, small_framework
from tests.plain_room import Ballots, PlainRoom
from workshop import journal
from workshop.creation import NewTeam
from workshop.errors import NotPossibleNow, RefusedVote
from workshop.facilitation import STANDS
from workshop.facts import Facts
from workshop.kinds import Ballot, Presence, Role, RoundState, Way
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.paper_votes import TakenIn
from workshop.steps import State
from workshop.voting import Vote
from workshop.words import Words

SEQUENCES_IN_A_PART = 250
THOROUGH_IN_A_PART = 1250
IN_A_FILE = 25
TEAMS = (NewTeam("Front desk", 3), NewTeam("Nursing", 4))
WAYS = (Way.WALL, Way.PHONE, Way.PAPER, Way.FOR_SOMEONE)
# A wrong answer now and then; every round is small, so that hands and seats meet often.
ANSWERS = (0, 1, 2, 3, 4, 5, 5, 3, 3, 6)


class Mixed:
    """One sequence: a workshop whose vote is open, and the model beside it."""

    def __init__(self, library: Library, workshop_id: str, luck: random.Random) -> None:
        self.library = library
        self.luck = luck
        self.live = LiveWorkshop(library, workshop_id, Words())
        facts = self.live.facts(whole=False)
        assert facts.round is not None, "its vote is open"
        seats = {team.id: [seat.id for seat in team.seats] for team in facts.teams}
        self.teams = [(team.id, team.name) for team in facts.teams]
        self.model = PlainRoom(facts.round.id, seats, secret=facts.round.secret)
        self.taken: list[TakenIn] = []
        self.files: dict[bytes, set[str]] = {}

    @property
    def round_id(self) -> str:
        return self.model.place.round_id

    def seat(self) -> str:
        return self.luck.choice(list(self.model.place.here))

    def group(self) -> str:
        return self.luck.choice([*(team for team, _ in self.teams), ""])

    def cast(self) -> None:
        votes = [
            (self.seat(), self.luck.choice(ANSWERS), self.luck.choice(WAYS))
            for _ in range(self.luck.choice((1, 1, 2, 4)))
        ]
        cast = self.live.voting.cast([Vote(self.round_id, *vote) for vote in votes])
        assert [each.kept for each in cast] == self.model.cast(votes)

    def tally(self) -> None:
        group, way = self.group(), self.luck.choice((Way.HANDS, Way.HANDS, Way.PAPER))
        counts = {self.luck.choice(ANSWERS): self.luck.randint(0, 4) for _ in range(2)}
        try:
            self.live.voting.put_tally(self.round_id, group, counts, way)
        except RefusedVote:
            kept = False
        else:
            kept = True
        assert kept == self.model.put_tally(group, way, counts)

    def ballot(self) -> None:
        group, answer = self.group(), self.luck.choice(ANSWERS)
        row = self.model.now.tally.get((group, Way.PAPER), Counter())
        expected = self.model.put_tally(group, Way.PAPER, row + Counter({answer: 1}))
        try:
            self.taken.append(self.live.paper.take_ballot(group, {self.round_id: answer}))
        except RefusedVote:
            assert not expected, "a ballot was refused that has a place"
        else:
            assert expected, "a ballot was taken that has no place"

    def take_back(self) -> None:
        if not self.taken:
            return
        taken = self.taken.pop(self.luck.randrange(len(self.taken)))
        of_now = all(round_id == self.round_id for round_id, *_ in taken.tallied)
        good, after = of_now and taken.can_go_back, deepcopy(self.model.now)
        for _, group, answer, count in taken.tallied:
            row = Counter(after.tally.get((group, Way.PAPER), Counter()))
            row[answer] -= count
            good = good and row[answer] >= 0
            after.put(group, Way.PAPER, row)
        good = good and self.model.state is RoundState.OPEN
        try:
            self.live.paper.take_back(taken)
        except RefusedVote:
            assert not good, "ballots were not given back that lie in an open vote"
            return
        assert good, "ballots were given back that are not in the vote"
        self.model.ballots[self.round_id] = after
        self.files.pop(self._text(taken), None)

    def _text(self, taken: TakenIn) -> bytes:
        """The file these ballots came in; empty where they were typed."""
        files = (text for text in self.files if sha256(text).hexdigest() == taken.digest)
        return next(files, b"")

    def file(self) -> None:
        here = list(self.model.place.here)
        rows = []
        for _ in range(self.luck.randint(1, 3)):
            seat = self.luck.choice([*here, "", ""])
            team = self.model.team_of[seat] if seat else self.group()
            rows.append((team, seat, self.luck.randint(0, 5)))
        content = self._content(rows)
        after = self._after_file(content, rows)
        taken = self.live.paper.take_file(content)
        assert isinstance(taken, TakenIn) == (after is not None), (rows, taken)
        if isinstance(taken, TakenIn) and after is not None:
            self.model.ballots[self.round_id] = after
            self.files.setdefault(content, set()).add(self.round_id)
            self.taken.append(taken)

    def _content(self, rows: list[tuple[str, str, int]]) -> bytes:
        names = dict(self.teams) | {"": ""}
        lines = ["question,team,seat,answer"]
        for team, seat, answer in rows:
            of_team = [each for each in self._seats() if self.model.team_of[each] == team]
            number = of_team.index(seat) + 1 if seat else ""
            lines.append(f"1,{names[team]},{number},{answer}")
        return "\n".join(lines).encode()

    def _seats(self) -> list[str]:
        return list(self.model.place.here)

    def _after_file(self, content: bytes, rows: list[tuple[str, str, int]]) -> Ballots | None:
        """The votes once the file is taken in; None where any of its lines is wrong."""
        model, before, seen = self.model, deepcopy(self.model.now), set()
        good = self.round_id not in self.files.get(content, set())
        good = good and model.state is RoundState.OPEN
        for team, seat, answer in rows:
            if not seat:
                row = model.now.tally.get((team, Way.PAPER), Counter())
                good = good and model.put_tally(team, Way.PAPER, row + Counter({answer: 1}))
                continue
            on_paper = before.own.get(seat, (0, Way.PAPER))[1] is Way.PAPER
            again = seat in before.own and (model.secret or not on_paper)
            good = good and not again and seat not in seen
            good = good and model.cast([(seat, answer, Way.PAPER)])[0]
            seen.add(seat)
        after = model.now
        model.ballots[self.round_id] = before
        return after if good else None

    def at_the_wall(self) -> None:
        turn = self.live.facts(whole=False).turn
        if turn is None:
            try:
                self.live.turns.call(self.luck.choice([None, *(team for team, _ in self.teams)]))
            except NotPossibleNow:
                return
            assert self.model.state is RoundState.OPEN, "a team was called to a closed vote"
            self.live.turns.open()
            turn = self.live.facts(whole=False).turn
        if turn is not None and self.luck.random() < 0.2:
            self.live.turns.skip()
            return
        answer = self.luck.choice(ANSWERS)
        cast = self.live.turns.answer(answer)
        if cast is not None and turn is not None:
            assert [cast.kept] == self.model.cast([(turn.seat_id, answer, Way.WALL)])

    def who_is_here(self) -> None:
        before, model, attendance = self.model.begin(), self.model, self.live.attendance
        what = self.luck.choice(("seat", "seat", "role", "team"))
        presence, role = self.luck.choice(list(Presence)), self.luck.choice(list(Role))
        seat = self.seat()
        was, team = model.place.here[seat], model.team_of[seat]
        if what == "team":
            of_team = [each for each in model.place.here if model.team_of[each] == team]
            model.place.here |= {each: (presence, model.place.here[each][1]) for each in of_team}
        else:
            model.place.here[seat] = (was[0], role) if what == "role" else (presence, was[1])
        good = model.fits()
        try:
            if what == "team":
                attendance.mark_team(team, presence)
            elif what == "role":
                attendance.mark(seat, role=role)
            else:
                attendance.mark(seat, presence)
        except NotPossibleNow:
            assert not good, "a change of who is here was refused"
            model.place = before
            return
        assert good, "somebody left whose hand was counted"
        model.end(before)

    def add_seat(self) -> None:
        team = self.luck.choice(self.teams)[0]
        before = self.model.begin()
        seat = self.live.attendance.add_seat(team)
        self.model.team_of[seat] = team
        self.model.place.here[seat] = (Presence.PRESENT, Role.VOTING)
        self.model.end(before)

    def forward(self) -> None:
        """Close, reveal or vote again: whatever follows."""
        if self.model.state is RoundState.OPEN:
            self.live.facilitation.next()
            self.model.close()
        elif self.model.state is RoundState.CLOSED and self.model.votes:
            self.live.facilitation.next()
            self.model.reveal()
        else:
            self.vote_again()

    def vote_again(self) -> None:
        """Open a closed vote again, or another round after a reveal."""
        model = self.model
        if model.state is RoundState.OPEN:
            return
        parked = list(model.place.states)[-1]
        over = model.place.states[parked] is RoundState.REVEALED
        good = model.may_open("another round" if over else parked)
        model.ballots.pop("another round", None)
        try:
            self.live.facilitation.vote_again()
        except NotPossibleNow:
            assert not good, "a vote could not be opened again"
            return
        assert good, "a vote was opened that cannot be held"
        now = self.live.facts(whole=False).round
        assert now is not None, "a vote is open"
        model.open(now.id)

    def undo(self) -> None:
        self._turn(forward=False)

    def redo(self) -> None:
        self._turn(forward=True)

    def _turn(self, *, forward: bool) -> None:
        model, before = self.model, deepcopy(self.model)
        there = model.turn(forward=forward)
        facilitation = self.live.facilitation
        try:
            entry = facilitation.redo() if forward else facilitation.undo()
        except NotPossibleNow as refused:
            went = set(before.place.here) - set(model.place.here)
            assert not model.fits() or went, "an undo was refused for no reason"
            self.model = before
            if refused.text == STANDS:
                before.let_stand(went)
            return
        assert (entry is not None) == there, "journal and model have other acts"
        model.seal_what_an_undo_closed()

    def crash(self) -> None:
        self.live = LiveWorkshop(self.library, self.live.id, Words())
        self.model.crash()
        self.files.clear()

    def hand_over(self) -> None:
        seat = self.seat()
        self.live.receipts.renew(seat)
        for ballots in self.model.ballots.values():
            if self.model.secret and seat in ballots.own:
                ballots.lost.add(seat)

    def check(self) -> None:
        """The rows of the round at hand are what was acknowledged, and no more."""
        model, now = self.model, self.model.now
        with self.library.reading() as connection:
            one = (self.round_id,)
            ask = connection.exec_driver_sql
            own = ask("SELECT seat_id, answer, way FROM vote WHERE round_id = ?", one).all()
            tally = ask(
                'SELECT "group", way, answer, count FROM tally WHERE round_id = ?', one
            ).all()
            voted = ask("SELECT seat_id FROM voted WHERE round_id = ?", one).all()
            sealed = ask(
                "SELECT answer, count(*) FROM sealed WHERE round_id = ? GROUP BY answer"
                " UNION ALL SELECT answer, count FROM sealed_count WHERE round_id = ?",
                one * 2,
            ).all()
        hands: dict[tuple[str, Way], Counter[int]] = {}
        for group, way, answer, count in tally:
            hands.setdefault((group, Way(way)), Counter())[answer] = count
        assert hands == now.tally
        assert model.fits(), "more hands than seats without a vote of their own"
        if not model.secret:
            assert {seat: (answer, Way(way)) for seat, answer, way in own} == now.own
            return
        assert own == [], "a secret vote lies open"
        counts: Counter[int] = Counter()
        for answer, count in sealed:
            counts[answer] += count
        assert counts == Counter(answer for answer, _ in now.own.values()) + now.loose
        if model.state is not RoundState.REVEALED:
            assert len(voted) == len(now.own)
            assert {row[0] for row in voted} == set(now.own)

    def check_shown(self) -> None:
        """What wall and console say of the round is what the model says."""
        facts = self.live.facts(whole=False)
        model, now = self.model, facts.round
        assert now is not None, "a round is at hand"
        assert (now.id, now.state) == (self.round_id, model.state)
        assert (now.votes_in, now.expected) == (model.votes, model.expected())
        assert now.votes_in <= now.expected, "more votes than seats"
        if model.state is RoundState.REVEALED:
            assert now.result is not None, "it was revealed"
            answers = model.now.answers()
            assert now.result.counts == tuple(answers[step] for step in range(1, 6))
            assert now.result.dont_know == answers[0]
        elif not model.secret:
            self._check_ways(facts)

    def _check_ways(self, facts: Facts) -> None:
        now = self.model.now
        for team in facts.teams:
            ways = Counter(
                way for seat, (_, way) in now.own.items() if self.model.team_of[seat] == team.id
            )
            for way in (Way.HANDS, Way.PAPER):
                ways[way] += now.tally.get((team.id, way), Counter()).total()
            assert dict(team.by_way) == +ways
            if self.model.state is RoundState.OPEN:
                assert team.voted <= team.expected


VOTING: tuple[Callable[[Mixed], None], ...] = (
    Mixed.cast, Mixed.cast, Mixed.cast, Mixed.tally, Mixed.tally, Mixed.ballot, Mixed.ballot,
    Mixed.take_back, Mixed.file, Mixed.at_the_wall,
)  # fmt: skip
LEADING: tuple[Callable[[Mixed], None], ...] = (
    Mixed.who_is_here, Mixed.who_is_here, Mixed.who_is_here, Mixed.add_seat, Mixed.forward,
    Mixed.forward, Mixed.vote_again, Mixed.vote_again, Mixed.undo, Mixed.undo, Mixed.redo,
    Mixed.crash, Mixed.hand_over,
)  # fmt: skip
TURNING = (Mixed.forward, Mixed.vote_again, Mixed.undo, Mixed.redo)


def play(mixed: Mixed) -> None:
    """A handful of moves, looking at the rows after each."""
    told = []
    try:
        for _ in range(mixed.luck.randint(4, 10)):
            closed = mixed.model.state is not RoundState.OPEN
            leads = mixed.luck.random() < (0.7 if closed else 0.35)
            move = mixed.luck.choice(LEADING if leads else VOTING)
            told.append(move.__name__)
            move(mixed)
            mixed.check()
            if move in TURNING:
                mixed.check_shown()
        mixed.check_shown()
    except AssertionError as fault:
        raise AssertionError(f"after {', '.join(told)}") from fault


@pytest.fixture(scope="module")
def template(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[Ballot], tuple[Path, list[str]]]:
    """A library of workshops whose vote is open: made once, played on as copies."""
    made: dict[Ballot, tuple[Path, list[str]]] = {}

    def of(ballot: Ballot) -> tuple[Path, list[str]]:
        if ballot not in made:
            path = tmp_path_factory.mktemp("rooms") / "flipchart.sqlite"
            clock = HandClock()
            with Library.open(path, clock=clock) as library:
                framework = small_framework(1, 1)
                days = [
                    another_day(library, clock, framework=framework, teams=TEAMS, ballot=ballot)
                    for _ in range(IN_A_FILE)
                ]
                for day in days:
                    open_the_vote(day)
            made[ballot] = path, [day.live.id for day in days]
        return made[ballot]

    return of


def open_the_vote(day: Day) -> None:
    """Bring the day to its only question, where no undo leads away from."""
    day.live.facilitation.jump(day.live.facts().items[1].id)
    day.reach(State.OPEN)
    with day.library.transaction() as transaction:
        journal.forget(transaction, day.live.id)


def rooms(template: tuple[Path, list[str]], folder: Path, seeds: Iterator[str]) -> Iterator[Mixed]:
    """A room for each seed, in fresh copies of the template."""
    path, workshops = template
    seed = next(seeds, None)
    while seed is not None:
        copied = Path(shutil.copyfile(path, folder / "flipchart.sqlite"))
        with Library.open(copied, clock=HandClock()) as library:
            for workshop_id in workshops:
                if seed is None:
                    break
                yield Mixed(library, workshop_id, random.Random(seed))
                seed = next(seeds, None)


@pytest.mark.parametrize("ballot", list(Ballot))
def test_a_vote_that_came_late_is_never_one_of_more_than_there_are(
    ballot: Ballot, template: Callable[[Ballot], tuple[Path, list[str]]], tmp_path: Path
) -> None:
    for mixed in rooms(template(ballot), tmp_path, iter(["only one"])):
        live, seat = mixed.live, mixed.seat()
        others = [each for each in mixed.model.place.here if each != seat]
        live.attendance.mark(seat, Presence.LATE)
        live.voting.cast([Vote(mixed.round_id, each, 3, Way.WALL) for each in others])
        live.facilitation.next()
        live.attendance.mark(seat, Presence.PRESENT)
        live.facilitation.vote_again()
        live.voting.cast([Vote(mixed.round_id, seat, 3, Way.WALL)])
        live.facilitation.undo()
        now = live.facts(whole=False).round
        assert now is not None, "it is closed"
        assert (now.state, now.votes_in, now.expected) == (RoundState.CLOSED, 7, 7)


@pytest.mark.parametrize("part", range(4))
@pytest.mark.parametrize("ballot", list(Ballot))
def test_totals_are_exact_however_votes_came(
    ballot: Ballot,
    part: int,
    template: Callable[[Ballot], tuple[Path, list[str]]],
    tmp_path: Path,
    thorough: bool,
) -> None:
    count = THOROUGH_IN_A_PART if thorough else SEQUENCES_IN_A_PART
    seeds = iter([f"{ballot}-{part}-{n}" for n in range(count)])
    for played, mixed in enumerate(rooms(template(ballot), tmp_path, seeds)):
        play(mixed)
        if played % IN_A_FILE == 0:
            collect_garbage()
