"""Facilitation: where the day is and what comes next; the facilitator's acts on the wall."""

from __future__ import annotations

from collections.abc import Callable

from workshop import journal, looking_back
from workshop.apart_staging import apart_pages
from workshop.attendance import HANDS_OF_MORE, check_hands
from workshop.collecting import Collecting
from workshop.errors import NotPossibleNow
from workshop.events import (
    ActUndone,
    OutcomeRecorded,
    RoundOpened,
    RoundRevealed,
    TimerChanged,
    WallChanged,
)
from workshop.facts import Facts
from workshop.kinds import Presence, Role, RoundState, Step
from workshop.library import Library, Transaction
from workshop.moves import Moves
from workshop.practice import PracticeBallot
from workshop.readings.reader import Reader
from workshop.records import (
    LiveRecord,
    OutcomeRecord,
    QuestionRecord,
    RoundRecord,
    SeatRecord,
    TimerRecord,
)
from workshop.rounds import open_round
from workshop.sealing import seal_closed, unseat
from workshop.step_lengths import StepLengths
from workshop.steps import (
    Act,
    State,
    after_skip,
    day_state,
    following_page,
    next_act,
    next_item,
    next_picked,
    next_question,
    offered_score,
)
from workshop.words import mark

NOT_REVEALED = mark("There is another round once this one is revealed.")
NO_TIMER = mark("No timer is running. It runs in Discuss and Vote.")
NOTHING_TO_SKIP = mark("There is nothing to skip here.")

HELD = mark("The wall is held. F lets it go on, then you can turn it back.")
AT_THE_WALL = mark("A team is voting at the screen. End that first, or blank the wall with B.")
NOT_APART = mark("Teams are shown apart at a reveal. Reveal the votes first.")

STANDS = mark(
    "This can no longer be undone, since votes depend on it. It stays, and undo goes on with what "
    "came before it."
)

JUMP = "jump"
REOPEN = "reopen"
VOTE_AGAIN = "vote again"
TIME = "time"

MOVED = frozenset({LiveRecord.__tablename__, RoundRecord.__tablename__})
"""The rows that every act writes which moves the day, and no other act does."""


