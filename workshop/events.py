"""Events: frozen facts in the past tense, carrying ids only, published after the commit.

An event says that something changed, never what it is now; receivers read again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock


@dataclass(frozen=True, slots=True)
class Event:
    """Something in this workshop changed."""

    workshop_id: str


@dataclass(frozen=True, slots=True)
class StepTaken(Event):
    """The day moved to another agenda item, question or step."""


@dataclass(frozen=True, slots=True)
class WallChanged(Event):
    """The wall was blanked, turned back, taken back or handed over."""


@dataclass(frozen=True, slots=True)
class TimerChanged(Event):
    """The timer was started, extended, paused or stopped."""


@dataclass(frozen=True, slots=True)
class RoundOpened(Event):
    """A round takes votes."""

    round_id: str


@dataclass(frozen=True, slots=True)
class VotesCast(Event):
    """Votes or tallies of a round came in or changed."""

    round_id: str


@dataclass(frozen=True, slots=True)
class RoundClosed(Event):
    """A round takes no more votes."""

    round_id: str


@dataclass(frozen=True, slots=True)
class RoundRevealed(Event):
    """The room may see a round's result."""

    round_id: str


@dataclass(frozen=True, slots=True)
class OutcomeRecorded(Event):
    """An agreed score, two positions or evidence changed."""

    question_id: str


@dataclass(frozen=True, slots=True)
class ActionsChanged(Event):
    """An action was proposed, changed, agreed or dropped."""


@dataclass(frozen=True, slots=True)
class NotesChanged(Event):
    """A note or the parking lot changed."""


@dataclass(frozen=True, slots=True)
class PhotosChanged(Event):
    """A photo was put on an agenda item, changed or taken off."""


@dataclass(frozen=True, slots=True)
class WorkshopChanged(Event):
    """A workshop was created, or its agenda, teams or title changed."""


@dataclass(frozen=True, slots=True)
class ActUndone(Event):
    """The newest act was undone, or done again."""


Receiver = Callable[[Event], None]


class Events:
    """Who wants to know, and telling them; any thread may publish, receivers must be quick."""

    def __init__(self) -> None:
        self._receivers: list[Receiver] = []
        self._lock = Lock()

    def subscribe(self, receiver: Receiver) -> Callable[[], None]:
        """Tell `receiver` every event from now on; the answer ends that when called."""
        with self._lock:
            self._receivers.append(receiver)

        def unsubscribe() -> None:
            with self._lock:
                if receiver in self._receivers:
                    self._receivers.remove(receiver)

        return unsubscribe

    def publish(self, event: Event) -> None:
        """Tell everyone; the fault of one receiver is raised after all were told."""
        with self._lock:
            receivers = tuple(self._receivers)
        faults: list[Exception] = []
        for receiver in receivers:
            try:
                receiver(event)
            except Exception as fault:  # noqa: BLE001 - collected and raised below
                faults.append(fault)
        if faults:
            raise ExceptionGroup(f"telling of {event}", faults)
