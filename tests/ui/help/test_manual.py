"""The manual on the screen: contents, search, keys alone, both looks, much and little room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.console.help.manual import ManualPage
from ui.console.help.picture import PictureView
from ui.console.widgets.key_hint import KeyHint
from ui.console.widgets.text_label import TextLabel
from ui.help.chapter import ChapterId, Picture
from ui.help.chapters import CHAPTERS
from ui.keys import DOES, KEYS
from ui.theme import DesktopTheme, Mode, load_fonts
from workshop.words import Words

KEY = Qt.Key
WIDE, NARROW = (1100, 700), (430, 420)


@pytest.fixture
def manual(qtbot: QtBot) -> ManualPage:
    """The page by itself, with room for all of it."""
    load_fonts()
    page = ManualPage(DesktopTheme(), Words())
    qtbot.addWidget(page)
    page.resize(*WIDE)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    page.take_focus()
    return page


def press(page: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or page, key)


def shown(page: ManualPage) -> ChapterId:
    assert page.chapter.chapter is not None
    return page.chapter.chapter.id


def search(page: ManualPage, sought: str) -> None:
    page.begin_search()
    QTest.keyClicks(page.search.editor, sought)


def test_arrows_lead_through_the_contents(manual: ManualPage) -> None:
    press(manual, KEY.Key_Down)
    assert shown(manual) is ChapterId.ROOM
    assert manual.entries[1].hasFocus()
    press(manual, KEY.Key_Up)
    press(manual, KEY.Key_Up)
    assert shown(manual) is ChapterId.BEFORE


def test_tab_reaches_search_close_contents_and_chapter(manual: ManualPage) -> None:
    reached = set()
    for _ in range(len(CHAPTERS) + 6):
        press(manual, KEY.Key_Tab)
        focus = manual.window().focusWidget()
        reached.add(focus)
        assert focus is not None
        assert focus.accessibleName() or focus is manual.away
    assert {manual.search.editor, manual.away, manual.chapter, manual.entries[0]} <= reached


def test_the_chapter_scrolls_by_keys_and_is_read_aloud_whole(manual: ManualPage) -> None:
    manual.show_chapter(ChapterId.WRONG)
    manual.chapter.setFocus()
    QTest.keyClick(manual.chapter, KEY.Key_PageDown)
    assert manual.chapter.verticalScrollBar().value() > 0
    assert manual.chapter.accessibleName() == "When something goes wrong"
    assert "votes are safe" in manual.chapter.accessibleDescription()


def test_the_keys_chapter_shows_every_key_of_the_table(manual: ManualPage) -> None:
    manual.show_chapter(ChapterId.KEYS)
    hints = {each.accessibleName() for each in manual.chapter.findChildren(KeyHint)}
    assert {binding.shown for binding in KEYS} <= hints
    told = {each.text() for each in manual.chapter.findChildren(TextLabel)}
    assert set(DOES.values()) <= told


def test_every_picture_is_shown_with_its_alternative_text(manual: ManualPage) -> None:
    for chapter in CHAPTERS:
        manual.show_chapter(chapter.id)
        wanted = [block.alternative for block in chapter.blocks if isinstance(block, Picture)]
        views = [view for each in manual.chapter.blocks for view in each.findChildren(PictureView)]
        assert [view.accessibleName() for view in views if view.isVisible()] == wanted


def test_search_lists_the_chapters_that_have_the_words_and_goes_to_the_place(
    manual: ManualPage,
) -> None:
    search(manual, "borderline")
    listed = [entry.text() for entry in manual.entries if entry.isVisible()]
    assert listed == ["Reveal and talk"]
    assert shown(manual) is ChapterId.REVEAL
    [found] = [block for block in manual.chapter.blocks if block.found]
    top = manual.chapter.verticalScrollBar().value()
    assert top <= found.y() < top + manual.chapter.viewport().height()
    assert manual.chapter.verticalScrollBar().value() > 0
    assert "1 place" in manual.found.text()


def test_enter_goes_on_to_the_next_place_and_round(manual: ManualPage) -> None:
    search(manual, "secret")
    assert shown(manual) is ChapterId.SECRET  # the chapter about it, before those that mention it
    seen = [shown(manual)]
    for _ in range(12):
        press(manual, KEY.Key_Return)
        seen.append(shown(manual))
    assert len(set(seen)) > 2
    assert seen.count(ChapterId.SECRET) > 1


def test_what_is_nowhere_is_said_and_an_ended_search_shows_all_again(manual: ManualPage) -> None:
    search(manual, "zebra")
    assert not any(entry.isVisible() for entry in manual.entries)
    assert manual.found.isVisible()
    assert manual.end_search()
    assert all(entry.isVisible() for entry in manual.entries)
    assert not manual.found.isVisible()
    assert not manual.end_search()


def test_with_little_room_the_contents_are_a_list_to_choose_from(manual: ManualPage) -> None:
    manual.resize(*NARROW)
    assert not manual.entries[0].isVisible()
    assert manual.choice.hasFocus()
    press(manual, KEY.Key_Down)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    view = manual.choice.list
    assert view is not None
    QTest.keyClick(view.view, KEY.Key_Down)
    QTest.keyClick(view.view, KEY.Key_Return)
    assert shown(manual) is ChapterId.ROOM
    manual.resize(*WIDE)
    assert manual.entries[1].hasFocus()


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_nothing_is_wider_than_its_room(manual: ManualPage, size: tuple[int, int]) -> None:
    manual.resize(*size)
    for chapter in CHAPTERS:
        manual.show_chapter(chapter.id)
        QApplication.processEvents()
        room = manual.chapter.viewport().width()
        for block in manual.chapter.blocks:
            assert block.x() + block.width() <= room
            for said in block.findChildren(TextLabel):
                assert said.heightForWidth(said.width()) <= said.height() + 1, said.text()


def test_pictures_follow_the_look(qtbot: QtBot) -> None:
    load_fonts()
    theme = DesktopTheme(Mode.LIGHT)
    picture = next(each for each in CHAPTERS[0].blocks if isinstance(each, Picture))
    view = PictureView(theme, picture, "said")
    qtbot.addWidget(view)
    view.resize(400, view.heightForWidth(400))
    light = view.grab().toImage()
    theme.choose(Mode.DARK)
    assert view.grab().toImage() != light
    assert view.heightForWidth(10_000) == view.sizeHint().height()
