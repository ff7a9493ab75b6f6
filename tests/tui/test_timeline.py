"""The timeline on the screen: of one briefing, and of several."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from textual.pilot import Pilot

from briefings.events import Event, EventStatus
from briefings.stories import Timeline, timeline
from tests.stories.test_timeline import promised, signed
from tests.tui.across import rows, shown
from tests.tui.conftest import AppMaker
from tests.tui.test_across_hostile import KEPT, check
from tests.tui.test_briefing_screen import started
from tests.tui.test_hostile_text import everywhere
from tests.tui.waiting import until
from tui.screens.briefing import BriefingScreen
from tui.screens.timeline import TimelineScreen

Compare = Callable[..., bool]
UNDATED, FOUND = promised("")
TOLD = [
    signed("2031-03-04"),
    promised("2031-03-05"),
    (replace(UNDATED, id="0" * 64), replace(FOUND, document_id="0" * 64)),
]


def reading() -> Callable[[], Coroutine[Any, Any, Timeline]]:
    async def read() -> Timeline:
        return timeline(TOLD)

    return read


async def of_all(pilot: Pilot[None]) -> TimelineScreen:
    """The timeline of three articles, as it is on the eighth of March."""
    await started(pilot)
    await pilot.app.push_screen(TimelineScreen("3 briefings", reading(), date(2031, 3, 8)))
    return await shown(pilot, TimelineScreen)


async def test_today_is_between_what_was_and_what_comes(make_app: AppMaker) -> None:
    async with make_app(*signed("2031-03-04")).run_test(size=(120, 40)) as pilot:
        screen = await of_all(pilot)

        assert rows(screen) == [
            "Happened, without a date1",
            "closed",
            "Until today2",
            "2031-03-03 signed",
            "2031-03-05 closed",
            "Today, 2031-03-08, and later3",
            "2031-03-10 to pay the dues by 10 March",
            "to pay the dues by 10 March",
            "2031-05 vote",
            "To come, or not, without a date1",
            "strike",
        ]
        assert screen.entry is not None
        assert screen.entry.searched.startswith("2031-03-10"), "the cursor is at what is next"


async def test_the_sentence_and_its_article_are_told(make_app: AppMaker) -> None:
    async with make_app(*signed("2031-03-04")).run_test(size=(160, 40)) as pilot:
        screen = await of_all(pilot)
        await pilot.press("home", "j")
        await pilot.pause()

        assert screen.entry is not None
        assert screen.entry.passage == "Orland signed the lease on 3 March."
        assert "The Courier · 2031-03-04" in screen.entry.where


async def test_words_narrow_it(make_app: AppMaker) -> None:
    async with make_app(*signed("2031-03-04")).run_test(size=(120, 40)) as pilot:
        screen = await of_all(pilot)
        await pilot.press("f", *"scheduled")
        await pilot.pause()

        assert rows(screen) == ["Today, 2031-03-08, and later3", "2031-05 vote"]


async def test_t_opens_it_and_enter_goes_to_the_sentence(make_app: AppMaker) -> None:
    async with make_app(*signed("2031-03-04")).run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.press("t")
        screen = await shown(pilot, TimelineScreen)
        await pilot.press("home")
        await pilot.press("enter")
        await pilot.pause()

        briefing = pilot.app.screen
        assert isinstance(briefing, BriefingScreen)
        assert briefing.pane == "source"
        assert briefing.evidence is not None
        assert [span.of(signed("2031-03-04")[0].text) for span in briefing.evidence.content] == [
            "signed"
        ]
        assert screen not in pilot.app.screen_stack


async def test_an_article_without_events_says_so(make_app: AppMaker) -> None:
    document, briefing = promised("2031-03-05")
    bare = replace(briefing, events=(), positions=())
    async with make_app(document, bare).run_test(size=(80, 24)) as pilot:
        await started(pilot)
        await pilot.press("t")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, TimelineScreen)
        await until(lambda: screen.rows.note, what="a note in place of rows")
        assert "No events" in "".join(
            piece.text for line in screen.rows.note for piece in line.left
        )


@pytest.mark.parametrize("size", [(160, 45), (40, 12)])
@pytest.mark.parametrize("words", KEPT.values(), ids=KEPT)
async def test_hostile_words_are_shown_as_words(
    make_app: AppMaker, words: str, size: tuple[int, int]
) -> None:
    document, briefing = everywhere(words)
    sentence = briefing.sentences[0]
    event = Event("e1", sentence, sentence, sentence, EventStatus.PAST, ("a1",), sentence)
    app = make_app(document, replace(briefing, events=(event,)))
    async with app.run_test(size=size) as pilot:
        await started(pilot)
        await pilot.press("t")
        check(await shown(pilot, TimelineScreen))


@pytest.mark.parametrize("theme", ["night", "day", "high-contrast"])
@pytest.mark.parametrize(
    "size", [(160, 45), (80, 24), (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}"
)
def test_looks(
    snap_compare: Compare, make_app: AppMaker, size: tuple[int, int], theme: str
) -> None:
    async def before(pilot: Pilot[None]) -> None:
        await of_all(pilot)

    app = make_app(*signed("2031-03-04"), theme=theme)
    assert snap_compare(app, terminal_size=size, run_before=before)
