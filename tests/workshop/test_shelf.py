"""The shelf: pages, order, what each line says, and finding among very many."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.days import DAY, Day, another_day, begin_day, small_framework
from tests.many_workshops import multiply
from workshop import deletion, due, shelf
from workshop.finding import Finding
from workshop.kinds import ActionStatus
from workshop.library import Library
from workshop.planning import ActionDraft
from workshop.readings import profiles
from workshop.readings.profiles import read_profiles
from workshop.steps import State

MANY = 10_000


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Ten thousand workshops that have ended, and one to come."""
    day = _short_day(tmp_path_factory.mktemp("many"))
    multiply(day.library, [day.live.id], MANY - 1)
    another_day(day.library, day.clock)
    yield day.library
    day.library.close()


def _short_day(folder: Path) -> Day:
    """A day with one question and no votes, which has ended."""
    day = begin_day(folder, framework=small_framework(1, 1))
    day.reach(State.FINISHED, votes=0)
    return day


def _first_question(day: Day) -> str:
    """The id of the first question of the first session."""
    return next(item.questions[0].id for item in day.live.facts().items if item.questions)


def walked(library: Library) -> list[str]:
    """Every past workshop, page by page."""
    found: list[str] = []
    after: shelf.Mark | None = None
    with library.reading() as connection:
        while page := shelf.past(connection, after):
            assert len(page) <= shelf.PAGE
            found += [line.id for line in page]
            after = shelf.mark_of(page[-1])
    return found


def test_ten_thousand_are_walked_page_by_page_each_once(many: Library) -> None:
    found = walked(many)
    assert len(found) == len(set(found)) == MANY


def test_what_is_to_come_is_found_behind_ten_thousand_that_have_been(many: Library) -> None:
    with many.reading() as connection:
        coming = shelf.coming(connection, DAY)
    assert [line.state for line in coming] == ["upcoming"]


def test_one_of_ten_thousand_is_found_by_words_in_any_order(many: Library) -> None:
    with many.writing() as writing:
        writing.connection.exec_driver_sql(
            "UPDATE workshop SET search_text = 'tagung der kuche, zurich' WHERE id LIKE '4711-%'"
        )
    [found] = Finding(many).find("Zürich KÜCHE", "past")
    assert found.startswith("4711-")
    assert list(Finding(many).find("no such word", "past")) == []


@pytest.mark.parametrize(
    "statement",
    [shelf.TEAMS, shelf.ITEMS, shelf.QUESTIONS, shelf.ACTIONS, shelf.THESE, shelf.PAST,
     profiles.SESSIONS, profiles.QUESTIONS, due.LISTED, due.LATE, due.OPEN],
)  # fmt: skip
def test_a_page_is_looked_up_and_no_table_read_through(many: Library, statement: str) -> None:
    values = {"ids": "[]", "day": "2026-01-01", "minute": 0, "id": "", "page": 50,
              "until": "2026-01-01", "since": "2025-01-01", "most": 6}  # fmt: skip
    with many.reading() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
    scans = [row[3] for row in plan if row[3].startswith("SCAN ")]
    few = ("SCAN json_each", "SCAN wanted", "SCAN found")  # of the page itself
    assert [scan for scan in scans if not scan.startswith(few)] == []


def test_what_is_to_come_reads_through_the_narrow_rows_alone(many: Library) -> None:
    values = {"today": "2026-01-01", "page": 50, "skipped": 0}
    with many.reading() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {shelf.COMING}", values).all()
    assert [row[3] for row in plan if row[3].startswith("SCAN ")] == ["SCAN live"]


def test_the_next_day_comes_first_and_days_that_passed_come_last(tmp_path: Path) -> None:
    day = begin_day(tmp_path)
    held = {"soon": 1, "later": 9, "missed": -3, "long missed": -9}
    for title, days in held.items():
        made = another_day(day.library, day.clock)
        with day.library.writing() as writing:
            writing.connection.exec_driver_sql(
                "UPDATE workshop SET title = ?, held_on = ? WHERE id = ?",
                (title, (DAY + timedelta(days=days)).isoformat(), made.live.id),
            )
    day.reach(State.OPENING)
    with day.library.reading() as connection:
        lines = shelf.coming(connection, DAY)
    assert [line.title for line in lines] == [
        "Service review", "soon", "later", "missed", "long missed",
    ]  # fmt: skip
    assert lines[0].state == "live"
    with day.library.reading() as connection:
        assert [line.title for line in shelf.coming(connection, DAY, 3)] == [
            "missed", "long missed",
        ]  # fmt: skip
    day.library.close()


