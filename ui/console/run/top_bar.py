"""Top bar: the way back, the title, the projector with its menu, and the time against plan."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent, QScreen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from exports.look.tokens import CONSOLE, SANS, SEMIBOLD, Type
from ui.console.run.big_clock import ClockButton
from ui.console.run.building import button, row
from ui.console.widgets.button import Kind
from ui.console.widgets.chip import Chip, ChipKind
from ui.console.widgets.text_label import TextLabel
from ui.keys import Intent, key_of
from ui.projector.screens import Screens
from ui.theme import DesktopTheme
from workshop.agenda import clock_text
from workshop.console_scene import ConsoleScene
from workshop.words import Words

_TITLE = Type(SANS, 15, 20, SEMIBOLD)


class TopBar(QWidget):
    """56 px along the top. `left` goes back to the library, `clock_pressed` is for a larger one."""

    left = Signal()
    clock_pressed = Signal()

    def __init__(
        self, theme: DesktopTheme, words: Words, screens: Screens, now: Callable[[], int]
    ) -> None:
        super().__init__()
        self._words = words
        self._screens = screens
        self._now = now
        self.setAccessibleName(words.say("Title and time"))
        self.setFixedHeight(CONSOLE.top_bar)
        self.agenda = button(theme, words.say("Agenda"), self.left.emit, Kind.QUIET, icon="list")
        self._title = TextLabel(theme, "", _TITLE, elide=Qt.TextElideMode.ElideRight)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._rehearsal = Chip(theme, "", ChipKind.INVERSE)
        self._rehearsal_said = ""
        self.projector = button(theme, "", self.open_menu, Kind.QUIET, icon="presentation")
        self.clock = ClockButton(theme, words)
        self.clock.clicked.connect(self.clock_pressed)
        self.behind = Chip(theme, "")
        line = row(self, (14, 0, 24, 0), 12)
        for widget in (
            self.agenda,
            self._title,
            self._rehearsal,
            self.projector,
            self.clock,
            self.behind,
        ):
            line.addWidget(widget, 1 if widget is self._title else 0)
        screens.changed.connect(self.show_screens)
        self.show_screens()

    @property
    def time(self) -> str:
        """The time of day that is shown."""
        return self.clock.text()

    def show_scene(self, scene: ConsoleScene, *, away: bool) -> None:
        """Say title and time; how far behind is put away where the room could read it."""
        self._title.setText(scene.title)
        self._rehearsal_said = scene.rehearsal
        self._rehearsal.setAccessibleName(scene.rehearsal)
        self._rehearsal.setVisible(bool(scene.rehearsal))
        late = ChipKind.INVERSE if scene.clock.late else ChipKind.OUTLINE
        self.behind.set_text(scene.clock.behind, late)
        self.behind.setVisible(bool(scene.clock.behind) and not away)
        self.show_time()
        self._fit()

    def show_time(self) -> None:
        """Say what time it is, also where the day has ended and nothing else changes."""
        here = time.localtime(self._now() / 1000)
        self.clock.set_time(clock_text(here.tm_hour * 60 + here.tm_min))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """Say of a rehearsal only that it is one where the whole would cut the title."""
        said, line = self._rehearsal_said, self.layout()
        if not said or line is None:
            return
        self._rehearsal.set_text(said)
        fits = line.sizeHint().width() <= self.width()
        self._rehearsal.set_text(said if fits else self._words.say("Rehearsal"))
        self._rehearsal.setToolTip("" if fits else said)

    def add(self, widget: QWidget) -> None:
        """Let something stand beside the projector that the screen's owner knows more of."""
        line = self.layout()
        assert isinstance(line, QHBoxLayout)
        line.insertWidget(line.indexOf(self.projector), widget)

    def show_screens(self) -> None:
        """Say where the wall is."""
        current, words = self._screens.current, self._words
        if self._screens.mirrored:
            text = words.say("Mirrored screens")
        elif self._screens.alone:
            text = words.say("One screen")
        elif self._screens.pretended:
            text = words.say("Pretended projector")
        elif current is None:
            text = words.say("No projector")
        else:
            number = self._screens.all.index(current) + 1
            text = words.say("Projector on display {n}", n=number)
        self.projector.setText(text)

    def menu(self) -> QMenu:
        """Where the wall can go, and how to tell the screens apart."""
        words, screens = self._words, self._screens
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, screen in enumerate(screens.all, 1):
            text = words.say("Display {n}, {name}", n=number, name=screen.name() or "?")
            action = menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(screen is screens.current)
            action.setEnabled(not screens.alone)
            action.triggered.connect(lambda _=False, chosen=screen: self._choose(chosen))
        menu.addSeparator()
        menu.addAction(words.say("Show the number on every screen"), screens.identify)
        key = words.say(key_of(Intent.SWAP))
        swap = menu.addAction(words.say("Swap wall and console ({key})", key=key), screens.swap)
        swap.setEnabled(not screens.alone)
        return menu

    def open_menu(self) -> None:
        """Open the menu below the button."""
        self.menu().popup(self.projector.mapToGlobal(QPoint(0, self.projector.height())))

    def _choose(self, screen: QScreen) -> None:
        self._screens.choose(screen)
