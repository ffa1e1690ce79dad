"""Team rows: a name and a number of seats for each team, typed or pasted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from exports.look.tokens import DESKTOP
from ui.console.run.building import button, column, row
from ui.console.widgets.button import Button, Kind
from ui.console.widgets.digits import Digits
from ui.console.widgets.field import LineField
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.creation import MOST_SEATS, NewTeam
from workshop.words import Words

_SEATS_WIDTH = 96
_REMOVE_WIDTH = 40
_GAP = 12
_PASTED = re.compile(r"(?P<name>.*?)(?:[\s,;:]+(?P<seats>\d{1,3}))?")


class TeamRows(QWidget):
    """Rows of teams. Enter goes on to the next, and adds one after the last.

    Lines that are pasted become rows. `counted` carries the seats of all teams together.
    """

    counted = Signal(int)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.rows: list[TeamRow] = []
        whole = column(self, spacing=8)
        head = row(None, (0, 0, _REMOVE_WIDTH + _GAP, 0), _GAP)
        for text, width in ((words.say("Team"), 0), (words.say("Seats"), _SEATS_WIDTH)):
            label = TextLabel(theme, text, DESKTOP.label, tone=Tone.INK3)
            if width:
                label.setFixedWidth(width)
            head.addWidget(label)
            if not width:
                head.addStretch()
        whole.addLayout(head)
        self._lines = column(spacing=8)
        self.add = button(theme, words.say("Add a team"), self._add_and_go, Kind.QUIET, icon="plus")
        whole.addLayout(self._lines)
        self.add_row()  # before the button, which Tab reaches after it
        whole.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def teams(self) -> tuple[NewTeam, ...]:
        """The teams as typed; a row with nothing in it is none."""
        return tuple(each.team() for each in self._filled())

    def add_row(self, name: str = "", seats: int | None = None) -> TeamRow:
        """Put one more row below the others."""
        made = TeamRow(self._theme, self._words)
        made.name.set_text(name)
        made.seats.set_text("" if seats is None else str(seats))
        made.went_on.connect(self._go_on)
        made.removed.connect(self._remove)
        made.pasted.connect(self._take_lines)
        made.edited.connect(self._count)
        self.rows.append(made)
        self._lines.addWidget(made)
        self._put_removers()
        self._count()
        return made

    def clear_errors(self) -> None:
        """Nothing is wrong, or not yet known to be."""
        for each in self.rows:
            each.say("")

    def say_at(self, place: int, sentence: str) -> None:
        """Say what is wrong with the team at this place among those that are filled."""
        filled = self._filled() or self.rows
        filled[min(place, len(filled) - 1)].say(sentence)

    def say_of(self, place: int, sentence: str, *, at_seats: bool) -> None:
        """Say what is wrong with the team at that place among the filled rows."""
        self._filled()[place].say(sentence, at_seats=at_seats)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes row after row, then to the button: Qt puts a new row behind the whole form."""
        stations: list[QWidget] = []
        for each in self.rows:
            stations += (each.name.editor, each.seats.editor, each.remove)
        stations = [each for each in (*stations, self.add) if each.isEnabled()]
        here = QApplication.focusWidget()
        if here not in stations:
            return super().focusNextPrevChild(forward)
        place = stations.index(here) + (1 if forward else -1)
        if 0 <= place < len(stations):
            reason = Qt.FocusReason
            stations[place].setFocus(
                reason.TabFocusReason if forward else reason.BacktabFocusReason
            )
            return True
        while super().focusNextPrevChild(forward):
            if QApplication.focusWidget() not in stations:
                return True
        return False

    def _filled(self) -> list[TeamRow]:
        return [each for each in self.rows if each.name.text.strip() or each.seats.text]

    def _go_on(self, here: TeamRow) -> None:
        place = self.rows.index(here) + 1
        if place == len(self.rows):
            self.add_row()
        self.rows[place].name.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _add_and_go(self) -> None:
        self.add_row().name.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _remove(self, gone: TeamRow) -> None:
        place = self.rows.index(gone)
        self.rows.remove(gone)
        self._lines.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
        if not self.rows:
            self.add_row()
        self._put_removers()
        beside = self.rows[max(0, place - 1)]
        beside.name.editor.setFocus(Qt.FocusReason.TabFocusReason)
        self._count()

    def _take_lines(self, here: TeamRow, text: str) -> None:
        """Fill the row and as many more as there are lines."""
        place = self.rows.index(here)
        for name, seats in read_teams(text):
            if place == len(self.rows):
                self.add_row()
            self.rows[place].name.set_text(name)
            self.rows[place].seats.set_text("" if seats is None else str(seats))
            place += 1
        last = self.rows[max(0, place - 1)]
        last.seats.editor.setFocus(Qt.FocusReason.TabFocusReason)
        self._count()

    def _put_removers(self) -> None:
        for each in self.rows:
            each.remove.setEnabled(len(self.rows) > 1)

    def _count(self) -> None:
        self.counted.emit(sum(each.team().seats for each in self._filled()))


