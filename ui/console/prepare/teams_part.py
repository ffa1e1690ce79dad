"""Teams part: who comes, a row a team; typed, pasted from a spreadsheet, or out of a CSV file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.prepare.advice import AdviceLines
from ui.console.prepare.list_faults import ListFaults
from ui.console.prepare.part_title import PartTitle
from ui.console.prepare.team_row import HEIGHT, TeamRow
from ui.console.run.building import Sheet, button, column, row, scrolled
from ui.console.run.tab_order import reveal
from ui.console.widgets.button import Kind
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.kinds import Voter
from workshop.prepared import Prepared
from workshop.readiness import Point
from workshop.words import Words, mark

MARGIN = 32
SHOWN_AT_ONCE = 12
_OPEN_NAMES = 180
_QUIET_PADDING = 10  # of a quiet button, which stands with its text on the margin

STANDS = mark("The day has begun: the teams stand. Who comes late is written down while it runs.")


class TeamsPart(QWidget):
    """`added` carries name and people of a new team, `text_given` a pasted list, `file_given` a
    path; the others carry a team's id and what is wanted of it.

    Whoever does what was wanted answers with `refuse` where it cannot be, then shows what stands.
    """

    added = Signal(str, int)
    renamed = Signal(str, str)
    people_set = Signal(str, int)
    named = Signal(str, tuple)
    moved = Signal(str, int)
    removed = Signal(str)
    text_given = Signal(str)
    file_wanted = Signal()
    file_given = Signal(Path)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._rows: dict[str, TeamRow] = {}
        self._refused = False
        self._stands = ""
        self.setAccessibleName(words.say("Teams"))
        self.setAcceptDrops(True)
        self.paste = button(theme, words.say("Paste teams"), self.paste_teams, Kind.QUIET)
        self.file = button(theme, words.say("CSV file"), self.file_wanted.emit, Kind.QUIET)
        self.add = button(theme, words.say("Add a team"), self.begin, Kind.QUIET, icon="plus")
        self._total = TextLabel(theme, "", DESKTOP.strong)
        self._note = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2, wrap=True)
        self.faults = ListFaults(theme, words)
        self.advice = AdviceLines(theme)
        for each in (self.paste, self.file):
            each.setFixedHeight(CONSOLE.control_small)
        self.draft = self._connected(TeamRow(theme, words))
        self.draft.left.connect(self._on_draft_left)
        self._lay_out()

    # --- What is shown ----------------------------------------------------------------------

    @property
    def rows(self) -> list[TeamRow]:
        """The rows of the teams, from the first."""
        return list(self._rows.values())

    def show_prepared(self, prepared: Prepared) -> None:
        """Show the teams as they are kept."""
        as_one = prepared.workshop.voter is Voter.TEAM
        self._stands = self._words.say(STANDS) if prepared.begun else ""
        ids = [team.id for team in prepared.teams]
        for gone in [team_id for team_id in self._rows if team_id not in ids]:
            self._drop(gone)
        shown = {}
        for place, team in enumerate(prepared.teams):
            line = self._rows.get(team.id) or self._made(team.id)
            line.show_team(team, as_one=as_one, stands=self._stands)
            if self._lines.indexOf(line) != place:
                self._lines.insertWidget(place, line)
            shown[team.id] = line
        self._rows = shown
        self._say_total(prepared, as_one=as_one)
        typing = self.draft.typed != ("", 0) or self._in_draft()
        self.draft.setVisible(typing or (not prepared.teams and not self._stands))
        for each in (self.add, self.paste, self.file):
            each.set_off(self._stands) if self._stands else each.set_on()
        self._note.setText(self._stands)
        self._note.setVisible(bool(self._stands))
        self._fit()

    def show_advice(self, points: Sequence[Point]) -> None:
        """Show what is worth thinking of."""
        self.advice.show_points(points)

    def refuse(self, team_id: str, sentence: str) -> None:
        """Say beside its row why something was not done; no id means the row typed into."""
        self._refused = True
        line = self._rows.get(team_id, self.draft)
        if line is self.draft:
            self.draft.setVisible(True)
        line.refuse(sentence)
        self._fit()

    def show_faults(self, name: str, faults: Sequence[tuple[int, str]]) -> None:
        """Say that nothing of a list was taken in, and why."""
        self.faults.show_faults(name, faults)
        QTimer.singleShot(0, self, partial(reveal, self.paste))

    def end_list(self) -> None:
        """A list was taken in: what was wrong with the one before is over."""
        self.faults.hide()
        if self.draft.typed == ("", 0):
            self.draft.setVisible(False)
        self._fit()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(self.add)

    def take_focus(self) -> None:
        """Put the focus where the next team is typed, or pasted."""
        if not self._rows and not self._stands:
            self.begin()
        else:
            self.add.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_team(self, team_id: str) -> None:
        """Put the focus on a team's name."""
        if team_id in self._rows:
            self._go_to(self._rows[team_id])

    def begin(self) -> None:
        """Offer an empty row below the others."""
        self.draft.setVisible(True)
        self._fit()
        self._go_to(self.draft)

    def paste_teams(self) -> None:
        """Take the clipboard for a list of teams."""
        self.text_given.emit(QGuiApplication.clipboard().text())

    def give_up(self) -> None:
        """Drop what was refused: what is kept is shown next."""
        for line in (*self.rows, self.draft):
            if line.error:
                line.give_up()

    def save(self) -> bool:
        """Keep what is being typed; False where that was refused."""
        for line in self.rows:
            line.save()
        if self.draft.typed != ("", 0):
            self._add()
        wrong = next((line for line in (*self.rows, self.draft) if line.error), None)
        if wrong is not None:
            self._go_to(wrong)
        return wrong is None

    # --- Keys, clipboard and files ----------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and not self._stands:
            self.paste_teams()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if not self._stands and (data.hasUrls() or data.hasText()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.file_given.emit(Path(files[0].toLocalFile()))
        else:
            self.text_given.emit(event.mimeData().text())
        event.acceptProposedAction()

    # --- Inside -----------------------------------------------------------------------------

    def _made(self, team_id: str) -> TeamRow:
        line = self._connected(TeamRow(self._theme, self._words))
        line.renamed.connect(partial(self.renamed.emit, team_id))
        line.people_set.connect(partial(self.people_set.emit, team_id))
        line.named.connect(partial(self.named.emit, team_id))
        line.removed.connect(partial(self.removed.emit, team_id))
        line.moved.connect(partial(self._move, team_id))
        line.opened.connect(self._fit)
        return line

    def _connected(self, line: TeamRow) -> TeamRow:
        line.pasted.connect(self.text_given)
        line.gave_up.connect(self._fit)
        line.went_on.connect(partial(self._go_on, line))
        line.reached.connect(partial(self._reach, line))
        return line

    def _drop(self, team_id: str) -> None:
        line = self._rows.pop(team_id)
        held = line.isAncestorOf(QApplication.focusWidget() or self)
        self._lines.removeWidget(line)
        line.hide()
        line.deleteLater()
        if held:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, team_id: str, step: int) -> None:
        place = list(self._rows).index(team_id) + step
        if 0 <= place < len(self._rows):
            self.moved.emit(team_id, place)
            self.focus_team(team_id)

    def _go_on(self, line: TeamRow) -> None:
        """Enter in a row's last field: to the next row, and after the last to an empty one."""
        if line is self.draft:
            if line.typed == ("", 0):
                self.add.setFocus(Qt.FocusReason.TabFocusReason)
            elif self._add():
                self.begin()
            return
        self._reach(line, 1, past=True)

    def _reach(self, line: TeamRow, step: int, *, past: bool = False) -> None:
        rows = [*self.rows, *([self.draft] if not self.draft.isHidden() else [])]
        place = rows.index(line) + step
        if 0 <= place < len(rows):
            self._go_to(rows[place])
        elif past:
            self.begin()

    def _add(self) -> bool:
        """Let the team that was typed be added; False where it was refused."""
        self._refused = False
        self.added.emit(*self.draft.typed)
        if not self._refused:
            self.draft.clear()
            self.draft.setVisible(not self._rows)
            self._fit()
        return not self._refused

    def _on_draft_left(self) -> None:
        QTimer.singleShot(0, self, self._keep_draft)

    def _in_draft(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.draft.isAncestorOf(focus)

    def _keep_draft(self) -> None:
        """Once the row typed into is left: it is a team, or goes where there is nothing in it."""
        if self.draft.isHidden() or self._in_draft():
            return
        if self.draft.typed == ("", 0):
            self.draft.setVisible(not self._rows and not self._stands)
            self._fit()
        elif not self.draft.error:
            self._add()

    def _go_to(self, line: TeamRow) -> None:
        line.name.editor.setFocus(Qt.FocusReason.TabFocusReason)
        reveal(line)

    def _say_total(self, prepared: Prepared, *, as_one: bool) -> None:
        words = self._words
        people = sum(team.people for team in prepared.teams)
        said = words.count("{n} person", "{n} people", people)
        if as_one:
            votes = words.count("{n} vote", "{n} votes", len(prepared.teams))
            said = words.say("{people}, {votes}", people=said, votes=votes)
        self._total.setText(said)
        self._total.updateGeometry()
        self._total.setVisible(bool(prepared.teams))

    def _fit(self) -> None:
        """Let so many rows be seen at once, and the others be scrolled to."""
        rows = [*self.rows, *([] if self.draft.isHidden() else [self.draft])]
        whole = sum(line.wanted_height() for line in rows)
        names = any(line.names is not None for line in rows)
        most = SHOWN_AT_ONCE * HEIGHT + (_OPEN_NAMES if names else 0)
        policy = Qt.ScrollBarPolicy
        scrolls = policy.ScrollBarAsNeeded if whole > most else policy.ScrollBarAlwaysOff
        self._area.setVerticalScrollBarPolicy(scrolls)
        self._area.setFixedHeight(min(whole, most))

    def _lay_out(self) -> None:
        title = PartTitle(self._theme, 3, self._words.say("Teams"))
        title.put_beside(self.paste)
        title.put_beside(self.file)
        head = row(None, (MARGIN, 0, MARGIN - _QUIET_PADDING, 0))
        head.addWidget(title)
        above = column(None, (MARGIN, 0, MARGIN, 0))
        above.addSpacing(12)
        above.addWidget(Hairline(self._theme, strong=True))
        above.addWidget(self.faults)
        self._content = Sheet()
        self._lines = column(self._content)
        self._lines.addWidget(self.draft)
        self._area = scrolled(self._content, self._words.say("Teams"))
        foot = row(None, (MARGIN - _QUIET_PADDING, 0, MARGIN, 0))
        foot.addWidget(self.add)
        foot.addStretch()
        foot.addWidget(self._total)
        last = QWidget()
        last.setFixedHeight(HEIGHT)
        last.setLayout(foot)
        below = column(None, (MARGIN, 0, MARGIN, 0))
        below.addWidget(self._note)
        below.addWidget(self.advice)
        whole = column(self)
        whole.addLayout(head)
        whole.addLayout(above)
        whole.addWidget(self._area)
        whole.addWidget(last)
        whole.addLayout(below)
