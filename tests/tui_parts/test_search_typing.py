"""What is typed into the search: completed, found wanting, or hostile."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from textual.widgets import Input

from briefings.corrections import WriteNote
from briefings.library import Library
from tests.library.stories import PORT_DOCUMENT, fill
from tests.tui.waiting import until
from tests.tui_parts.searching import groups, searching, settled, told, typed
from tests.tui_parts.stage import HOSTILE, seen
from tui.screens.searching.rows import Hits
from tui.screens.searching.typing import Offers


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
