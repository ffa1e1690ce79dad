"""The ring around what has the keyboard's focus: 2 px of ink, 2 px off, over everything else.

A widget cannot paint outside its own rectangle, and a style sheet's outline has no gap; so one
widget that lets the mouse through follows the focus instead.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from exports.look import tokens
from ui.console.widgets.focus_shape import FOCUS_BOX, FOCUS_HEIGHT, FOCUS_RADIUS
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme

_MARGIN: Final = tokens.FOCUS_GAP + tokens.FOCUS_WIDTH
_MOVES: Final = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
    QEvent.Type.DynamicPropertyChange,
}


class FocusRing(QObject):
    """Follows the focus of a whole application; shown for focus by keyboard only."""

    def __init__(self, application: QApplication, theme: DesktopTheme) -> None:
        super().__init__(application)
        self._theme = theme
        self._by_keyboard = True
        self._target: QWidget | None = None
        self._ring: _Ring | None = None
        self._followed: list[QWidget] = []
        self._window: QWindow | None = None
        application.focusChanged.connect(self._on_focus_changed)
        application.focusWindowChanged.connect(self._on_window_changed)
        self._on_window_changed(application.focusWindow())

    @property
    def target(self) -> QWidget | None:
        """What the ring stands around, or None while it is not shown."""
        shown = self._ring is not None and isValid(self._ring) and not self._ring.isHidden()
        return self._target if shown else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            if isinstance(watched, QWindow) and not self._is_typing(event):
                self._use_keyboard(True)
        elif kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWindow):
            self._use_keyboard(False)
        elif kind in _MOVES:
            self._place()
        return False

    def _use_keyboard(self, by_keyboard: bool) -> None:
        if by_keyboard != self._by_keyboard:
            self._by_keyboard = by_keyboard
            self._place()

    def _is_typing(self, event: QKeyEvent) -> bool:
        """Whether the key goes into a text, which is no sign that someone moves by keyboard."""
        moves = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        texts = (QLineEdit, QPlainTextEdit, QTextEdit)
        return not moves and isinstance(QApplication.focusWidget(), texts)

    def _on_window_changed(self, window: QWindow | None) -> None:
        # Input reaches the window first; a filter on the application would see every event.
        if self._window is not None:
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)
            window.destroyed.connect(self._forget_window)

    def _forget_window(self) -> None:
        self._window = None

    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        self._leave()
        if now is None or now.isWindow():
            return
        target = _ringed(now)
        host = _host(target)
        self._target = target
        self._ring = _Ring(self._theme, host)
        widget: QWidget | None = target
        while widget is not None and widget is not host:
            widget.installEventFilter(self)
            self._followed.append(widget)
            widget = widget.parentWidget()
        self._place()

    def _leave(self) -> None:
        for widget in self._followed:
            if isValid(widget):  # the focus also leaves what is being deleted
                widget.removeEventFilter(self)
        self._followed.clear()
        self._target = None
        ring, self._ring = self._ring, None
        if ring is not None and isValid(ring):  # it goes with the window it lies in
            ring.hide()
            ring.deleteLater()

    def _place(self) -> None:
        ring, target = self._ring, self._target
        if ring is None or target is None or not isValid(ring) or not isValid(target):
            return
        host = ring.host
        if not self._by_keyboard or not target.isVisible() or not host.isAncestorOf(target):
            ring.hide()
            return
        part = target.property(FOCUS_BOX)
        if not isinstance(part, QRect) or part.isEmpty():
            part = target.rect()
        box = QRect(target.mapTo(host, part.topLeft()), part.size())
        box.setHeight(round(_number(target, FOCUS_HEIGHT) or box.height()))
        ring.radius = (_number(target, FOCUS_RADIUS) or 0) + _MARGIN
        ring.setGeometry(box.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))
        ring.show()
        ring.raise_()


class _Ring(QWidget):
    """The ring itself; a child of what scrolls with its target."""

    def __init__(self, theme: DesktopTheme, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        self.host = host
        self.radius: float = tokens.RADIUS_CONTROL
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self._theme.colours.ink
        box = QRectF(self.rect())
        paint_box(painter, box, self.radius, None, ink, stroke=tokens.FOCUS_WIDTH)


def _number(widget: QWidget, name: str) -> float | None:
    value = widget.property(name)
    return float(value) if isinstance(value, (int, float)) else None


def _ringed(widget: QWidget) -> QWidget:
    """The control to ring: the widget, or the frame that a text editor sits in."""
    candidate: QWidget | None = widget
    for _ in range(3):
        if candidate is None:
            break
        if _number(candidate, FOCUS_RADIUS) is not None:
            return candidate
        candidate = candidate.parentWidget()
    return widget


def _host(widget: QWidget) -> QWidget:
    """What scrolls with the widget, or its window."""
    host = widget
    while (parent := host.parentWidget()) is not None and not host.isWindow():
        host = parent
        above = host.parentWidget()
        scrolls = above is not None and isinstance(above.parentWidget(), QAbstractScrollArea)
        if scrolls and above is not None and above.objectName() == "qt_scrollarea_viewport":
            break
    return host
