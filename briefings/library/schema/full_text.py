"""The words of everything, folded, for full-text search."""

from __future__ import annotations

STEP: tuple[str, ...] = ()
