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
from briefings.commitments import commitments
from briefings.corrections import QuestionStatus
from briefings.document import Span
from briefings.export.circumstances import (
    circumstance_footnotes,
    commitment_lines,
    gap_lines,
    number_lines,
    place_lines,
    timeline_lines,
)
from briefings.export.draft import PORTABLE, UNMARKED, Draft, Style, What
from briefings.export.escaping import escaped
from briefings.export.front_matter import front_matter
from briefings.export.note import Note
from briefings.export.wording import (
    counted,
    footnote,
    names,
    note_lines,
    own_words,
    sentence_of,
    without,
    words,
)
from briefings.library import Stored
from briefings.library.records import Marks

# What Markdown takes between angle brackets as it stands.
_ADDRESS = re.compile(r"(?i:https?)://[^\x00-\x20<>\\`\x7f-\U0010ffff]+")


HEADINGS = {
    "actors": "Actors",
    "positions": "Positions",
    "questions": "Open questions",
    "commitments": "Commitments",
    "timeline": "Timeline",
    "numbers": "Numbers",
    "places": "Places",
    "gaps": "What the article does not say",
    "sources": "Sources",
}
"""The sections of a note in order, by the names that a template knows them by."""


def markdown_note(
    stored: Stored, marks: Marks = UNMARKED, what: What = What.ALL, style: Style = PORTABLE
) -> str:
    """The note of a briefing, with an empty part for the reader's own words."""
    draft = Draft(stored, marks, what, style)
    found = sections(draft)
    lines = ["", f"# {title(stored)}"]
    for name, heading in HEADINGS.items():
        lines += _section(heading, found[name])
    lines += _section("My notes", [*found["notes"], "", ""] if found["notes"] else [""])
    footnotes = "".join(f"\n{line}\n" for line in footnote_lines(draft))
    before, after = style.finished("\n".join(lines)), style.finished(f"\n{footnotes}")
    return Note(front_matter(draft), before, "\n", after).sealed().text()


def title(stored: Stored) -> str:
    """The title of the article, as it stands in a note."""
    return escaped(stored.document.title) or "Untitled"


def sections(draft: Draft) -> dict[str, list[str]]:
    """The lines of each section of `HEADINGS`, and of the reader's `notes` on the whole.

    What is not asked for, or was not found, has no lines.
    """
    parts = {
        What.ACTORS: _actors,
        What.POSITIONS: _positions,
        What.QUESTIONS: _questions,
        What.COMMITMENTS: commitment_lines,
    }
    found = {part.value: lines(draft) if draft.has(part) else [] for part, lines in parts.items()}
    circumstances = {
        "timeline": timeline_lines,
        "numbers": number_lines,
        "places": place_lines,
        "gaps": gap_lines,
    }
    for name, lines in circumstances.items():
        found[name] = lines(draft) if draft.what is What.ALL else []
    return {**found, "sources": [_source(draft.stored)], "notes": _notes_on_all(draft)}


def _section(heading: str, lines: list[str]) -> list[str]:
    return ["", f"## {heading}", "", *lines] if lines else []


def _actors(draft: Draft) -> list[str]:
    """One line an actor: name, role, type, and how much the article has of it."""
    lines = []
    for actor in draft.stored.briefing.listed_actors:
        facts = [actor.type.value.replace("_", " "), counted(len(actor.mentions), "mention")]
        if positions := draft.held.get(actor.id):
            facts.append(counted(len(positions), "position"))
        name = f"**{draft.style.actor(actor.name)}**"
        cited = f"[^{actor.id}]" if evidence(actor) else ""
        lines.append(f"- {name}{_role(actor)} ({'; '.join(facts)}){cited}")
        lines += note_lines(draft, actor.id)
    return lines


def _positions(draft: Draft) -> list[str]:
    """The positions under their holders, those of the most salient actor first."""
    lines: list[str] = []
    told: set[str] = set()
    for actor in draft.stored.briefing.actors:
        if positions := draft.held.get(actor.id, []):
            lines += [""] if lines else []
            lines += [f"### {escaped(actor.name)}{_role(actor)}", ""]
        for position in positions:
            line = position_line(draft, actor, position)
            if position.id in told:
                lines.append(line)
            else:
                lines += [line + draft.style.anchor(position.id), *note_lines(draft, position.id)]
            told.add(position.id)
    return lines


