"""File names that every system takes, made from titles that may hold anything."""

from __future__ import annotations

import re
import unicodedata

from briefings.library import Stored

LONGEST = 120
"""Characters of a name, its ending included."""

_LONGEST_BYTES = 200
"""Most file systems allow 255; this leaves room for the endings of copies."""

ENDING = ".md"
"""What the name of a note ends with."""

_SPACING_CATEGORIES = ("Cc", "Cn", "Co", "Cs", "Zl", "Zp")

# Not allowed by Windows, or not inside a link of Obsidian.
_UNSAFE = re.compile(r'[\\/:*?"<>|#^\[\]]|%{2,}')

_RESERVED = re.compile(
    r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9\u00b9\u00b2\u00b3])\s*(?:\.|$)",
    re.IGNORECASE,
)


def note_name(stored: Stored, suffix: str = "", ending: str = ENDING) -> str:
    """The name of the file for a briefing's note: its title, as far as that is safe."""
    return named(stored.document.title or "", f" {stored.document.id[:8]}", suffix, ending)


def named(title: str, fallback: str, suffix: str = "", ending: str = ENDING) -> str:
    """A safe file name.

    Args:
        title: What the name should say; anything.
        fallback: What follows the word "briefing" if nothing of the title is left.
        suffix: What stands behind the title, to tell it from another; safe itself.
        ending: What the name ends with, dot included.
    """
    visible = unicodedata.normalize("NFC", "".join(_seen(letter) for letter in title))
    stem = _trimmed(_UNSAFE.sub(" ", visible)) or f"briefing{fallback}"
    if _RESERVED.match(stem):
        stem = f"_{stem}"
    room = LONGEST - len(suffix) - len(ending)
    room_bytes = _LONGEST_BYTES - len(suffix.encode()) - len(ending)
    stem = stem[:room].encode()[:room_bytes].decode(errors="ignore")
    return f"{_trimmed(stem)}{suffix}{ending}"


def _seen(letter: str) -> str:
    """What a name shows of a character: nothing of marks, a space for controls."""
    category = unicodedata.category(letter)
    if category == "Cf":
        return ""
    return " " if category in _SPACING_CATEGORIES else letter


def _trimmed(stem: str) -> str:
    """Without spaces, dots and dashes at the ends: a name must not hide, nor look an option."""
    return " ".join(stem.split()).lstrip(" .-").rstrip(" .")
