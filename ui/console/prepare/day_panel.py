"""Day panel: whose day it is, what it is called, when and where, what for, and by which rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.look.tokens import DESKTOP
from ui.console.clock_times import read_time, write_time
from ui.console.run.building import Sheet, button, column, row, scrolled
from ui.console.run.day_field import DayField
from ui.console.run.tab_order import reveal
from ui.console.widgets.button import Button
from ui.console.widgets.field import LineField, TextArea
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.creation import PURPOSE
from workshop.prepared import Prepared
from workshop.words import Words, mark

MOST_RULES = 5
_MARGIN = 32
_SIDE = 12
_GAP = 14
_SMALL_GAP = 8
_DAY_GAP = 4
_TEXT_HEIGHT = 68
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

TITLE, ORGANISATION, DATE, PLACE = "title", "organisation", "held_on", "place"
STARTS, UNTIL, PURPOSE_FIELD, PROMISE = "starts_at", "ends_at", "purpose", "promise"
RULES = "ground_rules"

NO_TIME = mark("No time. Try 9:30.")
NO_DATE = mark("No date. Try 31 Oct or +2w.")


class DayPanel(QWidget):
    """`described` carries the name of a field and what it is to be, once it is left.

    Whoever keeps it answers with `refuse` where it cannot be kept. Enter goes on from field to
    field; `closed` asks to be closed, after the last one or at Esc.
    """

    described = Signal(str, object)
    closed = Signal()

    def __init__(self, theme: DesktopTheme, words: Words, today: Callable[[], date]) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._times: dict[str, int | None] = {STARTS: None, UNTIL: None}
        self._held_on: date | None = None
        say = words.say
        self.setAccessibleName(say("The day"))
        self.organisation = LineField(theme, say("Organisation"))
        self.title = LineField(theme, say("Title"))
        self.day = DayField(theme, words, say("Date"), today)
        self.full_day = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2, wrap=True)
        self.place = LineField(theme, say("Place"))
        self.starts = LineField(theme, say("Starts at"))
        self.until = LineField(theme, say("Booked until"))
        hint = say(PURPOSE)
        self.purpose = TextArea(
            theme, say("The sponsor’s goal"), placeholder=hint, height=_TEXT_HEIGHT
        )
        self.promise = TextArea(theme, say("What the sponsor promises"), height=_TEXT_HEIGHT)
        self.rules = tuple(
            LineField(theme, "", placeholder=say("Rule {n}", n=n)) for n in range(1, MOST_RULES + 1)
        )
        self.done: Button = button(theme, say("Done"), self.finish, key=say("Ctrl Enter"))
        self._fields: dict[str, LineField | TextArea] = {
            ORGANISATION: self.organisation,
            TITLE: self.title,
            PLACE: self.place,
            PURPOSE_FIELD: self.purpose,
            PROMISE: self.promise,
        }
        self._connect()
        self._lay_out()

    # --- What is shown ----------------------------------------------------------------------

    def show_prepared(self, prepared: Prepared) -> None:
        """Show the day as it is kept; what is being typed stays."""
        workshop = prepared.workshop
        self.organisation.show_text(workshop.organisation)
        self.title.show_text(workshop.title)
        self.place.show_text(workshop.place)
        self.purpose.show_text(workshop.purpose)
        self.promise.show_text(workshop.promise)
        if not self.day.field.error and not self.day.field.editor.hasFocus():
            self.day.set_day(workshop.held_on)
        self._held_on = workshop.held_on
        self.full_day.setText(self._words.day(workshop.held_on, "full"))
        self._show_time(STARTS, self.starts, workshop.starts_at)
        self._show_time(UNTIL, self.until, workshop.ends_at)
        if self._typed_rules() != workshop.ground_rules:
            # Else they stand: an empty field between them is not filled under somebody's hands.
            rules = [*workshop.ground_rules, *[""] * MOST_RULES]
            for field, rule in zip(self.rules, rules, strict=False):
                field.show_text(rule)

    def complete_from(self, organisations: Sequence[str], places: Sequence[str]) -> None:
        """Offer what earlier workshops had."""
        self.organisation.complete_from(organisations)
        self.place.complete_from(places)

    def refuse(self, name: str, sentence: str) -> None:
        """Say beside the field why it was not kept."""
        field = self._field(name)
        field.set_error(sentence)
        if field is not self.day.field:
            field.put_back(field.text)

    def give_up(self) -> None:
        """Drop what was refused: what is kept is shown next."""
        for field in self._all():
            field.give_up()
        if self.day.field.error:
            self.day.set_day(self._held_on)

    def say_missing(self, sentence: str) -> None:
        """Say that the workshop has no title yet, where it is written."""
        self.title.set_error(sentence)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the focus into the title, which a workshop is found by."""
        self._go_to(self.title.editor)

    def focus_field(self, name: str) -> None:
        """Put the focus into a field."""
        self._go_to(self._field(name).editor)

    def save(self) -> bool:
        """Keep what is being typed; False where something of it cannot be kept."""
        for field in self._all():
            field.save()
        self._read_day()
        wrong = [name for name in self._order() if self._field(name).error]
        if wrong:
            self.focus_field(wrong[0])
        return not wrong

    def finish(self) -> None:
        """Keep everything and ask to be closed."""
        if self.save():
            self.closed.emit()

    # --- Inside -----------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on from the fields of several lines too; Shift Enter begins a line."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() in _ENTERS and plain and isinstance(watched, QWidget):
                self._go_on(watched)
                return True
        return False

    def _connect(self) -> None:
        for name, field in self._fields.items():
            field.text_saved.connect(partial(self._keep, name))
            field.text_edited.connect(lambda _, edited=field: edited.set_error(""))
            field.editor.installEventFilter(self)
        self.day.saved.connect(self._keep_day)
        self.day.field.text_saved.connect(lambda _: self._read_day())
        self.day.field.editor.installEventFilter(self)
        for name, field in ((STARTS, self.starts), (UNTIL, self.until)):
            field.text_saved.connect(partial(self._keep_time, name, field))
            field.editor.installEventFilter(self)
        for rule in self.rules:
            rule.text_saved.connect(lambda _: self._keep_rules())
            rule.editor.installEventFilter(self)
        for each in (*self._all(), self.day.field):
            each.give_up_at_escape()
        self.day.field.given_up.connect(lambda: self.day.set_day(self._held_on))
        for area in (self.purpose, self.promise):
            area.save_in_pauses()
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.finish)

    def _keep(self, name: str, text: str) -> None:
        self._field(name).set_error("")
        self.described.emit(name, text)

    def _keep_day(self, day: date | None) -> None:
        if day is not None:
            self.described.emit(DATE, day)

    def _read_day(self) -> None:
        """A day there must be: an empty field is wrong as well."""
        if self.day.read() and self.day.day is None:
            self.day.field.set_error(self._words.say(NO_DATE))
        if self.day.field.error:
            self.day.field.put_back(self.day.field.text)

    def _keep_time(self, name: str, field: LineField, text: str) -> None:
        minutes = read_time(text) if text.strip() else None
        if minutes is None and (text.strip() or name == STARTS):
            field.set_error(self._words.say(NO_TIME))
            field.put_back(text)
            return
        field.set_error("")
        field.set_text("" if minutes is None else write_time(minutes))
        if minutes != self._times[name]:
            self.described.emit(name, minutes)

    def _keep_rules(self) -> None:
        for rule in self.rules:
            rule.set_error("")
        self.described.emit(RULES, self._typed_rules())

    def _typed_rules(self) -> tuple[str, ...]:
        rules = (" ".join(rule.text.split()) for rule in self.rules)
        return tuple(rule for rule in rules if rule)

    def _show_time(self, name: str, field: LineField, minutes: int | None) -> None:
        self._times[name] = minutes
        field.show_text("" if minutes is None else write_time(minutes))

    def _field(self, name: str) -> LineField | TextArea:
        if name == DATE:
            return self.day.field
        if name == RULES:
            return next((rule for rule in self.rules if rule.editor.hasFocus()), self.rules[0])
        return {STARTS: self.starts, UNTIL: self.until}.get(name) or self._fields[name]

    def _all(self) -> tuple[LineField | TextArea, ...]:
        """Every field but the date, which reads what is typed itself."""
        return (*self._fields.values(), self.starts, self.until, *self.rules)

    def _order(self) -> tuple[str, ...]:
        """The fields as they are read."""
        return (
            ORGANISATION, TITLE, DATE, PLACE, STARTS, UNTIL, PURPOSE_FIELD, PROMISE, RULES,
        )  # fmt: skip

    def _go_on(self, here: QWidget) -> None:
        """Keep the field that Enter was pressed in, and go to the next one."""
        editors: list[QWidget] = [self._field(name).editor for name in self._order()[:-1]]
        editors += [rule.editor for rule in self.rules]
        field = here.parentWidget()
        while field is not None and not isinstance(field, (LineField, TextArea)):
            field = field.parentWidget()
        if field is not None:
            field.save()
        place = editors.index(here) + 1
        if place == len(editors):
            self.finish()
        else:
            self._go_to(editors[place])

    def _go_to(self, editor: QWidget) -> None:
        editor.setFocus(Qt.FocusReason.TabFocusReason)
        reveal(editor)

    def _lay_out(self) -> None:
        content = Sheet()
        content.setLayout(self._form())
        area = scrolled(content, self._words.say("The day"))
        column(self).addWidget(area)

    def _form(self) -> QVBoxLayout:
        theme, top = self._theme, Qt.AlignmentFlag.AlignTop
        form = column(None, (_MARGIN, 24, _MARGIN, 24), _GAP)
        head = row()
        head.addWidget(TextLabel(theme, self._words.say("The day"), DESKTOP.section_title))
        head.addStretch()
        head.addWidget(self.done)
        form.addLayout(head)
        form.addWidget(self.organisation)
        form.addWidget(self.title)
        dated = column(spacing=_DAY_GAP)
        for pair, into in (((self.day, self.place), dated), ((self.starts, self.until), form)):
            line = row(None, spacing=_SIDE)
            for each in pair:
                line.addWidget(each, 1, top)
            into.addLayout(line)
        dated.addWidget(self.full_day)  # over both columns: in one of them it would turn
        form.insertLayout(form.count() - 1, dated)
        form.addWidget(self.purpose)
        form.addWidget(self.promise)
        said = self._words.say("Ground rules")
        form.addWidget(TextLabel(theme, said, DESKTOP.label, tone=Tone.INK3))
        form.addSpacing(_SMALL_GAP - _GAP)
        rules = column(None, spacing=_SMALL_GAP)
        for rule in self.rules:
            rules.addWidget(rule)
        form.addLayout(rules)
        form.addStretch()
        return form
