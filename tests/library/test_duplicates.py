"""The same story under another head is recognised; another article on the same matter is not."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.document import Document
from briefings.library import Library
from briefings.library.resemblance import BANDS, Shape, are_alike
from briefings.reading import document_from_text
from tests.library.examples import empty_briefing

AGENCY = """\
Orland walks out of harbour talks

The delegation of Orland left the talks on the harbour of Tessary on Thursday, after three days in \
which neither side had moved. Foreign minister Petra Lindqvist said that her country would not \
sign a paper that gives away its port.

Maravia urged Orland to return. Its envoy, Tomas Okafor, told reporters in the lobby of the \
conference hotel that an offer was still on the table, and that it would stay there until Sunday.

The two states have quarrelled over the harbour since the customs treaty lapsed in the spring. \
About a third of the grain that Orland sells abroad is shipped from there, according to the \
chamber of trade, and every week without a settlement costs its farmers four million crowns.

It is unclear when the talks will go on. A spokeswoman for the Gulf Union, which had brought both \
sides together, declined to comment on what she called rumours about a second round in the capital.

Shipowners said they had begun to send vessels to the smaller port of Hallen, thirty miles to the \
north, although its quay is too short for the largest of them.
"""

OTHER_HEAD = (
    "Tessary: Lindqvist storms out\n\nBy our correspondents in Tessary and Hallen\n\n"
    + AGENCY.split("\n\n", 1)[1].rsplit("\n\n", 2)[0]
    + "\n"
)
"""A new head, a line of authors, and the last two paragraphs cut."""

SAME_MATTER = """\
Harbour dispute: what is at stake for Orland

Negotiations about the harbour of Tessary broke down on Thursday when the Orland side got up and \
went. “We will not sign a paper that gives away our port,” foreign minister Petra Lindqvist told \
this newspaper in the evening.

For Maravia, which controls the strait, the walkout is a setback. Envoy Tomas Okafor has spent a \
year on the plan. He told reporters in the lobby of the conference hotel that an offer was still \
on the table.

Farmers in the plains of Orland watch with worry. Their grain leaves the country through Tessary, \
and storage is short after a good harvest. The government promises help but has not said how much.

Diplomats expect a pause of some weeks. The Gulf Union might invite both sides again in autumn.
"""


def document(text: str) -> Document:
    return document_from_text(text)


def shape(text: str) -> Shape:
    read = document(text)
    return Shape.of(read.text, read.paragraphs)


def test_the_same_story_with_a_new_head_and_a_cut_tail() -> None:
    assert are_alike(shape(AGENCY), shape(OTHER_HEAD))
    assert shape(OTHER_HEAD).share_in(shape(AGENCY)) > 0.85
    assert 0.5 < shape(AGENCY).share_in(shape(OTHER_HEAD)) < 0.8


def test_another_article_on_the_same_matter_with_the_same_quotation() -> None:
    assert not are_alike(shape(AGENCY), shape(SAME_MATTER))
    assert shape(SAME_MATTER).share_in(shape(AGENCY)) < 0.4


def test_a_brief_inside_a_long_round_up_is_no_duplicate() -> None:
    chance = random.Random(3)
    rest = " ".join(f"word{chance.randrange(9_999)}" for _ in range(800))
    assert not are_alike(shape(AGENCY), shape(f"{AGENCY}\n\n{rest}"))


def test_case_and_punctuation_do_not_count() -> None:
    assert shape(AGENCY.upper().replace(",", " –")) == shape(AGENCY)


def test_a_notice_is_too_short_to_be_compared() -> None:
    assert shape("Nothing happened today.") == Shape(())
    assert not are_alike(Shape(()), Shape(()))
    assert Shape(()).bands() == ()


@given(st.integers(0, 2**32))
def test_a_story_of_which_half_is_kept_shares_a_band(seed: int) -> None:
    chance = random.Random(seed)
    words = [f"word{chance.randrange(9_999)}" for _ in range(400)]
    one = shape(" ".join(words))
    other = shape(" ".join([*(f"new{n}" for n in range(40)), *words[:280]]))
    assert are_alike(one, other)
    assert set(one.bands()) & set(other.bands())


@given(st.lists(st.sampled_from(["ab", "cd", "ef", "gh", "ij"]), max_size=80))
def test_a_shape_of_any_text(words: list[str]) -> None:
    found = shape(" ".join(["head", *words]))
    assert len(found.bands()) in (0, BANDS)
    assert found.share_in(found) == (1.0 if found.shingles else 0.0)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library.db")


def test_the_library_keeps_both_and_links_them(library: Library) -> None:
    with library:
        for text in (SAME_MATTER, AGENCY):
            added = library.add(document(text), empty_briefing(document(text)))
            assert added.duplicates == ()
        added = library.add(document(OTHER_HEAD), empty_briefing(document(OTHER_HEAD)))
        assert added.is_new
        (earlier,) = added.duplicates
        assert earlier.entry.title == "Orland walks out of harbour talks"
        assert earlier.share > 0.85
        (later,) = library.duplicates_of(document(AGENCY).id)
        assert later.entry == added.entry
        assert (later.share, later.other_share) == (earlier.other_share, earlier.share)
        assert library.duplicates_of(document(SAME_MATTER).id) == ()
        assert len(library) == 3


def test_the_same_text_twice_is_told_with_its_duplicates(library: Library) -> None:
    with library:
        for text in (AGENCY, OTHER_HEAD):
            library.add(document(text), empty_briefing(document(text)))
        again = library.add(document(OTHER_HEAD), empty_briefing(document(OTHER_HEAD)))
        assert not again.is_new
        assert len(again.duplicates) == 1


def test_a_form_that_is_printed_every_day(library: Library) -> None:
    """Each is linked with a few, and none of them slows down the next."""
    with library:
        for day in range(120):
            text = AGENCY.replace("three days", f"{day} days")
            added = library.add(document(text), empty_briefing(document(text)))
            assert len(added.duplicates) == min(day, 5)


def test_a_file_is_known_by_its_bytes(library: Library) -> None:
    with library:
        entry = library.add(document(AGENCY), empty_briefing(document(AGENCY))).entry
        assert library.find_file(b"digest") is None
        library.note_file(b"digest", entry.id)
        library.note_file(b"digest", entry.id)
        assert library.find_file(b"digest") == entry
        assert library.upkeep.check(print).faults == 0
