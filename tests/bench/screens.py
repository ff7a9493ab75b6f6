"""How fast the app is in a terminal, on an invented library, beside a plain Textual program.

    python -m tests.bench.screens --size 10000

The installed command is driven through a pseudo-terminal of 120 by 40 cells. Each figure is the
best of several runs in turn with the plain program, so that both see the same machine; the p95 of
keys is that of one run. The plain program shows eight widgets and nothing of ours. Where other
programs share the processor, its own time says more than the clock.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shlex
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pexpect

from briefings.briefing import Actor, Briefing, Mention, Position, Question
from briefings.document import Document, Span
from briefings.library import Library
from tests.bench.invented import Press
from tests.bench.library import fill

KEYS = 60
IMPORTED = 400
"""Files that are added while keys are pressed: more than are analysed in that time."""

STAGES = ("first paint", "first paint, processor", "article open", "article open, processor")

LONG_TITLE = "Zzyzx the longest"
PLAIN = """
from textual.app import App
from textual.widgets import DataTable, Footer, Header, Input, Label, Markdown, OptionList, Tree
class Plain(App):
    BINDINGS = [("q", "quit", "quit")]
    def compose(self):
        yield Header()
        yield Label("Actors")
        yield Input()
        tree = Tree("places")
        for number in range(50):
            tree.root.add_leaf(f"leaf {number}")
        yield tree
        yield OptionList(*(f"row {number}" for number in range(200)), id="rows")
        yield DataTable()
        yield Markdown("# Words")
        yield Label("by salience")
        yield Footer()
    def on_mount(self):
        table = self.query_one(DataTable)
        table.add_columns("a", "b")
        table.add_rows([(n, n) for n in range(200)])
        for widget in self.query("Tree, DataTable, Markdown, #rows"):
            widget.styles.height = 7
        self.query_one("#rows").focus()
