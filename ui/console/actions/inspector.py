"""Inspector: one action beside the table, each field saved on leaving it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.actions.inspector_title import InspectorTitle
from ui.console.actions.leaving_out import LeavingOut
from ui.console.actions.origin import Origin
from ui.console.actions.said import Said
from ui.console.run.building import Sheet, column, row, scrolled
from ui.console.run.day_field import DayField
from ui.console.widgets.drop_down import DropDown
from ui.console.widgets.field import LineField, TextArea
from ui.console.widgets.section import Hairline
from ui.console.widgets.segmented import Segmented
from ui.console.widgets.status_glyph import STATUS_NAMES
from ui.console.widgets.text_label import TextLabel, Tone
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.action_shelf import ActionLine, WorkshopChoice
from workshop.kinds import ActionStatus
from workshop.planning import ActionDraft
from workshop.readings.action import ActionDetails
from workshop.words import Words, mark

_EDGE = 24
_DUE = 132
_GAP = 16
_BELOW_TITLE = 9
_TWO_LINES = 60
_LEAST_PADDING, _PADDING = 4, 9
_STATUSES = tuple(ActionStatus)

WRITE_IT = mark("Write what is to be done.")


class Inspector(QWidget):
    """An action, or a new one.

    `saved` carries the action's id, the name of a field and its value, `status_chosen` its id and
    status, `dropped` its id and the reason, `deleted` and `taken_back` its id. `added` carries a
    workshop's id and a draft. `left` comes with Esc, `closed` with the cross.
    """

    saved = Signal(str, str, object)
    status_chosen = Signal(str, object)
    added = Signal(str, object)
    dropped = Signal(str, str)
    deleted = Signal(str)
    taken_back = Signal(str)
    left = Signal()
    closed = Signal()

    def __init__(self, theme: DesktopTheme, said: Said) -> None:
        super().__init__()
        self._theme = theme
        self._said = said
        self._line: ActionLine | None = None
        self._workshops: tuple[WorkshopChoice, ...] = ()
        self.setFixedWidth(CONSOLE.inspector)
        self.setAccessibleName(said.words.say("Action"))
        self._make_fields(said.words, said.today)
        self._connect()
        self._put_together()

    @property
    def action_id(self) -> str:
        """The action that is shown, or nothing while a new one is written."""
        return "" if self._line is None else self._line.id

    def show_action(self, line: ActionLine, details: ActionDetails, owners: Sequence[str]) -> None:
        """Show an action; a field that is being typed in keeps what stands in it."""
        before = self._line
        another = before is None or (before.id, before.dropped) != (line.id, line.dropped)
        self._line = line
        self.title.show_origin(line, self._said.origin(line) or line.workshop)
        if another:
            self._begin()
        values = (line.what, line.first_step, line.owner, line.measure)
        for field, text in zip(self._texts(), values, strict=True):
            if another or not (_typed_in(field) or field.error):
                field.set_text(text)
        if another or not (_typed_in(self.due.field) or self.due.field.error):
            self.due.set_day(line.due)
        self.owner.complete_from(owners)
        self.status.show_choice(_STATUSES.index(line.status))
        self.origin.show_details(details, line.theme, self._said.today())

    def write_new(
        self, workshops: Sequence[WorkshopChoice], chosen: str, owners: Sequence[str]
    ) -> None:
        """Begin a new action; it is kept once it says what is to be done."""
        self._line = None
        self._workshops = tuple(workshops)
        self.title.show_text(self._said.words.say("New action"))
        ids = [each.id for each in self._workshops]
        untitled = self._said.words.say("No title yet")
        titles = [each.title or untitled for each in self._workshops]
        self.workshop.set_texts(titles, ids.index(chosen) if chosen in ids else 0)
        for field in self._texts():
            field.set_text("")
        self.due.set_day(None)
        self.owner.complete_from(owners)
        self._begin()
        self.edit(self.what.editor)

    def edit(self, editor: QWidget) -> None:
        """Put the cursor into a field, behind what stands there."""
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(editor, QTextEdit):
            editor.moveCursor(QTextCursor.MoveOperation.End)
        elif isinstance(editor, QLineEdit):
            editor.end(False)

    def put_back_refused(self) -> None:
        """Let what is kept stand again in each field whose text was refused."""
        line = self._line
        if line is None:
            return
        values = (line.what, line.first_step, line.owner, line.measure)
        for field, text in zip(self._texts(), values, strict=True):
            if field.error:
                field.set_text(text)
                field.set_error("")
        if self.due.field.error:
            self.due.set_day(line.due)

    def say_saved(self) -> None:
        """All of the action is kept."""
        self.out.show_saved(saved=True)

    def say_refused(self, field: str, sentence: str) -> None:
        """Say below a field why it was not kept; what was typed stays there."""
        fields = {"first_step": self.first_step, "owner": self.owner, "measure": self.measure}
        if field == "due":
            self.due.field.set_error(sentence)
        else:
            fields.get(field, self.what).set_error(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.out.cancel()
            self.left.emit()
            return True
        # In a field of two lines Enter goes on to the next: an action is one paragraph.
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        two_lines = watched in (self.what.editor, self.measure.editor)
        if enter and two_lines and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.focusNextChild()
            return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), 0, colours.surface)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        edge = self.width() - 1 if mirrored else 0
        paint_box(painter, QRectF(edge, 0, 1, self.height()), 0, colours.hairline)

    def _give_room(self, scrolls: bool) -> None:
        """Let the scroll bar stand in the margin, so that the fields keep their width."""
        bar = self._area.verticalScrollBar().sizeHint().width() if scrolls else 0
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left, right = (bar, 0) if mirrored else (0, bar)
        self._inner.setContentsMargins(_EDGE - left, 0, _EDGE - right, _EDGE)

    # --- Saving -----------------------------------------------------------------------------

    def _on_what(self, text: str) -> None:
        if not text.strip():
            self.what.set_error(self._said.words.say(WRITE_IT) if self._line else "")
            return
        self._save("what", " ".join(text.split()))

    def _save(self, name: str, value: object) -> None:
        for field in self._texts():
            field.set_error("")
        if self._line is not None:
            self.saved.emit(self._line.id, name, value)
        elif not self.what.text.strip():
            self.what.set_error(self._said.words.say(WRITE_IT))
        elif self._workshops:
            workshop = self._workshops[self.workshop.current]
            self.added.emit(workshop.id, self._draft())

    def _draft(self) -> ActionDraft:
        return ActionDraft(
            what=" ".join(self.what.text.split()),
            first_step=self.first_step.text,
            owner=self.owner.text,
            due=self.due.day,
            measure=" ".join(self.measure.text.split()),
        )

    def _on_measure(self, text: str) -> None:
        self._save("measure", " ".join(text.split()))

    def _on_status(self, index: int) -> None:
        self.status_chosen.emit(self.action_id, _STATUSES[index])

    def _on_typed(self, _text: str) -> None:
        self.out.show_saved(saved=False)

    def _begin(self) -> None:
        """What belongs to the action before is gone, and what a new one lacks is not there."""
        for field in (*self._texts(), self.due.field):
            field.set_error("")
        there = self._line is not None
        dropped = self._line is not None and self._line.dropped
        self.out.show_saved(saved=False)
        self.out.cancel()
        self.out.allow(allowed=there)
        self.out.show_dropped(self._line.drop_reason if self._line and dropped else None)
        for field in (*self._texts(), self.due.field):
            field.editor.setReadOnly(dropped)
        self.due.open.setDisabled(dropped)
        self.status.setDisabled(dropped)
        of_one: tuple[QWidget, ...] = (self.status, self._status_label, self._rule, self.origin)
        for each in of_one:
            each.setVisible(there)
        self._where.setVisible(not there)
        self._area.verticalScrollBar().setValue(0)

    # --- Putting together -------------------------------------------------------------------

    def _texts(self) -> tuple[TextArea | LineField, ...]:
        return self.what, self.first_step, self.owner, self.measure

    def _make_fields(self, words: Words, today: Callable[[], date]) -> None:
        theme = self._theme
        self.title = InspectorTitle(theme, words)
        self.what = TextArea(theme, words.say("What"), height=_TWO_LINES, role=DESKTOP.name)
        self.first_step = LineField(theme, words.say("First step"))
        self.owner = LineField(theme, words.say("Owner"))
        self.due = DayField(theme, words, words.say("Due"), today, narrow=True)
        self.due.setFixedWidth(_DUE)
        self.measure = TextArea(
            theme, words.say("How we will know"), height=_TWO_LINES, role=DESKTOP.body
        )
        self.status = _segments(theme, words)
        self._status_label = TextLabel(theme, words.say("Status"), DESKTOP.label, tone=Tone.INK3)
        self.workshop = DropDown(theme, words.say("Workshop"), (), most=_ROOM)
        self._where = QWidget()
        where = column(self._where, (0, 0, 0, _GAP), 6)
        where.addWidget(TextLabel(theme, words.say("Workshop"), DESKTOP.label, tone=Tone.INK3))
        where.addWidget(self.workshop)
        self.out = LeavingOut(theme, words)
        self.origin = Origin(theme, words)
        self._rule = Hairline(theme)

    def _connect(self) -> None:
        self.title.closed.connect(self.closed)
        self.what.text_saved.connect(self._on_what)
        self.measure.text_saved.connect(self._on_measure)
        self.first_step.text_saved.connect(partial(self._save, "first_step"))
        self.owner.text_saved.connect(partial(self._save, "owner"))
        self.due.saved.connect(partial(self._save, "due"))
        self.status.chosen.connect(self._on_status)
        self.out.dropped.connect(lambda reason: self.dropped.emit(self.action_id, reason))
        self.out.deleted.connect(lambda: self.deleted.emit(self.action_id))
        self.out.taken_back.connect(lambda: self.taken_back.emit(self.action_id))
        lines = (self.first_step, self.owner, self.due.field, self.out.reason)
        for editor in (self.what.editor, self.measure.editor, *(line.editor for line in lines)):
            editor.installEventFilter(self)
        for line in (self.first_step, self.owner):
            line.entered.connect(lambda _text: self.focusNextChild())
        self.due.entered.connect(self.focusNextChild)
        for typed in (*self._texts(), self.due.field):
            typed.text_edited.connect(self._on_typed)

    def _put_together(self) -> None:
        content = Sheet()
        inner = column(content, (_EDGE, 0, _EDGE, _EDGE))
        self._inner = inner
        pair = row(spacing=12)
        pair.addWidget(self.owner, 1, Qt.AlignmentFlag.AlignTop)
        pair.addWidget(self.due, 0, Qt.AlignmentFlag.AlignTop)
        inner.addSpacing(_BELOW_TITLE)
        inner.addWidget(self._where)
        inner.addWidget(self.what)
        inner.addSpacing(_GAP)
        inner.addWidget(self.first_step)
        inner.addSpacing(_GAP)
        inner.addLayout(pair)
        inner.addWidget(self.due.field.error_row)  # a sentence has no room in so narrow a field
        inner.addSpacing(_GAP)
        inner.addWidget(self.measure)
        inner.addSpacing(_GAP)
        inner.addWidget(self._status_label)
        inner.addSpacing(6)
        inner.addWidget(self.status)
        inner.addSpacing(20)
        inner.addWidget(self._rule)
        inner.addSpacing(14)
        inner.addWidget(self.origin)
        inner.addStretch()
        self._area = scrolled(content, self._said.words.say("Action"))
        self._area.verticalScrollBar().rangeChanged.connect(lambda _, end: self._give_room(end > 0))
        whole = column(self, (1, 0, 0, 0))
        whole.addWidget(self.title)
        whole.addWidget(self._area, 1)
        foot = column(margins=(_EDGE, 8, _EDGE - 10, _EDGE))
        foot.addWidget(self.out)
        whole.addLayout(foot)


_ROOM = CONSOLE.inspector - 2 * _EDGE - 1


def _typed_in(field: TextArea | LineField) -> bool:
    return field.editor.hasFocus()


def _segments(theme: DesktopTheme, words: Words) -> Segmented:
    """The three statuses over the whole width, in whatever language."""
    names = [words.say(STATUS_NAMES[status]) for status in _STATUSES]
    wide = [round(painted.advance(name, DESKTOP.button)) + 1 for name in names]
    padding = max(_LEAST_PADDING, min(_PADDING, (_ROOM - sum(wide)) // (2 * len(names))))
    last = _ROOM - sum(width + 2 * padding for width in wide[:-1])
    return Segmented(theme, words.say("Status"), names, padding=padding, least=(0, 0, max(0, last)))
