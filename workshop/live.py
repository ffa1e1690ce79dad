"""LiveWorkshop: the only door for changes. It groups facilitation, voting and planning, and
reads what wall and console may show; it owns no logic of its own.
"""

from __future__ import annotations

from workshop import snapshot
from workshop.attendance import Attendance
from workshop.closing import Closing
from workshop.collecting import Collecting
from workshop.console_scene import ConsoleScene
from workshop.console_staging import console_sees
from workshop.facilitation import Facilitation
from workshop.facts import Facts
from workshop.improvising import Improvising
from workshop.kept_scene import to_plain
from workshop.library import Library
from workshop.paper_votes import PaperVotes
from workshop.photos import Photos
from workshop.planning import Planning
from workshop.practice import PracticeBallot
from workshop.prepared import Prepared, PreparedActivity
from workshop.preparing import Preparing
from workshop.readings.prepared import read_prepared, read_prepared_session
from workshop.readings.reader import Reader
from workshop.receipts import Receipts
from workshop.reviewing import Reviewing
from workshop.scenes import Wall
from workshop.snapshot import Snapshot
from workshop.staging import room_sees, without_motion
from workshop.step_lengths import StepLengths
from workshop.turns import Turns
from workshop.viewing import Viewing
from workshop.voting import Voting
from workshop.words import Words


class LiveWorkshop:
    """One workshop of a library, to be led, voted in and read. Any thread may call it."""

    def __init__(
        self,
        library: Library,
        workshop_id: str,
        words: Words,
        lengths: StepLengths = StepLengths(),  # noqa: B008 - frozen, so one serves all
    ) -> None:
        practice = PracticeBallot()
        self.library = library
        self.id = workshop_id
        self.words = words
        self.receipts = Receipts()
        self._reader = Reader(library, workshop_id, practice)
        self.voting = Voting(library, workshop_id, practice, self.receipts)
        self.turns = Turns(library, workshop_id, practice, self.receipts)
        self.paper = PaperVotes(library, workshop_id, practice, self.receipts)
        self.planning = Planning(library, workshop_id)
        self.attendance = Attendance(library, workshop_id, practice, self._reader)
        self.photos = Photos(library, workshop_id)
        self.improvising = Improvising(library, workshop_id)
        self.facilitation = Facilitation(library, workshop_id, practice, self._reader, lengths)
        self.closing = Closing(library, workshop_id)
        self.collecting = Collecting(library, workshop_id, self._reader)
        self.preparing = Preparing(library, workshop_id, words)
        self.reviewing = Reviewing(library, workshop_id, self._reader)
        self.viewing = Viewing(library, workshop_id, self._reader)

    def facts(self, *, whole: bool = True) -> Facts:
        """What is known just now; `whole` False reads only the session in work."""
        return self._reader.facts(whole=whole)

    def scene(self, facts: Facts | None = None) -> Wall:
        """What the room sees, now or in `facts`."""
        return room_sees(facts or self.facts(whole=False), self.words)

    def console(self, facts: Facts | None = None) -> ConsoleScene:
        """What the facilitator sees beside it, now or in (whole) `facts`."""
        return console_sees(facts or self.facts(), self.words, self.library.clock())

    def both(self) -> tuple[Wall, ConsoleScene]:
        """Wall and console out of one reading, so that they never tell two stories."""
        facts = self.facts()
        return self.scene(facts), self.console(facts)

    def hold(self) -> None:
        """Hold the wall at what the room sees now, or let it go on where it is held."""
        facts = self.facts(whole=False)
        scene = without_motion(room_sees(facts, self.words).scene)
        self.facilitation.hold(None if facts.held else to_plain(scene))

    def prepared(self) -> Prepared:
        """The workshop as Prepare shows it. Raises LookupError when it is gone."""
        with self.library.reading() as connection:
            return read_prepared(connection, self.id)

    def prepared_session(self, item_id: str) -> tuple[PreparedActivity, ...]:
        """The activities of a session with their questions; of any other agenda item none."""
        with self.library.reading() as connection:
            return read_prepared_session(connection, item_id)

    def snapshot(self) -> Snapshot:
        """Everything an export may print, in one consistent reading."""
        with self.library.reading() as connection:
            return snapshot.take(connection, self.id, self.library.clock(), self.photos.folder)
