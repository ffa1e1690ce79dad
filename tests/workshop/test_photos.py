"""A photo is kept by its content first, its row is an act that can be undone."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

import pytest

from tests.bad_disk import as_ordinary_user, disk_ends_at
from tests.days import Day, another_day, begin_day
from workshop.errors import LibraryError, NotPossibleNow, WorkshopError
from workshop.events import Event, PhotosChanged
from workshop.photos import LARGEST, PhotoFacts
from workshop.steps import State
from workshop.words import Words

JPEG = b"\xff\xd8\xff\xe0" + b"a flipchart" * 100
PNG = b"\x89PNG\r\n\x1a\n" + b"another" * 100
WEBP = b"RIFF\x00\x00\x00\x00WEBP" + b"a third" * 100
HEIC = b"\x00\x00\x00\x18ftypheic" + b"a telephone's" * 10


@pytest.fixture
def day(tmp_path: Path) -> Day:
    day = begin_day(tmp_path / "library")
    day.reach(State.SESSION)
    return day


def item_of(day: Day) -> str:
    item_id = day.live.facts().item_id
    assert item_id is not None
    return item_id


def photos(day: Day) -> tuple[PhotoFacts, ...]:
    return day.live.photos.of(item_of(day))


def refusal(day: Day, photo: Path | bytes) -> str:
    with pytest.raises(WorkshopError) as raised:
        day.live.photos.add(item_of(day), photo)
    assert photos(day) == ()
    return raised.value.sentence(Words())


@pytest.mark.parametrize(("content", "suffix"), [(JPEG, "jpg"), (PNG, "png"), (WEBP, "webp")])
def test_a_photo_is_kept_beside_the_library_by_its_content(
    day: Day, tmp_path: Path, content: bytes, suffix: str
) -> None:
    dropped = tmp_path / "IMG 0001.whatever"
    dropped.write_bytes(content)
    photo_id = day.live.photos.add(item_of(day), dropped)
    (photo,) = photos(day)
    name = f"{hashlib.sha256(content).hexdigest()}.{suffix}"
    folder = day.library.path.parent / "photos" / day.live.id
    assert photo == PhotoFacts(photo_id, item_of(day), None, folder / name, "", False)
    assert [path.name for path in folder.iterdir()] == [name]
    dropped.unlink()
    assert photo.path.read_bytes() == content


def test_photos_stand_in_the_order_they_came(day: Day) -> None:
    ids = [day.live.photos.add(item_of(day), content) for content in (JPEG, PNG, WEBP)]
    assert [photo.id for photo in photos(day)] == ids
    assert [photo.number for photo in photos(day)] == [1, 2, 3]


def test_a_snapshot_numbers_the_photos_of_each_agenda_item(day: Day) -> None:
    first = item_of(day)
    other = next(item.id for item in day.live.facts().items if item.id != first)
    for item, content in ((first, JPEG), (first, PNG), (other, JPEG)):
        day.live.photos.add(item, content)
    taken = day.live.snapshot().photos
    assert {
        item: [each.number for each in taken if each.item_id == item] for item in (first, other)
    } == {
        first: [1, 2],
        other: [1],
    }


def test_the_same_photo_twice_is_one(day: Day) -> None:
    first = day.live.photos.add(item_of(day), JPEG)
    assert day.live.photos.add(item_of(day), JPEG) == first
    assert len(photos(day)) == 1


def test_a_photo_is_told_and_named_by_the_question_it_was_dropped_at(day: Day) -> None:
    told: list[Event] = []
    day.reach(State.POSE)
    question = day.live.facts().question
    assert question is not None
    day.library.events.subscribe(told.append)
    day.live.photos.add(item_of(day), JPEG, question_id=question.id)
    assert photos(day)[0].question_id == question.id
    assert told == [PhotosChanged(day.live.id)]


def test_undo_takes_a_photo_off_and_redo_puts_it_back(day: Day) -> None:
    day.live.photos.add(item_of(day), JPEG)
    before = photos(day)
    assert day.live.console().undo == "photo added"
    day.live.facilitation.undo()
    assert photos(day) == ()
    day.live.facilitation.redo()
    assert photos(day) == before
    assert before[0].path.read_bytes() == JPEG


def test_a_caption_and_not_in_the_report_can_be_undone(day: Day) -> None:
    photo_id = day.live.photos.add(item_of(day), JPEG)
    day.live.photos.describe(photo_id, "  The  map\nof the journey ")
    day.live.photos.mark(photo_id, off_report=True)
    (photo,) = photos(day)
    assert (photo.caption, photo.off_report) == ("The map of the journey", True)
    day.live.facilitation.undo()
    day.live.facilitation.undo()
    (photo,) = photos(day)
    assert (photo.caption, photo.off_report) == ("", False)


def test_a_photo_taken_off_comes_back_with_undo(day: Day) -> None:
    photo_id = day.live.photos.add(item_of(day), JPEG)
    before = photos(day)
    day.live.photos.remove(photo_id)
    assert photos(day) == ()
    assert day.live.console().undo == "photo taken off"
    with pytest.raises(NotPossibleNow):
        day.live.photos.describe(photo_id, "gone")
    day.live.facilitation.undo()
    assert photos(day) == before
    assert before[0].path.read_bytes() == JPEG


def test_files_that_no_row_names_are_left_alone(day: Day) -> None:
    day.live.photos.folder.mkdir(parents=True)
    stranger = day.live.photos.folder / "holiday.jpg"
    stranger.write_bytes(JPEG)
    day.live.photos.remove(day.live.photos.add(item_of(day), PNG))
    assert stranger.read_bytes() == JPEG
    assert len(list(day.live.photos.folder.iterdir())) == 2


def test_what_cannot_be_shown_is_refused_in_one_sentence(day: Day, tmp_path: Path) -> None:
    heic = tmp_path / "IMG_0001.HEIC"
    heic.write_bytes(HEIC)
    letter = tmp_path / "letter.jpg"
    letter.write_bytes(b"Dear all")
    large = tmp_path / "large.png"
    large.write_bytes(PNG)
    with large.open("r+b") as file:
        file.truncate(LARGEST + 1)
    missing = tmp_path / "missing.jpg"
    assert refusal(day, heic) == (
        "IMG_0001.HEIC is a HEIC photo, which cannot be shown here. Save it as JPEG and drop it "
        "again; on an iPhone choose Settings, Camera, Formats, Most Compatible."
    )
    assert refusal(day, letter) == "letter.jpg is no photo. Drop a JPEG, PNG or WebP file."
    assert (
        refusal(day, large) == "large.png has more than 25 MB. Save it smaller and drop it again."
    )
    assert refusal(day, tmp_path) == f"{tmp_path.name} is no photo. Drop a JPEG, PNG or WebP file."
    assert "missing.jpg cannot be read (No such file or directory)" in refusal(day, missing)
    assert "has more than 25 MB" in refusal(day, bytes(LARGEST + 1))
    assert not day.live.photos.folder.exists()


def test_a_photo_of_exactly_25_mb_is_taken(day: Day) -> None:
    day.live.photos.add(item_of(day), JPEG.ljust(LARGEST, b"."))
    assert photos(day)[0].path.stat().st_size == LARGEST


def test_a_full_disk_leaves_neither_row_nor_half_a_file(day: Day) -> None:
    with disk_ends_at(4096), pytest.raises(LibraryError) as raised:
        day.live.photos.add(item_of(day), JPEG.ljust(100_000), name="chart.jpg")
    assert "chart.jpg could not be kept in" in raised.value.sentence(Words())
    assert photos(day) == ()
    assert list(day.live.photos.folder.iterdir()) == []
    day.live.photos.add(item_of(day), JPEG)
    assert len(photos(day)) == 1


def test_a_folder_that_cannot_be_written_is_said() -> None:
    with as_ordinary_user(), tempfile.TemporaryDirectory() as folder:
        day = begin_day(Path(folder))
        day.reach(State.SESSION)
        (Path(folder) / "photos").mkdir(mode=0o555)
        assert "(Permission denied)" in refusal(day, JPEG)
        day.library.close()


def test_a_half_file_left_by_a_crash_is_written_anew(day: Day) -> None:
    day.live.photos.add(item_of(day), JPEG)
    path = photos(day)[0].path
    day.live.facilitation.undo()
    path.write_bytes(JPEG[:100])
    day.live.photos.add(item_of(day), JPEG)
    assert path.read_bytes() == JPEG


def test_a_photo_goes_on_an_item_of_its_own_workshop_only(day: Day) -> None:
    other = another_day(day.library, day.clock)
    with pytest.raises(NotPossibleNow):
        day.live.photos.add(other.live.facts().items[0].id, JPEG)
    with pytest.raises(NotPossibleNow):
        day.live.photos.add("nowhere", JPEG)
