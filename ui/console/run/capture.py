"""Capture: an action written down while it is talked about; it covers the right column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from exports.look.tokens import DESKTOP
from ui.console.run.building import Sheet, TurningRow, button, clear, column, row, scrolled
from ui.console.run.day_field import DayField
from ui.console.run.proposed import Proposed
from ui.console.widgets.button import Kind
from ui.console.widgets.check_box import CheckBox
from ui.console.widgets.chip import Chip, ChipKind
from ui.console.widgets.field import LineField, TextArea
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel
from ui.keys import Intent, key_of
from ui.painters.shapes import Mark
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene, QuestionCard
from workshop.facts import ActionFacts
from workshop.planning import ActionDraft
from workshop.words import Words

_DUE = 132


class Capture(QWidget):
    """`added` carries a draft and the question it comes from; `changed` an action's id and draft.

    The panel keeps the question it was opened at, though the day may go on. `closed` comes with
    Esc; what stands in the form then is saved first, if it has words.
    """

    added = Signal(object, object)
    changed = Signal(str, object)
    edited = Signal(str)
    closed = Signal()

    def __init__(self, theme: DesktopTheme, words: Words, today: Callable[[], date]) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._card: QuestionCard | None = None
        self._action: ActionFacts | None = None
        self._make_fields(today)
        self._put_together()

    def open_at(self, scene: ConsoleScene) -> None:
        """Start an empty action from the question in work, if there is one; practice is none."""
        card = scene.question
        kept = card if card is not None and card.question_id is not None else None
        self.open_from(kept, scene.owners, scene.due_offered)

    def open_from(self, card: QuestionCard | None, owners: Sequence[str], due: date) -> None:
        """Start an empty action from any question, or from none; `due` is where dates begin."""
        self._card = card
        self._show_origin()
        self._start(None)
        self.owner.complete_from(owners)
        self.due.begin_at(due)
        self._proposed.show_card(card)

    def edit(self, action: ActionFacts, card: QuestionCard | None = None) -> None:
        """Put a proposed action into the form."""
        self._card = card or self._card
        self._show_origin()
        self._start(action)

    def show_scene(self, scene: ConsoleScene) -> None:
        """Show what was proposed from the panel's question, and whom the owner may be."""
        self.owner.complete_from(scene.owners)
        self.due.begin_at(scene.due_offered)
        card = scene.question
        if card is not None and self._card is not None and card.id == self._card.id:
            self._card = card
        self._proposed.show_card(self._card)

    @property
    def begun(self) -> bool:
        """Whether something stands in the form: an action to be changed, or a word of a new one."""
        fields = (self.what, self.first_step, self.owner, self.due.field, self.measure)
        return self._action is not None or any(field.text.strip() for field in fields)

    def take_focus(self) -> None:
        """Put the cursor into What."""
        self.what.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Add or change the action as it stands, and be empty for the next one."""
        draft = self._draft()
        if draft is None:
            return
        if self._action is not None:
            self.changed.emit(self._action.id, draft)
        else:
            self.added.emit(draft, self._card.id if self._card else None)

    def accept_written(self) -> None:
        """What was handed over is kept: be empty for the next one."""
        self._start(None)
        self.take_focus()

    def close_panel(self) -> None:
        """Save what has words, then close; a date that cannot be read is mended first."""
        if self.what.text.strip() and not self.due.read():
            self.due.field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.keep()
        if self.what.text.strip() and self._is_dirty():
            return  # it could not be kept, and stands here until it can
        self.closed.emit()

    def keep(self) -> None:
        """Save what has words, even where its date cannot be read."""
        if self.what.text.strip() and self._is_dirty():
            if not self.due.read():
                self.due.set_day(None)
            self.submit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # In What, Enter adds the action; a line break is for the evidence, not for an action.
        if (
            watched is self.what.editor
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            self.submit()
            return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_box(QPainter(self), QRectF(self.rect()), 0, self._theme.colours.surface)

    def _make_fields(self, today: Callable[[], date]) -> None:
        theme, words = self._theme, self._words
        self.what = TextArea(theme, words.say("What"), height=66)
        self.what.editor.installEventFilter(self)
        self.first_step = LineField(theme, words.say("First step, small enough for next week"))
        self.owner = LineField(theme, words.say("Owner"))
        self.due = DayField(theme, words, words.say("Due"), today, narrow=True)
        self.due.setFixedWidth(_DUE)
        self.absent = CheckBox(theme, words.say("The owner is not in the room"))
        self.measure = LineField(theme, words.say("How we will know"))
        self.off_wall = CheckBox(theme, words.say("Not for the wall"))
        for line in (self.first_step, self.owner, self.measure):
            line.entered.connect(self.submit)
        self.due.entered.connect(self.submit)

    def _put_together(self) -> None:
        theme, words = self._theme, self._words
        elide = Qt.TextElideMode.ElideRight
        self._title = TextLabel(theme, "", DESKTOP.section_title, elide=elide)
        self._chip = Chip(theme, words.say("Proposed"))
        close = button(
            theme, "", self.close_panel, Kind.QUIET, icon="x", name=words.say("Close this panel")
        )
        head = row(spacing=10)
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._chip)
        head.addWidget(close)
        self._origin = row()
        pair = row(spacing=12)
        pair.addWidget(self.owner, 1, Qt.AlignmentFlag.AlignTop)
        pair.addWidget(self.due, 0, Qt.AlignmentFlag.AlignTop)
        self.add = button(theme, "", self.submit, Kind.PRIMARY, key=words.say("Enter"))
        self.done = button(
            theme, words.say("Done"), self.close_panel, key=words.say(key_of(Intent.LEAVE))
        )
        buttons = TurningRow(self.add, self.done, spacing=6)
        self._proposed = Proposed(theme, words)
        self._proposed.chosen.connect(self.edited)
        content = Sheet()
        whole = column(content, (24, 16, 16, 20))
        parts: tuple[tuple[object, int], ...] = (
            (head, 6),
            (self._origin, 12),
            (self.what, 12),
            (self.first_step, 12),
            (pair, 8),
            (self.absent, 10),
            (self.measure, 10),
            (self.off_wall, 12),
            (buttons, 20),
        )
        for part, gap in parts:
            if isinstance(part, QWidget):
                whole.addWidget(part)
            else:
                whole.addLayout(part)  # type: ignore[arg-type]  # widgets or rows, nothing else
            whole.addSpacing(gap)
        whole.addWidget(self._proposed)
        whole.addStretch()
        outer = row(self, spacing=0)
        outer.addWidget(Hairline(theme, vertical=True))
        outer.addWidget(scrolled(content, words.say("New action")), 1)

    def _show_origin(self) -> None:
        clear(self._origin)
        if self._card is not None and self._card.theme is not None:
            text = self._words.say(
                "{session}, {short}", session=self._card.session, short=self._card.short
            )
            mark = Mark.HOLLOW if self._card.second else Mark.FILLED
            chip = Chip(
                self._theme, text, ChipKind.TINT, session=self._card.theme, mark=mark, most=300
            )
            self._origin.addWidget(chip)
        self._origin.addStretch()

    def _start(self, action: ActionFacts | None) -> None:
        self._action = action
        words = self._words
        self._title.setText(words.say("Change the action") if action else words.say("New action"))
        self._title.updateGeometry()
        agreed = action is not None and action.state == "agreed"
        self._chip.set_text(words.say("Agreed") if agreed else words.say("Proposed"))
        self.add.setText(words.say("Save it") if action else words.say("Add and write the next"))
        self.what.set_text(action.what if action else "")
        self.first_step.set_text(action.first_step if action else "")
        self.owner.set_text(action.owner if action else "")
        self.due.set_day(action.due if action else None)
        self.absent.setChecked(action.owner_absent if action else False)
        self.measure.set_text(action.measure if action else "")
        self.off_wall.setChecked(action.off_wall if action else False)
        self.what.set_error("")

    def _draft(self) -> ActionDraft | None:
        """The form, or None where something in it must be mended first."""
        if not self.what.text.strip():
            self.what.set_error(self._words.say("Write what is to be done."))
            self.take_focus()
            return None
        self.what.set_error("")
        if not self.due.read():
            self.due.field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        return ActionDraft(
            what=" ".join(self.what.text.split()),
            first_step=self.first_step.text,
            owner=self.owner.text,
            owner_absent=self.absent.isChecked(),
            due=self.due.day,
            measure=self.measure.text,
            off_wall=self.off_wall.isChecked(),
            off_report=self._action.off_report if self._action else False,
        )

    def _is_dirty(self) -> bool:
        before = self._action
        if before is None:
            return True
        now = (
            self.what.text,
            self.first_step.text,
            self.owner.text,
            self.absent.isChecked(),
            self.due.day,
            self.measure.text,
            self.off_wall.isChecked(),
        )
        return now != (
            before.what,
            before.first_step,
            before.owner,
            before.owner_absent,
            before.due,
            before.measure,
            before.off_wall,
        )
