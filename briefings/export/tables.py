"""Briefings as CSV: one table a kind of finding, one row a finding, for any number of briefings.

The tables are RFC 4180 in UTF-8: commas, lines that end in CR and LF, quotation marks doubled. A
spreadsheet takes a cell that begins with certain signs for a formula and would calculate what an
article says; such a cell gets an apostrophe before it, as OWASP advises, which `unguarded` takes
away again.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from briefings.commitments import commitments
from briefings.document import Span
from briefings.events import Time
from briefings.export.draft import Draft, What
from briefings.export.escaping import plain
from briefings.export.wording import sentence_of

ACTING = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a cell begins with that a spreadsheet might calculate."""

Row: TypeAlias = "dict[str, str]"

TABLES = (What.ACTORS, What.POSITIONS, What.QUESTIONS, What.COMMITMENTS)
"""The parts of a briefing that there is a table of."""

_SOURCE = ("briefing", "title", "publisher", "published", "url")
_CITED = ("sentence", "paragraph", "notes")
_OWN = {
    What.ACTORS: ("id", "name", "type", "role", "state", "aliases", "mentions", "salience"),
    What.POSITIONS: (
        "id", "holders", "sources", "on_behalf_of", "targets", "stance", "family", "strength",
        "polarity", "directness", "topic", "content", "condition", "cue",
    ),
    What.QUESTIONS: ("id", "kind", "status", "question", "topic", "resolvers", "group"),
    What.COMMITMENTS: (
        "position", "kind", "bearers", "sources", "strength", "content", "condition",
        "beneficiaries", "due", "due_date",
    ),
}  # fmt: skip


def columns(what: What) -> tuple[str, ...]:
    """The names of the columns of a table, in order; more may be added at the end."""
    return (*_SOURCE, *_OWN[what], *_CITED)


def table(drafts: Iterable[Draft], what: What) -> str:
    """The table of one kind of finding, with its heading.

    Args:
        drafts: The briefings, in the order of the rows.
        what: One of `TABLES`.
    """
    written = io.StringIO()
    writer = csv.DictWriter(written, columns(what), lineterminator="\r\n")
    writer.writeheader()
    for draft in drafts:
        for row in _ROWS[what](draft):
            full = {**_source(draft), **row}
            writer.writerow({name: guarded(full[name]) for name in columns(what)})
    return written.getvalue()


def guarded(cell: str) -> str:
    """A cell that no spreadsheet calculates.

    >>> guarded("=1+1")
    "'=1+1"
    """
    return f"'{cell}" if _may_act(cell) else cell


def unguarded(cell: str) -> str:
    """The text of a cell that `guarded` wrote."""
    return cell[1:] if cell.startswith("'") and _may_act(cell) else cell


def _may_act(cell: str) -> bool:
    """Whether a cell would be calculated, or looks as one does that has been guarded."""
    return cell.lstrip("'").startswith(ACTING)


def _source(draft: Draft) -> Row:
    document = draft.stored.document
    return {
        "briefing": document.id,
        "title": plain(document.title),
        "publisher": plain(document.origin.publisher),
        "published": plain(document.published.date) if document.published else "",
        "url": plain(document.origin.url),
    }


def _actors(draft: Draft) -> list[Row]:
    rows = []
    for actor in draft.stored.briefing.listed_actors:
        seen = [*(role.span for role in actor.roles), *(one.span for one in actor.mentions)]
        rows.append(
            {
                "id": actor.id,
                "name": plain(actor.name),
                "type": actor.type.value,
                "role": plain(actor.roles[0].label) if actor.roles else "",
                "state": plain(actor.state),
                "aliases": _joined(actor.aliases),
                "mentions": str(len(actor.mentions)),
                "salience": f"{actor.salience:.4f}",
                **_cited(draft, actor.id, seen[0] if seen else None),
            }
        )
    return rows


def _positions(draft: Draft) -> list[Row]:
    return [
        {
            "id": position.id,
            "holders": _names(draft, position.holders),
            "sources": _names(draft, position.sources),
            "on_behalf_of": _names(draft, position.on_behalf_of),
            "targets": _names(draft, position.targets),
            "stance": position.stance.value,
            "family": position.stance.family.value,
            "strength": position.strength.value,
            "polarity": position.polarity.name.lower(),
            "directness": position.directness.value,
            "topic": plain(position.topic),
            "content": _words(draft, position.content),
            "condition": _words(draft, [position.condition] if position.condition else []),
            "cue": _words(draft, position.cue),
            **_cited(draft, position.id, position.sentence),
        }
        for position in draft.stored.briefing.stands
    ]


def _questions(draft: Draft) -> list[Row]:
    return [
        {
            "id": question.id,
            "kind": question.kind.value,
            "status": draft.status(question.id).value,
            "question": plain(question.text),
            "topic": plain(question.topic),
            "resolvers": _names(draft, question.resolvers),
            "group": question.group,
            **_cited(draft, question.id, question.sentence),
        }
        for question in draft.stored.briefing.questions
    ]


def _commitments(draft: Draft) -> list[Row]:
    return [
        {
            "position": one.position,
            "kind": "refusal" if one.is_refusal else "promise",
            "bearers": _names(draft, one.bearers),
            "sources": _names(draft, one.sources),
            "strength": one.strength.value,
            "content": _words(draft, one.content),
            "condition": _words(draft, [one.condition] if one.condition else []),
            "beneficiaries": _names(draft, one.beneficiaries),
            "due": _words(draft, [one.due.span] if one.due else []),
            "due_date": _date(one.due),
            **_cited(draft, one.position, one.sentence),
        }
        for one in commitments(draft.stored.briefing)
    ]


_ROWS: dict[What, Callable[[Draft], list[Row]]] = {
    What.ACTORS: _actors,
    What.POSITIONS: _positions,
    What.QUESTIONS: _questions,
    What.COMMITMENTS: _commitments,
}


def _cited(draft: Draft, identity: str, span: Span | None) -> Row:
    """The sentence that something is found in, where that stands, and the reader's notes on it."""
    document = draft.stored.document
    notes = draft.marks.notes_of.get(identity, ())
    number = document.paragraph_number(span.start) if span else None
    return {
        "sentence": _words(draft, [sentence_of(draft.stored, span)]) if span else "",
        "paragraph": str(number or ""),
        "notes": " / ".join(plain(note.text) for note in notes),
    }


def _names(draft: Draft, identities: Sequence[str]) -> str:
    known = {actor.id: actor.name for actor in draft.stored.briefing.actors}
    return _joined(known[one] for one in identities if one in known)


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(plain(text) for text in texts)


def _words(draft: Draft, spans: Iterable[Span]) -> str:
    return " … ".join(plain(span.of(draft.stored.document.text)) for span in spans)


def _date(time: Time | None) -> str:
    return plain(time.value) if time else ""
