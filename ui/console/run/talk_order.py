"""Talk order: what was picked, in the order of the talk, each with its prompt."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from exports.look.tokens import DESKTOP
from ui.console.run.building import clear, column, row
from ui.console.run.marks import IconMark
from ui.console.widgets.section import Hairline, SectionTitle
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene, Standing
from workshop.together_panel import TalkLine, TogetherPanel, together_panel
from workshop.words import Words

_NUMBER = 24
_TOP = Qt.AlignmentFlag.AlignTop


class TalkOrder(QWidget):
    """Stands in the right column while the page of what was revealed at once is shown."""

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._shown: TogetherPanel | None = None
        self._lines = column()
        whole = column(self, (0, 26, 0, 0))
        whole.addWidget(SectionTitle(theme, words.say("The talk, in this order")))
        whole.addLayout(self._lines)

    def show_scene(self, scene: ConsoleScene) -> None:
        """Show what is picked now; nothing where nothing was revealed at once."""
        panel = panel_of(scene, self._words)
        if panel is None or panel == self._shown:
            return
        self._shown = panel
        clear(self._lines)
        if not panel.talk:
            text = self._words.say("Nothing is picked. The next key goes on without a talk.")
            label = TextLabel(self._theme, text, DESKTOP.secondary, tone=Tone.INK2, wrap=True)
            self._lines.addSpacing(12)
            self._lines.addWidget(label)
        for line in panel.talk:
            self._lines.addWidget(_Line(self._theme, line))
            self._lines.addWidget(Hairline(self._theme))
        if panel.rest:
            self._lines.addWidget(_Rest(self._theme, panel.rest))


class _Line(QWidget):
    """A question of the talk: its number, its name and what to ask."""

    def __init__(self, theme: DesktopTheme, line: TalkLine) -> None:
        super().__init__()
        number = TextLabel(theme, line.number, DESKTOP.strong)
        number.setFixedWidth(_NUMBER)
        said = column(spacing=2)
        name = TextLabel(theme, line.name, DESKTOP.name, elide=Qt.TextElideMode.ElideRight)
        said.addWidget(name)
        said.addWidget(TextLabel(theme, line.prompt, DESKTOP.secondary, tone=Tone.INK2, wrap=True))
        inner = row(self, (0, 10, 0, 11), 0)
        inner.addWidget(number, 0, _TOP)
        inner.addLayout(said, 1)


class _Rest(QWidget):
    """What becomes of the questions that are not picked."""

    def __init__(self, theme: DesktopTheme, text: str) -> None:
        super().__init__()
        inner = row(self, (0, 12, 0, 0), 6)
        inner.addWidget(IconMark(theme, "check", 16, Tone.INK2), 0, _TOP)
        label = TextLabel(theme, text, DESKTOP.secondary, tone=Tone.INK2, wrap=True)
        inner.addWidget(label, 1)


def panel_of(scene: ConsoleScene, words: Words) -> TogetherPanel | None:
    """The page of a scene; its session's questions tell each one's place in the order asked."""
    if scene.together is None:
        return None
    asked = [
        question.id
        for item in scene.rail
        if item.standing is Standing.NOW
        for question in item.questions
    ]
    return together_panel(scene.together, asked, words)
