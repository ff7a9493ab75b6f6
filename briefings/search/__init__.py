"""What people type, answered: actors by name, and everything that the library holds by its words.

ActorIndex(candidates).search("selensky")                   names alone
search_everything(library, index, "stance:refuses port")    everything
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from briefings.search.candidates import Candidate, Hit
from briefings.search.found import Correction, Found, Group, GroupKind, Lit, Results
from briefings.search.query import Query, QueryError, completions, parse

if TYPE_CHECKING:
    from briefings.search.everything import search_everything, values_in
    from briefings.search.index import ActorIndex
    from briefings.search.terms import Terms

__all__ = [
    "ActorIndex",
    "Candidate",
    "Correction",
    "Found",
    "Group",
    "GroupKind",
    "Hit",
    "Lit",
    "Query",
    "QueryError",
    "Results",
    "Terms",
    "completions",
    "parse",
    "search_everything",
    "values_in",
]

# These load rapidfuzz or the library; whoever only names a candidate need not wait for them.
_LATER = {
    "ActorIndex": "index",
    "Terms": "terms",
    "search_everything": "everything",
    "values_in": "everything",
}


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(f"briefings.search.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
