"""The search in the app: from a hit to its place in the text, and on to the next."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from briefings.library import Library
from tests.library.stories import GRAIN_DOCUMENT, PORT_DOCUMENT, fill
from tests.tui import article
from tests.tui.conftest import AppMaker
from tests.tui.waiting import until
from tui.app import BriefingApp
from tui.screens.briefing import BriefingScreen
from tui.screens.search import SearchScreen
from tui.screens.searching.trail import TrailLine


@pytest.fixture
def app(make_app: AppMaker) -> BriefingApp:
    """An app with the invented article in front and three more briefings in its library."""
    app = make_app()
    with Library.open(app.session.library_path) as library:
        fill(library)
        library.remember("last", article.document().id)
    return app


async def started(pilot: Pilot[None]) -> BriefingScreen:
    app = pilot.app
    assert isinstance(app, BriefingApp)
    screen = app.briefing_screen
    await until(lambda: screen.opened is not None and screen.opened.found)
    await pilot.pause()
    return screen


async def searched(pilot: Pilot[None], text: str, *keys: str) -> SearchScreen:
    """Search for something, and press some keys once all is found."""
    await pilot.press("slash")
    screen = pilot.app.screen
    assert isinstance(screen, SearchScreen)
    screen.typed.value = text
    await until(lambda: screen._shown_for == text and screen.catalogue is not None)
    await until(lambda: screen._answering.is_settled)
    await pilot.press(*keys)
    await pilot.pause()
    return screen


def opened(screen: BriefingScreen) -> str:
    assert screen.opened is not None
    return screen.opened.document.id


def lit(screen: BriefingScreen) -> str:
    """The sentence that is lit."""
    assert screen.opened is not None
    (sentence,) = screen.evidence.sentences
    return sentence.of(screen.opened.document.text)


def trail(screen: BriefingScreen) -> tuple[int, int] | None:
    """Which hit this is, and of how many."""
    now = screen.query_one(TrailLine).trail
    return (now.number, len(now.hits)) if now else None


async def test_a_position_is_opened_with_its_row_and_its_sentence(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await started(pilot)
        await searched(pilot, "weapons", "enter")
        await until(lambda: opened(screen) == GRAIN_DOCUMENT.id)
        await until(lambda: screen.evidence.sentences)

        assert screen.pane == "positions"
        assert screen.positions.row_id
        assert "denied that the boats carried weapons" in lit(screen)
        assert screen.source.sentence in screen.evidence.sentences


async def test_a_question_is_opened_in_its_pane(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await started(pilot)
        await searched(pilot, "kind:unknown lodz", "enter")
        await until(lambda: opened(screen) == PORT_DOCUMENT.id)
        await until(lambda: screen.evidence.sentences)

        assert screen.pane == "questions"
        assert "talks in Łódź" in lit(screen)


async def test_a_briefing_is_opened_at_the_sentence_with_the_words(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await started(pilot)
        search = await searched(pilot, "union boats")
        while search.found is None or search.found.group != "briefings":
            await pilot.press("down")
        await pilot.press("enter")
        await until(lambda: opened(screen) == GRAIN_DOCUMENT.id)
        await until(lambda: screen.evidence.sentences)

        assert screen.pane == "source"
        assert "Harbour Union" in lit(screen)


async def test_n_goes_on_to_the_next_hit_across_briefings_until_escape(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await started(pilot)
        await searched(pilot, "boats", "enter")
        await until(lambda: trail(screen))
        await until(lambda: trail(screen) == (0, 6))
        visited = [opened(screen)]
        for _ in range(5):
            await pilot.press("n")
            await pilot.pause()
            visited.append(opened(screen))

        assert trail(screen) == (5, 6)
        assert len(set(visited)) == 3
        await pilot.press("n")
        await pilot.pause()
        assert trail(screen) == (0, 6)
        assert opened(screen) == visited[0]
        await pilot.press("N")
        await pilot.pause()
        assert trail(screen) == (5, 6)
        await pilot.press("escape")
        await pilot.pause()
        assert trail(screen) is None
        assert app.screen is screen
        assert not screen.query_one(TrailLine).display


async def test_words_found_in_the_text_go_before_the_hits_of_a_search(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await started(pilot)
        await searched(pilot, "boats", "enter")
        await until(lambda: trail(screen) == (0, 6))
        await pilot.press("4", "f", *"the", "enter", "n", "escape")
        await pilot.pause()
        assert trail(screen) == (0, 6)
        await pilot.press("n")
        await pilot.pause()
        assert trail(screen) == (1, 6)


async def test_an_actor_is_narrowed_to_and_leaves_no_hits_behind(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await started(pilot)
        await searched(pilot, "petra lindqvist", "enter")
        await until(lambda: screen.narrowed)

        assert opened(screen) == PORT_DOCUMENT.id
        assert trail(screen) is None


async def test_a_briefing_that_is_gone_is_said_to_be(
    app: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await started(pilot)
        await searched(pilot, "weapons")
        monkeypatch.setattr(app.session, "stored", lambda _identity: None)
        await pilot.press("enter")
        await pilot.pause()

        assert opened(screen) == article.document().id
        assert any("not in the library" in one.message for one in app._notifications)


@pytest.mark.parametrize("page", ["l", "d", "a", "m", "t"])
async def test_from_any_page_a_hit_leads_to_its_briefing(app: BriefingApp, page: str) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await started(pilot)
        await pilot.press("down", *page)
        await until(lambda: not screen.is_active)
        await pilot.pause()
        await searched(pilot, "weapons", "enter")
        await until(lambda: screen.is_active and opened(screen) == GRAIN_DOCUMENT.id)
        await until(lambda: screen.evidence.sentences)

        assert "denied that the boats carried weapons" in lit(screen)
        assert trail(screen)


async def test_a_search_that_is_left_gives_the_page_back(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await started(pilot)
        await pilot.press("l")
        await until(lambda: not screen.is_active)
        library = app.screen
        await searched(pilot, "weapons", "escape")
        await until(lambda: not isinstance(app.screen, SearchScreen))

        assert app.screen is library
