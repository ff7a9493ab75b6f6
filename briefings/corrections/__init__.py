"""What a reader does to a briefing, as values, and what it makes of the briefing.

A change points at words in the text and at names (`Anchors` makes what it points with), so that it
outlives the analysis. `apply` lays corrections over what was found; notes, tags and other marks
(`marks`) stand beside it; rules (`rules`) are corrections for the whole library. The library's
journal keeps them all:

    anchors = Anchors(stored.document, stored.briefing)
    correction = Merge(anchors.actor("a4"), into=anchors.actor("a1"))
    library.journal.record(stored.document.id, correction)
    library.journal.record(stored.document.id, as_rule(correction))  # in every other briefing too
    stored = library.get(stored.document.id)
"""

from __future__ import annotations

from briefings.corrections.anchors import (
    ActorAnchor,
    Anchors,
    Passage,
    PositionAnchor,
    QuestionAnchor,
    find_actor,
    find_position,
    find_question,
)
from briefings.corrections.applying import Applied, Unfitting, apply
from briefings.corrections.coding import Change
from briefings.corrections.describing import describe, describe_rule
from briefings.corrections.marks import (
    AddTag,
    DeleteNote,
    EditNote,
    Mark,
    QuestionStatus,
    RemoveTag,
    SetQuestionStatus,
    SetRead,
    SetRemoved,
    SetStar,
    Subject,
    WriteNote,
)
from briefings.corrections.rules import (
    AlwaysAssign,
    AlwaysMerge,
    AlwaysRename,
    AlwaysRetype,
    Named,
    NeverMerge,
    RemoveRule,
    Rule,
    as_rule,
)
from briefings.corrections.values import (
    AddActor,
    AddMention,
    AddPosition,
    AddQuestion,
    Assign,
    Correction,
    HideActor,
    HidePosition,
    HideQuestion,
    Merge,
    MoveMention,
    RemoveMention,
    Rename,
    Rephrase,
    Retype,
    SetCondition,
    SetHolders,
    SetPolarity,
    SetQuestionKind,
    SetResolvers,
    SetStance,
    SetStrength,
    SetTargets,
    SetTopic,
    Split,
    Withdraw,
)

__all__ = [
    "ActorAnchor",
    "AddActor",
    "AddMention",
    "AddPosition",
    "AddQuestion",
    "AddTag",
    "AlwaysAssign",
    "AlwaysMerge",
    "AlwaysRename",
    "AlwaysRetype",
    "Anchors",
    "Applied",
    "Assign",
    "Change",
    "Correction",
    "DeleteNote",
    "EditNote",
    "HideActor",
    "HidePosition",
    "HideQuestion",
    "Mark",
    "Merge",
    "MoveMention",
    "Named",
    "NeverMerge",
    "Passage",
    "PositionAnchor",
    "QuestionAnchor",
    "QuestionStatus",
    "RemoveMention",
    "RemoveRule",
    "RemoveTag",
    "Rename",
    "Rephrase",
    "Retype",
    "Rule",
    "SetCondition",
    "SetHolders",
    "SetPolarity",
    "SetQuestionKind",
    "SetQuestionStatus",
    "SetRead",
    "SetRemoved",
    "SetResolvers",
    "SetStance",
    "SetStar",
    "SetStrength",
    "SetTargets",
    "SetTopic",
    "Split",
    "Subject",
    "Unfitting",
    "Withdraw",
    "WriteNote",
    "apply",
    "as_rule",
    "describe",
    "describe_rule",
    "find_actor",
    "find_position",
    "find_question",
]
