"""What a reader does to a briefing: corrections, as values that are kept for good.

Each is stored under the name in `coding.KINDS`. A field that is added later gets a default, so that
what was stored before can still be read; a field is never given another meaning.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from briefings.briefing import (
    ActorType,
    MentionKind,
    Polarity,
    QuestionKind,
    Stance,
    Strength,
)
from briefings.corrections.anchors import ActorAnchor, Passage, PositionAnchor, QuestionAnchor


@dataclass(frozen=True, slots=True)
class Merge:
    """Two actors are one: all that `actor` has goes to `into`, which keeps its name and type."""

    actor: ActorAnchor
    into: ActorAnchor


@dataclass(frozen=True, slots=True)
class Split:
    """Some mentions of an actor are another one's, who is called `name`.

    What was found at those mentions (positions, roles, events) goes with them.
    """

    actor: ActorAnchor
    mentions: tuple[Passage, ...]
    name: str
    type: ActorType


@dataclass(frozen=True, slots=True)
class Rename:
    """An actor is called otherwise; the name it had becomes an alias."""

    actor: ActorAnchor
    name: str


@dataclass(frozen=True, slots=True)
class Retype:
    """An actor is of another type."""

    actor: ActorAnchor
    type: ActorType


@dataclass(frozen=True, slots=True)
class Assign:
    """An actor belongs to another state; to none if `state` is empty."""

    actor: ActorAnchor
    state: str


@dataclass(frozen=True, slots=True)
class AddActor:
    """The selected words name an actor that was not found."""

    passage: Passage
    name: str
    type: ActorType


@dataclass(frozen=True, slots=True)
class HideActor:
    """This is no actor: it goes, also from positions, questions and events that refer to it."""

    actor: ActorAnchor


@dataclass(frozen=True, slots=True)
class AddMention:
    """The selected words refer to an actor."""

    actor: ActorAnchor
    passage: Passage
    kind: MentionKind = MentionKind.NAMED


@dataclass(frozen=True, slots=True)
class RemoveMention:
    """These words do not refer to the actor."""

    actor: ActorAnchor
    passage: Passage


@dataclass(frozen=True, slots=True)
class MoveMention:
    """These words refer to `into`, not to `actor`; what was found at them goes along."""

    actor: ActorAnchor
    into: ActorAnchor
    passage: Passage


@dataclass(frozen=True, slots=True)
class SetHolders:
    """A position is that of others."""

    position: PositionAnchor
    holders: tuple[ActorAnchor, ...]


@dataclass(frozen=True, slots=True)
class SetTargets:
    """A position is directed at others, or at nobody."""

    position: PositionAnchor
    targets: tuple[ActorAnchor, ...]


@dataclass(frozen=True, slots=True)
class SetStance:
    """A position has another stance."""

    position: PositionAnchor
    stance: Stance


@dataclass(frozen=True, slots=True)
class SetStrength:
    """A position goes farther, or less far."""

    position: PositionAnchor
    strength: Strength


@dataclass(frozen=True, slots=True)
class SetPolarity:
    """The stance holds for the content, or for its negation."""

    position: PositionAnchor
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class SetTopic:
    """A position is about another issue."""

    position: PositionAnchor
    topic: str


@dataclass(frozen=True, slots=True)
class SetCondition:
    """A position stands under the condition that these words say, or under none."""

    position: PositionAnchor
    condition: Passage | None


@dataclass(frozen=True, slots=True)
class HidePosition:
    """This is no position."""

    position: PositionAnchor


@dataclass(frozen=True, slots=True)
class AddPosition:
    """The selected words hold a position that was not found.

    Attributes:
        holders: Whose it is; at least one.
        stance: What they do.
        content: The words that say what it is about; at least one passage.
        cue: The words that report it; empty if only the content was selected.
        strength: How far they go.
        polarity: Negative if the stance holds for the negation of the content.
        topic: The issue, or empty.
        condition: The words of the condition it stands under, or None.
    """

    holders: tuple[ActorAnchor, ...]
    stance: Stance
    content: tuple[Passage, ...]
    cue: tuple[Passage, ...] = ()
    strength: Strength = Strength.FIRM
    polarity: Polarity = Polarity.POSITIVE
    topic: str = ""
    condition: Passage | None = None


@dataclass(frozen=True, slots=True)
class HideQuestion:
    """This is no open question."""

    question: QuestionAnchor


@dataclass(frozen=True, slots=True)
class AddQuestion:
    """The selected words leave something open; `text` is the question in the reader's words."""

    passage: Passage
    text: str
    kind: QuestionKind = QuestionKind.UNKNOWN
    resolvers: tuple[ActorAnchor, ...] = ()
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Rephrase:
    """A question in other words."""

    question: QuestionAnchor
    text: str


@dataclass(frozen=True, slots=True)
class SetQuestionKind:
    """A question is open for another reason."""

    question: QuestionAnchor
    kind: QuestionKind


@dataclass(frozen=True, slots=True)
class SetResolvers:
    """Others can settle a question, or nobody."""

    question: QuestionAnchor
    resolvers: tuple[ActorAnchor, ...]


@dataclass(frozen=True, slots=True)
class Withdraw:
    """An earlier correction of this briefing no longer counts, whatever was done since.

    What was hidden is shown again, and a correction that does not fit any more is done with.

    Attributes:
        change: The number of its entry in the journal.
    """

    change: int


ActorCorrection: TypeAlias = (
    Merge | Split | Rename | Retype | Assign | AddActor | HideActor
    | AddMention | RemoveMention | MoveMention
)  # fmt: skip
PositionCorrection: TypeAlias = (
    SetHolders | SetTargets | SetStance | SetStrength | SetPolarity | SetTopic | SetCondition
    | HidePosition | AddPosition
)  # fmt: skip
QuestionCorrection: TypeAlias = (
    HideQuestion | AddQuestion | Rephrase | SetQuestionKind | SetResolvers
)  # fmt: skip
Correction: TypeAlias = ActorCorrection | PositionCorrection | QuestionCorrection
