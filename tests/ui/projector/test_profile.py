"""The profile on the wall: marks where the scores are, ranges no wider than their questions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage

from exports.look import tokens
from frameworks.theme import Theme
from tests.ui.projector import room_samples
from tests.ui.projector.seeing import Seen, colour_at, painted
from ui.projector.scenes import parts, profile
from workshop.day_charts import ProfileRow
from workshop.scenes import ProfileScene

SCENE = room_samples.PROFILE
AXIS = profile.Axis(5)
LOOKS = [tokens.LIGHT, tokens.DARK]
HALF_BAND = tokens.PROFILE_WALL.band / 2


def row(theme: Theme, score: float, low: float, high: float, second: bool = False) -> ProfileRow:
    return ProfileRow("id", theme, second, "Name", score, f"{score}", low, high, "4 questions")


def of(*rows: ProfileRow) -> ProfileScene:
    return replace(SCENE, rows=rows)


def middle_of(image: QImage, theme: Theme, x: float, look: tokens.Look) -> int:
    """The y halfway down the mark of this theme at `x`."""
    fill = look.themes[theme].fill
    ys = [y for y in range(tokens.PROJECTOR_HEIGHT) if colour_at(image, x, y) == fill]
    assert ys, "no mark where the score is"
    return (ys[0] + ys[-1]) // 2


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize(("score", "low", "high"), [(3.4, 2.0, 4.5), (1.5, 1.0, 5.0)])
def test_the_mark_stands_at_its_score_on_a_band_from_lowest_to_highest(
    theme: Theme, score: float, low: float, high: float, look: tokens.Look
) -> None:
    image = painted(of(row(theme, score, low, high)), look)
    colours, paper = look.themes[theme], look.palette.paper
    y = middle_of(image, theme, AXIS.x(score), look)
    left, right = AXIS.x(low) - HALF_BAND, AXIS.x(high) + HALF_BAND
    assert colour_at(image, left + 4, y) == colours.tint
    assert colour_at(image, right - 5, y) == colours.tint
    assert colour_at(image, left - 4, y) == colour_at(image, right + 4, y) == paper
    edge = {colour_at(image, right - x, y) for x in range(4)}
    assert edge - {colours.tint, paper}  # its line; on a faint tint it is what shows the end


def test_a_range_without_width_is_only_the_mark() -> None:
    image = painted(of(row(Theme.VISION, 3.0, 3.0, 3.0)))
    y = middle_of(image, Theme.VISION, AXIS.x(3), tokens.LIGHT)
    assert colour_at(image, AXIS.x(3) + 40, y) == tokens.LIGHT.palette.paper


@pytest.mark.parametrize("look", LOOKS)
def test_a_second_session_of_its_theme_is_hollow_and_hides_its_band(look: tokens.Look) -> None:
    image = painted(of(row(Theme.STRUCTURE, 3.0, 1.0, 5.0, second=True)), look)
    x = AXIS.x(3)
    fill = look.themes[Theme.STRUCTURE].fill
    y = middle_of(image, Theme.STRUCTURE, x, look)
    assert colour_at(image, x, y) == look.palette.paper
    assert colour_at(image, x - 17, y) == fill
    named = parts.LEFT + profile.MARK_PLACE
    assert colour_at(image, named, y) == look.palette.paper
    assert colour_at(image, named - 13, y) == fill


def test_a_row_without_a_score_says_so_quietly_and_has_no_mark(seen: Seen) -> None:
    image = seen.paint(SCENE)
    unknown = SCENE.rows[-1]
    assert unknown.score is None
    inks = dict(zip(seen.said(), seen.inks, strict=True))
    assert inks["People"] == inks[profile.UNKNOWN] == tokens.LIGHT.palette.ink2
    assert inks["Vision"] == tokens.LIGHT.palette.ink
    y = round(seen.where("People").center().y())
    grid = {tokens.LIGHT.palette.paper, tokens.LIGHT.palette.hairline}
    across = range(profile.PLOT_LEFT - 40, profile.PLOT_RIGHT + 40)
    assert {colour_at(image, x, y) for x in across} <= grid


def test_the_reason_why_there_is_no_score_takes_the_scores_place(seen: Seen) -> None:
    seen.paint(of(replace(SCENE.rows[-1], basis="not reached today")))
    assert profile.UNKNOWN not in seen.said()
    assert seen.where("not reached today").right() == pytest.approx(parts.RIGHT, abs=1)


def test_rows_keep_the_order_of_the_day_and_their_numbers_their_row(seen: Seen) -> None:
    seen.paint(SCENE)
    names = [seen.where(each.name).center().y() for each in SCENE.rows]
    assert names == sorted(names)
    for each in SCENE.rows:
        if each.score_text:
            name, score = seen.where(each.name), seen.where(each.score_text)
            assert score.center().y() == pytest.approx(name.center().y(), abs=8)
            assert score.right() == pytest.approx(parts.RIGHT, abs=1)


@pytest.mark.parametrize("steps", range(2, 11))
def test_the_scale_is_always_whole(steps: int, seen: Seen) -> None:
    labels = tuple(f"Label {step}" for step in range(1, steps + 1))
    seen.paint(replace(SCENE, rows=(row(Theme.VISION, 1.5, 1.0, 2.0),), labels=labels))
    numbers = [seen.where(str(step)).center().x() for step in range(1, steps + 1)]
    assert numbers[0] == pytest.approx(profile.PLOT_LEFT, abs=1)
    assert numbers[-1] == pytest.approx(profile.PLOT_RIGHT, abs=1)
    assert {labels[0], labels[-1]} <= set(seen.said())


def test_without_labels_the_scale_is_as_long_as_the_rows_need(seen: Seen) -> None:
    seen.paint(replace(SCENE, labels=()))
    assert "4" in seen.said()


@pytest.mark.parametrize("count", range(1, 9))
def test_up_to_eight_rows_stand_between_heading_and_foot(count: int, seen: Seen) -> None:
    names = [f"Session {n}" for n in range(count)]
    rows = (replace(row(Theme.PEOPLE, 3.0, 2.0, 4.0), name=name) for name in names)
    seen.paint(of(*rows))
    places = [seen.where(name) for name in names]
    assert seen.where(SCENE.heading).bottom() < places[0].top()
    assert places[-1].bottom() < seen.where(SCENE.foot).top()
