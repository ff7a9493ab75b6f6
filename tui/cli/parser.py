"""The words of the command line; only the parser of the verb that is used is built."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, TypeAlias

from tui.cli.exits import EXIT_HELP, Exit

if TYPE_CHECKING:
    from pathlib import Path

VERBS = {
    "add": "read articles, analyse them and keep their briefings",
    "list": "list the briefings in the library",
    "show": "print a briefing as plain text",
    "search": "search all briefings: actors, positions, questions, notes",
    "dossier": "print what all briefings say of one actor",
    "questions": "list the open questions of all briefings, and what became of them",
    "matrix": "print who stands where on which issue",
    "timeline": "print what happened, what is due and what may come",
    "export": "write briefings as Markdown notes, tables or data",
    "library": "check, copy or compact the library, or say where it is",
    "remove": "take briefings out of the library; nothing is deleted",
    "reanalyse": "analyse briefings of the library anew; what you did to them stays",
    "rules": "list, export, import or remove what holds for the whole library",
    "history": "list what you did to a briefing",
    "undo": "take back the last change of a briefing, or of the rules",
    "redo": "do again what was undone last",
    "themes": "list the colour themes",
    "config": "print the settings",
    "man": "print the manual page",
    "completions": "print what completes the command's words in a shell",
}
"""The verbs and what they do; `tui.cli.<verb>` has `configure(parser)` and `run(options)`."""

WITH_VALUE = frozenset({"--library"})
"""Global options that take a value of their own."""

Run: TypeAlias = Callable[[argparse.Namespace], Exit]

DESCRIPTION = """\
Who stands where, and what is still open: news articles as briefings, in your terminal.

  briefing                 open the app with the briefing that was open last
  briefing FILE...         read articles and open them; `-` is standard input
  briefing VERB ...        one of the verbs below; `briefing VERB --help` explains it
"""


def split_verb(words: Sequence[str]) -> tuple[str, list[str]]:
    """The verb among the words, or an empty text, and the words without it.

    The verb is the first word that is no option: `briefing ./list` and `briefing -- list` open
    a file called "list".
    """
    at = 0
    while at < len(words):
        word = words[at]
        if word in WITH_VALUE:
            at += 2
        elif word == "--" or not word.startswith("-") or word == "-":
            break
        else:
            at += 1
    if at < len(words) and words[at] in VERBS:
        return words[at], [*words[:at], *words[at + 1 :]]
    return "", list(words)


def parser_of(verb: str) -> tuple[argparse.ArgumentParser, Run]:
    """The parser of a verb, or of the command without one, and what runs it."""
    module = import_module(f"tui.cli.{verb or 'open'}")
    verbs = "".join(f"  {name:<11} {what}\n" for name, what in VERBS.items())
    parser = argparse.ArgumentParser(
        prog=f"briefing {verb}".strip(),
        description=module.__doc__ if verb else f"{DESCRIPTION}\nverbs:\n{verbs}",
        epilog=f"{module.EXAMPLES}\n{EXIT_HELP}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    module.configure(parser)
    common = parser.add_argument_group("for every verb")
    common.add_argument(
        "--library",
        type=_path,
        metavar="PATH",
        help="the library's file (otherwise BRIEFING_LIBRARY, else the setting `library`)",
    )
    common.add_argument("--debug", action="store_true", help="show a traceback if there is a bug")
    common.add_argument("--version", action=_Version, help="print the version and end")
    return parser, module.run


def _path(word: str) -> Path:
    from pathlib import Path  # a sixth of what `--help` takes

    if not word:
        raise argparse.ArgumentTypeError("the path is empty")
    return Path(word).expanduser()


class _Version(argparse.Action):
    """Prints the version; looking it up takes a moment, so only when it is asked for."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str | None = None) -> None:
        super().__init__(option_strings, dest, nargs=0, default=argparse.SUPPRESS, help=help)

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version("briefing-tui")
        except PackageNotFoundError:
            number = "(not installed)"
        parser.exit(message=f"briefing {number}\n")
