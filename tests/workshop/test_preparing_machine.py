"""Preparing in any order: places, the order of a day and the file hold through undo and redo."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from frameworks.model import Pace
from tests.days import small_framework
from tests.machines import play
from tests.workshop.prepared_days import (
    Preparation,
    broken_references,
    positions,
    prepare,
    whole_file,
)
from workshop.agenda_order import rank
from workshop.creation import NewTeam
from workshop.errors import NotPossibleNow
from workshop.kinds import Ballot, ItemKind, Voter, Way
from workshop.preparing_agenda import ADDED_KINDS

PLACES = st.integers(-2, 12)
PICKS = st.integers(0, 30)
NAMES = st.sampled_from(["Nursing", "nursing", "Desk", " ", "Kitchen", "צוות", "A", "B"])
FRAMEWORKS = [
    small_framework(2, 3),
    replace(small_framework(5, 2), id="five"),
    replace(small_framework(1, 4), id="one"),
]


class PreparingInAnyOrder(RuleBasedStateMachine):
    """Acts beside a plain list of the files there should be; undo and redo walk along it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.preparation: Preparation = prepare(Path(self.folder.name))
        self.files: list[dict[str, list[Any]]] = [self.file()]
        self.at = 0

    def teardown(self) -> None:
        self.preparation.library.close()
        self.folder.cleanup()

    def file(self) -> dict[str, list[Any]]:
        return whole_file(self.preparation.library)

    @contextmanager
    def act(self) -> Iterator[Any]:
        """An act that is kept, changes nothing, or is refused and changes nothing."""
        refused = False
        try:
            yield self.preparation.live.preparing
        except NotPossibleNow:
            refused = True
        now = self.file()
        if now != self.files[self.at]:
            assert not refused
            self.files[self.at + 1 :] = [now]
            self.at += 1

    # --- The acts ---------------------------------------------------------------------------

    @rule(title=NAMES, ends_at=st.none() | st.integers(-5, 1500))
    def describe(self, title: str, ends_at: int | None) -> None:
        with self.act() as act:
            act.describe(title=title, ends_at=ends_at)

    @rule(framework=st.sampled_from(FRAMEWORKS))
    def use_framework(self, framework: Any) -> None:
        with self.act() as act:
            act.use_framework(framework)

    @rule(framework=st.sampled_from(FRAMEWORKS), session=st.integers(0, 5), place=PLACES)
    def add_session(self, framework: Any, session: int, place: int) -> None:
        with self.act() as act:
            act.add_session(framework, f"s{session}", place)

    @rule(pick=PICKS, framework=st.sampled_from(FRAMEWORKS), keys=st.sets(st.integers(0, 4)))
    def add_questions(self, pick: int, framework: Any, keys: set[int]) -> None:
        with self.act() as act:
            act.add_questions(framework, self.item(pick), [f"q{key}" for key in keys])

    @rule(kind=st.sampled_from([*ADDED_KINDS, ItemKind.SESSION]), minutes=st.integers(0, 60),
          place=PLACES)  # fmt: skip
    def add_item(self, kind: ItemKind, minutes: int, place: int) -> None:
        with self.act() as act:
            act.add_item(kind, "Added", minutes, place)

    @rule(pick=PICKS, title=NAMES, must=st.none() | st.booleans())
    def change_item(self, pick: int, title: str, must: bool | None) -> None:
        with self.act() as act:
            act.change_item(self.item(pick), title=title, must=must)

    @rule(pick=PICKS, place=PLACES)
    def move_item(self, pick: int, place: int) -> None:
        with self.act() as act:
            act.move_item(self.item(pick), place)

    @rule(pick=PICKS)
    def remove_item(self, pick: int) -> None:
        with self.act() as act:
            act.remove_item(self.item(pick))

    @rule(pick=PICKS, what=st.sampled_from(["move", "remove", "edit", "pace", "out"]), place=PLACES)
    def on_a_question(self, pick: int, what: str, place: int) -> None:
        sessions = self.preparation.items()
        questions = [q for n in range(len(sessions)) for q in self.preparation.questions(n)]
        if not questions:
            return
        chosen = questions[pick % len(questions)]
        acts: dict[str, Callable[[Any], object]] = {
            "move": lambda act: act.move_question(chosen.id, place),
            "remove": lambda act: act.remove_question(chosen.id),
            "edit": lambda act: act.edit_question(chosen.id, text=f"Again {place}?"),
            "pace": lambda act: act.set_pace(chosen.activity_id, Pace.TOGETHER),
            "out": lambda _: self.preparation.live.improvising.leave_out(
                {chosen.id: not chosen.left_out}, {}
            ),
        }
        with self.act() as act:
            acts[what](act)

    @rule(teams=st.lists(st.tuples(NAMES, st.integers(0, 4)), max_size=3))
    def add_teams(self, teams: list[tuple[str, int]]) -> None:
        with self.act() as act:
            act.add_teams([NewTeam(name, people) for name, people in teams])

    @rule(pick=PICKS, what=st.sampled_from(["move", "remove", "rename", "people", "names"]),
          n=st.integers(0, 6), name=NAMES)  # fmt: skip
    def on_a_team(self, pick: int, what: str, n: int, name: str) -> None:
        teams = self.preparation.now.teams
        if not teams:
            return
        team = teams[pick % len(teams)].id
        acts: dict[str, Callable[[Any], object]] = {
            "move": lambda act: act.move_team(team, n),
            "remove": lambda act: act.remove_team(team),
            "rename": lambda act: act.rename_team(team, name),
            "people": lambda act: act.set_people(team, n),
            "names": lambda act: act.name_seats(team, [name] * n),
        }
        with self.act() as act:
            acts[what](act)

    @rule(voter=st.sampled_from(Voter))
    def set_voter(self, voter: Voter) -> None:
        people = [team.people for team in self.preparation.now.teams]
        with self.act() as act:
            act.set_voter(voter)
        assert [team.people for team in self.preparation.now.teams] == people

    @rule(ballot=st.sampled_from(Ballot), ways=st.frozensets(st.sampled_from(Way)),
          high=st.none() | st.sampled_from([0.5, 2.5, 5.0]))  # fmt: skip
    def set_votes(self, ballot: Ballot, ways: frozenset[Way], high: float | None) -> None:
        with self.act() as act:
            act.set_ballot(ballot)
        with self.act() as act:
            act.set_ways(ways)
        with self.act() as act:
            act.set_target(high)

    # --- Undo and redo ----------------------------------------------------------------------

    @rule()
    def undo(self) -> None:
        if self.at:
            assert self.preparation.live.facilitation.undo() is not None
            self.at -= 1

    @rule()
    def redo(self) -> None:
        done = self.preparation.live.facilitation.redo()
        assert (done is not None) == (self.at + 1 < len(self.files))
        self.at += done is not None

    @rule()
    def undo_all_and_redo_all(self) -> None:
        for _ in range(self.at):
            self.undo()
            assert self.file() == self.files[self.at]
        while self.at + 1 < len(self.files):
            self.redo()
            assert self.file() == self.files[self.at]

    # --- What always holds ------------------------------------------------------------------

    @invariant()
    def the_file_is_as_it_should_be(self) -> None:
        assert self.file() == self.files[self.at]
        assert broken_references(self.preparation.library) == []

    @invariant()
    def places_count_up_from_zero(self) -> None:
        for found in positions(self.preparation.library).values():
            assert all(places == list(range(len(places))) for places in found)

    @invariant()
    def the_order_of_a_day_holds(self) -> None:
        ranks = [rank(item.kind) for item in self.preparation.now.items]
        assert ranks == sorted(ranks)
        assert (ranks.count(0), ranks.count(3), ranks.count(4)) == (1, 1, 1)

    @invariant()
    def names_of_teams_differ_and_a_team_as_one_has_one_seat(self) -> None:
        now = self.preparation.now
        names = [team.name.casefold() for team in now.teams]
        assert len(set(names)) == len(names)
        if now.workshop.voter is Voter.TEAM:
            assert all(team.names == ("",) for team in now.teams)
        else:
            assert all(team.people == team.seats for team in now.teams)

    def item(self, pick: int) -> str:
        items = self.preparation.now.items
        return items[pick % len(items)].id


TestPreparingInAnyOrder = PreparingInAnyOrder.TestCase
TestPreparingInAnyOrder.settings = play(examples=12, steps=30)
