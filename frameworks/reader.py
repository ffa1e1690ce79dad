"""The reader: a pack file to a Framework, or every fault of the file in one go."""

from __future__ import annotations

import contextlib
import re
import stat
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from frameworks import model, syntax
from frameworks.faults import Fault, FrameworkError, mark, shown
from frameworks.rules import Faults, Table, TooManyFaults, forbidden, nearest
from frameworks.theme import Theme

FORMAT = 1
MOST_BYTES = 4 * 1024 * 1024
MOST_SESSIONS = 20
MOST_ACTIVITIES = 20
MOST_QUESTIONS_OF_ACTIVITY = 60
MOST_QUESTIONS = 1_200
MOST_SOURCES = 60
MOST_HINTS = 20
MOST_DOTS = 20
MOST_IDEAS = 20
MOST_MINUTES = 480
LOWEST_MINIMUM_GROUP = 3
LONGEST_TITLE = 120
LONGEST_SUMMARY = 600
LONGEST_TEXT = 400
LONGEST_NOTE = 300
LONGEST_SHORT = 28
LONGEST_LABEL = 28
TOGETHER_FROM = 6  # questions of an activity
IDEAS_OF_A_SEAT = 5
DOTS_FOR_STATEMENTS = 1

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?>(?:-[A-Za-z0-9]{1,8})*)")
_KINDS_OF_KEYS = {
    "ask": (model.ActivityKind.RATE,),
    "scale": (model.ActivityKind.RATE,),
    "max_ideas": (model.ActivityKind.IDEAS,),
    "dots": (model.ActivityKind.IDEAS, model.ActivityKind.STATEMENT),
}

NO_FILE = mark("There is no such file. Look at the name and the folder.")
NOT_A_FILE = mark("This is a folder or a device. Choose a pack, a file that ends in .toml.")
UNREADABLE = mark("The file cannot be opened: {reason}.")
TOO_BIG = mark("The file is larger than 4 MiB. A pack of 1,200 questions is far smaller.")
NOT_UTF_8 = mark("This is not UTF-8 text. Save the file with the encoding UTF-8.")
NO_CONTENT = mark("The file is empty. A pack begins with format = 1.")
NO_FORMAT = mark("is missing. Begin the file with format = 1.")
BAD_FORMAT = mark("must be the number 1.")
NEWER = mark("This pack is made for a newer Flipchart. This one reads format {known}.")
BAD_LANGUAGE = mark("must be a language tag such as en, de or pt-BR. Found: {found}.")
ID_TWICE = mark("stands twice: {found}. Each {kind} needs an id of its own.")
ENTRY_TWICE = mark("{found} stands twice. Each entry may stand once.")
NO_SUCH_SOURCE = mark("names the source {found}, which this pack does not have. It has {known}.")
NEAR_SOURCE = mark("names the source {found}, which this pack does not have. Did you mean {near}?")
OTHER_KIND = mark("belongs to {kinds} activities, and this one is {kind}. Delete it.")
QUESTIONS_IN_ALL = mark("The pack has {found} questions. Up to {highest} are allowed.")


def read(path: Path) -> model.Framework:
    """The framework of the pack file at `path`.

    Raises FrameworkError where the file cannot be read or breaks a rule.
    """
    name = path.name or str(path)
    try:
        # Opening a pipe would wait for whoever writes into it, so look before.
        if not stat.S_ISREG(path.stat().st_mode):
            raise FrameworkError(name, [Fault(None, "", NOT_A_FILE)])
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise FrameworkError(name, [Fault(None, "", NO_FILE)]) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = getattr(error, "strerror", None) or str(error)
        raise FrameworkError(name, [Fault(None, "", UNREADABLE, {"reason": reason})]) from error
    return parse(_decode(content, name), name)


