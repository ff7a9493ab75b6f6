"""Small briefings whose every offset stands where it says, as `Upkeep.check` demands."""

from __future__ import annotations

from functools import partial

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
from briefings.document import Document, Origin
from tests.words import span_in

TOLD = (
    "Harbour talks, part {0}\n\n"
    "Foreign minister Petra Lindqvist said that Orland would not sign paper {0}. "
    "It is unclear when talk {0} will go on.\n\n"
    "Links"
)


def told(number: int) -> tuple[Document, Briefing]:
    """A document of a few sentences and its briefing; another one for each number."""
    text = TOLD.format(number)

    at = partial(span_in, text)
    title, body, links = text.split("\n\n")
    document = Document.of(
        text,
        title=title,
        title_span=at(title),
        paragraphs=(at(title), at(body)),
        boilerplate=(at(links),),
        origin=Origin(publisher="Harbour News"),
    )
    said, unclear = (at(f"{sentence}.") for sentence in body.rstrip(".").split(". "))
    minister = Actor(
        "a1",
        "Petra Lindqvist",
        ActorType.PERSON,
        (Mention(at("Petra Lindqvist"), MentionKind.NAMED),),
        aliases=("Lindqvist",),
        roles=(Role("Foreign minister", at("Foreign minister"), state="Orland"),),
        state="Orland",
        salience=1.0,
    )
    orland = Actor("a2", "Orland", ActorType.STATE, (Mention(at("Orland"), MentionKind.NAMED),))
    position = Position(
        "p1",
        holders=("a2",),
        sources=("a1",),
        stance=Stance.REFUSES,
        strength=Strength.FIRM,
        directness=Directness.INDIRECT,
        source=(at("Petra Lindqvist"),),
        cue=(at("said"),),
        content=(at(f"sign paper {number}"),),
        sentence=said,
        topic=f"paper {number}",
    )
    question = Question(
        "q1",
        QuestionKind.UNKNOWN,
        sentence=unclear,
        cue=at("unclear"),
        text=f"When will talk {number} go on?",
        resolvers=("a2",),
    )
    briefing = Briefing(
        document.id, "1 by hand", (said, unclear), (minister, orland), (position,), (question,)
    )
    return document, briefing
