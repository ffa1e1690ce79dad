"""A file of ballots: whatever is wrong is told by its line, and what is right comes out whole."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.kinds import Role, Way
from workshop.paper import (
    COLUMNS,
    MOST_BYTES,
    MOST_FAULTS,
    PaperFile,
    PaperQuestion,
    PaperRoom,
    PaperSeat,
    PaperTeam,
    PaperVote,
    read_ballots,
)
from workshop.words import Words

WORDS = Words("en")


def team(id: str, name: str, seats: int) -> PaperTeam:
    return PaperTeam(id, name, tuple(PaperSeat(f"{id}{n}", None, n) for n in range(1, seats + 1)))


def question(number: int, short: str, **fields: object) -> PaperQuestion:
    spare = {"d": 3, "n": 10, "": 13}
    made = PaperQuestion(
        f"q{number}", f"key-{number}", short, number, True, 5, True, f"r{number}", spare=spare
    )
    return replace(made, **fields)  # type: ignore[arg-type] # the tests name their fields


DESK, NURSING = team("d", "Front desk", 3), team("n", "Nursing", 10)
RELIABILITY, RECOVERY = question(1, "Reliability"), question(3, "Recovery")
ROOM = PaperRoom((RELIABILITY, RECOVERY), (DESK, NURSING))
HEAD = "question,team,seat,answer\n"


def read(text: str, room: PaperRoom = ROOM) -> PaperFile:
    return read_ballots((HEAD + text).encode(), room)


def said(read: PaperFile) -> list[tuple[int, str, str]]:
    """Line, cause and how to mend it, of every fault."""
    return [(each.line, each.cause(WORDS), each.how_to_mend(WORDS)) for each in read.faults]


def room_with(*questions: PaperQuestion, teams: tuple[PaperTeam, ...] = ROOM.teams) -> PaperRoom:
    return PaperRoom(questions, teams)


# --- What is right ------------------------------------------------------------------------------


def test_a_question_is_named_by_its_short_name_its_key_or_its_number() -> None:
    made = read("recovery,Nursing,,4\nkey-3,Nursing,,4\n3,Nursing,,4\n03, NURSING ,,4\n")
    assert [vote.round_id for vote in made.votes] == ["r3"] * 4
    assert made.tallies() == {("r3", "n"): Counter({4: 4})}


def test_a_seat_is_named_by_its_number_or_its_name() -> None:
    named = replace(NURSING, seats=(PaperSeat("ada", "Ada  Lovelace", 1), *NURSING.seats[1:]))
    room = room_with(RECOVERY, teams=(DESK, named))
    made = read("3,Nursing,ada lovelace,5\n3,Nursing,2,0\n3,Nursing,Seat 3,1\n", room)
    assert [vote.seat_id for vote in made.votes] == ["ada", "n2", "n3"]
    assert made.tallies() == {}


def test_a_ballot_without_a_team_counts_for_the_whole_room() -> None:
    assert read("3,,,2\n").votes == (PaperVote(2, "r3", "", None, 2),)


def test_an_empty_answer_is_no_vote_and_empty_lines_are_passed_over() -> None:
    made = read("\n3,Nursing,,\n,,,\n3,Nursing,,1\n")
    assert [(vote.line, vote.answer) for vote in made.votes] == [(5, 1)]


def test_an_unopened_question_without_answers_is_no_fault() -> None:
    room = room_with(RECOVERY, question(4, "Fairness", round_id=None))
    assert read("Recovery,Nursing,,3\nFairness,Nursing,,\n", room).faults == ()


def test_the_seat_column_may_be_missing_and_the_order_is_free() -> None:
    made = read_ballots(b"answer;Team;QUESTION\r\n4;Nursing;3\r\n", ROOM)
    assert made.votes == (PaperVote(2, "r3", "n", None, 4),)


def test_empty_columns_that_a_spreadsheet_adds_are_passed_over() -> None:
    made = read_ballots(b"question;team;seat;answer;;\n3;Nursing;;4;;\n", ROOM)
    assert made.votes == (PaperVote(2, "r3", "n", None, 4),)


def test_a_team_whose_name_has_a_comma_stands_in_quotation_marks() -> None:
    room = room_with(RECOVERY, teams=(team("n", 'Nursing, "A"', 2),))
    made = read('3,"Nursing, ""A""",,4\n', room)
    assert made.faults == ()
    assert made.votes[0].group == "n"


def test_paper_of_the_same_seat_read_again_replaces_itself() -> None:
    room = room_with(replace(RECOVERY, voted={"n4": Way.PAPER}, spare={"n": 0, "": 0}))
    assert read("3,Nursing,4,2\n", room).votes[0].seat_id == "n4"


ballots = st.lists(
    st.tuples(
        st.sampled_from(["Reliability", "key-1", "3", "Recovery"]),
        st.sampled_from(["Front desk", "Nursing", ""]),
        st.integers(0, 5),
    ),
    max_size=40,
)


