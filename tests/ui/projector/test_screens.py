"""Which screen carries the wall: chosen, remembered, unplugged, mirrored, alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from exports.look import tokens
from tests.ui.projector import samples
from tests.ui.projector.conftest import Clock
from ui.projector.identify import ScreenNumber
from ui.projector.screens import Screens, ScreenSource, key_of
from ui.projector.stage import Stage
from ui.projector.window import ProjectorWindow
from ui.settings import ScreenKey, Settings

LAPTOP, PROJECTOR = "Laptop", "Projector"


class Plugs(ScreenSource):
    """The machine's two screens, of which the test decides which are plugged in, by name."""

    def __init__(self, app: QApplication, *plugged: str) -> None:
        super().__init__(app)
        self.plugged = list(plugged)

    def screens(self) -> list[QScreen]:
        return [screen_named(name) for name in self.plugged]

    def plug(self, name: str) -> None:
        self.plugged.append(name)
        self.added.emit(screen_named(name))

    def unplug(self, name: str) -> None:
        self.plugged.remove(name)
        self.removed.emit(screen_named(name))


def screen_named(name: str) -> QScreen:
    return next(screen for screen in QApplication.screens() if screen.name() == name)


class Room:
    """A console, a projector's window and the screens they are on."""

    def __init__(
        self, app: QApplication, qtbot: QtBot, stage: Stage, clock: Clock, folder: Path
    ) -> None:
        self.app, self.qtbot = app, qtbot
        self.settings = Settings(folder)
        self.console = QWidget()
        self.window = ProjectorWindow(stage, samples.WORDS, clock)
        for widget in (self.console, self.window):
            qtbot.addWidget(widget)
        self.console.setScreen(screen_named(LAPTOP))
        self.console.setGeometry(100, 100, 900, 600)
        self.console.show()
        self.told: list[tuple[str, str]] = []

    def set_up(self, *plugged: str, rehearsed: bool = False) -> tuple[Screens, Plugs]:
        plugs = Plugs(self.app, *plugged)
        screens = Screens(
            self.window,
            self.console,
            self.settings,
            plugs,
            samples.WORDS,
            rehearsed=rehearsed,
        )
        plugs.setParent(screens)
        screens.lost.connect(lambda name: self.told.append(("lost", name)))
        screens.found.connect(lambda name: self.told.append(("found", name)))
        return screens, plugs

    def wall_is_on(self, name: str) -> bool:
        window = self.window
        full = window.isVisible() and window.isFullScreen()
        return full and window.geometry() == screen_named(name).geometry()


@pytest.fixture
def room(qapp: QApplication, qtbot: QtBot, stage: Stage, clock: Clock, tmp_path: Path) -> Room:
    return Room(qapp, qtbot, stage, clock, tmp_path)


def test_the_wall_goes_to_the_first_screen_that_is_not_the_consoles(room: Room) -> None:
    screens, _ = room.set_up(LAPTOP, PROJECTOR)
    screens.start()
    assert screens.current is not None
    assert screens.current.name() == PROJECTOR
    assert room.wall_is_on(PROJECTOR)
    assert not screens.alone


def test_with_one_screen_the_wall_stays_hidden_until_it_is_asked_for(room: Room) -> None:
    screens, _ = room.set_up(LAPTOP)
    screens.start()
    assert screens.alone
    assert not room.window.isVisible()
    screens.fill()
    assert screens.filled
    assert room.wall_is_on(LAPTOP)
    screens.unfill()
    assert not room.window.isVisible()
    assert room.console.isVisible()


def test_with_two_screens_nothing_fills_the_consoles(room: Room) -> None:
    screens, _ = room.set_up(LAPTOP, PROJECTOR)
    screens.start()
    screens.fill()
    assert not screens.filled
    assert room.wall_is_on(PROJECTOR)


def test_an_unplugged_projector_hides_the_wall_and_is_named(room: Room) -> None:
    screens, plugs = room.set_up(LAPTOP, PROJECTOR)
    screens.start()
    plugs.unplug(PROJECTOR)
    assert room.told == [("lost", "Projector")]
    assert not room.window.isVisible()
    assert screens.current is None
    assert screens.alone


def test_the_wall_comes_back_with_its_projector(room: Room) -> None:
    screens, plugs = room.set_up(LAPTOP, PROJECTOR)
    screens.start()
    plugs.unplug(PROJECTOR)
    plugs.plug(PROJECTOR)
    assert room.told == [("lost", "Projector"), ("found", "Projector")]
    assert room.wall_is_on(PROJECTOR)


def test_a_wall_never_covers_a_console_whose_own_screen_went(room: Room) -> None:
    screens, plugs = room.set_up(LAPTOP, PROJECTOR)
    screens.start()
    plugs.unplug(LAPTOP)
    assert screens.alone
    assert not room.window.isVisible()
    plugs.plug(LAPTOP)
    assert room.wall_is_on(PROJECTOR)


def test_a_lost_wall_waits_for_a_screen_that_is_plugged_in(room: Room) -> None:
    screens, plugs = room.set_up(LAPTOP, PROJECTOR)
    screens.start()
    plugs.unplug(PROJECTOR)
    screen_named(LAPTOP).geometryChanged.emit(screen_named(LAPTOP).geometry())
    assert screens.current is None
    assert not room.window.isVisible()


def test_a_wall_that_filled_the_only_screen_leaves_it_for_a_projector(room: Room) -> None:
    screens, plugs = room.set_up(LAPTOP)
    screens.start()
    screens.fill()
    plugs.plug(PROJECTOR)
    assert not screens.filled
    assert room.wall_is_on(PROJECTOR)
    assert room.told == []


