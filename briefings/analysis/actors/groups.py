"""Unnamed groups and collectives that act: "Ostrian officials", "the coalition", "rebels".

A noun phrase becomes an actor if somewhere in the text it speaks, acts or holds a stance, or if a
collective is spoken of again and again; forces of a state always do. Phrases of one form are one
actor; "the officials" are the only officials that the text has named so far.
"""

from __future__ import annotations

from collections import defaultdict

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.clusters import Cluster
from briefings.analysis.actors.depiction import tail_end
from briefings.analysis.actors.discourse import Discourse
from briefings.analysis.actors.names import Label, Name, Source
from briefings.analysis.actors.phrases import Phrase, group_phrase
from briefings.briefing import ActorType, MentionKind

OFTEN = 2
SUBJECTS = frozenset(("nsubj", "nsubjpass"))


def find_groups(discourse: Discourse, *, plain: bool) -> None:
    """Adds the unnamed groups of the text to its actors, with their mentions.

    Args:
        discourse: The actors so far.
        plain: Whether to take the bare nouns for a body, such as "the company". They come last:
            mostly they stand for a body that has a name (see `nominals`).
    """
    by_form: dict[str, list[Phrase]] = defaultdict(list)
    for token in discourse.context.nouns:
        phrase = group_phrase(discourse, token)
        if phrase is not None and (phrase.is_bare and _is_body(phrase.form)) is plain:
            by_form[phrase.form].append(phrase)
    _join_definite(by_form)
    for phrases in by_form.values():
        if phrases and _is_actor(discourse, phrases):
            _make(discourse, phrases)


def _is_body(noun: str) -> bool:
    return noun in lexicon.body_kinds() and noun not in lexicon.grammar("unnamed")


def _join_definite(by_form: dict[str, list[Phrase]]) -> None:
    """ "the officials" -> the only officials with words of their own: "Ostrian officials"."""
    longer: dict[str, list[str]] = defaultdict(list)
    for form in by_form:
        if " " in form:
            longer[form.split()[-1]].append(form)
    for noun, forms in longer.items():
        if len(forms) != 1 or noun not in by_form:
            continue
        full = by_form[forms[0]]
        first = full[0].start
        later = [p for p in by_form[noun] if p.is_definite and p.start > first]
        by_form[noun] = [p for p in by_form[noun] if not (p.is_definite and p.start > first)]
        full.extend(later)


def _is_actor(discourse: Discourse, phrases: list[Phrase]) -> bool:
    first = phrases[0]
    noun = first.form.split()[-1]
    is_force = noun in lexicon.nouns("groups", "forces")
    has_origin = any(phrase.has_origin for phrase in phrases)
    if is_force and (has_origin or first.form.startswith("armed ")):
        return True
    if first.is_bare and (is_force or noun in lexicon.nouns("groups", "vague")):
        return False
    by_deed = has_origin or len(phrases) > 1
    if any(_acts(discourse, phrase, by_deed=by_deed) for phrase in phrases):
        return True
    is_collective = noun in lexicon.nouns("groups", "collectives")
    return is_collective and first.is_bare and sum(p.is_definite for p in phrases) > OFTEN


def _acts(discourse: Discourse, phrase: Phrase, *, by_deed: bool) -> bool:
    """Whether a phrase speaks, holds a stance or, with `by_deed`, does something."""
    agency = discourse.agency
    name = Name(phrase.start, phrase.end, Label.ORGANIZATION, Source.RUN)
    if agency.speaks(name) or agency.holds(name) or (by_deed and agency.does(name)):
        return True
    token = discourse.context.tokens[phrase.head]
    attitudes = lexicon.grammar("attitudes")
    beside = [token.head, *token.head.children] if token.dep_ in SUBJECTS else []
    after = (child for child in token.children if child.i > token.i)
    if any(word.lemma_.lower() in attitudes for word in (*beside, *after)):
        return True  # "The rebels were ready", "left some leaders wary"
    is_subject_of_ing = token.dep_ == "nsubj" and token.head.tag_ == "VBG"
    has_clause = any(c.dep_ == "acl" and c.tag_ == "VBG" for c in token.children)
    return is_subject_of_ing or (has_clause and token.dep_ in {"pobj", "nsubj"})


def _make(discourse: Discourse, phrases: list[Phrase]) -> None:
    first = phrases[0]
    owner = next((phrase.owner for phrase in phrases if phrase.owner), None)
    cluster = Cluster(
        Label.OTHER,
        _name(discourse, first, is_lone=len(phrases) == 1),
        type=_type(first, has_owner=owner is not None),
        is_plural=True,
    )
    if owner is not None:
        cluster.state = owner.name if owner.type is ActorType.STATE else owner.state
    discourse.clusters.append(cluster)
    for phrase in phrases:
        discourse.add(cluster, phrase.start, phrase.end, MentionKind.NOMINAL)
        for i in range(phrase.start, phrase.head):
            discourse.claim(i, cluster)


def _name(discourse: Discourse, phrase: Phrase, *, is_lone: bool) -> str:
    """The words of a group without article and number: "some 20 European leaders".

    Where it is mentioned but once, what stands behind it says which one: "leaders of the clan".
    """
    context = discourse.context
    start = phrase.start
    for i in range(phrase.start, phrase.head):
        if (context.lower(i) in lexicon.grammar("determiners") and i == start) or context.tokens[
            i
        ].like_num:
            start = i + 1
    end = tail_end(context.tokens[phrase.head]) if is_lone else phrase.end
    return context.words(start, max(end, phrase.end))


def _type(phrase: Phrase, *, has_owner: bool) -> ActorType:
    noun = phrase.form.split()[-1]
    if noun in lexicon.nouns("groups", "forces") and (has_owner or not phrase.is_bare):
        return ActorType.ARMED_FORCE
    if noun in lexicon.nouns("groups", "governments"):
        return ActorType.GOVERNMENT
    return ActorType.GROUP
