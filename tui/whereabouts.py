"""Where the reader is, as a value that can be kept for the next time.

What was kept may be of an older or newer version, or for a text whose findings have changed since:
whatever of it makes no sense any more is left out, and never an error.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

MOST_CHARACTERS = 20_000
"""More than this was not written by this program."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the reader is on the briefing screen.

    Attributes:
        document: The id of the document that is open.
        pane: The id of the pane in front.
        rows: The row under the cursor of each list, by the id of the pane.
        offset: Where the sentence under the cursor begins in the text; -1 for none.
        narrowed: The id of the actor that all is narrowed to.
        only: What else all is narrowed to, by what it is.
        order: The order of the positions.
        view: What pane 3 shows.
        sizes: The sizes of the panes that were changed, in percent.
        zoomed: Whether the pane in front has the whole screen.
    """

    document: str = ""
    pane: str = ""
    rows: Mapping[str, str] = field(default_factory=dict)
    offset: int = -1
    narrowed: str = ""
    order: str = ""
    view: str = ""
    sizes: Mapping[str, float] = field(default_factory=dict)
    zoomed: bool = False
    only: Mapping[str, str] = field(default_factory=dict)

    def to_json(self) -> str:
        """As one line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, kept: str | None) -> Whereabouts:
        """What was kept, without the parts that are not as they should be."""
        try:
            found = json.loads(kept or "{}") if len(kept or "") <= MOST_CHARACTERS else {}
        except (ValueError, RecursionError):
            found = {}
        usual = cls()
        fitting: dict[str, Any] = {}
        for each in fields(cls):
            value = found.get(each.name) if isinstance(found, dict) else None
            if type(value) is type(getattr(usual, each.name)):
                fitting[each.name] = value
        return cls(**fitting)
