"""Viewing: what the profile shows is chosen, kept over a crash, and holds nothing unrevealed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.days import Day, begin_profile_day
from workshop.charting import day_charts
from workshop.creation import NewTeam
from workshop.errors import NotPossibleNow
from workshop.kept_scene import from_plain, to_plain
from workshop.kinds import Ballot, ItemKind
from workshop.live import LiveWorkshop
from workshop.profile_scenes import HeatMapScene, RadarScene
from workshop.profile_views import View
from workshop.scenes import ProfileScene
from workshop.steps import State
from workshop.viewing import NO_RADAR, NOT_OFFERED, NOT_THE_PROFILE
from workshop.words import Words


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    """Six sessions, the last of a theme that the first has, seen at the profile."""
    day = begin_profile_day(tmp_path_factory.mktemp("day"), sessions=6, questions=2)
    with closing(day.library):
        day.reach(State.PROFILE)
        yield day


@pytest.fixture(autouse=True)
def from_the_sessions(request: pytest.FixtureRequest) -> None:
    if "day" in request.fixturenames:
        request.getfixturevalue("day").live.viewing.choose(View.SESSIONS)


def offered(day: Day) -> list[View]:
    views = day.live.console().views
    return [line.view for line in views.lines] if views else []


def shown(day: Day) -> View | None:
    views = day.live.console().views
    return next((line.view for line in views.lines if line.now), None) if views else None


def test_all_views_are_offered_where_they_have_something_to_show(day: Day) -> None:
    assert offered(day) == list(View)


def test_the_radar_comes_and_goes(day: Day) -> None:
    day.live.viewing.radar()
    scene = day.live.scene().scene
    assert isinstance(scene, RadarScene)
    assert [axis.score_text for axis in scene.axes] == ["3.0"] * 6
    day.live.viewing.radar()
    assert isinstance(day.live.scene().scene, ProfileScene)


def test_the_next_view_goes_through_all_and_round_again(day: Day) -> None:
    seen = []
    for _ in View:
        day.live.viewing.following()
        seen.append(shown(day))
    assert seen == [View.RADAR, View.THEMES, View.TEAMS, View.SESSIONS]


def test_the_themes_are_fewer_than_the_sessions(day: Day) -> None:
    day.live.viewing.choose(View.THEMES)
    scene = day.live.scene().scene
    assert isinstance(scene, ProfileScene)
    assert [row.name for row in scene.rows] == [
        "Vision", "Strategy", "Structure", "Technology", "People",
    ]  # fmt: skip
    assert scene.rows[0].basis == "4 questions"


def test_next_turns_the_pages_of_the_teams_and_undo_turns_them_back(day: Day) -> None:
    day.live.viewing.choose(View.TEAMS)
    first = day.live.scene().scene
    assert day.live.console().next.label == "Next page"
    day.live.facilitation.next()
    second = day.live.scene().scene
    assert isinstance(first, HeatMapScene)
    assert isinstance(second, HeatMapScene)
    assert (first.place, second.place) == ("Page 1 of 2", "Page 2 of 2")
    assert len(first.rows) + len(second.rows) == 12
    day.live.facilitation.undo()
    assert day.live.scene().scene == first


@pytest.mark.parametrize("view", View)
def test_a_crash_comes_back_to_the_view_and_a_held_wall_keeps_it(day: Day, view: View) -> None:
    day.live.viewing.choose(view)
    scene = day.live.scene()
    again = LiveWorkshop(day.library, day.live.id, day.live.words)
    assert again.scene() == scene
    assert from_plain(to_plain(scene.scene)) == scene.scene


def test_the_files_charts_say_what_the_wall_says(day: Day) -> None:
    charts = day_charts(day.live.snapshot(), Words())
    wall = day.live.scene().scene
    assert isinstance(wall, ProfileScene)
    assert charts.profile is not None
    assert (charts.profile.rows, charts.profile.heading) == (wall.rows, wall.heading)
    day.live.viewing.choose(View.THEMES)
    themes = day.live.scene().scene
    assert isinstance(themes, ProfileScene)
    assert charts.themes is not None
    assert charts.themes.rows == themes.rows
    day.live.viewing.choose(View.TEAMS)
    teams = day.live.scene().scene
    assert isinstance(teams, HeatMapScene)
    assert charts.heat_map is not None
    assert charts.heat_map.rows[: len(teams.rows)] == teams.rows
    assert [page.heading for page in charts.sessions] == ["All questions stand at 3."] * 6
    assert charts.source == "Harbour Street Clinic, Service review, 1 January 2026, 7 votes"


def test_elsewhere_there_is_no_view_to_choose(tmp_path: Path) -> None:
    day = begin_profile_day(tmp_path, sessions=1, questions=1)
    with closing(day.library):
        day.reach(State.SESSION)
        assert day.live.console().views is None
        for act in (day.live.viewing.radar, day.live.viewing.following):
            with pytest.raises(NotPossibleNow) as refused:
                act()
            assert refused.value.sentence(Words()) == NOT_THE_PROFILE
        day.reach(State.PROFILE)
        with pytest.raises(NotPossibleNow) as refused:
            day.live.viewing.radar()
        assert refused.value.sentence(Words()) == NO_RADAR
        with pytest.raises(NotPossibleNow) as refused:
            day.live.viewing.choose(View.THEMES)
        assert refused.value.sentence(Words()) == NOT_OFFERED


@pytest.mark.parametrize("ballot", Ballot)
def test_no_view_tells_a_vote_that_is_closed_and_not_revealed(
    tmp_path: Path, ballot: Ballot
) -> None:
    seen = []
    for answer in (1, 5):
        teams = (NewTeam("Front desk", 5), NewTeam("Nursing", 5))
        folder = tmp_path / str(answer)
        day = begin_profile_day(folder, sessions=4, questions=1, teams=teams, ballot=ballot)
        with closing(day.library):
            for _ in range(3):
                day.reach(State.TOGETHER)
                day.live.facilitation.next()
            day.reach(State.OPEN)
            day.vote_all(answer)
            day.live.facilitation.next()
            profile = day.live.facts().items[-2]
            day.live.facilitation.jump(profile.id)
            charts = day_charts(day.live.snapshot(), Words())
            texts = [charts.profile and charts.profile.description, charts.source]
            texts += [page.heading for page in charts.sessions]
            scenes = []
            for view in offered(day):
                day.live.viewing.choose(view)
                scenes.append(_without_ids(to_plain(day.live.scene().scene)))
            seen.append((texts, scenes, offered(day)))
    assert seen[0] == seen[1]
    assert View.RADAR in seen[0][2]


def _without_ids(value: object) -> object:
    if isinstance(value, dict):
        kept = {key: each for key, each in value.items() if key not in ("id", "question_id")}
        return {key: _without_ids(each) for key, each in kept.items()}
    return [_without_ids(each) for each in value] if isinstance(value, list) else value


def test_an_undo_out_of_the_profile_leads_to_the_page_that_was_left(tmp_path: Path) -> None:
    day = begin_profile_day(tmp_path, sessions=2, questions=9)
    with closing(day.library):
        day.reach(State.TOGETHER)
        left, label = day.live.facts(), day.live.console().next.label
        (profile,) = (item.id for item in left.items if item.kind is ItemKind.PROFILE)
        day.live.facilitation.jump(profile)
        day.live.viewing.choose(View.TEAMS)
        day.live.facilitation.undo()
        assert day.live.facts().page == left.page == 0
        assert day.live.console().next.label == label == "Show 6 to 9"
