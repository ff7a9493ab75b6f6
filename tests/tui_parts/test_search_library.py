"""The search of everything, in a real library: what is typed, and what is seen and given."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.widgets import Input, Label

from briefings.corrections import WriteNote
from briefings.library import Library
from briefings.search.found import GroupKind
from tests.library.stories import GRAIN_DOCUMENT, PORT_DOCUMENT, fill
from tests.tui.waiting import until
from tests.tui_parts.stage import HOSTILE, Stage, seen
from tui.catalogue import Catalogue
from tui.jobs import InTurn
from tui.screens.search import SearchScreen
from tui.screens.searching import answering
from tui.screens.searching.answer import Chosen
from tui.screens.searching.asking import Asking
from tui.screens.searching.rows import Hits
from tui.screens.searching.typing import Offers

NOTE = "Ask the union who counted the boats."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library with three briefings and a note."""
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        fill(library)
        library.journal.record(GRAIN_DOCUMENT.id, WriteNote(NOTE))
    return path


def catalogue(path: Path) -> Catalogue:
    with Library.open(path, read_only=True) as library:
        return Catalogue.of(None, library.actors())


@asynccontextmanager
async def searching(
    path: Path, size: tuple[int, int] = (160, 45)
) -> AsyncIterator[tuple[Stage, SearchScreen, Pilot[None]]]:
    """The search, ready to be typed into."""
    changes = InTurn("library")
    asking = Asking(path, changes)
    screen = SearchScreen(catalogue(path), asking)
    app = Stage(screen)
    async with app.run_test(size=size) as pilot:
        await settled(screen)
        yield app, screen, pilot
    await asking.finish()
    await changes.finish()


async def typed(screen: SearchScreen, text: str) -> None:
    """Type something, and wait for all that is found."""
    screen.query_one(Input).value = text
    await until(lambda: screen._shown_for == text)
    await settled(screen)


async def settled(screen: SearchScreen) -> None:
    await until(lambda: screen._answering.is_settled)
    await until(lambda: all(worker.is_finished for worker in screen.app.workers))
    await until(lambda: not screen.message_queue_size)


def groups(screen: SearchScreen) -> dict[str, list[str]]:
    """What is found in each group."""
    return {
        group.kind.value: [row.text.text for row in group.rows]
        for group in screen._answering.answer.listed
    }


def told(screen: SearchScreen) -> str:
    """What is said below the field."""
    return "\n".join(
        "".join(piece.text for piece in (*line.left, *line.right)).rstrip()
        for line in screen.line.lines(screen.line.size.width)
    )


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
        await until(lambda: any("Joan Clinton of the Harbour Union" in line for line in seen(app)))
        lines = "\n".join(seen(app))

        assert "Grain ships wait off Halden" in lines
        assert "2031-04 · ¶1" in lines
        assert screen.preview.region.x > screen.hits.region.x
        await pilot.resize_terminal(90, 40)
        await pilot.pause()
        assert screen.preview.region.y > screen.hits.region.y
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert not screen.preview.display


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


@pytest.mark.parametrize(
    ("query", "column", "sentence"),
    [
        ("boats stance:xyz", len("boats stance:"), "There is no stance “xyz”."),
        ('boats "fishing', len("boats "), "A quotation mark is not closed."),
        ("since:soon", len("since:"), "“soon” is no date for “since:”."),
        ("actr:okafor", 0, "There is no filter “actr:”."),
    ],
)
async def test_a_query_that_cannot_be_understood_says_where(
    path: Path, query: str, column: int, sentence: str
) -> None:
    async with searching(path) as (app, screen, pilot):
        await typed(screen, "boats")
        before = groups(screen)
        await typed(screen, query)
        await pilot.pause()
        lines = seen(app)
        field = next(line for line in lines if "› " in line)
        mark = next(line for line in lines if "▲" in line)
        await pilot.press("enter")

        assert mark.index("▲") == field.index("› ") + 2 + column
        assert sentence in mark
        assert groups(screen) == before
        assert app.result == "still open"


async def test_names_and_values_of_filters_are_completed(path: Path) -> None:
    async with searching(path) as (_, screen, pilot):
        await pilot.press(*"stre")
        await settled(screen)
        offered = told(screen)
        await pilot.press("tab", "tab")
        first = screen.typed.value
        await pilot.press("tab")
        second = screen.typed.value
        await pilot.press("shift+tab", "space")
        await pilot.pause()

        assert offered.startswith("tab strength:")
        assert first == "strength:firm"
        assert second == "strength:conditional"
        assert screen.typed.value == "strength:firm "
        assert not screen.query_one(Offers).offered


async def test_values_in_use_are_completed_at_the_end_with_the_right_arrow(path: Path) -> None:
    async with searching(path) as (_, screen, pilot):
        offers = screen.query_one(Offers)
        screen.typed.value = "actor:lind"
        screen.typed.cursor_position = len("actor:lind")
        await until(lambda: offers.offered)
        await pilot.press("right")
        await settled(screen)

        assert screen.typed.value == 'actor:"Petra Lindqvist"'
        assert groups(screen)["actors"] == ["Petra Lindqvist"]


