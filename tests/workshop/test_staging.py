"""Staging: what the wall says, for rooms of every size, and what it never says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest

from tests.days import Day, begin_day, room_framework, room_items, small_framework
from workshop.console_staging import console_sees
from workshop.creation import NewTeam
from workshop.planning import ActionDraft, Positions
from workshop.records import WorkshopRecord
from workshop.scenes import (
    AgreedScene,
    DifferScene,
    FinishedScene,
    HandOverScene,
    LobbyScene,
    OpeningScene,
    PracticeRevealScene,
    QuestionScene,
    ReadBackScene,
    RevealScene,
    Scene,
    SessionScene,
)
from workshop.steps import State
from workshop.words import Words

WORDS = Words()
DUE = date(2026, 2, 1)
S = TypeVar("S", bound=Scene)
Begin = Callable[..., Day]


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Begin]:
    """Begins days that are closed at the end; without teams two of three and four seats."""
    begun: list[Day] = []

    def one(*teams: NewTeam, sessions: int = 2) -> Day:
        folder, framework = tmp_path / str(len(begun)), small_framework(sessions)
        seated = teams or (NewTeam("Front desk", 3), NewTeam("Nursing", 4))
        begun.append(begin_day(folder, framework=framework, teams=seated))
        return begun[-1]

    yield one
    for day in begun:
        day.library.close()


@pytest.fixture
def day(begin: Begin) -> Day:
    return begin()


def wall(day: Day, kind: type[S]) -> S:
    scene = day.live.scene().scene
    assert isinstance(scene, kind)
    return scene


def question_id(day: Day) -> str:
    found = day.live.facts().question
    assert found is not None, "a question is in work"
    return found.id


def test_the_welcome_says_who_is_here_and_when_it_begins(day: Day) -> None:
    scene = wall(day, LobbyScene)
    assert (scene.organisation, scene.title) == ("Harbour Street Clinic", "Service review")
    assert (scene.starts, scene.heading) == ("We start at 09:00.", "7 people today")
    assert scene.teams == (("Front desk", 3, "3 seats"), ("Nursing", 4, "4 seats"))


def test_one_person_is_one_person_and_two_hundred_are_two_hundred(begin: Begin) -> None:
    assert wall(begin(NewTeam("All", 1)), LobbyScene).heading == "1 person today"
    assert wall(begin(NewTeam("All", 1)), LobbyScene).teams == (("All", 1, "1 seat"),)
    assert wall(begin(NewTeam("All", 200)), LobbyScene).heading == "200 people today"


def test_the_opening_says_why_how_and_until_when(day: Day) -> None:
    day.reach(State.OPENING)
    scene = wall(day, OpeningScene)
    assert scene.until == "until 10:25"
    assert scene.purpose == "See where we stand, and choose what we do about it."
    assert len(scene.rules) == 4
    assert [part.name for part in scene.strip] == ["Vision", "Strategy"]


def test_the_practice_vote_tells_how_many_and_never_what(day: Day) -> None:
    day.reach(State.PRACTICE_OPEN)
    asked = wall(day, QuestionScene)
    assert asked.practice
    assert asked.votes is not None
    assert (asked.votes.voted, asked.votes.unit) == (0, "of 7 votes in")
    day.cast(*(("practice", seat, 5) for seat in day.seats()[:3]))
    day.live.facilitation.next()
    assert wall(day, PracticeRevealScene).heading == "3 of 7 votes were in"


def test_a_session_begins_with_its_questions_and_its_place_in_the_day(day: Day) -> None:
    day.reach(State.SESSION)
    scene = wall(day, SessionScene)
    assert (scene.count, scene.minutes) == ("2 questions", "30 minutes")
    assert scene.shorts == ("Short 0.0", "Short 0.1")
    assert scene.foot == "Session 1 of 2, until 09:45"
    day.live.facilitation.next()
    day.live.facilitation.skip()
    day.live.facilitation.jump(day.live.facts().items[1].id)
    scene = wall(day, SessionScene)
    assert (scene.count, scene.shorts) == ("1 question", ("Short 0.1",))


@pytest.mark.parametrize(
    ("late", "opening", "session"), [(8 * 60 + 12, "18:37", "17:57"), (10, "10:25", "09:45")]
)
def test_the_wall_tells_the_times_of_a_day_begun_at_another_hour_as_the_console_does(
    late: int, opening: str, session: str, day: Day
) -> None:
    day.clock.moment += late * 60_000
    day.reach(State.OPENING)
    assert wall(day, OpeningScene).until == f"until {opening}"
    day.reach(State.SESSION)
    assert wall(day, SessionScene).foot == f"Session 1 of 2, until {session}"
    rail = console_sees(day.live.facts(), WORDS, day.clock.moment).rail
    strategy = next(item for item in rail if item.title == "Strategy")
    assert strategy.value == session


def test_a_question_says_its_place_and_how_many_votes_are_in(day: Day) -> None:
    day.reach(State.POSE)
    scene = wall(day, QuestionScene)
    assert (scene.header.place, scene.text, scene.votes) == (
        "Question 1 of 2", "Question 0.0?", None,
    )  # fmt: skip
    day.reach(State.OPEN)
    day.vote_all(2, 4)
    scene = wall(day, QuestionScene)
    assert scene.votes is not None
    assert (scene.votes.voted, scene.votes.expected, scene.notice) == (4, 7, "")
    assert scene.timer is not None
    day.live.facilitation.next()
    scene = wall(day, QuestionScene)
    assert (scene.notice, scene.timer) == ("The vote is closed", None)


@pytest.mark.parametrize("votes", [1, 2, 3, 4])
def test_under_five_votes_have_no_word_for_their_agreement(votes: int, day: Day) -> None:
    day.reach(State.REVEAL, votes=votes)
    scene = wall(day, RevealScene)
    assert (scene.chart.agreement_text, scene.chart.borderline_text) == (None, None)
    assert scene.prompt
    day.reach(State.RECORD)
    day.live.facilitation.next()
    line = "1 vote" if votes == 1 else f"{votes} votes"
    assert wall(day, AgreedScene).vote == f"The vote: median 3, {line}."


def test_two_hundred_votes_are_shown_and_agreed_on(begin: Begin) -> None:
    day = begin(NewTeam("Left", 100), NewTeam("Right", 100))
    day.reach(State.RECORD)
    day.live.facilitation.next()
    scene = wall(day, AgreedScene)
    assert scene.vote == "The vote: median 3, in agreement 100, 200 votes."
    assert (scene.score, scene.label, scene.evidence_heading) == ("3", "Half the time", "")


def test_no_prompt_names_a_team(begin: Begin) -> None:
    day = begin(NewTeam("Zebras", 6), NewTeam("Yaks", 6))
    for low, high in ((3, 3), (1, 5), (2, 4), (3, 5), (0, 3)):
        day.reach(State.OPEN)
        facts = day.live.facts()
        assert facts.round is not None
        seats = day.seats()
        day.cast(*((facts.round.id, seat, low) for seat in seats[:6]))
        day.cast(*((facts.round.id, seat, high) for seat in seats[6:]))
        for _ in range(2):
            day.live.facilitation.next()
        said = repr(wall(day, RevealScene))
        assert "Zebras" not in said
        assert "Yaks" not in said
        day.live.facilitation.vote_again()


def test_the_agreed_score_stands_with_its_evidence_unless_not_for_the_wall(day: Day) -> None:
    day.reach(State.RECORD)
    asked, planning = question_id(day), day.live.planning
    planning.agree(asked, 3.5)
    planning.write_evidence(asked, "Secret list")
    scene = wall(day, AgreedScene)
    assert (scene.score, scene.label) == ("3.5", "")
    assert (scene.evidence_heading, scene.evidence) == ("What makes it a 3.5", "Secret list")
    planning.mark_outcome(asked, off_wall=True, off_report=False)
    scene = wall(day, AgreedScene)
    assert (scene.evidence_heading, scene.evidence) == ("", "")
    assert "Secret list" not in repr(day.live.scene())


def test_both_positions_stand_side_by_side_unless_not_for_the_wall(day: Day) -> None:
    day.reach(State.OPEN)
    facts = day.live.facts()
    assert facts.round is not None
    for seat, answer in zip(day.seats(), (1, 1, 1, 5, 5, 5, 5), strict=True):
        day.cast((facts.round.id, seat, answer))
    day.reach(State.RECORD, votes=0)
    asked, planning = question_id(day), day.live.planning
    planning.differ(asked, Positions(1, "Late", 5, "Same care", "Ops lead", "counts", DUE))
    scene = wall(day, DifferScene)
    assert (scene.low.score, scene.low.camp, scene.low.text) == ("1", "3 votes at 1", "Late")
    assert (scene.high.score, scene.high.camp) == ("5", "4 votes at 5")
    assert scene.finds_out == "Ops lead: counts, until 1 February 2026."
    planning.mark_outcome(asked, off_wall=True, off_report=False)
    scene = wall(day, DifferScene)
    assert (scene.low.text, scene.high.text, scene.finds_out, scene.finds_out_heading) == ("",) * 4
    assert scene.low.camp == "3 votes at 1"


@pytest.mark.parametrize(
    ("positions", "line"),
    [
        (Positions(finds_out="Ann", finds_out_by=DUE), "Ann, until 1 February 2026."),
        (Positions(finds_out_how="count", finds_out_by=DUE), "count, until 1 February 2026."),
        (Positions(finds_out="Ann", finds_out_how="count"), "Ann: count."),
        (Positions(finds_out="Ann"), "Ann"),
        (Positions(finds_out_by=DUE), "1 February 2026"),
        (Positions(), ""),
    ],
)
def test_who_finds_out_is_said_as_far_as_it_is_known(
    positions: Positions, line: str, day: Day
) -> None:
    day.reach(State.RECORD)
    day.live.planning.differ(question_id(day), positions)
    scene = wall(day, DifferScene)
    assert (scene.finds_out, bool(scene.finds_out_heading)) == (line, bool(line))


def test_the_read_back_pages_by_five_and_keeps_back_what_is_not_for_the_wall(day: Day) -> None:
    day.reach(State.ACT)
    for n in range(6):
        day.live.planning.propose(ActionDraft(f"Do {n}", owner="Ann", due=DUE), question_id(day))
    day.live.planning.propose(ActionDraft("Quietly", off_wall=True))
    day.reach(State.READ_BACK)
    scene = wall(day, ReadBackScene)
    assert (scene.range, len(scene.rows)) == ("1 to 5 of 6", 5)
    row = scene.rows[0]
    assert (row.due, row.owner, row.origin) == ("1 Feb", "Ann", "Vision, short 0.0")
    day.live.facilitation.next()
    scene = wall(day, ReadBackScene)
    assert (scene.range, [r.number for r in scene.rows]) == ("6 to 6 of 6", [6])
    assert "Quietly" not in repr(day.live.scene())
    day.live.facilitation.next()
    assert wall(day, FinishedScene).text == "6 actions are proposed, and not agreed yet."
    for action in day.live.facts().actions[:2]:
        day.live.planning.agree_action(action.id)
    assert wall(day, FinishedScene).text == "2 actions leave this room with us."


def test_dropping_the_last_action_of_a_page_shows_the_page_before(day: Day) -> None:
    made = [day.live.planning.propose(ActionDraft(f"Do {n}")) for n in range(6)]
    day.reach(State.READ_BACK)
    day.live.facilitation.next()
    day.live.planning.drop_action(made[5], "too dear")
    scene = wall(day, ReadBackScene)
    assert (scene.range, len(scene.rows), scene.empty) == ("1 to 5 of 5", 5, "")
    assert day.live.console().next.label == "End the workshop"


def test_a_day_without_actions_says_so(day: Day) -> None:
    day.reach(State.READ_BACK)
    assert wall(day, ReadBackScene).empty == "No actions were proposed today."
    day.live.facilitation.next()
    assert wall(day, FinishedScene).text == "The day is done."


@pytest.mark.parametrize(
    ("short", "origin"),
    [
        ("Recovery", "Vision, recovery"),
        ("IT support", "Vision, IT support"),
        ("CRM", "Vision, CRM"),
    ],
)
def test_a_short_name_goes_on_in_small_letters_unless_it_is_an_abbreviation(
    short: str, origin: str, day: Day
) -> None:
    day.reach(State.ACT)
    with day.library.writing() as writing:
        writing.connection.exec_driver_sql("UPDATE question SET short = ?", (short,))
    day.live.planning.propose(ActionDraft("Do"), question_id(day))
    day.reach(State.READ_BACK)
    assert wall(day, ReadBackScene).rows[0].origin == origin


def test_a_rehearsal_is_marked_on_every_scene_of_wall_and_console(tmp_path: Path) -> None:
    day = begin_day(tmp_path / "rehearsed", framework=room_framework(), items=room_items())
    assert day.live.scene().band == ""
    with day.library.transaction() as transaction:
        transaction.get_one(WorkshopRecord, day.live.id).rehearsal = True
    seen = set()
    while (here := day.state()) is not State.FINISHED:
        seen.add(here)
        band, console = day.live.scene().band, day.live.console()
        assert band == console.rehearsal == "Rehearsal: simulated votes, nothing here is real"
        day.live.facilitation.blank()
        assert day.live.scene().band == band
        day.live.facilitation.blank()
        if here is State.OPEN:
            day.vote_all(3)
        day.live.facilitation.next()
    held = {State.BLANK, State.LOOKING_BACK, State.TAKEN_BACK, State.FINISHED}
    held.add(State.REVIEW)  # only a workshop that repeats another has one
    assert seen == set(State) - held
    day.library.close()


def test_the_hand_over_shows_nothing_of_the_scale(day: Day) -> None:
    day.reach(State.OPEN)
    day.live.turns.call()
    scene = wall(day, HandOverScene)
    assert (scene.name, scene.votes) == ("Front desk", "3 votes")
    assert "Half the time" not in repr(scene)
