"""Ctrl C: the chart on show is on the clipboard, as a picture and as numbers."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.days import begin_profile_day
from tests.ui.console.charts.conftest import Lead, Led, Open
from tests.ui.console.charts.large_days import grown
from ui.console.charts.clipboard import COPIED, NO_CHART
from ui.console.charts.picture import copied
from ui.console.charts.reading import ChartKey, ChartKind, read
from ui.painters.drawn import picture_of
from workshop.charting import day_charts
from workshop.profile_views import View
from workshop.steps import State
from workshop.words import Words

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def copied_now(led: Led, qtbot: QtBot) -> QMimeData:
    """Press Ctrl C, and give what then lies on the clipboard."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    led.press(K.Key_C, CONTROL)
    qtbot.waitUntil(lambda: clipboard.text() != "before", timeout=20_000)
    return clipboard.mimeData()


def said(led: Led) -> str:
    current = led.run.parts.notices.current
    return "" if current is None else f"{current.cause}{current.safe}"


def test_the_panels_chart_is_copied_as_a_picture_with_its_numbers(
    led: Led, opened: Open, qtbot: QtBot
) -> None:
    led.reach(State.REVEAL)
    opened(led)
    data = copied_now(led, qtbot)
    picture = data.imageData()
    assert isinstance(picture, QImage)
    assert (picture.width(), picture.height()) == (1600, 900)
    charts = day_charts(led.day.live.snapshot(), Words())
    assert charts.profile is not None
    lines = data.text().splitlines()
    assert lines[0] == charts.profile.heading
    assert lines[1].split("\t") == ["Name", "Score", "Lowest", "Highest"]
    assert lines[2].split("\t") == ["Vision", "3.0", "3", "3"]
    assert lines[-1] == charts.source
    assert "<th>Score</th>" in data.html()
    assert "<td>3.0</td>" in data.html()
    assert said(led) == COPIED


def test_with_no_panel_open_the_chart_that_the_room_sees_is_copied(led: Led, qtbot: QtBot) -> None:
    led.reach(State.REVEAL)
    data = copied_now(led, qtbot)
    lines = data.text().splitlines()
    assert lines[:2] == ["Question 0.0?", "In agreement"]
    assert "<caption>Question 0.0?<br>In agreement</caption>" in data.html()
    assert "3\tHalf the time\t7" in lines


def test_each_view_of_the_profile_is_copied_as_the_room_sees_it(lead: Lead, qtbot: QtBot) -> None:
    led = lead(day_in=begin_profile_day)
    led.reach(State.PROFILE)
    charts = day_charts(led.day.live.snapshot(), Words())
    assert charts.profile is not None
    assert charts.heat_map is not None
    heads = {}
    for view in (View.SESSIONS, View.RADAR, View.TEAMS):
        assert led.leading.act(partial(led.day.live.viewing.choose, view))
        lines = copied_now(led, qtbot).text().splitlines()
        heads[view] = (lines[0], lines[1].split("\t")[:2])
    assert heads[View.SESSIONS] == (charts.profile.heading, ["Name", "Score"])
    assert heads[View.RADAR] == heads[View.SESSIONS]
    assert heads[View.TEAMS] == (charts.heat_map.heading, ["Session", "Question"])


def test_in_a_text_that_is_only_read_ctrl_c_is_the_texts(led: Led, qtbot: QtBot) -> None:
    led.reach(State.REVEAL)
    text = QPlainTextEdit("Read this", led.run)
    text.setReadOnly(True)
    text.show()
    text.setFocus()
    text.selectAll()
    led.press(K.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "Read this"


def test_where_the_room_sees_no_chart_that_is_said_and_nothing_copied(led: Led) -> None:
    led.reach(State.POSE)
    QGuiApplication.clipboard().setText("before")
    led.press(K.Key_C, CONTROL)
    assert said(led) == NO_CHART
    assert QGuiApplication.clipboard().text() == "before"


def test_in_a_text_field_ctrl_c_copies_what_is_selected(led: Led) -> None:
    led.reach(State.REVEAL)
    led.press(K.Key_A)
    led.type("Call back")
    led.press(K.Key_A, CONTROL)
    led.press(K.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "Call back"


def test_what_is_not_in_the_report_is_not_on_the_picture(led: Led) -> None:
    led.reach(State.RECORD)
    asked = led.day.live.facts().question
    assert asked is not None
    led.day.live.planning.agree(asked.id, 3)
    led.day.live.planning.write_evidence(asked.id, "Two letters in May.")
    key = ChartKey(ChartKind.QUESTION, asked.id)

    def texts() -> str:
        made = copied(led.day.live.snapshot(), lambda _: (key, 0), Words())
        assert made is not None
        return " ".join(text.text for text in made.drawing.texts)

    assert "letters" in texts()
    led.day.live.planning.mark_outcome(asked.id, off_wall=False, off_report=True)
    assert "letters" not in texts()


def test_of_a_heat_map_the_page_with_the_mark_is_copied_and_no_cell_is_a_formula(
    led: Led,
) -> None:
    snapshot = grown(led.day.live.snapshot(), sessions=3, questions=12, teams=40, name="=Team {n}")
    key = ChartKey(ChartKind.HEAT_MAP)
    made = copied(snapshot, lambda _: (key, 30), Words(), place=35)
    assert made is not None
    texts = {text.text for text in made.drawing.texts}
    assert "Short 3.7" in texts
    assert "=Team" in " ".join(texts)
    assert "Short 1.1" not in texts
    assert all(
        not cell.startswith("=") for line in made.text.splitlines() for cell in line.split("\t")
    )


def test_every_text_of_the_files_drawing_is_painted_inside_the_picture(led: Led) -> None:
    snapshot = grown(led.day.live.snapshot(), sessions=4, questions=3, teams=3)
    reading = read(snapshot, Words())
    for key in reading.keys:
        made = copied(snapshot, lambda _, key=key: (key, 0), Words())  # type: ignore[misc]  # bound now
        assert made is not None
        picture = picture_of(made.drawing)
        paper = picture.pixelColor(2, 2)
        for text in made.drawing.texts:
            left, top, right, bottom = text.box
            seen = any(
                picture.pixelColor(x, y) != paper
                for x in range(int(left), int(right) + 1)
                for y in range(int(top), int(bottom) + 1)
            )
            assert seen, text.text


def test_a_rehearsals_picture_and_numbers_say_that_nothing_is_real(led: Led) -> None:
    led.reach(State.REVEAL)
    snapshot = led.day.live.snapshot()
    rehearsed = replace(snapshot, workshop=replace(snapshot.workshop, rehearsal=True))
    made = copied(rehearsed, lambda _: (ChartKey(ChartKind.PROFILE), 0), Words())
    assert made is not None
    assert "Rehearsal: nothing here is real" in made.text
    assert any("nothing here is real" in text.text for text in made.drawing.texts)
