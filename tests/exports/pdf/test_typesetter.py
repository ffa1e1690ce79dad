"""Lines: broken where they may be, balanced, in the order in which they are seen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exports.look import tokens
from exports.pdf.direction import isolated, reads_rtl, sentence, visual
from exports.pdf.typesetter import Line, Style, Typesetter

BODY = Style(tokens.PDF.body, tokens.LIGHT.palette.ink)


def texts(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


def test_a_heading_is_broken_into_lines_of_like_length() -> None:
    setter = Typesetter("en")
    text = "Front desk may waive a charge of up to £25 on the spot"
    width = setter.width(text, BODY) * 0.9
    wrapped, balanced = setter.wrap(text, BODY, width), setter.balance(text, BODY, width)
    assert len(wrapped) == len(balanced) == 2
    assert abs(balanced[0].width - balanced[1].width) < abs(wrapped[0].width - wrapped[1].width)


def test_a_short_last_word_is_given_company() -> None:
    setter = Typesetter("en")
    width = setter.width("Patients asked twice: half of", BODY) + 1
    assert texts(setter.wrap("Patients asked twice: half of today", BODY, width)) == [
        "Patients asked twice: half",
        "of today",
    ]


def test_a_no_break_space_holds_its_words_together() -> None:
    setter = Typesetter("en")
    width = setter.width("17\u00a0Oct", BODY) + 1
    assert texts(setter.wrap("by 17\u00a0Oct", BODY, width)) == ["by", "17\u00a0Oct"]


def test_a_soft_hyphen_is_seen_only_where_a_line_ends_with_it() -> None:
    setter = Typesetter("en")
    text = "work\u00adshop"
    assert texts(setter.wrap(text, BODY, 200)) == ["workshop"]
    assert texts(setter.wrap(text, BODY, setter.width("works", BODY))) == ["work-", "shop"]


def test_addresses_are_broken_without_a_hyphen() -> None:
    setter = Typesetter("en")
    address = "https://example.org/alongerpath"
    lines = texts(setter.wrap(address, BODY, 60))
    assert "".join(lines) == address


def test_a_name_from_the_right_is_seen_in_its_own_order_and_its_brackets_turned() -> None:
    assert visual("with אבג (דה) 12, then") == "with 12 (הד) גבא, then"
    assert visual("אבג.", rtl=True) == ".גבא"


def test_an_isolated_name_leaves_the_words_around_it_where_they_are() -> None:
    organisation, title = isolated("אב"), isolated("גד, ה")
    seen = visual(f"{organisation}, {title}, 9 October").replace("\u200e", "")
    assert seen == "בא, ה ,דג, 9 October"
    assert isolated("Clinic") == "Clinic"


def test_a_paragraph_reads_from_where_its_first_letter_outside_isolates_does() -> None:
    assert reads_rtl("12 אב then")
    assert not reads_rtl("then אב")
    assert not reads_rtl(f"{isolated('אב')} then")


def test_a_name_that_goes_on_on_the_next_line_stays_isolated_there() -> None:
    seen = visual("אב\u2069, 9 October").replace("\u200e", "")
    assert seen == "בא, 9 October"


def test_a_sentence_of_ours_reads_from_the_left_whatever_name_begins_it() -> None:
    assert reads_rtl("אב stands highest")
    assert not reads_rtl(sentence("אב stands highest"))
    assert sentence("Work stands highest") == "Work stands highest"


def test_letters_are_joined() -> None:
    setter = Typesetter("ar")
    assert setter.width("محمد", BODY) != sum(setter.width(each, BODY) for each in "محمد")
    assert not setter.missing


@given(st.text(max_size=200), st.floats(20, 400))
def test_no_line_is_wider_than_its_column_and_no_letter_is_lost(text: str, width: float) -> None:
    setter = Typesetter("en")
    for lines in (setter.wrap(text, BODY, width), setter.balance(text, BODY, width)):
        assert all(line.width <= width + 0.01 for line in lines)
        kept = [each for each in "".join(texts(lines)) if each.isalnum()]
        plain = "".join(texts(setter.wrap(text, BODY, 1e9)))
        assert kept == [each for each in plain if each.isalnum()]
