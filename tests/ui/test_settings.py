"""What the machine remembers between two starts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray

from ui.settings import FILE_NAME, ScreenKey, Settings
from ui.theme import Mode

HALL = ScreenKey("Hall, left", 1920, 1080)
OFFICE = ScreenKey("Büro", 1280, 800)


def test_before_anything_is_chosen_the_desktop_decides(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    assert settings.theme is Mode.SYSTEM
    assert not settings.reduce_motion
    assert settings.wall_screens == ()
    assert settings.geometry("console") is None


def test_everything_is_there_at_the_next_start(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.theme = Mode.DARK
    settings.reduce_motion = True
    settings.remember_geometry("console", QByteArray(b"\x01\x02\x00\xff"))
    settings.remember_wall_screen(HALL)
    later = Settings(tmp_path)
    assert later.theme is Mode.DARK
    assert later.reduce_motion
    assert later.geometry("console") == QByteArray(b"\x01\x02\x00\xff")
    assert later.wall_screens == (HALL,)


def test_the_screen_used_last_comes_first_and_only_once(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    for key in (HALL, OFFICE, HALL):
        settings.remember_wall_screen(key)
    assert settings.wall_screens == (HALL, OFFICE)


def test_a_file_edited_by_hand_does_not_keep_the_app_from_starting(tmp_path: Path) -> None:
    broken = (
        "[look]\ntheme=purple\n[wall]\nscreens\\size=1\nscreens\\1\\name=x\nscreens\\1\\width=?\n"
    )
    (tmp_path / FILE_NAME).write_text(broken, encoding="utf-8")
    settings = Settings(tmp_path)
    assert settings.theme is Mode.SYSTEM
    assert settings.wall_screens == ()


def test_the_file_lies_in_the_folder_that_was_given(tmp_path: Path) -> None:
    Settings(tmp_path).theme = Mode.LIGHT
    assert (tmp_path / FILE_NAME).is_file()
