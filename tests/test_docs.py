"""The documents say what the program does.

`python -m tests.test_docs` renews the parts that are made from the program.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from tui.actions import ACTIONS
from tui.keymap import shown_key

TOP = Path(__file__).parents[1]
GUIDE = TOP / "docs" / "guide.md"
KEYS = re.compile(r"(?<=<!-- keys -->\n).*(?=<!-- /keys -->)", re.DOTALL)


def table_of_keys() -> str:
    rows = ["| where | keys | what | name |", "|---|---|---|---|"]
    for action in ACTIONS:
        keys = " ".join(f"`{shown_key(key)}`" for key in action.keys)
        rows.append(f"| {action.place} | {keys} | {action.help} | `{action.id}` |")
    return "\n".join(rows) + "\n"


def test_the_guide_lists_every_key() -> None:
    found = KEYS.search(GUIDE.read_text(encoding="utf-8"))

    assert found is not None
    assert found[0] == table_of_keys(), "renew it with: python -m tests.test_docs"


def test_every_action_is_explained_and_its_name_is_unique() -> None:
    assert all(action.title and action.help.endswith(".") and action.keys for action in ACTIONS)
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)


def test_links_in_the_documents_lead_somewhere() -> None:
    for path in [*TOP.glob("*.md"), *TOP.glob("docs/*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name} links to {target}"


def test_the_locks_pin_every_dependency_and_hold_no_address() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for name in ("app", "test"):
        lock = (TOP / "requirements" / f"{name}.lock").read_text(encoding="utf-8")
        pinned = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))
        wanted = {re.split(r"[<>=\[]", each)[0] for each in project["dependencies"]}

        assert wanted <= pinned
        assert "://" not in lock


if __name__ == "__main__":
    GUIDE.write_text(
        KEYS.sub(lambda _: table_of_keys(), GUIDE.read_text(encoding="utf-8")), encoding="utf-8"
    )
