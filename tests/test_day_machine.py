"""A state machine plays facilitator and room in any order and checks the promises each time."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from tests.conftest import collect_garbage
from tests.days import (
    Day,
    begin_day,
    begin_profile_day,
    room_framework,
    room_items,
    small_framework,
)
from tests.machines import play
from workshop.creation import NewTeam
from workshop.errors import NotPossibleNow, RefusedVote, WorkshopError
from workshop.facilitation import STANDS
from workshop.facts import Facts
from workshop.kinds import Ballot, ItemKind, Presence, Role, RoundState, Sorting, Way
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.planning import ActionDraft, Positions
from workshop.practice import PRACTICE_ROUND
from workshop.profile_views import View
from workshop.scenes import HandOverScene, QuestionScene, RevealScene, TouchScene
from workshop.steps import Act, State, day_state
from workshop.voting import Vote
from workshop.what_can_go import changes, what_can_go
from workshop.words import Words

TEAMS = (NewTeam("Front desk", 2), NewTeam("Nursing", 4))
ANSWERS = st.integers(0, 5)
PICK = st.integers(0, 4)
T = TypeVar("T")
SEAT = st.integers(0, 6)


class DayMachine(RuleBasedStateMachine):
    """A day and its six seats; `kept` is what was acknowledged, `base` where undoing all leads.

    `hands` lie in the tally, `sealed` were counted when their secret round closed.
    """

    ballot = Ballot.OPEN
    room = False

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="flipchart-day-"))
        self.kept: dict[tuple[str, str], int] = {}
        self.hands: dict[tuple[str, str], Counter[int]] = {}
        self.sealed: Counter[str] = Counter()
        self.stands = False

    @initialize()
    def begin(self) -> None:
        self.day = self._new_day()
        self.base = without_votes(self.live.facts())

    def _new_day(self) -> Day:
        return begin_day(
            self.folder,
            framework=room_framework(3) if self.room else small_framework(2, 2),
            teams=TEAMS,
            items=room_items() if self.room else (),
            ballot=self.ballot,
        )

    @property
    def live(self) -> LiveWorkshop:
        return self.day.live

    @rule()
    def next(self) -> None:
        before = self.live.facts().round
        act = self._try(self.live.facilitation.next)
        if act is Act.CLOSE and before is not None and before.secret:
            assert self.live.facts().undo is None
            assert self.live.facilitation.undo() is None, "an undo reached across a sealing"

    @rule()
    def several_nexts(self) -> None:
        for _ in range(4):
            self.next()
            # A vote may be sealed on the way, and further nexts would hide where that was.
            self.what_cannot_be_undone_is_where_undoing_leads()

    @rule()
    def back(self) -> None:
        self._try(self.live.facilitation.back)

    @rule()
    def blank(self) -> None:
        self.live.facilitation.blank()

    @rule()
    def undo(self) -> None:
        self._undo()

    @rule()
    def redo(self) -> None:
        self._try(self.live.facilitation.redo)

    @rule()
    def undo_everything_and_do_it_again(self) -> None:
        before, turned = self.live.facts(), 0
        while self._undo() is not None:
            turned += 1
        facts = self.live.facts()
        if facts.undo is None and not self.stands:
            assert without_votes(facts) == self.base, "undoing everything led elsewhere"
        again = 0
        while self._try(self.live.facilitation.redo) is not None:
            again += 1
        if again == turned and before.redo is None:
            assert as_led(self.live.facts()) == as_led(before), "there and back led elsewhere"
        assert self.ballot is Ballot.SECRET or again >= turned, "what was undone cannot be redone"

    @rule()
    def skip(self) -> None:
        self._try(self.live.facilitation.skip)

    @rule()
    def vote_again(self) -> None:
        self._try(self.live.facilitation.vote_again)

    @rule(item=PICK, question=PICK)
    def jump(self, item: int, question: int) -> None:
        facts = self.live.facts()
        to = facts.items[item % len(facts.items)]
        to_question = to.questions[question % len(to.questions)].id if to.questions else None
        if facts.started_at is not None:
            self._try(lambda: self.live.facilitation.jump(to.id, to_question))

    @rule()
    def hold(self) -> None:
        self._try(self.live.hold)

    @rule()
    def apart(self) -> None:
        self._try(self.live.facilitation.apart)

    @rule(view=st.sampled_from(View))
    def view(self, view: View) -> None:
        choice = self.live.console().views
        offered = [line.view for line in choice.lines] if choice else []
        try:
            self.live.viewing.choose(view)
        except NotPossibleNow:
            assert view not in offered, "a view is offered that cannot be chosen"
            return
        assert view in offered, "a view was chosen that is not offered"
        chosen = self.live.console().views
        assert chosen is not None, "the profile stays in work"
        assert [line.view for line in chosen.lines if line.now] == [view]

    @rule()
    def radar(self) -> None:
        self._try(self.live.viewing.radar)

    @rule()
    def following_view(self) -> None:
        self._try(self.live.viewing.following)

    @rule(question=PICK, picked=st.booleans(), sorting=st.sampled_from(Sorting))
    def pick_and_sort(self, question: int, picked: bool, sorting: Sorting) -> None:
        together = self.live.facts().together
        if together is None:
            return
        chosen = together.questions[question % len(together.questions)].id
        self._try(lambda: self.live.collecting.pick(chosen, picked=picked))
        self._try(lambda: self.live.collecting.sort(sorting))

    @rule(seat=SEAT, presence=st.sampled_from(Presence), role=st.sampled_from(Role))
    def who_is_here(self, seat: int, presence: Presence, role: Role) -> None:
        self._try(lambda: self.live.attendance.mark(self._seat(seat), presence, role))

    @rule(seat=SEAT)
    def come_back(self, seat: int) -> None:
        back = (self._seat(seat), Presence.PRESENT, Role.VOTING)
        self._try(lambda: self.live.attendance.mark(*back))

    @rule(team=PICK, presence=st.sampled_from(Presence))
    def a_whole_team(self, team: int, presence: Presence) -> None:
        teams = self.live.facts().teams
        self._try(lambda: self.live.attendance.mark_team(teams[team % len(teams)].id, presence))

    @rule(team=PICK)
    def a_seat_more(self, team: int) -> None:
        teams = self.live.facts().teams
        self.live.attendance.add_seat(teams[team % len(teams)].id, "Ada" if team else "")

    @rule(picks=st.sets(st.integers(0, 20)))
    def what_can_go(self, picks: set[int]) -> None:
        facts = self.live.facts()
        rows = [
            row.id
            for group in what_can_go(facts, Words(), self.day.clock()).groups
            for row in group.rows
        ]
        choice = frozenset(row for n, row in enumerate(rows) if n in picks)
        self._try(lambda: self.live.improvising.leave_out(*changes(facts, choice)))

    @rule(item=PICK)
    def a_question_more(self, item: int) -> None:
        items = self.live.facts().items
        to = items[item % len(items)].id
        self._try(lambda: self.live.improvising.add_question(to, "What else is there?"))

    @rule(minutes=st.integers(1, 60), kind=st.sampled_from((ItemKind.BREAK, ItemKind.GROUP_WORK)))
    def an_item_more(self, minutes: int, kind: ItemKind) -> None:
        add = self.live.improvising.add_item
        self._try(lambda: add(kind, "On the spot", minutes, purpose="Look out of the window."))

    @rule(item=PICK, minutes=st.integers(1, 60))
    def change_an_item(self, item: int, minutes: int) -> None:
        items = self.live.facts().items
        to = items[item % len(items)].id
        self._try(lambda: self.live.improvising.change_item(to, minutes=minutes))

    @rule(hands=st.integers(0, 7), answer=st.integers(1, 5))
    def close_the_day(self, hands: int, answer: int) -> None:
        self._try(lambda: self.live.closing.put_hands({answer: hands}))
        self.live.closing.add_word("useful")
        closing = self.live.facts().closing
        if closing is not None and len(closing.words) > 2:
            self.live.closing.remove_word(closing.words[0][0])
        self.live.closing.write(who_answers="The manager")

    @rule(minutes=st.integers(-2, 2))
    def add_time(self, minutes: int) -> None:
        self._try(lambda: self.live.facilitation.add_time(minutes))

    @rule(seat=SEAT, answer=ANSWERS)
    def vote(self, seat: int, answer: int) -> None:
        facts = self.live.facts()
        practising = facts.practice is not None and facts.practice.open
        round_id = PRACTICE_ROUND if practising else facts.round.id if facts.round else ""
        voter = self._seat(seat)
        (cast,) = self.live.voting.cast([Vote(round_id, voter, answer, Way.WALL)])
        is_open = facts.round is not None and facts.round.state is RoundState.OPEN
        if not is_open and not practising:
            assert not cast.kept, "a vote was kept in a round that is not open"
        if cast.kept and not practising:
            self.kept[round_id, voter] = answer

    @rule(team=PICK, answer=ANSWERS, count=st.integers(0, 4))
    def tally(self, team: int, answer: int, count: int) -> None:
        facts = self.live.facts()
        groups = [*(each.id for each in facts.teams), ""]
        group = groups[team % len(groups)]
        round_id = facts.round.id if facts.round else ""
        try:
            self.live.voting.put_tally(round_id, group, {answer: count})
        except RefusedVote:
            return
        self.hands[round_id, group] = +Counter({answer: count})

    @rule(answer=st.integers(1, 5))
    def everyone_votes(self, answer: int) -> None:
        for seat in range(6):
            self.vote(seat, answer)

    @rule(answer=ANSWERS)
    def at_the_wall(self, answer: int) -> None:
        before = self.live.facts()
        if before.turn is None:
            self._try(self.live.turns.call)
            return
        if not before.turn.open:
            self.live.turns.open()
            return
        cast = self.live.turns.answer(answer)
        if cast is not None and cast.kept and cast.vote.round_id != PRACTICE_ROUND:
            self.kept[cast.vote.round_id, cast.vote.seat_id] = answer

    @precondition(lambda self: self.live.facts(whole=False).question is not None)
    @rule(halves=st.integers(2, 10), differ=st.booleans())
    def record(self, halves: int, differ: bool) -> None:
        question = self.live.facts(whole=False).question
        assert question is not None, "the precondition holds"
        if differ:
            self.live.planning.differ(question.id, Positions(2, "low", 4, "high"))
        else:
            self.live.planning.agree(question.id, halves / 2)

    @rule(text=st.sampled_from(["A", "Ünïcode", "שלום"]))
    def write_down(self, text: str) -> None:
        question = self.live.facts(whole=False).question
        self.live.planning.propose(ActionDraft(text), question.id if question else None)
        self.live.planning.park(text)

    @rule()
    def restart(self) -> None:
        shown = self.live.both()
        practising = self.live.facts(whole=False).practice
        self.day.library.close()
        library = Library.open(self.folder / "flipchart.sqlite", clock=self.day.clock)
        self.day = Day(library, LiveWorkshop(library, self.live.id, Words()), self.day.clock)
        forgotten = practising is not None and practising.voted
        assert forgotten or self.live.both() == shown, "a restart changed what is seen"

    @rule(seconds=st.integers(1, 7200))
    def time_passes(self, seconds: int) -> None:
        self.day.clock.moment += seconds * 1000

    @invariant()
    def every_acknowledged_vote_is_there_and_no_other(self) -> None:
        with self.day.library.reading() as connection:
            ask = connection.exec_driver_sql
            rows = ask("SELECT round_id, seat_id, answer FROM vote").all()
            tally = ask('SELECT round_id, "group", answer, count FROM tally').all()
            states = {row[0]: row[1] for row in ask("SELECT id, state FROM round")}
            counted = ask(
                "SELECT round_id, 1 FROM sealed UNION ALL SELECT round_id, count FROM sealed_count"
            ).all()
        for round_id, group in list(self.hands):
            if self.ballot is Ballot.SECRET and states[round_id] != RoundState.OPEN:
                self.sealed[round_id] += self.hands.pop((round_id, group)).total()
        hands = {
            (round_id, group, answer): count
            for (round_id, group), counts in self.hands.items()
            for answer, count in counts.items()
        }
        assert {(row[0], row[1], row[2]): row[3] for row in tally} == hands
        if self.ballot is Ballot.OPEN:
            assert {(row[0], row[1]): row[2] for row in rows} == self.kept
            return
        assert rows == [], "a secret vote lies open"
        found: Counter[str] = Counter()
        for round_id, count in counted:
            found[round_id] += count
        assert found == Counter(round_id for round_id, _ in self.kept) + self.sealed

    @invariant()
    def what_cannot_be_undone_is_where_undoing_leads(self) -> None:
        with self.day.library.reading() as connection:
            left = connection.exec_driver_sql("SELECT count(*) FROM journal").scalar_one()
        if not left:
            self.base, self.stands = without_votes(self.live.facts()), False

    @invariant()
    def never_more_votes_than_present_seats(self) -> None:
        facts = self.live.facts()
        now = facts.round
        if now is None:
            return
        assert now.votes_in <= now.expected
        if now.state is RoundState.OPEN:
            assert now.expected == facts.expected
            for team in facts.teams:
                assert team.voted <= team.expected

    @invariant()
    def a_result_is_on_the_wall_only_when_its_round_is_revealed(self) -> None:
        facts = self.live.facts()
        scene = self.live.scene().scene
        if facts.held is not None:
            return
        if isinstance(scene, RevealScene):
            shown = facts.shown if facts.back else facts.question
            assert shown is not None, "a result belongs to a question"
            assert shown.revealed is not None, "a result on the wall that was not revealed"
            assert scene.key == shown.revealed.id
        if day_state(facts) in (State.OPEN, State.CLOSED) and not facts.back and not facts.blank:
            assert isinstance(scene, QuestionScene | HandOverScene | TouchScene)

    @invariant()
    def the_console_can_always_be_painted_and_says_what_next_does(self) -> None:
        console = self.live.console()
        assert console.next.label
        assert all(team.voted <= team.expected for team in console.teams), "3 of 2 votes"
        assert (console.coming is not None) is (self.live.facts().held is not None)

    def teardown(self) -> None:
        if hasattr(self, "day"):
            self.day.library.close()
        shutil.rmtree(self.folder)
        collect_garbage()

    def _seat(self, number: int) -> str:
        seats = [seat.id for team in self.live.facts().teams for seat in team.everyone]
        return seats[number % len(seats)]

    def _undo(self) -> object | None:
        """Undo; what votes hang on stays for good, and undoing everything leads there too."""
        try:
            return self.live.facilitation.undo()
        except WorkshopError as refused:
            self.stands = self.stands or refused.text == STANDS
            return None

    def _try(self, act: Callable[[], T]) -> T | None:
        try:
            return act()
        except WorkshopError:
            return None


def without_votes(facts: Facts) -> Facts:
    """What the journal keeps of the facts: neither votes and rounds nor how the wall is held."""
    facts = as_led(facts)
    teams = []
    for team in facts.teams:
        everyone = tuple(replace(seat, voted=False) for seat in team.everyone)
        teams.append(replace(team, seats=(), by_way=(), tallied=0, everyone=everyone))
    question, together, closing = facts.question, facts.together, facts.closing
    if together is not None:
        of_page = tuple(replace(each, round=None) for each in together.questions)
        together = replace(together, questions=of_page)
    return replace(
        facts,
        teams=tuple(teams),
        whole_room=(),
        question=question and replace(question, rounds=()),
        round=None,
        practice=None,
        together=together,
        closing=closing and replace(closing, counts=()),
    )


def as_led(facts: Facts) -> Facts:
    """The facts without how the wall is held and the profile viewed: no acts of the journal."""
    viewed = facts.item is not None and facts.item.kind is ItemKind.PROFILE
    return replace(
        facts,
        page=0 if viewed else facts.page,
        turn=None,
        blank=False,
        back=0,
        shown=None,
        reveal_taken_back=False,
        apart=0,
        team_results=(),
        held=None,
        undo=None,
        redo=None,
    )


class RoomDayMachine(DayMachine):
    """A day with every kind of agenda item, and questions voted on together."""

    room = True


class SecretDayMachine(DayMachine):
    """A room day that votes secretly."""

    room = True
    ballot = Ballot.SECRET


class ProfileDayMachine(DayMachine):
    """A day of three sessions that has come to its profile with a result for every question."""

    def _new_day(self) -> Day:
        return begin_profile_day(self.folder, sessions=3, questions=2, teams=TEAMS)

    @initialize()
    def begin(self) -> None:
        super().begin()
        while day_state(self.live.facts()) is not State.PROFILE:
            if day_state(self.live.facts()) is State.OPEN:
                self.everyone_votes(3)
            self.next()


TestDayMachine = DayMachine.TestCase
TestDayMachine.settings = play(examples=12, steps=30)
TestRoomDayMachine = RoomDayMachine.TestCase
TestRoomDayMachine.settings = play(examples=12, steps=30)
TestSecretDayMachine = SecretDayMachine.TestCase
TestSecretDayMachine.settings = play(examples=12, steps=30)
TestProfileDayMachine = ProfileDayMachine.TestCase
TestProfileDayMachine.settings = play(examples=6, steps=30)
