"""Practice: the vote that is never kept; it remembers who voted, in memory, and never what."""

from __future__ import annotations

from threading import Lock

from workshop.words import mark

PRACTICE_ROUND = "practice"
"""The round id that the one entrance for votes takes for the practice vote."""

PRACTICE_QUESTION = mark("How often do you have lunch away from your desk?")
PRACTICE_LABELS = (
    mark("Never"),
    mark("Once or twice"),
    mark("Most weeks"),
    mark("Most days"),
    mark("Every day"),
)


class PracticeBallot:
    """Who has voted in the practice vote: seats by id, and hands by group."""

    def __init__(self) -> None:
        self._seats: set[str] = set()
        self._hands: dict[str, int] = {}
        self._lock = Lock()

    def cast(self, seat_id: str) -> None:
        """Count this seat; what it chose is not looked at."""
        with self._lock:
            self._seats.add(seat_id)

    def tally(self, group: str, hands: int) -> None:
        """Count `hands` raised in a team, or in the whole room (group '')."""
        with self._lock:
            self._hands[group] = hands

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._seats.clear()
            self._hands.clear()

    @property
    def seats(self) -> frozenset[str]:
        """The seats that voted."""
        with self._lock:
            return frozenset(self._seats)

    @property
    def hands(self) -> dict[str, int]:
        """Hands counted, by group."""
        with self._lock:
            return dict(self._hands)
