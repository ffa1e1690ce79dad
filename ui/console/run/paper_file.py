"""Paper file: what came of a CSV file of ballots, below the table: taken in, or its faults."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from exports.look.tokens import DESKTOP
from ui.console.run.building import TurningRow, button, clear, column, row
from ui.console.widgets.button import Kind
from ui.console.widgets.chip import Chip, ChipKind
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.paper import MOST_BYTES
from workshop.paper_texts import Fault
from workshop.paper_votes import TakenIn
from workshop.words import Words, mark

_LINE = 64
_PADDING = 10

NO_FILE = mark("This is no file that can be read.")
CHOOSE_ANOTHER = mark("Choose a CSV file on a disk that is there.")
CANNOT_OPEN = mark("This file cannot be opened: {reason}.")
CLOSE_IT = mark("Close it in other programs, or choose another file.")


def read_file(path: Path) -> bytes | tuple[Fault, ...]:
    """What a file holds, as far as ballots may; or why it cannot be read."""
    try:
        if not path.is_file():
            return (Fault(0, NO_FILE, CHOOSE_ANOTHER),)
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return (Fault(0, CANNOT_OPEN, CLOSE_IT, {"reason": reason}),)


class PaperFileView(QWidget):
    """A file's name, what came of it, and a row a fault.

    `again` asks to read it once more, `taken_back` to take its ballots back.
    """

    again = Signal()
    taken_back = Signal()

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._name = TextLabel(theme, "", DESKTOP.section_title, elide=Qt.TextElideMode.ElideMiddle)
        self.chip = Chip(theme, "", ChipKind.OUTLINE)
        head = row(spacing=12)
        head.addWidget(self._name, 1)
        head.addWidget(self.chip)
        self._faults = column()
        self.read_again = button(
            theme, words.say("Read the file again"), self.again.emit, Kind.PRIMARY
        )
        self.take_back = button(theme, words.say("Take its ballots back"), self.taken_back.emit)
        self.put_away = button(theme, words.say("Put it away"), self.hide, Kind.QUIET)
        whole = column(self)
        whole.addLayout(head)
        whole.addSpacing(8)
        whole.addWidget(Hairline(theme, strong=True))
        whole.addLayout(self._faults)
        whole.addSpacing(12)
        whole.addWidget(TurningRow(self.read_again, self.take_back, self.put_away, spacing=4))
        self.hide()

    def show_faults(self, name: str, faults: Sequence[Fault]) -> None:
        """Say that nothing was taken in, and why."""
        self._begin(name, self._words.say("Nothing was taken in"), ChipKind.INVERSE)
        for fault in faults:
            line = _FaultRow(self._theme, self._words, fault)
            self._faults.addWidget(line)
            line.show()
        self.read_again.show()
        self.take_back.hide()

    def show_taken(self, name: str, taken: TakenIn) -> None:
        """Say how many votes were taken in."""
        said = self._words.count("{n} vote taken in", "{n} votes taken in", taken.votes)
        self._begin(name, said, ChipKind.OUTLINE)
        self.read_again.hide()
        self.take_back.setVisible(taken.can_go_back)

    def _begin(self, name: str, said: str, kind: ChipKind) -> None:
        self._name.setText(name)
        self._name.updateGeometry()
        self.chip.set_text(said, kind)
        clear(self._faults)
        self.setAccessibleName(f"{name}: {said}")
        self.show()


class _FaultRow(QWidget):
    def __init__(self, theme: DesktopTheme, words: Words, fault: Fault) -> None:
        super().__init__()
        where = words.say("Line {n}", n=fault.line) if fault.line else words.say("The file")
        cause, mend = fault.cause(words), fault.how_to_mend(words)
        self.setAccessibleName(f"{where}: {cause} {mend}")
        line = TextLabel(theme, where, DESKTOP.body)
        line.setFixedWidth(_LINE)
        said = column()
        said.addWidget(TextLabel(theme, cause, DESKTOP.name, wrap=True))
        said.addWidget(TextLabel(theme, mend, DESKTOP.body, tone=Tone.INK2, wrap=True))
        across = row(margins=(0, _PADDING, 0, _PADDING), spacing=16)
        across.addWidget(line, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(said, 1)
        whole = column(self)
        whole.addLayout(across)
        whole.addWidget(Hairline(theme))
