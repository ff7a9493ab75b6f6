"""Who can settle a question: the actors that its words name, in the part they play.

The decider of what is undecided, both parties of a dispute, the party whose act a condition is,
whoever keeps silent about what is unknown, and what a doubt is about: never the doubter.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefings.analysis.questions.finding import Finding
from briefings.analysis.questions.grammar import child, clause_of, governed, preposition, subject
from briefings.analysis.questions.naming import Names
from briefings.briefing import Actor, QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

MOST = 3
"""How many resolvers a question names at most."""
_ASKED_FIRST = frozenset({QuestionKind.UNDECIDED, QuestionKind.DISPUTED, QuestionKind.UNKNOWN})


def resolvers(finding: Finding, names: Names) -> tuple[str, ...]:
    """The ids of the actors who can settle what was found, the nearest to it first."""
    matter = finding.matter
    agent = finding.doer or (subject(matter) if matter is not None else None)
    if finding.kind is QuestionKind.DOUBT:
        places = [agent if agent != finding.who else None, matter]
    elif finding.kind in _ASKED_FIRST:
        places = [finding.who, *_other_party(finding), agent, matter]
    else:
        places = [agent, finding.who, matter]
    found: list[str] = []
    for place in places:
        for identity in _actors_of(place, names) if place is not None else ():
            if identity not in found:
                found.append(identity)
    acting = subject(clause_of(finding.cue[-1])) if finding.kind in _ASKED_FIRST else None
    if not found and acting is not None:
        found.extend(_actors_of(acting, names))
    return tuple(found[:MOST])


def _other_party(finding: Finding) -> list[Token | None]:
    """The party that a dispute is with: "an issue with Russia", "opposition from the union"."""
    parties = []
    for token in finding.cue:
        parties.append(governed(preposition(token, "with", "from", "between", "by")))
    return parties


def _actors_of(token: Token, names: Names) -> Iterator[str]:
    """The actor at a noun, or else at its possessor and its compounds; with its conjuncts."""
    actor = names.actor_at(token)
    if actor is not None:
        yield actor.id
    else:
        actor = _owner(token, names)
        if actor is not None:
            yield actor.id
    for conjunct in token.conjuncts:
        actor = names.actor_at(conjunct)
        if actor is not None:
            yield actor.id


def _owner(token: Token, names: Names, depth: int = 2) -> Actor | None:
    """Whose it is: "the board's plan", "the board plan", "the work of the board's lawyers"."""
    owners = [child(token, label) for label in ("poss", "compound", "amod", "nmod")]
    owners.append(governed(preposition(token, "of", "by", "from", "between", "among", "within")))
    for owner in owners:
        actor = names.actor_at(owner) if owner is not None else None
        if actor is None and owner is not None and depth:
            actor = _owner(owner, names, depth - 1)
        if actor is not None:
            return actor
    return None
