"""Search everything in the library: actors, positions, questions, briefings and notes.

Names may be typed in part, misspelt, in another spelling or script, by role or by initials. All
other words are looked up as they stand. Filters narrow the search, and `-` leaves something out:

  actor:NAME  stance:opposes  topic:WORDS  kind:disputed  strength:firm  source:PUBLISHER  tag:TAG
  since:2031-03  before:2031-03-09  "words in a row"  -word  -stance:states

A query with `-` or quotation marks goes into the quotation marks of the shell.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, Any

from briefings.search.found import GroupKind
from briefings.search.query.fields import Field
from tui.cli import search_kept
from tui.cli.exits import Exit
from tui.cli.list import positive
from tui.cli.output import columns, line, say, write_json

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from briefings.document import Span
    from briefings.library import Library
    from briefings.search import Found, Group, Lit, QueryError, Results
    from tui.catalogue import Catalogue

EXAMPLES = """\
examples:
  briefing search lindqvist
  briefing search 'actor:okafor stance:refuses since:2031-03'
  briefing search --only briefings '"exclusion zone" -fishing'
  briefing search --json --only actors okafor | jq -r '.actors[].key'
  briefing search --save refusals 'stance:refuses since:2031-03'
  briefing search --saved
"""

MOST = 10

_INDENT = "  "
_BOLD, _PLAIN = "\x1b[1m", "\x1b[22m"


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words of this verb."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="words, names and filters")
    parser.add_argument(
        "--only",
        action="append",
        choices=[kind.value for kind in GroupKind],
        metavar="GROUP",
        help=f"one of {', '.join(GroupKind)}; may be given several times",
    )
    parser.add_argument(
        "--limit",
        type=positive,
        default=MOST,
        metavar="N",
        help=f"the best N of each group (default {MOST})",
    )
    parser.add_argument("--json", action="store_true", help="print what was found as JSON")
    search_kept.configure(parser)


def run(options: argparse.Namespace) -> Exit:
    """Search and print."""
    from briefings.search.query import QueryError
    from tui.catalogue import Catalogue
    from tui.cli.context import library_path, library_to_read
    from tui.settings import load_settings

    is_about_kept = search_kept.is_asked(options)
    query = " ".join(map(_as_typed, options.query))
    path = library_path(options, load_settings())
    if is_about_kept:
        return _keep(options, path, query)
    only = frozenset(map(GroupKind, options.only or ()))
    with library_to_read(path) as library:
        catalogue = Catalogue.of(None, library.actors() if library is not None else ())
        try:
            results = _found(library, catalogue, query, only, options.limit)
        except QueryError as error:
            _point_at(error, query)
            return Exit.USAGE
    if options.json:
        write_json(_as_json(results, only))
    else:
        # Every piece of it has been made harmless.
        sys.stdout.write("\n".join(_text(group, catalogue) for group in results.groups))
    for one in results.corrections:
        say(f"briefing: “{line(one.typed)}” was taken for “{one.meant}”")
    if results.groups:
        return Exit.OK
    say(f"briefing: nothing in the library fits “{line(query)}”")
    return Exit.NOT_FOUND


def _keep(options: argparse.Namespace, path: Path, query: str) -> Exit:
    """List, name or forget searches; only a query that can be read gets a name."""
    from briefings.search.query import QueryError, parse

    try:
        parse(query)
    except QueryError as error:
        _point_at(error, query)
        return Exit.USAGE
    return search_kept.run(options, path, query)


def _found(
    library: Library | None,
    catalogue: Catalogue,
    query: str,
    only: Collection[GroupKind],
    limit: int,
) -> Results:
    """What fits; only where no text does is the time taken to look for slips."""
    from briefings.search import Results, Terms, parse, search_everything

    asked = parse(query)
    if library is None:
        return Results(asked, ())
    index = catalogue.index
    results = search_everything(library, index, asked, limit=limit, only=only)
    if any(group.kind is not GroupKind.ACTORS for group in results.groups) or not asked.words:
        return results
    if results.groups and not results.groups[0].rows[0].is_approximate:
        return results
    terms = Terms.of(library)
    return search_everything(library, index, asked, terms=terms, limit=limit, only=only)


_NAMED = frozenset({Field.ACTOR, Field.TOPIC, Field.SOURCE, Field.TAG})
"""The filters whose values may be of several words."""


def _as_typed(word: str) -> str:
    """A word of the command line as it stands in a query: the shell has taken its marks away.

    A whole query in the marks of the shell (`'stance:opposes harbour'`) stays as it is.
    """
    name, colon, value = word.partition(":")
    is_one_value = name.lstrip("-") in _NAMED and not set(':"') & set(value)
    if colon and is_one_value and any(map(str.isspace, value)):
        return f'{name}:"{value}"' if not value[:1].isspace() else word
    return word


def _point_at(error: QueryError, query: str) -> None:
    say(f"briefing: {line(str(error))}")
    before = line(query[: error.offset])
    gap = " " if query[: error.offset][-1:].isspace() else ""
    say(f"{_INDENT}{line(query)}\n{_INDENT}{' ' * len(before + gap)}^")


def _text(group: Group, catalogue: Catalogue) -> str:
    """A group as lines."""
    more = f" (the first {len(group.rows)})" if group.has_more else ""
    if group.kind is GroupKind.ACTORS:
        body = _actors(group.rows, catalogue)
    else:
        body = "".join(f"{_INDENT}{text}\n" for row in group.rows for text in _lines(row))
    return f"{group.kind.value.capitalize()}{more}\n{body}"


def _actors(rows: Sequence[Found], catalogue: Catalogue) -> str:
    from tui.panes.facts import counted

    cells = (
        (
            _INDENT + catalogue.by_key[row.key].name,
            catalogue.by_key[row.key].what,
            f"{counted(row.mentions, 'mention')} in {counted(row.briefings, 'briefing')}",
            "≈" if row.is_approximate else "",
        )
        for row in rows
    )
    return "".join(f"{_INDENT}{text}\n" for text in columns(cells).splitlines())


def _lines(row: Found) -> Iterable[str]:
    """A row: its words, the sentence they stand in, and the briefing."""
    from tui.cli.context import SHOWN_DIGITS

    date = row.published.date if row.published else "undated"
    where = line(" · ".join((row.briefing[:SHOWN_DIGITS], date, row.title)))
    if row.group is GroupKind.BRIEFINGS:
        yield f"{row.briefing[:SHOWN_DIGITS]} · {date} · {_lit(row.text)}"
        if row.passage.text:
            yield f"{_INDENT}{_lit(row.passage)}"
        return
    who = line(", ".join(row.actors))
    if row.group is GroupKind.POSITIONS:
        yield f"{row.label} · {who}: {_lit(row.text)}"
    elif row.group is GroupKind.QUESTIONS:
        yield f"{row.label} · {_lit(row.text)}" + (f" ({who})" if who else "")
    else:
        yield _lit(row.text)
    if row.passage.text:
        yield f"{_INDENT}{_lit(row.passage)}"
    yield f"{_INDENT}{where}"


def _lit(shown: Lit) -> str:
    """A text with what was looked for in bold, where somebody sees it."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return line(shown.text)
    parts: list[str] = []
    done = 0
    for span in shown.lit:
        parts += (_plain(shown.text, done, span.start), _BOLD, _of(shown.text, span), _PLAIN)
        done = span.end
    return "".join((*parts, _plain(shown.text, done, len(shown.text))))


