"""Pack card: a framework to choose, with its sessions' shapes, its extent and its source."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from frameworks.collection import Entry, SessionOutline
from frameworks.shipped import DEFAULT_PACK
from ui.console.widgets.enter import is_enter
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.icons import paint_icon
from ui.painters import text as painted
from ui.painters.shapes import Mark, paint_shape_in
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.creation import (
    BREAK_MINUTES,
    CLOSE_MINUTES,
    OPENING_MINUTES,
    PROFILE_MINUTES,
    READ_BACK_MINUTES,
)
from workshop.words import Words

HEIGHT = 136
LEAST = 232  # narrower than this a card says too little
_PADDING_X, _PADDING_Y = 19, 17
_SHAPE, _SHAPE_GAP = 16, 6
_TICK, _TICK_GAP = 14, 6
_CHIP_PADDING = 8
_TITLE_TOP = _PADDING_Y + CONSOLE.chip + 10
_EXTENT_TOP = _TITLE_TOP + 20 + 2
_SOURCE_TOP = _EXTENT_TOP + 20 + 7
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class PackCard(QAbstractButton):
    """One of a group: `moved` carries the step that an arrow asks for. `checked` is "Chosen"."""

    moved = Signal(int)

    def __init__(self, theme: DesktopTheme, words: Words, entry: Entry) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.entry = entry
        self._extent = self._source = ""
        # Which one is chosen follows from the workshop alone; a click only asks for it.
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CARD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_entry(entry)

    def show_entry(self, entry: Entry) -> None:
        """Show a pack as it was read now."""
        self.entry = entry
        words = self._words
        if entry.refusal is not None:
            self._extent = words.say("Cannot be used")
            self._source = words.say("Press to see what is to be mended")
        else:
            self._extent = extent(entry, words)
            self._source = source_line(entry, words)
        sources = "; ".join(f"{each.title}, {each.author}" for each in entry.sources)
        self.setAccessibleName(f"{entry.title}, {self._extent}")
        self.setAccessibleDescription(sources or self._source)
        self.setToolTip("\n".join(part for part in (entry.title, sources) if part))
        self.update()

    def nextCheckState(self) -> None:
        """Nothing: the workshop says which one is chosen."""

    def sizeHint(self) -> QSize:
        return QSize(LEAST, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            self.moved.emit(-step if mirrored and sideways else step)
        elif is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        on, usable = self.isChecked(), self.entry.refusal is None
        lit = self.underMouse() and self.isEnabled() and not on
        edge = colours.ink if on else colours.edge if lit else colours.hairline
        stroke = tokens.STROKE_SELECTED if on else tokens.STROKE_EDGE
        paint_box(
            painter, QRectF(self.rect()), tokens.RADIUS_CARD, colours.surface, edge, stroke=stroke
        )
        right: float = self.width() - _PADDING_X
        if on:
            right = self._paint_chosen(painter) - _PADDING_X
        if usable:
            self._paint_shapes(painter, right)
        else:
            top = _PADDING_Y + (CONSOLE.chip - tokens.ICON_SIZE) / 2
            paint_icon(painter, "triangle-alert", _PADDING_X, top, colours.ink2)
        room = max(1.0, self.width() - 2 * _PADDING_X)
        lines = (
            (self.entry.title, DESKTOP.group_title, _TITLE_TOP, colours.ink),
            (self._extent, DESKTOP.body, _EXTENT_TOP, colours.ink2),
            (self._source, DESKTOP.secondary, _SOURCE_TOP, colours.ink3),
        )
        for text, role, top_, ink in lines:
            block = painted.lay_out(text, role, room, max_lines=1)
            block.paint(painter, _PADDING_X, top_, ink)

    def _paint_chosen(self, painter: QPainter) -> float:
        """Paint the word with its tick at the right; answers where it begins."""
        colours = self._theme.colours
        word = painted.line(self._words.say("Chosen"), DESKTOP.label)
        width = 2 * _CHIP_PADDING + _TICK + _TICK_GAP + round(word.width)
        box = QRectF(self.width() - _PADDING_X - width, _PADDING_Y, width, CONSOLE.chip)
        paint_box(painter, box, tokens.RADIUS_CHIP, colours.ink)
        left = box.x() + _CHIP_PADDING
        top = box.y() + (CONSOLE.chip - _TICK) / 2
        paint_icon(painter, "check", left, top, colours.paper, _TICK)
        text_top = box.y() + (CONSOLE.chip - word.height) / 2
        word.paint(painter, left + _TICK + _TICK_GAP, text_top, colours.paper)
        return box.x()

    def _paint_shapes(self, painter: QPainter, right: float) -> None:
        """A shape for each session; where they do not fit, how many more there are."""
        sessions = self.entry.sessions
        pitch = _SHAPE + _SHAPE_GAP
        fits = int((right - _PADDING_X + _SHAPE_GAP) // pitch)
        shown = len(sessions) if len(sessions) <= fits else max(0, fits - 2)
        top = _PADDING_Y + (CONSOLE.chip - _SHAPE) / 2
        for place, session in enumerate(sessions[:shown]):
            corner = QPointF(_PADDING_X + place * pitch, top)
            mark = Mark.HOLLOW if session.second else Mark.FILLED
            of = self._theme.of(session.theme)
            paint_shape_in(painter, session.theme, corner, _SHAPE, of, mark)
        if shown < len(sessions):
            more = painted.line(f"+{len(sessions) - shown}", DESKTOP.label)
            left = _PADDING_X + shown * pitch
            more.paint(painter, left, top + (_SHAPE - more.height) / 2, self._theme.colours.ink2)


def extent(entry: Entry, words: Words) -> str:
    """How many sessions and questions, and how long the day would be, as in 3 h 50."""
    sessions = words.count("{n} session", "{n} sessions", len(entry.sessions))
    questions = words.count("{n} question", "{n} questions", entry.questions)
    minutes = day_minutes(entry.sessions)
    length = words.say("{hours} h {minutes}", hours=minutes // 60, minutes=f"{minutes % 60:02}")
    return f"{sessions}, {questions}, {length}"


def day_minutes(sessions: Sequence[SessionOutline]) -> int:
    """Minutes of a new day with these sessions, all that `creation.whole_day` adds counted in."""
    breaks = len(range(2, len(sessions), 2))
    around = OPENING_MINUTES + PROFILE_MINUTES + READ_BACK_MINUTES + CLOSE_MINUTES
    return sum(session.minutes for session in sessions) + around + breaks * BREAK_MINUTES


def source_line(entry: Entry, words: Words) -> str:
    """Where a pack comes from, on one line."""
    if not entry.own and entry.id == DEFAULT_PACK:
        return words.count(
            "The default, from {n} source", "The default, from all {n} sources", len(entry.sources)
        )
    first = entry.sources[0].title
    more = len(entry.sources) - 1
    said = words.say("After {title}", title=first)
    if more:
        said = words.count("After {title} and {n} more", "After {title} and {n} more", more,
                           title=first)  # fmt: skip
    return words.say("Your own pack. {source}", source=said) if entry.own else said
