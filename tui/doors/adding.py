"""Adding articles: from the picker, from what was pasted, and how the screens hear of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefings.errors import BriefingError
from tui.adding import Adding, Progress
from tui.jobs import aside
from tui.messages import RetryAsked
from tui.panes.opened import Opened
from tui.pasting import LEAST_ARTICLE, is_article, looks_like_paths, paths_in
from tui.screens.adding.strip import AddingMoved, told

if TYPE_CHECKING:
    from tui.app import BriefingApp

GROUP = "adding"


def adding_of(app: BriefingApp) -> Adding:
    """What adds articles, for the whole time that the app runs."""
    session = app.session
    return Adding(session.library_path, session.analysis.model, partial(_tell, app))


def add(app: BriefingApp) -> None:
    """Ask which files and folders are to be added."""
    from tui.screens.adding.picker import AddScreen

    if is_writable(app):
        app.push_screen(AddScreen(Path.cwd()), partial(begin, app))


def pasted(app: BriefingApp, text: str) -> None:
    """Offer to add what was pasted: files and folders, or the text of an article."""
    from tui.screens.library.screen import LibraryScreen

    in_front = app.screen
    if in_front is app.briefing_screen or isinstance(in_front, LibraryScreen):
        app.run_worker(_offer(app, text), group=GROUP, exclusive=True, exit_on_error=False)


def begin(app: BriefingApp, paths: Sequence[Path] | None) -> None:
    """Add files and folders aside."""
    if paths and is_writable(app):
        app.adding.begin(paths)


def is_writable(app: BriefingApp) -> bool:
    """Whether anything can be added; if not, the reader is told why."""
    try:
        _ = app.session.journaling
    except BriefingError as error:
        app.tell(error)
        return False
    return True


def show_failures(app: BriefingApp) -> None:
    """List what could not be added."""
    from tui.screens.adding.failures import FailuresScreen

    app.push_screen(FailuresScreen(app.adding.progress.failures))


def stop(app: BriefingApp) -> None:
    """Add no more."""
    app.run_worker(app.adding.stop(), group=GROUP, exit_on_error=False)


async def _offer(app: BriefingApp, text: str) -> None:
    from tui.screens.adding.pasted import PastedScreen

    paths = await aside(paths_in, text) if looks_like_paths(text) else ()
    if paths:
        app.push_screen(
            PastedScreen.of_paths(paths), lambda is_wanted: begin(app, paths if is_wanted else ())
        )
    elif is_article(text):
        app.push_screen(PastedScreen.of_text(text), partial(_read, app, text))
    elif looks_like_paths(text):
        app.notify("There is no file or folder at what was pasted.", markup=False)
    elif text.strip():
        least = f"several lines and {LEAST_ARTICLE} characters or more"
        app.notify(f"Nothing was added: a pasted article has {least}.", markup=False)


def _read(app: BriefingApp, text: str, is_wanted: bool | None) -> None:
    if is_wanted:
        app.run_worker(_open_text(app, text), group=GROUP, exit_on_error=False)


async def _open_text(app: BriefingApp, text: str) -> None:
    """Show a pasted article, which is analysed and kept meanwhile."""
    from briefings.reading import read_bytes
    from tui.screens.library.screen import LibraryScreen

    try:
        data = text.encode("utf-8", "replace")
        document = await aside(partial(read_bytes, data, name="pasted text.txt"))
    except BriefingError as error:
        app.tell(error)
        return
    if isinstance(app.screen, LibraryScreen):
        app.screen.dismiss(None)
    app.show(Opened(document))
    app.post_message(RetryAsked(document))


def _tell(app: BriefingApp, progress: Progress) -> None:
    """Let every screen know how far it is; say how it ended where no screen shows it."""
    from tui.doors.opening import open_briefing
    from tui.screens.library.screen import LibraryScreen

    if not app.is_running or not app.screen_stack:
        return
    for screen in app.screen_stack:
        screen.post_message(AddingMoved(progress))
    app.briefing_screen.progress = told(progress) if progress.is_running else ""
    if progress.is_running or any(isinstance(one, LibraryScreen) for one in app.screen_stack):
        return
    if progress.total == 1 and progress.last and app.screen is app.briefing_screen:
        open_briefing(app, progress.last)
    failed = progress.failures
    if len(failed) == 1:
        app.tell(failed[0][1])
    elif failed:
        listed = "the library lists what failed"
        words = f"{told(progress).capitalize()}; {listed}."
        app.notify(words, severity="warning", timeout=12, markup=False)
    elif progress.total != 1:
        app.notify(f"{told(progress).capitalize()}.", markup=False)
