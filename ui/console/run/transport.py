"""Transport bar: undo, blank and time at the left; what is open and the next step at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.run.building import button, row
from ui.console.widgets.button import Button, Kind
from ui.console.widgets.text_label import TextLabel, Tone
from ui.keys import STEPS, Intent, key_of
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene
from workshop.words import Words

_WIDE = 1400  # from this width on there is room for holding the wall
_MARGINS = (14, 0, 24, 0)
_SPACING = 4
_BEFORE_NEXT = 14
_NARROW = 1180  # below this width the undo button drops the name of what it undoes


class Transport(QWidget):
    """80 px along the bottom. `asked` carries the Intent of a button; `exported` its own wish."""

    asked = Signal(object)
    exported = Signal()

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._words = words
        self._scene: ConsoleScene | None = None
        self._in_field = False
        self._space_steps = True
        self._panel = False
        self.setAccessibleName(words.say("Steps"))
        self.setFixedHeight(CONSOLE.transport_bar)
        self.undo = button(theme, "", self._ask(Intent.UNDO), Kind.QUIET, icon="undo-2")
        self.blank = button(theme, "", self._ask(Intent.BLANK), Kind.QUIET, icon="monitor")
        self.more = button(
            theme,
            words.say("One more minute"),
            self._ask(Intent.MORE_TIME),
            Kind.QUIET,
            icon="clock",
        )
        self.park = button(
            theme,
            words.say("Park a thought"),
            self._ask(Intent.PARK),
            Kind.QUIET,
            icon="sticky-note",
        )
        self.hold = button(theme, "", self._ask(Intent.HOLD), Kind.QUIET, icon="pause")
        self.close_panel = button(
            theme, words.say("Close this panel"), self._ask(Intent.LEAVE), Kind.QUIET, icon="x"
        )
        self._beside = TextLabel(
            theme, "", DESKTOP.body, tone=Tone.INK2, elide=Qt.TextElideMode.ElideRight
        )
        self._beside.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.next = Button(theme, "", Kind.PRIMARY, trailing="chevron-right", large=True)
        self.next.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.next.setProperty(STEPS, True)
        self.next.clicked.connect(self._go_on)
        line = row(self, _MARGINS, _SPACING)
        for widget in (self.undo, self.blank, self.more, self.park, self.hold, self.close_panel):
            line.addWidget(widget)
        line.addStretch()
        line.addWidget(self._beside)
        line.addSpacing(_BEFORE_NEXT)
        line.addWidget(self.next)

    def show_scene(self, scene: ConsoleScene) -> None:
        """Say what each button does now."""
        self._scene = scene
        self._refresh()

    def show_focus(self, *, in_field: bool, space_steps: bool, panel: bool) -> None:
        """Show only the keys that work: letters do not while someone types."""
        state = (in_field, space_steps, panel)
        if state != (self._in_field, self._space_steps, self._panel):
            self._in_field, self._space_steps, self._panel = state
            self._refresh()

    def minimumSizeHint(self) -> QSize:
        # What has no room goes: it must not keep the window from getting smaller first.
        return QSize(1, CONSOLE.transport_bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._refresh()

    def _refresh(self) -> None:
        scene, words = self._scene, self._words
        if scene is None:
            return
        self._say_undo(scene)
        self.blank.setText(
            words.say("Show the wall again") if scene.blank else words.say("Blank the screen")
        )
        self.blank.setVisible(scene.can_blank)
        # Where there is little room, letting the wall go on stands in the place of the others.
        crowded = self._panel or (bool(scene.held) and self.width() < _WIDE)
        self.more.setVisible(scene.can_add_time and not crowded)
        in_talk = scene.question is not None and not scene.can_add_time
        self.park.setVisible(in_talk and not crowded)
        self._say_hold(scene)
        self.close_panel.setVisible(self._panel)
        keys = (
            (self.undo, Intent.UNDO),
            (self.blank, Intent.BLANK),
            (self.more, Intent.MORE_TIME),
            (self.park, Intent.PARK),
            (self.hold, Intent.HOLD),
        )
        for each, intent in keys:
            each.set_key("" if self._in_field else words.say(key_of(intent)))
        self.close_panel.set_key(words.say(key_of(Intent.LEAVE)))
        self._say_next(scene)
        self._fit_next()

    def _fit_next(self) -> None:
        """Give the next button the width of its text, or what the others leave it."""
        others = (self.undo, self.blank, self.more, self.park, self.hold, self.close_panel)
        taken = sum(each.sizeHint().width() + _SPACING for each in others if not each.isHidden())
        taken += self._beside.minimumSizeHint().width() + 3 * _SPACING + _BEFORE_NEXT
        free = self.width() - _MARGINS[0] - _MARGINS[2] - taken
        needed = self.next.sizeHint().width()
        self.next.setMinimumWidth(max(CONSOLE.next_button, min(needed, free)))
        self.next.setToolTip(self.next.text() if needed > self.next.minimumWidth() else "")

    def _say_hold(self, scene: ConsoleScene) -> None:
        words, held = self._words, bool(scene.held)
        self.hold.setText(words.say("Let the wall go on") if held else words.say("Hold the wall"))
        self.hold.set_icon_name("play" if held else "pause")
        # Letting go must be at hand; holding has its key, and a button where there is room.
        self.hold.setVisible(held or (scene.can_hold and self.width() >= _WIDE and not self._panel))

    def _say_undo(self, scene: ConsoleScene) -> None:
        words = self._words
        named = words.say("Undo: {act}", act=scene.undo) if scene.undo else words.say("Undo")
        self.undo.setText(words.say("Undo") if self.width() < _NARROW else named)
        self.undo.setAccessibleName(named)
        if scene.undo:
            self.undo.set_on()
            self.undo.setToolTip(named)
        else:
            self.undo.set_off(words.say("There is nothing to undo yet."))

    def _say_next(self, scene: ConsoleScene) -> None:
        words = self._words
        if scene.finished:
            self._beside.setText("")
            self.next.setText(words.say("Export the files"))
            self.next.set_key("")
            self.next.set_on()
            return
        self._beside.setText(scene.next.beside if self.width() >= 960 else "")
        self.next.setText(scene.next.label)
        self.next.setAccessibleDescription(scene.next.beside)
        self.next.set_key(words.say("Space") if self._space_steps else words.say("Page Down"))
        self.next.setEnabled(scene.next.enabled)

    def _go_on(self) -> None:
        if self._scene is not None and self._scene.finished:
            self.exported.emit()
        else:
            self.asked.emit(Intent.NEXT)

    def _ask(self, intent: Intent) -> Callable[[], None]:
        return lambda: self.asked.emit(intent)
