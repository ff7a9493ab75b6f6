"""The list of all briefings: any length, any order, filtered as one types."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefings.briefing import Briefing
from briefings.corrections import AddTag, SetStar
from briefings.library import Library, Sort
from tests.tui import article
from tests.tui.library.conftest import app_on, fill, lines, opened, shown, story, titles
from tests.tui.waiting import until
from tui.screens.library.screen import LibraryScreen
from tui.watching import LibraryChanged

pytestmark = pytest.mark.asyncio


async def test_the_newest_comes_first_and_enter_opens_it(path: Path) -> None:
    app = app_on(path)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        assert titles(screen)[0] == article.TITLE
        assert screen.table.cursor == 0  # the briefing that is open
        assert "4 briefings" in lines(app)[0]
        await pilot.press("end", "enter")
        await until(lambda: app.screen is app.briefing_screen)
        assert app.briefing_screen.opened
        assert app.briefing_screen.opened.document.title == "Orland opens its port 0000"


async def test_the_order_is_changed_by_key_and_kept_for_the_next_time(path: Path) -> None:
    app = app_on(path)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        await pilot.press("o", "o")
        await shown(pilot, screen)
        assert screen.listing.sort is Sort.TITLE
        assert titles(screen) == sorted(titles(screen))
        assert "title, from A to Z" in lines(app)[0]
        await pilot.press("O")
        await shown(pilot, screen)
        assert titles(screen) == sorted(titles(screen), reverse=True)
        await pilot.press("l", "l")
        again = app.screen
        assert isinstance(again, LibraryScreen)
        assert again is not screen
        await until(lambda: again.listing.sort is Sort.TITLE)
        assert again.listing.is_descending


async def test_a_click_on_the_head_of_a_column_sorts_by_it(path: Path) -> None:
    app = app_on(path)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        column = lines(app)[screen.heads.region.y].index("published")
        await pilot.click(screen.heads, offset=(column, 0))
        await shown(pilot, screen)
        assert screen.listing.sort is Sort.PUBLISHED
        assert "published↓" in lines(app)[screen.heads.region.y]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("grain", ["Maravia bans grain exports 0001"]),
        ("GRÄIN mara", ["Maravia bans grain exports 0001"]),
        ("gazette orl", ["Orland opens its port 0000"]),
        ("tag:se", ["Sella weighs a toll 0002"]),
        ("tag:sea starred", ["Sella weighs a toll 0002"]),
        ("starred grain", []),
        ("unread toll tag:sea", ["Sella weighs a toll 0002"]),
        ("removed", []),
        ('"unread"', []),
    ],
)
async def test_the_list_is_filtered_as_one_types(path: Path, typed: str, found: list[str]) -> None:
    with Library.open(path) as library:
        toll = next(one.id for one in library.entries() if one.title.startswith("Sella weighs"))
        library.journal.record(toll, SetStar(is_starred=True))
        library.journal.record(toll, AddTag("Sea"))
    app = app_on(path)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        await pilot.press("f")
        screen.typed.value = typed
        await shown(pilot, screen)
        assert titles(screen) == found
        if typed != "removed":
            assert f"{len(found)} of 4" in lines(app)[0]
        await pilot.press("enter")
        assert screen.table.has_focus
        await pilot.press("escape")
        await shown(pilot, screen)
        assert len(titles(screen)) == 4
        assert len(app.screen_stack) == 2
        await pilot.press("escape")
        assert len(app.screen_stack) == 1


async def test_five_thousand_are_read_as_they_come_into_sight(large: Path) -> None:
    app = app_on(large)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        rows = screen.table.rows
        assert len(rows) == 5000
        assert rows.entry(0) is not None
        assert rows.entry(2500) is None  # nobody has looked there
        await pilot.press("end")
        await until(lambda: rows.entry(4999))
        await pilot.pause()
        last = [line for line in lines(app) if "0000" in line]
        assert "Orland opens its port" in last[0]
        await pilot.press("f", *"4321")
        await until(lambda: titles(screen) == ["Maravia bans grain exports 4321"])
        assert "1 of 5,000" in lines(app)[0]


async def test_what_another_program_adds_appears_and_the_cursor_stays(path: Path) -> None:
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await pilot.press("down", "down")
        before = screen.table.entry
        assert before
        fill(path, [story("News from elsewhere", number=99)])
        await until(lambda: titles(screen)[0] == "News from elsewhere")
        assert screen.table.entry == before
        assert screen.table.cursor == 3


async def test_the_cursor_may_move_while_the_list_is_read_anew(path: Path) -> None:
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        fill(path, [story("News from elsewhere", number=99)])
        screen.look_again()
        screen.table.action_move("down")
        here = screen.table.entry
        await until(lambda: titles(screen)[0] == "News from elsewhere")
        await shown(pilot, screen)
        assert screen.table.entry == here
        assert screen.table.cursor == 2


async def test_a_change_while_another_list_is_read_leaves_the_cursor_at_its_beginning(
    path: Path,
) -> None:
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        await pilot.press("end")
        screen.listing = replace(screen.listing, text="sella")
        screen.look_again()
        await shown(pilot, screen)
        assert len(titles(screen)) == 2
        assert screen.table.cursor == 0


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (80, 24), (60, 20), (40, 12)])
async def test_every_width_shows_title_and_date(path: Path, size: tuple[int, int]) -> None:
    app = app_on(path)
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        shown_now = "\n".join(lines(app))
        assert "Norvik and Sella Agree" in shown_now
        assert "2031-03-11" in shown_now
        assert "undated" in shown_now
        assert ("The Lindholm Ga" in shown_now) is (size[0] >= 90 or size[0] < 64)
        assert all(len(line) <= size[0] for line in lines(app))
        assert "help" in lines(app)[-1]


async def test_what_is_much_the_same_is_marked_and_named(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        library.add(article.document(), article.briefing())
        text = article.TEXT.replace("not decided yet", "not decided at all yet")
        twin = type(article.document()).of(
            text, title="The same again", paragraphs=article.document().paragraphs
        )
        library.add(twin, Briefing(twin.id, "1 test"))
        assert library.duplicates_of(twin.id)
    app = app_on(path)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        await pilot.press("home")
        assert screen.details.twin == article.TITLE
        assert "≈" in lines(app)[screen.table.region.y]
        assert "much the same as “Norvik and Sella" in "\n".join(lines(app))


async def test_an_empty_library_says_how_to_add_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_on(tmp_path / "library.db")
    monkeypatch.setattr(type(app), "_take_in", lambda *_: None)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        words = "\n".join(lines(app))
        assert "Your library is empty" in words
        assert "A      choose files or a whole folder" in words
        await pilot.press("s", "x", "number_sign", "D", "space", "e", "enter")
        assert app.screen is screen


async def test_a_library_that_can_only_be_read_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opener = Library.open.__func__  # type: ignore[attr-defined]

    def refuse(cls: type[Library], path: Path, *, read_only: bool = False) -> Library:
        from briefings.errors import LibraryError

        if not read_only:
            raise LibraryError(f"{path} may not be written", "allow it")
        return opener(cls, path, read_only=True)  # type: ignore[no-any-return]

    monkeypatch.setattr(Library, "open", classmethod(refuse))
    app = app_on(path)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        screen = await opened(pilot)
        assert "read only" in lines(app)[0]
        for key in ("s", "x", "number_sign", "D", "u", "A"):
            app.clear_notifications()
            await pilot.press(key)
            await until(lambda: len(app._notifications) == 1, what=key)
            told = next(iter(app._notifications)).message
            assert "can only be read" in told
            assert app.screen is screen


async def test_hostile_titles_tags_and_publishers_are_shown_as_text(tmp_path: Path) -> None:
    from tests.tui_parts.stage import HOSTILE

    path = tmp_path / "library.db"
    fill(
        path,
        [
            story(" ".join(text.split()) or "x", publisher=text, number=at)
            for at, text in enumerate(HOSTILE)
        ],
    )
    with Library.open(path) as library:
        for entry, text in zip(library.entries(), HOSTILE, strict=True):
            library.journal.record(entry.id, AddTag(text))
    for size in ((160, 45), (60, 20)):
        app = app_on(path)
        async with app.run_test(size=size) as pilot:
            await opened(pilot)
            for _ in HOSTILE:
                await pilot.press("down")
                painted = "\n".join(lines(app))
                assert not {"\x1b", "\x07", "\u202e", "\u2066", "\u200b", "\r"} & set(painted)
            await pilot.press("number_sign")
            assert not {"\x1b", "\x07", "\u202e", "\r"} & set("\n".join(lines(app)))
            assert app.is_running


async def test_a_list_that_is_asked_for_later_does_not_give_way_to_an_earlier_one(
    large: Path,
) -> None:
    app = app_on(large)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await opened(pilot)
        for typed in ("o", "or", "orl", "orl 0003", "maravia 4999"):
            screen.typed.value = typed
        await until(lambda: screen.head.listing == screen.listing)
        await shown(pilot, screen)
        assert screen.head.count == len(screen.table.rows)
        assert titles(screen) in ([], ["Maravia bans grain exports 4999"])


async def test_a_change_before_the_list_is_there_does_not_move_its_beginning(path: Path) -> None:
    app = app_on(path)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(lambda: app.briefing_screen.opened is not None)
        with Library.open(path) as library:
            library.add(*story("Newer than the one that is open", number=99))
        app.action_door("library")
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        await until(lambda: screen.is_mounted)
        screen.post_message(LibraryChanged())
        await shown(pilot, screen)

        assert screen.table.cursor == 1
