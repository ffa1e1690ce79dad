"""Fixtures of Prepare's parts: the look, dressed once, and a window that has the focus."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.console.run.building import Sheet, column, scrolled
from ui.theme import DesktopTheme, load_fonts
from workshop.words import Words


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> DesktopTheme:
    """The look, put on once: dressing the application again costs each test a tenth of a second."""
    theme = DesktopTheme(reduce_motion=True)
    theme.apply(qapp)
    load_fonts()
    return theme


@pytest.fixture
def words() -> Words:
    return Words("en")


Show = Callable[..., QWidget]


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Iterator[Show]:
    """Put parts below each other into a window that scrolls, and let it have the focus."""
    shown: list[QWidget] = []  # a window that nobody refers to is deleted

    def put(*parts: QWidget, size: tuple[int, int] = (1036, 772)) -> QWidget:
        sheet = Sheet()
        lines = column(sheet, (30, 24, 22, 24))
        for part in parts:
            lines.addWidget(part)
        lines.addStretch()
        window = scrolled(sheet, "Prepare")
        window.resize(*size)
        qtbot.addWidget(window)
        shown.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: qapp.activeWindow() is window)
        return window

    yield put
    QThreadPool.globalInstance().waitForDone()
