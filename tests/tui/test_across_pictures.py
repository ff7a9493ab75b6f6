"""How dossier and list of questions look; each picture was looked at before it was the measure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefings.corrections import Anchors, QuestionStatus, SetQuestionStatus
from briefings.library import Library
from tests.stories.told import REFUSAL_TOLD
from tests.tui.across import app_of, opened, shown
from tests.tui.test_briefing_screen import started
from tui.app import BriefingApp
from tui.screens.dossier import DossierScreen
from tui.screens.ledger import LedgerScreen

Compare = Callable[..., bool]

SIZES = [(160, 45), (80, 24), (40, 12)]
THEMES = ["night", "day", "high-contrast"]


def name(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


async def orland(pilot: Pilot[None]) -> None:
    """The dossier of a state that has changed sides."""
    await started(pilot)
    app = pilot.app
    assert isinstance(app, BriefingApp)
    assert app.session.across is not None
    await app.push_screen(DossierScreen(app.session.across, "territory:orland", "Orland"))
    await shown(pilot, DossierScreen)
    await pilot.press("j", "j")
    await pilot.pause()


async def questions(pilot: Pilot[None]) -> None:
    await opened(pilot, LedgerScreen, "a")
    await pilot.press("j")
    await pilot.pause()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES, ids=name)
def test_a_dossier(
    snap_compare: Compare, tmp_path: Path, size: tuple[int, int], theme: str
) -> None:
    app = app_of(tmp_path, theme)
    assert snap_compare(app, terminal_size=size, run_before=orland)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES, ids=name)
def test_the_questions(
    snap_compare: Compare, tmp_path: Path, size: tuple[int, int], theme: str
) -> None:
    app = app_of(tmp_path, theme)
    document, briefing = REFUSAL_TOLD
    anchor = Anchors(document, briefing).question("q1")
    with Library.open(app.session.library_path) as library:
        library.journal.record(document.id, SetQuestionStatus(anchor, QuestionStatus.NARROWED))
    assert snap_compare(app, terminal_size=size, run_before=questions)
