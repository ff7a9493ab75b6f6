"""The front matter of a note: flat YAML that Obsidian, zk and GitHub all take.

Lists are always lists, text is always quoted, and a date that is not known to the day is left
out: a property of Obsidian has one type in all notes, which a single other value would spoil.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefings.document import Precision
from briefings.export.draft import Draft
from briefings.export.escaping import plain, yaml_string
from briefings.export.note import ID

FORM = 1
"""The form of the note, for those who read it by program."""


def front_matter(draft: Draft) -> dict[str, str]:
    """The lines of each key, by key, in order."""
    stored = draft.stored
    origin, published, briefing = stored.document.origin, stored.document.published, stored.briefing
    topics = [stand.topic for stand in briefing.stands]
    topics += [question.topic for question in briefing.questions]
    values = {
        "title": text(stored.document.title or "Untitled"),
        "aliases": listed([]),
        "tags": listed_tags(["briefing", *draft.marks.tags]),
        "source": text(origin.url) if origin.url else "",
        "author": listed([origin.author]) if origin.author else "",
        "published": "",
        "created": f" {stored.entry.added[:10]}",
        "starred": " true" if draft.marks.is_starred else " false",
        "actors": listed((actor.name for actor in briefing.listed_actors), draft.style.property),
        "topics": listed(topics),
        "positions": f" {len(briefing.stands)}",
        "open-questions": f" {draft.open_questions}",
        ID: text(draft.identity),
        "briefing-version": f" {FORM}",
    }
    if published and published.precision is Precision.DAY:
        values["published"] = f" {plain(published.date)}"
    return lines_of(values)


def lines_of(values: dict[str, str]) -> dict[str, str]:
    """The lines of each key, from what stands behind its colon; a key with nothing is left out."""
    return {key: f"{key}:{value}\n" for key, value in values.items() if value}


def tag(text: str) -> str:
    """A tag as Obsidian and GitHub take it; empty if nothing is left of it.

    >>> tag("peace talks: round #2")
    'peace-talks-round-2'
    """
    kept = "".join(letter if letter.isalnum() or letter in "_/" else " " for letter in plain(text))
    joined = "/".join("-".join(part.split()) for part in kept.split("/") if part.strip())
    return f"{joined}_" if joined.isdecimal() else joined


def text(value: str) -> str:
    """A text, quoted."""
    return f" {yaml_string(value)}"


def listed_tags(texts: Iterable[str]) -> str:
    """The distinct tags in order, one a line; quoted where they might be no text to YAML."""
    tags = [one for one in dict.fromkeys(map(tag, texts)) if one]
    return "".join(f"\n  - {t if t.startswith('briefing') else yaml_string(t)}" for t in tags)


def listed(texts: Iterable[str], written: Callable[[str], str] = yaml_string) -> str:
    """The distinct texts in order, one a line."""
    lines = [f"\n  - {written(text)}" for text in dict.fromkeys(texts) if text]
    return "".join(lines) or " []"
