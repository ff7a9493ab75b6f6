"""The manual page and the completions: made from the command line itself."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.cli.conftest import Run
from tui.actions import ACTIONS
from tui.cli.parser import VERBS


def test_the_manual_tells_every_verb_and_every_key(briefing: Run) -> None:
    page = briefing("man").out.decode()

    assert page.startswith(".TH BRIEFING 1")
    assert all(f"briefing {verb}" in page for verb in VERBS)
    assert all(f"({action.id})".replace("-", r"\-") in page for action in ACTIONS)
    assert not [line for line in page.splitlines() if line.startswith("'")]


@pytest.mark.skipif(not shutil.which("groff"), reason="there is no groff")
def test_man_can_read_it(briefing: Run) -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww"],
        input=briefing("man").out,
        capture_output=True,
        check=True,
    )

    assert done.stderr == b""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions_know_every_verb(briefing: Run, shell: str) -> None:
    script = briefing("completions", shell).out.decode()

    assert all(verb in script for verb in VERBS)
    assert "--json" in script or "-l json" in script


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
def test_bash_completes_a_verb_and_its_options(briefing: Run) -> None:
    script = briefing("completions", "bash").out.decode()
    asked = 'COMP_WORDS=(briefing list --js); COMP_CWORD=2; _briefing; echo "${COMPREPLY[@]}"'
    done = subprocess.run(
        ["bash", "-c", f"{script}\n{asked}"], capture_output=True, text=True, check=True
    )

    assert done.stdout == "--json\n"
    assert done.stderr == ""
