"""The tables of frameworks/README.md: from every line of every source to its questions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from frameworks.model import Framework
from frameworks.reader import read
from frameworks.shipped import DEFAULT_PACK, packs_folder, shipped

README = Path(__file__).parents[2] / "frameworks" / "README.md"
COMPLETE = [path.stem for path in shipped() if path.stem != DEFAULT_PACK]


@dataclass(frozen=True)
class Row:
    """A line of a source: its number, what it says, and where the pack asks it."""

    number: int
    says: str
    asked: tuple[str, ...]


def rows_of(pack: str) -> tuple[int, list[Row]]:
    """How many lines the heading tells of, and the rows of the pack's table."""
    text = README.read_text(encoding="utf-8")
    found = re.search(rf"^### `{pack}`: [^\n]*, (\d+) lines\n(.*?)(?=^#|\Z)", text, re.M | re.S)
    assert found is not None, pack
    rows = re.findall(r"^\| (\d+) \| (.+?) \| (.+?) \|$", found[2], re.M)
    return int(found[1]), [
        Row(int(number), says, tuple(re.findall(r"`([^`]+)`", asked)))
        for number, says, asked in rows
    ]


def places(framework: Framework) -> tuple[set[str], set[str]]:
    """The ids of sessions, and of questions as `session/question`."""
    sessions = {session.id for session in framework.sessions}
    questions = {
        f"{session.id}/{question.id}"
        for session in framework.sessions
        for activity in session.activities
        for question in activity.questions
    }
    return sessions, questions


def test_every_pack_but_the_default_has_its_table() -> None:
    assert len(COMPLETE) == 5
    for pack in COMPLETE:
        assert rows_of(pack)[1]


@pytest.mark.parametrize("pack", COMPLETE)
def test_no_line_of_a_source_is_passed_over(pack: str) -> None:
    lines, rows = rows_of(pack)
    assert [row.number for row in rows] == list(range(1, lines + 1))


@pytest.mark.parametrize("pack", COMPLETE)
def test_a_line_leads_to_what_is_in_the_pack_or_says_why_it_is_no_practice(pack: str) -> None:
    sessions, questions = places(read(packs_folder() / f"{pack}.toml"))
    for row in rows_of(pack)[1]:
        assert set(row.asked) <= sessions | questions, row
        assert row.asked or re.search(r"not a practice|title", row.says, re.I), row


@pytest.mark.parametrize("pack", COMPLETE)
def test_every_session_and_question_of_a_pack_comes_from_a_line(pack: str) -> None:
    sessions, questions = places(read(packs_folder() / f"{pack}.toml"))
    asked = {place for row in rows_of(pack)[1] for place in row.asked}
    assert questions <= asked
    assert sessions == {place.partition("/")[0] for place in asked}


@pytest.mark.parametrize("pack", COMPLETE)
def test_the_questions_can_be_answered_by_anyone_who_works_there(pack: str) -> None:
    framework = read(packs_folder() / f"{pack}.toml")
    asked = [
        question
        for session in framework.sessions
        for activity in session.activities
        for question in activity.questions
    ]
    assert len({question.text for question in asked}) == len(asked)
    assert len({question.short for question in asked}) == len(asked)
    for question in asked:
        assert 6 <= len(question.text.split()) <= 24, question.text
        assert len(question.short) <= 18, question.short
        assert question.look_for, question.id
        assert all(prompt.endswith("?") for prompt in question.prompts), question.id
        assert question.prompts, question.id
        jargon = r"\b(KPI|stakeholder|metrics?|empower\w*|leverag\w*|touchpoints?|synerg\w*)\b"
        assert not re.search(jargon, question.text, re.I), question.text
