"""Buttons are as wide as their text, say why they are off, and work by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.widgets.button import Button, Kind
from ui.console.widgets.key_hint import KeyHint, key_hint_width
from ui.painters import text
from ui.theme import DesktopTheme

LONG = "Abstimmung schließen und Ergebnis noch nicht zeigen"


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("said", ["OK", LONG])
def test_a_button_is_never_narrower_than_its_text(
    qtbot: QtBot, theme: DesktopTheme, kind: Kind, said: str
) -> None:
    button = Button(theme, said, kind, icon="undo-2", key="Ctrl Z", trailing="chevron-right")
    qtbot.addWidget(button)
    needed = text.advance(said, DESKTOP.button) + key_hint_width("Ctrl Z") + 2 * 20 + 3 * 8
    assert button.minimumSizeHint().width() >= int(needed)


def test_buttons_are_36_high_and_large_ones_52(qtbot: QtBot, theme: DesktopTheme) -> None:
    plain, large = Button(theme, "Rehearse"), Button(theme, "Reveal", large=True)
    qtbot.addWidget(plain)
    qtbot.addWidget(large)
    assert plain.sizeHint().height() == CONSOLE.control
    assert large.sizeHint().height() == CONSOLE.control_large


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_with_focus_is_pressed_by_keyboard(
    qtbot: QtBot, theme: DesktopTheme, key: Qt.Key
) -> None:
    button = Button(theme, "Close the vote", Kind.PRIMARY)
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked, timeout=1000):
        QTest.keyClick(button, key)


def test_a_button_that_is_off_says_why(qtbot: QtBot, theme: DesktopTheme) -> None:
    button = Button(theme, "Open the vote")
    qtbot.addWidget(button)
    button.set_off("No seat is present yet")
    assert not button.isEnabled()
    assert button.toolTip() == button.accessibleDescription() == "No seat is present yet"
    button.set_on()
    assert button.isEnabled()
    assert button.toolTip() == ""


def test_the_accessible_name_follows_the_text(qtbot: QtBot, theme: DesktopTheme) -> None:
    button = Button(theme, "Close the vote")
    qtbot.addWidget(button)
    button.setText("Reveal 2 votes anyway")
    assert button.accessibleName() == "Reveal 2 votes anyway"


def test_a_key_hint_takes_room_only_while_its_key_works(qtbot: QtBot, theme: DesktopTheme) -> None:
    button = Button(theme, "Close the vote", key="Space")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    button.set_key("")
    assert button.sizeHint().width() == wide - key_hint_width("Space") - 8
    assert button.key == ""


def test_a_wide_button_keeps_its_text_left_and_its_key_right(
    qtbot: QtBot, theme: DesktopTheme
) -> None:
    button = Button(theme, "Count hands", icon="hand", key="H")
    qtbot.addWidget(button)
    button.resize(400, 36)
    image = button.grab().toImage()
    ink = theme.colours.ink
    columns = [
        x
        for x in range(4, 396)
        if any(image.pixelColor(x, y).name().upper() == ink for y in range(10, 26))
    ]
    assert min(columns) < 30
    assert max(x for x in columns if x < 300) < 160


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_paints_in_every_state(qtbot: QtBot, theme: DesktopTheme, kind: Kind) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    button = Button(theme, "Rehearse", kind, parent=holder)
    for off in (False, True):
        button.setEnabled(not off)
        for down in (False, True):
            button.setDown(down)
            assert not button.grab().isNull()


def test_a_key_hint_names_its_key(qtbot: QtBot, theme: DesktopTheme) -> None:
    hint = KeyHint(theme, "Tab")
    qtbot.addWidget(hint)
    hint.set_key("Page Down")
    assert hint.accessibleName() == "Page Down"
    assert hint.sizeHint().width() == key_hint_width("Page Down")
