"""The papers: what the README and the changelog say is so, held to what is there."""

from __future__ import annotations

import re
import shlex
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from frameworks.reader import read
from frameworks.shipped import shipped
from tests import pictures
from ui.commandline.commands import parser
from ui.keys import DOES, KEYS
from workshop.words import Words

ROOT = Path(__file__).parent.parent
PAPERS = ("README.md", "CHANGELOG.md", "ARCHITECTURE.md", "frameworks/README.md")
LARGEST_PICTURE = 200_000  # bytes
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def blocks() -> list[str]:
    """The lines of the README that are to be typed."""
    found = re.findall(r"^```(?:sh|bat)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    return [line for block in found for line in block.splitlines()]


def words_after(command: str) -> list[list[str]]:
    """The arguments of each line to be typed that runs `command`."""
    found = []
    for line in blocks():
        parts = shlex.split(line.replace("\\", "/"))
        if command in parts:
            found.append(parts[parts.index(command) + 1 :])
    return found


def test_the_readme_lists_the_keys_of_the_table_that_routes_them() -> None:
    listed = re.findall(r"^\| (`.+`) \| (.+) \|$", README, re.MULTILINE)
    expected = []
    for intent, does in DOES.items():
        keys = [f"`{binding.shown}`" for binding in KEYS if binding.intent is intent]
        expected.append((", ".join(keys), str(does)))
    assert [row for row in listed if row in expected] == expected
    table = README.split("## Keys")[1].split("## ")[0]
    assert table.count("\n| `") == len(expected)


def test_every_command_in_the_readme_is_understood() -> None:
    lines = words_after("main.py")
    understood = [parser(Words()).parse_args(line) for line in lines]
    named = {arguments.command for arguments in understood}
    assert named == {None, "rehearse", "export", "list"}


def test_every_flag_of_the_suite_in_the_readme_is_one(pytestconfig: pytest.Config) -> None:
    flags = {part for line in words_after("pytest") for part in line if part.startswith("--")}
    assert flags == {"--onscreen", "--thorough"}
    assert all(pytestconfig.getoption(flag) is not None for flag in flags)


def test_every_make_target_in_the_papers_is_one() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = {line.split()[1] for line in blocks() if line.startswith("make ")}
    for paper in PAPERS:
        named.update(re.findall(r"`make ([a-z]+)`", (ROOT / paper).read_text(encoding="utf-8")))
    assert {"run", "test", "lint", "bench", "words", "pictures"} <= named <= targets


@pytest.mark.parametrize("paper", PAPERS)
def test_every_linked_file_exists(paper: str) -> None:
    text = (ROOT / paper).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", text)
    missing = [
        link
        for link in links
        if ":" not in link and not (ROOT / paper).parent.joinpath(link).exists()
    ]
    assert not missing


def test_the_readme_names_every_system_library_that_is_installed() -> None:
    setup = (ROOT / ".ci" / "setup").read_text(encoding="utf-8")
    listed = re.search(r'^libraries="([^"]+)"', setup, re.MULTILINE)
    assert listed is not None, "the set-up has a list of libraries"
    assert [each for each in listed[1].split() if f"`{each}`" not in README] == []


def test_the_readme_names_the_frameworks_their_sizes_and_their_sources() -> None:
    flat = " ".join(README.split())
    sizes = []
    for pack in shipped():
        framework = read(pack)
        activities = [each for session in framework.sessions for each in session.activities]
        sizes.append(sum(len(each.questions) for each in activities))
        assert [source.title for source in framework.sources if source.title not in flat] == []
    assert f"{min(sizes)} to {max(sizes)} statements" in flat
    assert len(sizes) == 6
    assert "Six frameworks" in flat


def test_the_newest_version_of_the_changelog_is_this_one() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[(.+)\] - \d{4}-\d\d-\d\d$", changelog, re.MULTILINE)
    assert newest is not None, "the changelog has a version"
    assert newest[1] == PROJECT["project"]["version"]


def test_a_wheel_carries_every_file_that_is_read_at_run_time() -> None:
    patterns = [
        f"{package.replace('.', '/')}/{pattern}"
        for package, patterns in PROJECT["tool"]["setuptools"]["package-data"].items()
        for pattern in patterns
    ]
    read_at_run_time = {".ttf", ".toml", ".svg", ".txt", ".mo"}
    forgotten = [
        str(name)
        for room in ("workshop", "ui", "frameworks", "exports")
        for file in (ROOT / room).rglob("*")
        if file.suffix in read_at_run_time and (name := file.relative_to(ROOT).as_posix())
        if not any(fnmatch(name, pattern) for pattern in patterns)
    ]
    assert not forgotten


def test_the_pictures_of_the_readme_can_be_drawn_and_are_small(
    qtbot: QtBot, tmp_path: Path
) -> None:
    pictures.draw(tmp_path)
    for name in (pictures.WALL, pictures.CONSOLE):
        kept = pictures.FOLDER / name
        assert f"({kept.relative_to(ROOT).as_posix()})" in README
        assert kept.stat().st_size < LARGEST_PICTURE
        with Image.open(kept) as shown, Image.open(tmp_path / name) as drawn:
            assert shown.size == drawn.size
