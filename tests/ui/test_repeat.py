"""A workshop is repeated in the real windows: from the library through Prepare to its review."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.facilitator import CONTROL, KEY, Facilitator
from tests.repeats import finished_day
from ui.sections import Sections
from workshop.kinds import ActionStatus, ItemKind
from workshop.scenes import RevealScene, ReviewScene
from workshop.steps import State


def test_a_workshop_of_the_library_is_measured_again_from_its_open_actions_on(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "flipchart.sqlite"
    earlier = finished_day(tmp_path, actions=6)
    earlier.library.close()
    person = Facilitator(qtbot, path)
    sections = person.window.screen_shown
    assert isinstance(sections, Sections)
    sections.library.repeat_wanted.emit(earlier.live.id)
    person.wait(lambda: person.shell.preparation is not None)
    assert person.shell.preparation is not None
    prepared = person.shell.preparation.live.prepared()
    assert [item.kind for item in prepared.items][:2] == [ItemKind.OPENING, ItemKind.REVIEW]
    assert prepared.open_actions == 6
    tomorrow = person.shell.preparation.today() + timedelta(days=1)
    assert prepared.workshop.held_on == tomorrow
    assert [team.name for team in prepared.teams] == ["Front desk", "Nursing"]

    person.press(KEY.Key_Return, CONTROL)
    person.wait(lambda: person.shell.opened is not None)
    person.reach(State.REVIEW)
    person.press(KEY.Key_3)
    person.press(KEY.Key_Down)
    person.press(KEY.Key_2)
    assert person.shell.opened is not None
    live = person.shell.opened.live
    told = [each.status for each in live.facts().review]
    assert told[:3] == [ActionStatus.DONE, ActionStatus.UNDER_WAY, ActionStatus.NOT_STARTED]
    wall = person.projector.stage.wall.scene
    assert isinstance(wall, ReviewScene)
    assert [row.now for row in wall.rows] == [False, True, False, False, False]
    person.press(KEY.Key_Space)
    person.press(KEY.Key_Space)
    person.reach(State.OPEN)
    person.count_hands(((0, 0, 0, 3), (0, 0, 0, 4)))
    person.reach(State.REVEAL)
    wall = person.projector.stage.wall.scene
    assert isinstance(wall, RevealScene)
    assert wall.chart.earlier_median_text == "3 last time"
    person.close()


def test_a_duplicate_of_a_past_workshop_is_held_tomorrow(qtbot: QtBot, tmp_path: Path) -> None:
    earlier = finished_day(tmp_path)
    earlier.library.close()
    person = Facilitator(qtbot, tmp_path / "flipchart.sqlite")
    sections = person.window.screen_shown
    assert isinstance(sections, Sections)
    sections.library.duplicate_wanted.emit(earlier.live.id)
    preparation = person.shell.preparation
    assert preparation is not None
    held_on = preparation.live.prepared().workshop.held_on
    assert held_on == preparation.today() + timedelta(days=1)
    person.close()
