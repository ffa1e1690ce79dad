"""The action shelf: the actions of all workshops, in order, by page and filter, along indexes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, insert, update

from frameworks.theme import Theme
from tests.days import Day, another_day, begin_day, small_framework
from tests.workshop.rows import workshop_row
from workshop import action_shelf
from workshop.action_shelf import EVERYTHING, ActionFilter
from workshop.kinds import ActionStatus
from workshop.library import Library
from workshop.planning import ActionDraft
from workshop.records import ActionRecord, WorkshopRecord

TODAY = date(2026, 1, 20)
NOT_STARTED, UNDER_WAY, DONE = ActionStatus


@pytest.fixture
def connection(library: Library) -> Iterator[Connection]:
    """One library with the workshops `w` and `other`, and actions that are named by their place."""
    with library.transaction() as transaction:
        transaction.add(workshop_row("w"))
        transaction.add(workshop_row("other", title="Other day", held_on=date(2025, 11, 1)))
        transaction.add(workshop_row("deleted", deleted_at=5))
        transaction.add(workshop_row("rehearsed", rehearsal=True))
        transaction.add(workshop_row("archived", archived_at=5))
        transaction.flush()
        for row in (
            ("4 due later", "w", date(2026, 3, 1), NOT_STARTED, "Ada"),
            ("1 most late", "other", date(2025, 12, 1), UNDER_WAY, "Grace"),
            ("2 late", "w", date(2026, 1, 19), NOT_STARTED, ""),
            ("3 due today", "w", TODAY, UNDER_WAY, "ada"),
            ("6 done last", "w", date(2026, 1, 2), DONE, "Ada"),
            ("5 no date", "w", None, NOT_STARTED, "Ärztin"),
            ("8 done without a date", "w", None, DONE, "Ada"),
            ("7 done first", "other", date(2025, 12, 2), DONE, "Ada"),
            ("deleted", "deleted", date(2025, 12, 2), NOT_STARTED, "Zoe"),
            ("rehearsed", "rehearsed", date(2025, 12, 2), NOT_STARTED, "Zoe"),
            ("archived", "archived", date(2025, 12, 2), NOT_STARTED, "Zoe"),
        ):
            transaction.add(action(*row))
        transaction.add(action("dropped", "w", None, NOT_STARTED, "Zoe", state="dropped"))
    with library.reading() as reading:
        yield reading


def action(
    what: str,
    workshop: str,
    due: date | None,
    status: ActionStatus,
    owner: str,
    state: str = "agreed",
) -> ActionRecord:
    return ActionRecord(
        id=f"id {what}", workshop_id=workshop, position=1, what=what, owner=owner, due=due,
        state=state, status=status.value, proposed_at=1, measure=f"measure of {what}",
    )  # fmt: skip


def found(connection: Connection, wanted: ActionFilter = EVERYTHING) -> list[str]:
    return [line.what for line in action_shelf.page(connection, TODAY, wanted)]


def test_late_ones_come_first_then_what_is_due_undated_and_done(connection: Connection) -> None:
    whole = found(connection)
    assert whole == sorted(whole)
    assert len(whole) == 8


def test_what_is_late_is_late_by_days(connection: Connection) -> None:
    lines = action_shelf.page(connection, TODAY)
    assert [line.days_late(TODAY) for line in lines] == [50, 1, 0, 0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (ActionFilter(workshop_id="other"), "17"),
        (ActionFilter(workshop_id="w"), "234568"),
        (ActionFilter(workshop_id="deleted"), ""),
        (ActionFilter(workshop_id="archived"), ""),
        (ActionFilter(workshop_id="none of this id"), ""),
        (ActionFilter(owner="Ada"), "4678"),
        (ActionFilter(owner=""), "2"),
        (ActionFilter(owner="Ada", statuses=frozenset({DONE})), "678"),
        (ActionFilter(statuses=frozenset({UNDER_WAY})), "13"),
        (ActionFilter(statuses=frozenset()), ""),
        (ActionFilter(late=True), "12"),
        (ActionFilter(dropped=True), "d"),
        (ActionFilter(dropped=True, owner="Zoe", late=True), "d"),
        (ActionFilter(dropped=True, workshop_id="other"), ""),
        (ActionFilter(late=True, workshop_id="w"), "2"),
        (ActionFilter(late=True, statuses=frozenset({DONE})), ""),
        (ActionFilter(text="LATE"), "124"),
        (ActionFilter(text="arztin"), "5"),
        (ActionFilter(text="first  done"), "7"),
        (ActionFilter(text="measure of 3"), "3"),
        (ActionFilter(text="%"), ""),
        (ActionFilter(text="  "), "12345678"),
    ],
)
def test_a_filter_finds_its_actions_in_the_same_order_and_counts_them(
    connection: Connection, wanted: ActionFilter, names: str
) -> None:
    assert "".join(what[0] for what in found(connection, wanted)) == names
    assert action_shelf.counts(connection, TODAY, wanted).all == len(names)


def test_counts_tell_what_is_done_late_and_without_an_owner(connection: Connection) -> None:
    counts = action_shelf.counts(connection, TODAY)
    assert (counts.all, counts.under_way, counts.done) == (8, 2, 3)
    assert (counts.late, counts.unowned) == (2, 1)


def test_owners_and_workshops_are_those_that_are_in_a_list(connection: Connection) -> None:
    assert action_shelf.owners(connection) == ("Ada", "ada", "Ärztin", "Grace")
    assert action_shelf.owners(connection, "other") == ("Ada", "Grace")
    assert [each.id for each in action_shelf.workshops(connection)] == ["other", "w"]


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 8, 50])
def test_pages_put_together_are_the_whole_list(connection: Connection, limit: int) -> None:
    together: list[str] = []
    for offset in range(0, 8, limit):
        together += action_shelf.ids(connection, TODAY, offset=offset, limit=limit)
    assert together == list(action_shelf.ids(connection, TODAY))
    assert action_shelf.ids(connection, TODAY, offset=8, limit=limit) == ()


def test_an_action_that_is_in_no_list_any_more_has_no_line(
    connection: Connection, library: Library
) -> None:
    whole = action_shelf.ids(connection, TODAY)
    with library.transaction() as transaction:
        transaction.execute(
            update(WorkshopRecord).where(WorkshopRecord.id == "other").values(deleted_at=1)
        )
    with library.reading() as later:
        left = [line.what[0] for line in action_shelf.lines(later, whole)]
    assert left == list("234568")


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(tmp_path_factory.mktemp("two") / "flipchart.sqlite") as library:
        with library.transaction() as transaction:
            transaction.add_all([workshop_row("w"), workshop_row("v")])
        yield library


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["w", "v"]),
            st.none() | st.dates(date(2026, 1, 17), date(2026, 1, 23)),
            st.sampled_from(ActionStatus),
            st.sampled_from(["agreed", "proposed", "dropped"]),
            st.sampled_from(["", "Ada"]),
        ),
        max_size=12,
    )
)
def test_the_merged_list_is_the_sorted_list_whatever_is_in_it(
    two: Library, rows: list[tuple[str, date | None, ActionStatus, str, str]]
) -> None:
    with two.transaction() as transaction:
        transaction.execute(delete(ActionRecord))
        for number, (workshop, due, status, state, owner) in enumerate(rows):
            transaction.add(action(f"{number:02}", workshop, due, status, owner, state))
            transaction.flush()
    with two.reading() as connection:
        whole = action_shelf.ids(connection, TODAY)
        late = action_shelf.ids(connection, TODAY, ActionFilter(late=True))
        # What finds few is sorted once it is found, where the whole list is merged.
        of = {each: action_shelf.ids(connection, TODAY, ActionFilter(each)) for each in "wv"}
    assert len(whole) == sum(row[3] != "dropped" for row in rows)
    assert late == whole[: len(late)]
    for workshop, few in of.items():
        assert list(few) == [each for each in whole if rows[int(each[3:])][0] == workshop]


def test_a_line_says_where_its_action_came_from(tmp_path: Path) -> None:
    plain = small_framework(sessions=6)
    day: Day = begin_day(tmp_path, framework=plain)
    with day.library:
        sessions = [item for item in day.live.facts().items if item.theme is not None]
        first, sixth = sessions[0].questions[0], sessions[5].questions[1]
        day.live.planning.propose(ActionDraft("A", due=date(2026, 1, 1)), first.id)
        day.live.planning.propose(ActionDraft("B", due=date(2026, 1, 2)), sixth.id)
        day.live.planning.propose(ActionDraft("C", due=date(2026, 1, 3)))
        another_day(day.library, day.clock)
        with day.library.reading() as connection:
            lines = action_shelf.page(connection, TODAY)
    said = [(line.theme, line.second, line.session, line.short) for line in lines]
    theme = next(iter(Theme))
    assert said == [
        (theme, False, theme.value.capitalize(), "Short 0.0"),
        (theme, True, theme.value.capitalize(), "Short 5.1"),
        (None, False, "", ""),
    ]
    assert {line.workshop for line in lines} == {"Service review"}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """10,000 workshops with 50,000 actions."""
    path = tmp_path_factory.mktemp("many") / "flipchart.sqlite"
    with Library.open(path) as library:
        with library.transaction() as transaction:
            columns = {
                column.name: getattr(workshop_row("x"), column.name)
                for column in WorkshopRecord.__table__.columns
            }
            columns |= {
                "place": "", "purpose": "", "promise": "", "ground_rules": [], "ballot": "open",
                "voter": "person", "minimum_group": 5, "scale_labels": [], "rehearsal": False,
                "plan_goes_to": "", "who_answers": "", "ways": [], "earlier_title": "",
                "search_text": "",
            }  # fmt: skip
            transaction.connection().execute(
                insert(WorkshopRecord), [columns | {"id": f"w{n}"} for n in range(10_000)]
            )
            transaction.connection().execute(
                insert(ActionRecord),
                [
                    {
                        "id": f"a{n}", "workshop_id": f"w{n // 5}", "position": n,
                        "what": f"Do {n}", "owner": f"Owner {n % 500}",
                        "due": TODAY + timedelta(n * 7919 % 700 - 350),
                        "state": "agreed", "status": list(ActionStatus)[n % 3].value,
                        "proposed_at": n,
                    }
                    for n in range(50_000)
                ],
            )  # fmt: skip
        yield library


def plan(connection: Connection, statement: str) -> list[str]:
    return [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}")]


@pytest.mark.parametrize("wanted", [EVERYTHING, ActionFilter(late=True)])
def test_a_page_of_50_000_actions_is_read_along_the_index_and_sorts_nothing(
    many: Library, wanted: ActionFilter
) -> None:
    with many.reading() as connection:
        for part in action_shelf.parts(wanted, TODAY):
            sql = part.limit(100).compile(connection, compile_kwargs={"literal_binds": True})
            said = plan(connection, str(sql))
            assert not [line for line in said if "SCAN" in line or "TEMP B-TREE" in line]
            assert any("ix_action_due" in line for line in said)
        page = action_shelf.page(connection, TODAY, wanted)
        assert len(page) == 100
        assert [line.due for line in page] == sorted(line.due or TODAY for line in page)


def test_a_page_in_the_middle_of_50_000_is_the_same_as_of_the_whole_list(many: Library) -> None:
    with many.reading() as connection:
        whole = action_shelf.ids(connection, TODAY)
        assert len(set(whole)) == 50_000
        for offset in (0, 33_300, 33_320, 49_950):
            assert (
                action_shelf.ids(connection, TODAY, offset=offset, limit=60)
                == whole[offset : offset + 60]
            )
        assert action_shelf.counts(connection, TODAY).all == 50_000
        owned = action_shelf.ids(connection, TODAY, ActionFilter(owner="Owner 7"))
        assert len(owned) == 100
        one = action_shelf.ids(connection, TODAY, ActionFilter("w77"))
        assert set(one) == {f"a{n}" for n in range(385, 390)}
