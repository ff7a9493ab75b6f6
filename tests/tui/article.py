"""An invented article with a briefing made by hand, so that no test waits for an analysis."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from briefings.analysis import analysis_name
from briefings.briefing import (
    Actor,
    ActorType,
    Briefing,
    Directness,
    Mention,
    MentionKind,
    Position,
    Question,
    QuestionKind,
    Role,
    Stance,
    Strength,
)
from briefings.document import Document, Origin, Precision, Published, Span
from tests.words import span_in

TITLE = "Norvik and Sella Agree to Patrol the Ambra Strait While Toll Talks Stall"
PARAGRAPHS = (
    "Norvik and Sella said on Tuesday that they would send patrol boats to the Ambra Strait once a "
    "toll agreement is signed. The pledge came after a night of talks in Lindholm led by "
    "President Ada Okafor of Norvik and Sella’s Prime Minister Milan Ruiz.",
    "Okafor promised to open the northern harbour to grain ships, provided that insurers lower "
    "their rates. “We will not leave a single crew waiting,” she said.",
    "Ruiz spoke of Okafor’s commitment to free passage and called on Karst to withdraw its "
    "survey vessels. Whether Karst will do so is unclear.",
    "The Karst foreign ministry rejected the demand and accused Norvik of closing the strait by "
    "stealth. Its spokesman, Tomas Brandt, declined to say when the vessels would leave.",
    "The League of Ports warned that insurance could become unaffordable before the winter. "
    "Halden Shipping, the largest carrier, may reroute its fleet around Cape Ivo; the company has "
    "not decided yet.",
    "The harbour workers’ union opposes the tolls and will vote on a strike next week. Fisheries "
    "minister Inge Varga acknowledged that the tolls remain a contentious issue with the union.",
    "A second round of talks is expected in the spring. How the costs of the patrols will be "
    "shared was not disclosed.",
)
BOILERPLATE = ("Read also: Ten harbours to visit this summer", "Sign up for our newsletter")
TEXT = "\n".join((TITLE, *PARAGRAPHS, *BOILERPLATE))

SENTENCE_STARTS = (
    "Norvik and Sella Agree", "Norvik and Sella said", "The pledge came", "Okafor promised",
    "“We will not", "Ruiz spoke", "Whether Karst", "The Karst foreign", "Its spokesman",
    "The League", "Halden Shipping", "The harbour workers", "Fisheries", "A second round",
    "How the costs",
)  # fmt: skip


at = partial(span_in, TEXT)


def _lines() -> list[Span]:
    return [at(line) for line in (TITLE, *PARAGRAPHS, *BOILERPLATE)]


def _sentences() -> tuple[Span, ...]:
    lines = _lines()
    starts = [at(words).start for words in SENTENCE_STARTS]
    spans = []
    for number, start in enumerate(starts):
        line = next(line for line in lines if line.start <= start < line.end)
        following = starts[number + 1] if number + 1 < len(starts) else line.end
        end = min(following, line.end)
        spans.append(Span(start, start + len(TEXT[start:end].rstrip())))
    return tuple(spans)


SENTENCES = _sentences()


def document() -> Document:
    """The invented article."""
    lines = _lines()
    return Document.of(
        TEXT,
        title=TITLE,
        title_span=lines[0],
        paragraphs=tuple(lines[: len(PARAGRAPHS) + 1]),
        boilerplate=tuple(lines[len(PARAGRAPHS) + 1 :]),
        origin=Origin(publisher="The Lindholm Gazette"),
        published=Published("2031-03-11", Precision.DAY),
    )


def actor(
    identity: str,
    name: str,
    kind: ActorType,
    salience: float,
    mentions: Iterable[Span],
    *,
    role: tuple[str, str] | None = None,
    aliases: tuple[str, ...] = (),
    state: str = "",
) -> Actor:
    """An actor with mentions by name."""
    found = tuple(Mention(span, MentionKind.NAMED) for span in mentions)
    roles = (Role(role[0], found[0].span, state=role[1]),) if role else ()
    return Actor(identity, name, kind, found, aliases, roles, state, salience)


def actors() -> tuple[Actor, ...]:
    """The actors, the most salient first."""
    person, state = ActorType.PERSON, ActorType.STATE
    she = Mention(at("she", "she said"), MentionKind.PRONOUN)
    okafor = actor(
        "a3", "Ada Okafor", person, 1.0,
        [at("Ada Okafor"), at("Okafor", "Okafor promised"), at("Okafor’s")],
        role=("President", "Norvik"), aliases=("Okafor",), state="Norvik",
    )  # fmt: skip
    return (
        Actor(
            okafor.id, okafor.name, okafor.type, (*okafor.mentions[:2], she, okafor.mentions[2]),
            okafor.aliases, okafor.roles, okafor.state, okafor.salience,
        ),
        actor("a1", "Norvik", state, 0.86, [at("Norvik"), at("Norvik", "Norvik and Sella said"),
              at("Norvik", "Norvik of closing")]),
        actor("a4", "Milan Ruiz", person, 0.74, [at("Milan Ruiz"), at("Ruiz", "Ruiz spoke")],
              role=("Prime Minister", "Sella"), aliases=("Ruiz",), state="Sella"),
        actor("a2", "Sella", state, 0.7, [at("Sella"), at("Sella", "Norvik and Sella said")],
              aliases=("Republic of Sella",)),
        actor("a5", "Karst", state, 0.55, [at("Karst"), at("Karst", "Whether")]),
        actor("a6", "Karst foreign ministry", ActorType.GOVERNMENT, 0.5,
              [at("The Karst foreign ministry")], state="Karst"),
        actor("a7", "Tomas Brandt", person, 0.38, [at("Tomas Brandt")],
              role=("spokesman", "Karst"), aliases=("Brandt",)),
        actor("a8", "League of Ports", ActorType.INTERNATIONAL_ORGANIZATION, 0.34,
              [at("The League of Ports")]),
        actor("a9", "Halden Shipping", ActorType.COMPANY, 0.3,
              [at("Halden Shipping"), at("the company")]),
        actor("a10", "Harbour workers’ union", ActorType.ORGANIZATION, 0.27,
              [at("The harbour workers’ union"), at("the union")]),
        actor("a11", "Inge Varga", person, 0.2, [at("Inge Varga")],
              role=("fisheries minister", ""), aliases=("Varga",)),
        actor("a12", "insurers", ActorType.GROUP, 0.1, [at("insurers")]),
        actor("a13", "Lindholm", ActorType.PLACE, 0.05, [at("Lindholm")]),
    )  # fmt: skip


def position(
    identity: str,
    holders: str,
    stance: Stance,
    cue: str,
    content: str,
    *,
    source: str = "",
    sources: str | None = None,
    condition: str = "",
    topic: str = "",
    strength: Strength = Strength.FIRM,
) -> Position:
    """A position of which the words are given; holders and sources are ids with spaces between."""
    cue_span = at(cue)
    sentence = next(s for s in SENTENCES[1:] if s.contains(cue_span))
    told = holders if sources is None else sources
    return Position(
        id=identity,
        holders=tuple(holders.split()),
        sources=tuple(told.split()),
        stance=stance,
        strength=strength,
        directness=Directness.INDIRECT,
        source=(at(source, TEXT[sentence.start : sentence.end]),) if source else (),
        cue=(cue_span,),
        content=tuple(at(part) for part in content.split(" … ") if part),
        sentence=sentence,
        condition=at(condition) if condition else None,
        topic=topic,
    )


def positions() -> tuple[Position, ...]:
    """The positions in the order of the text."""
    patrols, tolls = "the patrols", "the tolls"
    passage, costs = "free passage", "insurance"
    return (
        position("p1", "a1 a2", Stance.COMMITS, "said on Tuesday",
                 "they would send patrol boats to the Ambra Strait once a toll agreement is signed",
                 source="Norvik and Sella", topic=patrols, strength=Strength.CONDITIONAL,
                 condition="once a toll agreement is signed"),
        position("p2", "a3", Stance.COMMITS, "promised",
                 "to open the northern harbour to grain ships", source="Okafor",
                 topic=passage, strength=Strength.CONDITIONAL,
                 condition="provided that insurers lower their rates"),
        position("p3", "a3", Stance.REFUSES, "she said",
                 "We will not leave a single crew waiting", source="she", topic=passage),
        position("p4", "a3", Stance.SUPPORTS, "commitment to", "free passage", sources="a4",
                 source="Okafor’s", topic=passage),
        position("p5", "a4", Stance.DEMANDS, "called on",
                 "Karst to withdraw its survey vessels", source="Ruiz", topic=patrols),
        position("p6", "a6", Stance.OPPOSES, "rejected", "the demand",
                 source="The Karst foreign ministry", topic=patrols),
        position("p7", "a6", Stance.ACCUSES, "accused", "Norvik of closing the strait by stealth",
                 source="The Karst foreign ministry", topic=passage),
        position("p8", "a7", Stance.WITHHOLDS, "declined to say",
                 "when the vessels would leave", source="Tomas Brandt"),
        position("p9", "a8", Stance.WARNS, "warned",
                 "that insurance could become unaffordable before the winter",
                 source="The League of Ports", topic=costs),
        position("p10", "a9", Stance.COMMITS, "may reroute",
                 "reroute its fleet around Cape Ivo", source="Halden Shipping", topic=costs,
                 strength=Strength.TENTATIVE),
        position("p11", "a10", Stance.OPPOSES, "opposes", "the tolls",
                 source="The harbour workers’ union", topic=tolls),
        position("p12", "a11", Stance.CONCEDES, "acknowledged",
                 "that the tolls remain a contentious issue with the union",
                 source="Inge Varga", topic=tolls),
    )  # fmt: skip


def question(identity: str, kind: QuestionKind, cue: str, text: str, resolvers: str) -> Question:
    """A question that the sentence of the cue leaves open."""
    span = at(cue)
    sentence = next(s for s in SENTENCES[1:] if s.contains(span))
    return Question(identity, kind, sentence, span, text, tuple(resolvers.split()))


def questions() -> tuple[Question, ...]:
    """The questions in the order of the text."""
    kind = QuestionKind
    return (
        question("q1", kind.AWAITED, "once a toll agreement is signed",
                 "Will a toll agreement be signed?", "a1 a2"),
        question("q2", kind.CONTINGENT, "provided that insurers lower their rates",
                 "Will insurers lower their rates?", "a12"),
        question("q3", kind.UNKNOWN, "unclear", "Will Karst withdraw its survey vessels?", "a5"),
        question("q4", kind.UNDECIDED, "has not decided yet",
                 "Will Halden Shipping reroute its fleet around Cape Ivo?", "a9"),
        question("q5", kind.DISPUTED, "remain a contentious issue",
                 "How will the tolls be settled?", "a11 a10"),
        question("q6", kind.UNKNOWN, "was not disclosed",
                 "How will the costs of the patrols be shared?", ""),
    )  # fmt: skip


def briefing() -> Briefing:
    """What is found in the article."""
    return Briefing(
        document_id=document().id,
        analysis=analysis_name(),
        sentences=SENTENCES,
        actors=actors(),
        positions=positions(),
        questions=questions(),
    )
