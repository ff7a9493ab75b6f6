"""A source -> `Document`: one module a format."""

from __future__ import annotations

from briefings.reading.plain import document_from_text

__all__ = ["document_from_text"]
