"""Which paragraphs of a text are boilerplate: lists of links, sharing buttons, calls to subscribe.

The word lists are in `knowledge/en/boilerplate.toml`. Losing a real paragraph is worse than
keeping a line of boilerplate, so a paragraph that reads like prose is never taken for it, and
most of what is taken stands at the end of a text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from briefings import knowledge

LONGEST_LINE = 300
"""A longer paragraph is prose, in code points."""

LONGEST_PROMOTION = 40
LONGEST_ENDING = 25
LONGEST_ITEM = 25
"""What has more words than these is prose, not a promotion, an ending or an item of a list."""

TRIM = " \t\xa0\u200b\ufeff:.!?…>»→›|-–—_*•·▪◦‣=~#[](){}\"'“”"
SENTENCE_ENDS = (".", "!", "?", '."', ".”", "!”", "?”", ".'", ".’")
QUOTES = ('"', "“", "”")


def find_boilerplate(lines: Sequence[str]) -> frozenset[int]:
    """The indices of the paragraphs that are boilerplate; never all of them.

    Args:
        lines: The paragraphs of a text in order, the title included.
    """
    found = {i for i, line in enumerate(lines) if _is_furniture(line)}
    found |= _link_lists(lines)
    end = len(lines)
    while end and (end - 1 in found or _is_ending(lines[end - 1])):
        end -= 1
        found.add(end)
    return frozenset() if len(found) == len(lines) else frozenset(found)


@cache
def _words() -> dict[str, Any]:
    return knowledge.load("en/boilerplate")


def _plain(line: str) -> str:
    """A line as the word lists write it."""
    return " ".join(line.replace("’", "'").casefold().strip(TRIM).split())


def _is_furniture(line: str) -> bool:
    """Whether a line is boilerplate wherever it stands: "Advertisement", "* * *"."""
    if len(line) > LONGEST_LINE:
        return False
    if not any(character.isalnum() for character in line):
        return True
    plain = _plain(line)
    if plain in _words()["lines"]:
        return True
    if len(plain.split()) > LONGEST_PROMOTION or any(mark in line for mark in QUOTES):
        return False
    return any(words in plain for words in _words()["promotions"])


def _is_ending(line: str) -> bool:
    """Whether a line is boilerplate if only such lines follow: "Follow us on Facebook"."""
    if len(line) > LONGEST_LINE or any(mark in line for mark in QUOTES):
        return False
    plain = _plain(line)
    if len(plain.split()) > LONGEST_ENDING:
        return False
    words = _words()
    follow = words["follow"]
    label, colon, _ = line.partition(":")
    return (
        any(_begins(plain, ending) for ending in words["endings"])
        or any(credit in plain for credit in words["credits"])
        or (plain.startswith(follow["begins"]) and any(on in plain for on in follow["on"]))
        or plain in words["labels"]
        or (bool(colon) and _plain(label) in words["labels"])
    )


def _begins(plain: str, words: str) -> bool:
    rest = plain.removeprefix(words)
    return rest != plain and (not rest or not rest[0].isalpha() or not words[-1].isalpha())


def _link_lists(lines: Sequence[str]) -> set[int]:
    """Headings of lists of links, with the items that follow them."""
    found: set[int] = set()
    for i, line in enumerate(lines):
        if not _opens_list(line):
            continue
        found.add(i)
        following = i + 1
        while following < len(lines) and _is_item(lines[following]):
            found.add(following)
            following += 1
    return found


def _opens_list(line: str) -> bool:
    """Whether a line is "Related stories", "Read more: Ministers meet" or the like."""
    if len(line) > LONGEST_LINE:
        return False
    words = _words()
    if _plain(line) in words["headings"] or _plain(line) in words["bare_headings"]:
        return True
    heading, colon, rest = line.partition(":")
    return bool(colon) and _plain(heading) in words["headings"] and _is_item(rest)


def _is_item(line: str) -> bool:
    """Whether a line could be an item of a list of links: short, and no full sentence."""
    text = line.strip()
    if len(text) > LONGEST_LINE or len(text.split()) > LONGEST_ITEM:
        return False
    return not text.endswith(SENTENCE_ENDS)
