"""The action plan, read back with a PDF reader that is not our own."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from exports.pdf import action_plan
from exports.writing import Written
from frameworks.theme import Theme
from tests.exports.pdf.ink import Ink, ink_of, outside, overlapping
from tests.exports.pdf.sample import (
    SESSIONS,
    TEAMS,
    WORKSHOP,
    action,
    differing,
    session,
    snapshot,
)
from workshop.snapshot import Snapshot, SnapshotTeam
from workshop.words import Words

WORDS = Words("en")
A4 = (595.28, 841.89)


def printed(made: Snapshot, folder: Path, words: Words = WORDS) -> tuple[Written, PdfReader]:
    written = action_plan.write(made, words, folder / "plan.pdf")
    return written, PdfReader(written.path)


def text_of(reader: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in reader.pages)


def flat(text: str) -> str:
    return " ".join(text.split())


def unclean(path: Path) -> tuple[list[Ink], list[tuple[Ink, Ink]]]:
    inks = ink_of(path)
    return outside(inks, *A4), overlapping(inks)


def test_the_plan_says_every_score_owner_date_and_measure(tmp_path: Path) -> None:
    made = snapshot(9)
    _, reader = printed(made, tmp_path)
    text = flat(text_of(reader))
    for part in made.sessions:
        assert part.score is not None
        assert f"{part.title} {part.score.value}" in text
    for number, each in enumerate(made.actions, 1):
        assert each.due is not None
        assert f"{number} {each.what} First: {each.first_step}" in text
        assert f"{each.session}, {each.short} {each.owner} {WORDS.day(each.due, 'short')}" in text
        assert each.measure in text
    assert "24 people in 3 teams: Front desk, Nursing, Back office." in text
    assert "Service review, autumn, Thursday 9 October 2025." in text
    assert "Highest is Vision at 3.4. Lowest is Technology at 2.5. 9 actions are agreed." in text


def test_every_font_is_embedded_and_its_text_can_be_read(tmp_path: Path) -> None:
    _, reader = printed(snapshot(2), tmp_path)
    names = set()
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            face = font.get_object()
            names.add(str(face["/BaseFont"]))
            assert "/FontFile2" in face["/FontDescriptor"]
            assert "/ToUnicode" in face
    assert all("+Flipchart" in name for name in names)


def test_the_same_workshop_makes_the_same_bytes_whatever_was_written_before(
    tmp_path: Path,
) -> None:
    hard = snapshot(3, workshop=replace(WORKSHOP, title="مراجعة الخدمة", organisation="Å ﬁ 18:00"))
    first = action_plan.write(hard, WORDS, tmp_path / "a.pdf").path.read_bytes()
    action_plan.write(snapshot(9, parked=("قسم خدمة العملاء 3→4",)), WORDS, tmp_path / "b.pdf")
    assert action_plan.write(hard, WORDS, tmp_path / "c.pdf").path.read_bytes() == first


def test_the_file_names_its_title_organisation_language_and_parts(tmp_path: Path) -> None:
    _, reader = printed(snapshot(9, parked=("A thought",)), tmp_path)
    assert reader.metadata is not None
    assert reader.metadata.title == "Action plan: Service review, autumn"
    assert reader.metadata.author == "Harbour Street Clinic"
    assert reader.trailer["/Root"]["/Lang"] == "en"  # type: ignore[index]
    outline: list[Any] = reader.outline
    titles = [each["/Title"] for each in outline if isinstance(each, dict)]
    assert titles == ["Action plan", "Actions", "Parking lot"]
    nested = next(each for each in outline if isinstance(each, list))
    assert len(nested) == 9
    assert nested[0]["/Title"].startswith("1 Front desk may waive")


def test_a_plan_without_actions_says_so_in_one_sentence(tmp_path: Path) -> None:
    written, reader = printed(snapshot(0), tmp_path)
    text = text_of(reader)
    assert "No action was proposed or agreed." in text
    assert "How we will know" not in text
    assert len(reader.pages) == 1
    assert unclean(written.path) == ([], [])


def test_three_hundred_actions_fill_pages_under_a_head_that_repeats(tmp_path: Path) -> None:
    written, reader = printed(snapshot(300), tmp_path)
    pages = [page.extract_text() for page in reader.pages]
    numbers = [int(n) for page in pages for n in re.findall(r"^(\d+) [A-Z]", page, re.MULTILINE)]
    assert numbers == list(range(1, 301))
    for number, page in enumerate(pages, 1):
        assert page.count("How we will know") == 1
        assert f"Page {number} of {len(pages)}" in page
    for page, following in pairwise(pages):
        said = re.search(r"Actions? (\d+) (?:to|and|is)", page)
        first = re.search(r"^(\d+) [A-Z]", following, re.MULTILINE)
        assert said is not None
        assert first is not None
        assert said[1] == first[1]
    assert "on the next page" not in pages[-1]
    assert unclean(written.path) == ([], [])


def test_a_row_is_never_split_over_two_pages(tmp_path: Path) -> None:
    """Each page holds as many first steps as numbers: a row's two ends stand together."""
    _, reader = printed(snapshot(60), tmp_path)
    for page in reader.pages:
        text = page.extract_text()
        assert len(re.findall(r"^\d+ [A-Z]", text, re.MULTILINE)) == text.count("First: ")


