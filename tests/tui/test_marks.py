"""What the reader puts beside a briefing: tags, the star, read or unread, shown in its head."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.library import Library
from tests.tui import article
from tests.tui.corrected import done
from tests.tui.test_briefing_screen import started
from tui.app import BriefingApp
from tui.journaling import Past
from tui.panes.by_reader import ByReader
from tui.panes.header import BriefingHeader, marks
from tui.panes.opened import Opened
from tui.screens.briefing import BriefingScreen
from tui.screens.library.tagging import TagDialog

pytestmark = pytest.mark.usefixtures("hear")

OPENED = Opened(article.document(), article.briefing())
KEPT = ByReader(is_read=True, past=Past((), ()))


def head(screen: BriefingScreen) -> str:
    header = screen.query_one(BriefingHeader)
    lines = header.lines(header.size.width)
    return "\n".join("".join(p.text for p in (*line.left, *line.right)) for line in lines)


def told(by_reader: ByReader, width: int) -> str:
    return "".join(piece.text for piece in marks(replace(OPENED, by_reader=by_reader), width))


async def test_tags_are_given_shown_taken_away_and_undone(app: BriefingApp) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        screen = await started(pilot)
        await pilot.press("number_sign")
        assert isinstance(app.screen, TagDialog)
        await pilot.press(*"harbours", "enter")
        assert await done(app) == "Added the tag ‘harbours’. u undoes it."
        assert "#harbours" in head(screen)
        await pilot.press("number_sign", "enter")
        await done(app, 2)
        assert "#harbours" not in head(screen)
        await pilot.press("u")
        await done(app, 3)
        assert "#harbours" in head(screen)
    with Library.open(app.session.library_path, read_only=True) as library:
        assert library.journal.tags() == (("harbours", 1),)


async def test_a_briefing_that_is_opened_is_read_until_it_is_marked_as_unread(
    app: BriefingApp,
) -> None:
    async with app.run_test(size=(160, 45)) as pilot:
        screen = await started(pilot)
        assert "unread" not in head(screen)
        await pilot.press("x")
        await done(app)
        assert "unread" in head(screen)
        await pilot.press("x")
        await done(app, 2)
        assert "unread" not in head(screen)


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (60, "  unread  #harbours  #grain  ★ starred"),
        (34, "  unread  #harbours  #grain  ★"),
        (26, "  unread  #harbours  +1  ★"),
        (20, "  unread  2 tags  ★"),
        (4, ""),
    ],
)
def test_marks_give_way_where_there_is_little_room(width: int, shown: str) -> None:
    by_reader = replace(KEPT, is_read=False, is_starred=True, tags=("harbours", "grain"))

    assert told(by_reader, width) == shown


def test_nothing_is_unread_without_a_library() -> None:
    assert told(ByReader(), 60) == ""
