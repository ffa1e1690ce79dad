"""Preparing: every act is one line to undo, exactly, and is refused in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from frameworks.model import Pace
from tests.days import small_framework
from tests.workshop.prepared_days import (
    Preparation,
    broken_references,
    positions,
    prepare,
    whole_file,
)
from workshop.creation import NewTeam
from workshop.errors import NotPossibleNow
from workshop.events import Event, WorkshopChanged
from workshop.kinds import Ballot, ItemKind, Voter, Way
from workshop.preparing_acts import KEEP

Act = Callable[[Preparation], object]

BIGGER = replace(small_framework(6, 2), id="bigger", title="A bigger one", version="2.0")
OTHER = replace(small_framework(3, 2), id="other", title="Another one")

ACTS: dict[str, Act] = {
    "describe": lambda p: p.live.preparing.describe(
        title=" Service  review ", organisation="Clinic", place="Room 4", held_on=date(2026, 4, 1),
        starts_at=600, ends_at=780, purpose="Why", promise="We answer", ground_rules=["One", " "],
    ),
    "use framework": lambda p: p.live.preparing.use_framework(BIGGER),
    "add session": lambda p: p.live.preparing.add_session(OTHER, "s2", 2),
    "add questions": lambda p: (
        p.live.preparing.add_questions(small_framework(2, 9), p.items()[0].id, ["q8", "q5"])
    ),
    "add item": lambda p: p.live.preparing.add_item(
        ItemKind.GROUP_WORK, "Work", 20, 2, purpose="Draw", tasks=["One", "Two"]
    ),
    "change item": lambda p: p.live.preparing.change_item(
        p.items()[1].id, title="Our way", purpose="Where to", must=False
    ),
    "minutes": lambda p: p.live.preparing.set_minutes(p.items()[1].id, 55),
    "move item": lambda p: p.live.preparing.move_item(p.items()[1].id, 1),
    "remove item": lambda p: p.live.preparing.remove_item(p.items()[0].id),
    "edit question": lambda p: p.live.preparing.edit_question(
        p.questions()[1].id, text="Other words?", short="Other", must=False, look_for=["a", " "],
        prompts=["b"],
    ),
    "move question": lambda p: p.live.preparing.move_question(p.questions()[2].id, 0),
    "remove question": lambda p: p.live.preparing.remove_question(p.questions()[0].id),
    "pace": lambda p: p.live.preparing.set_pace(p.questions()[0].activity_id, Pace.TOGETHER),
    "add team": lambda p: p.live.preparing.add_team("Back office", 4),
    "add teams": lambda p: p.live.preparing.add_teams([NewTeam("A", 1), NewTeam("B", 0, ("x",))]),
    "rename team": lambda p: p.live.preparing.rename_team(p.now.teams[0].id, "Ward 3"),
    "people": lambda p: p.live.preparing.set_people(p.now.teams[0].id, 1),
    "more people": lambda p: p.live.preparing.set_people(p.now.teams[0].id, 12),
    "name seats": lambda p: p.live.preparing.name_seats(p.now.teams[0].id, ["Zoë", "", "C", "D"]),
    "move team": lambda p: p.live.preparing.move_team(p.now.teams[1].id, 0),
    "remove team": lambda p: p.live.preparing.remove_team(p.now.teams[0].id),
    "voter": lambda p: p.live.preparing.set_voter(Voter.TEAM),
    "ballot": lambda p: p.live.preparing.set_ballot(Ballot.SECRET),
    "minimum group": lambda p: p.live.preparing.set_minimum_group(5),
    "ways": lambda p: p.live.preparing.set_ways(frozenset({Way.HANDS, Way.PHONE})),
    "target": lambda p: p.live.preparing.set_target(3.5),
    "leave out": lambda p: p.live.improvising.leave_out(
        {p.questions()[0].id: True}, {p.items()[1].id: True}
    ),
    "add question": lambda p: p.live.improvising.add_question(p.items()[0].id, "And who?"),
}  # fmt: skip


@pytest.fixture
def preparation(tmp_path: Path) -> Iterator[Preparation]:
    preparation = prepare(tmp_path)
    yield preparation
    preparation.library.close()


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(NotPossibleNow) as caught:
        act()
    return str(caught.value)


@pytest.mark.parametrize("name", ACTS)
def test_undo_and_redo_of_every_act_restore_the_file_exactly(
    preparation: Preparation, name: str
) -> None:
    told: list[Event] = []
    before, shown = whole_file(preparation.library), preparation.now
    preparation.library.events.subscribe(told.append)
    ACTS[name](preparation)
    after, changed = whole_file(preparation.library), preparation.now
    assert told == [WorkshopChanged(preparation.live.id)]
    assert after != before
    for _ in range(2):
        assert preparation.live.facilitation.undo() is not None
        assert whole_file(preparation.library) == before
        assert (preparation.now.items, preparation.now.teams) == (shown.items, shown.teams)
        assert preparation.live.facilitation.redo() is not None
        assert whole_file(preparation.library) == after
        assert (preparation.now.items, preparation.now.teams) == (changed.items, changed.teams)
    assert broken_references(preparation.library) == []
    for places in positions(preparation.library).values():
        assert all(found == list(range(len(found))) for found in places)


SAME: dict[str, Act] = {
    "describe": lambda p: p.live.preparing.describe(title="", ends_at=KEEP),
    "minutes": lambda p: p.live.preparing.set_minutes(p.items()[0].id, 30),
    "move item": lambda p: p.live.preparing.move_item(p.items()[0].id, 1),
    "move question": lambda p: p.live.preparing.move_question(p.questions()[0].id, -3),
    "edit question": lambda p: p.live.preparing.edit_question(
        p.questions()[0].id, text=p.questions()[0].text, short=" Short 0.0 "
    ),
    "change item": lambda p: p.live.preparing.change_item(p.items()[0].id, title="Vision"),
    "rename team": lambda p: p.live.preparing.rename_team(p.now.teams[0].id, " Nursing "),
    "people": lambda p: p.live.preparing.set_people(p.now.teams[0].id, 3),
    "names": lambda p: p.live.preparing.name_seats(p.now.teams[1].id, ["Ann", "Ben"]),
    "voter": lambda p: p.live.preparing.set_voter(Voter.PERSON),
    "ways": lambda p: p.live.preparing.set_ways(frozenset({Way.WALL, Way.HANDS, Way.PAPER})),
    "pace": lambda p: p.live.preparing.set_pace(p.questions()[0].activity_id, Pace.EACH),
    "target": lambda p: p.live.preparing.set_target(None),
    "no teams": lambda p: p.live.preparing.add_teams([]),
}


@pytest.mark.parametrize("name", SAME)
def test_what_changes_nothing_is_no_act(preparation: Preparation, name: str) -> None:
    before = preparation.now
    SAME[name](preparation)
    assert preparation.now == before


STANDING: dict[str, Act] = {
    name: ACTS[name]
    for name in (
        "use framework", "add team", "add teams", "people", "name seats", "remove team", "voter",
        "ballot", "minimum group",
    )
}  # fmt: skip


@pytest.mark.parametrize("name", STANDING)
def test_framework_teams_and_ballot_stand_once_the_day_has_begun(
    preparation: Preparation, name: str
) -> None:
    preparation.live.facilitation.next()
    before = whole_file(preparation.library)
    assert "The day has begun" in refusal(lambda: STANDING[name](preparation))
    assert whole_file(preparation.library) == before
    preparation.live.facilitation.undo()
    STANDING[name](preparation)


def test_a_day_that_was_taken_back_has_begun_where_votes_are_parked(
    preparation: Preparation,
) -> None:
    lead = preparation.live.facilitation
    while not preparation.live.facts().round:
        lead.next()
    while lead.undo() is not None and preparation.live.facts().started_at is not None:
        pass
    assert preparation.now.begun
    asked = preparation.questions()[0]
    said = refusal(lambda: preparation.live.preparing.remove_question(asked.id))
    assert said == "“Short 0.0” was voted on already. Leave it out instead; its votes stay."
    item = preparation.items()[0].id
    assert "voted on already" in refusal(lambda: preparation.live.preparing.remove_item(item))


# --- The day --------------------------------------------------------------------------------


def test_what_is_described_is_read_again_and_found(preparation: Preparation) -> None:
    ACTS["describe"](preparation)
    facts = preparation.now.workshop
    assert (facts.title, facts.organisation, facts.place) == ("Service review", "Clinic", "Room 4")
    assert (facts.held_on, facts.starts_at, facts.ends_at) == (date(2026, 4, 1), 600, 780)
    assert (facts.purpose, facts.promise, facts.ground_rules) == ("Why", "We answer", ("One",))
    with preparation.library.reading() as connection:
        text = connection.exec_driver_sql("SELECT search_text FROM workshop").scalar_one()
    assert text == "service review clinic room 4"
    preparation.live.preparing.describe(title="Étude", ends_at=None)
    assert preparation.now.workshop.ends_at is None
    assert preparation.now.workshop.place == "Room 4"


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda p: p.describe(starts_at=1440), "This is no time of day. Write it from 00:00 to "
                                               "23:59."),
        (lambda p: p.describe(ends_at=-1), "This is no time of day. Write it from 00:00 to 23:59."),
        (lambda p: p.describe(title="x" * 301), "This has 301 characters; 300 fit. Make it "
                                                "shorter."),
        (lambda p: p.describe(ground_rules=["x"] * 9),
         "9 ground rules are more than the wall shows (8). Take some away."),
        (lambda p: p.set_minimum_group(2),
         "The smallest group goes from 3 to 1000. Write a number between them."),
        (lambda p: p.set_ways(frozenset({Way.FOR_SOMEONE})),
         "Nobody could vote any more. Leave at least one way of voting."),
        (lambda p: p.set_target(5.5), "The target goes from 1 to 5 in half steps. Choose one of "
                                      "them."),
        (lambda p: p.set_target(3.25), "The target goes from 1 to 5 in half steps. Choose one of "
                                       "them."),
        (lambda p: p.add_team(" "), "A team needs a name. Write one."),
        (lambda p: p.add_team("nursing"),
         "There is a team called “nursing” already. Give this one another name."),
        (lambda p: p.add_team("A", 501), "A team has from 0 to 500 people. Write a number between "
                                         "them."),
        (lambda p: p.add_team("A", 496), "501 people are more than Flipchart can take (500)."),
        (lambda p: p.add_teams([NewTeam(f"T{n}") for n in range(99)]),
         "101 teams are more than Flipchart can take (100)."),
        (lambda p: p.add_teams([NewTeam("A", 1), NewTeam("a", 1)]),
         "There is a team called “a” already. Give this one another name."),
        (lambda p: p.add_item(ItemKind.SESSION, "A", 10, 1),
         "This kind of agenda item comes by itself or with a framework."),
        (lambda p: p.add_item(ItemKind.CLOSE, "A", 10, 1),
         "“Close” is on the agenda already, and a day has one of it."),
        (lambda p: p.add_item(ItemKind.REVIEW, "A", 10, 1),
         "This workshop repeats no earlier one, so there is nothing to review."),
        (lambda p: p.add_item(ItemKind.BREAK, " ", 10, 1),
         "The agenda item has no name. Write what it is."),
        (lambda p: p.add_item(ItemKind.BREAK, "A", 0, 1),
         "Minutes go from 1 to 480. Write how long it takes."),
        (lambda p: p.add_item(ItemKind.GROUP_WORK, "A", 9, 1, tasks=["a"] * 4),
         "The wall shows at most 3 steps. Take one away."),
        (lambda p: p.add_session(OTHER, "s9", 1),
         "“Another one” has no such session. Choose one of its sessions."),
        (lambda p: p.add_session(small_framework(2, 3), "s1", 1),
         "“Strategy” is on the agenda already."),
        (lambda p: p.remove_item("gone"), "This agenda item is no longer there. Look at the agenda "
                                          "again."),
        (lambda p: p.edit_question("gone", text="A"),
         "This question is no longer there. Look at its session again."),
        (lambda p: p.set_pace("gone", Pace.EACH),
         "This part of the session is no longer there. Look at the session again."),
        (lambda p: p.rename_team("gone", "A"), "This team is no longer there. Look at the teams "
                                               "again."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_a_sentence_and_changes_nothing(
    preparation: Preparation, act: Callable[..., object], said: str
) -> None:
    before = whole_file(preparation.library), preparation.now
    assert refusal(lambda: act(preparation.live.preparing)) == said
    assert (whole_file(preparation.library), preparation.now) == before


def test_a_tested_room_is_remembered_beside_the_journal(preparation: Preparation) -> None:
    before = preparation.now.undo
    preparation.live.preparing.note_room_tested()
    assert preparation.now.workshop.room_tested_at == preparation.clock.moment
    assert preparation.now.undo == before
    preparation.live.facilitation.undo()
    assert preparation.now.workshop.room_tested_at == preparation.clock.moment
