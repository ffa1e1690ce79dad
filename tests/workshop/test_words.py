"""Words: texts, dates and numbers of one language, whatever tag is asked for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.words import Words, mark

DAY = date(2025, 10, 9)


@pytest.mark.parametrize(
    ("language", "full", "long", "short"),
    [
        ("en", "Thursday 9 October 2025", "9 October 2025", "9 Oct"),
        ("EN", "Thursday 9 October 2025", "9 October 2025", "9 Oct"),
        ("en-GB", "Thursday 9 October 2025", "9 October 2025", "9 Oct"),
        ("en-US", "Thursday, October 9, 2025", "October 9, 2025", "Oct 9"),
        ("de", "Donnerstag, 9. Oktober 2025", "9. Oktober 2025", "9. Okt."),
        ("fr", "jeudi 9 octobre 2025", "9 octobre 2025", "9 oct."),
        ("pl", "czwartek, 9 października 2025", "9 października 2025", "9 paź"),
        ("vi", "Thứ Năm, 9 tháng 10, 2025", "9 tháng 10, 2025", "9 thg 10"),
        ("ja", "2025年10月9日木曜日", "2025年10月9日", "10月9日"),
        ("ar", "الخميس، 9 أكتوبر 2025", "9 أكتوبر 2025", "9 أكتوبر"),
    ],
)
def test_a_day_is_written_as_its_language_writes_it(
    language: str, full: str, long: str, short: str
) -> None:
    words = Words(language)
    assert [words.day(DAY, style) for style in ("full", "long", "short")] == [full, long, short]
    assert words.day(DAY) == long


@pytest.mark.parametrize(
    "tag", ["", "_", "xx", "xx-nonsense", "i-klingon", "../../etc", "de--", "9"]
)
def test_a_wrong_language_tag_speaks_english(tag: str) -> None:
    words = Words(tag)
    assert words.say("Close the vote") == "Close the vote"
    assert words.number(3.5) == "3.5"
    assert words.day(DAY, "full") == "Thursday 9 October 2025"


@given(tag=st.text(max_size=12))
def test_no_tag_can_break_words(tag: str) -> None:
    words = Words(tag.replace("\0", ""))
    assert words.say("Yes")
    assert words.number(1)
    assert words.day(DAY, "short")


def test_where_no_catalogue_is_shipped_the_english_text_stands() -> None:
    words = Words("eo")
    assert words.say("{n} of {m} votes in", n=17, m=24) == "17 of 24 votes in"
    assert words.count("{n} vote", "{n} votes", 1) == "1 vote"
    assert words.count("{n} vote at {step}", "{n} votes at {step}", 2, step=3) == "2 votes at 3"


def test_a_text_without_values_is_said_as_it_is() -> None:
    assert Words().say("{braces} stay") == "{braces} stay"
    assert Words().say("") == ""
    assert Words().say("{what} skipped", what="{n}") == "{n} skipped"
    assert mark("Later") == "Later"


@pytest.mark.parametrize(
    ("value", "decimals", "english", "german"),
    [
        (4, None, "4", "4"),
        (4.0, None, "4", "4"),
        (3.5, None, "3.5", "3,5"),
        (3.125, None, "3.13", "3,13"),
        (4, 1, "4.0", "4,0"),
        (2.25, 1, "2.3", "2,3"),
        (2.5, 0, "3", "3"),
        (1234.5, 1, "1234.5", "1234,5"),
        (-0.5, 1, "-0.5", "-0,5"),
    ],
)
def test_numbers_have_their_languages_mark_and_halves_go_up(
    value: float, decimals: int | None, english: str, german: str
) -> None:
    assert Words("en").number(value, decimals) == english
    assert Words("de").number(value, decimals) == german


def test_a_region_of_the_language_writes_dates_and_numbers_its_own_way() -> None:
    day = date(2025, 10, 9)
    assert Words("en").day(day, "medium") == "9 Oct 2025"
    assert Words("en", "en-US").day(day, "medium") == "Oct 9, 2025"
    assert Words("en", "en-ZA").number(3.5, 1) == "3,5"
    assert "" in Words.regions("en")
    assert Words.regions("xx") == ("",)


def test_the_languages_that_can_be_chosen_begin_with_english() -> None:
    assert Words.languages()[0] == "en"
    assert Words().name_of("en") == "English"
