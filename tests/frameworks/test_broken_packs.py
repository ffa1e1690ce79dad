"""Broken packs: every fault with its exact words."""

from __future__ import annotations

import itertools
import re

import pytest

from frameworks.faults import FrameworkError
from frameworks.reader import parse
from tests.frameworks.counter_pack import PACK, SECOND_QUESTION, changed

QUESTION = 'session 1 "First" › activity 1 › question 1'
ACTIVITY = 'session 1 "First" › activity 1'


def refused(text: str, name: str = "counter.toml") -> list[str]:
    """The lines of the message below its first."""
    with pytest.raises(FrameworkError) as caught:
        parse(text, name)
    head, *faults = str(caught.value).split("\n")
    assert head == f"{name} was not taken in. To mend:"
    return faults


RULES = [
    ("format = 1", "", "Line 1, format: is missing. Begin the file with format = 1."),
    ("format = 1", 'format = "1"', "Line 1, format: must be the number 1."),
    (
        "format = 1",
        "format = 2",
        "Line 1, format: This pack is made for a newer Flipchart. This one reads format 1.",
    ),
    (
        'id = "counter"',
        'id = "The Counter"',
        "Line 2, id: may hold a-z, 0-9 and - only, and cannot begin with -. Found: The Counter.",
    ),
    (
        'version = "1.0"',
        "version = 1.0",
        "Line 3, version: must be a text in quotation marks.",
    ),
    (
        'language = "en"',
        'language = "English language"',
        "Line 4, language: must be a language tag such as en, de or pt-BR."
        " Found: English language.",
    ),
    (
        'title = "At the counter"',
        'titel = "At the counter"',
        "Line 1, title: is missing. Write a text of up to 120 characters in quotation marks.\n"
        "Line 5, titel: is not a key known here. Did you mean title?",
    ),
    (
        '"At the counter"',
        '"' + "x" * 121 + '"',
        "Line 5, title: has 121 characters. Up to 120 are allowed.",
    ),
    ('"At the counter"', '"  "', "Line 5, title: is empty. Write up to 120 characters."),
    (
        '"At the counter"',
        '"At the\\ncounter"',
        "Line 5, title: must stand on one line, without tabs.",
    ),
    (
        '"At the counter"',
        '"At the \\u0007counter"',
        "Line 5, title: holds the control character U+0007. Delete it.",
    ),
    (
        '"At the counter"',
        '"At the \u202ecounter"',
        "Line 5, title: forces a writing direction with U+202E. Delete it, or use isolates.",
    ),
    (
        'title = "At the counter"',
        'title = "At the counter" # \u202d',
        "Line 5: forces a writing direction with U+202D. Delete it, or use isolates.",
    ),
    (
        'title = "At the counter"',
        'title = "At the counter"\nminimum_group = 2',
        "Line 6, minimum_group: must be a whole number from 3 to 1000.",
    ),
    (
        "[[source]]",
        "[source]",
        "Line 7, source: must be a list of tables, each begun with [[source]] in double brackets.",
    ),
    (
        'author = "Leonard Berry"',
        'author = "Leonard Berry"\nyear = 1999.5',
        'Line 11, source 1 "berry" › year: must be a whole number from 1 to 9999.',
    ),
    (
        'labels = ["No", "Partly", "Yes"]',
        'labels = ["No"]',
        "Line 13, scale › labels: The number of entries is 1. From 2 to 10 are allowed.",
    ),
    (
        'labels = ["No", "Partly", "Yes"]',
        'labels = [\n  "No",\n  "' + "y" * 29 + '",\n]',
        "Line 15, scale › labels 2: has 29 characters. Up to 28 are allowed.",
    ),
    (
        'labels = ["No", "Partly", "Yes"]',
        'labels = ["No", "No", "Yes"]',
        "Line 13, scale › labels: No stands twice. Each entry may stand once.",
    ),
    (
        'labels = ["No", "Partly", "Yes"]',
        'labels = [1, 2]\ndont_know = "yes"',
        'Line 13, scale › labels: must be a list of texts: ["one", "two"].\n'
        "Line 14, scale › dont_know: must be true or false, without quotation marks.",
    ),
    (
        'labels = ["No", "Partly", "Yes"]',
        "",
        'Line 12, scale › labels: is missing. Write a list of texts: ["one", "two"].',
    ),
    (
        '[scale]\nlabels = ["No", "Partly", "Yes"]\n',
        "",
        "Line 1, scale: is missing. Begin it with [scale].",
    ),
    (
        "[scale]",
        "[[scale]]",
        "Line 12, scale: must be a table, with its keys below [scale].",
    ),
    (
        'theme = "vision"',
        'theme = "visions"',
        'Line 18, session 1 "First" › theme: must be one of vision, strategy, structure,'
        " technology, people.",
    ),
    (
        'theme = "vision"',
        "",
        'Line 15, session 1 "First" › theme: is missing. Write one of vision, strategy, structure,'
        " technology, people.",
    ),
    (
        "minutes = 30",
        "minutes = 481",
        'Line 19, session 1 "First" › minutes: must be a whole number from 1 to 480.',
    ),
    (
        "minutes = 30",
        "minutes = true",
        'Line 19, session 1 "First" › minutes: must be a whole number from 1 to 480.',
    ),
    (
        'kind = "rate"',
        'kind = "rating"\ndots = 3',
        f"Line 24, {ACTIVITY} › kind: must be one of rate, checklist, ideas, statement.",
    ),
    (
        'kind = "rate"',
        'kind = "checklist"\nask = ["importance"]',
        f"Line 25, {ACTIVITY} › ask: belongs to rate activities, and this one is checklist."
        " Delete it.",
    ),
    (
        'kind = "rate"',
        'kind = "rate"\ndots = 3',
        f"Line 25, {ACTIVITY} › dots: belongs to ideas and statement activities, and this one is"
        " rate. Delete it.",
    ),
    (
        'kind = "rate"',
        'kind = "rate"\nask = []',
        f"Line 25, {ACTIVITY} › ask: must be a list of one or more of performance, importance.",
    ),
    (
        'short = "Hello"',
        'short = "' + "h" * 31 + '"',
        f"Line 28, {QUESTION} › short: has 31 characters. Up to 28 are allowed.",
    ),
    (
        'short = "Hello"',
        'shrot = "Hello"',
        f"Line 28, {QUESTION} › shrot: is not a key known here. Did you mean short?",
    ),
    (
        'short = "Hello"',
        "weight = 3",
        f"Line 28, {QUESTION} › weight: is not a key known here. Known are id, look_for, must,"
        " prompts, short, sources, text.",
    ),
    (
        'text = "We greet people."',
        'text = "' + "t" * 401 + '"',
        f"Line 29, {QUESTION} › text: has 401 characters. Up to 400 are allowed.",
    ),
    (
        'sources = ["berry"]',
        'sources = ["bery"]',
        f"Line 30, {QUESTION} › sources: names the source bery, which this pack does not have."
        " Did you mean berry?",
    ),
    (
        'sources = ["berry"]',
        'sources = ["dezieck"]',
        f"Line 30, {QUESTION} › sources: names the source dezieck, which this pack does not have."
        " It has berry.",
    ),
    (
        'sources = ["berry"]',
        "sources = []",
        f"Line 30, {QUESTION} › sources: The number of entries is 0. From 1 to 60 are allowed.",
    ),
    (
        'sources = ["berry"]\n',
        'sources = ["berry"]\n' + SECOND_QUESTION.replace("bye", "hello"),
        'Line 33, session 1 "First" › activity 1 › question 2 › id: stands twice: hello.'
        " Each question needs an id of its own.",
    ),
    (
        'sources = ["berry"]\n',
        'sources = ["berry"]\n\n[[session]]\nid = "last"\ntitle = "Last"\ntheme = "people"\n'
        'minutes = 5\npurpose = "End."\n',
        'Line 32, session 2 "Last" › activity: is missing.'
        " Begin at least one with [[session.activity]].",
    ),
]


