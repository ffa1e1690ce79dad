"""Seat card: the seat at the cursor, its name and its four states with their keys."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.run.building import Sheet, column, row, scrolled
from ui.console.widgets.field import LineField
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.console.widgets.icon_label import IconLabel
from ui.console.widgets.key_hint import key_hint_width, paint_key_hint
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel, Tone
from ui.keys import OWNS_KEYS
from ui.painters import text as painted
from ui.painters.surfaces import paint_box, paint_line
from ui.theme import DesktopTheme
from workshop.presence_panel import PresencePanel, SeatLine, SeatState, TeamColumn
from workshop.words import Words, mark

CHOICES = {
    SeatState.PRESENT: (Qt.Key.Key_Y, mark("Y"), mark("Present"), mark("counts, may vote")),
    SeatState.LATE: (Qt.Key.Key_L, mark("L"), mark("Late"), mark("not counted until here")),
    SeatState.GONE: (Qt.Key.Key_G, mark("G"), mark("Gone"), mark("votes so far stay")),
    SeatState.OBSERVER: (Qt.Key.Key_O, mark("O"), mark("Observer"), mark("sees, does not vote")),
}
_HEIGHT = 44
_CIRCLE = 20
_TEXT = _CIRCLE + 10
_K = Qt.Key


class SeatCard(QWidget):
    """Stands in the right column. `chosen` carries a SeatState, `named` a name, `left` the wish to
    go back to the seats.
    """

    chosen = Signal(object)
    named = Signal(str)
    left = Signal()

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._words = words
        self._shown_id = ""
        self._team = TextLabel(theme, "", DESKTOP.label, tone=Tone.INK3, wrap=True)
        self._title = TextLabel(theme, "", DESKTOP.section_title, wrap=True)
        self._detail = TextLabel(theme, "", DESKTOP.body, tone=Tone.INK2, wrap=True)
        self.choices = {state: _Choice(theme, words, state) for state in CHOICES}
        self._refusal = TextLabel(theme, "", DESKTOP.strong, wrap=True)
        self._warning = _Box(theme, "triangle-alert")
        self._note = _Box(theme, "users")
        self.name = LineField(theme, words.say("Name"))
        self.name.text_saved.connect(self.named)
        self.name.entered.connect(lambda _: self.left.emit())
        self._apart = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2, wrap=True)
        self._put_together(theme, words)

    def show_seat(self, team: TeamColumn, seat: SeatLine) -> None:
        """Show a seat; a name that is being typed is left alone."""
        fresh = seat.id != self._shown_id
        self._begin(seat.id, team.name, seat.name, seat.vote)
        for state, choice in self.choices.items():
            choice.show()
            choice.setChecked(state is seat.state)
        self.name.show()
        self.name.editor.setPlaceholderText(seat.name if not seat.given else "")
        typing = self.name.editor.hasFocus() or self.name.unkept
        if fresh or not typing:
            self.name.set_text(seat.given)

    def show_team(self, team: TeamColumn) -> None:
        """Show a team as a whole: present, late or gone."""
        self._begin(team.id, team.name, self._words.say("The whole team"), team.count)
        states = {seat.state for seat in team.seats if seat.state is not SeatState.OBSERVER}
        for state, choice in self.choices.items():
            choice.setVisible(state is not SeatState.OBSERVER)
            choice.setChecked(states == {state})
        self.name.hide()

    def show_panel(self, panel: PresencePanel) -> None:
        """Say what follows for the votes."""
        self._note.say(panel.note)
        self._warning.say(panel.warning)
        self._apart.setText(panel.apart)

    def refuse(self, sentence: str) -> None:
        """Say beside the states why one could not be taken; nothing where it could."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)

    def take_focus(self) -> None:
        """Let the arrows begin at the state in force."""
        shown = [choice for choice in self.choices.values() if not choice.isHidden()]
        chosen = next((choice for choice in shown if choice.isChecked()), shown[0])
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self, shown_id: str, above: str, title: str, detail: str) -> None:
        if shown_id != self._shown_id:
            self._shown_id = shown_id
            self.refuse("")
        self._team.setText(above)
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))

    def _put_together(self, theme: DesktopTheme, words: Words) -> None:
        content = Sheet()
        whole = column(content, (24, 20, 24, 20))
        for widget in (self._team, self._title, self._detail):
            whole.addWidget(widget)
            whole.addSpacing(2)
        whole.addSpacing(12)
        whole.addWidget(Hairline(theme, strong=True))
        for choice in self.choices.values():
            whole.addWidget(choice)
            choice.clicked.connect(lambda _=False, state=choice.state: self.chosen.emit(state))
            choice.moved.connect(self._move)
            choice.left.connect(self.left)
        self._refusal.hide()
        for box in (self._refusal, self._warning, self._note):
            whole.addSpacing(8)
            whole.addWidget(box)
        whole.addSpacing(18)
        whole.addWidget(self.name)
        whole.addSpacing(14)
        whole.addWidget(self._apart)
        whole.addStretch()
        outer = row(self, spacing=0)
        outer.addWidget(Hairline(theme, vertical=True))
        outer.addWidget(scrolled(content, words.say("Seat")), 1)

    def _move(self, step: int) -> None:
        shown = [choice for choice in self.choices.values() if not choice.isHidden()]
        at = next((n for n, choice in enumerate(shown) if choice.hasFocus()), 0)
        shown[min(len(shown) - 1, max(0, at + step))].setFocus(Qt.FocusReason.OtherFocusReason)


