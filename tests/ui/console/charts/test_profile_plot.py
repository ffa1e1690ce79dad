"""The profile says the ends of its scale and the names of its rows whole, also where it is
narrow.
"""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF

from exports.look.tokens import LIGHT
from frameworks.theme import Theme
from tests.gallery.recording import record
from tests.ui.projector.sample_parts import LABELS, LONG_LABELS
from ui.console.charts.profile_plot import ProfilePlot
from ui.theme import load_fonts
from workshop.day_charts import ProfileChart, ProfileRow
from workshop.words import Words

NAMES = ("Vision", "Business processes and people")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("width", [372.0, 520.0, 900.0])
@pytest.mark.parametrize("labels", [LABELS, (*LONG_LABELS, "Now and then", "Half the time")])
def test_labels_and_names_are_whole_and_apart(labels: tuple[str, ...], width: float) -> None:
    load_fonts()
    rows = tuple(
        ProfileRow(name, next(iter(Theme)), False, name, 2.5, "2.5", 2.0, 3.0, "4 questions", 2.0)
        for name in NAMES
    )
    plot = ProfilePlot(ProfileChart("Where we stand", rows, labels, ""), Words())
    plot.place(width, 300.0)
    assert len(plot._labels) in (2, len(labels))
    for _, block, _ in plot._labels:
        assert not block.elided
        assert "\u00ad" not in block.text
    for (x, block, _), (after, _, _) in pairwise(plot._labels):
        assert x + block.box <= after
    assert all(x >= 0 and x + block.box <= width for x, block, _ in plot._labels)
    for row in rows:
        name = plot._name_of(row)
        assert not name.elided
        assert name.height <= plot._row


@pytest.mark.usefixtures("qapp")
def test_a_row_whose_questions_all_have_one_score_says_so() -> None:
    load_fonts()
    row = ProfileRow(
        "a", next(iter(Theme)), False, "Vision", 3.0, "3.0", 3.0, 3.0, "4 questions", None
    )
    plot = ProfilePlot(ProfileChart("Where we stand", (row,), LABELS, ""), Words())
    plot.place(520.0, 300.0)
    assert plot.spots(0)[0].said == "Vision: 3.0; 4 questions, all at 3"


@pytest.mark.usefixtures("qapp")
def test_where_it_is_narrow_the_change_stands_below_the_score_and_leaves_the_scale_its_room() -> (
    None
):
    load_fonts()
    row = ProfileRow(
        "a", next(iter(Theme)), False, "Vision", 3.5, "3.5", 3.0, 4.0, "4 questions", 2.5, "+1.0"
    )
    chart = ProfileChart(
        "Where we stand", (row,), LABELS, "", then="Last time", heads=("Today", "Change")
    )
    plot = ProfilePlot(chart, Words())
    plot.place(372.0, 300.0)
    written = record(372, 300, lambda painter: plot.paint(painter, LIGHT, QRectF(0, 0, 372, 300)))
    boxes = {text.said: text.box for text in written.texts}
    assert boxes["2"].center().x() - boxes["1"].center().x() >= 28
    assert boxes["+1.0"].top() >= boxes["3.5"].bottom()
    assert abs(boxes["+1.0"].right() - boxes["3.5"].right()) <= 2
