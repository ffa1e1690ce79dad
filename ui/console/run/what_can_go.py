"""What can go: the panel where questions and agenda items are left out, with the day's finish."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.run.building import Sheet, button, clear, column, row, scrolled
from ui.console.run.go_row import INDENT, GoRowBox
from ui.console.run.marks import IconMark, ThemeMark
from ui.console.run.option_card import OptionCard
from ui.console.run.panel import Panel
from ui.console.run.quiet_box import QuietBox
from ui.console.widgets.button import Kind
from ui.console.widgets.key_hint import KeyHint
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel, Tone
from ui.keys import Intent, key_of
from ui.leading import Leading
from ui.projector.screens import Screens
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene
from workshop.what_can_go import Choice, GoCard, GoGroup, WhatCanGo, changes, what_can_go
from workshop.words import Words, mark

_GROUP = 36
_NARROW = 620  # below this width the keys are not named
_LOW = 520  # below this height the rows need the room of what is said below them
_LEAST = 340
_USE_KEY = "Ctrl+Return"
NOT_NOW = mark("What can go is known while the day is led. Start the workshop first.")
NOTHING_AHEAD = mark("Nothing that is still ahead can go.")


class WhatCanGoPanel(Panel):
    """Choices are tried out here and change nothing until they are used.

    `right` is the console's right column, where the ready-made choices stand while this is open.
    """

    def __init__(
        self,
        theme: DesktopTheme,
        words: Words,
        leading: Leading,
        screens: Screens,
        right: QStackedWidget,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._leading = leading
        self._screens = screens
        self._right = right
        self._choice: Choice | None = None
        self._shown: WhatCanGo | None = None
        self._structure: tuple[object, ...] = ()
        self.rows: list[GoRowBox] = []
        self.ways = Ways(theme, words)
        self.ways.chosen.connect(self._choose)
        right.addWidget(self.ways)
        self.setAccessibleName(words.say("What can go"))
        self._finish = TextLabel(theme, "", DESKTOP.timer)
        self._said = TextLabel(theme, "", DESKTOP.note, tone=Tone.INK2, wrap=True)
        self._list = Sheet()
        self._lines = column(self._list, (0, 0, 0, 12))
        self._area = scrolled(self._list, words.say("What can go"))
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.use = button(
            theme,
            words.say("Use these choices"),
            self.use_choices,
            Kind.PRIMARY,
            key=words.say("Ctrl Enter"),
        )
        QShortcut(QKeySequence(_USE_KEY), self).activated.connect(self.use_choices)
        self._put_together()

    def refusal(self, scene: ConsoleScene) -> str:
        return "" if scene.can_improvise else self._words.say(NOT_NOW)

    def show_scene(self, scene: ConsoleScene) -> None:
        """Show what is ahead now, with the choices that were made so far."""
        self._take_right()
        self.show_choice(self._choice)

    def show_choice(self, choice: Choice | None) -> None:
        """Try out a choice; None is the agenda as it is."""
        self._choice = choice
        facts, now = self._leading.facts(), self._leading.now()
        shown = what_can_go(facts, self._words, now, choice)
        self._shown = shown
        self._finish.setText(shown.finish)
        said = self._words.say(
            "finish with these choices. The room is booked until {time}.", time=shown.booked
        )
        if facts.workshop.ends_at is None:
            said = self._words.say(
                "finish with these choices. The plan ends at {time}.", time=shown.booked
            )
        self._said.setText(said)
        structure = tuple((group.id, *(each.id for each in group.rows)) for group in shown.groups)
        if structure != self._structure or not self._lines.count():
            self._structure = structure
            self._build(shown.groups)
        wanted = [each for group in shown.groups for each in group.rows]
        for box, each in zip(self.rows, wanted, strict=True):
            box.show_row(each)
        self.ways.show_ways(shown, alone=self._screens.alone)

    def take_focus(self) -> None:
        current = self._current()
        if current is not None:
            current.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.use.setFocus(Qt.FocusReason.OtherFocusReason)

    def use_choices(self) -> None:
        """Leave out what was chosen, as one act, and close."""
        if self._shown is None:
            return
        questions, items = changes(self._leading.facts(), self._shown.choice)
        leave_out = self._leading.live.improvising.leave_out
        asked_for = self._choice is not None and bool(questions or items)
        if not asked_for or self._leading.act(lambda: leave_out(questions, items)):
            self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_right()

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow, low = self.width() < _NARROW, self.height() < _LOW
        self._hints.setVisible(not narrow)
        self._note.setVisible(not low)
        role = DESKTOP.secondary if narrow else DESKTOP.note
        if role is not self._said.role:
            self._said.set_role(role)
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if event.spontaneous():
            return  # the window alone is out of sight
        self._choice = None
        if self._right.currentWidget() is self.ways:
            self._right.setCurrentIndex(0)

    def _take_right(self) -> None:
        if self.isVisible() and self._right.currentIndex() == 0:
            self._right.setCurrentWidget(self.ways)

    def _put_together(self) -> None:
        words, theme = self._words, self._theme
        x, y = CONSOLE.centre_padding_x, CONSOLE.centre_padding_y
        head = row()
        head.addWidget(TextLabel(theme, words.say("What can go"), DESKTOP.screen_title))
        head.addStretch()
        key = words.say(key_of(Intent.LEAVE))
        head.addWidget(button(theme, words.say("Close"), self.closed.emit, key=key))
        finish = row(spacing=14)
        finish.addWidget(self._finish, 0, Qt.AlignmentFlag.AlignBottom)
        finish.addWidget(self._said, 1, Qt.AlignmentFlag.AlignBottom)
        above = column(None, (x, y, x, 8), 12)
        above.addLayout(head)
        above.addLayout(finish)
        self._list.setContentsMargins(x - INDENT, 0, x - INDENT, 0)
        whole = column(self)
        whole.addLayout(above)
        whole.addWidget(self._area, 1)
        whole.addWidget(Hairline(theme))
        whole.addLayout(self._foot((x, 12, x, 16)))

    def _foot(self, margins: tuple[int, int, int, int]) -> QVBoxLayout:
        words, theme = self._words, self._theme
        self._hints = QWidget()
        hints = row(self._hints, spacing=8)
        for key, does in (
            (words.say("Up"), ""),
            (words.say("Down"), words.say("choose")),
            (words.say("Enter"), words.say("in or out")),
        ):
            hints.addWidget(KeyHint(theme, key))
            if does:
                hints.addWidget(TextLabel(theme, does, DESKTOP.secondary, tone=Tone.INK2))
        line = row()
        line.addWidget(self._hints)
        line.addStretch()
        line.addWidget(self.use)
        note = words.say("Left-out questions stay in the workshop as not asked.")
        self._note = TextLabel(theme, note, DESKTOP.secondary, tone=Tone.INK2, wrap=True)
        foot = column(None, margins, 8)
        foot.addLayout(line)
        foot.addWidget(self._note)
        return foot

    def _build(self, groups: tuple[GoGroup, ...]) -> None:
        here = self._current()
        at, had_focus = (here.row.id, here.hasFocus()) if here is not None else ("", False)
        clear(self._lines)
        self.rows = []
        for group in groups:
            self._lines.addWidget(_GroupHead(self._theme, group))
            for each in group.rows:
                box = GoRowBox(self._theme, self._words)
                box.show_row(each)
                box.clicked.connect(lambda _=False, each_id=each.id: self._turn(each_id))
                box.moved.connect(lambda step, here=box: self._move(here, step))
                box.reached.connect(lambda here=box: self._make_current(here))
                self.rows.append(box)
                self._lines.addWidget(box)
                box.show()  # now, or it could not take the focus
        if not self.rows:
            nothing = TextLabel(self._theme, self._words.say(NOTHING_AHEAD), DESKTOP.note)
            nothing.setContentsMargins(INDENT, 0, 0, 0)
            self._lines.addWidget(nothing)
        self._lines.addStretch()
        current = next((box for box in self.rows if box.row.id == at), None)
        current = current or next(iter(self.rows), None)
        if current is not None:
            self._make_current(current)
            if had_focus:
                current.setFocus(Qt.FocusReason.OtherFocusReason)

    def _current(self) -> GoRowBox | None:
        """The row the arrows stand at."""
        tab = Qt.FocusPolicy.StrongFocus
        return next((box for box in self.rows if box.focusPolicy() is tab), None)

    def _make_current(self, here: GoRowBox) -> None:
        for box in self.rows:
            box.set_current(box is here)
        self._area.ensureWidgetVisible(here, 0, 2 * _GROUP)

    def _move(self, here: GoRowBox, step: int) -> None:
        at = min(len(self.rows) - 1, max(0, self.rows.index(here) + step))
        self.rows[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, row_id: str) -> None:
        if self._shown is not None:
            self._choose(self._shown.choice ^ {row_id})

    def _choose(self, choice: Choice) -> None:
        self.show_choice(choice)


class _GroupHead(QWidget):
    """The session's shape and name over an ink rule."""

    def __init__(self, theme: DesktopTheme, group: GoGroup) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = row(spacing=12)
        shape = ThemeMark(theme)
        if group.theme is not None:
            shape.show_session(group.theme, group.second)
            line.addWidget(shape)
        else:
            line.addWidget(IconMark(theme, "clock", 16, Tone.INK2))
        elide = Qt.TextElideMode.ElideRight
        line.addWidget(TextLabel(theme, group.title, DESKTOP.group_title, elide=elide), 1)
        whole = column(self, (INDENT, 14, INDENT, 0), 8)
        whole.addLayout(line)
        whole.addWidget(Hairline(theme, strong=True))


