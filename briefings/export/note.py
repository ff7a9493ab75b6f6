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
    ID,
    "briefing-version",
)
_READERS_KEYS = ("aliases", "tags")

_KEY = re.compile(r"""["']?([^\s"'#:-][^:"']{0,200})["']?:(?:\s|$)""")

# Editors of properties rewrite the quotation marks and spaces of a value that they do not change.
_QUOTING = str.maketrans("", "", "\"'\\ \t\n")


@dataclass(frozen=True, slots=True)
class Note:
    """A note in parts.

    Attributes:
        front: The lines of each key of the front matter, by key, in order.
        before: The text from there to the reader's part.
        readers: The reader's part; None if the note has none.
        after: The text behind it.
    """

    front: dict[str, str]
    before: str
    readers: str | None
    after: str

    @classmethod
    def parsed(cls, text: str) -> Note:
        """Any text as a note; what has no front matter has no keys."""
        front, body = _split_front_matter(text)
        begin, end = body.find(BEGIN), body.rfind(END)
        if begin < 0 or end < begin:
            return cls(front, before=body, readers=None, after="")
        inside = begin + len(BEGIN)
        return cls(front, body[:begin], body[inside:end], body[end + len(END) :])

    def text(self) -> str:
        """The note as it is written."""
        front = "".join(self.front.values())
        readers = "" if self.readers is None else f"{BEGIN}{self.readers}{END}"
        return f"---\n{front}---\n{self.before}{readers}{self.after}"

    def sealed(self) -> Note:
        """The same note, with the hash of its generated part in the front matter."""
        return replace(self, front={**self.front, HASH: f'{HASH}: "{self._hash()}"\n'})

    def is_as_generated(self) -> bool:
        """Whether the generated part is as it was when the note was sealed."""
        return self._value(HASH) == self._hash()

    def is_of_same_briefing(self, other: Note) -> bool:
        """Whether both notes have an identity and it is the same."""
        return self._value(ID) == other._value(ID) != ""

    def with_readers_part_of(self, old: Note) -> Note:
        """This note with everything that the reader added to an older form of it."""
        front = {
            key: old.front.get(key, lines) if key in _READERS_KEYS else lines
            for key, lines in self.front.items()
        }
        front |= {key: lines for key, lines in old.front.items() if key not in front}
        readers = self.readers if old.readers is None else old.readers
        return replace(self, front=front, readers=readers).sealed()

    def _value(self, key: str) -> str:
        return self.front.get(key, "").partition(":")[2].translate(_QUOTING)

    def _hash(self) -> str:
        front = [f"{key}:{self._value(key)}" for key in _GENERATED_KEYS]
        body = [line.rstrip() for line in f"{self.before}\n{self.after}".split("\n")]
        return hashlib.sha256("\n".join(front + body).encode()).hexdigest()[:16]


def identity_of(text: str) -> str:
    """The id of the briefing that the beginning of a note names; empty if it names none."""
    return Note(_split_front_matter(text)[0], "", None, "")._value(ID)


def _split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The lines of each key of the front matter, and the text after it."""
    end = text.find("\n---\n", 3)
    if not text.startswith("---\n") or end < 0:
        return {}, text
    front: dict[str, str] = {}
    key = ""
    for line in text[4 : end + 1].split("\n")[:-1]:
        if found := _KEY.match(line):
            key = found[1]
        front[key] = front.get(key, "") + f"{line}\n"
    return front, text[end + 5 :]
