"""Team lists: real clipboards and files of spreadsheets, and every fault by its line."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workshop.new_team import NewTeam
from workshop.team_lists import MOST_CHARACTERS, TeamList, read_team_file, read_teams
from workshop.words import Words

WORDS = Words()


def teams(text: str) -> list[tuple[str, int]]:
    found = read_teams(text)
    assert found.faults == (), faults(found)
    return [(team.name, team.seats) for team in found.teams]


def people(text: str) -> list[tuple[str, tuple[str, ...]]]:
    found = read_teams(text)
    assert found.faults == (), faults(found)
    return [(team.name, team.names) for team in found.teams]


def faults(found: TeamList) -> list[tuple[int, str]]:
    return [(fault.line, fault.sentence(WORDS)) for fault in found.faults]


@pytest.mark.parametrize(
    ("pasted", "read"),
    [
        pytest.param("Nursing", [("Nursing", 0)], id="a name"),
        pytest.param("Nursing 10", [("Nursing", 10)], id="a name and a number"),
        pytest.param("4711", [("4711", 0)], id="a number is a name where nothing else is"),
        pytest.param("Ward 3 12", [("Ward 3", 12)], id="the last number counts people"),
        pytest.param(
            "Ward 1\nWard 2\nWard 3\nOffice 7",
            [("Ward 1", 0), ("Ward 2", 0), ("Ward 3", 0), ("Office", 7)],
            id="numbers that count up belong to the names",
        ),
        pytest.param(
            "Nursing (10)\nDesk: 8\nOffice - 6 people\nLab – 5\nKitchen; 4",
            [("Nursing", 10), ("Desk", 8), ("Office", 6), ("Lab", 5), ("Kitchen", 4)],
            id="as people type them",
        ),
        pytest.param("Room 4 A\nB2", [("Room 4 A", 0), ("B2", 0)], id="letters after numbers"),
        pytest.param(
            "Nursing\t10\r\nFront desk\t8\r\n", [("Nursing", 10), ("Front desk", 8)], id="windows"
        ),
        pytest.param("Nursing\t10\rDesk\t8", [("Nursing", 10), ("Desk", 8)], id="old mac"),
        pytest.param("Nursing\t8,0\nDesk\t10.00", [("Nursing", 8), ("Desk", 10)], id="decimals"),
        pytest.param("Nursing\t8 people\nDesk\t٩", [("Nursing", 8), ("Desk", 9)], id="words"),
        pytest.param("Nursing\t\nDesk\t8\n\t\n", [("Nursing", 0), ("Desk", 8)], id="empty cells"),
        pytest.param("\t\tNursing\t\t10\t\n\t\tDesk\t\t8", [("Nursing", 10), ("Desk", 8)],
                     id="empty columns"),
        pytest.param("10\tNursing\n8\tDesk", [("Nursing", 10), ("Desk", 8)], id="number first"),
        pytest.param("1\tNursing\t9\n2\tDesk\t8", [("Nursing", 9), ("Desk", 8)], id="numbered"),
        pytest.param("1.\tNursing\n2.\tDesk", [("Nursing", 0), ("Desk", 0)], id="numbered names"),
        pytest.param('"Nurs\r\ning"\t10\r\n"Desk ""A"""\t8', [("Nurs ing", 10), ('Desk "A"', 8)],
                     id="quotes with line ends inside"),
        pytest.param('"A" team\t3\nThe "B" team\t4', [('"A" team', 3), ('The "B" team', 4)],
                     id="quotes that are the name's own"),
        pytest.param("\ufeffTeam;People\r\nNursing;10\r\nDesk;8\r\n",
                     [("Nursing", 10), ("Desk", 8)], id="semicolons, a mark and a head"),
        pytest.param('Name,Seats\n"Nursing, nights",10', [("Nursing, nights", 10)], id="commas"),
        pytest.param("Nursing, nights 10\nDesk 8", [("Nursing, nights", 10), ("Desk", 8)],
                     id="commas in names"),
        pytest.param("Front desk, 8\nNursing", [("Front desk", 8), ("Nursing", 0)],
                     id="commas before numbers"),
        pytest.param("Teams\nNursing\nDesk 8", [("Nursing", 0), ("Desk", 8)], id="a head alone"),
        pytest.param("\u200fצוות הקבלה\u200f\t7\n\u202bسكرتارية\u202c\t٣",
                     [("צוות הקבלה", 7), ("سكرتارية", 3)], id="right to left"),
        pytest.param("صبح 6", [("صبح", 6)], id="right to left in one cell"),
        pytest.param("می\u200cخواهم\t2", [("می\u200cخواهم", 2)], id="joiners inside stay"),
        pytest.param("A\u2028B\t2", [("A B", 2)], id="a line separator is a space"),
    ],
)  # fmt: skip
def test_what_was_copied_is_read(pasted: str, read: list[tuple[str, int]]) -> None:
    assert teams(pasted) == read


