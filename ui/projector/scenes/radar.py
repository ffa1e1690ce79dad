"""Paints the radar: an axis for each session, today's line, and the dashed one of last time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from exports.look import tokens
from exports.look.tokens import Look
from ui.painters.shapes import Mark, paint_shape
from ui.painters.text import Block, fit, lay_out, line
from ui.projector.scenes import parts
from workshop.day_charts import ProfileRow
from workshop.profile_scenes import RadarScene
from workshop.scene_header import Header

CENTRE_X = 960
HIGH = (596, 385)  # y of the centre, and the longest axis, where no axis points straight down
LOW = (578, 345)  # else, and where those that do nearly have long names
HIGH_COUNTS = (3, 5)
LEAST_STEPS = 2
ACROSS = 0.25  # of an axis' slant: below it the name stands above or below its end, not beside
BESIDE = 38  # from an axis' end to its name
OVER = 26
NAME_GAP = 12
NAME_LINES = 2
STEP_BESIDE = 10
MARK_ROOM = 52
LINE_PARTS = 200  # of the line from the first axis to the second: closer than a number is wide
LEGEND_LINE = 64
LEGEND_GAP = 16
LEGEND_APART = 40
LEGEND_TOP = 1004
FOOT_WIDTH = 700


@dataclass(frozen=True, slots=True)
class Wheel:
    """Where the axes lie: `count` of them from the top, clockwise, on a scale of `steps`."""

    count: int
    steps: int

    @property
    def centre(self) -> QPointF:
        """Where all axes begin."""
        return QPointF(CENTRE_X, (HIGH if self.count in HIGH_COUNTS else LOW)[0])

    def way(self, axis: int) -> QPointF:
        """The direction of an axis as a vector of length 1."""
        angle = 2 * pi * axis / self.count - pi / 2
        return QPointF(cos(angle), sin(angle))

    def at(self, axis: int, score: float) -> QPointF:
        """Where a score lies on an axis; 0 is the centre."""
        longest = (HIGH if self.count in HIGH_COUNTS else LOW)[1]
        return self.centre + self.way(axis) * (longest * score / self.steps)


def still(painter: QPainter, scene: RadarScene, look: Look) -> None:
    """The whole scene; nothing is filled, so that no area can be read."""
    parts.paint_header(painter, Header(None, False, scene.title, scene.topic, scene.ends), look)
    wheel = Wheel(len(scene.axes), steps(scene))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _paint_web(painter, wheel, look)
    if scene.then:
        _paint_then(painter, wheel, scene.axes, look)
    now = [wheel.at(n, axis.score or 0.0) for n, axis in enumerate(scene.axes)]
    painter.setPen(_pen(look.palette.ink, tokens.RADAR_WALL.line))
    painter.drawPolygon(QPolygonF(now))
    painter.restore()
    _paint_steps(painter, wheel, now, look)
    for axis, at in zip(scene.axes, now, strict=True):
        _paint_mark(painter, axis, at, look)
    _paint_names(painter, wheel, scene.axes, look)
    _paint_legend(painter, scene, look)


def steps(scene: RadarScene) -> int:
    """How many steps the scale has; without labels as many as the scores need."""
    scores = [value for axis in scene.axes for value in (axis.score, axis.earlier) if value]
    return max(len(scene.labels), *(ceil(score) for score in scores), LEAST_STEPS)


def _pen(colour: str, width: float, dash: Sequence[float] = ()) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash:
        pen.setDashPattern([part / width for part in dash])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _paint_web(painter: QPainter, wheel: Wheel, look: Look) -> None:
    painter.setPen(_pen(look.palette.hairline, tokens.PROJECTOR_HAIRLINE))
    for step in range(1, wheel.steps + 1):
        painter.drawPolygon(QPolygonF([wheel.at(n, step) for n in range(wheel.count)]))
    for n in range(wheel.count):
        painter.drawLine(wheel.centre, wheel.at(n, wheel.steps))


def _paint_then(painter: QPainter, wheel: Wheel, axes: Sequence[ProfileRow], look: Look) -> None:
    """Last time's line; it is broken where a session was not there yet."""
    sizes = tokens.RADAR_WALL
    painter.setPen(_pen(look.palette.edge, sizes.line, sizes.dash))
    ring = [(n, axes[n].earlier) for n in (*range(wheel.count), 0)]
    for (one, score), (other, following) in pairwise(ring):
        if score is not None and following is not None:
            painter.drawLine(wheel.at(one, score), wheel.at(other, following))


def _paint_steps(painter: QPainter, wheel: Wheel, now: Sequence[QPointF], look: Look) -> None:
    """The steps' numbers beside the first axis, each under its ring; a number is left out where
    today's mark or line would run through it, since the rings can be counted.
    """
    for step in range(1, wheel.steps + 1):
        number = line(str(step), tokens.PROJECTOR.small)
        at = wheel.at(0, step)
        x, y = at.x() + STEP_BESIDE, at.y() + 2
        if not _in_the_way(QRectF(x, y, number.width, number.height), now):
            parts.start_line(painter, number, x, y, look.palette.ink2)


