"""Clock times are read as people type them."""

from __future__ import annotations

import pytest

from ui.console.clock_times import read_time


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("9", 540), ("9:30", 570), ("09.30", 570), ("0930", 570), ("9h30", 570), ("14 h", 840),
        ("2 pm", 840), ("2:15 p.m.", 855), ("12 am", 0), ("0:00", 0), ("23:59", 1439),
        ("24:00", None), ("9:60", None), ("13 pm", None), ("", None), ("soon", None),
    ],
)  # fmt: skip
def test_times_are_read_as_they_are_typed(typed: str, minutes: int | None) -> None:
    assert read_time(typed) == minutes