@pytest.mark.parametrize(
    ("pasted", "read"),
    [
        pytest.param(
            "Name\tTeam\r\nAnn\tNursing\r\nBen\tDesk\r\nCy\tNursing",
            [("Nursing", ("Ann", "Cy")), ("Desk", ("Ben",))], id="with a head",
        ),
        pytest.param(
            "Ann\tNursing\nBen\tDesk\nCy\tNursing",
            [("Nursing", ("Ann", "Cy")), ("Desk", ("Ben",))], id="the column that repeats",
        ),
        pytest.param(
            "Team;First name;Last name\nDesk;Zoë;Ax\nDesk;;Bo\nDesk;;",
            [("Desk", ("Zoë Ax", "Bo", ""))], id="two parts of a name",
        ),
        pytest.param(
            "Department,Employee,Phone,People\nLab,Ann,+48 22,9\nlab,Ben,+48 23,9",
            [("Lab", ("Ann", "Ben"))], id="other columns beside",
        ),
        pytest.param(
            "Team\tName\nDesk\tAnn\nLab\tAnn", [("Desk", ("Ann",)), ("Lab", ("Ann",))],
            id="one name in two teams",
        ),
    ],
)  # fmt: skip
def test_a_person_a_line_is_put_into_their_team(
    pasted: str, read: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert people(pasted) == read


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        ("  \n\t\n", [(0, "There is no team in this list. Write one in each line, with how many "
                          "people it has.")]),
        ("Team\tPeople", [(0, "There is no team in this list. Write one in each line, with how "
                              "many people it has.")]),
        ("A\teight\nB\t7\nC\t3", [(1, "“eight” is no number of people. Write it in digits, such as "
                                      "8.")]),
        ("A\t8,5\nB\t-3\nC\t3\nD\t4", [
            (1, "“8,5” is no number of people. Write it in digits, such as 8."),
            (2, "“-3” is no number of people. Write it in digits, such as 8."),
        ]),
        ("A\t1 000\nB\t7", [(1, "1000 people are more than one team can have (500). Write a lower "
                                "number.")]),
        ("A 5\n\nb 4\nB 3", [(4, "“B” is there twice, first in line 3. Give one of them another "
                                 "name.")]),
        ("\t10\nB\t7", [(1, "There is a number of people, and no team. Write the team’s name "
                            "before it.")]),
        ("Team\tName\nA\tAnn\n\tBen\nA\tann", [
            (3, "“Ben” has no team. Write it in the column of the teams."),
            (4, "“ann” is in A twice, first in line 2. Take one away, or tell them apart."),
        ]),
        ("x" * 61, [(1, "“" + "x" * 39 + "…” has 61 characters; 60 fit. Make it shorter.")]),
        ("Ann\tNursing\nBen\tDesk", [(1, "It is not clear which column holds the teams. Write "
                                         "“team” above it, and “people” or “name” above the "
                                         "other.")]),
        ("\n\nA\tx\ty\nB\tv\tw", [(3, "There are 3 columns, and none is called “team”. Write "
                                     "“team” above the one with the teams.")]),
        ("Team\tName\tFull name\nA\tB\tC", [(1, "“Name” and “Full name” stand above columns of the "
                                               "same kind. Take one of them away.")]),
        ('A\t"one\ttwo\nB\t2', [(1, "A quotation mark is not closed. Close it, or take it out.")]),
        ("A\nB\x00", [(2, "There are signs here that no text has. Save the list as a CSV file "
                          "first.")]),
    ],
)  # fmt: skip
def test_faults_are_told_by_their_lines_and_nothing_is_half_taken(
    pasted: str, said: list[tuple[int, str]]
) -> None:
    found = read_teams(pasted)
    assert faults(found) == said
    assert found.teams == ()


