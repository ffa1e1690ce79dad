"""Side: the right column. The room's view, then votes and ways, or the question so far."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.run.building import Sheet, button, clear, column, row, scrolled
from ui.console.run.room import Room
from ui.console.run.talk_order import TalkOrder
from ui.console.run.votes import VotesByTeam
from ui.console.widgets.section import Hairline, SectionTitle
from ui.console.widgets.text_label import TextLabel, Tone
from ui.keys import Intent, key_of
from ui.painters.text import Align
from ui.projector.screens import Screens
from ui.projector.stage import Stage
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene, RoundLine, TeamLine
from workshop.kinds import Step, Way
from workshop.steps import State
from workshop.words import Words

_LINE = 44
_NARROW = 310  # below this width a button says less
_LEAST = 270
_TALKING = (Step.REVEAL, Step.TALK, Step.RECORD, Step.ACT)


class Side(QWidget):
    """`asked` carries the Intent of a button, `called` the id of the team called to the screen, and
    whether it votes on the number pad.
    """

    asked = Signal(object)
    called = Signal(str, bool)
    turn_skipped = Signal()
    turn_ended = Signal()

    def __init__(self, theme: DesktopTheme, words: Words, stage: Stage, screens: Screens) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._screens = screens
        self._scene: ConsoleScene | None = None
        self._in_field = False
        self.room = Room(theme, words, stage, screens)
        self.votes = VotesByTeam(theme, words)
        self.ways = _Ways(theme, words, self)
        self.so_far = _SoFar(theme, words, self)
        self.reopen = button(
            theme,
            words.say("Let those still missing vote"),
            lambda: self.asked.emit(Intent.VOTE_AGAIN),
            icon="undo-2",
        )
        self.talk = TalkOrder(theme, words)
        content = Sheet()
        whole = column(content, (24, 20, 24, 20))
        whole.addWidget(self.room)
        for part in (self.votes, self.ways, self.reopen, self.so_far, self.talk):
            whole.addWidget(part)
        whole.addSpacing(16)
        whole.addWidget(self.room.plug)
        whole.addStretch()
        outer = row(self, spacing=0)
        outer.addWidget(Hairline(theme, vertical=True))
        outer.addWidget(scrolled(content, words.say("The room")), 1)

    def show_scene(self, scene: ConsoleScene) -> None:
        """Show what belongs to this step."""
        self._scene = scene
        voting = scene.round_id is not None or scene.step is Step.VOTE
        talking = scene.step in _TALKING and not voting
        self.room.show_scene(scene)
        self.reopen.setVisible(scene.state is State.CLOSED)
        self.reopen.set_key("" if self._in_field else self._words.say(key_of(Intent.VOTE_AGAIN)))
        self.votes.setVisible(voting)
        if voting:
            self.votes.show_scene(scene)
        self.ways.setVisible(scene.voting and not scene.ways.isdisjoint({Way.WALL, Way.HANDS}))
        self.ways.show_scene(scene, in_field=self._in_field)
        self.so_far.setVisible(talking)
        if talking:
            self.so_far.show_scene(scene, in_field=self._in_field)
        self.talk.setVisible(scene.together is not None)
        self.talk.show_scene(scene)

    def show_focus(self, *, in_field: bool) -> None:
        """Show only the keys that work: letters do not while someone types."""
        if in_field != self._in_field:
            self._in_field = in_field
            if self._scene is not None:
                self.show_scene(self._scene)

    def open_teams(self) -> None:
        """Call the only team with seats still out, or ask which."""
        if self._scene is None:
            return
        out = [team for team in self._scene.teams if team.voted < team.expected]
        if len(out) == 1 and not self._scene.secret:
            self.called.emit(out[0].id, False)
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._scene.secret:
            menu.addSection(self._words.say("With the number pad"))
            self._offer(menu, out, pad=True)
            menu.addSection(self._words.say("At the screen: the room can see where people tap"))
        self._offer(menu, out, pad=False)
        offers = [each for each in menu.actions() if not each.isSeparator()]
        if offers:
            menu.setActiveAction(offers[0])
        corner = QPoint(0, self.ways.touch.height())
        menu.popup(self.ways.touch.mapToGlobal(corner))

    def _offer(self, menu: QMenu, teams: Sequence[TeamLine], *, pad: bool) -> None:
        for team in teams:
            action = menu.addAction(f"{team.name}, {team.count}".replace("&", "&&"))
            call = partial(self.called.emit, team.id, pad)
            action.triggered.connect(lambda _=False, call=call: call())


class _Ways(QWidget):
    """How they vote: at the screen, or by hands that the facilitator counts."""

    def __init__(self, theme: DesktopTheme, words: Words, side: Side) -> None:
        super().__init__()
        self._words = words
        self._heading = TextLabel(theme, "", DESKTOP.strong, elide=Qt.TextElideMode.ElideRight)
        self.touch = button(
            theme,
            words.say("A team votes at the screen"),
            lambda: side.asked.emit(Intent.TOUCH),
            icon="presentation",
        )
        self.tally = button(
            theme,
            words.say("Count hands and type the tally"),
            lambda: side.asked.emit(Intent.TALLY),
            icon="hand",
        )
        self.skip = button(
            theme, words.say("Skip, not here"), side.turn_skipped.emit, icon="skip-forward"
        )
        self.end = button(
            theme, words.say("End voting at the screen"), side.turn_ended.emit, icon="x"
        )
        whole = column(self, (0, 20, 0, 0), 8)
        whole.addWidget(self._heading)
        for each in (self.touch, self.tally, self.skip, self.end):
            whole.addWidget(each)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < _NARROW
        words = self._words
        self.tally.setText(
            words.say("Count hands") if narrow else words.say("Count hands and type the tally")
        )
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def show_scene(self, scene: ConsoleScene, *, in_field: bool) -> None:
        at_wall = scene.turn is not None
        self._heading.setText(
            self._words.say("Now at the screen: {name}", name=scene.turn.name)
            if scene.turn is not None
            else self._words.say("How they vote")
        )
        self.touch.setVisible(not at_wall and Way.WALL in scene.ways)
        self.tally.setVisible(not at_wall and Way.HANDS in scene.ways)
        self.skip.setVisible(at_wall)
        self.end.setVisible(at_wall)
        if scene.can_touch:
            self.touch.set_on()
        else:
            somebody = any(team.expected for team in scene.teams)
            say = self._words.say
            self.touch.set_off(say("Every vote is in.") if somebody else say("Nobody is here."))
        self.touch.set_key("" if in_field else self._words.say(key_of(Intent.TOUCH)))
        self.tally.set_key("" if in_field else self._words.say(key_of(Intent.TALLY)))


class _SoFar(QWidget):
    """The question so far: its rounds, and what can still be done with it."""

    def __init__(self, theme: DesktopTheme, words: Words, side: Side) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._rounds: tuple[RoundLine, ...] | None = None
        self._lines = column()
        self.action = button(
            theme,
            words.say("Add an action from this"),
            lambda: side.asked.emit(Intent.ACTION),
            icon="flag",
        )
        self.again = button(
            theme,
            words.say("Vote once more"),
            lambda: side.asked.emit(Intent.VOTE_AGAIN),
            icon="undo-2",
        )
        self.apart = button(
            theme, words.say("Teams apart"), lambda: side.asked.emit(Intent.APART), icon="users"
        )
        whole = column(self, (0, 26, 0, 0))
        whole.addWidget(SectionTitle(theme, words.say("This question so far")))
        whole.addLayout(self._lines)
        whole.addSpacing(20)
        whole.addWidget(self.action)
        whole.addSpacing(8)
        whole.addWidget(self.again)
        whole.addSpacing(8)
        whole.addWidget(self.apart)

    def show_scene(self, scene: ConsoleScene, *, in_field: bool) -> None:
        rounds = scene.question.so_far if scene.question else ()
        if rounds != self._rounds:
            self._rounds = rounds
            clear(self._lines)
            for each in rounds:
                self._lines.addWidget(_Round(self._theme, each))
        self.action.set_key("" if in_field else self._words.say(key_of(Intent.ACTION)))
        self.again.set_key("" if in_field else self._words.say(key_of(Intent.VOTE_AGAIN)))
        self.again.setVisible(scene.can_vote_again)
        self.apart.set_key("" if in_field else self._words.say(key_of(Intent.APART)))
        self.apart.setVisible(scene.can_apart)


class _Round(QWidget):
    """A round's line: its name, and what came of it."""

    def __init__(self, theme: DesktopTheme, line: RoundLine) -> None:
        super().__init__()
        result = TextLabel(
            theme, line.result, DESKTOP.body, tone=Tone.INK2, wrap=True, align=Align.END
        )
        inner = row(None, (0, 12, 0, 11), 16)
        inner.addWidget(TextLabel(theme, line.name, DESKTOP.name), 0, Qt.AlignmentFlag.AlignTop)
        inner.addWidget(result, 1)
        whole = column(self)
        whole.addLayout(inner)
        whole.addWidget(Hairline(theme))
        self.setMinimumHeight(_LINE)


def column_width(window_width: int) -> int:
    """How wide the right column is in a window of that width."""
    narrow = window_width < CONSOLE.narrow_below
    return CONSOLE.right_column_narrow if narrow else CONSOLE.right_column
