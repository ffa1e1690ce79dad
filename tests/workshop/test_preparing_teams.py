"""Preparing the teams: people come and go, names stay with them, a team may vote as one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workshop.prepared_days import Preparation, prepare
from workshop.creation import NewTeam
from workshop.errors import NotPossibleNow
from workshop.kinds import Presence, Voter


@pytest.fixture
def preparation(tmp_path: Path) -> Iterator[Preparation]:
    preparation = prepare(tmp_path)
    yield preparation
    preparation.library.close()


def test_teams_have_people_by_number_or_by_name(preparation: Preparation) -> None:
    assert preparation.teams() == [("Nursing", ("", "", "")), ("Front desk", ("Ann", "Ben"))]
    preparation.live.preparing.add_team("  Back  office ", 3, ["Zoë", " "])
    team = preparation.team("Back office")
    assert (team.names, team.people, team.seats) == (("Zoë", "", ""), 3, 3)
    assert preparation.now.seats == 8


def test_fewer_people_take_the_unnamed_at_the_end_first(preparation: Preparation) -> None:
    act, team = preparation.live.preparing, preparation.team("Front desk").id
    act.set_people(team, 4)
    act.name_seats(team, ["Ann", "", "Ben"])
    assert preparation.team("Front desk").names == ("Ann", "", "Ben", "")
    act.set_people(team, 3)
    assert preparation.team("Front desk").names == ("Ann", "", "Ben")
    act.set_people(team, 2)
    assert preparation.team("Front desk").names == ("Ann", "Ben")
    act.set_people(team, 1)
    assert preparation.team("Front desk").names == ("Ann",)
    act.set_people(team, 0)
    assert preparation.team("Front desk").seats == 0


def test_more_names_add_people_and_fewer_leave_them_nameless(preparation: Preparation) -> None:
    act, team = preparation.live.preparing, preparation.team("Front desk").id
    act.name_seats(team, ["Cy", "Di", "Ed"])
    assert preparation.team("Front desk").names == ("Cy", "Di", "Ed")
    act.name_seats(team, ["Flo"])
    assert preparation.team("Front desk").names == ("Flo", "", "")


def test_a_team_that_votes_as_one_keeps_its_people_and_their_names(
    preparation: Preparation,
) -> None:
    act, nursing = preparation.live.preparing, preparation.team("Nursing").id
    late = preparation.live.facts().teams[1].everyone[1].id
    preparation.live.attendance.mark(late, Presence.LATE)
    act.set_voter(Voter.TEAM)
    assert [(team.names, team.people) for team in preparation.now.teams] == [(("",), 3), (("",), 2)]
    assert preparation.live.facts().expected == 2
    act.set_people(nursing, 5)
    act.add_team("Back office", 4, ["Gil"])
    assert preparation.team("Back office").people == 4
    with pytest.raises(NotPossibleNow) as caught:
        act.name_seats(nursing, ["Ida"])
    assert str(caught.value) == "Teams vote as one here, so nobody in them needs a name."
    act.set_voter(Voter.PERSON)
    assert preparation.teams() == [
        ("Nursing", ("",) * 5), ("Front desk", ("Ann", "Ben")), ("Back office", ("",) * 4),
    ]  # fmt: skip
    back = preparation.live.facts().teams[1].everyone[1]
    assert (back.id, back.presence) == (late, Presence.LATE)


def test_names_come_back_only_as_far_as_people_do(preparation: Preparation) -> None:
    act, team = preparation.live.preparing, preparation.team("Front desk").id
    act.set_voter(Voter.TEAM)
    act.set_people(team, 1)
    act.set_voter(Voter.PERSON)
    assert preparation.team("Front desk").names == ("Ann",)
    for _ in range(3):
        preparation.live.facilitation.undo()
    assert preparation.team("Front desk").names == ("Ann", "Ben")


def test_teams_that_vote_as_one_are_counted_by_their_people(preparation: Preparation) -> None:
    act = preparation.live.preparing
    act.set_voter(Voter.TEAM)
    with pytest.raises(NotPossibleNow) as caught:
        act.add_team("Everyone", 499)
    assert str(caught.value) == "504 people are more than Flipchart can take (500)."


def test_several_teams_are_added_all_or_none(preparation: Preparation) -> None:
    before = preparation.now
    with pytest.raises(NotPossibleNow):
        preparation.live.preparing.add_teams([NewTeam("A", 2), NewTeam("Nursing", 1)])
    with pytest.raises(NotPossibleNow):
        preparation.live.preparing.add_teams([NewTeam("A", 2), NewTeam("B", 0, ("x" * 61,))])
    assert preparation.now == before
    preparation.live.preparing.add_teams([NewTeam(f"Team {n}", 3) for n in range(60)])
    assert len(preparation.now.teams) == 62
    preparation.live.facilitation.undo()
    assert preparation.now.teams == before.teams


def test_a_team_is_renamed_to_its_own_name_in_other_letters(preparation: Preparation) -> None:
    act, team = preparation.live.preparing, preparation.team("Nursing").id
    act.rename_team(team, "NURSING")
    with pytest.raises(NotPossibleNow):
        act.rename_team(team, "front DESK")
    assert preparation.team("NURSING").id == team


def test_teams_move_and_go(preparation: Preparation) -> None:
    act = preparation.live.preparing
    act.add_team("Back office", 1)
    act.move_team(preparation.team("Back office").id, -9)
    assert [name for name, _ in preparation.teams()] == ["Back office", "Nursing", "Front desk"]
    act.remove_team(preparation.team("Nursing").id)
    assert [name for name, _ in preparation.teams()] == ["Back office", "Front desk"]
