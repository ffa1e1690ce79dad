"""The state table of ARCHITECTURE.md, walked row by row through the one door."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.days import Day, begin_day, begin_profile_day, room_framework, room_items
from tests.repeats import finished_day, repeated
from workshop.kinds import ActionStatus
from workshop.live import LiveWorkshop
from workshop.planning import ActionDraft
from workshop.profile_views import View
from workshop.steps import State

PAPER = Path(__file__).parent.parent / "ARCHITECTURE.md"


def choose_the_last(day: Day) -> None:
    day.live.reviewing.choose(day.live.facts().review[-1].id)


def set_done(day: Day) -> None:
    day.live.reviewing.set_status(day.live.facts().review[0].id, ActionStatus.DONE)


EVENTS = {
    "next": lambda day: day.live.facilitation.next(),
    "back": lambda day: day.live.facilitation.back(),
    "blank": lambda day: day.live.facilitation.blank(),
    "skip": lambda day: day.live.facilitation.skip(),
    "undo": lambda day: day.live.facilitation.undo(),
    "vote again": lambda day: day.live.facilitation.vote_again(),
    "call a team": lambda day: day.live.turns.call(),
    "teams apart": lambda day: day.live.facilitation.apart(),
    "hold": lambda day: day.live.hold(),
    "radar": lambda day: day.live.viewing.radar(),
    "radar again": lambda day: day.live.viewing.radar(),
    "next view": lambda day: day.live.viewing.following(),
    "choose an action": choose_the_last,
    "set a status": set_done,
}
ROAD = [
    State.LOBBY, State.OPENING, State.PRACTICE_OPEN, State.PRACTICE_CLOSED, State.SESSION,
    State.POSE, State.DISCUSS, State.OPEN, State.CLOSED, State.REVEAL, State.TALK, State.RECORD,
    State.ACT, State.READ_BACK, State.FINISHED,
]  # fmt: skip


# Where only a day with more than sessions and a read-back comes.
ROOM = {
    State.COLLECTED, State.TOGETHER, State.GROUP_WORK, State.GROUPS, State.BREAK, State.PROFILE,
    State.ACTION_PLANNING, State.CLOSING, State.CLOSE_SHOWN,
}  # fmt: skip
ROOM_CASES = {"more of them together", "the last of them together", "the profile follows",
              "the close follows", "another is picked"}  # fmt: skip


def rows() -> list[tuple[str, ...]]:
    """The table's rows as four cells each."""
    lines = PAPER.read_text(encoding="utf-8").splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("| state | event |")) + 2
    found = []
    for line in lines[first:]:
        if not line.startswith("|"):
            break
        found.append(tuple(cell.strip() for cell in line.strip("|").split("|")))
    return found


ROWS = rows()
OF_THE_PROFILE = [row for row in ROWS if row[0] == row[2] == State.PROFILE]
OF_A_ROOM = [
    row
    for row in ROWS
    if (row[0] in ROOM or row[1].partition(", ")[2] in ROOM_CASES) and row not in OF_THE_PROFILE
]
# Where only a workshop that repeats an earlier one comes.
OF_A_REPEAT = [row for row in ROWS if State.REVIEW in (row[0], row[2])]
OF_THE_DAY = [
    row
    for row in ROWS
    if row[0] in set(State) and row[0] in ROAD and row not in OF_A_ROOM + OF_A_REPEAT
]
ANYWHERE = [row for row in ROWS if row not in OF_THE_DAY + OF_A_ROOM + OF_A_REPEAT + OF_THE_PROFILE]


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    day = begin_day(tmp_path)
    yield day
    day.library.close()


@pytest.fixture
def room_day(tmp_path: Path) -> Iterator[Day]:
    """A day with every kind of agenda item, and questions voted on together."""
    day = begin_day(tmp_path, framework=room_framework(), items=room_items())
    yield day
    day.library.close()


@pytest.fixture
def profile_day(tmp_path: Path) -> Iterator[Day]:
    """A day with three sessions and nine questions, so that the profile has views with pages."""
    day = begin_profile_day(tmp_path)
    yield day
    day.library.close()


@pytest.fixture
def again(tmp_path: Path) -> Iterator[Day]:
    """A day that repeats another, with seven actions to review."""
    earlier = finished_day(tmp_path)
    yield repeated(earlier)
    earlier.library.close()


def test_the_table_names_every_state() -> None:
    named = {row[0] for row in ROWS}
    assert {state.value for state in State} <= named


def prepare(day: Day, state: State, case: str) -> None:
    """Bring the day to this state in the way the row's condition asks for."""
    match case:
        case "no votes":
            day.reach(State.OPEN)
            day.live.facilitation.next()
        case "no votes in another round":
            day.reach(State.REVEAL)
            day.live.facilitation.vote_again()
            day.live.facilitation.next()
        case "agreed or split":
            day.reach(State.RECORD)
            day.live.facilitation.next()
        case "an agenda item follows":
            day.reach(State.ACT)
            day.live.facilitation.next()
            day.reach(State.ACT)
        case "the read-back follows":
            for _ in range(3):
                day.reach(State.ACT)
                day.live.facilitation.next()
            day.reach(State.ACT)
        case "more pages":
            for n in range(7):
                day.live.planning.propose(ActionDraft(f"Do {n}"))
            day.reach(state)
        case _:
            day.reach(state)
    assert day.state() is state


@pytest.mark.parametrize("row", OF_THE_DAY, ids=" / ".join)
def test_a_row_of_the_day_holds(row: tuple[str, ...], day: Day) -> None:
    before, event, after, scenes = row
    name, _, case = event.partition(", ")
    prepare(day, State(before), case)

    EVENTS[name](day)

    assert day.state().value == after
    assert day.scene_name() in scenes.split(" or ")


