"""C: the charts of what is revealed, reached by keys and mouse, at any time of the day."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.console.charts.conftest import Lead, Led, Open
from tests.ui.console.charts.large_days import grown
from ui.console.charts.board import NOTHING_YET
from ui.console.charts.panel import ChartsPanel
from ui.console.charts.reading import ChartKey, ChartKind, read
from ui.console.charts.said_texts import row_said
from ui.keys import Intent
from workshop.charting import day_charts
from workshop.creation import NewTeam
from workshop.kinds import OutcomeKind
from workshop.scenes import QuestionScene
from workshop.steps import State
from workshop.words import Words

K = Qt.Key


def titles(panel: ChartsPanel) -> list[str]:
    return [entry.title for entry in panel.board.list.entries]


def question_of(led: Led, panel: ChartsPanel) -> None:
    """Stand on the votes of the day's first question."""
    question_id = led.day.live.facts().items[1].questions[0].id
    panel.board.choose(ChartKey(ChartKind.QUESTION, question_id))


def test_before_the_first_reveal_it_says_that_nothing_is_revealed(led: Led, opened: Open) -> None:
    led.reach(State.CLOSED)
    panel = opened(led)
    assert panel.board.empty.isVisible()
    assert panel.board.empty.accessibleName() == NOTHING_YET
    assert titles(panel) == []
    assert not panel.board.page.isVisible()
    led.press(K.Key_Escape)
    assert not panel.isVisible()


def test_what_is_revealed_has_a_chart_each_with_the_focus_on_its_marks(
    led: Led, opened: Open
) -> None:
    led.reach(State.REVEAL)
    panel = opened(led)
    assert titles(panel) == ["Where we stand", "Heat map", "Vision", "Short 0.0"]
    assert led.has_focus(panel.board.page.canvas)
    assert panel.board.said.isVisible(), "what the mark says stands in the right column"
    led.press(K.Key_C)
    assert not panel.isVisible()
    assert led.run.parts.right.currentWidget() is led.run.parts.side


def test_its_words_and_numbers_are_those_of_the_model(led: Led, opened: Open) -> None:
    led.reach(State.REVEAL)
    panel = opened(led)
    charts = day_charts(led.day.live.snapshot(), Words())
    assert charts.profile is not None
    assert panel.board.page.heading.text() == charts.profile.heading
    assert panel.board.page.canvas.accessibleDescription() == charts.profile.description
    led.press(K.Key_Return)  # from the session to its page
    page = charts.sessions[0]
    assert panel.board.page.heading.text() == page.heading
    assert panel.board.page.canvas.accessibleDescription() == page.description
    led.press(K.Key_Return)  # from the question to its votes
    row = page.rows[0]
    assert panel.board.page.heading.text() == row.word
    spots = panel.board.page.canvas.plot.spots(0) if panel.board.page.canvas.plot else ()
    assert [f"{column.step}, {column.label}" in spot.said for column, spot in zip(
        row.chart.columns, spots, strict=True
    )] == [True] * 5  # fmt: skip
    assert spots[2].said == "3, Half the time: 7 votes; median"


def test_a_mark_says_its_question_in_full_its_evidence_its_rounds_and_its_teams(
    led: Led, opened: Open
) -> None:
    led.reach(State.RECORD)
    facts = led.day.live.facts()
    assert facts.question is not None
    led.day.live.planning.agree(facts.question.id, 3.5)
    led.day.live.planning.write_evidence(facts.question.id, "Two letters in May.")
    led.day.live.planning.add_note(facts.question.id, "Ask the porters.", private=True)
    panel = opened(led)
    led.press(K.Key_Right)  # from the session to its question's dot
    said = panel.board.said.texts
    assert "Question 0.0?" in said
    assert "3.5" in said
    assert "Agreed score" in said
    assert "Two letters in May." in said
    assert "Private: Ask the porters." in said
    assert any(text.startswith("Round 1: In agreement, median 3") for text in said)
    assert any("Front desk: median 3, 3 answers" in text for text in said)


def test_both_positions_of_those_who_agreed_to_differ_are_said(led: Led, opened: Open) -> None:
    from workshop.planning import Positions

    led.reach(State.RECORD)
    facts = led.day.live.facts()
    assert facts.question is not None
    positions = Positions(2, "It takes too long.", 4, "It works.", "Ida", "Asks three wards", None)
    led.day.live.planning.differ(facts.question.id, positions)
    panel = opened(led)
    question_of(led, panel)
    saying = panel.board.said.saying
    assert saying is not None
    outcome = led.day.live.snapshot().sessions[0].questions[0].outcome
    assert outcome is not None
    assert outcome.kind is OutcomeKind.DIFFER
    assert saying.figure_said == "Agreed to differ"
    lines = [line for section in saying.sections for line in section.lines]
    assert "2: It takes too long." in lines
    assert "4: It works." in lines
    assert "Finds out: Ida, Asks three wards" in lines


