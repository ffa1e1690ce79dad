"""Files are written whole or not at all, under names that every system takes."""

from __future__ import annotations

import errno
import os
import resource
import signal
import unicodedata
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.writing import (
    DISK_FULL,
    FOLDER_GONE,
    NOT_ALLOWED,
    NOT_WRITTEN,
    Cancelled,
    NewFolder,
    Written,
    free_name,
    lacking,
    safe_name,
    write_whole,
)
from workshop.errors import WorkshopError
from workshop.words import Words


def names(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()}


def failing(number: int) -> OSError:
    return OSError(number, os.strerror(number))


def test_a_file_is_there_whole_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    write_whole(path, lambda file: file.write(b"new"))
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == {"plan.pdf"}


def test_nobody_sees_a_half_written_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"old")

    def write(file: BinaryIO) -> None:
        file.write(b"half")
        file.flush()
        assert path.read_bytes() == b"old"
        file.write(b" and half")

    write_whole(path, write)
    assert path.read_bytes() == b"half and half"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (errno.ENOSPC, DISK_FULL),
        (errno.EDQUOT, DISK_FULL),
        (errno.EIO, FOLDER_GONE),
        (errno.EROFS, NOT_ALLOWED),
        (errno.EINVAL, NOT_WRITTEN),
    ],
)
def test_what_fails_leaves_the_old_file_and_a_sentence(
    tmp_path: Path, number: int, text: str
) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"old")

    def write(file: BinaryIO) -> None:
        file.write(b"half")
        raise failing(number)

    with pytest.raises(WorkshopError) as raised:
        write_whole(path, write)
    assert raised.value.text == text
    sentence = raised.value.sentence(Words("en"))
    assert "“plan.pdf”" in sentence or text == FOLDER_GONE
    assert str(tmp_path) in sentence
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == {"plan.pdf"}


def test_a_file_system_that_takes_no_more_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(WorkshopError) as raised:
            write_whole(path, lambda file: file.write(b"x" * 100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert raised.value.text == DISK_FULL
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == {"plan.pdf"}


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(WorkshopError) as raised:
        write_whole(tmp_path / "gone" / "plan.pdf", lambda file: file.write(b"new"))
    assert raised.value.text == FOLDER_GONE


def test_a_fault_of_the_program_passes_through_and_leaves_nothing(tmp_path: Path) -> None:
    def write(file: BinaryIO) -> None:
        file.write(b"half")
        raise KeyError("bug")

    with pytest.raises(KeyError):
        write_whole(tmp_path / "plan.pdf", write)
    assert names(tmp_path) == set()


def test_a_taken_name_gets_a_number(tmp_path: Path) -> None:
    assert free_name(tmp_path, "plan.pdf") == tmp_path / "plan.pdf"
    (tmp_path / "plan.pdf").touch()
    assert free_name(tmp_path, "plan.pdf") == tmp_path / "plan (2).pdf"
    (tmp_path / "plan (2).pdf").symlink_to("nowhere")
    assert free_name(tmp_path, "plan.pdf") == tmp_path / "plan (3).pdf"


def make(parent: Path, title: str, *files: str) -> Path:
    with NewFolder(parent, title) as folder:
        for name in files:
            (folder.beside / name).write_text(name)
    return folder.path


def test_a_second_folder_is_name_2(tmp_path: Path) -> None:
    made = [make(tmp_path / "out", "Review: spring/autumn", "plan.pdf") for _ in range(3)]
    assert [each.name for each in made] == [
        "Review- spring-autumn",
        "Review- spring-autumn (2)",
        "Review- spring-autumn (3)",
    ]
    assert all(names(each) == {"plan.pdf"} for each in made)
    assert names(tmp_path / "out") == {each.name for each in made}


def test_an_empty_folder_of_that_name_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "Review").mkdir()
    assert make(tmp_path, "Review", "plan.pdf").name == "Review (2)"


def test_a_folder_cannot_be_made_inside_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WorkshopError):
        make(tmp_path / "file", "Review")


def test_nobody_sees_a_folder_that_is_not_full_yet(tmp_path: Path) -> None:
    with NewFolder(tmp_path, "Review") as folder:
        (folder.beside / "plan.pdf").touch()
        assert not folder.path.exists()
    assert names(folder.path) == {"plan.pdf"}


