"""How fast a library of a given size is, and how large, on invented articles.

    python -m tests.bench.library --size 10000
    python -m tests.bench.library --size 100000 --keep /var/tmp/library.db

Times are in milliseconds of the processor, the median, the 95th percentile and the longest; after
them the median by the clock, which tells more about the machine's other work than about this.

A library that is kept grows if it is smaller than what is asked for: to make one of a hundred
thousand takes a quarter of an hour on a machine of its own, and can be broken off and gone on with.

On two cores of 2026 without other work, median and 95th percentile at 100,060 briefings, of 64 KB
each: opening 0.9 and 1.1; a briefing 0.3 and 0.5; a page of the list in any order at any depth 0.4
to 2.3 and 9, and one with a removed briefing 3.6 and 8. A narrowed list is found once, with its
first page, and looked up for the others: of 60,116 unread a page in the middle takes 6 and 14, of
11,893 with a tag 5 and 7, of 37,934 with a letter in the title 5 and 8, of all, since each has `t`,
5 and 7; the slowest first page 14, of three such filters together 15 to 17. A page of 800,000
questions in any order 1.5 to 4 and 10, with a beginning that 83,000 have 113. The appearances of an
actor 0.3 and 0.8, all 17,236 of one 81 and 99, the dossier 143; the positions of an actor 4.5 and
7; all 93,034 actors 762.

Of searches, the first page: a word in everything 13 and 20, in the full text 7 and 11, two words 13
and 27, three 19 and 43, a phrase 1 and 19, a word without another 11 and 18; a word with filters 11
and 16, with a source and a day 16 and 30, a tag 23 and 33, an actor 19 and 34, with five filters 11
and 27; an actor's stance 9 and 13, two actors 14 and 32.
"""

from __future__ import annotations

import argparse
import gc
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Collection, Iterable
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import islice, pairwise
from pathlib import Path
from typing import TypeAlias

from briefings.briefing import QuestionKind
from briefings.corrections import AddTag, Mark, SetRead, SetRemoved, SetStar
from briefings.library import Library, Listing, Sort, writer
from briefings.library.connection import connect
from briefings.library.ledger import Asked, LedgerSort
from briefings.library.values import moment
from briefings.search import ActorIndex, Candidate
from briefings.search.everything import search_everything
from briefings.search.found import GroupKind
from briefings.search.terms import Terms
from briefings.stories import dossier, ledger
from tests.bench.invented import Press

Call: TypeAlias = Callable[[], object]

TAGS = ("harbour", "energy", "war", "to check", "trade", "budget", "border", "courts")

_BATCH = 500
_ASKED = 200


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--size", type=int, default=10_000, help="briefings in the library")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="make the library here, or use the one there")
    options = parser.parse_args()
    press = Press(options.size, options.seed)
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "library.db"
        fill(path, press, options.size)
        mark(path, press.chance)
        measure(path, press)


def fill(path: Path, press: Press, size: int) -> None:
    """Make a library, or go on; each addition is the real one, so many of them a transaction."""
    with closing(connect(path, read_only=False)) as connection:
        # Nobody's work is lost if the power fails, and nobody else waits for the memory.
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -200000")
        [there] = connection.execute("SELECT count(*) FROM documents").fetchone()
        if there >= size:
            return
        start, inside = time.perf_counter(), 0.0
        press.chance.seed(f"{press.chance.random()} {there}")
        articles = press.articles(size - there, there)
        while batch := list(islice(articles, _BATCH)):
            begin = time.process_time()
            with writer.atomic(connection):
                for document, briefing in batch:
                    writer.add(connection, document, briefing, moment())
            inside += time.process_time() - begin
    count, seconds = size - there, time.perf_counter() - start
    print(f"{count} added in {seconds:.0f} s, {inside / count * 1000:.2f} ms each")


def mark(path: Path, chance: random.Random) -> None:
    """Read two briefings of five, star one of thirty, tag some: what the reader does."""
    with closing(connect(path, read_only=False)) as connection:
        [is_done] = connection.execute("SELECT EXISTS (SELECT 1 FROM marks)").fetchone()
        if is_done:
            return
        connection.execute("PRAGMA synchronous = OFF")
        with writer.atomic(connection):
            for (identity,) in connection.execute("SELECT id FROM documents").fetchall():
                marks: list[Mark] = [SetRead(is_read=True)] * (chance.random() < 0.4)
                marks += [SetStar(is_starred=True)] * (chance.random() < 0.03)
                for rank, tag in enumerate(TAGS, start=1):
                    marks += [AddTag(tag)] * (chance.random() < 0.12 / rank)
                for one in marks:
                    writer.record(connection, identity, one, moment())


