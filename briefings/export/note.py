"""The parts of a note: what is generated, and what is the reader's.

The reader's are the text between two comments under "My notes", the tags and aliases, and every
key of the front matter that is not ours. Everything else is generated; a hash over it tells
whether somebody has changed it since. The idea of a kept part is that of the persistent sections
of mgmeyers' Zotero Integration for Obsidian.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace

from briefings.export.escaping import yaml_string

BEGIN = "<!-- briefing:notes:begin -->"
END = "<!-- briefing:notes:end -->"

ID = "briefing-id"
HASH = "briefing-hash"

_GENERATED_KEYS = (
    "title",
    "source",
    "author",
    "published",
    "created",
    "actors",
    "topics",
    "positions",
    "open-questions",
    "starred",
    "actor-type",
    "actor-state",
    "question-status",
    "question-kind",
    "question-topic",
    "question-resolvers",
    "briefing-notes",
    ID,
    "briefing-version",
)
_READERS_KEYS = ("aliases", "tags")
_HIDDEN_KEYS = (ID, "briefing-version")

_SHOWN = ("---\n", "---\n")
_HIDDEN = ("<!--\n", "-->\n")

_KEY = re.compile(r"""["']?([^\s"'#:-][^:"']{0,200})["']?:(?:\s|$)""")

# Editors of properties rewrite the quotation marks and spaces of a value that they do not change.
_QUOTING = str.maketrans("", "", "\"'\\ \t\n")


# What one of several briefings says in a note that they share.
_SECTION_START = "<!-- briefing:from "
_SECTION_END = "<!-- briefing:from:end -->"


@dataclass(frozen=True, slots=True)
class Note:
    """A note in parts.

    Attributes:
        front: The lines of each key of the front matter, by key, in order.
        before: The text from there to the reader's part.
        readers: The reader's part; None if the note has none.
        after: The text behind it.
        is_hidden: Whether the front matter stands in a comment, which no reader shows.
    """

    front: dict[str, str]
    before: str
    readers: str | None
    after: str
    is_hidden: bool = False

    @classmethod
    def parsed(cls, text: str) -> Note:
        """Any text as a note; what has no front matter has no keys."""
        front, body, is_hidden = _split_front_matter(text)
        begin, end = body.find(BEGIN), body.rfind(END)
        if begin < 0 or end < begin:
            return cls(front, body, None, "", is_hidden)
        inside = begin + len(BEGIN)
        after = body[end + len(END) :]
        return cls(front, body[:begin], body[inside:end], after, is_hidden)

    def text(self) -> str:
        """The note as it is written."""
        front = "".join(self.front.values())
        readers = "" if self.readers is None else f"{BEGIN}{self.readers}{END}"
        start, end = _HIDDEN if self.is_hidden else _SHOWN
        return f"{start}{front}{end}{self.before}{readers}{self.after}"

    def hidden(self) -> Note:
        """The same note without front matter: only what identifies it is kept, in a comment."""
        front = {key: lines for key, lines in self.front.items() if key in _HIDDEN_KEYS}
        return replace(self, front=front, is_hidden=True).sealed()

    def sealed(self) -> Note:
        """The same note, with the hash of its generated part in the front matter."""
        return replace(self, front={**self.front, HASH: f'{HASH}: "{self._hash()}"\n'})

    def is_as_generated(self) -> bool:
        """Whether the generated part is as it was when the note was sealed."""
        return self._value(HASH) == self._hash()

    @property
    def has_readers_words(self) -> bool:
        """Whether the reader has written into their part of the note."""
        return bool(self.readers and self.readers.strip())

    def is_of_same_briefing(self, other: Note) -> bool:
        """Whether both notes have an identity and it is the same."""
        return self._value(ID) == other._value(ID) != ""

    def with_readers_part_of(self, old: Note) -> Note:
        """This note with everything that the reader added to an older form of it."""
        front = {
            key: _with_items(old.front.get(key, lines), lines) if key in _READERS_KEYS else lines
            for key, lines in self.front.items()
        }
        if not self.is_hidden:
            front |= {key: lines for key, lines in old.front.items() if key not in front}
        readers = self.readers if old.readers is None else old.readers
        merged = replace(self, front=front, readers=readers)
        return merged.with_sections_of(old).sealed()

    def with_sections_of(self, old: Note) -> Note:
        """This note with what other briefings have said in an older form of it, in their order.

        The property `briefing-notes` lists what they are headed by.
        """
        own = _sections(self.before)
        if not own:
            return self
        both = sorted({**_sections(old.before), **own}.items())
        text = "\n".join(section_text(key, inside) for key, inside in both)
        start = self.before.index(_SECTION_START)
        end = self.before.rindex(_SECTION_END) + len(_SECTION_END)
        listed = "".join(f"\n  - {yaml_string(_heading(inside))}" for _, inside in both)
        front = {**self.front, "briefing-notes": f"briefing-notes:{listed}\n"}
        return replace(self, front=front, before=self.before[:start] + text + self.before[end:])

    def _value(self, key: str) -> str:
        return self.front.get(key, "").partition(":")[2].translate(_QUOTING)

    def _hash(self) -> str:
        front = [f"{key}:{self._value(key)}" for key in _GENERATED_KEYS if key in self.front]
        body = [line.rstrip() for line in f"{self.before}\n{self.after}".split("\n")]
        return hashlib.sha256("\n".join(front + body).encode()).hexdigest()[:16]


