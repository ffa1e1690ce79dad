"""The command `export`: one workshop by id or title, beside a running app, into a new folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from exports.kinds import KINDS
from main import main
from tests.days import Day, another_day, begin_day
from workshop.planning import ActionDraft
from workshop.steps import State


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """A day that is being led: its library is held by a writer all the while."""
    day = begin_day(tmp_path)
    day.live.planning.propose(ActionDraft("Ring back"))
    yield day
    day.library.close()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def export(day: Day, wanted: str, out: Path, *more: str) -> int:
    return main(["--library", str(day.library.path), "export", wanted, "--out", str(out), *more])


@pytest.mark.parametrize("wanted", ["Service review", "SERVICE review", "by id"])
def test_a_workshop_is_exported_by_title_or_id_beside_a_running_writer(
    wanted: str, day: Day, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with day.library.writing():
        named = day.live.id if wanted == "by id" else wanted
        assert export(day, named, out, "--only", "plan") == 0
    plan = out / "Service review" / "Action plan.pdf"
    assert capsys.readouterr() == (f"{plan}\n", "")
    assert plan.read_bytes().startswith(b"%PDF")


def test_without_a_choice_everything_is_written(
    day: Day, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day.reach(State.OPEN)
    assert export(day, day.live.id, out) == 0
    written, said = capsys.readouterr()
    assert said == ""
    folder = out / "Service review"
    tops = dict.fromkeys(Path(line).relative_to(folder).parts[0] for line in written.splitlines())
    # Nothing was revealed yet, so there is no chart.
    assert {each.name for each in folder.iterdir()} == set(tops)
    assert list(tops) == [
        "Action plan.pdf",
        "Report.pdf",
        "All numbers.xlsx",
        "All numbers (CSV)",
        "Due dates.ics",
        "Workshop.flipchart",
    ]


def test_a_second_export_goes_to_a_folder_of_its_own(day: Day, out: Path) -> None:
    assert [export(day, day.live.id, out, "--only", "plan") for _ in range(2)] == [0, 0]
    assert sorted(path.name for path in out.iterdir()) == ["Service review", "Service review (2)"]


def test_two_of_one_title_are_listed_and_nothing_is_written(
    day: Day, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = another_day(day.library, day.clock)
    assert export(day, "service review", out) == 2
    written, said = capsys.readouterr()
    first, *lines = said.splitlines()
    assert written == ""
    assert first == "Several workshops are called “service review”. Name one by its id:"
    assert {line.split("\t")[3] for line in lines} == {day.live.id, other.live.id}
    assert not out.exists()
    assert export(day, other.live.id, out, "--only", "plan") == 0


def test_no_such_workshop_is_wrong_use(
    day: Day, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(day, "Service", out) == 2
    assert capsys.readouterr() == (
        "",
        "There is no workshop “Service”. `main.py list` shows what there is.\n",
    )


@pytest.mark.parametrize(
    ("only", "sentence"),
    [
        ("cake", "“cake” cannot be exported. What can be: {kinds}."),
        ("plan,cake, tea", "“cake, tea” cannot be exported. What can be: {kinds}."),
        ("", "Name what --only is to write: {kinds}."),
        (" , ", "Name what --only is to write: {kinds}."),
    ],
)
def test_an_unknown_kind_is_wrong_use_and_nothing_is_written(
    only: str, sentence: str, day: Day, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(day, day.live.id, out, "--only", only) == 2
    kinds = ", ".join(KINDS)
    assert capsys.readouterr() == ("", f"{sentence.format(kinds=kinds)}\n")
    assert not out.exists()


@pytest.mark.parametrize("only", ["plan", " plan ,", "plan,plan"])
def test_a_kind_is_written_once(
    only: str, day: Day, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(day, day.live.id, out, "--only", only) == 0
    assert capsys.readouterr().out.count("\n") == 1


def test_ballot_sheets_are_written_when_they_are_named(
    day: Day, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(day, day.live.id, out, "--only", "ballots") == 0
    assert capsys.readouterr().out.endswith("Ballot sheets.pdf\n")


def test_letters_without_a_font_are_named_and_the_file_is_written(
    day: Day, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day.live.planning.propose(ActionDraft("Thanks 🎉"))
    assert export(day, day.live.id, out, "--only", "plan,report") == 0
    written, said = capsys.readouterr()
    assert written.endswith("Report.pdf\n")
    assert said == "No font has these letters, so boxes stand for them: 🎉\n"


def test_a_photo_that_is_left_out_of_the_report_is_named(
    day: Day, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day.reach(State.SESSION)
    item = next(each for each in day.live.facts().items if each.id == day.live.facts().item_id)
    day.live.photos.add(item.id, b"\xff\xd8\xff no picture")
    assert export(day, day.live.id, out, "--only", "report") == 0
    written, said = capsys.readouterr()
    assert written == f"{out / 'Service review' / 'Report.pdf'}\n"
    assert said == f"“Photo 1” ({item.title}) is not in the report: its file is damaged.\n"


def test_an_export_that_cannot_be_written_failed(
    day: Day, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out.write_text("in the way")
    assert export(day, day.live.id, out) == 1
    written, said = capsys.readouterr()
    assert written == ""
    assert said.count("\n") == 1
