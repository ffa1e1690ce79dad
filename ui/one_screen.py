"""One screen: whether the room can see what only the facilitator should."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def show_the_same(one: QRect, other: QRect) -> bool:
    """Whether two screens at these places of the desktop show the same picture.

    The centre of one lies in the other: mirrored screens need not have the same resolution, and
    neighbours may overlap by a pixel where their scales differ.
    """
    return one.contains(other.center()) or other.contains(one.center())


def room_sees_console(console: QRect, screens: list[QRect]) -> bool:
    """Whether a console on the screen `console` is seen by the room.

    `screens` are all screens with the console's own: it is seen where there is no other, or where
    another one mirrors it.
    """
    return len(screens) < 2 or sum(show_the_same(console, each) for each in screens) > 1


def console_is_seen(console: QWidget) -> bool:
    """Whether the room can see this window, as the screens are now."""
    places = [screen.geometry() for screen in QGuiApplication.screens()]
    return room_sees_console(console.screen().geometry(), places)
