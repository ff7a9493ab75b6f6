from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.folding import fold, fold_in_place, words_in_place, words_of


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
def test_words_of_prose_in_place_are_the_same(text: str) -> None:
    placed = words_in_place(text)
    assert [found.word for found in placed] == words_of(text)
    assert all(len(found.word) == len(found.origins) for found in placed)
    assert all(found.word.isascii() and found.word.isalnum() for found in placed)
