"""Projector window: the wall full screen, which takes no focus and answers touch alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QInputDevice, QMouseEvent, QScreen, QShowEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from exports.look import tokens
from ui.projector.scenes import hand_over, touch
from ui.projector.stage import Stage
from ui.projector.wall_view import WallView
from ui.projector.warm import Warm
from workshop.scenes import HandOverScene, TouchScene
from workshop.words import Words, mark

WALL = mark("Flipchart: the wall")
PRETENDED = mark("Rehearsal: what the projector would show")
_WHOLE = (
    Qt.WindowType.Window
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.WindowStaysOnTopHint
)
_FRAMED = (
    Qt.WindowType.Tool
    | Qt.WindowType.CustomizeWindowHint
    | Qt.WindowType.WindowTitleHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)


class ProjectorWindow(WallView):
    """Carries the wall on one screen.

    `turn_opened` comes when the hand-over's target was tapped, `answered` with the step that was
    (1 is the lowest, 0 don't know). `clock` gives ms and tells a second tap from a double one.
    """

    turn_opened = Signal()
    answered = Signal(int)

    def __init__(
        self, stage: Stage, words: Words, clock: Callable[[], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(stage, touchable=True, parent=parent)
        self._clock = clock
        self._tapped_at: int | None = None
        self._words = words
        self._framed = False
        self.setWindowFlags(_WHOLE)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWindowTitle(words.say(WALL))
        self.setAccessibleName(words.say("The wall"))
        stage.scene_changed.connect(self._set_cursor)
        # Now, and not when the event loop comes round: the room waits for it, and the console's
        # parts are about to be filled.
        stage.entered.connect(self.repaint)
        self.warm = Warm(stage, words, self)
        self._set_cursor()

    def show_on(self, screen: QScreen) -> None:
        """Fill `screen`, wherever the window was before."""
        place = screen.geometry()
        self._dress(framed=False)
        if self.windowHandle() is not None and self.geometry() != place:
            # Desktops hold a full-screen window where it is, and Qt its place in the scale of the
            # screen it was on: a new one has neither.
            self.hide()
            self.destroy()
        self.setScreen(screen)
        self.setGeometry(place)
        # showFullScreen would ask for the focus, which is the console's.
        self.setWindowState(self.windowState() | Qt.WindowState.WindowFullScreen)
        self.show()
        self.raise_()

    def show_framed(self, screen: QScreen, console: QWidget) -> None:
        """Stand above the console on its own screen, as a window to be moved and made larger.

        The console's dialogs stand above it in turn.
        """
        if self._framed and self.isVisible():
            return
        self._dress(framed=True)
        # Where the console shows the wall small: it says the same, so nothing is lost below.
        size = QSize(tokens.CONSOLE.miniature_width, tokens.CONSOLE.miniature_height)
        place = console.window().geometry().intersected(screen.availableGeometry())
        corner = QPoint(size.width() + tokens.PRETEND_BESIDE, -tokens.PRETEND_BELOW)
        self.setScreen(screen)
        self.setGeometry(QRect(place.topRight() - corner, size))
        self.winId()  # makes the handle
        handle = self.windowHandle()
        if handle is not None:
            handle.setTransientParent(console.window().windowHandle())
        self.show()

    def _dress(self, *, framed: bool) -> None:
        """Take or leave the frame; a window that changes its kind has to be made anew."""
        if framed is self._framed:
            return
        self._framed = framed
        self.hide()
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.setWindowFlags(_FRAMED if framed else _WHOLE)
        self.setWindowTitle(self._words.say(PRETENDED if framed else WALL))
        self._set_cursor()

    def please_tap_again(self, text: str) -> None:
        """The last tap could not be kept: let the room read `text`, and the targets come back."""
        self._tapped_at = None
        self.stage.say(text)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.warm.begin()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            # Taken in every case, so that Qt makes no mouse event of it that counts twice.
            event.accept()
            if event.type() is QEvent.Type.TouchBegin and event.points():
                self._tap(event.points()[0].position())
            return True
        if event.type() is QEvent.Type.ToolTip:
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.deviceType() is QInputDevice.DeviceType.TouchScreen:
            return
        if event.button() is Qt.MouseButton.LeftButton:
            self._tap(event.position())

    def closeEvent(self, event: QCloseEvent) -> None:
        # The desktop's own ways of closing a window are not the facilitator's.
        if event.spontaneous():
            event.ignore()
        else:
            self.warm.stop()
            super().closeEvent(event)

    def _tap(self, position: QPointF) -> None:
        now = self._clock()
        last, self._tapped_at = self._tapped_at, now
        if last is not None and 0 <= now - last < tokens.TAP_GUARD_MS:
            return
        if self.stage.pressing:
            return
        scene, point = self.stage.wall.scene, self.to_design(position)
        if isinstance(scene, HandOverScene) and hand_over.TARGET.contains(point):
            self.turn_opened.emit()
        elif isinstance(scene, TouchScene):
            answer = touch.answer_at(scene, point)
            if answer is not None:
                self.stage.press(answer)
                self.answered.emit(answer)

    def _set_cursor(self) -> None:
        to_touch = isinstance(self.stage.wall.scene, (HandOverScene, TouchScene))
        shown = self._framed or to_touch
        self.setCursor(Qt.CursorShape.ArrowCursor if shown else Qt.CursorShape.BlankCursor)