def prepare_room(day: Day, state: State, case: str) -> None:
    """Bring a day with all kinds of agenda item to this state, as the row's condition asks."""
    facilitation = day.live.facilitation
    match case:
        case "the last of them together":
            for _ in range(8):
                day.reach(State.CLOSED)
                facilitation.next()
        case "more pages" | "some are picked" | "none is picked":
            day.reach(State.TOGETHER)
            if case != "more pages":
                facilitation.next()
            together = day.live.facts().together
            assert together is not None
            for question in together.questions:
                if question.picked and case == "none is picked":
                    day.live.collecting.pick(question.id, picked=False)
        case "another is picked":
            day.reach(State.TOGETHER)
            together = day.live.facts().together
            assert together is not None
            for question in together.questions[:2]:
                day.live.collecting.pick(question.id, picked=True)
        case "the profile follows":
            day.reach(State.BREAK)
            day.reach(State.ACT)
            facilitation.next()
    day.reach(state)


@pytest.mark.parametrize("row", OF_A_ROOM, ids=" / ".join)
def test_a_row_of_a_day_with_more_than_sessions_holds(row: tuple[str, ...], room_day: Day) -> None:
    before, event, after, scenes = row
    name, _, case = event.partition(", ")
    prepare_room(room_day, State(before), case)

    EVENTS[name](room_day)

    assert room_day.state().value == after
    assert room_day.scene_name() in scenes.split(" or ")


@pytest.mark.parametrize("row", OF_THE_PROFILE, ids=" / ".join)
def test_a_row_of_the_profile_holds(row: tuple[str, ...], profile_day: Day) -> None:
    _, event, after, scenes = row
    name, _, case = event.partition(", ")
    profile_day.reach(State.PROFILE)
    if case == "more pages":
        profile_day.live.viewing.choose(View.TEAMS)
    if name == "radar again":
        profile_day.live.viewing.radar()

    EVENTS[name](profile_day)

    assert profile_day.state().value == after
    assert profile_day.scene_name() in scenes.split(" or ")


@pytest.mark.parametrize("row", OF_A_REPEAT, ids=" / ".join)
def test_a_row_of_a_repeated_day_holds(row: tuple[str, ...], again: Day) -> None:
    before, event, after, scenes = row
    name, _, case = event.partition(", ")
    again.reach(State(before))
    if case == "last page":
        again.live.facilitation.next()
    if case == "a status":
        set_done(again)

    EVENTS[name](again)

    assert again.state().value == after
    assert again.scene_name() in scenes.split(" or ")


@pytest.mark.parametrize("here", sorted(ROOM))
def test_the_wall_is_held_while_the_day_goes_on(here: State, room_day: Day) -> None:
    day = room_day
    day.reach(here)
    day.live.hold()
    held = day.live.scene()
    again = LiveWorkshop(day.library, day.live.id, day.live.words)
    assert again.scene() == held  # over a crash too
    day.live.facilitation.next()
    if day.live.facts().held is not None:
        assert day.live.scene() == held
        day.live.hold()
    fresh = LiveWorkshop(day.library, day.live.id, day.live.words)
    assert day.live.scene() == fresh.scene() != held


def test_the_wall_is_held_in_the_review_while_the_status_changes(again: Day) -> None:
    again.reach(State.REVIEW)
    again.live.hold()
    held = again.live.scene()
    set_done(again)
    assert again.live.scene() == held
    assert LiveWorkshop(again.library, again.live.id, again.live.words).scene() == held
    again.live.hold()
    assert again.live.scene() != held


@pytest.mark.parametrize("here", [state for state in ROAD if state is not State.FINISHED])
def test_blank_hides_the_wall_and_the_next_key_only_unblanks(here: State, day: Day) -> None:
    for undo_it in ("next", "back", "blank"):
        day.reach(here)
        shown = day.live.scene()
        day.live.facilitation.blank()
        assert (day.state(), day.scene_name()) == (State.BLANK, "BlankScene")

        EVENTS[undo_it](day)

        assert (day.state(), day.live.scene()) == (here, shown)


@pytest.mark.parametrize(
    "here", [s for s in ROAD if s not in (State.LOBBY, State.FINISHED, State.REVEAL, State.TALK)]
)
def test_back_turns_the_wall_and_next_returns_without_touching_the_round(
    here: State, day: Day
) -> None:
    day.reach(here)
    shown = day.live.scene()
    before = day.live.facts().round

    day.live.facilitation.back()
    turned = day.state()
    day.live.facilitation.back()
    day.live.facilitation.next()

    first = here is State.OPENING  # nothing was shown before the first scene
    assert turned is (here if first else State.LOOKING_BACK)
    if not first:
        assert (day.live.scene(), day.live.facts().round) == (shown, before)


@pytest.mark.parametrize("here", [State.REVEAL, State.TALK])
def test_a_reveal_taken_back_hides_the_result_until_the_next_step(here: State, day: Day) -> None:
    day.reach(here)
    revealed = day.live.scene()

    day.live.facilitation.back()
    assert (day.state(), day.scene_name()) == (State.TAKEN_BACK, "QuestionScene")
    day.live.facilitation.back()
    assert day.state() is State.LOOKING_BACK
    day.live.facilitation.next()
    assert day.state() is State.TAKEN_BACK

    day.live.facilitation.next()
    assert (day.state(), day.live.scene()) == (here, revealed)


def test_every_row_beside_the_days_own_is_walked_by_a_test_above() -> None:
    covered = {"blank", "looking back", "taken back", "any but lobby and finished",
               "any but finished", "held"}  # fmt: skip
    assert {row[0] for row in ANYWHERE} == covered
