"""Panel: a page that takes the console's centre for a while; the round behind it goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.keys import Intent
from workshop.console_scene import ConsoleScene


class Panel(QWidget):
    """What a key opens over the centre, and Esc closes; or what stands there at a state.

    `closed` asks to be closed, as Esc does. Subclasses say how they look; they change the day
    through `leading.act` alone.
    """

    closed = Signal()
    returns_focus = False
    """Whether the focus goes back to where it was, and not to the next button."""

    def refusal(self, scene: ConsoleScene) -> str:
        """Why it cannot be open now, in one sentence; empty where it can."""
        return ""

    def come_from(self, open_now: Intent | None) -> None:
        """Be told, before it is opened, which other panel was open; None: none was."""

    def show_scene(self, scene: ConsoleScene) -> None:
        """Show what the facilitator may see now; called whenever anything changed."""

    def take_focus(self) -> None:
        """Put the focus where typing or the arrows begin."""

    def take_letter(self, key: Qt.Key) -> bool:
        """Use a letter that is this panel's own while it is open; False leaves it to the day."""
        return False

    def save(self) -> str:
        """Keep what is being typed before the day moves on; a sentence where it was refused."""
        return ""
