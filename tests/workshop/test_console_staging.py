"""Console staging: signs, the next button and undo in words, in every state."""

from __future__ import annotations

import ast
import inspect
import string
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from tests.days import Day, begin_day, room_framework
from workshop import (
    attendance,
    closing,
    collecting,
    facilitation,
    following,
    improvising,
    photos,
    planning,
    preparing_agenda,
    preparing_day,
    preparing_framework,
    preparing_questions,
    preparing_teams,
    reviewing,
)
from workshop.creation import NewTeam
from workshop.kinds import Presence, Step, Way
from workshop.planning import ActionDraft, Positions
from workshop.scenes import PracticeRevealScene, QuestionScene
from workshop.speech import ACT_NAMES, NEXT_LABELS, SIGNS, STEP_NAMES, WAY_COUNTS
from workshop.steps import Act, State
from workshop.steps import reveal_minimum as minimum
from workshop.voting import Vote

ROAD = [
    (State.LOBBY, "Start the workshop", "", "The room sees the welcome"),
    (State.OPENING, "Open a practice vote", "", "The room sees the opening"),
    (State.PRACTICE_OPEN, "Close the practice vote", "7 votes still out",
     "Votes are hidden from the room"),
    (State.PRACTICE_CLOSED, "On to Vision", "", "The room sees how many voted"),
    (State.SESSION, "First question", "", "The room sees the session"),
    (State.POSE, "Discuss it", "", "The room sees the question"),
    (State.DISCUSS, "Open the vote", "", "The room sees the question"),
    (State.OPEN, "Close the vote", "7 votes still out", "Votes are hidden from the room"),
    (State.CLOSED, "Reveal the votes", "7 of 7 votes in", "Votes are hidden from the room"),
    (State.REVEAL, "Talk about it", "", "The room sees the result"),
    (State.TALK, "Record the score", "", "The room sees the result"),
    (State.RECORD, "Agree on 3", "", "The room sees the result"),
    (State.ACT, "Next question", "", "The room sees the agreed score"),
    (State.READ_BACK, "End the workshop", "", "The room sees the actions"),
    (State.FINISHED, "The workshop is over", "", "The room sees the thanks"),
]  # fmt: skip


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    day = begin_day(tmp_path)
    yield day
    day.library.close()


def next_of(day: Day) -> tuple[str, str]:
    step = day.live.console().next
    return step.label, step.beside


def sign(day: Day) -> tuple[str, bool]:
    shown = day.live.console().sign
    return shown.text, shown.inverse


@pytest.mark.parametrize(("state", "label", "beside", "shown"), ROAD, ids=str)
def test_every_state_says_what_next_does_and_what_the_room_sees(
    state: State, label: str, beside: str, shown: str, day: Day
) -> None:
    day.reach(state)
    assert next_of(day) == (label, beside)
    hidden = state in (State.PRACTICE_OPEN, State.OPEN, State.CLOSED)
    assert sign(day) == (shown, hidden)
    assert day.live.console().next.enabled is (state is not State.FINISHED)


@pytest.mark.parametrize(
    ("votes", "label"),
    [
        (0, "Skip this question"),
        (1, "Reveal 1 vote anyway"),
        (2, "Reveal 2 votes anyway"),
        (3, "Reveal 3 votes anyway"),
        (4, "Reveal the votes"),
    ],
)
def test_a_reveal_below_half_the_present_says_anyway(votes: int, label: str, day: Day) -> None:
    day.reach(State.OPEN)
    day.vote_all(3, votes)
    day.live.facilitation.next()
    assert next_of(day) == (label, f"{votes} of 7 votes in")


def test_where_nobody_is_here_no_vote_is_said_to_be_in(day: Day) -> None:
    for team in day.live.facts().teams:
        day.live.attendance.mark_team(team.id, Presence.GONE)
    day.reach(State.PRACTICE_OPEN)
    assert next_of(day) == ("Close the practice vote", "Nobody is here to vote")
    assert of_the_wall(day) == "votes in, nobody here to vote"
    day.live.facilitation.next()
    closed = day.live.scene().scene
    assert isinstance(closed, PracticeRevealScene)
    assert closed.heading == "Nobody was here to vote"
    day.reach(State.OPEN)
    assert next_of(day) == ("Close the vote", "Nobody is here to vote")
    assert day.live.console().votes_unit == of_the_wall(day) == "votes in, nobody here to vote"
    day.live.facilitation.next()
    assert next_of(day) == ("Skip this question", "Nobody was here to vote")
    assert of_the_wall(day) == "votes in, nobody here to vote"


