"""Paints a checklist as it was answered: a row an item, its bar as wide as all seats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.tokens import Look, ThemeColours
from ui.painters.hatch import paint_hatch
from ui.painters.surfaces import paint_box
from ui.painters.text import Align, Block, fit, lay_out, line
from ui.projector.scenes import parts, sentence
from workshop.together_scenes import ChecklistRow, ChecklistScene

LEGEND_TOP = 238
LEGEND_GAP = 44
SWATCH = (44, 30)
SWATCH_GAP = 14
LEGEND_WIDTH = 220  # the most for one word
ROWS_TOP = 298
ROWS_BOTTOM = 1020
ROW = 136
NAME_WIDTH = 740
BAR_LEFT = parts.LEFT + 780
BAR_WIDTH = 760
BAR_HEIGHT = 56
BAR_INSET = 1.5
COUNTS_GAP = 12
COUNTS_APART = 14
EDGE = 2.5
PART_GAP = 3
THIN = 12  # a part narrower than this has a thinner edge and gap
ASIDE_LEFT = BAR_LEFT + BAR_WIDTH + 8


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: its votes, where it lies, and how its body and edge are drawn."""

    votes: int
    box: QRectF
    body: str
    edge: str
    hatched: bool


def still(painter: QPainter, scene: ChecklistScene, look: Look) -> None:
    """The whole scene."""
    parts.paint_header(painter, scene.header, look)
    sentence.paint_heading(painter, scene.heading, look)
    colours = _colours(scene, look)
    _paint_legend(painter, scene.legend, colours, look)
    height = min(ROW, (ROWS_BOTTOM - ROWS_TOP) / max(1, len(scene.rows)))
    for number, row in enumerate(scene.rows):
        top = round(ROWS_TOP + number * height)
        parts.rule(painter, parts.LEFT, top, parts.SPAN, look.palette.hairline)
        edge = tokens.PROJECTOR_HAIRLINE
        box = QRectF(parts.LEFT, top + edge, parts.SPAN, height - edge)
        _paint_row(painter, scene, row, box, look)
    sentence.paint_foot(painter, scene.foot, look)


def bar(row: ChecklistRow, seats: int, top: float, colours: ThemeColours, look: Look) -> list[Part]:
    """The parts of a row's bar, yes first; don't know and votes not given leave its end open."""
    palette = look.palette
    drawn = (
        (row.yes, colours.fill, colours.key, False),
        (row.partly, colours.tint, colours.key, True),
        (row.no, palette.paper, palette.edge, False),
    )
    unit = BAR_WIDTH / max(1, seats)
    at, found = 0, []
    for votes, body, edge, hatched in drawn:
        if votes:
            width = votes * unit
            gap = PART_GAP if width >= THIN else PART_GAP / 3
            left = BAR_LEFT + at * unit + (BAR_INSET if not at else 0)
            right = BAR_LEFT + (at + votes) * unit - (gap if at else gap - BAR_INSET)
            box = QRectF(left, top, right - left, BAR_HEIGHT)
            if width >= THIN:
                box.adjust(-EDGE / 2, -EDGE / 2, EDGE / 2, EDGE / 2)
            found.append(Part(votes, box, body, edge, hatched))
        at += votes
    return found


def _paint_row(
    painter: QPainter, scene: ChecklistScene, row: ChecklistRow, box: QRectF, look: Look
) -> None:
    palette, sizes = look.palette, tokens.PROJECTOR
    name = fit(row.name, sizes.checklist_name, NAME_WIDTH, box.height(), cut=True)
    parts.start_line(painter, name, box.left(), _top(box, name), palette.ink)
    counts_height = sizes.checklist_count.leading
    top = round(box.center().y() - (BAR_HEIGHT + COUNTS_GAP + counts_height) / 2)
    found = bar(row, scene.seats, top, _colours(scene, look), look)
    for part in found:
        paint_part(painter, part)
    numbers = [line(str(part.votes), sizes.checklist_count) for part in found]
    places = _apart([part.box.center().x() for part in found], numbers)
    for number, x in zip(numbers, places, strict=True):
        y = top + BAR_HEIGHT + COUNTS_GAP
        number.paint(painter, x - number.box / 2, y, palette.ink, Align.CENTRE)
    aside = lay_out(row.aside, sizes.small, parts.RIGHT - ASIDE_LEFT, max_lines=3, balanced=False)
    aside.paint(painter, ASIDE_LEFT, _top(box, aside), palette.ink2, _to_the_end(aside))


def _to_the_end(block: Block) -> Align:
    return Align.START if block.right_to_left else Align.END


def paint_part(painter: QPainter, part: Part) -> None:
    """A part of a bar or of the legend: filled, hatched, or paper with an edge."""
    stroke = min(EDGE, part.box.width() / 3)
    paint_box(painter, part.box, 0, part.body, part.edge, stroke=stroke)
    if part.hatched:
        paint_hatch(painter, part.box.adjusted(stroke, stroke, -stroke, -stroke), part.edge)


def _paint_legend(
    painter: QPainter, legend: Sequence[str], colours: ThemeColours, look: Look
) -> None:
    palette = look.palette
    bodies = (
        (colours.fill, colours.key, False),
        (colours.tint, colours.key, True),
        (palette.paper, palette.edge, False),
    )
    x: float = BAR_LEFT
    for text, (body, edge, hatched) in zip(legend, bodies, strict=True):
        word = parts.on_one_line(text, tokens.PROJECTOR.checklist_legend, LEGEND_WIDTH, 40)
        width, height = SWATCH
        y = LEGEND_TOP + (tokens.PROJECTOR.checklist_legend[0].leading - height) / 2
        swatch = QRectF(x, y, width, height)
        paint_part(painter, Part(0, swatch, body, edge, hatched))
        x += width + SWATCH_GAP
        parts.start_line(painter, word, x, LEGEND_TOP, palette.ink2)
        x += word.width + LEGEND_GAP


def _apart(centres: Sequence[float], numbers: Sequence[Block]) -> list[float]:
    """Where the counts stand below their parts, moved where they would touch each other."""
    places = list(centres)
    needs = [(one.width + other.width) / 2 + COUNTS_APART for one, other in pairwise(numbers)]
    for i, need in enumerate(needs):
        places[i + 1] = max(places[i + 1], places[i] + need)
    if places:
        last = BAR_LEFT + BAR_WIDTH - numbers[-1].width / 2
        places[-1] = min(places[-1], max(last, centres[-1]))
    for i in reversed(range(len(needs))):
        places[i] = min(places[i], places[i + 1] - needs[i])
    return places


def _colours(scene: ChecklistScene, look: Look) -> ThemeColours:
    theme = scene.header.theme
    return look.themes[theme] if theme else parts.ink_colours(look)


def _top(box: QRectF, block: Block) -> float:
    return box.center().y() - block.height / 2
