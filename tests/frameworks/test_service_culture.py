"""The default pack: what a room of nurses, cashiers and clerks is asked."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from frameworks.model import ActivityKind, Framework, Pace, Question
from frameworks.reader import read
from frameworks.shipped import default_pack, packs_folder, shipped
from frameworks.theme import Theme


@pytest.fixture(scope="module")
def pack() -> Framework:
    return read(default_pack())


@pytest.fixture(scope="module")
def questions(pack: Framework) -> list[Question]:
    return [q for session in pack.sessions for a in session.activities for q in a.questions]


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_every_shipped_pack_is_read_and_has_its_file_s_name(path: Path) -> None:
    assert read(path).id == path.stem


def test_the_default_pack_comes_first_of_all_in_the_folder() -> None:
    assert shipped()[0] == default_pack()
    assert set(shipped()) == set(packs_folder().glob("*.toml"))


def test_its_five_sessions_are_the_five_themes_in_their_order(pack: Framework) -> None:
    assert [session.id for session in pack.sessions] == [theme.value for theme in Theme]
    assert [session.theme for session in pack.sessions] == list(Theme)
    assert [session.title.lower() for session in pack.sessions] == [t.value for t in Theme]


def test_it_fits_a_morning(pack: Framework, questions: list[Question]) -> None:
    assert all(25 <= session.minutes <= 45 for session in pack.sessions)
    assert sum(session.minutes for session in pack.sessions) == 175
    assert len(questions) == 22
    assert "Twenty-two statements" in pack.summary


def test_each_session_rates_at_most_five_questions_one_by_one(pack: Framework) -> None:
    for session in pack.sessions:
        (activity,) = session.activities
        assert activity.kind is ActivityKind.RATE
        assert activity.pace is Pace.EACH
        assert 3 <= len(activity.questions) <= 5
        assert 1 <= sum(not question.must for question in activity.questions) <= 2


def test_every_source_is_drawn_on_several_times(pack: Framework, questions: list[Question]) -> None:
    drawn = Counter(source for question in questions for source in question.sources)
    assert len(pack.sources) == 5
    assert all(drawn[source.id] >= 5 for source in pack.sources)


def test_statements_are_short_and_no_two_are_alike(questions: list[Question]) -> None:
    assert len({question.text for question in questions}) == len(questions)
    assert len({question.short for question in questions}) == len(questions)
    assert all(len(question.short) <= 18 for question in questions)
    assert all(len(question.text.split()) <= 22 for question in questions)
    assert all(question.text.endswith(".") for question in questions)


def test_no_statement_speaks_the_language_of_reports(questions: list[Question]) -> None:
    jargon = re.compile(
        r"\b(KPI|stakeholder|metric|empower|leverage|synergy|process|strateg|customer)", re.I
    )
    assert [question.text for question in questions if jargon.search(question.text)] == []


def test_the_facilitator_has_evidence_to_listen_for_and_open_questions(
    questions: list[Question],
) -> None:
    closed = ("do ", "does ", "did ", "is ", "are ", "can ", "has ", "have ", "will ")
    for question in questions:
        assert 2 <= len(question.look_for) <= 3
        assert 2 <= len(question.prompts) <= 3
        assert all(prompt.endswith(("?", ".")) for prompt in question.prompts)
        assert any(prompt.endswith("?") for prompt in question.prompts)
        assert not any(prompt.lower().startswith(closed) for prompt in question.prompts)


def test_purposes_are_one_short_sentence(pack: Framework) -> None:
    for session in pack.sessions:
        assert len(session.purpose.split()) <= 14
        assert session.purpose.count(".") == 1


def test_its_scale_has_five_labels_that_fit_a_column_of_the_wall(pack: Framework) -> None:
    assert len(pack.scale.labels) == 5
    assert all(len(label) <= 16 for label in pack.scale.labels)
    assert pack.scale.dont_know


def test_the_readme_names_every_question_with_its_sources(
    pack: Framework, questions: list[Question]
) -> None:
    """The table of sources and the pack say the same."""
    readme = (packs_folder().parent / "README.md").read_text("utf-8")
    for source in pack.sources:
        begin = readme.index(f"### `{source.id}`")
        section = readme[begin:].split("\n### ")[0].split("\n## ")[0]
        named = set(re.findall(r"\b\w+/([a-z-]+)`", section))
        assert named == {q.id for q in questions if source.id in q.sources}
