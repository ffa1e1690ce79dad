"""Conduct: the intents that are acts of the live workshop, each done in one line."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ui.keys import Intent
from ui.leading import Leading
from workshop.kinds import ItemKind


class Conduct:
    """Does what a key or a button asks of the day itself."""

    def __init__(self, leading: Leading) -> None:
        self._leading = leading
        facilitation = leading.live.facilitation
        self._acts: Mapping[Intent, Callable[[], object]] = {
            Intent.NEXT: facilitation.next,
            Intent.BACK: facilitation.back,
            Intent.BLANK: facilitation.blank,
            Intent.UNDO: facilitation.undo,
            Intent.REDO: facilitation.redo,
            Intent.SKIP: facilitation.skip,
            Intent.VOTE_AGAIN: facilitation.vote_again,
            Intent.MORE_TIME: lambda: facilitation.add_time(1),
            Intent.LESS_TIME: lambda: facilitation.add_time(-1),
            Intent.READ_BACK: self._read_back,
            Intent.HOLD: leading.live.hold,
            Intent.APART: facilitation.apart,
            Intent.RADAR: leading.live.viewing.radar,
            Intent.VIEW: leading.live.viewing.following,
        }

    def does(self, intent: Intent) -> bool:
        """Whether an intent is an act of the day."""
        return intent in self._acts

    def do(self, intent: Intent) -> bool:
        """Do it; False where it was refused."""
        return self._leading.act(self._acts[intent])

    def _read_back(self) -> None:
        items = self._leading.facts().items
        item = next((item for item in items if item.kind is ItemKind.READ_BACK), None)
        if item is not None:
            self._leading.live.facilitation.jump(item.id)
