"""Teams apart: the teams of a revealed round side by side, as far as they may be (pure)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from workshop.anonymity import shown_teams
from workshop.asked_facts import TeamResult
from workshop.charts import (
    IN_A_SENTENCE,
    LEAST_UNITS,
    MOST_BRICKS,
    distribution_chart,
    points_in_words,
    votes_in_words,
)
from workshop.facts import Facts
from workshop.kinds import Voter
from workshop.phrases import spelled
from workshop.question_facts import QuestionFacts, RoundFacts
from workshop.scene_header import Header
from workshop.tally import Distribution
from workshop.together_scenes import TeamChart, TeamsApartScene
from workshop.words import Words, mark

MOST_CHARTS = 8
REST = mark("The rest")

# They follow the medians' distance: first where the teams stand apart, then where they do not.
PROMPTS_APART = (
    mark("One example from each team before we compare."),
    mark("What did each team have in mind? One case each, then we compare."),
)
PROMPTS_ALIKE = (
    mark("Alike in the middle. What does each team see at the edges?"),
    mark("One example from each team: is it the same thing we mean?"),
)


def apart_pages(facts: Facts) -> int:
    """Over how many pages the teams go, eight charts at most on each; one at least."""
    return len(_sizes(len(_shown(facts))))


def apart_scene(facts: Facts, page: int, words: Words) -> TeamsApartScene:
    """A page of the teams of the newest revealed round; `page` counts from 0.

    Teams under the workshop's smallest group do not appear; the rest are those hidden, together,
    and stand on the last page. A page too high shows the last one.
    """
    question = facts.question
    assert question is not None, "teams are shown apart at a question"
    results = _shown(facts)
    sizes = _sizes(len(results))
    page = max(0, min(page, len(sizes) - 1))
    first = sum(sizes[:page])
    bricks = all(each.result.votes <= MOST_BRICKS for each in results)
    charts = [
        _team(each, question, bricks=bricks, words=words)
        for each in results[first : first + sizes[page]]
    ]
    rest = charts.pop() if charts and not results[first + len(charts) - 1].id else None
    medians = [each.result.median for each in results if each.result.median is not None]
    return TeamsApartScene(
        header=_header(facts, question, words),
        heading=_heading(medians, words) if results else _none(facts, question.revealed, words),
        teams=tuple(charts),
        rest=rest,
        unit_max=max((LEAST_UNITS, *(max(each.result.counts) for each in results))),
        prompt=_prompt(question, results, medians, words),
        foot=_foot(facts, question.revealed, results, words),
        place=words.say("Page {n} of {m}", n=page + 1, m=len(sizes)) if len(sizes) > 1 else "",
    )


def _shown(facts: Facts) -> tuple[TeamResult, ...]:
    """The teams that may be shown, then the rest; nothing where only the total may be."""
    results = facts.team_results
    if facts.workshop.voter is Voter.TEAM:  # a team that votes as one has chosen to be seen
        return tuple(each for each in results if each.id)
    answered = {each.id: each.result.votes for each in results if each.id}
    others = sum(each.result.votes for each in results if not each.id)
    shown = shown_teams(answered, facts.workshop.minimum_group, others)
    hidden = [each.result for each in results if each.id not in shown and each.result.votes]
    teams = tuple(each for each in results if each.id in shown)
    if not teams or not hidden:
        return teams
    counts = tuple(sum(column) for column in zip(*(each.counts for each in hidden), strict=True))
    rest = Distribution(counts, sum(each.dont_know for each in hidden))
    return (*teams, TeamResult("", "", rest))


def _sizes(count: int) -> list[int]:
    """How many charts each page has, as even as can be."""
    number = max(1, ceil(count / MOST_CHARTS))
    return [count // number + (page < count % number) for page in range(number)]


def _header(facts: Facts, question: QuestionFacts, words: Words) -> Header:
    item = next(item for item in facts.items if item.id == question.item_id)
    topic = words.say("{question}, teams apart", question=question.short)
    place = words.say("Question {n} of {m}", n=question.number, m=question.of)
    return Header(item.theme, item.second, item.title, topic, place)


def _team(each: TeamResult, question: QuestionFacts, *, bricks: bool, words: Words) -> TeamChart:
    chart = distribution_chart(each.result, question.scale_labels, None, None, words)
    # No agreement word by team: a handful of votes does not bear one.
    plain = replace(
        chart,
        bricks=bricks,
        heading="",
        borderline_text=None,
        agreement_text=None,
        description=chart.votes_text,
    )
    return TeamChart(
        name=each.name if each.id else words.say(REST),
        chart=plain,
        median=chart.median_text or "",
        votes=votes_in_words(each.result, words),
    )


def _heading(medians: Sequence[float], words: Words) -> str:
    """How far the medians lie apart; never a team's name."""
    if not medians:
        return words.say("No team gave an answer")
    low, high = min(medians), max(medians)
    if len(medians) == 1:
        return words.say("One median: {median}", median=words.number(low))
    if low == high:
        return words.say("No distance: every median is {median}", median=words.number(low))
    ends = {"low": words.number(low), "high": words.number(high)}
    if high - low == 0.5:
        return words.say("Half a step apart: medians from {low} to {high}", **ends)
    if high - low == 1:
        return words.say("One step apart: medians from {low} to {high}", **ends)
    if high - low == 2:
        return words.say("Two steps apart: medians from {low} to {high}", **ends)
    far = high - low
    steps = spelled(int(far), words) if far == int(far) else words.number(far)
    return words.say("{steps} steps apart: medians from {low} to {high}", steps=steps, **ends)


