"""Markdown as GitHub takes it, also in an issue or a comment.

There a name after an at sign tells its bearer, and a number after a hash links to what has it,
escaped or not: GitHub looks for both in what was made of the Markdown. A space without width keeps
them apart, as Renovate does it in what it quotes.
"""

from __future__ import annotations

import re

from briefings.export.draft import Style

_APART = "&#8203;"

# An escape is taken as a whole, so that the second of two backslashes escapes nothing.
_ESCAPE = re.compile(r"\\(.)")
_NUMBERED = re.compile(r"\b(GH)-(?=[0-9])", re.IGNORECASE)


class GithubStyle(Style):
    """What GitHub reads otherwise than others."""

    def finished(self, body: str) -> str:
        """The text in which nobody is mentioned and nothing linked to."""
        return _NUMBERED.sub(rf"\1{_APART}-", _ESCAPE.sub(_kept_apart, body))


GITHUB = GithubStyle()


def _kept_apart(found: re.Match[str]) -> str:
    return f"{found[0]}{_APART}" if found[1] in "@#" else found[0]
