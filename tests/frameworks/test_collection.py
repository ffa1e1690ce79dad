"""The collection takes packs in whole or not at all, and says in words what stands in the way."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frameworks.collection import Collection
from frameworks.conflicts import CollectionError, Conflict, PackConflict, compare_versions
from frameworks.faults import FrameworkError
from frameworks.reader import read
from frameworks.shipped import default_pack, shipped
from tests.frameworks.counter_pack import PACK, changed

HELLO = 'text = "We greet people."'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library" / "packs"


@pytest.fixture(scope="module")
def shipped_read() -> Collection:
    """The packs of Flipchart, read once: that takes a third of a second."""
    collection = Collection(Path("none"))
    collection.entries()
    return collection


@pytest.fixture
def collection(folder: Path, shipped_read: Collection) -> Collection:
    made = Collection(folder)
    made._read |= shipped_read._read
    return made


def written(folder: Path, text: str = PACK, name: str = "counter.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.iterdir()}


def conflict(collection: Collection, path: Path) -> PackConflict:
    with pytest.raises(PackConflict) as caught:
        collection.add(path)
    return caught.value


def test_without_a_folder_there_are_the_packs_of_flipchart_the_default_first(
    collection: Collection, folder: Path
) -> None:
    entries = collection.entries()
    assert [entry.path for entry in entries] == list(shipped())
    assert not any(entry.own or entry.refusal for entry in entries)
    assert not folder.exists()


def test_an_entry_tells_sessions_questions_minutes_and_sources(collection: Collection) -> None:
    entry, framework = collection.entries()[0], read(default_pack())
    assert (entry.id, entry.title, entry.version) == (
        framework.id,
        framework.title,
        framework.version,
    )
    assert [session.theme for session in entry.sessions] == [s.theme for s in framework.sessions]
    asked = [q for s in framework.sessions for a in s.activities for q in a.questions]
    assert entry.questions == len(asked)
    assert entry.sessions[0].questions[0] == (asked[0].id, asked[0].short)
    assert entry.minutes == sum(session.minutes for session in framework.sessions)
    assert entry.sources == framework.sources


def test_a_second_session_of_a_theme_is_told_apart(collection: Collection) -> None:
    themes = {entry.id: entry.sessions for entry in collection.entries()}
    assert sum(session.second for session in themes["great-service"]) == 1


def test_a_pack_is_copied_into_the_folder_and_read_from_there(
    collection: Collection, folder: Path, tmp_path: Path
) -> None:
    path = written(tmp_path / "downloads", name="My pack (1).toml")
    added = collection.add(path)
    path.unlink()
    assert (added.entry.id, added.entry.own, added.replaced) == ("counter", True, None)
    assert files(folder) == {"counter.toml": PACK}
    assert collection.entries()[-1] == added.entry
    assert collection.read("counter").title == "At the counter"


def test_the_authors_bytes_stay_as_they_are(
    collection: Collection, folder: Path, tmp_path: Path
) -> None:
    content = b"\xef\xbb\xbf# mine\r\n" + PACK.replace("\n", "\r\n").encode()
    path = tmp_path / "mine.toml"
    path.write_bytes(content)
    collection.add(path)
    assert (folder / "counter.toml").read_bytes() == content


@pytest.mark.parametrize(
    ("version", "kind"),
    [
        ("1.1", Conflict.NEWER),
        ("1.10", Conflict.NEWER),
        ("2", Conflict.NEWER),
        ("0.9", Conflict.OLDER),
        ("autumn", Conflict.OTHER),
    ],
)
def test_an_id_that_is_here_in_another_version_waits_for_a_word(
    collection: Collection, folder: Path, tmp_path: Path, version: str, kind: Conflict
) -> None:
    collection.add(written(tmp_path))
    other = written(tmp_path, changed('version = "1.0"', f'version = "{version}"'), "other.toml")
    found = conflict(collection, other)
    assert (found.kind, found.replaceable) == (kind, True)
    assert "“At the counter” is here in version 1.0." in str(found)
    assert version in str(found)
    assert files(folder) == {"counter.toml": PACK}
    assert collection.replace(other).replaced == "1.0"
    assert files(folder) == {"counter.toml": other.read_text("utf-8")}
    assert collection.read("counter").version == version


def test_the_same_pack_once_more_changes_nothing(
    collection: Collection, folder: Path, tmp_path: Path
) -> None:
    collection.add(written(tmp_path))
    found = conflict(collection, written(tmp_path, "# a copy\n" + PACK, "copy.toml"))
    assert (found.kind, found.replaceable) == (Conflict.SAME, False)
    assert str(found) == (
        "“At the counter” is here already, in the same version and word for word."
    )
    assert files(folder) == {"counter.toml": PACK}


def test_a_pack_changed_by_hand_without_a_new_version_is_told_so(
    collection: Collection, tmp_path: Path
) -> None:
    collection.add(written(tmp_path))
    found = conflict(collection, written(tmp_path, changed(HELLO, 'text = "We smile."')))
    assert (found.kind, found.replaceable) == (Conflict.CHANGED, True)
    assert "one of the two was changed by hand" in str(found)


def test_dropping_the_collections_own_file_on_it_changes_nothing(
    collection: Collection, folder: Path, tmp_path: Path
) -> None:
    entry = collection.add(written(tmp_path)).entry
    assert conflict(collection, entry.path).kind is Conflict.SAME
    assert files(folder) == {"counter.toml": PACK}


def test_a_pack_of_flipcharts_is_neither_replaced_nor_removed(
    collection: Collection, folder: Path, tmp_path: Path
) -> None:
    same = written(tmp_path, default_pack().read_text("utf-8"), "same.toml")
    assert conflict(collection, same).kind is Conflict.SHIPPED_SAME
    mine = written(tmp_path, changed('id = "counter"', 'id = "service-culture"'))
    found = conflict(collection, mine)
    assert (found.kind, found.replaceable) == (Conflict.SHIPPED, False)
    with pytest.raises(PackConflict):
        collection.replace(mine)
    with pytest.raises(CollectionError, match="comes with Flipchart and stays"):
        collection.remove("service-culture")
    assert default_pack().exists()
    assert not folder.exists()


def test_a_file_that_is_no_pack_leaves_nothing_behind(
    collection: Collection, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "folder.toml").mkdir()
    broken = changed('title = "At the counter"', 'tilte = "At the counter"\nminutes = 3')
    paths = [
        tmp_path / "not there.toml",
        tmp_path / "folder.toml",
        written(tmp_path, "", "empty.toml"),
        written(tmp_path, PACK[: len(PACK) // 2], "half.toml"),
        written(tmp_path, broken, "broken.toml"),
    ]
    (tmp_path / "picture.toml").write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff")
    for path in [*paths, tmp_path / "picture.toml"]:
        for act in (collection.add, collection.replace):
            with pytest.raises(FrameworkError) as caught:
                act(path)
            assert caught.value.file == path.name
            assert caught.value.faults
    assert not folder.exists()
    assert len(collection.entries()) == len(shipped())


def test_a_half_written_file_in_the_folder_is_shown_with_its_refusal_and_hides_none(
    collection: Collection, folder: Path, tmp_path: Path
) -> None:
    collection.add(written(tmp_path))
    written(folder, PACK[:200], "half.toml")
    (folder / ".cut-off.part").write_text("form", "utf-8")
    (folder / "._counter.toml").write_bytes(b"\x00\x05\x16\x07")
    (folder / "notes.txt").write_text("hello", "utf-8")
    *_, good, half = collection.entries()
    assert (good.id, good.refusal) == ("counter", None)
    assert (half.id, half.title, half.own) == ("half.toml", "half.toml", True)
    assert half.refusal is not None
    assert "half.toml was not taken in" in str(half.refusal)
    with pytest.raises(FrameworkError):
        collection.read("half.toml")
    collection.remove("half.toml")
    assert not (folder / "half.toml").exists()


def test_the_next_pack_clears_away_what_a_cut_off_copy_left(
    collection: Collection, folder: Path, tmp_path: Path
) -> None:
    folder.mkdir(parents=True)
    (folder / ".x1.part").write_text("form", "utf-8")
    collection.add(written(tmp_path))
    assert files(folder) == {"counter.toml": PACK}


def test_two_files_with_one_id_leave_the_first_and_name_it_in_the_others_refusal(
    collection: Collection, folder: Path
) -> None:
    written(folder, PACK, "a.toml")
    written(folder, changed('version = "1.0"', 'version = "2.0"'), "b.toml")
    written(folder, changed('id = "counter"', 'id = "great-service"'), "c.toml")
    *_, first, second, third = collection.entries()
    assert (first.id, first.version, first.refusal) == ("counter", "1.0", None)
    assert "counter is the id of “At the counter” too" in str(second.refusal)
    assert "great-service is the id of “A framework for great service” too" in str(third.refusal)
    assert collection.read("great-service") == read(shipped()[2])
    assert collection.read("counter").version == "1.0"


def test_names_that_differ_only_in_large_letters_never_meet_on_the_disk(
    collection: Collection, folder: Path, tmp_path: Path
) -> None:
    other = changed('id = "counter"', 'id = "other"')
    written(folder, other, "Counter.TOML")
    entry = collection.add(written(tmp_path)).entry
    assert entry.path.name == "counter-2.toml"
    assert files(folder) == {"Counter.TOML": other, "counter-2.toml": PACK}
    assert {entry.id for entry in collection.entries() if entry.own} == {"counter", "other"}
    collection.replace(written(tmp_path, changed(HELLO, 'text = "We smile."')))
    assert sorted(files(folder)) == ["Counter.TOML", "counter-2.toml"]


def test_an_id_that_names_a_device_elsewhere_gets_another_file_name(
    collection: Collection, folder: Path, tmp_path: Path
) -> None:
    collection.add(written(tmp_path, changed('id = "counter"', 'id = "con"')))
    assert sorted(files(folder)) == ["con-pack.toml"]


def test_a_folder_that_vanishes_takes_its_packs_along_and_the_next_makes_it_anew(
    collection: Collection, folder: Path, tmp_path: Path
) -> None:
    path = written(tmp_path)
    collection.add(path)
    (folder / "counter.toml").unlink()
    folder.rmdir()
    assert len(collection.entries()) == len(shipped())
    with pytest.raises(CollectionError, match="no pack counter here any more"):
        collection.read("counter")
    with pytest.raises(CollectionError, match="no pack counter here any more"):
        collection.remove("counter")
    assert collection.replace(path).replaced is None
    assert files(folder) == {"counter.toml": PACK}


def test_a_folder_that_cannot_be_made_is_said_in_words(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", "utf-8")
    collection = Collection(blocked / "packs")
    with pytest.raises(CollectionError, match="cannot be written: Not a directory"):
        collection.add(written(tmp_path))
    assert len(collection.entries()) == len(shipped())


def test_a_pack_is_read_anew_once_its_file_has_changed(
    collection: Collection, folder: Path, tmp_path: Path
) -> None:
    path = collection.add(written(tmp_path)).entry.path
    before = collection.read("counter")
    assert collection.read("counter") is before, "what did not change is not read again"
    path.write_text(changed('title = "At the counter"', 'title = "At the desk"'), "utf-8")
    os.utime(path, ns=(1, 1))
    assert collection.entries()[-1].title == "At the desk"
    assert collection.read("counter").title == "At the desk"


@given(st.lists(st.integers(0, 99), min_size=1, max_size=4), st.integers(0, 2))
def test_a_version_with_a_larger_number_is_newer_and_the_reverse_older(
    numbers: list[int], zeros: int
) -> None:
    version = ".".join(map(str, numbers))
    later = ".".join(map(str, [*numbers[:-1], numbers[-1] + 1]))
    assert compare_versions(later, version) is Conflict.NEWER
    assert compare_versions(version, later) is Conflict.OLDER
    assert compare_versions(version + zeros * ".0", version) is Conflict.CHANGED


def test_versions_in_words_have_no_order() -> None:
    assert compare_versions("Autumn", "autumn") is Conflict.CHANGED
    assert compare_versions("autumn", "spring") is Conflict.OTHER
    assert compare_versions("1.0 beta", "1.0") is Conflict.OTHER
