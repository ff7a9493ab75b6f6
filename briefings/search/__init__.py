"""Names as people type them, ranked: prefixes, slips, other spellings, scripts, orders, roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefings.search.candidates import Candidate, Hit

if TYPE_CHECKING:
    from briefings.search.index import ActorIndex

__all__ = ["ActorIndex", "Candidate", "Hit"]


def __getattr__(name: str) -> Any:
    # The index loads rapidfuzz; whoever only names a candidate need not wait for it.
    if name == "ActorIndex":
        from briefings.search.index import ActorIndex

        return ActorIndex
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
