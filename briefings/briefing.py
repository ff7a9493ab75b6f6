"""What was found in a document: actors, their positions, and the open questions.

The terms are those of the field: a *mention* refers to an *actor* (coreference), an attribution
has a *source*, a *cue* and a *content* (PARC3, PolNeAR), and the *holder* is the actor whose
position it is. Source and holder differ when a stance is second-hand: "Ruiz spoke of Okafor's
commitment" has the source Ruiz and the holder Okafor.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefings.document import Span
from briefings.events import Event, Place, Quantity, Time


class ActorType(StrEnum):
    """What kind of actor it is; each has a counterpart in FollowTheMoney and PLOVER."""

    PERSON = "person"
    STATE = "state"
    GOVERNMENT = "government"
    INTERNATIONAL_ORGANIZATION = "international_organization"
    PARTY = "party"
    COMPANY = "company"
    ORGANIZATION = "organization"
    ARMED_FORCE = "armed_force"
    MEDIA = "media"
    GROUP = "group"
    PLACE = "place"
    """A city or province: governed, so that it may act, but mostly just where things happen."""


class MentionKind(StrEnum):
    """How a mention refers: by name, description, pronoun, or nationality adjective."""

    NAMED = "named"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    ADJECTIVE = "adjective"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the text refers to an actor."""

    span: Span
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Role:
    """What the text says an actor is: "French President", "son-in-law".

    Attributes:
        title: The words of the text without the state or organisation: "President".
        organization: The organisation named with it, or empty.
        state: The name of the state that is named with it, or empty.
        span: Where the text says so.
    """

    title: str
    span: Span
    organization: str = ""
    state: str = ""

    @property
    def label(self) -> str:
        """The role in one line: "Prime Minister · UK"; what the title says is not repeated."""
        parts: list[str] = []
        for part in (self.title, self.organization, self.state):
            if part and not any(f" {part} " in f" {said} " for said in parts):
                parts.append(part)
        return " · ".join(parts)


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone or something that acts, once for the whole document.

    Attributes:
        id: Unique within its briefing ("a3"); positions and questions refer to it.
        name: The best name the text gives.
        type: What kind of actor it is.
        mentions: Every place that refers to it, in the order of the text.
        aliases: The other names the text gives, without pronouns and descriptions.
        roles: What the text says it is.
        state: The name of the state it belongs to ("Russia" for the Kremlin); empty if the
            text and general knowledge give none.
        salience: How much the document is about it, 0 to 1, the most salient actor having 1.
    """

    id: str
    name: str
    type: ActorType
    mentions: tuple[Mention, ...]
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    state: str = ""
    salience: float = 0.0


def _is_aside(actor: Actor) -> bool:
    """Whether an actor only counts by what it does: a place, or a description told once."""
    if actor.type is ActorType.PLACE:
        return True
    is_named = any(mention.kind is not MentionKind.NOMINAL for mention in actor.mentions)
    return len(actor.mentions) == 1 and not is_named


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie between two actors that the text states: "son-in-law of", "envoy of".

    Attributes:
        kind: DWIE's name where there is one (`agent_of`, `head_of_state`), else `family`.
        label: The words of the text.
        subject: The id of the actor who stands in the relation.
        object: The id of the actor it is a relation to.
        span: Where the text says so.
    """

    kind: str
    label: str
    subject: str
    object: str
    span: Span


class Family(StrEnum):
    """The four families of stances."""

    FOR = "for"
    AGAINST = "against"
    ASKS = "asks"
    SAYS = "says"

    @property
    def sign(self) -> str:
        """One cell that tells the family without colour."""
        return {"for": "+", "against": "−", "asks": "?", "says": "·"}[self]


class Stance(StrEnum):
    """What a holder does with the content; the thirteen stances of PLOVER's classes."""

    COMMITS = "commits"
    SUPPORTS = "supports"
    CONCEDES = "concedes"
    OPPOSES = "opposes"
    REFUSES = "refuses"
    DENIES = "denies"
    ACCUSES = "accuses"
    THREATENS = "threatens"
    DEMANDS = "demands"
    CONDITIONS = "conditions"
    WARNS = "warns"
    WITHHOLDS = "withholds"
    STATES = "states"

    @property
    def family(self) -> Family:
        """The family that the stance belongs to."""
        return _FAMILIES[self]


_FAMILIES = {
    Stance.COMMITS: Family.FOR,
    Stance.SUPPORTS: Family.FOR,
    Stance.CONCEDES: Family.FOR,
    Stance.OPPOSES: Family.AGAINST,
    Stance.REFUSES: Family.AGAINST,
    Stance.DENIES: Family.AGAINST,
    Stance.ACCUSES: Family.AGAINST,
    Stance.THREATENS: Family.AGAINST,
    Stance.DEMANDS: Family.ASKS,
    Stance.CONDITIONS: Family.ASKS,
    Stance.WARNS: Family.SAYS,
    Stance.WITHHOLDS: Family.SAYS,
    Stance.STATES: Family.SAYS,
}


class Strength(StrEnum):
    """How far a holder goes."""

    FIRM = "firm"
    CONDITIONAL = "conditional"
    TENTATIVE = "tentative"


