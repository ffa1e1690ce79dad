"""Looks through every file of an export for what must be in none of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

from tests.exports.truth.calendar_file import everything
from tests.exports.truth.chart_files import pdf_says, png_says, svg_lines
from tests.exports.truth.paper_files import Paper
from tests.exports.truth.texts import SECRET

UNREVEALED = re.compile(r"(?<![\w-])7[,. \u202f]?[34]\d\d(?![\w-])")
"""A count of a round that was not revealed, or a sum that it is in."""


def texts(folder: Path, papers: Mapping[Path, Paper]) -> dict[str, str]:
    """All text of every file by its name; the workshop file is the workshop and not among them."""
    return {
        str(path.relative_to(folder)): papers[path].text if path in papers else _text(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".flipchart"
    }


def check_nothing_hidden(folder: Path, papers: Mapping[Path, Paper]) -> None:
    """No private text, and no number of a round not revealed; `papers` are read already."""
    for name, text in texts(folder, papers).items():
        assert SECRET not in text, name
        assert SECRET not in name
        assert not UNREVEALED.search(text), (name, UNREVEALED.search(text))


def _text(path: Path) -> str:
    match path.suffix:
        case ".pdf":
            return pdf_says(path)
        case ".png":
            return png_says(path)
        case ".svg":
            return "\n".join(svg_lines(path))
        case ".xlsx":
            with ZipFile(path) as book:
                return "\n".join(book.read(name).decode("utf-8") for name in book.namelist())
        case ".ics":
            return everything(path)
        case _:
            return path.read_text(encoding="utf-8-sig")
