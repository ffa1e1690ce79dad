"""Prepare wishes: what each part of the Prepare screen asks for, done by the workshop's acts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final, Protocol

from PySide6.QtCore import QObject

from frameworks.collection import Collection, Entry
from frameworks.model import Framework
from ui.console.prepare.agenda_part import ADDABLE
from ui.console.prepare.edits import lost_edits
from ui.console.prepare.screen import PrepareScreen
from ui.framework_reading import read_pack
from ui.item_editing import ItemEditing
from ui.team_taking import TeamTaking
from workshop.differences import differences
from workshop.kinds import ItemKind
from workshop.live import LiveWorkshop

MINUTES: Final = {
    ItemKind.BREAK: 15,
    ItemKind.GROUP_WORK: 20,
    ItemKind.PROFILE: 10,
    ItemKind.ACTION_PLANNING: 20,
}
"""How long an agenda item takes that is added, until somebody says otherwise."""


class Act(Protocol):
    """Does something, and tells `refused` why not where it could not be; whether it was done."""

    def __call__(
        self, act: Callable[[], object], refused: Callable[[str], object] | None = None
    ) -> bool: ...


class PrepareWishes(QObject):
    """Connects the parts once; `say` tells in the notice bar what belongs beside no field."""

    def __init__(
        self,
        screen: PrepareScreen,
        live: LiveWorkshop,
        collection: Collection,
        act: Act,
        say: Callable[[str], object],
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._live = live
        self._collection = collection
        self._act = act
        self._say = say
        self._taking = TeamTaking(screen, live, act, say)
        self.editing = ItemEditing(screen, live, collection, act)
        self._join_day()
        self._join_teams()
        self._join_votes()
        self._join_framework()
        self._join_agenda()

    # --- The day and how it votes -----------------------------------------------------------

    def _join_day(self) -> None:
        self._screen.day.described.connect(self._describe)
        self._screen.agenda.booked_until_set.connect(partial(self._describe, "ends_at"))

    def _describe(self, name: str, value: Any) -> None:
        preparing, day = self._live.preparing, self._screen.day
        self._act(partial(preparing.describe, **{name: value}), partial(day.refuse, name))

    def _join_votes(self) -> None:
        preparing, votes = self._live.preparing, self._screen.votes
        votes.ballot_set.connect(partial(self._choose, preparing.set_ballot))
        votes.voter_set.connect(partial(self._choose, preparing.set_voter))
        votes.ways_set.connect(partial(self._choose, preparing.set_ways))
        votes.group_set.connect(partial(self._choose, preparing.set_minimum_group))
        votes.target_set.connect(partial(self._choose, preparing.set_target))

    def _choose(self, act: Callable[[Any], object], value: Any) -> None:
        votes = self._screen.votes
        if self._act(partial(act, value), votes.refuse):
            votes.refuse("")

    # --- Teams ------------------------------------------------------------------------------

    def _join_teams(self) -> None:
        preparing, teams = self._live.preparing, self._screen.teams
        teams.added.connect(self._add_team)
        teams.renamed.connect(partial(self._change_team, preparing.rename_team))
        teams.people_set.connect(partial(self._change_team, preparing.set_people))
        teams.named.connect(partial(self._change_team, preparing.name_seats))
        teams.moved.connect(partial(self._change_team, preparing.move_team))
        teams.removed.connect(lambda team: self._act(partial(preparing.remove_team, team)))

    def _add_team(self, name: str, people: int) -> None:
        teams = self._screen.teams
        self._act(partial(self._live.preparing.add_team, name, people), partial(teams.refuse, ""))

    def _change_team(self, act: Callable[[str, Any], object], team_id: str, value: Any) -> None:
        self._act(partial(act, team_id, value), partial(self._screen.teams.refuse, team_id))

    # --- Framework and agenda ---------------------------------------------------------------

    def _join_framework(self) -> None:
        framework = self._screen.framework
        framework.chosen.connect(self._use_framework)
        framework.framework_known.connect(self._offer_sessions)
        framework.losses = self._losses

    def _use_framework(self, pack_id: str) -> None:
        def use(framework: Framework) -> None:
            self._act(partial(self._live.preparing.use_framework, framework))

        self._read(pack_id, use)

    def _losses(self) -> str:
        sessions = [item.id for item in self._live.prepared().items if item.all_questions]
        return lost_edits(map(self._live.prepared_session, sessions), self._live.words)

    def _offer_sessions(self, entry: Entry | None) -> None:
        self._screen.agenda.offer(() if entry is None else entry.sessions)
        self.editing.know(entry)
        self._screen.framework.say_changed("")
        # Asked of what is shown: a draft that nobody touched may be gone by now.
        if entry is not None and entry.version != self._screen.framework.version:
            self._read(entry.id, self._compare)

    def _compare(self, framework: Framework) -> None:
        """Say what the framework says otherwise than the workshop's own copy of it."""
        items = [item for item in self._live.prepared().items if item.session_key]
        sessions = {item.session_key: self._live.prepared_session(item.id) for item in items}
        sentence = differences(sessions, framework).sentence(self._live.words)
        kept = self._live.words.say("The workshop keeps its own copy.")
        self._screen.framework.say_changed(f"{sentence} {kept}" if sentence else "")

    def _join_agenda(self) -> None:
        preparing, agenda = self._live.preparing, self._screen.agenda
        agenda.moved.connect(self._change_with(preparing.move_item))
        agenda.minutes_set.connect(self._change_with(preparing.set_minutes))
        agenda.removed.connect(lambda item: self._act(partial(preparing.remove_item, item)))
        agenda.left_out.connect(self._leave_out)
        agenda.added.connect(self._add_item)
        agenda.session_added.connect(self._add_session)

    def _change_with(self, act: Callable[[str, int], object]) -> Callable[[str, int], object]:
        return lambda item, value: self._act(partial(act, item, value))

    def _leave_out(self, item_id: str, out: bool) -> None:
        self._act(partial(self._live.improvising.leave_out, {}, {item_id: out}))

    def _add_item(self, kind: ItemKind, place: int) -> None:
        title = self._live.words.say(ADDABLE[kind][0])
        preparing, minutes = self._live.preparing, MINUTES[kind]
        self._add(lambda: preparing.add_item(kind, title, minutes, place))

    def _add_session(self, session_id: str, place: int) -> None:
        def add(framework: Framework) -> None:
            preparing = self._live.preparing
            self._add(lambda: preparing.add_session(framework, session_id, place))

        self._read(self._live.prepared().workshop.framework_id, add)

    def _add(self, add: Callable[[], str]) -> None:
        """Add an agenda item, and select it once it is shown."""
        added: list[str] = []
        if self._act(lambda: added.append(add())):
            self._screen.agenda.select(added[0])

    def _read(self, pack_id: str, done: Callable[[Framework], object]) -> None:
        words = self._live.words
        read_pack(self._collection, pack_id, words, done, self._say, asker=self._screen)
