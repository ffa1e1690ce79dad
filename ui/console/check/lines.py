"""Lines: the findings below each other, with a tick or a triangle before each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.look.tokens import DESKTOP
from ui.console.check.findings import Finding, Standing
from ui.console.run.building import column, row
from ui.console.widgets.button import Button
from ui.console.widgets.icon_label import IconLabel
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.words import Words

ICONS = {Standing.FINE: "check", Standing.OPEN: "triangle-alert", Standing.WAITING: "clock"}
_HEIGHT = 52
_PADDING = 8


class FindingLine(QWidget):
    """One finding; its button is there only while there is something to be done."""

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._words = words
        self._said = {
            Standing.FINE: words.say("Fine"),
            Standing.OPEN: words.say("To look at"),
            Standing.WAITING: words.say("Not known yet"),
        }
        self.finding: Finding | None = None
        self._icon = IconLabel(theme, "check")
        self._title = TextLabel(theme, "", DESKTOP.name, wrap=True)
        self._detail = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2, wrap=True)
        self.button = Button(theme, "")
        texts = column()
        texts.addStretch()
        texts.addWidget(self._title)
        texts.addWidget(self._detail)
        texts.addStretch()
        line = row(None, (0, _PADDING - 1, 0, _PADDING - 1), 14)
        line.addWidget(self._icon)
        line.addLayout(texts, 1)
        line.addWidget(self.button)
        whole = column(self)
        whole.addLayout(line, 1)
        whole.addWidget(Hairline(theme))
        self.setMinimumHeight(_HEIGHT)

    def show_finding(self, finding: Finding) -> None:
        """Say this finding."""
        if finding == self.finding:
            return
        self.finding = finding
        self._icon.show_icon(ICONS[finding.standing])
        self._icon.setAccessibleName(self._said[finding.standing])
        self._title.setText(finding.title)
        self._detail.setText(finding.detail)
        self.setAccessibleName(f"{self._said[finding.standing]}: {finding.title}")
        self.setAccessibleDescription(finding.detail)
        self.button.setVisible(finding.mend is not None)
        if finding.mend is not None:
            self.button.setText(finding.button)
            self.button.setAccessibleName(f"{finding.title}: {finding.button}")


class FindingList(QWidget):
    """Findings of one section; `mend_wanted` carries the Mend of a button."""

    mend_wanted = Signal(object)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.lines: list[FindingLine] = []
        self._column: QVBoxLayout = column(self)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these; a line stays the widget it is, so that the focus stays where it was."""
        while len(self.lines) < len(findings):
            self._grow()
        for line, finding in zip(self.lines, findings, strict=False):
            line.show_finding(finding)
            line.show()
        for line in self.lines[len(findings) :]:
            line.hide()

    def _grow(self) -> None:
        line = FindingLine(self._theme, self._words)
        line.button.clicked.connect(lambda: self._ask(line))
        self.lines.append(line)
        self._column.addWidget(line)

    def _ask(self, line: FindingLine) -> None:
        if line.finding is not None and line.finding.mend is not None:
            self.mend_wanted.emit(line.finding.mend)
