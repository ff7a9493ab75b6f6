"""What the text says a person is: "French President", "a lawyer for Acme", "Moss's brother".

1. Titles before the name, with the state or organisation before or within them.
2. Appositions on either side of the name.
3. "Lee is the harbour master."

Only the text's own words become a role. A description by someone else's tie ("Moss's brother")
is a relation of two people and never makes one of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.clusters import Cluster
from briefings.analysis.actors.context import Context
from briefings.analysis.actors.discourse import Discourse
from briefings.analysis.actors.names import (
    Label,
    Name,
    is_origin,
    is_title,
    is_title_part,
)
from briefings.analysis.actors.ties import tie
from briefings.briefing import ActorType, MentionKind, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

MOST_WORDS = 12
MOST_ROLES = 6
OUTSIDE = frozenset(("relcl", "advcl", "punct", "acl", "appos", "parataxis"))
CLAUSES = frozenset(("relcl", "acl", "advcl", "punct", "cc", "conj", "appos", "parataxis"))


def find_roles(discourse: Discourse) -> None:
    """Adds to every person what the text says he or she is."""
    for cluster in list(discourse.clusters):
        if cluster.label is not Label.PERSON:
            continue
        for name in cluster.names:
            _title_before(discourse, cluster, name)
            if not discourse.context.headline[name.start]:
                _appositions(discourse, cluster, name)
                _predicate(discourse, cluster, name)


def is_person_noun(token: Token) -> bool:
    """Whether a noun says what one person is: "lawyer", "son-in-law"."""
    return token.lower_.replace("’", "'") in lexicon.titles("persons") and token.tag_ != "NNS"


def _title_before(discourse: Discourse, cluster: Cluster, name: Name) -> None:
    """ "[Ostrian Prime Minister] Ann Lee", "[Minister of Canals] Ann Lee"."""
    context = discourse.context
    end = name.start
    start = _title_start(context, end)
    if start == end:
        start = _office_start(discourse, end)
    if start == end and context.lower(end - 1) == "," and _is_closed(context, name):
        end -= 1
        start = _office_start(discourse, end)
    if start == end:
        return
    head = next(
        (i for i in range(end - 1, start - 1, -1) if is_title(context.tokens[i].text)), None
    )
    if head is not None:
        is_apart = end < name.start
        if is_apart or any(context.is_possessive(i) for i in range(start, end)):
            _mention(discourse, cluster, start, end, head)
        _add(discourse, cluster, start, end, head)


def _is_closed(context: Context, name: Name) -> bool:
    """Whether a comma or the sentence's end follows: "the mayor of Norr, Ann Lee, said"."""
    return not context.same_line(name.end, name.start) or context.tokens[name.end].is_punct


def _title_start(context: Context, end: int) -> int:
    """Where the title that ends at `end` begins, or `end`."""
    start = end
    if not context.same_line(end - 1, end) or not is_title(context.tokens[end - 1].text):
        return end
    while start and end - start < MOST_WORDS and context.same_line(start - 1, end):
        i = start - 1
        token = context.tokens[i]
        if context.is_possessive(i) and _owner_start(context, i) < i:
            return _owner_start(context, i)
        is_known = lexicon.pieces(token.text) in lexicon.gazetteer() and context.capital(i)
        is_part = is_title_part(token.text) and token.pos_ not in {"VERB", "AUX", "ADP"}
        if not (is_part or is_known or token.text == "-" or _is_inner(context, i)):
            break
        start = i
    while start < end and context.lower(start) in {"and", "or", "-", "/"}:
        start += 1
    return start


def _is_inner(context: Context, i: int) -> bool:
    """A capitalised word or adjective within a title: "Texas [Agriculture] Secretary"."""
    token = context.tokens[i]
    if i in context.sentence_starts:
        return False
    if token.dep_ in {"nsubj", "nsubjpass", "ROOT"} or token.ent_type_ in {
        "PERSON",
        "DATE",
        "TIME",
    }:
        return False
    return context.capital(i) and token.pos_ in {"PROPN", "ADJ", "NOUN"} and token.is_alpha


def _owner_start(context: Context, possessive: int) -> int:
    """ "[Ukraine]'s President", "[New Norr]'s mayor": where the owner begins."""
    start = possessive
    while (
        start
        and context.same_line(start - 1, possessive)
        and (context.tokens[start - 1].pos_ == "PROPN" and context.capital(start - 1))
    ):
        start -= 1
    return start


