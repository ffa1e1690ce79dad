"""Profile chart: where every session or theme stands, and where it stood last time (pure)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from frameworks.theme import Theme
from workshop.chart_inputs import AskedSession, Asking, theme_sessions
from workshop.day_charts import ProfileChart, ProfileDot, ProfileRow
from workshop.last_time import change_in_words
from workshop.words import Words, mark

NEARLY_AS_MUCH = 0.1
"""What rose by so much less than the most is named beside it."""

THEME_NAMES = {
    Theme.VISION: mark("Vision"),
    Theme.STRATEGY: mark("Strategy"),
    Theme.STRUCTURE: mark("Structure"),
    Theme.TECHNOLOGY: mark("Technology"),
    Theme.PEOPLE: mark("People"),
}


def profile_chart(asking: Asking, words: Words) -> ProfileChart:
    """The sessions' scores, each with its lowest and its highest question.

    In a workshop that repeats an earlier one each has its score of last time beside it.
    """
    known = sum(session.score is not None for session in asking.sessions)
    of = len(asking.sessions)
    foot = words.count("{known} of {n} session", "{known} of {n} sessions", of, known=known)
    even = mark("All sessions stand at {score}")
    return _chart(asking, asking.sessions, "" if known == of else foot, foot, even, words)


def theme_chart(asking: Asking, words: Words) -> ProfileChart | None:
    """The same for the themes; None where each session has a theme of its own."""
    themes = theme_sessions(asking.sessions)
    if len(themes) == len(asking.sessions):
        return None
    named = [replace(theme, name=words.say(THEME_NAMES[theme.theme])) for theme in themes]
    known = sum(theme.score is not None for theme in named)
    foot = words.count("{known} of {n} theme", "{known} of {n} themes", len(named), known=known)
    even = mark("All themes stand at {score}")
    return _chart(asking, named, "" if known == len(named) else foot, foot, even, words)


def _chart(
    asking: Asking,
    sessions: Sequence[AskedSession],
    missing: str,
    foot: str,
    even: str,
    words: Words,
) -> ProfileChart:
    """The chart of these rows; `missing` says how many have a score where some have none, `even`
    that all stand at the same.
    """
    rows = tuple(_row(session, words) for session in sessions)
    heading = _heading(rows, even, words)
    marks = words.say("Bar: lowest to highest question. Small dots: each question.")
    marked = words.say("{foot}. {marks}", foot=missing, marks=marks) if missing else marks
    if all(row.earlier is None for row in rows):
        scored = any(row.score is not None for row in rows)
        chart = ProfileChart(heading, rows, asking.labels, marked if scored else foot)
        return replace(chart, description=_description(chart, words))
    chart = ProfileChart(
        heading=_heading_of_changes(rows, words) or heading,
        rows=rows,
        labels=asking.labels,
        foot=marked,
        ends=words.say("1 low, {n} high", n=len(asking.labels)),
        then=words.say("Last time"),
        now=words.say("Today"),
        heads=(words.say("Today"), words.say("Change")),
        outline=_outline(asking, words),
    )
    return replace(chart, description=_description(chart, words))


def _row(session: AskedSession, words: Words) -> ProfileRow:
    dots = tuple(
        ProfileDot(question.id, question.name, question.score)
        for question in session.scores
        if question.score is not None
    )
    scores = [dot.score for dot in dots]
    score = session.score
    change = ""
    if score is not None and session.earlier is not None:
        change = change_in_words(score, session.earlier, words)
    return ProfileRow(
        id=session.id,
        theme=session.theme,
        second=session.second,
        name=session.name,
        score=score,
        score_text=words.number(score, 1) if score is not None else "",
        lowest=min(scores, default=None),
        highest=max(scores, default=None),
        basis=words.count("{n} question", "{n} questions", len(scores)) if scores else "",
        earlier=session.earlier,
        change=change,
        dots=dots,
    )


# --- The sentence above it ------------------------------------------------------------------


def _heading(rows: Sequence[ProfileRow], even: str, words: Words) -> str:
    known = sorted((row for row in rows if row.score is not None), key=lambda r: r.score or 0.0)
    if not known:
        return words.say("Nothing is scored yet")
    highest, lowest = known[-1], known[0]
    if len(known) == 1 or highest.score_text == lowest.score_text:
        if len(known) == len(rows) > 1:
            return words.say(even, score=highest.score_text)
        if len(rows) == 1:
            return words.say(
                "{name} stands at {score}", name=highest.name, score=highest.score_text
            )
        return words.say("So far at {score}", score=highest.score_text)
    # Where several share a place, naming one of them would be chance.
    top = [row for row in known if row.score_text == highest.score_text]
    bottom = [row for row in known if row.score_text == lowest.score_text]
    if len(top) > 1 and len(bottom) > 1:
        low, high = lowest.score_text, highest.score_text
        return words.say("Between {low} and {high}", low=low, high=high)
    if len(top) > 1:
        return words.say("{name} stands lowest", name=lowest.name)
    if len(bottom) > 1:
        return words.say("{name} stands highest", name=highest.name)
    return words.say("{name} stands highest, {other} lowest", name=highest.name, other=lowest.name)


def _heading_of_changes(rows: Sequence[ProfileRow], words: Words) -> str:
    """What rose and what slipped, in one or two sentences; empty where nothing can be compared."""
    moved = [
        (round(row.score - row.earlier, 1), row.name)
        for row in rows
        if row.score is not None and row.earlier is not None
    ]
    if not moved:
        return ""
    said = (_rose(moved, words), _slipped(moved, words))
    sentences = [sentence for sentence in said if sentence]
    if not sentences:
        return words.say("All stand where they stood last time.")
    return " ".join(sentences)


def _rose(moved: list[tuple[float, str]], words: Words) -> str:
    rose = sorted((each for each in moved if each[0] > 0), key=lambda each: -each[0])
    if not rose:
        return ""
    first = rose[0]
    if len(rose) == 1:
        return words.say("{name} rose.", name=first[1])
    second = rose[1]
    if round(first[0] - second[0], 1) > NEARLY_AS_MUCH:
        return words.say("{name} rose most.", name=first[1])
    if len(rose) == 2:
        return words.say("{name} and {other} rose.", name=first[1], other=second[1])
    return words.say("{name} and {other} rose most.", name=first[1], other=second[1])


def _slipped(moved: list[tuple[float, str]], words: Words) -> str:
    slipped = sorted(each for each in moved if each[0] < 0)
    if not slipped:
        return ""
    if len(slipped) > 1:
        return words.say("{name} slipped most.", name=slipped[0][1])
    return words.say("{name} slipped.", name=slipped[0][1])


def _outline(asking: Asking, words: Words) -> str:
    if asking.earlier_on is None:
        return words.say("Outline: last time")
    return words.say("Outline: last time, {day}", day=words.day(asking.earlier_on))


def _description(chart: ProfileChart, words: Words) -> str:
    said = [_said(row, words) for row in chart.rows]
    return words.say("{heading}: {rows}", heading=chart.heading.rstrip("."), rows="; ".join(said))


def _said(row: ProfileRow, words: Words) -> str:
    if row.score is None:
        return words.say("{name} not scored", name=row.name)
    if row.earlier is None:
        return words.say("{name} {score}", name=row.name, score=row.score_text)
    return words.say(
        "{name} {score}, last time {earlier}",
        name=row.name,
        score=row.score_text,
        earlier=words.number(row.earlier, 1),
    )
