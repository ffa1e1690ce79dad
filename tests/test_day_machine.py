"""A state machine plays facilitator and room in any order and checks the promises each time."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from tests.conftest import collect_garbage
from tests.days import Day, begin_day, small_framework
from workshop.creation import NewTeam
from workshop.errors import NotPossibleNow, RefusedVote
from workshop.facts import RoundState, Way
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.planning import ActionDraft, Positions
from workshop.practice import PRACTICE_ROUND
from workshop.scenes import HandOverScene, QuestionScene, RevealScene, TouchScene
from workshop.steps import State, day_state
from workshop.voting import Vote
from workshop.words import Words

TEAMS = (NewTeam("Front desk", 2), NewTeam("Nursing", 3))
ANSWERS = st.integers(0, 5)
PICK = st.integers(0, 4)


class DayMachine(RuleBasedStateMachine):
    """A day with two sessions of two questions and five seats; `kept` is what was acknowledged."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="flipchart-day-"))
        self.kept: dict[tuple[str, str], int] = {}
        self.hands: dict[tuple[str, str], dict[int, int]] = {}

    @initialize()
    def begin(self) -> None:
        self.day: Day = begin_day(self.folder, framework=small_framework(2, 2), teams=TEAMS)

    @property
    def live(self) -> LiveWorkshop:
        return self.day.live

    @rule()
    def next(self) -> None:
        self.live.facilitation.next()

    @rule()
    def back(self) -> None:
        self.live.facilitation.back()

    @rule()
    def blank(self) -> None:
        self.live.facilitation.blank()

    @rule()
    def undo(self) -> None:
        self.live.facilitation.undo()

    @rule()
    def redo(self) -> None:
        self.live.facilitation.redo()

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
            self.live.facilitation.jump(to.id, to_question)

    @rule(seat=PICK, answer=ANSWERS)
    def vote(self, seat: int, answer: int) -> None:
        facts = self.live.facts()
        practising = facts.practice is not None and facts.practice.open
        round_id = PRACTICE_ROUND if practising else facts.round.id if facts.round else ""
        voter = self.day.seats()[seat]
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
        counts = {answer: count} if count else {}
        try:
            self.live.voting.put_tally(round_id, group, counts)
        except RefusedVote:
            return
        self.hands[round_id, group] = counts

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
        shown = self.live.scene()
        practising = self.live.facts(whole=False).practice
        self.day.library.close()
        library = Library.open(self.folder / "flipchart.sqlite", clock=self.day.clock)
        self.day = Day(library, LiveWorkshop(library, self.live.id, Words()), self.day.clock)
        forgotten = practising is not None and practising.voted
        assert forgotten or self.live.scene() == shown, "a restart changed what the room sees"

    @rule(seconds=st.integers(1, 7200))
    def time_passes(self, seconds: int) -> None:
        self.day.clock.moment += seconds * 1000

    @invariant()
    def every_acknowledged_vote_is_there_and_no_other(self) -> None:
        with self.day.library.reading() as connection:
            rows = connection.exec_driver_sql("SELECT round_id, seat_id, answer FROM vote").all()
            tally = connection.exec_driver_sql(
                'SELECT round_id, "group", answer, count FROM tally'
            ).all()
        assert {(row[0], row[1]): row[2] for row in rows} == self.kept
        hands = {
            (round_id, group, answer): count
            for (round_id, group), counts in self.hands.items()
            for answer, count in counts.items()
        }
        assert {(row[0], row[1], row[2]): row[3] for row in tally} == hands

    @invariant()
    def never_more_votes_than_present_seats(self) -> None:
        facts = self.live.facts()
        for team in facts.teams:
            assert team.voted <= team.expected
        if facts.round is not None:
            assert facts.round.votes_in <= facts.expected

    @invariant()
    def a_result_is_on_the_wall_only_when_its_round_is_revealed(self) -> None:
        facts = self.live.facts()
        scene = self.live.scene().scene
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

    def teardown(self) -> None:
        if hasattr(self, "day"):
            self.day.library.close()
        shutil.rmtree(self.folder)
        collect_garbage()

    def _try(self, act: object) -> None:
        assert callable(act), "an act"
        try:
            act()
        except NotPossibleNow:
            return


DayMachine.TestCase.settings = settings(max_examples=12, stateful_step_count=30, deadline=None)
TestDayMachine = DayMachine.TestCase
