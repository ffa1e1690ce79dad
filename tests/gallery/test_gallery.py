"""The gallery leaves no scene and no screen out, and nothing on it is cut, covered or faint.

Here a part of it is looked at; `--thorough` takes all that `make gallery` draws.
"""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtWidgets import QApplication

from tests.gallery import fillings, leading, papers, rooms, wall
from tests.gallery.allowed import MEANT, is_meant
from tests.gallery.checking import Fault, Picture, faults, shape_faults
from tests.gallery.studio import LARGE, SMALL, Studio, View
from tests.ui.projector import samples
from ui.keys import Intent
from ui.theme import Mode, load_fonts
from workshop.scenes import Scene
from workshop.steps import State


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


def told(found: list[Fault]) -> list[str]:
    return [str(fault) for fault in found if not is_meant(fault)]


def test_every_kind_of_scene_is_in_the_gallery() -> None:
    shown = {type(scene) for scene, _ in wall.scenes().values()}
    assert shown == set(get_args(Scene))


@pytest.mark.parametrize("filling", ["ordinary", "empty", "extreme"])
def test_no_text_of_a_scene_is_cut_or_on_another(filling: str) -> None:
    names = [name for name in wall.scenes() if name.startswith(filling)]
    found = [fault for each in wall.recorded(names) for fault in shape_faults(each)]
    assert told(found) == []


def test_every_text_and_mark_of_a_scene_stands_out(thorough: bool) -> None:
    names = [f"ordinary: {name}" for name in samples.ORDINARY]
    found: list[Fault] = []
    for picture in wall.pictures(None if thorough else names):
        found += faults(picture)
    assert told(found) == []


class Seen:
    """The pictures that came, and what is wrong with them."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.found: list[Fault] = []

    def took(self, picture: Picture) -> None:
        self.names.append(picture.name)
        self.found += faults(picture)


VIEWS = {"ordinary": [View(*LARGE, Mode.LIGHT)], "extreme": [View(*SMALL, Mode.DARK)]}


@pytest.mark.parametrize("filling", ["ordinary", "extreme"])
def test_nothing_of_the_consoles_screens_is_cut_covered_or_faint(
    filling: str, tmp_path: Path, thorough: bool
) -> None:
    seen = Seen()
    studio = Studio(tmp_path, VIEWS[filling], seen.took)
    rooms.pictures(studio, filling)
    if filling == "ordinary":
        assert {name.split(",")[0].split()[0] for name in seen.names} == {
            "actions", "charts", "check", "first", "frameworks", "library", "manual", "prepare",
            "settings",
        }  # fmt: skip
    assert told(seen.found) == []
    assert thorough or len(seen.names) < 40


def test_the_run_screen_is_looked_at_in_every_state_and_with_every_panel(
    tmp_path: Path, thorough: bool
) -> None:
    seen = Seen()
    studio = Studio(tmp_path, VIEWS["ordinary"], seen.took)
    panels = set[Intent]()
    for filling in fillings.NAMES if thorough else ("ordinary",):
        panels |= leading.pictures(studio, filling)
    states = set(State) - leading.OVERLAYS
    assert [state for state in states if not any(f": {state}" in name for name in seen.names)] == []
    assert [
        panel for panel in panels if not any(f", {panel}," in name for name in seen.names)
    ] == []
    assert told(seen.found) == []


def test_no_text_of_a_page_or_chart_is_cut_covered_or_faint(tmp_path: Path, thorough: bool) -> None:
    seen = Seen()
    for filling in fillings.NAMES if thorough else ("empty",):
        (tmp_path / filling).mkdir()
        papers.pictures(tmp_path / filling, filling, seen.took)
    assert told(seen.found) == []


def test_every_exception_has_its_reason() -> None:
    assert all(meant.why.endswith(".") for meant in MEANT)
