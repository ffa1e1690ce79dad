"""The notice bar: what must be acted on stands until it is; what may be passes in 6 s."""

from __future__ import annotations

import html
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.widgets.button import Button, Kind
from ui.console.widgets.icon_label import IconLabel
from ui.console.widgets.text_label import Tone
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme


@dataclass(frozen=True, slots=True, eq=False)
class Notice:
    """One notice: the cause in bold, then what is safe; one action, or none.

    `of_screen`: it must be acted on, but only while the screen stands that it was said on.
    `lasts`: it tells of work that goes on, and stays until it is settled.
    `about`: what it is of, for `settle_about`.
    """

    cause: str
    safe: str
    must_act: bool
    action: str = ""
    do: Callable[[], None] | None = None
    sign: str = "check"
    of_screen: bool = False
    lasts: bool = False
    about: str = ""


class NoticeBar(QWidget):
    """Shows one notice at a time; others wait, those that must be acted on first.

    `log` keeps every notice, oldest first. `stays` is how long, in ms, a passing one is shown.
    """

    shown = Signal(str)

    def __init__(self, theme: DesktopTheme, *, stays: int = tokens.NOTICE_MS) -> None:
        super().__init__()
        self._theme = theme
        self.log: list[Notice] = []
        self._current: Notice | None = None
        self._waiting: deque[Notice] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(stays)
        self._timer.timeout.connect(self._next)
        self._sign = IconLabel(theme, "check")
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setWordWrap(True)
        self._text.setContentsMargins(0, 4, 0, 4)
        self._text.setFont(painted.font(DESKTOP.body))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 16, 8)
        self._row.setSpacing(10)
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._text, 1)
        self._button: Button | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self._dress)
        self.hide()

    @property
    def current(self) -> Notice | None:
        """The notice on show."""
        return self._current

    def must_act(
        self,
        cause: str,
        safe: str,
        action: str,
        do: Callable[[], None],
        *,
        of_screen: bool = False,
        about: str = "",
    ) -> Notice:
        """Show what someone has to act on, at once; it stays until the action or `settle`.

        With `of_screen` it goes with its screen; what is said of the library outlives screens.
        With `about` it goes once that is tried anew, see `settle_about`.
        """
        notice = Notice(cause, safe, True, action, do, of_screen=of_screen, about=about)
        self.log.append(notice)
        if self._current is not None and self._current.must_act:
            first_passing = sum(each.must_act for each in self._waiting)
            self._waiting.insert(first_passing, notice)
        else:
            self._show(notice)
        return notice

    def may_act(self, text: str, action: str = "", do: Callable[[], None] | None = None) -> Notice:
        """Show what is good to know, for a few seconds."""
        notice = Notice("", text, False, action, do)
        self.log.append(notice)
        if self._current is None or self._current.lasts:
            self._show(notice)
        else:
            self._waiting.append(notice)
        return notice

    def working(self, text: str, action: str, do: Callable[[], None]) -> Notice:
        """Show work that goes on, and one action, until `settle`; `retell` says how far it is."""
        notice = Notice("", text, False, action, do, sign="info", lasts=True)
        self.log.append(notice)
        if self._current is None:
            self._show(notice)
        else:
            self._waiting.append(notice)
        return notice

    def retell(self, notice: Notice, text: str) -> Notice:
        """Let a notice say something else, without saying it anew; answers it as it is now."""
        now = replace(notice, safe=text)
        if notice in self._waiting:
            self._waiting[self._waiting.index(notice)] = now
        if notice is not self._current:
            return now
        self._current = now
        self.setAccessibleName(text)
        self._text.setText(html.escape(text))
        return now

    def refuse(self, text: str) -> Notice:
        """Say for a few seconds why something cannot be done now; said once while it stands."""
        current = self._current
        if current is not None and current.safe == text:
            return current
        notice = Notice("", text, False, sign="info")
        self.log.append(notice)
        if current is None or not current.must_act:
            self._show(notice)
        else:
            self._waiting.append(notice)
        return notice

    def settle(self, notice: Notice) -> None:
        """Take a notice away because its cause is gone; nothing happens if it has left."""
        if notice is self._current:
            self._next()
        elif notice in self._waiting:
            self._waiting.remove(notice)

    def settle_about(self, about: str) -> None:
        """Take away, shown or waiting, all that was said about this: it is tried anew."""
        self._keep_only(lambda each: each.about != about)

    def end_step(self, besides: str = "") -> None:
        """The day has gone on: what only passes goes, but for the notice that says `besides`."""
        self._keep_only(lambda each: each.must_act or each.lasts or each.safe == besides)

    def end_screen(self) -> None:
        """Another screen stands above: only what must be acted on wherever one is stays."""
        self._keep_only(lambda each: each.lasts or (each.must_act and not each.of_screen))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._current is None:
            return
        colours = self._theme.colours
        ground = colours.ink if self._current.must_act else colours.sunken
        paint_box(QPainter(self), QRectF(self.rect()), tokens.RADIUS_CONTROL, ground)

    def _keep_only(self, stays: Callable[[Notice], bool]) -> None:
        self._waiting = deque(notice for notice in self._waiting if stays(notice))
        if self._current is not None and not stays(self._current):
            self._next()

    def _next(self) -> None:
        self._timer.stop()
        self._current = None
        if self._waiting:
            self._show(self._waiting.popleft())
        else:
            self.hide()

    def _show(self, notice: Notice) -> None:
        self._timer.stop()
        if self._current is not None and self._current.lasts:
            self._waiting.append(self._current)  # what passes is said over it
        self._current = notice
        self._dress()
        said = " ".join(part for part in (notice.cause, notice.safe) if part)
        self.setAccessibleName(said)
        self.show()
        self.update()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if not (notice.must_act or notice.lasts):
            self._timer.start()
        self.shown.emit(said)

    def _dress(self) -> None:
        """Fill sign, text and button for the current notice, in the colours in force."""
        notice = self._current
        if notice is None:
            return
        colours = self._theme.colours
        ink = colours.paper if notice.must_act else colours.ink
        sign = "triangle-alert" if notice.must_act else notice.sign
        self._sign.show_icon(sign, Tone.PAPER if notice.must_act else Tone.INK)
        palette = QPalette(self._text.palette())
        palette.setColor(QPalette.ColorRole.WindowText, QColor(ink))
        self._text.setPalette(palette)
        cause = f"<span style='font-weight:600'>{html.escape(notice.cause)}</span> "
        self._text.setText((cause if notice.cause else "") + html.escape(notice.safe))
        if self._button is not None:
            self._row.removeWidget(self._button)
            self._button.hide()
            self._button.deleteLater()
            self._button = None
        if notice.action:
            kind = Kind.ON_INK if notice.must_act else Kind.QUIET
            self._button = Button(self._theme, notice.action, kind)
            self._button.setFixedHeight(CONSOLE.control_small)
            self._button.clicked.connect(self._act)
            self._row.addWidget(self._button)
            self._button.show()

    def _act(self) -> None:
        notice = self._current
        self._next()
        if notice is not None and notice.do is not None:
            notice.do()