def _none(facts: Facts, revealed: RoundFacts | None, words: Words) -> str:
    """Why no team stands apart, as far as the room may know it."""
    if _in_total_only(facts, revealed):
        return words.say("This secret vote is shown in total only")
    return words.say("Too few votes to show teams apart")


def _in_total_only(facts: Facts, revealed: RoundFacts | None) -> bool:
    """Whether a secret round has votes enough, but teams apart would tell somebody's answer."""
    return (
        revealed is not None
        and revealed.secret
        and revealed.votes_in >= 2 * facts.workshop.minimum_group
    )


def _prompt(
    question: QuestionFacts, results: Sequence[TeamResult], medians: Sequence[float], words: Words
) -> str:
    if not results:
        return ""
    if not medians:
        return words.say("What would each team need to look at to know?")
    wordings = PROMPTS_APART if max(medians) > min(medians) else PROMPTS_ALIKE
    return words.say(wordings[(question.number - 1) % len(wordings)])


def _foot(
    facts: Facts, revealed: RoundFacts | None, results: Sequence[TeamResult], words: Words
) -> str:
    """What all said together, and the limit under which no team is shown."""
    total = revealed.result if revealed else None
    said = [] if total is None else [_all_together(total, words)]
    limit = facts.workshop.minimum_group
    shown = {each.id for each in results}
    hidden = any(each.id not in shown for each in facts.team_results)
    if facts.workshop.voter is Voter.TEAM:
        said.append(words.say("Each team votes as one."))
    elif not results and _in_total_only(facts, revealed):
        said.append(words.say("Teams stand apart only where nobody’s answer follows from it."))
    elif "" in shown and (hidden or (revealed is not None and revealed.secret)):
        said.append(
            words.say("Teams under {n} votes are never shown apart: they are in the rest.", n=limit)
        )
    else:
        said.append(words.say("Teams under {n} votes are never shown apart.", n=limit))
    return " ".join(sentence for sentence in said if sentence)


def _all_together(total: Distribution, words: Words) -> str:
    if total.median is None:
        return ""
    median, agreement = words.number(total.median), total.agreement
    if agreement.word is None:
        return words.say("All together: median {median}.", median=median)
    return words.say(
        "All together: median {median}, {agreement} {points}.",
        median=median,
        agreement=words.say(IN_A_SENTENCE[agreement.word][False]),
        points=points_in_words(agreement, words),
    )
