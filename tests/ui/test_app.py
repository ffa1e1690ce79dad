"""The app as a facilitator meets it: it starts, opens workshops, comes back, keeps everything."""

from __future__ import annotations

import gc
import json
import os
import sqlite3
import subprocess
import sys
import weakref
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.days import DAY, Day, begin_day, small_framework
from tests.ui.conftest import App
from ui.console.first_run import FirstRun
from ui.console.help.manual import ManualPage
from ui.console.library.fault_panel import FaultPanel
from ui.console.library.next_card import NextCard
from ui.console.library.rows import PastRow
from ui.console.run.screen import RunScreen
from ui.console.widgets.empty_state import EmptyState
from ui.help.chapter import ChapterId
from workshop.creation import NewTeam, NewWorkshop, create_workshop
from workshop.errors import LibraryError
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.scenes import BlankScene, OpeningScene
from workshop.steps import State
from workshop.words import Words

ROOT = Path(__file__).parents[2]
Begin = Callable[[Path], App]
PAINT_ORDER = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from ui.app import Start, make_application
from ui.crash import Crash
from workshop.words import Words

HEAVY = ("sqlalchemy", "reportlab", "babel", "uharfbuzz", "matplotlib")
seen = {}

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and "first paint" not in seen:
            seen["first paint"] = [name for name in HEAVY if name in sys.modules]
        return False

application = make_application()
start = Start(application, Path(sys.argv[1]), Words(), Crash())
watch = Watch()
start.window.installEventFilter(watch)
start.ended.connect(application.quit)
def look():
    seen["list"] = [name for name in HEAVY if name in sys.modules]
    start.window.close()

start.listed.connect(look)
start.window.show()
application.exec()
start.wait()
print(json.dumps(seen))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the library of a test lies."""
    return tmp_path / "library" / "flipchart.sqlite"


def make_day(path: Path) -> Day:
    """A workshop of today's clock in the library at `path`, left open."""
    library = Library.open(path)
    new = NewWorkshop("Service review", "Clinic", DAY, 540, (NewTeam("A", 3), NewTeam("B", 4)))
    workshop_id = create_workshop(library, small_framework(), new, Words())
    return Day(library, LiveWorkshop(library, workshop_id, Words()))


def panel_of(app: App) -> FaultPanel:
    """The fault in the window."""
    [found] = [each for each in app.window.findChildren(FaultPanel) if not each.isHidden()]
    return found


def press(panel: FaultPanel, text: str) -> None:
    """Press the button with that text."""
    [button] = [each for each in panel.buttons if each.text() == text]
    button.click()


