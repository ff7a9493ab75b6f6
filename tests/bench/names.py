"""The door for the benchmark of the actor search: candidates as dicts in, hits as dicts out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from briefings.search import ActorIndex, Candidate


def searcher(candidates: Iterable[dict[str, Any]]) -> Callable[..., list[dict[str, Any]]]:
    """An index of the candidates, as a function of a query and a limit."""
    index = ActorIndex(
        Candidate(
            id=row["id"],
            name=row["name"],
            kind=row["kind"],
            weight=row["weight"],
            aliases=tuple(row.get("aliases", ())),
            role=row.get("role", ""),
        )
        for row in candidates
    )

    def search(query: str, limit: int = 10) -> list[dict[str, Any]]:
        return [
            {"id": hit.id, "text": hit.text, "positions": list(hit.positions)}
            for hit in index.search(query, limit)
        ]

    return search
