"""List the open questions of all briefings, one a matter, with what has become of each.

Set the status of a question in the app, in the list that `a` opens.
"""

from __future__ import annotations

import argparse

from briefings.briefing import QuestionKind
from briefings.corrections import QuestionStatus
from tui.cli.exits import Exit
from tui.cli.list import positive
from tui.cli.output import say, write, write_json

EXAMPLES = """\
examples:
  briefing questions
  briefing questions --status open --status narrowed --sort resolver
  briefing questions --json --kind disputed | jq -r '.questions[].text'
"""

_SORTS = ("newest", "topic", "resolver", "status")
_MOST = 50


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words of this verb."""
    parser.add_argument("words", nargs="*", metavar="WORD", help="what each of them must hold")
    parser.add_argument(
        "--status",
        action="append",
        choices=[status.value for status in QuestionStatus],
        metavar="STATUS",
        help=f"one of {', '.join(QuestionStatus)}; may be given several times",
    )
    parser.add_argument(
        "--kind",
        action="append",
        choices=[kind.value for kind in QuestionKind],
        metavar="KIND",
        help=f"one of {', '.join(QuestionKind)}; may be given several times",
    )
    parser.add_argument("--sort", choices=_SORTS, default=_SORTS[0], help="what comes first")
    parser.add_argument(
        "--limit", type=positive, default=_MOST, metavar="N", help=f"so many (default {_MOST})"
    )
    parser.add_argument("--json", action="store_true", help="print the list as JSON")


def run(options: argparse.Namespace) -> Exit:
    """Print the list."""
    from briefings.library.ledger import Asked, LedgerSort
    from briefings.stories import ledger
    from tui.cli.context import library_path, library_to_read
    from tui.cli.dossier import question_as_json, question_lines
    from tui.settings import load_settings

    asked = Asked(
        sort=LedgerSort(options.sort),
        statuses=frozenset(map(QuestionStatus, options.status or ())),
        kinds=frozenset(map(QuestionKind, options.kind or ())),
        text=" ".join(options.words),
    )
    with library_to_read(library_path(options, load_settings())) as library:
        page = ledger(library, asked, limit=options.limit) if library is not None else None
    rows = page.rows if page is not None else ()
    total = page.total if page is not None else 0
    if options.json:
        counts = {str(status): count for status, count in page.counts.items()} if page else {}
        found = [question_as_json(row) for row in rows]
        write_json({"questions": found, "total": total, "statuses": counts})
        return Exit.OK
    write("".join(f"{text}\n" for row in rows for text in question_lines(row)))
    if len(rows) < total:
        say(f"briefing: the first {len(rows):,} of {total:,}; --limit shows more")
    if not rows:
        say("briefing: no question of the library is like that")
        return Exit.NOT_FOUND
    return Exit.OK
