"""The searches that are kept: offered, saved under a name, forgotten.

The name is typed into the field of the search, which then goes back to the search itself.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.widgets import Label

from briefings.errors import BriefingError
from tui.screens.searching.asking import Kept
from tui.screens.searching.beside import begin
from tui.screens.searching.rows import SAVED
from tui.screens.searching.typing import Told
from tui.widgets.printable import printable

if TYPE_CHECKING:
    from tui.screens.search import SearchScreen
    from tui.screens.searching.asking import Asking

PROMPT, NAME_PROMPT = "› ", "save as › "


class Keeping:
    """Searches as the library keeps them.

    Args:
        screen: The screen of the search.
        asking: Where they are kept; None keeps none.

    Attributes:
        kept: Those that are known to be kept.
    """

    def __init__(self, screen: SearchScreen, asking: Asking | None) -> None:
        self._screen = screen
        self._asking = asking
        self._query: str | None = None
        self.kept = Kept()

    @property
    def is_naming(self) -> bool:
        """Whether what is typed is a name."""
        return self._query is not None

    def begin(self) -> None:
        """Offer what is kept, then make ready what corrects slips of the fingers."""
        if self._asking is not None:
            begin(self._screen, "kept", self._begin, self._asking)

    async def _begin(self, asking: Asking) -> None:
        try:
            await self._learn(asking)
            if await asking.learn_words():
                self._screen.ask_again()
        except BriefingError as error:
            self._screen.fail(error)

    async def _learn(self, asking: Asking) -> None:
        self.kept = await asking.kept()
        self._screen.show_answer()

    def note(self, query: str) -> None:
        """Remember that something was searched for."""
        if self._asking is not None and query:
            self._asking.note(query)

    def can_forget(self, identity: str) -> bool:
        """Whether a row stands for a search that can be forgotten."""
        return self._asking is not None and identity.startswith(SAVED)

    def forget(self, identity: str) -> None:
        """Forget the saved search of a row."""
        if self._asking is not None and self.can_forget(identity):
            name = identity.removeprefix(SAVED)
            change = partial(self._asking.forget, name)
            begin(self._screen, "changes", self._change, self._asking, change, f"Forgot “{name}”.")

    def can_save(self, query: str) -> bool:
        """Whether a query can be given a name."""
        return self._asking is not None and bool(query.strip()) and not self.is_naming

    def ask_for_name(self, query: str) -> None:
        """Ask for a name; the search itself is offered for one."""
        self._query = query
        self._ask(NAME_PROMPT, query)
        self._screen.line.told = Told(words="A name for this search, then enter; esc saves none.")

    def end(self, *, is_saved: bool) -> None:
        """Go back to the search, which is saved under the name if there is one."""
        name, query = " ".join(self._screen.typed.value.split()), self._query or ""
        self._query = None
        self._ask(PROMPT, query)
        self._screen.line.told = Told()
        if is_saved and name and self._asking is not None:
            change = partial(self._asking.save, name, query)
            begin(
                self._screen, "changes", self._change, self._asking, change, f"Saved as “{name}”."
            )

    def _ask(self, prompt: str, text: str) -> None:
        self._screen.query_one("#prompt", Label).update(prompt)
        self._screen.typed.value = text
        self._screen.typed.cursor_position = len(text)

    async def _change(
        self, asking: Asking, change: Callable[[], Awaitable[None]], done: str
    ) -> None:
        try:
            await change()
            await self._learn(asking)
        except BriefingError as error:
            self._screen.fail(error)
        else:
            self._screen.notify(printable(done), markup=False)