class Ways(QWidget):
    """The right column while what can go is open: ready-made choices, each with its finish."""

    chosen = Signal(object)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._offered: tuple[GoCard, ...] = ()
        self.cards: list[OptionCard] = []
        self.setAccessibleName(words.say("Ways to get back"))
        self._options = column(spacing=8)
        self._basis = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2, wrap=True)
        self._seen = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2, wrap=True)
        sheet = Sheet()
        inner = column(sheet, (24, 20, 24, 20), 12)
        inner.addWidget(TextLabel(theme, words.say("Ways to get back"), DESKTOP.strong))
        inner.addLayout(self._options)
        inner.addWidget(self._basis)
        inner.addWidget(QuietBox(theme, "lock", self._seen))
        inner.addStretch()
        self._area = scrolled(sheet, words.say("Ways to get back"))
        whole = row(self, spacing=0)
        whole.addWidget(Hairline(theme, vertical=True))
        whole.addWidget(self._area, 1)

    def show_ways(self, shown: WhatCanGo, *, alone: bool) -> None:
        """Show the choices; the one in force, if it is one of them, is chosen."""
        words = self._words
        self._basis.setText(shown.basis)
        self._seen.setText(
            words.say("The room can see this console. Choose in a break, or with a second screen.")
            if alone
            else words.say(
                "The room sees nothing of this. The agenda on the wall never shows how late we are."
            )
        )
        while len(self.cards) < len(shown.cards):
            self._grow()
        self._offered = shown.cards
        fits = [card.choice == shown.choice for card in shown.cards]
        stop = fits.index(True) if any(fits) else 0
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(shown.cards))
            tab = place == stop
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab else Qt.FocusPolicy.ClickFocus)
            if place < len(shown.cards):
                option = shown.cards[place]
                card.show_option(option.title, option.beside, option.finish)
                card.setChecked(fits[place])

    def _grow(self) -> None:
        card = OptionCard(self._theme)
        place = len(self.cards)
        card.clicked.connect(lambda: self.chosen.emit(self._offered[place].choice))
        card.moved.connect(lambda step: self._move(place + step))
        self.cards.append(card)
        self._options.addWidget(card)

    def _move(self, place: int) -> None:
        if 0 <= place < len(self._offered):
            self.cards[place].setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(self.cards[place], 0, 20)
            self.chosen.emit(self._offered[place].choice)
