"""Apps to test: with the invented article in a library of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefings.briefing import Briefing
from briefings.document import Document
from briefings.library import Library
from tests.tui import article
from tests.tui.corrected import SAID
from tests.tui.waiting import steady
from tui import crash
from tui.app import BriefingApp
from tui.settings import Settings

__all__ = ["steady"]

AppMaker = Callable[..., BriefingApp]


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test reads the settings of the person who runs it, or leaves a crash file with them."""
    monkeypatch.setenv("BRIEFING_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.setattr(crash, "folder", lambda: tmp_path / "crashes")


@pytest.fixture
def make_app(tmp_path: Path) -> AppMaker:
    """An app whose library holds one briefing: the invented article unless others are given."""

    def make(
        document: Document | None = None,
        briefing: Briefing | None = None,
        *,
        theme: str = "night",
    ) -> BriefingApp:
        path = tmp_path / "library.db"
        with Library.open(path) as library:
            library.add(document or article.document(), briefing or article.briefing())
        app = BriefingApp(path, replace(Settings(), theme=theme))
        app.animation_level = "none"
        return app

    return make


@pytest.fixture
def app(make_app: AppMaker) -> BriefingApp:
    """An app with the invented article."""
    return make_app()


@pytest.fixture
def hear(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep every sentence that was told: on a slow machine a toast is gone before it is read."""
    notify = BriefingApp.notify

    def told(app: BriefingApp, message: str, **how: Any) -> None:
        SAID.setdefault(app, []).append(message)
        notify(app, message, **how)

    monkeypatch.setattr(BriefingApp, "notify", told)
    yield
    SAID.clear()
