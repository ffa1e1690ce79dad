"""Contents: what is in a pack, session by session, or all that is to be mended in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.look.tokens import DESKTOP
from frameworks.collection import Entry, SessionOutline
from ui.console.run.building import Sheet, button, clear, column, row, scrolled
from ui.console.widgets.button import Button, Kind
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel, Tone
from ui.painters.shapes import Mark, paint_shape_in
from ui.theme import DesktopTheme
from workshop.words import Words

WIDTH, NARROW = 404, 320
_PADDING = 24
_SHAPE = 16


class Contents(QWidget):
    """The column at the right. `new_wanted`, `copy_wanted` and `removal_wanted` carry the entry."""

    new_wanted = Signal(object)
    copy_wanted = Signal(object)
    removal_wanted = Signal(object)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.entry: Entry | None = None
        self._sheet = Sheet()
        self._list = column(self._sheet, (_PADDING, 32, _PADDING, 24))
        self.start = Button(theme, words.say("New workshop"), Kind.PRIMARY)
        self.start.clicked.connect(lambda: self.new_wanted.emit(self.entry))
        say = words.say
        self.copy = button(theme, say("Save a copy…"), self._told(self.copy_wanted), Kind.QUIET)
        self.remove = button(theme, say("Delete"), self._told(self.removal_wanted), Kind.QUIET)
        foot = row(None, (_PADDING, 16, _PADDING, 16), 8)
        foot.addWidget(self.start)
        foot.addWidget(self.copy)
        foot.addWidget(self.remove)
        foot.addStretch()
        inner = column()
        inner.addWidget(scrolled(self._sheet, say("What is in the framework")), 1)
        inner.addWidget(Hairline(theme))
        inner.addLayout(foot)
        across = row(self, spacing=0)
        across.addWidget(Hairline(theme, vertical=True))
        across.addLayout(inner, 1)

    def show_entry(self, entry: Entry) -> None:
        """Show what is in this pack."""
        self.entry = entry
        usable = entry.refusal is None
        self.start.setVisible(usable)
        self.copy.setVisible(usable)
        self.remove.setVisible(entry.own)
        clear(self._list)
        self._say(entry.title, wrapped=True, role="title")
        if entry.refusal is not None:
            self._list.addSpacing(12)
            self._say(entry.refusal.sentence(self._words))
        else:
            self._say(self._words.say("Version {version}", version=entry.version), quiet=True)
            for session in entry.sessions:
                self._list.addSpacing(18)
                self._list.addWidget(_SessionTitle(self._theme, session))
                self._list.addSpacing(4)
                self._say(", ".join(short for _, short in session.questions), quiet=True)
            self._show_sources(entry)
        self._list.addStretch()

    def _show_sources(self, entry: Entry) -> None:
        self._list.addSpacing(24)
        self._say(self._words.say("Sources"), role="head")
        for source in entry.sources:
            self._list.addSpacing(6)
            year = f", {source.year}" if source.year else ""
            self._say(f"{source.title}, {source.author}{year}", quiet=True)

    def _say(self, text: str, *, quiet: bool = False, wrapped: bool = True, role: str = "") -> None:
        type_ = {"title": DESKTOP.section_title, "head": DESKTOP.group_title}.get(
            role, DESKTOP.secondary
        )
        tone = Tone.INK2 if quiet else Tone.INK
        self._list.addWidget(TextLabel(self._theme, text, type_, tone=tone, wrap=wrapped))

    def _told(self, signal: object) -> Callable[[], None]:
        return lambda: signal.emit(self.entry)  # type: ignore[attr-defined] # a bound signal


class _SessionTitle(QWidget):
    """Shape and name of a session, with its minutes in the name it is read aloud by."""

    def __init__(self, theme: DesktopTheme, session: SessionOutline) -> None:
        super().__init__()
        self.setAccessibleName(session.title)
        line = row(self, spacing=8)
        line.addWidget(_Shape(theme, session))
        line.addWidget(TextLabel(theme, session.title, DESKTOP.name, wrap=True), 1)


class _Shape(QWidget):
    """The shape of a session's theme."""

    def __init__(self, theme: DesktopTheme, session: SessionOutline) -> None:
        super().__init__()
        self._theme = theme
        self._session = session
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_SHAPE, _SHAPE)

    def paintEvent(self, event: QPaintEvent) -> None:
        session = self._session
        mark = Mark.HOLLOW if session.second else Mark.FILLED
        of = self._theme.of(session.theme)
        paint_shape_in(QPainter(self), session.theme, QPointF(0, 0), _SHAPE, of, mark)
