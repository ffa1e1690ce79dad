"""Paints the teams of a round side by side, in one unit, with one prompt for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.tokens import DistributionSizes, Look, Type
from ui.painters.distribution import paint_distribution
from ui.painters.text import Block, advance, fit, lay_out, line
from ui.projector.scenes import parts, sentence
from workshop.together_scenes import TeamChart, TeamsApartScene

FOOT_BOTTOM = 1040
FOOT_LINES = 2
FOOT_GAP = 10
RULE_GAP = 18
RULE_GAP_LOW = 8
CHART_GAP = 6
COUNT_AIR = 6  # beside a count above its bar
NAME_LINES = 2


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the charts stand: columns of one width, in one row or two."""

    columns: int
    width: float
    top: float
    height: float
    row_gap: float
    names: tuple[Type, ...]
    votes: tuple[Type, ...]
    low: bool

    def box(self, number: int) -> QRectF:
        """The place of a chart; the first row is filled first."""
        row, column = divmod(number, self.columns)
        gap = (parts.SPAN - self.columns * self.width) / (self.columns - 1)
        x = parts.LEFT + column * (self.width + gap)
        return QRectF(x, self.top + row * (self.height + self.row_gap), self.width, self.height)


_NAMES, _VOTES = tokens.PROJECTOR.team_name, tokens.PROJECTOR.team_votes
ROW_OF_TWO: Final = Grid(2, 834, 296, 532, 0, _NAMES, _VOTES, False)
ROW_OF_THREE: Final = Grid(3, 536, 296, 532, 0, _NAMES, _VOTES, False)
ROW_OF_FOUR: Final = Grid(4, 396, 296, 532, 0, _NAMES, _VOTES, False)
ROWS_OF_THREE: Final = Grid(3, 536, 240, 336, 18, _NAMES[1:], _VOTES[1:], True)
ROWS_OF_FOUR: Final = Grid(4, 396, 240, 336, 18, _NAMES[2:], _VOTES[1:], True)


def grid(count: int) -> Grid:
    """How so many charts stand on one page: up to four in a row, more in two rows."""
    if count <= 4:
        return (ROW_OF_TWO, ROW_OF_TWO, ROW_OF_THREE, ROW_OF_FOUR)[max(0, count - 1)]
    return ROWS_OF_THREE if count <= 6 else ROWS_OF_FOUR


def still(painter: QPainter, scene: TeamsApartScene, look: Look) -> None:
    """The whole scene."""
    parts.paint_header(painter, scene.header, look)
    sentence.paint_heading(painter, scene.heading, look)
    charts = [*scene.teams, *([scene.rest] if scene.rest else [])]
    if charts:
        _paint_charts(painter, scene, charts, look)
    _paint_foot(painter, scene, look)


def _paint_charts(
    painter: QPainter, scene: TeamsApartScene, charts: Sequence[TeamChart], look: Look
) -> None:
    places, palette = grid(len(charts)), look.palette
    names = _alike([chart.name for chart in charts], places.names, places.width)
    votes = _alike([chart.votes for chart in charts], places.votes, places.width)
    head = RULE_GAP_LOW if places.low else RULE_GAP
    heads = max(name.height + vote.height for name, vote in zip(names, votes, strict=True))
    sizes = _sizes(scene, charts, places)
    theme = scene.header.theme
    for number, chart in enumerate(charts):
        box = places.box(number)
        parts.rule(painter, box.left(), box.top(), box.width(), palette.ink, tokens.PROJECTOR_RULE)
        y = box.top() + tokens.PROJECTOR_RULE + head
        parts.start_line(painter, names[number], box.left(), y, palette.ink)
        below = y + names[number].height
        parts.start_line(painter, votes[number], box.left(), below, palette.ink2)
        y += heads + CHART_GAP
        paint_distribution(
            painter,
            QRectF(box.left(), y, box.width(), box.bottom() - y),
            chart.chart,
            sizes,
            colours=look.themes[theme] if theme else parts.ink_colours(look),
            palette=palette,
            unit_max=scene.unit_max,
        )


def _alike(texts: Sequence[str], sizes: Sequence[Type], width: float) -> list[Block]:
    """All in one line in one of the two first sizes, else in two lines in the first that gives it.

    What stands side by side is of one size; what no size can hold is cut.
    """
    for lines, roles in ((1, sizes[:2]), (NAME_LINES, sizes[1:] or sizes)):
        for role in roles:
            blocks = [lay_out(text, role, width) for text in texts]
            if all(block.lines <= lines and block.width <= width for block in blocks):
                return blocks
    return [lay_out(text, sizes[-1], width, max_lines=NAME_LINES) for text in texts]


def _sizes(scene: TeamsApartScene, charts: Sequence[TeamChart], places: Grid) -> DistributionSizes:
    """The chart's sizes: the small ones in two rows, and where a count is wider than its step."""
    columns = max(len(chart.chart.columns) for chart in charts)
    role = tokens.DISTRIBUTION_TEAMS.bar_count
    widest = max(
        advance(column.count_text, role) for chart in charts for column in chart.chart.columns
    )
    fits = widest + COUNT_AIR <= places.width / columns
    return tokens.DISTRIBUTION_TEAMS if fits and not places.low else tokens.DISTRIBUTION_TEAMS_SMALL


def _paint_foot(painter: QPainter, scene: TeamsApartScene, look: Look) -> None:
    """The prompt, and below it what all said together and who is not shown."""
    palette, sizes = look.palette, tokens.PROJECTOR
    place = line(scene.place, sizes.team_foot[-1])
    width = parts.SPAN - (place.width + tokens.SPACE[6] if scene.place else 0)
    low = len(scene.teams) + bool(scene.rest) > ROW_OF_FOUR.columns
    room = FOOT_LINES * sizes.team_foot[-1].leading
    feet = sizes.team_foot[1:] if low else sizes.team_foot
    foot = parts.on_one_line(scene.foot, feet, width, room)
    bottom = parts.BOTTOM if foot.lines <= 1 and not low else FOOT_BOTTOM
    y = bottom - foot.height
    parts.start_line(painter, foot, parts.LEFT, y, palette.ink2)
    last = bottom - place.height
    parts.end_line(painter, place, parts.RIGHT, last, palette.ink2)
    prompts = sizes.team_prompt[1:] if low else sizes.team_prompt
    prompt = fit(scene.prompt, prompts, parts.SPAN, prompts[0].leading, cut=True)
    top = y - (FOOT_GAP if not low else 2) - prompt.height
    parts.start_line(painter, prompt, parts.LEFT, top, palette.ink)
