"""What the tests of the charts share: a day that is led, and its panel once it was read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.console.run.conftest import Lead, Led, lead, theme
from ui.console.charts.panel import ChartsPanel

__all__ = ["Lead", "Led", "Open", "lead", "theme"]
Open = Callable[[Led], ChartsPanel]


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    """Press C, wait until what is revealed was read, and stand on the day's own chart."""

    def open_panel(led: Led) -> ChartsPanel:
        led.press(Qt.Key.Key_C)
        panel = led.run.parts.charts
        qtbot.waitUntil(lambda: panel.board.reading is not None and panel.settled)
        if panel.board.reading is not None and panel.board.reading.keys:
            panel.board.choose(panel.board.reading.keys[0])
        return panel

    return open_panel


@pytest.fixture
def led(lead: Lead) -> Led:
    """A day with a front desk of three and nursing of four, at the welcome."""
    return lead()
