"""A running text as lines: what is lit is the same at every width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.document import Span
from tests.tui import article
from tui.panes.source import BOILERPLATE, blocks
from tui.widgets.passage import Block, Lit, PassageLines


def words_in(passage: PassageLines, width: int, look: str) -> str:
    """All words of a look, in order, with the spaces that line ends swallow taken out."""
    count = passage.lay_out(width)
    pieces = [piece for line in range(count) for piece in passage.pieces(line)]
    return "".join("".join(p.text for p in pieces if look in p.look.split()).split())


def test_blocks_hold_the_whole_text_in_order() -> None:
    shown = blocks(article.document())

    assert [block.look for block in shown] == ["title", *["text"] * 7, *["muted"] * 2]
    assert [block.label for block in shown[:3]] == ["", "¶1", "¶2"]
    assert [block.heading for block in shown[-2:]] == [BOILERPLATE, ""]


def test_words_that_stand_in_no_paragraph_are_shown_as_well() -> None:
    passage = PassageLines("One. Two. Three.", [Block(Span(0, 4))])

    assert passage.lay_out(20) == 1
    document = article.document()
    loose = type(document).of(document.text, title="", paragraphs=document.paragraphs[2:4])
    covered = [block.span for block in blocks(loose)]
    assert covered[0].start == 0
    assert covered[-1].end == len(document.text)


@pytest.mark.parametrize("width", [12, 20, 33, 47, 80, 200])
def test_the_same_words_are_lit_at_every_width(width: int) -> None:
    document, position = article.document(), article.positions()[1]
    passage = PassageLines(document.text, blocks(document), article.SENTENCES)
    assert position.condition is not None
    passage.light(
        [position.sentence],
        [Lit(position.content[0], "content"), Lit(position.condition, "condition")],
    )

    lit = {look: words_in(passage, width, look) for look in ("sentence", "content", "condition")}

    expected = {
        "sentence": position.sentence.of(document.text),
        "content": position.content[0].of(document.text),
        "condition": position.condition.of(document.text),
    }
    assert lit == {look: "".join(words.split()) for look, words in expected.items()}


TEXT = st.text(st.sampled_from("ab 漢e\u0301\u200b\x1b’\n"), min_size=1, max_size=60)


@given(TEXT, st.integers(2, 30), st.integers(0, 60), st.integers(0, 60))
def test_any_span_of_any_text_is_lit_whole(text: str, width: int, one: int, other: int) -> None:
    span = Span(min(one, other, len(text)), min(max(one, other), len(text)))
    passage = PassageLines(text, [Block(Span(0, len(text)))])
    passage.light([], [Lit(span, "cue")])

    shown = words_in(passage, width, "cue")

    kept = span.of(text).replace("\u200b", "").replace("\x1b", "␛")
    assert shown == "".join(kept.split())


def test_of_overlapping_spans_the_last_one_given_is_seen() -> None:
    passage = PassageLines("if talks stall again", [Block(Span(0, 20))])
    passage.light([], [Lit(Span(0, 20), "content"), Lit(Span(3, 8), "cue")])

    assert words_in(passage, 40, "cue") == "talks"
    assert words_in(passage, 40, "content") == "ifstallagain"


def test_a_click_finds_the_sentence_whatever_stands_before_it() -> None:
    text = "漢字 one. Two three."
    passage = PassageLines(text, [Block(Span(0, len(text)))], [Span(0, 7), Span(8, 18)])
    passage.lay_out(40)

    assert [passage.item_at(0, column) for column in (0, 8, 10, 39)] == [0, 0, 1, 1]
    assert passage.item_at(1, 0) is None


def test_a_sentence_knows_its_lines() -> None:
    document = article.document()
    passage = PassageLines(document.text, blocks(document), article.SENTENCES)
    passage.lay_out(44)

    lines = passage.lines_of(3)

    assert document.text[passage.sentences[3].start :].startswith("Okafor promised")
    assert [passage.touches(line, [passage.sentences[3]]) for line in lines] == [True] * len(lines)
    assert not passage.touches(lines[0] - 1, [passage.sentences[3]])
