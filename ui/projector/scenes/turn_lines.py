"""Turn lines: whose turn it is at the screen, what to do there, and which team is next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.tokens import Look, Type
from ui.painters.text import Block, fit, lay_out, line
from ui.projector.scenes import parts
from workshop.scenes import TouchScene

TURN_LEAST = 480  # kept beside a name however long: "vote 14 of 20" in any language
FOLLOWING_LEAST = 420  # kept for the next team, unless what to do needs the line
FOLLOWING_SHOWN = 200  # with less room no name could be read
FOOT_HEIGHT = 72
FOOT_GAP = tokens.SPACE[6]


def name_and_turn(
    scene: TouchScene, sizes: Sequence[Type], height: float, gap: float
) -> tuple[Block, Block]:
    """The name of whose turn it is, and what stands beside it on one line.

    The name comes first: beside it a team's name as long as a line is elided.
    """
    beside = line(scene.turn, tokens.PROJECTOR.turn)
    room = parts.SPAN - gap
    shown = parts.on_one_line(scene.name, sizes, room - min(beside.width, TURN_LEAST), height)
    if beside.width > room - shown.width:
        beside = lay_out(
            scene.turn, tokens.PROJECTOR.turn, room - shown.width, max_lines=1, balanced=False
        )
    return shown, beside


def paint_foot(painter: QPainter, scene: TouchScene, y: float, look: Look) -> None:
    """What to do at the left, the next team at the right."""
    instruction, following = _foot(scene.instruction, scene.following)
    instruction.paint(painter, parts.LEFT, y, look.palette.ink)
    if following is not None:
        parts.end_line(painter, following, parts.RIGHT, y, look.palette.ink2)


def _foot(instruction: str, following: str) -> tuple[Block, Block | None]:
    """What to do, always whole, and the next team, elided or None where it has no room."""
    sizes = tokens.PROJECTOR
    after = line(following, sizes.header_plain)
    roles = (sizes.header_plain, sizes.small)
    for kept in (after.width, min(after.width, FOLLOWING_LEAST)):
        shown = fit(instruction, roles, max(1, parts.SPAN - FOOT_GAP - kept), FOOT_HEIGHT)
        if shown.height <= FOOT_HEIGHT:
            break
    else:
        shown = fit(instruction, roles, parts.SPAN, FOOT_HEIGHT)
    room = parts.SPAN - FOOT_GAP - shown.width
    if after.width > room:
        if room < FOLLOWING_SHOWN:
            return shown, None
        after = lay_out(following, sizes.header_plain, room, max_lines=1, balanced=False)
    return shown, after
