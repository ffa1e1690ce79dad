"""First run: what there is to do first, while the library has no workshop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from frameworks.theme import Theme
from ui import icons
from ui.console.run.building import Sheet, column, row, scrolled
from ui.console.widgets.button import Button, Kind
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel, Tone
from ui.painters.surfaces import paint_box
from ui.projector.stage import Stage
from ui.projector.wall_view import WallView
from ui.theme import DesktopTheme
from workshop.charts import distribution_chart
from workshop.clock import now_ms
from workshop.scene_header import Header
from workshop.scenes import RevealScene, Wall
from workshop.tally import Distribution
from workshop.words import Words, mark

LABELS = (
    mark("Hardly ever"),
    mark("Now and then"),
    mark("Half the time"),
    mark("Mostly"),
    mark("Every time"),
)

_PICTURE = 400
_PICTURE_NARROW = 320
_SIGN_ROOM = 32
_CHOICE_BUTTON = 190
_STRIPE = 8
_STRIPE_GAP = 6
_NUMERAL = tokens.Type(tokens.DISPLAY, 32, 36, tokens.SEMIBOLD)
_LOW = tokens.Type(tokens.DISPLAY, 40, 46, tokens.SEMIBOLD)
_NAME = tokens.Type(tokens.SANS, 20, 28, tokens.SEMIBOLD)


class FirstRun(QWidget):
    """One sentence, the choices by number, the wall after a vote, and where everything lies."""

    rehearsal_wanted = Signal()
    new_wanted = Signal()
    look_wanted = Signal()
    copy_wanted = Signal()
    skipped = Signal()

    def __init__(self, theme: DesktopTheme, words: Words, path: Path) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        sentence = words.say("Let a room say where it stands, and leave with a plan.")
        self.setAccessibleName(sentence)
        self._sentence = TextLabel(theme, sentence, DESKTOP.first_run, wrap=True, balanced=True)
        self._stage = _sample_stage(theme, words, self)
        self._picture = WallView(self._stage)
        theme.changed.connect(self._dress)
        self.rehearse = Button(theme, words.say("Rehearse"), Kind.PRIMARY, large=True)
        self.rehearse.clicked.connect(self.rehearsal_wanted)
        self.new = Button(theme, words.say("New workshop"), large=True)
        self.new.clicked.connect(self.new_wanted)
        self.look = Button(theme, words.say("Look round"), large=True)
        self.look.clicked.connect(self.look_wanted)
        self.file = Button(theme, words.say("Open a workshop file…"), Kind.QUIET)
        self.file.clicked.connect(self.copy_wanted)
        self.file.setToolTip(words.say("Open a workshop file, or drop it here. Ctrl O"))
        open_file = QShortcut(QKeySequence(QKeySequence.StandardKey.Open), self)
        open_file.activated.connect(self.file.click)
        self.skip = Button(theme, words.say("Skip to my workshops"), Kind.QUIET)
        self.skip.clicked.connect(self.skipped)
        self._lines: list[QHBoxLayout] = []
        content = Sheet()
        self._whole = column(content)
        self._columns = columns = row()
        columns.addLayout(self._left(), 1)
        columns.addLayout(self._right(path))
        self._whole.addStretch(2)
        self._whole.addLayout(columns)
        self._whole.addStretch(3)
        foot = row()
        foot.addWidget(self.file)
        foot.addStretch()
        foot.addWidget(self.skip)
        self._whole.addLayout(foot)
        outer = column(self, (0, _STRIPE, 0, 0))
        outer.addWidget(scrolled(content, sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The numbers that stand beside the choices make them."""
        choices = {"1": self.rehearse, "2": self.new, "3": self.look}
        chosen = choices.get(event.text())
        if chosen is None:
            super().keyPressEvent(event)
        else:
            chosen.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < CONSOLE.narrow_below
        low = self.height() < CONSOLE.low_below
        side, above = (48 if narrow else 120), (20 if low else 48)
        self._whole.setContentsMargins(side, above, side, above)
        self._sentence.set_role(_LOW if narrow or low else DESKTOP.first_run)
        width = _PICTURE_NARROW if narrow else _PICTURE
        self._picture.setFixedSize(width, width * 9 // 16)
        self._where.setFixedWidth(width - _SIGN_ROOM)
        self._columns.setSpacing(32 if narrow else 64)
        for line in self._lines:
            line.setContentsMargins(0, 12 if low else 20, 0, 12 if low else 20)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        count = len(Theme)
        width = (self.width() - _STRIPE_GAP * (count - 1)) / count
        for place, theme in enumerate(Theme):
            left = round(place * (width + _STRIPE_GAP))
            of = self._theme.of(theme)
            paint_box(painter, QRectF(left, 0, round(width), _STRIPE), 0, of.fill, of.key)

    def _left(self) -> QVBoxLayout:
        theme, words = self._theme, self._words
        left = column()
        name = row(spacing=12)
        name.addWidget(_Sign(theme, "presentation"))
        name.addWidget(TextLabel(theme, words.say("Flipchart"), _NAME))
        name.addStretch()
        left.addLayout(name)
        left.addSpacing(24)
        left.addWidget(self._sentence)
        left.addSpacing(36)
        self._choice(
            left, 1, words.say("Rehearse once"),
            words.say("24 simulated seats vote. Half an hour, nothing is kept."), self.rehearse,
        )  # fmt: skip
        self._choice(
            left, 2, words.say("Prepare your own"),
            words.say("Name the day and the teams; the questions are there."), self.new,
        )  # fmt: skip
        self._choice(
            left, 3, words.say("Look round"),
            words.say("The manual: a day in pictures, what the room sees, every key."), self.look,
        )  # fmt: skip
        return left

    def _choice(
        self, into: QVBoxLayout, number: int, title: str, sentence: str, button: Button
    ) -> None:
        theme = self._theme
        into.addWidget(Hairline(theme))
        line = row(spacing=20)
        self._lines.append(line)
        numeral = TextLabel(theme, self._words.say("{n}", n=number), _NUMERAL)
        numeral.setFixedWidth(36)
        line.addWidget(numeral, 0, Qt.AlignmentFlag.AlignTop)
        said = column(spacing=2)
        said.addWidget(TextLabel(theme, title, DESKTOP.section_title, wrap=True))
        said.addWidget(TextLabel(theme, sentence, DESKTOP.note, tone=Tone.INK2, wrap=True))
        line.addLayout(said, 1)
        button.setMinimumWidth(_CHOICE_BUTTON)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        into.addLayout(line)

    def _right(self, path: Path) -> QVBoxLayout:
        theme, words = self._theme, self._words
        right = column()
        frame = _Frame(theme)
        picture = self._picture
        picture.setAccessibleName(words.say("What the room sees after a vote"))
        column(frame, (1, 1, 1, 1)).addWidget(picture)
        right.addWidget(frame)
        right.addSpacing(8)
        caption = words.say("What the room sees after a vote")
        right.addWidget(TextLabel(theme, caption, DESKTOP.secondary, tone=Tone.INK3))
        right.addSpacing(32)
        right.addWidget(Hairline(theme, strong=True))
        right.addSpacing(16)
        stays = row(spacing=12)
        stays.addWidget(_Sign(theme, "hard-drive"), 0, Qt.AlignmentFlag.AlignTop)
        said = column()
        said.addWidget(TextLabel(theme, words.say("Everything stays on this laptop"), DESKTOP.name))
        where = words.say("{folder}. No account, no internet.", folder=path.parent)
        self._where = TextLabel(theme, where, DESKTOP.secondary, tone=Tone.INK2, wrap=True)
        said.addWidget(self._where)
        stays.addLayout(said, 1)
        right.addLayout(stays)
        right.addStretch()
        return right

    def _dress(self) -> None:
        self._stage.look = self._theme.look


class _Frame(QWidget):
    """The edge around the picture of the wall."""

    def __init__(self, theme: DesktopTheme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_box(QPainter(self), QRectF(self.rect()), 0, None, self._theme.colours.edge)


class _Sign(QLabel):
    """An icon beside a text, in the colours in force."""

    def __init__(self, theme: DesktopTheme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        ink, ratio = self._theme.colours.ink, self.devicePixelRatioF()
        self.setPixmap(icons.pixmap(self._name, ink, ratio=ratio))


def _sample_stage(theme: DesktopTheme, words: Words, parent: QWidget) -> Stage:
    """A stage with the second round of a sample vote, at rest."""
    chart = distribution_chart(
        Distribution((0, 3, 4, 12, 3), 2),
        tuple(words.say(label) for label in LABELS),
        Distribution((3, 8, 2, 8, 3), 0),
        1,
        words,
    )
    scene = RevealScene(
        Header(
            Theme.STRATEGY,
            False,
            words.say("Strategy"),
            words.say("Recovery"),
            words.say("Question 3 of 5"),
        ),
        words.say("When we let a patient down, do we own it, put it right and follow up?"),
        chart,
        words.say("Three votes stay at 2. What might those colleagues be seeing?"),
        "sample",
    )
    stage = Stage(theme.look, now_ms, reduce_motion=True, parent=parent)
    stage.show(Wall(scene))
    return stage
