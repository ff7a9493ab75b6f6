"""How the panes share the screen: their sizes, as the reader set them, in percent.

Only what the reader changed is said here; everything else is said by `briefing.tcss`. Where one
pane is shown at a time, sizes mean nothing and are put aside.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

NARROW, WIDE, TALL = 80, 120, 20
"""The cells from which there is room for several panes, for all beside each other, for two lists
below each other; the same numbers choose the style classes."""

WIDTHS = [(0, "-narrow"), (NARROW, "-medium"), (WIDE, "-wide")]
HEIGHTS = [(0, "-short"), (TALL, "-tall")]
"""The style classes of the screen, each with the cells it begins at; see `briefing.tcss`."""

STEP = 5
LEAST, MOST = 15, 85

USUAL: Mapping[str, int] = MappingProxyType(
    {"lists": 25, "actors": 60, "positions": 55, "positions above": 60}
)
"""What each size is before the reader changes it: the width of the lists, the height of the actors
among them, the width of the positions beside the source, and their height above it."""

Sizes = dict[str, float]
"""The sizes that the reader changed."""

_EDGES = {
    ("actors", "wider"): ("lists", 1),
    ("questions", "wider"): ("lists", 1),
    ("positions", "wider"): ("positions", 1),
    ("source", "wider"): ("positions", -1),
    ("actors", "higher"): ("actors", 1),
    ("questions", "higher"): ("actors", -1),
    ("positions", "higher"): ("positions above", 1),
    ("source", "higher"): ("positions above", -1),
}
"""Which size a pane's width or height is, and whether that grows or shrinks with it."""

_HOLDING = {"lists": ("actors", "questions"), "reading": ("positions", "source")}
"""Which panes stand in which container."""


def classes(size: Size) -> tuple[str, str]:
    """The style classes of a screen of so many cells."""
    width = next(name for least, name in reversed(WIDTHS) if size.width >= least)
    height = next(name for least, name in reversed(HEIGHTS) if size.height >= least)
    return width, height


def changed(sizes: Sizes, pane: str, how: str) -> Sizes:
    """The sizes after a pane is made `wider`, `narrower`, `higher` or `lower`, or all `even`."""
    if how == "even":
        return {}
    grows = {"narrower": "wider", "lower": "higher"}.get(how, how)
    name, sign = _EDGES[pane, grows]
    size = sizes.get(name, USUAL[name]) + STEP * sign * (1 if grows == how else -1)
    return {**sizes, name: max(LEAST, min(MOST, size))}


def checked(sizes: Mapping[str, object]) -> Sizes:
    """Of sizes that were kept somewhere, those that are sizes."""
    known = ((name, sizes.get(name)) for name in USUAL)
    return {n: s for n, s in known if isinstance(s, int | float) and LEAST <= s <= MOST}


def arrange(screen: Screen[None], sizes: Sizes, size: Size, *, is_zoomed: bool) -> None:
    """Give the panes their sizes on a screen of so many cells."""
    has_columns = size.width >= NARROW and size.height >= TALL and not is_zoomed
    is_wide = size.width >= WIDE
    lists, actors = screen.query_one("#lists"), screen.query_one("#actors")
    questions = screen.query_one("#questions")
    positions, source = screen.query_one("#positions"), screen.query_one("#source")
    width = sizes.get("lists") if has_columns else None
    _set(lists, "width", width)
    _set(lists, "min_width", 10 if width else None)
    _set(lists, "max_width", 90 if width else None)
    _share(actors, questions, "height", sizes.get("actors") if has_columns else None)
    _share(positions, source, "width", sizes.get("positions") if has_columns and is_wide else None)
    is_above = has_columns and not is_wide
    _share(positions, source, "height", sizes.get("positions above") if is_above else None)


def in_sight(pane: str, listed: str, size: Size, *, is_zoomed: bool) -> frozenset[str]:
    """The panes that are seen on a screen of so many cells.

    Args:
        pane: The pane in front.
        listed: The list that was last in front, which is seen beside the source.
        size: The screen.
        is_zoomed: Whether the pane in front has the screen to itself.
    """
    if is_zoomed or size.width < NARROW:
        return frozenset([pane])
    if size.height < TALL:
        return frozenset([listed, "source"])
    return frozenset(pane for panes in _HOLDING.values() for pane in panes)


def show_panes(
    screen: Screen[None], pane: str, listed: str, size: Size, *, is_zoomed: bool
) -> None:
    """Show the panes that are `in_sight`, and what holds them.

    Textual would match every rule with every widget anew if this were left to style classes of the
    screen, which takes longer than all else that a key does.
    """
    shown = in_sight(pane, listed, size, is_zoomed=is_zoomed)
    for holder, panes in _HOLDING.items():
        screen.query_one(f"#{holder}").display = not shown.isdisjoint(panes)
        for name in panes:
            screen.query_one(f"#{name}").display = name in shown


def _share(first: Widget, second: Widget, side: str, percent: float | None) -> None:
    """Give two panes their parts of what is there."""
    _set(first, side, percent, "fr")
    _set(second, side, None if percent is None else 100 - percent, "fr")


def _set(widget: Widget, rule: str, size: float | None, unit: str = "%") -> None:
    if size is None:
        widget.styles.clear_rule(rule)
    else:
        setattr(widget.styles, rule, f"{size}{unit}")
    widget.refresh(layout=True)
