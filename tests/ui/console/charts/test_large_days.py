"""Charts of the largest days there may be: paged, and painted where they are seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from exports.look import tokens
from tests.ui.console.charts.conftest import Led, Open
from tests.ui.console.charts.large_days import grown
from ui.console.charts.heat_plot import HeatPlot
from ui.console.charts.panel import ChartsPanel
from ui.console.charts.reading import ChartKey, ChartKind, Reading, read
from ui.console.charts.view import EDGE
from workshop.words import Words

K = Qt.Key
MOST_WIDGETS = 120
LONG = " ".join(["extraordinarily"] * 40)


def large(led: Led, panel: ChartsPanel, text: str = "How well does this work?") -> Reading:
    """Twenty sessions, 1,200 questions and 60 teams on the panel."""
    snapshot = grown(led.day.live.snapshot(), sessions=20, questions=60, teams=60, text=text)
    reading = read(snapshot, Words())
    panel.board.show_reading(reading, seen=False)
    panel.show_scene(led.scene)
    return reading


def test_twelve_hundred_questions_need_no_more_widgets_than_two(led: Led, opened: Open) -> None:
    panel = opened(led)
    reading = large(led, panel)
    assert len(reading.entries) == 3 + 20 + 1200
    for kind in (ChartKind.PROFILE, ChartKind.HEAT_MAP, ChartKind.SESSION, ChartKind.QUESTION):
        panel.board.choose(next(key for key in reading.keys if key.kind is kind))
        led.app.processEvents()
        assert len(panel.findChildren(QWidget)) < MOST_WIDGETS
        assert len(panel.board.said.findChildren(QWidget)) < MOST_WIDGETS


def test_the_heat_maps_teams_go_over_pages_that_arrows_and_buttons_turn(
    led: Led, opened: Open
) -> None:
    panel = opened(led)
    large(led, panel)
    panel.board.choose(ChartKey(ChartKind.HEAT_MAP))
    canvas = panel.board.page.canvas
    plot = canvas.plot
    assert isinstance(plot, HeatPlot)
    assert plot.pages > 1
    canvas.setFocus()
    for _ in range(plot.last):
        led.press(K.Key_Right)
    assert plot.page == 1
    assert canvas.at == (0, plot.first)
    assert not canvas.box().isEmpty()
    panel.board.page.after.click()
    assert plot.page == 2
    assert canvas.at == (0, plot.first)
    led.press(K.Key_End)
    assert canvas.at == (1199, 60), "the whole room, in every page"
    assert panel.board.page.view.verticalScrollBar().value() > 0


def test_only_the_rows_that_are_seen_are_painted(led: Led, opened: Open) -> None:
    panel = opened(led)
    reading = large(led, panel)
    assert reading.charts.heat_map is not None
    painted = []

    class Counting(HeatPlot):
        def _paint_row(self, painter: QPainter, number: int, look: tokens.Look) -> None:
            painted.append(number)
            super()._paint_row(painter, number, look)

    plot = Counting(reading.charts.heat_map, Words())
    height = plot.place(600, 500)
    assert height > 30_000
    image = QImage(600, 500, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    plot.paint(painter, tokens.LIGHT, QRectF(0, 20_000, 600, 500))
    painter.end()
    assert 5 < len(painted) < 30


def test_a_question_of_forty_long_words_is_said_whole(led: Led, opened: Open) -> None:
    panel = opened(led)
    reading = large(led, panel, LONG)
    panel.board.choose(reading.keys[-1])
    led.app.processEvents()
    assert LONG in panel.board.said.texts
    for label in panel.board.said.labels:
        assert label.height() >= label.heightForWidth(label.width())


def test_the_chart_stays_at_its_mark_when_the_day_is_read_again(led: Led, opened: Open) -> None:
    panel = opened(led)
    large(led, panel)
    panel.board.choose(ChartKey(ChartKind.HEAT_MAP), (700, 3))
    large(led, panel)
    assert panel.board.key == ChartKey(ChartKind.HEAT_MAP)
    assert panel.board.page.canvas.at == (700, 3)


def test_names_that_are_cut_on_the_heat_map_are_told_whole_where_they_stand(
    led: Led, opened: Open
) -> None:
    panel = opened(led)
    snapshot = grown(
        led.day.live.snapshot(), sessions=2, questions=2, teams=9, name=f"{LONG[:60]} {{n}}"
    )
    panel.board.show_reading(read(snapshot, Words()), seen=False)
    panel.board.choose(ChartKey(ChartKind.HEAT_MAP))
    canvas = panel.board.page.canvas
    plot = canvas.plot
    assert plot is not None
    cell = plot.spots(1)[1].box
    names = {
        QPoint(round(cell.center().x()), 20): f"{LONG[:60]} 2",
        QPoint(40, round(cell.center().y())): "Short 1.2",
    }
    for within, name in names.items():
        at = within + QPoint(EDGE, EDGE)
        QApplication.sendEvent(canvas, QHelpEvent(QEvent.Type.ToolTip, at, canvas.mapToGlobal(at)))
        assert QToolTip.text() == name
