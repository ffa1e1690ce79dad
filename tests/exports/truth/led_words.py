"""What is written in a day that is led, by chance: scores, positions, notes, actions, photos."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from tests.exports.truth.photo_files import MARK, a_photo
from tests.exports.truth.texts import SECRET, TEXTS, hidden, one_line, some
from workshop.facts import Facts
from workshop.live import LiveWorkshop
from workshop.planning import ActionDraft, Positions
from workshop.question_facts import QuestionFacts

ACTIONS: Final = ("Ring back the same day", "Write the rule")
OWNERS: Final = ("", "Senior nurse", "Practice manager")


class LedWords:
    """Writes through the door, of actions and photos no more than so many."""

    def __init__(self, live: LiveWorkshop, rng: random.Random, actions: int) -> None:
        self.live = live
        self.rng = rng
        self._left = actions
        self._photos = 3

    def record(self, question: QuestionFacts) -> None:
        """A score that is agreed, or two positions, or neither; and what is said of it."""
        rng, planning = self.rng, self.live.planning
        steps = len(question.scale_labels)
        off = rng.random() < 0.2

        def written() -> str:
            return hidden(rng) if off else some(rng, ("", *TEXTS))

        chance = rng.random()
        if off:
            planning.mark_outcome(question.id, off_wall=False, off_report=True)
        if chance < 0.35:
            planning.agree(question.id, rng.randint(2, 2 * steps) / 2)
        elif chance < 0.6:
            low, high = sorted(rng.randint(2, 2 * steps) / 2 for _ in range(2))
            has_low, has_high = low if rng.random() < 0.9 else None, high
            by = self.a_day() if rng.random() < 0.5 else None
            planning.differ(
                question.id,
                Positions(has_low, written(), has_high, written(), written(), written(), by),
            )
            if rng.random() < 0.15:
                planning.back_to_one_score(question.id)
        if rng.random() < 0.6:
            planning.write_evidence(question.id, written())

    def note(self, question_id: str) -> None:
        """A line that was said, or one for nobody else; some are taken away again."""
        rng = self.rng
        private, off = rng.random() < 0.4, rng.random() < 0.3
        text = hidden(rng) if private or off else some(rng, TEXTS)
        note = self.live.planning.add_note(question_id, text, private=private, off_report=off)
        if note is not None and rng.random() < 0.15:
            self.live.planning.remove_note(note)

    def act(self, facts: Facts) -> None:
        """Something of what a facilitator writes between two questions."""
        question = facts.question.id if facts.question else None
        choices: list[Callable[[], object]] = [
            lambda: self.propose(question),
            lambda: self.propose(question),
            lambda: self.rewrite(facts),
            lambda: self.park(question),
            lambda: self.photo(facts),
        ]
        if question is not None:
            choices.append(lambda: self.note(question))
        self.rng.choice(choices)()

    def propose(self, question_id: str | None) -> None:
        if not self._left:
            return
        self._left -= 1
        draft = self._draft()
        action = self.live.planning.propose(draft, question_id)
        if draft.owner.strip() and draft.due and self.rng.random() < 0.6:
            self.live.planning.agree_action(action)
        elif self.rng.random() < 0.2:
            self.live.planning.drop_action(action, hidden(self.rng))

    def rewrite(self, facts: Facts) -> None:
        """Change an action; an agreed one may lose what it was agreed with."""
        if facts.actions:
            action = self.rng.choice(facts.actions).id
            self.live.planning.change_action(action, self._draft())

    def park(self, question_id: str | None) -> None:
        text = some(self.rng, ("Parking charges annoy visitors", "Night line at weekends"))
        parked = self.live.planning.park(text, question_id)
        if parked is not None and self.rng.random() < 0.2:
            self.live.planning.unpark(parked)

    def photo(self, facts: Facts) -> None:
        """A photo on the agenda item, perhaps marked, perhaps taken off again."""
        if facts.item is None or not self._photos:
            return
        self._photos -= 1
        rng, photos = self.rng, self.live.photos
        off = rng.random() < 0.3
        photo = photos.add(
            facts.item.id, a_photo(rng), question_id=facts.question.id if facts.question else None
        )
        group = rng.choice(("the nurses", "group one", "those who came late"))
        photos.describe(photo, f"{MARK} {SECRET if off else group}")
        photos.mark(photo, off_report=off)
        if rng.random() < 0.15:
            photos.remove(photo)

    def a_day(self) -> date:
        return date(2026, 3, 12) + timedelta(days=self.rng.randint(0, 700))

    def _draft(self) -> ActionDraft:
        rng, off = self.rng, self.rng.random() < 0.2
        return ActionDraft(
            what=hidden(rng) if off else some(rng, ACTIONS),
            first_step=hidden(rng) if off else some(rng, ("", "ask two colleagues")),
            owner=one_line(rng, OWNERS),
            owner_absent=rng.random() < 0.2,
            due=self.a_day() if rng.random() < 0.6 else None,
            measure=some(rng, ("", "half of today")),
            off_report=off,
        )
