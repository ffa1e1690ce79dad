"""The shipped fonts are what Qt, reportlab and the licence need them to be."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from exports.look import fonts, tokens
from exports.look.fonts import FONTS, Font

CUTS = pytest.mark.parametrize("cut", FONTS, ids=lambda cut: cut.name)
STYLES = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}


@CUTS
def test_a_cut_carries_its_own_family_and_weight(cut: Font) -> None:
    with TTFont(cut.path) as font:
        names = font["name"]
        assert names.getDebugName(16) == cut.family
        assert names.getDebugName(17) == STYLES[cut.weight]
        assert names.getDebugName(6) == cut.name
        assert font["OS/2"].usWeightClass == cut.weight


@CUTS
def test_a_cut_is_small_static_and_of_truetype_outlines(cut: Font) -> None:
    assert cut.path.stat().st_size < 200_000
    with TTFont(cut.path) as font:
        assert "glyf" in font  # reportlab refuses the outlines of PostScript
        assert "fvar" not in font


@CUTS
def test_the_licence_of_every_cut_lies_beside_it(cut: Font) -> None:
    with TTFont(cut.path) as font:
        owner = font["name"].getDebugName(0)
        assert "Open Font License" in font["name"].getDebugName(13)
    licences = [path.read_text(encoding="utf-8") for path in fonts.FOLDER.glob("OFL*.txt")]
    project = owner.split("Copyright ")[1].split(" ", 1)[1].split(" (")[0]
    assert any(project in licence for licence in licences)


@pytest.mark.parametrize("family", [tokens.FIGURES, tokens.DISPLAY_FIGURES])
def test_figures_are_all_equally_wide(family: str) -> None:
    with TTFont(fonts.path(family, 600)) as font:
        glyphs = font.getBestCmap()
        assert len({font["hmtx"][glyphs[ord(digit)]][0] for digit in "0123456789"}) == 1


@pytest.mark.parametrize(
    ("family", "text"),
    [
        (tokens.SANS, "Zażółć gęślą jaźń, Tiếng Việt, Ελληνικά, Русский, 1–5, − ≥ → ✓ €"),
        (tokens.DISPLAY, "Zażółć gęślą jaźń, Tiếng Việt, Ελληνικά, Русский, 1–5"),
        (tokens.ARABIC, "مرحبا ۱۲۳ گ چ"),
        (tokens.HEBREW, "שלום ₪ מַה"),
    ],
)
def test_a_family_has_the_letters_of_its_scripts(family: str, text: str) -> None:
    with TTFont(fonts.path(family, 600)) as font:
        assert [letter for letter in text if ord(letter) not in font.getBestCmap()] == []


def test_a_weight_that_is_not_shipped_gives_the_nearest() -> None:
    assert fonts.path(tokens.ARABIC, 500).name == "FlipchartArabic-SemiBold.ttf"
    assert fonts.path(tokens.DISPLAY, 400).name == "FlipchartDisplay-Medium.ttf"


def test_a_family_that_is_not_shipped_is_refused() -> None:
    with pytest.raises(KeyError):
        fonts.path("Comic Sans", 400)
