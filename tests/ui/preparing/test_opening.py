"""How the room votes, what is ready, and what is kept when the workshop is opened."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit

from tests.ui.prepare_room import CONTROL, KEY, PrepareRoom
from workshop.kinds import Ballot, Way


def test_every_choice_of_how_we_vote_is_kept_and_shown(filled: PrepareRoom) -> None:
    votes = filled.screen.votes
    votes.ballot.setFocus()
    filled.press(KEY.Key_Right)
    votes.group.setFocus()
    filled.press(KEY.Key_Up)
    filled.press(KEY.Key_7)
    votes.target.setFocus()
    filled.press(KEY.Key_Down)
    votes.ways[Way.PAPER].setFocus()
    filled.press(KEY.Key_Space)
    workshop = filled.prepared.workshop
    assert workshop.ballot is Ballot.SECRET
    assert workshop.minimum_group == 7
    assert workshop.target == 3.0
    assert workshop.ways == frozenset({Way.WALL, Way.HANDS})
    votes.target.setFocus()
    filled.press(KEY.Key_Up)
    assert filled.prepared.workshop.target is None, "the scale's own line"


def test_the_last_way_of_voting_stays_and_says_why(filled: PrepareRoom) -> None:
    ways = filled.screen.votes.ways
    for way in (Way.PAPER, Way.HANDS, Way.WALL):
        ways[way].setFocus()
        filled.press(KEY.Key_Space)
    assert filled.prepared.workshop.ways == frozenset({Way.WALL})
    assert ways[Way.WALL].isChecked()
    assert "Nobody could vote" in filled.screen.votes.refusal
    ways[Way.HANDS].setFocus()
    filled.press(KEY.Key_Space)
    assert filled.screen.votes.refusal == ""


def test_once_the_day_has_begun_teams_and_ballot_stand_and_say_so(filled: PrepareRoom) -> None:
    filled.live.facilitation.next()
    filled.preparation.refresh()
    assert filled.prepared.begun
    screen = filled.screen
    stand = (screen.teams.add, screen.votes.ballot, screen.teams.rows[0].people)
    for each in (*stand, screen.foot.rehearse):
        assert not each.isEnabled()
        assert "has begun" in each.toolTip()


def test_the_foot_says_what_is_missing_and_open_leads_there(room: PrepareRoom) -> None:
    assert "The workshop has no title." in room.screen.foot.said
    room.screen.foot.open.click()
    assert room.asked == []
    assert room.focus is room.screen.day.title.editor
    assert "has no title" in room.screen.day.title.error
    room.type("Service review")
    room.press(KEY.Key_Return, CONTROL)
    room.press(KEY.Key_Return, CONTROL)
    assert room.asked == []
    assert room.focus is room.screen.teams.draft.name.editor
    room.type("Nursing", KEY.Key_Return)
    room.type("12")
    room.press(KEY.Key_Return, CONTROL)
    assert room.asked == [room.live.id]


def test_every_point_is_listed_and_leads_to_where_it_is_mended(room: PrepareRoom) -> None:
    menu = room.screen.foot.menu()
    texts = [action.text() for action in menu.actions()]
    assert len(texts) == len(room.screen.foot.points())
    next(each for each in menu.actions() if "no teams" in each.text()).trigger()
    assert room.focus is room.screen.teams.draft.name.editor


@pytest.mark.parametrize("where", ["title", "team", "people", "draft", "minutes"])
def test_what_is_typed_and_not_left_is_kept_when_open_is_pressed(
    filled: PrepareRoom, where: str
) -> None:
    screen = filled.screen
    first = filled.prepared.items[1]
    editors: dict[str, QLineEdit] = {
        "title": screen.day.title.editor,
        "team": screen.teams.rows[0].name.editor,
        "people": screen.teams.rows[0].people.editor,
        "draft": screen.teams.draft.name.editor,
        "minutes": next(r for r in screen.agenda.rows.rows if r.line.item == first).minutes.editor,
    }
    if where == "title":
        screen.open_day()
    if where == "draft":
        screen.teams.begin()
    editors[where].setFocus()
    filled.press(KEY.Key_A, CONTROL)
    filled.type("44")
    screen.foot.open.click()
    after = filled.prepared
    kept = {
        "title": after.workshop.title == "44",
        "team": after.teams[0].name == "44",
        "people": after.teams[0].people == 44,
        "draft": after.teams[-1].name == "44",
        "minutes": after.items[1].minutes == 44,
    }
    assert kept[where]
    # A team that was just named has nobody in it yet, which is said before the workshop opens.
    assert filled.asked == ([] if where == "draft" else [filled.live.id])


def test_what_cannot_be_kept_stops_the_opening_and_has_the_focus(filled: PrepareRoom) -> None:
    row = filled.screen.teams.rows[1]
    row.name.editor.setFocus()
    filled.press(KEY.Key_A, CONTROL)
    filled.type("front desk")
    filled.press(KEY.Key_Return, CONTROL)
    assert filled.asked == []
    assert filled.focus is row.name.editor
    assert "There is a team called" in row.error


def test_a_secret_ballot_of_four_is_not_opened(filled: PrepareRoom) -> None:
    live = filled.live
    for team in live.prepared().teams[1:]:
        live.preparing.remove_team(team.id)
    live.preparing.set_people(live.prepared().teams[0].id, 4)
    live.preparing.set_ballot(Ballot.SECRET)
    filled.preparation.refresh()
    filled.screen.foot.open.click()
    assert filled.asked == []
    assert "A secret ballot needs at least 5 people." in filled.screen.foot.said
    assert filled.screen.votes.isAncestorOf(filled.focus)
