"""The language of queries: what is understood, what is completed, and what is said otherwise."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefings.document import Span
from briefings.folding import words_of
from briefings.search.query import (
    MAX_LENGTH,
    MAX_PARTS,
    Field,
    Query,
    QueryError,
    completions,
    parse,
)

SYNTAX = "\"“”-:' *^(){}+ANDORTNE~\\/"
typed = st.text(st.one_of(st.characters(), st.sampled_from(SYNTAX)), max_size=60)


def parsed(text: str) -> Query | QueryError:
    try:
        return parse(text)
    except QueryError as error:
        return error


def told(query: Query) -> list[str]:
    """The parts of a query, as its author would say them."""
    parts = [
        ("not " if part.is_excluded else "") + (f'"{part.text}"' if part.is_phrase else part.text)
        for part in query.words
    ]
    for one in query.filters:
        parts.append(f"{'not ' if one.is_excluded else ''}{one.field} {'|'.join(one.values)}")
    return parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ceasefire monitors", ["ceasefire", "monitors"]),
        ('"exclusion zone" boats', ['"exclusion zone"', "boats"]),
        ("“exclusion zone”", ['"exclusion zone"']),
        ("port -lease", ["port", "not lease"]),
        ('port -"free passage"', ["port", 'not "free passage"']),
        ('actor:"Mira Okafor"', ["actor Mira Okafor"]),
        ("stance:refuses -stance:states", ["stance refuses", "not stance states"]),
        ("stance:asks", ["stance demands|conditions"]),
        ("Stance:con", ["stance concedes|conditions"]),
        ("strength:firm kind:person", ["strength firm", "kind person"]),
        ("kind:armed-force", ["kind armed_force"]),
        ("since:2031-03 before:2032", ["since 2031-03", "before 2032"]),
        # What is no filter is a word.
        ("Maravia: boats", ["Maravia:", "boats"]),
        ("https://news.example", ["https://news.example"]),
        ("12:30 cease-fire", ["12:30", "cease-fire"]),
        ("— - … port", ["port"]),
    ],
)
def test_what_is_understood(text: str, parts: list[str]) -> None:
    assert told(parse(text)) == parts


def test_words_are_folded_and_know_where_they_stand() -> None:
    [word] = parse("  -Łódź’s ").words
    assert word.words == ("lodz",)
    assert word.span == Span(2, 9)


@pytest.mark.parametrize(
    ("text", "offset", "said"),
    [
        ("port stanse:refuses", 5, "There is no filter “stanse:”: write “stance:”"),
        ("port -author:x", 6, "There is no filter “author:”"),
        ("stance:hopes", 7, "There is no stance “hopes”: there are commits, "),
        ("kind:", 5, "The filter “kind:” has no value"),
        ('topic:""', 6, "The filter “topic:” has no value"),
        ("since:2031-13", 6, "“2031-13” is no date for “since:”"),
        ("before:march", 7, "“march” is no date"),
        ('port "free passage', 5, "A quotation mark is not closed"),
        ("a " * MAX_PARTS + "b", 2 * MAX_PARTS, f"more than {MAX_PARTS} words"),
        ("a" * (MAX_LENGTH + 1), MAX_LENGTH, f"longer than {MAX_LENGTH} characters"),
        ("a-" * 30, 0, "More than 20 words in a row"),
    ],
)
def test_what_is_not_understood_says_where(text: str, offset: int, said: str) -> None:
    with pytest.raises(QueryError) as raised:
        parse(text)
    assert raised.value.offset == offset
    assert said in str(raised.value)


@given(typed)
@example('"' * 50)
@example("-" * 50)
def test_a_query_is_understood_or_told_of(text: str) -> None:
    query = parsed(text)
    if isinstance(query, QueryError):
        assert 0 <= query.offset <= len(text)
        assert query.what
        assert query.remedy
        return
    assert all(word.isascii() and word.isalnum() for part in query.words for word in part.words)
    spans = sorted([part.span for part in query.words] + [one.span for one in query.filters])
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(0 <= one.start < one.end <= len(text) for one in spans)


def completed(text: str, cursor: int | None = None) -> list[str]:
    """The queries that completions make of one."""
    at = len(text) if cursor is None else cursor

    def values(field: Field, typed: str) -> list[str]:
        known = {Field.ACTOR: ["Mira Okafor", "Maravia"], Field.TAG: ["port"]}
        return [one for one in known.get(field, []) if one.casefold().startswith(typed.casefold())]

    return [
        text[: one.span.start] + one.text + text[one.span.end :]
        for one in completions(text, at, values)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("port st", ["port stance:", "port strength:"]),
        ("-str", ["-strength:"]),
        ("stance:op", ["stance:opposes"]),
        ("actor:mi", ['actor:"Mira Okafor"']),
        ('port actor:"mira o', ['port actor:"Mira Okafor"']),
        ("tag:p", ["tag:port"]),
        ("", []),
        ("foo:", []),
    ],
)
def test_what_may_be_typed_next(text: str, expected: list[str]) -> None:
    assert completed(text) == expected


def test_a_part_in_the_middle_is_completed() -> None:
    assert completed("sta port", 3) == ["stance: port"]


@given(typed, st.integers(-5, 80))
def test_completions_replace_a_part_of_the_query(text: str, cursor: int) -> None:
    for one in completions(text, cursor, lambda _, typed: [typed, 'a "b" c']):
        assert 0 <= one.span.start <= one.span.end <= len(text)


@given(st.text(min_size=1, max_size=30))
def test_a_completed_value_can_be_read(value: str) -> None:
    [one] = completions("actor:x", 7, lambda *_: [value])
    if one.text != "actor:":
        [found] = parse(one.text).filters
        assert found.field is Field.ACTOR
        assert words_of(found.value) == words_of(" ".join(value.split()))
