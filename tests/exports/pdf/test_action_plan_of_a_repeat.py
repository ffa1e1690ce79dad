"""The action plan of a repeated day: last time's scores, and what became of its actions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from exports.pdf import action_plan
from frameworks.theme import Theme
from tests.days import Day
from tests.exports.pdf.ink import ink_of, outside, overlapping
from tests.exports.pdf.sample import SESSIONS, WORKSHOP, action, snapshot
from tests.repeats import finished_day, repeated
from workshop import deletion
from workshop.copies import write_copy
from workshop.facts import ReviewFacts
from workshop.kinds import ActionStatus
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.planning import ActionDraft
from workshop.snapshot import Snapshot
from workshop.steps import State
from workshop.taking_over import take_over
from workshop.words import Words

WORDS = Words("en")
A4 = (595.28, 841.89)
REPEATED = replace(WORKSHOP, earlier_id="e", earlier_on=date(2025, 4, 9))
NONE_NEW = "No action was proposed or agreed."


def reviewed(number: int, status: ActionStatus, **fields: object) -> ReviewFacts:
    """Row `number` of the sample as an action of last time."""
    made = action(number)
    facts = ReviewFacts(
        id=f"r{number}",
        what=made.what,
        owner=made.owner,
        due=made.due,
        measure=made.measure,
        theme=made.theme,
        second=made.second,
        session=made.session,
        short=made.short,
        status=status,
        reviewed=True,
    )
    return replace(facts, **fields)  # type: ignore[arg-type] # the tests name their fields


SIX = (
    reviewed(0, ActionStatus.DONE),
    reviewed(1, ActionStatus.UNDER_WAY),
    *(reviewed(n, ActionStatus.NOT_STARTED) for n in range(2, 6)),
)


def printed(made: Snapshot, folder: Path) -> list[str]:
    """The text of each page, its lines joined; nothing runs over another or off the page."""
    path = action_plan.write(made, WORDS, folder / "plan.pdf").path
    inks = ink_of(path)
    assert (outside(inks, *A4), overlapping(inks)) == ([], [])
    return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]


def test_the_open_actions_of_last_time_are_rows_and_the_done_ones_a_line(tmp_path: Path) -> None:
    text = " ".join(printed(snapshot(2, workshop=REPEATED, review=SIX), tmp_path))
    assert "From last time 1 of 6 done, 5 still open. What we agreed on, 9 April 2025" in text
    assert "One handover sheet shared by nursing and back office Structure, Handovers" in text
    assert "Senior nurse 21 Nov Under way" in text
    assert text.count("Not started") == 4
    assert text.count("Done: ") == 1
    assert "Done: Front desk may waive a charge of up to £25 on the spot" in text
    assert text.index("How we will know") < text.index("From last time") < text.index("Done: ")


def test_a_day_without_new_actions_says_how_many_of_last_time_are_open(tmp_path: Path) -> None:
    said = "No new action was proposed or agreed. {} from last time"
    five = printed(snapshot(0, review=SIX), tmp_path)[0]
    assert f"{said.format('5 actions')} are still open. From last time" in five
    one = printed(snapshot(0, review=SIX[:2]), tmp_path)[0]
    assert f"{said.format('1 action')} is still open. From last time" in one
    assert NONE_NEW not in five + one


def test_where_all_is_done_there_is_no_table_of_open_ones(tmp_path: Path) -> None:
    (text,) = printed(snapshot(0, review=SIX[:1]), tmp_path)
    assert f"{NONE_NEW} From last time 1 of 1 done. Done: Front desk" in text
    assert "How it stands" not in text


def test_the_score_of_last_time_stands_below_each_session_that_had_one(tmp_path: Path) -> None:
    vision, strategy, *others = SESSIONS
    sessions = (
        replace(vision, earlier_score=2.9),
        replace(strategy, score=None, earlier_score=3.0),
        *others,
    )
    (text,) = printed(snapshot(1, sessions=sessions), tmp_path)
    # The reader puts no space between a large score and the small line below it.
    assert re.search(r"Vision 3\.4 ?2\.9 last time", text)
    assert re.search(r"Strategy no score yet ?3\.0 last time", text)
    assert text.count("last time") == 2


def test_without_an_earlier_workshop_the_plan_says_nothing_of_last_time(tmp_path: Path) -> None:
    text = " ".join(printed(snapshot(0), tmp_path))
    assert NONE_NEW in text
    assert "last time" not in text


def test_what_is_missing_of_an_earlier_action_is_said(tmp_path: Path) -> None:
    bare = reviewed(0, ActionStatus.NOT_STARTED, owner="", due=None, theme=None, session="")
    past = reviewed(1, ActionStatus.UNDER_WAY, due=date(2024, 11, 21))
    (text,) = printed(snapshot(0, review=(bare, past)), tmp_path)
    assert "No owner yet No date yet Not started" in text
    assert "21 Nov 2024 Under way" in text
    assert "0 of 2 done, 2 still open." in text


def test_a_long_review_goes_on_under_its_head_with_every_action(tmp_path: Path) -> None:
    long = tuple(
        reviewed(n, ActionStatus.UNDER_WAY, what=f"Earlier {n}", theme=Theme.VISION)
        for n in range(60)
    )
    pages = printed(snapshot(3, workshop=REPEATED, review=long), tmp_path)
    assert [n for n in range(60) if f"Earlier {n} " not in " ".join(pages)] == []
    assert all(page.count("How it stands") == 1 for page in pages)
    more = [page.count("More from last time is on the next page.") for page in pages]
    assert more == [1] * (len(pages) - 1) + [0]


def test_earlier_actions_kept_out_of_their_report_are_not_printed(tmp_path: Path) -> None:
    kept = replace(SIX[1], what="Kept to ourselves", off_report=True)
    (text,) = printed(snapshot(1, review=(SIX[0], kept)), tmp_path)
    assert "Kept to ourselves" not in text
    assert "1 of 1 done." in text


@pytest.fixture
def again(tmp_path: Path) -> Iterator[Day]:
    day = finished_day(tmp_path, actions=6)
    first = day.live.facts().actions[0]
    day.live.planning.change_action(first.id, ActionDraft("Do 0", off_report=True))
    yield repeated(day)
    day.library.close()


def kept_out(day: Day) -> list[str]:
    """What of the review is kept out of the report."""
    return [each.what for each in day.live.snapshot().review if each.off_report]


def test_what_was_kept_out_stays_out_when_the_earlier_workshop_is_gone(
    again: Day, tmp_path: Path
) -> None:
    deletion.delete(again.library, again.live.facts().workshop.earlier_id or "")
    again.clock.moment += 31 * 24 * 60 * 60 * 1000
    deletion.purge(again.library)
    assert kept_out(again) == ["Do 0"]
    assert "Do 0" not in " ".join(printed(again.live.snapshot(), tmp_path))


def test_what_was_kept_out_stays_out_in_a_copy_on_another_laptop(
    again: Day, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    copy = write_copy(again.library.path, again.live.id, stick, "Service review")
    with Library.open(tmp_path / "other" / "flipchart.sqlite", clock=again.clock) as other:
        there = LiveWorkshop(other, take_over(other, copy), WORDS)
        assert kept_out(replace(again, library=other, live=there)) == ["Do 0"]


def test_a_repeat_of_a_repeat_keeps_out_what_its_first_day_did(again: Day) -> None:
    again.reach(State.FINISHED)
    assert kept_out(repeated(again)) == ["Do 0"]


def test_a_repeated_day_prints_what_its_review_came_to(again: Day, tmp_path: Path) -> None:
    shown = [each for each in again.live.snapshot().review if not each.off_report]
    assert [each.what for each in shown] == [f"Do {n}" for n in range(1, 6)]
    again.live.reviewing.set_status(shown[0].id, ActionStatus.DONE)
    again.live.reviewing.set_status(shown[1].id, ActionStatus.UNDER_WAY)
    text = " ".join(printed(again.live.snapshot(), tmp_path))
    assert "4 actions from last time are still open. From last time 1 of 5 done, 4 still" in text
    assert "Owner 2 No date yet Under way" in text
    assert "Done: Do 1" in text
    assert "Do 0" not in text
