"""Record page: what the group agreed on, what makes it that, and what was said in the talk."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.run.begun import Begun
from ui.console.run.building import Sheet, button, clear, column, row, scrolled
from ui.console.run.differ import Differ
from ui.console.run.head import Head
from ui.console.run.marks import IconMark
from ui.console.run.result import Result
from ui.console.run.saving import keep_each
from ui.console.widgets.button import Kind
from ui.console.widgets.check_box import CheckBox
from ui.console.widgets.chip import Chip, ChipKind
from ui.console.widgets.field import LineField, TextArea
from ui.console.widgets.key_hint import KeyHint
from ui.console.widgets.score_picker import ScorePicker
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel, Tone
from ui.keys import OWNS_KEYS, Intent, key_of
from ui.theme import DesktopTheme
from workshop.agenda import clock_text
from workshop.console_scene import ConsoleScene, QuestionCard
from workshop.kinds import OutcomeKind
from workshop.planning import Positions
from workshop.question_facts import OutcomeFacts
from workshop.words import Words

_NARROW = 620  # below this width what stands beside each other stands below


class RecordPage(QWidget):
    """Every signal carries first the id of the question that the page is about.

    The page may stay at its question while the day goes on, as long as someone types in it.
    """

    agreed = Signal(str, float)
    differed = Signal(str, object)
    one_score = Signal(str)
    evidence = Signal(str, str)
    marked = Signal(str, bool, bool)
    said = Signal(str, str)
    unsaid = Signal(str)

    def __init__(self, theme: DesktopTheme, words: Words, today: Callable[[], date]) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._card: QuestionCard | None = None
        self._picker: ScorePicker | None = None
        self._notes: tuple[object, ...] | None = None
        self.head = Head(theme, words, small=True)
        self.result = Result(theme, words, outcome=False)
        self._one = self._build_one()
        self.differ = Differ(theme, words, today)
        self.differ.changed.connect(self._differ)
        self.differ.back.connect(self._back_to_one)
        self._build_marks()
        self._build_said()
        content = Sheet()
        x, y = CONSOLE.centre_padding_x, CONSOLE.centre_padding_y
        whole = column(content, (x, y, x, 20), 0)
        whole.addWidget(self.head)
        whole.addSpacing(16)
        whole.addWidget(self.result)
        whole.addSpacing(12)
        whole.addWidget(self._one)
        whole.addWidget(self.differ)
        whole.addSpacing(12)
        whole.addLayout(self._marks)
        whole.addStretch(1)
        whole.addSpacing(12)
        whole.addWidget(Hairline(theme))
        whole.addSpacing(12)
        whole.addLayout(self._said)
        column(self).addWidget(scrolled(content, words.say("Record")))

    @property
    def question_id(self) -> str | None:
        """The question the page is about."""
        return self._card.id if self._card else None

    def show_scene(self, scene: ConsoleScene) -> None:
        """Show the question in work at Record; what someone types in is left alone."""
        card = scene.question
        if card is None:
            return
        fresh = self._card is None or self._card.id != card.id
        if not fresh and card == self._card:
            self.head.show_scene(scene)
            return
        if fresh:
            self._make_picker(card)
        self._card = card
        self.head.show_scene(scene)
        self.result.show_card(card)
        outcome = card.outcome
        differs = outcome is not None and outcome.kind is OutcomeKind.DIFFER
        self._one.setVisible(not differs)
        self.differ.setVisible(differs)
        self._show_score(card)
        if outcome is not None and differs:
            self.differ.show_outcome(card, outcome, fresh=fresh)
        if fresh or not (self.evidence_field.editor.hasFocus() or self.evidence_field.unkept):
            self.evidence_field.set_text(outcome.evidence if outcome else "")
        self._show_marks(outcome)
        self._show_said(card)

    def take_focus(self) -> None:
        """Put the cursor where a line said in the talk is written."""
        self.said_field.show()
        self.said_field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def write_evidence(self) -> None:
        """Put the cursor where the evidence is written, while this page is shown."""
        if self.isVisible():
            self.evidence_field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_score(self, key: Qt.Key) -> None:
        """Left and Right move the score while one score is asked for."""
        if self._picker is not None and self._picker.isVisible():
            self._picker.shift(key)

    def save(self) -> bool:
        """Save what is being typed, and leave the cursor where it is; False after a fault."""
        return keep_each(*(field.save for field in (self.evidence_field, *self.differ.fields)))

    def put_back_said(self, question_id: str, text: str) -> None:
        """A line could not be kept: let it stand here, to be handed over again for its question."""
        self._said_begun.bind(question_id)
        self.said_field.put_back(text)

    def show_kept(self) -> None:
        """A score or a mark could not be kept: show what is."""
        if self._card is not None:
            self._show_score(self._card)
            self._show_marks(self._card.outcome)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < _NARROW
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._scores.setDirection(down if narrow else across)
        self._marks.setDirection(down if narrow else across)
        self._marks.setSpacing(4 if narrow else 24)
        self._offer.setVisible(not narrow)
        super().resizeEvent(event)

    def _build_one(self) -> QWidget:
        words, theme = self._words, self._theme
        one = QWidget()
        head = row(spacing=6)
        title = TextLabel(
            theme,
            words.say("What did we agree on?"),
            DESKTOP.section_title,
            elide=Qt.TextElideMode.ElideRight,
        )
        title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        head.addWidget(title, 1)
        self._offer = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK3)
        head.addWidget(self._offer)
        for key in (words.say("Left"), words.say("Right")):
            head.addWidget(KeyHint(theme, key))
        self._scores = row(spacing=16)
        self.differ_button = button(theme, words.say("Agree to differ"), self._start_differing)
        self.differ_button.setFixedHeight(CONSOLE.score_height)
        self._scores.addWidget(self.differ_button, 0, Qt.AlignmentFlag.AlignTop)
        self._scores.addStretch()
        self.evidence_field = TextArea(
            theme, words.say("Evidence: what makes it this score? (Ctrl E)")
        )
        self.evidence_field.text_saved.connect(self._write_evidence)
        whole = column(one)
        whole.addLayout(head)
        whole.addSpacing(10)
        whole.addLayout(self._scores)
        whole.addSpacing(12)
        whole.addWidget(self.evidence_field)
        return one

    def _build_marks(self) -> None:
        words = self._words
        self.off_wall = CheckBox(self._theme, words.say("Not for the wall"))
        self.off_report = CheckBox(self._theme, words.say("Not in the report"))
        for box in (self.off_wall, self.off_report):
            box.clicked.connect(self._mark)
        self._tick = IconMark(self._theme, "check", 16, Tone.INK3)
        self._saved = TextLabel(self._theme, "", DESKTOP.secondary, tone=Tone.INK3)
        self._marks = row(spacing=24)
        self._marks.addWidget(self.off_wall)
        self._marks.addWidget(self.off_report)
        self._marks.addStretch()
        saved = row(spacing=6)
        saved.addWidget(self._tick)
        saved.addWidget(self._saved)
        self._marks.addLayout(saved)

    def _build_said(self) -> None:
        words, theme = self._words, self._theme
        head = row(spacing=10)
        elide = Qt.TextElideMode.ElideRight
        head.addWidget(TextLabel(theme, words.say("Said in the talk"), DESKTOP.name, elide=elide))
        head.addWidget(Chip(theme, words.say("Not for the wall"), ChipKind.INVERSE))
        head.addStretch()
        self.add_line = button(
            theme,
            words.say("Add a line"),
            self.take_focus,
            icon="plus",
            key=words.say(key_of(Intent.NOTE)),
        )
        head.addWidget(self.add_line)
        self.said_field = LineField(theme, "", placeholder=words.say("What was said"))
        self.said_field.text_saved.connect(self._say)
        self._said_begun = Begun(lambda: self.question_id)
        self.said_field.text_edited.connect(self._said_begun.follow)
        self.said_field.hide()
        self._said_lines = column(spacing=4)
        self._said = column(spacing=6)
        self._said.addLayout(head)
        self._said.addLayout(self._said_lines)
        self._said.addWidget(self.said_field)

    def _make_picker(self, card: QuestionCard) -> None:
        """A scale of its own for every question; the picker starts at what is offered."""
        if self._picker is not None:
            self._picker.hide()
            self._picker.deleteLater()
        steps = len(card.labels)
        self._picker = ScorePicker(
            self._theme,
            self._words,
            self._words.say("Agreed score"),
            steps,
            low=card.labels[0],
            high=card.labels[-1],
        )
        self._picker.setProperty(OWNS_KEYS, True)
        self._show_score(card)
        self._picker.chosen.connect(self._agree)
        self._scores.insertWidget(0, self._picker, 0)

    def _show_score(self, card: QuestionCard) -> None:
        assert self._picker is not None, "made with the question"
        outcome = card.outcome
        score = outcome.score if outcome is not None and outcome.score is not None else card.offered
        if score is None and self._picker.score is not None:
            self._make_picker(card)  # an undo took the score back; nothing is chosen any more
        elif score is not None and score != self._picker.score:
            blocked = self._picker.blockSignals(True)
            self._picker.choose(score)
            self._picker.blockSignals(blocked)
        offered = card.offered is not None
        self._offer.setText(
            self._words.say("the median is offered; move with")
            if offered
            else self._words.say("no median where the room is split; choose with")
        )

    def _show_marks(self, outcome: OutcomeFacts | None) -> None:
        self.off_wall.setChecked(outcome.off_wall if outcome else False)
        self.off_report.setChecked(outcome.off_report if outcome else False)
        self._tick.setVisible(outcome is not None)
        self._saved.setVisible(outcome is not None)
        if outcome is not None:
            here = time.localtime(outcome.changed_at / 1000)
            at = clock_text(here.tm_hour * 60 + here.tm_min)
            self._saved.setText(self._words.say("Saved {time}", time=at))
            self._saved.updateGeometry()

    def _show_said(self, card: QuestionCard) -> None:
        notes = tuple(note for note in card.notes if not note.private)
        if notes == self._notes:
            return
        self._notes = notes
        clear(self._said_lines)
        for note in notes:
            line = row(spacing=12)
            text = TextLabel(self._theme, note.text, DESKTOP.body, tone=Tone.INK2, wrap=True)
            line.addWidget(text, 1)
            name = self._words.say("Take this line away")
            remove = button(
                self._theme, "", partial(self.unsaid.emit, note.id), Kind.QUIET, icon="x", name=name
            )
            line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
            self._said_lines.addLayout(line)

    def _agree(self, score: float) -> None:
        self.agreed.emit(self.question_id, score)

    def _start_differing(self) -> None:
        self.differed.emit(self.question_id, Positions())

    def _differ(self, positions: Positions) -> None:
        self.differed.emit(self.question_id, positions)

    def _back_to_one(self) -> None:
        self.one_score.emit(self.question_id)

    def _write_evidence(self, text: str) -> None:
        self.evidence.emit(self.question_id, text)

    def _mark(self) -> None:
        self.marked.emit(self.question_id, self.off_wall.isChecked(), self.off_report.isChecked())

    def _say(self, text: str) -> None:
        if text.strip():
            self.said_field.set_text("")
            self.said.emit(self._said_begun.take(), text)
