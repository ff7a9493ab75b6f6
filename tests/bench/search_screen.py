"""How fast the search of everything answers keys, on an invented library.

    python -m tests.bench.search_screen --size 10000
    python -m tests.bench.search_screen --keep /var/tmp/library.db --actors 100000

The screen is driven without a terminal: names and words are typed letter by letter. Told are, in
milliseconds, how long the longest piece of work of each key keeps the event loop (processor time
of its thread, the work of the library beside it not counted), how long it takes from the key until
its actors are painted, and until everything is. Then the installed command is driven through a
pseudo-terminal, for the time from a key until the first bytes of what it changes.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shlex
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from textual.app import App

from briefings.library import Library
from tests.bench.invented import Press
from tests.bench.library import fill
from tests.bench.screens import Running, running
from tui.catalogue import Catalogue
from tui.jobs import InTurn
from tui.screens.search import SearchScreen
from tui.screens.searching.answering import AT_ONCE
from tui.screens.searching.asking import Asking
from tui.theming import load_themes, variable_defaults

SIZE = (160, 45)
TYPED = 16
"""Names and words that are typed."""


class Stage(App[None]):
    """An app with nothing but the search."""

    def __init__(self, screen: SearchScreen) -> None:
        super().__init__()
        self.search = screen

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults(self.current_theme)

    def on_mount(self) -> None:
        for theme in load_themes().themes:
            self.register_theme(theme)
        self.theme = "night"
        self.push_screen(self.search)


class Blocking:
    """The longest piece of work that the event loop did since it was last asked."""

    def __init__(self) -> None:
        self._longest = 0.0

    def taken(self) -> float:
        longest, self._longest = self._longest, 0.0
        return longest

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Time every callback of the event loop."""
        run = asyncio.Handle._run

        def timed(handle: asyncio.Handle) -> None:
            start = time.thread_time()
            run(handle)
            self._longest = max(self._longest, time.thread_time() - start)

        asyncio.Handle._run = timed  # type: ignore[assignment,method-assign]
        try:
            yield
        finally:
            asyncio.Handle._run = run  # type: ignore[method-assign]


def catalogue_of(path: Path, actors: int) -> Catalogue:
    """The actors of a library, with others made up besides until there are so many."""
    with Library.open(path) as library:
        known = list(library.actors())
    if actors:
        names = Press(actors, seed=7).names
        known += [
            replace(known[0], key=f"person:{number}", name=name, mentions=1, aliases=(), roles=())
            for number, name in enumerate(names[: max(0, actors - len(known))])
        ]
        known = known[:actors]
    return Catalogue.of(None, known)


def texts(press: Press, catalogue: Catalogue) -> list[str]:
    """What is typed: names of actors, and words as they are typed."""
    step = max(1, len(catalogue.by_prominence) // TYPED)
    names = [actor.name for actor in catalogue.by_prominence[::step]][: TYPED // 2]
    return names + [press.typed() for _ in range(TYPED - len(names))]


async def typing(path: Path, catalogue: Catalogue, typed: list[str]) -> None:
    changes = InTurn("library")
    asking, blocking = Asking(path, changes), Blocking()
    screen = SearchScreen(catalogue, asking)
    blocked, painted, settled = [], [], []
    async with Stage(screen).run_test(size=SIZE) as pilot:
        await until(lambda: asking._terms is not None)
        await pilot.pause()
        with blocking.watched():
            for text in typed:
                screen.typed.value = ""
                await until(lambda: screen._shown_for == "")
                for length in range(1, len(text) + 1):
                    so_far = text[:length]
                    blocking.taken()
                    start = time.perf_counter()
                    screen.typed.value = so_far
                    screen.typed.cursor_position = length
                    await until(partial(has_actors, screen, so_far))
                    done = asyncio.Event()
                    screen.call_after_refresh(done.set)
                    await done.wait()
                    painted.append(time.perf_counter() - start)
                    await until(lambda: screen._answering.is_settled)
                    settled.append(time.perf_counter() - start)
                    await asyncio.sleep(0.05)
                    blocked.append(blocking.taken())
    await asking.finish()
    await changes.finish()
    print(f"{len(catalogue.by_prominence):,} actors, {len(blocked):,} keys")
    tell("event loop kept by a key", blocked)
    tell("key to actors painted", painted)
    tell("key to everything painted", settled)


def has_actors(screen: SearchScreen, text: str) -> bool:
    return screen._shown_for == text and screen._answering.has_actors


async def until(condition: object) -> None:
    assert callable(condition)
    while not condition():
        await asyncio.sleep(0.001)


def tell(name: str, times: list[float]) -> None:
    parts = statistics.quantiles(times, n=100)
    found = (statistics.median(times), parts[94], parts[98], max(times))
    shown = "  ".join(
        f"{label} {one * 1000:6.1f}" for label, one in zip(LABELS, found, strict=True)
    )
    print(f"{name:<28}{shown}  ms")


LABELS = ("p50", "p95", "p99", "max")


def terminal(path: Path, typed: list[str]) -> None:
    """From a key to the first bytes, in the search of the installed command."""
    command = shlex.split(os.environ.get("BRIEFING_COMMAND", f"{sys.executable} -m tui"))
    with (
        tempfile.TemporaryDirectory() as home,
        running([*command, "--library", str(path)], Path(home)) as program,
    ):
        program.seconds_until("by salience", program.started)
        program.quiet(2.0)
        program.child.send("/")
        time.sleep(2.0)
        program.quiet()  # the cursor of the field blinks, so that a longer silence never comes
        times = [one for text in typed[: TYPED // 4] for one in keys(program, text)]
        program.child.send("\x1b")
        program.quiet(0.5)
    tell("key to bytes in a terminal", times)


def keys(program: Running, text: str) -> list[float]:
    program.child.send("\x15")
    program.quiet(0.3)
    times = []
    for letter in text:
        times.append(program.seconds_of_key(letter))
        program.quiet(0.2)
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--size", type=int, default=10_000, help="briefings in the library")
    parser.add_argument("--keep", type=Path, help="make the library here, or use the one there")
    parser.add_argument("--actors", type=int, default=AT_ONCE, help="actors to search among")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "library.db"
        if not path.exists():
            fill(path, Press(options.size, seed=1), options.size)
        catalogue = catalogue_of(path, options.actors)
        _ = catalogue.index
        typed = texts(Press(200, seed=3), catalogue)
        asyncio.run(typing(path, catalogue, typed))
        terminal(path, typed)


if __name__ == "__main__":
    main()
