"""Which briefings of the library a verb looks at together."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.cli.list import positive

if TYPE_CHECKING:
    from briefings.briefing import Briefing
    from briefings.document import Document

MOST = 200
"""So many briefings are taken if no ids are given."""


def configure_several(parser: argparse.ArgumentParser) -> None:
    """Declare the words that choose briefings."""
    parser.add_argument(
        "ids", nargs="*", metavar="ID", help="an id, or its first digits; none: the newest ones"
    )
    parser.add_argument("--tag", default="", metavar="TAG", help="those that have a tag")
    parser.add_argument(
        "--limit",
        type=positive,
        default=MOST,
        metavar="N",
        help=f"without ids, the newest N (default {MOST})",
    )


def several(options: argparse.Namespace) -> list[tuple[Document, Briefing]]:
    """The briefings that the words choose, each with its document.

    Raises:
        LibraryError: The library cannot be read, or has no briefing of an id or a tag.
    """
    from briefings.library import Listing, Sort
    from tui.cli.context import NotFoundError, library_path, library_to_read, stored_in
    from tui.settings import load_settings

    path = library_path(options, load_settings())
    with library_to_read(path) as library:
        if options.ids:
            found = [stored_in(library, path, one) for one in options.ids]
        elif library is not None:
            listing = Listing(sort=Sort.PUBLISHED, tag=options.tag)
            entries = library.entries(listing, limit=options.limit)
            found = [library.get(entry.id) for entry in entries]
            if options.tag and not found:
                raise NotFoundError(
                    f"no briefing of the library has the tag “{options.tag}”", "check its name"
                )
        else:
            found = []
    return [(one.document, one.briefing) for one in found]