def of_the_wall(day: Day) -> str:
    """What the wall says behind the number of votes in."""
    scene = day.live.scene().scene
    assert isinstance(scene, QuestionScene)
    assert scene.votes is not None
    return scene.votes.unit


def test_the_minimum_is_three_or_half_the_present() -> None:
    assert [minimum(n) for n in (1, 3, 6, 7, 8, 200)] == [3, 3, 3, 4, 4, 100]


def test_the_button_after_the_last_vote_says_every_vote_is_in(day: Day) -> None:
    day.reach(State.OPEN)
    day.vote_all(3, 6)
    assert next_of(day)[1] == "1 vote still out"
    day.vote_all(3)
    assert next_of(day)[1] == "Every vote is in"


def test_the_wall_held_otherwise_has_signs_of_its_own(day: Day) -> None:
    day.reach(State.REVEAL)
    day.live.facilitation.back()
    assert (sign(day), next_of(day)[0]) == (("The reveal is taken back", True), "Back to now")
    day.live.facilitation.back()
    assert (sign(day), next_of(day)[0]) == (
        ("The room sees an earlier scene", False), "Back to now",
    )  # fmt: skip
    day.live.facilitation.blank()
    assert (sign(day), next_of(day)[0]) == (
        ("The room sees a blank screen", False), "Show the wall again",
    )  # fmt: skip


def test_a_team_at_the_screen_is_named(day: Day) -> None:
    day.reach(State.OPEN)
    day.live.turns.call()
    assert sign(day) == ("Front desk is voting at the screen", True)


def test_both_positions_are_said_to_be_seen(day: Day) -> None:
    day.reach(State.RECORD)
    question = day.live.facts().question
    assert question is not None
    day.live.planning.differ(question.id, Positions())
    assert sign(day) == ("The room sees both positions", False)
    assert next_of(day) == ("On to actions", "then Short 0.1")


def test_more_pages_and_proposed_actions_stand_on_and_beside_the_button(day: Day) -> None:
    day.reach(State.ACT)
    question = day.live.facts().question
    assert question is not None
    for n in range(6):
        day.live.planning.propose(ActionDraft(f"Do {n}"), question.id)
    assert next_of(day) == ("Next question", "6 actions proposed")
    day.reach(State.READ_BACK)
    assert next_of(day)[0] == "Next page"


def test_a_page_of_the_results_together_is_announced_by_its_rows(tmp_path: Path) -> None:
    day = begin_day(tmp_path, framework=room_framework())
    day.reach(State.TOGETHER)
    assert next_of(day)[0] == "Show 6 to 9"
    day.live.facilitation.next()
    assert not next_of(day)[0].startswith("Show")
    day.library.close()


def test_teams_and_tally_rows_count_without_a_value(day: Day) -> None:
    day.reach(State.OPEN)
    facts = day.live.facts()
    assert facts.round is not None
    day.live.voting.cast([Vote(facts.round.id, day.seats()[0], 5, Way.PHONE)])
    day.live.voting.put_tally(facts.round.id, facts.teams[0].id, {2: 1})
    console = day.live.console()
    assert [(team.count, team.ways) for team in console.teams] == [
        ("2 of 3", "1 by hand, 1 by phone"), ("0 of 4", ""),
    ]  # fmt: skip
    assert [(row.counted, row.most, row.others) for row in console.tally] == [
        (1, 2, "1 by phone"), (0, 4, ""),
    ]  # fmt: skip
    assert (console.votes, console.votes_unit) == ("2", "of 7 votes in")


def test_a_room_of_two_hundred_has_its_numbers(tmp_path: Path) -> None:
    day = begin_day(tmp_path, teams=[NewTeam("All", 200)])
    day.reach(State.OPEN)
    day.vote_all(4, 99)
    assert next_of(day) == ("Close the vote", "101 votes still out")
    day.live.facilitation.next()
    assert next_of(day) == ("Reveal 99 votes anyway", "99 of 200 votes in")
    day.library.close()


def test_the_end_of_a_finished_day_is_when_it_ended(day: Day) -> None:
    day.reach(State.READ_BACK)
    day.clock.moment += 5 * 60_000
    day.live.facilitation.next()
    ended = day.live.console().clock
    day.clock.moment += 3_600_000
    assert day.live.console().clock == ended
    assert ended.behind == ""


# Names of acts


