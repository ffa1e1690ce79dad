"""Paper: ballots that came on paper, typed one by one or read from a file, while a vote is open."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.run.ballot_sheets import BallotSheets
from ui.console.run.building import Sheet, TurningRow, button, clear, column, row, scrolled
from ui.console.run.panel import Panel
from ui.console.run.paper_file import PaperFileView, read_file
from ui.console.run.paper_row import (
    AnswerField,
    BallotRow,
    Columns,
    Heads,
    HiddenAnswer,
    TeamChoice,
    aside,
    saved_team,
)
from ui.console.run.sentences import as_sentence
from ui.console.widgets.button import Button, Kind
from ui.console.widgets.key_hint import KeyHint
from ui.console.widgets.text_label import TextLabel, Tone
from ui.folder_export import documents, read_whole
from ui.leading import Leading
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene
from workshop.errors import LibraryError
from workshop.kinds import Way
from workshop.paper import PaperQuestion, PaperRoom
from workshop.paper_texts import Fault
from workshop.paper_votes import TakenIn
from workshop.practice import PRACTICE_ROUND
from workshop.speech import NOT_OFFERED
from workshop.words import Words, mark

_ROWS_SHOWN = 4  # of the ballots that are saved
_NUMBER, _TEAM = 78, 150
_NUMBER_NARROW, _TEAM_NARROW = 56, 110
_PITCH, _LEAST_PITCH = 84, 62
_BESIDE = 140
_NARROW = 620  # below this width the buttons stand below the title, and no keys are named

NOT_OPEN = mark("Ballots are typed in while a vote is open. Open the vote first.")
NOT_IN_PRACTICE = mark("The practice vote takes no paper. Type ballots in once a vote is open.")
NOT_SAVED = mark("The ballot you are typing is not saved yet. Enter saves it.")
SCALE = mark("The scale has 1 to {steps}.")
SCALE_AND_ZERO = mark("The scale has 1 to {steps}, and 0 for “don’t know”.")
HIDDEN = mark("Paper joins the vote that is open. A saved ballot shows its answers no more.")
SECRET = mark("The ballot is secret: paper joins it without numbers, and shows no answer again.")


@dataclass(frozen=True, slots=True)
class _Saved:
    """A ballot that is kept: which fields were filled, and what would be taken back."""

    number: int
    team: str
    filled: tuple[bool, ...]
    taken: TakenIn


class Paper(Panel):
    """Open with Ctrl H while a vote is open; a file can also be dropped on it."""

    def __init__(self, theme: DesktopTheme, words: Words, leading: Leading) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._leading = leading
        self._paper = leading.live.paper
        self._room: PaperRoom | None = None
        self._rounds: tuple[str | None, ...] = ()
        self._structure: tuple[object, ...] = ()
        self._number = 1
        self._saved: list[_Saved] = []
        self._path: Path | None = None
        self._of_file: TakenIn | None = None
        self._sheets: Path | None = None
        self.fields: list[AnswerField] = []
        self.team: TeamChoice | None = None
        self._form: BallotRow | None = None
        self.take_back: Button | None = None
        self.printing = BallotSheets(self, words, partial(read_whole, leading.live))
        self.file = PaperFileView(theme, words)
        self.said = TextLabel(theme, "", DESKTOP.strong, wrap=True)
        self.setAcceptDrops(True)
        self._make_parts()
        self._put_together()
        self.printing.written.connect(self._sheets_written)
        self.printing.refused.connect(self._say)
        self.file.again.connect(self._read_again)
        self.file.taken_back.connect(self._take_file_back)

    # --- What is shown ----------------------------------------------------------------------

    def refusal(self, scene: ConsoleScene) -> str:
        """Paper joins votes that are open, and the practice vote is kept nowhere."""
        if Way.PAPER not in scene.ways:
            return self._words.say(NOT_OFFERED[Way.PAPER])
        if scene.round_id == PRACTICE_ROUND:
            return self._words.say(NOT_IN_PRACTICE)
        return "" if scene.round_id is not None else self._words.say(NOT_OPEN)

    def show_scene(self, scene: ConsoleScene) -> None:
        """Show a field for each question whose vote is open; what is typed is left alone."""
        try:
            room = self._paper.room()
        except LibraryError:
            return  # was said by the reading before this one
        self._room = room
        if not room.open:
            return
        rounds = tuple(each.round_id for each in room.open)
        if rounds != self._rounds:
            self._rounds = rounds
            self._saved = []
            self._number = max(each.on_paper for each in room.open) + 1
            self._structure = ()
            self.file.hide()
            self._say("")
        self._build(room)
        shorts = ", ".join(each.short for each in room.open)
        how = self._words.say(SECRET if self._secret else HIDDEN)
        self._lead.setText(f"{as_sentence(shorts)} {how}")
        out = max(0, min(each.spare.get("", 0) for each in room.open))
        self._state.setText(self._words.count("{n} seat still out", "{n} seats still out", out))
        self._state.updateGeometry()

    def take_focus(self) -> None:
        """Put the cursor into the first field of the ballot."""
        if self.fields:
            self.fields[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> str:
        """Say that a ballot is half typed: only Enter saves it."""
        typed = any(field.answer is not None for field in self.fields)
        return self._words.say(NOT_SAVED) if typed else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._head.setDirection(down if narrow else across)
        self._hints.setVisible(not narrow)
        if self._room is not None and self._room.open:
            self._build(self._room)

    # --- A ballot ---------------------------------------------------------------------------

    @property
    def _open(self) -> tuple[PaperQuestion, ...]:
        return self._room.open if self._room is not None else ()

    @property
    def _secret(self) -> bool:
        return any(each.secret for each in self._open)

    def _name_of(self, number: int) -> str:
        """A ballot's number, which the facilitator may write on the paper; none where secret."""
        return "" if self._secret else self._words.say("P-{n}", n=f"{number:02d}")

    def _columns(self) -> Columns:
        room = self.width() - 2 * CONSOLE.centre_padding_x
        narrow = self.width() < _NARROW
        number, team = (_NUMBER_NARROW, _TEAM_NARROW) if narrow else (_NUMBER, _TEAM)
        each = (room - number - team - _BESIDE) // max(1, len(self._open))
        return Columns(number, team, max(_LEAST_PITCH, min(_PITCH, each)))

    def _build(self, room: PaperRoom) -> None:
        columns = self._columns()
        structure = (self._rounds, columns, tuple((each.id, each.name) for each in room.teams))
        if structure == self._structure:
            return
        typed = [field.answer for field in self.fields] if self._structure else []
        team = self.team.current if self.team is not None and typed else 0
        focus = next((n for n, each in enumerate(self.fields) if each.editor.hasFocus()), None)
        self._structure = structure
        clear(self._lines)
        words, theme = self._words, self._theme
        heads = Heads(
            theme,
            columns,
            "" if self._secret else words.say("Ballot"),
            words.say("Team"),
            [each.short for each in room.open],
        )
        self._lines.addWidget(heads)
        heads.show()
        saved = Sheet()
        self._saved_lines = column(saved)
        self._lines.addWidget(saved)
        saved.show()
        self._build_form(room, columns)
        self._show_hints(room)
        self._show_saved()
        for field, answer in zip(self.fields, typed, strict=False):
            if answer is not None:
                field.editor.setText(str(answer))
        if self.team is not None:
            self.team.choose(team)
        if focus is not None and focus < len(self.fields):
            self.fields[focus].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_form(self, room: PaperRoom, columns: Columns) -> None:
        say, theme = self._words.say, self._theme
        self.fields = []
        for place, question in enumerate(room.open):
            field = AnswerField(theme, question, say("Answer, {question}", question=question.short))
            field.done.connect(partial(self._go, place, 1))
            field.left.connect(partial(self._go, place))
            field.entered.connect(self._enter)
            field.up_down.connect(self._move_team)
            field.changed.connect(partial(self._say, ""))
            field.off_scale.connect(partial(self._say_scale, question))
            self.fields.append(field)
        names = [*(team.name for team in room.teams), say("No team")]
        self.team = TeamChoice(theme, say("Team"), names, columns.team - 12)
        self.team.chosen.connect(lambda _: self._say(""))
        number = self._name_of(self._number)
        self._form = BallotRow(theme, columns, number, self.team, self.fields, ())
        self._lines.addWidget(self._form)
        self._form.show()

    def _show_hints(self, room: PaperRoom) -> None:
        say = self._words.say
        steps = max(each.steps for each in room.open)
        hints = [("1", say("to")), (self._words.number(steps), say("answer"))]
        if any(each.dont_know for each in room.open):
            hints.append(("0", say("don’t know")))
        hints += [("↑ ↓", say("team")), (say("Enter"), say("next ballot"))]
        clear(self._hint_row)
        for key, does in hints:
            self._hint_row.addWidget(KeyHint(self._theme, key))
            said = TextLabel(self._theme, does, DESKTOP.secondary, tone=Tone.INK2)
            self._hint_row.addWidget(said)

    def _show_saved(self) -> None:
        """The ballots saved last, each with dots; the last of them can be taken back."""
        clear(self._saved_lines)
        self.take_back = None
        say, theme, columns = self._words.say, self._theme, self._columns()
        for ballot in self._saved[-_ROWS_SHOWN:]:
            name = self._name_of(ballot.number)
            cells = [
                HiddenAnswer(theme, say("{ballot}, hidden", ballot=name), filled=filled)
                for filled in ballot.filled
            ]
            beside: list[QWidget] = [aside(theme, say("saved"))]
            if ballot is self._saved[-1]:
                self.take_back = button(theme, say("Take back"), self._take_ballot_back, Kind.QUIET)
                self.take_back.setAccessibleName(
                    say("Take ballot {ballot} back", ballot=name) if name else say("Take back")
                )
                beside = [*beside, self.take_back] if self.width() >= _NARROW else [self.take_back]
            team = saved_team(theme, ballot.team, columns.team)
            line = BallotRow(theme, columns, name, team, cells, beside)
            self._saved_lines.addWidget(line)
            line.show()
        if self._form is not None:
            self._form.number.setText(self._name_of(self._number))
            self._form.number.updateGeometry()

    def _go(self, place: int, step: int) -> None:
        there = place + step
        if 0 <= there < len(self.fields):
            self.fields[there].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move_team(self, step: int) -> None:
        if self.team is not None:
            self.team.choose(self.team.current + step)
            self._say("")

    def _enter(self) -> None:
        """Save the ballot and begin the next one, of the same team."""
        room, team = self._room, self.team
        if room is None or team is None:
            return
        groups = [*(each.id for each in room.teams), ""]
        fields = zip(room.open, self.fields, strict=True)
        answers = {
            question.round_id: field.answer
            for question, field in fields
            if question.round_id is not None and field.answer is not None
        }
        kept: list[TakenIn] = []
        refused: list[str] = []

        def take() -> None:
            kept.append(self._paper.take_ballot(groups[team.current], answers))

        filled = tuple(field.answer is not None for field in self.fields)
        rounds = self._rounds
        if not self._leading.act(take, refused.append):
            self._say("".join(refused))
            return
        if rounds != self._rounds:
            return  # the vote was closed meanwhile, and other questions stand here
        self._saved.append(_Saved(self._number, team.text(), filled, kept[0]))
        self._number += 1
        for field in self.fields:
            field.clear()
        self._say("")
        self._show_saved()
        self.take_focus()

    def _take_ballot_back(self) -> None:
        if self._saved and self._give_back(self._saved[-1].taken):
            self._number = self._saved.pop().number
            self._show_saved()
        self.take_focus()

    def _give_back(self, taken: TakenIn) -> bool:
        refused: list[str] = []
        done = self._leading.act(partial(self._paper.take_back, taken), refused.append)
        self._say("".join(refused))
        return done

    def _say_scale(self, question: PaperQuestion) -> None:
        text = SCALE_AND_ZERO if question.dont_know else SCALE
        self._say(self._words.say(text, steps=question.steps))

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self._saying.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)
        self._open_sheets.setVisible(bool(sentence) and self._sheets is not None)
        self._sheets = None if not sentence else self._sheets

    # --- A file -----------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(_files(event)) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.read(_files(event)[0])

    def choose_file(self) -> None:
        """Let the facilitator choose a file of ballots."""
        dialog = QFileDialog(self.window(), self._words.say("Read a CSV file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        name = self._words.say("Ballots")
        dialog.setNameFilters([f"{name} (*.csv *.CSV *.txt)", "* (*)"])
        dialog.setDirectory(str(self._path.parent if self._path else documents()))
        dialog.fileSelected.connect(lambda chosen: self.read(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read(self, path: Path) -> None:
        """Take a file of ballots in, whole or not at all, and say what came of it."""
        self._path = path
        content = read_file(path)
        made: list[TakenIn | tuple[Fault, ...]] = []
        if isinstance(content, tuple):
            made.append(content)
        else:
            self._leading.act(lambda: made.append(self._paper.take_file(content)))
        if not made:
            return  # the disk refused, which is said on the notice bar
        if isinstance(made[0], TakenIn):
            self._of_file = made[0]
            self.file.show_taken(path.name, made[0])
        else:
            self.file.show_faults(path.name, made[0])
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.file.chip))

    def _read_again(self) -> None:
        if self._path is not None:
            self.read(self._path)

    def _take_file_back(self) -> None:
        if self._of_file is not None and self._give_back(self._of_file):
            self._of_file = None
            self.file.hide()

    def _sheets_written(self, path: Path) -> None:
        self._sheets = path
        self._say(self._words.say("The ballot sheets are in {file}.", file=path))

    def _show_sheets(self) -> None:
        if self._sheets is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._sheets)))

    # --- Its parts --------------------------------------------------------------------------

    def _make_parts(self) -> None:
        words, theme = self._words, self._theme
        self._title = TextLabel(theme, words.say("Paper ballots"), DESKTOP.screen_title)
        self.print_sheets = button(
            theme, words.say("Print ballot sheets"), self.printing.ask, icon="file"
        )
        self.read_csv = button(theme, words.say("Read a CSV file"), self.choose_file)
        self._lead = TextLabel(theme, "", DESKTOP.note, tone=Tone.INK2, wrap=True)
        self._list = Sheet()
        self._lines = column(self._list)
        self._saved_lines = column()
        self._hints = QWidget()
        self._hint_row = row(self._hints, spacing=8)
        self._state = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2)
        self._open_sheets = button(theme, words.say("Open the file"), self._show_sheets, Kind.QUIET)
        self._open_sheets.hide()
        self._saying = QWidget()
        saying = column(self._saying, (0, 0, 0, 12), 4)
        saying.addWidget(self.said)
        saying.addWidget(self._open_sheets, 0, Qt.AlignmentFlag.AlignLeft)
        self._saying.hide()

    def _put_together(self) -> None:
        self._head = row(spacing=12)
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(TurningRow(self.print_sheets, self.read_csv, spacing=12))
        below = row(spacing=8)
        below.addWidget(self._hints)
        below.addStretch(1)
        below.addWidget(self._state)
        content = Sheet()
        x, y = CONSOLE.centre_padding_x, CONSOLE.centre_padding_y
        whole = column(content, (x, y, x, y))
        whole.addLayout(self._head)
        whole.addSpacing(8)
        whole.addWidget(self._lead)
        whole.addSpacing(20)
        whole.addWidget(self._list)
        whole.addSpacing(12)
        whole.addWidget(self._saying)
        whole.addLayout(below)
        whole.addSpacing(32)
        whole.addWidget(self.file)
        whole.addStretch(1)
        self._area = scrolled(content, self._words.say("Paper ballots"))
        column(self).addWidget(self._area)


def _files(event: QDropEvent) -> list[Path]:
    """The files of this computer that are dragged along."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
