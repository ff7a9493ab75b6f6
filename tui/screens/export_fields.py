"""What is chosen in the export: one of several values, on one line or as a list of all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual import events
from textual.reactive import reactive

from tui.widgets.painted import PaintedLines
from tui.widgets.rows import Line, Piece


class Choice(PaintedLines, can_focus=True):
    """One of several values; the screen changes it.

    Args:
        what: The attribute of what is chosen that it stands for.
        names: What the values are called.
    """

    DEFAULT_CSS = """
    Choice {
        height: 1;
        width: 1fr;
        background: $surface;
    }
    """

    is_listed: reactive[bool] = reactive(False, layout=True)
    """Whether all values stand below each other, and what the chosen one means below them."""

    def __init__(self, what: str, names: Sequence[str]) -> None:
        super().__init__(id=what)
        self.what = what
        self.names = tuple(names)
        self._at = 0
        self._help = ""
        self._can_change = True

    def show(self, at: int, help: str = "", *, can_change: bool = True) -> None:
        """Show a value, what it means, and whether there are others."""
        self._at, self._help, self._can_change = at, help, can_change
        self.refresh()

    def watch_is_listed(self) -> None:
        """A list is as high as it has values, with a line for what the chosen one means."""
        self.styles.height = len(self.names) + 1 if self.is_listed else 1

    def lines(self, width: int) -> Iterator[Line]:
        """The value between what points to the others, then what it means; or all of them."""
        look = "accent" if self.has_focus else "strong" if self.is_listed else "text"
        name = self.names[self._at]
        if not self.is_listed:
            before, after = ("‹ ", " ›") if self._can_change else ("  ", "")
            yield Line(
                (Piece(f"{before}{name}{after}", look),),
                (Piece(self._help, "muted"),) if self._help else (),
            )
            return
        for at, other in enumerate(self.names):
            if at == self._at:
                yield Line((Piece(f"● {other}", look),))
            else:
                yield Line((Piece(f"○ {other}", "text" if self._can_change else "faint"),))
        yield Line((Piece(self._help, "muted"),), indent=2)

    async def on_click(self, event: events.Click) -> None:
        """The value that was clicked on; on one line, the next one."""
        self.focus()
        if not self.is_listed:
            await self.run_action("screen.change(1)")
        elif event.y < len(self.names):
            await self.run_action(f"screen.change({event.y - self._at})")
