"""The tables say what the snapshot says: every number, and never a single vote."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exports.tables.table import Cell, Kind, Table, clean
from exports.tables.whole import REHEARSAL, about, tables
from tests.exports.played import in_a_rehearsal, not_begun, played, played_again
from workshop import agreement
from workshop.charting import day_charts
from workshop.kinds import Ballot, Voter, Way
from workshop.question_facts import NoteFacts
from workshop.snapshot import Snapshot
from workshop.words import Words

WORDS = Words()


@pytest.fixture(scope="module", params=[Ballot.OPEN, Ballot.SECRET])
def day(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return played(tmp_path_factory.mktemp("day"), ballot=request.param)


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return played_again(tmp_path_factory.mktemp("again"))


def named(snapshot: Snapshot) -> dict[str, Table]:
    """The tables of a snapshot by name."""
    return {each.name: each for each in tables(snapshot, WORDS)}


def rows(table: Table) -> list[dict[str, Cell]]:
    """The rows of a table, each by the columns' titles."""
    titles = [column.title for column in table.columns]
    assert len(set(titles)) == len(titles)
    return [dict(zip(titles, row, strict=True)) for row in table.rows]


def test_every_cell_is_of_its_columns_kind(day: Snapshot, again: Snapshot) -> None:
    kinds = {Kind.TEXT: "str", Kind.NUMBER: "float", Kind.INTEGER: "int", Kind.DATE: "date"}
    for each in (*tables(day, WORDS), *tables(again, WORDS)):
        for row in each.rows:
            for column, cell in zip(each.columns, row, strict=True):
                assert cell is None or type(cell).__name__ == kinds[column.kind], column.title


def test_the_rounds_have_every_count_of_the_snapshot(day: Snapshot) -> None:
    found = rows(named(day)["Rounds"])
    counts = [
        (session.title, question.key, each.number, answer, votes)
        for session in day.sessions
        for question in session.questions
        for each in question.rounds
        if each.result is not None
        for answer, votes in [*enumerate(each.result.counts, 1), (0, each.result.dont_know)]
    ]
    assert counts
    assert [
        (row["Session"], row["Key"], row["Round"], row["Answer"], row["Votes"]) for row in found
    ] == counts
    for row in found:
        whole = sum(
            int(str(other["Votes"]))
            for other in found
            if other["Answer"]
            and all(other[key] == row[key] for key in ("Session", "Key", "Round"))
        )
        if row["Answer"] == 0:
            assert row["Share"] is None
        elif whole:
            assert row["Share"] == pytest.approx(int(str(row["Votes"])) / whole, abs=1e-6)


def test_the_statistics_are_those_of_the_counts(day: Snapshot) -> None:
    found = rows(named(day)["Statistics"])
    revealed = [
        (question, each)
        for session in day.sessions
        for question in session.questions
        for each in question.rounds
    ]
    assert len(found) == len(revealed) > 0
    for row, (question, each) in zip(found, revealed, strict=True):
        result = each.result
        assert result is not None
        counts = result.counts
        assert (row["Round"], row["Votes in"], row["Expected"]) == (
            each.number,
            each.votes_in,
            each.expected,
        )
        assert (row["Answers"], row["Don't know"], row["Median"]) == (
            result.answers,
            result.dont_know,
            result.median,
        )
        assert row["Agreement"] == result.agreement.points
        assert row["Tastle–Wierman"] == pytest.approx(agreement.tastle_wierman(counts), abs=1e-6)
        assert row["Van der Eijk"] == pytest.approx(agreement.van_der_eijk(counts), abs=1e-6)
        deviation = agreement.standard_deviation(counts)
        assert row["Standard deviation"] == pytest.approx(deviation, abs=1e-6)
        low, high = agreement.quartiles(counts)
        assert row["Interquartile range"] == high - low
        ways = dict(question.ways) if each is question.rounds[-1] else {}
        names = ("Hands", "Wall", "Phone", "Paper", "For someone")
        shown = {way: row[name] for way, name in zip(Way, names, strict=True)}
        assert {way: n for way, n in shown.items() if n is not None} == ways


def test_sessions_questions_and_actions_say_what_was_agreed(day: Snapshot) -> None:
    found = named(day)
    scores = [None if each.score is None else float(each.score.value) for each in day.sessions]
    assert [row["Score"] for row in rows(found["Sessions"])] == scores
    questions = [question for session in day.sessions for question in session.questions]
    for row, question in zip(rows(found["Questions"]), questions, strict=True):
        outcome = question.outcome
        assert row["Agreed score"] == (outcome.score if outcome else None)
        assert row["Evidence"] == ((outcome.evidence or None) if outcome else None)
        assert row["Lower position"] == ((outcome.low_position or None) if outcome else None)
        assert row["Found out by"] == (outcome.finds_out_by if outcome else None)
        assert row["Rounds"] == len(question.rounds)
    assert [(row["What"], row["Due"], row["Owner"]) for row in rows(found["Actions"])] == [
        (each.what, each.due, each.owner or None) for each in day.actions
    ]
    closing = day.closing
    assert closing is not None
    assert [row["Hands"] for row in rows(found["Worth the time"])] == list(closing.counts)
    said = [text for _, text in closing.words]
    assert [row["Word"] for row in rows(found["Words at the close"])] == said


