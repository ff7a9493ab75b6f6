"""Rules of the house that a machine can check."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
MODULES = sorted([*TOP.glob("briefings/**/*.py"), *TOP.glob("tui/**/*.py")])
LARGEST_MODULE = 400
LONGEST_FUNCTION = 60
HEAVY = {"textual", "rich", "spacy", "numpy", "trafilatura", "msgspec", "rapidfuzz"}


def modules_after(statement: str) -> set[str]:
    """The top-level modules that a fresh interpreter has loaded after `statement`."""
    code = f"import sys\n{statement}\nprint(*sorted({{m.split('.')[0] for m in sys.modules}}))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=TOP
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("statement", ["import briefings", "import tui", "import tui.cli"])
def test_importing_loads_nothing_heavy(statement: str) -> None:
    assert not HEAVY & modules_after(statement)


def test_the_app_loads_no_parser_and_no_reader() -> None:
    assert not {"spacy", "numpy", "trafilatura"} & modules_after("import tui.app")


def test_the_domain_loads_no_user_interface() -> None:
    loaded = modules_after("from briefings import Library, analyse, read")

    assert not {"textual", "rich", "tui"} & loaded


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(TOP)))
def test_a_module_is_small_and_says_what_it_is_for(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]

    assert source.count("\n") <= LARGEST_MODULE
    assert ast.get_docstring(tree)
    too_long = [
        f"{function.name}: {function.end_lineno - function.lineno + 1}"
        for function in functions
        if function.end_lineno and function.end_lineno - function.lineno >= LONGEST_FUNCTION
    ]
    assert not too_long