def test_wall_and_console_change_places_with_one_key_and_back(room: Room) -> None:
    screens, _ = room.set_up(LAPTOP, PROJECTOR)
    screens.start()
    screens.swap()
    assert room.wall_is_on(LAPTOP)
    assert screen_named(PROJECTOR).geometry().contains(room.console.geometry().center())
    screens.swap()
    assert room.wall_is_on(PROJECTOR)
    assert screen_named(LAPTOP).geometry().contains(room.console.geometry().center())


def test_choosing_the_consoles_screen_swaps_the_two(room: Room) -> None:
    screens, _ = room.set_up(LAPTOP, PROJECTOR)
    screens.start()
    screens.choose(screen_named(LAPTOP))
    assert room.wall_is_on(LAPTOP)
    assert screen_named(PROJECTOR).geometry().contains(room.console.geometry().center())


def test_a_chosen_screen_is_remembered_by_name_and_size(room: Room, tmp_path: Path) -> None:
    screens, _ = room.set_up(LAPTOP, PROJECTOR)
    screens.start()
    screens.choose(screen_named(PROJECTOR))
    assert Settings(tmp_path).wall_screens == (ScreenKey("Projector", 1920, 1080),)


def test_a_remembered_screen_comes_before_the_first_other_one(room: Room) -> None:
    room.settings.remember_wall_screen(key_of(screen_named(LAPTOP)))
    room.console.setScreen(screen_named(PROJECTOR))
    room.console.move(screen_named(PROJECTOR).geometry().center() - QPoint(450, 300))
    screens, _ = room.set_up(LAPTOP, PROJECTOR)
    screens.start()
    assert room.wall_is_on(LAPTOP)


def test_changes_are_told(room: Room) -> None:
    screens, plugs = room.set_up(LAPTOP, PROJECTOR)
    told: list[None] = []
    screens.changed.connect(lambda: told.append(None))
    screens.start()
    plugs.unplug(PROJECTOR)
    screens.fill()
    screens.unfill()
    plugs.plug(PROJECTOR)
    assert len(told) == 5


def test_a_screen_that_comes_twice_or_goes_unknown_changes_nothing(room: Room) -> None:
    screens, plugs = room.set_up(LAPTOP, PROJECTOR)
    screens.start()
    plugs.added.emit(screen_named(PROJECTOR))
    assert len(screens.all) == 2
    lone, others = room.set_up(LAPTOP)
    others.removed.emit(screen_named(PROJECTOR))
    assert [screen.name() for screen in lone.all] == [LAPTOP]
    assert room.told == []


def test_two_mirrored_screens_count_as_one(room: Room) -> None:
    screens, _ = room.set_up(LAPTOP, LAPTOP)
    screens.start()
    assert screens.alone
    assert not room.window.isVisible()
    screens.fill()
    assert room.wall_is_on(LAPTOP)


def test_another_geometry_of_the_screen_is_followed(room: Room) -> None:
    screens, _ = room.set_up(LAPTOP, PROJECTOR)
    screens.start()
    room.window.showNormal()
    room.window.resize(300, 200)
    screen_named(PROJECTOR).geometryChanged.emit(screen_named(PROJECTOR).geometry())
    assert room.wall_is_on(PROJECTOR)


def test_every_screen_shows_its_number_when_asked(room: Room) -> None:
    screens, plugs = room.set_up(LAPTOP, PROJECTOR)
    screens.start()
    screens.identify()
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, ScreenNumber)]
    visible = [w for w in shown if w.isVisible()]
    assert {w.geometry().topLeft() for w in visible} == {
        screen_named(LAPTOP).geometry().topLeft(),
        screen_named(PROJECTOR).geometry().topLeft(),
    }
    assert {w.accessibleName() for w in visible} == {"Screen 1: Laptop", "Screen 2: Projector"}
    assert all(not w.grab().isNull() for w in visible)
    plugs.unplug(PROJECTOR)
    screens.hide_numbers()
    assert not any(
        w.isVisible() for w in QApplication.topLevelWidgets() if isinstance(w, ScreenNumber)
    )


def test_a_rehearsal_on_one_screen_pretends_a_projector_in_a_window(room: Room) -> None:
    screens, _ = room.set_up(LAPTOP, rehearsed=True)
    screens.start()
    assert screens.pretended
    assert not screens.alone
    assert not screens.console_seen
    assert room.window.isVisible()
    assert not room.window.isFullScreen()
    assert screen_named(LAPTOP).availableGeometry().contains(room.window.geometry())
    screens.fill()
    screens.swap()
    screens.choose(screen_named(LAPTOP))
    assert not screens.filled
    assert screens.pretended


def test_a_pretended_projector_gives_way_to_a_real_one_and_comes_back(room: Room) -> None:
    screens, plugs = room.set_up(LAPTOP, rehearsed=True)
    screens.start()
    plugs.plug(PROJECTOR)
    pretended = [screens.pretended]
    assert room.wall_is_on(PROJECTOR)
    plugs.unplug(PROJECTOR)
    pretended.append(screens.pretended)
    assert pretended == [False, True]
    assert room.window.isVisible()
    assert not room.window.isFullScreen()


def test_with_two_screens_a_rehearsal_is_as_the_day(room: Room) -> None:
    screens, _ = room.set_up(LAPTOP, PROJECTOR, rehearsed=True)
    screens.start()
    assert not screens.pretended
    assert room.wall_is_on(PROJECTOR)


def test_a_pretended_projector_stands_over_the_consoles_own_picture_of_the_wall(room: Room) -> None:
    screens, _ = room.set_up(LAPTOP, rehearsed=True)
    screens.start()
    place, console = room.window.geometry(), room.console.geometry()
    assert place.width() == tokens.CONSOLE.miniature_width
    assert place.right() < console.right()
    assert console.top() < place.top()
    assert place.bottom() < console.center().y() + place.height()
