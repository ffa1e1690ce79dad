"""What the wall's tests share: the shipped fonts, a clock that is set by hand, a stage."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from exports.look import tokens
from tests.ui.projector.samples import NOW
from tests.ui.projector.seeing import Seen
from ui.projector.stage import Stage
from ui.theme import load_fonts


class Clock:
    """Milliseconds that pass only when the test says so."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> int:
        return self.now

    def wait(self, ms: int) -> None:
        """Let so much time pass."""
        self.now += ms


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def stage(clock: Clock) -> Stage:
    return Stage(tokens.LIGHT, clock)


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    return Seen(monkeypatch)
