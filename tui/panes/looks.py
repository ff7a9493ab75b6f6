"""The looks that widgets share: families, evidence, lists of findings and their notes."""

from __future__ import annotations

from typing import ClassVar

from briefings.briefing import Family
from tui.panes.opened import Opened
from tui.widgets.row_list import RowList
from tui.widgets.rows import Line, Piece

FAMILY_LOOKS = {f"lines--{family.value}" for family in Family}
"""The component classes of the colours of the four families; each has its sign as well."""

FAMILIES_CSS = """
        & > .lines--for { color: $family-for; }
        & > .lines--against { color: $family-against; }
        & > .lines--asks { color: $family-asks; }
        & > .lines--says { color: $family-says; }
"""
"""Their styles, for the `DEFAULT_CSS` of a widget."""

EVIDENCE_LOOKS = {
    "lines--title",
    "lines--sentence",
    "lines--source",
    "lines--cue",
    "lines--content",
    "lines--condition",
    "lines--mention",
}
"""The component classes of a text of which the parts are lit that a finding rests on."""

EVIDENCE_CSS = """
        & > .lines--title { text-style: bold; }
        & > .lines--sentence { background: $evidence-sentence; color: $foreground; }
        & > .lines--source { color: $evidence-source; text-style: bold; }
        & > .lines--cue { color: $evidence-cue; text-style: bold underline; }
        & > .lines--content { color: $evidence-content; }
        & > .lines--condition { color: $evidence-condition; text-style: italic; }
        & > .lines--mention { color: $evidence-source; text-style: underline; }
"""
"""Their styles, for the `DEFAULT_CSS` of a widget."""


class FindingList(RowList):
    """A list of findings in the colours of the four families; each has its sign as well."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *FAMILY_LOOKS,
        "lines--content",
        "lines--condition",
        "lines--open",
        "lines--salience",
        "lines--note",
        "lines--match",
    }
    DEFAULT_CSS = (
        """
    FindingList {
"""
        + FAMILIES_CSS
        + """
        & > .lines--content { color: $foreground 85%; }
        & > .lines--condition { color: $evidence-condition; text-style: italic; }
        & > .lines--open { color: $family-asks; }
        & > .lines--salience { color: $primary; }
        & > .lines--note { color: $foreground; text-style: italic; }
        & > .lines--match { color: $match; text-style: bold underline; }
    }
    """
    )


def note(title: str, *sentences: str, look: str = "strong") -> tuple[Line, ...]:
    """A note in place of a list: a title, and what the reader can do."""
    lines = [_blank(), Line((Piece(title, look),), indent=2, most=4), _blank()]
    lines += [Line((Piece(text, "muted"),), indent=2, most=12) for text in sentences]
    return tuple(lines)


def waiting(opened: Opened | None, nothing: tuple[Line, ...]) -> tuple[Line, ...]:
    """The note of an empty pane: nothing yet, a failure, or that there is nothing to find."""
    if opened is None:
        return ()
    if opened.failure:
        return note("No briefing", "The second pane says why.")
    if opened.is_being_read:
        return note("Reading …", look="muted")
    return nothing


def _blank() -> Line:
    return Line((Piece(" "),))
