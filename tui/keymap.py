"""The `[keys]` of the settings, checked against the registry of actions.

Textual's own keymap says nothing about an unknown action, and a key that is given to two actions
silently leaves one of them without; both are caught here. A key is written as Textual writes it:
`n`, `ctrl+n`, `f5`, `?` or `question_mark`; several with commas between them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from briefings.errors import SettingsError
from tui import actions
from tui.actions import Action, Place

MODIFIERS = ("ctrl", "alt", "shift", "super", "meta", "hyper")

_CHARACTERS = {
    "space": " ",
    "slash": "/",
    "backslash": "\\",
    "at": "@",
    "minus": "-",
    "plus": "+",
    "underscore": "_",
    "less_than_sign": "<",
    "greater_than_sign": ">",
}
NAMED_KEYS = frozenset(
    ["escape", "enter", "tab", "backspace", "delete", "insert", "home", "end", "pageup"]
    + ["pagedown", "up", "down", "left", "right", *_CHARACTERS]
    + [f"f{number}" for number in range(1, 25)]
)
"""What Textual calls the keys that are not named by their character's Unicode name."""

_SHORT = {
    "escape": "esc",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    " ": "space",
}


def checked_keymap(keys: Mapping[str, object], source: str) -> dict[str, str]:
    """The keys of the settings as `App.set_keymap` wants them: action id -> keys with commas.

    Args:
        keys: Action id -> a key, several keys with commas, or a list of keys.
        source: What the reader calls the settings file.

    Raises:
        SettingsError: If there is no such action or key, or a key would have two actions.
    """
    known = {action.id: action for action in actions.ACTIONS}
    keymap: dict[str, tuple[str, ...]] = {}
    for identity, value in keys.items():
        if identity not in known:
            raise SettingsError(
                f"{source}: there is no action {identity!r} to give keys to in [keys]",
                suggestion(identity, known) or "press ? in the program for the names of all",
            )
        keymap[identity] = _keys(value, f"{source}: keys.{identity}")
    for identity in keymap:
        _check_clash(known[identity], keymap, source)
    return {identity: ",".join(keys) for identity, keys in keymap.items()}


def shown_key(key: str) -> str:
    """A key as the reader is shown it: `question_mark` as `?`, `pageup` as `pgup`."""
    *modifiers, base = (_canonical(key) or key).split("+") if len(key) > 1 else [key]
    return "+".join([*modifiers, _SHORT.get(base, base)])


def character_of(key: str) -> str | None:
    """The character that a key types: `/` for `slash`; None if it types none."""
    named = _canonical(key)
    return named if named and len(named) == 1 else None


def suggestion(word: str, known: Iterable[str]) -> str:
    """What somebody who wrote `word` may have meant, as a remedy; empty if nothing is near."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(word, list(known), scorer=fuzz.ratio, score_cutoff=60)
    return f"perhaps {best[0]!r} is meant" if best else ""


def _keys(value: object, what: str) -> tuple[str, ...]:
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise SettingsError(
            f"{what} is neither a key nor a list of keys", 'write it as "n" or ["n", "ctrl+n"]'
        )
    if not any(part.strip() for part in parts):
        raise SettingsError(f"{what} gives the action no key", "name one, or remove the line")
    for part in parts:
        if _canonical(part.strip()) is None:
            raise SettingsError(
                f"{what}: there is no key {part.strip()!r}",
                suggestion(part.strip(), NAMED_KEYS) or 'write keys as "n", "ctrl+n" or "f5"',
            )
    return tuple("comma" if part.strip() == "," else part.strip() for part in parts)


def _canonical(key: str) -> str | None:
    """One spelling for each key, so that `?` and `question_mark` are the same; None if unknown."""
    *modifiers, base = key.split("+") if len(key) > 1 else [key]
    if any(modifier not in MODIFIERS for modifier in modifiers) or not base:
        return None
    if base in _CHARACTERS:
        base = _CHARACTERS[base]
    elif len(base) > 1 and base not in NAMED_KEYS:
        try:
            base = unicodedata.lookup(base.replace("_", " "))
        except KeyError:
            return None
    return "+".join([*sorted(modifiers), base])


_TOGETHER = (
    {Place.APP, Place.LIST, Place.BRIEFING},
    {Place.APP, Place.LIST, Place.LIBRARY},
    {Place.APP, Place.LIST, Place.PAGE, Place.DOSSIER},
    {Place.APP, Place.LIST, Place.PAGE, Place.LEDGER},
)
"""Places whose keys are in force at the same time. All others are heard alone, or before these:
while a dialog is open, while words are found or selected, while something is typed."""


def _meet(one: Place, other: Place) -> bool:
    """Whether the keys of two places can be in force at the same time."""
    return one is other or any({one, other} <= some for some in _TOGETHER)


def _check_clash(action: Action, keymap: Mapping[str, tuple[str, ...]], source: str) -> None:
    """Every other action whose keys are in force at the same time must have other keys."""
    wanted = {_canonical(key): key for key in keymap[action.id]}
    for other in actions.ACTIONS:
        if other.id == action.id or not _meet(other.place, action.place):
            continue
        for key in keymap.get(other.id, other.keys):
            if _canonical(key) in wanted:
                raise SettingsError(
                    f"{source}: keys.{action.id} is {wanted[_canonical(key)]!r},"
                    f" which is already the key of {other.id!r} ({other.title})",
                    "choose another, or give that action another one too",
                )
