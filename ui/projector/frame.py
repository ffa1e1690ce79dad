"""Frame: how a scene is to be painted at one moment; the scene says what, the frame how far on."""

from __future__ import annotations

from dataclasses import dataclass

from exports.look.tokens import Look


@dataclass(frozen=True, slots=True)
class Frame:
    """One moment of the wall.

    `now` is in ms since 1970 and only timers read it. `rise` and `ghost` run evenly from 0 to 1
    while a reveal's bars rise and the round before fades in, `newest` while the brick of the
    newest vote fills. `pressed` is the target just touched (0 = don't know), `sealed` blanks all
    targets, `notice` is the one sentence that the wall says about itself.
    """

    look: Look
    now: int = 0
    rise: float = 1.0
    ghost: float = 1.0
    newest: float = 1.0
    pressed: int | None = None
    sealed: bool = False
    notice: str = ""


def ease_out(progress: float) -> float:
    """Where a movement stands that begins fast and ends slowly; 0 to 1 on both sides."""
    return 1.0 - (1.0 - min(1.0, max(0.0, progress))) ** 3
