"""The wall, the console and the files print the same numbers and words of a chart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from exports.charts import distribution, heat_map, profile, radar
from exports.charts.page import Imprint
from exports.drawing import Drawing
from exports.look import tokens
from exports.pdf.typesetter import Typesetter
from frameworks.theme import Theme
from tests.days import Day, begin_profile_day
from tests.gallery.recording import record
from ui.painters.distribution import paint_distribution
from ui.projector.frame import Frame
from ui.projector.paint import paint_moving, paint_still
from workshop.charting import day_charts
from workshop.charts import distribution_chart
from workshop.creation import NewTeam
from workshop.kinds import Ballot
from workshop.profile_views import View
from workshop.scenes import Wall
from workshop.steps import State
from workshop.tally import Distribution
from workshop.words import Words

WORDS = Words()
LOOK = tokens.LIGHT
SIZE = (tokens.PROJECTOR_WIDTH, tokens.PROJECTOR_HEIGHT)
IMPRINT = Imprint("")
"""Without its source, which only a chart that leaves the house needs: the wall hangs in it."""

# What one of them says and the other does not. The wall's header has the workshop's title and the
# agenda item's, where a file has the chart's own name, and its source below.
ONLY_ON_THE_WALL: dict[View, str] = {
    View.SESSIONS: "Service review",
    View.RADAR: "Service review low, high",  # a file has its rings' numbers for that
    View.TEAMS: "Service review Where we stand",
}
ONLY_IN_A_FILE: dict[View, str] = {
    # Labels that would be too small for a back row.
    View.SESSIONS: "Now and then Half the time Mostly",
    View.RADAR: "Structure stands lowest",  # the sentence, for which the wall has the header
    # The sessions' names: on the wall, where a row is higher, each row has its shape.
    View.TEAMS: "Heat map Vision Strategy Structure Technology",
}
COUNTS = st.integers(2, 10).flatmap(
    lambda steps: st.lists(st.integers(0, 45), min_size=steps, max_size=steps)
)


def words_of(texts: Iterable[str]) -> Counter[str]:
    """Words and numbers, wherever lines were broken."""
    plain = (re.sub("[\u00ad\u2028\u00a0]", " ", text) for text in texts)
    return Counter(word for text in plain for word in text.split())


def on_screen(paint: Callable[[QPainter], object]) -> Counter[str]:
    """What is written by a painter of the screens."""
    return words_of([text.said for text in record(*SIZE, paint).texts])


def on_the_wall(wall: Wall) -> Counter[str]:
    """What a scene says, all of it risen."""

    def paint(painter: QPainter) -> None:
        paint_still(painter, wall, LOOK)
        paint_moving(painter, wall, Frame(LOOK, 0))

    return on_screen(paint)


def in_files(*drawings: Drawing) -> Counter[str]:
    """What is written on drawings."""
    return words_of([text.text for drawing in drawings for text in drawing.texts])


@settings(max_examples=60)
@given(COUNTS, st.integers(0, 9), st.booleans())
def test_the_votes_of_a_round(
    qapp: object, counts: list[int], dont_know: int, before: bool
) -> None:
    labels = tuple(f"L{'abcdefghij'[step]}" for step in range(len(counts)))
    now = Distribution(tuple(counts), dont_know)
    earlier = Distribution(tuple(reversed(counts))) if before else None
    chart = distribution_chart(now, labels, earlier, 1 if before else None, WORDS)
    box = QRectF(100, 100, 1500, 800)

    screen = on_screen(
        lambda painter: paint_distribution(
            painter,
            box,
            chart,
            tokens.DISTRIBUTION_WALL,
            colours=LOOK.themes[Theme.PEOPLE],
            palette=LOOK.palette,
        )
    )
    file = distribution.draw(chart, Theme.PEOPLE, 1500, 800, sizes=tokens.DISTRIBUTION_FILE)

    assert screen == in_files(file)


@pytest.fixture(params=list(Ballot))
def day(request: pytest.FixtureRequest, tmp_path: Path) -> Day:
    """A day at its profile, with teams that do not agree."""
    teams = (NewTeam("Front desk", 6), NewTeam("Nursing", 7), NewTeam("IT", 2))
    made = begin_profile_day(tmp_path, sessions=4, questions=2, teams=teams, ballot=request.param)
    asked = 0
    while made.state() is not State.PROFILE:
        facts = made.live.facts(whole=False)
        if made.state() is State.OPEN and facts.round is not None:
            asked += 1
            votes = [
                (facts.round.id, seat, 1 + (place // 6 + place * asked) % 5)
                for place, seat in enumerate(made.seats())
            ]
            made.cast(*votes)
        made.live.facilitation.next()
    return made


@pytest.mark.parametrize("view", [View.SESSIONS, View.RADAR, View.TEAMS])
def test_a_view_of_the_profile(qapp: object, day: Day, view: View) -> None:
    if view is not View.SESSIONS:
        day.live.viewing.choose(view)
    screen = on_the_wall(day.live.scene())
    file = in_files(*drawings(day, view))

    if view is View.RADAR:  # the wall leaves a ring's number out where a mark covers it
        screen, file = (without_steps(each) for each in (screen, file))
    assert screen - file == words_of([ONLY_ON_THE_WALL[view]])
    assert file - screen == words_of([ONLY_IN_A_FILE[view]])
    day.library.close()


def without_steps(said: Counter[str]) -> Counter[str]:
    """All but the numbers of the rings."""
    return Counter({word: count for word, count in said.items() if not re.fullmatch("[1-5]", word)})


def drawings(day: Day, view: View) -> tuple[Drawing, ...]:
    """The chart of a view as files have it."""
    charts = day_charts(day.live.snapshot(), WORDS)
    setter = Typesetter("en")
    if view is View.TEAMS:
        assert charts.heat_map is not None
        return heat_map.draw(charts.heat_map, "Heat map", IMPRINT, WORDS, setter)
    assert charts.profile is not None
    draw = radar.draw if view is View.RADAR else profile.draw
    return (draw(charts.profile, "Where we stand", IMPRINT, setter),)
