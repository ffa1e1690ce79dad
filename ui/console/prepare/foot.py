"""Foot: what is not ready yet, in sentences, and what leads on from Prepare."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.run.building import button, row
from ui.console.widgets.button import FootButton, Kind
from ui.console.widgets.icon_label import IconLabel
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.readiness import Point, Readiness
from workshop.words import Words, mark

_PADDING = 40
_GAP = 12
_SIGN = 18
_ICON_GAP = 8
_NARROW = 1280  # below this width the second sentence has no room
_MOST_TITLE = 360

READY = mark("Everything is ready.")
BEGUN = mark("The day has begun. What has been done in it cannot be rehearsed.")


class Foot(QWidget):
    """72 px along the bottom. `point_wanted` carries the Point that is to be mended."""

    check_wanted = Signal()
    pack_wanted = Signal()
    rehearsal_wanted = Signal()
    opened = Signal()
    point_wanted = Signal(object)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._words = words
        self._points: tuple[Point, ...] = ()
        self.setAccessibleName(words.say("What is ready"))
        self.setFixedHeight(CONSOLE.footer - 1)  # and the line above it
        self._sign = IconLabel(theme, "check", size=_SIGN)
        elide = Qt.TextElideMode.ElideRight
        self._title = TextLabel(theme, "", DESKTOP.name, elide=elide)
        self._detail = TextLabel(theme, "", tone=Tone.INK2, elide=elide)
        for each in (self._title, self._detail):
            each.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.more = button(theme, "", self.show_all, Kind.QUIET)
        self.check = button(theme, words.say("Test the room"), self.check_wanted.emit, Kind.QUIET)
        self.pack = FootButton(theme, words.say("Print pack"))
        self.rehearse = FootButton(theme, words.say("Rehearse alone"))
        self.open = FootButton(theme, words.say("Open workshop"), Kind.PRIMARY)
        self.open.setToolTip(words.say("Ctrl Enter"))
        self.pack.clicked.connect(self.pack_wanted)
        self.rehearse.clicked.connect(self.rehearsal_wanted)
        self.open.clicked.connect(self.opened)
        for leading in (self.pack, self.rehearse, self.open):
            leading.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves what is typed in peace
        self._lay_out()

    def show_readiness(self, readiness: Readiness) -> None:
        """Say what is missing first, then what is worth thinking of."""
        words = self._words
        elsewhere = [point for point in readiness.advice if point.where not in ("teams", "votes")]
        self._points = (*readiness.missing, *elsewhere)
        first = self._points[0] if self._points else None
        self._sign.show_icon("triangle-alert" if first else "check")
        self._title.setText(first.title if first else words.say(READY))
        self._detail.setText(first.detail if first else "")
        for each in (self._title, self._detail):
            each.updateGeometry()
        self._fit()
        rest = len(self._points) - 1
        self.more.setText(words.count("and {n} more", "and {n} more", max(rest, 0)))
        self.more.setVisible(rest > 0)
        said = " ".join(f"{point.title} {point.detail}".strip() for point in self._points)
        self._title.setAccessibleName(said or words.say(READY))
        missing = readiness.missing[0] if readiness.missing else None
        self.open.setAccessibleDescription(missing.title if missing else "")

    @property
    def said(self) -> str:
        """Everything that is not ready, as a screen reader says it."""
        return self._title.accessibleName()

    def show_begun(self, begun: bool) -> None:
        """Let nobody rehearse what is under way."""
        if begun:
            self.rehearse.set_off(self._words.say(BEGUN))
        else:
            self.rehearse.set_on()

    def menu(self) -> QMenu:
        """Every point, to go to where it is mended."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for point in self._points:
            text = f"{point.title} {point.detail}".strip().replace("&", "&&")
            action = menu.addAction(text)
            action.triggered.connect(lambda _=False, wanted=point: self.point_wanted.emit(wanted))
        return menu

    def show_all(self) -> None:
        """Open the list of all points above the foot."""
        menu = self.menu()
        corner = self.more.mapToGlobal(QPoint(0, 0))
        menu.popup(corner - QPoint(0, menu.sizeHint().height()))

    def points(self) -> Sequence[Point]:
        """What is listed."""
        return self._points

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """Where both sentences have room, the second is cut before the first."""
        wide = self.width() >= _NARROW
        self._detail.setVisible(wide)
        whole = min(_MOST_TITLE, self._title.sizeHint().width()) if wide else 0
        self._title.setMinimumWidth(whole)

    def _lay_out(self) -> None:
        line = row(self, (_PADDING, 0, _PADDING, 0), _GAP)
        said = row(None, spacing=_ICON_GAP)
        said.addWidget(self._sign)
        said.addWidget(self._title)
        said.addSpacing(4 - _ICON_GAP)
        said.addWidget(self._detail)
        line.addLayout(said)
        line.addWidget(self.more)
        line.addWidget(self.check)
        line.addStretch(1)
        for each in (self.pack, self.rehearse, self.open):
            line.addWidget(each)
