"""Words, names and footnotes as they stand in a note."""

from __future__ import annotations

from collections.abc import Iterable

from briefings.document import Document, Span
from briefings.export.draft import Draft
from briefings.export.escaping import escaped, plain
from briefings.library import Stored

_OPENING_QUOTES, _CLOSING_QUOTES = '"“„«‘', '"”“»’'


def names(draft: Draft, identities: Iterable[str]) -> str:
    """The names of actors, in the order asked for; those that there are none of are left out."""
    return ", ".join(draft.names[one] for one in identities if one in draft.names)


def words(stored: Stored, spans: Iterable[Span]) -> str:
    """The article's words, between quotation marks unless they have some of their own."""
    pieces = []
    for span in spans:
        said = plain(span.of(stored.document.text)).strip(" ,;")
        if said and said[0] in _OPENING_QUOTES and said[-1] in _CLOSING_QUOTES:
            pieces.append(escaped(said))
        elif said:
            pieces.append(f'"{escaped(said)}"')
    return " … ".join(pieces)


def without(stored: Stored, content: Iterable[Span], condition: Span | None) -> list[Span]:
    """The content without the condition, which stands apart."""
    if condition is None:
        return list(content)
    parts = []
    for span in content:
        before = Span(span.start, min(span.end, condition.start))
        after = Span(max(span.start, condition.end), span.end)
        # "that, should prices fall, they would buy": alone, the conjunction says nothing.
        is_alone = before.of(stored.document.text).strip(" ,").lower() == "that"
        parts += [after] if is_alone else [before, after]
    return [part for part in parts if part.start < part.end]


def footnote(document: Document, label: str, sentence: Span) -> str:
    """A sentence and where it stands, as the footnote of this label."""
    where = [escaped(document.origin.publisher or document.title)]
    if number := document.paragraph_number(sentence.start):
        where.append(f"¶{number}")
    elif document.title_span and document.title_span.contains(sentence):
        where.append("title")
    place = ", ".join(part for part in where if part)
    return f'[^{label}]: "{escaped(sentence.of(document.text))}"' + (f" — {place}" if place else "")


def counted(number: int, thing: str) -> str:
    """`1 mention`, `2 mentions`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def sentence_of(stored: Stored, span: Span) -> Span:
    """The sentence that a span stands in, or else the paragraph; the span itself without one."""
    around = (*stored.briefing.sentences, *stored.document.paragraphs)
    return next((one for one in around if one.contains(span)), span)


def own_words(text: str, indent: str = "") -> str:
    """What the reader wrote, line by line, as the text of a list item; it acts no more than others.

    Args:
        text: The note.
        indent: What the item itself is indented by.
    """
    lines = [line for line in (escaped(line) for line in text.splitlines()) if line]
    return f"\\\n{indent}  ".join(lines)


def note_lines(draft: Draft, identity: str, indent: str = "  ") -> list[str]:
    """The reader's notes on an item, to stand below it in a list."""
    said = (own_words(note.text, indent) for note in draft.marks.notes_of.get(identity, ()))
    return [f"{indent}- *My note:* {words}" for words in said if words]