def _office_start(discourse: Discourse, end: int) -> int:
    """Where "chair of the Norr Board" begins before a name, or `end`."""
    context = discourse.context
    at = end - 1
    seen_join = False
    while at >= 0 and end - at < MOST_WORDS + 2 and context.same_line(at, end):
        lower = context.lower(at)
        if (
            seen_join
            and is_title(context.tokens[at].text)
            and context.lower(at + 1) in {"of", "for"}
        ):
            return _title_start(context, at + 1)
        if not (context.capital(at) or lower in lexicon.grammar("role_joins")) or lower == ",":
            break
        if at == end - 1 and not context.capital(at):
            break
        owner = discourse.owner(at)
        if owner is not None and owner.label is Label.PERSON:
            break
        seen_join = seen_join or lower in {"of", "for"}
        at -= 1
    return end


def _appositions(discourse: Discourse, cluster: Cluster, name: Name) -> None:
    """ "Ann Lee, [a lawyer for Acme]," and "[the coach], Ann Lee"."""
    head = discourse.agency.head(name.start, name.end)
    for child in head.children:
        if child.dep_ == "appos" and is_person_noun(child):
            _describe(discourse, cluster, child, name)
    is_second = head.dep_ == "appos" and is_person_noun(head.head)
    if is_second and not discourse.is_named(head.head.i):
        _describe(discourse, cluster, head.head, name)
    if head.dep_ != "appos":
        _noun_before(discourse, cluster, name)


def _noun_before(discourse: Discourse, cluster: Cluster, name: Name) -> None:
    """ "[the young lawyer] Ann Lee", "[his father] Ann Lee": no comma, a noun that says it."""
    context = discourse.context
    noun = name.start - 1
    if not context.same_line(noun, name.start) or not is_person_noun(context.tokens[noun]):
        return
    if context.capital(noun):
        return
    start = noun
    while (
        start
        and context.same_line(start - 1, noun)
        and (
            context.tokens[start - 1].pos_ in {"ADJ", "NOUN"}
            or context.tokens[start - 1].text == "-"
        )
    ):
        start -= 1
    if context.lower(start - 1) in {"the", "his", "her", "their", "its", "a", "an"}:
        discourse.add(cluster, start - 1, noun + 1, MentionKind.NOMINAL)


def _predicate(discourse: Discourse, cluster: Cluster, name: Name) -> None:
    """ "Ann Lee is [the harbour master]."."""
    head = discourse.agency.head(name.start, name.end)
    if head.dep_ != "nsubj" or head.head.lemma_ not in {"be", "become", "remain"}:
        return
    for child in head.head.children:
        if child.dep_ == "attr" and is_person_noun(child) and child.i > head.i:
            if not any(c.dep_ == "neg" for c in head.head.children):
                _describe(discourse, cluster, child, name)


def _describe(discourse: Discourse, cluster: Cluster, noun: Token, name: Name) -> None:
    start, end = noun_phrase(noun)
    if start <= noun.i < name.start < end:
        end = name.start
    if end - start > MOST_WORDS + 4 or discourse.context.headline[noun.i]:
        return
    owner = discourse.owner(noun.i)
    if owner is not None and owner is not cluster:
        return
    _mention(discourse, cluster, start, end, noun.i)
    _add(discourse, cluster, start, end, noun.i)


def _mention(discourse: Discourse, cluster: Cluster, start: int, end: int, head: int) -> None:
    """Adds a description as a mention, but for the words that are mentions of somebody else."""
    first, last = _own_words(discourse, start, end, head)
    discourse.add(cluster, first, last, MentionKind.NOMINAL)


def noun_phrase(noun: Token) -> tuple[int, int]:
    """The words of a noun with what belongs to it, but no clause, apposition or second noun."""
    start, end = noun.i, noun.i + 1
    for child in noun.children:
        if child.dep_ in CLAUSES or (child.dep_ == "prep" and child.lower_ in {"after", "before"}):
            continue
        left, right = _subtree(child)
        if child.i < noun.i:
            start = min(start, left)
        elif left <= end + 1:
            end = max(end, right)
    return start, end