@given(
    rows=ballots,
    order=st.permutations(COLUMNS),
    delimiter=st.sampled_from(",;"),
    ends=st.sampled_from(["\n", "\r\n"]),
    mark=st.booleans(),
    quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_whatever_a_spreadsheet_writes_comes_back_and_adds_up(
    rows: list[tuple[str, str, int]],
    order: list[str],
    delimiter: str,
    ends: str,
    mark: bool,
    quoting: int,
) -> None:
    out = io.StringIO()
    writer = csv.DictWriter(
        out,
        order,
        delimiter=delimiter,
        lineterminator=ends,
        quoting=quoting,  # type: ignore[arg-type] # the stub wants a literal
    )
    writer.writeheader()
    for short, group, answer in rows:
        writer.writerow({"question": short, "team": group, "seat": "", "answer": answer})
    plenty = {"d": 99, "n": 99, "": 99}
    room = room_with(replace(RELIABILITY, spare=plenty), replace(RECOVERY, spare=plenty))
    made = read_ballots((b"\xef\xbb\xbf" if mark else b"") + out.getvalue().encode(), room)
    rounds = {"Reliability": "r1", "key-1": "r1", "3": "r3", "Recovery": "r3"}
    groups = {"Front desk": "d", "Nursing": "n", "": ""}
    expected: dict[tuple[str, str], Counter[int]] = {}
    for short, group, answer in rows:
        expected.setdefault((rounds[short], groups[group]), Counter())[answer] += 1
    assert made.tallies() == expected
    assert len(made.votes) == len(rows)
    assert [fault.line for fault in made.faults] == ([] if rows else [0])


@given(rows=ballots)
def test_no_more_ballots_are_taken_than_there_are_seats(rows: list[tuple[str, str, int]]) -> None:
    text = "".join(f"{short},{group},,{answer}\n" for short, group, answer in rows)
    made = read(text)
    counts: dict[str, Counter[str]] = {"r1": Counter(), "r3": Counter()}
    for short, group, _ in rows:
        counts["r1" if short in ("Reliability", "key-1") else "r3"][group] += 1
    fits = all(
        each["Front desk"] <= 3 and each["Nursing"] <= 10 and each.total() <= 13
        for each in counts.values()
    )
    assert (len(made.votes) == len(rows)) == (fits or not rows)
    if not fits:
        assert made.votes == ()


# --- What is wrong ------------------------------------------------------------------------------


def test_the_faults_of_the_picture_are_told_line_by_line() -> None:
    room = room_with(replace(RECOVERY, voted={"n4": Way.PHONE}))
    made = read("3,Nursin,,4\n3,Nursing,,6\n3,Nursing,4,2\n", room)
    assert said(made) == [
        (2, "“Nursin” is no team of this workshop.", "Write Nursing or Front desk."),
        (3, "Answer 6 is off the scale.", "The scale has 1 to 5, and 0 for “don’t know”."),
        (
            4,
            "Seat 4 of Nursing has already voted on “Recovery” by phone.",
            "Take this line out. The seat can still change its vote by phone.",
        ),
    ]
    assert made.votes == ()


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("Recovry,Nursing,,4", "“Recovry” is no question of this session."),
        (",Nursing,,4", "No question is named."),
        ("9,Nursing,,4", "“9” is no question of this session."),
        ("3,Nursing,,four", "“four” is no answer."),
        ("3,Nursing,,-1", "“-1” is no answer."),
        ("3,Nursing,,٣", "“٣” is no answer."),
        (f"3,Nursing,,{'9' * 5000}", f"“{'9' * 39}…” is no answer."),
        ("3,,4,2", "Seat 4 is named without a team."),
        ("3,Nursing,11,2", "Nursing has no seat “11”."),
        ("3,Nursing,Bob,2", "Nursing has no seat “Bob”."),
        ("3,Nursing,,2,5", "This line has 5 parts, and the first line names 4."),
        ('3,"Nursing,,2', "A quotation mark in this line is not closed, or text follows it."),
    ],
)
def test_each_fault_has_its_own_sentence(line: str, cause: str) -> None:
    made = read(f"1,Nursing,,1\n{line}\n")
    assert [(number, text) for number, text, _ in said(made)] == [(3, cause)]
    assert made.votes == ()


def test_all_faults_of_one_line_are_told() -> None:
    made = read("Recovry,Nursin,,4\n")
    assert [fault.line for fault in made.faults] == [2, 2]


def test_the_nearest_names_are_offered_first() -> None:
    ((_, _, mend),) = said(read("Recovry,Nursing,,4\n"))
    assert mend == "Write Recovery or Reliability, or the number of the question in the session."


def test_a_question_whose_vote_is_not_open_says_so() -> None:
    room = room_with(
        RECOVERY,
        question(4, "Fairness", round_id=None),
        question(1, "Reliability", round_id=None, over=True),
    )
    made = read("4,Nursing,,2\n1,Nursing,,2\n", room)
    assert said(made) == [
        (
            2,
            "The vote on “Fairness” is not open yet.",
            "Keep this line for later, and read it once that vote is open.",
        ),
        (
            3,
            "The vote on “Reliability” is closed.",
            "Take this line out, or open that vote again.",
        ),
    ]


