"""Reads the PDF files back: their pages as lines of text, in the order in which they are drawn."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from pypdf import PdfReader

PAGE = re.compile(r"Page (\d+) of (\d+)")


class Paper:
    """A PDF as pages of lines; `quick` reads it with Poppler, which takes a tenth of the time."""

    def __init__(self, path: Path, *, quick: bool = False) -> None:
        if quick:
            command = ["pdftotext", "-raw", str(path), "-"]
            said = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")
            self.pages = [page.split("\n") for page in said.split("\f")[:-1]]
        else:
            self.pages = [page.extract_text().split("\n") for page in PdfReader(path).pages]

    @property
    def text(self) -> str:
        """Everything as one line."""
        return flat(line for page in self.pages for line in page)

    def numbered(self) -> list[tuple[int, int]]:
        """What the pages say they are: (number, of)."""
        found = (PAGE.findall(flat(page)) for page in self.pages)
        return [(int(number), int(of)) for page in found for number, of in page[-1:]]

    def chapter(self, title: str, *until: str) -> list[str]:
        """The lines of the pages from the one on which a line begins with `title` to the one on
        which a line begins with any of `until`; nothing where there is none.
        """
        found: list[str] = []
        for page in self.pages:
            if found and any(line.startswith(until) for line in page):
                break
            if found or any(line.startswith(title) for line in page):
                found += page
        return found


def before(lines: list[str], *starts: str) -> list[str]:
    """The lines before the first one that begins with any of these."""
    ends = (number for number, line in enumerate(lines) if line.startswith(starts))
    return lines[: next(ends, len(lines))]


def flat(lines: Iterable[str]) -> str:
    """Lines as one, wherever they were broken."""
    return " ".join(" ".join(lines).split())


def at_ends(pattern: re.Pattern[str], lines: Iterable[str]) -> list[tuple[str, ...]]:
    """What a pattern finds in lines, the groups of each."""
    matches = (pattern.search(line.strip()) for line in lines)
    return [match.groups() for match in matches if match]
