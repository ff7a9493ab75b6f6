"""An article is data: nothing in it acts, whatever it holds, in any pane."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from briefings.briefing import (
    Actor,
    ActorType,
    Briefing,
    Directness,
    Mention,
    MentionKind,
    Position,
    Question,
    QuestionKind,
    Role,
    Stance,
    Strength,
)
from briefings.corrections import Passage, Subject
from briefings.document import Document, Origin, Span
from briefings.errors import AnalysisError
from briefings.library.records import Note
from tests.tui.conftest import AppMaker
from tests.tui.test_briefing_screen import started
from tui.journaling import Past
from tui.panes.by_reader import ByReader
from tui.panes.header import BriefingHeader
from tui.panes.only import Only
from tui.panes.opened import Opened
from tui.panes.tabs import PANES
from tui.screens.only import OnlyScreen
from tui.widgets.line_view import LineView

HOSTILE = {
    "closing tag": "[/]",
    "open tag": "[/",
    "wrong tag": "[/foo]",
    "colour": "[red on white]alert[/]",
    "link": "[@click=app.quit]x[/]",
    "variable": "$accent {0} %s [bold",
    "colours": "\x1b[31mred\x1b[0m \x1b[2J\x1b[H",
    "clipboard": "\x1b]52;c;cm0gLXJm\x07",
    "title": "\x1b]0;owned\x07\x9b2J\x85",
    "device": "\x1bP+q544e\x1b\\ \x05\x08\x08\x7f",
    "direction": "user\u202egnp.exe \u2066one\u2069 \u200fmark",
    "zero width": "zero\u200bwidth\u200d\ufeff\u2060\u00ad",
    "marks": "Z\u0301\u0302\u0303\u0304a\u0301lgo\u0327",
    "wide": "漢字かな交じり文 한국어 🌍👩‍👩‍👧",
    "surrogate": "half\ud83d pair",
    "tags": "flag\U000e0067\U000e0062",
    "long word": "x" * 10_000,
    "long wide word": "漢" * 10_000,
}


def everywhere(words: str) -> tuple[Document, Briefing]:
    """A briefing that has the words in every place where words can be."""
    text = f"{words}\n{words} said that {words} if {words}.\n{words}"
    first = len(words) + 1
    end = text.rindex("\n")
    cue = text.index(" said that ", first)
    condition = text.rindex(" if ")
    holder, content = Span(first, first + len(words)), Span(cue + 11, condition)
    sentence = Span(first, end)
    document = Document.of(
        text,
        title=words,
        title_span=Span(0, len(words)),
        paragraphs=(Span(0, len(words)), sentence),
        boilerplate=(Span(end + 1, len(text)),),
        origin=Origin(publisher=words),
    )
    role = Role(words, holder, words, words)
    mention = Mention(holder, MentionKind.NAMED)
    person = ActorType.PERSON
    actors = (
        Actor("a1", words, person, (mention,), (words,), (role,), words, 1.0),
        Actor("a2", words, ActorType.STATE, (mention,), (f"{words}?",), (), "", 0.5),
    )
    position = Position(
        id="p1",
        holders=("a1",),
        sources=("a2",),
        on_behalf_of=("a2",),
        stance=Stance.COMMITS,
        strength=Strength.TENTATIVE,
        directness=Directness.DIRECT,
        source=(holder,),
        cue=(Span(cue + 1, cue + 10),),
        content=(content,),
        sentence=sentence,
        condition=Span(condition + 1, end),
        topic=words,
    )
    question = Question(
        "q1", QuestionKind.AWAITED, sentence, Span(condition + 1, end), words, ("a1", "a2"), words
    )
    found = Briefing(
        document.id, "by hand", (Span(0, len(words)), sentence), actors, (position,), (question,)
    )
    return document, found


def painted(view: LineView) -> list[list[str]]:
    """The words of every line that is in sight, segment by segment."""
    return [[segment.text for segment in view.render_line(y)] for y in range(view.size.height)]


@pytest.mark.parametrize("size", [(160, 45), (60, 20)])
@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
async def test_hostile_words_are_shown_as_words_in_every_pane(
    make_app: AppMaker, words: str, size: tuple[int, int]
) -> None:
    app = make_app()
    document, briefing = everywhere(words)
    async with app.run_test(size=size) as pilot:
        screen = await started(pilot)
        screen.opened = Opened(document, briefing)
        await pilot.press("1", "space")
        for pane in PANES:
            await pilot.press(str(PANES.index(pane) + 1))
            await pilot.pause()
            view = screen.query_one(f"#{pane}", LineView)
            lines = painted(view)
            drawn = "".join("".join(line) for line in lines)

            assert drawn.strip()
            assert not [c for c in drawn if unicodedata.category(c) in ("Cc", "Cs")]
            assert not set(drawn) & set("\u202e\u2066\u2069\u200f\u200b\u200d\ufeff")
            assert {view.render_line(y).cell_length for y in range(view.size.height)} == {
                view.size.width
            }
        await pilot.press("y", "o", "z")
        await pilot.pause()
        assert app.is_running


@pytest.mark.parametrize("words", ["[/]", "[/foo]", "[@click=app.quit]x[/]"])
async def test_markup_is_read_as_it_is_written(make_app: AppMaker, words: str) -> None:
    app = make_app()
    document, briefing = everywhere(words)
    async with app.run_test(size=(160, 45)) as pilot:
        screen = await started(pilot)
        screen.opened = Opened(document, briefing)
        await pilot.pause()

        for pane in PANES:
            view = screen.query_one(f"#{pane}", LineView)
            assert words in "".join("".join(line) for line in painted(view))
        assert words in screen.query_one(BriefingHeader).render_line(0).text


async def test_a_failure_that_names_hostile_words_is_shown(make_app: AppMaker) -> None:
    app = make_app()
    document, _ = everywhere("[/]\x1b[2J")
    failure = AnalysisError("the analysis of '[/]\x1b[2J' failed", "try [red]again[/]")
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await started(pilot)
        screen.opened = Opened(document, failure=failure)
        app.tell(failure)
        await pilot.pause()

        drawn = " ".join("".join(line) for line in painted(screen.positions))
        assert "[/]␛[2J" in drawn
        assert "[red]again[/]" in drawn


async def test_hostile_words_do_not_reach_the_clipboard(make_app: AppMaker) -> None:
    app = make_app()
    document, briefing = everywhere("half\ud83d \x1b]52;c;aGk=\x07")
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await started(pilot)
        screen.opened = Opened(replace(document, title="T"), briefing)
        await pilot.pause()
        await pilot.press("y")

        assert "\x1b" not in app.clipboard
        assert "half\ufffd" in app.clipboard


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
async def test_hostile_topics_can_be_shown_alone(make_app: AppMaker, words: str) -> None:
    app = make_app()
    document, briefing = everywhere(words)
    note = Note(1, words, Subject(passage=Passage.of(document, Span(0, 3))), "", "")
    by_reader = ByReader(tags=(words,), notes=(note,), past=Past((), ()))
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await started(pilot)
        screen.opened = Opened(document, briefing, by_reader=by_reader)
        screen.only = Only(topic=words)
        await pilot.press("4", "home", "F")
        assert isinstance(app.screen, OnlyScreen)
        drawn = "".join("".join(line) for line in painted(app.screen.choices))
        assert not {unicodedata.category(letter) for letter in drawn} & {"Cc", "Cf", "Cs"}
        await pilot.press("enter")
        await pilot.pause()

        assert app.is_running
