"""The checker of pages finds what it is there to find."""

from __future__ import annotations

from pathlib import Path

from exports.look import tokens
from exports.pdf.layout import Page
from exports.pdf.layout import Words as WordsElement
from exports.pdf.painter import About, pdf
from exports.pdf.typesetter import Style, Typesetter
from tests.exports.pdf.ink import ink_of, outside, overlapping

BODY = Style(tokens.PDF.body, tokens.LIGHT.palette.ink)


def test_text_over_text_and_over_the_edge_is_found(tmp_path: Path) -> None:
    line = Typesetter("en").line("Ten words", BODY)
    clear = WordsElement(50.0, 100.0, line)
    over = WordsElement(50.0 + line.width - 2.0, 104.0, line)
    off = WordsElement(580.0, 300.0, line)
    path = tmp_path / "page.pdf"
    path.write_bytes(pdf([Page([clear, over, off])], About("t", "a", "s", "en")))
    inks = ink_of(path)
    assert [each.left for each in outside(inks, 595.28, 841.89)] == [580.0]
    assert len(overlapping(inks)) == 1
    assert abs(inks[0].right - inks[0].left - line.width) < 0.01