@pytest.mark.parametrize(("old", "new", "message"), RULES)
def test_a_broken_rule_is_named_with_line_key_and_remedy(old: str, new: str, message: str) -> None:
    assert refused(changed(old, new)) == message.split("\n")


SYNTAX = [
    ("format 1", "Line 1: The sign = is missing between key and value."),
    ("[scale", "Line 1: The bracket ] is missing at the end of the line."),
    ("[[scale]", "Line 1: The brackets ]] are missing at the end of the line."),
    ("\n= 1", "Line 2: A line is one of: key = value, [table], # comment."),
    (
        "title = At the counter",
        "Line 1: The value cannot be read. A text stands in quotation marks, a list in [ ].",
    ),
    (
        'title = "At the counter\nid = 1',
        "Line 1: The text is not closed on its line. Longer ones stand between three quotation"
        " marks.",
    ),
    (
        'title = "At',
        "Line 1: The text is not closed. The quotation mark at its end is missing.",
    ),
    (
        'id = 1\ntitle = """At\n\n[[session]]\n',
        "Line 2: The text is not closed. The quotation mark at its end is missing.",
    ),
    ("id = 1\nid = 2", "Line 2: This key stands twice. Delete one of the two."),
    (
        "[session]\n[session]",
        "Line 2: This table stands twice. A list of tables needs double brackets each time: [[ ]].",
    ),
    (
        "id = 1 version = 2",
        "Line 1: Something follows the value. Begin a new line, or put # before a comment.",
    ),
    ("a = [1, 2", "Line 1: A list before here is not closed. A comma or the bracket ] is missing."),
    (
        "a = {b = 1",
        "Line 1: A table before here is not closed. A comma or the closing brace is missing.",
    ),
    ('a = "C:\\Users"', "Line 1: After \\u stand four digits 0-9 or a-f, after \\U eight."),
    ('a = "C:\\Program"', "Line 1: A backslash begins a code in a text. Write two for one: \\\\."),
    ("a = 2025-02-30", "Line 1: There is no such date or time."),
    ('a = "\0"', "Line 1: A control character stands here. Delete it."),
    (
        "a = [1]\n[[a]]",
        "Line 2: This list or table is complete already. Write all of it in one place.",
    ),
    (
        "é = 1",
        "Line 1: A line is one of: key = value, [table], # comment.",
    ),
    (
        "a.é = 1",
        "Line 1: A key begins with a letter, a digit, - or _; any other needs quotation marks.",
    ),
    ("a = " + "[" * 5_000, "Lists or tables are nested too deeply. A pack needs four levels."),
    (
        "\n" + "a." * 2_000_000 + "a = 1",
        "Line 2: A key has more than 64 parts. A pack's keys have up to three.",
    ),
    (
        "a = " + "1" * 5_000,
        "A number has thousands of digits. A pack's numbers have up to four.",
    ),
    ("", "The file is empty. A pack begins with format = 1."),
    (" \n\t", "The file is empty. A pack begins with format = 1."),
    (
        "# " + "x" * (4 * 1024 * 1024),
        "The file is larger than 4 MiB. A pack of 1,200 questions is far smaller.",
    ),
]


