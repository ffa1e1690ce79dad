"""Viewing: which chart of the whole day the wall shows in the profile."""

from __future__ import annotations

from workshop.errors import NotPossibleNow
from workshop.events import WallChanged
from workshop.facts import Facts
from workshop.library import Library, Transaction
from workshop.profile_views import Place, View, offered, place_of
from workshop.readings.reader import Reader
from workshop.records import LiveRecord
from workshop.steps import State, day_state
from workshop.words import mark

NOT_THE_PROFILE = mark("The profile is not on the wall. Go to it on the agenda first.")
NO_RADAR = mark("A radar needs three to eight sessions that have a score.")
ONLY_SESSIONS = mark("There is nothing beside the sessions to show yet.")
NOT_OFFERED = mark("There is nothing to show there.")


class Viewing:
    """The choice of a view; it is its own inverse, so that no act of the journal says so.

    All raise NotPossibleNow where the profile is not in work.
    """

    def __init__(self, library: Library, workshop_id: str, reader: Reader) -> None:
        self._library = library
        self._workshop_id = workshop_id
        self._reader = reader

    def choose(self, view: View) -> None:
        """Show this view from its first page. Raises NotPossibleNow where it has nothing."""
        with self._library.transaction() as transaction:
            facts = self._facts(transaction)
            if view not in offered(facts):
                raise NotPossibleNow(NO_RADAR if view is View.RADAR else NOT_OFFERED)
            self._show(transaction, view)

    def radar(self) -> None:
        """Show the radar, or the sessions again where it is shown."""
        with self._library.transaction() as transaction:
            facts = self._facts(transaction)
            if place_of(facts).view is View.RADAR:
                self._show(transaction, View.SESSIONS)
            elif View.RADAR in offered(facts):
                self._show(transaction, View.RADAR)
            else:
                raise NotPossibleNow(NO_RADAR)

    def following(self) -> None:
        """Show the next view that has something to show, and the sessions after the last."""
        with self._library.transaction() as transaction:
            facts = self._facts(transaction)
            views = offered(facts)
            if len(views) == 1:
                raise NotPossibleNow(ONLY_SESSIONS)
            at = views.index(place_of(facts).view)
            self._show(transaction, views[(at + 1) % len(views)])

    def _facts(self, transaction: Transaction) -> Facts:
        facts = self._reader.facts_before(transaction.connection(), whole=False)
        if day_state(facts) is not State.PROFILE:
            raise NotPossibleNow(NOT_THE_PROFILE)
        return facts

    def _show(self, transaction: Transaction, view: View) -> None:
        transaction.get_one(LiveRecord, self._workshop_id).page = Place(view).kept
        transaction.publish(WallChanged(self._workshop_id))
