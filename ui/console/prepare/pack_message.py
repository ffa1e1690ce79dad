"""Pack message: what happened to a file that was to become a pack, or all that is to be mended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QGuiApplication,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP
from ui.console.run.building import Sheet, button, clear, column, row, scrolled
from ui.console.widgets.button import Kind
from ui.console.widgets.icon_label import IconLabel
from ui.console.widgets.text_label import TextLabel, Tone
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.words import Words

_MOST = 176  # of height: a pack can have many faults
_PADDING = (16, 10, 8, 10)
_SIGN = 18
_SIGN_OF_ROW = 16
_NAME_WIDTH, _NAME_SHARE = 168, 0.36

Choice = tuple[str, Callable[[], object]]


@dataclass(frozen=True, slots=True)
class FileLine:
    """What became of one file of several; `whole` is all that there is to say of it."""

    file: str
    cause: str
    wrong: bool
    whole: str


class PackMessage(QWidget):
    """A sunken box with a sentence or a list of faults, and what can be done; hidden at first.

    Of several files there is a line each. What is longer than a line can be copied, by its button
    or by Ctrl C where the box has the focus.
    """

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._sign = IconLabel(theme, "check", size=_SIGN)
        self._text = TextLabel(theme, "", DESKTOP.body, wrap=True)
        self._whole = ""
        self._sheet = Sheet()
        down = column(self._sheet)
        down.addWidget(self._text)
        self._lines = column(None, (0, 0, 8, 0), 4)
        down.addLayout(self._lines)
        down.addStretch()
        self._area = scrolled(self._sheet, words.say("What happened to the pack"))
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self._area)
        copy.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copy.activated.connect(self._copy)
        self._choices = row(spacing=4)
        whole = column(self, _PADDING, 4)
        line = row(spacing=10)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._area, 1)
        whole.addLayout(line)
        whole.addLayout(self._choices)
        self.hide()

    @property
    def text(self) -> str:
        """What is said, or nothing while it is hidden."""
        return "" if self.isHidden() else self._whole

    def say(
        self,
        text: str,
        choices: Sequence[Choice] = (),
        *,
        wrong: bool = False,
        files: Sequence[FileLine] = (),
    ) -> None:
        """Say it until it is closed or something else is said; the first choice is to the left."""
        self._text.setText(text)
        self._text.set_role(DESKTOP.strong if files else DESKTOP.body)
        self._sign.show_icon("triangle-alert" if wrong else "check")
        self._whole = "\n\n".join((text, *(each.whole for each in files)))
        self._show_files(files)
        self._show_choices(choices)
        self._area.verticalScrollBar().setValue(0)
        lines = (f"{each.file}: {each.cause}" for each in files)
        name = "\n".join((text, *lines))
        self._area.setAccessibleName(name)
        self.setAccessibleName(name)
        self.show()
        self._fit()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _show_files(self, files: Sequence[FileLine]) -> None:
        clear(self._lines)
        if files:
            self._lines.addSpacing(4)
        for each in files:
            self._lines.addWidget(_FileRow(self._theme, each))

    def _show_choices(self, choices: Sequence[Choice]) -> None:
        say = self._words.say
        clear(self._choices)
        for name, do in choices:
            self._choices.addWidget(button(self._theme, name, do, Kind.QUIET))
        if "\n" in self._whole:
            made = button(self._theme, say("Copy"), self._copy, Kind.QUIET)
            made.clicked.connect(lambda: made.setText(say("Copied")))
            self._choices.addWidget(made)
        self._choices.addWidget(button(self._theme, say("Close"), self.close_it, Kind.QUIET))
        self._choices.addStretch()

    def _copy(self) -> None:
        """Put all that is said on the clipboard, for whoever mends the packs."""
        QGuiApplication.clipboard().setText(self._whole)

    def close_it(self) -> None:
        """Take it away."""
        self.hide()

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        sunken = self._theme.colours.sunken
        paint_box(QPainter(self), QRectF(self.rect()), tokens.RADIUS_CONTROL, sunken)

    def _fit(self) -> None:
        left, _, right, _ = _PADDING
        room = max(1, self.width() - left - right - _SIGN - 10)
        self._area.setFixedHeight(min(_MOST, self._sheet.heightForWidth(room) + 2))


class _FileRow(QWidget):
    """One of several files: how it went, its name, and why."""

    def __init__(self, theme: DesktopTheme, line: FileLine) -> None:
        super().__init__()
        self.setToolTip(line.file)
        across = row(self, spacing=8)
        icon = "triangle-alert" if line.wrong else "check"
        top = Qt.AlignmentFlag.AlignTop
        sign = IconLabel(theme, icon, tone=Tone.INK2, size=_SIGN_OF_ROW)
        sign.setFixedHeight(round(DESKTOP.strong.leading))
        across.addWidget(sign, 0, top)
        elide = Qt.TextElideMode.ElideMiddle
        self._name = TextLabel(theme, line.file, DESKTOP.strong, elide=elide)
        across.addWidget(self._name, 0, top)
        across.addWidget(TextLabel(theme, line.cause, DESKTOP.body, tone=Tone.INK2, wrap=True), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._name.setFixedWidth(round(min(_NAME_WIDTH, self.width() * _NAME_SHARE)))