def test_thirty_columns_with_a_head_are_read_and_without_one_are_told() -> None:
    head = "\t".join(["Team", "People", *(f"Q{n}" for n in range(28))])
    row = "\t".join(["Nursing", "10", *("x" for _ in range(28))])
    assert teams(f"{head}\r\n{row}") == [("Nursing", 10)]
    other = row.replace("Nursing", "Desk")
    ((line, sentence),) = faults(read_teams(f"{row}\n{other}"))
    assert (line, sentence[:23]) == (1, "There are 30 columns, a")


def test_a_thousand_lines_are_read_or_refused_as_a_whole() -> None:
    rows = [f"Person {n}\tTeam {n % 25}" for n in range(500)]
    assert sum(len(names) for _, names in people("Name\tTeam\n" + "\n".join(rows))) == 500
    rows += [f"Person {n}\tTeam {n % 25}" for n in range(500, 1000)]
    found = read_teams("Name\tTeam\n" + "\n".join(rows))
    said = "The list has 1000 people; Flipchart can take 500. Make the teams smaller."
    assert faults(found) == [(0, said)]
    found = read_teams("\n".join(f"Team no. {n * 7}\t1" for n in range(1000)))
    assert [fault.line for fault in found.faults] == [0, 0]
    found = read_teams("\n".join("Nursing\tlots" for _ in range(1000)) + "\nA\t1\n" * 2000)
    assert len(found.faults) == 201


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_files_are_read_in_the_encodings_that_spreadsheets_write(encoding: str) -> None:
    content = "Team;People\r\nKüche;4\r\nצוות;5\r\n".encode(encoding)
    assert read_team_file(content).teams == (NewTeam("Küche", 4), NewTeam("צוות", 5))


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        ("Team;People\nKüche;4".encode("latin-1"), 2, "This is no text in UTF-8."),
        (b"\xff\xfeA", 0, "This is no text in UTF-8."),
        (b"PK\x03\x04" + bytes(40), 1, "There are signs here that no text has."),
        (b"", 0, "There is no team in this list."),
        (b"a" * (2 * MOST_CHARACTERS + 1), 0, "This is far more than a list of teams."),
        (b"a" * (MOST_CHARACTERS + 1), 0, "This is far more than a list of teams."),
    ],
)
def test_files_that_are_no_lists_are_told_in_a_sentence(
    content: bytes, line: int, said: str
) -> None:
    ((at, sentence),) = faults(read_team_file(content))
    assert at == line
    assert sentence.startswith(said)


@pytest.mark.parametrize(
    ("pasted", "read", "left_out"),
    [
        pytest.param(
            "Nurses\t6\nDoctors\t4\nTotal\t10", [("Nurses", 6), ("Doctors", 4)], "Total 10",
            id="total",
        ),
        pytest.param(
            "Team\tPeople\nNurses\t6\nDoctors\t4\n\t10", [("Nurses", 6), ("Doctors", 4)], "10",
            id="a sum without a name",
        ),
        pytest.param(
            "Nurses;6\nDoctors;4\nGESAMT:;=SUM(B1:B2)", [("Nurses", 6), ("Doctors", 4)],
            "GESAMT: =SUM(B1:B2)", id="a name that says so, whatever its number",
        ),
        pytest.param("Nurses\nSumme", [("Nurses", 0)], "Summe", id="a name alone"),
    ],
)  # fmt: skip
def test_a_last_row_that_sums_up_the_others_is_left_out_and_named(
    pasted: str, read: list[tuple[str, int]], left_out: str
) -> None:
    assert teams(pasted) == read
    (note,) = read_teams(pasted).notes
    assert note.sentence(WORDS) == (
        f"Line {pasted.count(chr(10)) + 1}, “{left_out}”, was left out: it is the sum of the lines "
        "above. If it is a team, add it below."
    )


