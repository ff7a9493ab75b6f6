"""Unnamed groups and collectives that act: "Ostrian officials", "the coalition", "rebels".

A noun phrase becomes an actor if somewhere in the text it speaks, acts or holds a stance, or if a
collective is spoken of again and again. Phrases with one head and the same words before it are
one actor; "the officials" are the only officials that the text has named so far.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.clusters import Cluster
from briefings.analysis.actors.discourse import Discourse
from briefings.analysis.actors.lexicon import Known
from briefings.analysis.actors.names import Label, Name, Source, is_origin
from briefings.briefing import ActorType, MentionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

OFTEN = 2


@dataclass(slots=True)
class Group:
    """One phrase that may be a group: its tokens, its head and the form that identifies it."""

    start: int
    end: int
    head: int
    form: str
    is_definite: bool
    owner: Known | None


def find_groups(discourse: Discourse, *, plain: bool) -> None:
    """Adds the unnamed groups of the text to its actors, with their mentions.

    Args:
        discourse: The actors so far.
        plain: Whether to take the bare nouns for a body, such as "the company". They come last:
            mostly they stand for a body that has a name (see `nominals`).
    """
    by_form: dict[str, list[Group]] = defaultdict(list)
    for token in discourse.context.tokens:
        group = _group(discourse, token)
        if group is not None and (" " not in group.form and _is_body(group.form)) is plain:
            by_form[group.form].append(group)
    _join_definite(discourse, by_form)
    for form, groups in by_form.items():
        if _is_actor(discourse, groups):
            _make(discourse, form, groups)


def _is_body(noun: str) -> bool:
    return noun in lexicon.body_kinds() and noun not in lexicon.grammar("unnamed")


def _group(discourse: Discourse, token: Token) -> Group | None:
    """The phrase around a noun for a group."""
    context = discourse.context
    if token.pos_ not in {"NOUN", "PROPN"} or discourse.owner(token.i) is not None:
        return None
    lower = token.lower_
    if _sums_up(discourse, token):
        return None
    plural = lower in lexicon.nouns("groups", "people") or lower in lexicon.nouns(
        "groups", "forces"
    )
    if (
        not plural
        and lower not in lexicon.nouns("groups", "collectives")
        and lower not in lexicon.peoples()
    ):
        return None
    if context.headline[token.i] or token.dep_ == "compound":
        return None
    if token.text in lexicon.peoples():
        plural = token.tag_ in {"NNS", "NNPS"} and context.capital(token.i)
        if not plural:
            return None
    start = _phrase_start(discourse, token)
    before = discourse.owner(token.i - 1)
    if before is not None and before.label is Label.ORGANIZATION and lower in lexicon.body_kinds():
        return None  # "the M5S party" is M5S
    words = [
        w
        for i in range(start, token.i)
        if (w := context.lower(i)) not in lexicon.grammar("determiners")
    ]
    words = [w for w in words if not w.isdigit() and not context.tokens[start].is_punct]
    is_definite = context.lower(start) in {"the", "these", "those", "this", "that"}
    owner = _origin(discourse, start, token.i)
    if token.text in lexicon.peoples():
        owner = lexicon.peoples()[token.text]
    if not plural and not (
        is_definite or words or context.lower(start) in lexicon.grammar("determiners")
    ):
        if lower not in lexicon.grammar("articleless"):
            return None
    if not plural and context.lower(start) in {"a", "an", "any", "no", "every", "each", "another"}:
        return None
    form = " ".join([*words, lower])
    return Group(start, token.i + 1, token.i, form, is_definite, owner)


def _sums_up(discourse: Discourse, noun: Token) -> bool:
    """ "The two leaders": people whom the text has named."""
    words = [discourse.context.lower(i) for i in range(max(0, noun.i - 2), noun.i)]
    return words[-2:-1] == ["the"] and discourse.context.tokens[noun.i - 1].like_num


def _phrase_start(discourse: Discourse, noun: Token) -> int:
    """Where the words before a noun that belong to it begin: "[some European] leaders"."""
    context = discourse.context
    start = noun.i
    while start and context.same_line(start - 1, noun.i):
        token = context.tokens[start - 1]
        belongs = token.pos_ in {"ADJ", "NOUN", "PROPN", "NUM", "DET"} or token.text in {
            "-",
            "’s",
            "'s",
        }
        if not belongs or token.lower_ in {"such"} or noun.i - start > 6:
            break
        if token.pos_ == "DET" or token.lower_ in lexicon.grammar("determiners"):
            start -= 1
            break
        if token.dep_ in {"nsubj", "dobj", "pobj", "attr", "npadvmod"} and token.head.i != noun.i:
            break
        start -= 1
    while start < noun.i and (context.is_possessive(start) or context.tokens[start].text == "-"):
        start += 1
    return start


def _origin(discourse: Discourse, start: int, head: int) -> Known | None:
    """The state that an adjective or name within a phrase gives: "[Ostrian] officials"."""
    context = discourse.context
    for i in range(start, head):
        if not context.capital(i):
            continue
        for end in (i + 2, i + 1):
            if end > head + 1:
                continue
            parts = lexicon.pieces(context.words(i, end))
            known = lexicon.adjectives().get(parts) or lexicon.gazetteer().get(parts)
            if known is not None and known.type in {ActorType.STATE, ActorType.PLACE}:
                return known
    return None


def _join_definite(discourse: Discourse, by_form: dict[str, list[Group]]) -> None:
    """ "the officials" -> the only officials with a name of their own: "Ostrian officials"."""
    longer: dict[str, set[str]] = defaultdict(set)
    for form in by_form:
        words = form.split()
        if len(words) > 1:
            longer[words[-1]].add(form)
    for form in [f for f in by_form if " " not in f]:
        full = longer.get(form, set())
        if len(full) != 1:
            continue
        target = next(iter(full))
        first = by_form[target][0].start
        joined = [g for g in by_form[form] if g.is_definite and g.start > first]
        by_form[target].extend(joined)
        taken = {group.start for group in joined}
        by_form[form] = [g for g in by_form[form] if g.start not in taken]


def _is_actor(discourse: Discourse, groups: list[Group]) -> bool:
    if not groups:
        return False
    noun = discourse.context.lower(groups[0].head)
    is_force = noun in lexicon.nouns("groups", "forces")
    has_origin = any(
        is_origin(discourse.context.tokens[i].text) or g.owner
        for g in groups
        for i in range(g.start, g.head)
    )
    if is_force and (has_origin or groups[0].form.startswith("armed ")):
        return True
    acts = sum(_acts(discourse, group, by_deed=has_origin or len(groups) > 1) for group in groups)
    is_bare = " " not in groups[0].form
    if is_bare and (is_force or noun in lexicon.nouns("groups", "vague")):
        return False
    if noun in lexicon.nouns("groups", "collectives"):
        definite = sum(g.is_definite for g in groups)
        return acts > 0 if not is_bare else acts > 0 or definite > OFTEN
    return acts > 0


def _acts(discourse: Discourse, group: Group, *, by_deed: bool) -> bool:
    agency = discourse.agency
    phrase = Name(group.start, group.end, Label.ORGANIZATION, Source.RUN)
    token = discourse.context.tokens[group.head]
    if agency.speaks(phrase) or agency.holds(phrase) or (by_deed and agency.does(phrase)):
        return True
    if token.dep_ == "nsubj" and token.head.lemma_ in lexicon.grammar("attitudes"):
        return True
    if token.dep_ in {"nsubj", "nsubjpass"} and any(
        child.lower_ in lexicon.grammar("attitudes") for child in token.head.children
    ):
        return True
    has_clause = any(c.dep_ == "acl" and c.tag_ == "VBG" for c in token.children)
    is_subject_of_ing = token.dep_ == "nsubj" and token.head.tag_ == "VBG"
    return is_subject_of_ing or (has_clause and token.dep_ in {"pobj", "nsubj"})


def _make(discourse: Discourse, form: str, groups: list[Group]) -> None:
    context = discourse.context
    first = groups[0]
    start = first.start
    while start < first.head and (
        context.lower(start) in lexicon.grammar("determiners") or context.tokens[start].text == "-"
    ):
        start += 1
    for i in range(start, first.head):
        if context.tokens[i].like_num:
            start = i + 1
    owner = next((g.owner for g in groups if g.owner), None)
    name = context.words(start, first.end)
    cluster = Cluster(Label.OTHER, name, type=_type(discourse, form, owner), is_plural=True)
    if owner is not None:
        cluster.state = owner.name if owner.type is ActorType.STATE else owner.state
    discourse.clusters.append(cluster)
    for group in groups:
        discourse.add(cluster, group.start, group.end, MentionKind.NOMINAL)
        for i in range(group.start, group.head):
            discourse.claim(i, cluster)


def _type(discourse: Discourse, form: str, owner: Known | None) -> ActorType:
    words = form.split()
    if words[-1] in lexicon.nouns("groups", "forces") and (owner or len(words) > 1):
        return ActorType.ARMED_FORCE
    is_state_body = words[-1] in lexicon.nouns("groups", "governments") or words[-1] in {
        "ministry",
        "government",
    }
    if is_state_body and len(words) > 1 and words[-1] not in {"authorities", "police"}:
        return ActorType.GOVERNMENT
    return ActorType.GROUP
