"""The settings screen: every choice is kept at once, and says what it means."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.console.run.review_keys import REVIEW_KEYS
from ui.console.settings.screen import SettingsScreen
from ui.keys import DOES
from ui.settings import Settings
from ui.theme import DesktopTheme, Mode
from workshop.library import Library
from workshop.step_lengths import StepLengths
from workshop.words import Words

KEY = Qt.Key


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library" / "flipchart.sqlite") as opened:
        yield opened


@pytest.fixture
def theme() -> DesktopTheme:
    return DesktopTheme(Mode.LIGHT)


@pytest.fixture
def settings(library: Library) -> Settings:
    kept = Settings(library.path.parent)
    kept.theme = Mode.LIGHT
    return kept


@pytest.fixture
def screen(
    qtbot: QtBot, theme: DesktopTheme, settings: Settings, library: Library
) -> SettingsScreen:
    made = SettingsScreen(theme, Words(), settings, library, lambda: "the report")
    qtbot.addWidget(made)
    made.resize(1240, 900)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: "MB" in made.room.library_row.detail.text())
    return made


def kept(settings: Settings, library: Library) -> Settings:
    """The settings as another start reads them."""
    return Settings(library.path.parent)


def choose(widget: QWidget, *keys: Qt.Key) -> None:
    """Press keys where this widget has the focus; a list that opens takes what follows."""
    widget.setFocus()
    for key in keys:
        popup = QApplication.activePopupWidget()
        focus = None if popup is None else popup.focusWidget()
        QTest.keyClick(widget if focus is None else focus, key)


def test_the_theme_changes_at_once_and_is_kept(
    screen: SettingsScreen, theme: DesktopTheme, settings: Settings, library: Library
) -> None:
    choose(screen.look.mode, KEY.Key_Right)
    assert kept(settings, library).theme is Mode.DARK
    assert theme.is_dark


def test_the_wall_may_differ_from_the_console(
    screen: SettingsScreen, settings: Settings, library: Library
) -> None:
    assert settings.wall_theme is None
    choose(screen.look.wall, KEY.Key_Right)
    assert kept(settings, library).wall_theme is Mode.DARK


def test_the_wall_is_said_to_follow_the_console_until_it_has_a_look_of_its_own(
    screen: SettingsScreen, settings: Settings
) -> None:
    before = screen.look.wall.current
    choose(screen.look.mode, KEY.Key_Right)
    assert screen.look.wall.current != before
    assert settings.wall_theme is None
    choose(screen.look.wall, KEY.Key_Left)
    own = screen.look.wall.current
    choose(screen.look.mode, KEY.Key_Left)
    assert screen.look.wall.current == own


def test_text_size_holds_from_the_next_start_and_says_so(
    screen: SettingsScreen, settings: Settings, library: Library
) -> None:
    choose(screen.look.text_size, KEY.Key_Space, KEY.Key_Down, KEY.Key_Return)
    assert kept(settings, library).text_percent == 110
    assert "next start" in screen.look.size_row.detail.text()


def test_times_of_discussion_and_vote_are_kept(
    screen: SettingsScreen, settings: Settings, library: Library
) -> None:
    choose(screen.room.discuss, KEY.Key_Space, KEY.Key_Down, KEY.Key_Return)
    choose(screen.room.vote, KEY.Key_Space, KEY.Key_Up, KEY.Key_Return)
    assert kept(settings, library).lengths == StepLengths(discuss_s=240, vote_s=60)


def test_switches_are_turned_with_space(
    screen: SettingsScreen, theme: DesktopTheme, settings: Settings, library: Library
) -> None:
    choose(screen.room.sound, KEY.Key_Space)
    choose(screen.look.still, KEY.Key_Space)
    again = kept(settings, library)
    assert again.sound
    assert again.reduce_motion
    assert theme.reduce_motion


def test_a_folder_for_second_copies_is_chosen_and_given_up(
    screen: SettingsScreen, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "FLIP-2"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    choose(screen.room.copies, KEY.Key_Space, KEY.Key_Down, KEY.Key_Return)
    assert (settings.copies_folder, screen.room.copies.text()) == (stick, "FLIP-2")
    choose(screen.room.copies, KEY.Key_Space, KEY.Key_Down, KEY.Key_Return)
    assert (settings.copies_folder, screen.room.copies.text()) == (None, "No second copy")


def test_choosing_no_folder_after_all_changes_nothing(
    screen: SettingsScreen, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    choose(screen.room.copies, KEY.Key_Space, KEY.Key_Down, KEY.Key_Return)
    assert settings.copies_folder is None
    assert screen.room.copies.text() == "No second copy"


def test_the_library_says_where_it_lies_and_that_it_is_sound(
    screen: SettingsScreen, library: Library
) -> None:
    text = screen.room.library_row.detail.text()
    assert str(library.path.parent) in text
    assert "sound" in text


def test_the_report_goes_to_the_clipboard(screen: SettingsScreen) -> None:
    choose(screen.about.copy, KEY.Key_Space)
    assert QGuiApplication.clipboard().text() == "the report"
    assert screen.about.copy.text() == "Copied"


def test_the_licences_unfold_and_name_what_may_be_replaced(screen: SettingsScreen) -> None:
    assert screen.about.list.isHidden()
    choose(screen.about.licences, KEY.Key_Space)
    assert "LGPL 3" in screen.about.list.text()
    choose(screen.about.licences, KEY.Key_Space)
    assert screen.about.list.isHidden()


def test_every_key_of_a_led_workshop_is_listed(screen: SettingsScreen) -> None:
    said = {label.text() for label in screen.keys.findChildren(QWidget) if hasattr(label, "text")}
    review = {each.does for each in REVIEW_KEYS}
    assert {Words().say(does) for does in DOES.values()} | review <= said


def test_every_control_has_a_name_and_is_reached_by_tab(screen: SettingsScreen) -> None:
    controls = (
        screen.look.mode, screen.look.wall, screen.look.text_size, screen.look.still,
        screen.look.language, screen.look.region, screen.room.discuss, screen.room.vote,
        screen.room.sound, screen.room.copies, screen.room.library_row.open, screen.room.deleted,
        screen.about.copy, screen.about.licences, screen.about.keys,
    )  # fmt: skip
    for control in controls:
        assert control.accessibleName() or isinstance(control, QAbstractButton)
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_narrow_window_stands_the_columns_one_under_the_other(
    qtbot: QtBot, screen: SettingsScreen
) -> None:
    screen.resize(824, 600)
    qtbot.waitUntil(lambda: screen.room.y() >= 0 and screen.look.width() > 600)
    assert (
        screen.look.mapTo(screen, screen.look.rect().bottomLeft()).y()
        < screen.about.mapTo(screen, screen.about.rect().topLeft()).y()
    )


def test_what_cannot_be_read_counts_as_never_chosen(library: Library) -> None:
    (library.path.parent / "settings.ini").write_text(
        "[look]\ntext_percent=400\nwall=purple\n[room]\ndiscuss_s=-5\nvote_s=x\n", encoding="utf-8"
    )
    found = Settings(library.path.parent)
    assert found.text_percent == 100
    assert found.wall_theme is None
    assert found.lengths == StepLengths()
    assert found.deleted_days == 30


def test_only_text_sizes_that_the_screen_shows_are_offered(
    screen: SettingsScreen, settings: Settings
) -> None:
    look = screen.look
    assert screen.screen().availableSize() == QSize(1440, 900)
    assert look.text_size.texts == ("100 %", "110 %", "120 %", "130 %", "140 %")
    assert look.size_row.detail.text() == "This screen shows up to 140 %."


def test_a_text_size_chosen_on_a_larger_screen_stays_the_choice(
    screen: SettingsScreen, settings: Settings
) -> None:
    settings.text_percent = 150
    screen.hide()
    screen.show()
    assert screen.look.text_size.texts[screen.look.text_size.current] == "150 %"
    assert screen.look.size_row.detail.text() == "This screen shows up to 140 %."


def test_what_is_offered_does_not_depend_on_how_large_the_console_is_drawn(
    screen: SettingsScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_SCALE_FACTOR", "1.5")  # a screen of 2160 x 1350 then
    screen.hide()
    screen.show()
    assert screen.look.text_size.texts[-1] == "150 %"
    assert screen.look.size_row.detail.text() == "Up to 150 %."
