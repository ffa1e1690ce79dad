"""Questions page: the questions of a session with their pace, and what can be added to them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from exports.look.tokens import DESKTOP
from frameworks.collection import SessionOutline
from frameworks.model import Pace
from ui.console.prepare.question_list import QuestionList
from ui.console.run.building import button, column, row
from ui.console.widgets.button import Kind
from ui.console.widgets.segmented import Segmented
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.prepared import PreparedActivity
from workshop.words import Words

_PACES = (Pace.EACH, Pace.TOGETHER)
_MARGIN = 32
_LIST_MARGIN = 20
_MOST_NAMED = 20


class QuestionsPage(QWidget):
    """`pace_set` carries an activity's id and its pace, `new_wanted` asks for a new question.

    `wanted` carries the keys of the framework's questions that are to be put back in.
    """

    pace_set = Signal(str, object)
    new_wanted = Signal()
    wanted = Signal(object)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._words = words
        self._activities: tuple[PreparedActivity, ...] = ()
        self._outline: SessionOutline | None = None
        self._of = TextLabel(theme, "", DESKTOP.label, tone=Tone.INK3,
                             elide=Qt.TextElideMode.ElideRight)  # fmt: skip
        names = (words.say("One by one"), words.say("Together"))
        self.pace = Segmented(theme, words.say("How they are asked"), names)
        self.pace.chosen.connect(self._set_pace)
        self.about_pace = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2, wrap=True)
        self.questions = QuestionList(theme, words)
        self.questions.selectionModel().currentChanged.connect(lambda *_: self._say_pace())
        self.keys = TextLabel(
            theme,
            words.say("Enter opens, Space leaves out, M: if time, Alt and an arrow move."),
            DESKTOP.secondary,
            tone=Tone.INK3,
            wrap=True,
        )
        said = words.say("Add a question")
        self.add = button(theme, said, self._add, Kind.QUIET, icon="plus")
        self._lay_out()

    def show_activities(
        self, activities: Sequence[PreparedActivity], outline: SessionOutline | None
    ) -> None:
        """Show the questions as they are kept; `outline` has those that the framework offers."""
        self._activities = tuple(activities)
        self._outline = outline
        self.questions.show_activities(activities)
        self._say_pace()

    def missing(self) -> tuple[tuple[str, str], ...]:
        """Key and short name of the framework's questions that are not in the session."""
        if self._outline is None:
            return ()
        there = {question.key for each in self._activities for question in each.questions}
        return tuple(pair for pair in self._outline.questions if pair[0] not in there)

    def menu_now(self) -> QMenu:
        """A question of one's own, or those of the framework that were taken away."""
        words, menu, missing = self._words, QMenu(self), self.missing()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(words.say("A question of your own…"), self.new_wanted.emit)
        menu.addSeparator()
        if len(missing) > 1:
            said = words.count(
                "The {n} question taken away", "All {n} questions taken away", len(missing)
            )
            keys = tuple(key for key, _ in missing)
            menu.addAction(said, partial(self.wanted.emit, keys))
        for key, short in missing[:_MOST_NAMED]:
            menu.addAction(short.replace("&", "&&"), partial(self.wanted.emit, (key,)))
        return menu

    def _add(self) -> None:
        if not self.missing():
            self.new_wanted.emit()
            return
        menu = self.menu_now()
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def _activity(self) -> PreparedActivity | None:
        current = self.questions.current
        wanted = current.activity.id if current is not None else ""
        found = (each for each in self._activities if each.id == wanted)
        return next(found, self._activities[0] if self._activities else None)

    def _say_pace(self) -> None:
        words, activity = self._words, self._activity()
        self.pace.setVisible(activity is not None)
        self.about_pace.setVisible(activity is not None)
        self._of.setVisible(len(self._activities) > 1)
        if activity is None:
            return
        self._of.setText(activity.title or words.say("Questions"))
        together = activity.pace is Pace.TOGETHER
        self.pace.show_choice(_PACES.index(activity.pace))
        self.about_pace.setText(
            words.say("All are voted on, then revealed on one page; you pick what is talked about.")
            if together
            else words.say("Each is voted on, revealed and talked about before the next.")
        )

    def _set_pace(self, chosen: int) -> None:
        activity = self._activity()
        if activity is not None and activity.pace is not _PACES[chosen]:
            self.pace_set.emit(activity.id, _PACES[chosen])

    def _lay_out(self) -> None:
        head = column(None, (_MARGIN, 4, _MARGIN, 10), 6)
        head.addWidget(self._of)
        head.addWidget(self.pace, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self.about_pace)
        middle = row(None, (_LIST_MARGIN, 0, _LIST_MARGIN, 0))
        middle.addWidget(self.questions)
        # A quiet button's text lines up with what stands around it, and its ground does not.
        line = row(None, (_MARGIN - 10, 8, _MARGIN, 0))
        line.addWidget(self.add)
        line.addStretch()
        foot = column()
        foot.addLayout(line)
        about = row(None, (_MARGIN, 4, _MARGIN, 12))
        about.addWidget(self.keys)
        foot.addLayout(about)
        whole = column(self)
        whole.addLayout(head)
        whole.addLayout(middle, 1)
        whole.addLayout(foot)