def parse(text: str, name: str) -> model.Framework:
    """The framework of a pack's text; `name` is what messages call the file.

    Raises FrameworkError with every rule that is broken, or with the first syntax fault alone.
    """
    if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        raise FrameworkError(name, [Fault(None, "", TOO_BIG)])
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise FrameworkError(name, [Fault(None, "", NO_CONTENT)])
    content, found = syntax.load(text, name)
    faults = Faults(found.lines)
    pack = Table(content, (), (), faults)
    declared = content.get("format")
    if isinstance(declared, int) and declared > FORMAT:
        newer = Fault(found.lines["format",], "format", NEWER, {"known": FORMAT})
        raise FrameworkError(name, [newer])
    framework = None
    with contextlib.suppress(TooManyFaults):  # the faults found so far are the answer
        for line, comment in found.comments.items():
            wrong = forbidden(comment)
            if wrong:
                faults.add_on_line(line, wrong[0], character=wrong[1])
        framework = _Reader(pack, faults).framework()
    noted = faults.by_line()
    if framework is None or noted:
        raise FrameworkError(name, noted)
    return framework


def _decode(content: bytes, name: str) -> str:
    if len(content) > MOST_BYTES:
        raise FrameworkError(name, [Fault(None, "", TOO_BIG)])
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = len(content[: error.start].split(b"\n"))
        raise FrameworkError(name, [Fault(line, "", NOT_UTF_8)]) from None


