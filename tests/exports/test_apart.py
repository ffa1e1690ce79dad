"""An export in a process of its own: its files, its faults, and its end."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path

import pytest

from exports.apart import ENDED, NICENESS, FaultApart, export_apart
from exports.catalogue import Source, export
from exports.kinds import KINDS
from exports.writing import DISK_FULL, Cancelled, NewFolder
from tests.days import DAY, Day, begin_day, small_framework
from tests.exports.odd_days import (
    SECRET,
    Killed,
    OddDay,
    OurFault,
    Silent,
    Stuck,
    WhatIsThere,
    source_of,
)
from workshop.errors import WorkshopError
from workshop.planning import ActionDraft
from workshop.rehearsal import Rehearsal
from workshop.words import Words

WORDS = Words("en")
ROOT = Path(__file__).parents[2]
SOME = ("plan", "csv", "workshop", "agenda")
LIGHT = ("invitation",)


def made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def raised_by(day: OddDay, folder: Path) -> Exception:
    """What an export of that day comes to."""
    with pytest.raises(Exception) as raised:
        export_apart(lambda: source_of(day), WORDS, folder, LIGHT)
    assert active_children() == []
    return raised.value


def contents(folder: Path) -> dict[str, bytes]:
    files = (each for each in folder.rglob("*") if each.is_file())
    return {str(each.relative_to(folder)): each.read_bytes() for each in files}


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    """A day of one question that was led to its end, with a letter that no font has."""
    day = begin_day(tmp_path_factory.mktemp("day"), framework=small_framework(1, 1))
    day.live.planning.propose(ActionDraft("Thanks 🎉", owner="Nurse", due=DAY))
    Rehearsal(day.live, 1, None).play()
    yield day
    day.library.close()


def test_the_files_are_those_of_an_export_here(day: Day, tmp_path: Path) -> None:
    here, there = made(tmp_path / "here"), made(tmp_path / "there")
    source = Source(day.live.snapshot(), day.library.path)
    told: list[tuple[int, int, str]] = []
    written = export_apart(lambda: source, WORDS, there, SOME, lambda *far: told.append(far))
    expected = export(source, WORDS, here, SOME)
    assert contents(there) == contents(here)
    assert [(each.path.relative_to(there), each.missing_letters) for each in written] == [
        (each.path.relative_to(here), each.missing_letters) for each in expected
    ]
    assert any(each.missing_letters == ("🎉",) for each in written)
    assert told == [(done, len(SOME), kind) for done, kind in enumerate((*SOME, ""))]
    assert active_children() == []


def test_the_language_and_its_region_go_along(day: Day, tmp_path: Path) -> None:
    words = Words("en", "en-US")
    here, there = made(tmp_path / "here"), made(tmp_path / "there")
    source = Source(day.live.snapshot(), day.library.path)
    export_apart(lambda: source, words, there, LIGHT)
    export(source, words, here, LIGHT)
    assert contents(there) == contents(here)
    british = made(tmp_path / "british")
    export(source, WORDS, british, LIGHT)
    assert contents(there) != contents(british)


def test_no_window_is_in_the_other_process_and_it_stands_back(tmp_path: Path) -> None:
    nice = min(19, os.nice(0) + NICENESS)
    assert str(raised_by(WhatIsThere(), tmp_path)) == f"0 {nice} True"


def test_what_writes_the_files_is_not_imported_here(day: Day, tmp_path: Path) -> None:
    asked = (
        "import sys; from pathlib import Path;"
        "from exports.apart import export_apart; from exports.catalogue import Source;"
        "from workshop.library import Library; from workshop.live import LiveWorkshop;"
        "from workshop.words import Words;"
        "library = Library.open(Path(sys.argv[1]), read_only=True);"
        "live = LiveWorkshop(library, sys.argv[2], Words());"
        "take = lambda: Source(live.snapshot(), library.path);"
        "export_apart(take, Words(), Path(sys.argv[3]), ('report', 'xlsx'));"
        "print([name for name in ('reportlab', 'matplotlib', 'xlsxwriter', 'uharfbuzz', 'PIL')"
        " if name in sys.modules])"
    )
    assert said_by("-c", asked, day.library.path, day.live.id, tmp_path) == "[]"
    assert {each.name for each in tmp_path.iterdir()} == {"Report.pdf", "All numbers.xlsx"}


def test_the_app_s_own_file_begins_nothing_in_the_other_process() -> None:
    # Where the app was started as `main.py`, the other process reads that file as well.
    asked = (
        "import runpy, sys; runpy.run_path('main.py', run_name='__mp_main__');"
        "print([name for name in sys.modules if name.split('.')[0] in ('PySide6', 'ui')])"
    )
    assert said_by("-c", asked) == "[]"


def said_by(*arguments: str | Path) -> str:
    """What another Python prints last."""
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()[-1]


def test_a_fault_of_the_user_s_world_is_the_same_sentence(day: Day, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    source = Source(day.live.snapshot(), day.library.path)
    with pytest.raises(WorkshopError) as there:
        export_apart(lambda: source, WORDS, gone, LIGHT)
    with pytest.raises(WorkshopError) as here:
        export(source, WORDS, gone, LIGHT)
    assert there.value.sentence(WORDS) == here.value.sentence(WORDS)


def test_a_full_disk_is_said_and_leaves_nothing(day: Day, tmp_path: Path) -> None:
    source = Source(day.live.snapshot(), day.library.path)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def write() -> None:
        with NewFolder(tmp_path, "Review") as folder:
            # From here on no file grows longer, in the other process as well.
            resource.setrlimit(resource.RLIMIT_FSIZE, (1024, before[1]))
            export_apart(lambda: source, WORDS, folder.beside, ["xlsx"])

    try:
        with pytest.raises(WorkshopError) as raised:
            write()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert raised.value.text == DISK_FULL
    assert str(tmp_path / "Review") in raised.value.sentence(WORDS)
    assert list(tmp_path.iterdir()) == []


def test_a_fault_of_the_program_says_where_it_was_and_what(tmp_path: Path) -> None:
    fault = raised_by(OurFault(), tmp_path)
    assert isinstance(fault, FaultApart)
    assert SECRET in str(fault)
    assert SECRET not in fault.elsewhere
    for part in ("odd_days.py", "reportable.py", "builtins.KeyError", "odd_days.Unpicklable"):
        assert part in fault.elsewhere


@pytest.mark.parametrize(("day", "code"), [(Killed(), -9), (Silent(), 3)])
def test_a_process_that_ends_without_a_word_is_a_sentence(
    day: OddDay, code: int, tmp_path: Path
) -> None:
    fault = raised_by(day, tmp_path)
    assert isinstance(fault, WorkshopError)
    assert fault.text == ENDED
    assert f"(code {code})" in fault.sentence(WORDS)


def test_cancelling_ends_the_process_in_the_midst_of_a_file(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    with pytest.raises(Cancelled):
        export_apart(
            lambda: source_of(Stuck(begun)), WORDS, tmp_path, LIGHT, cancelled=begun.exists
        )
    assert active_children() == []


def test_cancelling_does_not_wait_for_the_process_to_begin(day: Day, tmp_path: Path) -> None:
    source = Source(day.live.snapshot(), day.library.path)
    with pytest.raises(Cancelled):
        export_apart(lambda: source, WORDS, tmp_path, KINDS, cancelled=lambda: True)
    assert active_children() == []
    assert list(tmp_path.iterdir()) == []


def test_a_reading_that_fails_ends_the_process(tmp_path: Path) -> None:
    def take() -> Source:
        raise WorkshopError("The library cannot be read.")

    with pytest.raises(WorkshopError, match="cannot be read"):
        export_apart(take, WORDS, tmp_path, LIGHT)
    assert active_children() == []


def test_an_unknown_kind_is_refused_as_it_is_here(day: Day, tmp_path: Path) -> None:
    source = Source(day.live.snapshot(), day.library.path)
    with pytest.raises(WorkshopError, match="“cake” cannot be exported"):
        export_apart(lambda: source, WORDS, tmp_path, ["plan", "cake"])
    assert list(tmp_path.iterdir()) == []


def test_a_killed_app_takes_its_writer_along_and_the_next_export_clears_up(tmp_path: Path) -> None:
    begin = (
        "import sys; from pathlib import Path; from exports.apart import export_apart;"
        "from exports.writing import NewFolder; from tests.exports import odd_days;"
        "from workshop.words import Words\n"
        "out, begun = map(Path, sys.argv[1:])\n"
        "with NewFolder(out, 'Review') as folder:\n"
        "    (folder.beside / 'half').touch()\n"
        "    stuck = odd_days.source_of(odd_days.Stuck(begun))\n"
        "    export_apart(lambda: stuck, Words(), folder.beside, ['invitation'])\n"
    )
    out = tmp_path / "out"
    command = [sys.executable, "-c", begin, str(out), str(tmp_path / "begun")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as app:
        assert app.stdout is not None
        assert app.stdout.readline() == "begun\n"
        with NewFolder(out, "Other"):
            pass
        at_work = {each.suffix for each in out.iterdir()}
        app.kill()
        app.stdout.read()  # ends where nobody is left who could write there: both have ended
    assert at_work == {"", ".part", ".lock"}
    left = {each.suffix for each in out.iterdir()}
    with NewFolder(out, "Next"):
        pass
    assert left == at_work
    assert {each.name for each in out.iterdir()} == {"Other", "Next"}