def test_only_teams_that_may_be_shown_are_apart(day: Snapshot) -> None:
    told = rows(named(day)["Teams by question"])
    least = day.workshop.minimum_group
    for session in day.sessions:
        for question in session.questions:
            here = [row for row in told if row["Key"] == question.key]
            votes = [int(str(row["Answers"])) + int(str(row["Don't know"])) for row in here]
            whole = question.rounds[-1].result if question.rounds else None
            assert sum(votes) == (whole.votes if whole else 0)
            assert all(n >= least for n in votes) or len(votes) == 1
    teams = {row["Team"] for row in told}
    assert "IT" not in teams, "two people are fewer than the smallest group, in an open ballot too"
    assert "The rest" in teams


def test_the_tables_show_no_team_that_the_heat_map_hides(day: Snapshot) -> None:
    told = {(row["Key"], row["Team"]) for row in rows(named(day)["Teams by question"])}
    chart = day_charts(day, WORDS).heat_map
    assert chart is not None
    keys = {question.id: question.key for each in day.sessions for question in each.questions}
    for row in chart.rows:
        for team, cell in zip(chart.teams, row.cells, strict=True):
            assert ((keys[row.question_id], team) in told) is (bool(cell.text) and not cell.hidden)


def test_a_team_that_votes_as_one_is_told_though_it_is_one_vote(day: Snapshot) -> None:
    as_one = replace(day, workshop=replace(day.workshop, voter=Voter.TEAM))
    told = {(row["Key"], row["Team"]) for row in rows(named(as_one)["Teams by question"])}
    assert told == {
        (question.key, team.name or "The rest")
        for session in day.sessions
        for question in session.questions
        for team in question.teams
    }


def test_the_smallest_group_is_explained_as_it_is_counted(day: Snapshot) -> None:
    (said,) = (
        row["Meaning"]
        for row in rows(about(tables(day, WORDS), day, WORDS))
        if row["Column"] == "Smallest group"
    )
    assert "fewer votes (don't know counts as one)" in str(said)
    assert "secret" not in str(said)


def test_no_table_has_a_row_for_a_vote_or_a_seat(day: Snapshot) -> None:
    voted = sum(
        each.votes_in
        for session in day.sessions
        for question in session.questions
        for each in question.rounds
    )
    for each in tables(day, WORDS):
        titles = {column.title for column in each.columns}
        assert not titles & {"Seat", "Voter", "Person", "Receipt", "Cast at"}
        assert len(each.rows) < voted


def test_a_repeat_stands_beside_the_earlier_workshop(again: Snapshot) -> None:
    found = named(again)
    compared = rows(found["Then and now"])
    questions = {
        (session.title, question.key): question
        for session in again.sessions
        for question in session.questions
    }
    assert compared
    for row in compared:
        question = questions[str(row["Session"]), str(row["Key"])]
        earlier, now = question.earlier, question.rounds[-1].result
        assert earlier is not None
        assert now is not None
        assert (row["Median then"], row["Answers then"]) == (
            earlier.result.median,
            earlier.result.answers,
        )
        assert (row["Median now"], row["Agreed score then"]) == (now.median, earlier.score)
    assert [row["What"] for row in rows(found["Actions of last time"])] == [
        each.what for each in again.review
    ]


def test_a_checklist_has_a_table_of_its_own(again: Snapshot) -> None:
    session = again.sessions[0]
    asked = tuple(replace(each, kind="checklist") for each in session.questions)
    changed = replace(again, sessions=(replace(session, questions=asked), *again.sessions[1:]))
    found = rows(named(changed)["Checklists"])
    result = asked[0].rounds[-1].result
    assert result is not None
    votes = [row["Votes"] for row in found if row["Key"] == asked[0].key]
    assert votes == [*result.counts, result.dont_know]


def test_private_notes_and_what_was_dropped_are_in_no_table(again: Snapshot) -> None:
    session, *others = again.sessions
    question = replace(
        session.questions[0],
        notes=(
            NoteFacts("n1", True, "Between us", False, False),
            NoteFacts("n2", False, "Said aloud", False, False),
        ),
    )
    session = replace(session, questions=(question, *session.questions[1:]))
    action = replace(again.actions[0], state="dropped", what="No more of this")
    changed = replace(again, sessions=(session, *others), actions=(action, *again.actions[1:]))
    cells = {cell for each in tables(changed, WORDS) for row in each.rows for cell in row}
    assert "Said aloud" in cells
    assert not cells & {"Between us", "No more of this"}


def test_every_row_of_a_rehearsal_says_so(day: Snapshot) -> None:
    made = tables(in_a_rehearsal(day), WORDS)
    assert {row[0] for each in made for row in each.rows} == {REHEARSAL}
    assert about(made, in_a_rehearsal(day), WORDS).rows[0][-1] == REHEARSAL
    assert REHEARSAL not in {
        cell for each in tables(day, WORDS) for row in each.rows for cell in row
    }


def test_a_day_that_has_not_begun_has_no_empty_tables(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    made = tables(not_begun(tmp_path_factory.mktemp("early")), WORDS)
    assert [each.name for each in made] == ["Workshop", "Sessions", "Questions", "Teams"]
    assert all(each.rows for each in made)


def test_every_column_is_explained(again: Snapshot) -> None:
    made = tables(again, WORDS)
    told = {(row[0], row[1]): row[3] for row in about(made, again, WORDS, "A remark").rows}
    assert all(told[each.name, column.title] for each in made for column in each.columns)
    assert (None, None) in told


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("bell\x07 and \x00nothing\x9f\uffff", "bell and nothing"),
        ("tab\tstays 🎉 שלום", "tab\tstays 🎉 שלום"),
    ],
)
def test_what_no_format_takes_is_left_out_of_a_text(text: str, kept: str) -> None:
    assert clean(text) == kept
