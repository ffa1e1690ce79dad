"""The ballot sheet, read back with a PDF reader that is not our own."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import ContentStream

from exports.pdf import ballot_sheet
from exports.writing import Written
from frameworks.theme import Theme
from tests.exports.pdf.ink import Ink, ink_of, outside, overlapping
from tests.exports.pdf.sample import WORKSHOP, session, snapshot
from workshop.kinds import Voter
from workshop.snapshot import Snapshot, SnapshotQuestion, SnapshotTeam
from workshop.words import Words

WORDS = Words("en")
A4 = (595.28, 841.89)
LABELS = ("Hardly ever", "Now and then", "Half the time", "Mostly", "Every time")
CIRCLE, BOX = 30.0, 16.5
ASKED = (
    ("Reliability", "Do we keep the promises we make, the first time?"),
    ("Surprise", "How often does a patient get something better than expected?"),
    ("Recovery", "When we let a patient down, do we own it, put it right and follow up?"),
    ("Fairness", "Is our care the same for everyone, however they reach us?"),
    ("Waiting", "Do we respect people’s time?"),
)


def asked(number: int, **fields: object) -> SnapshotQuestion:
    """Question `number` of the sample, from 0 round and round, with `fields` replaced."""
    short, text = ASKED[number % len(ASKED)]
    made = SnapshotQuestion(f"q{number}", f"k{number}", short, text, LABELS, (), None, None, (), ())
    return replace(made, **fields)  # type: ignore[arg-type] # the tests name their fields


def day(*questions: SnapshotQuestion, **fields: object) -> Snapshot:
    """A day of one session with these questions."""
    strategy = session("Strategy", Theme.STRATEGY, None, questions=questions)
    return snapshot(0, sessions=(strategy,), **fields)


def printed(made: Snapshot, folder: Path, words: Words = WORDS) -> tuple[Written, PdfReader]:
    written = ballot_sheet.write(made, words, folder / "ballots.pdf")
    return written, PdfReader(written.path)


def flat(page: Any) -> str:
    return " ".join(page.extract_text().split())


def unclean(path: Path) -> tuple[list[Ink], list[tuple[Ink, Ink]]]:
    inks = ink_of(path)
    return outside(inks, *A4), overlapping(inks)


def rounded(page: Any) -> list[tuple[float, float, float, float]]:
    """The boxes with round corners of a page, as (left, bottom, right, top)."""
    found, path = [], []
    for operands, operator in ContentStream(page.get_contents(), None).operations:
        if operator in (b"m", b"l", b"c"):
            numbers = [float(each) for each in operands]
            path += list(zip(numbers[::2], numbers[1::2], strict=True))
        elif operator in (b"S", b"f", b"B", b"n", b"s"):
            if len(path) > 8:
                across, upright = zip(*path, strict=True)
                found.append((min(across), min(upright), max(across), max(upright)))
            path = []
    return found


def of_size(page: Any, size: float) -> list[tuple[float, float, float, float]]:
    return [box for box in rounded(page) if abs(box[2] - box[0] - size) < 0.01]


def test_a_sheet_asks_every_question_on_its_scale(tmp_path: Path) -> None:
    _, reader = printed(day(*map(asked, range(5))), tmp_path)
    (page,) = reader.pages
    text = flat(page)
    assert "Harbour Street Clinic, Service review, autumn Ballot sheet Strategy" in text
    assert "Fill one circle in each row. No name." in text
    assert "My team Front desk Nursing Back office" in text
    for number, (short, question) in enumerate(ASKED, 1):
        assert f"{number} {short} {question} 1 2 3 4 5" in text
    assert "Fold it once and put it in the box." in text
    assert "Ballot, one for each person" in text


def test_circles_are_30_points_wide_and_dont_know_is_square_and_apart(tmp_path: Path) -> None:
    _, reader = printed(day(*map(asked, range(5))), tmp_path)
    boxes = of_size(reader.pages[0], CIRCLE)
    rows = sorted({round(box[1], 2) for box in boxes}, reverse=True)
    assert len(rows) == 5
    for bottom in rows:
        row = sorted(box for box in boxes if round(box[1], 2) == bottom)
        gaps = [after[0] - before[2] for before, after in pairwise(row)]
        assert len(row) == 6
        assert gaps[-1] > 2 * max(gaps[:-1])
    assert len(of_size(reader.pages[0], BOX)) == 3


def test_there_is_one_page_a_session_with_an_entry_in_the_outline(tmp_path: Path) -> None:
    sessions = tuple(
        session(theme.value.capitalize(), theme, None, questions=(asked(0), asked(1)))
        for theme in Theme
    )
    _, reader = printed(snapshot(0, sessions=sessions), tmp_path)
    assert len(reader.pages) == 5
    assert [entry["/Title"] for entry in reader.outline] == [each.title for each in sessions]  # type: ignore[call-overload] # a flat outline


def test_what_does_not_fit_goes_on_under_the_same_head(tmp_path: Path) -> None:
    written, reader = printed(day(*map(asked, range(12))), tmp_path)
    texts = [flat(page) for page in reader.pages]
    assert len(texts) == 2
    for number, text in enumerate(texts, 1):
        assert f"Ballot sheet, page {number} of 2 Strategy" in text
        assert "My team Front desk Nursing Back office" in text
        assert "Half the time" in text
    assert ["Fold it once" in text for text in texts] == [False, True]
    assert [
        f"{number} {asked(number - 1).short}" in " ".join(texts) for number in range(1, 13)
    ] == [True] * 12
    assert unclean(written.path) == ([], [])


@pytest.mark.parametrize("steps", range(2, 11))
def test_scales_of_2_to_10_have_a_circle_a_step(steps: int, tmp_path: Path) -> None:
    labels = tuple(f"A label of its own {step}"[:28] for step in range(1, steps + 1))
    made = day(*(asked(n, scale_labels=labels) for n in range(3)))
    written, reader = printed(made, tmp_path)
    boxes = of_size(reader.pages[0], CIRCLE)
    assert len(boxes) == 3 * (steps + 1)
    for one, other in ((a, b) for a in boxes for b in boxes if a < b):
        assert one[2] + 3 < other[0] or one[3] + 3 < other[1] or other[3] + 3 < one[1]
    assert " ".join(map(str, range(1, steps + 1))) in flat(reader.pages[0])
    assert all(box[0] >= 50 and box[2] <= A4[0] - 50 for box in boxes)
    assert unclean(written.path) == ([], [])


def test_another_scale_gets_labels_of_its_own_and_no_square_without_dont_know(
    tmp_path: Path,
) -> None:
    yes = asked(1, scale_labels=("No", "Partly", "Yes"), dont_know=False)
    written, reader = printed(day(asked(0), yes, asked(2)), tmp_path)
    text = flat(reader.pages[0])
    assert "No Partly Yes" in text
    assert text.count("Half the time") == 2
    assert text.count("Don’t know") == 2
    assert len(of_size(reader.pages[0], CIRCLE)) == 6 + 3 + 6
    assert unclean(written.path) == ([], [])


def test_neither_name_nor_number_nor_vote_of_anyone_is_on_it(tmp_path: Path) -> None:
    _, reader = printed(day(asked(0)), tmp_path)
    text = flat(reader.pages[0])
    assert "No name" in text
    assert "Name" not in text.replace("No name", "")
    assert "P-0" not in text


def test_one_team_needs_no_boxes_and_many_take_rows(tmp_path: Path) -> None:
    alone = day(asked(0), teams=(SnapshotTeam("Everyone", 9),))
    _, reader = printed(alone, tmp_path)
    assert "My team" not in flat(reader.pages[0])
    names = [f"Team of the {number}th floor" for number in range(1, 25)]
    many = day(asked(0), asked(1), teams=tuple(SnapshotTeam(name, 3) for name in names))
    written, reader = printed(many, tmp_path)
    assert all(name in flat(reader.pages[0]) for name in names)
    assert len(of_size(reader.pages[0], BOX)) == 24
    assert unclean(written.path) == ([], [])


def test_of_so_many_teams_that_no_question_had_room_each_writes_its_own_name(
    tmp_path: Path,
) -> None:
    teams = tuple(SnapshotTeam(f"Team of the {number}th floor", 3) for number in range(1, 61))
    written, reader = printed(day(asked(0), asked(1), teams=teams), tmp_path)
    (page,) = reader.pages
    assert "My team" in flat(page)
    assert "floor" not in flat(page)
    assert of_size(page, BOX) == []
    assert unclean(written.path) == ([], [])


def test_skipped_questions_and_sessions_left_out_are_not_asked(tmp_path: Path) -> None:
    kept = session("Vision", Theme.VISION, None, questions=(asked(0, skipped=True), asked(1)))
    out = replace(session("People", Theme.PEOPLE, None, questions=(asked(2),)), left_out=True)
    empty = session("Structure", Theme.STRUCTURE, None, questions=(asked(3, skipped=True),))
    _, reader = printed(snapshot(0, sessions=(kept, out, empty)), tmp_path)
    (page,) = reader.pages
    assert "2 Surprise" in flat(page), "it keeps the number it has on the wall"
    assert "Reliability" not in flat(page)


def test_a_workshop_without_questions_says_so(tmp_path: Path) -> None:
    _, reader = printed(snapshot(0), tmp_path)
    assert "This workshop has no question to vote on." in flat(reader.pages[0])


def test_a_rehearsal_is_marked_on_every_page(tmp_path: Path) -> None:
    made = day(*map(asked, range(12)), workshop=replace(WORKSHOP, rehearsal=True))
    written, reader = printed(made, tmp_path)
    assert all("Rehearsal: nothing here is real" in flat(page) for page in reader.pages)
    assert unclean(written.path) == ([], [])


def test_teams_that_vote_as_one_get_one_sheet_each(tmp_path: Path) -> None:
    made = day(asked(0), workshop=replace(WORKSHOP, voter=Voter.TEAM))
    _, reader = printed(made, tmp_path)
    assert "Ballot, one for each team" in flat(reader.pages[0])


def test_fonts_are_embedded_and_title_and_language_are_said(tmp_path: Path) -> None:
    _, reader = printed(day(asked(0)), tmp_path)
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            face = font.get_object()
            assert "/FontFile2" in face["/FontDescriptor"]
            assert "/ToUnicode" in face
    assert reader.metadata is not None
    assert reader.metadata.title == "Ballot sheets: Service review, autumn"
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "en"


def test_the_same_day_makes_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    for path in (first, second):
        ballot_sheet.write(day(*map(asked, range(7))), WORDS, path)
    assert first.read_bytes() == second.read_bytes()


def test_right_to_left_names_are_whole_and_in_place(tmp_path: Path) -> None:
    teams = (SnapshotTeam("קבלה ודלפק", 3), SnapshotTeam("فريق التمريض", 4))
    hebrew = asked(0, short="אמינות", text="האם אנחנו מקיימים את ההבטחות שלנו בפעם הראשונה?")
    written, reader = printed(day(hebrew, teams=teams), tmp_path)
    text = reader.pages[0].extract_text()
    assert "אמינות" in text
    assert "קבלה ודלפק" in text
    assert written.missing_letters == ()
    assert unclean(written.path) == ([], [])


def test_letters_without_a_font_are_named(tmp_path: Path) -> None:
    written, _ = printed(day(asked(0, text="Are we 🎉 enough?")), tmp_path)
    assert written.missing_letters == ("🎉",)


words = st.text(st.sampled_from("abc defgh ijk אבג مري WWW-"), min_size=1, max_size=300)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(words, min_size=1, max_size=9),
    steps=st.integers(2, 10),
    label=words,
    teams=st.lists(words, max_size=8),
)
def test_no_text_of_any_length_leaves_the_page_or_meets_another(
    texts: list[str], steps: int, label: str, teams: list[str], tmp_path: Path
) -> None:
    labels = (label[:28],) * steps
    made = day(
        *(asked(n, text=text, scale_labels=labels) for n, text in enumerate(texts)),
        teams=tuple(SnapshotTeam(name, 3) for name in teams),
    )
    written, reader = printed(made, tmp_path)
    assert unclean(written.path) == ([], [])
    circles = sum(len(of_size(page, CIRCLE)) for page in reader.pages)
    assert circles == len(texts) * (steps + 1)
