"""Folding: where the window is low, notes and parking lot become a line each."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.days import small_framework
from tests.ui.console.run.conftest import Lead, Led
from workshop.steps import State

K = Qt.Key
SMALL = (1024, 600)
LONG = "When we let a patient down, do we own it, put it right and follow up the same day?"


@pytest.fixture
def low(lead: Lead) -> Led:
    """A vote with two prompts and a parked thought, in the smallest window."""
    framework = small_framework()
    first = framework.sessions[0]
    activity = first.activities[0]
    questions = tuple(
        replace(each, text=LONG, prompts=("Who may?", "When did it?"))
        for each in activity.questions
    )
    told = replace(first, activities=(replace(activity, questions=questions),))
    led = lead(size=SMALL, framework=replace(framework, sessions=(told, *framework.sessions[1:])))
    led.day.live.planning.park("A thought")
    led.reach(State.POSE)
    return led


def test_in_the_smallest_window_notes_and_lot_are_a_line_each_and_nothing_scrolls(low: Led) -> None:
    page = low.run.parts.question
    assert page.notes.line.isVisible()
    assert page.parking.line.isVisible()
    assert not page.notes.field.isVisible()
    assert not page.parking.field.isVisible()
    assert page.notes.line.accessibleDescription() == "2 prompts"
    assert page.parking.line.accessibleDescription() == "1 parked"
    assert page._area.verticalScrollBar().maximum() == 0


def test_unfolding_one_folds_the_other(low: Led) -> None:
    page = low.run.parts.question
    QTest.mouseClick(page.notes.line, Qt.MouseButton.LeftButton)
    assert page.notes.field.isVisible()
    page.parking.line.setFocus(Qt.FocusReason.TabFocusReason)
    low.press(K.Key_Return)
    assert page.parking.field.isVisible()
    assert page.parking._chips.isVisible()
    assert not page.notes.field.isVisible()
    low.press(K.Key_Return)
    assert not page.parking.field.isVisible()


def test_the_keys_that_write_there_unfold_it_and_what_was_typed_is_kept(low: Led) -> None:
    page = low.run.parts.question
    low.press(K.Key_N)
    assert low.has_focus(page.notes.field)
    low.type("Ask the night shift")
    QTest.mouseClick(page.parking.line, Qt.MouseButton.LeftButton)
    assert not page.notes.field.isVisible()
    assert page.notes.line.accessibleDescription() == "2 prompts, 1 note"
    low.run._focus_next()
    low.press(K.Key_P)
    assert low.has_focus(page.parking.field.editor)
    low.type("Later")
    QTest.mouseClick(page.notes.line, Qt.MouseButton.LeftButton)
    assert page.parking.line.accessibleDescription() == "2 parked"


@pytest.mark.parametrize("key", [K.Key_N, K.Key_P])
def test_a_window_made_low_while_someone_types_takes_no_letter(lead: Lead, key: K) -> None:
    led = lead()
    led.reach(State.REVEAL)
    led.press(key)
    writing = led.focus
    led.type("Half a")
    led.window.resize(*SMALL)
    led.app.processEvents()
    assert led.has_focus(writing)
    led.type(" thought")
    assert writing.property("text") == "Half a thought"
    led.window.resize(1440, 900)
    led.app.processEvents()
    assert writing.property("text") == "Half a thought"
    assert not led.run.parts.question.notes.line.isVisible()


def test_where_the_room_sees_the_console_a_held_n_unfolds_the_notes(lead: Lead) -> None:
    led = lead(size=SMALL, screens_seen=1)
    led.reach(State.REVEAL)
    notes = led.run.parts.question.notes
    assert notes.line.text() == "Your notes are put away"
    QTest.keyPress(led.focus, K.Key_N)
    assert notes._open.isVisible()
    QTest.keyRelease(led.focus, K.Key_N)
    assert not notes._open.isVisible()


def test_while_the_wall_is_held_at_a_reveal_what_comes_has_its_bars(lead: Lead) -> None:
    led = lead()
    led.reach(State.CLOSED)
    led.press(K.Key_F)
    led.press(K.Key_PageDown)
    picture = led.run.parts.side.room.coming._picture
    assert picture.isVisible()
    shown = picture.grab().toImage()
    scale = shown.width() / 1920
    # The middle of the third column, above the axis: all seven chose 3.
    seen = {shown.pixelColor(round(684 * scale), round(y * scale)).name() for y in range(500, 800)}
    assert len(seen) > 2
