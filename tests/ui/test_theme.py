"""The theme dresses the whole application, and widgets repaint when it changes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exports.look.fonts import FONTS, Font
from exports.look.tokens import ARABIC, DARK, DESKTOP, HEBREW, LIGHT, Look, Type
from frameworks.theme import Theme
from ui import icons
from ui.painters import text
from ui.theme import DesktopTheme, Mode, load_fonts, qt_palette, style_sheet

ROOT = Path(__file__).parents[2]


def test_light_and_dark_are_chosen_and_told(qtbot: QtBot) -> None:
    theme = DesktopTheme(Mode.LIGHT)
    assert theme.look is LIGHT
    with qtbot.waitSignal(theme.changed, timeout=1000):
        theme.choose(Mode.DARK)
    assert theme.look is DARK
    assert theme.of(Theme.VISION) == DARK.themes[Theme.VISION]


def test_choosing_the_look_in_force_changes_nothing(qtbot: QtBot) -> None:
    theme = DesktopTheme(Mode.DARK)
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(Mode.DARK)


def test_applying_the_theme_sets_palette_and_font(qapp: QApplication) -> None:
    theme = DesktopTheme(Mode.LIGHT)
    theme.apply(qapp)
    window = qapp.palette().color(QPalette.ColorRole.Window)
    assert window.name().upper() == LIGHT.palette.paper
    assert QFontInfo(qapp.font()).family() == DESKTOP.body.family
    theme.choose(Mode.DARK)
    window = qapp.palette().color(QPalette.ColorRole.Window)
    assert window.name().upper() == DARK.palette.paper
    theme.choose(Mode.LIGHT)


def test_the_system_s_look_is_followed_where_asked(qapp: QApplication) -> None:
    theme = DesktopTheme(Mode.SYSTEM)
    assert theme.mode is Mode.SYSTEM
    assert theme.look in (LIGHT, DARK)


def test_reduced_motion_takes_no_time() -> None:
    assert DesktopTheme().milliseconds(160) == 160
    assert DesktopTheme(reduce_motion=True).milliseconds(160) == 0


@pytest.mark.parametrize("cut", FONTS, ids=lambda cut: cut.name)
def test_qt_finds_every_shipped_cut(qapp: QApplication, cut: Font) -> None:
    load_fonts()
    found = QFontInfo(text.font(Type(cut.family, 20, 28, cut.weight)))
    assert found.family() == cut.family
    assert found.weight() == QFont.Weight(cut.weight)


def test_fonts_are_loaded_once(qapp: QApplication) -> None:
    load_fonts()
    families = QFontDatabase.families()
    load_fonts()
    assert QFontDatabase.families() == families


@pytest.mark.parametrize(("family", "letter"), [(ARABIC, "م"), (HEBREW, "ש")])
def test_letters_that_inter_lacks_come_from_the_shipped_fallbacks(
    qapp: QApplication, family: str, letter: str
) -> None:
    load_fonts()
    assert family in QFontDatabase.families()
    assert family in text.font(DESKTOP.body).families()
    assert text.advance(letter, DESKTOP.body) > 0


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_has_no_gap(look: Look) -> None:
    assert "$" not in style_sheet(look.palette)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_what_is_off_is_quieter(look: Look) -> None:
    palette = qt_palette(look.palette)
    off = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert off.name().upper() == look.palette.ink3


def test_every_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication) -> None:
    for path in sorted(icons.FOLDER.glob("*.svg")):
        image = icons.pixmap(path.stem, LIGHT.palette.ink, 20, 2.0).toImage()
        solid = {
            image.pixelColor(x, y).name().upper()
            for x in range(40)
            for y in range(40)
            if image.pixelColor(x, y).alpha() == 255
        }
        assert LIGHT.palette.ink in solid, path.stem


def test_an_icon_that_is_not_shipped_is_refused(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        icons.pixmap("no-such-icon", LIGHT.palette.ink)


def test_the_theme_and_the_widgets_import_nothing_heavy() -> None:
    listing = "import sys, ui.theme, ui.icons, ui.console.widgets.notice_bar, "
    listing += "ui.console.widgets.field, ui.console.widgets.score_picker; "
    listing += "print(*sorted({m.split('.')[0] for m in sys.modules} & "
    listing += "{'sqlalchemy', 'reportlab', 'fontTools', 'babel', 'PIL', 'uharfbuzz'}))"
    run = subprocess.run(
        [sys.executable, "-c", listing], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == []
