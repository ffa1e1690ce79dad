"""The library is moved, and its backups restored, from the settings of the running app."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot

from tests.days import DAY, small_framework
from tests.ui.conftest import App
from ui.console.navigation import Section
from ui.console.settings.backups_part import BackupsPart
from ui.console.settings.screen import SettingsScreen
from ui.console.widgets.dialog import LossDialog
from ui.sections import Sections
from ui.settings import Settings
from ui.theme import Mode
from workshop import backup, place
from workshop.creation import NewTeam, NewWorkshop, create_workshop
from workshop.library import Library
from workshop.words import Words

Begin = Callable[[Path], App]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The facilitator's own library, with one workshop."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    own = place.default_path()
    with Library.open(own) as library:
        add(library, "Service review")
    Settings(own.parent).theme = Mode.DARK
    return own


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Another disk, which is what the dialog for folders answers."""
    folder = tmp_path / "other disk"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    return folder


def add(library: Library, title: str) -> None:
    new = NewWorkshop(title, "Clinic", DAY, 540, (NewTeam("A", 3),))
    create_workshop(library, small_framework(), new, Words())


def open_settings(app: App, qtbot: QtBot) -> SettingsScreen:
    sections = app.screen
    assert isinstance(sections, Sections)
    sections.choose("settings")
    return settled(app, qtbot)


def settled(app: App, qtbot: QtBot) -> SettingsScreen:
    """The settings on show, once they have looked at the library and its backups."""

    def there() -> None:
        assert isinstance(app.screen, Sections)
        shown = app.screen.shown
        assert isinstance(shown, SettingsScreen)
        assert app.shell.library is not None
        assert "MB" in shown.room.library_row.detail.text()

    qtbot.waitUntil(there)
    assert isinstance(app.screen, Sections)
    shown = app.screen.shown
    assert isinstance(shown, SettingsScreen)
    return shown


def asked(app: App, qtbot: QtBot) -> LossDialog:
    """The question on show."""
    found: list[LossDialog] = []

    def there() -> None:
        found[:] = [each for each in app.window.findChildren(LossDialog) if each.isVisible()]
        assert found

    qtbot.waitUntil(there)
    return found[0]


def press(button: QObject) -> None:
    assert isinstance(button, QAbstractButton)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def answer(app: App, qtbot: QtBot) -> str:
    """Choose what the question asks about; answers what it said."""
    dialog = asked(app, qtbot)
    said = dialog.accessibleDescription()
    press(dialog.loss)
    return said


def notice(app: App) -> str:
    return " ".join(each.cause + " " + each.safe for each in app.shell.notices.log)


def has_rows(backups: BackupsPart) -> bool:
    return bool(backups.rows)


def is_another(app: App, before: BackupsPart) -> bool:
    """Whether the settings on show were made since."""
    if not isinstance(app.screen, Sections):
        return False
    shown = app.screen.shown
    return isinstance(shown, SettingsScreen) and shown.backups is not before


def titles(app: App) -> set[str]:
    assert app.shell.library is not None
    return {line.title for line in app.shell.library.workshops()}


def test_the_app_goes_on_with_the_library_in_its_new_place(
    begin: Begin, path: Path, disk: Path, qtbot: QtBot
) -> None:
    app = begin(path)
    screen = open_settings(app, qtbot)
    press(screen.room.library_row.move_away)
    said = answer(app, qtbot)
    assert f"The old folder {path.parent} stays" in said
    new = disk / "Flipchart" / path.name
    qtbot.waitUntil(lambda: app.shell.library is not None and app.shell.library.path == new)
    screen = settled(app, qtbot)
    assert place.default_path() == new
    assert str(new.parent) in screen.room.library_row.detail.text()
    assert screen.room.library_row.move_away.isEnabled()
    assert f"What is left in {path.parent} can be deleted" in notice(app)
    assert titles(app) == {"Service review"}
    assert isinstance(app.screen, Sections)
    assert app.window.focusWidget() is app.screen.navigation.entries[Section.SETTINGS]
    screen.look.mode.setFocus()
    QTest.keyClick(screen.look.mode, Qt.Key.Key_Left)
    assert Settings(new.parent).theme is Mode.LIGHT
    assert Settings(path.parent).theme is Mode.DARK
    with Library.open(path) as old:  # nobody holds it any more
        assert len(old.workshops()) == 1


def test_esc_leaves_the_library_where_it_is(
    begin: Begin, path: Path, disk: Path, qtbot: QtBot
) -> None:
    app = begin(path)
    press(open_settings(app, qtbot).room.library_row.move_away)
    dialog = asked(app, qtbot)
    assert dialog.focusWidget() is dialog.safe
    QTest.keyClick(dialog.safe, Qt.Key.Key_Escape)
    assert not list(disk.iterdir())
    assert place.moved_to() is None


def test_a_library_that_is_there_is_offered_instead(
    begin: Begin, path: Path, disk: Path, qtbot: QtBot
) -> None:
    there = disk / path.name
    with Library.open(there) as other:
        add(other, "Last year")
    app = begin(path)
    press(open_settings(app, qtbot).room.library_row.move_away)
    assert "Nothing is written over" in answer(app, qtbot)
    qtbot.waitUntil(lambda: app.shell.library is not None and app.shell.library.path == there)
    settled(app, qtbot)
    assert titles(app) == {"Last year"}
    assert Settings(there.parent).theme is Mode.DARK


