"""What is found does not depend on how it is looked for: in which order, in sets or one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

import pytest

from briefings.briefing import Briefing, Question, QuestionKind, Stance
from briefings.corrections import AddTag
from briefings.document import Document
from briefings.library import Library, lookup, stage
from briefings.library.facets import label_facet
from briefings.library.matching import Wanted
from tests.library.stories import actor, document, position, sentences, span

WORDS = ("harbour", "grain", "coal")
Find: TypeAlias = Callable[[Sequence[Wanted], int, int], tuple[object, ...]]
AGAINST = (tuple(map(label_facet, (Stance.OPPOSES, Stance.REFUSES, Stance.DENIES))),)


def article(number: int) -> tuple[Document, Briefing]:
    words = " and ".join(word for at, word in enumerate(WORDS) if number >> at & 1) or "nothing"
    name = ("Petra Lindqvist", "Joan Clinton", "Henrik Lahti")[number % 3]
    text = f"Notes of day {number}\n\n{name} spoke of {words} on day {number}."
    day = f"20{31 + number % 4}-0{1 + number % 9}-11" if number % 5 else ""
    made = document(text, "Harbour News", day)
    stance = list(Stance)[number % len(Stance)]
    question = Question(
        "q1", QuestionKind.UNKNOWN, sentences(text)[-1], span(text, "spoke"),
        f"What will become of {words}?", ("a1",), "talks",
    )  # fmt: skip
    return made, Briefing(
        made.id,
        "1 test",
        sentences(text),
        (actor("a1", name, text),),
        (position("p1", "a1", stance, text, "spoke", words, "talks"),),
        (question,),
    )


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = Library.open(tmp_path_factory.mktemp("ways") / "library.db")
    for number in range(24):
        document, briefing = article(number)
        library.add(document, briefing)
        for at, tag in enumerate(("coast", "mine")):
            if number % (at + 2) == 0:
                library.journal.record(document.id, AddTag(tag))
    yield library
    library.close()


def some(library: Library) -> list[list[Wanted]]:
    """What may be asked, each in its stages."""
    actors = [library.full_text.numbers([key]) for key in ("person:petra lindqvist",)]
    harbour, grain = ((("harbour",),), (("grain",), ("coal",)))
    return [
        [Wanted(words=(harbour,))],
        [Wanted(words=(harbour, (("grain",),))), Wanted(words=(harbour, grain))],
        [Wanted(words=(harbour,), labels=AGAINST)],
        [Wanted(words=(grain,), labels=AGAINST, unwanted_facets=(label_facet(Stance.DENIES),))],
        [Wanted(labels=AGAINST)],
        [Wanted(labels=AGAINST, unwanted=(("coal",),))],
        [Wanted(tags=("coast",), words=(grain,))],
        [Wanted(tags=("coast", "mine"))],
        [Wanted(tags=("coast",), unwanted_tags=("mine",))],
        [Wanted(tags=("coast",), labels=AGAINST)],
        [Wanted(actors=tuple(actors))],
        [Wanted(actors=tuple(actors), words=(grain,), tags=("mine",))],
        [Wanted(actors=tuple(actors), since="2032")],
        [Wanted(words=(grain,), since="2032-02", before="2034")],
        [Wanted(actors=((),))],
        [Wanted(tags=("nowhere",), words=(harbour,))],
    ]


def pages(find: Find, asked: list[Wanted]) -> list[object]:
    found: list[object] = []
    while page := find(asked, 3, len(found)):
        found += page
    return found


def test_what_is_found(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    full_text = library.full_text
    finders = (full_text.positions, full_text.questions, full_text.sources)
    questions = [
        (find, asked)
        for find in finders
        for asked in some(library)
        if find == full_text.positions or not asked[0].labels
    ]
    expected = [pages(find, asked) for find, asked in questions]
    assert sum(map(bool, expected)) > len(expected) // 2
    assert all(len(found) == len({repr(one) for one in found}) for found in expected)
    ways = [
        [(stage, "POOL", 2), (lookup, "POOL", 2)],
        [(lookup, "_MANY_DOCUMENTS", 1)],
        [(lookup, "_FEW_LOOKED_UP", 0)],
        [(lookup, "_FEW_LOOKED_UP", 0), (stage, "_FEW", 0)],
        [(lookup, "_FEW_LOOKED_UP", 1000)],
    ]
    for way in ways:
        with monkeypatch.context() as patched:
            for module, name, value in way:
                patched.setattr(module, name, value)
            for (find, asked), before in zip(questions, expected, strict=True):
                again = pages(find, asked)
                assert {repr(one) for one in again} == {repr(one) for one in before}, (way, asked)
                assert len(again) == len(before), (way, asked)
