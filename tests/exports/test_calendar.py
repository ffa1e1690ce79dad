"""The calendar: what is due and when, and importing it again changes what is there."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from exports.calendar import write
from exports.tables.table import clean
from exports.tables.whole import REHEARSAL
from tests.days import begin_day
from tests.exports.pdf import sample
from tests.exports.played import in_a_rehearsal
from workshop.planning import ActionDraft
from workshop.snapshot import Snapshot
from workshop.steps import State
from workshop.words import Words

WORDS = Words()
REVIEWED = date(2025, 12, 4)


def with_review(snapshot: Snapshot) -> Snapshot:
    return replace(snapshot, workshop=replace(snapshot.workshop, review_on=REVIEWED))


def content(snapshot: Snapshot, folder: Path) -> bytes:
    path = folder / "dates.ics"
    assert write(snapshot, WORDS, path).path == path
    return path.read_bytes()


def events(snapshot: Snapshot, folder: Path) -> dict[str, Any]:
    """The events of the file by their UID."""
    (calendar,) = Calendar.from_ical(content(snapshot, folder), multiple=True)
    found = {str(each["uid"]): each for each in calendar.walk("VEVENT")}
    assert len(found) == len(calendar.walk("VEVENT"))
    return found


def line(raw: bytes, name: str) -> list[str]:
    """The values of a property as they stand in the file, unfolded, with RFC 5545's escapes off."""
    unfolded = raw.decode("utf-8").replace("\r\n ", "").split("\r\n")
    values = [each.partition(":")[2] for each in unfolded if each.startswith(f"{name}:")]
    escapes = {"\\n": "\n", "\\N": "\n"}
    return [re.sub(r"\\(.)", lambda m: escapes.get(m[0], m[1]), value) for value in values]


def test_every_date_is_a_day_of_its_own_and_blocks_no_time(tmp_path: Path) -> None:
    made = with_review(sample.snapshot(9))
    found = events(made, tmp_path)
    assert len(found) == 10
    for action in made.actions:
        event = found[f"{action.id}@flipchart"]
        assert action.due is not None
        assert event.decoded("dtstart") == action.due
        assert event.decoded("dtend") == action.due + timedelta(days=1)
        assert event["summary"] == action.what
        assert action.owner in event["description"]
        assert action.measure in event["description"]
        assert (event["status"], event["transp"]) == ("CONFIRMED", "TRANSPARENT")
        assert not event.walk("VALARM")
    review = found["review-w@flipchart"]
    assert review.decoded("dtstart") == REVIEWED
    assert "Service review, autumn" in review["summary"]


def test_a_proposed_action_is_tentative_and_one_without_a_date_is_told(tmp_path: Path) -> None:
    actions = (sample.action(0, state="proposed"), sample.action(1, due=None))
    made = sample.snapshot(actions=actions)
    (event,) = events(made, tmp_path).values()
    assert event["status"] == "TENTATIVE"
    assert "1 action has no date yet" in line(content(made, tmp_path), "X-WR-CALDESC")[0]


def test_a_day_exported_again_updates_moves_and_cancels(tmp_path: Path) -> None:
    day = begin_day(tmp_path / "library")
    day.reach(State.ACT)
    planning = day.live.planning
    kept = planning.propose(ActionDraft("Ring back", due=date(2026, 2, 1)))
    gone = planning.propose(ActionDraft("Paint the door", due=date(2026, 3, 1)))
    before = events(day.live.snapshot(), tmp_path)
    day.clock.moment += 60_000
    planning.change_action(kept, ActionDraft("Ring back", due=date(2026, 2, 8)))
    planning.drop_action(gone, "Nobody wants it")
    after = events(day.live.snapshot(), tmp_path)
    assert after.keys() == before.keys() == {f"{kept}@flipchart", f"{gone}@flipchart"}
    for uid, event in after.items():
        assert event["sequence"] == before[uid]["sequence"] + 60
        assert event.decoded("last-modified") > before[uid].decoded("last-modified")
    assert after[f"{kept}@flipchart"].decoded("dtstart") == date(2026, 2, 8)
    assert after[f"{gone}@flipchart"]["status"] == "CANCELLED"
    day.clock.moment += 60_000
    day.live.facilitation.undo()
    back = events(day.live.snapshot(), tmp_path)[f"{gone}@flipchart"]
    assert back["status"] == "TENTATIVE"
    assert back["sequence"] > after[f"{gone}@flipchart"]["sequence"]
    day.library.close()


def test_a_rehearsal_never_takes_the_place_of_what_is_real(tmp_path: Path) -> None:
    made = with_review(sample.snapshot(2))
    real, rehearsed = events(made, tmp_path), events(in_a_rehearsal(made), tmp_path)
    assert not real.keys() & rehearsed.keys()
    for event in rehearsed.values():
        assert REHEARSAL in event["summary"]
        assert REHEARSAL in event["description"]


def test_the_same_snapshot_gives_the_same_bytes(tmp_path: Path) -> None:
    made = with_review(sample.snapshot(5))
    assert content(made, tmp_path) == content(made, tmp_path)


def test_lines_are_folded_and_no_letter_is_cut(tmp_path: Path) -> None:
    raw = content(sample.snapshot(actions=(sample.action(0, what="שלום 🎉 " * 40),)), tmp_path)
    lines = raw.split(b"\r\n")
    assert all(len(each) <= 75 for each in lines)
    assert all(each.decode("utf-8") is not None for each in lines)
    assert line(raw, "SUMMARY") == [("שלום 🎉 " * 40).strip()]


@given(st.text(max_size=200))
@example("C:\\New folder\\names; a, b")
@example("\\n \\N \\, \\; \\\\")
@example("END:VEVENT\r\nEND:VCALENDAR")
def test_any_text_reads_back(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    made = sample.snapshot(actions=(sample.action(0, what=text, owner=text),))
    folder = tmp_path_factory.mktemp("ics")
    raw = content(made, folder)
    assert len(events(made, folder)) == 1
    meant = " ".join(text.split())
    assert line(raw, "SUMMARY") == [clean(meant) if meant else "Action"]
    if clean(text).strip():
        assert f"Owner: {clean(text.strip())}" in line(raw, "DESCRIPTION")[0]
