"""The front matter of a note: flat YAML that Obsidian, zk and GitHub all take.

Lists are always lists, text is always quoted, and a date that is not known to the day is left
out: a property of Obsidian has one type in all notes, which a single other value would spoil.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefings.document import Precision
from briefings.export.escaping import plain, yaml_string
from briefings.export.note import ID
from briefings.library import Stored

FORM = 1
"""The form of the note, for those who read it by program."""


def briefing_id(stored: Stored) -> str:
    """What identifies the briefing in its note: the first 16 digits of the document's id."""
    return stored.document.id[:16]


def front_matter(stored: Stored) -> dict[str, str]:
    """The lines of each key, by key, in order."""
    origin, published, briefing = stored.document.origin, stored.document.published, stored.briefing
    topics = [stand.topic for stand in briefing.stands]
    topics += [question.topic for question in briefing.questions]
    values = {
        "title": _text(stored.document.title or "Untitled"),
        "aliases": _list([]),
        "tags": "\n  - briefing",
        "source": _text(origin.url) if origin.url else "",
        "author": _list([origin.author]) if origin.author else "",
        "published": "",
        "created": f" {stored.entry.added[:10]}",
        "actors": _list(actor.name for actor in briefing.listed_actors),
        "topics": _list(topics),
        "positions": f" {len(briefing.stands)}",
        "open-questions": f" {len(briefing.questions)}",
        ID: _text(briefing_id(stored)),
        "briefing-version": f" {FORM}",
    }
    if published and published.precision is Precision.DAY:
        values["published"] = f" {plain(published.date)}"
    return {key: f"{key}:{value}\n" for key, value in values.items() if value}


def _text(text: str) -> str:
    return f" {yaml_string(text)}"


def _list(texts: Iterable[str]) -> str:
    """The distinct texts in order, one a line."""
    lines = [f"\n  - {yaml_string(text)}" for text in dict.fromkeys(texts) if text]
    return "".join(lines) or " []"