def test_from_a_mark_to_a_new_action_at_its_question_in_one_step(led: Led, opened: Open) -> None:
    led.reach(State.REVEAL)
    asked = led.day.live.facts().question
    assert asked is not None
    led.reach(State.POSE)  # the next question is in work by now
    panel = opened(led)
    led.press(K.Key_Right)
    led.press(K.Key_A)
    assert led.run.capturing
    led.type("Call back within a day")
    led.press(K.Key_Return)
    actions = led.day.live.facts().actions
    assert [(each.what, each.question_id) for each in actions] == [
        ("Call back within a day", asked.id)
    ]
    led.press(K.Key_Escape)
    assert led.has_focus(panel.board.page.canvas), "back at the mark"


def test_the_new_action_is_said_at_its_mark_once_it_is_written(
    led: Led, opened: Open, qtbot: QtBot
) -> None:
    led.reach(State.REVEAL)
    panel = opened(led)
    led.press(K.Key_Right)
    QTest.mouseClick(panel.board.said.action, Qt.MouseButton.LeftButton)
    led.type("Call back within a day")
    led.press(K.Key_Return)
    led.press(K.Key_Escape)
    qtbot.waitUntil(lambda: "Call back within a day" in panel.board.said.texts)


def test_from_a_mark_to_its_question_of_the_day(led: Led, opened: Open) -> None:
    led.reach(State.REVEAL)
    first = led.day.live.facts().question
    led.reach(State.POSE)
    panel = opened(led)
    led.press(K.Key_Right)
    QTest.mouseClick(panel.board.said.go, Qt.MouseButton.LeftButton)
    assert not panel.isVisible()
    now = led.day.live.facts().question
    assert first is not None
    assert now is not None
    assert now.id == first.id


def test_arrows_enter_and_backspace_go_through_all_charts_without_a_mouse(
    led: Led, opened: Open
) -> None:
    led.reach(State.REVEAL)
    panel = opened(led)
    board, canvas = panel.board, panel.board.page.canvas
    names = [canvas.accessibleName()]
    for key in (K.Key_Right, K.Key_Return, K.Key_Right, K.Key_End, K.Key_Home):
        led.press(key)
        names.append(canvas.accessibleName())
    assert names[0].startswith("Where we stand: Vision: 3.0")
    assert names[1] == "Where we stand: Short 0.0: 3"
    assert names[2] == "Vision, Short 0.0: 1, Hardly ever: 0 votes"
    assert names[3] == "Vision, Short 0.0: 2, Now and then: 0 votes"
    assert names[4] == "Vision, Short 0.0: 5, Every time: 0 votes"
    assert names[5] == names[2]
    led.press(K.Key_Backspace)
    assert canvas.accessibleName() == names[1], "back at the mark that one came from"
    while not led.has_focus(board.list):
        led.press(K.Key_Backtab)
    shown = []
    for _ in titles(panel):
        assert board.key is not None
        shown.append(board.key.kind)
        led.press(K.Key_Down)
    assert shown == [
        ChartKind.PROFILE,
        ChartKind.HEAT_MAP,
        ChartKind.SESSION,
        ChartKind.QUESTION,
    ]
    led.press(K.Key_Return)
    assert led.has_focus(canvas)


def test_every_mark_of_every_chart_has_a_name_of_its_own(led: Led, opened: Open) -> None:
    led.reach(State.REVEAL)
    panel = opened(led)
    assert panel.board.reading is not None
    for key in panel.board.reading.keys:
        panel.board.choose(key)
        canvas = panel.board.page.canvas
        assert canvas.accessibleDescription()
        plot = canvas.plot
        assert plot is not None
        said = []
        for line in range(plot.lines):
            for place in range(len(plot.spots(line))):
                canvas.go_to((line, place))
                said.append(canvas.accessibleName())
        assert all(said)
        assert len(set(said)) == len(said)


def test_a_click_chooses_a_mark_and_a_double_click_goes_on(led: Led, opened: Open) -> None:
    led.reach(State.REVEAL)
    panel = opened(led)
    canvas = panel.board.page.canvas
    assert canvas.plot is not None
    dot = canvas.plot.spots(0)[1].box.center().toPoint() + QPoint(6, 6)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=dot)
    assert canvas.at == (0, 1)
    assert "Question 0.0?" in panel.board.said.texts
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=dot)
    assert panel.board.key is not None
    assert panel.board.key.kind is ChartKind.QUESTION


def test_a_vote_that_goes_on_shows_nothing_of_itself(led: Led, opened: Open, qtbot: QtBot) -> None:
    led.reach(State.REVEAL)
    led.reach(State.OPEN)
    panel = opened(led)
    before = titles(panel), panel.grab().toImage()
    led.day.vote_all(5)
    led.leading.refresh()
    panel.refresh()
    qtbot.waitUntil(lambda: panel.settled)
    assert (titles(panel), panel.grab().toImage()) == before
    led.press(K.Key_PageDown)  # the day goes on behind it: closed
    qtbot.waitUntil(lambda: panel.settled)
    assert titles(panel) == before[0]
    assert panel.isVisible()
    assert led.wall_shows(QuestionScene)
    led.press(K.Key_PageDown)  # revealed
    qtbot.waitUntil(lambda: len(titles(panel)) == len(before[0]) + 1)
    assert titles(panel)[-1] == "Short 0.1"


