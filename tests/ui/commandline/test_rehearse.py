"""The command `rehearse`: a whole day into a folder of its own, and what it refuses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from frameworks.shipped import shipped
from main import main
from tests.frameworks.counter_pack import PACK, changed
from workshop.library import Library

ROOT = Path(__file__).parents[3]


@pytest.fixture
def small(tmp_path: Path) -> list[str]:
    """A pack of one question, so that a day is soon played and written."""
    (tmp_path / "small.toml").write_text(PACK, encoding="utf-8")
    return ["--framework", str(tmp_path / "small.toml"), "--seats", "3"]


def test_a_rehearsal_lists_what_it_wrote_on_stdout_and_nothing_else(
    tmp_path: Path, small: list[str]
) -> None:
    done = subprocess.run(
        [sys.executable, "main.py", "rehearse", *small, "--out", tmp_path / "out"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    folder = tmp_path / "out" / "Rehearsal"
    assert (done.returncode, done.stderr) == (0, "")
    written = [Path(line) for line in done.stdout.splitlines()]
    assert not list(folder.glob("*.lock"))
    tops = dict.fromkeys(path.relative_to(folder).parts[0] for path in written)
    assert list(tops) == [
        "rehearsal.sqlite", "Action plan.pdf", "Report.pdf", "Charts", "All numbers.xlsx",
        "All numbers (CSV)", "Due dates.ics", "Workshop.flipchart",
    ]  # fmt: skip
    assert all(path.stat().st_size for path in written)
    for path in written:
        if path.suffix == ".pdf":
            for page in PdfReader(path).pages:
                assert "Rehearsal" in page.extract_text(), path


def test_a_rehearsal_goes_to_a_folder_named_from_here(
    tmp_path: Path,
    small: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["rehearse", *small, "--out", "out"]) == 0
    written = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert written[-1] == Path("out/Rehearsal/Workshop.flipchart")
    assert all(path.exists() for path in written)


def test_a_second_rehearsal_stands_beside_the_first(
    tmp_path: Path, small: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "Rehearsal").mkdir()
    (tmp_path / "Rehearsal" / "rehearsal.sqlite").write_text("mine")
    assert main(["rehearse", *small, "--out", str(tmp_path)]) == 0
    written = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert all(path.is_relative_to(tmp_path / "Rehearsal (2)") for path in written)
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


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library file that is still to be made, with a pack of one's own beside it."""
    own = tmp_path / "library" / "frameworks"
    own.mkdir(parents=True)
    (own / "any name.toml").write_text(PACK, encoding="utf-8")
    (own / "half.toml").write_text("format = 1\n", encoding="utf-8")
    return own.parent / "flipchart.sqlite"


@pytest.mark.parametrize("framework", ["nonsense", "", "../service-culture", "half"])
def test_an_unknown_framework_is_wrong_use_and_the_known_ones_are_named(
    framework: str, library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "out")
    asked = ["--library", str(library), "rehearse", "--framework", framework, "--out", out]
    assert main(asked) == 2
    known = ", ".join([*(path.stem for path in shipped()), "counter"])
    assert capsys.readouterr() == (
        "",
        f"There is no framework “{framework}”. Name one of these, or a pack file: {known}.\n",
    )
    assert not (tmp_path / "out").exists()


def test_a_pack_of_ones_own_is_rehearsed_by_its_id_and_any_pack_by_its_file(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path / "on a stick.toml"
    elsewhere.write_text(changed('id = "counter"', 'id = "stick"'), encoding="utf-8")
    for wanted in ("counter", str(elsewhere)):
        asked = ["rehearse", "--framework", wanted, "--seats", "3", "--out", str(tmp_path)]
        assert main([*asked, "--library", str(library)]) == 0
        written = Path(capsys.readouterr().out.splitlines()[0])
        with Library.open(written, read_only=True) as rehearsed, rehearsed.reading() as reading:
            found = reading.exec_driver_sql("SELECT framework_id FROM workshop").scalar()
        assert found == {"counter": "counter"}.get(wanted, "stick")
    assert not library.exists()


def test_a_pack_file_that_cannot_be_used_is_said_with_its_faults(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    half = library.parent / "frameworks" / "half.toml"
    for wanted, said in ((half, "title: is missing"), (tmp_path / "no.toml", "no such file")):
        assert main(["rehearse", "--framework", str(wanted), "--out", str(tmp_path / "out")]) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith(f"{wanted.name} was not taken in. To mend:\n")
        assert said in err
    assert not (tmp_path / "out").exists()


def test_the_help_names_the_frameworks(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["rehearse", "--help"])
    out = "".join(capsys.readouterr().out.split())
    assert [path.stem for path in shipped() if path.stem not in out] == []


def test_a_folder_that_is_a_file_is_a_sentence_and_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "out"
    file.write_text("in the way")
    for out in (file, file / "deeper", file / "deeper" / "still"):
        assert main(["rehearse", "--seats", "3", "--out", str(out)]) == 1
        assert capsys.readouterr() == (
            "",
            f"{file} is a file, not a folder. Choose another folder, then export again.\n",
        )
