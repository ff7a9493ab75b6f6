"""What the reader did: the journal, and what it has said."""

from __future__ import annotations

STEP: tuple[str, ...] = ()