def test_a_console_that_the_room_can_see_shows_no_private_note(lead: Lead, opened: Open) -> None:
    led = lead(screens_seen=1)
    led.reach(State.RECORD)
    facts = led.day.live.facts()
    assert facts.question is not None
    led.day.live.planning.add_note(facts.question.id, "Ask the porters.", private=True)
    led.day.live.planning.write_evidence(facts.question.id, "Two letters in May.")
    led.day.live.planning.mark_outcome(facts.question.id, off_wall=True, off_report=False)
    led.screens.unfill()
    panel = opened(led)
    question_of(led, panel)
    said = " ".join(panel.board.said.texts)
    assert "Question 0.0?" in said
    assert "porters" not in said
    assert "letters" not in said
    assert "put away" in said


def test_after_the_day_is_finished_the_charts_are_still_there(led: Led, opened: Open) -> None:
    led.reach(State.FINISHED)
    panel = opened(led)
    assert "Strategy" in titles(panel)
    assert panel.refusal(led.scene) == ""
    assert led.run.parts.panels[Intent.CHARTS] is panel
    assert not panel.board.said.go.isVisible(), "no day is led any more"


def test_on_a_small_console_a_drop_down_stands_for_the_list(lead: Lead, opened: Open) -> None:
    led = lead(size=(1024, 600))
    led.reach(State.REVEAL)
    panel = opened(led)
    assert not panel.board.list.isVisible()
    pick = panel.board.pick
    assert pick.isVisible()
    pick.chosen.emit(pick.texts.index("Heat map"))
    assert panel.board.key == ChartKey(ChartKind.HEAT_MAP)


def test_a_team_that_is_too_small_is_nowhere_shown_apart(lead: Lead, opened: Open) -> None:
    led = lead(teams=(NewTeam("Front desk", 3), NewTeam("Nursing", 4), NewTeam("Night", 2)))
    led.reach(State.REVEAL)
    panel = opened(led)
    panel.board.choose(ChartKey(ChartKind.HEAT_MAP))
    plot = panel.board.page.canvas.plot
    assert plot is not None
    said = " ".join(spot.said for spot in plot.spots(0))
    assert "Night" not in said
    assert "Night" not in " ".join(panel.board.said.texts)


def test_a_mark_says_its_sentence_under_the_mouse(led: Led, opened: Open) -> None:
    led.reach(State.REVEAL)
    panel = opened(led)
    canvas = panel.board.page.canvas
    assert canvas.plot is not None
    spot = canvas.plot.spots(0)[0]
    at = spot.box.topLeft().toPoint() + QPoint(12, 12)
    asked = QHelpEvent(QEvent.Type.ToolTip, at, canvas.mapToGlobal(at))
    led.app.sendEvent(canvas, asked)
    assert QToolTip.text() == spot.said
    QToolTip.hideText()


def test_a_themes_mark_says_its_sentence_and_leads_to_no_single_session(
    led: Led, opened: Open
) -> None:
    panel = opened(led)
    reading = read(grown(led.day.live.snapshot(), sessions=6, questions=2, teams=3), Words())
    panel.board.show_reading(reading, seen=False)
    panel.board.choose(ChartKey(ChartKind.THEMES))
    mark = panel.board.page.canvas.current
    assert mark is not None
    assert reading.charts.themes is not None
    row = reading.charts.themes.rows[0]
    assert panel.board.said.texts[1:4] == (row.name, mark.said, row.score_text)
    assert not panel.board.said.go.isVisible()


@pytest.mark.parametrize("kind", [ChartKind.PROFILE, ChartKind.HEAT_MAP, ChartKind.SESSION])
def test_until_the_reveal_it_looks_the_same_whatever_is_voted(
    lead: Lead, opened: Open, qtbot: QtBot, kind: ChartKind
) -> None:
    looks = []
    for answer in (1, 5):
        led = lead()
        led.reach(State.REVEAL)
        led.reach(State.OPEN)
        led.day.vote_all(answer)
        led.leading.refresh()
        panel = opened(led)
        assert panel.board.reading is not None
        panel.board.choose(next(key for key in panel.board.reading.keys if key.kind is kind))
        led.app.processEvents()
        said = panel.board.said.texts
        looks.append((titles(panel), said, panel.grab().toImage()))
        led.press(K.Key_Escape)
        led.window.hide()
    assert looks[0] == looks[1]


def test_a_question_without_an_agreed_score_says_its_median_once(led: Led, opened: Open) -> None:
    led.reach(State.REVEAL)
    panel = opened(led)
    assert panel.board.reading is not None
    [session] = panel.board.reading.sessions.values()
    said = row_said(session.rows[0], Words())
    assert said == "Short 0.0: 7 of 7 chose 3; median 3; in agreement"
