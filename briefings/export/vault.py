"""A briefing as several notes of an Obsidian vault: one an actor, one an open question.

Obsidian's properties and bases are about files, so that only what is a file of its own can be
listed, sorted and filtered. The note of an actor is shared by all briefings that were exported to
the vault: each has a section in it, and an export renews its own.
"""

from __future__ import annotations

import hashlib
import re

from briefings.briefing import Actor, Question
from briefings.export.draft import Draft
from briefings.export.escaping import escaped
from briefings.export.front_matter import FORM, lines_of, listed, listed_tags, text
from briefings.export.markdown import (
    evidence,
    names_by_pronoun,
    position_footnote,
    position_line,
    question_line,
)
from briefings.export.names import named
from briefings.export.note import ID, Note, section_text
from briefings.export.obsidian import stem, wikilink
from briefings.export.sheets import Keeping, Sheet, title_of
from briefings.export.wording import counted, footnote, note_lines, sentence_of
from briefings.library.known import actor_key

ACTORS, QUESTIONS = "Actors", "Open questions"
"""The folders beside the briefing's note."""

_LABEL = re.compile(r"\[\^([a-z][0-9]+)\]")

_BASE = """\
filters:
  and:
    - file.hasTag("{tag}")
views:
  - type: table
    name: {name}
    order:
      - file.name
{columns}"""

_BASES = {
    ACTORS: ("briefing/actor", ("actor-type", "actor-state", "briefing-notes")),
    QUESTIONS: (
        "briefing/question",
        ("question-status", "question-kind", "question-topic", "question-resolvers",
         "briefing-notes"),
    ),
}  # fmt: skip


def vault_sheets(draft: Draft, home: str = "") -> list[Sheet]:
    """The notes beside a briefing's own, and the two bases that list them.

    Args:
        draft: The briefing, in the style of Obsidian.
        home: The name of the briefing's note without its ending; empty for that it would get.
    """
    home = home or stem(title_of(draft.stored)) or named("", draft.identity)
    link = wikilink(home) or escaped(home)
    actors: dict[str, list[Actor]] = {}
    for actor in draft.stored.briefing.listed_actors:
        actors.setdefault(actor_key(actor), []).append(actor)
    return [
        *(_actor_sheet(draft, link, key, same) for key, same in actors.items()),
        *(_question_sheet(draft, link, *matter) for matter in draft.stored.briefing.matters),
        *(_base(name) for name in _BASES),
    ]


def _actor_sheet(draft: Draft, link: str, key: str, same: list[Actor]) -> Sheet:
    """What the briefing says of an actor; `same` are those that a library takes for one."""
    actor = same[0]
    stored = draft.stored
    identity = _hashed("actor", key)
    front = {
        "title": text(actor.name),
        "aliases": listed(name for one in same for name in one.aliases),
        "tags": listed_tags(["briefing/actor"]),
        "actor-type": text(actor.type.value.replace("_", " ")),
        "actor-state": text(actor.state) if actor.state else "",
        "briefing-notes": listed([link]),
        ID: text(identity),
        "briefing-version": f" {FORM}",
    }
    date = stored.document.published.date if stored.document.published else "undated"
    section = section_text(f"{date} {stored.document.id[:16]}", _section(draft, link, same))
    before = f"\n# {escaped(actor.name)}\n\n{section}\n\n## My notes\n\n"
    note = Note(lines_of(front), before, "\n", "\n")
    return Sheet(
        f"{ACTORS}/{named(actor.name, '')}",
        note.with_sections_of(note).sealed().text(),
        identity=identity,
        title=actor.name,
    )


def _section(draft: Draft, link: str, same: list[Actor]) -> str:
    """Roles, positions and questions of an actor in one briefing, with their footnotes."""
    stored, briefing = draft.stored, draft.stored.briefing
    ids = {actor.id for actor in same}
    lines = [f"## {link}", ""]
    notes: list[str] = []
    for actor in same:
        roles = "".join(f" · {escaped(role.label)}" for role in actor.roles)
        span = evidence(actor)
        cited = f"[^{actor.id}]" if span else ""
        lines.append(f"- {counted(len(actor.mentions), 'mention')}{roles}{cited}")
        notes += [footnote(stored.document, actor.id, sentence_of(stored, span))] if span else []
        lines += note_lines(draft, actor.id)
    pronouns = names_by_pronoun(stored)
    held = [(actor, one) for actor in same for one in draft.held.get(actor.id, ())]
    lines += ["", "### Positions", ""] if held else []
    for actor, position in held:
        lines += [position_line(draft, actor, position), *note_lines(draft, position.id)]
        notes.append(position_footnote(stored, position, pronouns))
    waiting = [q for q in briefing.questions if not ids.isdisjoint(q.resolvers)]
    lines += ["", "### Questions to settle", ""] if waiting else []
    for question in waiting:
        box = draft.style.box(draft.status(question.id))
        lines.append(_without_anchor(question_line(draft, question, f"- {box} ")))
        notes.append(footnote(stored.document, question.id, question.sentence))
    cited = "".join(f"\n{line}\n" for line in dict.fromkeys(notes))
    return _LABEL.sub(rf"[^{stored.document.id[:8]}-\1]", "\n".join(lines) + f"\n{cited}\n")


def _question_sheet(draft: Draft, link: str, lead: Question, others: tuple[Question, ...]) -> Sheet:
    """A question with all that the briefing has on it."""
    stored = draft.stored
    known = {actor.id: actor.name for actor in stored.briefing.actors}
    resolvers = (known[one] for one in lead.resolvers if one in known)
    title = lead.text or lead.topic or lead.kind.value
    sentence = lead.sentence.of(stored.document.text)
    identity = _hashed("question", stored.document.id, lead.kind.value, sentence)
    front = {
        "title": text(title),
        "aliases": listed([]),
        "tags": listed_tags(["briefing/question"]),
        "question-status": text(draft.status(lead.id).value),
        "question-kind": text(lead.kind.value),
        "question-topic": text(lead.topic) if lead.topic else "",
        "question-resolvers": listed(resolvers, draft.style.property),
        "briefing-notes": listed([link]),
        ID: text(identity),
        "briefing-version": f" {FORM}",
    }
    lines = ["", f"# {escaped(title)}", "", f"From {link}.", ""]
    for question in (lead, *others):
        lines.append(question_line(draft, question, "- "))
        lines += [*note_lines(draft, question.id)]
    lines += ["", "## My notes", "", ""]
    cited = [footnote(stored.document, one.id, one.sentence) for one in (lead, *others)]
    after = "\n" + "".join(f"\n{line}\n" for line in cited)
    note = Note(lines_of(front), "\n".join(lines), "\n", after).sealed()
    name = f"{QUESTIONS}/{named(title, f' {identity[:8]}')}"
    return Sheet(name, note.text(), identity=identity, title=title)


def _base(name: str) -> Sheet:
    """The list of all such notes; it is the reader's to change."""
    tag, columns = _BASES[name]
    listed_columns = "".join(f"      - {column}\n" for column in columns)
    text = _BASE.format(tag=tag, name=name, columns=listed_columns)
    return Sheet(f"{name}.base", text, Keeping.ONCE)


def _without_anchor(line: str) -> str:
    return line.rpartition(" ^")[0]


def _hashed(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:16]
