"""What the text says a person is: "French President", "a lawyer for Acme", "Moss's brother".

Roles come from titles before the name and from descriptions beside it. Only the text's own words
become a role, without the state and the organisation that they name, which are kept apart. A
description by someone else's tie ("Moss's brother") is a relation of two people, and is never a
role of the other one.
"""

from __future__ import annotations

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.clusters import Cluster
from briefings.analysis.actors.context import Context
from briefings.analysis.actors.descriptions import (
    find_body_descriptions,
    find_descriptions,
    find_noun_before,
    is_body_noun,
    is_person_noun,
)
from briefings.analysis.actors.discourse import Discourse
from briefings.analysis.actors.lexicon import Known
from briefings.analysis.actors.names import Label, Name, is_origin, is_title
from briefings.analysis.actors.ties import tie
from briefings.analysis.actors.titles import find_title
from briefings.briefing import ActorType, MentionKind, Role

MOST_WORDS = 16
MOST_ROLES = 6
FAR = 6


def find_roles(discourse: Discourse) -> None:
    """Adds to every person what the text says he or she is, and the relations it states."""
    for cluster in list(discourse.clusters):
        for name in cluster.names:
            if cluster.label is Label.PERSON:
                _find_for(discourse, cluster, name)
            elif cluster.label is Label.ORGANIZATION and not discourse.context.headline[name.start]:
                _describe_body(discourse, cluster, name)


def _find_for(discourse: Discourse, cluster: Cluster, name: Name) -> None:
    context = discourse.context
    title = find_title(discourse, name)
    if title is not None:
        start, end, head = title
        if end < name.start or any(context.is_possessive(i) for i in range(start, end)):
            _mention(discourse, cluster, start, end, head)
        _add(discourse, cluster, start, end, head)
    if context.headline[name.start]:
        return
    for start, end, head in find_descriptions(discourse, name):
        owner = discourse.owner(head)
        if end - start <= MOST_WORDS and owner in (None, cluster):
            _mention(discourse, cluster, start, end, head)
            _add(discourse, cluster, start, end, head)
    before = find_noun_before(discourse, name, is_person_noun)
    if before is not None:
        discourse.add(cluster, *before, MentionKind.NOMINAL)


def _describe_body(discourse: Discourse, cluster: Cluster, name: Name) -> None:
    """Adds descriptions of a body as mentions: "[the magazine] Oxenby", "Oxenby, [a charity]"."""
    before = find_noun_before(discourse, name, is_body_noun)
    if before is not None and discourse.owner(before[1] - 1) is None:
        discourse.add(cluster, *before, MentionKind.NOMINAL)
    for start, end, head in find_body_descriptions(discourse, name):
        if discourse.owner(head) is None:
            _mention(discourse, cluster, start, end, head)


def _mention(discourse: Discourse, cluster: Cluster, start: int, end: int, head: int) -> None:
    """Adds a description as a mention, but for the words that are mentions of somebody else."""
    first = max((i + 1 for i in range(start, head) if _is_owner(discourse, i)), default=start)
    if discourse.context.tokens[first].text == "-" and first + 2 <= head:
        first += 2  # "a [Norr-based] charity"
    last = _before_owner(discourse, head, end)
    discourse.add(cluster, first, last, MentionKind.NOMINAL)


def _add(discourse: Discourse, cluster: Cluster, start: int, end: int, head: int) -> None:
    """Adds the role that tokens `start` to `end` state, and its relations."""
    context = discourse.context
    word = context.lower(head).rstrip(".")
    is_family = word in lexicon.titles("family")
    if word in lexicon.titles("plain") or (is_family and context.tokens[start].pos_ == "PRON"):
        return
    while start < head and context.lower(start) in lexicon.grammar("role_openers"):
        start += 1
    owners = _owners(discourse, cluster, start, end, head)
    title = context.words(start, end) if is_family else _title(discourse, start, end, head)
    state = body = None
    if not is_family:
        state = next((c for c in owners if c.type is ActorType.STATE), None)
        bodies = [c for c in owners if c.label is Label.ORGANIZATION]
        body = min(bodies, key=lambda c: c.type is ActorType.PARTY, default=None)
    role = Role(
        title=title,
        span=context.span(start, end),
        organization=body.name if body else "",
        state=state.name if state else "",
    )
    if title and _is_new(cluster, role):
        cluster.roles.append(role)
    for owner in owners:
        tie(discourse, cluster, owner, title, (start, end), is_family=is_family)
    if state is not None and not cluster.state:
        cluster.state = state.name


