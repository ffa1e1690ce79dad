"""Place: where the library lies unless another is named; nothing heavy is imported to know it."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_dir


def default_path() -> Path:
    """The library file in the user's own data folder."""
    return Path(user_data_dir("Flipchart", appauthor=False)) / "library" / "flipchart.sqlite"
