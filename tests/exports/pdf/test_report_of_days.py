"""The report of workshops that were really led, in a real library."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from exports.pdf import report
from frameworks.theme import Theme
from tests.days import Day, begin_day, small_framework
from tests.exports.pdf.ink import ink_of, outside, overlapping
from tests.exports.pdf.report_days import (
    DAY,
    LABELS,
    agreed,
    day,
    held,
    part,
    question,
    said_by,
    teams,
)
from tests.exports.pdf.sample import action
from tests.repeats import finished_day, repeated
from workshop.charting import day_charts
from workshop.creation import NewTeam
from workshop.kinds import Ballot, OutcomeKind
from workshop.snapshot import Snapshot, SnapshotQuestion
from workshop.steps import State
from workshop.words import Words

WORDS = Words("en")
A4 = (595.28, 841.89)
ROOM = (NewTeam("Front desk", 6), NewTeam("Nursing", 7), NewTeam("Night", 2))


def pages_of(made: Snapshot, path: Path) -> list[str]:
    report.write(made, WORDS, path)
    return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]


def assert_every_row_is_printed(made: Snapshot, pages: list[str]) -> None:
    """Every number and word of every session's chart stands on a page of that session."""
    for chart in day_charts(made, WORDS).sessions:
        own = " ".join(page for page in pages if "Question and evidence" in page)
        assert f"{chart.name} {chart.score_text}".strip() in own
        for row in chart.rows:
            named = f"{row.number} {row.name}"
            at = own.index(" ".join(f"{named} {row.text}".split()))
            for said in (row.score_text, row.word, *row.detail, row.rounds):
                assert said in own[at:], f"{said} of {named}"
            for column in row.chart.columns:
                assert f" {column.count_text} " in f"{own[at:]} "


def led(folder: Path, ballot: Ballot, answers: tuple[int, int]) -> Day:
    """A day with one question revealed, and a second one open with votes in it."""
    made = begin_day(folder, framework=small_framework(1, 3), teams=ROOM, ballot=ballot)
    made.reach(State.OPEN)
    facts = made.live.facts()
    assert facts.round is not None
    first = [(facts.round.id, seat, 1 + place % 4) for place, seat in enumerate(made.seats())]
    made.cast(*first)
    made.reach(State.ACT)
    made.live.facilitation.next()
    made.reach(State.OPEN)
    facts = made.live.facts()
    assert facts.round is not None
    low, high = answers
    seats = made.seats()
    made.cast(*((facts.round.id, seat, low if n % 2 else high) for n, seat in enumerate(seats)))
    return made


def test_a_day_that_was_led_to_its_end_is_printed_whole(tmp_path: Path) -> None:
    finished = finished_day(tmp_path, actions=3)
    made = finished.live.snapshot()
    pages = pages_of(made, tmp_path / "report.pdf")
    assert_every_row_is_printed(made, pages)
    assert any("Owner 1 1 action from" in page for page in pages)


def test_a_repeat_compares_with_what_was_said_then(tmp_path: Path) -> None:
    again = repeated(finished_day(tmp_path, actions=2))
    again.reach(State.FINISHED)
    made = again.live.snapshot()
    pages = pages_of(made, tmp_path / "report.pdf")
    assert_every_row_is_printed(made, pages)
    assert "Change" in pages[0]
    assert any("From last time" in page for page in pages)


def test_votes_of_an_open_round_change_not_a_byte(tmp_path: Path) -> None:
    written = []
    for name, answers in (("a", (1, 2)), ("b", (5, 4))):
        folder = tmp_path / name
        folder.mkdir()
        made = replace(led(folder, Ballot.SECRET, answers).live.snapshot(), taken_at=0)
        pages = pages_of(made, folder / "report.pdf")
        assert "1 question was opened and not revealed" in " ".join(pages)
        written.append(pages)
    assert written[0] == written[1]


def test_a_secret_day_hides_the_small_team(tmp_path: Path) -> None:
    made = led(tmp_path, Ballot.SECRET, (1, 5)).live.snapshot()
    pages = pages_of(made, tmp_path / "report.pdf")
    for page in pages:
        if "Teams side by side" in page:
            assert "Night" not in page
    assert_every_row_is_printed(made, pages)


# --- Whatever a day holds -------------------------------------------------------------------

texts = st.text(
    st.sampled_from("abcdefg ÄÖžωЖقسم עברית-.,()0123456789\n"), min_size=1, max_size=60
).filter(lambda text: bool(re.search(r"\w", text)))
counts = st.tuples(*[st.integers(0, 60)] * 5)


@st.composite
def questions(draw: st.DrawFn, key: str) -> SnapshotQuestion:
    """A question with up to four rounds, agreed on or not."""
    rounds = tuple(
        held(number, draw(counts), draw(st.integers(0, 9)))
        for number in range(1, draw(st.integers(0, 4)) + 1)
    )
    result = rounds[-1].result if rounds else None
    score = draw(st.sampled_from([None, 1.0, 2.5, 5.0])) if rounds else None
    outcome = draw(
        st.sampled_from(
            [
                None,
                agreed(score, draw(texts)),
                agreed(
                    None,
                    kind=OutcomeKind.DIFFER,
                    low=1.0,
                    low_position=draw(texts),
                    high=4.5,
                    high_position=draw(texts),
                ),
            ]
        )
    )
    shown = ("Team one", "Team two")[: draw(st.integers(1, 2))]
    return question(
        key,
        0,
        id=draw(st.uuids()).hex,
        short=draw(texts).replace("\n", " ").strip()[:28],
        text=draw(texts),
        rounds=rounds,
        outcome=outcome if rounds else None,
        score=(score if score is not None else result.median) if result else None,
        scale_labels=LABELS,
        teams=said_by(shown, (1, 2, 3, 1, 0)) if rounds else (),
    )


@st.composite
def days(draw: st.DrawFn) -> Snapshot:
    """A day of any sessions, actions, teams and texts."""
    parts = [
        part(
            n,
            draw(st.lists(questions(f"s{n}"), max_size=4)),
            title=draw(texts),
            theme=draw(st.sampled_from(list(Theme))),
            earlier_score=draw(st.sampled_from([None, 1.5, 4.0])),
            left_out=draw(st.booleans()) and n > 0,
        )
        for n in range(draw(st.integers(0, 3)))
    ]
    actions = [
        action(n, what=draw(texts), owner=draw(st.sampled_from(["", "Ann", "مريم", "ann "])))
        for n in range(draw(st.integers(0, 12)))
    ]
    workshop = replace(
        DAY,
        title=draw(texts),
        organisation=draw(texts),
        rehearsal=draw(st.booleans()),
        ballot=draw(st.sampled_from(list(Ballot))),
    )
    room = teams(draw(st.integers(0, 9)), draw(st.integers(0, 9)))
    return day(
        parts, actions, workshop, teams=room, parked=tuple(draw(st.lists(texts, max_size=3)))
    )


@settings(
    max_examples=8,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking a whole report takes minutes
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(made=days())
def test_any_day_is_clean_numbered_and_the_same_twice(made: Snapshot, tmp_path: Path) -> None:
    path = report.write(made, WORDS, tmp_path / "report.pdf").path
    first = path.read_bytes()
    assert report.write(made, WORDS, tmp_path / "again.pdf").path.read_bytes() == first
    inks = ink_of(path)
    assert outside(inks, *A4) == []
    assert overlapping(inks) == []
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]
    assert all(f"Page {n} of {len(pages)}" in page for n, page in enumerate(pages[1:], 2))
    assert all(len(page.split()) > 8 for page in pages)
