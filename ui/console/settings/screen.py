"""Settings screen: two columns of rows; each is kept as it is changed, nothing is to be saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from exports.look.tokens import DESKTOP
from ui.console.run.building import Sheet, column, row, scrolled
from ui.console.settings.about_part import AboutPart
from ui.console.settings.backups_part import BackupsPart
from ui.console.settings.keys_part import KeysPart
from ui.console.settings.look_part import LookPart
from ui.console.settings.room_part import RoomPart
from ui.console.widgets.icon_label import IconLabel
from ui.console.widgets.text_label import TextLabel, Tone
from ui.settings import Settings
from ui.theme import DesktopTheme
from workshop.library import Library
from workshop.words import Words

_PADDING_X, _PADDING_Y = 40, 32
_GAP = 56
_NARROW = 860  # below this the columns stand one under the other


class SettingsScreen(QWidget):
    """What the app remembers, beside the navigation, and below it the list of keys.

    `report` makes what "Copy report" puts on the clipboard. `swap_wanted` carries the Swap that
    moves the library or restores a backup.
    """

    swap_wanted = Signal(object)

    def __init__(
        self,
        theme: DesktopTheme,
        words: Words,
        settings: Settings,
        library: Library,
        report: Callable[[], str],
    ) -> None:
        super().__init__()
        self.setAccessibleName(words.say("Settings"))
        self.look = LookPart(theme, words, settings)
        self.room = RoomPart(theme, words, settings, library)
        self.room.library_row.swap_wanted.connect(self.swap_wanted)
        self.backups = BackupsPart(theme, words, library)
        self.backups.swap_wanted.connect(self.swap_wanted)
        self.about = AboutPart(theme, words, report)
        self.about.keys_wanted.connect(self.show_keys)
        self.keys = KeysPart(theme, words)
        content = _Content()
        whole = column(content, (_PADDING_X, _PADDING_Y, _PADDING_X, _PADDING_Y))
        head = row()
        head.addWidget(TextLabel(theme, words.say("Settings"), DESKTOP.screen_title))
        head.addStretch()
        head.addWidget(IconLabel(theme, "check", tone=Tone.INK3, size=16))
        saved = words.say("Saved as you go")
        head.addWidget(TextLabel(theme, saved, DESKTOP.secondary, tone=Tone.INK3))
        whole.addLayout(head)
        whole.addSpacing(26)
        left = QWidget()
        above = column(left)
        above.addWidget(self.look)
        above.addSpacing(32)
        above.addWidget(self.backups)
        above.addStretch()
        right = QWidget()
        below = column(right)
        below.addWidget(self.room)
        below.addSpacing(32)
        below.addWidget(self.about)
        below.addStretch()
        content.columns = row(spacing=_GAP)
        content.columns.addWidget(left, 1, Qt.AlignmentFlag.AlignTop)
        content.columns.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(content.columns)
        whole.addSpacing(32)
        whole.addWidget(self.keys)
        whole.addStretch()
        self._area = scrolled(content, words.say("Settings"))
        column(self).addWidget(self._area)

    def show_keys(self) -> None:
        """Scroll to the list of keys."""
        self._area.verticalScrollBar().setValue(self.keys.y())


class _Content(Sheet):
    """Two columns where there is room for two."""

    columns: QBoxLayout

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self.columns.setDirection(down if self.width() < _NARROW else across)
        super().resizeEvent(event)
