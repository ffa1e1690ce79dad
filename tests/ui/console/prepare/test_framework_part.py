"""Frameworks are chosen by keys or mouse, and packs of one's own are dropped onto the cards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea
from pytestqt.qtbot import QtBot

from frameworks.collection import Collection, Entry
from frameworks.reader import read
from frameworks.shipped import default_pack, shipped
from tests.frameworks.counter_pack import PACK, changed
from tests.ui.console.prepare.conftest import Show
from tests.ui.console.prepare.prepared_values import activity, prepared, question
from ui.console.prepare.edits import lost_edits
from ui.console.prepare.framework_part import FrameworkPart
from ui.console.prepare.pack_card import HEIGHT, PackCard, day_minutes, source_line
from ui.console.widgets.button import Button
from ui.console.widgets.dialog import LossDialog
from ui.theme import DesktopTheme
from workshop.creation import (
    CLOSE_MINUTES,
    OPENING_MINUTES,
    PROFILE_MINUTES,
    READ_BACK_MINUTES,
    whole_day,
)
from workshop.words import Words

K = Qt.Key


@pytest.fixture(scope="module")
def shipped_read() -> Collection:
    """The packs of Flipchart, read once: that takes a third of a second."""
    collection = Collection(Path("none"))
    collection.entries()
    return collection


@pytest.fixture
def collection(tmp_path: Path, shipped_read: Collection) -> Collection:
    made = Collection(tmp_path / "packs")
    made._read |= shipped_read._read
    return made


Make = Callable[..., FrameworkPart]


@pytest.fixture
def make(
    theme: DesktopTheme, words: Words, collection: Collection, show: Show, qtbot: QtBot
) -> Make:
    def made(size: tuple[int, int] = (1036, 772), framework_id: str = "") -> FrameworkPart:
        part = FrameworkPart(theme, words, collection)
        show(part, size=size)
        part.show_prepared(prepared(framework_id=framework_id or "service-culture"))
        qtbot.waitUntil(lambda: part.entries is not None)
        return part

    return made


@pytest.fixture
def part(make: Make) -> FrameworkPart:
    return make()


def ids(part: FrameworkPart) -> list[str]:
    return [card.entry.id for card in part.cards.cards]


def card(part: FrameworkPart, pack_id: str) -> PackCard:
    return next(each for each in part.cards.cards if each.entry.id == pack_id)


def chosen(part: FrameworkPart) -> list[str]:
    found: list[str] = []
    part.chosen.connect(found.append)
    return found


def dialog() -> LossDialog:
    widget = QApplication.activeModalWidget()
    assert isinstance(widget, LossDialog)
    return widget


# --- The cards ------------------------------------------------------------------------------


def test_one_row_of_cards_has_the_default_first_and_all_unfolds_the_rest(
    part: FrameworkPart,
) -> None:
    assert ids(part) == ["service-culture", "four-pillars", "great-service"]
    assert [each.isChecked() for each in part.cards.cards] == [True, False, False]
    assert part.cards.height() == HEIGHT
    assert part.all.text() == f"All {len(shipped())} packs"
    unfolded: list[bool] = []
    part.all_wanted.connect(lambda: unfolded.append(True))
    part.all.click()
    assert len(ids(part)) == len(shipped())
    assert part.cards.height() == 2 * HEIGHT + 16
    assert part.all.text() == "Fewer packs"
    part.all.click()
    assert len(ids(part)) == 3
    assert unfolded == [True]


def test_the_chosen_one_is_in_the_row_wherever_it_stands(make: Make) -> None:
    part = make(framework_id="service-strategy")
    assert ids(part) == ["service-culture", "four-pillars", "service-strategy"]
    assert card(part, "service-strategy").isChecked()


@pytest.mark.parametrize(("width", "columns"), [(1036, 3), (660, 2), (420, 1)])
def test_as_many_cards_stand_side_by_side_as_can_be_read(
    make: Make, width: int, columns: int
) -> None:
    part = make(size=(width, 600))
    assert len({each.y() for each in part.cards.cards}) == 1
    assert len(ids(part)) == columns
    assert part.cards.cards[-1].geometry().right() <= part.cards.width()


def test_a_card_says_how_long_a_new_day_would_be(part: FrameworkPart, words: Words) -> None:
    entry = card(part, "service-culture").entry
    framework = read(default_pack())
    added = whole_day(framework, words)
    around = sum(each.minutes for each in added) + OPENING_MINUTES + READ_BACK_MINUTES
    assert around >= CLOSE_MINUTES + PROFILE_MINUTES
    assert day_minutes(entry.sessions) == entry.minutes + around
    assert card(part, "service-culture").accessibleName() == (
        f"Service culture in five sessions, 5 sessions, {entry.questions} questions, 4 h 10"
    )


def test_the_source_is_named_on_one_line(part: FrameworkPart, words: Words) -> None:
    part.all.click()
    entry = card(part, "service-culture").entry
    assert source_line(entry, words) == "The default, from all 5 sources"
    other = card(part, "key-elements").entry
    assert source_line(other, words) == "After Key elements in customer service"
    own = replace(other, own=True, sources=(*other.sources, *entry.sources[:2]))
    assert source_line(own, words) == (
        "Your own pack. After Key elements in customer service and 2 more"
    )


# --- Choosing -------------------------------------------------------------------------------


def test_a_click_asks_for_a_framework_and_the_workshop_says_which_it_has(
    part: FrameworkPart,
) -> None:
    found = chosen(part)
    QTest.mouseClick(card(part, "great-service"), Qt.MouseButton.LeftButton)
    assert found == ["great-service"]
    assert card(part, "service-culture").isChecked(), "not before it is so"
    part.show_prepared(prepared(framework_id="great-service"))
    assert [each.isChecked() for each in part.cards.cards] == [False, False, True]


def test_arrows_choose_and_stop_at_the_ends(part: FrameworkPart) -> None:
    found = chosen(part)
    card(part, "service-culture").setFocus()
    for key in (K.Key_Left, K.Key_Right, K.Key_Right, K.Key_Right):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
    assert found == ["four-pillars", "great-service"]
    assert QApplication.focusWidget() is card(part, "great-service")


def test_tab_comes_by_the_chosen_card_alone(part: FrameworkPart) -> None:
    part.show_prepared(prepared(framework_id="four-pillars"))
    part.all.setFocus()
    focus = part.all
    QTest.keyClick(focus, K.Key_Tab)
    stops = [each for each in part.cards.cards if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [card(part, "four-pillars")]
    assert QApplication.focusWidget() is stops[0]


def test_choosing_the_one_that_is_chosen_does_nothing(part: FrameworkPart) -> None:
    found = chosen(part)
    card(part, "service-culture").click()
    assert found == []


def test_edited_questions_are_lost_only_after_a_word(part: FrameworkPart) -> None:
    part.losses = lambda: "2 edited questions"
    found = chosen(part)
    card(part, "great-service").click()
    assert found == []
    asked = dialog()
    assert asked.windowTitle() == "Choose another framework?"
    assert "With “Service culture in five sessions” would go 2 edited questions." in (
        asked.accessibleDescription()
    )
    QTest.keyClick(asked, K.Key_Escape)
    assert found == []
    card(part, "great-service").click()
    dialog().loss.click()
    assert found == ["great-service"]


def test_what_would_be_lost_is_named_in_numbers(words: Words) -> None:
    plain = activity(3)
    assert lost_edits([(plain,)], words) == ""
    edited = replace(plain, questions=(question(0, edited=True), question(1)))
    assert lost_edits([(edited,), (plain,)], words) == "1 edited question"
    own = question(2, key="added-1", edited=True)
    both = replace(plain, questions=(*edited.questions, own, replace(own, id="x")))
    assert lost_edits([(both, edited)], words) == "2 edited questions and 2 of your own"
    assert lost_edits([(replace(plain, questions=(own,)),)], words) == "1 question of your own"


def test_once_the_day_has_begun_the_framework_stays(part: FrameworkPart) -> None:
    found = chosen(part)
    part.show_prepared(prepared(begun=True))
    card(part, "great-service").click()
    assert found == []
    assert part.note.text() == "The day has begun, and keeps the framework it began with."


def test_a_framework_that_is_not_there_any_more_is_named(make: Make) -> None:
    part = make(framework_id="gone")
    assert "keeps its own copy" in part.note.text()
    assert not any(each.isChecked() for each in part.cards.cards)
    part.show_prepared(prepared())
    assert not part.note.isVisible()


def test_the_entry_of_the_workshops_framework_is_told_once_it_is_known(part: FrameworkPart) -> None:
    known: list[Entry | None] = []
    part.framework_known.connect(known.append)
    part.show_prepared(prepared())
    part.show_prepared(prepared(framework_id="great-service"))
    part.show_prepared(prepared(framework_id="gone"))
    assert [entry and entry.id for entry in known] == ["great-service", None]


# --- Packs of one's own ---------------------------------------------------------------------


def drop(part: FrameworkPart, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where, copy = QPoint(50, 50), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where, copy, mime, left, none)
    QApplication.sendEvent(part, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(part, QDropEvent(QPointF(where), copy, mime, left, none))


def said(part: FrameworkPart, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: bool(part.message.text))
    return part.message.text


def offered(part: FrameworkPart) -> list[Button]:
    return [each for each in part.message.findChildren(Button) if each.isVisible()]


def written(folder: Path, text: str = PACK, name: str = "counter.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_dropped_pack_gets_a_card_and_can_be_chosen_at_once(
    part: FrameworkPart, qtbot: QtBot, tmp_path: Path
) -> None:
    found = chosen(part)
    drop(part, written(tmp_path))
    assert said(part, qtbot) == "“At the counter” was added."
    qtbot.waitUntil(lambda: "counter" in [entry.id for entry in part.entries or ()])
    choose, close = offered(part)
    assert (choose.text(), close.text()) == ("Choose “At the counter”", "Close")
    choose.click()
    assert found == ["counter"]
    assert part.message.text == ""
    part.all.click()
    assert ids(part)[-1] == "counter"


def test_every_fault_of_a_dropped_file_is_said_and_nothing_is_taken(
    part: FrameworkPart, qtbot: QtBot, tmp_path: Path, collection: Collection
) -> None:
    broken = changed('theme = "vision"\nminutes = 30', 'theme = "visoin"\nminutes = 0')
    drop(part, written(tmp_path, broken))
    lines = said(part, qtbot).splitlines()
    assert lines[0] == "counter.toml was not taken in. To mend:"
    assert len(lines) == 3
    copy, close = offered(part)
    assert (copy.text(), close.text()) == ("Copy", "Close")
    copy.click()
    assert QGuiApplication.clipboard().text().splitlines() == lines
    close.click()
    assert part.message.text == ""
    assert not collection.own_folder.exists()


def test_a_hundred_faults_scroll_in_their_box(
    part: FrameworkPart, qtbot: QtBot, tmp_path: Path
) -> None:
    keys = "".join(f"wrong{n} = {n}\n" for n in range(100))
    drop(part, written(tmp_path, keys + PACK))
    assert len(said(part, qtbot).splitlines()) > 60
    qtbot.waitUntil(lambda: part.message.height() < 260)


def test_another_version_is_replaced_only_after_a_word(
    part: FrameworkPart, qtbot: QtBot, tmp_path: Path, collection: Collection
) -> None:
    collection.add(written(tmp_path))
    drop(part, written(tmp_path, changed('version = "1.0"', 'version = "2.0"')))
    assert said(part, qtbot) == (
        "“At the counter” is here in version 1.0. The file has 2.0, which is newer."
    )
    replace_it = offered(part)[0]
    assert replace_it.text() == "Replace “At the counter”"
    assert collection.read("counter").version == "1.0"
    replace_it.click()
    qtbot.waitUntil(lambda: "was replaced" in part.message.text)
    assert collection.read("counter").version == "2.0"


def test_several_files_are_taken_in_turn_and_each_is_answered(
    part: FrameworkPart, qtbot: QtBot, tmp_path: Path, collection: Collection
) -> None:
    other = changed('id = "counter"', 'id = "desk"').replace("At the counter", "At the desk")
    files = [
        written(tmp_path),
        written(tmp_path, "", "empty.toml"),
        written(tmp_path, other, "desk.toml"),
        tmp_path / "gone.toml",
    ]
    drop(part, *files)
    text = said(part, qtbot)
    assert text.startswith("4 files: 2 packs were added, 2 were not taken in.")
    assert "“At the counter” was added." in text
    assert "empty.toml was not taken in" in text
    assert "“At the desk” was added." in text
    assert "gone.toml was not taken in" in text
    assert {entry.id for entry in collection.entries() if entry.own} == {"counter", "desk"}
    lines = part.message.accessibleName().splitlines()
    named = [line.split(":")[0] for line in lines[1:]]
    assert named == ["empty.toml", "gone.toml", "counter.toml", "desk.toml"]
    assert [each.text() for each in offered(part)] == ["Copy", "Close"]


def test_thirty_files_stand_a_line_each_in_a_box_that_scrolls_and_are_replaced_at_once(
    part: FrameworkPart, qtbot: QtBot, tmp_path: Path, collection: Collection
) -> None:
    def packs(version: str) -> list[Path]:
        folder = tmp_path / version
        folder.mkdir()
        plain = changed('version = "1.0"', f'version = "{version}"')
        return [
            written(
                folder,
                plain.replace('id = "counter"', f'id = "counter-{n}"'),
                f"{'a very long name of a file ' * 3}{n}.toml",
            )
            for n in range(15)
        ]

    for path in packs("1.0"):
        collection.add(path)
    broken = [written(tmp_path, "", f"empty-{n}.toml") for n in range(15)]
    drop(part, *packs("2.0"), *broken)
    text = said(part, qtbot)
    assert text.startswith("30 files: 15 are here already, 15 were not taken in.")
    qtbot.waitUntil(lambda: part.message.height() < 260)
    area = part.message.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert area.horizontalScrollBar().maximum() == 0
    replace, *_ = offered(part)
    assert replace.text() == "Replace 15 packs"
    part.activateWindow()
    area.setFocus()
    qtbot.waitUntil(area.hasFocus)
    QTest.keyClick(area, K.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == text
    replace.click()
    qtbot.waitUntil(lambda: part.message.text.startswith("15 files: 15 were replaced."))
    assert {e.version for e in collection.entries() if e.own} == {"2.0"}


def test_what_is_no_file_is_not_taken_hold_of(part: FrameworkPart) -> None:
    mime = QMimeData()
    mime.setText("id = 1")
    enter = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    QApplication.sendEvent(part, enter)
    assert not enter.isAccepted()


def test_a_pack_is_added_by_its_button_too(
    part: FrameworkPart, qtbot: QtBot, tmp_path: Path
) -> None:
    part.all.click()
    assert part.add.isVisible()
    part.add.click()
    [opened] = part.findChildren(QFileDialog)
    opened.filesSelected.emit([str(written(tmp_path))])
    opened.reject()
    assert said(part, qtbot) == "“At the counter” was added."


def test_a_file_of_the_folder_that_is_no_pack_has_a_card_with_its_faults(
    make: Make, collection: Collection
) -> None:
    collection.own_folder.mkdir()
    written(collection.own_folder, PACK[:90], "half.toml")
    part = make()
    found = chosen(part)
    part.all.click()
    half = card(part, "half.toml")
    assert half.accessibleName() == "half.toml, Cannot be used"
    half.click()
    assert "half.toml was not taken in" in part.message.text
    last: Sequence[PackCard] = part.cards.cards[-2:]
    last[0].setFocus()
    QTest.keyClick(last[0], K.Key_Right)
    assert found == [], "an arrow does not go to what cannot be chosen"
