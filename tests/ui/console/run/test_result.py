"""The result on the console: the agreement's word, its number, and what stands beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.console.run.conftest import Lead, Led
from workshop.steps import State

K = Qt.Key
BORDERLINE = (4, 4, 4, 5, 5, 4, 5)


def vote(led: Led, answers: tuple[int, ...]) -> None:
    """Open a vote, let each seat vote in turn, and reveal it."""
    led.reach(State.OPEN, votes=0)
    facts = led.day.live.facts()
    assert facts.round is not None
    votes = zip(led.day.seats(), answers, strict=True)
    led.day.cast(*((facts.round.id, seat, answer) for seat, answer in votes))
    led.leading.refresh()
    led.press(K.Key_PageDown)
    led.press(K.Key_PageDown)
    assert led.day.state() is State.REVEAL


def test_the_number_stands_behind_its_word_and_borderline_apart_from_both(led: Led) -> None:
    vote(led, BORDERLINE)
    result = led.run.parts.question.result
    assert led.scene.question is not None
    chart = led.scene.question.chart
    assert chart is not None
    assert chart.borderline_text == "borderline"
    word, number, note = result._word, result._number, result._borderline
    assert (word.text(), number.text()) == (chart.heading, chart.agreement_text)
    assert note.text() == "borderline"
    assert word.geometry().right() < number.geometry().left()
    assert note.geometry().top() > number.geometry().bottom()


def test_in_a_narrow_window_borderline_stands_behind_the_number(lead: Lead) -> None:
    led = lead(size=(1280, 720))
    vote(led, BORDERLINE)
    led.app.processEvents()
    result = led.run.parts.question.result
    number, note = result._number.geometry(), result._borderline.geometry()
    assert note.left() > number.right()
    assert note.top() <= number.center().y() <= note.bottom()
    led.window.resize(1440, 900)
    led.app.processEvents()
    assert result._borderline.geometry().top() > result._number.geometry().bottom()


def test_without_borderline_nothing_stands_in_its_place(led: Led) -> None:
    vote(led, (3, 3, 3, 3, 3, 3, 3))
    assert not led.run.parts.question.result._borderline.isVisible()


def test_how_many_voted_is_a_sentence_of_its_own_before_the_round_before(led: Led) -> None:
    vote(led, (1, 1, 1, 5, 5, 5, 5))
    assert led.run.parts.question.result._votes.text() == "7 votes"
    led.press(K.Key_V)
    vote(led, (3, 3, 3, 3, 3, 3, 3))
    said = led.run.parts.question.result._votes.text()
    assert said.startswith("7 votes. Round 1 was split: ")
