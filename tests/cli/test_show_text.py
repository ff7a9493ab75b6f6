"""The two texts of a briefing: of any briefing, and with nothing in them that acts."""

from __future__ import annotations

from hypothesis import given, settings

from briefings.briefing import Briefing
from briefings.document import Document
from tests.export.examples import stored
from tests.export.strategies import briefed
from tui.cli.output import neutral
from tui.cli.spoken import spoken_text
from tui.cli.text import plain_text

SIGNS = set("¶·…−+─│╭▇◌")


@given(briefed())
@settings(deadline=None, max_examples=60)
def test_any_briefing_has_a_text(pair: tuple[Document, Briefing]) -> None:
    for text in (plain_text(stored(*pair), 80), spoken_text(stored(*pair))):
        assert text.endswith("\n")
        assert neutral(text) == text


def test_read_aloud_there_are_words_for_all_signs() -> None:
    text = spoken_text(stored())
    assert not SIGNS & set(text)
    assert "Fishers' Union opposes: the plan." in text
    assert "Norrland, Varda commit: they were ready" in text
    assert "\nQuestion, unknown: Who would run the harbour?" in text
    assert "\nThe same matter, contingent: Will prices fall?" in text
    assert "Promised by Norrland, conditional, as told by Mira Okafor:" in text


def test_read_aloud_an_item_is_one_line_under_a_heading_that_counts() -> None:
    lines = spoken_text(stored()).splitlines()
    headings = [lines[at + 1] for at, line in enumerate(lines) if not line]
    assert headings == [
        "Actors: 5",
        "Positions: 4",
        "Open questions, in our words: 2",
        "Commitments and conditions: 2",
        "Events: 2",
        "Numbers: 1",
        "Places: 1",
        "What the article does not say, inferred by us: 1",
    ]
    assert all(line == line.strip() for line in lines)


def test_what_an_article_does_not_have_has_no_heading() -> None:
    document = Document.of("Fish.", title="Fish", paragraphs=())
    text = plain_text(stored(document, Briefing(document.id, "1")), 80)
    assert "Numbers" not in text
    assert "What the article does not say, inferred by us (1)" in text
