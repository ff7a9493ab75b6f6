"""Scrolling without a new layout of the screen: what is typed changes how much there is to see."""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView


class Steady(ScrollView):
    """A view whose place on the screen does not depend on how much is in it.

    Textual arranges all widgets anew when the height of a view's content changes, which takes a
    quarter of the time that a key may take. Here that happens only as a scrollbar comes or goes.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)

    def watch_virtual_size(self, size: Size) -> None:
        """Tell the scrollbar, and stay within what there is."""
        if (size.height > self.container_size.height) is not self.show_vertical_scrollbar:
            self.refresh(layout=True)
        elif self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = size.height
        self.scroll_y = self.validate_scroll_y(self.scroll_y)
