"""Commands: exit codes, and what goes to stdout, to stderr and to a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from main import main
from tests.days import begin_day
from workshop.deletion import archive, delete

ROOT = Path(__file__).parents[3]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """`main.py` as a person calls it, without a terminal."""
    return subprocess.run(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def exit_code(*arguments: str) -> int:
    """The exit code of a command carried out in this process."""
    try:
        return main(arguments)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else -1


@pytest.mark.parametrize(
    "arguments",
    [
        ("dance",),
        ("--loud",),
        ("export",),
        ("export", "x"),
        ("rehearse", "--seats", "many"),
        ("rehearse", "--seats", "2.5"),
        ("rehearse", "--seed", "x"),
        ("list", "more"),
        ("list", "--archived"),
        ("framework",),
        ("framework", "check"),
        ("framework", "check", "a.toml", "b.toml"),
    ],
)
def test_wrong_use_is_2_and_said_on_stderr(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code(*arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("usage: main.py")


def test_help_names_every_command_and_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code("--help") == 0
    out = capsys.readouterr().out
    assert all(
        command in out for command in ("rehearse", "export", "list", "framework", "--library")
    )


@pytest.mark.parametrize("command", [("list",), ("export", "x", "--out", "out")])
def test_no_library_is_a_sentence_and_1(command: tuple[str, ...], tmp_path: Path) -> None:
    missing = tmp_path / "none.sqlite"
    done = run("--library", missing, *command)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"There is no library at {missing}. Name an existing one with --library.\n"
    )
    assert not missing.exists()


def test_a_library_is_named_before_or_behind_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day = begin_day(tmp_path)
    path = str(day.library.path)
    assert exit_code("--library", path, "list") == 0
    before = capsys.readouterr().out
    assert exit_code("list", "--library", path) == 0
    assert capsys.readouterr().out == before
    day.library.close()


def test_the_list_has_a_line_for_each_workshop(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day = begin_day(tmp_path)
    assert exit_code("--library", str(day.library.path), "list") == 0
    line = "\t".join(("upcoming", "2026-01-01", "Service review", day.live.id, "4", "2", "0"))
    assert capsys.readouterr() == (f"{line}\n", "")
    day.library.close()


def test_what_is_archived_is_listed_only_with_all_and_what_is_deleted_never(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day = begin_day(tmp_path)
    path = str(day.library.path)
    archive(day.library, day.live.id)
    assert exit_code("--library", path, "list") == 0
    assert capsys.readouterr() == ("", "")
    assert exit_code("--library", path, "list", "--all") == 0
    assert capsys.readouterr().out.startswith("archived\t2026-01-01\t")
    delete(day.library, day.live.id)
    assert exit_code("--library", path, "list", "--all") == 0
    assert capsys.readouterr() == ("", "")
    day.library.close()


def test_a_command_loads_neither_qt_nor_the_windows(tmp_path: Path) -> None:
    day = begin_day(tmp_path)
    asked = (
        "import sys; from main import main; main(sys.argv[1:]);"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'ui.console'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked, "--library", day.library.path, "list"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]"
    day.library.close()


def on_a_terminal(*arguments: str) -> tuple[int, str]:
    """`main.py` with a terminal for stderr: its exit code and what the terminal got."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=theirs,
    ) as process:  # fmt: skip
        os.close(theirs)
        got = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:  # Linux says so where the other end is closed
                break
            if not part:
                break
            got += part
    os.close(ours)
    return process.returncode, got.decode()


def test_progress_is_drawn_on_a_terminal_and_wiped_at_the_end(tmp_path: Path) -> None:
    code, drawn = on_a_terminal("rehearse", "--seats", "3", "--out", str(tmp_path))
    assert code == 0
    assert "░" * 30 in drawn
    assert "0 of" in drawn
    assert "questions" in drawn
    assert drawn.endswith("\r\x1b[K")