class Facilitation(Moves):
    """The acts that move the day, each in one transaction with its line in the journal."""

    def __init__(
        self,
        library: Library,
        workshop_id: str,
        practice: PracticeBallot,
        reader: Reader,
        lengths: StepLengths,
    ) -> None:
        super().__init__(library, workshop_id, reader)
        self._practice = practice
        self._lengths = lengths
        collecting = Collecting(library, workshop_id, reader)
        self._perform: dict[Act, Callable[[Transaction, Facts], None]] = {
            Act.UNBLANK: self._unblank,
            Act.RETURN: self._return,
            Act.START: self._start,
            Act.OPEN_PRACTICE: self._open_practice,
            Act.CLOSE_PRACTICE: self._close_practice,
            Act.POSE: self._pose,
            Act.DISCUSS: self._discuss,
            Act.OPEN: self._open,
            Act.CLOSE: self._close,
            Act.REVEAL: self._reveal,
            Act.TALK: lambda t, f: self._step(t, f, Act.TALK, Step.TALK),
            Act.RECORD: lambda t, f: self._step(t, f, Act.RECORD, Step.RECORD),
            Act.AGREE: self._agree,
            Act.ACT: lambda t, f: self._step(t, f, Act.ACT, Step.ACT),
            Act.SKIP: self._skip,
            Act.NEXT_ITEM: self._next_item,
            Act.TURN_PAGE: self._turn_page,
            Act.START_GROUPS: self._start_groups,
            Act.SHOW_CLOSE: lambda t, f: self._step(t, f, Act.SHOW_CLOSE, Step.REVEAL),
            Act.COLLECT: collecting.collect,
            Act.REVEAL_ALL: collecting.reveal,
            Act.TALK_ABOUT: collecting.talk_about,
            Act.FINISH: self._finish,
        }

    def next(self) -> Act:
        """Do the next sensible step, exactly what the next button says; tells which it was."""
        with self._library.transaction() as transaction:
            facts = self._facts(transaction)
            act = next_act(facts)
            if act is not Act.NOTHING:
                self._perform[act](transaction, facts)
            return act

    def back(self) -> None:
        """Show the scene before without changing a round; on a reveal, take the reveal back."""
        with self._library.transaction() as transaction:
            facts = self._facts(transaction, whole=True)
            if facts.step is Step.FINISHED and not facts.blank:
                return
            if facts.held is not None and not facts.blank:
                raise NotPossibleNow(HELD)
            wall = self._wall(transaction)
            on_reveal = day_state(facts) in (State.REVEAL, State.TALK, State.TOGETHER)
            if facts.blank:
                wall.blank = False
            elif facts.apart:
                wall.apart = 0
            elif on_reveal and not facts.back and not facts.reveal_taken_back:
                wall.reveal_taken_back = True
            else:
                furthest = len(looking_back.stations(facts)) - 1
                wall.back = min(facts.back + 1, furthest)
            transaction.publish(WallChanged(self._workshop_id))

    def blank(self) -> None:
        """Blank the wall, or show it again."""
        with self._library.transaction() as transaction:
            wall = self._wall(transaction)
            if self._live(transaction).step == Step.FINISHED and not wall.blank:
                return
            wall.blank = not wall.blank
            transaction.publish(WallChanged(self._workshop_id))

    def hold(self, scene: dict[str, object] | None) -> None:
        """Hold the wall at `scene` (see `kept_scene`), or let it go on where it is held.

        Raises NotPossibleNow while a team votes at the wall: its targets must not lie.
        """
        with self._library.transaction() as transaction:
            wall = self._wall(transaction)
            if wall.held is not None or scene is None:
                wall.held = wall.held_since = None
            elif wall.turn_seat_id is not None:
                raise NotPossibleNow(AT_THE_WALL)
            else:
                wall.held, wall.held_since = scene, transaction.now()
            transaction.publish(WallChanged(self._workshop_id))

    def apart(self) -> None:
        """Show the teams apart, then their further pages, then all together again."""
        with self._library.transaction() as transaction:
            facts = self._facts(transaction)
            if day_state(facts) not in (State.REVEAL, State.TALK) or facts.reveal_taken_back:
                raise NotPossibleNow(NOT_APART)
            wall = self._wall(transaction)
            wall.apart = 0 if facts.apart and facts.apart >= apart_pages(facts) else facts.apart + 1
            transaction.publish(WallChanged(self._workshop_id))

    def undo(self) -> journal.Entry | None:
        """Undo the newest act; votes stay as they are. None where there is nothing to undo.

        Raises NotPossibleNow where votes depend on it. What it added then stays for good, and the
        next undo goes on with the act before it.
        """
        entry = self._turn_journal(journal.undo_or_let_stand)
        if entry is not None and entry.stands:
            raise NotPossibleNow(STANDS)
        return entry

    def redo(self) -> journal.Entry | None:
        """Do the act again that was undone last."""
        return self._turn_journal(journal.redo)

    def jump(self, item_id: str, question_id: str | None = None) -> None:
        """Go to an agenda item, or straight to one of its questions; an open vote is closed."""
        with self._library.transaction() as transaction:
            facts = self._facts(transaction, whole=True)
            item = next(item for item in facts.items if item.id == item_id)
            with self._closing_act(transaction, facts, JUMP, item=item.title):
                self._close_open(transaction, facts)
                live = self._live(transaction)
                live.started_at = live.started_at or transaction.now()
                over = facts.step is Step.FINISHED
                if item_id != facts.item_id or question_id is None or over:
                    self._enter(transaction, facts, item)
                if question_id is not None:
                    transaction.get_one(QuestionRecord, question_id).skipped = False
                    self._pose_question(transaction, item, question_id)
            self._seal(transaction, facts)
            self._told_step(transaction)

    def skip(self) -> None:
        """Leave out the question in work, or the rest of the agenda item; undo brings it back.

        A question whose votes were revealed is left, and counts with what it has.
        """
        with self._library.transaction() as transaction:
            facts = self._facts(transaction)
            if day_state(facts) in (State.LOBBY, State.FINISHED):
                raise NotPossibleNow(NOTHING_TO_SKIP)
            self._skip(transaction, facts)

    def vote_again(self) -> None:
        """Open another round on the question in work; the rounds before it are kept.

        A vote that was closed and not revealed is opened again instead, for those still missing.
        """
        with self._library.transaction() as transaction:
            facts = self._facts(transaction)
            if day_state(facts) is State.CLOSED:
                self._open(transaction, facts, name=REOPEN)
                return
            if day_state(facts) not in (State.REVEAL, State.TALK, State.RECORD, State.ACT):
                raise NotPossibleNow(NOT_REVEALED)
            self._open(transaction, facts, name=VOTE_AGAIN)

    def add_time(self, minutes: int) -> None:
        """Give the running timer more minutes, or fewer; it never gets shorter than nothing."""
        with self._library.transaction() as transaction:
            timer = transaction.get(TimerRecord, self._workshop_id)
            if timer is None:
                raise NotPossibleNow(NO_TIMER)
            with self._act(transaction, TIME, minutes=minutes):
                timer.added_s = max(timer.added_s + minutes * 60, -timer.planned_s)
            transaction.publish(TimerChanged(self._workshop_id))

    # What the next key does, one method for each act of the table.

    def _unblank(self, transaction: Transaction, _facts: Facts) -> None:
        self._wall(transaction).blank = False
        transaction.publish(WallChanged(self._workshop_id))

    def _return(self, transaction: Transaction, facts: Facts) -> None:
        wall = self._wall(transaction)
        if facts.back:
            wall.back = 0
        else:
            wall.reveal_taken_back = False
        transaction.publish(WallChanged(self._workshop_id))

    def _start(self, transaction: Transaction, facts: Facts) -> None:
        with self._act(transaction, Act.START):
            self._live(transaction).started_at = transaction.now()
            self._enter(transaction, facts, next_item(facts) or facts.items[0])
        self._told_step(transaction)

    def _open_practice(self, transaction: Transaction, _facts: Facts) -> None:
        self._practice.clear()
        with self._act(transaction, Act.OPEN_PRACTICE):
            self._move(transaction, Step.VOTE)
        self._told_step(transaction)

    def _close_practice(self, transaction: Transaction, _facts: Facts) -> None:
        with self._act(transaction, Act.CLOSE_PRACTICE):
            self._move(transaction, Step.REVEAL)
        self._told_step(transaction)

    def _pose(self, transaction: Transaction, facts: Facts) -> None:
        following = next_question(facts)
        assert following is not None, "the table poses only what is there"
        assert facts.item is not None, "a question belongs to a session"
        with self._act(transaction, Act.POSE, question=following.short):
            self._pose_question(transaction, facts.item, following.id)
        self._told_step(transaction)

    def _discuss(self, transaction: Transaction, _facts: Facts) -> None:
        with self._act(transaction, Act.DISCUSS):
            self._move(transaction, Step.DISCUSS)
            self._start_timer(transaction, self._lengths.discuss_s)
        self._told_step(transaction)

    def _open(self, transaction: Transaction, facts: Facts, name: str = Act.OPEN) -> None:
        assert facts.question is not None, "only a question is voted on"
        with self._act(transaction, name):
            opened = open_round(transaction, facts.question.id)
            transaction.flush()
            self._move(transaction, Step.VOTE)
            wall = self._wall(transaction)
            wall.held = wall.held_since = None
            self._live(transaction).round_id = opened.id
            transaction.flush()
            check_hands(transaction.connection(), self._workshop_id, HANDS_OF_MORE)
            self._start_timer(transaction, self._lengths.vote_s)
        transaction.publish(RoundOpened(self._workshop_id, opened.id))
        self._told_step(transaction)

    def _close(self, transaction: Transaction, facts: Facts) -> None:
        with self._closing_act(transaction, facts, Act.CLOSE):
            self._close_open(transaction, facts)
            self._stop_timer(transaction)
        self._seal(transaction, facts)
        self._told_step(transaction)

    def _reveal(self, transaction: Transaction, facts: Facts) -> None:
        assert facts.round is not None, "only a closed round is revealed"
        with self._act(transaction, Act.REVEAL):
            record = self._held(transaction).round
            assert record is not None, "the round of where the day is"
            record.state = RoundState.REVEALED.value
            record.revealed_at = transaction.now()
            self._move(transaction, Step.REVEAL)
        unseat(transaction, facts.round.id)
        transaction.publish(RoundRevealed(self._workshop_id, facts.round.id))
        self._told_step(transaction)

    def _start_groups(self, transaction: Transaction, facts: Facts) -> None:
        assert facts.item is not None, "the groups work on an agenda item"
        with self._act(transaction, Act.START_GROUPS):
            self._move(transaction, Step.DISCUSS)
            self._start_timer(transaction, facts.item.minutes * 60)
        self._told_step(transaction)

    def _step(self, transaction: Transaction, _facts: Facts, act: Act, step: Step) -> None:
        with self._act(transaction, act):
            self._move(transaction, step)
        self._told_step(transaction)

    def _agree(self, transaction: Transaction, facts: Facts) -> None:
        score = offered_score(facts.question)
        assert facts.question is not None, "a score belongs to a question"
        assert score is not None, "the table offers a score here"
        with self._act(transaction, Act.AGREE, score=score):
            outcome = transaction.get(OutcomeRecord, facts.question.id)
            if outcome is None:
                outcome = OutcomeRecord(question_id=facts.question.id)
                transaction.add(outcome)
            outcome.kind, outcome.score_halves = "agreed", int(score * 2)
            outcome.changed_at = transaction.now()
        transaction.publish(OutcomeRecorded(self._workshop_id, facts.question.id))

    def _skip(self, transaction: Transaction, facts: Facts) -> None:
        skipped = facts.question.short if facts.question else ""
        item = facts.item
        name = skipped or (item.title if item else "")
        with self._closing_act(transaction, facts, Act.SKIP, what=name):
            self._close_open(transaction, facts)
            if facts.question is not None and facts.question.revealed is None:
                transaction.get_one(QuestionRecord, facts.question.id).skipped = True
            self._go_on(transaction, facts)
        self._seal(transaction, facts)
        self._told_step(transaction)

    def _go_on(self, transaction: Transaction, facts: Facts) -> None:
        """Go where the day goes on once something is left out."""
        act = after_skip(facts)
        following, picked = next_question(facts), next_picked(facts)
        if act is Act.COLLECT:
            self._collect(transaction, facts)
        elif act is Act.TALK_ABOUT and picked is not None:
            self._talk_about(transaction, picked)
        elif act is Act.POSE and following is not None and facts.item is not None:
            self._pose_question(transaction, facts.item, following.id)
        else:
            self._leave(transaction, facts)

    def _next_item(self, transaction: Transaction, facts: Facts) -> None:
        item = next_item(facts)
        assert item is not None, "the table goes on only where something follows"
        with self._act(transaction, Act.NEXT_ITEM, item=item.title):
            self._enter(transaction, facts, item)
        self._told_step(transaction)

    def _turn_page(self, transaction: Transaction, facts: Facts) -> None:
        following = facts.page + 1 if facts.together is not None else following_page(facts)
        assert following is not None, "the table turns no page behind the last"
        with self._act(transaction, Act.TURN_PAGE):
            self._live(transaction).page = following
        self._told_step(transaction)

    def _finish(self, transaction: Transaction, facts: Facts) -> None:
        with self._act(transaction, Act.FINISH):
            self._end_day(transaction, facts)
        self._told_step(transaction)

    def _turn_journal(
        self, turn: Callable[[Transaction, str], journal.Entry | None]
    ) -> journal.Entry | None:
        with self._library.transaction() as transaction:
            before = self._facts(transaction)
            shown = looking_back.station(before) if before.back else None
            entry = turn(transaction, self._workshop_id)
            if entry is not None:
                check_hands(transaction.connection(), self._workshop_id)
                self._settle_wall(transaction, entry, shown)
                # An undone opening parks its round: what is secret is sealed there too.
                seal_closed(transaction, self._workshop_id)
                transaction.publish(ActUndone(self._workshop_id))
            return entry

    def _settle_wall(
        self, transaction: Transaction, entry: journal.Entry, shown: looking_back.Station | None
    ) -> None:
        """After an act was undone or done again: the wall goes along only where the day moved.

        `shown` is the scene that the wall is turned back to.
        """
        wall = self._wall(transaction)
        if entry.tables & MOVED:
            wall.back, wall.reveal_taken_back = 0, False
            wall.turn_seat_id, wall.turn_open, wall.apart = None, False, 0
            return
        if shown is not None:
            facts = self._reader.facts_inside(transaction.connection(), whole=True)
            wall.back = looking_back.turned_to(facts, shown)
        if not _votes_at_the_wall(transaction, wall.turn_seat_id):
            wall.turn_seat_id, wall.turn_open = None, False


def _votes_at_the_wall(transaction: Transaction, seat_id: str | None) -> bool:
    seat = transaction.get(SeatRecord, seat_id) if seat_id is not None else None
    if seat is None:
        return False
    return seat.presence == Presence.PRESENT.value and seat.role == Role.VOTING.value
