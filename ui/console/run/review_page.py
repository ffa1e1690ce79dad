"""Review page: what became of the earlier workshop's actions, said here and seen on the wall."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.run.building import Sheet, clear, column, row, scrolled
from ui.console.run.marks import ThemeMark
from ui.console.run.panel import Panel
from ui.console.run.review_keys import STATUS_OF
from ui.console.run.tab_order import reveal
from ui.console.widgets.chip import Chip, ChipKind
from ui.console.widgets.section import Hairline
from ui.console.widgets.segmented import Segmented
from ui.console.widgets.status_glyph import StatusGlyph
from ui.console.widgets.text_label import TextLabel, Tone
from ui.leading import Leading
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene
from workshop.kinds import ActionStatus
from workshop.phrases import STATUS_NAMES
from workshop.review_panel import ReviewLine
from workshop.words import Words, mark

STATUSES: Final = tuple(ActionStatus)
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_BAR: Final = 3
_INDENT: Final = 42
_GLYPH: Final = 16
_FOOT_GAP: Final = 8
_LEAST_WHO: Final = 240  # owner, date and how late, beside the status

NOTHING_OPEN = mark("No action of the earlier workshop was left open. Next goes on.")


class ReviewPage(Panel):
    """Stands at State.REVIEW: arrows choose an action, 1, 2 and 3 say how far it has come."""

    def __init__(self, theme: DesktopTheme, words: Words, leading: Leading) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._leading = leading
        self._heading = TextLabel(theme, "", DESKTOP.screen_title, wrap=True)
        self._lead = TextLabel(theme, "", DESKTOP.note, tone=Tone.INK2, wrap=True)
        self._count = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK3)
        self.rows: tuple[ReviewEntry, ...] = ()
        holder = QWidget()
        self._lines = column(holder)
        content = Sheet()
        x, y = CONSOLE.centre_padding_x, CONSOLE.centre_padding_y
        whole = column(content, (x, y, x, 24))
        whole.addWidget(self._heading)
        whole.addSpacing(8)
        whole.addWidget(self._lead)
        whole.addSpacing(20)
        whole.addWidget(self._count, 0, Qt.AlignmentFlag.AlignRight)
        whole.addSpacing(8)
        whole.addWidget(Hairline(theme, strong=True))
        whole.addWidget(holder)
        whole.addStretch()
        column(self).addWidget(scrolled(content, words.say("Actions of the earlier workshop")))

    def show_scene(self, scene: ConsoleScene) -> None:
        """Show the list; its rows stay where they are as long as it is the same one."""
        lines = scene.review
        self._heading.setText(scene.heading)
        self._lead.setText(scene.lead if lines else self._words.say(NOTHING_OPEN))
        done = sum(line.status is ActionStatus.DONE for line in lines)
        said = ""
        if lines:
            said = self._words.count(
                "{n} of {m} is done", "{n} of {m} are done", done, m=len(lines)
            )
        self._count.setText(said)
        self._count.updateGeometry()
        if [each.id for each in self.rows] != [line.id for line in lines]:
            self._lay_out(lines)
        for view, line in zip(self.rows, lines, strict=True):
            view.show_line(line)
            if view.turned_to:
                reveal(view)

    def take_letter(self, key: Qt.Key) -> bool:
        """1, 2, 3, N, U and D set the status of the action in work; Up and Down choose another."""
        if not self.rows:
            return False
        ids = [view.id for view in self.rows]
        at = next((n for n, view in enumerate(self.rows) if view.now), 0)
        if key in _STEPS:
            wanted = at + _STEPS[key]
            if 0 <= wanted < len(ids):
                self._choose(ids[wanted])
            return True
        if key not in STATUS_OF:
            return False
        focused = (view.id for view in self.rows if view.status.hasFocus())
        self._set(next(focused, ids[at]), STATUS_OF[key])
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        low = self.window().height() < CONSOLE.low_below
        self._heading.set_role(DESKTOP.question_long if low else DESKTOP.screen_title)
        super().resizeEvent(event)

    def _lay_out(self, lines: tuple[ReviewLine, ...]) -> None:
        clear(self._lines)
        rows = []
        for line in lines:
            view = ReviewEntry(self._theme, self._words, line)
            view.pressed.connect(partial(self._choose, line.id))
            view.status_wanted.connect(partial(self._set, line.id))
            rows.append(view)
            self._lines.addWidget(view)
            self._lines.addWidget(Hairline(self._theme))
        self.rows = tuple(rows)

    def _choose(self, review_id: str) -> None:
        self._leading.act(partial(self._leading.live.reviewing.choose, review_id))

    def _set(self, review_id: str, status: ActionStatus) -> None:
        """Set a status; the wall marks whatever was spoken of last."""
        live = self._leading.live
        if not any(view.id == review_id and view.now for view in self.rows):
            self._choose(review_id)
        if not self._leading.act(partial(live.reviewing.set_status, review_id, status)):
            self._show_again()

    def _show_again(self) -> None:
        """Put the controls back to what is kept, after a refusal."""
        if self._leading.scene is not None:
            self.show_scene(self._leading.scene)


class ReviewEntry(QWidget):
    """An action: glyph, what and where from; below them who, when, how late, and its status."""

    pressed = Signal()
    status_wanted = Signal(object)

    def __init__(self, theme: DesktopTheme, words: Words, line: ReviewLine) -> None:
        super().__init__()
        self.id = line.id
        self.now = False
        self.turned_to = False
        self._theme = theme
        self._words = words
        self.glyph = StatusGlyph(theme, words, line.status, _GLYPH)
        self._what = TextLabel(theme, line.what, DESKTOP.name, wrap=True)
        self._owner = TextLabel(
            theme, line.owner, tone=Tone.INK2, elide=Qt.TextElideMode.ElideRight
        )
        self._due = TextLabel(theme, line.due, tone=Tone.INK2)
        self._late = Chip(theme, "", ChipKind.INVERSE, height=CONSOLE.chip_in_table)
        self.status = Segmented(
            theme,
            words.say("Status: {what}", what=line.what),
            [words.say(STATUS_NAMES[status]) for status in STATUSES],
            STATUSES.index(line.status),
            padding=10,
        )
        # A click is not to take the keys away from the next button.
        self.status.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.status.chosen.connect(lambda place: self.status_wanted.emit(STATUSES[place]))
        self._put_together(theme, words, line)

    def show_line(self, line: ReviewLine) -> None:
        """Show how the action stands now."""
        self.turned_to = line.now and not self.now
        self.now = line.now
        self.glyph.show_status(line.status)
        done = line.status is ActionStatus.DONE
        self._what.set_tone(Tone.INK2 if done else Tone.INK)
        self._late.set_text(line.late)
        self._late.setVisible(bool(line.late))
        self.status.show_choice(STATUSES.index(line.status))
        said = (line.what, self._words.say(STATUS_NAMES[line.status]), line.owner, line.due)
        self.setAccessibleName(", ".join(part for part in (*said, line.late) if part))
        self.setAccessibleDescription(self._words.say("on the wall now") if line.now else "")
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.now:
            return
        painter, colours = QPainter(self), self._theme.colours
        box = QRectF(self.rect())
        paint_box(painter, box, 0, colours.sunken)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = box.right() - _BAR if mirrored else box.x()
        paint_box(painter, QRectF(left, box.y(), _BAR, box.height()), 0, colours.ink)

    def _put_together(self, theme: DesktopTheme, words: Words, line: ReviewLine) -> None:
        head = row(spacing=0)
        mark_box = QWidget()
        mark_box.setFixedWidth(_INDENT)
        inside = row(mark_box, (14, 4, 0, 0), 0)
        inside.addWidget(self.glyph, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        head.addWidget(mark_box, 0, Qt.AlignmentFlag.AlignTop)
        texts = column(spacing=2)
        texts.addWidget(self._what)
        if line.origin:
            origin = row(spacing=6)
            shape = ThemeMark(theme)
            origin.addWidget(shape)
            shape.show_session(line.theme, line.second)
            label = TextLabel(
                theme,
                line.origin,
                DESKTOP.secondary,
                tone=Tone.INK3,
                elide=Qt.TextElideMode.ElideRight,
            )
            origin.addWidget(label, 1)
            texts.addLayout(origin)
        if line.measure:
            said = words.say("How we will know: {measure}", measure=line.measure)
            texts.addWidget(TextLabel(theme, said, DESKTOP.secondary, tone=Tone.INK2, wrap=True))
        who = QWidget()
        person = row(who, spacing=10)
        person.addWidget(self._owner)
        person.addWidget(self._due)
        person.addWidget(self._late)
        person.addStretch()
        texts.addSpacing(4)
        texts.addWidget(_Foot(who, self.status))
        head.addLayout(texts, 1)
        whole = column(self, (0, 12, 12, 12))
        whole.addLayout(head)


class _Foot(QWidget):
    """Who and when, and the status at the other end; below them where there is no room."""

    def __init__(self, who: QWidget, status: Segmented) -> None:
        super().__init__()
        self._status = status
        self._line = row(self, spacing=_FOOT_GAP)
        self._line.addWidget(who, 1)
        self._line.addWidget(status)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self._status.sizeHint().width() + _LEAST_WHO + _FOOT_GAP
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(across if wide <= self.width() else down)
        super().resizeEvent(event)
