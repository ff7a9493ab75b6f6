"""What is copied: a sentence of the article as a quotation that says where it comes from."""

from __future__ import annotations

from briefings.document import Span
from tui.panes.facts import dated
from tui.panes.opened import Opened
from tui.widgets.printable import printable


def cited(opened: Opened, sentence: Span) -> str:
    """`“…” (Title, publisher, date, ¶5)`, the words exactly as they are in the article."""
    document = opened.document
    title = " ".join(document.title.split())
    where = opened.paragraph(sentence.start)
    parts = (title, document.origin.publisher, dated(document), where)
    return printable(f"“{opened.words(sentence)}” ({', '.join(part for part in parts if part)})")


def cited_row(opened: Opened, row_id: str, sentence: Span) -> str:
    """The quotation of a sentence, after what the row says of it: `Okafor commits: “…” (…)`."""
    said = ""
    if position := opened.positions.get(row_id):
        said = f"{', '.join(opened.names(position.holders))} {position.stance}: "
    elif question := opened.questions.get(row_id):
        said = f"{question.text} ({question.kind}) "
    return printable(said) + cited(opened, sentence)
