"""Documents that are the same story, and how they are recognised."""

from __future__ import annotations

STEP: tuple[str, ...] = ()