class Polarity(StrEnum):
    """Whether the stance holds for the content or for its negation."""

    POSITIVE = "+"
    NEGATIVE = "-"


class Directness(StrEnum):
    """How the text gives the content; `attitude` is a stance without a speech act."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    ATTITUDE = "attitude"


class HedgeKind(StrEnum):
    """What sort of uncertainty a word marks (after Szarvas et al. 2012 and Vincze 2013)."""

    EPISTEMIC = "epistemic"
    EVIDENTIAL = "evidential"
    DOXASTIC = "doxastic"
    WEASEL = "weasel"


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that marks uncertainty, with its kind."""

    span: Span
    kind: HedgeKind


@dataclass(frozen=True, slots=True)
class Position:
    """A stand that someone takes, with the words it comes from.

    Attributes:
        id: Unique within its briefing ("p7").
        holders: The ids of the actors whose position it is; empty if the text leaves it open.
        sources: The ids of the actors who are reported to have said so.
        on_behalf_of: The ids of the actors for whom a spokesperson speaks.
        stance: One of thirteen.
        strength: How far the holder goes.
        polarity: Negative if the cue or a quantifier is negated.
        directness: How the text gives it.
        source: The words that name who said so; empty if nobody is named.
        cue: The words that report it.
        content: The words that say what it is about; more than one span if it is interrupted.
        condition: The words of the condition it stands under, marker included, or None.
        sentence: The sentence that holds the cue.
        topic: The issue, a noun phrase of the text; the same for positions on one matter.
        targets: The ids of the actors whom it is directed at.
        hedges: The words that mark it as uncertain.
        is_stand: False for what is attribution but no stand (a wish, a vote, a deed): found and
            kept, but left out of the pane.
        confidence: 0 to 1, how often a find of this construction is right.
    """

    id: str
    holders: tuple[str, ...]
    sources: tuple[str, ...]
    stance: Stance
    strength: Strength
    directness: Directness
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    sentence: Span
    condition: Span | None = None
    polarity: Polarity = Polarity.POSITIVE
    topic: str = ""
    on_behalf_of: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    is_stand: bool = True
    confidence: float = 1.0


class QuestionKind(StrEnum):
    """Why a question is open."""

    UNKNOWN = "unknown"
    CONTINGENT = "contingent"
    DISPUTED = "disputed"
    UNDECIDED = "undecided"
    AWAITED = "awaited"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True)
class Question:
    """Something the text leaves open.

    Attributes:
        id: Unique within its briefing ("q2").
        kind: Why it is open.
        sentence: The sentence that leaves it open.
        cue: The words that show it.
        text: A short question made by template from the sentence's words; ours, not the text's.
        resolvers: The ids of the actors who can settle it.
        topic: The issue, a noun phrase of the text, or empty.
        group: The id of the clearest statement of the same matter; empty if it is this one.
    """

    id: str
    kind: QuestionKind
    sentence: Span
    cue: Span
    text: str
    resolvers: tuple[str, ...] = ()
    topic: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything that was found in one document.

    Attributes:
        document_id: The id of the document it was made from.
        analysis: Which analysis made it: its version and the model's name.
        sentences: The sentences of the analysed part, in order.
        actors: The most salient first.
        positions: In the order of the text.
        questions: In the order of the text.
        relations: Between the actors, as the text states them.
        events: In the order of the text.
        times: Every expression of time, in the order of the text.
        quantities: In the order of the text.
        places: In the order of first mention.
    """

    document_id: str
    analysis: str
    sentences: tuple[Span, ...] = ()
    actors: tuple[Actor, ...] = ()
    positions: tuple[Position, ...] = ()
    questions: tuple[Question, ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[Event, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    places: tuple[Place, ...] = ()

    def actor(self, identity: str) -> Actor:
        """The actor with this id; raises KeyError if there is none."""
        for actor in self.actors:
            if actor.id == identity:
                return actor
        raise KeyError(identity)

    @property
    def listed_actors(self) -> tuple[Actor, ...]:
        """The actors a reader is shown.

        A place is one only if it takes a stand, and so is whom the text describes but once.
        """
        acting = {
            identity
            for position in self.stands
            for identity in (*position.holders, *position.sources, *position.on_behalf_of)
        }
        return tuple(a for a in self.actors if a.id in acting or not _is_aside(a))

    @property
    def stands(self) -> tuple[Position, ...]:
        """The positions that are stands and have a holder: what a reader is shown."""
        return tuple(p for p in self.positions if p.is_stand and p.holders)

    @property
    def matters(self) -> tuple[tuple[Question, tuple[Question, ...]], ...]:
        """The questions by matter: the clearest statement of each, and the others on it."""
        known = {question.id for question in self.questions}
        leads = {question.id for question in self.questions if question.group not in known}
        others: dict[str, list[Question]] = {}
        for question in self.questions:
            if question.group in leads:
                others.setdefault(question.group, []).append(question)
        return tuple(
            (lead, tuple(others.pop(lead.id, ())))
            for lead in self.questions
            if lead.group not in leads
        )
