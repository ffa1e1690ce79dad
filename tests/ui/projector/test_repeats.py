"""The wall of a workshop that repeats another: review, profile, and how a session begins."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exports.look import tokens
from tests.ui.projector import repeat_samples
from tests.ui.projector.seeing import Seen, colour_at, painted
from ui.projector.scenes import parts, profile_again, review
from ui.projector.scenes.action_rows import ROWS_TOP
from workshop.day_charts import ProfileRow
from workshop.scenes import ProfileScene

LOOKS = [tokens.LIGHT, tokens.DARK]
REVIEW, PROFILE, SESSION = repeat_samples.REVIEW, repeat_samples.PROFILE, repeat_samples.SESSION


def x_of(score: float) -> float:
    return profile_again.x_of(score, 5)


def only(row: ProfileRow) -> ProfileScene:
    return replace(PROFILE, rows=(row,))


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("at", range(5))
def test_the_row_in_work_lies_on_its_own_ground_with_a_bar_before_it(
    at: int, look: tokens.Look
) -> None:
    rows = tuple(replace(row, now=n == at) for n, row in enumerate(REVIEW.rows))
    image = painted(replace(REVIEW, rows=rows), look)
    for n in range(5):
        y = ROWS_TOP + (n + 0.9) * review.ROW
        bar = colour_at(image, parts.LEFT - review.NOW_OUTSET + 2, y)
        ground = colour_at(image, parts.RIGHT - 4, y)
        assert bar == (look.palette.ink if n == at else look.palette.paper)
        assert ground == (look.palette.sunken if n == at else look.palette.paper)


def test_what_is_done_speaks_quietly_and_every_status_is_said_in_words(seen: Seen) -> None:
    seen.paint(REVIEW)
    inks = dict(zip(seen.said(), seen.inks, strict=True))
    palette = tokens.LIGHT.palette
    assert inks["31 Oct"] == palette.ink2
    assert inks["14 Nov"] == palette.ink
    assert seen.said().count("Under way") == 2
    assert {"Done", "Not started"} <= set(seen.said())


def test_a_review_of_nothing_says_so(seen: Seen) -> None:
    seen.paint(replace(REVIEW, rows=(), range="", foot="No action was left open."))
    assert "No action was left open." in seen.said()


@pytest.mark.parametrize("look", LOOKS)
def test_last_time_is_a_hollow_mark_where_its_score_was(look: tokens.Look) -> None:
    row = replace(PROFILE.rows[0], earlier=2.0, score=4.0, dots=(), lowest=None, highest=None)
    image = painted(only(row), look)
    middle = profile_again.ROWS_TOP + profile_again.ROW_MOST / 2
    assert colour_at(image, x_of(4.0), middle) == look.themes[row.theme].fill
    assert colour_at(image, x_of(2.0) + 5, middle) == look.palette.paper
    assert colour_at(image, x_of(2.0) - tokens.PROFILE_WALL.earlier, middle) == look.palette.ink2


@pytest.mark.parametrize(("earlier", "around"), [(3.4, True), (3.3, True), (3.2, False)])
def test_a_mark_of_last_time_that_is_near_lies_around_todays(earlier: float, around: bool) -> None:
    row = replace(PROFILE.rows[0], earlier=earlier, score=3.4, dots=(), lowest=None, highest=None)
    image = painted(only(row))
    middle = profile_again.ROWS_TOP + profile_again.ROW_MOST / 2
    edge = colour_at(image, x_of(3.4), middle + tokens.PROFILE_WALL.around)
    assert (edge != tokens.LIGHT.palette.paper) is around


def test_alike_scores_stand_side_by_side_as_dots() -> None:
    row = replace(
        PROFILE.rows[0], earlier=None, score=1.5, dots=repeat_samples.questions(4.0, 4.0, 2.0)
    )
    image = painted(only(row))
    middle = profile_again.ROWS_TOP + profile_again.ROW_MOST / 2
    key, pitch = tokens.LIGHT.themes[row.theme].key, tokens.PROFILE_WALL.dot_pitch
    assert colour_at(image, x_of(4.0) - pitch / 2, middle) == key
    assert colour_at(image, x_of(4.0) + pitch / 2, middle) == key
    assert colour_at(image, x_of(4.0), middle) != key
    assert colour_at(image, x_of(2.0), middle) == key


@pytest.mark.parametrize(("earlier", "before"), [(2.0, True), (2.95, True), (3.05, False)])
def test_the_first_row_names_both_marks_side_by_side(
    earlier: float, before: bool, seen: Seen
) -> None:
    seen.paint(only(replace(PROFILE.rows[0], earlier=earlier, score=3.0)))
    marks = [box for block, box in seen.texts if block.text in ("Last time", "Today")]
    heads = [box for box in marks if box.right() > profile_again.PLOT_RIGHT]
    assert len(heads) == 1  # the head over the scores says Today too
    then = seen.where("Last time")
    today = next(box for box in marks if box != then and box not in heads)
    assert (then.right() < today.left()) is before
    assert (then.left() > today.right()) is not before


def test_scores_and_changes_end_below_their_heads(seen: Seen) -> None:
    seen.paint(PROFILE)
    for row in PROFILE.rows:
        assert seen.where(row.score_text).right() == pytest.approx(profile_again.SCORE_RIGHT, abs=3)
        assert seen.where(row.change).right() == pytest.approx(parts.RIGHT, abs=3)


def test_a_row_that_was_not_reached_shows_where_it_stood_and_no_score(seen: Seen) -> None:
    row = replace(
        PROFILE.rows[0], score=None, score_text="", change="", lowest=None, highest=None, dots=()
    )
    image = seen.paint(only(row))
    middle = profile_again.ROWS_TOP + profile_again.ROW_MOST / 2
    assert row.earlier is not None
    left = x_of(row.earlier) - tokens.PROFILE_WALL.earlier
    assert colour_at(image, left, middle) == tokens.LIGHT.palette.ink2
    assert "–" in seen.said()
    assert "Last time" not in seen.said()


@pytest.mark.parametrize("count", range(9))
def test_last_times_score_stands_below_the_questions_however_many(count: int, seen: Seen) -> None:
    shorts = tuple(f"Short {n}" for n in range(count))
    seen.paint(replace(SESSION, shorts=shorts))
    score = seen.where("2.1")
    assert score.bottom() < parts.BOTTOM
    if shorts:
        assert seen.where(shorts[-1]).bottom() < seen.where("Last time").top()
