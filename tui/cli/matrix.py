"""Print who stands where on which issue, in one briefing or in several.

Issues come in the order of dispute: those with somebody on both sides first.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from briefings.briefing import Family
from tui.cli.exits import Exit
from tui.cli.output import line, say, write, write_json
from tui.cli.several import configure_several, several
from tui.cli.wording import strength_of

if TYPE_CHECKING:
    from briefings.stories import Cell, Matrix, MatrixIssue, Stand

EXAMPLES = """\
examples:
  briefing matrix 3f2a9c1d
  briefing matrix --tag harbour | less
  briefing matrix --json 3f2a9c1d 77b0e412 | jq '.issues[] | select(.is_disputed) | .topic'
"""

_ORDER = tuple(Family)


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words of this verb."""
    configure_several(parser)
    parser.add_argument("--json", action="store_true", help="print the matrix as JSON")


def run(options: argparse.Namespace) -> Exit:
    """Print the matrix."""
    from briefings.stories import matrix

    found = matrix(several(options))
    if options.json:
        write_json(_as_json(found))
        return Exit.OK
    write("\n".join("".join(f"{text}\n" for text in _text(found, one)) for one in found.issues))
    if not found.issues:
        say("briefing: nobody there takes a position on an issue")
        return Exit.NOT_FOUND
    return Exit.OK


def _text(found: Matrix, issue: MatrixIssue) -> Iterator[str]:
    """An issue as lines: its topic, then who stands where, a family a line."""
    disputed = " · in dispute" if issue.key in found.in_dispute else ""
    yield f"{line(issue.label)}{disputed}"
    by_family: dict[Family, list[str]] = {}
    for actor in found.actors:
        if cell := found.cells.get((actor.key, issue.key)):
            family = cell.telling.family
            by_family.setdefault(family, []).append(f"{line(actor.name)} ({_said(cell)})")
    for family, names in sorted(by_family.items(), key=lambda one: _ORDER.index(one[0])):
        yield f"  {family.sign} {family}: {', '.join(names)}"


def _said(cell: Cell) -> str:
    position = cell.telling.position
    mixed = "once the other way" if cell.is_mixed else ""
    said = (position.stance.value, strength_of(position), mixed)
    return ", ".join(part for part in said if part)


def _as_json(found: Matrix) -> dict[str, Any]:
    return {
        "actors": [{"key": one.key, "name": one.name, "type": one.type} for one in found.actors],
        "issues": [
            {
                "key": issue.key,
                "topic": issue.label,
                "is_disputed": issue.key in found.in_dispute,
                "cells": [
                    {
                        "actor": actor.key,
                        "side": cell.side,
                        "is_mixed": cell.is_mixed,
                        "positions": [_stand_as_json(stand) for stand in cell.stands],
                    }
                    for actor in found.actors
                    if (cell := found.cells.get((actor.key, issue.key)))
                ],
            }
            for issue in found.issues
        ],
        "without_issue": found.apart,
    }


def _stand_as_json(stand: Stand) -> dict[str, Any]:
    position, document = stand.position, stand.document
    return {
        "briefing": document.id,
        "published": document.published.date if document.published else None,
        "id": position.id,
        "stance": position.stance,
        "strength": position.strength,
        "sentence": [position.sentence.start, position.sentence.end],
        "passage": position.sentence.of(document.text),
    }
