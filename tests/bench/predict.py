"""Predictions for the scorers of the benchmarks.

    python -m tests.bench.predict attribution SPLIT_DIR OUT.jsonl
    python -m tests.bench.predict actors|questions|stance GOLD.jsonl OUT.jsonl
    python -m tests.bench.predict sample ARTICLE OUT.json

Offsets refer to the text as given. Each door reads one text after the other, analyses it as the
program would, and writes what the scorer of the same name expects.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from briefings import analyse
from briefings.briefing import Actor, ActorType, Briefing, MentionKind, Position
from briefings.commitments import Commitment, commitments
from briefings.document import Document, Span
from briefings.events import Event, TimeKind
from briefings.reading import document_from_text

COARSE_TYPES = {ActorType.PERSON: "person", ActorType.STATE: "place", ActorType.PLACE: "place"}


def briefed(text: str) -> tuple[Document, Briefing]:
    document = document_from_text(text)
    return document, analyse(document)


def pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def attribution_rows(split: Path) -> Iterator[dict[str, Any]]:
    for path in sorted((split / "text").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as handle:
            _, briefing = briefed(handle.read())
        rows = [attribution(p) for p in briefing.positions if not second_hand(p)]
        yield {"id": path.stem, "attributions": rows}


def second_hand(position: Position) -> bool:
    """Whether the stance is told by another: the corpus marks the outer report only."""
    return bool(position.sources) and not set(position.holders) & set(position.sources)


def attribution(position: Position) -> dict[str, list[list[int]]]:
    return {
        "source": pairs(position.source),
        "cue": pairs(position.cue),
        "content": pairs(position.content),
    }


def actor_row(text: str) -> dict[str, Any]:
    """Adjectives ("French") are no mentions in this corpus, and make no actor there.

    Its actors have a name. Whom a text only describes ("U.S. officials") is left out here: the
    scorer takes the capital in a description for a name.
    """
    _, briefing = briefed(text)
    rows = []
    for actor in briefing.actors:
        mentions = [m.span for m in actor.mentions if m.kind is not MentionKind.ADJECTIVE]
        if any(mention.kind is MentionKind.NAMED for mention in actor.mentions):
            kind = COARSE_TYPES.get(actor.type, "organization")
            rows.append({"name": actor.name, "type": kind, "mentions": pairs(mentions)})
    return {"actors": rows}


def question_row(text: str) -> dict[str, Any]:
    _, briefing = briefed(text)
    rows = [
        {"start": q.sentence.start, "end": q.sentence.end, "kind": q.kind}
        for q in briefing.questions
    ]
    return {"questions": rows}


def stance_row(text: str) -> dict[str, Any]:
    """A holder is given by every name the text has for it: "PRC" beside "China"."""
    _, briefing = briefed(text)
    rows = []
    for position in briefing.stands:
        holders = [briefing.actor(identity) for identity in position.holders]
        known_as = [name for actor in holders for name in (actor.name, *actor.aliases)]
        rows.append({"holders": known_as, "stance": position.stance})
    return {"positions": rows}


def names(briefing: Briefing, identities: Iterable[str]) -> list[str]:
    return [briefing.actor(identity).name for identity in identities]


def sample(article: Path) -> dict[str, Any]:
    with article.open(encoding="utf-8", newline="") as handle:
        _, briefing = briefed(handle.read())
    return {
        "actors": [sample_actor(actor) for actor in briefing.actors],
        "positions": [sample_position(briefing, p) for p in briefing.stands],
        "questions": [
            {
                "kind": q.kind,
                "sentence": [q.sentence.start, q.sentence.end],
                "question": q.text,
                "resolvers": names(briefing, q.resolvers),
            }
            for q in briefing.questions
        ],
        "events": [sample_event(event) for event in briefing.events],
        "commitments": [sample_commitment(briefing, one) for one in commitments(briefing)],
        "numbers": pairs(quantity.amount for quantity in briefing.quantities),
        "places": [
            {"name": place.name, "state": place.state, "mentions": pairs(place.mentions)}
            for place in briefing.places
        ],
    }


def sample_actor(actor: Actor) -> dict[str, Any]:
    return {
        "name": actor.name,
        "type": actor.type,
        "aliases": list(actor.aliases),
        "roles": [role.title for role in actor.roles],
        "mentions": pairs(m.span for m in actor.mentions),
    }


def sample_event(event: Event) -> dict[str, Any]:
    """Its date is the one that its time has on the calendar: a duration is none."""
    time = event.time
    dated = time is not None and time.kind in {TimeKind.DATE, TimeKind.TIME}
    return {
        "sentence": [event.sentence.start, event.sentence.end],
        "status": event.status,
        "date": time.value if time is not None and dated and time.value else None,
    }


def sample_commitment(briefing: Briefing, commitment: Commitment) -> dict[str, Any]:
    condition = commitment.condition
    return {
        "bearers": names(briefing, commitment.bearers),
        "sources": names(briefing, commitment.sources),
        "strength": "refused" if commitment.is_refusal else commitment.strength,
        "condition": [condition.start, condition.end] if condition else None,
        "sentence": [commitment.sentence.start, commitment.sentence.end],
    }


def sample_position(briefing: Briefing, position: Position) -> dict[str, Any]:
    condition = position.condition
    return {
        "holders": names(briefing, position.holders),
        "sources": names(briefing, position.sources),
        "stance": position.stance,
        "strength": position.strength,
        "topic": position.topic,
        "sentence": [position.sentence.start, position.sentence.end],
        **attribution(position),
        "condition": [condition.start, condition.end] if condition else None,
    }


ROWS = {"actors": actor_row, "questions": question_row, "stance": stance_row}


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.predict",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", choices=["attribution", *ROWS, "sample"])
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args(words)
    if options.what == "sample":
        options.out.write_text(json.dumps(sample(options.gold)), encoding="utf-8")
        return 0
    with options.out.open("w", encoding="utf-8") as out:
        if options.what == "attribution":
            rows = attribution_rows(options.gold)
        else:
            lines = options.gold.read_text(encoding="utf-8").splitlines()
            records = [json.loads(line) for line in lines if line.strip()]
            rows = ({"id": r["id"], **ROWS[options.what](r["text"])} for r in records)
        for row in rows:
            out.write(json.dumps(row) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
