"""The app: what is put together from the other parts, and what they ask of each other."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.events import Event, Key, Paste
from textual.worker import Worker, WorkerState

from briefings.document import Document
from briefings.errors import BriefingError
from tui.actions import Place, bindings
from tui.ending import EndingApp
from tui.keymap import shown_key
from tui.messages import CopyAsked, ExportAsked, HitAsked, RetryAsked
from tui.palette import ActionProvider
from tui.panes.facts import told
from tui.panes.opened import Opened
from tui.reloading import SECONDS, Followed, has_colors
from tui.screens.briefing import BriefingScreen
from tui.session import PLACE, Session
from tui.settings import Settings
from tui.settling import settle
from tui.theming import variable_defaults
from tui.toasts import ToastingApp
from tui.typing_ahead import KeyFollowed, TypedAhead
from tui.watching import LibraryChanged, watch
from tui.widgets.printable import printable

if TYPE_CHECKING:
    from briefings.library import Stored
    from tui.adding import Adding
    from tui.catalogue import Catalogue

KEEPING_SECONDS = 2.0
"""How often it is kept where the reader is, if that changed."""


class BriefingApp(EndingApp, ToastingApp):
    """Briefings in the terminal.

    Args:
        library_path: The library's file; made if there is none.
        settings: The settings.
        documents: Documents to add; the first one is opened.
        problems: What went wrong before, to be told first.
        paths: Files to add after them, which are read aside.
        debug: Whether an error of ours shows a traceback.

    Attributes:
        unread: The files that could not be added, with the reasons.
    """

    TITLE = "briefing"
    CSS_PATH: ClassVar = ["styles/app.tcss", "styles/briefing.tcss"]
    COMMANDS: ClassVar = {ActionProvider}
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.APP)]

    def __init__(
        self,
        library_path: Path,
        settings: Settings,
        documents: Sequence[Document] = (),
        problems: Sequence[BriefingError] = (),
        *,
        paths: Sequence[Path] = (),
        debug: bool = False,
    ) -> None:
        super().__init__(ansi_color=None if has_colors() else True)
        self._shows_tracebacks = debug
        self.session = Session(library_path, settings.analysis.model)
        self._documents = tuple(documents)
        self._paths = tuple(paths)
        self.unread: list[tuple[str, BriefingError]] = []
        self._people: Worker[Catalogue] | None = None
        self._kept_place = ""
        self._typed_ahead = TypedAhead(self)
        self.followed = Followed(self, settings)
        self._problems = [*problems, *self.followed.begin()]

    @property
    def settings(self) -> Settings:
        """The settings that hold now."""
        return self.followed.settings

    @cached_property
    def briefing_screen(self) -> BriefingScreen:
        """The screen below all others."""
        return BriefingScreen()

    @cached_property
    def adding(self) -> Adding:
        """What adds many articles."""
        from tui.doors.adding import adding_of

        return adding_of(self)

    def get_default_screen(self) -> BriefingScreen:
        """The briefing is what there is to see, from the first paint on."""
        return self.briefing_screen

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours that have a meaning here, for themes that do not name them."""
        return variable_defaults(self.current_theme)

    def get_key_display(self, binding: Binding) -> str:
        """A key, written the same everywhere: footer, palette, dialogs and help."""
        return shown_key(binding.key)

    async def on_event(self, event: Event) -> None:
        """Answer keys one after the other, each where the one before it led."""
        if not isinstance(event, Key) or event.is_forwarded:
            await super().on_event(event)
        elif self.screen_stack and not self._typed_ahead.keeps(event):
            target = self.focused or self.screen
            await super().on_event(event)
            self._typed_ahead.follow(target)

    @on(KeyFollowed)
    async def _answer_next_key(self, event: KeyFollowed) -> None:
        await self._typed_ahead.followed(event)

    def on_mount(self) -> None:
        """Paint first; whatever takes time comes after that."""
        self.set_keymap(self.settings.keys)
        self.call_later(self._paint_and_begin)

    def _paint_and_begin(self) -> None:
        """Paint everything once more, then begin.

        Textual starts within a batch, in which it takes what is to be painted off its list without
        painting it. On a busy machine that may be the whole screen. This is called from the
        app's own queue, which is first read after the batch.
        """
        self.screen.refresh()
        self.call_after_refresh(self._begin)
        settle(self)
        self.set_interval(KEEPING_SECONDS, self._keep_place)
        self.set_interval(SECONDS, self._follow_settings)
        watch(self, self.session)

    async def on_unmount(self) -> None:
        """Leave nothing running, and no change of the library undone."""
        await self.adding.stop()
        await self.session.close()

    def _begin(self) -> None:
        """Open the library, show something to read, and analyse what is new."""
        from tui.screens.coming_back import come_back
        from tui.whereabouts import Whereabouts

        try:
            self.session.open()
        except BriefingError as error:
            self._problems.append(error)
        for problem in self._problems:
            self.tell(problem)
        self.call_after_refresh(self._read_themes)
        documents = self._documents
        try:
            stored = None if documents else self.session.first()
        except BriefingError as error:
            self.tell(error)
            stored = None
        kept = Whereabouts.from_json(self.session.recall(PLACE))
        if stored is not None:
            self.show_stored(stored)
            come_back(self.briefing_screen, kept)
            return
        come_back(self.briefing_screen, kept)
        try:
            documents = documents or (self.session.sample(),)
        except BriefingError as error:
            self.tell(error)
            return
        self.show(Opened(documents[0]))
        self._take_in([*documents, *self._paths])

    def _read_themes(self) -> None:
        """Read the themes that are not in use; this can wait for what there is to read."""
        for problem in self.followed.complete():
            self.tell(problem)

    # Where the reader was, and the settings.

    def _keep_place(self) -> None:
        """Keep where the reader is, so that even after a crash they come back to it."""
        from tui.screens.coming_back import whereabouts

        if self.briefing_screen.opened is None:
            return
        try:
            place = whereabouts(self.briefing_screen).to_json()
        except NoMatches:
            return  # the panes are not there yet, or no longer
        if place != self._kept_place:
            self._kept_place = place
            self.session.remember(place, PLACE)

    async def action_quit(self) -> None:
        """Leave; the next start begins here."""
        self._keep_place()
        self.exit()

    @work(group="settings", exclusive=True, exit_on_error=False)
    async def _follow_settings(self) -> None:
        """Let changed settings, keys and themes hold at once, and tell what is wrong with them."""
        before = self.settings
        problems = await self.followed.look()
        if problems is not None:
            self.clear_notifications()  # what was wrong before may have been put right
        for problem in problems or ():
            self.tell(problem)
        if problems == [] and self.settings != before:
            self.notify("The settings were read again.", markup=False)
        if problems is not None:
            self.refresh_bindings()

    def _fatal_error(self) -> None:
        """End on an error of ours: keep where the reader is, and say what to do.

        Textual would print the values of variables, which hold the words of articles.
        """
        if self._shows_tracebacks or self._exception is None:
            super()._fatal_error()
            return
        from rich.text import Text

        from tui.crash import last_words

        with contextlib.suppress(Exception):
            self._keep_place()
        self.panic(Text(last_words(self._exception)))

    def copy_to_clipboard(self, text: str) -> None:
        """Ask the terminal to take a text, and the one around a tmux, too."""
        super().copy_to_clipboard(text)
        if os.environ.get("TMUX") and self._driver is not None:
            from tui.clipboard import wrapped_for_tmux

            self._driver.write(wrapped_for_tmux(text))

    # What is open.

    def show(self, opened: Opened) -> None:
        """Show a document with what is known of it."""
        self.briefing_screen.opened = opened
        self._people = None
        if opened.found:
            self.call_after_refresh(self._look_up_people)  # reading comes before searching

    def show_stored(self, stored: Stored) -> None:
        """Show a briefing of the library, and come back to it next time."""
        from tui.doors.changes import with_marks

        self.show(with_marks(self, stored))
        self.session.remember(stored.document.id)

    def action_door(self, name: str) -> None:
        """Do what has a door of its own; see `tui.doors`."""
        from tui.doors import open_door

        open_door(self, name)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show what can be done now."""
        if action == "door":
            from tui.doors import are_open

            return are_open(self, str(parameters[0])) or None
        return super().check_action(action, parameters)

    def tell(self, problem: BriefingError) -> None:
        """Say what went wrong, and go on."""
        self.notify(printable(told(problem)), severity="warning", timeout=12, markup=False)

    def _is_open(self, document: Document) -> bool:
        opened = self.briefing_screen.opened
        return opened is not None and opened.document.id == document.id

    @work(group="analysis", exit_on_error=False)
    async def _take_in(self, sources: Sequence[Document | Path]) -> None:
        """Analyse documents one after the other; what fails on one never stops the others."""
        failed = 0
        for number, source in enumerate(sources, start=1):
            if len(sources) > 1:
                self.briefing_screen.progress = f"analysing {number:,} of {len(sources):,}"
            try:
                if isinstance(source, Path):
                    await self._brief(await self.session.read(source))
                else:
                    await self._brief(source)
            except BriefingError as error:
                failed += 1
                if isinstance(source, Path):
                    self.unread.append((str(source), error))
                elif self._is_open(source):
                    self.show(Opened(source, failure=error))
                else:
                    self.tell(error)
        self.briefing_screen.progress = ""
        if len(sources) > 1:
            added = f"{len(sources) - failed:,} of {len(sources):,} articles analysed"
            listed = "; those that failed are listed when you leave" if self.unread else ""
            self.notify(f"{added}; all are in the library{listed}.", markup=False)

    async def _brief(self, document: Document) -> None:
        """Show the briefing of a document that is open, at once if the library has it."""
        stored = self.session.stored(document.id)
        briefing = stored.briefing if stored else await self.session.analyse(document)
        if self._is_open(document):
            self.show(Opened(document, briefing))
            self.session.remember(document.id)
        if stored is None or stored.entry.is_removed:
            try:
                await self.session.keep(document, briefing)
            except BriefingError as error:
                self.tell(error)
        if self._is_open(document) and (stored := self.session.stored(document.id)):
            self.show_stored(stored)

    @on(Worker.StateChanged)
    def _tell_of_a_bug(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR and event.worker.error:
            self.notify(
                f"{type(event.worker.error).__name__}: {event.worker.error}",
                title="An error of ours",
                severity="error",
                markup=False,
            )

    # What the reader asks for.

    @on(RetryAsked)
    def _try_again(self, event: RetryAsked) -> None:
        from tui.doors.changes import reanalyse

        if not reanalyse(self):
            self.show(Opened(event.document))
            self._take_in([event.document])

    def _look_up_people(self) -> Worker[Catalogue]:
        """Look up who can be searched for with what is open now, if that is not begun yet."""
        if self._people is None:
            opened = self.briefing_screen.opened
            self._people = self.run_worker(
                self.session.people(opened.found if opened else None),
                group="people",
                exit_on_error=False,
            )
        return self._people

    async def people(self) -> Catalogue:
        """Who can be searched for with what is open now."""
        return await self._look_up_people().wait()

    @on(LibraryChanged)
    def _follow_library(self) -> None:
        """Show what another program did to the briefing that is open."""
        from tui.doors.changes import follow

        follow(self)

    @on(HitAsked)
    def _go_to_hit(self, event: HitAsked) -> None:
        from tui.doors.search import step

        step(self, event.by)

    @on(CopyAsked)
    def _copy(self, event: CopyAsked) -> None:
        from tui.doors.copying import copy_words

        self.run_worker(copy_words(self, event.words, event.what), group="copy")

    @on(ExportAsked)
    def _export(self) -> None:
        from tui.doors.exporting import open_export

        open_export(self)

    def on_paste(self, event: Paste) -> None:
        """Files dropped onto the terminal, and pasted articles, may be for the library."""
        from tui.doors.adding import pasted

        pasted(self, event.text)