def test_the_window_is_painted_before_the_heavy_libraries_are_imported(path: Path) -> None:
    path.parent.mkdir()
    begin_day(path.parent).library.close()
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    asked = subprocess.run(
        [sys.executable, "-c", PAINT_ORDER, str(path)],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    seen = json.loads(asked.stdout)
    assert seen == {"first paint": [], "list": ["sqlalchemy"]}


def test_an_empty_library_begins_with_what_to_do_first(begin: Begin, path: Path) -> None:
    app = begin(path)
    screen = app.screen
    assert isinstance(screen, FirstRun)
    screen.skip.click()
    assert app.library_screen().findChildren(EmptyState)


def test_the_next_workshop_is_opened_at_its_lobby(begin: Begin, path: Path) -> None:
    make_day(path).library.close()
    app = begin(path)
    [card] = app.library_screen().findChildren(NextCard)
    QTest.keyClick(card.open, Qt.Key.Key_Return)
    assert isinstance(app.screen, RunScreen)
    assert app.shell.opened is not None
    assert app.shell.opened.leading.scene is not None
    assert app.shell.opened.leading.scene.title == "Service review"


def test_the_room_sees_nothing_before_the_console_has_painted(
    begin: Begin, path: Path, qtbot: QtBot
) -> None:
    make_day(path).library.close()
    app = begin(path)
    app.library_screen().findChildren(NextCard)[0].open.click()
    opened = app.shell.opened
    assert opened is not None
    assert not opened.projector.isVisible()
    qtbot.waitUntil(opened.projector.isVisible)
    assert opened.projector.screen() is not app.window.screen()


def test_after_a_crash_the_app_goes_straight_on_where_it_was(begin: Begin, path: Path) -> None:
    day = make_day(path)
    day.reach(State.OPENING)
    day.library.close()
    app = begin(path)
    assert isinstance(app.screen, RunScreen)
    assert app.shell.opened is not None
    assert isinstance(app.shell.opened.leading.stage.wall.scene, OpeningScene)


def test_a_workshop_left_yesterday_waits_in_the_list(begin: Begin, path: Path) -> None:
    path.parent.mkdir()
    day = begin_day(path.parent)  # its clock stands at the first of January
    day.reach(State.OPENING)
    day.library.close()
    app = begin(path)
    [card] = app.library_screen().findChildren(NextCard)
    assert card.open.text() == "Go on"


def test_leaving_a_workshop_closes_the_wall_and_shows_the_list(begin: Begin, path: Path) -> None:
    make_day(path).library.close()
    app = begin(path)
    app.library_screen().findChildren(NextCard)[0].open.click()
    opened = app.shell.opened
    assert opened is not None
    opened.screen.left.emit()
    assert app.shell.opened is None
    assert not opened.projector.isVisible()
    assert app.library_screen().findChildren(NextCard)


def test_closing_while_live_keeps_everything_and_makes_a_backup(begin: Begin, path: Path) -> None:
    make_day(path).library.close()
    app = begin(path)
    app.library_screen().findChildren(NextCard)[0].open.click()
    opened = app.shell.opened
    assert opened is not None
    opened.leading.act(opened.live.facilitation.next)
    app.close()
    assert len(list((path.parent / "backups").iterdir())) == 1
    with Library.open(path) as library:
        assert library.live_workshop() == opened.live.id


def test_a_workshop_that_was_left_is_let_go_whole(begin: Begin, path: Path) -> None:
    make_day(path).library.close()
    app = begin(path)
    led = []
    for _ in range(2):
        app.library_screen().findChildren(NextCard)[0].open.click()
        assert app.shell.opened is not None
        led.append(weakref.ref(app.shell.opened.live))
        app.shell.leave_workshop()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    # The newest may still stand in what the event loop has to do.
    assert led[0]() is None, "a day of workshops would fill the memory with their screens"


def test_a_library_that_was_only_looked_at_gets_no_backup(begin: Begin, path: Path) -> None:
    make_day(path).library.close()
    begin(path).close()
    assert not (path.parent / "backups").exists()


def test_a_backup_is_made_when_the_day_has_ended(begin: Begin, path: Path, qtbot: QtBot) -> None:
    day = make_day(path)
    day.reach(State.READ_BACK)
    day.library.close()
    app = begin(path)
    opened = app.shell.opened
    assert opened is not None
    opened.leading.act(opened.live.facilitation.next)
    qtbot.waitUntil((path.parent / "backups").exists)


# --- A library that cannot be opened --------------------------------------------------------


def no_database(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"This is a letter, and no library at all. " * 200)


def other_program(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE song (name)")
        connection.commit()


def newer(path: Path) -> None:
    make_day(path).library.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")


def no_folder(path: Path) -> None:
    path.parent.write_text("a file where the folder should be")


def damaged(path: Path) -> None:
    make_day(path).library.close()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(path.stat().st_size - 4096))


@pytest.mark.parametrize("spoil", [no_database, other_program, newer, no_folder, damaged])
def test_a_library_that_cannot_be_opened_is_said_in_the_window(
    spoil: Callable[[Path], None], begin: Begin, path: Path
) -> None:
    spoil(path)
    with pytest.raises(LibraryError) as raised:
        Library.open(path)
    app = begin(path)
    panel = panel_of(app)
    assert panel.sentence == raised.value.sentence(Words())
    assert QApplication.activeModalWidget() is None
    assert [each.text() for each in panel.buttons] == [
        "Try again", "Choose another library…", "Close",
    ]  # fmt: skip
    assert not app.library_screen().new.isEnabled()


def test_a_library_in_use_opens_once_the_other_flipchart_is_closed(
    begin: Begin, path: Path
) -> None:
    other = make_day(path).library
    app = begin(path)
    panel = panel_of(app)
    assert "Another Flipchart" in panel.sentence
    press(panel, "Try again")
    assert "Another Flipchart" in panel_of(app).sentence
    other.close()
    press(panel_of(app), "Try again")
    assert app.library_screen().findChildren(NextCard)


def test_a_damaged_library_is_replaced_by_its_newest_backup(begin: Begin, path: Path) -> None:
    library = make_day(path).library
    library.backup()
    library.close()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(path.stat().st_size - 4096))
    app = begin(path)
    press(panel_of(app), "Put the newest backup in its place")
    assert app.library_screen().findChildren(NextCard)
    assert list(path.parent.glob("flipchart-damaged-*"))


