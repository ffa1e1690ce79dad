"""Where the room sees the console, the list holds back other workshops until asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.days import small_framework
from tests.ui.conftest import App
from ui.console.widgets.empty_state import EmptyState
from workshop.creation import NewTeam, NewWorkshop, create_workshop
from workshop.library import Library
from workshop.words import Words


def put_away(app: App) -> list[EmptyState]:
    """The sign that others are put away, where it stands."""
    list_ = app.library_screen()
    return [each for each in list_.findChildren(EmptyState) if each.isVisibleTo(list_)]


def test_others_stay_shown_once_asked_for_until_a_workshop_is_led_again(
    tmp_path: Path, begin: Callable[[Path], App], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The tests' desktop has two screens, and Qt takes none away while it runs.
    monkeypatch.setattr("ui.home.console_is_seen", lambda _: True)
    path = tmp_path / "flipchart.sqlite"
    with Library.open(path) as library:
        new = NewWorkshop("Today", "Clinic", date.today(), 540, (NewTeam("A", 3),))
        today = create_workshop(library, small_framework(), new, Words())
        create_workshop(library, small_framework(), new, Words())
    app = begin(path)
    qtbot.waitUntil(lambda: app.shell.library is not None)
    assert not put_away(app)
    app.shell.open_workshop(today)
    app.shell.leave_workshop()
    qtbot.waitUntil(lambda: len(put_away(app)) == 1)
    (sign,) = put_away(app)
    assert sign.button is not None
    sign.button.click()
    qtbot.waitUntil(lambda: not put_away(app))
    app.shell.show_charts(today)
    app.shell.show_library()
    qtbot.waitUntil(lambda: bool(app.library_screen().contents))
    assert not put_away(app)
    app.shell.open_workshop(today)
    app.shell.leave_workshop()
    qtbot.waitUntil(lambda: len(put_away(app)) == 1)
