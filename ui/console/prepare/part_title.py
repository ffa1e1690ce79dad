"""Part title: the number and the name of one of the four parts of Prepare, and what is beside."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.look.tokens import DESKTOP, DISPLAY, SEMIBOLD, Type
from ui.console.run.building import row
from ui.console.widgets.text_label import TextLabel
from ui.theme import DesktopTheme

_NUMERAL = Type(DISPLAY, 20, 28, SEMIBOLD)
_NUMERAL_WIDTH = 18
_GAP = 10


class PartTitle(QWidget):
    """As in "1 Framework"; `put_beside` sets a widget at the right end."""

    def __init__(self, theme: DesktopTheme, number: int, name: str) -> None:
        super().__init__()
        self.setAccessibleName(f"{number} {name}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        numeral = TextLabel(theme, str(number), _NUMERAL)
        numeral.setFixedWidth(_NUMERAL_WIDTH)
        self._line = row(self, spacing=_GAP)
        self._line.addWidget(numeral)
        self._line.addWidget(TextLabel(theme, name, DESKTOP.section_title))
        self._line.addStretch()

    def put_beside(self, widget: QWidget) -> None:
        """Set a widget at the right end of the line, after those that stand there."""
        self._line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
