"""Write briefings of the library as notes, tables or data, and print where they are.

A note that is there already is renewed, and what you wrote into it is kept. Any other file that is
there and says something else is copied to a numbered `.bak` beside it first.

flavours:
  portable   a Markdown note that GitHub, Obsidian and pandoc take alike
  obsidian   with links between notes, block ids and inline fields; --split: a note an actor and
             an open question, too
  github     a note that mentions nobody in an issue either; --no-front-matter: without properties
  csv        tables of actors, positions, questions and commitments
  json       everything that was found, with its place in the text
  jsonl      the same, one finding a line
  csl        the articles as CSL-JSON, for Zotero and pandoc

A template is a text with fields: $front_matter at its beginning, $my_part where your own words
shall stand, and $title, $author, $publisher, $published, $actors, $positions, $questions,
$commitments, $timeline, $numbers, $places, $gaps, $sources, $notes and $footnotes anywhere.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from briefings.errors import BriefingError, ExportError
from tui.cli.exits import Exit
from tui.cli.output import complain, complain_of_several, line, say, write

if TYPE_CHECKING:
    from briefings.export import Form, Taken, Written

EXAMPLES = """\
examples:
  briefing export 3f2a9c1d
  briefing export 3f2a9c1d -o ~/vault/briefings --flavour obsidian --split
  briefing export 3f2a9c1d -o - | pandoc -o talks.docx
  briefing export 3f2a9c1d --template ~/vault/templates/briefing.md
  briefing export 3f2a9c1d 77b0e412 --flavour csv --what positions -o positions.csv
  briefing export --json 3f2a9c1d > talks.json
"""

FLAVOURS = ("portable", "obsidian", "github", "csv", "json", "jsonl", "csl")
PARTS = ("all", "actors", "positions", "questions", "commitments")


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words of this verb."""
    parser.add_argument("ids", nargs="+", metavar="ID", help="an id, or its first digits")
    parser.add_argument(
        "--flavour", choices=FLAVOURS, default="portable", metavar="NAME", help="see above"
    )
    parser.add_argument(
        "--what", choices=PARTS, default="all", metavar="PART", help=f"one of {', '.join(PARTS)}"
    )
    parser.add_argument(
        "--split", action="store_true", help="obsidian: actors and questions as notes of their own"
    )
    parser.add_argument(
        "--no-front-matter", action="store_true", help="github: a note without its properties"
    )
    parser.add_argument(
        "--template", type=Path, metavar="FILE", help="what a note is made after, see below"
    )
    target = parser.add_mutually_exclusive_group()
    target.add_argument(
        "-o",
        "--output",
        metavar="PATH",
        help="the folder to write to (otherwise the setting `export.folder`), or one file, with"
        " the ending of the flavour; - prints it",
    )
    target.add_argument("--json", action="store_true", help="print the briefing as JSON instead")


def run(options: argparse.Namespace) -> Exit:
    """Export each briefing; what fails on one does not stop the others."""
    from briefings.export import Taken, is_file
    from tui.cli.context import library_path, library_to_read, stored_in
    from tui.settings import load_settings

    settings = load_settings()
    try:
        form = _form(options)
    except ExportError as error:
        complain(error)
        return Exit.USAGE
    path = library_path(options, settings)
    folder = Path(options.output).expanduser() if options.output else settings.export.folder
    is_one_file = bool(options.output) and is_file(folder, form)
    failed: list[tuple[str, BriefingError]] = []
    taken: list[tuple[str, Taken]] = []
    with library_to_read(path) as library:
        for identity in options.ids:
            try:
                stored = stored_in(library, path, identity)
                assert library is not None  # or there would be no such briefing
                taken.append((identity, Taken(stored, library.journal.marks(stored))))
            except BriefingError as error:
                failed.append((identity, error))
    together = [taken] if form.flavour.is_joint or is_one_file else [[one] for one in taken]
    for some in together if taken else ():
        try:
            _export([one for _, one in some], form, options, folder, is_one_file)
        except BriefingError as error:
            failed += [(identity, error) for identity, _ in some]
    return _ended(failed, len(options.ids))


def _form(options: argparse.Namespace) -> Form:
    """How to export, as the words say; ExportError if they contradict each other."""
    from briefings.export import Flavour, Form, What, read_template

    if options.json:
        return Form(Flavour.JSON, What(options.what))
    has_front_matter = not options.no_front_matter
    flavour, what = Flavour(options.flavour), What(options.what)
    template = read_template(options.template.expanduser()) if options.template else ""
    return Form(flavour, what, has_front_matter, options.split, template)


def _export(
    taken: list[Taken], form: Form, options: argparse.Namespace, folder: Path, is_file: bool
) -> None:
    """Export some briefings together and tell where they are; `folder` may be a file."""
    from briefings.export import export, export_to, printed

    if options.json or options.output == "-":
        write(printed(taken, form).replace("\r\n", "\n"))
        return
    if is_file and len(taken) > 1 and not form.flavour.is_joint:
        raise ExportError(f"{folder} is one file for several notes", "name a folder")
    written = [export_to(taken, form, folder)] if is_file else export(taken, form, folder)
    for one in written:
        write(f"{line(str(one.path))}\n")
        _tell_of(one)


def _tell_of(written: Written) -> None:
    if written.backup is not None:
        say(f"briefing: what was there before is in {line(str(written.backup))}")


def _ended(failed: list[tuple[str, BriefingError]], total: int) -> Exit:
    """Say what failed; how the command ends."""
    from tui.cli.context import NotFoundError

    if not failed:
        return Exit.OK
    complain_of_several(failed, total, "exported")
    if len(failed) < total:
        return Exit.PARTLY
    is_missing = all(isinstance(error, NotFoundError) for _, error in failed)
    return Exit.NOT_FOUND if is_missing else Exit.FAILED
