"""New workshop: a short form, filled by keyboard from the organisation to the last team."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from frameworks.model import Framework
from ui.console.clock_times import read_time, write_time
from ui.console.framework_card import FrameworkCard
from ui.console.run.building import Sheet, column, row, scrolled
from ui.console.run.day_field import DayField
from ui.console.team_rows import TeamRows
from ui.console.widgets.button import Button, Kind
from ui.console.widgets.field import LineField, TextArea
from ui.console.widgets.section import Hairline, SectionTitle
from ui.console.widgets.segmented import Segmented
from ui.console.widgets.text_label import TextLabel, Tone
from ui.framework_reading import read_default
from ui.theme import DesktopTheme
from workshop import creation
from workshop.creation import NewWorkshop
from workshop.errors import WorkshopError
from workshop.facts import Ballot, Voter
from workshop.words import Words

_FORM = 640
_ASIDE = 360
_START = 9 * 60
_ROOM_FOR_ERROR = 56
_TEAM_FAULTS = (creation.NO_TEAM_NAME, creation.SAME_TEAM, creation.NO_SEATS)


class NewWorkshopScreen(QWidget):
    """`create_wanted` carries the framework and a NewWorkshop that has passed its check."""

    create_wanted = Signal(object, object)
    cancelled = Signal()

    def __init__(self, theme: DesktopTheme, words: Words, today: date) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._today = today
        self._framework: Framework | None = None
        self._waiting = False
        self.setAccessibleName(words.say("New workshop"))
        self.organisation = LineField(theme, words.say("Organisation"))
        self.title = LineField(theme, words.say("Title"))
        self.day = DayField(theme, words, words.say("Date"), lambda: self._today)
        self.day.set_day(today)
        self.starts = LineField(theme, words.say("Starts at"), write_time(_START))
        self.starts.text_saved.connect(self._read_time)
        self.purpose = TextArea(
            theme, words.say("Purpose (optional)"), placeholder=words.say(creation.PURPOSE)
        )
        self.teams = TeamRows(theme, words)
        self.ballot = Segmented(
            theme, words.say("Ballot"), (words.say("Open"), words.say("Secret"))
        )
        self.ballot.chosen.connect(lambda _: self._explain_ballot())
        self.voter = Segmented(
            theme, words.say("Who votes"), (words.say("Each person"), words.say("Each team as one"))
        )
        self.ballot_note = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2, wrap=True)
        self._explain_ballot()
        self.card = FrameworkCard(theme, words)
        self.make = Button(
            theme,
            words.say("Create workshop"),
            Kind.PRIMARY,
            large=True,
            key=words.say("Ctrl Enter"),
        )
        self.make.clicked.connect(self.submit)
        self.cancel = Button(theme, words.say("Cancel"), large=True)
        self.cancel.clicked.connect(self.cancelled)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(Qt.KeyboardModifier.ControlModifier | key), self)
            shortcut.activated.connect(self.submit)
        self._lay_out()
        self.title.text_edited.connect(lambda _: self.title.set_error(""))
        self.teams.counted.connect(self._count)

    def begin(self) -> None:
        """Read the framework in the background, and let typing begin."""
        self.organisation.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        read_default(self._words, self.show_framework, self.refuse_framework)

    def show_framework(self, framework: Framework) -> None:
        """The framework is read."""
        self._framework = framework
        self.card.show_framework(framework)
        if self._waiting:
            self._waiting = False
            self.submit()

    def refuse_framework(self, sentence: str) -> None:
        """The framework cannot be read: say every fault of it; nothing can be created."""
        self.card.show_refusal(sentence)
        self.make.set_off(self._words.say("The framework cannot be read."))

    def submit(self) -> None:
        """Check what was typed, and have it created; or say what is missing, beside its field."""
        self.title.set_error("")
        self.teams.clear_errors()
        minutes = self._read_time(self.starts.text)
        if not self.day.read() or self.day.day is None:
            if self.day.day is None and not self.day.field.error:
                self.day.field.set_error(self._words.say("No date. Try 31 Oct or +2w."))
            self.day.setFocus(Qt.FocusReason.TabFocusReason)
            self._show_focus()
            return
        if minutes is None:
            self.starts.editor.setFocus(Qt.FocusReason.TabFocusReason)
            self._show_focus()
            return
        new = NewWorkshop(
            title=self.title.text,
            organisation=self.organisation.text,
            held_on=self.day.day,
            starts_at=minutes,
            teams=self.teams.teams(),
            purpose=self.purpose.text,
            ballot=Ballot.SECRET if self.ballot.current else Ballot.OPEN,
            voter=Voter.TEAM if self.voter.current else Voter.PERSON,
        )
        try:
            creation.check(new)
        except WorkshopError as fault:
            self._say(fault)
            self._show_focus()
            return
        if self._framework is None:
            self._waiting = True  # it is being read, and takes no longer than a moment
            return
        items = creation.whole_day(self._framework, self._words)
        self.create_wanted.emit(self._framework, replace(new, items=items))

    def _say(self, fault: WorkshopError) -> None:
        sentence = fault.sentence(self._words)
        if fault.text == creation.NO_TITLE:
            self.title.set_error(sentence)
            self.title.editor.setFocus(Qt.FocusReason.TabFocusReason)
        elif fault.text == creation.NO_TEAM_NAME:
            self.teams.say_at(int(str(fault.values["n"])) - 1, sentence)
        elif fault.text in _TEAM_FAULTS:
            place = int(str(fault.values["n"])) - 1
            self.teams.say_of(place, sentence, at_seats=fault.text == creation.NO_SEATS)
        else:
            self.teams.say_at(0, sentence)

    def _show_focus(self) -> None:
        """Scroll to the field that is wrong, once the line below it has its place."""
        QTimer.singleShot(0, self, self._scroll_to_focus)

    def _scroll_to_focus(self) -> None:
        focus = self.focusWidget()
        if focus is not None:
            foot = focus.mapTo(self._content, focus.rect().bottomLeft())
            self._area.ensureVisible(foot.x(), foot.y(), 0, _ROOM_FOR_ERROR)

    def _read_time(self, text: str) -> int | None:
        minutes = read_time(text)
        if minutes is None:
            self.starts.set_error(self._words.say("No time. Try 9:30."))
        else:
            self.starts.set_error("")
            self.starts.set_text(write_time(minutes))
        return minutes

    def _explain_ballot(self) -> None:
        say = self._words.say
        secret = say(
            "Nobody learns which seat voted what, the facilitator neither. Votes that are in when "
            "a vote closes cannot be changed any more."
        )
        in_open = say("You can see who is missing, and correct what a seat has voted.")
        self.ballot_note.setText(secret if self.ballot.current else in_open)

    def _count(self, seats: int) -> None:
        self.card.show_seats(seats)

    def _lay_out(self) -> None:
        theme, words = self._theme, self._words
        content = Sheet()
        self._content = content
        whole = column(content, (CONSOLE.centre_padding_x, 32, CONSOLE.centre_padding_x, 32))
        whole.addWidget(TextLabel(theme, words.say("New workshop"), DESKTOP.screen_title))
        whole.addSpacing(24)
        across = row(spacing=56)
        form = QWidget()
        form.setMaximumWidth(_FORM)
        form.setLayout(self._form())
        across.addWidget(form, 3, Qt.AlignmentFlag.AlignTop)
        self.card.setMaximumWidth(_ASIDE)
        across.addWidget(self.card, 2, Qt.AlignmentFlag.AlignTop)
        across.addStretch(0)
        whole.addLayout(across)
        whole.addStretch()
        foot = row(None, (CONSOLE.centre_padding_x, 12, CONSOLE.centre_padding_x, 12), 12)
        foot.addWidget(self.make)
        foot.addWidget(self.cancel)
        foot.addStretch()
        outer = column(self)
        self._area = scrolled(content, words.say("New workshop"))
        outer.addWidget(self._area, 1)
        outer.addWidget(Hairline(theme))
        outer.addLayout(foot)

    def _form(self) -> QVBoxLayout:
        form = column(spacing=16)
        form.addWidget(self.organisation)
        form.addWidget(self.title)
        when = row(spacing=16)
        when.addWidget(self.day, 2, Qt.AlignmentFlag.AlignTop)
        when.addWidget(self.starts, 1, Qt.AlignmentFlag.AlignTop)
        form.addLayout(when)
        form.addSpacing(8)
        form.addWidget(SectionTitle(self._theme, self._words.say("Teams")))
        form.addWidget(self.teams)
        form.addSpacing(8)
        form.addWidget(SectionTitle(self._theme, self._words.say("Votes")))
        how = row(spacing=16)
        how.addWidget(self.ballot)
        how.addWidget(self.voter)
        how.addStretch()
        form.addLayout(how)
        form.addWidget(self.ballot_note)
        form.addSpacing(8)
        form.addWidget(self.purpose)
        return form
