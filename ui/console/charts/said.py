"""Said: the column that says what the chosen mark stands for, with the two ways on from it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from exports.look.tokens import DESKTOP, Type
from ui.console.charts.sayings import Saying
from ui.console.run.building import Sheet, button, clear, column, row, scrolled
from ui.console.run.marks import ThemeMark
from ui.console.widgets.button import Kind
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel, Tone
from ui.keys import Intent, key_of
from ui.theme import DesktopTheme
from workshop.words import Words

_QUIET = DESKTOP.secondary


class Said(QWidget):
    """`action_asked` and `go_asked` are its buttons; the second is there only where it leads on."""

    action_asked = Signal()
    go_asked = Signal()

    def __init__(self, theme: DesktopTheme, words: Words, *, leads: bool) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.saying: Saying | None = None
        self._labels: list[TextLabel] = []
        self.setAccessibleName(words.say("What the mark says"))
        key = words.say(key_of(Intent.ACTION))
        self.action = button(
            theme,
            words.say("New action"),
            self.action_asked.emit,
            Kind.PRIMARY,
            icon="flag",
            key=key,
        )
        self.go = button(theme, words.say("Go to the question"), self.go_asked.emit)
        self._leads = leads
        self._content = Sheet()
        self._lines = column(self._content, (24, 20, 24, 16))
        foot = column(None, (24, 12, 24, 16), 8)
        foot.addWidget(self.action)
        foot.addWidget(self.go)
        inner = column()
        inner.addWidget(scrolled(self._content, words.say("What the mark says")), 1)
        inner.addWidget(Hairline(theme))
        inner.addLayout(foot)
        outer = row(self, spacing=0)
        outer.addWidget(Hairline(theme, vertical=True))
        outer.addLayout(inner, 1)
        self.show_saying(None)

    @property
    def labels(self) -> tuple[TextLabel, ...]:
        """What says it, from top to bottom."""
        return tuple(self._labels)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text that is said, from top to bottom."""
        return tuple(label.text() for label in self._labels)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def set_leads(self, *, leads: bool) -> None:
        """Whether there is a day in which one can go on from a mark."""
        self._leads = leads
        self.go.setVisible(leads and self.saying is not None and bool(self.saying.session_id))

    def show_saying(self, saying: Saying | None) -> None:
        """Say this; None: nothing is chosen."""
        question = saying is not None and bool(saying.question_id)
        self.action.setVisible(saying is not None)
        self.go.setVisible(self._leads and saying is not None and bool(saying.session_id))
        self.go.setText(
            self._words.say("Go to the question")
            if question
            else self._words.say("Go to the session")
        )
        if saying == self.saying and self._lines.count():
            return
        self.saying = saying
        clear(self._lines)
        self._labels.clear()
        if saying is not None:
            self._fill(saying)
        self._lines.addStretch()
        for label in self._labels:
            label.show()  # now, or the column would be measured without it
        self._lines.activate()

    def _fill(self, saying: Saying) -> None:
        head = row(spacing=8)
        if saying.theme is not None:
            shape = ThemeMark(self._theme)
            shape.show_session(saying.theme, saying.second)
            head.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        if saying.place:
            head.addWidget(self._label(saying.place, DESKTOP.name, Tone.INK2), 1)
            self._lines.addLayout(head)
            self._lines.addSpacing(6)
        self._lines.addWidget(self._label(saying.text, DESKTOP.group_title))
        if saying.mark:
            self._lines.addSpacing(8)
            self._lines.addWidget(self._label(saying.mark, _QUIET, Tone.INK2))
        if saying.figure:
            self._lines.addSpacing(12)
            figure = row(spacing=10)
            number = TextLabel(self._theme, saying.figure, DESKTOP.screen_title)
            self._labels.append(number)
            figure.addWidget(number, 0, Qt.AlignmentFlag.AlignBottom)
            said = self._label(saying.figure_said, DESKTOP.body, Tone.INK2)
            figure.addWidget(said, 1, Qt.AlignmentFlag.AlignBottom)
            self._lines.addLayout(figure)
        for section in saying.sections:
            self._lines.addSpacing(14)
            self._lines.addWidget(self._label(section.title, DESKTOP.label, Tone.INK3))
            self._lines.addSpacing(2)
            self._lines.addWidget(self._label("\n".join(section.lines), DESKTOP.body))
        if saying.away:
            self._lines.addSpacing(14)
            self._lines.addWidget(self._label(saying.away, _QUIET, Tone.INK2))

    def _label(self, text: str, role: Type, tone: Tone = Tone.INK) -> TextLabel:
        self._labels.append(TextLabel(self._theme, text, role, tone=tone, wrap=True))
        return self._labels[-1]
