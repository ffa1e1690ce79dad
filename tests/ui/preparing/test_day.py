"""The day is typed field by field; what is no date or time says why."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from tests.days import small_framework
from tests.ui.prepare_room import CONTROL, KEY, TODAY, Begin, PrepareRoom
from ui import preparing
from workshop.creation import create_draft
from workshop.kinds import ItemKind
from workshop.live import LiveWorkshop
from workshop.readings.namesakes import read_namesakes


def test_a_new_workshop_begins_with_its_title(begin: Begin) -> None:
    room = begin(new=True)
    assert room.screen.panel is room.screen.day
    assert room.focus is room.screen.day.title.editor


def test_enter_goes_from_field_to_field_of_the_day_and_keeps_each(begin: Begin) -> None:
    room = begin(new=True)
    room.press(KEY.Key_Backtab)
    typed = (
        "Harbour Street Clinic", "Service review", "+2w", "Room 4", "8.30", "13",
        "See where we stand", "I act on the first three", "One voice at a time", "", "", "", "Late",
    )  # fmt: skip
    for text in typed:
        room.press(KEY.Key_A, CONTROL)
        room.press(KEY.Key_Delete)
        room.type(text, KEY.Key_Return)
    workshop = room.prepared.workshop
    assert (workshop.organisation, workshop.title) == ("Harbour Street Clinic", "Service review")
    assert (workshop.held_on - TODAY).days == 14
    assert workshop.place == "Room 4"
    assert (workshop.starts_at, workshop.ends_at) == (8 * 60 + 30, 13 * 60)
    assert workshop.purpose == "See where we stand"
    assert workshop.promise == "I act on the first three"
    assert workshop.ground_rules == ("One voice at a time", "Late")
    assert room.screen.panel is None
    assert room.focus is room.screen.teams.draft.name.editor


def test_ctrl_enter_closes_the_day_with_what_was_typed(begin: Begin) -> None:
    room = begin(new=True)
    room.type("Service review")
    room.press(KEY.Key_Return, CONTROL)
    assert room.screen.panel is None
    assert room.prepared.workshop.title == "Service review"


def test_escape_closes_the_day_and_loses_nothing(begin: Begin) -> None:
    room = begin(new=True)
    room.type("Service review", KEY.Key_Escape)
    assert room.screen.panel is None
    assert room.prepared.workshop.title == "Service review"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31 Nov", "There is no such day: that month ends on 30 November 2026."),
        ("29 Feb 2027", "There is no such day: that month ends on 28 February 2027."),
        ("2026-02-30", "There is no such day: that month ends on 28 February 2026."),
        ("1.1.0001", "Write a year from 2000 to 2100."),
        ("soon", "No date. Try 31 Oct or +2w."),
        ("", "No date. Try 31 Oct or +2w."),
    ],
)
def test_a_date_that_does_not_exist_says_why_and_nothing_is_changed(
    begin: Begin, typed: str, said: str
) -> None:
    room = begin(new=True)
    day = room.screen.day
    day.day.field.editor.setFocus()
    room.press(KEY.Key_A, CONTROL)
    room.press(KEY.Key_Delete)
    room.type(typed)
    room.press(KEY.Key_Return, CONTROL)
    assert day.day.field.error == said
    assert room.screen.panel is day
    assert room.focus is day.day.field.editor
    assert room.prepared.workshop.held_on == TODAY


def test_a_time_that_is_none_is_said_and_stays_as_it_was_typed(begin: Begin) -> None:
    room = begin(new=True)
    starts = room.screen.day.starts
    starts.editor.setFocus()
    room.press(KEY.Key_A, CONTROL)
    room.type("half nine", KEY.Key_Tab)
    assert starts.error == "No time. Try 9:30."
    assert starts.text == "half nine"
    assert room.prepared.workshop.starts_at == 9 * 60


def test_what_earlier_workshops_were_called_by_is_completed(begin: Begin, qtbot: QtBot) -> None:
    room = begin(new=True)
    room.live.preparing.describe(title="Earlier", organisation="Harbour Street Clinic")
    room.preparation.show()
    organisation = room.screen.day.organisation
    organisation.set_text("")
    room.screen.open_day()
    organisation.editor.setFocus()
    room.type("harb", KEY.Key_Tab)
    assert organisation.text == "Harbour Street Clinic"


def test_the_day_is_said_in_full_with_its_weekday_and_year(begin: Begin) -> None:
    room = begin(new=True)
    day = room.screen.day
    assert day.full_day.isVisible()
    assert day.full_day.text() == "Thursday 1 January 2026"
    day.day.field.editor.setFocus()
    room.press(KEY.Key_A, CONTROL)
    room.type("+2w", KEY.Key_Tab)
    assert day.full_day.text() == "Thursday 15 January 2026"


def test_a_title_used_twice_is_said_with_the_other_day_and_stops_nothing(begin: Begin) -> None:
    room = begin(new=True)
    other = another(room, "Service review", date(2025, 12, 4))
    room.type("Service review")
    assert "Same title" not in room.screen.foot.said
    room.press(KEY.Key_Return, CONTROL)
    assert "Same title as on 4 December 2025." in room.screen.foot.said
    assert room.screen.panel is None

    point = next(each for each in room.screen.foot.points() if "Same title" in each.title)
    room.screen.foot.point_wanted.emit(point)
    assert room.focus is room.screen.day.title.editor
    assert not room.screen.day.title.error
    room.press(KEY.Key_Return, CONTROL)
    assert room.screen.panel is None, "advice keeps nobody in the panel"

    room.live.preparing.describe(title="Service review, 2026")
    room.preparation.refresh()
    assert "Same title" not in room.screen.foot.said
    assert other != room.live.id


def test_what_is_said_of_a_date_that_has_passed_leads_to_the_date(begin: Begin) -> None:
    room = begin()
    room.live.preparing.describe(title="Service review", held_on=date(2025, 12, 4))
    room.preparation.refresh()
    point = next(each for each in room.screen.foot.points() if "passed" in each.title)
    room.screen.foot.point_wanted.emit(point)
    assert room.focus is room.screen.day.day.field.editor
    room.press(KEY.Key_Return, CONTROL)
    assert room.screen.panel is None


def test_namesakes_are_looked_for_when_the_title_changes_and_after_no_other_act(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def count(connection: Connection, workshop_id: str, title: str) -> tuple[date, ...]:
        asked.append(title)
        return read_namesakes(connection, workshop_id, title)

    monkeypatch.setattr(preparing, "read_namesakes", count)
    room = begin(new=True)
    room.type("Service review", KEY.Key_Return)
    room.type("2026-02-03", KEY.Key_Return)
    room.type("Room 4", KEY.Key_Return)
    assert asked == ["", "Service review"]


def test_a_wrong_time_of_the_booking_goes_with_its_sentence_at_an_undo(begin: Begin) -> None:
    room = begin()
    room.live.preparing.describe(ends_at=13 * 60)
    room.preparation.refresh()
    agenda = room.screen.agenda
    agenda.booked.editor.setFocus()
    room.type("noonish", KEY.Key_Return)
    room.screen.teams.draft.name.editor.setFocus()
    assert said_of_booking(room) == "No time of day. Try 13:00."
    room.preparation.refresh()
    assert (agenda.booked.editor.text(), bool(said_of_booking(room))) == ("noonish", True)
    assert not room.screen.save()
    assert room.focus is agenda.booked.editor

    room.screen.undo_wanted.emit()
    assert agenda.booked.editor.text() == ""
    assert said_of_booking(room) == ""
    room.screen.redo_wanted.emit()
    assert agenda.booked.editor.text() == "13:00"
    assert room.screen.save()


def said_of_booking(room: PrepareRoom) -> str:
    """What is wrong with the time until which the room is booked."""
    return room.screen.agenda.booked.editor.accessibleDescription()


def another(room: PrepareRoom, title: str, held_on: date) -> str:
    """Make a further workshop of that title in the same library; its id."""
    library, words = room.live.library, room.live.words
    made = create_draft(library, small_framework(), words, held_on=held_on, starts_at=540)
    LiveWorkshop(library, made, words).preparing.describe(title=title)
    return made


def test_when_the_day_ends_is_seen_below_any_number_of_items(begin: Begin) -> None:
    room = begin()
    screen, agenda = room.screen, room.screen.agenda
    for number in range(12):
        room.live.preparing.add_item(ItemKind.BREAK, f"Break {number}", 5, 1)
        room.preparation.refresh()
        for _ in range(3):  # one layout within the other, each asks the one around it
            QApplication.processEvents()
        foot = screen.foot.mapTo(screen, QPoint(0, 0)).y()
        ends = agenda.foot.mapTo(screen, QPoint(0, agenda.foot.height())).y()
        last = agenda.rows.mapTo(screen, QPoint(0, agenda.rows.height())).y()
        top = ends - agenda.foot.height()
        assert ends <= foot
        assert top == last or (top < last and foot - ends < agenda.foot.height())
        assert number or top == last, "a short agenda has it below its last row"
    rows = agenda.rows.mapTo(screen, QPoint(0, agenda.rows.height())).y()
    assert rows > screen.foot.mapTo(screen, QPoint(0, 0)).y(), "rows scroll away above it"
    screen.agenda.rows.rows[-1].setFocus(Qt.FocusReason.TabFocusReason)
    room.press(KEY.Key_Tab)
    room.press(KEY.Key_Tab)
    assert room.focus is agenda.add
