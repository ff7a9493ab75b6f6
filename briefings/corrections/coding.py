"""Changes as they are stored: the name of their kind, and their fields as JSON."""

from __future__ import annotations

from typing import TypeAlias

from briefings.corrections import marks, rules, values
from briefings.corrections.marks import Mark
from briefings.corrections.rules import RemoveRule, Rule
from briefings.corrections.values import Correction, Withdraw
from briefings.errors import LibraryError

Change: TypeAlias = Correction | Withdraw | Mark | Rule | RemoveRule

VERSION = 1
"""Of the form of the fields; raised when what is stored has to be read in another way."""

CORRECTIONS: dict[str, type[Correction]] = {
    "merge": values.Merge,
    "split": values.Split,
    "rename": values.Rename,
    "retype": values.Retype,
    "assign": values.Assign,
    "add actor": values.AddActor,
    "hide actor": values.HideActor,
    "add mention": values.AddMention,
    "remove mention": values.RemoveMention,
    "move mention": values.MoveMention,
    "set holders": values.SetHolders,
    "set targets": values.SetTargets,
    "set stance": values.SetStance,
    "set strength": values.SetStrength,
    "set polarity": values.SetPolarity,
    "set topic": values.SetTopic,
    "set condition": values.SetCondition,
    "hide position": values.HidePosition,
    "add position": values.AddPosition,
    "hide question": values.HideQuestion,
    "add question": values.AddQuestion,
    "rephrase": values.Rephrase,
    "set question kind": values.SetQuestionKind,
    "set resolvers": values.SetResolvers,
}

MARKS: dict[str, type[Mark]] = {
    "write note": marks.WriteNote,
    "edit note": marks.EditNote,
    "delete note": marks.DeleteNote,
    "set question status": marks.SetQuestionStatus,
    "add tag": marks.AddTag,
    "remove tag": marks.RemoveTag,
    "set star": marks.SetStar,
    "set read": marks.SetRead,
    "set removed": marks.SetRemoved,
}

RULES: dict[str, type[Rule]] = {
    "always merge": rules.AlwaysMerge,
    "never merge": rules.NeverMerge,
    "always retype": rules.AlwaysRetype,
    "always rename": rules.AlwaysRename,
    "always assign": rules.AlwaysAssign,
}

KINDS: dict[str, type[Change]] = {
    **CORRECTIONS,
    **MARKS,
    **RULES,
    "remove rule": RemoveRule,
    "withdraw": Withdraw,
}
"""The name under which each class is stored; a name is never given to another class."""

_NAMES = {each: name for name, each in KINDS.items()}


def kind_of(change: Change) -> str:
    """The name under which a change is stored."""
    return _NAMES[type(change)]


def encode(change: Change) -> str:
    """The fields of a change as JSON.

    Raises:
        LibraryError: A text in it holds half of a surrogate pair.
    """
    from msgspec import json

    try:
        return json.encode(change).decode()
    except UnicodeEncodeError as error:
        raise LibraryError(
            "What you typed holds half of a surrogate pair, which no library can keep",
            "type it again",
        ) from error


def decode(kind: str, fields: str) -> Change:
    """The change that was stored.

    Raises:
        LibraryError: It is none that this program knows.
    """
    from msgspec import DecodeError, json

    try:
        return json.decode(fields, type=KINDS[kind])
    except (KeyError, DecodeError) as error:
        raise LibraryError(
            f"The journal holds a change “{kind}” that cannot be read",
            "update briefing, or restore the library from a copy",
        ) from error