class _Choice(QRadioButton):
    """A state: circle, name and what it means, and its key; the arrows move, Enter picks."""

    moved = Signal(int)
    left = Signal()

    def __init__(self, theme: DesktopTheme, words: Words, state: SeatState) -> None:
        super().__init__()
        self.state = state
        self._theme = theme
        _, key, name, means = CHOICES[state]
        self._key, self._name, self._means = words.say(key), words.say(name), words.say(means)
        self.setAutoExclusive(False)  # what is chosen follows from the seat alone
        self.setText(self._name)
        self.setAccessibleName(f"{self._name}, {self._means}")
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CONTROL)
        self.setProperty(OWNS_KEYS, True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, _HEIGHT)

    def hitButton(self, position: object) -> bool:
        return True

    def nextCheckState(self) -> None:
        # A click asks; the seat's state in the library says what is then chosen.
        return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {_K.Key_Up: -1, _K.Key_Down: 1}.get(_K(event.key()))
        if step is not None:
            self.moved.emit(step)
        elif event.key() in (_K.Key_Return, _K.Key_Enter, _K.Key_Space):
            if not event.isAutoRepeat():
                self.clicked.emit()
                self.left.emit()
        elif event.key() == _K.Key_Left:
            self.left.emit()
        elif event.key() != _K.Key_Right:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        if self.underMouse():
            paint_box(painter, QRectF(self.rect()), tokens.RADIUS_CONTROL, colours.sunken)
        middle = self.height() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.ink if self.isChecked() else colours.edge), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(_CIRCLE / 2, middle), 8, 8)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.ink))
            painter.drawEllipse(QPointF(_CIRCLE / 2, middle), 4.5, 4.5)
        name = painted.line(self._name, DESKTOP.name)
        name.paint(painter, _TEXT, middle - name.height / 2, colours.ink)
        left = _TEXT + name.width + 6
        right = self.width() - key_hint_width(self._key)
        means = painted.lay_out(self._means, DESKTOP.secondary, max(1.0, right - left), max_lines=1)
        means.paint(painter, left, middle - means.height / 2, colours.ink2)
        top = middle - CONSOLE.key_hint / 2
        paint_key_hint(painter, right, top, self._key, self._theme, colours.ink2)
        bottom = self.height() - 1
        paint_line(painter, QLineF(0, bottom, self.width(), bottom), colours.hairline)


class _Box(QWidget):
    """An icon and a sentence on a sunken ground; nothing while there is no sentence."""

    def __init__(self, theme: DesktopTheme, icon: str) -> None:
        super().__init__()
        self._theme = theme
        self._text = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2, wrap=True)
        inner = row(self, (16, 12, 16, 12), 10)
        inner.addWidget(IconLabel(theme, icon, size=18), 0, Qt.AlignmentFlag.AlignTop)
        inner.addWidget(self._text, 1)

    def say(self, sentence: str) -> None:
        self._text.setText(sentence)
        self._text.updateGeometry()
        self.setVisible(bool(sentence))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_box(
            QPainter(self), QRectF(self.rect()), tokens.RADIUS_LARGE, self._theme.colours.sunken
        )
