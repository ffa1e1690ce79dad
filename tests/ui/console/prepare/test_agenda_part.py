"""The agenda is led by keys, by mouse and by typing, and patched where it changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QWidget

from frameworks.collection import SessionOutline
from frameworks.theme import Theme
from tests.ui.console.prepare.conftest import Show
from tests.ui.console.prepare.prepared_values import item, prepared, sample_items, session
from ui.console.prepare.agenda_lines import agenda_lines, day_end
from ui.console.prepare.agenda_part import AgendaPart
from ui.console.prepare.agenda_row import BAR_LEFT, ROW, AgendaRow
from ui.theme import DesktopTheme
from workshop.kinds import ItemKind
from workshop.words import Words

K = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


class Asked:
    """What the part has asked for, in order."""

    def __init__(self, part: AgendaPart) -> None:
        self.all: list[tuple[object, ...]] = []
        for name in (
            "moved", "minutes_set", "edit_wanted", "added", "session_added", "removed",
            "left_out", "booked_until_set",
        ):  # fmt: skip
            signal = getattr(part, name)
            signal.connect(lambda *values, name=name: self.all.append((name, *values)))


@pytest.fixture
def part(theme: DesktopTheme, words: Words, show: Show) -> AgendaPart:
    made = AgendaPart(theme, words)
    made.show_prepared(prepared())
    show(made, made.foot)
    return made


@pytest.fixture
def asked(part: AgendaPart) -> Asked:
    return Asked(part)


def row(part: AgendaPart, title: str) -> AgendaRow:
    return next(each for each in part.rows.rows if each.line.item.title == title)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focus(), key, modifiers)


def titles(part: AgendaPart) -> list[str]:
    return [each.line.item.title for each in part.rows.rows]


# --- What it says ---------------------------------------------------------------------------


def test_rows_say_when_they_start_and_what_stands_beside(words: Words) -> None:
    lines = agenda_lines(prepared(), words)
    assert [line.starts for line in lines[:4]] == ["09:00", "09:10", "09:45", "10:30"]
    assert [line.note for line in lines[:4]] == ["And a practice vote", "4 questions",
                                                 "5 questions", ""]  # fmt: skip
    assert lines[2].said == "Strategy, 09:45, 5 questions, 45 minutes"


def test_what_is_left_out_takes_no_time_and_what_was_trimmed_is_counted(words: Words) -> None:
    vision, strategy = sample_items()[1:3]
    trimmed = replace(strategy, questions=3, must=False)
    lines = agenda_lines(prepared((replace(vision, left_out=True), trimmed)), words)
    assert [(line.starts, line.note) for line in lines] == [
        ("", "Left out"),
        ("09:00", "3 of 5 questions, if time"),
    ]


@pytest.mark.parametrize(
    ("ends_at", "spare", "over"),
    [
        (13 * 60, "10 min to spare", False),
        (12 * 60 + 50, "no minute to spare", False),
        (12 * 60, "50 min over the booking", True),
        (11 * 60 + 30, "1 h 20 min over the booking", True),
        (None, "", False),
    ],
)
def test_the_day_is_held_against_the_booking(
    words: Words, ends_at: int | None, spare: str, over: bool
) -> None:
    end = day_end(prepared(ends_at=ends_at), words)
    assert (end.ends, end.length) == ("Ends 12:50", "3 h 50 min")
    assert (end.spare, end.over) == (spare, over)


@pytest.mark.parametrize(
    ("ends_at", "spare", "over"),
    [(60, "10 min over the booking", True), (3 * 60, "1 h 50 min to spare", False)],
)
def test_a_booking_past_midnight_is_counted_from_the_start(
    words: Words, ends_at: int, spare: str, over: bool
) -> None:
    items = (item(ItemKind.OPENING, "Opening", 10), session("Vision", Theme.VISION, 4, 120))
    night = prepared(items, ends_at=ends_at)
    late = replace(night, workshop=replace(night.workshop, starts_at=23 * 60))
    end = day_end(late, words)
    assert (end.spare, end.over) == (spare, over)


def test_the_foot_says_it_and_turns_to_an_alarm_over_the_booking(part: AgendaPart) -> None:
    assert part.foot.ends.text() == "Ends 12:50"
    assert part.foot.length.text() == "3 h 50 min, 10 min to spare"
    assert not part.foot.over.isVisible()
    part.show_prepared(prepared(ends_at=12 * 60))
    assert part.foot.over.isVisible()
    assert part.foot.over.text() == "50 min over the booking"
    assert part.foot.length.text() == "3 h 50 min"


def test_a_bar_has_four_pixels_a_minute_in_its_sessions_colour(
    part: AgendaPart, theme: DesktopTheme
) -> None:
    strategy = row(part, "Strategy")
    image = QImage(strategy.size(), QImage.Format.Format_ARGB32)
    strategy.render(image)
    fill = theme.of(Theme.STRATEGY).fill.lower()
    painted = [x for x in range(image.width()) if image.pixelColor(x, ROW // 2).name() == fill]
    bar = [x for x in painted if x >= BAR_LEFT]
    assert (bar[0], bar[-1]) == (BAR_LEFT, BAR_LEFT + 45 * 4 - 1)


def test_a_very_long_item_makes_all_bars_shorter_alike(
    theme: DesktopTheme, words: Words, show: Show
) -> None:
    part = AgendaPart(theme, words)
    part.show_prepared(prepared((item(ItemKind.BREAK, "Lunch", 480), *sample_items())))
    show(part)
    scales = {each._scale for each in part.rows.rows}
    assert len(scales) == 1
    assert scales.pop() * 480 <= part.rows.rows[0].bar_room()


# --- Keys -----------------------------------------------------------------------------------


def test_tab_comes_by_the_selected_row_and_its_minutes_and_goes_on(part: AgendaPart) -> None:
    part.rows.select("strategy")
    part.booked.editor.setFocus()
    seen = []
    for _ in range(3):
        press(K.Key_Tab)
        seen.append(focus())
    assert seen == [row(part, "Strategy"), row(part, "Strategy").minutes.editor, part.add]
    back = []
    for _ in range(3):
        press(K.Key_Backtab)
        back.append(focus())
    assert back == [*seen[1::-1], part.booked.editor]


def test_arrows_select_and_alt_moves_as_far_as_the_day_allows(
    part: AgendaPart, asked: Asked
) -> None:
    row(part, "Vision").setFocus()
    press(K.Key_Up, ALT)
    assert asked.all == [], "nothing comes before the opening"
    press(K.Key_Down, ALT)
    press(K.Key_Down)
    assert part.rows.selected == "strategy"
    press(K.Key_End)
    press(K.Key_Up, ALT)
    press(K.Key_Home)
    press(K.Key_Down, ALT)
    assert asked.all == [("moved", "vision", 2)], "opening and read-back have their places"


def test_the_moved_row_keeps_focus_and_selection(part: AgendaPart) -> None:
    vision = row(part, "Vision")
    vision.setFocus()
    items = list(sample_items())
    items[1], items[2] = items[2], items[1]
    part.show_prepared(prepared(tuple(items)))
    assert titles(part)[1:3] == ["Strategy", "Vision"]
    assert row(part, "Vision") is vision
    assert focus() is vision
    assert part.rows.selected == "vision"
    assert vision.y() == row(part, "Strategy").y() + ROW
    assert vision.line.starts == "09:55"


def test_enter_edits_and_delete_takes_away_what_may_go(part: AgendaPart, asked: Asked) -> None:
    row(part, "Strategy").setFocus()
    press(K.Key_Return)
    press(K.Key_Delete)
    press(K.Key_Home)
    press(K.Key_Delete)
    assert asked.all == [("edit_wanted", "strategy"), ("removed", "strategy")]


def test_the_focus_goes_to_the_neighbour_of_a_row_that_went(part: AgendaPart) -> None:
    row(part, "Strategy").setFocus()
    items = tuple(each for each in sample_items() if each.title != "Strategy")
    part.show_prepared(prepared(items))
    assert focus() is row(part, "Break")
    assert part.rows.selected == "break"


def test_what_the_day_has_begun_stays_where_it_is(part: AgendaPart, asked: Asked) -> None:
    items = list(sample_items())
    items[:2] = [replace(items[0], begun=True), replace(items[1], begun=True)]
    part.show_prepared(prepared(tuple(items)))
    row(part, "Vision").setFocus()
    press(K.Key_Down, ALT)
    press(K.Key_Delete)
    press(K.Key_Down)
    press(K.Key_Up, ALT)
    assert asked.all == []


# --- Minutes --------------------------------------------------------------------------------


def test_minutes_are_typed_on_the_row_and_enter_comes_back_to_it(
    part: AgendaPart, asked: Asked
) -> None:
    strategy = row(part, "Strategy")
    strategy.setFocus()
    press(K.Key_6)
    press(K.Key_0)
    assert focus() is strategy.minutes.editor
    assert asked.all == [], "60 is only typed"
    press(K.Key_Return)
    assert asked.all == [("minutes_set", "strategy", 60)]
    assert focus() is strategy


def test_esc_gives_up_what_was_typed(part: AgendaPart, asked: Asked) -> None:
    strategy = row(part, "Strategy")
    strategy.setFocus()
    QTest.keyClicks(strategy, "9")
    press(K.Key_Escape)
    assert strategy.minutes.editor.text() == "45"
    assert focus() is strategy
    assert asked.all == []


@pytest.mark.parametrize(("typed", "kept"), [("0", 1), ("999", 480), ("", None)])
def test_minutes_stay_within_what_a_day_can_hold(
    part: AgendaPart, asked: Asked, typed: str, kept: int | None
) -> None:
    field = row(part, "Strategy").minutes
    field.begin()
    field.editor.clear()
    QTest.keyClicks(field.editor, typed)
    row(part, "Vision").setFocus()
    assert asked.all == ([] if kept is None else [("minutes_set", "strategy", kept)])
    assert field.editor.text() == str(kept or 45)


def test_plus_and_minus_step_to_the_next_five_minutes(part: AgendaPart, asked: Asked) -> None:
    field = row(part, "Strategy").minutes
    field.show_minutes(47, "Strategy")
    for x in (10, field.width() - 10, field.width() - 10):
        QTest.mouseClick(field, LEFT, pos=QPoint(x, 14))
    row(part, "Break").setFocus()
    press(K.Key_Plus)
    press(K.Key_Minus)
    press(K.Key_Minus)
    assert asked.all == [
        *(("minutes_set", "strategy", minutes) for minutes in (45, 50, 55)),
        *(("minutes_set", "break", minutes) for minutes in (20, 15, 10)),
    ]


def test_minutes_that_are_being_typed_outlive_a_change_from_elsewhere(part: AgendaPart) -> None:
    field = row(part, "Strategy").minutes
    field.begin("6")
    items = list(sample_items())
    items[1] = replace(items[1], minutes=20)
    part.show_prepared(prepared(tuple(items)))
    assert field.editor.text() == "6"
    assert row(part, "Strategy").line.starts == "09:30"


# --- Dragging -------------------------------------------------------------------------------


def drag(part: AgendaPart, title: str, to: int, *, drop: bool = True) -> AgendaRow:
    """Drag a row by its grip to the gap above the row at place `to`."""
    held = row(part, title)
    QTest.mousePress(held, LEFT, pos=QPoint(20, ROW // 2))
    target = QPoint(20, to * ROW - held.y())
    for step in (QPoint(20, ROW // 2 + 15), target):
        QTest.mouseMove(held, step)
    if drop:
        QTest.mouseRelease(held, LEFT, pos=target)
    return held


@pytest.mark.parametrize(("to", "place"), [(1, 1), (6, 5), (99, 6), (0, 1)])
def test_a_row_is_dragged_to_where_the_line_is(
    part: AgendaPart, asked: Asked, to: int, place: int
) -> None:
    held = drag(part, "Break", to, drop=False)
    assert part.rows.landing == place
    QTest.mouseRelease(held, LEFT, pos=QPoint(20, to * ROW - held.y()))
    assert asked.all == [("moved", "break", place)]
    assert part.rows.landing is None


def test_a_drag_that_ends_where_it_began_or_with_esc_moves_nothing(
    part: AgendaPart, asked: Asked
) -> None:
    drag(part, "Break", 3)
    held = drag(part, "Break", 6, drop=False)
    press(K.Key_Escape)
    QTest.mouseRelease(held, LEFT, pos=QPoint(20, 100))
    drag(part, "Opening", 4)
    assert asked.all == []


def test_a_drag_to_the_edge_scrolls_what_is_not_seen(
    theme: DesktopTheme, words: Words, show: Show
) -> None:
    part = AgendaPart(theme, words)
    many = tuple(session(f"Session {n}", Theme.VISION, 3, 10) for n in range(20))
    part.show_prepared(prepared(many))
    window = show(part, size=(800, 400))
    assert isinstance(window, QScrollArea)
    held = row(part, "Session 2")
    QTest.mousePress(held, LEFT, pos=QPoint(20, 20))
    for _ in range(5):
        below = held.mapFromGlobal(window.viewport().mapToGlobal(QPoint(60, 395)))
        QTest.mouseMove(held, below)
    assert window.verticalScrollBar().value() > 0
    QTest.keyClick(held, K.Key_Escape)


# --- Menus ----------------------------------------------------------------------------------


def offered(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_the_menu_adds_behind_the_selected_row(part: AgendaPart, asked: Asked) -> None:
    part.rows.select("strategy")
    menu = part.menu_now()
    assert offered(menu) == ["Break", "Group work", "Where we stand", "Action planning"]
    for action in menu.actions():
        action.trigger()
    part.rows.select("what we will do")
    part.menu_now().actions()[0].trigger()
    part.rows.select("opening")
    part.menu_now().actions()[0].trigger()
    kinds = (ItemKind.BREAK, ItemKind.GROUP_WORK, ItemKind.PROFILE, ItemKind.ACTION_PLANNING)
    assert asked.all == [
        *(("added", kind, 3) for kind in kinds),
        ("added", ItemKind.BREAK, 7),
        ("added", ItemKind.BREAK, 1),
    ]


def test_the_menu_opens_by_keys_with_its_first_entry_at_hand(
    part: AgendaPart, asked: Asked
) -> None:
    part.rows.select("vision")
    part.add.setFocus()
    press(K.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, K.Key_Down)
    QTest.keyClick(menu, K.Key_Return)
    assert asked.all == [("added", ItemKind.GROUP_WORK, 2)]


def test_sessions_of_the_framework_that_are_not_in_are_offered(
    part: AgendaPart, asked: Asked
) -> None:
    asks = (("a", "A"), ("b", "B"))
    part.offer(
        [
            SessionOutline("strategy", "Strategy", Theme.STRATEGY, False, 40, asks),
            SessionOutline("trust", "Trust & care", Theme.PEOPLE, False, 30, asks),
        ]
    )
    part.rows.select("vision")
    menu = part.menu_now()
    assert offered(menu)[4:] == ["Trust && care, 2 questions"]
    menu.actions()[-1].trigger()
    assert asked.all == [("session_added", "trust", 2)]


def test_the_menu_of_a_row_leaves_out_and_puts_back(part: AgendaPart, asked: Asked) -> None:
    row(part, "Strategy").setFocus()
    press(K.Key_Menu)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert offered(menu) == ["Edit…", "Leave out", "Move up", "Move down", "Take off the agenda"]
    [leave] = [action for action in menu.actions() if action.text() == "Leave out"]
    leave.trigger()
    menu.close()
    assert asked.all == [("left_out", "strategy", True)]


# --- The booking ----------------------------------------------------------------------------


def test_the_booking_is_typed_where_it_stands(part: AgendaPart, asked: Asked) -> None:
    editor = part.booked.editor
    assert editor.text() == "13:00"
    editor.setFocus()
    QTest.keyClicks(editor, "12h30")
    press(K.Key_Return)
    assert asked.all == [("booked_until_set", 12 * 60 + 30)]
    editor.selectAll()
    QTest.keyClicks(editor, "soon")
    press(K.Key_Return)
    assert editor.accessibleDescription() == "No time of day. Try 13:00."
    editor.clear()
    press(K.Key_Return)
    assert asked.all[1:] == [("booked_until_set", None)]
    assert editor.accessibleDescription() == ""


def test_a_double_click_or_the_pencil_edits(part: AgendaPart, asked: Asked) -> None:
    strategy = row(part, "Strategy")
    QTest.mouseDClick(strategy, LEFT, pos=QPoint(200, 20))
    QTest.mouseClick(strategy, LEFT, pos=strategy._pencil().center().toPoint())
    assert asked.all == [("edit_wanted", "strategy")] * 2


def test_a_title_of_forty_words_and_right_to_left_names_stay_in_their_row(
    theme: DesktopTheme, words: Words, show: Show
) -> None:
    long = " ".join(["everlasting"] * 40)
    items = (
        replace(session("A", Theme.VISION, 3, 30), title=long),
        replace(session("B", Theme.PEOPLE, 3, 30), title="תקשורת עם הלקוח בכל יום ובכל שעה"),
    )
    part = AgendaPart(theme, words)
    part.show_prepared(prepared(items))
    show(part, size=(640, 400))
    for each in part.rows.rows:
        assert each.height() == ROW
        assert each.minutes.geometry().right() <= each.width()


def test_a_part_that_was_shown_nothing_yet_offers_its_kinds(
    theme: DesktopTheme, words: Words
) -> None:
    part = AgendaPart(theme, words)
    assert len(offered(part.menu_now())) == 4
