"""The report, read back with a PDF reader that is not our own."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.exports.pdf.report_days import (
    DAY,
    VOTES,
    agreed,
    day,
    earlier,
    note,
    part,
    question,
    said_by,
)
from tests.exports.pdf.report_printed import (
    WORDS,
    Printed,
    outline_of,
    page_with,
    pages_of,
    printed,
    unclean,
)
from tests.exports.pdf.sample import action
from workshop.charting import day_charts
from workshop.facts import ClosingFacts
from workshop.kinds import Ballot, OutcomeKind


def test_every_number_of_a_session_stands_on_its_page(full: Printed) -> None:
    for chart in day_charts(full.snapshot, WORDS).sessions:
        page = full.page(f"{chart.name} {chart.score_text} {chart.heading}".replace("  ", " "))
        for row in chart.rows:
            assert f"{row.number} {row.name} {row.text}" in page
            assert row.evidence in page
            assert f"Agreement {row.agreement}" in page
            assert row.score_text in page
            assert row.word in page
            assert row.rounds in page
            counts = [column.count_text for column in row.chart.columns]
            assert all(f" {count} " in page for count in counts)


def test_the_cover_says_what_where_and_who(tmp_path: Path) -> None:
    made = day(workshop=replace(DAY, review_on=date(2026, 1, 15)))
    _, reader = printed(made, tmp_path)
    cover = pages_of(reader)[0]
    assert "Harbour Street Clinic Service review, autumn" in cover
    assert "Report of the workshop on Thursday 9 October 2025" in cover
    assert "24 people: Front desk 8, Nursing 8, Back office 8. Open ballot." in cover
    assert "service-culture, 25 questions, scale of 5 steps." in cover
    assert "We look again on 15 January 2026." in cover
    assert "Made with Flipchart, on one laptop" in cover
    profile = day_charts(made, WORDS).profile
    assert profile is not None
    assert profile.heading in cover
    for row in profile.rows:
        assert f"{row.name} {row.score_text}" in cover


def test_a_repeat_shows_where_each_session_stood_last_time(tmp_path: Path) -> None:
    sessions = [
        part(
            n,
            [question(f"s{n}", q, earlier=earlier(VOTES[(q + 1) % 5])) for q in range(3)],
            earlier_score=before,
        )
        for n, before in enumerate((2.9, 3.0, 2.1, 2.7, 2.3))
    ]
    workshop = replace(DAY, earlier_id="e", earlier_on=date(2025, 4, 1), earlier_title="Spring")
    written, reader = printed(day(sessions, workshop=workshop), tmp_path)
    pages = pages_of(reader)
    assert "Today Change" in pages[0]
    assert "Structure 3.2 +1.1" in pages[0]
    assert "Since last time" in pages[1]
    assert "2.1 last time, 3.2 today" in pages[1]
    assert "2.7 last time" in page_with(reader, "Technology 3.2 Recovery")
    assert unclean(written.path) == ([], [])


def test_the_summary_names_the_ends_the_divided_and_the_first_actions(full: Printed) -> None:
    summary = full.pages[1]
    assert "What the day came to" in summary
    assert "Voted on and revealed: 5 of 6 questions." in summary
    assert "Highest Score Recovery 4.0 Vision" in summary
    assert "Lowest Score Reliability 3.5 Vision" in summary
    assert re.search(r"Agreed to differ Positions Surprise 2 . 4\.5 Vision", summary)
    assert "1 Front desk may waive a charge of up to £25 on the spot Practice manager" in summary
    assert "4 more actions are in the plan." in summary
    assert "The median of 23 hands is 5 of 5." in summary
    assert "We look again on 15 January 2026. The plan goes to everyone here." in summary


@pytest.mark.parametrize(
    ("scores", "highest", "lowest"),
    [
        ((4.0, 4.0, 4.0, 4.0, 4.0, 2.0, 2.0, 2.0), "and 2 more", ""),
        ((5.0, 4.5, 4.0, 2.0, 2.0, 2.0, 2.0, 2.0), "", "and 2 more"),
        ((5.0, 4.5, 4.0, 3.5, 3.0, 2.0), "", ""),
    ],
)
def test_the_summary_counts_the_questions_that_a_list_cuts_off_within_a_tie(
    scores: tuple[float, ...], highest: str, lowest: str, tmp_path: Path
) -> None:
    asked = [
        question("s0", n, score=score, outcome=agreed(score)) for n, score in enumerate(scores)
    ]
    _, reader = printed(day((part(0, asked),), 0), tmp_path)
    summary = pages_of(reader)[1]
    first, rest = summary.split("Lowest Score")
    second = rest.split("Most divided")[0]
    assert re.findall(r"and \d+ more", first) == [highest][: bool(highest)]
    assert re.findall(r"and \d+ more", second) == [lowest][: bool(lowest)]


def test_what_was_said_stands_together_and_private_notes_nowhere(full: Printed) -> None:
    page = full.page("What else was said")
    assert "2: Nobody is there after 16:00." in page
    assert "4.5: The desk treats all alike." in page
    assert "Senior nurse will find out by 3 November 2025." in page
    assert "Parking charges annoy visitors" in page
    assert "Said aloud" in page
    assert "5 fully worth it 12 4 well 8 3 fairly 2 2 hardly 1 1 not worth it 0" in page
    assert "hopeful" in page
    assert "SEALED LIPS" not in " ".join(full.pages)


@pytest.mark.parametrize("parked", range(28, 42, 2))
def test_the_close_stands_whole_on_one_page(parked: int, tmp_path: Path) -> None:
    made = day(
        (part(0, 1),),
        0,
        workshop=replace(DAY, review_on=date(2026, 1, 15), plan_goes_to="everyone here"),
        parked=tuple(f"Thought {number}" for number in range(parked)),
        closing=ClosingFacts((0, 1, 2, 8, 12), (("w", "hopeful"),)),
    )
    _, reader = printed(made, tmp_path)
    (page,) = [page for page in pages_of(reader) if "5 fully worth it 12" in page]
    assert "The close" in page
    assert "The plan goes to everyone here" in page


def test_what_is_marked_is_not_in_the_report(tmp_path: Path) -> None:
    marked = agreed(3.0, "NOT THIS EVIDENCE", off_report=True)
    vision = part(
        0, (question("s0", 0, outcome=marked, notes=(note("NOT THIS NOTE", off_report=True),)),)
    )
    made = day((vision,), (action(0, what="NOT THIS ACTION", off_report=True),))
    _, reader = printed(made, tmp_path)
    text = " ".join(pages_of(reader))
    assert "NOT THIS" not in text
    assert "No action was proposed or agreed." in text


def test_what_was_not_revealed_is_counted_and_nowhere_shown(full: Printed) -> None:
    text = " ".join(full.pages)
    assert "Is our care the same for everyone" not in text
    assert "1 question was opened and not revealed: its votes are in no number here." in text
    assert "1 question was skipped." in text


def test_a_closed_round_is_not_forgotten_once_its_question_is_skipped(tmp_path: Path) -> None:
    unseen = {"rounds": (), "score": None, "outcome": None, "skipped": True}
    asked = (
        question("s0", 0),
        question("s0", 1, **unseen, unrevealed=1),
        question("s0", 2, **unseen),
    )
    _, reader = printed(day((part(0, asked),), 0), tmp_path)
    text = " ".join(pages_of(reader))
    assert "1 question was opened and not revealed: its votes are in no number here." in text
    assert "1 question was skipped." in text
    assert "Voted on and revealed: 1 of 2 questions." in text
    assert "2 questions, scale of 5 steps." in text


@pytest.mark.parametrize(
    ("revealed", "asked", "said"),
    [
        (1, 5, "Voted on and revealed: 1 of 5 questions."),
        (1, 1, "Voted on and revealed: 1 of 1 question."),
        (0, 5, "Nothing was revealed in this workshop"),
    ],
)
def test_how_much_was_revealed_is_said_by_the_number_of_all_that_were_asked(
    revealed: int, asked: int, said: str, tmp_path: Path
) -> None:
    unseen = {"rounds": (), "score": None, "outcome": None}
    questions = tuple(question("s0", n, **({} if n < revealed else unseen)) for n in range(asked))
    _, reader = printed(day((part(0, questions),), 0), tmp_path)
    assert said in pages_of(reader)[1]


def test_a_workshop_without_a_reveal_says_so_in_a_sentence(tmp_path: Path) -> None:
    empty = [
        part(n, [question(f"s{n}", q, rounds=(), score=None, outcome=None) for q in range(3)])
        for n in range(2)
    ]
    written, reader = printed(day(empty, 0), tmp_path)
    pages = pages_of(reader)
    said = "Nothing was revealed in this workshop, so there is no score to show."
    assert said in pages[0]
    assert said in pages[1]
    assert "6 questions were never opened." in " ".join(pages)
    assert "All statistics" not in " ".join(pages)
    assert "How votes came" not in " ".join(pages)
    assert unclean(written.path) == ([], [])


def test_the_method_page_names_every_source_and_every_rule(tmp_path: Path) -> None:
    _, reader = printed(day(1, 0, replace(DAY, ballot=Ballot.SECRET, target=3.5)), tmp_path)
    text = " ".join(pages_of(reader))
    for source in ("Leik 1966", "Tastle & Wierman 2007", "van der Eijk 2001", "Hyndman & Fan 1996"):
        assert source in text
    assert "1 Hardly ever, 2 Now and then, 3 Half the time, 4 Mostly, 5 Always." in text
    assert "Secret: after the close nothing that is kept ties a vote to the person" in text
    assert "From 3.5 on a score counts as high." in text
    assert "How votes came Not kept." in text
    assert "at least 5 votes each" in text
    assert "Back office 8 8 0 All 24 24 0" in text


def test_the_appendix_has_a_row_of_statistics_for_every_revealed_round(full: Printed) -> None:
    page = full.page("All statistics")
    assert "1 Reliability, round 2 24 0 4 3 to 4 63" in page
    assert all(f"3 Recovery, round {n}" in page for n in range(1, 5))
    assert "1 Reliability 24 2 3 2 to 3" in page  # the checklist


def test_a_question_of_more_than_two_rounds_keeps_its_older_ones(full: Printed) -> None:
    page = full.page("Earlier rounds")
    assert "Round 1: " in page
    assert "Round 2: " in page
    assert "Round 3: " not in page


def test_a_checklist_says_how_many_said_yes_partly_and_no(full: Printed) -> None:
    page = full.page("2 questions were answered.")
    assert "Yes 12 Partly 6 No 4" in page
    assert "24 votes, 2 don’t know" in page


def test_teams_stand_side_by_side_and_small_ones_are_hidden(tmp_path: Path) -> None:
    desk, nursing = said_by(("Front desk", "Nursing"), (0, 2, 4, 2, 0))
    late = replace(said_by(("Late desk",), (2, 2, 2, 0, 0))[0], id="t3")
    night = replace(said_by(("Night",), (2, 0, 0, 0, 0))[0], id="t9")
    hides = question("s0", 0, teams=(desk, nursing, late, night))
    shows = question("s0", 1, teams=(desk, nursing, late))
    _, reader = printed(day((part(0, (hides, shows)),), 0), tmp_path)
    page = page_with(reader, "Teams side by side")
    assert "Front desk Nursing Late desk All Reliability 3 3 4 Surprise 3 3 2 2" in page
    assert "Hatched: a team under 5 votes, or hidden with one." in page
    assert "Night" not in page


def test_more_than_five_questions_go_on_under_the_session_s_head(tmp_path: Path) -> None:
    written, reader = printed(day((part(1, 22),), 0), tmp_path)
    pages = [page for page in pages_of(reader) if "Question and evidence" in page]
    assert len(pages) == 5
    assert all("Strategy, continued" in page for page in pages[1:])
    assert all("Strategy goes on on the next page." in page for page in pages[:-1])
    numbers = [
        int(n)
        for page in pages
        for n in re.findall(r"(?<!\d)(\d+) (?:Reliab|Surp|Recov|Fair|Wait)", page)
    ]
    assert numbers == list(range(1, 23))
    assert unclean(written.path) == ([], [])


def test_every_owner_has_a_sheet_with_their_actions(tmp_path: Path) -> None:
    actions = (
        *(action(n) for n in range(3)),
        action(3, owner="  senior  NURSE "),
        action(4, owner=""),
        action(5, owner=""),
    )
    _, reader = printed(day(1, actions), tmp_path)
    sheet = page_with(reader, "Senior nurse 2 actions from")
    assert "2 One handover sheet" in sheet
    assert "4 Trial one shared patient note" in sheet
    nobody = page_with(reader, "Actions that still need an owner 2 actions from")
    assert "5 Each director" in nobody
    assert "6 Name a service champion" in nobody
    assert pages_of(reader)[-1] == nobody


def test_a_question_leads_to_its_actions_and_the_summary_to_the_pages(tmp_path: Path) -> None:
    actions = tuple(action(n, question_id="s0-q4") for n in range(3))
    _, reader = printed(day(2, actions), tmp_path)
    assert "Leads to actions 1, 2 and 3" in page_with(reader, "Vision 3.0 Recovery")
    leads = {
        number: {
            reader.get_page_number(each.get_object()["/Dest"][0].get_object())
            for each in page.get("/Annots", ())
        }
        for number, page in enumerate(reader.pages)
    }
    plan = next(n for n, page in enumerate(pages_of(reader)) if "Action plan" in page)
    assert leads[0] == {2, 3}
    assert leads[1] == {2, 3, plan}
    assert leads[2] == {plan}


def test_the_outline_leads_to_every_chapter_session_question_and_sheet(full: Printed) -> None:
    entries = outline_of(full.reader)
    chapters = [title for level, title, _ in entries if level == 0]
    assert chapters == [
        "Service review, autumn",
        "What the day came to",
        "Vision",
        "Strategy",
        "Earlier rounds",
        "Teams side by side",
        "What else was said",
        "How these numbers were made",
        "All statistics",
        "Action plan",
        "Actions",
        "A sheet for each owner",
    ]
    pages = full.pages
    assert (1, "2 Surprise") in {(level, title) for level, title, _ in entries}
    assert (1, "Senior nurse") in {(level, title) for level, title, _ in entries}
    for _, title, page in entries[1:]:
        if title not in {"Actions", "A sheet for each owner"}:
            assert " ".join(title.rstrip("…").split()) in pages[page - 1]


def test_nothing_leads_to_a_question_of_a_session_that_was_left_out(tmp_path: Path) -> None:
    differs = agreed(None, kind=OutcomeKind.DIFFER, low=1.0, high=4.0)
    out = part(1, (question("s1", 0, outcome=differs),), left_out=True)
    _, reader = printed(day((part(0, 1), out), 0), tmp_path)
    assert "1 session was left out." in " ".join(pages_of(reader))


def test_long_evidence_is_all_there_in_its_order(tmp_path: Path) -> None:
    told = " ".join(f"w{n}." for n in range(900))
    made = day((part(0, (question("s0", 0, outcome=agreed(3.0, told)),)),), 0)
    _, reader = printed(made, tmp_path)
    found = [int(n) for page in pages_of(reader) for n in re.findall(r"\bw(\d+)\.", page)]
    assert found == list(range(900))


def test_sessions_stand_in_the_order_of_the_day(tmp_path: Path) -> None:
    _, reader = printed(day(7), tmp_path)
    at = [
        page
        for level, title, page in outline_of(reader)
        if level == 0 and title in "VisionStrategyStructureTechnologyPeople"
    ]
    assert len(at) == 7
    assert all(first < second for first, second in pairwise(at))