@pytest.mark.parametrize(("text", "message"), SYNTAX, ids=range(len(SYNTAX)))
def test_a_fault_of_syntax_comes_alone_and_in_plain_words(text: str, message: str) -> None:
    assert refused(text) == [message]


def test_every_broken_rule_is_named_in_one_go_in_the_order_of_the_file() -> None:
    text = PACK
    for old, new in [
        ('id = "counter"', 'id = "Counter!"'),
        ("minutes = 30", "minutes = 0"),
        ('theme = "vision"', 'theme = "mood"'),
        ('kind = "rate"', 'kind = "rate"\nspace = "each"'),
        ('short = "Hello"', 'must = "no"'),
        ('sources = ["berry"]', ""),
    ]:
        text = text.replace(old, new)
    assert [fault.split(":")[0] for fault in refused(text)] == [
        "Line 2, id",
        'Line 18, session 1 "First" › theme',
        'Line 19, session 1 "First" › minutes',
        f"Line 25, {ACTIVITY} › space",
        f"Line 27, {QUESTION} › sources",
        f"Line 29, {QUESTION} › must",
    ]


def test_faults_without_end_are_cut_with_a_word_that_there_are_more() -> None:
    faults = refused(PACK + "\n".join(f"x{n} = 1" for n in range(300)))
    assert len(faults) == 201
    assert faults[-1] == "There are more faults. Mend these first."


def test_more_questions_than_a_pack_may_hold_are_counted() -> None:
    session = PACK[PACK.index("[[session]]") :]
    activity = session[session.index("[[session.activity]]") :]
    of_activity = SECOND_QUESTION * 59
    pack = PACK[: PACK.index("[[session]]")]
    for number in range(2):
        pack += session.replace('"first"', f'"s{number}"') + of_activity
        pack += (activity + of_activity) * 10
    numbers = itertools.count()
    text = re.sub('id = "(bye|rate|hello)"', lambda _: f'id = "x{next(numbers)}"', pack)
    assert refused(text) == ["Line 1: The pack has 1320 questions. Up to 1200 are allowed."]


def test_a_message_shows_what_cannot_be_seen_as_its_code_and_cuts_what_is_long() -> None:
    key = '"\u202e' + "k" * 100 + '" = 1\n'
    assert refused(key + PACK)[0].startswith(f"Line 1, U+202E{'k' * 38}…: is not a key")
