"""Planning: what the talk leaves behind, and where it may be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.days import Day, begin_day
from workshop.errors import NotPossibleNow
from workshop.kinds import OutcomeKind
from workshop.planning import ActionDraft, Planning, Positions
from workshop.question_facts import OutcomeFacts
from workshop.steps import State
from workshop.words import Words

LONG = "ä" * 10_000
DUE = date(2026, 2, 1)


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """The talk about the first question, on a scale of five."""
    day = begin_day(tmp_path)
    day.reach(State.TALK)
    yield day
    day.library.close()


@pytest.fixture
def planning(day: Day) -> Planning:
    return day.live.planning


@pytest.fixture
def asked(day: Day) -> str:
    found = day.live.facts().question
    assert found is not None, "a question is in work"
    return found.id


def outcome(day: Day) -> OutcomeFacts:
    found = day.live.facts().question
    assert found is not None, "a question is in work"
    assert found.outcome is not None, "something was recorded"
    return found.outcome


def undoable(day: Day) -> str:
    return day.live.console().undo


def history(day: Day) -> list[tuple[str, str, str]]:
    with day.library.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT field, before, after FROM action_change ORDER BY rowid"
        )
        return [(row[0], row[1], row[2]) for row in rows]


# Agreed scores


@pytest.mark.parametrize("score", [1, 1.5, 3.0, 4.5, 5])
def test_a_score_is_agreed_in_half_steps(
    score: float, day: Day, planning: Planning, asked: str
) -> None:
    planning.agree(asked, score)
    assert (outcome(day).kind, outcome(day).score) == (OutcomeKind.AGREED, score)


@pytest.mark.parametrize("score", [0, 0.5, 5.5, 6, 3.25, -1, float("nan"), float("inf")])
def test_a_score_off_the_scale_is_refused(
    score: float, day: Day, planning: Planning, asked: str
) -> None:
    before = undoable(day)
    with pytest.raises(NotPossibleNow, match=r"scale\. Choose from 1 to 5 in half"):
        planning.agree(asked, score)
    assert undoable(day) == before


def test_recording_the_same_again_is_no_act(day: Day, planning: Planning, asked: str) -> None:
    planning.agree(asked, 4)
    planning.write_evidence(asked, "The list hangs there.")
    before = day.live.facts()
    day.clock.moment += 60_000
    planning.write_evidence(asked, " The list hangs there. ")
    planning.agree(asked, 4)
    planning.mark_outcome(asked, off_wall=False, off_report=False)
    assert day.live.facts() == before


def test_nothing_written_leaves_nothing(day: Day, planning: Planning, asked: str) -> None:
    before = day.live.facts()
    planning.write_evidence(asked, "  \n")
    planning.mark_outcome(asked, off_wall=False, off_report=False)
    planning.back_to_one_score(asked)
    assert planning.add_note(asked, " ", private=True) is None
    assert planning.park("\t") is None
    assert day.live.facts() == before


def test_agreeing_to_differ_keeps_both_positions_and_who_finds_out(
    day: Day, planning: Planning, asked: str
) -> None:
    planning.agree(asked, 3)
    planning.differ(asked, Positions(2, " late ", 4.5, "same care", "Ops lead", "counts", DUE))
    found = outcome(day)
    assert (found.kind, found.score) == (OutcomeKind.DIFFER, None)
    assert (found.low, found.low_position, found.high, found.high_position) == (
        2, "late", 4.5, "same care",
    )  # fmt: skip
    assert (found.finds_out, found.finds_out_how, found.finds_out_by) == ("Ops lead", "counts", DUE)


@pytest.mark.parametrize("positions", [Positions(low=0), Positions(low=2, high=5.5)])
def test_positions_off_the_scale_are_refused_whole(
    positions: Positions, day: Day, planning: Planning, asked: str
) -> None:
    planning.agree(asked, 3)
    with pytest.raises(NotPossibleNow, match="half steps"):
        planning.differ(asked, positions)
    assert outcome(day).kind is OutcomeKind.AGREED


def test_back_to_one_score_keeps_the_positions_unseen(
    day: Day, planning: Planning, asked: str
) -> None:
    planning.differ(asked, Positions(2, "low", 4, "high"))
    planning.back_to_one_score(asked)
    found = outcome(day)
    assert (found.kind, found.low_position, found.high) == (OutcomeKind.UNDECIDED, "low", 4)
    day.reach(State.RECORD)
    assert day.scene_name() == "RevealScene"
    planning.differ(asked, Positions(found.low, found.low_position, found.high))
    assert day.scene_name() == "DifferScene"


def test_evidence_is_kept_through_every_kind_of_outcome(
    day: Day, planning: Planning, asked: str
) -> None:
    planning.write_evidence(asked, "It hangs there.")
    assert outcome(day).kind is OutcomeKind.UNDECIDED
    planning.agree(asked, 3)
    planning.differ(asked, Positions())
    planning.back_to_one_score(asked)
    assert outcome(day).evidence == "It hangs there."
    planning.write_evidence(asked, "")
    assert outcome(day).evidence == ""


# Notes and the parking lot


def test_notes_are_for_the_console_and_never_in_what_the_wall_is_made_of(
    day: Day, planning: Planning, asked: str
) -> None:
    planning.add_note(asked, "The boss frowned", private=True)
    day.clock.moment += 1
    planning.add_note(asked, "Mornings are hard", private=False)
    card = day.live.console().question
    assert card is not None
    assert [(note.text, note.private, note.off_report) for note in card.notes] == [
        ("The boss frowned", True, True),
        ("Mornings are hard", False, False),
    ]
    assert all(note.off_wall for note in card.notes)
    assert "frowned" not in repr(day.live.facts(whole=False))
    assert "frowned" not in repr(day.live.both()[0])


def test_a_note_and_a_parked_thought_come_and_go(day: Day, planning: Planning, asked: str) -> None:
    note = planning.add_note(asked, "Mornings", private=False)
    parked = planning.park(" Parking ", asked)
    assert note is not None
    assert parked is not None
    assert [each.text for each in day.live.facts().parked] == ["Parking"]
    planning.remove_note(note)
    planning.unpark(parked)
    card = day.live.console().question
    assert card is not None
    assert (card.notes, day.live.facts().parked) == ((), ())
    day.live.facilitation.undo()
    assert [each.text for each in day.live.facts().parked] == ["Parking"]


def test_ten_thousand_characters_are_kept_in_every_field(
    day: Day, planning: Planning, asked: str
) -> None:
    planning.write_evidence(asked, LONG)
    planning.add_note(asked, LONG, private=True)
    planning.park(LONG)
    planning.propose(ActionDraft(LONG, first_step=LONG, owner=LONG, measure=LONG), asked)
    facts, console = day.live.facts(), day.live.console()
    (action,) = facts.actions
    assert {action.what, action.first_step, action.owner, action.measure} == {LONG}
    assert (outcome(day).evidence, facts.parked[0].text) == (LONG, LONG)
    assert console.undo == "action proposed"


# Actions


def test_an_action_needs_words_and_keeps_its_question(
    day: Day, planning: Planning, asked: str
) -> None:
    with pytest.raises(NotPossibleNow, match="An action needs words"):
        planning.propose(ActionDraft("  "))
    first = planning.propose(ActionDraft(" Ring back "), asked)
    second = planning.propose(ActionDraft("Clean up"))
    actions = day.live.facts().actions
    assert [action.id for action in actions] == [first, second]
    assert [(a.what, a.question_id, a.state) for a in actions] == [
        ("Ring back", asked, "proposed"),
        ("Clean up", None, "proposed"),
    ]
    with pytest.raises(NotPossibleNow, match="An action needs words"):
        planning.change_action(first, ActionDraft(""))


@pytest.mark.parametrize(
    "draft", [ActionDraft("x"), ActionDraft("x", owner="Ann"), ActionDraft("x", due=DUE),
              ActionDraft("x", owner="  ", due=DUE)],
)  # fmt: skip
def test_an_action_is_agreed_with_owner_and_date_only(
    draft: ActionDraft, day: Day, planning: Planning
) -> None:
    action = planning.propose(draft)
    with pytest.raises(NotPossibleNow, match="once it has an owner and a date"):
        planning.agree_action(action)
    planning.change_action(action, ActionDraft("x", owner="Ann", due=DUE))
    planning.agree_action(action)
    assert day.live.facts().actions[0].state == "agreed"


@pytest.mark.parametrize("draft", [ActionDraft("x", due=DUE), ActionDraft("x", owner="Ann")])
def test_an_agreed_action_that_loses_owner_or_date_is_proposed_again(
    draft: ActionDraft, day: Day, planning: Planning
) -> None:
    action = planning.propose(ActionDraft("x", owner="Ann", due=DUE))
    planning.agree_action(action)
    planning.change_action(action, draft)
    assert day.live.facts().actions[0].state == "proposed"
    assert history(day)[-1] == ("state", "agreed", "proposed")
    day.live.facilitation.undo()
    assert day.live.facts().actions[0].state == "agreed"


def test_each_changed_field_is_a_line_of_the_history(day: Day, planning: Planning) -> None:
    action = planning.propose(ActionDraft("Ring back", owner="Ann"))
    planning.change_action(action, ActionDraft("Ring back", owner="Bob", due=DUE))
    planning.agree_action(action)
    planning.drop_action(action, " too dear ")
    assert sorted(history(day)) == [
        ("due", "", "2026-02-01"),
        ("owner", "Ann", "Bob"),
        ("state", "agreed", "dropped"),
        ("state", "proposed", "agreed"),
    ]


def test_writing_an_action_as_it_was_is_no_act(day: Day, planning: Planning) -> None:
    action = planning.propose(ActionDraft("Ring back"))
    planning.change_action(action, ActionDraft("Ring back "))
    assert (history(day), undoable(day)) == ([], "action proposed")


def test_a_dropped_action_keeps_its_reason_and_is_nowhere_printed(
    day: Day, planning: Planning, asked: str
) -> None:
    planning.propose(ActionDraft("Stay"), asked)
    action = planning.propose(ActionDraft("Go away"), asked)
    planning.drop_action(action, " too dear ")
    with day.library.reading() as connection:
        reason = connection.exec_driver_sql("SELECT drop_reason FROM action WHERE state='dropped'")
        assert reason.scalars().all() == ["too dear"]
    assert [each.what for each in day.live.snapshot().actions] == ["Stay"]
    assert "Go away" not in repr(day.live.console())
    card = day.live.console().question
    assert card is not None
    assert card.proposed_count == "1 here, 1 today"
    day.live.facilitation.undo()
    assert [each.what for each in day.live.facts().actions] == ["Stay", "Go away"]


def test_what_is_recorded_says_its_name_to_undo(day: Day, planning: Planning, asked: str) -> None:
    said = []
    acts: tuple[Callable[[], None], ...] = (
        lambda: planning.agree(asked, 3.5),
        lambda: planning.differ(asked, Positions()),
        lambda: planning.back_to_one_score(asked),
        lambda: planning.write_evidence(asked, "x"),
        lambda: planning.mark_outcome(asked, off_wall=True, off_report=False),
    )
    for act in acts:
        act()
        said.append(undoable(day))
    assert said == [
        "score 3.5", "agree to differ", "back to one score", "evidence", "where it is shown",
    ]  # fmt: skip


def test_a_refused_score_is_said_in_the_language_of_the_reader(
    planning: Planning, asked: str
) -> None:
    with pytest.raises(NotPossibleNow) as refusal:
        planning.agree(asked, 7)
    assert refusal.value.sentence(Words("de")).startswith("7 is not on this scale")
