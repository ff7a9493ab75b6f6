"""Positions and questions over many briefings, as lists show them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import chain
from typing import Any

from briefings.document import Span
from briefings.library.listed import Item
from briefings.library.rows import published_of
from briefings.library.writer.full_text import Shown
from briefings.library.writer.numbering import ITEM_BITS

GAP = " … "
"""Stands between the words of a position that are apart in the text."""


def items_of(connection: sqlite3.Connection, rows: Sequence[int]) -> tuple[Item, ...]:
    """The items of some rows of the table `items`, in their order.

    Raises:
        sqlite3.Error: The library could not be read.
    """
    from msgspec import json

    documents = _documents(connection, {row >> ITEM_BITS for row in rows})
    found = []
    for row in rows:
        [shown] = connection.execute("SELECT shown FROM items WHERE rowid = ?", (row,)).fetchone()
        identity, title, published, precision, publisher, text = documents[row >> ITEM_BITS]
        item, label, strength, topic, names, sentence, spans, words, condition, sources = (
            json.decode(shown, type=Shown)
        )
        places = tuple(Span(start, end) for start, end in spans)
        found.append(
            Item(
                briefing=identity,
                title=title,
                published=published_of(published, precision),
                publisher=publisher,
                id=item,
                label=label,
                strength=strength,
                topic=topic,
                actors=tuple(names),
                sentence=Span(*sentence),
                spans=places,
                text=on_one_line(words or GAP.join(place.of(text) for place in places)),
                passage=on_one_line(Span(*sentence).of(text)),
                condition=on_one_line(Span(*condition).of(text)) if condition else "",
                sources=tuple(sources),
            )
        )
    return tuple(found)


def stands_of(
    connection: sqlite3.Connection, kind: int, key: str, limit: int, offset: int
) -> tuple[Item, ...]:
    """The items of a kind that belong to an actor, the newest published first, undated ones last.

    Within a briefing what stands last in the text comes first.
    """
    rows = connection.execute(
        "SELECT row FROM stands"
        " WHERE actor = (SELECT number FROM known_actors WHERE key = ?) AND kind = ?"
        " ORDER BY published DESC, row DESC LIMIT ? OFFSET ?",
        (key, kind, limit, offset),
    )
    return items_of(connection, [row for (row,) in rows.fetchall()])


def on_one_line(text: str) -> str:
    """Words with single spaces between them."""
    return " ".join(text.split())


def _documents(connection: sqlite3.Connection, numbers: set[int]) -> dict[int, tuple[Any, ...]]:
    rows = chain.from_iterable(
        connection.execute(
            "SELECT number, id, title, published, precision, publisher, text"
            " FROM documents JOIN texts ON document = number WHERE number = ?",
            (number,),
        )
        for number in numbers
    )
    return {number: tuple(rest) for number, *rest in rows}
