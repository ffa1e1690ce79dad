"""Place: where the library lies unless another is named; nothing heavy is imported to know it.

Where it was moved to stands in a file outside of the library's folder, in the user's folder for
settings.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Final

from platformdirs import user_config_dir, user_data_dir

from workshop.errors import LibraryError
from workshop.words import mark

FILE_NAME: Final = "library-place.json"
_KEY: Final = "library"

NOT_THERE: Final = mark(
    "The library was moved to {path}, and is not there now. Connect the disk it lies on and try "
    "again, or choose another library."
)


def default_path() -> Path:
    """The facilitator's own library file: where it was moved to, else in the user's data folder."""
    return moved_to() or first_path()


def first_path() -> Path:
    """Where the library lies as long as it was never moved."""
    return Path(user_data_dir("Flipchart", appauthor=False)) / "library" / "flipchart.sqlite"


def moved_to() -> Path | None:
    """Where the library was moved to; None where never, or where the file cannot be read."""
    try:
        content = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    value = content.get(_KEY) if isinstance(content, dict) else None
    path = Path(value) if isinstance(value, str) and "\0" not in value else None
    return path if path is not None and path.is_absolute() else None


def remember(path: Path) -> None:
    """From now on `path` is the facilitator's own library: all of it is kept, or nothing.

    Raises OSError where it cannot be written down.
    """
    file = _file()
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(file.name + ".unfinished")
    try:
        with unfinished.open("w", encoding="utf-8") as out:
            json.dump({_KEY: str(path)}, out)
            out.flush()
            os.fsync(out.fileno())
        unfinished.replace(file)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def refuse_missing(path: Path) -> None:
    """Raise LibraryError where the library was moved to `path` and is not there now.

    Opening it would begin an empty one there.
    """
    if path == moved_to() and not path.exists():
        raise LibraryError(NOT_THERE, path=path)


def _file() -> Path:
    return Path(user_config_dir("Flipchart", appauthor=False)) / FILE_NAME
