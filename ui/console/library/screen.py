"""Library screen: the next workshop first, then what is to come, then what has been."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore
from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui import by_number
from ui.console.run.building import clear, column, row
from ui.console.widgets.button import Button, Kind
from ui.console.widgets.text_label import TextLabel
from ui.painters.surfaces import fill_box
from ui.theme import DesktopTheme
from workshop.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.console.library.contents import Contents
    from workshop.library import Library

_PADDING_X, _PADDING_Y = 40, 32
_NEAR_END: Final = 400
"""Pixels above the end of the list from where on its next page is read."""


class LibraryScreen(QWidget):
    """The first screen; it stands before the library is open, and is filled once it is.

    Before that it has a title and buttons alone, so that it is soon painted. Signals that end in
    `_wanted`, and `opened`, carry a workshop's id where they are about one; `others_wanted` comes
    when those that were put away are shown. `unreadable` carries
    the WorkshopError of a library that cannot be read, `late_counted` how many actions are late.
    """

    opened = Signal(str)
    check_wanted = Signal(str)
    prepare_wanted = Signal(str)
    charts_wanted = Signal(str)
    repeat_wanted = Signal(str)
    duplicate_wanted = Signal(str)
    export_wanted = Signal(str)
    archive_wanted = Signal(str)
    unarchive_wanted = Signal(str)
    delete_wanted = Signal(str)
    put_back_wanted = Signal(str)
    undo_wanted = Signal()
    others_wanted = Signal()
    new_wanted = Signal()
    rehearsal_wanted = Signal()
    copy_wanted = Signal()
    actions_wanted = Signal()
    unreadable = Signal(object)
    late_counted = Signal(int)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.contents: Contents | None = None
        self.faulty = False
        """Whether it says why the list cannot be."""
        self.copy = Button(theme, words.say("Open a file"), Kind.QUIET)
        self.copy.setAccessibleName(words.say("Open a workshop file…"))
        self.copy.setToolTip(words.say("Open a workshop file, or drop it here. Ctrl O"))
        self.copy.clicked.connect(self.copy_wanted)
        self.rehearse = Button(theme, words.say("Rehearse"), icon="play")
        self.rehearse.clicked.connect(self.rehearsal_wanted)
        self.new = Button(
            theme, words.say("New workshop"), Kind.PRIMARY, icon="plus", key=words.say("Ctrl N")
        )
        self.new.clicked.connect(self.new_wanted)
        content = QWidget()
        whole = column(content, (_PADDING_X, _PADDING_Y, _PADDING_X, _PADDING_Y))
        self.head = row(spacing=12)
        self.head.addWidget(TextLabel(theme, words.say("Workshops"), DESKTOP.screen_title))
        self.head.addStretch()
        for each in (self.copy, self.rehearse, self.new):
            self.head.addWidget(each)
        whole.addLayout(self.head)
        whole.addSpacing(24)
        self.body = column()
        whole.addLayout(self.body)
        whole.addStretch()
        self.beside = _Beside(theme, self)
        self._across = row(self, spacing=0)
        self._scroll = _Scroll(content, words.say("Workshops"))
        self._scroll.verticalScrollBar().valueChanged.connect(self._read_on)
        self._across.addWidget(self._scroll, 1)
        self.set_ready(False)

    @property
    def narrow(self) -> bool:
        """Whether the overdue actions are a drawer."""
        return self.width() < CONSOLE.narrow_below - CONSOLE.navigation

    def set_ready(self, ready: bool) -> None:
        """Whether the library is open, so that there is somewhere to put a new workshop."""
        for each in (self.copy, self.rehearse, self.new):
            if ready:
                each.set_on()
            else:
                each.set_off(self._words.say("The library is not open."))

    def show_library(self, library: Library, today: date, *, only: str | None = None) -> None:
        """Fill the list with what is in the library now; a search and a filter stay.

        `only` is the id of the one workshop that a room which sees the console may see; all
        others are put away until asked for. Raises LibraryError where it cannot be read.
        """
        from ui.console.library.contents import Contents

        self.set_ready(True)
        if self.contents is None or self.contents.library is not library:
            self._drop()
            self.contents = Contents(self._theme, self._words, library, self)
        self.contents.show_now(today, only)

    def stand_on(self, workshop_id: str) -> None:
        """Put the focus on a workshop, or where a new one is begun if the list has it no more."""
        if self.contents is None or not self.contents.stand_on(workshop_id):
            self.new.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def show_fault(self, panel: QWidget) -> None:
        """Show why the list cannot be."""
        from ui.console.library.fault_panel import FaultPanel

        self.set_ready(False)
        self._drop()
        self.faulty = isinstance(panel, FaultPanel)
        self.beside.wanted = False  # until the list is there again
        self.place_beside()
        self.body.addWidget(panel)
        panel.show()  # at once, so that it can take the focus

    def set_drawer(self, open_: bool) -> None:
        """Open or close the drawer of the overdue actions."""
        self.beside.drawn = open_
        self.place_beside()
        if open_:
            self.beside.raise_()
            self.beside.setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    def place_beside(self) -> None:
        """Put the overdue column beside the list, or over it as a drawer, or away."""
        beside, width = self.beside, CONSOLE.overdue_column
        wide = beside.wanted and not self.narrow
        self._across.setContentsMargins(0, 0, width if wide else 0, 0)
        beside.setGeometry(self.width() - width, 0, width, self.height())
        beside.setVisible(wide or (beside.wanted and beside.drawn))
        if self.contents is not None:
            self.contents.show_drawer_button(self.narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_beside()
        QTimer.singleShot(0, self, self._read_on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == QtCore.Qt.Key.Key_Escape and self.beside.drawn and self.narrow:
            self.set_drawer(False)
        else:
            super().keyPressEvent(event)

    def show_whole(self, part: QWidget) -> None:
        """Scroll so that a part of the list can be seen."""
        self._scroll.ensureWidgetVisible(part, 0, 24)

    def _read_on(self) -> None:
        """Read the next page of the list where its end is nearly in sight."""
        bar = self._scroll.verticalScrollBar()
        if self.contents is not None and bar.maximum() - bar.value() < _NEAR_END:
            self.contents.read_on()

    def _drop(self) -> None:
        self.faulty = False
        if self.contents is not None:
            self.contents.drop()
            self.contents = None
        clear(self.body)


class _Beside(QWidget):
    """The room of the overdue column, with the line at its left."""

    def __init__(self, theme: DesktopTheme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.wanted = True
        self.drawn = False
        self.down = column(self, (1, 0, 0, 0))
        self.setAutoFillBackground(True)
        by_number.set_focus_policy(self, by_number.NO_FOCUS)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        fill_box(painter, QRectF(self.rect()), 0, colours.paper)
        fill_box(painter, QRectF(0, 0, 1, self.height()), 0, colours.hairline)


class _Scroll(QScrollArea):
    """The list as wide as its room.

    It brings its own viewport: to hand out Qt's, PySide makes the types of all widgets there are,
    which costs more than the whole list.
    """

    def __init__(self, content: QWidget, name: str) -> None:
        super().__init__()
        self.setViewport(QWidget())
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("horizontalScrollBarPolicy", by_number.NO_SCROLL_BAR)
        by_number.set_focus_policy(self, by_number.NO_FOCUS)
        self.setWidget(content)
        content.setAutoFillBackground(False)
