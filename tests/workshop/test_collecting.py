"""The pace `together`: vote through all, collect, reveal at once, talk on the picked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from frameworks.model import Framework
from tests.days import Day, begin_day, room_framework
from tests.workshop.together_days import (
    ALIKE,
    LOW,
    SPLIT,
    SPREAD,
    checklist,
    in_work,
    names,
    pick,
    picked,
    to_the_end_of_the_talk,
    to_the_page,
    together_of,
    two_activities,
    vote,
    vote_through,
)
from workshop.creation import NewTeam
from workshop.errors import NotPossibleNow
from workshop.facts import Facts
from workshop.kinds import Ballot, RoundState, Sorting, Step
from workshop.live import LiveWorkshop
from workshop.scenes import RevealScene
from workshop.steps import Act, State
from workshop.together_scenes import ChecklistScene, CollectedScene, TogetherScene


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Callable[..., Day]]:
    days: list[Day] = []

    def make(framework: Framework | None = None, **more: object) -> Day:
        chosen = framework or two_activities()
        days.append(begin_day(tmp_path / str(len(days)), framework=chosen, **more))  # type: ignore[arg-type]  # the keywords of begin_day
        return days[-1]

    yield make
    for day in days:
        day.library.close()


@pytest.fixture
def day(begin: Callable[..., Day]) -> Day:
    """Three questions together, then two single ones."""
    return begin()


# --- Voting through and collecting ------------------------------------------------------------


def test_questions_follow_each_other_without_a_reveal_or_a_discussion(day: Day) -> None:
    day.reach(State.POSE)
    way = []
    for answers in (ALIKE, SPLIT, SPREAD):
        way.append(in_work(day))
        vote(day, answers)
        facts = day.live.facts()
        assert all(not line.revealed for item in facts.items for line in item.questions)
    assert way == ["Together 0", "Together 1", "Together 2"]
    assert day.state() is State.COLLECTED


def test_nothing_collected_has_a_value_before_the_reveal(day: Day) -> None:
    vote_through(day, ALIKE, SPLIT, SPREAD)
    assert all(q.round is not None and q.round.result is None for q in together_of(day).questions)
    scene = day.live.scene().scene
    assert isinstance(scene, CollectedScene)
    assert day.live.console().together is None


def test_all_are_revealed_at_once_the_most_divided_first(day: Day) -> None:
    to_the_page(day)
    rounds = [question.round for question in together_of(day).questions]
    assert {each.state for each in rounds if each} == {RoundState.REVEALED}
    assert names(day) == ["Together 1", "Together 2", "Together 0"]
    assert isinstance(day.live.scene().scene, TogetherScene)
    assert day.live.console().together == together_of(day)


def test_the_most_divided_are_offered_for_the_talk(day: Day) -> None:
    to_the_page(day)
    assert picked(day) == ["Together 1", "Together 2"]


def test_a_question_nobody_voted_on_is_on_the_page_and_cannot_be_picked(day: Day) -> None:
    to_the_page(day, ALIKE, (), SPLIT)
    assert names(day)[-1] == "Together 1"
    silent = next(q for q in together_of(day).questions if q.short == "Together 1")
    with pytest.raises(NotPossibleNow, match="Nobody voted on Together 1"):
        day.live.collecting.pick(silent.id, picked=True)
    assert "Together 1" not in picked(day)


def test_where_nobody_voted_at_all_the_day_goes_on(day: Day) -> None:
    vote_through(day, (), (), ())
    assert day.state() is State.COLLECTED
    day.live.facilitation.next()
    assert (day.state(), in_work(day)) == (State.POSE, "Single a")


def test_a_skipped_question_is_not_on_the_page(day: Day) -> None:
    day.reach(State.POSE)
    vote(day, SPLIT)
    day.live.facilitation.skip()
    assert in_work(day) == "Together 2"
    vote(day, SPREAD)
    day.live.facilitation.next()
    assert sorted(names(day)) == ["Together 0", "Together 2"]


def test_skipping_the_last_of_them_collects_what_was_voted_on(day: Day) -> None:
    day.reach(State.POSE)
    vote(day, SPLIT)
    vote(day, SPREAD)
    day.live.facilitation.skip()
    assert day.state() is State.COLLECTED
    day.live.facilitation.undo()
    assert (day.state(), in_work(day)) == (State.POSE, "Together 2")
    day.live.facilitation.redo()
    day.live.facilitation.next()
    assert sorted(names(day)) == ["Together 0", "Together 1"]


def test_skipping_all_of_them_goes_on_to_the_next_activity(day: Day) -> None:
    day.reach(State.POSE)
    for _ in range(3):
        day.live.facilitation.skip()
    assert (day.state(), in_work(day)) == (State.POSE, "Single a")


def test_after_a_jump_back_only_what_is_still_to_be_voted_on_follows(day: Day) -> None:
    day.reach(State.POSE)
    vote(day, SPLIT)
    vote(day, SPREAD)
    facts = day.live.facts()
    assert facts.question is not None
    assert facts.item_id is not None
    first = next(q.id for q in facts.item.questions) if facts.item else ""
    day.live.facilitation.jump(facts.item_id, first)
    day.live.facilitation.next()  # opens it again, with its votes
    day.live.facilitation.next()
    day.live.facilitation.next()
    assert (day.state(), in_work(day)) == (State.POSE, "Together 2")


# --- The page ---------------------------------------------------------------------------------


def test_the_wall_turns_its_pages_before_the_talk(begin: Callable[..., Day]) -> None:
    day = begin(room_framework(9))
    to_the_page(day, SPLIT, *[ALIKE] * 8)
    pages, act = [], Act.NOTHING
    while day.state() is State.TOGETHER:
        scene = day.live.scene().scene
        assert isinstance(scene, TogetherScene)
        pages.append(len(scene.rows))
        act = day.live.facilitation.next()
    assert (pages, act) == ([5, 4], Act.TALK_ABOUT)


def test_sorting_anew_begins_at_the_first_page_and_undo_turns_back(
    begin: Callable[..., Day],
) -> None:
    day = begin(room_framework(9))
    to_the_page(day, ALIKE, LOW, SPLIT, *[ALIKE] * 6)
    day.live.facilitation.next()
    before = day.live.both()
    day.live.collecting.sort(Sorting.LOWEST)
    assert (day.live.facts().page, names(day)[:2]) == (0, ["Together 1", "Together 0"])
    day.live.collecting.sort(Sorting.PACK)
    assert names(day)[:2] == ["Together 0", "Together 1"]
    day.live.facilitation.undo()
    day.live.facilitation.undo()
    assert day.live.both()[0] == before[0]


def test_the_reveal_is_taken_back_and_shown_again(day: Day) -> None:
    to_the_page(day)
    shown = day.live.scene()
    day.live.facilitation.back()
    assert (day.state(), day.scene_name()) == (State.TAKEN_BACK, "CollectedScene")
    assert day.live.console().together is not None  # the facilitator goes on picking
    pick(day, "Together 0")
    assert day.scene_name() == "CollectedScene"
    pick(day, "Together 1", "Together 2")
    day.live.facilitation.next()
    assert (day.state(), day.live.scene()) == (State.TOGETHER, shown)


def test_picks_belong_to_the_page_alone(day: Day) -> None:
    to_the_page(day)
    question = together_of(day).questions[0]
    day.live.facilitation.next()
    with pytest.raises(NotPossibleNow, match="nothing to pick"):
        day.live.collecting.pick(question.id, picked=True)
    with pytest.raises(NotPossibleNow, match="nothing to pick"):
        day.live.collecting.sort(Sorting.PACK)


# --- The talk ---------------------------------------------------------------------------------


def test_the_talk_is_about_the_picked_in_the_order_of_the_page(day: Day) -> None:
    to_the_page(day)
    pick(day, "Together 0", "Together 1", "Together 2")
    talked = []
    assert day.live.facilitation.next() is Act.TALK_ABOUT
    while in_work(day).startswith("Together"):
        talked.append(in_work(day))
        facts = day.live.facts()
        assert (facts.step, day.state()) == (Step.TALK, State.TALK)
        assert isinstance(day.live.scene().scene, RevealScene)
        to_the_end_of_the_talk(day)
    assert talked == ["Together 1", "Together 2", "Together 0"]
    assert (day.state(), in_work(day)) == (State.POSE, "Single a")


def test_what_is_agreed_in_the_talk_is_recorded_and_the_others_keep_their_median(
    day: Day,
) -> None:
    to_the_page(day)
    pick(day, "Together 0")
    day.live.facilitation.next()
    day.live.facilitation.next()
    assert day.live.facilitation.next() is Act.AGREE
    item = day.live.facts().item
    assert item is not None
    outcomes = {q.short: (q.outcome, q.score) for q in item.questions}
    assert outcomes["Together 0"] == ("agreed", 3.0)
    assert outcomes["Together 1"] == (None, 5.0)


def test_with_nothing_picked_the_next_activity_follows(day: Day) -> None:
    to_the_page(day)
    pick(day)
    day.live.facilitation.next()
    assert (day.state(), in_work(day)) == (State.POSE, "Single a")


def test_the_questions_after_the_page_are_led_one_by_one(day: Day) -> None:
    to_the_page(day)
    pick(day)
    day.live.facilitation.next()
    seen = []
    while in_work(day) == "Single a":
        seen.append(day.state())
        if day.state() is State.OPEN:
            day.vote_all(3)
        day.live.facilitation.next()
    assert seen[:5] == [State.POSE, State.DISCUSS, State.OPEN, State.CLOSED, State.REVEAL]


def test_skip_in_the_talk_goes_to_the_next_that_is_picked(day: Day) -> None:
    to_the_page(day)
    day.live.facilitation.next()
    day.live.facilitation.skip()
    assert (day.state(), in_work(day)) == (State.TALK, "Together 2")
    day.live.facilitation.skip()
    assert (day.state(), in_work(day)) == (State.POSE, "Single a")


@pytest.mark.parametrize("here", [State.COLLECTED, State.TOGETHER])
def test_skip_on_the_page_leaves_it_for_the_next_activity(here: State, day: Day) -> None:
    to_the_page(day) if here is State.TOGETHER else vote_through(day, ALIKE, SPLIT, SPREAD)
    day.live.facilitation.skip()
    assert (day.state(), in_work(day)) == (State.POSE, "Single a")
    day.live.facilitation.undo()
    assert day.state() is here


# --- Another round ----------------------------------------------------------------------------


def another_round(day: Day, answers: tuple[int, ...]) -> None:
    """V in the talk, vote, close, and on."""
    day.live.facilitation.vote_again()
    facts = day.live.facts()
    assert facts.round is not None
    assert facts.round.number == 2
    seats = day.seats()[: len(answers)]
    day.cast(*((facts.round.id, s, a) for s, a in zip(seats, answers, strict=True)))
    day.live.facilitation.next()
    day.live.facilitation.next()


def test_another_round_is_revealed_by_itself_and_the_talk_goes_on(day: Day) -> None:
    to_the_page(day)
    page = [(q.id, q.round) for q in together_of(day).questions]
    day.live.facilitation.next()
    another_round(day, ALIKE)  # it would now stand last on the page
    assert (day.state(), in_work(day)) == (State.REVEAL, "Together 1")
    assert [(q.id, q.round) for q in together_of(day).questions] == page
    to_the_end_of_the_talk(day)
    assert (day.state(), in_work(day)) == (State.TALK, "Together 2")


def test_another_round_without_votes_leaves_the_talk_where_it_was(day: Day) -> None:
    to_the_page(day)
    day.live.facilitation.next()
    another_round(day, ())
    assert (day.state(), in_work(day)) == (State.TALK, "Together 1")
    to_the_end_of_the_talk(day)
    assert in_work(day) == "Together 2"


def test_a_jump_to_a_revealed_question_reveals_its_next_round_by_itself(day: Day) -> None:
    to_the_page(day)
    pick(day)
    day.live.facilitation.next()
    item = day.live.facts().item
    assert item is not None
    day.live.facilitation.jump(item.id, item.questions[0].id)
    vote_here = Act.OPEN, Act.CLOSE, Act.REVEAL
    for act in vote_here:
        assert day.live.facilitation.next() is act
        if act is Act.OPEN:
            day.vote_all(4)
    assert (day.state(), in_work(day)) == (State.REVEAL, "Together 0")


def test_a_session_begun_anew_asks_its_revealed_questions_one_by_one(day: Day) -> None:
    to_the_page(day)
    item = day.live.facts().item
    assert item is not None
    day.live.facilitation.jump(item.id)
    for act in (Act.POSE, Act.OPEN, Act.CLOSE, Act.REVEAL):
        assert day.live.facilitation.next() is act
        if act is Act.OPEN:
            day.vote_all(4)
    assert (day.state(), in_work(day)) == (State.REVEAL, "Together 0")


def test_a_late_vote_on_a_missed_question_is_collected_and_talked_about(day: Day) -> None:
    to_the_page(day, ALIKE, (), SPLIT)
    pick(day)
    day.live.facilitation.next()
    item = day.live.facts().item
    assert item is not None
    day.live.facilitation.jump(item.id, item.questions[1].id)
    vote(day, SPREAD)
    assert day.state() is State.COLLECTED
    day.live.facilitation.next()
    assert (day.state(), picked(day)) == (State.TOGETHER, ["Together 1"])


# --- Checklists, secret ballots ---------------------------------------------------------------


def test_a_checklist_is_collected_in_the_order_of_the_pack(begin: Callable[..., Day]) -> None:
    day = begin(checklist())
    to_the_page(day, (3, 3, 3), (1, 1, 1), (1, 2, 3))
    scene = day.live.scene().scene
    assert isinstance(scene, ChecklistScene)
    assert names(day) == ["Basic 0", "Basic 1", "Basic 2"]
    day.live.collecting.sort(Sorting.LOWEST)
    assert names(day) == ["Basic 0", "Basic 1", "Basic 2"]


def test_secret_votes_are_collected_sealed_and_revealed_at_once(begin: Callable[..., Day]) -> None:
    teams = (NewTeam("Front desk", 3), NewTeam("Nursing", 4))
    day = begin(two_activities(), teams=teams, ballot=Ballot.SECRET)
    day.reach(State.COLLECTED)
    assert all(q.round and q.round.sealed for q in together_of(day).questions)
    assert all(q.round and q.round.result is None for q in together_of(day).questions)
    day.live.facilitation.next()
    assert all(q.round and q.round.votes_in == 7 for q in together_of(day).questions)
    assert all(q.round and q.round.result for q in together_of(day).questions)


# --- Undo and crashes -------------------------------------------------------------------------


def comparable(facts: Facts) -> Facts:
    """Where the day is, without what an undo leaves on purpose."""
    return replace(facts, undo=None, redo=None)


def test_undo_takes_back_every_act_and_redo_does_it_again(day: Day) -> None:
    vote_through(day, ALIKE, SPLIT, SPREAD)
    day.live.facilitation.undo()
    assert day.state() is State.CLOSED
    day.live.facilitation.redo()
    acts: tuple[Callable[[], object], ...] = (
        day.live.facilitation.next,
        lambda: day.live.collecting.sort(Sorting.LOWEST),
        lambda: pick(day, "Together 0"),
        day.live.facilitation.next,
        day.live.facilitation.next,
        day.live.facilitation.next,
        day.live.facilitation.skip,
    )
    for act in acts:
        before = comparable(day.live.facts())
        steps = 0
        act()
        after = comparable(day.live.facts())
        while comparable(day.live.facts()) != before:
            assert day.live.facilitation.undo() is not None
            steps += 1
        for _ in range(steps):
            day.live.facilitation.redo()
        assert comparable(day.live.facts()) == after


def test_an_undone_reveal_hides_every_value_again(day: Day) -> None:
    to_the_page(day)
    day.live.facilitation.undo()
    assert day.state() is State.COLLECTED
    assert all(q.round and q.round.result is None for q in together_of(day).questions)
    assert not any(q.picked for q in together_of(day).questions)


def test_after_a_crash_at_any_point_wall_and_console_are_the_same(
    begin: Callable[..., Day],
) -> None:
    day = begin(room_framework(9))
    seen = set()
    day.reach(State.POSE)
    for n in range(90):
        again = LiveWorkshop(day.library, day.live.id, day.live.words)
        assert again.both() == day.live.both()
        seen.add(day.state())
        if day.state() is State.OPEN:
            day.vote_all(n % 5 + 1, 4)
            facts = day.live.facts()
            assert facts.round is not None
            day.cast(*((facts.round.id, seat, 5 - n % 3) for seat in day.seats()[4:]))
        if day.state() is State.TOGETHER:
            day.live.facilitation.back()
            again = LiveWorkshop(day.library, day.live.id, day.live.words)
            assert again.both() == day.live.both()
            day.live.facilitation.next()
        if day.state() is State.TALK and in_work(day) == "Together 0":
            day.live.facilitation.vote_again()
            again = LiveWorkshop(day.library, day.live.id, day.live.words)
            assert again.both() == day.live.both()
        if day.state() is State.SESSION:
            break
        day.live.facilitation.next()
    assert {State.COLLECTED, State.TOGETHER, State.TALK, State.RECORD, State.ACT} <= seen
