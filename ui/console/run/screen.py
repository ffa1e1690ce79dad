"""Run screen: leading a day on the console, put together from its parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.console.charts.clipboard import ChartClipboard
from ui.console.run.action_desk import ActionDesk
from ui.console.run.building import application
from ui.console.run.conduct import Conduct
from ui.console.run.focus_return import FocusReturn
from ui.console.run.keeping import Keeping
from ui.console.run.panel import Panel
from ui.console.run.parts import Parts
from ui.console.run.rehearsal_exit import RehearsalExit
from ui.console.run.saving import keep_each
from ui.console.run.side import column_width
from ui.console.run.tab_order import next_stop, reveal
from ui.console.run.telling import Telling
from ui.keys import Intent, KeyRouter, in_field
from ui.leading import Leading
from ui.projector.screens import Screens
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene, Standing
from workshop.kinds import ItemKind, Step, Way
from workshop.speech import NOT_OFFERED
from workshop.steps import State
from workshop.words import Words, mark

NO_TALLY = mark("Hands are counted while a vote is open. Open the vote first.")
NO_NOTE = mark("A private note belongs to a question, and there is none now.")
VOTE_CLOSED = mark("This vote is closed. V opens it again.")


class RunScreen(QWidget):
    """Leads one workshop. `left` asks for the library, `export_wanted` for the files,
    `copy_wanted` for a second copy, `check_wanted` for the check of the room.

    `clock` gives ms and tells a clicker's bounce from a second press.
    """

    left = Signal()
    export_wanted = Signal()
    copy_wanted = Signal()
    check_wanted = Signal()

    def __init__(
        self,
        theme: DesktopTheme,
        words: Words,
        leading: Leading,
        screens: Screens,
        *,
        clock: Callable[[], int] | None = None,
    ) -> None:
        super().__init__()
        self._words = words
        self._leading = leading
        self._screens = screens
        self._conduct = Conduct(leading)
        self._panel: Intent | None = None
        self._focus_return = FocusReturn()
        self._holding = False
        self._held_back = ""
        self._place: tuple[object, ...] = ()
        self._application = application()
        self._exit = RehearsalExit(self, theme, words, leading)
        self.parts = Parts(self, theme, words, leading, screens)
        self._desk = ActionDesk(leading, self.parts)
        self._telling = Telling(self.parts.notices, words)
        self._own: Mapping[Intent, Callable[[], object]] = {
            Intent.TOUCH: self._touch,
            Intent.TALLY: self._open_tally,
            Intent.PARK: self._park,
            Intent.ACTION: self._desk.open,
            Intent.NOTE: self._note,
            Intent.JUMP: self.parts.rail.take_focus,
            Intent.SWAP: screens.swap,
            Intent.FILL: self._fill,
            Intent.FOCUS_NEXT: self._focus_next,
            Intent.EVIDENCE: self.parts.record.write_evidence,
            Intent.LEAVE: self._leave,
            Intent.KEYS: self._toggle_keys,
            Intent.PICTURE: self._copy_chart,
            Intent.COPY: self.copy_wanted.emit,
            Intent.EXPORT: self.export_wanted.emit,
        }
        for intent in self.parts.panels:
            self._own = {**self._own, intent: partial(self._toggle_panel, intent)}
        self.router = KeyRouter(self._application, clock or leading.now, self)
        self.router.listens = False
        self._keeping = Keeping(leading, self.parts)
        self._clipboard = ChartClipboard(leading.live, words, lambda: self.parts.notices, self)
        self._connect()
        if leading.scene is not None:
            self.show_scene(leading.scene)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.router.listens = True
        self._exit.guard(self.window())
        self._focus_next()

    def hideEvent(self, event: QHideEvent) -> None:
        self.router.listens = False
        super().hideEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Parts come and go all day; what is read next on the screen is what Tab reaches next.
        parts = self.parts
        regions = (parts.top_bar, parts.rail, parts.centre, parts.right, parts.transport)
        stop = next_stop(regions, self._application.focusWidget(), forward=forward)
        if stop is None:
            return False
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stop.setFocus(reason)
        reveal(stop)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.parts.right.setFixedWidth(column_width(self.width()))
        super().resizeEvent(event)

    # --- What is shown ----------------------------------------------------------------------

    def show_scene(self, scene: ConsoleScene) -> None:
        """Show a scene in every part, and move the focus only after a step."""
        place = (
            scene.step,
            scene.heading,
            scene.round_id,
            # Going through a list or the views turns pages, but is no step of the day.
            "" if scene.state in (State.REVIEW, State.PROFILE) else scene.next.label,
            scene.finished,
            scene.question.id if scene.question else None,
        )
        stepped, self._place = place != self._place, place
        if self._panel is Intent.TALLY and not scene.can_tally:
            self._panel = None
        open_now = self.parts.panels.get(self._panel) if self._panel is not None else None
        if open_now is not None and open_now.refusal(scene):
            self._panel = None
        self._telling.follow(scene, self._held_back)
        kinds = self._leading.kinds(item.id for item in scene.rail)
        self.parts.top_bar.show_scene(scene, away=self._away)
        self.parts.rail.clock.show_time(self.parts.top_bar.time, scene.clock.finish)
        self.parts.rail.show_scene(scene, kinds)
        self.parts.side.show_scene(scene)
        self._desk.show_scene(scene)
        self.parts.transport.show_scene(scene)
        self._show_page(scene, kinds)
        self.router.wall_votes = scene.turn is not None
        focus = self._application.focusWidget()
        if stepped and not in_field(focus) and self.isVisible():
            self.parts.transport.next.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_focus(None, self._application.focusWidget())

    @property
    def capturing(self) -> bool:
        """Whether an action is being written down over the right column."""
        return self._desk.shown

    def closing(self) -> None:
        """Save what is being typed and listen to no key any more."""
        keep_each(self._save, self.parts.capture.keep)
        self.router.close()
        self._exit.close()
        self._application.focusChanged.disconnect(self._on_focus)
        self._screens.changed.disconnect(self._show_again)
        self._leading.told.disconnect(self.show_scene)
        self._leading.read.disconnect(self._show_actions)

    def _show_page(self, scene: ConsoleScene, kinds: Mapping[str, ItemKind]) -> None:
        page = self._page(scene, kinds)
        if page is not self.parts.centre.currentWidget():
            focus = self._application.focusWidget()
            if focus is not None and self.parts.centre.isAncestorOf(focus):
                self.parts.transport.next.setFocus(Qt.FocusReason.OtherFocusReason)
            self.parts.centre.setCurrentWidget(page)
        recording = page is self.parts.record and scene.step is Step.RECORD
        self.router.arrows_to = self.parts.record.move_score if recording else None
        self.router.letters_to = page.take_letter if isinstance(page, Panel) else None
        if page is self.parts.tally:
            self.parts.tally.show_scene(scene)
        elif page is self.parts.keys_list:
            self.parts.keys_list.show_scene(
                scene, alone=self._screens.alone, refused=self._refused(scene, kinds)
            )
        elif page is self.parts.read_back:
            self.parts.read_back.show_scene(scene)
        elif page is self.parts.question:
            self._show_question(scene)
        elif isinstance(page, Panel):
            page.show_scene(scene)
        elif scene.step is Step.RECORD:
            self.parts.record.show_scene(scene)

    def _refused(self, scene: ConsoleScene, kinds: Mapping[str, ItemKind]) -> frozenset[Intent]:
        """What would be refused now for reasons that the scene alone does not tell."""
        panels = self.parts.panels
        refused = {intent for intent, panel in panels.items() if panel.refusal(scene)}
        if not any(kinds.get(item.id) is ItemKind.READ_BACK for item in scene.rail):
            refused.add(Intent.READ_BACK)
        return frozenset(refused)

    def _page(self, scene: ConsoleScene, kinds: Mapping[str, ItemKind]) -> QWidget:
        if self._panel is Intent.KEYS:
            return self.parts.keys_list
        if self._panel is Intent.TALLY:
            return self.parts.tally
        if self._panel is not None:
            return self.parts.panels[self._panel]
        focus = self._application.focusWidget()
        typing = in_field(focus) and focus is not None and self.parts.record.isAncestorOf(focus)
        if typing and self.parts.centre.currentWidget() is self.parts.record:
            return self.parts.record  # the scribe finishes the sentence while the room goes on
        if scene.step is Step.RECORD and scene.question is not None:
            return self.parts.record
        if scene.state in self.parts.standing:
            return self.parts.standing[scene.state]
        now = [item.id for item in scene.rail if item.standing is Standing.NOW]
        reading_back = bool(now) and kinds.get(now[0]) is ItemKind.READ_BACK
        return self.parts.read_back if reading_back and not scene.finished else self.parts.question

    def _show_question(self, scene: ConsoleScene) -> None:
        self.parts.question.show_scene(scene, away=self._away)

    @property
    def _away(self) -> bool:
        """Whether what the room may not read is put away."""
        return self._screens.console_seen and not self._holding

    def _show_again(self) -> None:
        if self._leading.scene is not None:
            self.show_scene(self._leading.scene)

    def _show_actions(self) -> None:
        if self.parts.centre.currentWidget() is self.parts.read_back:
            self.parts.read_back.show_actions(self._leading.facts().actions)

    # --- What keys and buttons ask ----------------------------------------------------------

    def ask(self, intent: Intent) -> None:
        """Do what a key or a button asks for."""
        scene = self._leading.scene
        if scene is None:
            return
        if intent is Intent.NEXT and scene.finished:
            self.export_wanted.emit()
        elif self._conduct.does(intent):
            steps = intent is Intent.NEXT
            if self._save(steps=steps) or not steps:
                self._conduct.do(intent)
        else:
            self._own[intent]()

    def _save(self, *, steps: bool = False) -> bool:
        """Save what is being typed before the day moves; the cursor stays where it is.

        False where something was not kept: the first press stays at the row, the second goes on.
        A step of the day stops also for hands that were refused and put away.
        """
        refused = self._keeping.save(self.parts.centre.currentWidget())
        self._keeping.try_again()
        if steps and not refused:
            refused = self._keeping.hands_put_away()
        if refused:
            # A second press takes the panel with it; the sentence must not go too.
            self._telling.refuse(refused)
        held_back, self._held_back = self._held_back, refused
        return not refused or held_back == refused

    def _touch(self) -> None:
        scene = self._leading.scene
        if scene is not None and scene.voting and Way.WALL not in scene.ways:
            self._telling.refuse(self._words.say(NOT_OFFERED[Way.WALL]))
        elif scene is not None and scene.can_touch:
            self.parts.side.open_teams()
        else:
            self._leading.act(self._leading.live.turns.call)

    def _open_tally(self) -> None:
        scene = self._leading.scene
        if scene is not None and scene.state in (State.CLOSING, State.CLOSE_SHOWN):
            self._panel = None
            self._show_again()
            self.parts.standing[scene.state].take_focus()
            return
        if scene is not None and scene.voting and Way.HANDS not in scene.ways:
            self._telling.refuse(self._words.say(NOT_OFFERED[Way.HANDS]))
            return
        if scene is None or not scene.can_tally:
            closed = scene is not None and scene.step is Step.VOTE
            self._telling.refuse(self._words.say(VOTE_CLOSED if closed else NO_TALLY))
            return
        self._panel = Intent.TALLY
        self._show_again()
        self.parts.tally.take_focus()

    def _toggle_panel(self, intent: Intent) -> None:
        scene = self._leading.scene
        if scene is None:
            return
        if self._panel is intent:
            self._close_panel()
            return
        panel = self.parts.panels[intent]
        if refusal := panel.refusal(scene):
            self._telling.refuse(refusal)
            return
        self._focus_return.leave(panel)
        self._save()
        panel.come_from(self._panel)
        self._panel = intent
        self._show_again()
        panel.take_focus()

    def _toggle_keys(self) -> None:
        self._panel = None if self._panel is Intent.KEYS else Intent.KEYS
        self._show_again()

    def _jump_from(self, item_id: str, question_id: str | None) -> None:
        self._panel = None
        self._jump(item_id, question_id)
        self._show_again()

    def _copy_chart(self) -> None:
        """The chart of the panel, else the one that the room sees."""
        if self._panel is Intent.CHARTS:
            self.parts.charts.ask_copy()
        else:
            self._clipboard.copy_wall(self._leading.stage.wall.scene)

    def _close_capture(self) -> None:
        self.parts.transport.next.setFocus(Qt.FocusReason.OtherFocusReason)
        self._desk.put_away()
        self._show_again()
        if self._panel is Intent.CHARTS:
            self.parts.charts.take_focus()

    def _park(self) -> None:
        if self.parts.centre.currentWidget() is self.parts.question:
            self.parts.question.parking.write()
        else:
            self.parts.park_line.show()
            self.parts.park_line.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note(self) -> None:
        if self._screens.console_seen:
            self._hold(True)
        elif self.parts.centre.currentWidget() is self.parts.record:
            self.parts.record.take_focus()
        elif self.parts.centre.currentWidget() is self.parts.question:
            if self._leading.scene is not None and not self.parts.question.notes.can_write:
                self._telling.refuse(self._words.say(NO_NOTE))
            self.parts.question.notes.write()

    def _hold(self, held: bool) -> None:
        if held != self._holding:
            self._holding = held
            self._show_again()

    def _released(self, intent: Intent) -> None:
        if intent is Intent.NOTE:
            self._hold(False)

    def _fill(self) -> None:
        if self._screens.filled:
            self._screens.unfill()
        elif self._screens.alone:
            self._screens.fill()

    def _focus_next(self) -> None:
        self.parts.transport.next.setFocus(Qt.FocusReason.TabFocusReason)

    def _leave(self) -> None:
        """Esc: leave the field, else close the panel, else bring the console back."""
        focus = self._application.focusWidget()
        field = focus if in_field(focus) else None
        panel = self.parts.centre.currentWidget() if self._panel is not None else None
        in_panel = field is not None and panel is not None and panel.isAncestorOf(field)
        in_capture = field is not None and self.parts.capture.isAncestorOf(field)
        if field is not None and not in_panel and not in_capture:
            self._focus_next()
        elif self._desk.shown and (in_capture or panel is None):
            self.parts.capture.close_panel()
        elif panel is not None:
            self._close_panel()
        elif self._screens.filled:
            self._screens.unfill()
        else:
            self._focus_next()
        self.parts.park_line.setVisible(self.parts.park_line.editor.hasFocus())

    def _close_panel(self) -> None:
        if not self._save() and self._panel is Intent.TALLY:
            return  # what was refused can be mended; pressed again, it is put away as it is
        self._panel = None
        self.parts.transport.next.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_again()
        self._focus_return.come_back()

    def _jump(self, item_id: str, question_id: str | None) -> None:
        self._save()
        self._leading.act(partial(self._leading.live.facilitation.jump, item_id, question_id))
        self._focus_next()

    # --- Joining ----------------------------------------------------------------------------

    def _connect(self) -> None:
        leading, parts, router = self._leading, self.parts, self.router
        router.asked.connect(self.ask)
        router.released.connect(self._released)
        router.digit.connect(leading.type_answer)
        router.enter.connect(leading.enter_turn)
        leading.told.connect(self.show_scene)
        leading.read.connect(self._show_actions)
        leading.refused.connect(self._telling.refuse)
        leading.failed.connect(self._telling.alarm)
        self._screens.changed.connect(self._show_again)
        self._application.focusChanged.connect(self._on_focus)
        parts.top_bar.left.connect(self._exit.leave)
        self._exit.left.connect(self.left)
        parts.top_bar.clock_pressed.connect(parts.rail.clock.toggle_shown)
        parts.side.room.check_wanted.connect(self.check_wanted)
        self._screens.lost.connect(self._telling.lose_wall)
        self._screens.found.connect(self._telling.find_wall)
        parts.rail.jumped.connect(self._jump)
        parts.side.asked.connect(self.ask)
        parts.transport.asked.connect(self.ask)
        parts.transport.exported.connect(self.export_wanted)
        parts.tally.closed.connect(self._close_panel)
        parts.keys_list.closed.connect(self._close_panel)
        for panel in parts.panels.values():
            panel.closed.connect(self._close_panel)
        parts.charts.action_wanted.connect(self._desk.open_from)
        parts.charts.go_wanted.connect(self._jump_from)
        parts.charts.copy_wanted.connect(self._clipboard.copy)
        parts.capture.added.connect(parts.charts.written)
        parts.capture.closed.connect(self._close_capture)
        parts.capture.edited.connect(self._desk.edit)
        parts.read_back.edited.connect(self._desk.edit)
        parts.question.notes.held.connect(self._hold)
        choose = leading.live.viewing.choose
        parts.question.views.wanted.connect(lambda view: leading.act(partial(choose, view)))

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        typing = in_field(now)
        steps = self.router.steps_with_space(now)
        self.parts.transport.show_focus(in_field=typing, space_steps=steps, panel=self._desk.shown)
        self.parts.side.show_focus(in_field=typing)
        self.parts.question.notes.show_focus(in_field=typing)
        self.parts.question.parking.show_focus(in_field=typing)
        self.parts.tally.follow(now)
        scene = self._leading.scene
        lingers = self.parts.centre.currentWidget() is self.parts.record
        if lingers and scene is not None and scene.step is not Step.RECORD:
            # Once the focus has settled: the field it left has saved by then.
            QTimer.singleShot(0, self, self._show_again)
