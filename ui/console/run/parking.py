"""Parking lot: thoughts kept for later, as many as fit, and the field for the next one."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QSizePolicy, QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.run.building import column, row
from ui.console.run.fold_line import FoldLine
from ui.console.run.marks import IconMark
from ui.console.widgets.chip import ChipButton, ChipKind
from ui.console.widgets.field import LineField
from ui.console.widgets.text_label import TextLabel, Tone
from ui.keys import Intent, key_of
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene
from workshop.facts import ParkedFacts
from workshop.words import Words

_CHIP = 32
_GAP = 10
_LONGEST = 32  # letters of a thought on its chip; the rest is in its tooltip
_FIELD_LEAST = 180


class Parking(QWidget):
    """`parked` carries a new thought, `taken_off` the id of one that is done with.

    In a low window the lot folds into its title line; the chips go, the field stays. Where even
    that is too much it is one line, and `unfolded` says that it was opened from it.
    """

    unfolded = Signal()
    parked = Signal(str)
    taken_off = Signal(str)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._words = words
        self._folded = False
        self.setAccessibleName(words.say("Parking lot"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._count = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK3)
        self.field = LineField(
            theme, "", placeholder=words.say("Park a thought"), key=words.say(key_of(Intent.PARK))
        )
        self.field.text_saved.connect(self._park)
        self._chips = _Chips(theme, words)
        self._chips.taken_off.connect(self.taken_off)
        self._folding = False
        key = words.say(key_of(Intent.PARK))
        self.line = FoldLine(theme, "sticky-note", words.say("Parking lot"), key)
        self.line.toggled.connect(self._on_toggled)
        self._heading = QWidget()
        self._title = row(self._heading, spacing=8)
        self._title.addWidget(IconMark(theme, "sticky-note"))
        self._title.addWidget(TextLabel(theme, words.say("Parking lot"), DESKTOP.strong))
        self._title.addStretch()
        self._title.addWidget(self._count)
        self._lot = QWidget()
        self._below = row(self._lot, spacing=_GAP)
        self._below.addWidget(self._chips)
        self._below.addWidget(self.field, 1)
        whole = column(self, spacing=10)
        whole.addWidget(self.line)
        whole.addWidget(self._heading)
        whole.addWidget(self._lot)
        self._arrange()

    def show_scene(self, scene: ConsoleScene, *, away: bool) -> None:
        """Show what is parked; `away` while the room could read it."""
        self._chips.show_parked(() if away else scene.parked)
        self._show_chips()
        self._count.setText(scene.parked_count)
        self.line.set_count(scene.parked_count)

    def show_focus(self, *, in_field: bool) -> None:
        """Show the key only while it works."""
        self.line.show_key(works=not in_field)

    def fold(self, low: bool, *, whole: bool = False) -> None:
        """Fold into the title line where it is `low`; `whole`, with the field too."""
        if (low, whole) == (self._folded, self._folding):
            return
        typing = self.field.editor.hasFocus() or bool(self.field.editor.text())
        if whole != self._folding:
            self._folding = whole
            self.line.setChecked(typing)
        self._folded = low
        self._arrange()
        if typing:
            # To move a field takes the focus off it, and whoever types would type into nothing.
            self.field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_line(self) -> None:
        """Fold, where the lot folds."""
        self.line.setChecked(False)

    def _on_toggled(self, checked: bool) -> None:
        self._arrange()
        if checked and self._folding:
            self.unfolded.emit()

    def _arrange(self) -> None:
        """Show the line, the heading, the lot, or two of them."""
        in_title = self._folded and not self._folding
        self.line.setVisible(self._folding)
        self._heading.setVisible(not self._folding)
        if in_title and self._title.indexOf(self.field) < 0:
            self._title.insertWidget(2, self.field, 10)
        elif not in_title and self._below.indexOf(self.field) < 0:
            self._below.addWidget(self.field, 1)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._below.setDirection(down if self._folding else across)
        self._set_room()
        self._lot.setVisible(not in_title and (not self._folding or self.line.isChecked()))
        self._show_chips()

    def _show_chips(self) -> None:
        self._chips.setVisible(self._chips.any)

    def write(self) -> None:
        """Put the cursor where a thought is parked."""
        self.line.setChecked(True)
        self.field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_room()
        super().resizeEvent(event)

    def _set_room(self) -> None:
        self._chips.set_room(self.width() - (0 if self._folding else _FIELD_LEAST + _GAP))
        self._show_chips()

    def _park(self, text: str) -> None:
        if text.strip():
            self.field.set_text("")
            self.parked.emit(text)


class _Chips(QWidget):
    """The newest thoughts that fit beside the field; a click offers to take one off."""

    taken_off = Signal(str)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._parked: tuple[ParkedFacts, ...] = ()
        self._chips: list[ChipButton] = []
        self._room = 0
        # As wide as its chips, but never what keeps a window from getting narrower.
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def any(self) -> bool:
        """Whether there is a thought to show that fits."""
        return any(not chip.isHidden() for chip in self._chips)

    def show_parked(self, parked: tuple[ParkedFacts, ...]) -> None:
        if parked == self._parked:
            return
        self._parked = parked
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(each) for each in parked]
        self._place()

    def set_room(self, room: int) -> None:
        if room != self._room:
            self._room = room
            self._place()

    def sizeHint(self) -> QSize:
        shown = [chip for chip in self._chips if not chip.isHidden()]
        width = sum(chip.width() + _GAP for chip in shown) - _GAP if shown else 0
        return QSize(width, CONSOLE.control)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, CONSOLE.control)

    def _chip(self, parked: ParkedFacts) -> ChipButton:
        text = " ".join(parked.text.split())
        short = text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
        chip = ChipButton(self._theme, short, ChipKind.OUTLINE, height=_CHIP, parent=self)
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.setAccessibleName(self._words.say("Parked: {thought}", thought=text[:200]))
        chip.setToolTip(text[:1000])
        chip.clicked.connect(lambda: self._offer(chip, parked.id))
        return chip

    def _offer(self, chip: ChipButton, parked_id: str) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        take_off = menu.addAction(self._words.say("Take it off the parking lot"))
        take_off.triggered.connect(lambda: self.taken_off.emit(parked_id))
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))

    def _place(self) -> None:
        left, fitting = 0, []
        for chip in reversed(self._chips):
            chip.adjustSize()
            if left + chip.width() > self._room:
                break
            fitting.append(chip)
            left += chip.width() + _GAP
        left = 0
        for chip in self._chips:
            chip.setVisible(chip in fitting)
            if chip in fitting:
                chip.move(left, (CONSOLE.control - _CHIP) // 2)
                left += chip.width() + _GAP
        self.updateGeometry()
