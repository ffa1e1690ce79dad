"""A facilitator for tests: leads the real windows with real keys and clicks, as in the room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from exports.look import tokens
from ui.app import Start
from ui.console.prepare.screen import PrepareScreen
from ui.console.run.screen import RunScreen
from ui.console.window import ConsoleWindow
from ui.crash import Crash
from ui.projector.window import ProjectorWindow
from ui.shell import Shell
from workshop.scenes import TouchScene
from workshop.steps import State, day_state
from workshop.words import Words

GUARDED_MS = tokens.TAP_GUARD_MS + 50
"""After this a tap counts again: Qt's timers may end a few milliseconds early."""
KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


class Facilitator:
    """One start of the app on a library file, and a person at its keyboard."""

    def __init__(self, qtbot: QtBot, path: Path) -> None:
        self.qtbot = qtbot
        application = QApplication.instance()
        assert isinstance(application, QApplication), "pytest-qt made one"
        self.application = application
        self.crash = Crash()
        self.start = Start(application, path, Words(), self.crash)
        self.window: ConsoleWindow = self.start.window
        self.window.show()
        self.window.activateWindow()
        self.wait(lambda: self.start.shell is not None and self.shell.library is not None)

    # --- Hands on the keyboard ----------------------------------------------------------------

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the focus is."""
        if self.application.activeWindow() is not self.window:
            self.window.activateWindow()  # offscreen a click on the wall takes the focus along
            self.application.processEvents()  # its focus is there once that has come through
        popup = self.application.activePopupWidget()
        focus = popup or self.application.focusWidget() or self.window
        QTest.keyClick(focus, key, modifier)
        self.application.processEvents()

    def type(self, text: str) -> None:
        """Type plain letters where the focus is."""
        focus = self.application.focusWidget()
        assert focus is not None, f"nothing to type {text!r} into"
        QTest.keyClicks(focus, text)
        self.application.processEvents()

    def wait(self, until: Callable[[], bool], seconds: int = 10) -> None:
        """Let the app work until this holds; more `seconds` for an export of a whole day."""
        self.qtbot.waitUntil(until, timeout=seconds * 1000)
        self.application.processEvents()  # what has just come is not laid out yet

    # --- What is on the screens ---------------------------------------------------------------

    @property
    def shell(self) -> Shell:
        """What leads from screen to screen."""
        assert self.start.shell is not None, "the app has started"
        return self.start.shell

    @property
    def run(self) -> RunScreen:
        """The run screen of the workshop that is led."""
        assert self.shell.opened is not None, "no workshop is led"
        return self.shell.opened.screen

    @property
    def projector(self) -> ProjectorWindow:
        """The wall's window."""
        assert self.shell.opened is not None, "no workshop is led"
        return self.shell.opened.projector

    @property
    def state(self) -> State:
        """The state of the day."""
        assert self.shell.opened is not None, "no workshop is led"
        return day_state(self.shell.opened.live.facts())

    # --- A day --------------------------------------------------------------------------------

    def create(self, title: str, teams: Sequence[tuple[str, int]]) -> None:
        """Prepare a new workshop by keyboard, and open it."""
        self.press(KEY.Key_N, CONTROL)
        self.wait(lambda: self.shell.preparation is not None)
        self.type(title)
        self.press(KEY.Key_Backtab)
        self.type("Harbour Street Clinic")
        self.press(KEY.Key_Return, CONTROL)  # the panel of the day closes: to the first team
        for name, people in teams:
            self.type(name)
            self.press(KEY.Key_Return)
            self.type(str(people))
            self.press(KEY.Key_Return)
        self.press(KEY.Key_Return, CONTROL)
        self.wait(lambda: self.shell.opened is not None)

    @property
    def prepare(self) -> PrepareScreen:
        """The screen where a workshop is prepared."""
        assert self.shell.preparation is not None, "no workshop is prepared"
        return self.shell.preparation.screen

    def reach(self, wanted: State) -> None:
        """Press Space until the day is in this state."""
        for _ in range(12):
            if self.state is wanted:
                return
            self.press(KEY.Key_Space)
        raise AssertionError(f"{wanted} was not reached, the day is at {self.state}")

    def count_hands(self, by_team: Sequence[Sequence[int]]) -> None:
        """Type the tally: for each team the hands for 1, 2, 3 … and don't know."""
        self.press(KEY.Key_H)
        for counts in by_team:
            for hands in counts:
                if hands:
                    self.type(str(hands))
                self.press(KEY.Key_Tab)
        self.press(KEY.Key_Escape)

    def tap(self, answer: int) -> None:
        """Tap a target of the wall with the mouse; 0 is don't know."""
        at = QPointF(960, 874) if answer == 0 else QPointF(96 + 163 + 350.5 * (answer - 1), 622)
        self._click(at)
        self.wait(lambda: not self.projector.stage.pressing)

    def tap_hand_over(self) -> None:
        """Tap where the wall says to when one is alone at the screen."""
        self._click(QPointF(960, 910))
        self.wait(lambda: isinstance(self.projector.stage.wall.scene, TouchScene))
        self.qtbot.wait(GUARDED_MS)  # a second tap at once would count as a bounce

    def _click(self, at: QPointF) -> None:
        scale = self.projector.width() / 1920
        QTest.mouseClick(
            self.projector,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPoint(round(at.x() * scale), round(at.y() * scale)),
        )
        self.application.processEvents()

    def choose_folder(self, folder: Path) -> None:
        """Answer the folder dialog by typing the path."""
        self.wait(lambda: bool(self.window.findChildren(QFileDialog)))
        (dialog,) = self.window.findChildren(QFileDialog)
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(name, QLineEdit), "the dialog is Qt's own"
        name.setText(str(folder))
        choose = next(b for b in dialog.findChildren(QPushButton) if b.isDefault())
        QTest.mouseClick(choose, Qt.MouseButton.LeftButton)

    def close(self) -> None:
        """Close the window and wait until everything is kept."""
        opened = self.shell.opened
        if opened is not None and opened.live.library is not self.shell.library:
            self.shell.leave_workshop()  # a rehearsal would ask first
        with self.qtbot.waitSignal(self.start.ended):
            self.window.close()

    def grab(self, widget: QWidget, path: Path) -> None:
        """Keep a picture of a window."""
        widget.grab().save(str(path))
