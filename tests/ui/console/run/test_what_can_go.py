"""G: what can go is tried out, used or left by keys alone, and the wall tells nothing of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.console.run.conftest import Lead, Led
from ui.console.run.what_can_go import WhatCanGoPanel
from ui.console.widgets.chip import ChipKind
from ui.keys import Intent
from workshop.kinds import ItemKind, Step
from workshop.steps import State

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
MINUTE = 60_000


def panel(led: Led) -> WhatCanGoPanel:
    found = led.run.parts.panels[Intent.WHAT_CAN_GO]
    assert isinstance(found, WhatCanGoPanel)
    return found


def open_panel(led: Led, state: State = State.POSE) -> WhatCanGoPanel:
    led.reach(state)
    led.press(K.Key_G)
    return panel(led)


def left_out(led: Led) -> list[str]:
    return [
        question.short
        for item in led.day.live.facts().items
        for question in item.questions
        if question.skipped
    ]


def test_g_opens_the_rows_ahead_with_the_arrows_at_the_first(led: Led) -> None:
    what = open_panel(led)
    assert what.isVisible()
    assert [box.row.title for box in what.rows] == ["Short 0.1", "Short 1.0", "Short 1.1"]
    assert led.has_focus(what.rows[0])
    assert what.ways.isVisible()


def test_arrows_and_space_try_out_and_only_ctrl_enter_uses(led: Led) -> None:
    what = open_panel(led)
    ends = what._finish.text()
    led.press(K.Key_Down)
    led.press(K.Key_Space)
    assert not what.rows[1].isChecked()
    assert what._finish.text() != ends
    assert left_out(led) == [], "nothing is changed yet"
    led.press(K.Key_Return, CONTROL)
    assert left_out(led) == ["Short 1.0"]
    assert not what.isVisible()
    assert led.scene.undo == "what is left out"
    assert led.day.state() is State.POSE, "nothing stepped"


def test_enter_turns_a_row_and_turns_it_back(led: Led) -> None:
    what = open_panel(led)
    ends, without = what._finish.text(), what.rows[0].row.finish
    led.press(K.Key_Return)
    assert (what._finish.text(), what.rows[0].row.finish) == (without, ends)
    led.press(K.Key_Return)
    assert (what._finish.text(), what.rows[0].row.finish) == (ends, without)


def test_esc_leaves_without_change_and_the_next_look_begins_anew(led: Led) -> None:
    what = open_panel(led)
    led.press(K.Key_Space)
    led.press(K.Key_Escape)
    assert not what.isVisible()
    assert led.run.parts.right.currentWidget() is led.run.parts.side
    assert left_out(led) == []
    led.press(K.Key_G)
    assert all(box.isChecked() for box in what.rows)


def test_a_ready_made_choice_is_taken_by_its_card(led: Led) -> None:
    what = open_panel(led)
    led.press(K.Key_Down)
    led.press(K.Key_Space)
    led.press(K.Key_Return, CONTROL)
    led.press(K.Key_G)
    as_is, back = (card for card in what.ways.cards if card.isVisible())
    assert as_is.isChecked()
    as_is.setFocus()
    led.press(K.Key_Down)
    assert back.isChecked()
    assert not as_is.isChecked()
    assert all(box.isChecked() for box in what.rows)
    led.press(K.Key_Return, CONTROL)
    assert left_out(led) == []


def test_a_clicker_leads_on_while_the_choices_wait(led: Led) -> None:
    what = open_panel(led, State.SESSION)
    led.press(K.Key_End)
    led.press(K.Key_Space)
    led.press(K.Key_PageDown)
    assert led.day.state() is State.POSE
    assert [box.row.title for box in what.rows] == ["Short 0.1", "Short 1.0", "Short 1.1"]
    assert not what.rows[-1].isChecked()
    led.press(K.Key_Return, CONTROL)
    assert left_out(led) == ["Short 1.1"]


def test_choices_that_leave_all_as_it_is_are_no_act(led: Led) -> None:
    what = open_panel(led)
    before = led.scene.undo
    led.press(K.Key_Return, CONTROL)
    assert not what.isVisible()
    assert led.scene.undo == before


def test_the_wall_shows_nothing_of_it(led: Led) -> None:
    led.reach(State.POSE)
    wall = led.leading.stage.wall
    led.press(K.Key_G)
    led.press(K.Key_Space)
    assert led.leading.stage.wall == wall
    led.press(K.Key_Return, CONTROL)
    assert led.leading.stage.wall == wall


def test_an_action_written_meanwhile_gives_the_right_column_back(led: Led) -> None:
    what = open_panel(led)
    led.press(K.Key_A)
    assert led.run.capturing
    led.press(K.Key_Escape)
    assert what.isVisible()
    assert led.run.parts.right.currentWidget() is what.ways


def test_before_the_day_begins_a_sentence_says_why_not(led: Led) -> None:
    led.press(K.Key_G)
    notice = led.run.parts.notices.current
    assert notice is not None
    assert notice.safe.startswith("What can go is known while the day is led.")


def test_where_nothing_is_ahead_the_panel_says_so(led: Led) -> None:
    what = open_panel(led, State.READ_BACK)
    assert what.rows == []
    assert led.has_focus(what.use)


def test_every_row_and_card_is_read_aloud(led: Led) -> None:
    what = open_panel(led)
    row = what.rows[0]
    assert row.accessibleName() == f"Short 0.1, must, 15 min, without it {row.row.finish}"
    for card in what.ways.cards:
        if card.isVisible():
            assert card.accessibleName()
            assert card.accessibleDescription()


def test_tab_comes_by_the_rows_once_and_by_the_cards_once(led: Led, qapp: QApplication) -> None:
    what = open_panel(led)
    assert sum(bool(box.focusPolicy() & Qt.FocusPolicy.TabFocus) for box in what.rows) == 1
    seen = []
    for _ in range(40):
        led.press(K.Key_Tab)
        seen.append(led.focus)
        if led.focus is what.rows[0]:
            break
    assert seen.count(what.use) == 1
    assert len([each for each in seen if each in what.ways.cards]) == 1


def test_the_panel_fits_into_a_small_window(lead: Lead) -> None:
    led = lead(size=(1024, 600))
    what = open_panel(led)
    assert led.window.width() == 1024
    assert what.rows[0].width() <= what.width()
    corner = what.use.mapTo(what, what.use.rect().bottomRight())
    assert what.rect().contains(corner)


def test_the_chip_is_inverse_once_the_day_passes_its_end(led: Led) -> None:
    chip = led.run.parts.top_bar.behind
    led.reach(State.POSE)
    led.day.clock.moment += 120 * MINUTE
    led.leading.refresh()
    assert chip.text().endswith("min behind")
    assert led.scene.clock.late
    assert chip._face.kind is ChipKind.INVERSE


def test_the_rail_strikes_through_what_is_left_out(led: Led) -> None:
    led.reach(State.POSE)
    items = led.day.live.facts().items
    second = [item for item in items if item.kind is ItemKind.SESSION][1]
    ahead = items[1].questions[1]
    led.day.live.improvising.leave_out({ahead.id: True}, {second.id: True})
    led.leading.refresh()
    lines = {line._text: line for line in led.run.parts.rail._lines if line.isVisible()}
    assert lines[second.title].left_out
    assert lines[second.title]._value == "left out"
    assert lines[ahead.short].left_out
    assert not lines["Short 0.0"].left_out
    assert led.scene.step is Step.POSE
