"""What you taught for the whole library: list, export, import or remove rules.

list      show each rule with its number, and in how many briefings it changes something
export    print the rules as TOML
import    teach the rules of such a FILE; - is standard input
remove    let the rules with these NUMBERs hold no longer; `briefing undo` brings the last one back
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from briefings.errors import BriefingError, LibraryError
from tui.cli.exits import Exit
from tui.cli.output import columns, complain_of_several, say, write, write_json

if TYPE_CHECKING:
    from briefings.library import HeldRule, Library

EXAMPLES = """\
examples:
  briefing rules list
  briefing rules export > rules.toml
  briefing rules import rules.toml
  briefing rules remove 17
"""

LARGEST_FILE = 10_000_000
"""Bytes of a file of rules; a larger one is none."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words of this verb."""
    choices = ("list", "export", "import", "remove")
    told = "list, export, import or remove"
    parser.add_argument("what", choices=choices, metavar="WHAT", help=told)
    # With a default of its own, argparse does not call it required when nothing at all is given.
    parser.add_argument(
        "which", nargs="*", default=[], metavar="FILE|NUMBER", help="to import, or to remove"
    )
    parser.add_argument("--json", action="store_true", help="list the rules as JSON")
    parser.set_defaults(refuse=parser.error)


def run(options: argparse.Namespace) -> Exit:
    """Do what was asked for."""
    from tui.cli.context import library_path, library_to_change, library_to_read
    from tui.settings import load_settings

    _check(options)
    path = library_path(options, load_settings())
    if options.what in ("list", "export"):
        with library_to_read(path) as library:
            if options.what == "list":
                return _list(library.journal.rules() if library else (), options.json)
            if library is not None:
                write(library.journal.export_rules())
        return Exit.OK
    if options.what == "import":
        text = _text_of(options.which[0])
        from briefings.library import Library

        with Library.open(path) as library:
            return _import(library, text, options.which[0])
    with library_to_change(path) as library:
        return _remove(library, [int(number) for number in options.which])


def _check(options: argparse.Namespace) -> None:
    """End with a usage error unless the words after the first fit it."""
    which = options.which
    if options.what in ("list", "export") and which:
        options.refuse(f"{options.what} takes nothing more")
    if options.what == "import" and len(which) != 1:
        options.refuse("import takes one FILE")
    is_number = [word.isdecimal() and len(word) < 19 for word in which]
    if options.what == "remove" and not (which and all(is_number)):
        options.refuse("remove takes the NUMBER of each rule, as `briefing rules list` shows it")


def _list(rules: tuple[HeldRule, ...], as_json: bool) -> Exit:
    if as_json:
        write_json(
            [
                {"number": r.number, "rule": r.text, "taught": r.moment, "briefings": r.briefings}
                for r in rules
            ]
        )
    elif rules:
        rows = [(f"{rule.number}", f"{rule.briefings:,}", rule.text) for rule in rules]
        write(columns([("number", "briefings", "rule"), *rows], right=frozenset({0, 1})))
    else:
        say("No rule holds yet; a correction can be made one in the app.")
    return Exit.OK


def _text_of(name: str) -> str:
    """The text of a file of rules; LibraryError if it cannot be read."""
    try:
        if name == "-":
            content = sys.stdin.buffer.read(LARGEST_FILE + 1)
        else:
            with Path(name).open("rb") as file:
                content = file.read(LARGEST_FILE + 1)
        if len(content) > LARGEST_FILE:
            raise LibraryError(
                f"{name} is larger than {LARGEST_FILE:,} bytes", "import it in parts"
            )
        return content.decode("utf-8-sig")
    except OSError as error:
        reason = error.strerror or str(error)
        raise LibraryError(f"{name} cannot be read ({reason})", "check its name") from error
    except UnicodeDecodeError as error:
        raise LibraryError(f"{name} is no text in UTF-8", "save it as UTF-8") from error


def _import(library: Library, text: str, name: str) -> Exit:
    try:
        taught, refused = library.journal.import_rules(text)
    except LibraryError as error:
        raise LibraryError(f"{name}: {error.what}", error.remedy) from error
    from briefings.corrections import describe_rule

    write("".join(f"taught  {describe_rule(rule)}\n" for rule in taught))
    if not taught and not refused:
        say("All rules of the file hold already.")
    if not refused:
        return Exit.OK
    failed = [(describe_rule(rule), error) for rule, error in refused]
    complain_of_several(failed, len(taught) + len(refused), "taught")
    return Exit.PARTLY if taught else Exit.FAILED


def _remove(library: Library, numbers: list[int]) -> Exit:
    failed: list[tuple[str, BriefingError]] = []
    for number in numbers:
        try:
            library.journal.remove_rule(number)
            write(f"removed  {number}\n")
        except BriefingError as error:
            failed.append((f"{number}", error))
    if not failed:
        return Exit.OK
    complain_of_several(failed, len(numbers), "removed")
    return Exit.PARTLY if len(failed) < len(numbers) else Exit.FAILED
