"""Paints the lobby: who meets, what for and when, and the teams with a brick for every seat."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.tokens import Look
from ui.painters.bricks import bricks_width, paint_bricks
from ui.painters.text import Block, advance, fit, lay_out, line
from ui.projector.scenes import parts
from workshop.scenes import LobbyScene

TOP = 104
ORGANISATION_HEIGHT = 56
STARTS_GAP = 32
FOOT = 1020
HEADING_GAP = 24
ROW = 88
ROW_LOW = 72
COLUMN_GAP = 72
MOST_TEAMS = 12  # beyond these the wall says the total alone
MOST_IN_ONE_COLUMN = 4
NAME_LEAST = 268
NAME_MOST = 700
NAME_MOST_NARROW = 330
SEATS_GAP = 32


def still(painter: QPainter, scene: LobbyScene, look: Look) -> None:
    """The whole scene."""
    parts.paint_strip(painter, look)
    top = _paint_teams(painter, scene, look)
    palette = look.palette
    small = tokens.PROJECTOR.body_large
    organisation = lay_out(scene.organisation, small, parts.SPAN, max_lines=1)
    organisation.paint(painter, parts.LEFT, TOP, palette.ink2)
    title_top = TOP + ORGANISATION_HEIGHT + 8
    starts = lay_out(scene.starts, small, parts.SPAN, max_lines=1)
    room = top - title_top - STARTS_GAP - starts.height - HEADING_GAP
    title = fit(scene.title, tokens.PROJECTOR.lobby_title, parts.SPAN, room, cut=True)
    title.paint(painter, parts.LEFT, title_top, palette.ink)
    starts.paint(painter, parts.LEFT, title_top + title.height + STARTS_GAP, palette.ink)


def _paint_teams(painter: QPainter, scene: LobbyScene, look: Look) -> float:
    """From the foot upwards; gives the y of the heading above the teams."""
    teams = scene.teams if len(scene.teams) <= MOST_TEAMS else ()
    columns = 1 if len(teams) <= MOST_IN_ONE_COLUMN else 2
    rows = ceil(len(teams) / columns)
    row = ROW if rows <= MOST_IN_ONE_COLUMN else ROW_LOW
    width = (parts.SPAN - (columns - 1) * COLUMN_GAP) / columns
    first = FOOT - rows * row
    name_width = _name_width(teams, NAME_MOST if columns == 1 else NAME_MOST_NARROW)
    for i, team in enumerate(teams):
        column, place = divmod(i, rows)
        rect = QRectF(parts.LEFT + column * (width + COLUMN_GAP), first + place * row, width, row)
        _paint_team(painter, team, rect, look, name_width)
    heading = _heading(scene)
    top = first - (HEADING_GAP if teams else 0) - heading.height
    heading.paint(painter, parts.LEFT, top, look.palette.ink)
    return top


def _name_width(teams: tuple[tuple[str, int, str], ...], most: float) -> float:
    widest = max((advance(name, tokens.PROJECTOR.team_row) for name, _, _ in teams), default=0.0)
    return min(max(widest + 1, NAME_LEAST), most)


def _heading(scene: LobbyScene) -> Block:
    sizes = (tokens.PROJECTOR.break_heading, tokens.PROJECTOR.body_large_strong)
    return parts.on_one_line(scene.heading, sizes, parts.SPAN, parts.SPAN)


def _paint_team(
    painter: QPainter, team: tuple[str, int, str], rect: QRectF, look: Look, name_width: float
) -> None:
    name, seats, said = team
    palette = look.palette
    parts.rule(painter, rect.left(), rect.top(), rect.width(), palette.hairline)
    middle = rect.center().y() + tokens.PROJECTOR_HAIRLINE / 2
    types = (tokens.PROJECTOR.team_row, tokens.PROJECTOR.small_strong)
    block = parts.on_one_line(name, types, name_width, rect.height())
    parts.start_line(painter, block, rect.left(), middle - block.height / 2, palette.ink)
    words = line(said, tokens.PROJECTOR.body)
    parts.end_line(painter, words, rect.right(), middle - words.height / 2, palette.ink2)
    left = rect.left() + name_width + SEATS_GAP
    room = rect.right() - words.width - SEATS_GAP - left
    sizes = tokens.BRICKS_LOBBY
    row = QRectF(left, middle - sizes.height / 2, bricks_width(seats, sizes, room), sizes.height)
    ink = parts.ink_colours(look)
    paint_bricks(painter, row, seats, seats, sizes, colours=ink, palette=palette)
