"""X11 day: the app as `main.py` starts it, with somebody at its keys who tells what they saw.

    python -m tests.ui.x11_day LIBRARY

Prints one line of JSON, a list of (what, value), and ends with the app's own exit code.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import main
from ui import app
from ui.opened import OpenedWorkshop
from workshop.steps import day_state

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
PATIENCE_S = 20.0
LOOK_EVERY_MS = 10

Step = tuple[str, Callable[[], object]]


class Person(QObject):
    """Does one thing after the other, each once what was waited for is so."""

    def __init__(self, start: app.Start) -> None:
        super().__init__(start)
        self._start = start
        self._seen: dict[str, object] = {}
        self._steps = self._day()
        self._waited_for = next(self._steps)
        self._since = monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_EVERY_MS)

    def _look(self) -> None:
        what, so = self._waited_for
        if monotonic() - self._since > PATIENCE_S:
            sys.exit(f"waited in vain for {what}; seen so far: {self._seen}")
        if not so():
            return
        self._since = monotonic()
        try:
            self._waited_for = next(self._steps)
        except StopIteration:
            self._timer.stop()

    def _day(self) -> Iterator[Step]:
        window = self._start.window
        yield "the library", lambda: self._start.shell and self._start.shell.library
        yield "the window's focus", window.isActiveWindow
        self._press(KEY.Key_N, CONTROL)
        yield "the draft", lambda: self._start.shell and self._start.shell.preparation
        self._prepare()
        yield "the workshop", lambda: self._opened is not None
        projector = self._led.projector
        handle = projector.windowHandle
        yield "the wall", lambda: handle() is not None and handle().isExposed()
        other = next(each for each in self._led.screens.all if each is not window.screen())
        wanted = other.geometry()
        yield (
            "the whole screen",
            lambda: projector.geometry() == projector.frameGeometry() == wanted,
        )
        self._tell("screens", sorted(each.name() for each in self._led.screens.all))
        self._tell("wall fills the other screen", handle().geometry() == wanted)
        yield "the console's focus", window.isActiveWindow
        self._tell("focus at first", self._has_focus())
        for name, key in (("F5", KEY.Key_F5), ("Esc", KEY.Key_Escape)):
            self._press(key)
            self._tell(
                f"wall after {name}", projector.isVisible() and projector.geometry() == wanted
            )
        before = self._state()
        self._press(KEY.Key_PageDown)
        yield "the next scene", lambda: self._state() != before
        self._tell("state after PageDown", self._state())
        self._tell("focus at last", self._has_focus())
        window.close()
        sys.stdout.write(json.dumps(self._seen) + "\n")

    @property
    def _opened(self) -> OpenedWorkshop | None:
        return None if self._start.shell is None else self._start.shell.opened

    @property
    def _led(self) -> OpenedWorkshop:
        assert self._opened is not None, "a workshop is led"
        return self._opened

    def _prepare(self) -> None:
        self._type("Service review")
        self._press(KEY.Key_Return, CONTROL)
        self._type("Nursing")
        self._press(KEY.Key_Return)
        self._type("12")
        self._press(KEY.Key_Return, CONTROL)

    def _press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(QApplication.focusWidget() or self._start.window, key, modifier)

    def _type(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None, f"nothing to type {text!r} into"
        QTest.keyClicks(focus, text)

    def _state(self) -> str:
        return day_state(self._led.live.facts()).value

    def _has_focus(self) -> bool:
        return QApplication.focusWindow() is self._start.window.windowHandle()

    def _tell(self, what: str, value: object) -> None:
        self._seen[what] = value


class LedStart(app.Start):
    """The app's own start, with somebody at its keys."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        Person(self)


if __name__ == "__main__":
    app.Start = LedStart  # type: ignore[assignment, misc] # it is what `open_app` makes
    sys.exit(main.main(["--library", sys.argv[1]]))
