"""The app from its start to its end, as the command line calls it."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.app import BriefingApp
from tui.settings import Settings

if TYPE_CHECKING:
    from briefings.document import Document
    from briefings.errors import BriefingError

YOUNG, MIDDLE, OLD = 20_000, 20, 50
"""How many objects are made between two looks for what nobody needs any more, and how many looks
at the younger ones come before one at the older. With Python's own numbers (700, 10, 10) a long
article is looked through many times while it is opened, which takes a third of that time."""


def run_app(
    library_path: Path,
    settings: Settings,
    documents: Sequence[Document] = (),
    problems: Sequence[BriefingError] = (),
    *,
    paths: Sequence[Path] = (),
    debug: bool = False,
) -> tuple[int, list[tuple[str, BriefingError]]]:
    """Run the app until the reader leaves it.

    Args:
        library_path: The library's file; made if there is none.
        settings: The settings.
        documents: Documents to add; the first one is opened.
        problems: What went wrong before, to be told first.
        paths: Files to add after them; they are read while the app runs.
        debug: Whether an error of ours shows a traceback.

    Returns:
        The exit code of the command, and the files that could not be added, with the reasons.
    """
    for variable in ("COLUMNS", "LINES"):
        # They would be believed in place of the terminal, and are often those of another one:
        # any program that uses readline hands them on to those that it starts.
        os.environ.pop(variable, None)
    gc.freeze()  # what is loaded by now stays
    gc.set_threshold(YOUNG, MIDDLE, OLD)
    app = BriefingApp(library_path, settings, documents, problems, paths=paths, debug=debug)
    if documents or not library_path.exists():
        # The model takes a second to load; it does so while the screen is painted.
        app.session.analysis.start()
    app.run()
    return app.return_code or 0, app.unread