def test_a_line_counts_what_is_to_be_asked_and_what_was_done(tmp_path: Path) -> None:
    day = begin_day(tmp_path)
    question = _first_question(day)
    proposed = [
        day.live.planning.propose(ActionDraft(what), question) for what in ("one", "two", "three")
    ]
    with day.library.writing() as writing:
        writing.connection.exec_driver_sql(
            'UPDATE "action" SET status = ? WHERE id = ?', (ActionStatus.DONE.value, proposed[0])
        )
    day.live.improvising.leave_out({question: True}, {})
    line = day.library.workshop(day.live.id)
    assert line is not None
    assert (line.questions, line.actions, line.done, line.voters) == (3, 3, 1, 7)
    day.library.close()


def test_breaks_stand_between_sessions_and_a_second_of_a_theme_is_marked(tmp_path: Path) -> None:
    day = begin_day(tmp_path, framework=small_framework(6, 1))
    line = day.library.workshop(day.live.id)
    assert line is not None
    assert [each.second for each in line.sessions] == [False] * 5 + [True]
    day.library.close()


def test_a_profile_is_the_mean_of_agreed_scores_and_else_of_medians(tmp_path: Path) -> None:
    day = begin_day(tmp_path)
    day.reach(State.FINISHED)
    with day.library.writing() as writing:
        writing.connection.exec_driver_sql("DELETE FROM outcome")
    with day.library.reading() as connection:
        profile = read_profiles(connection, [day.live.id])[day.live.id]
    assert (profile.steps, [mark.score for mark in profile.marks]) == (5, [3.0, 3.0])
    with day.library.writing() as writing:
        writing.connection.exec_driver_sql(
            "INSERT INTO outcome (question_id, kind, score_halves, evidence, low_position,"
            " high_position, finds_out, finds_out_how, off_wall, off_report, changed_at)"
            " VALUES (?, 'agreed', 9, '', '', '', '', '', 0, 0, 1)",
            (_first_question(day),),
        )
    with day.library.reading() as connection:
        profile = read_profiles(connection, [day.live.id])[day.live.id]
    assert profile.marks[0].score == 3.8  # half up of (4.5 + 3) / 2
    day.library.close()


def test_late_actions_are_told_the_longest_first_and_those_put_away_are_not(
    tmp_path: Path,
) -> None:
    day = begin_day(tmp_path)
    today = date(2026, 3, 1)
    question = _first_question(day)
    for what, days in (("late", -2), ("very late", -9), ("soon", 3), ("one day", 90)):
        day.live.planning.propose(ActionDraft(what, due=today + timedelta(days=days)), question)
    with day.library.reading() as connection:
        told = due.due_actions(connection, today)
    assert [action.what for action in told.late] == ["very late", "late"]
    assert [action.what for action in told.soon] == ["soon"]
    assert (told.late_count, told.open_count) == (2, 4)
    assert told.late[0].theme == "vision"
    deletion.delete(day.library, day.live.id)
    with day.library.reading() as connection:
        assert due.due_actions(connection, today).open_count == 0
    day.library.close()


def test_a_search_knows_what_was_written_since(tmp_path: Path) -> None:
    day = begin_day(tmp_path)
    finding = Finding(day.library)
    assert tuple(finding.find("front desk", "coming")) == (day.live.id,)  # a team's name
    assert tuple(finding.find("small framework", "coming")) == (day.live.id,)
    deletion.archive(day.library, day.live.id)
    assert tuple(finding.find("front desk", "coming")) == ()
    assert tuple(finding.find("", "archived")) == (day.live.id,)
    deletion.delete(day.library, day.live.id)
    assert tuple(finding.find("front", "deleted")) == (day.live.id,)
    day.library.close()
