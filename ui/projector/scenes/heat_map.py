"""Paints the heat map: the medians of a page of questions, by team and of the whole room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.diverging import PALE, fill_at, ink_on
from exports.look.tokens import Look
from ui.painters.hatch import paint_hatch
from ui.painters.shapes import Mark, paint_shape
from ui.painters.surfaces import paint_box
from ui.painters.text import Align, Block, fit, lay_out, line
from ui.projector.scenes import parts, sentence
from workshop.day_charts import HeatCell, HeatRow
from workshop.profile_scenes import HeatMapScene
from workshop.scene_header import Header

HEADING_HEIGHT = 106
HEADS_TOP = 250
HEADS_GAP = 12
HEAD_LINES = 4
HEAD_AIR = 10  # beside a team's name
ROWS_BOTTOM = 916
ROW_MOST = 104
MARK_PLACE = 18
NAME_INDENT = 50
CELLS_LEFT = 610
CELLS_GAP = 24  # before the whole room
CELL_MOST = 296
CELL_GAP = 6
HATCH_LINE = 2
LEGEND_TOP = 934
SWATCH = (54, 30)
LEGEND_GAP = 14
LEGEND_WIDTH = 520
FOOT = 1046
FOOT_HEIGHT = 72


def still(painter: QPainter, scene: HeatMapScene, look: Look) -> None:
    """The whole scene."""
    palette = look.palette
    parts.paint_header(painter, Header(None, False, scene.title, scene.topic, scene.place), look)
    heading = fit(scene.heading, tokens.PROJECTOR.sentence, parts.SPAN, HEADING_HEIGHT, cut=True)
    drop = max(0.0, sentence.HEADING_HEIGHT - heading.height)
    parts.paragraph(painter, heading, sentence.HEADING_TOP + drop, palette.ink)
    columns = _columns(len(scene.teams))
    top = _paint_heads(painter, scene, columns, look)
    height = min(ROW_MOST, (ROWS_BOTTOM - top) / max(1, len(scene.rows)))
    width = CELLS_LEFT - parts.LEFT - NAME_INDENT - CELLS_GAP
    lines = max(1, int(height // tokens.PROJECTOR.heat_name[-1].leading))
    names = parts.alike([row.name for row in scene.rows], tokens.PROJECTOR.heat_name, width, lines)
    for place, (row, name) in enumerate(zip(scene.rows, names, strict=True)):
        _paint_row(painter, row, name, QRectF(0, top + place * height, 0, height), columns, look)
    _paint_legend(painter, scene, look)
    foot = parts.unbalanced(scene.foot, (tokens.PROJECTOR.small,), parts.SPAN, FOOT_HEIGHT)
    parts.paragraph(painter, foot, FOOT - foot.height, palette.ink2)


def _columns(teams: int) -> tuple[QRectF, ...]:
    """The columns of the teams, and that of the whole room behind them."""
    pitch = min(CELL_MOST, (parts.RIGHT - CELLS_LEFT - CELLS_GAP + CELL_GAP) / (teams + 1))
    lefts = [CELLS_LEFT + n * pitch for n in range(teams)]
    lefts.append(CELLS_LEFT + teams * pitch + CELLS_GAP)
    return tuple(QRectF(left, 0, pitch - CELL_GAP, 0) for left in lefts)


def _paint_heads(
    painter: QPainter, scene: HeatMapScene, columns: Sequence[QRectF], look: Look
) -> float:
    """The names above their columns, standing on one line; gives the y below them."""
    width = columns[0].width() - HEAD_AIR
    heads = parts.alike([*scene.teams, scene.whole], tokens.PROJECTOR.heat_head, width, HEAD_LINES)
    bottom = HEADS_TOP + max(head.height for head in heads)
    for head, column in zip(heads, columns, strict=True):
        _centred(painter, head, column.center().x(), bottom - head.height, look.palette.ink)
    return bottom + HEADS_GAP


def _paint_row(
    painter: QPainter,
    row: HeatRow,
    name: Block,
    place: QRectF,
    columns: Sequence[QRectF],
    look: Look,
) -> None:
    palette, middle = look.palette, place.center().y()
    mark = Mark.HOLLOW if row.second else Mark.FILLED
    at = QPointF(parts.LEFT + MARK_PLACE, middle)
    paint_shape(painter, row.theme, at, tokens.PROFILE_WALL.name_mark, look.themes[row.theme], mark)
    top = middle - name.height / 2
    parts.start_line(painter, name, parts.LEFT + NAME_INDENT, top, palette.ink)
    for cell, column in zip((*row.cells, row.whole), columns, strict=True):
        box = QRectF(
            column.left(), place.top(), column.width(), max(1.0, place.height() - CELL_GAP)
        )
        _paint_cell(painter, cell, box, look)


def _paint_cell(painter: QPainter, cell: HeatCell, box: QRectF, look: Look) -> None:
    palette = look.palette
    ink = palette.ink2
    if cell.hidden:
        paint_box(painter, box, tokens.RADIUS_CHIP, palette.paper, palette.hairline, stroke=2)
        paint_hatch(painter, box.adjusted(2, 2, -2, -2), palette.edge, width=HATCH_LINE)
    elif cell.place is None:
        paint_box(painter, box, tokens.RADIUS_CHIP, palette.paper, palette.hairline, stroke=2)
    else:
        fill = fill_at(cell.place, PALE)
        paint_box(painter, box, tokens.RADIUS_CHIP, fill)
        ink = ink_on(fill)
    if cell.text:
        number = line(cell.text, tokens.PROJECTOR.heat_number)
        y = box.center().y() - number.height / 2
        _centred(painter, number, box.center().x(), y, ink)


def _centred(painter: QPainter, block: Block, x: float, y: float, colour: str) -> None:
    block.paint(painter, x - block.box / 2, y, colour, Align.CENTRE)


def _paint_legend(painter: QPainter, scene: HeatMapScene, look: Look) -> None:
    """The palette's colours from the lowest step to the highest, between their words."""
    if not any(scene.ends):
        return
    x: float = parts.LEFT
    for place, text in enumerate(scene.ends):
        word = lay_out(text, tokens.PROJECTOR.small, LEGEND_WIDTH, max_lines=1)
        if place:
            last = len(tokens.DIVERGING) - 1
            for n in range(last + 1):
                box = QRectF(x, LEGEND_TOP + 3, *SWATCH)
                paint_box(painter, box, 0, fill_at(n / last, PALE))
                x += SWATCH[0]
            x += LEGEND_GAP
        parts.start_line(painter, word, x, LEGEND_TOP, look.palette.ink2)
        x += word.width + LEGEND_GAP
