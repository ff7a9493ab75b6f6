"""The keys below a dialog: those that do something, and whole ones where there is little room."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.screen import ModalScreen

from briefings.briefing import ActorType
from briefings.corrections import ActorAnchor, AddTag, Rename
from briefings.library.records import State, Step
from tests.tui import article
from tests.tui.waiting import steady, until
from tests.tui_parts.shows import dialog
from tests.tui_parts.stage import Stage, seen
from tui.actions import Place
from tui.panes.only import ALL, Only
from tui.panes.opened import Opened
from tui.screens.adding.picker import AddScreen
from tui.screens.correct.actors import actor_menu
from tui.screens.correct.asking import Asking
from tui.screens.correct.screen import CorrectScreen
from tui.screens.dialog import Frame
from tui.screens.help import HelpScreen
from tui.screens.history import HistoryScreen
from tui.screens.notes import NoteScreen
from tui.screens.only import OnlyScreen

__all__ = ["steady"]

OPENED = Opened(article.document(), article.briefing())
ADA = ActorAnchor("Ada Okafor", ActorType.PERSON, None, True)
MOMENT = "2031-03-11T09:30:00Z"
STEPS = (
    Step(1, MOMENT, Rename(ADA, "Ada"), State.DONE, "Renamed ‘Ada Okafor’ to ‘Ada’"),
    Step(2, MOMENT, AddTag("harbours"), State.DONE, "Tagged #harbours"),
)


def below(app: Stage) -> str:
    """The line below the frame of the dialog in front."""
    region = app.screen.query_one(Frame).region
    return seen(app)[region.bottom - 1][region.x : region.right]


def dialogs(folder: Path) -> dict[str, ModalScreen[Any]]:
    return {
        "picker": AddScreen(folder),
        "history": HistoryScreen(STEPS[:1]),
        "note": NoteScreen("Note on the briefing"),
        "show only": OnlyScreen(OPENED, ALL, ALL),
        "export": dialog("export"),
        "help": dialog("help"),
    }


@pytest.mark.parametrize("name", ["picker", "history", "note", "show only", "export", "help"])
async def test_on_the_smallest_terminal_no_key_is_cut_and_the_way_out_is_told(
    name: str, tmp_path: Path
) -> None:
    app = Stage(dialogs(tmp_path)[name])

    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        await until(lambda: " esc " in below(app), what=below(app))

        assert "…" not in below(app)


async def test_keys_come_back_when_there_is_room_again(tmp_path: Path) -> None:
    app = Stage(AddScreen(tmp_path))

    async with app.run_test(size=(40, 12)) as pilot:
        await until(lambda: "enter open  ctrl+s add  esc close ─╯" in below(app))
        await pilot.resize_terminal(100, 30)

        await until(lambda: "ctrl+t mark  esc close  tab complete ─╯" in below(app))


async def test_only_a_correction_offers_to_be_withdrawn() -> None:
    app = Stage(HistoryScreen(STEPS))

    async with app.run_test(size=(80, 24)) as pilot:
        await until(lambda: "esc close" in below(app))
        await pilot.pause()
        assert "withdraw" not in below(app)  # the last step, a tag
        await pilot.press("down")

        await until(lambda: "enter withdraw  esc close" in below(app))


async def test_what_all_is_narrowed_to_offers_to_show_all_again() -> None:
    (topic, *_) = [one.topic for one in OPENED.stands if one.topic]
    app = Stage(OnlyScreen(OPENED, Only(topic=topic), ALL))

    async with app.run_test(size=(80, 24)) as pilot:
        await until(lambda: "enter show all again" in below(app))
        await pilot.press("down")

        await until(lambda: "enter show only these" in below(app))


async def test_where_nothing_would_change_enter_is_not_offered() -> None:
    actor = OPENED.listed[0]
    app = Stage(CorrectScreen(OPENED, actor_menu(Asking(OPENED), actor)))

    async with app.run_test(size=(80, 24)) as pilot:
        await until(lambda: "enter go on" in below(app))
        await pilot.press(*"type", "enter")
        await until(lambda: "It is so already" in "\n".join(seen(app)))
        assert "enter" not in below(app)
        await pilot.press("down")

        await until(lambda: "enter do it" in below(app))


async def test_on_the_smallest_terminal_the_help_has_all_of_its_words() -> None:
    app = Stage(HelpScreen([Place.BRIEFING, Place.LIST, Place.APP]))

    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        await until(lambda: "enter From a row to its sentence" in "\n".join(seen(app)))

        assert "…" not in "\n".join(seen(app))