def section_text(key: str, inside: str) -> str:
    """What a briefing says in a note that it shares with others.

    Args:
        key: By which the sections are sorted: a date without spaces, a space, the document's id.
        inside: The lines, the first one being a heading.
    """
    return f"{_SECTION_START}{key} -->\n{inside}{_SECTION_END}"


def _sections(text: str) -> dict[str, str]:
    """What each briefing says in a note that several share, by the key of `section_text`."""
    found = {}
    for piece in text.split(_SECTION_START)[1:]:
        key, _, rest = piece.partition(" -->\n")
        inside, end, _ = rest.partition(_SECTION_END)
        if end:
            found[key] = inside
    return found


def _heading(inside: str) -> str:
    return inside.partition("\n")[0].lstrip("# ")


def identity_of(text: str) -> str:
    """The id of the briefing that the beginning of a note names; empty if it names none."""
    return Note(_split_front_matter(text)[0], "", None, "")._value(ID)


def _split_front_matter(text: str) -> tuple[dict[str, str], str, bool]:
    """The lines of each key of the front matter, the text after it, and whether it is hidden."""
    is_hidden = text.startswith(_HIDDEN[0])
    start, fence = _HIDDEN if is_hidden else _SHOWN
    end = text.find(f"\n{fence}", len(start) - 1)
    if not text.startswith(start) or end < 0:
        return {}, text, False
    front: dict[str, str] = {}
    key = ""
    for line in text[len(start) : end + 1].split("\n")[:-1]:
        if found := _KEY.match(line):
            key = found[1]
        front[key] = front.get(key, "") + f"{line}\n"
    return front, text[end + 1 + len(fence) :], is_hidden


def _with_items(old: str, new: str) -> str:
    """The lines of a list as the reader left it, with the items of the library that it has not.

    A list on one line is the reader's own way to write it, and stays as it is; so does one from
    which our own tag was taken.
    """
    first, *rest = old.splitlines(keepends=True) or [""]
    if first.partition(":")[2].strip() not in ("", "[]"):
        return old
    had = {_item(line) for line in rest}
    missing = [
        line
        for line in new.splitlines(keepends=True)[1:]
        if _item(line) not in had and not _item(line).startswith("briefing")
    ]
    return f"{first.partition(':')[0]}:\n{''.join(rest)}{''.join(missing)}" if missing else old


def _item(line: str) -> str:
    return line.strip().removeprefix("-").translate(_QUOTING)
