"""Heat map: medians by team, what is hidden stays hidden, and no team is called bad."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.workshop.chart_samples import asking, question, session
from workshop.anonymity import shown_teams
from workshop.chart_inputs import AskedQuestion
from workshop.heat_map import heat_map, part_of
from workshop.words import Words

WORDS = Words()
COUNTS = st.tuples(*[st.integers(0, 4)] * 5)
TEAMS = ("Front desk", "Nursing", "Back office", "Doctors")
SAID = st.lists(
    st.dictionaries(st.sampled_from((*TEAMS, "")), COUNTS, max_size=5).map(
        lambda said: {team: said[team] for team in (*TEAMS, "") if team in said}
    ),
    max_size=5,
)


def questions(said: list[dict[str, tuple[int, ...]]], *, secret: bool) -> list[AskedQuestion]:
    return [question(f"Q{n}", 3.0, teams=each, secret=secret) for n, each in enumerate(said)]


@given(SAID, st.integers(3, 6), st.booleans())
def test_no_cell_shows_a_team_that_may_not_be_shown_apart(
    said: list[dict[str, tuple[int, ...]]], minimum: int, secret: bool
) -> None:
    asked = questions(said, secret=secret)
    chart = heat_map(asking(session("Vision", *asked), minimum=minimum), WORDS)
    if chart is None:
        return
    rows = {row.question_id: row for row in chart.rows}
    seen = set()
    for each, teams in zip(asked, said, strict=True):
        if each.id not in rows:
            assert not sum(sum(counts) for counts in teams.values())
            continue
        answered = {team: sum(counts) for team, counts in teams.items() if team}
        allowed = shown_teams(answered, minimum, sum(teams.get("", ())))
        for team, cell in zip(chart.teams, rows[each.id].cells, strict=True):
            assert (cell.value is not None) <= (team in allowed)
            assert cell.hidden <= (cell.text == "" and cell.answers == 0)
            if cell.value is not None:
                seen.add(team)
                assert cell.answers == answered[team]
                assert cell.place == (cell.value - 1) / 4
    assert seen <= set(chart.teams)
    assert [team for team in TEAMS if team in chart.teams] == list(chart.teams)
    assert not any(team in chart.heading for team in TEAMS)


@given(SAID)
def test_a_team_that_votes_as_one_is_never_hidden(said: list[dict[str, tuple[int, ...]]]) -> None:
    asked = [question(f"Q{n}", 3.0, teams=each) for n, each in enumerate(said)]
    chart = heat_map(asking(session("Vision", *asked), team_votes=True), WORDS)
    if chart is not None:
        assert not any(cell.hidden for row in chart.rows for cell in row.cells)


ALL_FIVE = (0, 0, 5, 0, 0)


def test_the_heading_names_where_the_teams_differ_most() -> None:
    chart = heat_map(
        asking(
            session(
                "Strategy",
                question("Waiting", 2.0, teams={"A": (5, 0, 0, 0, 0), "B": (0, 0, 0, 5, 0)}),
                question("Surprise", 3.0, teams={"A": ALL_FIVE, "B": (0, 5, 0, 0, 0)}),
            )
        ),
        WORDS,
    )
    assert chart is not None
    assert chart.heading == "The teams differ most on Waiting"
    assert [[cell.text for cell in row.cells] for row in chart.rows] == [["1", "4"], ["3", "2"]]
    assert [row.whole.text for row in chart.rows] == ["2.5", "2.5"]
    assert chart.ends == ("1: Hardly ever", "5: Every time")
    assert chart.foot == "Numbers: medians. Teams under 3 votes are never shown apart."
    assert chart.description == "The teams differ most on Waiting: 2 questions by 2 teams"


def test_a_part_of_the_rows_is_headed_by_what_is_true_of_them() -> None:
    a_step = {"A": ALL_FIVE, "B": (0, 5, 0, 0, 0)}
    far = {"A": (5, 0, 0, 0, 0), "B": (0, 0, 0, 5, 0)}
    asked = [question(f"Q{n}", 2.0, teams=far if n in (2, 3) else a_step) for n in range(6)]
    chart = heat_map(asking(session("Vision", *asked)), WORDS)
    assert chart is not None
    assert chart.heading == "The teams differ most on Q2 and Q3"
    parts = [part_of(chart, range(first, first + 2), WORDS) for first in (0, 2, 4)]
    assert [part.heading for part in parts] == [
        "What the teams said",
        "The teams differ most on Q2 and Q3",
        "What the teams said",
    ]
    assert parts[2].description == "What the teams said: 2 questions by 2 teams"
    assert part_of(chart, range(1, 3), WORDS).heading == "The teams differ most on Q2"
    assert part_of(chart, range(6), WORDS) == chart


def test_several_as_far_apart_are_counted() -> None:
    apart = {"A": (5, 0, 0, 0, 0), "B": (0, 0, 5, 0, 0)}
    names = ("One", "Two", "Three")
    chart = heat_map(
        asking(session("Vision", *(question(name, 2.0, teams=apart) for name in names))), WORDS
    )
    assert chart is not None
    assert chart.heading == "The teams differ on 3 questions, by up to 2 steps"


def test_teams_that_stand_alike_are_said_to() -> None:
    chart = heat_map(
        asking(session("Vision", question("One", 3.0, teams={"A": ALL_FIVE, "B": ALL_FIVE}))), WORDS
    )
    assert chart is not None
    assert chart.heading == "The teams stand at the same place everywhere"


def test_a_team_hidden_in_one_question_has_a_hidden_cell_there() -> None:
    chart = heat_map(
        asking(
            session(
                "Vision",
                question("One", 3.0, teams={"A": ALL_FIVE, "B": ALL_FIVE, "C": ALL_FIVE}),
                question("Two", 3.0, teams={"A": ALL_FIVE, "B": ALL_FIVE, "C": (1, 0, 0, 0, 0)}),
            ),
            minimum=5,
        ),
        WORDS,
    )
    assert chart is not None
    assert [[cell.hidden for cell in row.cells] for row in chart.rows] == [
        [False, False, False],
        [False, True, True],  # B goes with C, else C would follow from the total
    ]
    assert "Hatched: a team under 5 votes, or hidden with one." in chart.foot


def test_a_day_of_one_team_and_a_day_of_hidden_teams_have_no_heat_map() -> None:
    one = asking(session("Vision", question("One", 3.0, teams={"A": ALL_FIVE})))
    hidden = asking(
        session("Vision", question("One", 3.0, teams={"": (2, 2, 2, 2, 2)}, secret=True))
    )
    assert heat_map(one, WORDS) is None
    assert heat_map(hidden, WORDS) is None
    assert heat_map(asking(), WORDS) is None


def test_a_question_on_another_scale_is_left_out_and_the_foot_says_so() -> None:
    teams = {"A": ALL_FIVE, "B": ALL_FIVE}
    chart = heat_map(
        asking(
            session(
                "Vision",
                question("One", 3.0, teams=teams),
                question("Two", 3.0, teams=teams, counts=False),
            )
        ),
        WORDS,
    )
    assert chart is not None
    assert [row.name for row in chart.rows] == ["One"]
    assert chart.foot.endswith("Without questions on another scale.")


def test_teams_stand_in_the_workshops_order_though_no_question_shows_two_of_them() -> None:
    votes = (0, 0, 4, 0, 0)
    first = question("Q1", 3.0, teams={"Nursing": votes, "": votes}, secret=True)
    second = question("Q2", 3.0, teams={"Front desk": votes, "": votes}, secret=True)
    made = asking(session("Vision", first, second), minimum=3)
    chart = heat_map(replace(made, team_names=TEAMS), WORDS)
    assert chart is not None
    assert chart.teams == ("Front desk", "Nursing")
