from __future__ import annotations

import pytest

from briefings.search.sounds import sound_keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("khaled", "qaled"),
        ("wolski", "volskij"),
        ("shevchuk", "sevcuk"),
        ("harbuzov", "garbuzov"),
        ("drozdou", "drozdov"),
        ("mikalaevich", "nikolayevich"),
        ("uladzimir", "volodymyr"),
        ("jansen", "yansen"),
        ("dzhamal", "jamal"),
        ("aubert", "auberth"),
    ],
)
def test_transliterations_of_one_name_share_a_key(one: str, other: str) -> None:
    assert set(sound_keys(one)) & set(sound_keys(other))


@pytest.mark.parametrize(("one", "other"), [("marta", "berta"), ("lindt", "rindt")])
def test_other_names_do_not(one: str, other: str) -> None:
    assert not set(sound_keys(one)) & set(sound_keys(other))
