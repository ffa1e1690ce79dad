"""Teams apart: who may be seen, one unit for all, and no sentence that names a team."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workshop.together_facts import apart_facts
from workshop.apart_staging import apart_pages, apart_scene
from workshop.facts import Facts
from workshop.kinds import Voter
from workshop.together_scenes import TeamChart, TeamsApartScene
from workshop.words import Words

WORDS = Words()
SAMPLE = (
    ("Front desk", (0, 0, 1, 5, 1), 1),
    ("Nursing", (0, 1, 2, 5, 2), 0),
    ("Back office", (0, 2, 1, 2, 0), 1),
)
SMALL = ("Cleaning", (4, 0, 0, 0, 0), 0)


def scene_of(facts: Facts, page: int = 0) -> TeamsApartScene:
    return apart_scene(facts, page, WORDS)


def charts(scene: TeamsApartScene) -> list[TeamChart]:
    return [*scene.teams, *([scene.rest] if scene.rest else [])]


def all_charts(facts: Facts) -> list[TeamChart]:
    return [chart for page in range(apart_pages(facts)) for chart in charts(scene_of(facts, page))]


@st.composite
def teams(draw: st.DrawFn) -> list[tuple[str, tuple[int, ...], int]]:
    steps = draw(st.integers(2, 10))
    counts = st.lists(st.integers(0, 8), min_size=steps, max_size=steps).map(tuple)
    votes = draw(st.lists(st.tuples(counts, st.integers(0, 4)), min_size=1, max_size=20))
    found = [(f"Team {n}x", given, unsure) for n, (given, unsure) in enumerate(votes)]
    if draw(st.booleans()):
        found.append(("", draw(counts), 0))
    return found


def test_each_team_stands_for_itself_in_the_workshops_order() -> None:
    scene = scene_of(apart_facts(*SAMPLE))
    assert [(team.name, team.votes, team.median) for team in scene.teams] == [
        ("Front desk", "8 votes, 1 don’t know", "4"),
        ("Nursing", "10 votes", "4"),
        ("Back office", "6 votes, 1 don’t know", "3"),
    ]
    assert (scene.rest, scene.place) == (None, "")
    assert scene.header.topic == "Recovery, teams apart"
    assert scene.header.place == "Question 3 of 5"


def test_the_foot_says_what_all_said_and_names_the_limit() -> None:
    foot = scene_of(apart_facts(*SAMPLE)).foot
    assert foot == (
        "All together: median 4, close to agreement 70. Teams under 5 votes are never shown apart."
    )
    assert "under 3 votes" in scene_of(apart_facts(*SAMPLE, minimum=3)).foot


def test_borderline_follows_the_number_and_does_not_take_it_for_its_own() -> None:
    foot = scene_of(apart_facts(("A", (0, 0, 0, 3, 2), 0), ("B", (0, 0, 0, 2, 3), 0))).foot
    assert foot.startswith("All together: median 4.5, in agreement ")
    said, _, rest = foot.partition(", borderline. ")
    assert said.split()[-1].isdigit()
    assert rest.startswith("Teams under")


@given(teams(), st.integers(3, 8), st.booleans())
def test_no_group_under_the_limit_is_ever_on_the_wall(
    given_teams: list[tuple[str, tuple[int, ...], int]], minimum: int, secret: bool
) -> None:
    facts = apart_facts(*given_teams, minimum=minimum, secret=secret)
    votes = {name: sum(counts) + unsure for name, counts, unsure in given_teams}
    shown = all_charts(facts)
    for chart in shown:
        seen = sum(column.count for column in chart.chart.columns)
        if chart.name in votes:
            assert votes[chart.name] >= minimum
        else:
            assert chart.name == "The rest"
            total = int(chart.votes.split()[0])
            assert total >= max(minimum, seen)
    if shown:  # all votes are somewhere, so that no difference says what is hidden
        assert sum(int(chart.votes.split()[0]) for chart in shown) == sum(votes.values())


def test_a_small_team_is_part_of_the_rest_with_the_next_smallest() -> None:
    scene = scene_of(apart_facts(*SAMPLE, SMALL))
    assert [team.name for team in scene.teams] == ["Front desk", "Nursing"]
    assert scene.rest is not None
    assert [column.count for column in scene.rest.chart.columns] == [4, 2, 1, 2, 0]
    assert scene.rest.votes == "10 votes, 1 don’t know"
    assert scene.foot.endswith("Teams under 5 votes are never shown apart: they are in the rest.")
    assert "Cleaning" not in repr(scene)


def test_in_a_secret_round_the_rest_is_what_was_kept_of_the_small_teams() -> None:
    kept = (*SAMPLE, ("", (3, 3, 0, 0, 0), 0))
    scene = scene_of(apart_facts(*kept, secret=True))
    assert [team.name for team in scene.teams] == ["Front desk", "Nursing", "Back office"]
    assert scene.rest is not None
    assert (scene.rest.name, scene.rest.votes) == ("The rest", "6 votes")
    assert scene.foot.endswith("they are in the rest.")


def test_hands_of_the_whole_room_are_no_small_team() -> None:
    scene = scene_of(apart_facts(*SAMPLE, ("", (3, 3, 0, 0, 0), 0)))
    assert scene.rest is not None
    assert scene.foot.endswith("Teams under 5 votes are never shown apart.")


def test_where_only_the_total_may_be_shown_there_is_no_team() -> None:
    facts = apart_facts(SMALL, ("Porters", (0, 0, 3, 0, 0), 0))
    scene = scene_of(facts)
    assert (scene.teams, scene.rest, scene.prompt) == ((), None, "")
    assert scene.heading == "Too few votes to show teams apart"
    assert apart_pages(facts) == 1


def test_a_secret_vote_of_enough_that_is_shown_in_total_only_does_not_say_too_few() -> None:
    facts = apart_facts(("", (6, 6, 1, 0, 0), 0), secret=True)
    scene = scene_of(facts)
    assert scene.heading == "This secret vote is shown in total only"
    assert scene.foot.endswith("Teams stand apart only where nobody’s answer follows from it.")


def test_a_team_that_votes_as_one_is_never_hidden() -> None:
    facts = apart_facts(*((f"Team {n}", (0, 0, 1, 0, 0), 0) for n in range(4)), voter=Voter.TEAM)
    scene = scene_of(facts)
    assert len(scene.teams) == 4
    assert scene.foot.endswith("Each team votes as one.")


@pytest.mark.parametrize(
    ("high", "heading"),
    [
        ((0, 0, 6, 0, 0, 0), "No distance: every median is 3"),
        ((0, 0, 3, 3, 0, 0), "Half a step apart: medians from 3 to 3.5"),
        ((0, 0, 0, 6, 0, 0), "One step apart: medians from 3 to 4"),
        ((0, 0, 0, 3, 3, 0), "1.5 steps apart: medians from 3 to 4.5"),
        ((0, 0, 0, 0, 6, 0), "Two steps apart: medians from 3 to 5"),
        ((0, 0, 0, 0, 0, 6), "Three steps apart: medians from 3 to 6"),
        ((0, 0, 0, 0, 0, 0), "One median: 3"),
    ],
)
def test_the_heading_is_the_distance_of_the_medians(high: tuple[int, ...], heading: str) -> None:
    unsure = 0 if any(high) else 6
    facts = apart_facts(("Low", (0, 0, 6, 0, 0, 0), 0), ("High", high, unsure))
    assert scene_of(facts).heading == heading


def test_all_who_do_not_know_are_asked_what_they_would_look_at() -> None:
    scene = scene_of(apart_facts(("A", (0, 0, 0), 9), ("B", (0, 0, 0), 7)))
    assert scene.heading == "No team gave an answer"
    assert scene.prompt == "What would each team need to look at to know?"


@given(teams(), st.integers(1, 5))
def test_neither_heading_nor_prompt_nor_foot_names_a_team(
    given_teams: list[tuple[str, tuple[int, ...], int]], number: int
) -> None:
    scene = scene_of(apart_facts(*given_teams, number=number))
    for name, _, _ in given_teams:
        if name:
            assert name not in scene.heading + scene.prompt + scene.foot


@given(teams())
def test_all_pages_share_a_unit_and_a_heading_and_say_no_word_by_team(
    given_teams: list[tuple[str, tuple[int, ...], int]],
) -> None:
    facts = apart_facts(*given_teams)
    scenes = [scene_of(facts, page) for page in range(apart_pages(facts))]
    assert len({(scene.unit_max, scene.heading) for scene in scenes}) == 1
    shown = all_charts(facts)
    largest = max((column.count for chart in shown for column in chart.chart.columns), default=0)
    assert scenes[0].unit_max == max(6, largest)
    for chart in shown:
        said = chart.chart
        assert (said.heading, said.agreement_text, said.borderline_text) == ("", None, None)
    assert len({chart.chart.bricks for chart in shown}) <= 1


@given(st.integers(1, 40))
def test_pages_are_balanced_and_hold_eight_charts_at_most(count: int) -> None:
    facts = apart_facts(*((f"Team {n}", (3, 3, 3), 0) for n in range(count)), ("", (3, 3, 3), 0))
    scenes = [scene_of(facts, page) for page in range(apart_pages(facts))]
    sizes = [len(charts(scene)) for scene in scenes]
    assert sum(sizes) == count + 1
    assert max(sizes) <= 8
    assert max(sizes) - min(sizes) <= 1
    assert [scene.rest is not None for scene in scenes] == [False] * (len(sizes) - 1) + [True]
    places = [scene.place for scene in scenes]
    of = len(sizes)
    assert places == ([""] if of == 1 else [f"Page {n} of {of}" for n in range(1, of + 1)])


def test_a_page_that_is_no_more_shows_the_last() -> None:
    facts = apart_facts(*SAMPLE)
    assert scene_of(facts, 5) == scene_of(facts, 0)


def test_above_forty_votes_no_team_has_bricks() -> None:
    many = ("Many", (10, 10, 10, 10, 1), 0)
    assert {team.chart.bricks for team in scene_of(apart_facts(*SAMPLE)).teams} == {True}
    assert {team.chart.bricks for team in scene_of(apart_facts(*SAMPLE, many)).teams} == {False}


def test_prompts_change_from_question_to_question() -> None:
    one, two = (scene_of(apart_facts(*SAMPLE, number=n)).prompt for n in (1, 2))
    assert one == "One example from each team before we compare."
    assert one != two
    alike = tuple((name, SAMPLE[0][1], 0) for name, _, _ in SAMPLE)
    assert scene_of(apart_facts(*alike, number=1)).prompt not in (one, two)


def test_a_round_that_is_not_revealed_says_nothing_of_all_together() -> None:
    facts = apart_facts(*SAMPLE)
    assert facts.question is not None
    hidden = replace(facts, question=replace(facts.question, rounds=()), team_results=())
    assert "median" not in scene_of(hidden).foot
