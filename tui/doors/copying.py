"""Words on the clipboard, and by which way they came there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.errors import BriefingError
from tui.clipboard import copy

if TYPE_CHECKING:
    from tui.app import BriefingApp


async def copy_words(app: BriefingApp, words: str, what: str) -> None:
    """Copy words, and say how; `what` is what they are, to be told."""
    try:
        how = await copy(words, app.copy_to_clipboard)
    except BriefingError as error:
        app.tell(error)
    else:
        app.notify(f"Copied {what} through {how}.", markup=False)
