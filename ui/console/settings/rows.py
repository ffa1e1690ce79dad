"""Setting rows: a name, what it means, and the one control at the right that changes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.look.tokens import DESKTOP
from ui.console.run.building import column, row
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme

_LEAST = 59  # with the hairline 60
_PADDING = 10
_GAP = 24


class SettingRow(QWidget):
    """One setting; `detail` is the second line, which can change and may be empty."""

    def __init__(self, theme: DesktopTheme, title: str, control: QWidget, detail: str = "") -> None:
        super().__init__()
        self.control = control
        self.detail = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2, wrap=True)
        said = column()
        said.addStretch()
        said.addWidget(TextLabel(theme, title, DESKTOP.name, wrap=True))
        said.addWidget(self.detail)
        said.addStretch()
        line = QWidget()
        line.setMinimumHeight(_LEAST)
        across = row(line, (0, _PADDING, 0, _PADDING), _GAP)
        across.addLayout(said, 1)
        across.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        whole = column(self)
        whole.addWidget(line)
        whole.addWidget(Hairline(theme))
        self.say(detail)

    def say(self, detail: str) -> None:
        """Say what the setting means now."""
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.control.setToolTip(detail)


def part(theme: DesktopTheme, title: str) -> QVBoxLayout:
    """A part of the settings with its title over an ink rule; its rows come below."""
    whole = column()
    heading = TextLabel(theme, title, DESKTOP.section_title)
    heading.setAccessibleName(title)
    whole.addWidget(heading)
    whole.addSpacing(8)
    whole.addWidget(Hairline(theme, strong=True))
    return whole
