"""Backups: whole copies of a library file, each made under another name and then renamed.

No copy holds the votes of an open secret ballot, nor who voted in one. They are taken out in
memory, before anything of the copy is written.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

KEPT = 10
"""How many backups a folder keeps; the oldest go first."""
NEVER_COPIED = ("voted", "sealed")
"""The tables of secret ballots that tie a seat to its round, or a receipt to an answer."""
NEVER_COPIED_HANDS = "FROM tally WHERE round_id IN (SELECT id FROM round WHERE secret)"
"""Hands and paper of a secret round by team, as they are until its close: of small teams too."""


def backup_folder(path: Path) -> Path:
    """Where the backups of the library at `path` lie."""
    return path.parent / "backups"


def backups(path: Path, folder: Path | None = None) -> tuple[Path, ...]:
    """The backups of the library at `path`, oldest first; their names carry the moment in UTC."""
    pattern = f"{path.stem}-????????-??????*{path.suffix}"
    # The stem is compared, because "-02" of the same second sorts before the suffix's dot.
    return tuple(sorted((folder or backup_folder(path)).glob(pattern), key=lambda file: file.stem))


def newest_backup(path: Path) -> Path | None:
    """The newest backup of the library at `path`, unread."""
    found = backups(path)
    return found[-1] if found else None


def is_whole(path: Path) -> bool:
    """Whether SQLite finds no fault in the file's pages."""
    try:
        with closing(sqlite3.connect(path.as_uri() + "?mode=ro", uri=True)) as connection:
            answer: tuple[str] = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError:
        return False
    return answer[0] == "ok"


def write_backup(path: Path, moment: int, folder: Path | None = None) -> Path:
    """Copy the library at `path` as it is now into `folder`; writers and readers go on meanwhile.

    `moment` is in milliseconds since 1970 and names the copy. Raises sqlite3.Error and OSError.
    """
    folder = folder or backup_folder(path)
    folder.mkdir(parents=True, exist_ok=True)
    target = _free_name(folder, f"{path.stem}-{_stamp(moment)}", path.suffix)
    unfinished = target.with_name(target.name + ".unfinished")
    try:
        _copy(path, unfinished)
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    sync_folder(folder)
    for old in backups(path, folder)[:-KEPT]:
        old.unlink()
    return target


def put_in_place(backup: Path, path: Path, moment: int) -> Path:
    """Put a copy of `backup` where the library at `path` is, which is renamed, not deleted.

    The copy is whole before anything is moved. Answers the renamed file.
    """
    unfinished = path.with_name(path.name + ".unfinished")
    try:
        _copy(backup, unfinished)
        aside = _set_aside(path, moment)
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
    return aside


def exchange(chosen: Path, path: Path, moment: int) -> Path:
    """Put a copy of `chosen` in the place of the closed library at `path`, in one renaming.

    What lies there is backed up first, whose file is answered. Raises sqlite3.Error and OSError;
    then the library is as it was.
    """
    unfinished = path.with_name(path.name + ".unfinished")
    try:
        # Before the backup, which may let go of the oldest one.
        _copy(chosen, unfinished)
        kept = write_backup(path, moment)
        for ending in ("-wal", "-shm"):  # empty, but they belong to the file that goes
            path.with_name(path.name + ending).unlink(missing_ok=True)
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
    return kept