@pytest.mark.parametrize("fault", [Cancelled(), KeyboardInterrupt(), WorkshopError(DISK_FULL)])
def test_what_is_broken_off_leaves_nothing(tmp_path: Path, fault: BaseException) -> None:
    before = make(tmp_path, "Review", "plan.pdf")

    def break_off() -> None:
        with NewFolder(tmp_path, "Review") as folder:
            (folder.beside / "Charts").mkdir()
            (folder.beside / "Charts" / "01 Profile.png").touch()
            raise fault

    with pytest.raises(type(fault)):
        break_off()
    assert names(tmp_path) == {"Review"}
    assert names(before) == {"plan.pdf"}


def test_a_fault_names_the_folder_that_was_wanted(tmp_path: Path) -> None:
    def fail(_file: BinaryIO) -> None:
        raise failing(errno.ENOSPC)

    def fill() -> None:
        with NewFolder(tmp_path, "Review") as folder:
            write_whole(folder.beside / "plan.pdf", fail)

    with pytest.raises(WorkshopError) as raised:
        fill()
    sentence = raised.value.sentence(Words("en"))
    assert f"could not be written to {tmp_path / 'Review'}. " in sentence


def test_what_a_killed_export_left_goes_with_the_next_a_day_later(tmp_path: Path) -> None:
    at_work, abandoned = (tmp_path / f".flipchart-{n}.part" for n in (1, 2))
    at_work.mkdir()
    abandoned.mkdir()
    (abandoned / "plan.pdf").touch()
    long_ago = abandoned.stat().st_mtime - 2 * 24 * 3600
    os.utime(abandoned, (long_ago, long_ago))
    make(tmp_path, "Review", "plan.pdf")
    assert names(tmp_path) == {"Review", at_work.name}


def test_a_lock_that_was_left_alone_goes_with_the_next_export(tmp_path: Path) -> None:
    (tmp_path / ".flipchart-1.lock").touch()
    make(tmp_path, "Review", "plan.pdf")
    assert names(tmp_path) == {"Review"}


def test_two_exports_into_one_folder_do_not_touch_each_other(tmp_path: Path) -> None:
    with NewFolder(tmp_path, "Review") as first:
        (first.beside / "plan.pdf").touch()
        second = make(tmp_path, "Review", "report.pdf")
    assert names(tmp_path) == {"Review", "Review (2)"}
    assert names(second) == {"report.pdf"}
    assert names(first.path) == {"plan.pdf"}


def test_what_files_lack_is_said_once_each(tmp_path: Path) -> None:
    out = "“Photo 1” is not in the report: its file is missing."
    written = (
        Written(tmp_path / "a", ("谢", "診")),
        Written(tmp_path / "b", ("谢",), (out,)),
        Written(tmp_path / "c", (), (out,)),
    )
    letters = "No font has these letters, so boxes stand for them: 谢 診"
    assert lacking(written, Words("en")) == (letters, out)
    assert lacking((Written(tmp_path / "a"),), Words("en")) == ()


def test_files_are_told_where_they_stand_in_the_end(tmp_path: Path) -> None:
    with NewFolder(tmp_path, "Review") as folder:
        path = folder.beside / "Charts" / "01 Profile.png"
        path.parent.mkdir()
        path.touch()
        written = (Written(path, ("谢",)),)
    (settled,) = folder.settled(written)
    assert settled == Written(tmp_path / "Review" / "Charts" / "01 Profile.png", ("谢",))
    assert settled.path.exists()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Service review, autumn", "Service review, autumn"),
        ("a/b\\c:d*e", "a-b-c-d-e"),
        ("  ..hidden..  ", "hidden"),
        ("NUL", "NUL_"),
        ("com1.txt", "com1.txt_"),
        ("Überprüfung für Æ und 谢谢", "Überprüfung für Æ und 谢谢"),
        ("U\u0308ber", "Über"),
        ("one\ntwo\tthree", "one two three"),
        ("\u202etxt.exe", "txt.exe"),
        ("???", "-"),
        ("", "Flipchart"),
        (" . ", "Flipchart"),
    ],
)
def test_titles_become_names_that_every_system_takes(title: str, name: str) -> None:
    assert safe_name(title) == name


@given(st.text(max_size=300))
def test_any_title_makes_a_name_that_can_be_written(title: str) -> None:
    name = safe_name(title)
    assert name
    assert name == name.strip()
    assert not name.endswith(".")
    assert not set(name) & set('<>:"/\\|?*')
    assert len(name) <= 81
    assert len(name.encode()) <= 201
    assert not any(unicodedata.category(each) == "Cc" for each in name)
    assert safe_name(name) == name
