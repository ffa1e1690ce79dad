"""Keys: every key of a workshop that is led, read from the table that routes them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.console.run.keys_list import keys_line, review_lines
from ui.console.settings.rows import part
from ui.console.widgets.section import Hairline
from ui.keys import DOES
from ui.theme import DesktopTheme
from workshop.words import Words


class KeysPart(QWidget):
    """A line for everything that a key does."""

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        whole = part(theme, words.say("Keys while a workshop is led"))
        self.setLayout(whole)
        lines = [keys_line(theme, words, intent) for intent in DOES]
        for line in (*lines, *review_lines(theme, words)):
            whole.addWidget(line)
            whole.addWidget(Hairline(theme))