def test_a_seat_has_one_ballot_a_question() -> None:
    made = read("3,Nursing,4,2\n1,Nursing,4,2\n3,Nursing,4,5\n")
    assert said(made) == [
        (
            4,
            "Seat 4 of Nursing has answered “Recovery” in line 2 already.",
            "Keep one of the two lines.",
        )
    ]


def test_more_paper_than_seats_is_told_at_the_line_that_is_too_many() -> None:
    made = read("3,Front desk,1,2\n" + "3,Front desk,,4\n" * 3)
    assert [(line, cause) for line, cause, _ in said(made)] == [
        (5, "Front desk has no seat still out for this ballot on “Recovery”.")
    ]


def test_seats_that_do_not_vote_have_no_ballot() -> None:
    seats = (PaperSeat("a", None, 1, present=False), PaperSeat("b", None, 2, role=Role.OBSERVER))
    made = read(
        "3,Nursing,1,2\n3,Nursing,2,2\n",
        room_with(RECOVERY, teams=(replace(NURSING, seats=seats),)),
    )
    assert [cause for _, cause, _ in said(made)] == [
        "Seat 1 of Nursing is not present.",
        "Seat 2 of Nursing observes and does not vote.",
    ]


def test_two_seats_of_one_name_need_the_number() -> None:
    seats = (PaperSeat("a", "Kim", 1), PaperSeat("b", "Kim", 2))
    room = room_with(RECOVERY, teams=(replace(NURSING, seats=seats),))
    assert [cause for _, cause, _ in said(read("3,Nursing,Kim,2\n", room))] == [
        "Nursing has two seats called “Kim”."
    ]
    assert read("3,Nursing,2,2\n", room).votes[0].seat_id == "b"


def test_in_a_secret_round_a_seat_that_voted_is_not_told_how() -> None:
    room = room_with(replace(RECOVERY, secret=True, voted={"n4": None}))
    assert [cause for _, cause, _ in said(read("3,Nursing,4,2\n", room))] == [
        "Seat 4 of Nursing has already voted on “Recovery”."
    ]


def test_zero_is_refused_where_there_is_no_dont_know() -> None:
    room = room_with(replace(RECOVERY, dont_know=False))
    assert said(read("3,Nursing,,0\n3,Nursing,,6\n", room)) == [
        (2, "“Recovery” has no “don’t know”.", "Write 1 to 5, or leave the answer empty."),
        (3, "Answer 6 is off the scale.", "The scale has 1 to 5."),
    ]


@pytest.mark.parametrize(
    ("content", "line", "cause"),
    [
        (b"", 0, "This file is empty."),
        (b"\xef\xbb\xbf\r\n \r\n", 0, "This file is empty."),
        (HEAD.encode(), 0, "There is no answer in this file."),
        (HEAD.encode() + b"3,Pfl\xfcge,,4\n", 2, "This is no text in UTF-8."),
        (HEAD.encode("utf-16"), 1, "This is no text in UTF-8."),
        (b"PK\x03\x04\x00\x00", 1, "There are signs in this line that no text has."),
        (b"3,4\n\x00", 2, "There are signs in this line that no text has."),
        (b"x" * 10_000_000, 0, "This file is larger than 1 MB, which no file of ballots is."),
        (b"question,team\n", 1, "The column “answer” is missing."),
        (b"question,team,answer,team\n", 1, "The column “team” is there twice."),
    ],
)
def test_a_file_that_is_none_of_ballots_gets_one_clear_sentence(
    content: bytes, line: int, cause: str
) -> None:
    assert [(number, text) for number, text, _ in said(read_ballots(content, ROOM))] == [
        (line, cause)
    ]


def test_a_misspelt_column_is_offered_the_right_name() -> None:
    made = read_ballots(b"queston,team,answer\n3,Nursing,4\n", ROOM)
    assert said(made)[0] == (
        1,
        "“queston” is no column of a file of ballots.",
        "Write question, seat or team, or take the column out.",
    )


def test_a_file_of_nothing_but_faults_is_told_up_to_a_limit() -> None:
    made = read("?,?,?,?\n" * 5000)
    assert len(made.faults) == MOST_FAULTS + 1
    assert said(made)[-1][1] == "There are more faults from here on."


def test_hidden_marks_in_a_name_do_not_reach_the_sentence() -> None:
    ((_, cause, _),) = said(read("3,\u202eNurs\u2066in,,4\n"))
    assert cause == "“Nursin” is no team of this workshop."


@given(st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_no_bytes_whatever_are_half_taken_in(content: bytes) -> None:
    made = read_ballots(HEAD.encode() + content, ROOM)
    assert bool(made.votes) is not bool(made.faults)
    for fault in made.faults:
        assert fault.cause(WORDS)
        assert fault.how_to_mend(WORDS)


def test_the_largest_file_is_read_whole() -> None:
    line = b"3,Nursing,,\n"
    filled = HEAD.encode() + line * ((MOST_BYTES - len(HEAD) - 20) // len(line))
    assert read_ballots(filled + b"3,Nursing,,4\n", ROOM).tallies() == {
        ("r3", "n"): Counter({4: 1})
    }
