"""The frameworks screen: all packs, what is in them, and packs of the facilitator's own."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPointF, Qt, QThreadPool, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from frameworks.collection import Collection
from frameworks.reader import read
from frameworks.shipped import default_pack, shipped
from ui.console.frameworks.screen import FrameworksScreen
from ui.console.widgets.dialog import LossDialog
from ui.theme import DesktopTheme, Mode
from workshop.words import Words

KEY = Qt.Key


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "library" / "frameworks"


@pytest.fixture
def screen(qtbot: QtBot, own: Path) -> FrameworksScreen:
    made = FrameworksScreen(DesktopTheme(Mode.LIGHT), Words(), Collection(own))
    qtbot.addWidget(made)
    made.resize(1240, 900)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: len(made.rows) == len(shipped()))
    return made


def pack(path: Path, pack_id: str = "mine", title: str = "Mine") -> Path:
    """A pack file of one's own."""
    text = default_pack().read_text(encoding="utf-8")
    text = text.replace('id = "service-culture"', f'id = "{pack_id}"', 1)
    text = text.replace('title = "Service culture in five sessions"', f'title = "{title}"', 1)
    path.write_text(text, encoding="utf-8")
    return path


def drop(screen: FrameworksScreen, *paths: Path) -> None:
    """Drop files on the screen."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(
        QPointF(200, 200), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none
    )
    screen.dropEvent(event)


def titles(screen: FrameworksScreen) -> list[str]:
    return [each.entry.title for each in screen.rows]


def test_all_six_packs_stand_there_the_default_first(screen: FrameworksScreen) -> None:
    assert len(screen.rows) == 6
    assert screen.rows[0].entry.id == "service-culture"
    assert screen.contents.entry == screen.rows[0].entry
    assert screen.contents.remove.isHidden()


def test_the_arrows_go_from_pack_to_pack_and_show_what_is_in_each(
    screen: FrameworksScreen,
) -> None:
    screen.rows[0].setFocus()
    QTest.keyClick(screen.rows[0], KEY.Key_Down)
    QTest.keyClick(screen.rows[1], KEY.Key_Down)
    assert screen.contents.entry == screen.rows[2].entry
    assert [row.isChecked() for row in screen.rows].count(True) == 1
    assert screen.rows[2].hasFocus()


def test_a_click_chooses_one_pack_alone_and_shows_it(screen: FrameworksScreen) -> None:
    QTest.mouseClick(screen.rows[3], Qt.MouseButton.LeftButton)
    assert [row.isChecked() for row in screen.rows].index(True) == 3
    assert sum(row.isChecked() for row in screen.rows) == 1
    assert screen.contents.entry == screen.rows[3].entry


def test_until_the_packs_are_read_nothing_can_be_done_with_one(qtbot: QtBot, own: Path) -> None:
    made = FrameworksScreen(DesktopTheme(Mode.LIGHT), Words(), Collection(own))
    qtbot.addWidget(made)
    made.show()
    assert made.reading.isVisible()
    assert not made.contents.isVisible()
    qtbot.waitUntil(made.contents.isVisible)
    assert not made.reading.isVisible()


def test_a_screen_that_was_left_while_packs_are_read_is_not_filled(qtbot: QtBot, own: Path) -> None:
    made = FrameworksScreen(DesktopTheme(Mode.LIGHT), Words(), Collection(own))
    shiboken6.delete(made)
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()


def test_a_new_workshop_starts_from_the_pack_that_is_shown(
    qtbot: QtBot, screen: FrameworksScreen
) -> None:
    screen.show_row(3)
    with qtbot.waitSignal(screen.new_wanted) as asked:
        screen.contents.start.click()
    assert asked.args == [screen.rows[3].entry.id]


def test_a_dropped_pack_joins_and_is_kept_whole_in_the_library_s_folder(
    qtbot: QtBot, screen: FrameworksScreen, own: Path, tmp_path: Path
) -> None:
    drop(screen, pack(tmp_path / "from outside.toml"))
    qtbot.waitUntil(lambda: "Mine" in titles(screen))
    assert "“Mine” was added." in screen.message.text
    assert read(own / "mine.toml").title == "Mine"


def test_a_broken_pack_is_refused_with_every_fault_and_nothing_is_kept(
    qtbot: QtBot, screen: FrameworksScreen, own: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text('format = 1\nid = "x"\n', encoding="utf-8")
    drop(screen, broken)
    qtbot.waitUntil(lambda: "title: is missing" in screen.message.text)
    assert "language: is missing" in screen.message.text
    assert len(screen.rows) == 6
    assert not list(own.glob("*")) or not own.exists()


def test_a_file_in_the_folder_that_cannot_be_used_says_what_is_to_be_mended(
    qtbot: QtBot, screen: FrameworksScreen, own: Path
) -> None:
    own.mkdir(parents=True)
    (own / "half.toml").write_text("format = 1\n", encoding="utf-8")
    screen.reload()
    qtbot.waitUntil(lambda: len(screen.rows) == 7)
    screen.show_row(6)
    assert screen.contents.start.isHidden()
    assert not screen.contents.remove.isHidden()


def test_an_own_pack_is_deleted_only_after_asking(
    qtbot: QtBot, screen: FrameworksScreen, own: Path, tmp_path: Path
) -> None:
    drop(screen, pack(tmp_path / "mine.toml"))
    qtbot.waitUntil(lambda: "Mine" in titles(screen))
    screen.show_row(titles(screen).index("Mine"))
    for answer in ("safe", "loss"):
        screen.contents.remove.click()
        dialog = screen.findChild(LossDialog)
        assert dialog is not None
        getattr(dialog, answer).click()
        if answer == "safe":
            assert (own / "mine.toml").exists()
            dialog.deleteLater()
            QApplication.sendPostedEvents(dialog, 0)
            qtbot.waitUntil(lambda: screen.findChild(LossDialog) is None)
    qtbot.waitUntil(lambda: "Mine" not in titles(screen))
    assert not (own / "mine.toml").exists()


def test_a_copy_of_a_pack_is_saved_to_begin_one_s_own_with(
    screen: FrameworksScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    for name in ("service-culture.toml", "service-culture (2).toml"):
        screen.contents.copy.click()
        assert (tmp_path / name).read_bytes() == default_pack().read_bytes()
        assert name in screen.message.text


def test_a_copy_that_cannot_be_written_says_why(
    screen: FrameworksScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(gone))
    screen.contents.copy.click()
    assert "No copy was written" in screen.message.text
