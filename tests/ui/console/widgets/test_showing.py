"""What only shows: labels, chips, stats, steps and bricks say by name what they paint."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exports.look.tokens import DESKTOP
from frameworks.theme import Theme
from ui.console.widgets.brick_row import BrickRow
from ui.console.widgets.chip import Chip, ChipButton, ChipKind
from ui.console.widgets.section import Hairline, SectionTitle
from ui.console.widgets.stat import Progress, Stat
from ui.console.widgets.step_line import StepLine
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme

QUESTION = "When we let a patient down, do we own it, put it right and follow up the same day?"
STEPS = ("Pose", "Discuss", "Vote", "Reveal", "Talk", "Record", "Act")


def test_a_label_on_one_line_is_as_wide_as_its_text(qtbot: QtBot, theme: DesktopTheme) -> None:
    label = TextLabel(theme, QUESTION)
    qtbot.addWidget(label)
    short = TextLabel(theme, "Nursing")
    qtbot.addWidget(short)
    assert label.minimumSizeHint().width() > short.minimumSizeHint().width() > 40
    assert label.sizeHint().height() == 20


@pytest.mark.parametrize("width", [180, 300, 600])
def test_a_wrapping_label_grows_by_whole_lines(
    qtbot: QtBot, theme: DesktopTheme, width: int
) -> None:
    label = TextLabel(theme, QUESTION, DESKTOP.question, wrap=True, balanced=True)
    qtbot.addWidget(label)
    assert label.hasHeightForWidth()
    assert label.heightForWidth(width) % 40 == 0
    assert label.heightForWidth(width) >= label.heightForWidth(width + 200)


def test_a_label_that_is_cut_has_its_text_in_the_tooltip(qtbot: QtBot, theme: DesktopTheme) -> None:
    label = TextLabel(theme, QUESTION, elide=Qt.TextElideMode.ElideMiddle)
    qtbot.addWidget(label)
    label.show()
    label.resize(120, 20)
    assert label.toolTip() == QUESTION
    label.resize(900, 20)
    assert label.toolTip() == ""


def test_a_label_takes_its_tone_and_a_theme_s_ink(qtbot: QtBot, theme: DesktopTheme) -> None:
    label = TextLabel(theme, "██", DESKTOP.screen_title, tone=Tone.INK2)
    qtbot.addWidget(label)

    def colours() -> set[str]:
        image = label.grab().toImage()
        return {image.pixelColor(x, 20).name().upper() for x in range(image.width())}

    assert theme.colours.ink2 in colours()
    label.set_session(Theme.VISION)
    assert theme.of(Theme.VISION).ink in colours()
    label.set_session(None)
    label.set_tone(Tone.INK3)
    assert theme.colours.ink3 in colours()


def test_a_label_can_change_its_size(qtbot: QtBot, theme: DesktopTheme) -> None:
    label = TextLabel(theme, QUESTION, DESKTOP.question, wrap=True)
    qtbot.addWidget(label)
    tall = label.heightForWidth(400)
    label.set_role(DESKTOP.question_long)
    assert label.role is DESKTOP.question_long
    assert label.heightForWidth(400) < tall


@pytest.mark.parametrize("kind", list(ChipKind))
def test_a_chip_is_as_wide_as_its_words(qtbot: QtBot, theme: DesktopTheme, kind: ChipKind) -> None:
    short = Chip(theme, "Late", kind, session=Theme.STRATEGY)
    long = Chip(theme, "Not in the report", kind, session=Theme.STRATEGY)
    qtbot.addWidget(short)
    qtbot.addWidget(long)
    assert long.sizeHint().width() > short.sizeHint().width()
    assert long.sizeHint().height() == 24
    assert not long.grab().isNull()


def test_an_alarm_is_paper_on_ink(qtbot: QtBot, theme: DesktopTheme) -> None:
    chip = Chip(theme, "6 days late", ChipKind.INVERSE)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    assert chip.grab().toImage().pixelColor(4, 4).name().upper() == theme.colours.ink
    chip.set_text("4 min behind", ChipKind.OUTLINE)
    assert chip.grab().toImage().pixelColor(4, 4).name().upper() != theme.colours.ink


def test_a_long_chip_is_cut_to_its_most_and_whole_in_the_tooltip(
    qtbot: QtBot, theme: DesktopTheme
) -> None:
    chip = Chip(theme, "Parking charges annoy visitors", most=100)
    qtbot.addWidget(chip)
    assert chip.sizeHint().width() == 100
    assert chip.toolTip() == "Parking charges annoy visitors"
    chip.set_text("Parking")
    assert chip.toolTip() == ""


def test_a_dashed_chip_opens_its_editor_by_keyboard(qtbot: QtBot, theme: DesktopTheme) -> None:
    chip = ChipButton(theme, "Choose owner")
    qtbot.addWidget(chip)
    assert chip.accessibleName() == "Choose owner"
    with qtbot.waitSignal(chip.clicked, timeout=1000):
        QTest.keyClick(chip, Qt.Key.Key_Space)


def test_a_stat_is_read_in_the_order_it_is_seen(qtbot: QtBot, theme: DesktopTheme) -> None:
    votes = Stat(theme, "17", "of 24 votes in")
    timer = Stat(theme, "1:24", "left to vote", DESKTOP.timer, unit_first=True)
    qtbot.addWidget(votes)
    qtbot.addWidget(timer)
    assert votes.accessibleName() == "17 of 24 votes in"
    assert timer.accessibleName() == "left to vote 1:24"


def test_a_stat_alarms_by_turning_inverse(qtbot: QtBot, theme: DesktopTheme) -> None:
    timer = Stat(theme, "0:10", "", DESKTOP.timer)
    qtbot.addWidget(timer)
    calm = timer.sizeHint().width()
    timer.say("0:09", alarm=True)
    timer.resize(timer.sizeHint())
    assert timer.sizeHint().width() > calm
    assert timer.grab().toImage().pixelColor(6, 28).name().upper() == theme.colours.ink
    timer.say("+0:01", quiet=True)
    assert timer.accessibleName() == "+0:01"


def test_progress_fills_its_part(qtbot: QtBot, theme: DesktopTheme) -> None:
    bar = Progress(theme, "Time used")
    qtbot.addWidget(bar)
    bar.resize(200, 6)
    bar.set_part(0.5)
    image = bar.grab().toImage()
    assert image.pixelColor(50, 3).name().upper() == theme.colours.ink
    assert image.pixelColor(150, 3).name().upper() == theme.colours.hairline


def test_the_step_line_names_the_step_in_force(qtbot: QtBot, theme: DesktopTheme) -> None:
    line = StepLine(theme, STEPS)
    qtbot.addWidget(line)
    line.resize(700, 32)
    line.set_current(2)
    assert line.accessibleName() == "Vote"
    image = line.grab().toImage()
    assert image.pixelColor(250, 2).name().upper() == theme.colours.ink
    assert image.pixelColor(350, 2).name().upper() == theme.colours.hairline
    line.set_steps(("Pose", "Vote", "Reveal"), 1)
    assert line.current == 1
    assert line.accessibleName() == "Vote"


def test_a_step_that_is_not_there_cannot_be_in_force(theme: DesktopTheme) -> None:
    with pytest.raises(IndexError):
        StepLine(theme, STEPS).set_current(7)


@pytest.mark.parametrize("session", [None, *Theme])
def test_a_brick_row_shows_counts_and_is_read_aloud(
    qtbot: QtBot, theme: DesktopTheme, session: Theme | None
) -> None:
    row = BrickRow(theme, session, 6, 8, "Front desk, 6 of 8")
    qtbot.addWidget(row)
    assert row.accessibleName() == "Front desk, 6 of 8"
    before = row.grab().toImage()
    row.show_votes(7, 8, "Front desk, 7 of 8")
    assert row.accessibleName() == "Front desk, 7 of 8"
    assert row.grab().toImage() != before


def test_a_section_is_titled_above_an_ink_rule(qtbot: QtBot, theme: DesktopTheme) -> None:
    section = SectionTitle(theme, "Votes in, by team", "values stay sealed")
    qtbot.addWidget(section)
    section.resize(360, section.sizeHint().height())
    image = section.grab().toImage()
    assert image.pixelColor(180, image.height() - 1).name().upper() == theme.colours.ink
    assert section.accessibleName() == "Votes in, by team"
    assert section.aside.text() == "values stay sealed"


@pytest.mark.parametrize("vertical", [False, True])
def test_a_hairline_is_one_pixel_thin(qtbot: QtBot, theme: DesktopTheme, vertical: bool) -> None:
    line = Hairline(theme, vertical=vertical)
    qtbot.addWidget(line)
    assert (line.sizeHint().width(), line.sizeHint().height()) == (1, 1)
    line.resize(1 if vertical else 50, 50 if vertical else 1)
    assert line.grab().toImage().pixelColor(0, 0).name().upper() == theme.colours.hairline
