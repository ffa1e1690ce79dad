"""What the first screen sets by number is what Qt calls it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from exports.look.tokens import DESKTOP
from ui import by_number
from ui.console.library.screen import LibraryScreen
from ui.console.navigation import Entry, Navigation
from ui.console.widgets.button import Button
from ui.console.widgets.text_label import TextLabel
from ui.theme import DesktopTheme
from workshop.words import Words


def test_each_number_is_qt_s_own() -> None:
    assert Qt.FocusPolicy.NoFocus.value == by_number.NO_FOCUS
    assert Qt.FocusPolicy.StrongFocus.value == by_number.STRONG_FOCUS
    assert Qt.TextFormat.PlainText.value == by_number.PLAIN_TEXT
    assert Qt.ScrollBarPolicy.ScrollBarAlwaysOff.value == by_number.NO_SCROLL_BAR


def test_widgets_take_what_was_set_by_number(qapp: QApplication) -> None:
    theme, words = DesktopTheme(), Words()
    assert TextLabel(theme, "<b>", DESKTOP.body).textFormat() is Qt.TextFormat.PlainText
    navigation = Navigation(theme, words)
    for entry in navigation.findChildren(Entry):
        assert entry.focusPolicy() is Qt.FocusPolicy.StrongFocus
    screen = LibraryScreen(theme, words)
    assert screen.beside.focusPolicy() is Qt.FocusPolicy.NoFocus
    for area in screen.findChildren(QScrollArea):
        assert area.focusPolicy() is Qt.FocusPolicy.NoFocus
        assert area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_the_style_lets_a_button_see_the_pointer_over_it(qapp: QApplication) -> None:
    """No button asks for that itself, since the attribute's name would come too soon."""
    theme, words = DesktopTheme(), Words()
    for button in (Button(theme, "Save"), Entry(theme, words.say("Actions"), "flag")):
        button.ensurePolished()
        assert button.testAttribute(Qt.WidgetAttribute.WA_Hover)
