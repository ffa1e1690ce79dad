"""Votes by team: how many are in and which way they came, never what they say."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from exports.look.tokens import DESKTOP
from frameworks.theme import Theme
from ui.console.run.building import Sheet, clear, column, row, scrolled
from ui.console.widgets.brick_row import BrickRow
from ui.console.widgets.section import SectionTitle
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene, TeamLine
from workshop.words import Words

_NAME = 104
_COUNT = 60
_LINES_UP_TO = 6  # more teams stand in two columns
_LIST_HEIGHT = 236


class VotesByTeam(QWidget):
    """The list of teams while a vote is open or has just been closed."""

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._kept: tuple[object, ...] = ()
        self._teams: list[_Team] = []
        self._title = SectionTitle(
            theme, words.say("Votes in, by team"), words.say("values stay sealed")
        )
        self._list = Sheet()
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(0)
        self._area = scrolled(self._list, words.say("Votes in, by team"))
        self._area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        whole = column(self, (0, 26, 0, 0), 6)
        whole.addWidget(self._title)
        whole.addWidget(self._area)

    def show_scene(self, scene: ConsoleScene) -> None:
        """Show the teams' counts."""
        session = scene.question.theme if scene.question else None
        structure = (session, *(team.id for team in scene.teams))
        if structure != self._kept:
            self._kept = structure
            self._build(scene.teams, session)
        for widget, team in zip(self._teams, scene.teams, strict=True):
            widget.show_team(team)
        wide = len(scene.teams) <= _LINES_UP_TO
        asked = self._list.sizeHint().height() + 2
        self._area.setFixedHeight(asked if wide else min(asked, _LIST_HEIGHT))

    def _build(self, teams: tuple[TeamLine, ...], session: Theme | None) -> None:
        clear(self._grid)
        self._teams = []
        wide = len(teams) <= _LINES_UP_TO
        self._grid.setRowStretch(len(teams), 1)
        for place, _ in enumerate(teams):
            widget = _Team(self._theme, session, wide=wide)
            self._teams.append(widget)
            across = 1 if wide else 2
            self._grid.addWidget(widget, place // across, place % across)
            widget.show()  # the grid leaves out what Qt would show only later


class _Team(QWidget):
    """A team: name, bricks, count, and below them the ways."""

    def __init__(self, theme: DesktopTheme, session: Theme | None, *, wide: bool) -> None:
        super().__init__()
        self._wide = wide
        self._name = TextLabel(theme, "", DESKTOP.name, elide=Qt.TextElideMode.ElideMiddle)
        self._bricks = BrickRow(theme, session, 0, 0, "")
        self._count = TextLabel(theme, "", DESKTOP.figures, tone=Tone.INK2)
        self._ways = TextLabel(
            theme, "", DESKTOP.secondary, tone=Tone.INK3, elide=Qt.TextElideMode.ElideRight
        )
        whole = column(self, (0, 7, 0, 7), 2 if wide else 4)
        line = row(spacing=12)
        line.addWidget(self._name, 0 if wide else 1)
        if wide:
            self._name.setFixedWidth(_NAME)
            line.addWidget(self._bricks, 1)
        line.addWidget(self._count)
        whole.addLayout(line)
        if wide:
            below = row()
            below.addSpacing(_NAME + 12)
            below.addWidget(self._ways, 1)
            whole.addLayout(below)
        else:
            whole.addWidget(self._bricks)
            whole.addWidget(self._ways)

    def show_team(self, team: TeamLine) -> None:
        self._name.setText(team.name)
        self._bricks.show_votes(team.voted, team.expected, f"{team.name}, {team.count}")
        self._count.setText(team.count)
        self._ways.setText(team.ways)
        self._ways.setVisible(bool(team.ways) and self._wide)