def take_out(path: Path, workshop_ids: Sequence[str]) -> bool:
    """Take workshops out of the backup at `path`, with every page that held them.

    The file is whole before and after, under its name; False where none of them is in it. Raises
    sqlite3.Error where it cannot be read, and OSError.
    """
    unfinished = path.with_name(path.name + ".unfinished")
    ids = json.dumps(list(workshop_ids))
    with (
        closing(sqlite3.connect(path.as_uri() + "?mode=ro", uri=True)) as reading,
        closing(sqlite3.connect(":memory:", isolation_level=None)) as copy,
    ):
        among = "FROM workshop WHERE id IN (SELECT value FROM json_each(?))"
        if reading.execute(f"SELECT 1 {among}", (ids,)).fetchone() is None:
            return False
        reading.backup(copy)
        copy.execute("PRAGMA foreign_keys = ON")
        made = index_references(copy)
        copy.execute(f"DELETE {among}", (ids,))
        for name in made:
            copy.execute(f'DROP INDEX "{name}"')
        strip_copy(copy)
        copy.execute("VACUUM")  # what was deleted is in no page any more
        try:
            _write(copy, unfinished)
            unfinished.replace(path)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
    sync_folder(path.parent)
    return True


def strip(path: Path) -> None:
    """Take out of the copy at `path` what no copy may hold; its freed pages go with it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # A journal on the disk would hold what is taken out.
        connection.execute("PRAGMA journal_mode = MEMORY")
        strip_copy(connection)


def strip_copy(connection: sqlite3.Connection) -> None:
    """Like `strip`, through an open connection in autocommit mode, such as to a copy in memory."""
    connection.execute("PRAGMA secure_delete = ON")
    known = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if not known.issuperset(NEVER_COPIED):  # a library of version 1
        return
    gone = [connection.execute(f'DELETE FROM "{name}"').rowcount for name in NEVER_COPIED]
    gone.append(connection.execute(f"DELETE {NEVER_COPIED_HANDS}").rowcount)
    if any(gone):
        connection.execute("VACUUM")


def index_references(copy: sqlite3.Connection) -> list[str]:
    """Index what refers to another row, where a backup of an older version has no index.

    Without one SQLite goes through the whole table for each row that goes, which for a few
    workshops out of thousands takes minutes. Answers the names of those made.
    """
    found = copy.execute("""
        SELECT tables.name, reference."from"
        FROM pragma_table_list AS tables, pragma_foreign_key_list(tables.name) AS reference
        WHERE NOT EXISTS (
            SELECT 1
            FROM pragma_index_list(tables.name) AS made, pragma_index_info(made.name) AS part
            WHERE part.seqno = 0 AND part.name = reference."from"
        )
    """).fetchall()
    names = [f"reference_{number}" for number in range(len(found))]
    for name, (table, column) in zip(names, found, strict=True):
        copy.execute(f'CREATE INDEX "{name}" ON "{table}" ("{column}")')
    return names


def sync_folder(folder: Path) -> None:
    """Make a renaming in `folder` survive a power cut, where the system can (not on Windows)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _copy(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(source.as_uri() + "?mode=ro", uri=True)) as reading,
        closing(sqlite3.connect(":memory:", isolation_level=None)) as copy,
    ):
        reading.backup(copy)
        strip_copy(copy)
        _write(copy, target)


def _write(copy: sqlite3.Connection, target: Path) -> None:
    """Write what `copy` holds into a new file, and have it on the disk."""
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(target, isolation_level=None)) as writing:
        copy.backup(writing)
        # One file that can be read from a folder without write permission, such as a USB stick.
        writing.execute("PRAGMA journal_mode=DELETE")
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _set_aside(path: Path, moment: int) -> Path:
    target = _free_name(path.parent, f"{path.stem}-damaged-{_stamp(moment)}", path.suffix)
    # The log belongs to the damaged file: left behind, SQLite would play it into the restored one.
    for ending in ("-wal", "-shm", ""):
        beside = path.with_name(path.name + ending)
        if beside.exists():
            beside.rename(target.with_name(target.name + ending))
    return target


def _free_name(folder: Path, name: str, suffix: str) -> Path:
    target = folder / (name + suffix)
    number = 2
    while target.exists():
        target = folder / f"{name}-{number:02}{suffix}"
        number += 1
    return target


def _stamp(moment: int) -> str:
    # UTC, so that the newest stays the newest on a journey and when summer time ends.
    return datetime.fromtimestamp(moment / 1000, UTC).strftime("%Y%m%d-%H%M%S")
