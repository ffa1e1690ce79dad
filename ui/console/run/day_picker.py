"""Day picker: a month to choose a day from, in the look of the console."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QWidget

from exports.look.tokens import DESKTOP
from ui.console.run.building import button, column, row
from ui.console.widgets.button import Kind
from ui.console.widgets.text_label import TextLabel
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.words import Words

_WIDTH = 348


class DayPicker(QWidget):
    """A popup that begins at a day; `picked` carries the one that was chosen. Esc closes it."""

    picked = Signal(object)

    def __init__(self, theme: DesktopTheme, words: Words, start: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        # As in Words: plain English writes dates the British way, and weeks begin on Monday.
        self._locale = QLocale("en_GB" if words.language == "en" else words.language)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(words.say("Choose a day"))
        self.setFixedWidth(_WIDTH)
        self.calendar = self._make_calendar(start)
        self._title = TextLabel(theme, "", DESKTOP.strong)
        calendar = self.calendar
        head = row(spacing=4)
        head.addWidget(self._title)
        head.addStretch()
        for icon, turn, name in (
            ("chevron-left", calendar.showPreviousMonth, words.say("The month before")),
            ("chevron-right", calendar.showNextMonth, words.say("The next month")),
        ):
            head.addWidget(button(theme, "", turn, Kind.QUIET, icon=icon, name=name))
        whole = column(self, (12, 8, 12, 12), 4)
        whole.addLayout(head)
        whole.addWidget(calendar)
        calendar.currentPageChanged.connect(self._name_month)
        calendar.clicked.connect(self._pick)
        calendar.activated.connect(self._pick)
        self._name_month(start.year, start.month)
        calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        paint_box(QPainter(self), QRectF(self.rect()), 0, colours.surface, colours.edge)

    def _make_calendar(self, start: date) -> QCalendarWidget:
        calendar = QCalendarWidget()
        calendar.setNavigationBarVisible(False)
        calendar.setLocale(self._locale)
        calendar.setFirstDayOfWeek(self._locale.firstDayOfWeek())
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setSelectedDate(QDate(start.year, start.month, start.day))
        colours = self._theme.colours
        plain, head = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(QColor(colours.ink))  # weekends too: colour means session
        head.setForeground(QColor(colours.ink3))
        head.setBackground(QColor(colours.surface))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, plain)
        calendar.setHeaderTextFormat(head)
        return calendar

    def _name_month(self, year: int, month: int) -> None:
        name = self._locale.standaloneMonthName(month)
        self._title.setText(f"{name[:1].upper()}{name[1:]} {year}")
        self._title.updateGeometry()

    def _pick(self, picked: QDate) -> None:
        self.picked.emit(date(picked.year(), picked.month(), picked.day()))
        self.close()
