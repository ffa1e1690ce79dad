"""Review keys: the keys of the review's page, in one table for the page and the list of keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt

from workshop.kinds import ActionStatus
from workshop.words import mark

_K = Qt.Key


@dataclass(frozen=True, slots=True)
class ReviewKeys:
    """Keys that do the same, as they are shown, and what that is."""

    keys: tuple[Qt.Key, ...]
    shown: tuple[str, ...]
    does: str
    status: ActionStatus | None = None


REVIEW_KEYS: Final = (
    ReviewKeys(
        (_K.Key_1, _K.Key_N),
        (mark("1"), mark("N")),
        mark("in the review: the action is not started"),
        ActionStatus.NOT_STARTED,
    ),
    ReviewKeys(
        (_K.Key_2, _K.Key_U),
        (mark("2"), mark("U")),
        mark("in the review: the action is under way"),
        ActionStatus.UNDER_WAY,
    ),
    ReviewKeys(
        (_K.Key_3, _K.Key_D),
        (mark("3"), mark("D")),
        mark("in the review: the action is done"),
        ActionStatus.DONE,
    ),
    ReviewKeys(
        (_K.Key_Up, _K.Key_Down),
        (mark("Up"), mark("Down")),
        mark("in the review: choose the action that is spoken of"),
    ),
)
STATUS_OF: Final = {
    key: each.status for each in REVIEW_KEYS if each.status is not None for key in each.keys
}
