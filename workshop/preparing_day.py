"""Preparing the day: its title, place and times, what is promised, and how the room votes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from workshop.errors import NotPossibleNow
from workshop.events import WorkshopChanged
from workshop.kinds import Ballot, Way
from workshop.preparing_acts import KEEP, Keep, PreparingActs, check_length
from workshop.searching import folded
from workshop.words import mark

DESCRIBE = "describe"
BALLOT = "ballot"
MINIMUM_GROUP = "minimum group"
WAYS = "ways"
TARGET = "target"

LONGEST_LINE = 300
LONGEST_TEXT = 400
LONGEST_RULE = 120
MOST_RULES = 8
LEAST_GROUP, MOST_GROUP = 3, 1_000
DAY = 24 * 60
OFFERED_WAYS = frozenset({Way.WALL, Way.HANDS, Way.PAPER, Way.PHONE})
"""The ways that can be chosen; a vote for someone is possible in all workshops."""

WRONG_TIME = mark("This is no time of day. Write it from 00:00 to 23:59.")
MANY_RULES = mark("{n} ground rules are more than the wall shows ({most}). Take some away.")
BALLOT_STANDS = mark("The day has begun, and the room was told how it votes: the ballot stands.")
WRONG_GROUP = mark("The smallest group goes from {least} to {most}. Write a number between them.")
NO_WAY = mark("Nobody could vote any more. Leave at least one way of voting.")
WRONG_TARGET = mark("The target goes from 1 to {steps} in half steps. Choose one of them.")


class PreparingDay(PreparingActs):
    """The acts on the workshop itself."""

    def describe(  # noqa: PLR0913 - one keyword for each field of the form
        self,
        *,
        title: str | None = None,
        organisation: str | None = None,
        place: str | None = None,
        held_on: date | None = None,
        starts_at: int | None = None,
        ends_at: int | Keep | None = KEEP,
        purpose: str | None = None,
        promise: str | None = None,
        ground_rules: Sequence[str] | None = None,
    ) -> None:
        """Write down what the day is; what is None stays (for `ends_at`: what is KEEP).

        Times are in minutes after midnight, `ends_at` None where no end is booked; `promise` is
        the sponsor's. Rules without words are left out. Raises NotPossibleNow for a time that does
        not exist, and for what is too long.
        """
        lines = {"title": title, "organisation": organisation, "place": place}
        texts = {"purpose": purpose, "promise": promise}
        values: dict[str, object] = {
            name: check_length(" ".join(line.split()), LONGEST_LINE)
            for name, line in lines.items()
            if line is not None
        }
        values |= {n: check_length(t, LONGEST_TEXT) for n, t in texts.items() if t is not None}
        if ground_rules is not None:
            values["ground_rules"] = _rules(ground_rules)
        if held_on is not None:
            values["held_on"] = held_on
        if starts_at is not None:
            values["starts_at"] = _time(starts_at)
        if not isinstance(ends_at, Keep):
            values["ends_at"] = None if ends_at is None else _time(ends_at)
        with self._library.transaction() as transaction:
            workshop = self._workshop(transaction)
            with self._act(transaction, DESCRIBE):
                for name, value in values.items():
                    setattr(workshop, name, value)
                workshop.search_text = folded(workshop.title, workshop.organisation, workshop.place)

    def set_ballot(self, ballot: Ballot) -> None:
        """Let the room vote openly or in secret. Raises NotPossibleNow once the day has begun."""
        with self._library.transaction() as transaction:
            self._refuse_once_begun(transaction, BALLOT_STANDS)
            with self._act(transaction, BALLOT):
                self._workshop(transaction).ballot = ballot.value

    def set_minimum_group(self, n: int) -> None:
        """Show no team apart that has fewer answers than this.

        Raises NotPossibleNow for less than 3, and once the day has begun: it was promised.
        """
        if not LEAST_GROUP <= n <= MOST_GROUP:
            raise NotPossibleNow(WRONG_GROUP, least=LEAST_GROUP, most=MOST_GROUP)
        with self._library.transaction() as transaction:
            self._refuse_once_begun(transaction, BALLOT_STANDS)
            with self._act(transaction, MINIMUM_GROUP, n=n):
                self._workshop(transaction).minimum_group = n

    def set_ways(self, ways: frozenset[Way]) -> None:
        """Offer these ways of voting, also while the day goes on. Raises NotPossibleNow for none.

        Votes that came by a way which is no longer offered stay.
        """
        offered = ways & OFFERED_WAYS
        if not offered:
            raise NotPossibleNow(NO_WAY)
        with self._library.transaction() as transaction, self._act(transaction, WAYS):
            workshop = self._workshop(transaction)
            if offered != frozenset(workshop.ways):
                workshop.ways = [way.value for way in Way if way in offered]

    def set_target(self, target: float | None) -> None:
        """Say from which score on the workshop's scale a result counts as high, in half steps.

        None is the scale's own line. Raises NotPossibleNow for a score off the scale.
        """
        with self._library.transaction() as transaction:
            workshop = self._workshop(transaction)
            steps = len(workshop.scale_labels)
            if target is not None and target * 2 not in range(2, steps * 2 + 1):
                raise NotPossibleNow(WRONG_TARGET, steps=steps)
            with self._act(transaction, TARGET):
                workshop.target_halves = None if target is None else int(target * 2)

    def note_room_tested(self) -> None:
        """Remember that the check of the room was seen just now; it happened, so no undo."""
        with self._library.transaction() as transaction:
            self._workshop(transaction).room_tested_at = transaction.now()
            transaction.publish(WorkshopChanged(self._workshop_id))


def _time(minutes: int) -> int:
    if not 0 <= minutes < DAY:
        raise NotPossibleNow(WRONG_TIME)
    return minutes


def _rules(rules: Sequence[str]) -> list[str]:
    kept = [check_length(rule, LONGEST_RULE) for rule in rules if rule.strip()]
    if len(kept) > MOST_RULES:
        raise NotPossibleNow(MANY_RULES, n=len(kept), most=MOST_RULES)
    return kept