Plain().run()
"""


class Running:
    """A program in a pseudo-terminal."""

    def __init__(self, command: list[str], home: Path) -> None:
        self.started = time.perf_counter()
        environment = {**os.environ, "HOME": str(home), "TERM": "xterm-256color"}
        environment["PYTHONPATH"] = str(Path(__file__).parents[2])
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled once
        self.child = pexpect.spawn(
            command[0], command[1:], dimensions=(40, 120), env=environment, timeout=60
        )
        self.child.delaybeforesend = None

    def seconds_until(self, words: str, since: float) -> float:
        """How long it takes until some words are painted; they stand in one look."""
        self.child.expect_exact(words.encode())
        return time.perf_counter() - since

    def quiet(self, seconds: float = 0.3) -> None:
        """Read until nothing comes any more."""
        with contextlib.suppress(pexpect.TIMEOUT):
            while True:
                self.child.read_nonblocking(65536, timeout=seconds)

    def seconds_of_key(self, key: str) -> float:
        """From a key until the first bytes of what it changes."""
        start = time.perf_counter()
        self.child.send(key)
        self.child.read_nonblocking(65536, timeout=10)
        took = time.perf_counter() - start
        self.quiet(0.03)
        return took

    def processor_seconds(self) -> float:
        """What the program has used of the processor so far."""
        nanoseconds = 0
        for thread in Path(f"/proc/{self.child.pid}/task").iterdir():
            with contextlib.suppress(OSError):  # it has ended meanwhile
                nanoseconds += int((thread / "schedstat").read_text(encoding="ascii").split()[0])
        return nanoseconds / 1e9

    def megabytes(self) -> float:
        """The memory that the program itself holds, without the process of the analysis."""
        status = Path(f"/proc/{self.child.pid}/status").read_text(encoding="utf-8")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def end(self) -> None:
        self.child.send("q")
        with contextlib.suppress(pexpect.ExceptionPexpect):
            self.child.expect(pexpect.EOF, timeout=5)
        self.child.close(force=True)


@contextlib.contextmanager
def running(command: list[str], home: Path) -> Iterator[Running]:
    program = Running(command, home)
    try:
        yield program
    finally:
        program.end()


def first_paint(command: list[str], home: Path) -> tuple[float, ...]:
    """Until the screen is painted, and until there is on it what was found; see `STAGES`."""
    times: list[float] = []
    with running(command, home) as program:
        for words in ("Actors", "by salience"):
            times.append(program.seconds_until(words, program.started))
            times.append(program.processor_seconds())
        program.quiet()
    return tuple(times)


def keys(command: list[str], home: Path, down: str, up: str) -> tuple[list[float], float]:
    """The time of each of many keys, ten down and ten up again, and the memory after them."""
    with running(command, home) as program:
        program.seconds_until("by salience", program.started)
        program.quiet(1.0)
        walk = [down if number // 10 % 2 == 0 else up for number in range(KEYS)]
        times = [program.seconds_of_key(key) for key in walk]
        return times, program.megabytes()


def keys_while_adding(command: list[str], home: Path) -> list[float]:
    """The time of each of many changes of the order, while articles are added.

    The progress is painted at any time, so that only the words that a key brings tell of it.
    """
    orders = [b"by actor", b"by stance", b"by text", b"by topic"]
    with running(command, home) as program:
        program.child.expect_exact(orders)
        time.sleep(2.0)
        with contextlib.suppress(pexpect.TIMEOUT):
            program.child.read_nonblocking(1 << 20, timeout=0)
        times = []
        for _ in range(KEYS):
            start = time.perf_counter()
            program.child.send("o")
            program.child.expect_exact(orders)
            times.append(time.perf_counter() - start)
            time.sleep(0.05)
        return times


def opening(command: list[str], home: Path, words: str) -> float:
    """From `enter` in the list of briefings until the long document is painted, with `words`."""
    with running(command, home) as program:
        program.seconds_until("by salience", program.started)
        program.quiet(1.0)
        program.child.send("l")
        program.quiet(0.5)
        program.child.send("f")
        program.quiet(0.3)
        program.child.send("Zzyzx")
        program.quiet(0.5)
        program.child.send("\r")  # from the filter to the list
        program.quiet(0.3)
        start = time.perf_counter()
        program.child.send("\r")
        return program.seconds_until(words, start)


def longest(press: Press, articles: int) -> tuple[Document, Briefing]:
    """Many articles as one: about a hundred thousand words in 180 of them."""
    parts = list(press.articles(articles))
    text, moved = "", []
    paragraphs: list[Span] = []
    for number, (document, briefing) in enumerate(parts):
        moved.append(_moved(briefing, len(text), f"x{number}"))
        paragraphs += [_by(span, len(text)) for span in document.paragraphs]
        text += document.text
    document = Document.of(text, title=LONG_TITLE, paragraphs=tuple(paragraphs))
    return document, Briefing(
        document.id,
        "1 invented",
        tuple(span for each in moved for span in each.sentences),
        tuple(actor for each in moved for actor in each.actors),
        tuple(position for each in moved for position in each.positions),
        tuple(question for each in moved for question in each.questions),
    )


def _by(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


def _moved(briefing: Briefing, by: int, mark: str) -> Briefing:
    """A briefing further down in a text, its ids made different from all others."""

    def ids(known: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(mark + one for one in known)

    def spans(known: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(_by(span, by) for span in known)

    def actor(one: Actor) -> Actor:
        mentions = tuple(Mention(_by(m.span, by), m.kind) for m in one.mentions)
        roles = tuple(replace(role, span=_by(role.span, by)) for role in one.roles)
        return replace(one, id=mark + one.id, mentions=mentions, roles=roles)

    def position(one: Position) -> Position:
        return replace(
            one,
            id=mark + one.id,
            holders=ids(one.holders),
            sources=ids(one.sources),
            source=spans(one.source),
            cue=spans(one.cue),
            content=spans(one.content),
            sentence=_by(one.sentence, by),
        )

    def question(one: Question) -> Question:
        return replace(
            one,
            id=mark + one.id,
            resolvers=ids(one.resolvers),
            sentence=_by(one.sentence, by),
            cue=_by(one.cue, by),
        )

    return replace(
        briefing,
        sentences=spans(briefing.sentences),
        actors=tuple(map(actor, briefing.actors)),
        positions=tuple(map(position, briefing.positions)),
        questions=tuple(map(question, briefing.questions)),
    )


def write_articles(press: Press, folder: Path) -> Path:
    """Articles as files in a new folder."""
    folder.mkdir()
    for number, (document, _) in enumerate(press.articles(IMPORTED)):
        (folder / f"{number:03}.txt").write_text(document.text, encoding="utf-8")
    return folder


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--size", type=int, default=10_000, help="briefings in the larger library")
    parser.add_argument("--small", type=int, default=100, help="briefings in the smaller one")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    command = shlex.split(os.environ.get("BRIEFING_COMMAND", f"{sys.executable} -m tui"))
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        libraries = {size: home / f"{size}.db" for size in (options.small, options.size)}
        for size, path in libraries.items():
            fill(path, Press(size, seed=1), size)
        measure(command, libraries, home, options.runs)


def measure(command: list[str], libraries: dict[int, Path], home: Path, runs: int) -> None:
    plain = [sys.executable, "-c", PLAIN]
    apps = {size: [*command, "--library", str(path)] for size, path in libraries.items()}
    paints: dict[str, list[tuple[float, ...]]] = {}
    for app in apps.values():
        first_paint(app, home)  # compiles what was not compiled yet
    for _ in range(runs):
        paints.setdefault("plain", []).append(first_paint(plain, home))
        for size, app in apps.items():
            paints.setdefault(f"{size:,} briefings", []).append(first_paint(app, home))
    for number, what in enumerate(STAGES):
        usual = min(pair[number] for pair in paints["plain"])
        for name, pairs in paints.items():
            best = min(pair[number] for pair in pairs)
            ratio = f"{best / usual:5.2f} of the plain one"
            print(f"{what + ', ' + name:<40}{best * 1000:8.0f} ms  {ratio}")
    largest = max(libraries)
    own, _ = keys(plain, home, "\x1b[B", "\x1b[A")
    times, memory = keys(apps[largest], home, "j", "k")
    print(f"key to repaint, plain, p95     {p95(own) * 1000:8.1f} ms")
    print(f"key to repaint, ours, p95      {p95(times) * 1000:8.1f} ms")
    folder = write_articles(Press(IMPORTED, seed=3), home / "articles")
    times = keys_while_adding([*apps[largest], str(folder)], home)
    print(f"key to repaint, adding, p95    {p95(times) * 1000:8.1f} ms")
    print(f"memory, {largest:,} briefings     {memory:8.0f} MB")
    with Library.open(libraries[largest]) as library:
        document, briefing = longest(Press(200, seed=2), 180)
        library.add(document, briefing)
        newest = library.entries(limit=2)
        library.remember("last", next(one.id for one in newest if one.id != document.id))
    words = f"{len(briefing.listed_actors):,} · by salience"
    took = min(opening(apps[largest], home, words) for _ in range(runs))
    print(f"open {document.word_count:,} words           {took * 1000:8.0f} ms")


if __name__ == "__main__":
    main()
