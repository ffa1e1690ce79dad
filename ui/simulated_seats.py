"""Simulated seats: the room of a rehearsal votes while the facilitator leads."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from ui.leading import Leading
from workshop.facts import Facts
from workshop.kinds import RoundState
from workshop.practice import PRACTICE_ROUND
from workshop.simulated_room import SimulatedRoom

LOOKS_EVERY_MS = 450


class SimulatedSeats(QObject):
    """Lets a simulated room vote in whatever round is open, in its own time.

    `clock` gives ms. `left` carries the team of somebody who has just left the room, for the
    facilitator to mark.
    """

    left = Signal(str)

    def __init__(self, leading: Leading, seed: int, clock: Callable[[], int] | None = None) -> None:
        super().__init__(leading)
        self.clock = clock or leading.live.library.clock
        self._leading = leading
        self._room = SimulatedRoom(leading.live, seed)
        self._round = ""
        self._opened_at = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def stop(self) -> None:
        """Vote no more."""
        self._timer.stop()

    def look(self) -> None:
        """Cast what has come since, if there is a round to vote in."""
        facts = self._leading.live.facts(whole=False)
        round_id = _open_round(facts)
        if round_id is None:
            return
        now = self.clock()
        if round_id != self._round:
            self._round, self._opened_at = round_id, now
            calmer = facts.round is not None and facts.round.number > 1
            for leaver in self._room.begin(round_id, facts, calmer=calmer):
                self.left.emit(leaver.team)
        seconds = (now - self._opened_at) / 1000
        if self._room.waits(seconds):
            self._leading.act(lambda: self._room.come(seconds))


def _open_round(facts: Facts) -> str | None:
    """The round that takes votes now."""
    if facts.practice is not None and facts.practice.open:
        return PRACTICE_ROUND
    now = facts.round
    if facts.question is None or now is None or now.state is not RoundState.OPEN:
        return None
    return now.id
