"""Work of a screen that goes on beside the keys."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from textual.dom import DOMNode
from textual.worker import WorkType

Work = Callable[..., Coroutine[Any, Any, None]]


def begin(node: DOMNode, group: str, work: Work, *arguments: object) -> None:
    """Begin a piece of work; what is still being done of the same group is given up.

    The work is handed on as a function: a coroutine that is given up before it began would be
    complained about.
    """
    start: WorkType[None] = partial(work, *arguments)
    node.run_worker(start, group=group, exclusive=True, exit_on_error=False)
