"""The words of the command line as values, read off the parsers: for the manual and the shells."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

from tui.cli.parser import VERBS, parser_of

HELP = ("-h", "--help")


@dataclass(frozen=True, slots=True)
class Word:
    """An option, or what stands without one.

    Attributes:
        names: `--library` and the like; empty for what stands without an option.
        value: What follows it, such as `PATH`; empty if nothing does.
        choices: The values it may have, if they are few.
        help: What it does.
    """

    names: tuple[str, ...]
    value: str
    choices: tuple[str, ...]
    help: str

    @property
    def shown(self) -> str:
        """As it is written on the command line."""
        return f"{', '.join(self.names)} {self.value}".strip()


def words_of(verb: str) -> Iterator[Word]:
    """The words of a verb, or of the command without one."""
    parser, _ = parser_of(verb)
    for action in parser._actions:
        if action.help == argparse.SUPPRESS:
            continue
        choices = tuple(str(choice) for choice in action.choices or ())
        name = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
        value = "" if action.nargs == 0 else "|".join(choices) or name
        help_text = (action.help or "").replace("%%", "%").replace("%(default)s", "")
        yield Word(tuple(action.option_strings), value, choices, help_text)


def about(verb: str) -> str:
    """What the help of a verb says at its top."""
    return (parser_of(verb)[0].description or "").strip()


def examples(verb: str) -> str:
    """The examples and exit codes that the help of a verb ends with."""
    return (parser_of(verb)[0].epilog or "").strip()


def verbs() -> Iterator[tuple[str, str]]:
    """The verbs with what they do."""
    yield from VERBS.items()
