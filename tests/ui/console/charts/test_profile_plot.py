"""The profile says the ends of its scale and the names of its rows whole, also where it is
narrow.
"""

from __future__ import annotations

from itertools import pairwise

import pytest

from frameworks.theme import Theme
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
