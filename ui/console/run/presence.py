"""Presence: who is here, team by team, and the seat at the cursor with its four states."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.run.building import button, column, row
from ui.console.run.panel import Panel
from ui.console.run.seat_card import CHOICES, SeatCard
from ui.console.run.seat_columns import EDGE, RING, SeatColumns, Stop, StopKind
from ui.console.widgets.text_label import TextLabel, Tone
from ui.keys import Intent, key_of
from ui.leading import Leading
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene
from workshop.presence_panel import PresencePanel, SeatLine, SeatState, TeamColumn, presence_panel
from workshop.words import Words

_STATES = {key: state for state, (key, *_) in CHOICES.items()}


class Presence(Panel):
    """Open with Ctrl P, over whatever the day is at; the round goes on behind it.

    While it is open the seat's card stands in `right`, the right column.
    """

    def __init__(
        self, theme: DesktopTheme, words: Words, leading: Leading, right: QStackedWidget
    ) -> None:
        super().__init__()
        self._words = words
        self._leading = leading
        self._attendance = leading.live.attendance
        self._shown: PresencePanel | None = None
        self._right = right
        self._beside = right.currentWidget()
        self._present = TextLabel(theme, "", DESKTOP.numeral)
        self._sentence = TextLabel(theme, "", DESKTOP.note, tone=Tone.INK2, wrap=True)
        self._legend = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2, wrap=True)
        self.columns = SeatColumns(theme, words, words.say("Who is here"), whole=True, scrolls=True)
        self.card = SeatCard(theme, words)
        right.addWidget(self.card)
        self._put_together(theme, words)
        self.columns.moved.connect(lambda _: self._show_card())
        self.columns.picked.connect(self._pick)
        self.card.chosen.connect(self.choose)
        self.card.named.connect(self._name)
        self.card.left.connect(self.columns.take_focus)
        leading.read.connect(self._refresh)

    def show_scene(self, scene: ConsoleScene) -> None:
        """Show who is here now; the cursor stays at its seat."""
        self._take_column()
        self._show(presence_panel(self._leading.facts(), self._words))

    def take_focus(self) -> None:
        """Let the arrows go from seat to seat."""
        self.columns.take_focus()

    def take_letter(self, key: Qt.Key) -> bool:
        """Y, L, G and O say how it is with the seat, or the team, at the cursor."""
        state = _STATES.get(key)
        if state is not None:
            self.choose(state)
        return state is not None

    def save(self) -> str:
        """Keep the name that is being typed."""
        self.card.name.save()
        return ""

    def choose(self, state: SeatState) -> None:
        """Let the seat at the cursor be in this state, or all of the team."""
        stop = self.columns.current
        if stop is None:
            return
        self.save()
        refused: list[str] = []
        if stop.kind is StopKind.SEAT:
            act = partial(self._attendance.mark, stop.id, state.presence, state.role)
        elif stop.kind is StopKind.TEAM and state is not SeatState.OBSERVER:
            act = partial(self._attendance.mark_team, stop.id, state.presence)
        else:
            return
        self._leading.act(act, refused.append)
        self.card.refuse(refused[0] if refused else "")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_column()

    def hideEvent(self, event: QHideEvent) -> None:
        if self._beside is not None and self._right.currentWidget() is self.card:
            self._right.setCurrentWidget(self._beside)
        super().hideEvent(event)

    def _take_column(self) -> None:
        if self._right.currentWidget() is self._beside and self.isVisible():
            self._right.setCurrentWidget(self.card)

    def _refresh(self) -> None:
        if self.isVisible():
            self._show(presence_panel(self._leading.facts(), self._words))

    def _show(self, panel: PresencePanel) -> None:
        if panel == self._shown:
            return
        self._shown = panel
        self._present.setText(panel.present)
        self._present.updateGeometry()
        self._present.setAccessibleName(f"{panel.present} {panel.sentence}")
        self._sentence.setText(panel.sentence)
        self._sentence.updateGeometry()
        self._legend.setText(panel.legend)
        self._legend.updateGeometry()
        self.columns.show_teams(panel.teams)
        self.card.show_panel(panel)
        self._show_card()

    def _show_card(self) -> None:
        stop = self.columns.current
        if self._shown is None or stop is None:
            return
        team, seat = _found(self._shown, stop)
        if team is None:
            return
        if seat is not None:
            self.card.show_seat(team, seat)
        else:
            self.card.show_team(team)

    def _pick(self, stop: Stop, by_key: bool) -> None:
        if stop.kind is StopKind.ADD:
            self._add_to(stop.id)
        elif by_key:
            self.card.take_focus()

    def _add_to(self, team_id: str) -> None:
        added: list[str] = []
        refused: list[str] = []
        self._leading.act(lambda: added.append(self._attendance.add_seat(team_id)), refused.append)
        self.card.refuse(refused[0] if refused else "")
        if added:
            self.columns.go(Stop(StopKind.SEAT, added[0]))
            self.card.name.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self, name: str) -> None:
        stop = self.columns.current
        if stop is None or stop.kind is not StopKind.SEAT:
            return
        refused: list[str] = []
        act = partial(self._attendance.name_seat, stop.id, name)
        if not self._leading.act(act, refused.append):
            self.card.name.put_back(name)
        self.card.refuse(refused[0] if refused else "")

    def _put_together(self, theme: DesktopTheme, words: Words) -> None:
        x, y = CONSOLE.centre_padding_x, CONSOLE.centre_padding_y
        title = TextLabel(theme, words.say("Who is here"), DESKTOP.screen_title)
        numbers = row(spacing=14)
        numbers.addWidget(self._present, 0, Qt.AlignmentFlag.AlignTop)
        below = column(None, (0, 25, 0, 0))  # one baseline with the numeral's
        below.addWidget(self._sentence)
        below.addStretch()
        numbers.addLayout(below, 1)
        head = column(None, (x, y, x, 0), 4)
        head.addWidget(title)
        head.addLayout(numbers)
        middle = column(None, (x - EDGE - RING, 8, x - EDGE - RING, 0))
        middle.addWidget(self.columns)
        foot = row(None, (x, 10, x, 20), 12)
        foot.addWidget(self._legend, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(
            button(
                theme,
                words.say("Close this panel"),
                self.closed.emit,
                key=words.say(key_of(Intent.LEAVE)),
            )
        )
        whole = column(self)
        whole.addLayout(head)
        whole.addLayout(middle, 1)
        whole.addLayout(foot)


def _found(panel: PresencePanel, stop: Stop) -> tuple[TeamColumn | None, SeatLine | None]:
    for team in panel.teams:
        if stop.kind is not StopKind.SEAT and team.id == stop.id:
            return team, None
        for seat in team.seats:
            if stop == Stop(StopKind.SEAT, seat.id):
                return team, seat
    return None, None
