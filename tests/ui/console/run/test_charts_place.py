"""C opens the charts where the day is: at the question revealed, at its session, or the day."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.console.run.conftest import Led
from ui.console.charts.reading import ChartKey, ChartKind
from workshop.steps import State

K = Qt.Key


def opened_at(qtbot: QtBot, led: Led) -> ChartKey | None:
    """Press C, and wait until what is revealed was read."""
    led.press(K.Key_C)
    panel = led.run.parts.charts
    qtbot.waitUntil(lambda: panel.board.reading is not None and panel.settled)
    return panel.board.key


def question_now(led: Led) -> str:
    question = led.day.live.facts().question
    assert question is not None
    return question.id


def session_now(led: Led) -> str:
    item = led.day.live.facts().item
    assert item is not None
    return item.id


def test_at_a_reveal_they_open_at_the_votes_on_that_question(qtbot: QtBot, led: Led) -> None:
    led.reach(State.REVEAL)
    assert opened_at(qtbot, led) == ChartKey(ChartKind.QUESTION, question_now(led))
    assert led.has_focus(led.run.parts.charts.board.page.canvas)


def test_they_open_at_the_next_question_once_that_is_revealed_too(qtbot: QtBot, led: Led) -> None:
    led.reach(State.REVEAL)
    first = opened_at(qtbot, led)
    led.press(K.Key_Escape)
    led.reach(State.POSE)
    led.reach(State.REVEAL)
    assert opened_at(qtbot, led) == ChartKey(ChartKind.QUESTION, question_now(led))
    assert led.run.parts.charts.board.key != first


def test_while_a_question_is_not_revealed_they_open_at_its_session(qtbot: QtBot, led: Led) -> None:
    led.reach(State.REVEAL)
    led.reach(State.POSE)
    assert opened_at(qtbot, led) == ChartKey(ChartKind.SESSION, session_now(led))


def test_where_nothing_of_a_session_is_revealed_they_open_at_the_day(
    qtbot: QtBot, led: Led
) -> None:
    led.reach(State.REVEAL)
    later = led.day.live.facts().items[2]
    led.day.live.facilitation.jump(later.id)
    led.leading.refresh()
    assert opened_at(qtbot, led) == ChartKey(ChartKind.PROFILE)


def test_opened_again_at_the_same_place_they_stand_where_they_were_left(
    qtbot: QtBot, led: Led
) -> None:
    led.reach(State.REVEAL)
    opened_at(qtbot, led)
    led.run.parts.charts.board.choose(ChartKey(ChartKind.HEAT_MAP))
    led.press(K.Key_Escape)
    assert opened_at(qtbot, led) == ChartKey(ChartKind.HEAT_MAP)
