"""The smallest pack that breaks no rule, and a way to break it."""

from __future__ import annotations

PACK = """\
format = 1
id = "counter"
version = "1.0"
language = "en"
title = "At the counter"

[[source]]
id = "berry"
title = "On Great Service"
author = "Leonard Berry"

[scale]
labels = ["No", "Partly", "Yes"]

[[session]]
id = "first"
title = "First"
theme = "vision"
minutes = 30
purpose = "Begin."

[[session.activity]]
id = "rate"
kind = "rate"

[[session.activity.question]]
id = "hello"
short = "Hello"
text = "We greet people."
sources = ["berry"]
"""
SECOND_QUESTION = """
[[session.activity.question]]
id = "bye"
text = "We say good-bye."
sources = ["berry"]
"""


def changed(old: str, new: str) -> str:
    assert PACK.count(old) == 1
    return PACK.replace(old, new)