def _is_new(cluster: Cluster, role: Role) -> bool:
    known = {(r.title.lower(), r.organization) for r in cluster.roles}
    return len(known) < MOST_ROLES and (role.title.lower(), role.organization) not in known


def _owners(
    discourse: Discourse, cluster: Cluster, start: int, end: int, head: int
) -> list[Cluster]:
    """The actors that a role names: its state, its organisation, its relative.

    Not what follows "to" (an envoy to Norr is not Norr's), and of "a friend of the Ostrian Moss"
    only Moss.
    """
    found: list[Cluster] = []
    before_phrase: list[Cluster] = []
    for i in range(start, end):
        lower = discourse.context.lower(i)
        if lower == "to":
            break
        if i > head and lower in lexicon.grammar("owner_prepositions"):
            before_phrase = list(found)
        owner = discourse.owner(i) or _adjective_at(discourse, i, end)
        if owner is None or owner is cluster or owner in found:
            continue
        if owner.label is Label.PERSON and i > head:
            return [*before_phrase, owner]
        found.append(owner)
    return found


def _adjective_at(discourse: Discourse, i: int, end: int) -> Cluster | None:
    """The state or party of an adjective in a role, made an actor by it: "[German] Chancellor"."""
    context = discourse.context
    if not context.capital(i):
        return None
    for last in (i + 2, i + 1):
        known = _known_adjective(context, i, last) if last <= end else None
        if known is not None and known.type in {ActorType.STATE, ActorType.PARTY}:
            owner = discourse.state(known, make=True)
            if owner is not None:
                discourse.add(owner, i, last, MentionKind.ADJECTIVE)
            return owner
    return None


def _known_adjective(context: Context, start: int, end: int) -> Known | None:
    text = context.words(start, end)
    return lexicon.adjectives().get(lexicon.pieces(text)) or lexicon.parties().get(text)


def _title(discourse: Discourse, start: int, end: int, head: int) -> str:
    """The words of a role without its state, its organisation and its possessor.

    "Ostria's deputy harbour master" -> "deputy harbour master"; "former Ostrian minister" ->
    "former minister".
    """
    context = discourse.context
    first = max((i + 1 for i in range(start, head) if context.is_possessive(i)), default=start)
    last = _before_owner(discourse, head, end)
    kept = [(i, i + 1) for i in range(first, head) if not _is_owner(discourse, i)]
    parts = [*kept, (head, last)]
    text = ""
    for at, (left, right) in enumerate(parts):
        is_joined = at and parts[at - 1][1] == left and not context.tokens[left - 1].whitespace_
        text += ("" if is_joined or not text else " ") + context.words(left, right)
    return text


def _is_owner(discourse: Discourse, i: int) -> bool:
    """Whether a word before the head belongs to the state or body that a role names."""
    context = discourse.context
    word = context.tokens[i].text
    if context.is_possessive(i) or is_origin(word):
        return True
    return discourse.owner(i) is not None and context.capital(i) and not is_title(word)


def _before_owner(discourse: Discourse, head: int, end: int) -> int:
    """Where a phrase that names another actor begins behind the head, or `end`.

    "a lawyer [for Acme]".
    """
    for i in range(head + 1, end):
        near = range(i + 1, min(end, i + FAR + 1))
        names_owner = any(discourse.owner(j) is not None for j in near)
        if names_owner and discourse.context.lower(i) in lexicon.grammar("owner_prepositions"):
            return i
    return end
