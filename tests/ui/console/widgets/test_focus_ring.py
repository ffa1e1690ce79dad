"""The focus ring follows the keyboard, keeps its gap, and leaves the mouse alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.console.widgets.button import Button
from ui.console.widgets.field import LineField
from ui.console.widgets.focus_ring import FocusRing
from ui.theme import DesktopTheme

TAB = Qt.FocusReason.TabFocusReason


@pytest.fixture
def ring(qapp: QApplication, theme: DesktopTheme) -> Iterator[FocusRing]:
    follower = FocusRing(qapp, theme)
    yield follower
    shiboken6.delete(follower)


class Form(QWidget):
    def __init__(self, theme: DesktopTheme) -> None:
        super().__init__()
        self.first = Button(theme, "Keep the vote")
        self.second = Button(theme, "Throw away")
        self.field = LineField(theme, "Owner")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        for widget in (self.first, self.second, self.field):
            column.addWidget(widget)
        column.addStretch()


@pytest.fixture
def form(qtbot: QtBot, theme: DesktopTheme, ring: FocusRing) -> Form:
    window = Form(theme)
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F12)  # someone uses the keyboard
    return window


def test_the_ring_is_ink_with_a_gap_of_paper(
    form: Form, ring: FocusRing, theme: DesktopTheme
) -> None:
    form.second.setFocus(TAB)
    assert ring.target is form.second
    image = form.grab().toImage()
    box = form.second.geometry()
    y = box.center().y()
    column = [image.pixelColor(box.left() - off, y).name().upper() for off in (1, 2, 3, 4, 5)]
    paper, ink = theme.colours.paper, theme.colours.ink
    assert column == [paper, paper, ink, ink, paper]


def test_the_ring_moves_with_the_focus_and_with_its_control(
    form: Form, ring: FocusRing, theme: DesktopTheme
) -> None:
    form.first.setFocus(TAB)
    form.second.setFocus(TAB)
    form.second.move(form.second.pos() + QPoint(0, 30))
    image = form.grab().toImage()
    box = form.second.geometry()
    at = image.pixelColor(box.center().x(), box.bottom() + 4)
    assert at.name().upper() == theme.colours.ink


def test_a_field_is_ringed_around_its_frame(form: Form, ring: FocusRing) -> None:
    form.field.editor.setFocus(TAB)
    assert ring.target is form.field.edge


def test_focus_by_mouse_has_no_ring_until_a_key_is_used(
    form: Form, ring: FocusRing, qtbot: QtBot
) -> None:
    spot = form.second.mapTo(form, form.second.rect().center())
    QTest.mouseClick(form.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)
    form.second.setFocus(Qt.FocusReason.MouseFocusReason)
    assert ring.target is None
    QTest.keyClick(form.windowHandle(), Qt.Key.Key_F12)
    assert ring.target is form.second


def test_the_ring_goes_when_its_control_is_hidden_or_deleted(
    form: Form, ring: FocusRing, qtbot: QtBot
) -> None:
    form.second.setFocus(TAB)
    form.second.hide()
    assert ring.target is not form.second
    form.first.setFocus(TAB)
    form.first.deleteLater()
    qtbot.waitUntil(lambda: ring.target is not form.first)


def test_a_ring_in_a_scroll_area_scrolls_with_its_control(
    qtbot: QtBot, theme: DesktopTheme, ring: FocusRing
) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    form = Form(theme)
    area.setWidget(form)
    area.show()
    qtbot.waitExposed(area)
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    form.second.setFocus(TAB)
    image = form.grab().toImage()
    box = form.second.geometry()
    at = image.pixelColor(box.left() - 3, box.center().y())
    assert at.name().upper() == theme.colours.ink


def test_typing_into_a_clicked_field_brings_no_ring_but_tab_does(
    form: Form, ring: FocusRing
) -> None:
    spot = form.field.editor.mapTo(form, form.field.editor.rect().center())
    QTest.mouseClick(form.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)
    form.field.editor.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.keyClick(form.windowHandle(), Qt.Key.Key_N)
    assert ring.target is None
    QTest.keyClick(form.windowHandle(), Qt.Key.Key_Backtab)
    assert ring.target is form.second
