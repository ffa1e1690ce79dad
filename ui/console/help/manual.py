"""Manual page: the contents at the left, the chapter at the right, and the search over both."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from exports.look.tokens import DESKTOP
from ui.console.help.chapter_view import ChapterView
from ui.console.help.entry import ChapterEntry
from ui.console.run.building import Sheet, column, row, scrolled
from ui.console.widgets.button import Button
from ui.console.widgets.drop_down import DropDown
from ui.console.widgets.enter import is_enter
from ui.console.widgets.field import LineField
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel, Tone
from ui.help.chapter import ChapterId, say
from ui.help.chapters import CHAPTERS
from ui.help.finding import Place, find
from ui.keys import Intent, key_of
from ui.theme import DesktopTheme
from workshop.words import Words

_CONTENTS = 288
_NARROW = 644  # below this the contents are a drop-down
_SEARCH = 280


class ManualPage(QWidget):
    """The manual, over whatever was there; `closed` asks to be put away."""

    closed = Signal()

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._words = words
        self._here = 0
        self._places: tuple[Place, ...] = ()
        self._at = 0
        self.setAccessibleName(words.say("Help"))
        titles = [say(words, chapter.title) for chapter in CHAPTERS]
        self.search = LineField(theme, "", placeholder=words.say("Search"), key=words.say("Ctrl F"))
        self.search.editor.setAccessibleName(words.say("Search the manual"))
        self.search.text_edited.connect(self._find)
        self.search.editor.installEventFilter(self)
        self.found = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2, wrap=True)
        self.entries = [ChapterEntry(theme, title) for title in titles]
        for place, entry in enumerate(self.entries):
            entry.clicked.connect(partial(self._choose, place))
            entry.moved.connect(self._move)
        self.choice = DropDown(theme, words.say("Chapter"), titles, most=_SEARCH)
        self.choice.chosen.connect(self._choose)
        self.chapter = ChapterView(theme, words)
        self.away = Button(theme, words.say("Close"), key=words.say(key_of(Intent.LEAVE)))
        self.away.clicked.connect(self.closed)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        key.activated.connect(self.begin_search)
        self._lay_out(theme)
        self._show(0)

    def show_chapter(self, chapter: ChapterId) -> None:
        """Open at a chapter, with nothing searched for."""
        self.search.set_text("")
        self._find("")
        self._show([each.id for each in CHAPTERS].index(chapter))

    def take_focus(self) -> None:
        """Put the focus where the arrows go from chapter to chapter."""
        target = self.choice if self.narrow else self.entries[self._here]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def narrow(self) -> bool:
        """Whether there is no room for the contents beside the chapter."""
        return self.width() < _NARROW

    def begin_search(self) -> None:
        """Put the focus into the search, over what stands there."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.editor.selectAll()

    def end_search(self) -> bool:
        """Forget what was searched for; False where nothing was."""
        if not self.search.text:
            return False
        self.search.set_text("")
        self._find("")
        return True

    def arrow(self, step: int) -> None:
        """Go on by an arrow that no part of the page has taken: in the contents, else the text."""
        if any(entry.hasFocus() for entry in self.entries):
            self._move(step)
        else:
            self.chapter.scroll_by(step)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on to the next place, Down into the contents."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if is_enter(event):
            self._go_on()
        elif event.key() == Qt.Key.Key_Down:
            self.take_focus()
        else:
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.narrow
        chooses = any(each.hasFocus() for each in (*self.entries, self.choice))
        shown, hidden = (self.choice, self._contents) if narrow else (self._contents, self.choice)
        shown.show()
        if chooses:
            self.take_focus()  # before what has it is hidden, or Qt would hand it on to anyone
        hidden.hide()
        self._edge.setVisible(not narrow)
        super().resizeEvent(event)

    # --- Searching --------------------------------------------------------------------------

    def _find(self, sought: str) -> None:
        words = self._words
        self._places = find(sought, CHAPTERS, words)
        # A chapter about it comes before those that mention it.
        titled = (n for n, place in enumerate(self._places) if place.block < 0)
        self._at = next(titled, 0)
        for number, entry in enumerate(self.entries):
            places = sum(place.chapter == number for place in self._places)
            entry.setVisible(bool(places) or not sought.strip())
            said = words.count("{n} place", "{n} places", places) if places else ""
            entry.set_found(words.say("{n}", n=places) if places else "", said)
        self.found.setVisible(bool(sought.strip()))
        if self._places:
            many = len(self._places)
            said = words.count("{n} place. Enter goes on.", "{n} places. Enter goes on.", many)
            self.found.setText(said)
            self._go_to(self._places[self._at])
        else:
            self.found.setText(words.say("Not found. Try the beginning of another word."))
            self._show(self._here)

    def _go_on(self) -> None:
        if self._places:
            self._at = (self._at + 1) % len(self._places)
            self._go_to(self._places[self._at])

    def _go_to(self, place: Place) -> None:
        self._show(place.chapter)
        self.chapter.go_to(place.block)

    # --- The chapter ------------------------------------------------------------------------

    def _choose(self, number: int, _checked: bool = False) -> None:
        self._show(number)

    def _move(self, step: int) -> None:
        """To the next chapter of the contents that is listed."""
        listed = [n for n, entry in enumerate(self.entries) if not entry.isHidden()]
        ahead = [n for n in listed if (n > self._here if step > 0 else n < self._here)]
        if ahead:
            self._show(ahead[0] if step > 0 else ahead[-1])
            entry = self.entries[self._here]
            entry.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(entry)

    def _show(self, number: int) -> None:
        self._here = number
        for place, entry in enumerate(self.entries):
            entry.setChecked(place == number)
        self.choice.set_current(number)
        found = [place.block for place in self._places if place.chapter == number]
        self.chapter.show_chapter(CHAPTERS[number], found)

    def _lay_out(self, theme: DesktopTheme) -> None:
        words = self._words
        head = row(None, (24, 16, 24, 12), 12)
        self.search.setMaximumWidth(_SEARCH)
        head.addWidget(TextLabel(theme, words.say("Help"), DESKTOP.section_title))
        head.addSpacing(4)
        head.addWidget(self.search, 1)
        head.addStretch()
        head.addWidget(self.away)
        below = row(None, (24, 0, 24, 8), 12)
        below.addWidget(self.choice)
        below.addWidget(self.found, 1)
        self.found.hide()
        listed = Sheet()
        inner = column(listed, (12, 8, 12, 24), 2)
        for entry in self.entries:
            inner.addWidget(entry)
        inner.addStretch()
        self._area = scrolled(listed, words.say("Chapters"))
        self._contents = QWidget()
        self._contents.setFixedWidth(_CONTENTS)
        column(self._contents).addWidget(self._area)
        self._edge = Hairline(theme, vertical=True)
        across = row(spacing=0)
        across.addWidget(self._contents)
        across.addWidget(self._edge)
        across.addWidget(self.chapter, 1)
        whole = column(self)
        whole.addLayout(head)
        whole.addLayout(below)
        whole.addWidget(Hairline(theme))
        whole.addLayout(across, 1)
