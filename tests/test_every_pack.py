"""Every shipped pack goes from Prepare through its day to the files it leaves."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from exports.catalogue import Source, export
from exports.kinds import KINDS, NAMES
from frameworks.reader import read
from frameworks.shipped import default_pack, shipped
from workshop.creation import create_draft
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.new_team import NewTeam
from workshop.readiness import readiness
from workshop.rehearsal import Rehearsal, RehearsalClock
from workshop.steps import State, day_state
from workshop.words import Words

DAY = date(2026, 12, 9)
TEAMS = (NewTeam("Front desk", 3), NewTeam("Nursing", 4))
WORDS = Words()
FILES = tuple(name + suffix for name, suffix in NAMES.values())


def prepare(library: Library, pack: Path) -> LiveWorkshop:
    """A draft of the default pack that becomes a day of this one, first questions only.

    Two of each activity in the first session, one in the others: every chart takes its time.
    """
    made = create_draft(library, read(default_pack()), WORDS, held_on=DAY, starts_at=9 * 60)
    live = LiveWorkshop(library, made, WORDS)
    live.preparing.use_framework(read(pack))
    live.preparing.describe(title="Service review")
    live.preparing.add_teams(TEAMS)
    sessions = [item.id for item in live.prepared().items if item.session_key]
    assert len(sessions) == len(read(pack).sessions)
    left_out = {
        question.id: True
        for number, item in enumerate(sessions)
        for activity in live.prepared_session(item)
        for question in activity.questions[1 if number else 2 :]
    }
    live.improvising.leave_out(left_out, {})
    return live


@pytest.mark.parametrize("pack", shipped(), ids=lambda path: path.stem)
def test_a_pack_is_prepared_led_and_exported(pack: Path, tmp_path: Path) -> None:
    clock = RehearsalClock(DAY)
    file = tmp_path / "flipchart.sqlite"
    with Library.open(file, clock=clock) as library:
        live = prepare(library, pack)
        assert readiness(live.prepared(), DAY, WORDS).ready
        Rehearsal(live, 1, clock).play()
        assert day_state(live.facts()) is State.FINISHED
        taken = live.snapshot()
        written = export(Source(taken, file), WORDS, tmp_path, KINDS)
    assert {path.name for path in tmp_path.iterdir()} >= set(FILES)
    titles = [session.title for session in read(pack).sessions]
    assert [session.title for session in taken.sessions] == titles
    asked = [q for session in taken.sessions for q in session.questions if not q.skipped]
    assert all(question.rounds for question in asked)
    plan = " ".join(page.extract_text() for page in PdfReader(written[0].path).pages)
    scores = [str(each.score.value) for each in taken.sessions if each.score is not None]
    assert scores
    assert all(score in plan for score in scores)