# Which argument of a call is the name of an act.
PLACES = {"act": 2, "_act": 1, "_set_state": 3, "_closing_act": 2, "_changing": 1}
WRITERS = (
    attendance, closing, collecting, facilitation, following, improvising, photos, planning,
    preparing_agenda, preparing_day, preparing_framework, preparing_questions, preparing_teams,
    reviewing,
)  # fmt: skip


def acts_in_code() -> set[str]:
    """Every act name that the code writes into the journal."""
    found = {facilitation.VOTE_AGAIN, facilitation.REOPEN}  # handed on as a parameter
    found |= {act.value for act in Act} - {Act.UNBLANK, Act.RETURN, Act.NOTHING}
    found |= {*attendance.OF_NAMED.values(), attendance.OBSERVES}
    for module in WRITERS:
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                place = PLACES.get(node.func.attr)
                if place is not None and len(node.args) > place:
                    found |= named(node.args[place], module)
    return found


def named(node: ast.expr, module: ModuleType) -> set[str]:
    """The texts an argument can be: written there, or a constant of its module."""
    if isinstance(node, ast.IfExp):
        return named(node.body, module) | named(node.orelse, module)
    if isinstance(node, ast.Constant):
        return {str(node.value)}
    if isinstance(node, ast.Name) and isinstance(getattr(module, node.id, None), str):
        return {getattr(module, node.id)}
    return set()


def test_every_act_of_the_code_has_a_name_and_every_name_an_act() -> None:
    assert acts_in_code() == set(ACT_NAMES)


def test_every_act_state_step_and_way_has_its_words() -> None:
    assert set(NEXT_LABELS) == set(Act)
    held = {State.BLANK, State.LOOKING_BACK, State.TAKEN_BACK, State.PRACTICE_OPEN}
    assert set(SIGNS) == set(State) - held - {State.OPEN, State.CLOSED, State.COLLECTED}
    assert set(STEP_NAMES) == set(Step) - {Step.LOBBY, Step.PURPOSE, Step.FINISHED}
    assert set(WAY_COUNTS) == set(Way)


def test_undo_says_each_act_with_its_values_filled_in(day: Day) -> None:
    said: list[str] = []

    def note() -> None:
        said.append(day.live.console().undo)

    lead, plan = day.live.facilitation, day.live.planning
    for _ in range(8):
        lead.next()
        note()
        if day.state() is State.OPEN:
            lead.add_time(1)
            note()
            day.vote_all(4)
    for _ in range(3):
        lead.next()
        note()
    lead.vote_again()
    note()
    day.reach(State.RECORD)
    lead.next()
    note()
    action = plan.propose(ActionDraft("Do", owner="Ann", due=date(2026, 2, 1)))
    plan.change_action(action, ActionDraft("Do {it}", owner="Ann", due=date(2026, 2, 1)))
    note()
    plan.agree_action(action)
    note()
    plan.drop_action(action, "no")
    note()
    lead.skip()
    note()
    lead.jump(day.live.facts().items[2].id)
    note()
    assert said == [
        "workshop started", "practice vote opened", "practice vote closed", "step to Vision",
        "question posed", "discussion", "vote opened", "change of the timer", "vote closed",
        "reveal", "talk", "step to Record", "another round", "score 3", "action changed",
        "action agreed", "action dropped", "Short 0.0 skipped", "jump to Strategy",
    ]  # fmt: skip
    lead.undo()
    assert day.live.console().redo == "jump to Strategy"


def test_no_name_of_an_act_asks_for_what_its_act_does_not_give() -> None:
    asked = {
        name: {field for _, field, _, _ in string.Formatter().parse(text) if field}
        for name, text in ACT_NAMES.items()
    }
    assert {name: fields for name, fields in asked.items() if fields} == {
        "skip": {"what"}, "next item": {"item"}, "jump": {"item"}, "agree": {"score"},
        "talk about": {"question"}, "pick": {"question"}, "unpick": {"question"},
        "add seat": {"team"}, "add item": {"item"}, "change item": {"item"},
        "use framework": {"framework"}, "add session": {"item"}, "add questions": {"item"},
        "minutes": {"item"}, "move item": {"item"}, "remove item": {"item"}, "pace": {"item"},
        "edit question": {"question"}, "move question": {"question"},
        "remove question": {"question"}, "add team": {"team"}, "add teams": {"n"},
        "rename team": {"team"}, "people": {"team"}, "name seats": {"team"},
        "move team": {"team"}, "remove team": {"team"},
        "seat present": {"seat"}, "seat late": {"seat"}, "seat gone": {"seat"},
        "seat observes": {"seat"},
    }  # fmt: skip
