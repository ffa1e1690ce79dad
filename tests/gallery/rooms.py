"""Rooms: the screens of the console beside the run screen, each filled in three ways."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from frameworks.collection import Collection
from tests.days import Day, HandClock, another_day, small_framework
from tests.gallery import fillings, pages
from tests.gallery.leading import set_time
from tests.gallery.studio import Studio
from tests.many_workshops import multiply
from tests.ui.projector.sample_parts import LONG_QUESTION, RIGHT_TO_LEFT
from ui.console.actions.screen import ActionsScreen
from ui.console.first_run import FirstRun
from ui.console.library.fault_panel import FaultPanel
from ui.console.navigation import Section
from ui.console.settings.screen import SettingsScreen
from ui.console.window import ConsoleWindow
from ui.preparing import Preparation
from ui.room_check import RoomCheck
from ui.sections import Sections
from ui.settings import Settings
from workshop import shelf
from workshop.creation import create_draft, create_workshop
from workshop.following import Following
from workshop.kinds import ActionStatus
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.planning import ActionDraft
from workshop.rehearsal import Rehearsal

FAULT = "The library is damaged. Its newest backup is from Monday, 16 November, 17:42."
COUNT_OF_EXTREME = 30
LISTS = {"empty": 0, "ordinary": 3, "extreme": COUNT_OF_EXTREME}
ACTIONS = {"empty": 0, "ordinary": 7, "extreme": 60}


def pictures(studio: Studio, filling: str) -> None:
    """Every screen with that filling."""
    for room in (library, prepare, actions, check, charts):
        room(studio, filling)
    if filling == "ordinary":
        for once in (first_run, frameworks, settings, fault, put_away, history, manual):
            once(studio)


@contextmanager
def _library(studio: Studio) -> Iterator[tuple[Library, HandClock]]:
    clock = HandClock()
    set_time(clock, fillings.DAY)
    with Library.open(studio.room() / "flipchart.sqlite", clock=clock) as opened:
        yield opened, clock


@contextmanager
def _sections(studio: Studio, library: Library) -> Iterator[Sections]:
    """The navigation with its sections, on show."""
    folder = library.path.parent
    window = studio.window(folder)
    sections = Sections(studio.theme, studio.words)
    sections.use(library, Settings(folder), lambda: "the report")
    window.show_screen(sections)
    yield sections
    studio.end(window)


def _played(studio: Studio, library: Library, filling: str, *, whole: bool = False) -> Day:
    """A workshop with actions; the ordinary one was led to its end, with all its questions where
    it is to be `whole`.
    """
    framework = fillings.framework(filling) if whole else small_framework()
    new = fillings.workshop(filling, studio.words, fillings.EARLIER)
    made = create_workshop(library, framework, new, studio.words)
    live = LiveWorkshop(library, made, studio.words)
    if filling == "ordinary":
        Rehearsal(live, seed=3).play()
    long = f"{LONG_QUESTION[:180]}"
    for n in range(ACTIONS[filling]):
        due = fillings.EARLIER + timedelta(days=40 * n)
        what = long if filling == "extreme" else f"Ring people back the same day, rule {n + 1}"
        owner = RIGHT_TO_LEFT if n % 2 else "Deputy head of patient administration"
        live.planning.propose(ActionDraft(f"{what} {n}", owner=owner, due=due, measure=what[:90]))
    return Day(library, live)


def library(studio: Studio, filling: str) -> None:
    """The list of workshops."""
    with _library(studio) as (opened, clock):
        _fill(studio, opened, clock, filling)
        with _sections(studio, opened) as sections:
            sections.show_library().show_library(opened, fillings.DAY)
            studio.take(f"library {filling}", sections.window())


def _fill(studio: Studio, opened: Library, clock: HandClock, filling: str) -> None:
    if filling == "empty":
        return
    past = _played(studio, opened, "ordinary").live.id
    new = fillings.workshop(filling, studio.words, fillings.DAY + timedelta(days=7))
    created = create_workshop(opened, small_framework(), new, studio.words)
    if filling == "extreme":
        multiply(opened, [past, created], COUNT_OF_EXTREME)
    else:
        another_day(opened, clock, framework=small_framework(2, 1))


def fault(studio: Studio) -> None:
    """The library that cannot be opened, with the ways out."""
    with _library(studio) as (opened, _), _sections(studio, opened) as sections:
        panel = FaultPanel(studio.theme, studio.words, FAULT, has_backup=True)
        sections.show_library().show_fault(panel)
        studio.take("library damaged", sections.window())


def first_run(studio: Studio) -> None:
    """What there is to do first."""
    with _library(studio) as (opened, _):
        window = studio.window(opened.path.parent)
        window.show_screen(FirstRun(studio.theme, studio.words, studio.folder / "Flipchart"))
        studio.take("first run", window)
        studio.end(window)


def frameworks(studio: Studio) -> None:
    """The packs and what is in them."""
    with _library(studio) as (opened, _), _sections(studio, opened) as sections:
        _choose(sections, Section.FRAMEWORKS)
        studio.take("frameworks", sections.window())


def settings(studio: Studio) -> None:
    """All that can be chosen."""
    with _library(studio) as (opened, _), _sections(studio, opened) as sections:
        _choose(sections, Section.SETTINGS)
        screen = sections.shown
        assert isinstance(screen, SettingsScreen), "the settings were chosen"
        studio.take("settings", sections.window())
        screen.about.licences.click()
        screen.show_keys()
        studio.take("settings, the licences and keys", sections.window())


def _choose(sections: Sections, section: Section) -> None:
    """Go to a section, as a click in the navigation does."""
    entry = sections.navigation.entries[section]
    entry.setFocus()
    entry.click()


def actions(studio: Studio, filling: str) -> None:
    """The table of actions and the board, with the inspector."""
    with _library(studio) as (opened, _):
        _played(studio, opened, filling)
        with _sections(studio, opened) as sections:
            screen = _actions(sections)
            studio.take(f"actions {filling}", sections.window())
            screen.filters.view.choose(1)
            studio.take(f"actions {filling}, board", sections.window())
            screen.add()
            studio.take(f"actions {filling}, a new one", sections.window())


def _actions(sections: Sections) -> ActionsScreen:
    _choose(sections, Section.ACTIONS)
    screen = sections.shown
    assert isinstance(screen, ActionsScreen), "the actions were chosen"
    return screen


def history(studio: Studio) -> None:
    """An action that came from a question, and has changed many times."""
    with _library(studio) as (opened, _):
        live = _played(studio, opened, "ordinary").live
        action = next(each for each in live.snapshot().actions if each.question_id)
        following = Following(opened)
        for n in range(24):
            following.set_status(action.id, tuple(ActionStatus)[n % 3])
            following.change(action.id, owner=f"{RIGHT_TO_LEFT} {n}")
        with _sections(studio, opened) as sections:
            screen = _actions(sections)
            screen.show_workshop(live.id)
            row = 0
            while screen.view.current != action.id:
                screen.view.stand_on(row)
                row += 1
            screen.edit(screen.inspector.due.field.editor)
            studio.take("actions ordinary, a long history", sections.window())


def put_away(studio: Studio) -> None:
    """The list that the room can see, with a notice."""
    with _library(studio) as (opened, clock):
        _fill(studio, opened, clock, "ordinary")
        with _sections(studio, opened) as sections:
            with opened.reading() as connection:
                first = shelf.coming(connection, fillings.DAY)[0]
            sections.show_library().show_library(opened, fillings.DAY, only=first.id)
            window = sections.window()
            assert isinstance(window, ConsoleWindow), "sections stand in the window"
            window.notices.must_act(FAULT, LONG_QUESTION, "Understood", window.update)
            studio.take("library put away", window)


def check(studio: Studio, filling: str) -> None:
    """The check of the room."""
    with _library(studio) as (opened, _):
        new = fillings.workshop(filling, studio.words)
        made = create_workshop(opened, small_framework(), new, studio.words)
        line = opened.workshop(made)
        assert line is not None, "it was made just now"
        folder = opened.path.parent
        window = studio.window(folder)
        room = RoomCheck(opened, line, window, studio.theme, Settings(folder), studio.words)
        room.show()
        studio.wait(room.projector.isVisible)
        studio.take(f"check {filling}", window)
        room.close()
        studio.end(window)


def charts(studio: Studio, filling: str) -> None:
    """The charts of a workshop that is over."""
    with _library(studio) as (opened, _):
        live = _played(studio, opened, filling, whole=filling == "ordinary").live
        if filling == "extreme":
            live = pages.LargeWorkshop(opened, live.id, studio.words)
        pages.charts(studio, filling, live)


def manual(studio: Studio) -> None:
    """The manual that F1 opens."""
    pages.manual(studio)


def prepare(studio: Studio, filling: str) -> None:
    """Prepare and its panels: the day, an agenda item, its questions."""
    with _prepared(studio, filling) as (preparation, window):
        screen = preparation.screen
        studio.take(f"prepare {filling}", window)
        screen.open_day()
        studio.take(f"prepare {filling}, day", window)
        for name, item_id in _kinds(preparation.live).items():
            screen.agenda.edit_wanted.emit(item_id)
            studio.take(f"prepare {filling}, {name}", window)
        screen.close_panel()


def _kinds(live: LiveWorkshop) -> dict[str, str]:
    """One agenda item of every kind."""
    return {item.kind.value: item.id for item in reversed(live.prepared().items)}


@contextmanager
def _prepared(studio: Studio, filling: str) -> Iterator[tuple[Preparation, ConsoleWindow]]:
    with _library(studio) as (opened, _):
        framework = fillings.framework(filling)
        new = fillings.workshop(filling, studio.words)
        made = create_draft(opened, framework, studio.words, held_on=fillings.DAY, starts_at=9 * 60)
        live = LiveWorkshop(opened, made, studio.words)
        if filling != "empty":
            live.preparing.describe(title=new.title, organisation=new.organisation)
            live.preparing.add_teams(new.teams)
        folder = opened.path.parent
        window = studio.window(folder)
        preparation = Preparation(live, window, studio.theme, Collection(folder / "frameworks"))
        preparation.show()
        studio.settle()
        yield preparation, window
        preparation.close(discard=False)
        studio.end(window)
