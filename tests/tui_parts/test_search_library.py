"""The search of everything, in a real library: what is found, seen and given."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.widgets import Input, Label

from briefings.search.found import GroupKind
from tests.library.stories import PORT_DOCUMENT
from tests.tui.waiting import until
from tests.tui_parts.searching import NOTE, groups, searching, settled, told, typed
from tests.tui_parts.stage import seen
from tui.screens.searching import answering
from tui.screens.searching.answer import Chosen


async def test_everything_that_has_the_words_is_found_in_groups(path: Path) -> None:
    async with searching(path) as (app, screen, _):
        await typed(screen, "boats")

        assert groups(screen) == {
            "positions": ["the boats carried weapons", "free passage for its fishing boats"],
            "briefings": ["Grain ships wait off Halden", "Orland will not give up its port"],
            "notes": [NOTE],
        }
        lines = "\n".join(seen(app))
        places = [lines.index(f" {kind} ──") for kind in ("positions", "briefings", "notes")]
        assert places == sorted(places)


async def test_the_words_are_lit_in_the_rows_and_in_the_preview(path: Path) -> None:
    async with searching(path) as (_, screen, pilot):
        await typed(screen, "weapons")
        await pilot.pause()
        for view in (screen.hits, screen.preview):
            lit = [
                segment.text
                for y in range(view.size.height)
                for segment in view.render_line(y)
                if segment.style and segment.style.underline and segment.style.bold
            ]
            assert "weapons" in lit


async def test_the_preview_shows_the_sentence_in_its_paragraph(path: Path) -> None:
    async with searching(path) as (app, screen, pilot):
        await typed(screen, "weapons")
        wanted = (
            "Joan Clinton of the Harbour Union",
            "Grain ships wait off Halden",
            "2031-04 · ¶1",
        )
        await until(lambda: all(words in "\n".join(seen(app)) for words in wanted))
        assert screen.preview.region.x > screen.hits.region.x
        await pilot.resize_terminal(90, 40)
        await until(lambda: screen.preview.region.y > screen.hits.region.y)
        await pilot.resize_terminal(40, 12)
        await until(lambda: not screen.preview.display)


async def test_the_preview_of_an_actor_is_what_the_library_knows(path: Path) -> None:
    async with searching(path) as (app, screen, _):
        await typed(screen, "petra lindqvist")
        await until(lambda: any("latest briefings" in line for line in seen(app)))
        lines = "\n".join(seen(app))

        assert "Foreign Minister" in lines
        assert "1 mention in 1 briefing" in lines


async def test_a_misspelt_word_is_corrected_and_that_is_said(path: Path) -> None:
    async with searching(path) as (_, screen, _pilot):
        await until(lambda: screen._asking and screen._asking._terms)
        await typed(screen, "weapoms ")

        assert groups(screen)["positions"] == ["the boats carried weapons"]
        assert told(screen) == "searched for weapons in place of weapoms"


async def test_nonsense_finds_nothing_and_that_is_said(path: Path) -> None:
    async with searching(path) as (app, screen, _):
        await typed(screen, "xqzzyv")

        assert not groups(screen)
        assert any("Nothing found" in line for line in seen(app))
        assert any("“xqzzyv”" in line for line in seen(app))


async def test_filters_narrow_what_is_found(path: Path) -> None:
    async with searching(path) as (_, screen, _pilot):
        await typed(screen, "stance:denies")
        denied = groups(screen)
        await typed(screen, 'boats -weapons since:2031-03 "fishing boats"')
        fishing = groups(screen)

    assert denied == {"positions": ["the boats carried weapons"]}
    assert fishing == {
        "positions": ["free passage for its fishing boats"],
        "briefings": ["Orland will not give up its port"],
    }


async def test_enter_gives_the_hit_and_all_that_can_be_walked_through(path: Path) -> None:
    async with searching(path) as (app, screen, pilot):
        await typed(screen, "boats")
        await pilot.press("down", "enter")

    assert isinstance(app.result, Chosen)
    assert app.result.query == "boats"
    assert app.result.found.briefing == PORT_DOCUMENT.id
    assert app.result.found.group is GroupKind.POSITIONS
    assert [hit.group.value for hit in app.result.hits] == [
        "positions",
        "positions",
        "briefings",
        "briefings",
        "notes",
    ]


async def test_enter_waits_for_the_answer_to_what_was_typed_before_it(path: Path) -> None:
    async with searching(path) as (app, screen, pilot):
        await typed(screen, "ploughs")
        screen.typed.value = ""
        for key in (*"weapons", "enter"):
            app.simulate_key(key)
        await until(lambda: isinstance(app.result, Chosen))
        await pilot.pause()

    assert isinstance(app.result, Chosen)
    assert app.result.found.text.text == "the boats carried weapons"


async def test_what_was_found_before_stays_until_there_is_something_newer(path: Path) -> None:
    async with searching(path) as (_, screen, _pilot):
        await typed(screen, "weapons")
        before = groups(screen)
        screen.query_one(Input).value = "weapons ploughs"
        await until(lambda: screen._shown_for == "weapons ploughs")

        assert groups(screen) == before
        await settled(screen)
        assert "positions" not in groups(screen)


async def test_only_the_answer_to_what_was_typed_last_is_shown(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, "PAUSE", 0.0)
    async with searching(path) as (_, screen, _pilot):
        for text in ("p", "pl", "weapons", "plough", "boats", "ploughs"):
            screen.query_one(Input).value = text
            await asyncio.sleep(0.003)
        await until(lambda: screen._shown_for == "ploughs")
        await settled(screen)

        assert groups(screen)["positions"] == ["new ploughs"]


async def test_many_actors_are_searched_aside(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "AT_ONCE", 1)
    async with searching(path) as (app, screen, pilot):
        screen.query_one(Input).value = "petra lindqvist"
        await until(lambda: screen._shown_for == "petra lindqvist")
        assert not screen._answering.has_actors
        await pilot.press("enter")
        await until(lambda: isinstance(app.result, Chosen))

    assert isinstance(app.result, Chosen)
    assert app.result.found.key == "person:petra lindqvist"


async def test_more_of_a_group_comes_when_it_is_asked_for(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answering, "PAGE", 1)
    async with searching(path) as (app, screen, pilot):
        await typed(screen, "boats")
        assert len(groups(screen)["positions"]) == 1
        await pilot.press("down", "enter")
        await settled(screen)

        assert len(groups(screen)["positions"]) == 2
        assert len(groups(screen)["briefings"]) == 1
        assert screen.query_one("#count", Label).content == "4+"
        assert app.result == "still open"
