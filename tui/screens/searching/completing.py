"""Completing of filters and their values in the field of the search."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from briefings.errors import BriefingError
from briefings.search.query import Completion, Field, completions
from tui.screens.searching.beside import begin
from tui.screens.searching.typing import Offers, Told

if TYPE_CHECKING:
    from tui.screens.search import SearchScreen
    from tui.screens.searching.asking import Asking

LEAST_LETTERS = 2
"""From so many letters on, a word is taken for the beginning of a filter's name."""


class Completing:
    """What could stand at the cursor of a field.

    Args:
        screen: The screen of the field.
        asking: Where values that are in use come from; None offers fixed ones alone.
    """

    def __init__(self, screen: SearchScreen, asking: Asking | None) -> None:
        self._screen = screen
        self._asking = asking
        self._offered: Sequence[Completion] = ()
        self._before = ""
        self._made = ""

    @property
    def is_open(self) -> bool:
        """Whether values are offered."""
        return bool(self._offers.offered)

    def follow(self) -> None:
        """Offer what could be typed next, unless what is typed was offered just now."""
        text, cursor = self._screen.typed.value, self._screen.typed.cursor_position
        if text == self._made:
            return
        self.close()
        open_fields: list[Field] = []

        def noted(field: Field, _typed: str) -> Iterable[str]:
            open_fields.append(field)
            return ()

        found = completions(text, cursor, noted)
        if open_fields:
            begin(self._screen, "completions", self._ask, text, cursor)
        elif found and _is_name(found[0]):
            self._offered, self._before = found, text
            line = self._screen.line
            if line.told == Told() and _letters(text, cursor) >= LEAST_LETTERS:
                line.told = Told(offered=tuple(found))
        else:
            self._offer(text, cursor, found)

    async def _ask(self, text: str, cursor: int) -> None:
        """Offer values that are in use; an error can wait until it is known that there are none."""
        screen, catalogue = self._screen, self._screen.catalogue
        if self._asking is None:
            return
        before, screen.line.told = screen.line.told, Told()
        found: list[Completion] | None = None
        try:
            index = catalogue.index if catalogue else None
            found = await self._asking.completions(text, cursor, index)
        except BriefingError:
            found = []  # the search itself tells of it
        if found is not None and text == screen.typed.value:
            if not found and screen.line.told == Told():
                screen.line.told = before
            self._offer(text, cursor, found)

    def _offer(self, text: str, cursor: int, found: Sequence[Completion]) -> None:
        known = [one for one in found if text[one.span.start : one.span.end] != one.text]
        if not known:
            return
        self._offered, self._before = found, text
        first = found[0]
        start = first.span.start + first.text.index(":") + 1
        self._offers.place(self._screen.column_of(start))
        self._offers.at = -1
        self._offers.offered = tuple(one.text.partition(":")[2].strip('"') for one in found)
        if self._screen.line.told.error is not None:
            self._screen.line.told = Told()

    def take(self, by: int) -> None:
        """Put the first that is offered into the field, or the next one after it."""
        if not self._offered:
            self.follow_again()
        if not self._offered:
            return
        number = 0
        if self.is_open:
            at = self._offers.at
            number = (at + by) % len(self._offered) if at >= 0 else 0 if by > 0 else -1
            number %= len(self._offered)
        one, text, field = self._offered[number], self._before, self._screen.typed
        self._made = f"{text[: one.span.start]}{one.text}{text[one.span.end :]}"
        is_last = _is_name(one) or len(self._offered) == 1
        if self.is_open and not is_last:
            self._offers.at = number
        made = self._made
        if is_last:
            self.close()
        field.value = made
        field.cursor_position = one.span.start + len(one.text)

    def follow_again(self) -> None:
        """Offer what was offered before it was closed."""
        self._made = ""
        self.follow()

    def close(self) -> bool:
        """Offer nothing any more; whether values were offered."""
        was_open = self.is_open
        self._offered, self._before, self._made = (), "", ""
        self._offers.offered = ()
        self._screen.workers.cancel_group(self._screen, "completions")
        return was_open

    @property
    def _offers(self) -> Offers:
        return self._screen.query_one(Offers)


def _is_name(one: Completion) -> bool:
    """Whether it is the name of a filter, which a value still has to follow."""
    return one.text.endswith(":")


def _letters(text: str, cursor: int) -> int:
    """How many letters stand right before the cursor."""
    before = text[:cursor]
    return len(before) - len(before.rstrip("abcdefghijklmnopqrstuvwxyz"))
