"""Left column: framework and agenda scroll; the agenda's foot stands below what is seen of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.console.prepare.agenda_part import AgendaPart
from ui.console.prepare.framework_part import FrameworkPart
from ui.console.run.building import Sheet, column, scrolled
from ui.console.widgets.section import Hairline
from ui.theme import DesktopTheme
from workshop.words import Words

_TOP = 24
_BETWEEN = 28
_BOTTOM = 16


class LeftColumn(QWidget):
    """`regions` are its parts as Tab comes by them.

    While all of it has room the foot follows the last row; else rows scroll away above it.
    """

    def __init__(
        self, theme: DesktopTheme, words: Words, framework: FrameworkPart, agenda: AgendaPart
    ) -> None:
        super().__init__()
        self._sheet = _Content()
        content = self._content = column(self._sheet)
        content.addWidget(framework)
        content.addSpacing(_BETWEEN)
        content.addWidget(agenda)
        content.addStretch()
        self._area = scrolled(self._sheet, words.say("Framework and agenda"))
        self._area.setParent(self)
        self._sheet.laid_out.connect(self._fit)
        self._foot = QWidget(self)
        self._below = column(self._foot)
        self._below.addWidget(agenda.foot)
        self._edge = Hairline(theme, parent=self)
        self.regions: tuple[QWidget, ...] = (self._sheet, self._foot)

    def set_sides(self, left: int, right: int) -> None:
        """Leave so much room at either side."""
        self._content.setContentsMargins(left, _TOP, right, 0)
        self._below.setContentsMargins(left, 0, right, _BOTTOM)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the foot follow the last row, as far down as there is room."""
        width, high = self.width(), self._content.sizeHint().height()
        if self._content.hasHeightForWidth():
            high = self._content.totalHeightForWidth(width)
        foot = self._foot.sizeHint().height()
        room = max(0, self.height() - foot)
        self._area.setGeometry(0, 0, width, min(high, room))
        self._foot.setGeometry(0, min(high, room), width, foot)
        self._edge.setGeometry(0, room, width, 1)
        self._edge.setVisible(high > room)


class _Content(Sheet):
    """What scrolls; `laid_out` says that it may have another height now."""

    laid_out = Signal()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.laid_out.emit()
        return done
