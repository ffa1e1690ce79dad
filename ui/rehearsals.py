"""Rehearsals: a day led in a library of its own, with seats that vote by themselves."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TYPE_CHECKING

from ui.at_hand import AtHand
from workshop.errors import WorkshopError

if TYPE_CHECKING:
    from frameworks.model import Framework
    from ui.opened import OpenedWorkshop
    from ui.rehearsing import RehearsalLibrary
    from workshop.live import LiveWorkshop


class Rehearsals:
    """Begins one rehearsal at a time; nothing of it is kept.

    `at_hand.library` answers None while a day is led. `lead` shows a workshop on its two faces;
    None where it could not be read, which it has said then.
    """

    def __init__(
        self, at_hand: AtHand, lead: Callable[[LiveWorkshop], OpenedWorkshop | None]
    ) -> None:
        self._at = at_hand
        self._words = at_hand.words
        self._lead = lead
        self._current: RehearsalLibrary | None = None

    @property
    def going_on(self) -> bool:
        """Whether what is led now is a rehearsal."""
        return self._current is not None

    def begin(self) -> None:
        """Lead the sample day of the default framework, once that is read."""
        from ui.framework_reading import read_default

        read_default(self._words, self._begin_sample, self.refuse)

    def begin_with(self, live: LiveWorkshop) -> WorkshopError | None:
        """Lead a copy of a workshop that is prepared; answers why it could not be made."""
        from ui.rehearsing import RehearsalLibrary

        return self._begin(lambda: RehearsalLibrary.of_workshop(live))

    def refuse(self, sentence: str, again: Callable[[], None] | None = None) -> None:
        """Say why there is no rehearsal; `again` tries anew, the sample day where it is None."""
        cause, said = self._words.say("The rehearsal cannot begin."), self._words.say("Try again")
        self._at.notices().must_act(cause, sentence, said, again or self.begin, of_screen=True)

    def close(self) -> None:
        """End the rehearsal that goes on, if one does, once its faces are closed."""
        rehearsal, self._current = self._current, None
        if rehearsal is not None:
            rehearsal.close()

    def _begin_sample(self, framework: Framework) -> None:
        from ui.rehearsing import RehearsalLibrary

        library = self._at.library()
        if library is None:
            return
        path, words = library.path, self._words
        fault = self._begin(lambda: RehearsalLibrary.of_sample(path, framework, words))
        if fault is not None:
            self.refuse(fault.sentence(words))

    def _begin(self, make: Callable[[], RehearsalLibrary]) -> WorkshopError | None:
        from ui.simulated_seats import SimulatedSeats

        try:
            rehearsal = make()
        except WorkshopError as fault:
            return fault
        self._current = rehearsal
        opened = self._lead(rehearsal.live)
        if opened is not None:
            opened.seats = SimulatedSeats(opened.leading, random.randrange(1 << 30))
            opened.seats.left.connect(self._say_left)
            if rehearsal.invented:
                self._at.notices().may_act(rehearsal.invented)
        return None

    def _say_left(self, team: str) -> None:
        said = self._words.say("Somebody of {team} has left the room. Ctrl P marks who.", team=team)
        self._at.notices().may_act(said)
