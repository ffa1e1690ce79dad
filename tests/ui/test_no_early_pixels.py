"""Non-interference in pixels and files: no hidden value is seen before its reveal."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from exports.catalogue import Source, export
from exports.kinds import RESULTS
from tests.conftest import collect_garbage
from tests.days import Day, HandClock, another_day, new_library, small_framework
from tests.test_no_early_reveal import (
    ACTS,
    ACTS_ON,
    ID,
    TEAMS,
    Kind,
    Move,
    day_of,
    is_revealed,
    play,
    reveals,
)
from ui.console.run.screen import RunScreen
from ui.leading import Leading
from ui.projector.screens import Screens, ScreenSource
from ui.projector.stage import Stage
from ui.projector.window import ProjectorWindow
from ui.settings import Settings
from ui.theme import DesktopTheme
from workshop.library import Library
from workshop.words import Words

# In parts, which the suite's workers share; each part plays every kind of day.
PARTS = 4
DAYS_IN_A_PART = 13
SEQUENCES_OF_A_DAY = 2
"""To build wall and console takes longer than to play: 104 sequences on 52 days."""
EXPORTED = 10
REPORTED = tuple(kind for kind in RESULTS if kind != "workshop")
"""What tells of the day; the workshop's own file holds every open vote, as the library does."""
NAMES = ("walk", "next", "next", "vote", "vote", "tap", "tally", "ballot", "move", "move")


class Faces:
    """Console and wall of one day, as windows that are never shown on a screen."""

    def __init__(self, day: Day, theme: DesktopTheme, folder: Path) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication), "pytest-qt made one"
        self.day = day
        self.window = QWidget()
        self.stage = Stage(theme.look, day.clock, reduce_motion=True)
        self.projector = ProjectorWindow(self.stage, day.live.words, day.clock)
        self.projector.resize(960, 540)
        source = ScreenSource(application)
        settings = Settings(folder)
        screens = Screens(self.projector, self.window, settings, source, day.live.words)
        self.leading = Leading(day.live, self.stage)
        self.leading.take_taps_from(self.projector)
        self.screen = RunScreen(theme, day.live.words, self.leading, screens)
        self.screen.resize(1280, 800)
        self.leading.start()

    def pictures(self) -> tuple[QImage, QImage]:
        """Wall and console as they are painted now."""
        self.leading.refresh()
        return settled(self.projector), settled(self.screen)

    def close(self) -> None:
        """Let everything go."""
        self.screen.closing()
        self.leading.close()
        for widget in (self.screen, self.projector, self.window):
            widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settled(widget: QWidget) -> QImage:
    """A widget as soon as it is painted twice the same.

    Large letters differ by a shade whenever they are drawn for the first time, or for the first
    time since Qt's store of glyphs was full.
    """
    before = widget.grab().toImage()
    for _ in range(5):
        now = widget.grab().toImage()
        if now == before:
            break
        before = now
    return before


@pytest.fixture
def theme(qapp: QApplication) -> DesktopTheme:
    theme = DesktopTheme(reduce_motion=True)
    theme.apply(qapp)
    return theme


@pytest.fixture
def libraries(tmp_path: Path) -> Iterator[list[tuple[Library, HandClock]]]:
    with ExitStack() as stack:
        made = []
        for side in ("one", "other"):
            clock = HandClock()
            library = new_library(tmp_path / side / "flipchart.sqlite", clock)
            made.append((stack.enter_context(library), clock))
        yield made


@contextmanager
def faces_of(day: Day, theme: DesktopTheme, folder: Path) -> Iterator[Faces]:
    """Wall and console of a day.

    One day's faces at a time: while others are there, their keys hear every event of the building.
    """
    faces = Faces(day, theme, folder)
    yield faces
    faces.close()


def sequence(luck: random.Random) -> list[Move]:
    """A few moves, with one answer for each of the two days."""
    moves: list[Move] = []
    for _ in range(luck.randint(4, 12)):
        name = luck.choice(NAMES)
        if name == "move":
            name = luck.choice(sorted(ACTS | ACTS_ON))
        pair = (luck.randint(0, 5), luck.randint(0, 5))
        moves.append((name, luck.randint(0, 2), pair))
    return moves


def play_unrevealed(day: Day, side: int, moves: Sequence[Move]) -> None:
    """Play all moves but those that reveal, with this side's answers."""
    for move in moves:
        if move[0] == "next" and reveals(day):
            continue
        play(day, move, side)
        day.clock.moment += 1000
    assert not is_revealed(day), "only the next key reveals"


@pytest.mark.parametrize("part", range(PARTS))
def test_no_pixel_depends_on_a_hidden_value(
    part: int,
    libraries: list[tuple[Library, HandClock]],
    theme: DesktopTheme,
    tmp_path: Path,
) -> None:
    luck = random.Random(part)
    for n in range(DAYS_IN_A_PART):
        kind = list(Kind)[n % len(Kind)]
        plays = [sequence(luck) for _ in range(SEQUENCES_OF_A_DAY)]
        seen: list[list[tuple[QImage, QImage]]] = []
        for side, (library, clock) in enumerate(libraries):
            day = day_of(kind, library, clock)
            with faces_of(day, theme, tmp_path / str(side)) as faces:
                seen.append([])
                for moves in plays:
                    play_unrevealed(day, side, moves)
                    seen[-1].append(faces.pictures())
        collect_garbage()
        for first, second in zip(*seen, strict=True):
            assert first[0] == second[0], "the wall's pixels depend on a hidden value"
            assert first[1] == second[1], "the console's pixels depend on a hidden value"


def content(path: Path) -> bytes:
    """What is in a file, without the ids of questions that were added: they differ by nature."""
    if path.suffix == ".xlsx":
        with ZipFile(path) as parts:
            whole = b"".join(parts.read(name) for name in sorted(parts.namelist()))
    else:
        whole = path.read_bytes()
    return re.sub(ID.pattern.encode(), b"an id", whole)


@pytest.mark.parametrize("number", range(EXPORTED))
def test_no_byte_of_an_export_depends_on_a_hidden_value(
    number: int, libraries: list[tuple[Library, HandClock]], tmp_path: Path
) -> None:
    moves = sequence(random.Random(number))
    files = []
    for side, (library, clock) in enumerate(libraries):
        day = day_of(list(Kind)[number % len(Kind)], library, clock)
        play_unrevealed(day, side, moves)
        folder = tmp_path / f"files-{side}"
        folder.mkdir()
        source = Source(day.live.snapshot(), day.library.path)
        written = export(source, Words(), folder, REPORTED)
        files.append({each.path.relative_to(folder): content(each.path) for each in written})
    assert files[0] == files[1], "an export depends on a hidden value"


def test_a_revealed_value_is_seen_in_the_pixels(
    libraries: list[tuple[Library, HandClock]], theme: DesktopTheme, tmp_path: Path
) -> None:
    pictures = []
    for (library, clock), answer in zip(libraries, (1, 5), strict=True):
        day = another_day(library, clock, framework=small_framework(1, 3), teams=TEAMS)
        while day.live.facts().round is None:
            day.live.facilitation.next()
        day.vote_all(answer)
        day.live.facilitation.next()
        day.live.facilitation.next()
        with faces_of(day, theme, tmp_path / str(answer)) as faces:
            pictures.append(faces.pictures())
    assert pictures[0][0] != pictures[1][0]
    assert pictures[0][1] != pictures[1][1]