def _of(text: str, span: Span) -> str:
    return _plain(text, span.start, span.end)


def _plain(text: str, start: int, end: int) -> str:
    from tui.cli.output import neutral

    return neutral(text[start:end].replace("\n", " ").replace("\t", " "))


def _as_json(results: Results, only: Collection[GroupKind]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "query": results.query.text,
        "corrections": [{"typed": one.typed, "meant": one.meant} for one in results.corrections],
    }
    for kind in GroupKind:
        if not only or kind in only:
            group = results.group(kind)
            found[kind.value] = [
                _actor_as_json(row) if kind is GroupKind.ACTORS else _row_as_json(row)
                for row in group.rows
            ]
    return found


def _actor_as_json(row: Found) -> dict[str, Any]:
    return {
        "key": row.key,
        "name": row.actors[0] if row.actors else row.text.text,
        "type": row.label,
        "role": row.about,
        "mentions": row.mentions,
        "briefings": row.briefings,
        "briefing": row.briefing,
        "matched": row.text.text,
        "lit": _spans(row.text.lit),
        "is_approximate": row.is_approximate,
    }


def _row_as_json(row: Found) -> dict[str, Any]:
    return {
        "briefing": row.briefing,
        "id": row.item,
        "title": row.title,
        "published": row.published.date if row.published else None,
        "publisher": row.publisher,
        "label": row.label,
        "actors": list(row.actors),
        "topic": row.about,
        "text": row.text.text,
        "lit": _spans(row.text.lit),
        "span": _spans([row.span])[0] if row.span else None,
        "sentence": _spans([row.sentence])[0] if row.sentence else None,
        "passage": row.passage.text,
        "passage_lit": _spans(row.passage.lit),
    }


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
