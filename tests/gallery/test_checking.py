"""The checker of the gallery finds what is planted, says where it is, and finds nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from exports.look import tokens
from exports.look.tokens import LIGHT
from tests.gallery import widgets
from tests.gallery.checking import WALL_CONTRAST, Fault, Mark, Picture, Written, faults
from tests.gallery.marks import telling
from tests.gallery.recording import record
from ui.console.widgets.button import Button
from ui.console.widgets.text_label import TextLabel
from ui.painters.text import line
from ui.theme import DesktopTheme, Mode, load_fonts

WIDTH, HEIGHT = 400, 200
INK, PAPER = LIGHT.palette.ink, LIGHT.palette.paper
GREY = "#9A9A9A"
BODY = tokens.PROJECTOR.small


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> None:
    """The fonts and the light theme, whichever theme an earlier test left on the application."""
    load_fonts()
    DesktopTheme(Mode.LIGHT).apply(qapp)


def drawn(*texts: tuple[str, float, float, str], ground: str = PAPER) -> list[Fault]:
    """What is found wrong with these texts at their places, in their colours."""

    def paint(painter: QPainter) -> None:
        painter.setClipRect(QRectF(0, 0, WIDTH, HEIGHT))
        painter.fillRect(0, 0, WIDTH, HEIGHT, QColor(ground))
        for text, x, y, colour in texts:
            line(text, BODY).paint(painter, x, y, colour)

    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    recorded = record(WIDTH, HEIGHT, paint)
    whole = QRectF(0, 0, WIDTH, HEIGHT)
    written = [Written(t.said, t.box, t.room, whole, t.colour) for t in recorded.texts]
    marks = telling(recorded.shapes, LIGHT)
    return faults(Picture("planted", image, written, marks, least=WALL_CONTRAST))


def kinds(found: list[Fault]) -> list[str]:
    return [fault.kind for fault in found]


def test_texts_that_are_whole_apart_and_dark_are_no_fault() -> None:
    assert drawn(("Recovery", 20, 20, INK), ("Question 3 of 5", 20, 100, INK)) == []


def test_a_text_over_the_edge_is_found_with_the_side() -> None:
    (fault,) = drawn(("Question 3 of 5", 250, 20, INK))
    assert fault.kind == "clipped"
    assert "'Question 3 of 5'" in fault.what
    assert "at the right" in fault.what


def test_two_texts_on_each_other_are_found_by_both_names() -> None:
    (fault,) = drawn(("Recovery", 20, 20, INK), ("Strategy", 60, 26, INK))
    assert (fault.kind, fault.what) == ("overlapping", "'Recovery' and 'Strategy'")


def test_grey_text_on_grey_is_found_with_its_contrast() -> None:
    (fault,) = drawn(("Recovery", 20, 20, "#777777"), ground=GREY)
    assert fault.kind == "faint text"
    assert "#777777 at 1.5" in fault.what


def test_text_in_the_colour_of_its_ground_is_found() -> None:
    assert kinds(drawn(("Recovery", 20, 20, GREY), ground=GREY)) == ["faint text"]


def test_the_wall_asks_for_more_contrast_than_the_console() -> None:
    assert kinds(drawn(("Recovery", 20, 20, LIGHT.palette.ink3))) == ["faint text"]


@pytest.mark.parametrize(("colour", "found"), [("#005FA8", []), ("#EB9A00", ["faint mark"])])
def test_a_mark_without_its_keyline_is_found(colour: str, found: list[str]) -> None:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    box = QRectF(50, 50, 40, 40)
    painter.fillRect(box, QColor(colour))
    painter.end()
    picture = Picture("mark", image, marks=[Mark(box, QColor(colour))])
    assert kinds(faults(picture)) == found


class _Window(QWidget):
    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        for part in parts:
            column.addWidget(part)
        self.resize(WIDTH, HEIGHT)
        self.show()


def test_a_button_of_the_console_that_is_wide_enough_is_no_fault(
    qtbot: QtBot, qapp: object
) -> None:
    theme = DesktopTheme()
    window = _Window(Button(theme, "Close the vote", key="Space"), TextLabel(theme, "17 of 24"))
    qtbot.addWidget(window)
    picture = widgets.picture("window", window, LIGHT)
    assert [text.said for text in picture.texts] == ["Close the vote", "Space", "17 of 24"]
    assert faults(picture) == []


def test_a_button_that_was_made_too_narrow_is_found_with_its_class(qtbot: QtBot) -> None:
    button = Button(DesktopTheme(), "Close the vote")
    button.setFixedWidth(60)
    window = _Window(button)
    qtbot.addWidget(window)
    (fault,) = faults(widgets.picture("window", window, LIGHT))
    assert (fault.kind, fault.owner.split()[0]) == ("cut short", "Button")


def test_two_labels_at_one_place_are_found(qtbot: QtBot) -> None:
    window = _Window()
    qtbot.addWidget(window)
    for text in ("Front desk", "Back office"):
        label = QLabel(text, window)
        label.move(20, 20)
        label.show()
    assert "overlapping" in kinds(faults(widgets.picture("window", window, LIGHT)))


def test_an_elided_label_needs_a_tooltip(qtbot: QtBot) -> None:
    theme = DesktopTheme()
    label = TextLabel(theme, "Reception, phones and bookings", elide=Qt.TextElideMode.ElideRight)
    label.setFixedWidth(90)
    window = _Window(label)
    qtbot.addWidget(window)
    assert faults(widgets.picture("window", window, LIGHT)) == []
    label.setToolTip("")
    assert kinds(faults(widgets.picture("window", window, LIGHT))) == ["cut short"]
