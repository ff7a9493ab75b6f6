"""How the briefing screen looks; each picture was looked at before it became the measure."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from briefings.briefing import Briefing
from briefings.corrections import Passage, Subject
from briefings.errors import AnalysisError
from briefings.library.records import Note
from tests.tui import article
from tests.tui.conftest import AppMaker
from tui.journaling import Past
from tui.panes.by_reader import ByReader
from tui.panes.only import Only
from tui.panes.opened import Opened
from tui.screens.briefing import BriefingScreen

Compare = Callable[..., bool]

SIZES = [(60, 20), (80, 24), (120, 40)]


def name(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


@pytest.mark.parametrize("theme", ["night", "day", "terminal"])
@pytest.mark.parametrize("size", SIZES, ids=name)
def test_a_briefing(
    snap_compare: Compare, make_app: AppMaker, size: tuple[int, int], theme: str
) -> None:
    assert snap_compare(make_app(theme=theme), terminal_size=size)


@pytest.mark.parametrize("theme", ["night", "day", "terminal"])
@pytest.mark.parametrize("size", SIZES, ids=name)
def test_words_found_in_the_source_and_commitments(
    snap_compare: Compare, make_app: AppMaker, size: tuple[int, int], theme: str
) -> None:
    keys = ["right_square_bracket", "f", *"tolls", "enter", "n"]
    assert snap_compare(make_app(theme=theme), terminal_size=size, press=keys)


@pytest.mark.parametrize("theme", ["night", "day", "terminal"])
@pytest.mark.parametrize("size", SIZES, ids=name)
def test_what_can_be_shown_alone(
    snap_compare: Compare, make_app: AppMaker, size: tuple[int, int], theme: str
) -> None:
    assert snap_compare(make_app(theme=theme), terminal_size=size, press=["F"])


@pytest.mark.parametrize("theme", ["night", "day", "terminal"])
@pytest.mark.parametrize("size", SIZES, ids=name)
def test_what_the_reader_put_beside_it(
    snap_compare: Compare, make_app: AppMaker, size: tuple[int, int], theme: str
) -> None:
    """Tags, the star, a note on words and one on a position; narrowed to a topic and a stance."""
    document = article.document()
    when = "2031-03-12T08:00:00Z"
    about = Subject(passage=Passage.of(document, article.at("northern harbour")))
    on_words = Note(1, "Which one? There are two harbours in the north.", about, when, when)
    on_row = Note(2, "She said the same in the spring.", Subject(), when, when)
    by_reader = ByReader(
        is_starred=True,
        tags=("harbours", "grain"),
        notes=(on_words,),
        notes_of={"p2": (on_row,)},
        past=Past((), ()),
    )

    async def show(pilot: Pilot[None]) -> None:
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, BriefingScreen)
        screen.opened = Opened(document, article.briefing(), by_reader=by_reader)
        screen.only = Only(topic="free passage", stance="for")
        if size == SIZES[0]:
            await pilot.press("4")
        await pilot.pause()

    assert snap_compare(make_app(theme=theme), terminal_size=size, run_before=show)


def test_letters_to_jump_by(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(), terminal_size=(120, 40), press=["ctrl+o"])


def test_what_is_not_said(snap_compare: Compare, make_app: AppMaker) -> None:
    keys = ["3", "left_square_bracket"]
    assert snap_compare(make_app(), terminal_size=(60, 20), press=keys)


def test_actors_filtered(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(), terminal_size=(80, 24), press=["1", "f", *"okafr"])


def test_a_briefing_on_the_smallest_screen(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(), terminal_size=(40, 12))


def test_a_briefing_with_few_lines_and_many_columns(
    snap_compare: Compare, make_app: AppMaker
) -> None:
    assert snap_compare(make_app(), terminal_size=(130, 16))


def test_narrowed_to_an_actor(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(), terminal_size=(120, 40), press=["1", "j", "j", "space"])


def test_a_sentence_in_the_source(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(), terminal_size=(120, 40), press=["4", "down", "down", "down"])


def test_the_end_of_the_source_zoomed(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(), terminal_size=(80, 24), press=["4", "z", "end"])


@pytest.mark.parametrize(
    ("found", "failure"),
    [
        (None, None),
        (None, AnalysisError("the analysis of 'Norvik' ended without an answer", "try it again")),
        (Briefing("", "by hand", sentences=article.SENTENCES), None),
    ],
    ids=["being read", "failed", "nothing found"],
)
@pytest.mark.parametrize("size", [(60, 20), (120, 40)], ids=name)
def test_a_briefing_without_findings(
    snap_compare: Compare,
    make_app: AppMaker,
    size: tuple[int, int],
    found: Briefing | None,
    failure: AnalysisError | None,
) -> None:
    async def show(pilot: Pilot[None]) -> None:
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, BriefingScreen)
        screen.opened = Opened(article.document(), found, failure)
        await pilot.pause()

    assert snap_compare(make_app(), terminal_size=size, run_before=show)
