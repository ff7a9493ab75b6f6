"""Print everything that the briefings of the library say of one actor.

NAME may be part of a name, misspelt, an alias or a role. If it fits several actors, the best is
taken, and the others are named.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from tui.cli.exits import Exit
from tui.cli.output import line, say, write, write_json

if TYPE_CHECKING:
    from briefings.library.ledger import LedgerRow
    from briefings.library.listed import Item
    from briefings.library.threads import Side
    from briefings.stories import Dossier, Issue
    from tui.catalogue import Catalogue

EXAMPLES = """\
examples:
  briefing dossier lindqvist
  briefing dossier prime minister orland | less
  briefing dossier --json orland | jq '.issues[] | select(.changes != []) | .topic'
"""

_OTHERS = 4
_MOST_SIDES = 12


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words of this verb."""
    parser.add_argument("name", nargs="+", metavar="NAME", help="what the actor is called")
    parser.add_argument("--json", action="store_true", help="print the dossier as JSON")


def run(options: argparse.Namespace) -> Exit:
    """Find the actor and print the dossier."""
    from briefings.stories import dossier
    from tui.catalogue import Catalogue
    from tui.cli.context import library_path, library_to_read
    from tui.settings import load_settings

    name = " ".join(options.name)
    with library_to_read(library_path(options, load_settings())) as library:
        catalogue = Catalogue.of(None, library.actors() if library is not None else ())
        keys = _like(catalogue, name)
        found = dossier(library, keys[0]) if library is not None and keys else None
    if found is None:
        say(f"briefing: no actor in the library is called anything like “{line(name)}”")
        return Exit.NOT_FOUND
    if options.json:
        write_json(_as_json(found))
    else:
        write("".join(f"{text}\n" for text in _text(found)))
    if len(keys) > 1:
        others = ", ".join(catalogue.by_key[key].name for key in keys[1:])
        this = line(found.actor.name)
        say(f"briefing: this is {this}; “{line(name)}” is also like {line(others)}")
    return Exit.OK


def _like(catalogue: Catalogue, name: str) -> list[str]:
    """The keys of the actors that are meant, the likeliest first; one, if that is certain."""
    from briefings.library.known import normalised

    hits = catalogue.index.search(name, _OTHERS + 1)
    same = [one.id for one in hits if normalised(catalogue.by_key[one.id].name) == normalised(name)]
    if len(same) == 1:
        return same
    sure = [one.id for one in hits if not one.is_approximate]
    return sure or [one.id for one in hits[:1]]


def _text(found: Dossier) -> Iterator[str]:
    from tui.panes.facts import TYPE_NAMES, counted

    actor = found.actor
    yield line(actor.name)
    state = "" if actor.state.casefold() == actor.name.casefold() else actor.state
    seen = f"{counted(actor.mentions, 'mention')} in {counted(actor.briefings, 'briefing')}"
    yield line(" · ".join(part for part in (TYPE_NAMES[actor.type], state, seen) if part))
    if found.candidates:
        yield line(f"perhaps {', '.join(one.name for one in found.candidates)}")
    if found.roles:
        yield from ("", "What the texts say they are")
    for role in found.roles:
        first, last = _date(role.first), _date(role.last)
        when = first if first == last else f"{first} to {last}"
        yield f"  {line(role.label)} · {when} · {counted(role.briefings, 'briefing')}"
    if found.issues:
        shown = "" if found.shown == found.positions else f" (the newest {found.shown:,})"
        yield from ("", f"Where they stand: {counted(found.positions, 'position')}{shown}")
    for issue in found.issues:
        yield from _issue(issue)
    if found.questions:
        yield from ("", "Questions that wait for them")
    for row in found.questions:
        yield from question_lines(row)
    if found.ties:
        yield from ("", "Ties that the texts state")
    for tie in found.ties:
        words = f"{tie.label} of {tie.name}" if tie.is_subject else f"{tie.name} is {tie.label}"
        yield f"  {line(words)} · {_date(tie)}"


