"""For someone: a vote that a colleague gives on the telephone, typed by the facilitator."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.run.building import Sheet, button, column, row, scrolled
from ui.console.run.head import Head
from ui.console.run.panel import Panel
from ui.console.run.seat_columns import EDGE, RING, SeatColumns, Stop, StopKind
from ui.console.widgets.button import Kind
from ui.console.widgets.digits import Digits
from ui.console.widgets.field import LineField
from ui.console.widgets.text_label import TextLabel, Tone
from ui.keys import Intent, key_of
from ui.leading import Leading
from ui.theme import DesktopTheme
from workshop.ballot import HAS_VOTED
from workshop.console_scene import ConsoleScene
from workshop.errors import RefusedVote
from workshop.kinds import Way
from workshop.presence_panel import SeatLine, SomeonePanel, TeamColumn, someone_panel
from workshop.voting import Vote
from workshop.words import Words, mark

NO_VOTE_OPEN = mark("A vote for someone is typed while a vote is open. Open the vote first.")
NOBODY = mark("Every seat that is here has voted.")
NO_ANSWER = mark("Type the answer first: its number, or 0 for don’t know.")
NOT_ENTERED = mark("The answer for {seat} is not kept yet. Press Enter in its field, or empty it.")
KEPT = mark("The vote of {seat} is in.")
_ANSWER_WIDTH = 88
_NO_BREAK = "\u00a0"


class ForSomeone(Panel):
    """Open with O while a vote is open: choose the seat, type the answer, Enter.

    What was typed is never shown again. In a secret ballot it is offered only after a sentence
    that the facilitator would know this vote.
    """

    def __init__(self, theme: DesktopTheme, words: Words, leading: Leading) -> None:
        super().__init__()
        self._words = words
        self._leading = leading
        self._shown: SomeonePanel | None = None
        self._confirmed = ""
        self.head = Head(theme, words, small=True)
        self.columns = SeatColumns(
            theme, words, words.say("Seats still out"), whole=False, scrolls=False
        )
        self._nobody = TextLabel(theme, words.say(NOBODY), DESKTOP.note, tone=Tone.INK2, wrap=True)
        self.warning = TextLabel(theme, "", DESKTOP.note, wrap=True)
        self.confirm = button(theme, words.say("They know. Go on"), self._confirm)
        self.answer = LineField(theme, "", placeholder=words.say("Answer"))
        self._for = TextLabel(theme, "", DESKTOP.strong, elide=Qt.TextElideMode.ElideRight)
        self._answers = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2, wrap=True)
        self.keep = button(
            theme,
            words.say("Keep the vote"),
            lambda: self._cast(self.answer.text),
            Kind.PRIMARY,
            key=words.say("Enter"),
        )
        self.said = TextLabel(theme, "", DESKTOP.strong, wrap=True)
        lead = words.say("For a colleague on the telephone. What you type is not shown again.")
        self._lead = TextLabel(theme, lead, DESKTOP.body, tone=Tone.INK2, wrap=True)
        self._close = button(
            theme,
            words.say("Close this panel"),
            self.closed.emit,
            key=words.say(key_of(Intent.LEAVE)),
        )
        self._put_together(theme, words)
        self.answer.editor.setValidator(Digits(2, self))
        self.answer.entered.connect(self._cast)
        self.columns.moved.connect(lambda _: self._show_seat())
        self.columns.picked.connect(lambda *_: self._take_answer(""))
        self.columns.digit.connect(self._take_answer)
        leading.read.connect(self._refresh)

    def refusal(self, scene: ConsoleScene) -> str:
        """Votes are typed while a vote is open."""
        return "" if scene.round_id is not None else self._words.say(NO_VOTE_OPEN)

    def show_scene(self, scene: ConsoleScene) -> None:
        """Show the question, and who may still be voted for."""
        self.head.show_scene(scene)
        self._show()

    def take_focus(self) -> None:
        """Let the arrows choose the seat; in a secret ballot the sentence comes first."""
        if self._asks_first():
            self.confirm.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.columns.take_focus()

    def save(self) -> str:
        """Say once that an answer was typed and not entered; only Enter votes."""
        team_seat = self._seat()
        if not self.answer.text or team_seat is None:
            return ""
        return self._words.say(NOT_ENTERED, seat=team_seat[1].name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        high = self.window().height() >= CONSOLE.low_below
        self._lead.setVisible(high)
        self._close.setVisible(high)  # Esc closes it as well
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.answer.set_text("")
        self._say("")
        self._confirmed = ""
        self._shown = None
        super().hideEvent(event)

    def _asks_first(self) -> bool:
        panel = self._shown
        return panel is not None and bool(panel.warning) and self._confirmed != panel.round_id

    def _confirm(self) -> None:
        if self._shown is not None:
            self._confirmed = self._shown.round_id
            self._arrange()
            self.columns.take_focus()

    def _refresh(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        panel = someone_panel(self._leading.facts(), self._words)
        if panel is None or panel == self._shown:
            return
        self._shown = panel
        self.warning.setText(panel.warning)
        # An answer and its number stay in one line.
        self._answers.setText("    ".join(a.replace(" ", _NO_BREAK) for a in panel.answers))
        self._answers.updateGeometry()
        before = self.columns.current
        self.columns.show_teams(panel.teams)
        if self.columns.current != before:
            self.answer.set_text("")  # it was meant for another seat
        self._arrange()
        self._show_seat()

    def _arrange(self) -> None:
        panel, asks = self._shown, self._asks_first()
        anybody = panel is not None and bool(panel.teams)
        self._ask.setVisible(asks)
        self._nobody.setVisible(not asks and not anybody)
        self.columns.setVisible(not asks and anybody)
        self._bar.setVisible(not asks and anybody)

    def _seat(self) -> tuple[TeamColumn, SeatLine] | None:
        if self._shown is None:
            return None
        for team in self._shown.teams:
            for seat in team.seats:
                if self.columns.current == Stop(StopKind.SEAT, seat.id):
                    return team, seat
        return None

    def _show_seat(self) -> None:
        found = self._seat()
        if found is not None:
            team, seat = found
            name = self._words.say("For {seat}, {team}", seat=seat.name, team=team.name)
            self._for.setText(name)
            self._for.updateGeometry()
            self.answer.editor.setAccessibleName(name)

    def _take_answer(self, digit: str) -> None:
        if digit:
            self.answer.set_text(digit)
        self.answer.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cast(self, typed: str) -> None:
        found, panel = self._seat(), self._shown
        if found is None or panel is None:
            return
        if not typed:
            self._say(self._words.say(NO_ANSWER), wrong=True)
            return
        _, seat = found
        refused: list[str] = []
        vote = Vote(panel.round_id, seat.id, int(typed), Way.FOR_SOMEONE)
        if self._leading.act(lambda: self._keep(vote), refused.append):
            self.answer.set_text("")
            self._say(self._words.say(KEPT, seat=seat.name))
            self.take_focus()
        else:
            self._say(refused[0] if refused else "", wrong=True)

    def _keep(self, vote: Vote) -> None:
        """Cast it, unless the seat has voted itself: nobody changes the vote of another."""
        live = self._leading.live
        seats = [each for team in live.facts(whole=False).teams for each in team.seats]
        if any(each.id == vote.seat_id and each.voted for each in seats):
            raise RefusedVote(HAS_VOTED)
        (cast,) = live.voting.cast([vote])
        if cast.refusal is not None:
            raise cast.refusal

    def _say(self, sentence: str, *, wrong: bool = False) -> None:
        self.said.setText(sentence)
        self.answer.edge.set_wrong(wrong)
        self.answer.editor.setAccessibleDescription(sentence)

    def _put_together(self, theme: DesktopTheme, words: Words) -> None:
        x, y = CONSOLE.centre_padding_x, CONSOLE.centre_padding_y
        self._ask = QWidget()
        asking = column(self._ask, (x, 0, x, 0), 16)
        asking.addWidget(self.warning)
        asking.addWidget(self.confirm, 0, Qt.AlignmentFlag.AlignLeft)
        head = column(None, (x, y, x, 0))
        head.addWidget(self.head)
        head.addSpacing(16)
        head.addWidget(TextLabel(theme, words.say("Vote for someone"), DESKTOP.section_title))
        head.addSpacing(4)
        head.addWidget(self._lead)
        head.addSpacing(8)
        self.answer.setFixedWidth(_ANSWER_WIDTH)
        self._bar = QWidget()
        bar = column(self._bar, (x, 8, x, 0), 8)
        bar.addWidget(self._for)
        bar.addWidget(self._answers)
        entry = row(spacing=12)
        entry.addWidget(self.answer)
        entry.addWidget(self.keep)
        entry.addStretch()
        bar.addLayout(entry)
        foot = row(None, (x, 10, x, 20), 12)
        middle_line = Qt.AlignmentFlag.AlignVCenter
        foot.addWidget(self.said, 1, middle_line)
        foot.addWidget(self._nobody, 1, middle_line)
        foot.addWidget(self._close)
        middle = column(None, (x - EDGE - RING, 0, x - EDGE - RING, 0))
        middle.addWidget(self.columns)
        content = Sheet()
        above = column(content)
        above.addLayout(head)
        above.addWidget(self._ask)
        above.addLayout(middle)
        above.addStretch()
        whole = column(self)
        whole.addWidget(scrolled(content, words.say("Vote for someone")), 1)
        whole.addWidget(self._bar)
        whole.addLayout(foot)
