"""The look and the words that every widget is handed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from ui.theme import DesktopTheme, Mode
from workshop.words import Words


@pytest.fixture
def theme(qapp: QApplication) -> DesktopTheme:
    dressed = DesktopTheme(Mode.LIGHT)
    dressed.apply(qapp)
    return dressed


@pytest.fixture
def words() -> Words:
    return Words("en")
