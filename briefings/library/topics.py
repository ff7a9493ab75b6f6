"""When the topics of different briefings are one issue.

A topic is a noun phrase of its text. Two are one issue if they say the same words, whatever their
number and article: "the troop deployments" and "troop deployment", "release of the prisoners" and
"prisoner releases". Words that only mean much the same ("truce", "ceasefire") are left apart: what
is joined wrongly says of people what they never said, and the reader can join what is left apart
by giving both the same topic.
"""

from __future__ import annotations

from functools import cache, lru_cache

from briefings.folding import words_of
from briefings.knowledge import load

_DETERMINERS = frozenset(
    {"a", "an", "the", "this", "that", "these", "those", "any", "some", "all", "each"}
    | {"my", "your", "his", "her", "its", "our", "their"}
)
_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "person",
    "lives": "life",
    "wives": "wife",
    "crises": "crisis",
    "analyses": "analysis",
    "series": "series",
    "species": "species",
    "news": "news",
}
_SHORTEST = 4
"""Letters of a word that may be a plural: "gas" and "US" are none."""


@lru_cache(maxsize=16_384)  # the same topics come again and again
def issue_key(topic: str) -> str:
    """What all wordings of one issue have in common; empty for an empty topic.

    >>> issue_key("the release of prisoners"), issue_key("Prisoner releases")
    ('prisoner release', 'prisoner release')
    """
    words = [word for word in words_of(topic) if word not in _DETERMINERS]
    if words.count("of") == 1:
        at = words.index("of")
        if 0 < at < len(words) - 1:
            words = [*words[at + 1 :], *words[:at]]
    telling = [word for word in words[:-1] if word not in _vague()] + words[-1:]
    return " ".join(map(_singular, telling))


def is_shared(key: str) -> bool:
    """Whether an issue of one briefing is the same in another: "plan" alone may be any plan.

    Args:
        key: An `issue_key`.
    """
    return bool(key) and key not in _general()


def _singular(word: str) -> str:
    """A noun in the singular; a name that looks like a plural is cut too, everywhere alike."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < _SHORTEST or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > _SHORTEST:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "ches", "shes", "xes", "zes")):
        return word[:-2]
    return word[:-1]


@cache
def _vague() -> frozenset[str]:
    """Adjectives that say nothing of which matter it is: "further talks"."""
    return _listed("vague")


@cache
def _general() -> frozenset[str]:
    """Nouns that name a matter only within one text."""
    return frozenset(map(_singular, _listed("empty") | _listed("carriers") | _listed("broad")))


def _listed(name: str) -> frozenset[str]:
    return frozenset(load("en/topics")[name].replace(",", " ").split())