def test_why_a_folder_will_not_do_is_said_in_the_row(
    begin: Begin, path: Path, disk: Path, qtbot: QtBot
) -> None:
    (disk / "Flipchart").write_bytes(b"a file of that name")
    row = open_settings(begin(path), qtbot).room.library_row
    press(row.move_away)
    qtbot.waitUntil(lambda: "Choose another folder" in row.detail.text())
    assert row.move_away.isEnabled()


def test_a_move_that_fails_comes_back_to_the_old_place(
    begin: Begin, path: Path, disk: Path, qtbot: QtBot
) -> None:
    app = begin(path)
    press(open_settings(app, qtbot).room.library_row.move_away)
    dialog = asked(app, qtbot)
    disk.rmdir()  # pulled out while the question stands
    press(dialog.loss)
    qtbot.waitUntil(lambda: "could not be reached" in notice(app))
    settled(app, qtbot)
    assert app.shell.library is not None
    assert app.shell.library.path == path
    assert titles(app) == {"Service review"}


def test_closed_in_the_middle_the_move_is_finished(
    begin: Begin, path: Path, disk: Path, qtbot: QtBot
) -> None:
    app = begin(path)
    press(open_settings(app, qtbot).room.library_row.move_away)
    answer(app, qtbot)
    app.close()
    app.start.wait()
    assert place.default_path() == disk / "Flipchart" / path.name
    with Library.open(place.default_path()) as moved:
        assert len(moved.workshops()) == 1


def test_a_library_that_was_named_is_not_moved_and_says_so(
    begin: Begin, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    named = tmp_path / "named" / "flipchart.sqlite"
    with Library.open(named) as library:
        add(library, "Sample")
    row = open_settings(begin(named), qtbot).room.library_row
    assert not row.move_away.isEnabled()
    assert "It was named when Flipchart was started" in row.detail.text()


def test_a_moved_library_on_a_disk_that_is_not_there_is_said(
    begin: Begin, path: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick" / "Flipchart" / path.name
    place.remember(stick)
    app = begin(stick)
    assert app.shell.library is None
    assert not stick.exists()


def test_a_backup_is_made_and_listed(begin: Begin, path: Path, qtbot: QtBot) -> None:
    backups = open_settings(begin(path), qtbot).backups
    press(backups.now)
    qtbot.waitUntil(lambda: len(backups.rows) == 1)
    (row,) = backups.rows
    assert "1 workshop" in row.detail.text()
    assert row.control.accessibleName().startswith("Restore the backup of ")
    assert "made" in backups.head.detail.text()


def test_all_backups_unfold(begin: Begin, path: Path, qtbot: QtBot) -> None:
    with Library.open(path) as library:
        for _ in range(5):
            library.backup()
    backups = open_settings(begin(path), qtbot).backups
    qtbot.waitUntil(lambda: len(backups.rows) == 3)
    assert backups.more.text() == "Show all 5"
    press(backups.more)
    assert len(backups.rows) == 5
    press(backups.more)
    assert len(backups.rows) == 3


def test_backups_of_the_same_minute_are_told_apart(begin: Begin, path: Path, qtbot: QtBot) -> None:
    folder = backup.backup_folder(path)
    moment = int(datetime(2026, 3, 4, 9, 5, 6).timestamp() * 1000)
    for made_at in (moment, moment + 20_000, moment + 20_000, moment + 3_600_000):
        backup.write_backup(path, made_at, folder)
    backups = open_settings(begin(path), qtbot).backups
    qtbot.waitUntil(lambda: len(backups.rows) == 3)
    press(backups.more)
    said = [each.control.accessibleName().rpartition(", ")[2] for each in backups.rows]
    assert said == ["10:05", "09:05:26 (2)", "09:05:26 (1)", "09:05:06"]


def test_a_backup_is_restored_and_can_be_taken_back(begin: Begin, path: Path, qtbot: QtBot) -> None:
    with Library.open(path) as library:
        library.backup()
        add(library, "Made since")
    app = begin(path)
    for goes in ("Goes: “Made since”.", "Comes back: “Made since”."):
        backups = open_settings(app, qtbot).backups
        qtbot.waitUntil(partial(has_rows, backups))
        press(backups.rows[0].control)
        said = answer(app, qtbot)
        assert goes in said
        assert "backed up first" in said
        qtbot.waitUntil(partial(is_another, app, backups))
        settled(app, qtbot)
    assert titles(app) == {"Service review", "Made since"}
    assert "The newest backup is what was here before" in notice(app)
    assert len(backup.backups(path)) == 3


def test_a_damaged_backup_is_refused_in_a_sentence(begin: Begin, path: Path, qtbot: QtBot) -> None:
    with Library.open(path) as library:
        kept = library.backup()
    whole = bytearray(kept.read_bytes())
    whole[-8192:] = b"\xff" * 8192
    kept.write_bytes(whole)
    app = begin(path)
    backups = open_settings(app, qtbot).backups
    qtbot.waitUntil(lambda: bool(backups.rows))
    press(backups.rows[0].control)
    qtbot.waitUntil(lambda: "is damaged" in backups.head.detail.text())
    assert titles(app) == {"Service review"}
