"""What is copied: words of the article as a quotation that says where it comes from."""

from __future__ import annotations

from briefings.document import Span
from tui.panes.evidence import Evidence, sentence_of
from tui.panes.facts import dated
from tui.panes.opened import Opened
from tui.widgets.printable import printable


def cited(opened: Opened, words: Span) -> str:
    """`“…” (Title, publisher, date, ¶5)`, the words exactly as they are in the article."""
    document = opened.document
    title = " ".join(document.title.split())
    where = opened.paragraph(words.start)
    parts = (title, document.origin.publisher, dated(document), where)
    return printable(f"“{opened.words(words)}” ({', '.join(part for part in parts if part)})")


def quoted(
    opened: Opened, evidence: Evidence, row_id: str, selected: Span | None
) -> tuple[str, str] | None:
    """What is copied, and what it is called: the selected words, else the sentence that is lit."""
    if selected:
        return cited(opened, selected), "the selected words"
    sentence = sentence_of(evidence, opened)
    if sentence is None:
        return None
    where = opened.place(sentence.start)
    called = f"the sentence of {where}" if where else "the sentence"
    return cited_row(opened, row_id, sentence), called


def cited_row(opened: Opened, row_id: str, sentence: Span) -> str:
    """The quotation of a sentence, after what the row says of it: `Okafor commits: “…” (…)`."""
    said = ""
    if position := opened.positions.get(row_id):
        said = f"{', '.join(opened.names(position.holders))} {position.stance}: "
    elif question := opened.questions.get(row_id):
        said = f"{question.text} ({question.kind}) "
    return printable(said) + cited(opened, sentence)
