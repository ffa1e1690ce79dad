"""A full disk, a folder that is gone, a cancel in the middle: the old export stays whole."""

from __future__ import annotations

import resource
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from exports.catalogue import Source, export
from exports.kinds import NAMES, RESULTS
from exports.writing import Cancelled, NewFolder
from tests.days import HandClock
from tests.exports.truth.made import make
from workshop.errors import WorkshopError
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.words import Words

WORDS = Words()
SEED = 12
TITLE = "Review"
ROOM_LEFT = 400
"""Bytes of a file that a full disk still takes; no kind is as small."""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Source]:
    path = tmp_path_factory.mktemp("library") / "flipchart.sqlite"
    with Library.open(path, clock=HandClock()) as library:
        live = LiveWorkshop(library, make(library, SEED).id, WORDS)
        yield Source(live.snapshot(), library.path)


@pytest.fixture
def before(source: Source, tmp_path: Path) -> dict[str, bytes]:
    """An export that stands there already: plan, numbers and dates."""
    write(source, tmp_path, ("plan", "xlsx", "calendar"))
    return files(tmp_path)


def write(
    source: Source,
    parent: Path,
    kinds: tuple[str, ...],
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """An export into a new folder, as console and command line do it."""
    with NewFolder(parent, TITLE) as folder:
        export(source, WORDS, folder.beside, kinds, cancelled=cancelled)
    return folder.path


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@contextmanager
def full_disk() -> Iterator[None]:
    """No file may grow beyond a few bytes."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM_LEFT, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)


def modules_are_loaded(source: Source, parent: Path, kind: str) -> None:
    """Write once: on a full disk nothing may be compiled or cached first."""
    shutil.rmtree(write(source, parent, (kind,)))


@pytest.mark.parametrize("kind", RESULTS)
def test_a_full_disk_is_said_and_leaves_the_old_export_alone(
    kind: str, source: Source, before: dict[str, bytes], tmp_path: Path
) -> None:
    modules_are_loaded(source, tmp_path, kind)
    with full_disk(), pytest.raises(WorkshopError) as raised:
        write(source, tmp_path, (kind,))
    assert "full" in raised.value.sentence(WORDS) or "space" in raised.value.sentence(WORDS)
    assert files(tmp_path) == before
    assert [each.name for each in tmp_path.iterdir()] == [TITLE]


@pytest.mark.parametrize("kind", RESULTS)
def test_a_cancel_at_any_step_leaves_the_old_export_alone(
    kind: str, source: Source, before: dict[str, bytes], tmp_path: Path
) -> None:
    asked = 0

    def count() -> bool:
        nonlocal asked
        asked += 1
        return False

    shutil.rmtree(write(source, tmp_path, (kind,), count))
    for last in sorted({1, 2, asked // 2, asked} - {0}):
        left = last

        def now() -> bool:
            nonlocal left
            left -= 1
            return left <= 0

        with pytest.raises(Cancelled):
            write(source, tmp_path, (kind,), now)
        assert files(tmp_path) == before
        assert [each.name for each in tmp_path.iterdir()] == [TITLE]


@pytest.mark.parametrize("kind", RESULTS)
def test_a_folder_that_goes_meanwhile_is_said(kind: str, source: Source, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    folder.rmdir()
    with pytest.raises(WorkshopError) as raised:
        export(source, WORDS, folder, (kind,))
    assert str(folder) in raised.value.sentence(WORDS)
    assert not folder.exists()


def test_a_file_that_is_open_elsewhere_stays_as_it_is(source: Source, tmp_path: Path) -> None:
    first = export(source, WORDS, tmp_path, ("xlsx",))
    with first[0].path.open("rb") as reading:
        old = reading.read()
        second = export(source, WORDS, tmp_path, ("xlsx",))
        reading.seek(0)
        assert reading.read() == old
    assert second[0].path.name == f"{NAMES['xlsx'][0]} (2).xlsx"
    assert first[0].path.read_bytes() == old