class TeamRow(QWidget):
    """One team: its name, its seats, and the way to take it away."""

    went_on = Signal(object)
    removed = Signal(object)
    pasted = Signal(object, str)
    edited = Signal()

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self.name = LineField(theme, "", placeholder=words.say("Name of the team"))
        self.seats = LineField(theme, "", placeholder=words.say("Seats"))
        self.seats.editor.setValidator(Digits(len(str(MOST_SEATS)), self))
        self.seats.setFixedWidth(_SEATS_WIDTH)
        self.remove: Button = button(
            theme, "", lambda: self.removed.emit(self), Kind.QUIET, icon="x",
            name=words.say("Take this team away"),
        )  # fmt: skip
        self.remove.setFixedWidth(_REMOVE_WIDTH)
        line = row(self, spacing=_GAP)
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(self.name, 1, top)
        line.addWidget(self.seats, 0, top)
        line.addWidget(self.remove, 0, top)
        self.name.editor.installEventFilter(self)
        self.name.entered.connect(lambda _: self._to_seats())
        self.seats.entered.connect(lambda _: self.went_on.emit(self))
        self.name.text_edited.connect(self._on_edit)
        self.seats.text_edited.connect(self._on_edit)

    def team(self) -> NewTeam:
        """What was typed."""
        return NewTeam(self.name.text.strip(), int(self.seats.text or 0))

    def say(self, sentence: str, *, at_seats: bool = False) -> None:
        """Say what is wrong, and go there; with nothing to say, nothing is wrong."""
        self.name.set_error(sentence)
        if sentence:
            field = self.seats if at_seats else self.name
            field.editor.setFocus(Qt.FocusReason.TabFocusReason)
        self.seats.edge.set_wrong(bool(sentence) and at_seats)
        self.name.edge.set_wrong(bool(sentence) and not at_seats)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            text = QGuiApplication.clipboard().text()
            if event.matches(QKeySequence.StandardKey.Paste) and _several(text):
                self.pasted.emit(self, text)
                return True
        return False

    def _to_seats(self) -> None:
        self.seats.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_edit(self) -> None:
        self.name.set_error("")
        self.seats.edge.set_wrong(False)
        self.edited.emit()


def read_teams(text: str) -> Sequence[tuple[str, int | None]]:
    """Names and seats out of pasted lines: "Nursing 10", with a tab between them, or a name."""
    found: list[tuple[str, int | None]] = []
    for line in text.splitlines():
        match = _PASTED.fullmatch(line.strip())
        if match is None or not match["name"]:
            continue
        found.append((match["name"], int(match["seats"]) if match["seats"] else None))
    return found


def _several(text: str) -> bool:
    """Whether a clipboard holds rows, and not a part of one name."""
    return "\t" in text or len(text.strip().splitlines()) > 1
