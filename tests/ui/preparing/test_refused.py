"""What was refused is given up by Esc, and by a step back or forward; what is kept is shown."""

from __future__ import annotations

from tests.ui.prepare_room import CONTROL, KEY, SHIFT, Begin, PrepareRoom


def type_over(room: PrepareRoom, text: str) -> None:
    """Replace what stands where the focus is."""
    room.press(KEY.Key_A, CONTROL)
    room.press(KEY.Key_Delete)
    room.type(text)


def refuse_a_name(room: PrepareRoom) -> None:
    """Type the name of another team into the first row."""
    name = room.screen.teams.rows[0].name
    name.editor.setFocus()
    type_over(room, "Nursing")
    room.press(KEY.Key_Return)
    name.editor.setFocus()


def test_escape_gives_up_a_refused_name_and_shows_the_kept_one(filled: PrepareRoom) -> None:
    first = filled.screen.teams.rows[0]
    refuse_a_name(filled)
    assert first.error
    assert first.name.text == "Nursing"
    filled.press(KEY.Key_Escape)
    assert (first.name.text, first.error) == ("Front desk", "")
    assert filled.screen.teams.save()


def test_escape_gives_up_a_new_team_that_was_refused(filled: PrepareRoom) -> None:
    teams = filled.screen.teams
    teams.begin()
    filled.type("Nursing", KEY.Key_Return)
    filled.type("4", KEY.Key_Return)
    assert teams.draft.error
    filled.press(KEY.Key_Escape)
    assert (teams.draft.typed, teams.draft.error) == (("", 0), "")


def test_a_step_back_and_a_step_forward_drop_a_refused_name(filled: PrepareRoom) -> None:
    filled.preparation.act(lambda: filled.live.preparing.describe(title="Other"))
    first = filled.screen.teams.rows[0]
    for step in (filled.screen.undo_wanted, filled.screen.redo_wanted):
        refuse_a_name(filled)
        assert first.error
        step.emit()
        assert (first.name.text, first.error) == ("Front desk", "")
    assert filled.prepared.workshop.title == "Other"


def test_escape_in_a_wrong_time_or_date_shows_what_is_kept_and_the_next_closes(
    begin: Begin,
) -> None:
    room = begin(new=True)
    day = room.screen.day
    for field, typed in ((day.starts, "half nine"), (day.day.field, "soon"), (day.day.field, "")):
        kept = field.text
        field.editor.setFocus()
        type_over(room, typed)
        room.press(KEY.Key_Tab)
        assert field.error
        field.editor.setFocus()
        room.press(KEY.Key_Escape)
        assert (field.text, field.error) == (kept, "")
        assert room.screen.panel is day
    room.press(KEY.Key_Escape)
    assert room.screen.panel is None


def test_undo_drops_a_wrong_time_and_a_wrong_date(begin: Begin) -> None:
    room = begin(new=True)
    day = room.screen.day
    fields = (day.starts, day.day.field)
    kept = [field.text for field in fields]
    for field in fields:
        field.editor.setFocus()
        type_over(room, "soon")
        room.press(KEY.Key_Tab)
    room.screen.undo_wanted.emit()
    assert [(field.text, field.error) for field in fields] == [(text, "") for text in kept]


def open_question(room: PrepareRoom) -> str:
    """Open the page of a session's first question; its words."""
    session = next(item for item in room.prepared.items if item.questions)
    room.screen.agenda.edit_wanted.emit(session.id)
    room.press(KEY.Key_Return)
    page = room.screen.editor.page
    assert room.focus is page.text.editor
    return page.text.text


def test_undo_and_escape_drop_an_empty_question(filled: PrepareRoom) -> None:
    kept = open_question(filled)
    page = filled.screen.editor.page
    type_over(filled, "")
    filled.press(KEY.Key_Tab)
    assert page.text.error
    filled.screen.undo_wanted.emit()
    assert (page.text.text, page.text.error) == (kept, "")
    page.text.editor.setFocus()
    type_over(filled, "")
    filled.press(KEY.Key_Tab, SHIFT)
    page.text.editor.setFocus()
    filled.press(KEY.Key_Escape)
    assert (page.text.text, page.text.error) == (kept, "")