def test_a_text_longer_than_a_page_flows_on_without_a_word_lost(tmp_path: Path) -> None:
    long = " ".join(f"word{number}" for number in range(1100))[:10_000]
    acts = (action(0), action(1, measure=long, what="x" * 3_000), action(2))
    written, reader = printed(snapshot(0, actions=acts), tmp_path)
    text = text_of(reader)
    for word in long.split():
        assert re.search(rf"\b{word}\b", text)
    assert len(re.findall("x", text)) >= 3_000
    assert "Action 2 goes on on the next page." in text
    assert unclean(written.path) == ([], [])


def test_what_is_missing_is_said_and_never_made_up(tmp_path: Path) -> None:
    acts = (
        action(0, owner="", due=None),
        action(1, owner_absent=True),
        action(2, state="proposed"),
        action(3, due=date(2026, 1, 16)),
    )
    _, reader = printed(snapshot(0, actions=acts), tmp_path)
    text = flat(text_of(reader))
    assert "No owner yet" in text
    assert "No date yet" in text
    assert "Senior nurse not in the room" in text
    assert "16 Jan 2026" in text
    assert "3 actions are agreed. 1 is still proposed." in text
    assert "1 has no owner yet. 1 has no date yet." in text
    assert text.count("proposed") == 2  # the lead and one chip


def test_dropped_actions_and_those_kept_out_of_the_report_are_not_printed(tmp_path: Path) -> None:
    acts = (
        action(0, what="Seen"),
        action(1, what="Gone", state="dropped"),
        action(2, what="Kept to ourselves", off_report=True),
        action(3, what="Also seen"),
    )
    _, reader = printed(snapshot(0, actions=acts), tmp_path)
    text = flat(text_of(reader))
    assert "1 Seen" in text
    assert "2 Also seen" in text
    assert "Gone" not in text
    assert "Kept to ourselves" not in text


def test_both_positions_and_who_finds_out_are_kept(tmp_path: Path) -> None:
    hidden = differing("Not for the report.")
    assert hidden.outcome is not None
    hidden = replace(hidden, outcome=replace(hidden.outcome, off_report=True))
    sessions = (session("People", Theme.PEOPLE, None, questions=(differing(), hidden)),)
    _, reader = printed(snapshot(1, sessions=sessions, parked=("Parking", " ")), tmp_path)
    text = flat(text_of(reader))
    assert "Agreed to differ" in text
    assert "2: Half of the patients are asked twice." in text
    assert "4: Since the new sheet hardly anyone is." in text
    assert "Senior nurse will find out by 24 October 2025: count for one week" in text
    assert "Not for the report." not in text
    assert "no score yet" in text
    assert text.index("Agreed to differ") < text.index("Parking lot")


def test_twenty_sessions_stand_in_rows_of_five(tmp_path: Path) -> None:
    sessions = tuple(
        replace(SESSIONS[n % 5], title=f"Session {n} of unusual length", second=n > 4)
        for n in range(20)
    )
    written, reader = printed(snapshot(3, sessions=sessions), tmp_path)
    text = flat(text_of(reader))
    assert all(f"Session {n} of unusual length" in text for n in range(20))
    assert unclean(written.path) == ([], [])


def test_a_rehearsal_is_marked_on_every_page_and_a_real_day_on_none(tmp_path: Path) -> None:
    _, reader = printed(snapshot(30, workshop=replace(WORKSHOP, rehearsal=True)), tmp_path)
    assert len(reader.pages) > 2
    assert all("Rehearsal: nothing here is real" in page.extract_text() for page in reader.pages)
    _, reader = printed(snapshot(30), tmp_path)
    assert "Rehearsal" not in text_of(reader)


