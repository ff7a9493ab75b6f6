"""Lists narrowed by typing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.screens.narrowing import fits, fitting_positions, folded, words_of


def test_case_and_accents_need_not_be_typed() -> None:
    assert fits(words_of("zorin MINES"), folded("Zorín denies that mines were laid"))
    assert not fits(words_of("zorin ships"), folded("Zorín denies that mines were laid"))


def test_the_letters_that_fit_are_told_in_the_text_as_it_stands() -> None:
    text = "Straße, Zorín, straße"

    positions = fitting_positions(words_of("stras zori"), text)

    assert "".join(text[at] for at in positions) == "StraßZorístraß"


def test_nothing_typed_fits_everything_and_lights_nothing() -> None:
    assert fits(words_of("  "), "anything")
    assert fitting_positions((), "anything") == ()


@given(st.text(max_size=40), st.text(max_size=8))
def test_positions_are_in_the_text_and_rise(text: str, query: str) -> None:
    positions = fitting_positions(words_of(query), text)

    assert list(positions) == sorted(set(positions))
    assert all(0 <= at < len(text) for at in positions)
