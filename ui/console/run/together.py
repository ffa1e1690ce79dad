"""Together page: what was revealed at once, to be sorted, and picked for the talk."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.run.building import Sheet, column, row, scrolled
from ui.console.run.marks import ThemeMark
from ui.console.run.panel import Panel
from ui.console.run.sentences import as_sentence
from ui.console.run.tab_order import reveal
from ui.console.run.talk_order import panel_of
from ui.console.run.together_row import TogetherHeads, TogetherRow
from ui.console.widgets.key_hint import KeyHint
from ui.console.widgets.section import Hairline
from ui.console.widgets.segmented import Segmented
from ui.console.widgets.step_line import StepLine
from ui.console.widgets.text_label import TextLabel, Tone
from ui.keys import OWNS_KEYS
from ui.leading import Leading
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene, RailItem, Standing
from workshop.facts import Facts
from workshop.kinds import QUESTION_STEPS, Sorting, Step
from workshop.speech import STEP_NAMES
from workshop.together_panel import SORTINGS, TogetherPanel
from workshop.words import Words

_NARROW = 560
_TEXT_PART = 0.25  # of the page's height: more of a question's text scrolls
_LEAST_LINES = 3
_K = Qt.Key


class TogetherPage(Panel):
    """Stands at State.TOGETHER. The arrows move the cursor, also from `next_button`, and Enter
    picks or drops the question it stands on; Space goes on stepping unless Tab led to a row.
    """

    def __init__(
        self, theme: DesktopTheme, words: Words, leading: Leading, next_button: QWidget
    ) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._leading = leading
        self._next_button = next_button
        self._item: RailItem | None = None
        self._panel: TogetherPanel | None = None
        self._current = ""
        self.rows: list[TogetherRow] = []
        names = [words.say(STEP_NAMES[step]) for step in QUESTION_STEPS]
        self._steps = StepLine(theme, names)
        self._shape = ThemeMark(theme)
        elide = Qt.TextElideMode.ElideRight
        self._session = TextLabel(theme, "", DESKTOP.strong, elide=elide)
        self._topic = TextLabel(theme, "", DESKTOP.body, tone=Tone.INK2, elide=elide)
        self._title = TextLabel(
            theme, words.say("Pick what to talk about"), DESKTOP.screen_title, wrap=True
        )
        self._picked = TextLabel(theme, "", DESKTOP.body, tone=Tone.INK2)
        options = [words.say(text) for text in SORTINGS.values()]
        self.sorting = Segmented(theme, words.say("Sort by"), options)
        self.sorting.setProperty(OWNS_KEYS, True)
        self.sorting.chosen.connect(self._sort)
        self._votes = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2)
        self._heads = TogetherHeads(theme, words)
        self._list = Sheet()
        self._lines = column(self._list)
        self._lines.addStretch()
        self._text = TextLabel(theme, "", DESKTOP.note, wrap=True)
        sheet = Sheet()
        column(sheet).addWidget(self._text)
        self._whole_text = scrolled(sheet, words.say("Question"))
        self._hints = self._made_hints()
        self._put_together()
        next_button.installEventFilter(self)

    def show_scene(self, scene: ConsoleScene) -> None:
        """Show the page as it is sorted and picked now; the cursor stays at its question."""
        panel = panel_of(scene, self._words)
        if panel is None:
            return
        now = [item for item in scene.rail if item.standing is Standing.NOW]
        self._item = now[0] if now else None
        self._panel = panel
        if self._current not in [each.id for each in panel.rows]:
            self._current = panel.rows[0].id if panel.rows else ""
        self._show_head(panel)
        self._fill(panel)

    def take_focus(self) -> None:
        """Put the focus on the question the cursor stands on."""
        self._focus_row()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not self.isVisible() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = _K(event.key())
        if key in (_K.Key_Up, _K.Key_Down):
            self._go(-1 if key is _K.Key_Up else 1)
            return True
        if key in (_K.Key_Return, _K.Key_Enter):
            if not event.isAutoRepeat():
                self._toggle(self._current)
            return True
        return False

    # --- Acts -------------------------------------------------------------------------------

    def _sort(self, index: int) -> None:
        sort = self._leading.live.collecting.sort
        if not self._leading.act(partial(sort, list(Sorting)[index])):
            self._show_again()

    def _toggle(self, question_id: str) -> None:
        panel = self._panel
        line = (
            next((each for each in panel.rows if each.id == question_id), None) if panel else None
        )
        if line is None:
            return
        self._current = question_id
        pick = self._leading.live.collecting.pick
        self._leading.act(partial(pick, question_id, picked=not line.picked))
        self._show_again()

    def _show_again(self) -> None:
        if self._leading.scene is not None:
            self.show_scene(self._leading.scene)

    # --- The cursor -------------------------------------------------------------------------

    def _go(self, step: int) -> None:
        panel = self._panel
        if panel is None or not panel.rows:
            return
        ids = [each.id for each in panel.rows]
        at = min(len(ids) - 1, max(0, ids.index(self._current) + step))
        self._current = ids[at]
        focused = any(each.hasFocus() for each in self.rows)
        self._fill(panel)
        if focused:
            self._focus_row()
        reveal(self.rows[at])

    def _to_end(self, last: bool) -> None:
        self._go(len(self.rows) if last else -len(self.rows))

    def _focus_row(self) -> None:
        here = next((each for each in self.rows if each.row and each.row.id == self._current), None)
        if here is not None and not here.isHidden():
            here.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- What is shown ----------------------------------------------------------------------

    def _show_head(self, panel: TogetherPanel) -> None:
        item = self._item
        if item is not None:
            self._shape.show_session(item.theme, item.second)
            self._session.setText(item.title)
            self._session.updateGeometry()
        self._topic.setText(panel.topic)
        self._topic.updateGeometry()
        self._picked.setText(panel.picked)
        self._picked.updateGeometry()
        self._votes.setText(panel.votes)
        self._votes.updateGeometry()
        self.sorting.setVisible(panel.sorting is not None)
        if panel.sorting is not None:
            self.sorting.blockSignals(True)
            self.sorting.choose(list(Sorting).index(panel.sorting))
            self.sorting.blockSignals(False)
        steps = _steps(self._leading.facts())
        self._steps.set_steps(
            [self._words.say(STEP_NAMES[step]) for step in steps], steps.index(Step.REVEAL)
        )
        self._heads.show_panel(panel)

    def _fill(self, panel: TogetherPanel) -> None:
        while len(self.rows) < len(panel.rows):
            self._grow()
        session = self._item.theme if self._item else None
        for widget, line in zip(self.rows, panel.rows, strict=False):
            widget.show_row(panel, line, session, here=line.id == self._current)
        for widget in self.rows[len(panel.rows) :]:
            widget.hide()
        here = next((each for each in panel.rows if each.id == self._current), None)
        said = f"{as_sentence(here.name)} {here.text}" if here else ""
        if said != self._text.text():
            self._text.setText(said)
            self._text.updateGeometry()
            self._whole_text.verticalScrollBar().setValue(0)
        self._fit_text()

    def _grow(self) -> None:
        widget = TogetherRow(self._theme)
        widget.clicked.connect(lambda: self._toggle(widget.row.id if widget.row else ""))
        widget.moved.connect(self._go)
        widget.ended.connect(self._to_end)
        self.rows.append(widget)
        self._lines.insertWidget(self._lines.count() - 1, widget)

    def _fit(self) -> None:
        """Leave out what a low or narrow window has no room for."""
        low = self.window().height() < CONSOLE.low_below
        narrow = self.width() < _NARROW
        self._steps.setVisible(not low)
        self._title.set_role(DESKTOP.question_long if low or narrow else DESKTOP.screen_title)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._titles.setDirection(down if narrow else across)
        self._votes.setVisible(not narrow)
        self._hints.setVisible(not low)
        self._list.setFixedWidth(max(1, self.width() - 2 * CONSOLE.centre_padding_x))
        self._fit_text()

    def _fit_text(self) -> None:
        """Let the text scroll where it would take the room of the questions, or of the title."""
        leading = int(DESKTOP.note.leading)
        lines = max(_LEAST_LINES, int(_TEXT_PART * self.height()) // leading)
        bar = self._whole_text.verticalScrollBar().sizeHint().width()
        room = max(1, self.width() - 2 * CONSOLE.centre_padding_x - bar)
        needed = self._text.heightForWidth(room)
        self._whole_text.setFixedHeight(min(needed, lines * leading))

    def _made_hints(self) -> QWidget:
        words = self._words
        hints = QWidget()
        line = row(hints, spacing=8)
        for keys, does in (
            ((words.say("Up"), words.say("Down")), words.say("choose")),
            ((words.say("Enter"),), words.say("pick or drop")),
        ):
            for key in keys:
                line.addWidget(KeyHint(self._theme, key))
            line.addWidget(TextLabel(self._theme, does, DESKTOP.secondary, tone=Tone.INK2))
        line.addStretch()
        return hints

    def _put_together(self) -> None:
        above = row(spacing=10)
        for widget in (self._shape, self._session, self._topic):
            above.addWidget(widget)
        above.addStretch()
        self._titles = row(spacing=4)
        self._titles.addWidget(self._title, 1)
        self._titles.addWidget(self._picked, 0, Qt.AlignmentFlag.AlignBottom)
        controls = row(spacing=12)
        controls.addWidget(self.sorting)
        controls.addStretch()
        controls.addWidget(self._votes)
        x, y = CONSOLE.centre_padding_x, CONSOLE.centre_padding_y
        head = column(None, (x, y, x, 0))
        head.addWidget(self._steps)
        head.addSpacing(16)
        head.addLayout(above)
        head.addSpacing(6)
        head.addLayout(self._titles)
        head.addSpacing(10)
        head.addLayout(controls)
        head.addSpacing(6)
        head.addWidget(self._heads)
        head.addWidget(Hairline(self._theme, strong=True))
        inner = Sheet()
        # As wide as the heads above, also where a scroll bar stands beside it.
        column(inner, (x, 0, 0, 0)).addWidget(self._list, 1)
        foot = column(None, (x, 12, x, 16), 10)
        foot.addWidget(self._whole_text)
        foot.addWidget(self._hints)
        whole = column(self)
        whole.addLayout(head)
        whole.addWidget(scrolled(inner, self._words.say("Questions, revealed together")), 1)
        whole.addLayout(foot)


def _steps(facts: Facts) -> list[Step]:
    """The steps of the activity; nothing is discussed where all is voted on first."""
    together, item = facts.together, facts.item
    lines = item.questions if item else ()
    of_activity = (q for q in lines if together and q.activity_id == together.activity_id)
    off = next((line.steps_off for line in of_activity), ())
    return [
        step
        for step in QUESTION_STEPS
        if step is Step.REVEAL or (step not in off and step is not Step.DISCUSS)
    ]
