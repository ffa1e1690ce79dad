"""The reader: what a pack becomes, and files that cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from frameworks.faults import FrameworkError
from frameworks.model import ActivityKind, Ask, Framework, Pace, Scale
from frameworks.reader import cut_at_word, parse, read
from frameworks.theme import Theme
from tests.frameworks.counter_pack import PACK, SECOND_QUESTION, changed
from workshop.words import Words


def ideas(more: str) -> Framework:
    return parse(changed('kind = "rate"', f'kind = "ideas"\n{more}'), "counter.toml")


def test_a_pack_becomes_the_framework_it_describes() -> None:
    framework = parse(PACK, "counter.toml")
    assert (framework.id, framework.version, framework.language) == ("counter", "1.0", "en")
    assert framework.scale == Scale(("No", "Partly", "Yes"), dont_know=True)
    assert framework.sources[0].author == "Leonard Berry"
    session = framework.sessions[0]
    assert (session.theme, session.minutes) == (Theme.VISION, 30)
    assert session.activities[0].questions[0].sources == ("berry",)


def test_what_a_pack_leaves_out_has_the_default() -> None:
    framework = parse(PACK, "counter.toml")
    activity = framework.sessions[0].activities[0]
    question = activity.questions[0]
    assert (framework.summary, framework.minimum_group) == ("", 3)
    assert (framework.sources[0].year, framework.sources[0].note) == (None, "")
    assert (activity.title, activity.ask, activity.pace) == ("", (Ask.PERFORMANCE,), Pace.EACH)
    assert (activity.scale, activity.max_ideas, activity.dots) == (None, None, None)
    assert (question.must, question.look_for, question.prompts) == (True, (), ())


@pytest.mark.parametrize(("questions", "pace"), [(5, Pace.EACH), (6, Pace.TOGETHER)])
def test_from_six_questions_up_an_activity_is_voted_together(questions: int, pace: Pace) -> None:
    more = "".join(SECOND_QUESTION.replace("bye", f"q{n}") for n in range(questions - 1))
    assert parse(PACK + more, "counter.toml").sessions[0].activities[0].pace is pace


def test_a_pack_may_choose_its_pace_itself() -> None:
    framework = parse(changed('kind = "rate"', 'kind = "rate"\npace = "together"'), "counter.toml")
    assert framework.sessions[0].activities[0].pace is Pace.TOGETHER


def test_ideas_give_five_a_seat_and_leave_the_dots_to_the_day() -> None:
    activity = ideas("").sessions[0].activities[0]
    assert (activity.max_ideas, activity.dots) == (5, None)
    activity = ideas("max_ideas = 3\ndots = 4").sessions[0].activities[0]
    assert (activity.kind, activity.max_ideas, activity.dots) == (ActivityKind.IDEAS, 3, 4)


def test_a_statement_has_one_dot_a_seat() -> None:
    framework = parse(changed('kind = "rate"', 'kind = "statement"'), "counter.toml")
    assert framework.sessions[0].activities[0].dots == 1


def test_an_activity_may_ask_for_importance_on_a_scale_of_its_own() -> None:
    extra = 'kind = "rate"\nask = ["importance", "performance"]\nscale = {labels = ["Low", "High"]}'
    activity = parse(changed('kind = "rate"', extra), "counter.toml").sessions[0].activities[0]
    assert activity.ask == (Ask.IMPORTANCE, Ask.PERFORMANCE)
    assert activity.scale == Scale(("Low", "High"))


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("We greet people.", "We greet people."),
        ("We keep the promises, all that we make to people.", "We keep the promises, all…"),
        ("What we promise is done, by the time we said.", "What we promise is done, by…"),
        ("Asked what good service, means", "Asked what good service…"),
        ("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrtsgesel…"),
        ("One\n  two\tthree", "One two three"),
    ],
)
def test_a_missing_short_is_the_text_cut_at_a_word(text: str, short: str) -> None:
    assert cut_at_word(text, 28) == short
    assert len(short) <= 28


def test_blanks_around_a_text_do_not_count() -> None:
    framework = parse(changed('"We greet people."', '"""\n  We greet people.\n"""'), "counter.toml")
    assert framework.sessions[0].activities[0].questions[0].text == "We greet people."


def test_right_to_left_marks_and_isolates_are_allowed() -> None:
    title = "\u2067שירות\u2069\u200f at the counter"
    assert parse(changed("At the counter", title), "counter.toml").title == title


def test_a_byte_order_mark_and_line_ends_of_windows_are_allowed(tmp_path: Path) -> None:
    file = tmp_path / "counter.toml"
    file.write_bytes(b"\xef\xbb\xbf" + PACK.replace("\n", "\r\n").encode())
    assert read(file) == parse(PACK, "counter.toml")


def test_a_message_speaks_through_the_words_it_is_given() -> None:
    with pytest.raises(FrameworkError) as caught:
        parse("", "empty.toml")
    assert caught.value.sentence(Words("en")) == str(caught.value)


def read_refused(path: Path) -> str:
    with pytest.raises(FrameworkError) as caught:
        read(path)
    return str(caught.value)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    assert read_refused(tmp_path / "no.toml") == (
        "no.toml was not taken in. To mend:\n"
        "There is no such file. Look at the name and the folder."
    )


def test_a_folder_is_said(tmp_path: Path) -> None:
    assert "This is a folder or a device." in read_refused(tmp_path)
    assert "This is a folder or a device." in read_refused(Path("/"))


def test_a_pipe_is_said_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.toml"
    os.mkfifo(pipe)
    assert "This is a folder or a device." in read_refused(pipe)


@pytest.mark.parametrize("name", ["a\0b.toml", "x" * 300 + ".toml"])
def test_a_name_that_cannot_be_opened_is_said(tmp_path: Path, name: str) -> None:
    assert "The file cannot be opened: " in read_refused(tmp_path / name)


def test_a_file_larger_than_the_limit_is_said(tmp_path: Path) -> None:
    file = tmp_path / "big.toml"
    file.write_bytes(b"#" * (4 * 1024 * 1024 + 1))
    assert "The file is larger than 4 MiB." in read_refused(file)


def test_a_file_of_another_encoding_is_said_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "latin.toml"
    file.write_bytes(PACK.replace("greet", "grüß").encode("latin-1"))
    assert read_refused(file) == (
        "latin.toml was not taken in. To mend:\n"
        "Line 29: This is not UTF-8 text. Save the file with the encoding UTF-8."
    )
