"""Picture: a chart for the clipboard, drawn as the files are, with its numbers as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ui.console.charts.on_the_wall import Find
from ui.console.charts.reading import HEAT_MAP, PROFILE, THEMES, ChartKey, ChartKind, Reading, read
from ui.console.charts.table import html, plain, table_of
from workshop.charts import distribution_chart
from workshop.day_charts import SessionChart, SessionChartRow
from workshop.reportable import reportable
from workshop.snapshot import Snapshot
from workshop.words import Words

if TYPE_CHECKING:
    from exports.charts.distribution_page import OlderRound
    from exports.charts.page import Imprint
    from exports.drawing import Drawing
    from exports.pdf.typesetter import Typesetter

_MOST_ROWS = 100  # of a heat map that is drawn whole


@dataclass(frozen=True, slots=True)
class Copied:
    """What goes to the clipboard: a drawing of 1600 x 900, and its numbers twice."""

    drawing: Drawing
    text: str
    html: str


def copied(snapshot: Snapshot, find: Find, words: Words, place: int = 0) -> Copied | None:
    """A chart as it may leave the house; None where nothing of it is revealed.

    What is marked "not in the report" is not on it. Of several pages it is the one where the mark
    at `place` of its line stands. Takes its time: to be called in another thread.
    """
    reading = read(reportable(snapshot), words)
    found = find(reading)
    if found is None or found[0] not in reading.keys:
        return None
    key, line = found
    drawing = _Drawn(reading, words).draw(key, line, place)
    rows = table_of(reading, key, words)
    source = reading.charts.source
    if snapshot.workshop.rehearsal:
        source = f"{words.say('Rehearsal: nothing here is real')}. {source}"
    asked = (reading.rows[key.id][1].text,) if key.kind is ChartKind.QUESTION else ()
    headings = (*asked, drawing.title)
    return Copied(drawing, plain(headings, rows, source), html(headings, rows, source))


class _Drawn:
    """The drawings of the files, each made when it is asked for."""

    def __init__(self, reading: Reading, words: Words) -> None:
        # The files' painters come with their typesetting; only when something is copied.
        from exports.charts.page import Imprint
        from exports.pdf.typesetter import Typesetter

        rehearsal = reading.snapshot.workshop.rehearsal
        said = words.say("Rehearsal: nothing here is real") if rehearsal else ""
        self._reading = reading
        self._words = words
        self._imprint: Imprint = Imprint(reading.charts.source, said)
        self._setter: Typesetter = Typesetter(words.language)

    def draw(self, key: ChartKey, line: int, place: int) -> Drawing:
        """The chart, or the page of it where a mark stands."""
        match key.kind:
            case ChartKind.PROFILE | ChartKind.THEMES:
                from exports.charts import profile

                name = self._words.say(THEMES if key.kind is ChartKind.THEMES else PROFILE)
                return profile.draw(
                    self._reading.profile(key.kind), name, self._imprint, self._setter
                )
            case ChartKind.RADAR:
                return self._radar()
            case ChartKind.HEAT_MAP:
                return self._heat(line, place)
            case ChartKind.SESSION:
                return self._session(self._reading.sessions[key.id], line)
        return self._question(*self._reading.rows[key.id])

    def _radar(self) -> Drawing:
        """The axes that have a score, as on the wall."""
        from exports.charts import radar
        from ui.console.charts.reading import axes

        chart = self._reading.profile(ChartKind.PROFILE)
        shown = replace(chart, rows=axes(chart))
        return radar.draw(shown, self._words.say(PROFILE), self._imprint, self._setter)

    def _heat(self, line: int, place: int) -> Drawing:
        from exports.charts import heat_map

        chart = self._reading.charts.heat_map
        assert chart is not None, "asked for only where there is one"
        name = self._words.say(HEAT_MAP)
        here = chart.rows[min(line, len(chart.rows) - 1)]
        if len(chart.rows) > _MOST_ROWS:
            # Hundreds of pages are not drawn for one of them: the session's own are enough.
            of_session = (row for row in chart.rows if row.session == here.session)
            chart = replace(chart, rows=tuple(of_session))
        pages = heat_map.draw(chart, name, self._imprint, self._words, self._setter)
        row = here.name
        team = (*chart.teams, chart.whole)[min(place, len(chart.teams))]
        return _with_texts(pages, (row, team)) or _with_texts(pages, (row,)) or pages[0]

    def _session(self, chart: SessionChart, line: int) -> Drawing:
        from exports.charts import session_page

        pages = session_page.draw(chart, self._imprint, self._words, self._setter)
        row = chart.rows[min(line, len(chart.rows) - 1)]
        return _with_texts(pages, (f"{row.number} {row.name}",)) or pages[0]

    def _question(self, session: SessionChart, row: SessionChartRow) -> Drawing:
        from exports.charts import distribution_page

        older = self._older(row.question_id)
        return distribution_page.page(session, row, older, self._imprint, self._words, self._setter)

    def _older(self, question_id: str) -> Sequence[OlderRound]:
        """The rounds before the one that is the ghost."""
        from exports.charts.distribution_page import OlderRound

        question = self._reading.asked[question_id][1]
        labels = question.scale_labels
        return [
            OlderRound(
                self._words.say("Round {round}", round=each.number),
                distribution_chart(each.result, labels, None, None, self._words),
            )
            for each in question.rounds[:-2]
            if each.result is not None
        ]


def _with_texts(pages: Sequence[Drawing], wanted: Sequence[str]) -> Drawing | None:
    """The first page that has all of these texts, whichever way their lines were broken."""
    for page in pages:
        said = "".join("".join(text.text.split()) for text in page.texts)
        if all("".join(text.split()) in said for text in wanted):
            return page
    return None
