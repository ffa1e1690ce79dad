"""Team row: a team's name and how many people it has, typed where they stand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from exports.look.tokens import DESKTOP, FIGURES, Type
from ui.console.prepare.row_tool import RowTool
from ui.console.run.building import column, row
from ui.console.widgets.digits import Digits
from ui.console.widgets.field import LineField, TextArea
from ui.console.widgets.icon_label import IconLabel
from ui.console.widgets.text_label import TextLabel, Tone
from ui.painters import text as painted
from ui.painters.surfaces import paint_line
from ui.theme import DesktopTheme
from workshop.creation import MOST_SEATS
from workshop.prepared import PreparedTeam
from workshop.words import Words, mark

HEIGHT = 44
_MARGIN = 32  # of the column: the row's tools hang in it
_EDGE = 2
_TOOL = 28
_PEOPLE = 64
_PEOPLE_HEIGHT = 32
_GAP = 12
_SIGN = 16
_NAMES_HEIGHT = 132
_NAMES_GAP = 8
_COUNT = Type(FIGURES, 14, 20)

NAMES_OF = mark("Names in {team}")
TAKE_AWAY = mark("Take {team} away")
PEOPLE_IN = mark("People in {team}")
ONE_A_LINE = mark("One name a line")
AS_ONE = mark("Each team has one vote here, so nobody in it needs a name.")


class TeamRow(QWidget):
    """One team, or the empty row that the next one is typed into.

    `renamed`, `people_set` and `named` carry what was typed once it is left; `went_on` comes at
    Enter in the last field, `pasted` carries lines of a list, `moved` the step of Alt and an
    arrow, `reached` that of an arrow; `removed`, `left`, `opened` (its names) and `gave_up` (what
    was refused) carry nothing.
    """

    renamed = Signal(str)
    people_set = Signal(int)
    named = Signal(tuple)
    went_on = Signal()
    pasted = Signal(str)
    moved = Signal(int)
    reached = Signal(int)
    removed = Signal()
    left = Signal()
    opened = Signal()
    gave_up = Signal()

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.team: PreparedTeam | None = None
        self.names: TextArea | None = None
        self._saved_last: LineField | TextArea | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.opener = RowTool(theme, "chevron-right", self)
        self.opener.clicked.connect(lambda: self.open_names(self.names is None))
        self.name = LineField(theme, "", placeholder=words.say("Name of the team"))
        self.name.stand_bare()
        self.name.edge.setFixedHeight(_PEOPLE_HEIGHT)
        self.people = LineField(theme, "", placeholder=words.say("0"))
        self.people.setFixedWidth(_PEOPLE)
        self.people.edge.setFixedHeight(_PEOPLE_HEIGHT)
        self.people.editor.setFont(painted.font(_COUNT))
        self.people.editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.people.editor.setValidator(Digits(len(str(MOST_SEATS)), self))
        self.remover = RowTool(theme, "x", self)
        self.remover.clicked.connect(self.removed)
        self._sign = IconLabel(theme, "triangle-alert", size=_SIGN)
        self._error = TextLabel(theme, "", DESKTOP.secondary, wrap=True)
        self._connect()
        self._lay_out()
        self._call("")
        self.refuse("")

    # --- What is shown ----------------------------------------------------------------------

    def show_team(self, team: PreparedTeam, *, as_one: bool, stands: str) -> None:
        """Show a team as it is kept; `stands` says why it can be changed no more, if so."""
        self.team = team
        self.name.show_text(team.name)
        self.people.show_text(str(team.people))
        self._call(team.name)
        for each in (self.name, self.people):
            each.setEnabled(not stands)
            each.setToolTip(stands)
        self.opener.set_off(self._words.say(AS_ONE)) if as_one else self.opener.set_on()
        self.remover.set_off(stands) if stands else self.remover.set_on()
        if as_one:
            self.open_names(False)
        elif self.names is not None:
            self.names.show_text("\n".join(team.names))
            self.names.setEnabled(not stands)
        fields = (self.name, self.people, self.names)
        if not any(each is not None and each.unkept for each in fields):
            self.refuse("")

    def open_names(self, shown: bool) -> None:
        """Show the names of the seats below the row, to be typed, or put them away."""
        self.opener.show_icon("chevron-down" if shown else "chevron-right")
        if shown and self.names is None and self.team is not None:
            label = self._words.say(NAMES_OF, team=self.team.name)
            hint = self._words.say(ONE_A_LINE)
            self.names = TextArea(self._theme, label, placeholder=hint, height=_NAMES_HEIGHT)
            self.names.set_text("\n".join(self.team.names).strip("\n"))
            self.names.text_saved.connect(self._take_names)
            self.names.save_in_pauses()
            self._let_give_up(self.names)
            self._below.setContentsMargins(_MARGIN, _NAMES_GAP, _MARGIN, _NAMES_GAP)
            self._below.addWidget(self.names)
            self.names.editor.setFocus(Qt.FocusReason.TabFocusReason)
        elif not shown and self.names is not None:
            gone, self.names = self.names, None
            gone.save()
            self._below.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
            self._below.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.opened.emit()

    def wanted_height(self) -> int:
        """How high the row is at the width it has."""
        high = HEIGHT
        if self.error:
            high += self._error.heightForWidth(max(1, self.width() - 2 * _MARGIN - _SIGN - 6))
        if self.names is not None:
            high += self.names.sizeHint().height() + 2 * _NAMES_GAP
        return high

    def refuse(self, sentence: str) -> None:
        """Say why what was typed is not kept, and let it stand; nothing where it is kept."""
        last = self._saved_last
        wrong = (self.name, self.people) if self.team is None else (last,)
        for field in wrong if sentence else ():
            if field is not None:
                field.put_back(field.text)
        if sentence and last is not None and last.pausing:
            return  # it is only half typed
        self._error.setText(sentence)
        for each in (self._sign, self._error):
            each.setVisible(bool(sentence))
        self.name.edge.set_wrong(bool(sentence))
        self.name.editor.setAccessibleDescription(sentence)

    def give_up(self) -> None:
        """Show what is kept in place of what was refused."""
        if self.team is None:
            self.clear()
        for each in (self.name, self.people, self.names):
            if each is not None:
                each.give_up()
        self.refuse("")
        self.gave_up.emit()

    @property
    def error(self) -> str:
        """Why what was typed is not kept."""
        return self._error.text()

    def save(self) -> None:
        """Keep what is being typed."""
        for each in (self.name, self.people, self.names):
            if each is not None:
                each.save()

    def clear(self) -> None:
        """Stand empty, for the next team."""
        self.name.set_text("")
        self.people.set_text("")
        self.refuse("")

    @property
    def typed(self) -> tuple[str, int]:
        """The name and the number as typed."""
        return self.name.text.strip(), int(self.people.text or 0)

    def stops(self) -> list[QWidget]:
        """What Tab reaches, in reading order."""
        stops: list[QWidget] = [self.opener] if self.team is not None else []
        stops += [self.name.editor, self.people.editor]
        if self.team is not None:
            stops.append(self.remover)
        return [*stops, self.names.editor] if self.names is not None else stops

    # --- Keys -------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
            if kind is QEvent.Type.FocusOut:
                self.left.emit()
        elif kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        return False

    def _press(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Paste):
            text = QGuiApplication.clipboard().text()
            if is_list(text):
                self.pasted.emit(text)
                return True
            return False
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            return False
        along = event.modifiers() & Qt.KeyboardModifier.AltModifier
        (self.moved if along else self.reached).emit(step)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        line = QLineF(_MARGIN, self.height() - 1, self.width() - _MARGIN, self.height() - 1)
        paint_line(QPainter(self), line, self._theme.colours.hairline)

    # --- Inside -----------------------------------------------------------------------------

    def _connect(self) -> None:
        for each in (self.name, self.people):
            each.editor.installEventFilter(self)
            self._let_give_up(each)
        self.name.text_saved.connect(self._take_name)
        self.people.text_saved.connect(self._take_people)
        self.name.entered.connect(lambda _: _into(self.people.editor))
        self.people.entered.connect(lambda _: self.went_on.emit())
        self.name.text_edited.connect(lambda _: self.refuse(""))
        self.people.text_edited.connect(lambda _: self.refuse(""))

    def _let_give_up(self, field: LineField | TextArea) -> None:
        field.give_up_at_escape()
        field.given_up.connect(self.give_up)

    def _take_name(self, _text: str) -> None:
        self._saved_last = self.name
        self.renamed.emit(self.typed[0])

    def _take_people(self, _text: str) -> None:
        self._saved_last = self.people
        self.people_set.emit(self.typed[1])

    def _take_names(self, text: str) -> None:
        self._saved_last = self.names
        self.named.emit(tuple(line.strip() for line in text.rstrip().split("\n")))

    def _call(self, team: str) -> None:
        words = self._words
        self.setAccessibleName(team)
        self.name.editor.setAccessibleName(words.say("Name of the team"))
        people = words.say(PEOPLE_IN, team=team) if team else words.say("People")
        self.people.editor.setAccessibleName(people)
        self.opener.call(words.say(NAMES_OF, team=team))
        self.remover.call(words.say(TAKE_AWAY, team=team))
        known = self.team is not None
        self.opener.setVisible(known)
        self.remover.setVisible(known)
        self._spaces[0].setVisible(not known)
        self._spaces[1].setVisible(not known)

    def _lay_out(self) -> None:
        line = row(None, (_EDGE, 0, _EDGE, 0), 0)
        self._spaces = (QWidget(), QWidget())
        for each in self._spaces:
            each.setFixedWidth(_TOOL)
        line.addWidget(self._spaces[0])
        line.addWidget(self.opener)
        line.addWidget(self.name, 1)
        line.addSpacing(_GAP)
        said = self._words.say("people")
        line.addWidget(TextLabel(self._theme, said, DESKTOP.secondary, tone=Tone.INK3))
        line.addSpacing(_GAP)
        line.addWidget(self.people)
        line.addSpacing(_EDGE)
        line.addWidget(self.remover)
        line.addWidget(self._spaces[1])
        above = QWidget()
        above.setFixedHeight(HEIGHT)
        above.setLayout(line)
        wrong = row(None, (_MARGIN, 0, _MARGIN, 0), 6)
        wrong.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        wrong.addWidget(self._error, 1)
        self._below = column(None, (_MARGIN, 0, _MARGIN, 0))
        whole = column(self)
        whole.addWidget(above)
        whole.addLayout(wrong)
        whole.addLayout(self._below)


def is_list(text: str) -> bool:
    """Whether a clipboard holds rows, and not a part of one name."""
    return "\t" in text.strip("\n") or len(text.strip().splitlines()) > 1


def _into(editor: QLineEdit) -> None:
    editor.setFocus(Qt.FocusReason.TabFocusReason)
    editor.selectAll()
