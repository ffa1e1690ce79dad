"""Check page: screens and keys at the left, the library at the right, and what is open below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from exports.look.tokens import CONSOLE, DESKTOP, FIGURES, Type
from ui.console.check import findings
from ui.console.check.findings import Finding
from ui.console.check.lines import ICONS, FindingList
from ui.console.check.screen_choice import ScreenChoice
from ui.console.run.building import Sheet, TurningRow, column, row, scrolled
from ui.console.widgets.button import Button, Kind
from ui.console.widgets.icon_label import IconLabel
from ui.console.widgets.section import Hairline, SectionTitle
from ui.console.widgets.text_label import TextLabel, Tone
from ui.help.chapter import ChapterId
from ui.keys import Intent, key_of
from ui.projector.screens import Screens
from ui.projector.stage import Stage
from ui.theme import DesktopTheme
from workshop.words import Words

_PADDING_X, _PADDING_TOP = 40, 28
_NARROW_PADDING = 24
_CLOCK = Type(FIGURES, 13, 18)


class CheckPage(QWidget):
    """What the facilitator sees of the check. Its signals ask; `show_*` say what came of it."""

    chapter: Final = ChapterId.ROOM
    left = Signal()
    opened = Signal()
    again = Signal()
    identify_wanted = Signal()
    swap_wanted = Signal()
    fill_wanted = Signal()
    card_wanted = Signal(bool)
    mend_wanted = Signal(object)

    def __init__(
        self, theme: DesktopTheme, words: Words, stage: Stage, screens: Screens, about: str
    ) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._screens = screens
        self._card_shown = True
        self.setAccessibleName(words.say("Test the room"))
        self.back = Button(theme, words.say("Workshops"), Kind.QUIET, icon="chevron-left")
        self.back.clicked.connect(self.left)
        self._clock = TextLabel(theme, "", _CLOCK, tone=Tone.INK3)
        self.choice = ScreenChoice(theme, words, stage, screens)
        self.identify = Button(theme, words.say("Identify"))
        self.identify.clicked.connect(self.identify_wanted)
        swap, fill = words.say(key_of(Intent.SWAP)), words.say(key_of(Intent.FILL))
        self.swap = Button(theme, words.say("Swap"), icon="arrow-left-right", key=swap)
        self.swap.clicked.connect(self.swap_wanted)
        self.fill = Button(theme, words.say("Fill the screen with the wall"), key=fill)
        self.fill.clicked.connect(self.fill_wanted)
        self.card = Button(theme, words.say("Hide the test card"))
        self.card.clicked.connect(lambda: self.card_wanted.emit(not self._card_shown))
        self.lists = {
            name: FindingList(theme, words) for name in ("screens", "keys", "library", "safety")
        }
        for each in self.lists.values():
            each.mend_wanted.connect(self.mend_wanted)
        self.test_again = Button(theme, words.say("Test again"), large=True)
        self.test_again.clicked.connect(self.again)
        self.open = Button(theme, words.say("Open workshop"), Kind.PRIMARY, large=True)
        self.open.clicked.connect(self.opened)
        self._foot_icon = IconLabel(theme, "clock")
        self._foot_count = TextLabel(theme, "", DESKTOP.strong)
        self._foot_rest = TextLabel(theme, "", DESKTOP.body, tone=Tone.INK2)
        self._columns: list[QVBoxLayout] = []
        self._put_together(about)
        self.show_screens()

    # --- What is shown ----------------------------------------------------------------------

    def show_time(self, moment: int) -> None:
        """Say the time of day; `moment` is in ms since 1970."""
        self._clock.setText(findings.time_of(moment))
        self._clock.setAccessibleName(self._words.say("Time {time}", time=self._clock.text()))

    def show_screens(self) -> None:
        """Draw the screens as they are now."""
        alone = self._screens.alone
        self.choice.refresh()
        self.swap.setVisible(not alone)
        self.fill.setVisible(alone)

    def show_card(self, shown: bool) -> None:
        """Say whether the wall carries the test card."""
        self._card_shown = shown
        say = self._words.say
        self.card.setText(say("Hide the test card") if shown else say("Show the test card"))

    def show_findings(self, name: str, found: Sequence[Finding]) -> None:
        """Show what a section has found; the names are those of `lists`."""
        here = self.lists[name]
        held = any(line.button.hasFocus() for line in here.lines)
        here.show_findings(found)
        if held and not any(line.button.hasFocus() for line in here.lines):
            self.open.setFocus()  # the button that was pressed is gone
        every = [
            line.finding
            for each in self.lists.values()
            for line in each.lines
            if line.finding is not None and not line.isHidden()
        ]
        count, rest, standing = findings.summary(self._words, every)
        self._foot_icon.show_icon(ICONS[standing])
        self._foot_count.setText(count)
        self._foot_rest.setText(rest)

    @property
    def foot(self) -> str:
        """What the foot says."""
        return f"{self._foot_count.text()} {self._foot_rest.text()}".strip()

    # --- Inside -----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        side = _PADDING_X if self.width() >= CONSOLE.narrow_below else _NARROW_PADDING
        for each in self._columns:
            each.setContentsMargins(side, _PADDING_TOP, side, _PADDING_TOP)
        self._foot_line.setContentsMargins(side, 0, side, 0)
        super().resizeEvent(event)

    def _put_together(self, about: str) -> None:
        theme, words = self._theme, self._words
        body = Sheet()
        across = row(body, spacing=0)
        across.addWidget(self._screens_and_keys(), 1)
        across.addWidget(Hairline(theme, vertical=True))
        across.addWidget(self._safety(), 1)
        whole = column(self)
        whole.addWidget(self._top(about))
        whole.addWidget(Hairline(theme))
        whole.addWidget(scrolled(body, words.say("Test the room")), 1)
        whole.addWidget(Hairline(theme))
        whole.addWidget(self._foot())

    def _top(self, about: str) -> QWidget:
        top = QWidget()
        top.setFixedHeight(CONSOLE.top_bar)
        left, right = QWidget(), QWidget()
        for side in (left, right):
            side.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        back = row(left)
        back.addWidget(self.back)
        back.addStretch()
        clock = row(right)
        clock.addStretch()
        clock.addWidget(self._clock)
        whole = row(top, (14, 0, 24, 0), 16)
        whole.addWidget(left, 1)
        title = self._words.say("Test the room")
        whole.addWidget(TextLabel(self._theme, title, DESKTOP.group_title))
        whole.addWidget(
            TextLabel(self._theme, about, tone=Tone.INK3, elide=Qt.TextElideMode.ElideRight)
        )
        whole.addWidget(right, 1)
        return top

    def _screens_and_keys(self) -> QWidget:
        theme, words = self._theme, self._words
        side, whole = self._column()
        whole.addWidget(_section(theme, words.say("Screens")))
        whole.addSpacing(18)
        whole.addWidget(self.choice)
        whole.addSpacing(18)
        whole.addWidget(TurningRow(self.identify, self.swap, self.fill, self.card))
        whole.addSpacing(14)
        whole.addWidget(Hairline(theme))
        whole.addWidget(self.lists["screens"])
        whole.addSpacing(24)
        whole.addWidget(_section(theme, words.say("Keys")))
        whole.addWidget(self.lists["keys"])
        whole.addStretch(1)
        return side

    def _safety(self) -> QWidget:
        side, whole = self._column()
        whole.addWidget(_section(self._theme, self._words.say("Safety")))
        whole.addWidget(self.lists["library"])
        whole.addWidget(self.lists["safety"])
        whole.addStretch(1)
        return side

    def _column(self) -> tuple[QWidget, QVBoxLayout]:
        side = Sheet()
        side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        whole = column(side, (_PADDING_X, _PADDING_TOP, _PADDING_X, _PADDING_TOP))
        self._columns.append(whole)
        return side, whole

    def _foot(self) -> QWidget:
        foot = QWidget()
        foot.setFixedHeight(CONSOLE.footer)
        line = self._foot_line = row(foot)
        for each in (self._foot_icon, self._foot_count, self._foot_rest):
            line.addWidget(each)
        line.addStretch()
        line.addWidget(self.test_again)
        line.addSpacing(4)
        line.addWidget(self.open)
        return foot


def _section(theme: DesktopTheme, title: str) -> SectionTitle:
    made = SectionTitle(theme, title)
    made.title.set_role(DESKTOP.section_title)
    return made
