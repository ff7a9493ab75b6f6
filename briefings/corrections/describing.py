"""What a reader did, as a sentence for people: “Merged ‘Okafor’ into ‘Mira Okafor’”."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.corrections.anchors import ActorAnchor, Passage, PositionAnchor
from briefings.corrections.case import shown
from briefings.corrections.coding import Change
from briefings.corrections.marks import (
    AddTag,
    DeleteNote,
    EditNote,
    Mark,
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
    NeverMerge,
    RemoveRule,
    Rule,
)
from briefings.corrections.values import (
    ActorCorrection,
    AddActor,
    AddMention,
    AddPosition,
    AddQuestion,
    Assign,
    HideActor,
    HidePosition,
    HideQuestion,
    Merge,
    MoveMention,
    PositionCorrection,
    QuestionCorrection,
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


def describe(change: Change) -> str:
    """What a change does, in the past tense, without a full stop; names in single quotes."""
    if isinstance(change, ActorCorrection):
        return _of_actors(change)
    if isinstance(change, PositionCorrection):
        return _of_positions(change)
    if isinstance(change, QuestionCorrection):
        return _of_questions(change)
    if isinstance(change, Mark):
        return _of_marks(change)
    if isinstance(change, RemoveRule):
        return f"Removed rule {change.rule}"
    if isinstance(change, Withdraw):
        return f"Withdrew correction {change.change}"
    return f"Taught for the whole library: {describe_rule(change)}"


def describe_rule(rule: Rule) -> str:
    """What a rule says, in the present tense, without a full stop."""
    match rule:
        case AlwaysMerge():
            return f"{_q(rule.actor.name)} is {_q(rule.into.name)}"
        case NeverMerge():
            return f"{_q(rule.one.name)} and {_q(rule.other.name)} are never the same"
        case AlwaysRetype():
            return f"{_q(rule.actor.name)} is of the type {_plain(rule.type)}"
        case AlwaysRename():
            return f"{_q(rule.actor.name)} is called {_q(rule.name)}"
        case AlwaysAssign() if rule.state:
            return f"{_q(rule.actor.name)} belongs to {_q(rule.state)}"
        case AlwaysAssign():
            return f"{_q(rule.actor.name)} belongs to no state"


def _of_actors(change: ActorCorrection) -> str:
    match change:
        case Merge():
            return f"Merged {_q(change.actor.name)} into {_q(change.into.name)}"
        case Split():
            count = len(change.mentions)
            mentions = f"{count:,} mention{'s' if count != 1 else ''}"
            return f"Split {_q(change.name)} ({mentions}) off {_q(change.actor.name)}"
        case Rename():
            return f"Renamed {_q(change.actor.name)} to {_q(change.name)}"
        case Retype():
            before, after = _plain(change.actor.type), _plain(change.type)
            return f"Changed the type of {_q(change.actor.name)} from {before} to {after}"
        case Assign() if change.state:
            return f"Said that {_q(change.actor.name)} belongs to {_q(change.state)}"
        case Assign():
            return f"Said that {_q(change.actor.name)} belongs to no state"
        case AddActor():
            return f"Added the actor {_q(change.name)}"
        case HideActor():
            return f"Hid the actor {_q(change.actor.name)}"
        case AddMention():
            return f"Added {_p(change.passage)} to the mentions of {_q(change.actor.name)}"
        case RemoveMention():
            return f"Removed {_p(change.passage)} from the mentions of {_q(change.actor.name)}"
        case MoveMention():
            actors = f"from {_q(change.actor.name)} to {_q(change.into.name)}"
            return f"Moved the mention {_p(change.passage)} {actors}"


def _of_positions(change: PositionCorrection) -> str:
    if isinstance(change, AddPosition):
        said = shown(_joined(change.content))
        return f"Added a position of {_names(change.holders)}: {change.stance} ‘{said}’"
    where = f"of {_position(change.position)}"
    match change:
        case SetHolders():
            return f"Changed the holder {where} to {_names(change.holders)}"
        case SetTargets():
            return f"Changed the target {where} to {_names(change.targets)}"
        case SetStance():
            return f"Changed the stance {where} from {change.position.stance} to {change.stance}"
        case SetStrength():
            return f"Changed the strength {where} to {change.strength}"
        case SetPolarity():
            return f"Changed the polarity {where} to {change.polarity.name.lower()}"
        case SetTopic():
            return f"Changed the topic {where} to {_q(change.topic)}"
        case SetCondition() if change.condition:
            return f"Changed the condition {where} to {_p(change.condition)}"
        case SetCondition():
            return f"Removed the condition {where}"
        case HidePosition():
            return f"Hid {_position(change.position)}"


def _of_questions(change: QuestionCorrection) -> str:
    match change:
        case AddQuestion():
            return f"Added the question {_q(change.text)}"
        case HideQuestion():
            return f"Hid the question {_q(change.question.text)}"
        case Rephrase():
            return f"Rephrased {_q(change.question.text)} as {_q(change.text)}"
        case SetQuestionKind():
            return f"Changed the kind of {_q(change.question.text)} to {change.kind}"
        case SetResolvers():
            resolvers = _names(change.resolvers)
            return f"Changed who can settle {_q(change.question.text)} to {resolvers}"


def _of_marks(change: Mark) -> str:
    match change:
        case WriteNote():
            return f"Wrote a note on {_subject(change.about)}: {_q(change.text)}"
        case EditNote():
            return f"Changed a note to {_q(change.text)}"
        case DeleteNote():
            return "Deleted a note"
        case SetQuestionStatus():
            return f"Marked {_q(change.question.text)} as {change.status}"
        case AddTag():
            return f"Added the tag {_q(change.tag)}"
        case RemoveTag():
            return f"Removed the tag {_q(change.tag)}"
        case SetRemoved():
            return "Removed the briefing" if change.is_removed else "Brought the briefing back"
        case SetStar():
            return "Starred the briefing" if change.is_starred else "Took the star away"
        case SetRead():
            return f"Marked the briefing as {'read' if change.is_read else 'unread'}"


def _subject(about: Subject) -> str:
    if about.actor:
        return _q(about.actor.name)
    if about.position:
        return _position(about.position)
    if about.question:
        return f"the question {_q(about.question.text)}"
    return _p(about.passage) if about.passage else "the briefing"


def _position(anchor: PositionAnchor) -> str:
    return f"the position ‘{shown(_joined(anchor.content or anchor.cue))}’"


def _joined(passages: Sequence[Passage]) -> str:
    return " … ".join(passage.words for passage in passages)


def _names(actors: Sequence[ActorAnchor]) -> str:
    return ", ".join(_q(actor.name) for actor in actors) or "nobody"


def _plain(name: str) -> str:
    return name.replace("_", " ")


def _p(passage: Passage) -> str:
    return _q(passage.words)


def _q(words: str) -> str:
    return f"‘{shown(words)}’"
