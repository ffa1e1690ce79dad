"""Screen choice: the screens drawn to relative size; who carries the wall is chosen among them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QScreen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP
from ui.console.run.building import clear, row
from ui.console.widgets.enter import is_enter
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.projector.screens import Screens
from ui.projector.stage import Stage
from ui.projector.wall_view import WallView
from ui.theme import DesktopTheme
from workshop.words import Words

_WIDEST, _HIGHEST = 224, 126  # of a drawn screen
_GAP = 28
_BELOW = 8  # to the words
_DOT = 20
_TEXT = 28
_NUMBER = QPointF(12, 8)


class ScreenChoice(QWidget):
    """One radio button a screen; `chosen` carries the place of the screen in `Screens.all`."""

    chosen = Signal(int)

    def __init__(self, theme: DesktopTheme, words: Words, stage: Stage, screens: Screens) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._stage = stage
        self._screens = screens
        self.setAccessibleName(words.say("Which screen carries the wall"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.buttons: list[ScreenButton] = []
        self._row: QHBoxLayout = row(self, spacing=_GAP)
        self.refresh()

    def refresh(self) -> None:
        """Draw the screens as they are now; the focus stays at its place."""
        at = next((i for i, each in enumerate(self.buttons) if each.hasFocus()), None)
        clear(self._row)
        all_screens = self._screens.all
        self.buttons = [self._button(i, screen) for i, screen in enumerate(all_screens)]
        for each in self.buttons:
            self._row.addWidget(each, 0, Qt.AlignmentFlag.AlignBottom)
        self._row.addStretch()
        self._scale()
        if at is not None and self.buttons:
            self.buttons[min(at, len(self.buttons) - 1)].setFocus()

    def minimumSizeHint(self) -> QSize:
        return QSize(1, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._scale()
        super().resizeEvent(event)

    def _scale(self) -> None:
        """Give all the same scale, by which the largest fits and all stand side by side."""
        if not self.buttons:
            return
        widths = [each.place.width() for each in self.buttons]
        room = max(1, self.width() - _GAP * (len(widths) - 1))
        highest = max(each.place.height() for each in self.buttons)
        scale = min(_WIDEST / max(widths), _HIGHEST / highest, room / sum(widths))
        for each in self.buttons:
            each.set_scale(scale, room // len(widths))

    def _button(self, index: int, screen: QScreen) -> ScreenButton:
        words, screens = self._words, self._screens
        current = screens.current
        is_wall = current is not None and current.geometry() == screen.geometry()
        is_console = screens.shows_console(screen)
        number = words.number(index + 1)
        if is_wall:
            name = words.say("Display {n}, the wall", n=number)
        elif is_console:
            name = words.say("Display {n}, this console", n=number)
        else:
            name = words.say("Display {n}", n=number)
        ratio, size = screen.devicePixelRatio(), screen.size()
        pixels = f"{round(size.width() * ratio)} × {round(size.height() * ratio)}"
        told = screen.model().strip() or screen.name()
        detail = pixels if is_console or not told else f"{told}, {pixels}"
        live = is_wall or (screens.filled and is_console)
        button = ScreenButton(self._theme, number, name, detail, self._stage if live else None)
        button.place = QRectF(screen.geometry())
        button.setChecked(is_wall)
        if screens.alone:
            button.setEnabled(False)
            button.setAccessibleDescription(words.say("There is no other screen."))
        button.clicked.connect(lambda: self._choose(index))
        return button

    def _choose(self, index: int) -> None:
        self.chosen.emit(index)


class ScreenButton(QRadioButton):
    """One screen: drawn, named, and chosen to carry the wall; `stage` where it shows the wall."""

    def __init__(
        self, theme: DesktopTheme, number: str, name: str, detail: str, stage: Stage | None
    ) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self._name = name
        self._detail = detail
        self._box = QSize(1, 1)
        self._most = 10_000
        self.place = QRectF(0, 0, 16, 9)
        # An arrow key would move the wall at once: here it is chosen with Space or Enter.
        self.setAutoExclusive(False)
        self.setAccessibleName(f"{name}, {detail}")
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CHIP)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._view: WallView | None = None
        if stage is not None:
            self._view = WallView(stage, parent=self)
            self._view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._view.setAccessibleName(name)

    @property
    def drawn(self) -> QSize:
        """How large the screen is drawn."""
        return self._box

    def set_scale(self, scale: float, most: int) -> None:
        """Draw the screen at this scale, its words at most so wide."""
        self._box = QSize(round(self.place.width() * scale), round(self.place.height() * scale))
        self._most = most
        if self._view is not None:
            edge = 2
            self._view.setGeometry(
                edge, edge, self._box.width() - 2 * edge, self._box.height() - 2 * edge
            )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = max(
            painted.advance(self._name, DESKTOP.name),
            painted.advance(self._detail, DESKTOP.secondary),
        )
        width = max(self._box.width(), min(self._most, _TEXT + round(words) + 1))
        leading = DESKTOP.name.leading + DESKTOP.secondary.leading
        return QSize(width, self._box.height() + _BELOW + round(leading))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        wall = self._view is not None
        box = QRectF(0, 0, self._box.width(), self._box.height())
        edge, stroke = (colours.ink, 2.0) if wall else (colours.edge, 1.0)
        paint_box(painter, box, tokens.RADIUS_CHIP, colours.surface, edge, stroke=stroke)
        if not wall:
            number = painted.line(self._number, DESKTOP.screen_title)
            number.paint(painter, _NUMBER.x(), _NUMBER.y(), colours.ink)
        top = box.height() + _BELOW
        self._paint_dot(painter, top)
        room = self.width() - _TEXT
        name = painted.lay_out(self._name, DESKTOP.name, room + 0.99, max_lines=1)
        name.paint(painter, _TEXT, top, colours.ink)
        detail = painted.lay_out(self._detail, DESKTOP.secondary, room + 0.99, max_lines=1)
        detail.paint(painter, _TEXT, top + DESKTOP.name.leading, colours.ink3)

    def _paint_dot(self, painter: QPainter, top: float) -> None:
        colours = self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(_DOT / 2, top + _DOT / 2)
        painter.setPen(QPen(QColor(colours.ink if self.isChecked() else colours.edge), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, 8, 8)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.ink))
            painter.drawEllipse(centre, 4.5, 4.5)