async def test_escape_first_takes_back_what_is_offered(path: Path) -> None:
    async with searching(path) as (app, screen, pilot):
        await pilot.press(*"stance", "colon")
        await pilot.pause()
        assert screen.query_one(Offers).offered
        await pilot.press("escape")
        assert app.result == "still open"
        assert not screen.query_one(Offers).offered
        await pilot.press("escape")

    assert app.result is None


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


class TestKeptSearches:
    async def test_a_search_is_saved_asked_again_and_forgotten(self, path: Path) -> None:
        async with searching(path) as (app, screen, pilot):
            await typed(screen, "boats -fishing")
            await pilot.press("ctrl+s", "ctrl+u", *"mine", "enter")
            await until(lambda: screen._keeping.kept.saved)
            await settled(screen)
            assert screen.typed.value == "boats -fishing"
            await pilot.press("ctrl+u")
            await pilot.pause()
            assert any("mine  boats -fishing" in line for line in seen(app))
            await pilot.press("enter")
            await settled(screen)
            assert groups(screen)["positions"] == ["the boats carried weapons"]
            await pilot.press("ctrl+u", "ctrl+x")
            await until(lambda: not screen._keeping.kept.saved)

        with Library.open(path) as library:
            assert library.full_text.saved() == ()

    async def test_delete_in_an_empty_field_forgets_too(self, path: Path) -> None:
        with Library.open(path) as library:
            library.full_text.save("mine", "boats")
        async with searching(path) as (_, screen, pilot):
            await pilot.press("delete")
            await until(lambda: not screen._keeping.kept.saved)

    async def test_escape_saves_nothing(self, path: Path) -> None:
        async with searching(path) as (app, screen, pilot):
            await typed(screen, "boats")
            await pilot.press("ctrl+s", *"x", "escape")
            await settled(screen)
            assert app.result == "still open"
            assert screen.typed.value == "boats"

        with Library.open(path) as library:
            assert library.full_text.saved() == ()

    async def test_what_was_searched_for_is_offered_the_next_time(self, path: Path) -> None:
        async with searching(path) as (_, screen, pilot):
            await typed(screen, "boats")
            await pilot.press("enter")
            await pilot.pause()
        async with searching(path) as (app, screen, pilot):
            lines = seen(app)
            assert any("recent searches" in line for line in lines)
            await pilot.press("enter")
            await settled(screen)

            assert screen.typed.value == "boats"

    async def test_a_library_that_cannot_be_written_says_so(self, path: Path) -> None:
        async with searching(path) as (app, screen, pilot):
            await typed(screen, "boats")
            path.unlink()
            path.mkdir()
            await pilot.press("ctrl+s", "enter")
            await app.workers.wait_for_complete()
            await pilot.pause()

            assert "library" in told(screen)
            assert groups(screen)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@example(["stance:", "tab", "", 'a"', "-", "actor:", "\x1b[31m", "a" * 400])
@example(["(NEAR/2 * ^ {a b}: NOT", "since:9999-99-99", "tag:\u202ex"])
@given(
    st.lists(
        st.one_of(
            st.text(st.characters(), max_size=30),
            st.text(st.sampled_from("abo \"“”-:'*^(){}+.\u200b界é"), max_size=30),
            st.sampled_from(["actor:", "kind:person ", "topic:port", "before:2031 boats"]),
        ),
        max_size=4,
    )
)
async def test_whatever_is_typed_is_answered(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    path = tmp_path_factory.mktemp("typed") / "library.db"
    with Library.open(path) as library:
        fill(library)
    async with searching(path, (100, 30)) as (app, screen, pilot):
        for text in texts:
            field = screen.query_one(Input)
            field.value = text
            field.cursor_position = len(text)
            await pilot.press("tab", "down")
            await settled(screen)

            assert app.is_running
            assert app.result == "still open"


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_words_in_the_library_are_words(tmp_path: Path, text: str) -> None:
    from dataclasses import replace

    path = tmp_path / "library.db"
    with Library.open(path) as library:
        fill(library)
        stored = library.get(PORT_DOCUMENT.id)
        hostile = replace(
            stored.found,
            actors=tuple(replace(one, name=f"x {text}") for one in stored.found.actors),
            positions=tuple(replace(one, topic=text) for one in stored.found.positions),
            questions=tuple(replace(one, text=text) for one in stored.found.questions),
        )
        library.replace_findings(PORT_DOCUMENT.id, hostile)
        library.journal.record(PORT_DOCUMENT.id, WriteNote(f"boats {text}"))
        library.full_text.save(text, "boats")
    async with searching(path) as (app, screen, pilot):
        lines = seen(app)
        for query in ("boats", "talks", "x"):
            await typed(screen, query)
            for _ in range(5):
                await pilot.press("down")
                await settled(screen)
                lines += seen(app)

        assert app.is_running
        assert isinstance(screen.query_one(Hits), Hits)
        for line in lines:
            assert not any(ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 for letter in line)
            assert not set(line) & set("\u202e\u2066\u200b")