def _subtree(token: Token) -> tuple[int, int]:
    """The edges of what hangs on a word, without clauses."""
    left, right = token.i, token.i + 1
    stack = [token]
    while stack:
        word = stack.pop()
        left, right = min(left, word.i), max(right, word.i + 1)
        stack.extend(c for c in word.children if c.dep_ not in OUTSIDE)
    return left, right


def _add(discourse: Discourse, cluster: Cluster, start: int, end: int, head: int) -> None:
    """Adds the role that tokens `start` to `end` state, and its relations."""
    context = discourse.context
    word = context.lower(head).rstrip(".")
    if word in lexicon.titles("plain"):
        return
    is_family = word in lexicon.titles("family")
    if is_family and context.tokens[start].pos_ == "PRON":
        return
    while start < head and context.lower(start) in lexicon.grammar("role_openers"):
        start += 1
    owners = _owners(discourse, cluster, start, end, head)
    state = next((c for c in owners if c.type is ActorType.STATE), None)
    bodies = [c for c in owners if c.label is Label.ORGANIZATION]
    bodies.sort(key=lambda c: c.type is ActorType.PARTY)
    body = bodies[0] if bodies else None
    if is_family:
        state = body = None
    title = context.words(start, end) if is_family else _plain_title(discourse, start, end, head)
    role = Role(
        title=title,
        span=context.span(start, end),
        organization=body.name if body else "",
        state=state.name if state else "",
    )
    is_new = all(
        (r.title.lower(), r.organization) != (title.lower(), role.organization)
        for r in cluster.roles
    )
    if title and is_new and len(cluster.roles) < MOST_ROLES:
        cluster.roles.append(role)
    for owner in owners:
        tie(discourse, cluster, owner, title, (start, end), is_family=is_family)
    if state is not None and not cluster.state:
        cluster.state = state.name


def _owners(
    discourse: Discourse, cluster: Cluster, start: int, end: int, head: int
) -> list[Cluster]:
    """The actors that a role names: its state, its organisation, its relative."""
    context = discourse.context
    found: list[Cluster] = []
    before_head: list[Cluster] = []
    for i in range(start, end):
        owner = discourse.owner(i)
        if context.lower(i) == "to":
            break  # an envoy to Norr is not Norr's
        if owner is None and context.capital(i):
            known = lexicon.adjectives().get(lexicon.pieces(context.tokens[i].text))
            known = known or lexicon.parties().get(context.tokens[i].text)
            if i + 1 < end:
                longer = lexicon.adjectives().get(lexicon.pieces(context.words(i, i + 2)))
                known = longer or known
            if known is not None and known.type in {ActorType.STATE, ActorType.PARTY}:
                owner = discourse.state(known, make=True)
                if owner is not None:
                    last = (
                        i + 2
                        if lexicon.pieces(context.words(i, i + 2)) in lexicon.adjectives()
                        else i + 1
                    )
                    discourse.add(owner, i, last, MentionKind.ADJECTIVE)
        if owner is None or owner is cluster or owner in found:
            continue
        if owner.label is Label.PERSON and i > head:
            # What else is named with "a friend of the Ostrian Moss" is his.
            found = [c for c in found if c in before_head]
            return [*found, owner]
        found.append(owner)
        if i < head:
            before_head.append(owner)
    return found


def _plain_title(discourse: Discourse, start: int, end: int, head: int) -> str:
    """The words of a role without its state, its organisation and what follows them.

    "Ostria's former Prime Minister" -> "former Prime Minister".
    """
    first, last = _own_words(discourse, start, end, head)
    return discourse.context.words(first, last)


def _own_words(discourse: Discourse, start: int, end: int, head: int) -> tuple[int, int]:
    """A description without its possessor, and without a phrase that names another actor."""
    context = discourse.context
    first = start
    for i in range(start, head):
        is_owner = (
            discourse.owner(i) is not None
            and context.capital(i)
            and not is_title(context.tokens[i].text)
        )
        if context.is_possessive(i) or is_owner or is_origin(context.tokens[i].text):
            first = i + 1
    last = head + 1
    for i in range(head + 1, end):
        if context.lower(i) in lexicon.grammar("owner_prepositions") and _names_owner(
            discourse, i + 1, end
        ):
            break
        last = i + 1
    return first, last


def _names_owner(discourse: Discourse, start: int, end: int) -> bool:
    """Whether the words after a preposition name an actor: "of [Ostria]", "of the [Norr Board]"."""
    return any(discourse.owner(i) is not None for i in range(start, min(end, start + 6)))
