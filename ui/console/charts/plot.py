"""Plot: a chart laid out for a width, with marks that can be stood on; it paints and never asks."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from exports.look.tokens import Look

At = tuple[int, int]
"""Where a mark stands in its chart: in which line, and in which place of it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark: the box it is met in, and what it says in one sentence.

    It leads to `question_id`, or where that is empty to `session_id`; `radius` rounds its focus.
    """

    box: QRectF
    said: str
    question_id: str = ""
    session_id: str = ""
    radius: float = 4.0


class Plot(ABC):
    """A chart in logical pixels. `place` comes first; all else is what it was placed to."""

    @abstractmethod
    def place(self, width: float, room: float) -> float:
        """Lay out for this width, into `room` where that is high enough; answers the height."""

    @abstractmethod
    def paint(self, painter: QPainter, look: Look, clip: QRectF) -> None:
        """Paint what lies in `clip`."""

    @abstractmethod
    def spots(self, line: int) -> Sequence[Spot]:
        """The marks of a line, from left to right."""

    @property
    @abstractmethod
    def lines(self) -> int:
        """How many lines of marks there are."""

    @property
    def pages(self) -> int:
        """Over how many pages the columns go."""
        return 1

    @property
    def page(self) -> int:
        """Which of them is shown, from 0."""
        return 0

    def turn(self, page: int) -> None:
        """Show another page of columns, before the chart is placed anew. Raises IndexError."""
        if page:
            raise IndexError(f"there is no page {page}")

    def page_of(self, at: At) -> int:
        """On which page a mark stands."""
        return 0

    def places(self, line: int) -> int:
        """How many marks a line has."""
        return len(self.spots(line))

    def spot(self, at: At) -> Spot | None:
        """The mark there; None where there is none."""
        line, place = at
        if not 0 <= line < self.lines:
            return None
        spots = self.spots(line)
        return spots[place] if 0 <= place < len(spots) else None

    def at(self, point: QPointF) -> At | None:
        """The mark at a point; where several lie over each other the smallest, then the nearest."""
        for line in self.lines_at(point.y()):
            met = [
                (_size_and_way(spot.box, point), place)
                for place, spot in enumerate(self.spots(line))
                if spot.box.contains(point)
            ]
            if met:
                return line, min(met)[1]
        return None

    def name_at(self, point: QPointF) -> tuple[str, QRectF] | None:
        """The name that is written there, perhaps not whole, and where it stands."""
        return None

    def lines_at(self, y: float) -> Sequence[int]:
        """The lines that may have a mark at this height."""
        return range(self.lines)


def _size_and_way(box: QRectF, point: QPointF) -> tuple[int, float]:
    way = box.center() - point
    return round(box.width() * box.height()), way.x() ** 2 + way.y() ** 2


class ListedPlot(Plot):
    """A plot whose marks are made when it is placed; for charts of a few hundred marks at most."""

    def __init__(self) -> None:
        self._marks: list[tuple[Spot, ...]] = []

    @property
    def lines(self) -> int:
        return len(self._marks)

    def spots(self, line: int) -> Sequence[Spot]:
        return self._marks[line]
