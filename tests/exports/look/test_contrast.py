"""Every pair of colours that the look puts on each other can be told apart, by WCAG's formula."""

from __future__ import annotations

import pytest

from exports.look.tokens import DARK, DIVERGING, LIGHT, Look
from frameworks.theme import Theme

AA = 4.5
AAA = 7.0  # everything on the wall
MARKS = 3.0  # edges and marks
LOOKS = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
THEMES = pytest.mark.parametrize("theme", list(Theme))


def luminance(colour: str) -> float:
    """The relative luminance of `#RRGGBB` (WCAG 2.2)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_formula_gives_21_for_black_on_white() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@LOOKS
@pytest.mark.parametrize("ground", ["paper", "surface", "sunken"])
def test_text_reads_on_every_ground(look: Look, ground: str) -> None:
    colours = look.palette
    on = getattr(colours, ground)
    assert contrast(colours.ink, on) >= AAA
    assert contrast(colours.ink2, on) >= AAA
    assert contrast(colours.ink3, on) >= AA
    assert contrast(colours.edge, on) >= MARKS


@LOOKS
def test_alarms_and_ghosts_read(look: Look) -> None:
    colours = look.palette
    assert contrast(colours.paper, colours.ink) >= AAA
    assert contrast(colours.paper, colours.ink2) >= AAA  # a primary button under the mouse
    assert contrast(colours.ghost, colours.paper) >= MARKS
    assert contrast(colours.ink, colours.ghostfill) >= AAA
    assert contrast(colours.ink2, colours.ghostfill) >= AAA


@LOOKS
@THEMES
def test_a_theme_shows_by_its_keyline_and_its_text_reads(look: Look, theme: Theme) -> None:
    colours, paper = look.themes[theme], look.palette.paper
    assert contrast(colours.key, paper) >= MARKS
    assert contrast(colours.key, look.palette.surface) >= MARKS
    assert contrast(colours.ink, paper) >= AAA if not look.dark else AA
    assert contrast(colours.ink, colours.tint) >= AA
    assert contrast(look.palette.ink, colours.tint) >= AAA


@LOOKS
@THEMES
def test_a_fill_too_faint_for_paper_has_a_keyline_of_its_own(look: Look, theme: Theme) -> None:
    colours = look.themes[theme]
    if contrast(colours.fill, look.palette.paper) < MARKS:
        assert colours.key != colours.fill
        assert contrast(colours.key, look.palette.paper) >= AA


def test_people_is_the_theme_whose_fill_needs_its_keyline() -> None:
    faint = [
        theme for theme in Theme if contrast(LIGHT.themes[theme].fill, LIGHT.palette.paper) < MARKS
    ]
    assert faint == [Theme.PEOPLE]


@pytest.mark.parametrize(
    ("one", "other", "measured"),
    [
        (LIGHT.palette.ink, LIGHT.palette.paper, 16.45),
        (LIGHT.palette.ink3, LIGHT.palette.sunken, 5.22),
        (LIGHT.palette.edge, LIGHT.palette.sunken, 3.27),
        (LIGHT.themes[Theme.VISION].ink, LIGHT.themes[Theme.VISION].tint, 7.64),
        (LIGHT.themes[Theme.PEOPLE].key, LIGHT.palette.paper, 5.44),
        (DARK.palette.ink2, DARK.palette.surface, 10.05),
        (DARK.palette.edge, DARK.palette.surface, 4.06),
        (DARK.themes[Theme.STRATEGY].fill, DARK.palette.paper, 6.67),
        (DARK.themes[Theme.TECHNOLOGY].fill, DARK.palette.surface, 9.58),
    ],
)
def test_the_colours_have_the_contrasts_they_were_chosen_for(
    one: str, other: str, measured: float
) -> None:
    assert contrast(one, other) == pytest.approx(measured, abs=0.01)


@LOOKS
def test_off_controls_can_still_be_read(look: Look) -> None:
    assert contrast(look.palette.ink3, look.palette.hairline) >= 4.3


def test_the_ends_of_the_diverging_colours_show_on_white() -> None:
    assert contrast(DIVERGING[0], "#FFFFFF") >= MARKS
    assert contrast(DIVERGING[-1], "#FFFFFF") >= MARKS