def test_a_sum_with_a_name_of_its_own_is_a_team_and_worth_a_word() -> None:
    pasted = "Nurses 2\nDoctors 3\nDesk 5"
    assert teams(pasted) == [("Nurses", 2), ("Doctors", 3), ("Desk", 5)]
    (note,) = read_teams(pasted).notes
    assert note.sentence(WORDS) == (
        "Line 3, “Desk 5”, is the sum of the lines above. If it is no team, take it away."
    )


def test_the_number_of_a_list_of_people_is_no_person() -> None:
    text = "Name\tTeam\nAda\tNursing\nGrace\tDesk\nTotal\t2"
    assert people(text) == [("Nursing", ("Ada",)), ("Desk", ("Grace",))]
    assert len(read_teams(text).notes) == 1


@pytest.mark.parametrize(
    "pasted",
    ["Total 10", "Nurses 6\nDoctors 6", "Total 3\nNurses 4\nDoctors 5", "A\nB 5\nC 5", "A\nB\nC"],
)
def test_a_row_that_sums_up_nothing_is_a_team(pasted: str) -> None:
    found = read_teams(pasted)
    assert len(found.teams) == pasted.count("\n") + 1
    assert found.notes == ()


NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), min_size=1,
    max_size=20,
).map(lambda name: " ".join(unicodedata.normalize("NFC", name).split())).filter(
    lambda name: bool(name) and name == " ".join(unicodedata.normalize("NFC", name).split())
)  # fmt: skip
LISTS = st.lists(
    st.tuples(NAMES, st.integers(0, 20)),
    min_size=1,
    max_size=8,
    unique_by=lambda team: team[0].casefold(),
)


def written(rows: Sequence[tuple[str, ...]], delimiter: str, end: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)
    return out.getvalue()


@given(LISTS, st.sampled_from("\t;,"), st.sampled_from(["\n", "\r\n", "\r"]))
def test_what_a_spreadsheet_writes_is_what_is_read(
    listed: list[tuple[str, int]], delimiter: str, end: str
) -> None:
    *above, (_, last) = listed
    assume(sum(n for _, n in above) != last)  # which may be the sum of the others
    rows = [("Team", "People"), *((name, str(n)) for name, n in listed)]
    found = read_teams(written(rows, delimiter, end))
    assert found == TeamList(tuple(NewTeam(name, n) for name, n in listed))


@given(LISTS, st.data())
def test_people_by_name_are_read_in_the_order_they_are_written(
    listed: list[tuple[str, int]], data: st.DataObject
) -> None:
    rows = [(f"Person {team}.{n}", name) for team, (name, k) in enumerate(listed) for n in range(k)]
    shuffled = data.draw(st.permutations(rows))
    expected: dict[str, list[str]] = {}
    for person, team in shuffled:
        expected.setdefault(team, []).append(person)
    found = read_teams(written([("Person", "Team"), *shuffled], "\t", "\r\n"))
    if rows:
        assert {team.name: list(team.names) for team in found.teams} == expected
    else:
        assert [fault.line for fault in found.faults] == [0]


@given(st.text(max_size=200) | st.text(alphabet='ab1,;\t\n\r" ', max_size=60))
def test_any_text_is_read_or_told_what_is_wrong_with_it(text: str) -> None:
    found = read_teams(text)
    assert bool(found.teams) != bool(found.faults)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert all(0 <= fault.line <= lines and fault.sentence(WORDS) for fault in found.faults)
    names = [team.name for team in found.teams]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(name == " ".join(name.split()) and 0 < len(name) <= 60 for name in names)
