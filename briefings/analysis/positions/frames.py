"""The constructions that join a cue to its content."""

from __future__ import annotations

from enum import StrEnum


class Frame(StrEnum):
    """How cue and content hang together; each has a section of `cues.toml`."""

    QUOTATION = "quotation"
    CLAUSE = "clause"
    PARENTHESIS = "parenthesis"
    QUESTION = "question"
    ACCORDING = "according"
    OBJECT = "object"
    OBJECT_AS = "object_as"
    PREDICATE = "predicate"
    PREPOSITION = "preposition"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    OBJECT_INFINITIVE = "object_infinitive"
    PASSIVE = "passive"
    PASSIVE_BY = "passive_by"
    IMPERSONAL = "impersonal"
    ADJECTIVE = "adjective"
    NOUN = "noun"
    VERB_NOUN = "verb_noun"
    LABEL = "label"
    FUTURE = "future"
