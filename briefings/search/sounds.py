"""A word by its sound: how names differ between transliterations, and not otherwise.

Consonants that transliterations exchange fall into one class (kh, gh, q, c, k; w, v; sh, ch, ts,
z, s), doubled ones count once, and vowels are left out but for a first one. The classes follow
what differs between the romanisations of Russian, Ukrainian, Belarusian, Arabic and Persian
names; the idea of such a key is that of Soundex (Russell 1918) and its many heirs.
"""

from __future__ import annotations

import re

_SPELLINGS = {
    "shch": "s", "tsch": "s", "sch": "s", "tch": "s", "dzh": "s", "zh": "s", "sh": "s",
    "ch": "s", "cz": "s", "sz": "s", "tz": "s", "ts": "s", "dj": "s", "dz": "s", "cs": "s",
    "kh": "k", "gh": "k", "ck": "k", "ph": "f", "th": "t", "x": "ks", "q": "k", "g": "k",
    "c": "k", "w": "v", "z": "s", "j": "", "h": "",
}  # fmt: skip
_SPELLING = re.compile("|".join(sorted(_SPELLINGS, key=len, reverse=True)))
_VOWELS = re.compile("[aeiouy]+")
_REPEATED = re.compile(r"(.)\1+")


def sound_key(word: str) -> str:
    """The consonants of a folded word by class, after an `a` if it begins with a vowel."""
    key = _SPELLING.sub(lambda found: _SPELLINGS[found.group()], word)
    start = "a" if key[:1] in "aeiouy" else ""
    return start + _REPEATED.sub(r"\1", _VOWELS.sub("", key))
