"""What the tests of the library screen share: the screen with a real library behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.console.shelves import Shelves
from ui.console.library.screen import LibraryScreen
from ui.theme import DesktopTheme, load_fonts
from workshop.words import Words


@pytest.fixture
def shelves(tmp_path: Path, qtbot: QtBot) -> Iterator[Shelves]:
    """The screen before its library is shown."""
    load_fonts()
    screen = LibraryScreen(DesktopTheme(), Words())
    screen.resize(1240, 900)
    qtbot.addWidget(screen)
    screen.show()
    made = Shelves(tmp_path, screen)
    yield made
    made.library.close()
