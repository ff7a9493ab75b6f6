"""A word by its sound: how names differ between transliterations, and not otherwise.

Consonants that transliterations exchange fall into one class (kh, gh, q, g, k; w, v; sh, ch, ts,
z, s), doubled ones count once, and vowels are left out but for a first one. Four letters are read
in two ways, so that a word may have several keys: h is mute or, as in Ukrainian, what Russian
writes g; j is a vowel or a sibilant; c is a k or has lost the hook of č; u after a vowel is part
of it or, as in Belarusian, a v.
The beginnings of East Slavic given names count as one, whichever of the languages they come from.

The idea of such a key is that of Soundex (Russell 1918) and its many heirs; the classes are ours.
"""

from __future__ import annotations

import re
from functools import cache

from briefings.knowledge import load

_SPELLINGS = {
    "shch": "s", "tsch": "s", "sch": "s", "tch": "s", "dzh": "j", "zh": "s", "sh": "s",
    "ch": "s", "cz": "s", "sz": "s", "tz": "s", "ts": "s", "dj": "s", "dz": "s", "cs": "s",
    "chr": "kr", "kh": "k", "gh": "k", "ck": "k", "ph": "f", "th": "t", "x": "ks", "q": "k",
    "g": "k", "w": "v", "z": "s",
}  # fmt: skip
_SPELLING = re.compile("|".join(sorted(_SPELLINGS, key=len, reverse=True)))
_SOFT_C = re.compile("c(?=[eiy])")
_VOWEL_U = re.compile("(?<=[aeioy])u")
_VOWELS = re.compile("[aeiouy]+")
_REPEATED = re.compile(r"(.)\1+")


@cache
def _beginnings() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of the beginnings that have another form, and that form of each."""
    forms: dict[str, str] = {}
    for line in load("search_spellings")["beginnings"].splitlines():
        if line.strip():
            name, others = line.split("|")
            forms |= {other.strip(): name.strip() for other in others.split(",")}
    return re.compile("|".join(sorted(forms, key=len, reverse=True))), forms


def sound_keys(word: str) -> tuple[str, ...]:
    """The keys of a folded word, the likeliest first; each is its consonants by class, after an
    `a` if it begins with a vowel.
    """
    pattern, forms = _beginnings()
    found = pattern.match(word)
    if found:
        word = forms[found.group()] + word[found.end() :]
    plain = _SPELLING.sub(lambda part: _SPELLINGS[part.group()], _SOFT_C.sub("s", word))
    readings = [_read(plain)]
    if "h" in plain:
        readings.append(_read(plain, h="k"))
    if "j" in plain:
        readings.append(_read(plain, j="s"))
    if "c" in plain:
        readings.append(_read(plain, c="s"))
    consonantal = _VOWEL_U.sub("v", readings[0])
    if consonantal != readings[0]:
        readings.append(consonantal)
    return tuple(dict.fromkeys(_consonants(reading) for reading in readings))


def _read(plain: str, *, h: str = "", j: str = "", c: str = "k") -> str:
    return plain.replace("h", h).replace("j", j).replace("c", c)


def _consonants(reading: str) -> str:
    start = "a" if reading[:1] in "aeiouy" else ""
    return start + _REPEATED.sub(r"\1", _VOWELS.sub("", reading))
