"""Notes: the card that only the facilitator sees: prompts, what to look for, private notes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP, MEDIUM, SANS, Type
from ui.console.run.begun import Begun
from ui.console.run.building import Sheet, button, clear, column, row, scrolled
from ui.console.run.fold_line import FoldLine
from ui.console.run.marks import IconMark
from ui.console.widgets.button import Kind
from ui.console.widgets.key_hint import KeyHint
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel, Tone
from ui.keys import Intent, key_of
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.console_scene import QuestionCard
from workshop.question_facts import NoteFacts
from workshop.words import Words

_HEADING = Type(SANS, 13, 18, MEDIUM)
_LEAST = 132
_LEAST_UNFOLDED = 232  # below the other parts, which then scroll


class Notes(QWidget):
    """`written` carries the question's id and a new note, `removed` the id of one to take away.

    Where the room can see the console the card is put away, and shown while N is held. Where the
    window is too low for the card it is one line, and `unfolded` says that it was opened from it.
    """

    unfolded = Signal()
    written = Signal(object, str)
    removed = Signal(str)
    held = Signal(bool)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._card: QuestionCard | None = None
        self._shown: tuple[object, ...] = ()
        self._away = False
        self._in_field = False
        self.setAccessibleName(words.say("Only you see this"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._folding = False
        self._lines = Sheet()
        self._column = column(self._lines)
        self._area = scrolled(self._lines, words.say("Only you see this"))
        self.field = NoteField(words.say("Write a private note"))
        self.field.submitted.connect(self._write)
        self._hint_text = words.say(key_of(Intent.NOTE))
        self._hint = KeyHint(theme, self._hint_text)
        self._open = self._build_open()
        self._closed = self._build_closed()
        self.line = FoldLine(theme, "lock", words.say("Only you see this"), self._hint_text)
        self.line.toggled.connect(self._on_toggled)
        whole = column(self)
        whole.addWidget(self.line)
        whole.addWidget(self._open)
        whole.addWidget(self._closed)
        self._arrange()

    @property
    def least(self) -> int:
        """The height in px below which the card says too little."""
        return self._closed.sizeHint().height() if self._away else _LEAST

    def fold(self, folding: bool) -> None:
        """Become one line, or the whole card; what is being typed stays before the eyes."""
        if folding != self._folding:
            self._folding = folding
            self.line.setChecked(self.field.hasFocus() or bool(self.field.text()))
            self._arrange()

    def close_line(self) -> None:
        """Fold, where the card folds."""
        self.line.setChecked(False)

    def show_card(self, card: QuestionCard | None, *, away: bool) -> None:
        """Show the prompts and notes of a question; `away` while the room could read them."""
        if away != self._away:
            self._away = away
            self.line.setChecked(not away)  # whoever holds the key wants to read
            self._arrange()
        self._card = card
        self.field.question_id = card.question_id if card else None
        self.field.setVisible(self.can_write)
        self._show_hint()
        notes = tuple(note for note in card.notes if note.private) if card else ()
        self._say_what_is_folded(card, len(notes))
        shown = (card.prompts, card.look_for, notes) if card else ()
        if shown == self._shown:
            return
        self._shown = shown
        self._fill(card, notes)

    def show_focus(self, *, in_field: bool) -> None:
        """Show the key only while it works."""
        self._in_field = in_field
        self._show_hint()
        self.line.show_key(works=not in_field)

    @property
    def can_write(self) -> bool:
        """Whether there is a question that a note would belong to; in practice there is none."""
        return self.field.question_id is not None

    def write(self) -> None:
        """Put the cursor where a note is written."""
        if not self._away and self._card is not None:
            self.line.setChecked(True)
            if self.can_write:
                self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_hint(self) -> None:
        self._hint.setVisible(self.can_write and not self._in_field)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        box = QRectF(self.rect())
        if self._folding and not self.line.isChecked():
            return  # the line paints its own ground
        if self._away:
            paint_box(painter, box, tokens.RADIUS_CARD, None, colours.edge, dashed=True)
        else:
            paint_box(painter, box, tokens.RADIUS_CARD, colours.sunken)

    def _on_toggled(self, checked: bool) -> None:
        self._arrange()
        if checked and self._folding:
            self.unfolded.emit()

    def _arrange(self) -> None:
        """Show the line, the card, or both."""
        shown = not self._folding or self.line.isChecked()
        self.line.setVisible(self._folding)
        self._head.setHidden(self._folding)  # the line says it
        self._open.setVisible(shown and not self._away)
        self._closed.setVisible(shown and self._away)
        fills = shown and not self._away
        policy = QSizePolicy.Policy.Expanding if fills else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Expanding, policy)
        self.setMinimumHeight((_LEAST_UNFOLDED if self._folding else _LEAST) if fills else 0)
        self.update()

    def _say_what_is_folded(self, card: QuestionCard | None, notes: int) -> None:
        words = self._words
        put_away, mine = words.say("Your notes are put away"), words.say("Only you see this")
        self.line.set_title(put_away if self._away else mine)
        prompts = len(card.prompts) if card else 0
        counts = (
            words.count("{n} prompt", "{n} prompts", prompts) if prompts else "",
            words.count("{n} note", "{n} notes", notes) if notes else "",
        )
        self.line.set_count("" if self._away else ", ".join(each for each in counts if each))

    def _build_open(self) -> QWidget:
        open_card = QWidget()
        self._head = QWidget()
        head = row(self._head)
        head.addWidget(IconMark(self._theme, "lock", 16, Tone.INK2))
        text = self._words.say("Only you see this")
        head.addWidget(TextLabel(self._theme, text, _HEADING, tone=Tone.INK2))
        head.addStretch()
        foot = row()
        foot.addWidget(self.field, 1)
        foot.addWidget(self._hint)
        whole = column(open_card, (24, 18, 24, 12), 6)
        whole.addWidget(self._head)
        whole.addWidget(self._area, 1)
        whole.addLayout(foot)
        return open_card

    def _build_closed(self) -> QWidget:
        words, theme = self._words, self._theme
        closed = QWidget()
        head = row(spacing=10)
        head.addWidget(IconMark(theme, "lock"))
        head.addWidget(TextLabel(theme, words.say("Your notes are put away"), DESKTOP.strong))
        head.addStretch()
        why = words.say(
            "The room can see this screen. Prompts, private notes, parked thoughts and other "
            "workshops stay hidden until you hold the key."
        )
        hold = button(
            theme,
            words.say("Hold to read my notes"),
            lambda: None,
            key=words.say(key_of(Intent.NOTE)),
        )
        hold.pressed.connect(lambda: self.held.emit(True))
        hold.released.connect(lambda: self.held.emit(False))
        foot = row()
        foot.addWidget(hold)
        foot.addStretch()
        whole = column(closed, (24, 22, 24, 22), 8)
        whole.addLayout(head)
        whole.addWidget(TextLabel(theme, why, DESKTOP.note, tone=Tone.INK2, wrap=True))
        whole.addSpacing(6)
        whole.addLayout(foot)
        return closed

    def _fill(self, card: QuestionCard | None, notes: tuple[NoteFacts, ...]) -> None:
        clear(self._column)
        if card is None:
            return
        for number, prompt in enumerate(card.prompts, 1):
            self._add_prompt(str(number), prompt)
        if (card.look_for or notes) and card.prompts:
            self._column.addSpacing(8)
            self._column.addWidget(Hairline(self._theme))
            self._column.addSpacing(6)
        for look_for in card.look_for:
            text = self._words.say("Look for: {what}", what=look_for)
            label = TextLabel(self._theme, text, DESKTOP.body, tone=Tone.INK2, wrap=True)
            self._column.addWidget(label)
            self._column.addSpacing(4)
        for note in notes:
            self._add_note(note)
        self._column.addStretch()

    def _add_prompt(self, number: str, prompt: str) -> None:
        line = row(None, (0, 7, 0, 7), 12)
        mark = TextLabel(self._theme, number, DESKTOP.body, tone=Tone.INK3)
        mark.setFixedWidth(14)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(TextLabel(self._theme, prompt, DESKTOP.note, wrap=True), 1)
        self._column.addLayout(line)

    def _add_note(self, note: NoteFacts) -> None:
        line = row(None, (0, 2, 0, 2), 12)
        line.addWidget(TextLabel(self._theme, note.text, DESKTOP.body, wrap=True), 1)
        name = self._words.say("Take this note away")
        remove = button(
            self._theme, "", lambda: self.removed.emit(note.id), Kind.QUIET, icon="x", name=name
        )
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(line)

    def _write(self, question_id: str | None, text: str) -> None:
        self.written.emit(question_id, text)


class NoteField(QLineEdit):
    """A line without an edge on its card; what was typed is kept at Enter and when it is left.

    A note belongs to the question that was in work when its first letter was typed.
    """

    submitted = Signal(object, str)

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.question_id: str | None = None
        self._begun = Begun(lambda: self.question_id)
        self.unkept = False
        self.setFrame(False)
        self.setFont(painted.font(DESKTOP.body))
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setMinimumHeight(tokens.CONSOLE.control)
        clear_ground = self.palette()
        clear_ground.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(clear_ground)
        self.textEdited.connect(self._on_edit)
        self.returnPressed.connect(self.submit)

    def submit(self) -> None:
        """Hand over what was typed, and be empty for the next note."""
        text = self.text().strip()
        if text:
            self.clear()
            self.unkept = False
            self.submitted.emit(self._begun.take(), text)

    def put_back(self, question_id: str | None, text: str) -> None:
        """The note could not be kept: let it stand here, to be handed over again."""
        self._begun.bind(question_id)
        self.unkept = True
        self.setText(text)

    def _on_edit(self, text: str) -> None:
        self._begun.follow(text)
        self.unkept = self.unkept and bool(text.strip())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.submit()
