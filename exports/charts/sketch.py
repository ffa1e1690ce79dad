"""Sketch: what a drawing is made with: set texts, marks of the themes, and shapes one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exports.drawing import Align, Circle, Drawing, Line, Point, Polygon, Rect, Shape, Text
from exports.look import shapes, tokens
from exports.look.tokens import Look, ThemeColours, Type
from exports.pdf.direction import reads_rtl
from exports.pdf.furniture import baseline
from exports.pdf.typesetter import Style, Typesetter
from frameworks.theme import Theme

LOOK: Look = tokens.LIGHT
SHRINK = 0.92  # from one size to the next where no role is small enough
SMALLEST = 1.0  # points; nothing that the app takes in comes near it
ANY_HEIGHT = float("inf")


@dataclass(frozen=True, slots=True)
class Setting:
    """A text set in lines of one type role: each line with its width and whether it reads from
    the right.
    """

    lines: tuple[tuple[str, float, bool], ...]
    type: Type

    @property
    def height(self) -> float:
        """All lines, each as high as its leading."""
        return len(self.lines) * self.type.leading

    @property
    def width(self) -> float:
        """The widest line."""
        return max((width for _, width, _ in self.lines), default=0.0)


class Sketch:
    """A drawing in the making, on `paper`; its texts are set by `setter`."""

    def __init__(self, setter: Typesetter, paper: str = LOOK.palette.paper) -> None:
        self.setter = setter
        self.paper = paper
        self.palette = LOOK.palette
        self.shapes: list[Shape] = []

    def colours(self, theme: Theme) -> ThemeColours:
        """The colours of a theme."""
        return LOOK.themes[theme]

    def drawing(
        self, width: float, height: float, title: str = "", description: str = ""
    ) -> Drawing:
        """What has been drawn so far, on a page of that size."""
        return Drawing(width, height, tuple(self.shapes), title, description)

    def rect(
        self,
        box: tuple[float, float, float, float],
        fill: str | None = None,
        edge: str | None = None,
        *,
        stroke: float = 0.0,
        radius: float = 0.0,
    ) -> None:
        """A rectangle given as x, y, width and height."""
        self.shapes.append(Rect(*box, fill, edge, stroke, radius))

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        colour: str,
        stroke: float,
        dash: tuple[float, float] | None = None,
    ) -> None:
        """A straight line."""
        self.shapes.append(Line(*start, *end, colour, stroke, dash))

    def polygon(
        self,
        points: tuple[Point, ...],
        *,
        fill: str | None = None,
        edge: str | None = None,
        stroke: float = 0.0,
        dash: tuple[float, float] | None = None,
    ) -> None:
        """Corners joined all around."""
        self.shapes.append(Polygon(points, fill, edge, stroke, dash=dash))

    def polyline(self, points: tuple[Point, ...], colour: str, stroke: float) -> None:
        """Lines from point to point, open at the end."""
        self.shapes.append(Polygon(points, None, colour, stroke, closed=False))

    def circle(self, x: float, y: float, radius: float, fill: str) -> None:
        """A filled circle."""
        self.shapes.append(Circle(x, y, radius, fill))

    def measure(self, text: str, type: Type) -> float:
        """How wide a text is on one line."""
        return self.setter.width(text, Style(type, self.palette.ink))

    def text(
        self, text: str, x: float, base: float, type: Type, colour: str, align: Align = "start"
    ) -> float:
        """One line of text on its baseline; gives its width."""
        width = self.measure(text, type)
        if text.strip():
            rtl = reads_rtl(text)
            self.shapes.append(Text(x, base, text, type, colour, width, align, rtl))
        return width

    def set(
        self,
        text: str,
        roles: Sequence[Type],
        width: float,
        height: float = ANY_HEIGHT,
        *,
        balanced: bool = True,
        sentence: bool = False,
    ) -> Setting:
        """`text` in the first of `roles` in which it fits the box without breaking a word.

        Where none does the last one is made smaller: first for the words' sake, then until the
        lines fit. A text is never cut. A `sentence` of ours reads as the interface does, also
        where it begins with a name that reads from the right.
        """
        settings = [self._set(text, role, width, balanced, sentence) for role in roles]
        for setting in settings:
            if setting.height <= height and self._whole(text, setting.type, width):
                return setting
        fitting = (setting for setting in settings if setting.height <= height)
        found = next(fitting, None)
        role = roles[-1]
        while found is None and role.size > SMALLEST:
            role = role.scaled(SHRINK)
            setting = self._set(text, role, width, balanced, sentence)
            found = setting if setting.height <= height else None
        return found or settings[-1]

    def cut(self, setting: Setting, lines: int, width: float) -> Setting:
        """The first so many lines of a set text, ending in … where there are more."""
        if len(setting.lines) <= lines:
            return setting
        (last, _, rtl), (after, *_) = setting.lines[lines - 1 : lines + 1]
        style = Style(setting.type, self.palette.ink)
        shown = self.setter.shorten(f"{last} {after}", style, width)
        if not shown.text.endswith("…"):  # two short lines stand on one
            shown = self.setter.shorten(f"{last}…", style, width)
        kept = setting.lines[: lines - 1]
        return Setting((*kept, (shown.text, shown.width, rtl)), setting.type)

    def put(
        self, setting: Setting, x: float, top: float, colour: str, align: Align = "start"
    ) -> float:
        """Draw a set text from `top` downwards; gives the y below it.

        Lines that read from the right begin at the right end of the widest one.
        """
        for number, (text, width, rtl) in enumerate(setting.lines):
            base = top + number * setting.type.leading + baseline(setting.type)
            indent = setting.width - width if rtl and align == "start" else 0.0
            left = x + indent
            self.shapes.append(Text(left, base, text, setting.type, colour, width, align, rtl))
        return top + setting.height

    def mark(
        self, theme: Theme, x: float, y: float, radius: float, *, second: bool = False
    ) -> None:
        """The shape of a theme around (x, y), as a thick outline for a second session."""
        colours = self.colours(theme)
        if second:
            stroke = tokens.HOLLOW_STROKE * radius
            radius -= stroke / 2  # a thick line grows outwards too; keep the outer size
            if colours.key != colours.fill:
                self.outline(theme, x, y, radius, edge=colours.key, stroke=stroke + 2)
            self.outline(theme, x, y, radius, edge=colours.fill, stroke=stroke)
            return
        stroke = tokens.SHAPE_STROKE / tokens.SHAPE_RADIUS * radius
        self.outline(theme, x, y, radius, fill=colours.fill, edge=colours.key, stroke=stroke)

    def outline(
        self,
        theme: Theme,
        x: float,
        y: float,
        radius: float,
        *,
        fill: str | None = None,
        edge: str | None = None,
        stroke: float = 0.0,
    ) -> None:
        """The shape of a theme in colours of its own."""
        corners = shapes.polygon(tokens.SHAPES[theme], radius)
        if corners:
            points = tuple((x + dx, y + dy) for dx, dy in corners)
            self.shapes.append(Polygon(points, fill, edge, stroke))
        else:
            self.shapes.append(Circle(x, y, radius, fill, edge, stroke))

    def _set(self, text: str, role: Type, width: float, balanced: bool, sentence: bool) -> Setting:
        style = Style(role, self.palette.ink)
        lines: list[tuple[str, float, bool]] = []
        for paragraph in text.strip().splitlines():
            rtl = not sentence and reads_rtl(paragraph)
            arrange = self.setter.balance if balanced else self.setter.wrap
            lines += [(line.text, line.width, rtl) for line in arrange(paragraph, style, width)]
        return Setting(tuple(lines), role)

    def _whole(self, text: str, role: Type, width: float) -> bool:
        """Whether every word has room on a line of its own."""
        return all(self.measure(word, role) <= width for word in text.split())