def _in_the_way(box: QRectF, now: Sequence[QPointF]) -> bool:
    """Whether the first mark, or the line that leaves it clockwise, meets a number."""
    mark = QRectF(0, 0, MARK_ROOM, MARK_ROOM)
    mark.moveCenter(now[0])
    along = (now[0] + (now[1] - now[0]) * (n / LINE_PARTS) for n in range(LINE_PARTS + 1))
    return mark.intersects(box) or any(box.contains(point) for point in along)


def _paint_mark(painter: QPainter, axis: ProfileRow, at: QPointF, look: Look) -> None:
    sizes, colours = tokens.PROFILE_WALL, look.themes[axis.theme]
    paper = colours._replace(fill=look.palette.paper, key=look.palette.paper)
    if axis.second:
        paint_shape(painter, axis.theme, at, tokens.RADAR_WALL.mark, paper, stroke=sizes.margin)
    mark = Mark.HOLLOW if axis.second else Mark.FILLED
    paint_shape(painter, axis.theme, at, tokens.RADAR_WALL.mark, colours, mark)


def _paint_names(painter: QPainter, wheel: Wheel, axes: Sequence[ProfileRow], look: Look) -> None:
    """Names and scores outside their axes, beside them or above and below, all in one size."""
    scores = [line(axis.score_text, tokens.PROJECTOR.radar_name[0]) for axis in axes]
    rooms = [
        _room(wheel.at(n, wheel.steps), wheel.way(n)) - score.width - NAME_GAP
        for n, score in enumerate(scores)
    ]
    names = _alike([axis.name for axis in axes], rooms, wheel)
    for n, (name, score) in enumerate(zip(names, scores, strict=True)):
        end, way = wheel.at(n, wheel.steps), wheel.way(n)
        upright = abs(way.x()) < ACROSS
        whole = name.width + NAME_GAP + score.width
        x, y = _left(end, way, whole, upright=upright), _top(end, way, name, upright=upright)
        parts.start_line(painter, name, x, y, look.palette.ink)
        baseline = y + name.baseline
        if name.lines > 1:
            baseline = y + (name.height - score.height) / 2 + score.baseline
        parts.on_baseline(painter, score, x + name.width + NAME_GAP, baseline, look.palette.ink)


def _alike(names: Sequence[str], rooms: Sequence[float], wheel: Wheel) -> list[Block]:
    """The names in the first size in which each fits its lines, cut in the last."""
    lines = [1 if abs(wheel.way(n).x()) < ACROSS else NAME_LINES for n in range(wheel.count)]
    roles = tokens.PROJECTOR.radar_name
    for role in roles:
        blocks = [lay_out(name, role, room) for name, room in zip(names, rooms, strict=True)]
        fits = (b.lines <= most and b.width <= b.box for b, most in zip(blocks, lines, strict=True))
        if all(fits):
            return blocks
    return [
        lay_out(name, roles[-1], room, max_lines=most)
        for name, room, most in zip(names, rooms, lines, strict=True)
    ]


def _room(end: QPointF, way: QPointF) -> float:
    """How wide a name may be at the end of its axis."""
    if abs(way.x()) < ACROSS:
        return parts.SPAN
    return parts.RIGHT - end.x() - BESIDE if way.x() > 0 else end.x() - BESIDE - parts.LEFT


def _left(end: QPointF, way: QPointF, whole: float, *, upright: bool) -> float:
    if upright:
        x = end.x() - whole / 2
        return min(max(x, parts.LEFT), parts.RIGHT - whole)
    return end.x() + BESIDE if way.x() > 0 else end.x() - BESIDE - whole


def _top(end: QPointF, way: QPointF, name: Block, *, upright: bool) -> float:
    if upright:
        return end.y() - OVER - name.height if way.y() < 0 else end.y() + OVER
    return end.y() - name.height / 2 + way.y() * OVER


def _paint_legend(painter: QPainter, scene: RadarScene, look: Look) -> None:
    """Which line is which, where there are two; and what has no axis."""
    palette, sizes = look.palette, tokens.RADAR_WALL
    foot = fit(
        scene.foot, (tokens.PROJECTOR.small,), FOOT_WIDTH, tokens.PROJECTOR.small.leading, cut=True
    )
    parts.end_line(painter, foot, parts.RIGHT, LEGEND_TOP, palette.ink2)
    if not scene.then:
        return
    x, y = float(parts.LEFT), LEGEND_TOP + tokens.PROJECTOR.small.leading / 2
    for text, pen in (
        (scene.now, _pen(palette.ink, sizes.line)),
        (scene.then, _pen(palette.edge, sizes.line, sizes.dash)),
    ):
        painter.save()
        painter.setPen(pen)
        painter.drawLine(QPointF(x, y), QPointF(x + LEGEND_LINE, y))
        painter.restore()
        word = line(text, tokens.PROJECTOR.small)
        x += LEGEND_LINE + LEGEND_GAP
        parts.start_line(painter, word, x, LEGEND_TOP, palette.ink2)
        x += word.width + LEGEND_APART
