"""An article is data on the pages over many briefings, too."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from briefings.library import Library
from briefings.stories import dossier, ledger
from tests.tui.across import shown
from tests.tui.conftest import AppMaker
from tests.tui.test_briefing_screen import started
from tests.tui.test_hostile_text import HOSTILE, everywhere, painted
from tui.screens.dossier import DossierScreen
from tui.screens.ledger import LedgerScreen
from tui.screens.page import PageHead
from tui.screens.page_rows import RowsPage

KEPT = {name: words for name, words in HOSTILE.items() if name != "surrogate"}
"""No library keeps half of a surrogate pair."""


def check(screen: RowsPage) -> None:
    for view in (screen.rows, screen.behind):
        lines = painted(view)
        drawn = "".join("".join(line) for line in lines)
        assert not [c for c in drawn if unicodedata.category(c) in ("Cc", "Cs")]
        assert not set(drawn) & set("\u202e\u2066\u2069\u200f\u200b\u200d\ufeff")
        assert {view.render_line(y).cell_length for y in range(view.size.height)} <= {
            view.size.width
        }
    head = screen.query_one(PageHead).render_line(0).text
    assert not [c for c in head if unicodedata.category(c) in ("Cc", "Cs")]


@pytest.mark.parametrize("size", [(160, 45), (40, 12)])
@pytest.mark.parametrize("words", KEPT.values(), ids=KEPT)
async def test_hostile_words_are_shown_as_words(
    make_app: AppMaker, words: str, size: tuple[int, int]
) -> None:
    document, briefing = everywhere(words)
    app = make_app(document, briefing)
    async with app.run_test(size=size) as pilot:
        await started(pilot)
        await pilot.press("1", "d")
        check(await shown(pilot, DossierScreen))
        await pilot.press("end", "escape", "a")
        screen = await shown(pilot, LedgerScreen)
        check(screen)
        await pilot.press("f", "x", "escape", "d")
        await pilot.pause()
        assert app.is_running


@pytest.mark.parametrize("words", KEPT.values(), ids=KEPT)
def test_hostile_words_are_kept_and_asked_for(tmp_path: Path, words: str) -> None:
    document, briefing = everywhere(words)
    with Library.open(tmp_path / "library.db") as library:
        library.add(document, briefing)
        for actor in library.actors():
            assert dossier(library, actor.key) is not None
        assert ledger(library).total == 1
