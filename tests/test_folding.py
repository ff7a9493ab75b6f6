from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.folding import fold, fold_in_place, letters_of, word_spans, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Søren Åkesson", ["soren", "akesson"]),
        ("Łukasz Đukić", ["lukasz", "dukic"]),
        ("IŞIK ışık", ["isik", "isik"]),
        ("Große Straße", ["grosse", "strasse"]),
        ("O’Leary-Smith, T. J.", ["oleary", "smith", "t", "j"]),
        ("U.N.", ["un"]),
        ("Ковальчук", ["kovalchuk"]),
        ("王小明", ["wangxiaoming"]),
        ("—·—", []),
        ("", []),
    ],
)
def test_folds_letters_of_every_script(text: str, words: list[str]) -> None:
    assert fold(text) == words


def test_a_letter_of_two_knows_the_one_it_came_from() -> None:
    assert fold_in_place("Weiß")[0].origins == (0, 1, 2, 3, 3)


@given(st.text())
def test_folding_in_place_gives_the_same_words(text: str) -> None:
    placed = fold_in_place(text)

    assert [part.word for part in placed] == fold(text)
    for part in placed:
        assert len(part.origins) == len(part.word)
        assert list(part.origins) == sorted(part.origins)
        assert all(0 <= origin < len(text) for origin in part.origins)


@pytest.mark.parametrize(
    ("prose", "words"),
    [
        ("The U.N.’s envoy met O’Neill’s aide.", ["the", "un", "envoy", "met", "oneill", "aide"]),
        ("It ended.Then talks began.", ["it", "ended", "then", "talks", "began"]),
        ("cease-fire · 2,000 · 3.5", ["cease", "fire", "2", "000", "3", "5"]),
        (
            "Łukasz in der Straße, Çeşme; Øresund",
            ["lukasz", "in", "der", "strasse", "cesme", "oresund"],
        ),
    ],
)
def test_words_of_prose(prose: str, words: list[str]) -> None:
    assert words_of(prose) == words


@given(st.text(st.one_of(st.characters(), st.sampled_from("aBs.'’` -ßЖ"))))
def test_words_of_prose_have_their_places(text: str) -> None:
    found = word_spans(text)
    assert [word for word, _, _ in found] == words_of(text)
    assert all(word.isascii() and word.isalnum() for word, _, _ in found)
    assert all(0 <= start < end <= len(text) for _, start, end in found)
    assert [start for _, start, _ in found] == sorted(start for _, start, _ in found)


def test_the_place_of_a_word_leaves_the_possessive_out() -> None:
    text = "… in Łódź’s “Straße”"
    assert [(w, text[s:e]) for w, s, e in word_spans(text)] == [
        ("in", "in"),
        ("lodz", "Łódź"),
        ("strasse", "Straße"),
    ]


@given(st.text())
def test_every_word_stands_in_the_letters(text: str) -> None:
    letters = letters_of(text)
    assert all(word in letters for word in words_of(text))
