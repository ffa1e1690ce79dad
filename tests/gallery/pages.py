"""Pages: the manual and the charts of a past workshop, as they are looked at on the console."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.gallery import fillings
from tests.gallery.studio import Studio
from tests.ui.console.charts.large_days import grown
from tests.ui.projector.sample_parts import LONG_NAME, LONG_QUESTION
from ui.console.charts.reading import ChartKey, ChartKind
from ui.console.charts.screen import ChartsScreen
from ui.console.help.manual import ManualPage
from ui.help.chapter import ChapterId
from workshop.live import LiveWorkshop
from workshop.snapshot import Snapshot

MANUAL = (ChapterId.BEFORE, ChapterId.REVEAL, ChapterId.CHARTS, ChapterId.KEYS, ChapterId.SEES)
SOUGHT = "vote"
TEAMS = 40


class LargeWorkshop(LiveWorkshop):
    """A workshop that was voted on in many sessions by many teams, with long names."""

    def snapshot(self) -> Snapshot:
        """As large as a day may be."""
        large = grown(
            super().snapshot(),
            sessions=len(fillings.TITLES) * 2,
            questions=9,
            teams=TEAMS,
            name=f"{LONG_NAME[:27]} {{n}}",
            text=LONG_QUESTION,
        )
        titles = fillings.TITLES * 2
        named = zip(large.sessions, titles, strict=True)
        return replace(large, sessions=tuple(replace(each, title=title) for each, title in named))


def charts(studio: Studio, filling: str, live: LiveWorkshop) -> None:
    """One chart of every kind, the page of a session and a question among them."""
    window = studio.window(live.library.path.parent)
    screen = ChartsScreen(studio.theme, studio.words, live, fillings.DAY, lambda: window.notices)
    window.show_screen(screen)
    studio.wait(lambda: screen.board.reading is not None)
    studio.settle()
    if screen.board.key is None:
        studio.take(f"charts {filling}", window)
    for key in _one_of_each(screen):
        screen.board.choose(key)
        screen.board.take_chart()
        studio.take(f"charts {filling}, {key.kind}", window)
    if filling == "ordinary":
        screen.board.ask_action()
        studio.take(f"charts {filling}, a new action", window)
    studio.end(window)


def _one_of_each(screen: ChartsScreen) -> Iterator[ChartKey]:
    """The second of its kind where there are several: the first stands in the screen's corner."""
    entries = screen.board.list.entries
    for kind in ChartKind:
        yield from [entry.key for entry in entries if entry.key.kind is kind][:2][-1:]


def manual(studio: Studio) -> None:
    """Chapters with pictures, keys and a table, and a search."""
    window = studio.window(studio.room())
    page = ManualPage(studio.theme, studio.words)
    window.show_screen(page)
    for chapter in MANUAL:
        page.show_chapter(chapter)
        page.take_focus()
        studio.take(f"manual, {chapter}", window)
    page.begin_search()
    page.search.editor.setText(SOUGHT)
    page.search.text_edited.emit(SOUGHT)
    studio.take("manual, a search", window)
    studio.end(window)
