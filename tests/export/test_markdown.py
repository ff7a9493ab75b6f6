"""The note of a small article, byte for byte; and that no article can act in its note."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from briefings.briefing import Actor, Briefing, Position, Stance
from briefings.document import Document, Origin, Precision, Published, Span
from briefings.events import Place, Quantity, Time, TimeKind
from briefings.export import markdown_note
from briefings.export.escaping import escaped, plain, yaml_string
from briefings.export.note import BEGIN, END
from briefings.library import Stored
from tests.export import examples
from tests.export.examples import span, stored
from tests.export.strategies import briefed

CITED = {
    f"{kind}{n}"
    for kind, last in {"a": 5, "p": 4, "q": 2, "e": 2}.items()
    for n in range(1, last + 1)
}
CITED |= {"n1", "l1", "g1"}
GOLDEN = Path(__file__).with_name("harbour.md")

HOSTILE = [
    "*a* _b_ **c** __d__ ~~e~~ `f` ``g`` $h$ ==i== %%j%%",
    "[link](https://evil.example) ![image](x.png) [ref] [ref][] [^1] ^[note]",
    "<b>bold</b> <!-- comment --> <script>alert(1)</script> <https://evil.example>",
    "https://evil.example www.evil.example evil.example mail@evil.example ftp://evil.example",
    "&lt;b&gt; &amp; &#35; &#x41; &nbsp;",
    "# heading",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "12) item",
    "> quote",
    "---",
    "===",
    "```",
    "~~~",
    "(x) done",
    "a | b | c",
    "@name #12 #tag [[note]] ((block)) key:: value",
    "back\\slash \\*escaped\\* end\\",
    "line\n\n# one\n\n- two",
    "\x1b[31mred\x1b[0m \x9b1m \x07 \x00 \u202egnirts\u202c",
    "<!-- briefing:notes:end -->",
    "    code",
    '"quoted" “quoted”',
]

hostile_texts = st.lists(
    st.sampled_from([*HOSTILE, *"*_[]()<>#|\\`~$^@&;:/=%-+.!\"'\n\t 1a", "\u200b", "www.", "://"]),
    max_size=12,
).map("".join)


def parsed(text: str) -> list[Token]:
    """The tokens of a note, as GitHub would read it."""
    return MarkdownIt("gfm-like").use(footnote_plugin).parse(text)


def inline(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in token.children or ()]


def body(note: str) -> str:
    """The note without its front matter."""
    return note.partition("\n---\n")[2]


def test_the_note_of_a_small_article() -> None:
    assert markdown_note(stored()).encode() == GOLDEN.read_bytes()


def test_every_footnote_is_used_and_defined() -> None:
    tokens = parsed(body(markdown_note(stored())))
    used = {token.meta["label"] for token in inline(tokens) if token.type == "footnote_ref"}
    defined = {token.meta["label"] for token in tokens if token.type == "footnote_open"}
    assert used == defined == CITED


def test_a_briefing_without_findings_has_only_the_fixed_parts() -> None:
    document = Document.of("Fish.", title="Fish", paragraphs=(Span(0, 5),))
    note = markdown_note(stored(document, Briefing(document.id, "1")))
    headings = [line for line in note.splitlines() if line.startswith("#")]
    missing = "## What the article does not say"
    assert headings == ["# Fish", missing, "## Sources", "## My notes"]
    assert "- The article bears no date of publication.\n" in note
    assert '- "Fish", undated\n' in note
    for key in ("source:", "author:", "published:"):
        assert key not in note
    assert "\nactors: []\ntopics: []\npositions: 0\nopen-questions: 0\n" in note


def lines_of(position: Position) -> list[str]:
    """The lines that the note of the article has on this position alone."""
    note = markdown_note(stored(briefing=replace(examples.BRIEFING, positions=(position,))))
    (section,) = note.partition("## Positions")[2:]
    section = section.partition("\n## ")[0]
    return [line for line in section.splitlines() if line.startswith("- **")]


def test_a_condition_stands_apart_from_the_content() -> None:
    whole = span("that, should prices fall, Norrland would buy the catch")
    bought = '"Norrland would buy the catch"; *condition:* "should prices fall"[^p3]'
    (line,) = lines_of(replace(examples.SECOND_HAND, content=(whole,)))
    assert line.endswith(f": {bought}")
    whole = span("assured him that, should prices fall, Norrland would buy the catch")
    (line,) = lines_of(replace(examples.SECOND_HAND, content=(whole,)))
    assert line.endswith(f': "assured him that" … {bought}')


def test_what_a_matter_hinges_on_stays_in_the_content() -> None:
    hinging = replace(examples.SECOND_HAND, stance=Stance.CONDITIONS)
    (line,) = lines_of(hinging)
    assert line.endswith(': "should prices fall, Norrland would buy the catch"[^p3]')


def test_a_position_without_content_shows_its_cue() -> None:
    assert lines_of(replace(examples.AGAINST, content=())) == ['- **opposes**: "opposes"[^p2]']


def test_content_in_two_places_is_quoted_in_two_pieces() -> None:
    pieces = (span("ready to pay"), span("at Elm Bay"))
    first, second = lines_of(replace(examples.JOINT, content=pieces))
    assert first == '- **commits** (with Varda): "ready to pay" … "at Elm Bay"[^p1]'
    assert second == '- **commits** (with Norrland): "ready to pay" … "at Elm Bay"[^p1]'


def test_a_date_that_is_not_known_to_the_day_stands_in_the_text_alone() -> None:
    document = replace(examples.DOCUMENT, published=Published("2031-04", Precision.MONTH))
    note = markdown_note(stored(document))
    assert "\npublished:" not in note
    assert "The Courier, 2031-04, " in note


def test_a_file_is_named_without_its_folders() -> None:
    for path in ("/home/reader/secret/fish.txt", "C:\\secret\\fish.txt"):
        document = replace(examples.DOCUMENT, origin=Origin(path=path))
        note = markdown_note(stored(document))
        assert "fish" in note
        assert "secret" not in note


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "https://a.example/ x", "https://a.example/<b>", "//a.example"]
)
def test_an_address_that_is_none_is_no_link(url: str) -> None:
    document = replace(examples.DOCUMENT, origin=Origin(url=url))
    tokens = parsed(body(markdown_note(stored(document))))
    assert not [token for token in inline(tokens) if token.type == "link_open"]


@given(st.text() | hostile_texts)
@settings(deadline=None)
def test_escaped_text_is_shown_word_for_word_and_does_nothing(text: str) -> None:
    for frame in ("{}", "- {}", "# {}", '"{}"', "- **{}** x", "> {}"):
        tokens = inline(parsed(frame.format(escaped(text))))
        kinds = {token.type for token in tokens}
        assert kinds <= ({"text", "strong_open", "strong_close"} if "**" in frame else {"text"})
        shown = "".join(token.content for token in tokens)
        expected = {'"{}"': f'"{plain(text)}"', "- **{}** x": f"{plain(text)} x"}
        if plain(text):
            assert shown == expected.get(frame, plain(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_article_stays_text_wherever_it_stands(text: str) -> None:
    note = markdown_note(hostile(text))
    expected = markdown_note(hostile("word"))
    assert structure(note) == structure(expected)
    assert keys(note) == keys(expected)
    assert body(note).count(BEGIN) == body(note).count(END) == 1


def hostile(text: str) -> Stored:
    """The example with `text` in every place that words of an article or its source can reach."""
    words = plain(text)
    document = Document.of(
        words,
        title=text,
        paragraphs=(Span(0, len(words)),),
        origin=Origin(path=text, url=text, publisher=text, author=text),
    )
    whole = Span(0, len(words))
    role = examples.OKAFOR.roles[0]
    actors = tuple(
        Actor(f"a{number}", text, actor.type, (), roles=(replace(role, title=text, state=""),))
        for number, actor in enumerate(examples.BRIEFING.actors, start=1)
    )
    positions = tuple(
        replace(each, sentence=whole, content=(whole,), topic=text, condition=None)
        for each in examples.BRIEFING.positions
    )
    question = replace(examples.OPEN, sentence=whole, text=text, topic=text)
    time = Time(whole, TimeKind.DATE, text)
    events = tuple(
        replace(each, trigger=whole, span=whole, sentence=whole, place=whole, time=time)
        for each in examples.BRIEFING.events
    )
    quantity = Quantity("n1", whole, whole, whole, counted=whole)
    place = Place("l1", text, (whole,), text)
    briefing = Briefing(document.id, "1", (whole,), actors, positions, (question,))
    briefing = replace(briefing, events=events, quantities=(quantity,), places=(place,))
    return stored(document, briefing)


def structure(note: str) -> list[str]:
    """What the note is made of, without the text."""
    types = []
    for token in parsed(body(note)):
        types.append(f"{token.type} {token.tag}")
        types += [child.type for child in token.children or () if child.type != "text"]
    return types


def keys(note: str) -> list[str]:
    front = note.partition("\n---\n")[0].splitlines()[1:]
    return [line.partition(":")[0] for line in front if not line.startswith(" ")]


@given(briefed())
@settings(deadline=None, max_examples=60)
def test_any_briefing_has_a_note_and_always_the_same(pair: tuple[Document, Briefing]) -> None:
    note = markdown_note(stored(*pair))
    assert note == markdown_note(stored(*pair))
    assert note.startswith("---\ntitle: ")
    assert not set(note) & set("\x00\x07\x1b\x7f\x9b\u202e")


@given(st.text() | hostile_texts)
def test_a_yaml_string_is_one_line_and_means_the_text(text: str) -> None:
    # A YAML string in double quotes with no other escapes than these is a JSON string.
    assert json.loads(yaml_string(text)) == plain(text)
    assert len(yaml_string(text).splitlines()) == 1