def position_line(draft: Draft, holder: Actor, position: Position) -> str:
    """A position as an item of a list, cited."""
    remarks = [] if position.strength is Strength.FIRM else [position.strength.value]
    if others := names(draft, (one for one in position.holders if one != holder.id)):
        remarks.append(f"with {others}")
    said_by = names(draft, position.sources)
    if said_by and set(position.sources) != set(position.holders):
        remarks.append(f"{draft.style.actor(holder.name)} ← {said_by}")
    item = f"- **{position.stance.value}**"
    if remarks:
        item += f" ({'; '.join(remarks)})"
    condition = position.condition
    if position.stance is Stance.CONDITIONS and _is_inside(condition, position.content):
        condition = None  # what it hinges on is the very content
    content = without(draft.stored, position.content, condition) or position.cue
    if said := words(draft.stored, content):
        item += f": {said}"
    if condition:
        item += f"; *condition:* {words(draft.stored, [condition])}"
    fields = draft.style.fields(
        stance=position.stance.value, actor=draft.style.actor(holder.name), topic=position.topic
    )
    return f"{item}[^{position.id}]{fields}"


def _questions(draft: Draft) -> list[str]:
    """The open questions as tasks, after a line that says whose words they are.

    Further statements of the same matter stand below its clearest one, and are no tasks.
    """
    groups = draft.stored.briefing.matters
    if not groups:
        return []
    note = (
        "The questions in italics are worded by briefing; the footnotes have the article's words."
    )
    lines = []
    for lead, others in groups:
        lines.append(question_line(draft, lead, f"- {draft.style.box(draft.status(lead.id))} "))
        lines += note_lines(draft, lead.id)
        for other in others:
            lines.append(question_line(draft, other, "  - "))
            lines += note_lines(draft, other.id, "    ")
    return [note, "", *lines]


def question_line(draft: Draft, question: Question, mark: str) -> str:
    """A question as an item of a list that begins with `mark`, cited."""
    status = draft.status(question.id)
    known = "" if status is QuestionStatus.OPEN else f" ({status.value})"
    parts = [f"{mark}**{question.kind.value}**{known}"]
    if text := escaped(question.text):
        parts.append(f"*{text}*")
    if question.topic.casefold() not in question.text.casefold():
        parts.append(escaped(question.topic))
    if resolvers := names(draft, question.resolvers):
        parts.append(f"to be settled by {resolvers}")
    fields = draft.style.fields(status=status.value, topic=question.topic)
    return f"{' · '.join(parts)}[^{question.id}]{fields}{draft.style.anchor(question.id)}"


def _notes_on_all(draft: Draft) -> list[str]:
    """The reader's notes on the whole briefing, and those whose item is found no more."""
    return [f"- {said}" for note in draft.marks.notes if (said := own_words(note.text))]


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


def footnote_lines(draft: Draft) -> list[str]:
    """The sentence of everything that is cited, and where it stands."""
    stored, briefing = draft.stored, draft.stored.briefing
    lines: list[str] = []
    if draft.has(What.ACTORS):
        rows = [(actor.id, evidence(actor)) for actor in briefing.listed_actors]
        lines += [
            footnote(stored.document, identity, sentence_of(stored, span))
            for identity, span in rows
            if span
        ]
    promised = {one.position for one in commitments(briefing)}
    pronouns = names_by_pronoun(stored)
    for position in briefing.stands:
        is_promised = draft.has(What.COMMITMENTS) and position.id in promised
        if draft.has(What.POSITIONS) or is_promised:
            lines.append(position_footnote(stored, position, pronouns))
    if draft.has(What.QUESTIONS):
        lines += [
            footnote(stored.document, question.id, question.sentence)
            for question in briefing.questions
        ]
    return lines + (circumstance_footnotes(draft) if draft.what is What.ALL else [])


def position_footnote(
    stored: Stored, position: Position, actors_by_pronoun: dict[Span, list[str]]
) -> str:
    """The sentence of a position, and whom a pronoun in it means."""
    cited = footnote(stored.document, position.id, position.sentence)
    return cited + _pronouns(stored, position, actors_by_pronoun)


def names_by_pronoun(stored: Stored) -> dict[Span, list[str]]:
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


def evidence(actor: Actor) -> Span | None:
    """Where the text says what an actor is, or names it; None if it does neither."""
    if actor.roles:
        return actor.roles[0].span
    return actor.mentions[0].span if actor.mentions else None


def _role(actor: Actor) -> str:
    """The first role that the article gives, to stand behind the name."""
    return f", {escaped(actor.roles[0].label)}" if actor.roles else ""


def _is_inside(span: Span | None, others: Iterable[Span]) -> bool:
    return span is not None and any(other.contains(span) for other in others)