class _Reader:
    """One reading of one pack; keeps what must be unique in it."""

    def __init__(self, pack: Table, faults: Faults) -> None:
        self._pack = pack
        self._faults = faults
        self._sources: list[str] = []
        self._questions = 0

    def framework(self) -> model.Framework:
        pack = self._pack
        if not pack.has("format"):
            pack.fault("format", NO_FORMAT)
        elif not pack.holds("format", FORMAT):
            pack.fault("format", BAD_FORMAT)
        framework = model.Framework(
            id=pack.id(),
            version=pack.text("version", 40),
            language=self._language(),
            title=pack.text("title", LONGEST_TITLE),
            summary=pack.text("summary", LONGEST_SUMMARY, "", one_line=False),
            minimum_group=pack.number("minimum_group", LOWEST_MINIMUM_GROUP, 1_000, 3),
            sources=self._all_sources(),
            scale=self._scale(pack, "scale", required=True) or model.Scale(()),
            sessions=self._sessions(),
        )
        pack.close()
        if self._questions > MOST_QUESTIONS:
            values = {"found": self._questions, "highest": MOST_QUESTIONS}
            self._faults.add_on_line(1, QUESTIONS_IN_ALL, **values)
        return framework

    def _language(self) -> str:
        tag = self._pack.text("language", 35)
        if tag and not _LANGUAGE_TAG.fullmatch(tag):
            self._pack.fault("language", BAD_LANGUAGE, found=shown(tag))
        return tag

    def _all_sources(self) -> tuple[model.Source, ...]:
        sources = []
        for table in self._pack.tables("source", "source", MOST_SOURCES, "id"):
            source = model.Source(
                id=_unique(table, self._sources, "source"),
                title=table.text("title", LONGEST_NOTE),
                author=table.text("author", LONGEST_NOTE),
                year=table.optional_number("year", 1, 9999),
                note=table.text("note", LONGEST_NOTE, "", one_line=False),
            )
            table.close()
            sources.append(source)
        return tuple(sources)

    def _scale(self, owner: Table, header: str, *, required: bool) -> model.Scale | None:
        table = owner.table("scale", header, required=required)
        if table is None:
            return None
        labels = table.texts("labels", LONGEST_LABEL, (2, 10), required=True, one_line=True)
        for label in _repeated(labels):
            table.fault("labels", ENTRY_TWICE, found=shown(label))
        scale = model.Scale(labels, table.switch("dont_know", default=True))
        table.close()
        return scale

    def _sessions(self) -> tuple[model.Session, ...]:
        ids: list[str] = []
        sessions = []
        for table in self._pack.tables("session", "session", MOST_SESSIONS, "title"):
            session = model.Session(
                id=_unique(table, ids, "session"),
                title=table.text("title", LONGEST_TITLE),
                theme=table.choice("theme", Theme),
                minutes=table.number("minutes", 1, MOST_MINUTES),
                purpose=table.text("purpose", LONGEST_TEXT, one_line=False),
                activities=self._activities(table),
            )
            table.close()
            sessions.append(session)
        return tuple(sessions)

    def _activities(self, session: Table) -> tuple[model.Activity, ...]:
        ids: list[str] = []
        question_ids: list[str] = []
        activities = []
        for table in session.tables("activity", "session.activity", MOST_ACTIVITIES):
            activities.append(self._activity(table, ids, question_ids))
            table.close()
        return tuple(activities)

    def _activity(self, table: Table, ids: list[str], question_ids: list[str]) -> model.Activity:
        kind = table.choice("kind", model.ActivityKind)
        for key, kinds in _KINDS_OF_KEYS.items():
            if table.has(key) and kind not in kinds and table.holds("kind", kind):
                table.fault(key, OTHER_KIND, kinds=" and ".join(kinds), kind=kind.value)
        questions = self._of_activity(table, question_ids)
        many = len(questions) >= TOGETHER_FROM
        return model.Activity(
            id=_unique(table, ids, "activity"),
            kind=kind,
            questions=questions,
            title=table.text("title", LONGEST_TITLE, ""),
            ask=self._ask(table),
            pace=table.choice("pace", model.Pace, model.Pace.TOGETHER if many else model.Pace.EACH),
            scale=self._scale(table, "session.activity.scale", required=False),
            max_ideas=self._ideas(table, kind),
            dots=self._dots(table, kind),
        )

    def _ask(self, table: Table) -> tuple[model.Ask, ...]:
        if not table.has("ask"):
            return (model.Ask.PERFORMANCE,)
        return table.choices("ask", model.Ask)

    def _ideas(self, table: Table, kind: model.ActivityKind) -> int | None:
        wanted = table.optional_number("max_ideas", 1, MOST_IDEAS)
        return IDEAS_OF_A_SEAT if wanted is None and kind is model.ActivityKind.IDEAS else wanted

    def _dots(self, table: Table, kind: model.ActivityKind) -> int | None:
        """None for ideas means a third of the items, which only the day tells."""
        wanted = table.optional_number("dots", 1, MOST_DOTS)
        is_statement = kind is model.ActivityKind.STATEMENT
        return DOTS_FOR_STATEMENTS if wanted is None and is_statement else wanted

    def _of_activity(self, activity: Table, ids: list[str]) -> tuple[model.Question, ...]:
        questions = []
        header = "session.activity.question"
        for table in activity.tables("question", header, MOST_QUESTIONS_OF_ACTIVITY):
            text = table.text("text", LONGEST_TEXT, one_line=False)
            question = model.Question(
                id=_unique(table, ids, "question"),
                short=table.text("short", LONGEST_SHORT, cut_at_word(text, LONGEST_SHORT)),
                text=text,
                sources=self._drawn_on(table),
                look_for=table.texts("look_for", LONGEST_TEXT, (0, MOST_HINTS)),
                prompts=table.texts("prompts", LONGEST_TEXT, (0, MOST_HINTS)),
                must=table.switch("must", default=True),
            )
            table.close()
            questions.append(question)
        self._questions += len(questions)
        return tuple(questions)

    def _drawn_on(self, question: Table) -> tuple[str, ...]:
        names = question.texts("sources", 64, (1, MOST_SOURCES), required=True, one_line=True)
        for name in _repeated(names):
            question.fault("sources", ENTRY_TWICE, found=shown(name))
        for name in dict.fromkeys(names):
            if name in self._sources or not self._sources:
                continue
            near = nearest(name, self._sources)
            if near:
                question.fault("sources", NEAR_SOURCE, found=shown(name), near=near)
            else:
                known = ", ".join(self._sources)
                question.fault("sources", NO_SUCH_SOURCE, found=shown(name), known=known)
        return names


def cut_at_word(text: str, longest: int) -> str:
    """`text` on one line, cut at a word to `longest` characters with an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    head = line[:longest]  # one more than the words may have: a blank there ends a word
    words = head.rpartition(" ")[0].rstrip(" ,.;:-–—") or head[:-1]
    return words + "…"


def _unique(table: Table, seen: list[str], kind: str) -> str:
    """The id of a table, which none of those `seen` before has."""
    name = table.id()
    if name and name in seen:
        table.fault("id", ID_TWICE, found=shown(name), kind=kind)
    seen.append(name)
    return name


def _repeated(entries: Iterable[str]) -> list[str]:
    """Each entry that stands more than once."""
    return [entry for entry, times in Counter(entries).items() if times > 1]
