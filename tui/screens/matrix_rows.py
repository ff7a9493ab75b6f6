"""A matrix of actors and issues as columns and rows, and what stands behind a cell of it."""

from __future__ import annotations

from collections.abc import Iterator

from briefings.briefing import Family, Strength
from briefings.stories import Cell, Matrix, MatrixActor, MatrixIssue, Stand
from tui.panes.across_signs import MIXED
from tui.panes.facts import counted, dated
from tui.panes.signs import CONDITION, TENTATIVE
from tui.screens.page_rows import quoted
from tui.widgets.grid import Column, GridCell, GridRow
from tui.widgets.rows import Line, Piece, Pieces

MOST_NAMES = 8
"""So many of those on a side are named."""

SIDE_WORDS = {Family.FOR: "For it", Family.AGAINST: "Against it"}


def columns(matrix: Matrix) -> list[Column]:
    """The issues, each with how many stand on its sides."""
    return [Column(one.key, one.label, _counts(matrix, one)) for one in matrix.issues]


def rows(matrix: Matrix) -> list[GridRow]:
    """The actors, each with where it stands."""
    found: dict[str, dict[str, GridCell]] = {one.key: {} for one in matrix.actors}
    for (actor, issue), cell in matrix.cells.items():
        found[actor][issue] = _cell(cell)
    return [GridRow(one.key, one.name, found[one.key]) for one in matrix.actors]


def facts(matrix: Matrix) -> Pieces:
    """How many there are of what."""
    known = [counted(len(matrix.actors), "actor"), counted(len(matrix.issues), "issue")]
    if matrix.in_dispute:
        known.append(f"{len(matrix.in_dispute):,} in dispute")
    if matrix.apart:
        known.append(f"{counted(matrix.apart, 'position')} without an issue")
    return (Piece(" · ".join(known), "muted"),)


def behind(matrix: Matrix, actor: MatrixActor, issue: MatrixIssue, most: int) -> list[Line]:
    """What an actor says on an issue, and who is with them and who against.

    Args:
        matrix: The matrix.
        actor: Of a row.
        issue: Of a column.
        most: How many lines a sentence may take.
    """
    lines = [Line((Piece(actor.name, "strong"), Piece(f"  {issue.label}", "muted")), most=2)]
    cell = matrix.cells.get((actor.key, issue.key))
    if cell is None:
        lines.append(Line((Piece("No position of theirs on this.", "muted"),)))
    else:
        is_one = len(matrix.documents) == 1
        for stand in reversed(cell.stands):
            lines += _said(stand, "" if is_one else _where(stand), most)
    if matrix.is_alone(actor.key, issue.key):
        lines.append(Line((Piece("Alone on their side of it.", "accent"),)))
    return [*lines, *_sides(matrix, actor, issue)]


def _counts(matrix: Matrix, issue: MatrixIssue) -> Pieces:
    counts = {side: len(matrix.on_side(issue.key, side)) for side in SIDE_WORDS}
    shown = [Piece(f"{side.sign}{count} ", side.value) for side, count in counts.items() if count]
    return tuple(shown)


def _cell(cell: Cell) -> GridCell:
    position = cell.telling.position
    family = position.stance.family
    sign = MIXED if cell.is_mixed else family.sign
    weak = TENTATIVE if position.strength is Strength.TENTATIVE else ""
    count = f" {len(cell.stands)}" if len(cell.stands) > 1 else ""
    look = family.value
    return GridCell(
        words=(Piece(f"{sign} {weak}{position.stance}", look), Piece(count, "muted")),
        sign=(Piece(f"{sign}{weak}", look), Piece(count, "muted")),
    )


def _where(stand: Stand) -> str:
    document = stand.document
    return " · ".join(part for part in (document.origin.publisher, dated(document)) if part)


def _said(stand: Stand, where: str, most: int) -> Iterator[Line]:
    position, document = stand.position, stand.document
    family = position.stance.family
    words = f"{family.sign} {position.stance}"
    how = "" if position.strength is Strength.FIRM else f"  {position.strength}"
    right = (Piece(where, "muted"),) if where else ()
    yield Line((Piece(words, family.value), Piece(how, "muted")), right=right)
    if position.condition is not None:
        condition = " ".join(position.condition.of(document.text).split())
        yield Line((Piece(f"{CONDITION} {condition}", "condition"),), most=2, indent=2)
    sentence = " ".join(position.sentence.of(document.text).split())
    yield Line((quoted(sentence),), most=most, indent=2)


def _sides(matrix: Matrix, actor: MatrixActor, issue: MatrixIssue) -> Iterator[Line]:
    for side, words in SIDE_WORDS.items():
        names = [one.name for one in matrix.on_side(issue.key, side) if one.key != actor.key]
        if names:
            more = f" and {len(names) - MOST_NAMES:,} more" if len(names) > MOST_NAMES else ""
            told = f"{', '.join(names[:MOST_NAMES])}{more}"
            pieces = (Piece(f"{side.sign} {words}: ", side.value), Piece(told, "text"))
            yield Line(pieces, most=4, hanging=2)
