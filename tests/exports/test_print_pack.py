"""The print pack: agenda, run sheet, table cards and invitation tell the day as it is planned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from exports import invitation
from exports.catalogue import Source, export
from exports.kinds import PRINT_PACK
from exports.pdf import agenda_sheet, run_sheet, table_cards
from frameworks.reader import read
from frameworks.shipped import shipped
from workshop.agenda import clock_text
from workshop.creation import NewTeam, NewWorkshop, create_workshop, whole_day
from workshop.kinds import Ballot
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.snapshot import Snapshot, SnapshotTeam
from workshop.words import Words

WORDS = Words()
PACKS = [path.stem for path in shipped()]


def day(folder: Path, pack: str = "service-culture") -> Snapshot:
    """A workshop that has not begun, of one of the shipped packs."""
    path = next(each for each in shipped() if each.stem == pack)
    framework = read(path)
    new = NewWorkshop(
        title="Service review, autumn",
        organisation="Harbour Street Clinic",
        held_on=date(2026, 12, 9),
        starts_at=9 * 60,
        teams=(NewTeam("Front desk", 8), NewTeam("Nursing", 0, ("Ana", "Bo", "Zoë"))),
        promise="We answer every open point within two weeks.",
        items=whole_day(framework, WORDS),
    )
    with Library.open(folder / f"{pack}.sqlite") as library:
        workshop_id = create_workshop(library, framework, new, WORDS)
        return LiveWorkshop(library, workshop_id, WORDS).snapshot()


@pytest.fixture
def plan(tmp_path: Path) -> Snapshot:
    return day(tmp_path)


def flat(path: Path) -> str:
    """All text of a PDF, spaces levelled."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def in_order(text: str, parts: list[str]) -> bool:
    """Whether the parts stand in the text one after the other."""
    at = 0
    for part in parts:
        at = text.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True


def starts(plan: Snapshot) -> list[str]:
    """The clock times at which the agenda items begin."""
    at, found = plan.workshop.starts_at, []
    for item in plan.items:
        found.append(clock_text(at))
        at += item.minutes
    return found


def test_the_agenda_names_every_item_with_its_time(plan: Snapshot, tmp_path: Path) -> None:
    text = flat(agenda_sheet.write(plan, WORDS, tmp_path / "agenda.pdf").path)
    told = [
        part
        for time, item in zip(starts(plan), plan.items, strict=True)
        for part in (time, item.title)
    ]
    assert in_order(text, told)
    assert "Wednesday 9 December 2026, 09:00 to 13:10" in text
    assert plan.workshop.promise in text


@pytest.mark.parametrize("pack", PACKS)
def test_the_run_sheet_has_every_question_of_every_session(pack: str, tmp_path: Path) -> None:
    plan = day(tmp_path, pack)
    path = run_sheet.write(plan, WORDS, tmp_path / "run.pdf").path
    text = flat(path)
    for number, session in enumerate(plan.sessions, 1):
        assert f"Session {number} of {len(plan.sessions)}" in text
        assert in_order(text, [question.short for question in session.questions])
    titles = [entry.title for entry in PdfReader(path).outline if not isinstance(entry, list)]
    assert titles[1:] == [session.title for session in plan.sessions]


def test_the_questions_of_a_session_fill_its_time_without_a_gap(
    plan: Snapshot, tmp_path: Path
) -> None:
    path = run_sheet.write(plan, WORDS, tmp_path / "run.pdf").path
    strategy = next(
        page.extract_text() for page in PdfReader(path).pages if "Session 2 of 5" in
        page.extract_text()
    )  # fmt: skip
    assert in_order(strategy, ["09:45", "09:54", "10:03", "10:12", "10:21"])
    assert "45 minutes, until 10:30" in " ".join(strategy.split())


def test_what_is_left_out_is_on_no_paper(tmp_path: Path) -> None:
    framework = read(shipped()[0])
    with Library.open(tmp_path / "one.sqlite") as library:
        new = NewWorkshop(
            "Short", "", date(2026, 12, 9), 540, (NewTeam("All", 5),),
            items=whole_day(framework, WORDS),
        )  # fmt: skip
        live = LiveWorkshop(library, create_workshop(library, framework, new, WORDS), WORDS)
        before = live.snapshot()
        gone = before.sessions[1]
        skipped = before.sessions[0].questions[0]
        live.improvising.leave_out({skipped.id: True}, {gone.id: True})
        plan = live.snapshot()
    for write in (agenda_sheet.write, run_sheet.write):
        text = flat(write(plan, WORDS, tmp_path / f"{write.__module__}.pdf").path)
        assert gone.purpose not in text
        assert skipped.text not in text
    assert gone.title not in invitation.text(plan, WORDS)


def test_a_table_card_for_each_team_with_the_names_that_are_known(
    plan: Snapshot, tmp_path: Path
) -> None:
    path = table_cards.write(plan, WORDS, tmp_path / "cards.pdf").path
    text = flat(path)
    assert in_order(text, ["Table 1", "Front desk", "8 seats", "Table 2", "Nursing"])
    assert "Ana, Bo, Zoë" in text
    assert len(PdfReader(path).pages) == 1


def test_long_and_right_to_left_names_of_sixty_teams_stay_on_their_cards(
    plan: Snapshot, tmp_path: Path
) -> None:
    long = "Back office, finance and everything that stands behind the two of them"
    people = tuple(f"Person number {n} with a long name" for n in range(40))
    teams = (SnapshotTeam(long, 40, people), SnapshotTeam("קבלה ודלפק", 3)) * 30
    path = table_cards.write(replace(plan, teams=teams), WORDS, tmp_path / "cards.pdf").path
    assert len(PdfReader(path).pages) == 30
    assert "Back office" in flat(path)


def test_the_invitation_says_what_becomes_of_the_answers(plan: Snapshot) -> None:
    told = invitation.text(plan, WORDS)
    assert told.startswith("Subject: Service review, autumn, Wednesday 9 December 2026\n")
    assert "09:45  Strategy" in told
    assert "secret" not in told
    secret = replace(plan, workshop=replace(plan.workshop, ballot=Ballot.SECRET))
    assert "The ballot is secret" in invitation.text(secret, WORDS)


def test_a_draft_without_title_and_teams_is_printed_all_the_same(
    plan: Snapshot, tmp_path: Path
) -> None:
    empty = replace(
        plan,
        teams=(),
        workshop=replace(plan.workshop, title="", organisation="", purpose="", promise=""),
    )
    written = export(Source(empty, tmp_path), WORDS, tmp_path, PRINT_PACK)
    assert all(file.path.stat().st_size for file in written)


def test_the_same_plan_makes_the_same_bytes(plan: Snapshot, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    for one, other in zip(
        export(Source(plan, tmp_path), WORDS, first, PRINT_PACK),
        export(Source(plan, tmp_path), WORDS, second, PRINT_PACK),
        strict=True,
    ):
        assert one.path.read_bytes() == other.path.read_bytes()


def test_a_rehearsal_is_marked_on_every_page(plan: Snapshot, tmp_path: Path) -> None:
    rehearsed = replace(plan, workshop=replace(plan.workshop, rehearsal=True))
    for file in export(Source(rehearsed, tmp_path), WORDS, tmp_path, PRINT_PACK):
        if file.path.suffix == ".pdf":
            for page in PdfReader(file.path).pages:
                assert "Rehearsal: nothing here is real" in page.extract_text()
