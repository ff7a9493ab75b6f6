"""Pane 4: the text itself, with the words that a finding comes from lit up."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events, on
from textual.content import Content
from textual.message import Message
from textual.reactive import var

from briefings.document import Document, Span
from tui.panes.evidence import NOTHING, Evidence
from tui.panes.facts import counted
from tui.panes.finding import FoldedText
from tui.panes.looks import EVIDENCE_CSS, EVIDENCE_LOOKS
from tui.panes.opened import Opened
from tui.panes.signs import NOTE
from tui.panes.text import TextView
from tui.widgets.painted import segments, style_of
from tui.widgets.passage import Block, Lit, PassageLines
from tui.widgets.printable import fitted, printable
from tui.widgets.row_list import BAR, LINKED_BAR
from tui.widgets.rows import Piece

BOILERPLATE = "not part of the article"

MOST_NOTE = 60
"""Cells of a note that are shown in the border while the sentence is lit that it is on."""


def blocks(document: Document) -> list[Block]:
    """All of a document's text in order: title, numbered paragraphs, and what is not analysed.

    Words that stand in no part are shown as well: nothing of a text is ever left out.
    """
    known: list[Block] = []
    number = 0
    for span in sorted(document.paragraphs):
        if span == document.title_span:
            known.append(Block(span, look="title"))
        else:
            number += 1
            known.append(Block(span, label=f"¶{number}"))
    asides = [Block(s, look="muted", heading=BOILERPLATE) for s in document.boilerplate]
    known = sorted([*known, *asides], key=lambda block: block.span)
    return list(_without_gaps(document.text, known))


def _without_gaps(text: str, known: Iterable[Block]) -> Iterator[Block]:
    offset, before = 0, ""
    for block in known:
        if text[offset : block.span.start].strip():
            yield Block(Span(offset, block.span.start))
            before = ""
        is_same = block.heading and block.heading == before
        yield Block(block.span, block.label, block.look, "" if is_same else block.heading)
        offset, before = max(offset, block.span.end), block.heading
    if text[offset:].strip():
        yield Block(Span(offset, len(text)))


def lights(evidence: Evidence, mentions: Iterable[Span] = ()) -> Iterator[Lit]:
    """The parts of the evidence, from the widest to the most telling, which is seen on top."""
    parts = (
        ("cue", evidence.opening),
        ("content", evidence.content),
        ("mention", (*mentions, *evidence.mentions)),
        ("source", evidence.source),
        ("condition", evidence.condition),
        ("cue", evidence.cue),
    )
    for look, spans in parts:
        for span in spans:
            yield Lit(span, look)


class SourcePane(TextView):
    """The text; the cursor moves by sentence once the sentences are known."""

    BORDER_TITLE: ClassVar[str] = "4 Source"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *EVIDENCE_LOOKS,
        "lines--noted",
        "lines--note",
        "lines--found",
        "lines--found-here",
        "lines--selected",
        "lines--lit-bar",
        "lines--cursor-bar",
    }
    DEFAULT_CSS = (
        """
    SourcePane {
        & > .lines--text { color: $foreground 80%; }
"""
        + EVIDENCE_CSS
        + """
        & > .lines--noted { text-style: italic underline; }
        & > .lines--note { color: $accent; text-style: bold; }
        & > .lines--found { color: $match; text-style: reverse; }
        & > .lines--found-here { color: $match; text-style: bold reverse underline; }
        & > .lines--selected { color: $accent; text-style: reverse; }
        & > .lines--lit-bar { color: $muted; }
        & > .lines--cursor-bar { color: $accent; }
    }
    """
    )

    opened: var[Opened | None] = var(None)
    evidence: var[Evidence] = var(NOTHING, init=False)
    narrowed: var[str] = var("", init=False)

    @dataclass
    class SentenceHighlighted(Message):
        """The cursor came to a sentence."""

        sentence: Span

    @dataclass
    class SentenceChosen(Message):
        """A sentence was chosen, by key or double click."""

        sentence: Span

    def __init__(
        self, *, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._folded: FoldedText | None = None
        self.words = ""
        self.found: list[Span] = []
        self.found_number = -1

    def watch_opened(self, before: Opened | None, opened: Opened | None) -> None:
        """Show the text; when its findings arrive, the reader stays where they were."""
        if opened is None:
            return
        is_same = before is not None and before.document.id == opened.document.id
        scroll_y = round(self.scroll_y) if is_same else 0
        document = opened.document
        if not is_same:
            self._folded, self.words, self.found, self.found_number = None, "", [], -1
            self._selection = None
        self._passage = PassageLines(
            document.text, blocks(document), sorted(opened.briefing.sentences)
        )
        self._passage.mark(self.found, self.found_number)
        self._passage.select(self.selected)
        self._passage.annotate([span for span, _ in opened.by_reader.on_words])
        self._light()
        self.show(self._passage)
        self.cursor = self._passage.sentence_on(scroll_y)
        self.scroll_to(y=scroll_y, animate=False, force=True)

    def watch_evidence(self, evidence: Evidence) -> None:
        """Light the words of a finding, and bring them into sight."""
        self._light()
        self.refresh()
        if not self.has_focus:
            self.show_evidence(evidence)

    def watch_narrowed(self) -> None:
        """Light the mentions of one actor, besides the evidence."""
        self._light()
        self.refresh()

    def show_evidence(self, evidence: Evidence) -> None:
        """Put the cursor on the sentence of a finding and bring it into sight."""
        spans = evidence.sentences or evidence.mentions[:1]
        if not spans:
            return
        sentence = self._passage.sentence_at(spans[0].start)
        if sentence is None:
            self.show_lines(self._passage.lines_of_span(spans[0]))
            return
        with self.prevent(self.SentenceHighlighted):
            self.cursor = sentence
        self.show_cursor()

    def move_to_offset(self, offset: int) -> None:
        """Move the cursor to the sentence that holds a code point."""
        item = self._passage.sentence_at(offset) if offset >= 0 else None
        if item is not None:
            self.cursor = item

    def move_to_mention(self, spans: Iterable[Span], direction: int) -> None:
        """Move the cursor to the next sentence, or the one before, that holds one of the spans."""
        found = {self._passage.sentence_at(span.start) for span in spans}
        ahead = [i for i in found if i is not None and (i - self.cursor) * direction > 0]
        if ahead:
            self.cursor = min(ahead) if direction > 0 else max(ahead)

    def find(self, words: str) -> None:
        """Mark every place where words stand, and bring the first one from here on into sight."""
        if self.opened is None:
            return
        if self._folded is None:
            self._folded = FoldedText(self.opened.document.text)
        self.words, self.found = words, self._folded.find(words)
        here = self.sentence.start if self.sentence else 0
        ahead = bisect_left([span.start for span in self.found], here)
        self._go_to_found(ahead if ahead < len(self.found) else 0)

    def step_found(self, by: int) -> None:
        """To the next place, or the one before; after the last comes the first."""
        if self.found:
            self._go_to_found((self.found_number + by) % len(self.found))
            self.take_found()

    def take_found(self) -> None:
        """Put the cursor on the sentence of the place that is in front."""
        if self.found_number >= 0:
            item = self._passage.sentence_at(self.found[self.found_number].start)
            if item is not None:
                self.cursor = item
            self.show_lines(self._passage.lines_of_span(self.found[self.found_number]))

    def _go_to_found(self, number: int) -> None:
        self.found_number = number if self.found else -1
        self._passage.mark(self.found, self.found_number)
        if self.found:
            self.show_lines(self._passage.lines_of_span(self.found[number]))
        self.refresh()

    def _light(self) -> None:
        mentions: tuple[Span, ...] = ()
        actor = self.opened.actors.get(self.narrowed) if self.opened else None
        if actor:
            mentions = tuple(mention.span for mention in actor.mentions)
        self._passage.light(self.evidence.sentences, lights(self.evidence, mentions))
        self.tell_place()

    def tell_place(self) -> None:
        """The paragraph of the lit sentence, in the border; else how much is selected."""
        if self.opened and self.selected:
            count = len(self.selected.of(self.opened.document.text).split())
            self.border_subtitle = f"{counted(count, 'word')} selected"
            return
        if self.opened is None or not self.evidence.sentences:
            self.border_subtitle = ""
            return
        lit = self.evidence.sentences[0]
        where = self.opened.place(lit.start)
        if where.startswith("¶"):
            where = f"{where} of {len(self.opened.body):,}"
        noted = [note for span, note in self.opened.by_reader.on_words if span.overlap(lit)]
        if noted:
            room = max(8, min(MOST_NOTE, self.size.width - len(where) - 9))
            words = fitted(printable(" ".join(noted[-1].text.split())), room)
            where = f"{NOTE} {words} · {where}"
        self.border_subtitle = Content(where)

    @property
    def margin_width(self) -> int:
        """The number of the paragraph, and the bar of what is lit."""
        return self._passage.gutter + 3

    def lines_width(self, width: int) -> int:
        """What the margins before and after the text leave."""
        return max(1, width - self.margin_width - 1)

    def paint(self, line: int, width: int) -> Iterable[Segment]:
        """A line of the text, after the number of its paragraph and the bar of what is lit."""
        label = self._passage.label(line)
        is_lit = self._passage.touches(line, self.evidence.sentences)
        yield from segments(self, (Piece(f"{label:>{self._passage.gutter + 1}}", "muted"),))
        is_noted = self._passage.begins_note(line)
        yield Segment(NOTE, style_of(self, "note")) if is_noted else Segment(" ", self.base)
        if is_lit and self.has_focus:
            yield Segment(BAR, style_of(self, "cursor-bar"))
        elif is_lit:
            yield Segment(LINKED_BAR, style_of(self, "lit-bar"))
        else:
            yield Segment(" ", self.base)
        yield from segments(self, self._passage.pieces(line))

    @on(events.Click)
    def _open_note(self, event: events.Click) -> None:
        """A click on the sign of a note opens it."""
        place = event.get_content_offset(self)
        if place is None or place.x != self._passage.gutter + 1 or event.chain != 1:
            return
        line = place.y + round(self.scroll_y)
        if 0 <= line < self.virtual_size.height and self._passage.begins_note(line):
            # The cursor comes to the sentence first.
            self.call_later(self.run_action, "app.door('note')")

    def post_highlighted(self, item: int) -> None:
        """Tell of the sentence."""
        self.post_message(self.SentenceHighlighted(self._passage.sentences[item]))

    def post_chosen(self, item: int) -> None:
        """Tell of the sentence."""
        self.post_message(self.SentenceChosen(self._passage.sentences[item]))
