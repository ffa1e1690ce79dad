"""Paints the touch scene of a number pad: the question, and quietly which key is which.

While a key's vote is taken the keys say nothing, and never which of them it was: the room looks on.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.tokens import Look
from ui.painters.surfaces import paint_box
from ui.painters.text import Align, fit, lay_out, line
from ui.projector.frame import Frame
from ui.projector.scenes import parts, steps, turn_lines
from workshop.scenes import TouchScene

NAME_TOP = 140
NAME_GAP = 24
QUESTION_TOP = 222
QUESTION_HEIGHT = 380
KEY = 84
KEYS_TOP = 640
LABELS_TOP = KEYS_TOP + KEY + 12
LABELS_HEIGHT = 96
DONT_KNOW_TOP = 852
LABEL_GAP = 24
FOOT_TOP = 976
DONT_KNOW_KEY = "0"


def still(painter: QPainter, scene: TouchScene, look: Look) -> None:
    """Whose turn it is, the question, and what to do."""
    palette, sizes = look.palette, tokens.PROJECTOR
    parts.paint_header(painter, scene.header, look)
    role = sizes.team_name[:1]
    name, turn = turn_lines.name_and_turn(scene, role, role[0].leading, NAME_GAP)
    parts.start_line(painter, name, parts.LEFT, NAME_TOP, palette.ink)
    x = parts.LEFT + name.width + NAME_GAP
    parts.on_baseline(painter, turn, x, NAME_TOP + name.baseline, palette.ink2)
    question = fit(scene.question, sizes.pad_question, steps.QUESTION_WIDTH, QUESTION_HEIGHT)
    parts.paragraph(painter, question, QUESTION_TOP, palette.ink)
    turn_lines.paint_foot(painter, scene, FOOT_TOP, look)


def moving(painter: QPainter, scene: TouchScene, frame: Frame) -> None:
    """The keys with their labels; empty while a vote is taken, whichever key it was."""
    taken = frame.sealed or frame.pressed is not None
    columns = steps.columns(len(scene.labels))
    for step, column in enumerate(columns, 1):
        _paint_key(painter, str(step), column.left(), KEYS_TOP, frame.look, taken)
    if scene.dont_know:
        _paint_key(painter, DONT_KNOW_KEY, parts.LEFT, DONT_KNOW_TOP, frame.look, taken)
    if not taken:
        _paint_labels(painter, scene, frame.look)


def _paint_key(painter: QPainter, text: str, x: float, y: float, look: Look, taken: bool) -> None:
    palette = look.palette
    box, radius = QRectF(x, y, KEY, KEY), tokens.RADIUS_CARD
    if taken:
        paint_box(painter, box, radius, palette.sunken)
        return
    paint_box(painter, box, radius, palette.paper, palette.edge, stroke=tokens.PROJECTOR_EDGE)
    numeral = line(text, tokens.PROJECTOR.pad_key)
    left, top = box.center().x() - numeral.box / 2, box.center().y() - numeral.height / 2
    numeral.paint(painter, left, top, palette.ink, Align.CENTRE)


def _paint_labels(painter: QPainter, scene: TouchScene, look: Look) -> None:
    palette, sizes = look.palette, tokens.PROJECTOR
    count = len(scene.labels)
    if steps.labels_spread(count):
        steps.paint_spread_labels(painter, scene.labels, LABELS_TOP, sizes.body, palette.ink2)
    else:
        columns = steps.columns(count)
        blocks = steps.lay_out_labels(
            scene.labels, columns[0].width(), LABELS_HEIGHT, sizes.body, sizes.scale_label_long
        )
        for column, block in zip(columns, blocks, strict=True):
            parts.start_line(painter, block, column.left(), LABELS_TOP, palette.ink2)
    if scene.dont_know:
        x = parts.LEFT + KEY + LABEL_GAP
        text = lay_out(scene.dont_know, sizes.body, parts.RIGHT - x, max_lines=1)
        y = DONT_KNOW_TOP + (KEY - text.height) / 2
        parts.start_line(painter, text, x, y, palette.ink2)