def test_f1_on_a_damaged_library_opens_the_chapter_about_what_goes_wrong(
    begin: Begin, path: Path
) -> None:
    damaged(path)
    app = begin(path)
    assert not app.library_screen().beside.isVisible(), "an empty column beside the fault"
    app.shell.help.toggle()
    page = app.window.covered_by
    assert isinstance(page, ManualPage)
    assert page.chapter.chapter is not None
    assert page.chapter.chapter.id is ChapterId.WRONG


def test_damage_that_shows_only_later_is_said_too(begin: Begin, path: Path) -> None:
    make_day(path).library.close()
    app = begin(path)
    [card] = app.library_screen().findChildren(NextCard)
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(path.stat().st_size - 4096))
    card.open.click()
    assert "is damaged" in panel_of(app).sentence
    assert app.shell.opened is None


def test_another_library_can_be_chosen_instead(begin: Begin, path: Path, tmp_path: Path) -> None:
    no_database(path)
    other = tmp_path / "other" / "mine.sqlite"
    make_day(other).library.close()
    app = begin(path)
    press(panel_of(app), "Choose another library…")
    [dialog] = app.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(other))
    dialog.close()
    assert app.library_screen().findChildren(NextCard)


# --- Rehearsal and export -------------------------------------------------------------------


def test_a_rehearsal_is_led_in_a_library_of_its_own_and_leaves_nothing(
    begin: Begin, path: Path, qtbot: QtBot
) -> None:
    app = begin(path)
    screen = app.screen
    assert isinstance(screen, FirstRun)
    QTest.keyClick(screen.rehearse, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: app.shell.opened is not None)
    opened = app.shell.opened
    assert opened is not None
    assert opened.live.library.path.parent == path.parent / "rehearsal"
    assert opened.leading.scene is not None
    assert opened.leading.scene.rehearsal
    opened.screen.left.emit()
    assert isinstance(app.screen, FirstRun)
    assert not (path.parent / "rehearsal").exists()
    assert app.shell.library is not None
    assert app.shell.library.workshops() == ()


def test_simulated_seats_vote_while_a_round_is_open_and_leave_one_team_to_be_counted(
    begin: Begin, path: Path, qtbot: QtBot
) -> None:
    app = begin(path)
    app.shell.rehearse()
    qtbot.waitUntil(lambda: app.shell.opened is not None)
    opened = app.shell.opened
    assert opened is not None
    day = Day(opened.live.library, opened.live)
    while day.state() is not State.OPEN:
        opened.leading.act(opened.live.facilitation.next)
    seats = opened.seats
    assert seats is not None
    clock = opened.live.library.clock
    seats.look()
    seats.clock = lambda: clock() + 10_000
    seats.look()
    scene = opened.leading.scene
    assert scene is not None
    half_way = sum(team.voted for team in scene.teams)
    seats.clock = lambda: clock() + 90_000
    seats.look()
    scene = opened.leading.scene
    assert scene is not None
    assert 0 < half_way < sum(team.voted for team in scene.teams)
    assert [team.expected for team in scene.teams] == [8, 10, 6]
    assert scene.teams[-1].voted == 0


def test_the_plan_of_a_past_workshop_is_exported_from_its_row(
    begin: Begin, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    from pypdf import PdfReader

    day = make_day(path)
    day.reach(State.FINISHED)
    day.library.close()
    out = tmp_path / "for the clinic"
    out.mkdir()
    app = begin(path)
    [row] = app.library_screen().findChildren(PastRow)
    menu = row.menu()
    next(each for each in menu.actions() if each.data() == "export").trigger()
    [dialog] = app.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(out))
    dialog.close()
    file = out / "Service review" / "Action plan.pdf"
    qtbot.waitUntil(file.exists)
    said = app.window.notices
    qtbot.waitUntil(lambda: said.current is not None and said.current.action == "Open folder")
    assert "Service review" in PdfReader(file).pages[0].extract_text()
    assert str(file.parent) in said.log[-1].safe


def test_a_folder_that_is_gone_is_said_while_the_workshop_goes_on(
    begin: Begin, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    make_day(path).library.close()
    app = begin(path)
    app.library_screen().findChildren(NextCard)[0].open.click()
    opened = app.shell.opened
    assert opened is not None
    opened.export_wanted.emit()
    [dialog] = app.window.findChildren(QFileDialog)
    blocked = tmp_path / "a file"
    blocked.write_text("not a folder")
    dialog.fileSelected.emit(str(blocked))
    dialog.close()
    opened.leading.act(opened.live.facilitation.next)
    bar = app.shell.notices
    qtbot.waitUntil(lambda: bar.current is not None and bar.current.must_act)
    assert bar.current is not None
    assert str(blocked) in bar.current.safe
    assert not isinstance(opened.leading.stage.wall.scene, BlankScene)
