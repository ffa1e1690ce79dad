"""Reads the folder of charts back: what every SVG, PNG and PDF says of itself."""

from __future__ import annotations

import re
import subprocess
from collections import Counter, defaultdict
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")


def charts(folder: Path) -> tuple[dict[int, list[str]], Counter[int]]:
    """The lines of every chart, all its pages together, and how many pages those are, by the
    number that its name begins with.
    """
    found: defaultdict[int, list[str]] = defaultdict(list)
    pages: Counter[int] = Counter()
    for path in sorted(folder.glob("*.svg")):
        number = int(path.stem.split(" ", 1)[0])
        found[number] += svg_lines(path)
        pages[number] += 1
    return found, pages


def svg_lines(path: Path) -> list[str]:
    """The description of an SVG: the chart in a sentence, then every text in it."""
    return _svg_description(path).split("\n")


def _svg_description(path: Path) -> str:
    description = ElementTree.parse(path).getroot().find(f"{SVG}desc")
    assert description is not None
    assert description.text, path
    return description.text


def alone(lines: list[str]) -> list[str]:
    """The lines that are a number and nothing else."""
    return [line for line in lines if NUMBER.fullmatch(line)]


def flat_lines(lines: list[str]) -> str:
    """All lines as one, wherever they were broken."""
    return " ".join(" ".join(lines).split())


def png_says(path: Path) -> str:
    """The description in a PNG."""
    with Image.open(path) as image:
        return str(image.info["Description"])


def pdf_says(path: Path) -> str:
    """The text of a chart's PDF, without spaces."""
    command = ["pdftotext", "-raw", str(path), "-"]
    return "".join(
        subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    )
