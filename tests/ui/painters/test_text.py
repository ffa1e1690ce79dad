"""Text is balanced, never cut unless asked, and stands on the lines it was given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from exports.look.tokens import DESKTOP, DISPLAY, LIGHT, PROJECTOR, SANS, SEMIBOLD, Type
from tests.ui.painters.conftest import Canvas
from ui.painters import text
from ui.painters.text import Align
from ui.theme import load_fonts

FORTY_WORDS = (
    "When a patient tells us that something went wrong, whether at the desk, on the phone or "
    "after they are home, does the first person who hears it feel able and trusted to put it "
    "right without asking a manager first?"
)
SHORT = "When we let a patient down, do we own it, put it right and follow up the same day?"
ROLE = Type(DISPLAY, 40, 50, SEMIBOLD)


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


def words_of(lines: tuple[str, ...]) -> list[str]:
    return " ".join(lines).replace("\u00a0", " ").split()


def test_a_question_of_forty_words_takes_the_size_that_fits_and_is_not_cut() -> None:
    block = text.fit(FORTY_WORDS, PROJECTOR.question, 1640, 430)
    assert block.role.size == 72
    assert block.lines == 5
    assert block.height <= 430
    assert words_of(block.line_texts()) == FORTY_WORDS.split()


def test_a_short_question_takes_the_largest_size() -> None:
    assert text.fit(SHORT, PROJECTOR.question, 1640, 430).role.size == 104


def test_a_question_that_fits_no_size_takes_the_smallest_whole() -> None:
    block = text.fit(FORTY_WORDS * 4, PROJECTOR.question, 1640, 430)
    assert block.role is PROJECTOR.question[-1]
    assert words_of(block.line_texts()) == (FORTY_WORDS * 4).split()


def test_balanced_lines_are_about_as_long_as_each_other() -> None:
    loose = text.lay_out(SHORT, ROLE, 900, balanced=False)
    even = text.lay_out(SHORT, ROLE, 900)
    assert even.lines == loose.lines
    assert even.width < loose.width


def test_balancing_leaves_no_single_last_word_where_it_can_be_avoided() -> None:
    for width in range(300, 1200, 50):
        block = text.lay_out(FORTY_WORDS, ROLE, width)
        assert len(words_of(block.line_texts()[-1:])) > 1


def test_a_word_wider_than_the_column_is_hyphenated() -> None:
    word = "Donaudampfschifffahrtsgesellschaft"
    block = text.lay_out(word, ROLE, 300)
    assert block.lines > 1
    assert block.width <= 300
    assert "".join(block.line_texts()).replace("\u00ad", "") == word


def test_a_hyphen_leaves_at_least_three_letters_for_the_next_line() -> None:
    role = Type(SANS, 33, 40)
    for width in range(90, 170, 5):
        lines = text.lay_out("sometimes", role, width).line_texts()
        assert len(lines) == 1 or len(lines[-1]) >= 3


def test_a_long_word_that_fits_the_column_is_never_broken() -> None:
    block = text.lay_out("The Donaudampfschifffahrt", ROLE, 560)
    assert block.line_texts()[-1].endswith("Donaudampfschifffahrt")


def test_text_beyond_the_lines_allowed_is_elided_and_says_so() -> None:
    block = text.lay_out(FORTY_WORDS, ROLE, 600, max_lines=2)
    assert block.elided
    assert block.lines == 2
    assert block.line_texts()[-1].endswith("…")
    assert block.width <= 600


def test_a_name_can_be_elided_in_the_middle() -> None:
    block = text.lay_out(SHORT, ROLE, 400, max_lines=1, elide=Qt.TextElideMode.ElideMiddle)
    assert block.line_texts()[0].startswith("When")
    assert block.line_texts()[0].endswith("day?")


def test_height_is_lines_times_leading() -> None:
    block = text.lay_out(SHORT, ROLE, 500)
    assert block.height == block.lines * ROLE.leading


def test_a_fallback_font_does_not_move_the_lines() -> None:
    assert text.lay_out("שלום עולם", ROLE, 900).height == ROLE.leading
    assert text.line("שלום", ROLE).baseline == text.line("Hallo", ROLE).baseline


def test_a_line_break_in_the_text_is_kept() -> None:
    assert text.lay_out("one\ntwo", ROLE, 900).line_texts() == ("one", "two")


def test_nothing_takes_no_room_across() -> None:
    assert text.advance("", ROLE) == 0


def test_right_to_left_text_begins_at_the_right(canvas: Canvas) -> None:
    block = text.lay_out("שלום", DESKTOP.body, 400)
    block.paint(canvas.painter, 0, 0, LIGHT.palette.ink)
    left, _, right, _ = canvas.ink_box()
    assert left > 300
    assert right >= 390


def test_left_to_right_text_begins_at_the_left(canvas: Canvas) -> None:
    text.lay_out("Hello", DESKTOP.body, 400).paint(canvas.painter, 0, 0, LIGHT.palette.ink)
    left, _, right, _ = canvas.ink_box()
    assert left <= 3
    assert right < 100


@pytest.mark.parametrize("align", list(Align))
@pytest.mark.parametrize("said", ["Hello", "שלום"])
def test_a_chart_label_stands_where_it_is_anchored(canvas: Canvas, align: Align, said: str) -> None:
    text.line(said, DESKTOP.body).paint_at(canvas.painter, 200, 100, LIGHT.palette.ink, align)
    left, top, right, bottom = canvas.ink_box()
    if align is Align.CENTRE:
        assert (left + right) / 2 == pytest.approx(200, abs=2)
    elif (align is Align.START) is (said == "Hello"):
        assert left == pytest.approx(200, abs=2)
    else:
        assert right == pytest.approx(200, abs=2)
    assert top >= 86
    assert bottom <= 101


def test_digits_of_figures_do_not_move_when_they_tick(canvas: Canvas) -> None:
    widths = {text.advance(said, PROJECTOR.timer) for said in ("1:11", "0:08", "9:59")}
    assert len(widths) == 1


def test_an_emoji_before_an_elision_does_not_cut_a_letter() -> None:
    block = text.lay_out("🙂🙂🙂 " + FORTY_WORDS, ROLE, 500, max_lines=2)
    assert block.line_texts()[0].startswith("🙂🙂🙂 When")


def test_no_role_to_fit_in_is_refused() -> None:
    with pytest.raises(ValueError):
        text.fit("Hello", (), 100, 100)


@given(
    st.lists(st.text("abcdefghijäøשלק", min_size=1, max_size=14), min_size=1, max_size=30),
    st.integers(min_value=120, max_value=900),
)
def test_whatever_the_words_none_is_lost_and_no_line_is_too_wide(
    said: list[str], width: int
) -> None:
    block = text.lay_out(" ".join(said), Type(SANS, 20, 28), width)
    kept = "".join(words_of(block.line_texts())).replace("\u00ad", "")
    assert kept == "".join(said)
    assert block.width <= width + 1