def _issue(issue: Issue) -> Iterator[str]:
    side = f" · {issue.side}" if issue.side else ""
    yield f"  {line(issue.label) or 'without a topic'}{side}"
    for position in issue.positions:
        told_by = f" (told by {', '.join(position.sources)})" if position.sources else ""
        strength = "" if position.strength == "firm" else f", {position.strength}"
        said = line(f"{position.label}{strength}{told_by}: {position.text}")
        yield f"    {_date(position)} {said}"
        if position.condition:
            yield f"      condition: {line(position.condition)}"
        yield f"      “{line(position.passage)}”"
        yield f"      {where(position)}"
    for change in issue.changes:
        when = f"{_date(change.before)} to {_date(change.after)}"
        yield f"    may have {_CHANGED[change.kind]}: {when}"
        yield f"      “{line(change.before.passage)}”"
        yield f"      “{line(change.after.passage)}”"
    if issue.side is None:
        yield from _named("others", (f"{one.name} ({one.family})" for one in issue.sides))
    else:
        yield from _named("with", (one.name for one in issue.with_them))
        yield from _named("against", (one.name for one in issue.against_them))


_CHANGED = {"turned": "changed sides", "firmer": "become firmer", "weaker": "become weaker"}


def _named(what: str, names: Iterable[str]) -> Iterator[str]:
    known = list(names)
    if known:
        more = f" and {len(known) - _MOST_SIDES:,} more" if len(known) > _MOST_SIDES else ""
        yield f"    {what}: {line(', '.join(known[:_MOST_SIDES]))}{more}"


def question_lines(row: LedgerRow) -> Iterator[str]:
    """A question as lines: its status and wording, its sentence, and where it is asked."""
    who = f" ({', '.join(row.item.actors)})" if row.item.actors else ""
    yield f"  {row.status} · {row.item.label} · {line(row.item.text + who)}"
    yield f"    “{line(row.item.passage)}”"
    yield f"    {where(row.item)}"


def where(item: Item) -> str:
    """The briefing that an item is in, on one line."""
    from tui.cli.context import SHOWN_DIGITS

    parts = (item.briefing[:SHOWN_DIGITS], _date(item), item.title, item.publisher)
    return line(" · ".join(part for part in parts if part))


def _date(one: Any) -> str:
    return one.published.date if one.published else "undated"


def _as_json(found: Dossier) -> dict[str, Any]:
    actor = found.actor
    return {
        "key": actor.key,
        "name": actor.name,
        "type": actor.type,
        "state": actor.state,
        "mentions": actor.mentions,
        "briefings": actor.briefings,
        "candidates": [one.key for one in found.candidates],
        "roles": [
            {
                "label": role.label,
                "first": {"briefing": role.first.briefing, "published": _day(role.first)},
                "last": {"briefing": role.last.briefing, "published": _day(role.last)},
                "briefings": role.briefings,
            }
            for role in found.roles
        ],
        "positions": found.positions,
        "issues": [_issue_as_json(issue) for issue in found.issues],
        "questions": [question_as_json(row) for row in found.questions],
        "ties": [
            {
                "kind": tie.kind,
                "label": tie.label,
                "is_subject": tie.is_subject,
                "other": tie.other,
                "name": tie.name,
                "briefing": tie.briefing,
                "published": _day(tie),
                "span": [tie.span.start, tie.span.end],
            }
            for tie in found.ties
        ],
    }


def _issue_as_json(issue: Issue) -> dict[str, Any]:
    return {
        "topic": issue.label,
        "side": issue.side,
        "positions": [
            item_as_json(one)
            | {"strength": one.strength, "condition": one.condition, "sources": list(one.sources)}
            for one in issue.positions
        ],
        "changes": [
            {
                "kind": change.kind,
                "before": {"briefing": change.before.briefing, "id": change.before.id},
                "after": {"briefing": change.after.briefing, "id": change.after.id},
            }
            for change in issue.changes
        ],
        "with": [_side_as_json(side) for side in issue.with_them],
        "against": [_side_as_json(side) for side in issue.against_them],
        "others": [_side_as_json(side) for side in issue.sides] if issue.side is None else [],
    }


def _side_as_json(side: Side) -> dict[str, Any]:
    return {
        "key": side.key,
        "name": side.name,
        "family": side.family,
        "is_mixed": side.is_mixed,
        "positions": side.positions,
        "last": side.last or None,
    }


def question_as_json(row: LedgerRow) -> dict[str, Any]:
    """A question as a value for JSON."""
    return item_as_json(row.item) | {"status": row.status, "others": row.others}


def item_as_json(item: Item) -> dict[str, Any]:
    """A position or question as a value for JSON."""
    return {
        "briefing": item.briefing,
        "id": item.id,
        "title": item.title,
        "published": _day(item),
        "publisher": item.publisher,
        "label": item.label,
        "topic": item.topic,
        "actors": list(item.actors),
        "text": item.text,
        "sentence": [item.sentence.start, item.sentence.end],
        "passage": item.passage,
    }


def _day(one: Any) -> str | None:
    return one.published.date if one.published else None
