"""Page of a chart that leaves the house: heading above, source below, the chart between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from exports.charts.sketch import Sketch
from exports.drawing import Drawing
from exports.look.tokens import CHART
from exports.pdf.furniture import baseline
from exports.pdf.typesetter import Typesetter
from frameworks.theme import Theme

WIDTH: Final = 1600.0
HEIGHT: Final = 900.0
LEFT: Final = 80.0
RIGHT: Final = WIDTH - LEFT
ACROSS: Final = RIGHT - LEFT
TOP: Final = 42.0
BOTTOM: Final = HEIGHT - 36.0
BAND: Final = 38.0  # of a rehearsal, along the upper edge
HEADING_HEIGHT: Final = 150.0
TEXT_HEIGHT: Final = 118.0
SOURCE_HEIGHT: Final = 60.0
HEADER_GAP: Final = 12.0
GAP: Final = 24.0  # between heading, chart and foot
HAIRLINE: Final = 1.5
RULE: Final = 2.5
MARK: Final = 12.0  # radius of the shape beside the session's name
MARK_PLACE: Final = 15.0  # of its middle, from the margin
MARK_ROOM: Final = 42.0
WORD_GAP: Final = 16.0


@dataclass(frozen=True, slots=True)
class Imprint:
    """What stands on every chart of a day: its source, and what marks a rehearsal ("" else)."""

    source: str
    rehearsal: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over a chart: `name` with `topic` and, at the right, `aside` in one line; the
    `heading` sentence, with a `remark` behind it and a `figure` at the right; and a `text` below.
    """

    heading: str
    name: str = ""
    topic: str = ""
    aside: str = ""
    remark: str = ""
    figure: str = ""
    text: str = ""
    theme: Theme | None = None
    second: bool = False


class ChartPage:
    """A page of paper with a heading and a foot; `top` and `bottom` bound what is free."""

    def __init__(self, setter: Typesetter, imprint: Imprint, head: Head) -> None:
        self.sketch = Sketch(setter)
        self.ink = self.sketch.palette.ink
        self.ink2 = self.sketch.palette.ink2
        self.head = head
        self.sketch.rect((0.0, 0.0, WIDTH, HEIGHT), self.sketch.paper)
        self.top = TOP
        if imprint.rehearsal:
            self._band(imprint.rehearsal)
        if head.name or head.topic or head.aside:
            self._header(head)
        self._heading(head)
        source = self.sketch.set(
            imprint.source, (CHART.source,), ACROSS, SOURCE_HEIGHT, sentence=True
        )
        self.bottom = BOTTOM - source.height
        self.sketch.put(source, LEFT, self.bottom, self.ink2)
        self.bottom -= GAP / 2

    def drawing(self, description: str) -> Drawing:
        """The page as it was drawn."""
        return self.sketch.drawing(WIDTH, HEIGHT, self.head.heading, description)

    def foot(self, left: str, right: str = "") -> None:
        """Notes over the source, at the left and at the right."""
        room = ACROSS if not (left and right) else (ACROSS - 2 * GAP) / 2
        notes = [
            self.sketch.set(
                text, (CHART.note,), room, 3 * CHART.note.leading, balanced=False, sentence=True
            )
            for text in (left, right)
        ]
        height = max(note.height for note in notes)
        if not height:
            return
        self.bottom -= height
        self.sketch.put(notes[0], LEFT, self.bottom, self.ink2)
        self.sketch.put(notes[1], RIGHT, self.bottom, self.ink2, "end")
        self.bottom -= GAP / 2

    def rule(self, y: float, x: float = LEFT, width: float = ACROSS) -> None:
        """A hairline from `x` to the right."""
        self.sketch.line((x, y), (x + width, y), self.sketch.palette.hairline, HAIRLINE)

    def _band(self, said: str) -> None:
        self.sketch.rect((0.0, 0.0, WIDTH, BAND), self.ink)
        setting = self.sketch.set(said, (CHART.source_strong,), ACROSS, BAND)
        self.sketch.put(setting, LEFT, (BAND - setting.height) / 2, self.sketch.paper)
        self.top += BAND - 8.0

    def _header(self, head: Head) -> None:
        """Mark and name, the topic behind it, the aside at the right; long ones in more lines."""
        x, role = LEFT, CHART.header
        middle = self.top + role.leading / 2
        if head.theme is not None:
            self.sketch.mark(head.theme, x + MARK_PLACE, middle, MARK, second=head.second)
            x += MARK_ROOM
        aside = self.sketch.set(head.aside, (CHART.header_plain,), ACROSS / 4)
        room = RIGHT - x - (aside.width + 2 * GAP if head.aside else 0.0)
        wanted = self.sketch.measure(head.name, role) + 1.0
        if head.topic and wanted > room / 2:
            wanted = room / 2
        name = self.sketch.set(head.name, (role,), min(room, wanted), balanced=False)
        self.sketch.put(name, x, self.top, self.ink)
        after = x + (name.width + WORD_GAP if head.name else 0.0)
        topic = self.sketch.set(head.topic, (CHART.header_plain,), room - (after - x))
        self.sketch.put(topic, after, self.top, self.ink2)
        self.sketch.put(aside, RIGHT, self.top, self.ink2, "end")
        self.top += max(name.height, topic.height, aside.height, role.leading) + HEADER_GAP

    def _heading(self, head: Head) -> None:
        remark = self.sketch.measure(head.remark, CHART.header_plain) if head.remark else 0.0
        room = ACROSS - (remark + WORD_GAP if remark else 0.0)
        if head.figure:
            role = CHART.heading[0]
            base = self.top + baseline(role)
            room -= 2 * GAP + self.sketch.text(head.figure, RIGHT, base, role, self.ink, "end")
        heading = self.sketch.set(head.heading, CHART.heading, room, HEADING_HEIGHT, sentence=True)
        bottom = self.sketch.put(heading, LEFT, self.top, self.ink)
        if heading.lines and head.remark:
            x = LEFT + heading.lines[-1][1] + WORD_GAP
            base = bottom - heading.type.leading + baseline(heading.type)
            self.sketch.text(head.remark, x, base, CHART.header_plain, self.ink2)
        self.top = max(bottom, self.top + (CHART.heading[0].leading if head.figure else 0.0))
        if head.text:
            text = self.sketch.set(head.text, CHART.question, ACROSS, TEXT_HEIGHT)
            self.top = self.sketch.put(text, LEFT, self.top + 8.0, self.ink2)
        self.top += GAP
