"""About: the report to send on, the licences, and which version this is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from exports.look.tokens import DESKTOP
from ui.console.run.building import TurningRow, column
from ui.console.settings.rows import part
from ui.console.widgets.button import Button, Kind
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.version import VERSION
from workshop.words import Words, mark

_SAID_MS = 4_000

# What Flipchart is made of beside its own code, and under which licence each may be handed on.
LICENCES = (
    ("Flipchart", "MIT"),
    ("Inter", "SIL Open Font License 1.1"),
    ("Noto Sans Arabic, Noto Sans Hebrew", "SIL Open Font License 1.1"),
    ("Lucide", "ISC"),
    ("Qt, PySide6", "LGPL 3"),
    ("SQLAlchemy", "MIT"),
    ("SQLite", "public domain"),
    ("ReportLab", "BSD"),
    ("HarfBuzz, uharfbuzz", "MIT, Apache 2.0"),
    ("python-bidi", "LGPL 3"),
    ("Babel", "BSD"),
    ("platformdirs", "MIT"),
    ("filelock", "MIT"),
    ("Python", "PSF License"),
)
REPLACEABLE = mark(
    "Libraries under the LGPL are packages of their own, which you may replace by others."
)


class AboutPart(QWidget):
    """The last part of the right column; `keys_wanted` asks for the list of keys."""

    keys_wanted = Signal()

    def __init__(self, theme: DesktopTheme, words: Words, report: Callable[[], str]) -> None:
        super().__init__()
        self._words = words
        self._report = report
        say = words.say
        self.copy = Button(theme, say("Copy report"))
        self.copy.clicked.connect(self._copy)
        self.licences = Button(theme, say("Licences"), Kind.QUIET)
        self.licences.clicked.connect(self._unfold)
        self.keys = Button(theme, say("List of keys"), Kind.QUIET, key=say("?"))
        self.keys.clicked.connect(self.keys_wanted)
        text = say("Version {version}, nothing is ever sent", version=VERSION)
        version = TextLabel(theme, text, DESKTOP.secondary, tone=Tone.INK3)
        lines = [f"{name}: {licence}" for name, licence in LICENCES]
        self.list = TextLabel(
            theme,
            "\n".join([*lines, say(REPLACEABLE)]),
            DESKTOP.secondary,
            tone=Tone.INK2,
            wrap=True,
        )
        self.list.hide()
        whole = part(theme, say("About"))
        self.setLayout(whole)
        below = column(spacing=12)
        below.setContentsMargins(0, 14, 0, 0)
        below.addWidget(TurningRow(self.copy, self.licences, self.keys, spacing=8))
        below.addWidget(version)
        below.addWidget(self.list)
        whole.addLayout(below)

    def _copy(self) -> None:
        """Put the report on the clipboard, and say so for a moment."""
        QGuiApplication.clipboard().setText(self._report())
        self.copy.setText(self._words.say("Copied"))
        QTimer.singleShot(
            _SAID_MS, self.copy, lambda: self.copy.setText(self._words.say("Copy report"))
        )

    def _unfold(self) -> None:
        self.list.setVisible(self.list.isHidden())
