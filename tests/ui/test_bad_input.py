"""Packs, libraries and disks that cannot be used: a sentence in the window says what to do."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from frameworks.shipped import default_pack
from tests.bad_disk import as_ordinary_user, disk_ends_at
from tests.days import DAY, Day, small_framework
from tests.ui.conftest import App
from ui import framework_reading
from ui.console.library.fault_panel import FaultPanel
from ui.console.library.next_card import NextCard
from workshop.creation import NewTeam, NewWorkshop, create_workshop
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.scenes import BlankScene
from workshop.words import Words

ROOT = Path(__file__).parents[2]
Begin = Callable[[Path], App]
HOLD = """
import sys
from pathlib import Path
from workshop.library import Library
with Library.open(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the library of a test lies."""
    return tmp_path / "library" / "flipchart.sqlite"


def make_day(path: Path) -> Day:
    library = Library.open(path)
    new = NewWorkshop("Service review", "Clinic", DAY, 540, (NewTeam("A", 3), NewTeam("B", 4)))
    workshop_id = create_workshop(library, small_framework(), new, Words())
    return Day(library, LiveWorkshop(library, workshop_id, Words()))


def panel_of(app: App) -> FaultPanel:
    """The fault in the window."""
    [found] = [each for each in app.window.findChildren(FaultPanel) if each.isVisible()]
    return found


def press_again(app: App) -> None:
    [button] = [each for each in panel_of(app).buttons if each.text() == "Try again"]
    button.click()


@pytest.fixture
def ordinary_folder() -> Iterator[Path]:
    """A folder of somebody whom permissions bind."""
    with as_ordinary_user():
        folder = Path(tempfile.mkdtemp())
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


# --- The pack -------------------------------------------------------------------------------


def test_a_pack_that_does_not_parse_is_named_with_its_line_and_the_library_stays_usable(
    begin: Begin, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    lines = default_pack().read_text("utf-8").splitlines()
    lines[11] = 'title = "never closed'
    broken = tmp_path / "broken.toml"
    broken.write_text("\n".join(lines), "utf-8")
    monkeypatch.setattr(framework_reading, "default_pack", lambda: broken)
    app = begin(path)
    app.shell.new_workshop()
    qtbot.waitUntil(lambda: app.shell.notices.current is not None)
    said = app.shell.notices.current
    assert said is not None
    assert said.cause == "The workshop was not created."
    assert "broken.toml" in said.safe
    assert "Line 12: The text is not closed on its line." in said.safe
    assert app.shell.library is not None
    assert app.shell.library.workshops() == ()
    assert app.shell.preparation is None


# --- The library ----------------------------------------------------------------------------


def test_without_a_library_one_is_made(begin: Begin, path: Path) -> None:
    begin(path)
    assert path.exists()


def test_a_library_that_another_process_holds_opens_once_that_has_ended(
    begin: Begin, path: Path
) -> None:
    make_day(path).library.close()
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    with other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        app = begin(path)
        assert panel_of(app).sentence == (
            f"Another Flipchart is using the library {path}. "
            "Close it, or name another library with --library."
        )
        other.stdin.close()
    press_again(app)
    assert app.library_screen().findChildren(NextCard)


def test_a_folder_that_cannot_be_written_is_said_until_it_can(
    begin: Begin, ordinary_folder: Path
) -> None:
    path = ordinary_folder / "flipchart.sqlite"
    path.write_text("Dear diary")
    app = begin(path)
    path.unlink()
    ordinary_folder.chmod(0o555)
    with as_ordinary_user():
        press_again(app)
    assert "(Permission denied). Make the file and its folder writable" in panel_of(app).sentence
    ordinary_folder.chmod(0o755)
    press_again(app)
    assert path.exists()


# --- Exports --------------------------------------------------------------------------------


def ask_for_plan(app: App, folder: Path) -> None:
    opened = app.shell.opened
    assert opened is not None
    opened.export_wanted.emit()
    dialog = app.window.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(folder))
    dialog.close()


def test_an_export_onto_a_full_disk_is_said_leaves_the_old_file_whole_and_works_later(
    begin: Begin, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    make_day(path).library.close()
    out = tmp_path / "stick"
    out.mkdir()
    app = begin(path)
    app.library_screen().findChildren(NextCard)[0].open.click()
    bar = app.shell.notices
    ask_for_plan(app, out)
    qtbot.waitUntil(lambda: bar.current is not None and bar.current.action == "Open folder")
    plan = out / "Service review" / "Action plan.pdf"
    old = plan.read_bytes()
    with disk_ends_at(0):
        ask_for_plan(app, out)
        qtbot.waitUntil(lambda: bar.current is not None and bar.current.must_act)
    said = bar.current
    assert said is not None
    assert (said.cause, said.action) == (
        "The files were not written.",
        "Choose another folder",
    )
    assert said.safe.startswith("The disk is full: “Action plan.pdf” could not be written to")
    assert plan.read_bytes() == old
    assert sorted(each.name for each in out.iterdir()) == ["Service review"]
    opened = app.shell.opened
    assert opened is not None
    assert opened.leading.act(opened.live.facilitation.next)
    assert not isinstance(opened.leading.stage.wall.scene, BlankScene)
    ask_for_plan(app, out)
    again = out / "Service review (2)" / "Action plan.pdf"
    qtbot.waitUntil(again.exists, timeout=60_000)