@pytest.mark.parametrize(
    "name",
    ["Zażółć gęślą jaźń", "Nguyễn Thị Đặng", "Ελένη Ψαρά", "Людмила Щукіна", "Ștefan İnan Đốc"],
)
def test_european_and_vietnamese_names_are_printed_as_typed(tmp_path: Path, name: str) -> None:
    written, reader = printed(snapshot(0, actions=(action(0, owner=name),)), tmp_path)
    assert written.missing_letters == ()
    assert name in flat(text_of(reader))


@pytest.mark.parametrize("name", ["מחלקת שירות", "قسم خدمة العملاء", "می‌خواهم", "לילך שָׁלוֹם"])
def test_right_to_left_owners_are_printed_from_the_right_and_read_as_typed(
    tmp_path: Path, name: str
) -> None:
    written, reader = printed(snapshot(0, actions=(action(0, owner=name),)), tmp_path)
    assert written.missing_letters == ()
    letters = flat(text_of(reader)).replace("\u200c", "")
    assert name.replace("\u200c", "") in letters
    assert unclean(written.path) == ([], [])


def test_letters_without_a_font_are_named_and_leave_a_box(tmp_path: Path) -> None:
    acts = (action(0, what="Thank everyone 🎉🎉 and say 谢谢", owner="김"),)
    written, reader = printed(snapshot(0, actions=acts), tmp_path)
    assert written.missing_letters == ("🎉", "谢", "김")
    assert "Thank everyone □□ and say □□" in flat(text_of(reader))


def test_words_longer_than_their_column_are_broken_and_stay_in_it(tmp_path: Path) -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    address = "https://example.org/" + "a" * 60
    acts = (action(0, owner=word, measure=address, short=word, first_step=word),)
    written, reader = printed(
        snapshot(
            0,
            actions=acts,
            sessions=(session(word, Theme.VISION, "3.0"),),
            workshop=replace(WORKSHOP, title=word * 4, organisation=word * 2),
        ),
        tmp_path,
    )
    text = text_of(reader)
    assert word in text.replace("-\n", "").replace("\n", "")
    assert address in text.replace("\n", "")
    assert unclean(written.path) == ([], [])


def test_the_lead_has_at_most_three_lines(tmp_path: Path) -> None:
    sessions = tuple(replace(each, title=f"{each.title} " + "and more " * 30) for each in SESSIONS)
    _, reader = printed(snapshot(1, sessions=sessions), tmp_path)
    text = flat(text_of(reader))
    assert "Session scores run from 2.5 to 3.4. 1 action is agreed." in text
    assert "Highest is" not in text


def test_a_workshop_without_sessions_teams_or_organisation_is_printed(tmp_path: Path) -> None:
    bare = snapshot(0, sessions=(), teams=(), workshop=replace(WORKSHOP, organisation="", title=""))
    written, reader = printed(bare, tmp_path)
    assert "Thursday 9 October 2025." in text_of(reader)
    assert unclean(written.path) == ([], [])
    one = snapshot(1, teams=TEAMS[:1], sessions=SESSIONS[:1])
    assert "8 people in one team: Front desk. Vision 3.4 Vision stands at 3.4." in flat(
        text_of(printed(one, tmp_path)[1])
    )


def test_more_than_twelve_teams_are_said_by_their_number(tmp_path: Path) -> None:
    teams = tuple(SnapshotTeam(f"Ward {number}", 3) for number in range(13))
    named = flat(text_of(printed(snapshot(1, teams=teams[:12]), tmp_path)[1]))
    assert "36 people in 12 teams: Ward 0, Ward 1," in named
    many = flat(text_of(printed(snapshot(1, teams=teams), tmp_path)[1]))
    assert "39 people in 13 teams. " in many
    assert "Ward" not in many


TEXTS = st.text(
    st.one_of(
        st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Z", "M", "C")),
        st.sampled_from(
            " \n\t-/אבגدهﷺ(),.1a\u200f\u2067\u2069\u202e\u202b\u202c\u00ad\u200b\u200d"
        ),
    ),
    max_size=300,
)


@settings(
    max_examples=25,  # each makes and reads a whole file
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(what=TEXTS, owner=TEXTS, measure=TEXTS, title=TEXTS)
def test_whatever_is_typed_stands_on_the_page_and_apart(
    tmp_path: Path, what: str, owner: str, measure: str, title: str
) -> None:
    acts = (action(0, what=what, owner=owner, measure=measure), action(1))
    made = snapshot(0, actions=acts, workshop=replace(WORKSHOP, title=title, organisation=owner))
    written, _ = printed(made, tmp_path)
    assert unclean(written.path) == ([], [])
