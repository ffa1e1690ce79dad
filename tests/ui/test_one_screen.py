"""Whether the room can see the console: one screen, mirrored ones, neighbours."""

from __future__ import annotations

from PySide6.QtCore import QRect

from ui.one_screen import room_sees_console, show_the_same

LAPTOP = QRect(0, 0, 1440, 900)
BESIDE = QRect(1440, 0, 1920, 1080)


def test_mirrored_screens_show_the_same_whatever_their_resolutions() -> None:
    assert show_the_same(LAPTOP, LAPTOP)
    assert show_the_same(LAPTOP, QRect(0, 0, 800, 600))
    assert show_the_same(QRect(0, 0, 800, 600), LAPTOP)


def test_neighbours_that_overlap_by_a_pixel_of_rounding_do_not() -> None:
    assert not show_the_same(LAPTOP, BESIDE)
    assert not show_the_same(LAPTOP, BESIDE.translated(-1, 0))


def test_the_room_sees_a_console_that_is_alone_or_mirrored() -> None:
    assert room_sees_console(LAPTOP, [LAPTOP])
    assert room_sees_console(LAPTOP, [LAPTOP, LAPTOP])
    assert not room_sees_console(LAPTOP, [LAPTOP, BESIDE])


def test_of_three_screens_one_mirror_is_enough() -> None:
    assert room_sees_console(LAPTOP, [LAPTOP, QRect(0, 0, 1024, 768), BESIDE])
    assert not room_sees_console(LAPTOP, [LAPTOP, BESIDE, BESIDE])
