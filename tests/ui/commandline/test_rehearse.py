"""The command `rehearse`: a whole day into a folder of its own, and what it refuses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from main import main
from workshop.library import Library

ROOT = Path(__file__).parents[3]


def test_a_rehearsal_lists_what_it_wrote_on_stdout_and_nothing_else(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "main.py", "rehearse", "--seats", "3", "--out", tmp_path / "out"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    folder = tmp_path / "out" / "Rehearsal"
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        str(folder / "rehearsal.sqlite"), str(folder / "Action plan.pdf"),
    ]  # fmt: skip
    assert all(Path(line).stat().st_size for line in done.stdout.splitlines())
    for page in PdfReader(folder / "Action plan.pdf").pages:
        assert "Rehearsal" in page.extract_text()


def test_a_second_rehearsal_stands_beside_the_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "Rehearsal").mkdir()
    (tmp_path / "Rehearsal" / "rehearsal.sqlite").write_text("mine")
    assert main(["rehearse", "--seats", "3", "--out", str(tmp_path)]) == 0
    written = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert {path.parent for path in written} == {tmp_path / "Rehearsal (2)"}
    assert (tmp_path / "Rehearsal" / "rehearsal.sqlite").read_text() == "mine"
    with Library.open(written[0], read_only=True) as library:
        (line,) = library.workshops()
    assert line.rehearsal
    assert sum(team.seats for team in line.teams) == 3


@pytest.mark.parametrize("seats", ["2", "0", "-4", "501"])
def test_too_few_or_too_many_seats_are_wrong_use(
    seats: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rehearse", "--seats", seats, "--out", str(tmp_path / "out")]) == 2
    assert capsys.readouterr() == (
        "",
        f"A rehearsal takes 3 to 500 seats, not {seats}. Name another --seats.\n",
    )
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "framework", ["nonsense", "", "../service-culture", "service-culture.toml"]
)
def test_an_unknown_framework_is_wrong_use(
    framework: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rehearse", "--framework", framework, "--out", str(tmp_path / "out")]) == 2
    assert capsys.readouterr() == (
        "",
        f"There is no framework “{framework}”. Leave --framework out for the default one.\n",
    )
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_a_file_is_a_sentence_and_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").write_text("in the way")
    assert main(["rehearse", "--seats", "3", "--out", str(tmp_path / "out")]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert str(tmp_path / "out") in err
