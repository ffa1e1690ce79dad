"""The tokens hold together: themes have shapes, roles have fonts, nothing on the wall is small."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from exports.look import fonts, tokens
from exports.look.tokens import DARK, DESKTOP, LIGHT, PDF, PHONE, PROJECTOR, Look, Type
from frameworks.theme import Theme

ROOT = Path(__file__).parents[3]
COLOUR = re.compile(r"#[0-9A-F]{6}")


def roles(face: object) -> Iterator[Type]:
    for value in vars(type(face)).values():
        if isinstance(value, Type):
            yield value
        elif isinstance(value, tuple):
            yield from (each for each in value if isinstance(each, Type))


def test_each_theme_has_colours_and_a_shape_of_its_own() -> None:
    assert set(LIGHT.themes) == set(DARK.themes) == set(tokens.SHAPES) == set(Theme)
    assert len(set(tokens.SHAPES.values())) == len(Theme)
    for look in (LIGHT, DARK):
        assert len({look.themes[theme].fill for theme in Theme}) == len(Theme)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_is_written_in_full(look: Look) -> None:
    palette = look.palette
    named = [value for value in palette if isinstance(value, str)]
    named += [colour for theme in look.themes.values() for colour in theme]
    assert all(COLOUR.fullmatch(colour) for colour in named)


def test_the_look_cannot_be_changed_by_accident() -> None:
    with pytest.raises(AttributeError):
        LIGHT.palette.ink = "#000000"  # type: ignore[misc]  # that it is refused is the point


@pytest.mark.parametrize("face", [DESKTOP, PROJECTOR, PHONE, PDF])
def test_every_type_role_has_a_font_that_is_shipped(face: object) -> None:
    for role in roles(face):
        cut = fonts.font(role.family, role.weight)
        assert cut.weight == role.weight, role
        assert role.leading >= 0.8 * role.size


def test_nothing_on_the_wall_is_smaller_than_the_back_row_allows() -> None:
    assert min(role.size for role in roles(PROJECTOR)) == tokens.PROJECTOR_SMALLEST
    assert min(role.size for role in PROJECTOR.question) >= tokens.PROJECTOR_BACK_ROW


def test_nothing_on_the_desktop_is_smaller_than_12_px() -> None:
    assert min(role.size for role in roles(DESKTOP)) == 12


def test_sizes_to_try_in_turn_shrink() -> None:
    values = [each for name, each in vars(type(PROJECTOR)).items() if name[0] != "_"]
    for tried in (v for v in values if isinstance(v, tuple) and not isinstance(v, Type)):
        sizes = [role.size for role in tried]
        assert sizes == sorted(sizes, reverse=True)


def test_a_role_scales_with_its_leading() -> None:
    half = DESKTOP.screen_title.scaled(0.5)
    assert (half.size, half.leading, half.weight) == (16, 20, tokens.SEMIBOLD)


def test_the_dark_look_is_the_dark_one() -> None:
    assert tokens.look(dark=True) is DARK
    assert tokens.look(dark=False) is LIGHT


def test_the_tokens_import_nothing_but_the_themes() -> None:
    listing = "import sys; old = set(sys.modules); import exports.look.tokens; "
    listing += "print(*sorted(m for m in set(sys.modules) - old if m.split('.')[0] in "
    listing += "('PySide6', 'reportlab', 'sqlalchemy', 'fontTools', 'workshop', 'ui')))"
    run = subprocess.run(
        [sys.executable, "-c", listing], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == []
