"""Where a paragraph ends, whichever way a text is set."""

from __future__ import annotations

import textwrap

from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.reading.paragraphs import split_paragraphs

FIRST = (
    "The delegation of Orland left the room on Thursday after a long night, and nobody could say "
    "whether it would be back before the end of the week."
)
SECOND = (
    "Petra Lindqvist, the foreign minister, said that her country would not sign a paper which "
    "gave away its port, and that Maravia knew this well before the talks began."
)


def paragraphs(text: str) -> list[str]:
    return [" ".join(span.of(text).split()) for span in split_paragraphs(text)]


def test_a_paragraph_a_line() -> None:
    assert paragraphs(f"Talks stall\n{FIRST}\n{SECOND}\n") == ["Talks stall", FIRST, SECOND]


def test_blank_lines_between() -> None:
    assert paragraphs(f"Talks stall\n\n{FIRST}\n \n\n{SECOND}") == ["Talks stall", FIRST, SECOND]


def test_hard_wrapped() -> None:
    first, second = textwrap.fill(FIRST, 60), textwrap.fill(SECOND, 60)

    assert paragraphs(f"Talks stall\n\n{first}\n\n{second}\n") == ["Talks stall", FIRST, SECOND]


def test_hard_wrapped_without_blank_lines() -> None:
    first, second = textwrap.fill(FIRST, 72), textwrap.fill(SECOND, 72)

    assert paragraphs(f"Talks stall\n{first}\n{second}") == ["Talks stall", FIRST, SECOND]


def test_an_indent_opens_a_paragraph() -> None:
    wrapped = textwrap.fill(f"{FIRST} It is over!", 72, initial_indent="   ")
    second = textwrap.fill(SECOND, 72, initial_indent="   ")

    assert paragraphs(f"{wrapped}\n{second}") == [f"{FIRST} It is over!", SECOND]


def test_a_list_in_wrapped_text_stays_a_list() -> None:
    text = f"{textwrap.fill(SECOND, 72)}\n- {FIRST[:68]}\n- {SECOND[:66]}"

    assert paragraphs(text) == [SECOND, f"- {FIRST[:68]}", f"- {SECOND[:66]}"]


def test_short_lines_are_no_wrapped_prose() -> None:
    assert paragraphs("a rose\nis a rose\nis a rose") == ["a rose", "is a rose", "is a rose"]


@settings(deadline=None)
@given(st.integers(50, 90))
def test_wrapping_at_any_width_is_undone(width: int) -> None:
    text = "\n\n".join(textwrap.fill(part, width) for part in (FIRST, SECOND, FIRST))

    assert paragraphs(text) == [FIRST, SECOND, FIRST]
