"""What can be chosen in the export, as values; and what was chosen last, as it is remembered."""

from __future__ import annotations

import json
from dataclasses import dataclass

from briefings.export import Flavour, Form, What


@dataclass(frozen=True, slots=True)
class Variant:
    """A flavour as it is offered.

    Attributes:
        name: What it is called.
        help: What it is for, in a few words.
        form: What it is.
    """

    name: str
    help: str
    form: Form


VARIANTS = (
    Variant("portable", "a note that all programs read", Form()),
    Variant("obsidian", "links, block ids, inline fields", Form(Flavour.OBSIDIAN)),
    Variant(
        "obsidian, split",
        "actors and questions as notes, too",
        Form(Flavour.OBSIDIAN, is_split=True),
    ),
    Variant("github", "a note that mentions nobody", Form(Flavour.GITHUB)),
    Variant(
        "github, bare", "the same without properties", Form(Flavour.GITHUB, has_front_matter=False)
    ),
    Variant("csv", "tables for a spreadsheet", Form(Flavour.CSV)),
    Variant("json", "everything, with its place", Form(Flavour.JSON)),
    Variant("jsonl", "one finding a line", Form(Flavour.JSONL)),
    Variant("csl", "the article, for Zotero and pandoc", Form(Flavour.CSL)),
)

PARTS = tuple(What)

_MOST_KEPT = 10_000
"""Characters; more was not written by this program."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen.

    Attributes:
        variant: The flavour, as an index of `VARIANTS`.
        part: Which part of the briefing, as an index of `PARTS`.
        target: The folder or file, as it was typed; empty for that of the settings.
    """

    variant: int = 0
    part: int = 0
    target: str = ""

    @property
    def has_parts(self) -> bool:
        """Whether a part can be chosen: not where notes are split, nor of an article's citation."""
        form = VARIANTS[self.variant].form
        return not form.is_split and form.flavour is not Flavour.CSL

    @property
    def form(self) -> Form:
        """How the briefing is exported."""
        form = VARIANTS[self.variant].form
        what = PARTS[self.part] if self.has_parts else What.ALL
        return Form(form.flavour, what, form.has_front_matter, form.is_split)

    def to_json(self) -> str:
        """As one line, for the next time."""
        names = (VARIANTS[self.variant].name, PARTS[self.part].value, self.target)
        return json.dumps(names, ensure_ascii=False)

    @classmethod
    def from_json(cls, kept: str | None) -> Chosen:
        """What was chosen last; what of it makes no sense any more is left out."""
        try:
            found = json.loads(kept or "[]") if len(kept or "") <= _MOST_KEPT else []
        except (ValueError, RecursionError):
            found = []
        if not (isinstance(found, list) and len(found) == 3):
            return cls()
        variants = [variant.name for variant in VARIANTS]
        parts = [part.value for part in PARTS]
        name, part, target = found
        return cls(
            variants.index(name) if name in variants else 0,
            parts.index(part) if part in parts else 0,
            target if isinstance(target, str) else "",
        )


NOTHING_CHOSEN = Chosen()
"""What is offered first to somebody who has not exported anything yet."""
