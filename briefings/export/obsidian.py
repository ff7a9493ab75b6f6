"""Markdown as Obsidian takes it: links between notes, lines to link to, fields to ask for.

A name is a link only if it needs no escaping: Obsidian takes the text of a link as it stands. The
inline fields are those of the plugin Dataview; the signs in the boxes are those of its plugin Tasks
and of most themes.
"""

from __future__ import annotations

from typing import ClassVar

from briefings.corrections import QuestionStatus
from briefings.export.draft import Style
from briefings.export.escaping import escaped, yaml_string
from briefings.export.names import ENDING, named


class ObsidianStyle(Style):
    """What Obsidian reads otherwise than others."""

    BOXES: ClassVar[dict[QuestionStatus, str]] = {
        QuestionStatus.NARROWED: "[/]",
        QuestionStatus.ANSWERED: "[x]",
        QuestionStatus.OVERTAKEN: "[-]",
        QuestionStatus.DROPPED: "[-]",
    }

    def actor(self, name: str) -> str:
        """A link to the note of an actor, whether or not there is one."""
        return wikilink(name) or escaped(name)

    def property(self, name: str) -> str:
        """The same as a property, in which a link has to be quoted."""
        return yaml_string(wikilink(name) or name)

    def box(self, status: QuestionStatus) -> str:
        """A box of its own for each status."""
        return self.BOXES.get(status, "[ ]")

    def fields(self, **values: str) -> str:
        """Inline fields; what would have to be escaped in one is left out."""
        kept = {
            key: value
            for key, value in values.items()
            if value and (value.startswith("[[") or escaped(value) == value)
        }
        return "".join(f" [{key}:: {value}]" for key, value in kept.items())

    def anchor(self, identity: str) -> str:
        """A block id."""
        return f" ^{identity}"

    def inferred(self, words: str) -> list[str]:
        """A callout."""
        return ["> [!WARNING]", f"> {words}"]


OBSIDIAN = ObsidianStyle()


def stem(name: str) -> str:
    """The name of a note without its ending, as a link names it."""
    return named(name, "").removesuffix(ENDING)


def wikilink(name: str) -> str:
    """A link to the note of this name; empty if the name cannot be written in one."""
    if not name or escaped(name) != name:
        return ""
    target = stem(name)
    return f"[[{target}]]" if target == name else f"[[{target}|{name}]]"
