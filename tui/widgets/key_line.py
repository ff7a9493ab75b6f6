"""The keys that can be pressed now, on one line; each can be clicked as well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import events
from textual.binding import ActiveBinding
from textual.screen import Screen

from tui.actions import ACTIONS, Action
from tui.keymap import character_of
from tui.widgets.painted import PaintedLines
from tui.widgets.printable import cells
from tui.widgets.rows import Line, Piece, Pieces

GAP = 3
FIRST = ("briefing.retry", "find.next", "find.take", "find.leave")
"""Shown before all others whenever they can be done: then they are what the reader needs."""

LAST = ("app.help", "app.quit")
"""Always shown, at the end: whoever knows these two can find the rest."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key with what it does.

    Attributes:
        shown: The key as people write it.
        key: The key as Textual names it.
        title: What it does, in a word.
        is_enabled: Whether it does it now.
    """

    shown: str
    key: str
    title: str
    is_enabled: bool = True

    @property
    def width(self) -> int:
        """Its cells."""
        return cells(f"{self.shown} {self.title}")


def in_force(screen: Screen[Any]) -> Iterator[tuple[Action, ActiveBinding]]:
    """The actions that a key of the screen does now, in the order of the registry.

    Of several keys of an action, the first one is given; one that types a character into the field
    that is typed into does nothing else there.
    """
    keys: dict[str, dict[str, ActiveBinding]] = {}
    typed_into = screen.focused
    for key, active in screen.active_bindings.items():
        is_typed = typed_into is not None and typed_into.check_consume_key(key, character_of(key))
        if active.binding.id and not is_typed:
            keys.setdefault(active.binding.id, {})[key] = active
    for action in ACTIONS:
        if found := keys.get(action.id):
            first = next((key for key in action.keys if key in found), next(iter(found)))
            yield action, found[first]


def fitting(keys: Iterable[tuple[str, Key]], width: int, first: Sequence[str]) -> list[Key]:
    """As many keys as fit, those of the `first` actions first, with those of `LAST` at the end."""
    known = sorted(keys, key=lambda key: key[0] not in first)
    last = [key for identity, key in known if identity in LAST]
    left = width - sum(key.width + GAP for key in last) + GAP
    chosen: list[Key] = []
    for identity, key in known:
        if identity in LAST:
            continue
        left -= key.width + GAP
        if left < 0:
            break
        chosen.append(key)
    return chosen + last


class KeyLine(PaintedLines):
    """The footer, made from the registry of actions.

    Args:
        first: The actions that stand before all others of the screen.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--key", "lines--title"}
    DEFAULT_CSS = """
    KeyLine {
        height: 1;
        padding: 0 1;
        background: $footer-background;
        color: $footer-description-foreground;
        & > .lines--key { color: $footer-key-foreground; text-style: bold; }
        & > .lines--title { color: $footer-description-foreground; }
    }
    """

    def __init__(self, *first: str) -> None:
        super().__init__()
        self._first = first

    def on_mount(self) -> None:
        """Follow what can be done."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, _screen: Screen[object]) -> None:
        self.refresh()

    def keys(self, width: int) -> list[Key]:
        """The keys that are shown at a width."""
        shown = [(a.id, self._key(found)) for a, found in in_force(self.screen) if a.footer]
        return fitting(shown, width, (*FIRST, *self._first))

    def _key(self, active: ActiveBinding) -> Key:
        binding = active.binding
        shown = self.app.get_key_display(binding)
        return Key(shown, binding.key, binding.description, active.enabled)

    def lines(self, width: int) -> Iterator[Line]:
        """One line of keys."""
        pieces = [piece for key in self.keys(width) for piece in _pieces(key)]
        yield Line(tuple(pieces[:-1]))  # nothing but a gap comes after the last key

    async def on_click(self, event: events.Click) -> None:
        """Do what the key that was clicked would do."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        start = 0
        for key in self.keys(self.size.width):
            if start <= offset.x < start + key.width and key.is_enabled:
                self.app.simulate_key(key.key)
            start += key.width + GAP


def _pieces(key: Key) -> Pieces:
    looks = ("key", "title") if key.is_enabled else ("muted", "muted")
    return (
        Piece(key.shown, looks[0]),
        Piece(f" {key.title}", looks[1]),
        Piece(" " * GAP, "title"),
    )
