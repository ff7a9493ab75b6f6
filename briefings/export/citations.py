"""Articles as CSL-JSON, for Zotero and pandoc: one item an article.

The form is that of the Citation Style Language's input data, version 1.0. Only what an article
says of itself is in it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from functools import cache

from briefings.document import Document
from briefings.export.draft import Draft
from briefings.export.escaping import plain
from briefings.folding import words_of
from briefings.knowledge import load

_MOST_OF_KEY = 40
_LITTLE = frozenset({"a", "an", "and", "as", "at", "for", "in", "of", "on", "the", "to", "with"})

# "Mira Okafor", "A. Lind", "Jean-Luc de la Tour"; whatever else an author's line says stays whole.
_NAME = r"(?:[^\W\d_]\.|[^\W\d_][\w'’-]{1,30})"
_PARTICLES = r"(?:(?:de|del|della|der|den|di|du|la|le|van|von|zu) ){0,2}"
_PERSON = re.compile(rf"({_NAME}(?: {_NAME}){{0,2}}?) ({_PARTICLES}{_NAME})")
_BETWEEN = re.compile(r"\s*;\s*|,?\s+and\s+|\s+&\s+")


def csl_json(drafts: Sequence[Draft]) -> str:
    """The articles as a list of items, in the order given."""
    keys = citation_keys([draft.stored.document for draft in drafts])
    items = [_item(draft, key) for draft, key in zip(drafts, keys, strict=True)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def citation_keys(documents: Iterable[Document]) -> list[str]:
    """A key for each document, such as `okafor2031harbour`, no two the same.

    Those that would be the same end with digits of the document's id.
    """
    plain_keys = [(_key(document), document.id) for document in documents]
    counts: dict[str, int] = {}
    for key, _ in plain_keys:
        counts[key] = counts.get(key, 0) + 1
    return [key if counts[key] == 1 else f"{key}-{number[:8]}" for key, number in plain_keys]


def _key(document: Document) -> str:
    author = _authors(document.origin.author)
    first = author[0] if author else {}
    who = first.get("family") or first.get("literal") or document.origin.publisher
    year = document.published.date[:4] if document.published else ""
    said = [word for word in words_of(plain(document.title)) if word not in _LITTLE]
    parts = [*words_of(plain(who))[-1:], year, *said[:1]]
    letters = "".join(letter for letter in "".join(parts) if letter.isascii() and letter.isalnum())
    return letters[:_MOST_OF_KEY] or f"briefing{document.id[:8]}"


def _item(draft: Draft, key: str) -> dict[str, object]:
    stored = draft.stored
    document = stored.document
    origin, published = document.origin, document.published
    values: dict[str, object] = {
        "id": key,
        "type": "article-newspaper",
        "title": plain(document.title),
        "container-title": plain(origin.publisher),
        "author": _authors(origin.author),
        "issued": _date(published.date) if published else None,
        "accessed": _date(stored.entry.added[:10]),
        "URL": plain(origin.url),
        "language": plain(origin.language),
        "keyword": ", ".join(plain(tag) for tag in draft.marks.tags),
        "note": "\n".join(plain(note.text) for note in draft.marks.notes),
    }
    return {name: value for name, value in values.items() if value}


def _authors(line: str) -> list[dict[str, str]]:
    """The names in an author's line: apart if each is clearly that of a person, else the line."""
    line = plain(line)
    names = [name for name in _BETWEEN.split(line.removeprefix("By ")) if name]
    found = [match for match in map(_PERSON.fullmatch, names) if match and _is_given(match[1])]
    if names and len(found) == len(names):
        return [{"given": match[1], "family": match[2]} for match in found]
    return [{"literal": line}] if line else []


def _is_given(names: str) -> bool:
    """Whether a name begins with an initial or a first name: "Staff Reporter" does not."""
    first = names.split()[0]
    return first.endswith(".") or all(part in _first_names() for part in first.split("-"))


@cache
def _first_names() -> frozenset[str]:
    lists = load("first_names")
    return frozenset(name for one in ("female", "male", "either") for name in lists[one].split())


def _date(date: str) -> dict[str, list[list[int]]] | None:
    parts = date.split("-")
    if not all(part.isascii() and part.isdecimal() for part in parts):
        return None
    return {"date-parts": [[int(part) for part in parts]]}
