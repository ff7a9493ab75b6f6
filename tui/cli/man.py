"""Print the manual page, made from the command line and the registry of keys.

It is a page for man: pipe it there, or put it into a folder that man looks into.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from tui.cli.exits import Exit
from tui.cli.output import write

EXAMPLES = """\
examples:
  briefing man | man -l -
  briefing man > ~/.local/share/man/man1/briefing.1
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """There are no words beside those of every verb."""


def run(_options: argparse.Namespace) -> Exit:
    """Print the page."""
    write("".join(f"{line}\n" for line in page()))
    return Exit.OK


def page() -> Iterator[str]:
    """The lines of the page in the language of man (roff)."""
    from tui.cli.words import about, examples, verbs, words_of

    yield '.TH BRIEFING 1 "" briefing "User Commands"'
    yield ".SH NAME"
    yield r"briefing \- who stands where, and what is still open, in news articles"
    yield ".SH SYNOPSIS"
    yield r"\fBbriefing\fR [\fIoption\fR ...] [\fIFILE\fR ...]"
    yield ".br"
    yield r"\fBbriefing\fR \fIVERB\fR [\fIoption\fR ...] ..."
    yield ".SH OPTIONS"
    for word in words_of(""):
        yield from _item(word.shown, word.help)
    yield ".SH VERBS"
    for verb, what in verbs():
        yield from _item(f"briefing {verb}", what)
    for verb, _ in verbs():
        yield f'.SS "briefing {verb}"'
        yield from _plain(about(verb))
        for word in words_of(verb):
            if not set(word.names) & {"-h", "--library", "--debug", "--version"}:
                yield from _item(word.shown, word.help)
        yield from _plain(examples(verb).partition("\n\n")[0])
    yield from _keys()


def _keys() -> Iterator[str]:
    from tui.actions import Place, of_place
    from tui.keymap import shown_key

    yield ".SH KEYS"
    for place in Place:
        yield f'.SS "{_safe(place.capitalize())}"'
        for action in of_place(place):
            keys = ", ".join(shown_key(key) for key in action.keys)
            yield from _item(keys, f"{action.help} ({action.id})")


def _item(term: str, words: str) -> Iterator[str]:
    yield ".TP"
    yield rf"\fB{_safe(term)}\fR"
    yield _safe(words) or r"\&"


def _plain(words: str) -> Iterator[str]:
    yield ".PP"
    yield ".nf"
    yield from (_safe(line) for line in words.splitlines())
    yield ".fi"


def _safe(words: str) -> str:
    """Words in which nothing is a command of roff."""
    escaped = words.replace("\\", r"\e").replace("-", r"\-")
    escaped = "".join(c if c.isascii() else rf"\[u{ord(c):04X}]" for c in escaped)
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped
