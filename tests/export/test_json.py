"""The JSON of a briefing: a stable form, and words that are those at the offsets."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings

from briefings.briefing import Briefing
from briefings.document import Document, Span
from briefings.export import as_json
from tests.export.examples import DOCUMENT, stored
from tests.export.strategies import briefed


def spans(value: Any) -> list[dict[str, Any]]:
    """Every span inside a JSON value."""
    if isinstance(value, list):
        return [found for each in value for found in spans(each)]
    if not isinstance(value, dict):
        return []
    own = [value] if value.keys() == {"start", "end", "text"} else []
    return own + [found for each in value.values() for found in spans(each)]


def test_the_form() -> None:
    value = json.loads(as_json(stored()))
    assert value["schema_version"] == 1
    assert value["document"] == {
        "id": DOCUMENT.id,
        "title": "Norrland weighs a *second* harbour",
        "publisher": "The Courier",
        "author": "A. Lind",
        "url": "https://courier.example/harbour?id=1&page=2",
        "path": "",
        "language": "en",
        "published": {"date": "2031-04-07", "precision": "day"},
        "added": "2031-04-08T09:10:11Z",
        "words": 73,
    }
    assert [(actor["name"], actor["is_listed"]) for actor in value["actors"]] == [
        ("Norrland", True),
        ("Varda", True),
        ("Fishers' Union", True),
        ("Mira Okafor", True),
        ("Jon Ruiz", True),
        ("Elm Bay", False),
    ]
    assert value["positions"][2] == {
        "id": "p3",
        "holders": ["a1"],
        "sources": ["a4"],
        "on_behalf_of": [],
        "targets": [],
        "stance": "commits",
        "family": "for",
        "strength": "conditional",
        "polarity": "+",
        "directness": "indirect",
        "topic": "catch",
        "is_stand": True,
        "confidence": 1.0,
        "source": [{"start": 236, "end": 239, "text": "She"}],
        "cue": [{"start": 240, "end": 247, "text": "assured"}],
        "content": [
            {"start": 258, "end": 306, "text": "should prices fall, Norrland would buy the catch"}
        ],
        "condition": {"start": 258, "end": 276, "text": "should prices fall"},
        "sentence": {
            "start": 236,
            "end": 307,
            "text": "She assured him that, should prices fall, Norrland would buy the catch.",
        },
        "paragraph": 2,
        "hedges": [],
        "notes": [],
    }
    assert value["questions"][0]["text"] == "Who would run the harbour?"
    assert value["questions"][0]["resolvers"] == ["a1", "a2"]


def test_what_is_promised_happens_counts_and_lacks() -> None:
    value = json.loads(as_json(stored()))
    assert [
        (one["position"], one["bearers"], one["sources"], one["is_refusal"])
        for one in value["commitments"]
    ] == [("p1", ["a1", "a2"], ["a1", "a2"], False), ("p3", ["a1"], ["a4"], False)]
    assert value["commitments"][1]["condition"]["text"] == "should prices fall"
    assert [(event["status"], event["actors"]) for event in value["events"]] == [
        ("past", ["a4", "a5"]),
        ("conditional", ["a1"]),
    ]
    assert value["events"][0]["time"]["value"] == "2031-04-07TEV"
    assert value["events"][1]["place"]["text"] == "Elm Bay"
    assert value["times"][0]["precision"] == "day"
    assert value["quantities"][0]["value"] is None
    assert value["quantities"][0]["counted"]["text"] == "boats"
    assert value["places"][0]["state"] == "Norrland"
    assert value["question_groups"] == [{"lead": "q1", "questions": ["q1", "q2"]}]
    (gap,) = value["gaps"]
    assert gap["inferred"] is True
    assert gap["kind"] == "no_number"
    assert gap["evidence"][0]["text"] == "Dozens of boats lie there."


@given(briefed())
@settings(deadline=None)
def test_every_span_has_the_words_at_its_offsets(pair: tuple[Document, Briefing]) -> None:
    document, briefing = pair
    written = as_json(stored(document, briefing))
    assert written == as_json(stored(document, briefing))
    for span in spans(json.loads(written)):
        assert document.text[span["start"] : span["end"]] == span["text"]


def test_no_character_of_an_article_acts_in_a_terminal() -> None:
    text = "\x1b[31m red \x9b1m \x07 \u202egnirts \u2028 \ud800"
    document = Document.of(text, title=text, paragraphs=(Span(0, len(text)),))
    written = as_json(stored(document, Briefing(document.id, "1")))
    assert all(letter.isprintable() for letter in written.replace("\n", ""))
    assert json.loads(written)["document"]["title"] == text