def measure(path: Path, press: Press) -> None:
    """Print what it costs to use a library."""
    several("open and close", [lambda: Library.open(path).close()] * 20)
    with Library.open(path) as library:
        size = len(library)
        print(f"{size} briefings, {path.stat().st_size / size / 1024:.1f} KB each on disk")
        of_one_by_one(library, press)
        of_lists(library, size)
        of_removal(library, size)
        of_actors(library)
        of_stories(library)
        of_search(library, press)
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")


def of_one_by_one(library: Library, press: Press) -> None:
    fresh = Press(200, press.chance.randrange(10**9))
    several("add one", (partial(library.add, *article) for article in fresh.articles(30)))
    step = max(1, len(library) // 100)
    some = [
        entry.id
        for offset in range(0, len(library), step)
        for entry in library.entries(limit=1, offset=offset)
    ]
    several("one briefing", (partial(library.get, one) for one in some))
    several("one briefing by prefix", (partial(library.get, one[:12]) for one in some))


def of_lists(library: Library, size: int) -> None:
    for name, offset in (("first", 0), ("middle", size // 2), ("last", size - 50)):
        page = partial(library.entries, limit=50, offset=offset)
        several(f"{name} page of 50", [page] * 5)
    several("count", [library.__len__] * 5)
    for sort in Sort:
        for turn in (True, False):
            page = partial(library.entries, Listing(sort, turn), limit=50, offset=size // 2)
            several(f"by {sort}, {'down' if turn else 'up'}, middle", [page] * 3)
    [entry] = library.entries(limit=1)
    words = [entry.title.split()[-1].lower(), entry.publisher.split()[1].lower(), "the"]
    narrowed = {
        f"with {typed}": Listing(text=typed)
        for word in words
        for typed in dict.fromkeys(word[:end] for end in (1, 2, 3, len(word)))
    }
    narrowed |= {
        "unread": Listing(is_unread=True),
        "starred": Listing(is_starred=True),
        f"tagged {TAGS[0]}": Listing(tag=TAGS[0]),
        f"tagged {TAGS[0][0]}...": Listing(tags=(TAGS[0][0],)),
        f"unread, tagged, with {words[0][0]}": Listing(
            tag=TAGS[0], is_unread=True, text=words[0][0]
        ),
    }
    for name, listing in narrowed.items():
        of_a_filter(library, name, listing)


def of_a_filter(library: Library, name: str, listing: Listing) -> None:
    """What any page of a list costs, however it is sorted."""
    count = library.count(listing)
    several(f"{name}: count {count}", [partial(library.count, listing)] * 3)
    for what, offset in (("first", 0), ("deep", count // 2), ("last", max(0, count - 50))):
        several(
            f"{name}: {what} page, any order",
            [
                partial(
                    library.entries,
                    replace(listing, sort=sort, is_descending=turn),
                    limit=50,
                    offset=offset,
                )
                for sort in Sort
                for turn in (True, False)
            ],
        )


def of_removal(library: Library, size: int) -> None:
    """What lists cost once a briefing was removed, which all of them leave out."""
    [entry] = library.entries(limit=1, offset=size // 2)
    library.journal.record(entry.id, SetRemoved(is_removed=True))
    [there] = library.entries(limit=1, offset=size // 3)
    lists = [Listing(sort, turn) for sort in Sort for turn in (True, False)]
    pages = [partial(library.entries, one, limit=50, offset=size // 2) for one in lists]
    several("one removed: middle page, any order", pages)
    several(
        "one removed: a place, any order",
        [partial(library.place_of, one, there.id) for one in lists],
    )
    library.journal.undo(entry.id)


def of_actors(library: Library) -> None:
    several("all actors", [library.actors] * 3)
    known = library.actors()
    famous = known[:20]
    print(f"actors {len(known)}, the best known in {known[0].briefings} briefings")
    several("appearances, first page", (partial(library.appearances, a.key) for a in famous))
    several(
        "appearances, middle page",
        (partial(library.appearances, a.key, offset=a.briefings // 2) for a in famous),
    )
    several(
        "all appearances", (partial(library.appearances, a.key, limit=10**6) for a in famous[:3])
    )
    several("roles", (partial(library.roles_of, a.key) for a in famous))
    several("positions of", (partial(library.positions_of, a.key) for a in famous))
    several("questions for", (partial(library.questions_for, a.key) for a in famous))


def of_stories(library: Library) -> None:
    """What it costs to show many briefings together."""
    for sort in LedgerSort:
        for name, offset in (("first", 0), ("late", 6 * len(library))):
            page = partial(ledger, library, Asked(sort=sort), offset=offset)
            several(f"questions by {sort}, {name} page", [page] * 10)
    doubts = Asked(sort=LedgerSort.TOPIC, kinds=frozenset({QuestionKind.DOUBT}))
    several("questions of a kind by topic", [partial(ledger, library, doubts)] * 10)
    several("questions with a word", [partial(ledger, library, Asked(text="lor"))] * 10)
    known = library.actors()
    for rank in (0, len(known) // 100, len(known) // 10):
        actor = known[rank]
        one = partial(dossier, library, actor.key)
        several(f"dossier, {actor.briefings} briefings", [one] * 5)


def of_search(library: Library, press: Press) -> None:
    start = time.perf_counter()
    index = ActorIndex(
        Candidate(a.key, a.name, a.type, a.mentions, a.aliases, "; ".join(a.roles))
        for a in library.actors()
    )
    print(f"{'index of actors':<34}{(time.perf_counter() - start) * 1000:10.1f}")
    start = time.perf_counter()
    terms = Terms.of(library)
    print(f"{'words for slips':<34}{(time.perf_counter() - start) * 1000:10.1f}")

    def ask(query: str, only: Collection[GroupKind] = (), offset: int = 0) -> Call:
        return partial(
            search_everything,
            library,
            index,
            query,
            terms=terms,
            only=only,
            offset=offset,
            limit=10,
        )

    texts = tuple(kind for kind in GroupKind if kind is not GroupKind.ACTORS)
    typed = [press.typed() for _ in range(_ASKED)]
    pairs = [f"{press.typed()} {press.typed()}" for _ in range(_ASKED)]
    letters = [word[:end] for word in typed[:60] for end in range(1, len(word) + 1)]
    surnames = [name.split()[-1] for name in press.names[:40]]
    publisher = press.publishers[0].split()[1]
    several("one word, everything", map(ask, typed))
    several("one word, full text", (ask(word, texts) for word in typed))
    several("letter by letter, full text", (ask(word, texts) for word in letters))
    several("two words, full text", (ask(pair, texts) for pair in pairs))
    several(
        "three words",
        (ask(f"{a} {b} {c}") for a, b, c in zip(typed, typed[1:], typed[2:100], strict=False)),
    )
    several(
        "a word and an actor",
        (ask(f"{word} actor:{n}") for word, n in zip(typed, surnames, strict=False)),
    )
    several("two actors", (ask(f"actor:{a} actor:{b}") for a, b in pairwise(surnames)))
    several("a word and a tag", (ask(f"{word} tag:{TAGS[0]}") for word in typed[:100]))
    several(
        "a word and five filters",
        (
            ask(f"{w} actor:{n} stance:against since:2020 source:{publisher} tag:{TAGS[0]}")
            for w, n in zip(typed, surnames, strict=False)
        ),
    )
    several("a phrase", (ask(f'"{pair}"', texts) for pair in pairs[:50]))
    several("a word and filters", (ask(f"{word} stance:opposes since:2026-05") for word in typed))
    several("an actor's stance", (ask(f"actor:{name} stance:against") for name in surnames))
    several("a word, not another", (ask(f"{one} -{other}") for one, other in pairwise(typed)))
    several(
        "a word of a source before a day",
        (ask(f"{word} source:{publisher} before:2024-03-15") for word in typed[:80]),
    )
    several("a further page", (ask(word, texts, 200) for word in typed[:50]))
    several("positions only", (ask(word, (GroupKind.POSITIONS,)) for word in typed))


def several(name: str, calls: Iterable[Call]) -> None:
    """Print how long some calls take."""
    times, clock = [], []
    gc.collect()
    for call in calls:
        start, begin = time.process_time(), time.perf_counter()
        call()
        times.append((time.process_time() - start) * 1000)
        clock.append((time.perf_counter() - begin) * 1000)
    times.sort()
    late = times[min(len(times) - 1, int(len(times) * 0.95))]
    print(
        f"{name:<34}{statistics.median(times):10.2f}   95 %{late:9.2f}   most{times[-1]:9.2f}"
        f"   clock{statistics.median(clock):9.2f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
