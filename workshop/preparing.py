"""Preparing: all acts of Prepare, each one transaction and one line to undo; see its parts."""

from __future__ import annotations

from workshop.preparing_agenda import PreparingAgenda
from workshop.preparing_day import PreparingDay
from workshop.preparing_framework import PreparingFramework
from workshop.preparing_questions import PreparingQuestions
from workshop.preparing_teams import PreparingTeams


class Preparing(
    PreparingDay, PreparingFramework, PreparingAgenda, PreparingQuestions, PreparingTeams
):
    """What a facilitator changes before the day, in one workshop of a library.

    Made by `LiveWorkshop`. Every act raises NotPossibleNow with one sentence where it cannot be;
    then nothing is changed. Questions are added and left out by `live.improvising`.
    """
