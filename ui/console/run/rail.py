"""Rail: the agenda at the left, what is done with its score, what is ahead with its time."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP, MEDIUM, SEMIBOLD, Type
from frameworks.theme import Theme
from ui.console.run.big_clock import BigClock
from ui.console.run.building import Sheet, column, row, scrolled
from ui.console.widgets.enter import is_enter
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.console.widgets.stat import Progress
from ui.console.widgets.text_label import TextLabel, Tone
from ui.icons import paint_icon
from ui.keys import OWNS_KEYS
from ui.painters import text as painted
from ui.painters.shapes import Mark, paint_shape_in
from ui.painters.surfaces import paint_box, paint_line
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene, DayClock, RailItem, RailQuestion, Standing
from workshop.kinds import ItemKind
from workshop.words import Words

_SHAPE = 16
_SIDE = 8  # left of the lines, where the focus ring has room
_TEXT_LEFT = CONSOLE.rail_indent - _SIDE
_EDGE = 6
_GAP = 8
_ICONS = {
    ItemKind.OPENING: "presentation",
    ItemKind.REVIEW: "repeat",
    ItemKind.GROUP_WORK: "users",
    ItemKind.BREAK: "coffee",
    ItemKind.PROFILE: "chart-column",
    ItemKind.PRIORITIES: "flag",
    ItemKind.ACTION_PLANNING: "flag",
    ItemKind.READ_BACK: "list",
    ItemKind.CLOSE: "check",
}

Line = tuple[RailItem, RailQuestion | None]


class Rail(QWidget):
    """256 px at the left. `jumped` carries an item's id and a question's, or None for its start."""

    jumped = Signal(str, object)
    left = Signal()

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._rail: tuple[RailItem, ...] = ()
        self._kinds: Mapping[str, ItemKind] = {}
        self._lines: list[RailLine] = []
        self.setAccessibleName(words.say("Agenda"))
        self.setFixedWidth(CONSOLE.rail)
        self._list = Sheet()
        self._column = column(self._list, (_SIDE, 4, _SIDE, 4))
        self._column.addStretch()
        self._area = scrolled(self._list, words.say("Agenda"))
        self.clock = BigClock(theme, words)
        self._foot = _Foot(theme, words)
        whole = column(self, (0, 10, 0, 0))
        whole.addWidget(self._area, 1)
        whole.addWidget(self.clock)
        whole.addWidget(self._foot)

    def show_scene(self, scene: ConsoleScene, kinds: Mapping[str, ItemKind]) -> None:
        """Show where the day stands; `kinds` says what the items without a theme are."""
        self._foot.show_clock(scene.clock)
        if scene.rail == self._rail and kinds == self._kinds:
            return
        self._rail, self._kinds = scene.rail, kinds
        lines: list[Line] = []
        for item in scene.rail:
            lines.append((item, None))
            lines += [(item, question) for question in item.questions]
        while len(self._lines) < len(lines):
            self._grow()
        for widget, line in zip(self._lines, lines, strict=False):
            widget.show_line(line, self._kinds.get(line[0].id))
        for widget in self._lines[len(lines) :]:
            widget.hide()
        self._show_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_current()

    def take_focus(self) -> None:
        """Let the arrow keys choose where to jump to."""
        current = self._current()
        if current is not None:
            current.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _grow(self) -> None:
        line = RailLine(self._theme, self._words)
        line.clicked.connect(lambda: self._jump(line))
        line.moved.connect(lambda step: self._move(line, step))
        line.left.connect(self.left)
        self._lines.append(line)
        self._column.insertWidget(self._column.count() - 1, line)

    def _show_current(self) -> None:
        """Bring the line of where the day is into sight, with some of what follows."""
        current = self._current()
        if current is not None:
            self._area.ensureWidgetVisible(current, 0, 80)

    def _current(self) -> RailLine | None:
        """The line of the question in work, else that of the item, else the first."""
        shown = [line for line in self._lines if not line.isHidden()]
        now = [line for line in shown if line.standing is Standing.NOW]
        return now[-1] if now else next(iter(shown), None)

    def _jump(self, line: RailLine) -> None:
        item, question = line.line
        self.jumped.emit(item.id, question.id if question else None)

    def _move(self, line: RailLine, step: int) -> None:
        shown = [each for each in self._lines if not each.isHidden()]
        at = min(len(shown) - 1, max(0, shown.index(line) + step))
        shown[at].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._area.ensureWidgetVisible(shown[at], 0, 20)


class RailLine(QAbstractButton):
    """An agenda item or a question; a click or Enter jumps there."""

    moved = Signal(int)
    left = Signal()

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._kind: ItemKind | None = None
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CONTROL)
        self.setProperty(OWNS_KEYS, True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def standing(self) -> Standing:
        """Done, now or ahead."""
        item, question = self.line
        return question.standing if question else item.standing

    @property
    def here(self) -> bool:
        """Whether the day stands at this very line: a question, or an item with none in work."""
        item, question = self.line
        if question is None and any(each.standing is Standing.NOW for each in item.questions):
            return False
        return self.standing is Standing.NOW

    @property
    def left_out(self) -> bool:
        """Whether the day goes past it."""
        item, question = self.line
        return question.left_out if question else item.left_out

    def show_line(self, line: Line, kind: ItemKind | None) -> None:
        """Show an item, or one of its questions."""
        self.line = line
        self._kind = kind
        item, question = line
        self._text = question.short if question else item.title
        self._value = question.value if question else item.value
        # Tab comes by here once, at the line in work; the others are reached by the arrows.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self.here else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(" ".join(part for part in (self._text, self._value) if part))
        self.setAccessibleDescription(self._words.say("Jump there"))
        self.setToolTip(self._text)
        self.show()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        _, question = self.line
        small = question is not None and self.standing is not Standing.NOW
        return QSize(CONSOLE.rail, CONSOLE.rail_question if small else CONSOLE.rail_session)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        elif is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        item, question = self.line
        here = self.here
        box = QRectF(self.rect())
        colours = self._theme.colours
        if here:
            wash, bar = colours.sunken, colours.ink
            if item.theme is not None:
                wash, bar = self._theme.of(item.theme).tint, self._theme.of(item.theme).key
            paint_box(painter, box, tokens.RADIUS_CONTROL, wash)
            side = QRectF(box.x(), box.y(), CONSOLE.rail_bar, box.height())
            paint_box(painter, side, CONSOLE.rail_bar / 2, bar)
        elif self.underMouse():
            paint_box(painter, box, tokens.RADIUS_CONTROL, colours.sunken)
        if question is None:
            self._paint_mark(painter, item)
        self._paint_texts(painter, item.theme if here else None)

    def _paint_mark(self, painter: QPainter, item: RailItem) -> None:
        corner = QPointF(_EDGE, (self.height() - _SHAPE) / 2)
        if item.theme is None:
            name = _ICONS.get(self._kind, "clock") if self._kind else "clock"
            ink = self._tone()
            paint_icon(painter, name, corner.x(), corner.y(), ink, _SHAPE)
            return
        mark = Mark.HOLLOW if item.second else Mark.FILLED
        if item.standing is Standing.AHEAD:
            mark = Mark.AHEAD
        colours = self._theme.of(item.theme)
        paint_shape_in(painter, item.theme, corner, _SHAPE, colours, mark)

    def _paint_texts(self, painter: QPainter, session: Theme | None) -> None:
        value = painted.line(self._value, self._value_role())
        right = self.width() - _EDGE
        ink = self._theme.of(session).ink if session is not None else self._tone()
        value.paint(painter, right - value.width, (self.height() - value.height) / 2, ink)
        text = painted.lay_out(self._text, self._role(), self._room(), max_lines=1)
        text.paint(painter, _TEXT_LEFT, (self.height() - text.height) / 2, self._tone())
        if self.left_out:
            middle = self.height() / 2 + 1
            through = QLineF(_TEXT_LEFT, middle, _TEXT_LEFT + text.width, middle)
            paint_line(painter, through, self._tone())

    def _room(self) -> float:
        value = painted.advance(self._value, self._value_role())
        return self.width() - _TEXT_LEFT - _EDGE - (value + _GAP if value else 0) + 0.99

    def _role(self) -> Type:
        _, question = self.line
        if self.standing is Standing.NOW:
            return DESKTOP.strong
        if question is not None:
            return DESKTOP.body
        return DESKTOP.strong if self.standing is Standing.DONE else DESKTOP.name

    def _value_role(self) -> Type:
        _, question = self.line
        if self.standing is Standing.NOW:
            return DESKTOP.secondary._replace(weight=SEMIBOLD if self.here else MEDIUM)
        if self.standing is Standing.DONE:
            return DESKTOP.figures if question is not None else DESKTOP.figures_strong
        return DESKTOP.figures._replace(size=13, leading=18)

    def _tone(self) -> str:
        _, question = self.line
        colours = self._theme.colours
        if self.standing is Standing.NOW:
            return colours.ink
        if self.left_out:
            return colours.ink3
        if question is not None:
            return colours.ink2 if self.standing is Standing.DONE else colours.ink3
        return colours.ink if self.standing is Standing.DONE else colours.ink2


class _Foot(QWidget):
    """How much of the day is spent, and when it will end."""

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._spent = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2)
        self._finish = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2)
        self._bar = Progress(theme, words.say("Time spent"), height=4)
        texts = row()
        texts.addWidget(self._spent)
        texts.addStretch()
        texts.addWidget(self._finish)
        whole = column(self, (16, 12, 16, 24), 8)
        whole.addLayout(texts)
        whole.addWidget(self._bar)

    def show_clock(self, clock: DayClock) -> None:
        self._spent.setText(clock.spent)
        self._finish.setText(clock.finish)
        self._bar.set_part(clock.fraction)
