"""Day field: a date, typed in a few letters or picked from a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from exports.look.tokens import CONSOLE
from ui.console.run.building import button, column
from ui.console.run.day_picker import DayPicker
from ui.console.run.days import FIRST_YEAR, LAST_YEAR, FarYear, NoSuchDay, read_day
from ui.console.widgets.button import Kind
from ui.console.widgets.field import LineField
from ui.theme import DesktopTheme
from workshop.words import Words

_ICON_ROOM = CONSOLE.control - 8
_NEAR = 300  # days, within which a date is written without its year


class DayField(QWidget):
    """`saved` carries the date or None, once it is left with another one; `entered` at Enter.

    In a `narrow` one the month of a far date is shortened.
    """

    saved = Signal(object)
    entered = Signal()

    def __init__(
        self,
        theme: DesktopTheme,
        words: Words,
        label: str,
        today: Callable[[], date],
        *,
        narrow: bool = False,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._today = today
        self._far = "medium" if narrow else "long"
        self._day: date | None = None
        self._shown = ""
        self._begins_at: date | None = None
        self.field = LineField(theme, label)
        self.field.keep_free(_ICON_ROOM)
        self.field.text_saved.connect(self._read)
        self.field.entered.connect(lambda _: self.entered.emit())
        self.setFocusProxy(self.field)
        self.open = button(
            theme,
            "",
            self.open_calendar,
            Kind.QUIET,
            icon="calendar",
            name=words.say("Choose a day"),
        )
        self.open.setParent(self.field.edge)
        self.open.setFixedSize(CONSOLE.control, CONSOLE.control)
        self.open.show()
        self.open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.field.edge.installEventFilter(self)
        column(self).addWidget(self.field)

    @property
    def day(self) -> date | None:
        """The date, or None where there is none or it cannot be read."""
        return self._day

    def set_day(self, day: date | None) -> None:
        """Put a date in; this emits nothing."""
        self._day = day
        self._write()
        self.field.set_error("")

    def begin_at(self, day: date) -> None:
        """Let the calendar open at a date, while none is chosen."""
        self._begins_at = day

    def read(self) -> bool:
        """Read what is typed now; False, and a word of help, where it is no date."""
        self._read(self.field.text)
        return not self.field.error

    def open_calendar(self) -> None:
        """Open a calendar below the field."""
        start = self._day or self._begins_at or self._today()
        picker = DayPicker(self._theme, self._words, start, self)
        picker.picked.connect(self._pick)
        corner = self.field.edge.rect().bottomLeft() + QPoint(0, 4)
        picker.move(self.field.edge.mapToGlobal(corner))
        picker.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            edge = self.field.edge
            self.open.move(edge.width() - self.open.width(), 0)
            self.open.raise_()
        return False

    def _pick(self, day: date) -> None:
        self.set_day(day)
        self.saved.emit(day)

    def _read(self, text: str) -> None:
        if self._day is not None and text == self._shown:
            self.field.set_error("")
            self._write()
            return  # what was written here means that day, also once today is another one
        try:
            day = read_day(text, self._today(), self._words)
        except NoSuchDay as fault:
            last = self._words.day(fault.last, "long")
            said = self._words.say("There is no such day: that month ends on {last}.", last=last)
            self.field.set_error(said)
            return
        except FarYear:
            first, last_year = str(FIRST_YEAR), str(LAST_YEAR)
            said = self._words.say(
                "Write a year from {first} to {last}.", first=first, last=last_year
            )
            self.field.set_error(said)
            return
        except (ValueError, OverflowError):
            self.field.set_error(self._words.say("No date. Try 31 Oct or +2w."))
            return
        self.field.set_error("")
        other = day != self._day
        self._day = day
        self._write()
        if other:
            self.saved.emit(day)

    def _write(self) -> None:
        self._shown = self._written(self._day)
        self.field.set_text(self._shown)

    def _written(self, day: date | None) -> str:
        """The shortest way to write a day that is read as the same day."""
        if day is None:
            return ""
        near = abs((day - self._today()).days) < _NEAR
        for style in ("short", self._far) if near else (self._far,):
            written = self._words.day(day, style)
            if self._means(written) == day:
                return written
        return day.isoformat()

    def _means(self, written: str) -> date | None:
        try:
            return read_day(written, self._today(), self._words)
        except (ValueError, OverflowError):
            return None
