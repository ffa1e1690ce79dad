"""Leads a workshop by chance, through its own door: what a facilitator does with a day."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Final

from tests.days import HandClock
from tests.exports.truth.led_votes import LedVotes
from tests.exports.truth.led_words import LedWords
from tests.exports.truth.texts import TEXTS, one_line, some
from workshop.errors import NotPossibleNow, WorkshopError
from workshop.facts import Facts
from workshop.kinds import ActionStatus, Presence, Role, Sorting
from workshop.live import LiveWorkshop
from workshop.steps import Act, State, day_state

MOST_STEPS: Final = 400
ROUNDS: Final = 3
SHORT: Final = 0.25
"""How many of the days are exported before their end."""


class LedDay:
    """One day, from the lobby to its end or to somewhere before; `votes` know what was cast."""

    def __init__(
        self, live: LiveWorkshop, rng: random.Random, clock: HandClock, actions: int
    ) -> None:
        self.live = live
        self.rng = rng
        self.clock = clock
        self.votes = LedVotes(live, rng)
        self.words = LedWords(live, rng, actions)
        self._does: dict[State, Callable[[Facts], None]] = {
            State.OPENING: self._opening,
            State.PRACTICE_OPEN: self._practice,
            State.REVIEW: self._review,
            State.SESSION: self._session,
            State.POSE: self._pose,
            State.OPEN: self.votes.vote,
            State.CLOSED: self._closed,
            State.REVEAL: self._reveal,
            State.TALK: self._talk,
            State.RECORD: self._record,
            State.ACT: self._act,
            State.TOGETHER: self._together,
            State.BREAK: self._who_is_here,
            State.CLOSING: self._close,
        }

    def lead(self) -> None:
        """Press next until the day is over; before each press, what chance says."""
        short = self.rng.random() < SHORT
        last = self.rng.randint(2, 25) if short else MOST_STEPS
        for step in range(last):
            self.clock.moment += 1000 * self.rng.randint(1, 90)
            facts = self.live.facts(whole=False)
            here = day_state(facts)
            if here in self._does:
                self._does[here](facts)
            if step + 1 < last and self._next() is Act.NOTHING:
                return
        assert short, "a day that never ends"

    def _next(self) -> Act:
        try:
            return self.live.facilitation.next()
        except NotPossibleNow:
            # Too few are here for a secret ballot: they come back.
            self._everyone_comes()
            return self.live.facilitation.next()

    def _chance(self, share: float) -> bool:
        return self.rng.random() < share

    def _opening(self, _facts: Facts) -> None:
        if self._chance(0.8):
            self.live.facilitation.skip()

    def _practice(self, facts: Facts) -> None:
        self._who_is_here(facts)

    def _review(self, facts: Facts) -> None:
        for each in facts.review:
            if self._chance(0.5):
                self.live.reviewing.set_status(each.id, self.rng.choice(list(ActionStatus)))
        self._turn_around(0.2)

    def _session(self, facts: Facts) -> None:
        self._who_is_here(facts)
        assert facts.item is not None, "a session is an agenda item"
        if self._chance(0.1):
            add, item = self.live.improvising.add_question, facts.item.id
            self._refusable(lambda: add(item, self.rng.choice(TEXTS), "Added here"))
        if self._chance(0.1):
            self._leave_out(facts)
        for _ in range(self.rng.choice((0, 0, 1, 2))):
            self.words.photo(facts)
        if self._chance(0.06):
            self.live.facilitation.skip()

    def _leave_out(self, facts: Facts) -> None:
        """What can go: a question of this session, or a whole one that comes later."""
        assert facts.item is not None, "a session is an agenda item"
        questions = {each.id: True for each in facts.item.questions[-1:]}
        later = [each for each in facts.items if each.theme and each.id != facts.item_id]
        items = {each.id: True for each in later[-1:]} if self._chance(0.5) else {}
        self._refusable(lambda: self.live.improvising.leave_out(questions, items))

    def _pose(self, _facts: Facts) -> None:
        if self._chance(0.08):
            self._refusable(self.live.facilitation.skip)

    def _closed(self, facts: Facts) -> None:
        if self._chance(0.12):
            self.live.facilitation.vote_again()
            self.votes.vote(self.live.facts(whole=False))
        elif self._chance(0.06):
            self.live.facilitation.undo()  # opened again, or for a secret one nothing

    def _reveal(self, facts: Facts) -> None:
        if self._chance(0.08):
            self.live.facilitation.back()  # the next key returns
        elif self._chance(0.06):
            self.live.facilitation.undo()

    def _talk(self, facts: Facts) -> None:
        question = facts.question
        assert question is not None, "one talks about a question"
        if self._chance(0.3) and len(question.rounds) < ROUNDS:
            self._refusable(self.live.facilitation.vote_again)
        elif self._chance(0.3):
            self.words.note(question.id)

    def _record(self, facts: Facts) -> None:
        assert facts.question is not None, "a score is a question's"
        if self._chance(0.7):
            self.words.record(facts.question)
            self._turn_around(0.1)

    def _act(self, facts: Facts) -> None:
        for _ in range(self.rng.choice((0, 1, 1, 2))):
            self.words.act(facts)
        self._turn_around(0.15)

    def _together(self, facts: Facts) -> None:
        assert facts.together is not None, "a page of several questions"
        for each in facts.together.questions:
            if self._chance(0.3):
                self._refusable(
                    partial(self.live.collecting.pick, each.id, picked=self._chance(0.5))
                )
        if self._chance(0.3):
            self.live.collecting.sort(self.rng.choice(list(Sorting)))

    def _who_is_here(self, facts: Facts) -> None:
        """Seats that come and go or only look on, a team that leaves, a seat more."""
        mark = self.live.attendance.mark
        for team in facts.teams:
            for seat in team.everyone:
                if self._chance(0.06):
                    presence = self.rng.choice(list(Presence))
                    role = Role.OBSERVER if self._chance(0.3) else Role.VOTING
                    self._refusable(partial(mark, seat.id, presence, role))
            if self._chance(0.03):
                leave = self.live.attendance.mark_team
                self._refusable(partial(leave, team.id, Presence.GONE))
        if self._chance(0.05):
            self.live.attendance.add_seat(self.rng.choice(facts.teams).id)

    def _everyone_comes(self) -> None:
        for team in self.live.facts(whole=False).teams:
            for seat in team.everyone:
                self.live.attendance.mark(seat.id, Presence.PRESENT, Role.VOTING)

    def _close(self, facts: Facts) -> None:
        rng, closing = self.rng, self.live.closing
        if facts.expected and self._chance(0.7):
            hands = rng.randint(1, facts.expected)
            closing.put_hands({rng.randint(1, 5): hands})
        for _ in range(rng.choice((0, 2))):
            closing.add_word(one_line(rng, ("clear", "long"), 0.0))
        review_on = facts.workshop.held_on + timedelta(days=rng.randint(0, 400))
        closing.write(
            review_on=review_on if self._chance(0.6) else None,
            plan_goes_to=one_line(rng, ("everyone here", "")),
            who_answers=some(rng, ("the director", ""), 0.0),
        )

    def _turn_around(self, share: float) -> None:
        """Undo a few acts, and do some of them again."""
        if not self._chance(share):
            return
        for _ in range(self.rng.randint(1, 3)):
            self._refusable(self.live.facilitation.undo)
        for _ in range(self.rng.randint(0, 3)):
            self._refusable(self.live.facilitation.redo)

    def _refusable(self, act: Callable[[], object]) -> None:
        """Do what the door may refuse as the day stands; it then has changed nothing."""
        try:
            act()
        except WorkshopError:
            return
