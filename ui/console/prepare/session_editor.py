"""Session editor: one agenda item with all its questions, in place of the right column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from exports.look.tokens import DESKTOP
from frameworks.collection import SessionOutline
from frameworks.model import Source
from ui.console.prepare.item_page import ItemPage
from ui.console.prepare.question_page import MUST, QuestionPage
from ui.console.prepare.questions_page import QuestionsPage
from ui.console.run.building import button, column, row
from ui.console.widgets.icon_label import IconLabel
from ui.console.widgets.segmented import Segmented
from ui.console.widgets.text_label import TextLabel
from ui.theme import DesktopTheme
from workshop.kinds import ItemKind
from workshop.prepared import PreparedActivity, PreparedItem, PreparedQuestion
from workshop.words import Words

_MARGIN = 32
_TOP = 24
_QUESTIONS, _ABOUT = 0, 1


class SessionEditor(QWidget):
    """Shows an agenda item and says what is to be changed; `refuse` answers what cannot be.

    `item_changed` carries an item's id, `question_changed` a question's, then what is changed by
    its name (that of the act's keyword) and the new value. `questions_wanted` carries the item
    and keys of the framework's questions. `closed` asks to be closed, as Esc does.
    """

    closed = Signal()
    item_changed = Signal(str, str, object)
    question_changed = Signal(str, str, object)
    question_left_out = Signal(str, bool)
    question_added = Signal(str, str, str)
    questions_wanted = Signal(str, object)
    question_moved = Signal(str, int)
    question_removed = Signal(str)
    pace_set = Signal(str, object)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._words = words
        self.item: PreparedItem | None = None
        self._questions: tuple[PreparedQuestion, ...] = ()
        self._sources: Mapping[str, Source] = {}
        self._open = ""  # the question whose page is open
        self._adding = False
        self._staying = False  # on the page of the question that is being added
        self.title = TextLabel(theme, "", DESKTOP.section_title, elide=Qt.TextElideMode.ElideRight)
        said = words.say("Done")
        self.done = button(theme, said, self.finish, key=words.say("Ctrl Enter"))
        tabs = (words.say("Questions"), words.say("About it"))
        self.tabs = Segmented(theme, words.say("What to edit"), tabs)
        self.list = QuestionsPage(theme, words)
        self.page = QuestionPage(theme, words)
        self.about = ItemPage(theme, words)
        self._pages = QStackedWidget()
        self._refusal = TextLabel(theme, "", DESKTOP.name, wrap=True)
        self._refusal_row = QWidget()
        self._lay_out(theme)
        self._connect()

    # --- What is shown ----------------------------------------------------------------------

    def show_item(
        self,
        item: PreparedItem,
        activities: Sequence[PreparedActivity] = (),
        outline: SessionOutline | None = None,
        sources: Sequence[Source] = (),
    ) -> None:
        """Show an agenda item as it is kept.

        The one that was shown before keeps its page, its cursor and what is being typed.
        `outline` and `sources` are the framework's, where it is known.
        """
        other = self.item is None or item.id != self.item.id
        before = {question.id for question in self._questions}
        self.item = item
        self._questions = tuple(q for activity in activities for q in activity.questions)
        self._sources = {source.id: source for source in sources}
        self.title.setText(item.title)
        self.setAccessibleName(item.title)
        session = item.kind is ItemKind.SESSION
        if other:
            self._begin(session=session)
        self.about.show_item(item)
        self.list.show_activities(activities, outline)
        came = [q.id for q in self._questions if q.id not in before]
        if self._adding and came and not other:
            self._adding = False
            self.list.questions.go_to(came[-1])
            if self._staying:
                self._open = came[-1]
                self._show_open()
            else:
                self._show_list()
        elif self._open:
            self._show_open()

    def refuse(self, name: str, sentence: str) -> None:
        """Say why something was not kept: beside the field of that name, or at the foot."""
        shown = self._pages.currentWidget()
        self._adding = False
        beside = isinstance(shown, (QuestionPage, ItemPage)) and shown.refuse(name, sentence)
        self._say(sentence if sentence and not beside else "")

    def give_up(self) -> None:
        """Drop what was refused: what is kept is shown next."""
        self.page.give_up()
        self.about.give_up()
        self._say("")

    def take_focus(self) -> None:
        """Put the focus where most is to be done."""
        if self._pages.currentWidget() is self.list:
            self.list.questions.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.about.take_focus()

    def save(self) -> bool:
        """Keep what is typed; False where something of it cannot be kept."""
        if self._pages.currentWidget() is self.page:
            return self.page.save()
        return self.about.save()

    def finish(self) -> None:
        """Go back one step: from a question to the list, from there to the screen."""
        if self._pages.currentWidget() is self.page:
            self.page.finish()
        elif self.save():
            self.closed.emit()

    # --- Inside -----------------------------------------------------------------------------

    def _connect(self) -> None:
        questions, page = self.list.questions, self.page
        self.tabs.chosen.connect(self._turn)
        self.list.pace_set.connect(self.pace_set)
        self.list.new_wanted.connect(self._begin_new)
        self.list.wanted.connect(lambda keys: self._of_item(self.questions_wanted.emit, keys))
        questions.opened.connect(self._open_question)
        questions.left_out.connect(self.question_left_out)
        questions.moved.connect(self.question_moved)
        questions.removed.connect(self._remove)
        questions.must_set.connect(lambda q, must: self.question_changed.emit(q, MUST, must))
        page.changed.connect(lambda name, to: self.question_changed.emit(self._open, name, to))
        page.left_out.connect(lambda out: self.question_left_out.emit(self._open, out))
        page.removed.connect(lambda: self._remove(self._open))
        page.added.connect(partial(self._add, staying=False))
        page.left.connect(partial(self._add, staying=True))
        page.back.connect(self._show_list)
        page.stepped.connect(self._step)
        self.about.changed.connect(lambda name, to: self._of_item(self.item_changed.emit, name, to))
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.finish)

    def _of_item(self, emit: object, *values: object) -> None:
        if self.item is not None and callable(emit):
            self._say("")
            emit(self.item.id, *values)

    def _begin(self, *, session: bool) -> None:
        self._open, self._adding = "", False
        self._say("")
        self.about.begin_other()
        self.page.begin_other()
        self.tabs.setVisible(session)
        self.tabs.show_choice(_QUESTIONS)
        self._pages.setCurrentWidget(self.list if session else self.about)

    def _turn(self, tab: int) -> None:
        if tab == _QUESTIONS and not self.about.save():
            self.tabs.show_choice(_ABOUT)
            return
        self._pages.setCurrentWidget(self.list if tab == _QUESTIONS else self.about)

    def _open_question(self, question_id: str) -> None:
        self._open = question_id
        self._say("")
        self.page.begin_other()
        self._show_open()
        self.tabs.hide()
        self._pages.setCurrentWidget(self.page)
        self.page.take_focus()

    def _show_open(self) -> None:
        ids = [question.id for question in self._questions]
        if self._open not in ids:  # it was taken away, or its adding undone
            self._show_list()
            return
        place = ids.index(self._open)
        self.page.show_question(self._questions[place], self._sources)
        self.page.show_steps(before=place > 0, after=place < len(ids) - 1)

    def _step(self, step: int) -> None:
        ids = [question.id for question in self._questions]
        if self._open in ids and 0 <= ids.index(self._open) + step < len(ids):
            to = ids[ids.index(self._open) + step]
            self.list.questions.go_to(to)
            self._open_question(to)

    def _begin_new(self) -> None:
        self._open = ""
        self._say("")
        self.tabs.hide()
        self._pages.setCurrentWidget(self.page)
        self.page.begin_new()

    def _add(self, text: str, short: str, *, staying: bool) -> None:
        self._adding, self._staying = True, staying
        self._of_item(self.question_added.emit, text, short)

    def _remove(self, question_id: str) -> None:
        self._say("")
        self.question_removed.emit(question_id)

    def _show_list(self) -> None:
        self._open = ""
        self.page.begin_other()
        self.tabs.show()
        self._pages.setCurrentWidget(self.list)
        self.list.questions.setFocus(Qt.FocusReason.TabFocusReason)

    def _say(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal_row.setVisible(bool(sentence))
        self._refusal_row.setAccessibleName(sentence)

    def _lay_out(self, theme: DesktopTheme) -> None:
        head = row(None, (_MARGIN, _TOP, _MARGIN, 12), 12)
        head.addWidget(self.title, 1)
        head.addWidget(self.done)
        tabs = row(None, (_MARGIN, 0, _MARGIN, 10))
        tabs.addWidget(self.tabs)
        tabs.addStretch()
        for page in (self.list, self.page, self.about):
            self._pages.addWidget(page)
        refusal = row(self._refusal_row, (_MARGIN, 0, _MARGIN, 12), 6)
        refusal.addWidget(IconLabel(theme, "triangle-alert", size=16), 0,
                          Qt.AlignmentFlag.AlignTop)  # fmt: skip
        refusal.addWidget(self._refusal, 1)
        self._refusal_row.hide()
        whole = column(self)
        whole.addLayout(head)
        whole.addLayout(tabs)
        whole.addWidget(self._pages, 1)
        whole.addWidget(self._refusal_row)
