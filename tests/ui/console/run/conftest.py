"""Fixtures of the run screen: a real day in a real library, on a real window and a real wall."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from frameworks.model import Framework
from tests.days import Day, begin_day
from ui.console.run.screen import RunScreen
from ui.leading import Leading
from ui.projector.screens import Screens, ScreenSource
from ui.projector.stage import Stage
from ui.projector.window import ProjectorWindow
from ui.settings import Settings
from ui.theme import DesktopTheme, load_fonts
from workshop.console_scene import ConsoleScene
from workshop.creation import NewItem, NewTeam
from workshop.steps import State

NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class Led:
    """A day that is being led: what a facilitator has before them."""

    day: Day
    window: QWidget
    run: RunScreen
    leading: Leading
    screens: Screens
    projector: ProjectorWindow
    app: QApplication

    @property
    def scene(self) -> ConsoleScene:
        assert self.leading.scene is not None
        return self.leading.scene

    def wall_shows(self, kind: type[object]) -> bool:
        """Whether the room sees a scene of that kind."""
        return isinstance(self.leading.stage.wall.scene, kind)

    def has_focus(self, widget: QWidget) -> bool:
        return self.app.focusWidget() is widget

    @property
    def focus(self) -> QWidget:
        widget = self.app.focusWidget()
        assert widget is not None
        return widget

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, *, settle: bool = True
    ) -> None:
        """Press and release a key where the focus is; `settle` lets a clicker's guard pass."""
        if settle:
            self.day.clock.moment += 1000
        QTest.keyClick(self.app.focusWidget() or self.window, key, modifiers)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    def reach(self, state: State, *, votes: int | None = None) -> None:
        self.day.reach(state, votes=votes)
        self.leading.refresh()
        self.app.processEvents()


class FewScreens(ScreenSource):
    """Only the first screens of the machine, as if the others were not plugged in."""

    def __init__(self, app: QApplication, parent: QWidget, seen: int) -> None:
        super().__init__(app, parent)
        self._seen = seen

    def screens(self) -> list[QScreen]:
        return super().screens()[: self._seen]


Lead = Callable[..., Led]


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> DesktopTheme:
    """The look, put on once: dressing the application again costs each test a tenth of a second."""
    theme = DesktopTheme(reduce_motion=True)
    theme.apply(qapp)
    load_fonts()
    return theme


@pytest.fixture
def lead(qtbot: QtBot, qapp: QApplication, theme: DesktopTheme, tmp_path: Path) -> Iterator[Lead]:
    """Begin a day and put it before the facilitator."""
    led: list[Led] = []

    def begin(
        teams: tuple[NewTeam, ...] = (NewTeam("Front desk", 3), NewTeam("Nursing", 4)),
        size: tuple[int, int] = (1440, 900),
        screens_seen: int = 2,
        framework: Framework | None = None,
        items: tuple[NewItem, ...] = (),
        day_in: Callable[[Path], Day] | None = None,
    ) -> Led:
        folder = tmp_path / str(len(led))
        if day_in is not None:
            day = day_in(folder)
        else:
            day = begin_day(folder, teams=teams, framework=framework, items=items)
        window = QWidget()
        window.resize(*size)
        stage = Stage(theme.look, day.clock, reduce_motion=True, parent=window)
        projector = ProjectorWindow(stage, day.live.words, day.clock)
        settings = Settings(tmp_path)
        source = FewScreens(qapp, window, screens_seen)
        screens = Screens(projector, window, settings, source, day.live.words)
        leading = Leading(day.live, stage, window)
        leading.take_taps_from(projector)
        run = RunScreen(theme, day.live.words, leading, screens, clock=day.clock)
        layout = QVBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(run)
        qtbot.addWidget(projector)
        qtbot.addWidget(window)
        window.show()
        screens.start()
        leading.start()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        run.parts.transport.next.setFocus()
        led.append(Led(day, window, run, leading, screens, projector, qapp))
        return led[-1]

    yield begin
    for each in led:
        each.run.closing()
        each.leading.close()
        each.day.library.close()


@pytest.fixture
def led(lead: Lead) -> Led:
    """A day with a front desk of three and nursing of four, at the welcome."""
    return lead()
