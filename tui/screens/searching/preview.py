"""What is behind the hit under the cursor: its sentence in its paragraph, or what an actor is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, TypeAlias

from briefings.briefing import Stance
from briefings.document import Document, Published, Span
from briefings.library.listed import Item
from briefings.search.found import Found, GroupKind
from briefings.search.query import Field
from tui.panes import evidence as lit
from tui.panes.evidence import Evidence
from tui.panes.facts import TYPE_NAMES, counted
from tui.panes.looks import EVIDENCE_CSS, EVIDENCE_LOOKS, FAMILIES_CSS, FAMILY_LOOKS
from tui.panes.opened import Opened
from tui.panes.signs import OPEN
from tui.panes.source import lights
from tui.screens.searching.asking import MOST_OF_PARAGRAPH, ActorFacts, Passage, around
from tui.screens.searching.steady import Steady
from tui.widgets.line_view import LineView
from tui.widgets.passage import Block, PassageLines
from tui.widgets.rows import Line, Piece, Pieces, laid_out

Part: TypeAlias = Sequence[Line] | PassageLines

BLANK = Line((Piece(" "),))


class PreviewLines:
    """Lines of ours and passages of an article, below each other; the cursor rests on none."""

    def __init__(self, parts: Sequence[Part] = ()) -> None:
        self._parts = parts
        self._laid: list[Pieces] = []

    def __len__(self) -> int:
        return 0

    def can_rest(self, item: int) -> bool:
        """Nothing here can be chosen."""
        return False

    def begins_group(self, item: int) -> bool:
        """There are no groups."""
        return False

    def lay_out(self, width: int) -> int:
        """Wrap all parts at a width."""
        self._laid = []
        for part in self._parts:
            if isinstance(part, PassageLines):
                self._laid += [part.pieces(line) for line in range(part.lay_out(width))]
            else:
                self._laid += laid_out(part, width)
        return len(self._laid)

    def lines_of(self, item: int) -> range:
        """None."""
        return range(0)

    def item_at(self, line: int, column: int) -> int | None:
        """None."""
        return None

    def pieces(self, line: int) -> Pieces:
        """One line."""
        return self._laid[line]


class Preview(LineView, Steady, can_focus=False):
    """What is behind a hit."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *FAMILY_LOOKS,
        "lines--open",
        *EVIDENCE_LOOKS,
        "lines--found",
        "lines--key",
    }
    DEFAULT_CSS = (
        """
    Preview {
        background: $surface;
        scrollbar-background: $surface;
        scrollbar-background-hover: $surface;
        scrollbar-background-active: $surface;
"""
        + FAMILIES_CSS
        + EVIDENCE_CSS
        + """
        & > .lines--open { color: $family-asks; }
        & > .lines--found { color: $match; text-style: bold underline; }
        & > .lines--key { color: $accent; }
    }
    """
    )

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show something else, from its beginning."""
        self.show(PreviewLines(parts))
        self.scroll_home(animate=False, force=True)


def of_hit(found: Found, behind: Passage | ActorFacts | None) -> list[Part]:
    """What a preview of a hit shows."""
    match behind:
        case Passage():
            return list(_passage(found, behind))
        case ActorFacts():
            return [list(_actor(behind))]
        case _:
            return [[Line((Piece(found.text.text, "title"),), most=4)]]


def of_filters() -> list[Part]:
    """What can be typed, while nothing is."""
    lines = [
        Line((Piece("What can be typed", "title"),)),
        BLANK,
        _row("ceasefire talks", "both words, anywhere"),
        _row('"exclusion zone"', "these words in this order"),
        _row("-fishing", "leave out what has it"),
        BLANK,
        *(_row(f"{field}:", field.help) for field in Field),
        BLANK,
        Line((Piece("Names may be misspelt, unfinished, or initials.", "muted"),), most=3),
        Line((Piece("A minus before a filter turns it round.", "muted"),), most=3),
    ]
    return [lines]


def _row(typed: str, meaning: str) -> Line:
    return Line((Piece(f"{typed:<17}", "key"), Piece(meaning, "muted")), hanging=17, most=4)


def _passage(found: Found, behind: Passage) -> Iterator[Part]:
    stored = behind.stored
    opened = Opened(stored.document, stored.briefing)
    sentence = found.sentence
    place = opened.place(sentence.start) if sentence else ""
    entry = stored.entry
    counts = (
        counted(entry.actors, "actor"),
        counted(entry.positions, "position"),
        counted(entry.questions, "question"),
    )
    yield [
        Line((Piece(stored.document.title or "untitled", "title"),), most=3),
        Line((Piece(_joined(_facts_of(stored.document.published, found.publisher), place),
                    "muted"),), most=2),
        BLANK,
    ]  # fmt: skip
    if found.group is GroupKind.NOTES:
        yield [Line((Piece(found.text.text),), most=20)]
    elif sentence:
        yield passage(stored.document, sentence, _evidence(found, opened), behind.words)
    yield [BLANK, *_said_of(found, opened)]
    if found.group in (GroupKind.BRIEFINGS, GroupKind.NOTES):
        yield [Line((Piece(_joined(*counts), "muted"),), most=2)]


def passage(
    document: Document, sentence: Span, evidence: Evidence, words: Sequence[Span]
) -> PassageLines:
    """A sentence in its paragraph, with its evidence and the words that were looked for lit."""
    span = around(document.text, document.paragraphs, sentence, MOST_OF_PARAGRAPH)
    lines = PassageLines(document.text, [Block(span)])
    lines.light([sentence], lights(evidence))
    lines.mark(words)
    return lines


def _evidence(found: Found, opened: Opened) -> Evidence:
    if position := opened.positions.get(found.item):
        return lit.of_position(position, opened.briefing)
    if question := opened.questions.get(found.item):
        return lit.of_question(question, opened.briefing)
    return lit.NOTHING


def _said_of(found: Found, opened: Opened) -> Iterator[Line]:
    """Who, and how: what the words themselves do not say."""
    if position := opened.positions.get(found.item):
        family = position.stance.family
        facts = _joined(position.strength, position.directness, position.topic)
        yield Line(
            (
                Piece(f"{family.sign} {position.stance}  ", family.value),
                Piece(", ".join(opened.names(position.holders)), "strong"),
            ),
            most=2,
        )
        yield Line((Piece(facts, "muted"),), indent=2, most=2)
    elif question := opened.questions.get(found.item):
        yield Line((Piece(f"{OPEN} ", "open"), Piece(question.text)), hanging=2, most=4)
        who = ", ".join(opened.names(question.resolvers))
        yield Line(
            (Piece(question.kind, "open"), Piece(f"  {who}" if who else "", "muted")),
            indent=2,
            most=2,
        )


def _actor(facts: ActorFacts) -> Iterator[Line]:
    actor = facts.actor
    yield Line((Piece(actor.name, "title"),), most=3)
    state = actor.state if actor.state.casefold() != actor.name.casefold() else ""
    yield Line((Piece(_joined(TYPE_NAMES[actor.type], state), "muted"),), most=2)
    mentioned = counted(actor.mentions, "mention")
    yield Line((Piece(f"{mentioned} in {counted(actor.briefings, 'briefing')}", "muted"),))
    if actor.aliases:
        yield Line((Piece(f"also {', '.join(actor.aliases)}", "muted"),), most=3)
    if facts.roles:
        yield from _headed("roles")
    for role in facts.roles[:5]:
        when = role.first if role.first == role.last else f"{role.first} – {role.last}"
        yield Line((Piece(role.label),), right=(Piece(when, "muted"),))
    if facts.positions:
        yield from _headed("latest positions")
    yield from (line for item in facts.positions for line in _item(item))
    if facts.questions:
        yield from _headed("questions it could settle")
    for item in facts.questions:
        yield Line((Piece(f"{OPEN} ", "open"), Piece(item.text)), hanging=2, most=2)
    if facts.appearances:
        yield from _headed("latest briefings")
    for one in facts.appearances:
        yield Line((Piece(one.title),), right=(Piece(_day(one.published), "muted"),))


def _item(item: Item) -> Iterator[Line]:
    family = Stance(item.label).family
    yield Line(
        (Piece(f"{family.sign} {item.label}  ", family.value), Piece(item.text, "content")),
        right=(Piece(_day(item.published), "muted"),),
        hanging=2,
        most=2,
    )


def _headed(title: str) -> Iterable[Line]:
    return (BLANK, Line((Piece(title, "muted"),), fill="─"))


def _facts_of(published: Published | None, publisher: str) -> str:
    return _joined(publisher, _day(published))


def _day(published: Published | None) -> str:
    return published.date if published else "undated"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
