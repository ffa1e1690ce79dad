"""Head: the step line and the question, at the top of every page about a question."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from exports.look.tokens import CONSOLE, DESKTOP, QUESTION_LONG_WORDS, SEMIBOLD
from ui.console.run.building import column, row
from ui.console.run.marks import ThemeMark
from ui.console.widgets.step_line import StepLine
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene, QuestionCard
from workshop.kinds import QUESTION_STEPS, Step
from workshop.speech import STEP_NAMES
from workshop.words import Words

_NARROW = 560  # below this width the question is written smaller
_LOW = CONSOLE.low_below
_LONGEST_FROM = 40  # words
_LONGEST = DESKTOP.note._replace(weight=SEMIBOLD)


class Head(QWidget):
    """`small` writes the question in 26 px always, as where it has been read already."""

    def __init__(self, theme: DesktopTheme, words: Words, *, small: bool = False) -> None:
        super().__init__()
        self._words = words
        self._small = small
        self._steps = StepLine(theme, [words.say(STEP_NAMES[step]) for step in QUESTION_STEPS])
        self._shape = ThemeMark(theme)
        elide = Qt.TextElideMode.ElideRight
        self._session = TextLabel(theme, "", DESKTOP.strong, elide=elide)
        self._topic = TextLabel(theme, "", DESKTOP.body, tone=Tone.INK2, elide=elide)
        self._question = TextLabel(theme, "", DESKTOP.question, wrap=True, balanced=True)
        self._reworded = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2, wrap=True)
        self._reworded.hide()
        line = row(spacing=10)
        line.addWidget(self._shape)
        line.addWidget(self._session)
        line.addWidget(self._topic)
        line.addStretch()
        whole = column(self)
        whole.addWidget(self._steps)
        whole.addSpacing(20)
        whole.addLayout(line)
        whole.addSpacing(8)
        whole.addWidget(self._question)
        whole.addWidget(self._reworded)

    def show_card(self, card: QuestionCard, step: Step | None, off: tuple[Step, ...] = ()) -> None:
        """Show a question and where it stands; None for the practice vote, which has no steps."""
        self._steps.setVisible(step is not None)
        if step is not None:
            shown = [each for each in QUESTION_STEPS if each not in off or each is step]
            names = [self._words.say(STEP_NAMES[each]) for each in shown]
            self._steps.set_steps(names, shown.index(step))
        self._shape.show_session(card.theme, card.second)
        self._session.setText(card.session)
        self._session.updateGeometry()
        self._topic.setText(card.topic)
        self._topic.updateGeometry()
        self._question.setText(card.text)
        self._reworded.setText(card.reworded)
        self._reworded.setVisible(bool(card.reworded))
        self._choose_size()

    def show_scene(self, scene: ConsoleScene) -> None:
        """Show the question in work."""
        if scene.question is not None:
            self.show_card(scene.question, scene.step, scene.steps_off)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._choose_size()

    def _choose_size(self) -> None:
        words = len(self._question.text().split())
        long = words > QUESTION_LONG_WORDS
        low = self.window().height() < _LOW
        small = self._small or long or low or self.width() < _NARROW
        role = DESKTOP.question_long if small else DESKTOP.question
        if long and low and self.width() < _NARROW:
            # What stands below it is needed as well, and the wall has it large.
            role = _LONGEST if words > _LONGEST_FROM else DESKTOP.section_title
        if role is not self._question.role:
            self._question.set_role(role)
