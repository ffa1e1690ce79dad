"""Reviewing: what became of the earlier workshop's actions, said in the room."""

from __future__ import annotations

from workshop import journal
from workshop.errors import NotPossibleNow
from workshop.events import ActionsChanged, WallChanged
from workshop.following import write_status
from workshop.kinds import ActionStatus, ItemKind
from workshop.library import Library, Transaction
from workshop.readings.reader import Reader
from workshop.records import ActionRecord, LiveRecord, ReviewActionRecord, WorkshopRecord
from workshop.words import mark

STATUS_ACT = "review status"
_NAMED = 60  # letters of the action that name its act

NOT_LISTED = mark("This action is not on the list any more. It was dropped or deleted meanwhile.")
NOT_UNDER_WAY = mark("The review of the actions is not on the wall. Go to it on the agenda first.")


class Reviewing:
    """The acts of the review, the agenda item with which a repeated workshop begins."""

    def __init__(self, library: Library, workshop_id: str, reader: Reader) -> None:
        self._library = library
        self._workshop_id = workshop_id
        self._reader = reader

    def choose(self, review_id: str) -> None:
        """Make this action the one in work: the wall marks it, on its page.

        It is its own inverse, so that no act of the journal says so. Raises NotPossibleNow where
        the review is not in work, or the action is not on its list.
        """
        with self._library.transaction() as transaction:
            facts = self._reader.facts_before(transaction.connection(), whole=False)
            if facts.item is None or facts.item.kind is not ItemKind.REVIEW:
                raise NotPossibleNow(NOT_UNDER_WAY)
            ids = [each.id for each in facts.review]
            if review_id not in ids:
                raise NotPossibleNow(NOT_LISTED)
            transaction.get_one(LiveRecord, self._workshop_id).page = ids.index(review_id)
            transaction.publish(WallChanged(self._workshop_id))

    def set_status(self, review_id: str, status: ActionStatus) -> None:
        """Say how far an action has come, here and where it was agreed, in one act of the journal.

        Where it was agreed it is a line of its history. Raises NotPossibleNow where the action is
        not on the list.
        """
        with self._library.transaction() as transaction:
            review = transaction.get(ReviewActionRecord, review_id)
            if review is None or review.workshop_id != self._workshop_id:
                raise NotPossibleNow(NOT_LISTED)
            origin = self._origin(transaction, review.action_id)
            with journal.act(transaction, self._workshop_id, STATUS_ACT, what=review.what[:_NAMED]):
                review.status = status.value
                review.reviewed_at = transaction.now()
                if origin is not None:
                    write_status(transaction, origin, status)
            if origin is not None:
                transaction.publish(ActionsChanged(origin.workshop_id))
            transaction.publish(ActionsChanged(self._workshop_id))

    def _origin(self, transaction: Transaction, action_id: str) -> ActionRecord | None:
        """The action itself, where its workshop is in this library."""
        action = transaction.get(ActionRecord, action_id)
        if action is None:
            return None
        if transaction.get_one(WorkshopRecord, action.workshop_id).deleted_at is not None:
            return None
        if action.state == "dropped":
            raise NotPossibleNow(NOT_LISTED)
        return action
