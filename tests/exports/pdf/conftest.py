"""The full day's report, written once for all who read in it."""

from __future__ import annotations

import pytest

from tests.exports.pdf.report_printed import Printed, full_day, pages_of, printed


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    made = full_day()
    written, reader = printed(made, tmp_path_factory.mktemp("full"))
    return Printed(made, written.path, reader, pages_of(reader))
