"""A briefing as a Markdown note that GitHub, Obsidian and plain CommonMark all show well.

Words of the article stand between quotation marks, or are names, roles and topics; everything
else is ours. Every finding has a footnote with the sentence it comes from. The same
briefing always gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PureWindowsPath

from briefings.briefing import (
    Actor,
    MentionKind,
    Position,
    Question,
    Stance,
    Strength,
)
from briefings.document import Span
from briefings.export.circumstances import (
    circumstance_footnotes,
    commitment_lines,
    gap_lines,
    number_lines,
    place_lines,
    timeline_lines,
)
from briefings.export.escaping import escaped
from briefings.export.front_matter import front_matter
from briefings.export.note import Note
from briefings.export.wording import counted, footnote, names, without, words
from briefings.library import Stored

# What Markdown takes between angle brackets as it stands.
_ADDRESS = re.compile(r"(?i:https?)://[^\x00-\x20<>\\`\x7f-\U0010ffff]+")


def markdown_note(stored: Stored) -> str:
    """The note of a briefing, with an empty part for the reader's own words."""
    lines = [
        "",
        f"# {escaped(stored.document.title) or 'Untitled'}",
        *_section("Actors", _actors(stored)),
        *_section("Positions", _positions(stored)),
        *_section("Open questions", _questions(stored)),
        *_section("Commitments", commitment_lines(stored)),
        *_section("Timeline", timeline_lines(stored)),
        *_section("Numbers", number_lines(stored)),
        *_section("Places", place_lines(stored)),
        *_section("What the article does not say", gap_lines(stored)),
        *_section("Sources", [_source(stored)]),
        *_section("My notes", [""]),
    ]
    footnotes = "".join(f"\n{line}\n" for line in _footnotes(stored))
    note = Note(front_matter(stored), "\n".join(lines), "\n", f"\n{footnotes}")
    return note.sealed().text()


def _section(heading: str, lines: list[str]) -> list[str]:
    return ["", f"## {heading}", "", *lines] if lines else []


def _actors(stored: Stored) -> list[str]:
    """One line an actor: name, role, type, and how much the article has of it."""
    lines = []
    for actor in stored.briefing.listed_actors:
        facts = [actor.type.value.replace("_", " "), counted(len(actor.mentions), "mention")]
        if positions := _held(stored, actor):
            facts.append(counted(len(positions), "position"))
        lines.append(f"- **{escaped(actor.name)}**{_role(actor)} ({'; '.join(facts)})")
    return lines


def _positions(stored: Stored) -> list[str]:
    """The positions under their holders, those of the most salient actor first."""
    lines: list[str] = []
    for actor in stored.briefing.actors:
        if positions := _held(stored, actor):
            lines += [""] if lines else []
            lines += [f"### {escaped(actor.name)}{_role(actor)}", ""]
            lines += [_position(stored, actor, position) for position in positions]
    return lines


def _position(stored: Stored, holder: Actor, position: Position) -> str:
    remarks = [] if position.strength is Strength.FIRM else [position.strength.value]
    if others := names(stored, (one for one in position.holders if one != holder.id)):
        remarks.append(f"with {others}")
    said_by = names(stored, position.sources)
    if said_by and set(position.sources) != set(position.holders):
        remarks.append(f"{escaped(holder.name)} ← {said_by}")
    item = f"- **{position.stance.value}**"
    if remarks:
        item += f" ({'; '.join(remarks)})"
    condition = position.condition
    if position.stance is Stance.CONDITIONS and _is_inside(condition, position.content):
        condition = None  # what it hinges on is the very content
    if content := words(stored, without(stored, position.content, condition) or position.cue):
        item += f": {content}"
    if condition:
        item += f"; *condition:* {words(stored, [condition])}"
    return f"{item}[^{position.id}]"


def _questions(stored: Stored) -> list[str]:
    """The open questions as tasks, after a line that says whose words they are.

    Further statements of the same matter stand below its clearest one, and are no tasks.
    """
    groups = stored.briefing.matters
    if not groups:
        return []
    note = (
        "The questions in italics are worded by briefing; the footnotes have the article's words."
    )
    lines = []
    for lead, others in groups:
        lines.append(_question(stored, lead, "- [ ] "))
        lines += [_question(stored, other, "  - ") for other in others]
    return [note, "", *lines]


def _question(stored: Stored, question: Question, mark: str) -> str:
    parts = [f"{mark}**{question.kind.value}**"]
    if text := escaped(question.text):
        parts.append(f"*{text}*")
    if question.topic.casefold() not in question.text.casefold():
        parts.append(escaped(question.topic))
    if resolvers := names(stored, question.resolvers):
        parts.append(f"to be settled by {resolvers}")
    return f"{' · '.join(parts)}[^{question.id}]"


def _source(stored: Stored) -> str:
    """The article as one would cite it, as far as it says who wrote it, when and where."""
    document = stored.document
    origin, published = document.origin, document.published
    # A whole path says more of the reader's machine than of the article.
    file_name = "" if origin.url else PureWindowsPath(origin.path).name
    parts = [
        escaped(origin.author),
        f'"{escaped(document.title) or "Untitled"}"',
        escaped(origin.publisher),
        escaped(published.date) if published else "undated",
        f"<{origin.url}>" if _ADDRESS.fullmatch(origin.url) else escaped(origin.url),
        escaped(file_name),
    ]
    return "- " + ", ".join(part for part in parts if part)


def _footnotes(stored: Stored) -> list[str]:
    """The sentence of every position and question, and where it stands."""
    actors_by_pronoun = _actors_by_pronoun(stored)
    positions = [
        footnote(stored.document, position.id, position.sentence)
        + _pronouns(stored, position, actors_by_pronoun)
        for position in stored.briefing.stands
    ]
    questions = [
        footnote(stored.document, question.id, question.sentence)
        for question in stored.briefing.questions
    ]
    return positions + questions + circumstance_footnotes(stored)


def _actors_by_pronoun(stored: Stored) -> dict[Span, list[str]]:
    """The names behind each pronoun."""
    found: dict[Span, list[str]] = {}
    for actor in stored.briefing.actors:
        for mention in actor.mentions:
            if mention.kind is MentionKind.PRONOUN:
                found.setdefault(mention.span, []).append(escaped(actor.name))
    return found


def _pronouns(stored: Stored, position: Position, actors_by_pronoun: dict[Span, list[str]]) -> str:
    """Whom the source means if it is a pronoun: " He = Mira Okafor."."""
    found = ""
    for span in position.source:
        if names := actors_by_pronoun.get(span):
            word = escaped(span.of(stored.document.text))
            found += f" {word[:1].upper()}{word[1:]} = {', '.join(names)}."
    return f".{found}" if found else ""


def _held(stored: Stored, actor: Actor) -> list[Position]:
    return [position for position in stored.briefing.stands if actor.id in position.holders]


def _role(actor: Actor) -> str:
    """The first role that the article gives, to stand behind the name."""
    return f", {escaped(actor.roles[0].label)}" if actor.roles else ""


def _is_inside(span: Span | None, others: Iterable[Span]) -> bool:
    return span is not None and any(other.contains(span) for other in others)
