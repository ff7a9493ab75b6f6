"""Print where the settings file is and what is set, defaults included.

The file is TOML; a setting that it does not name has its default.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from tui.cli.exits import Exit
from tui.cli.output import write, write_json

if TYPE_CHECKING:
    from tui.settings import Settings

EXAMPLES = """\
examples:
  briefing config
  briefing config --path
  $EDITOR "$(briefing config --path)"
"""

Value: TypeAlias = "str | bool | dict[str, str]"


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words of this verb."""
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--path", action="store_true", help="print the path of the file only")
    what.add_argument("--json", action="store_true", help="print the settings as JSON")


def run(options: argparse.Namespace) -> Exit:
    """Print the settings as TOML, so that they can be the beginning of a file."""
    from tui.cli.context import library_path
    from tui.settings import config_path, load_settings

    path = config_path()
    if options.path:
        write(f"{path}\n")
        return Exit.OK
    settings = load_settings()
    values = _values(settings, library_path(options, settings))
    if options.json:
        write_json({"path": str(path), "exists": path.exists(), "settings": values})
        return Exit.OK
    state = "" if path.exists() else " (there is no such file yet)"
    write(f"# {path}{state}\n")
    write(_as_toml(values))
    return Exit.OK


def _values(settings: Settings, library: Path) -> dict[str, Value]:
    """The settings that are in force: the command line and the environment count too."""
    return {
        "theme": settings.theme,
        "motion": settings.motion,
        "library": str(library),
        "analysis": {"model": settings.analysis.model},
        "export": {"folder": str(settings.export.folder)},
        "keys": dict(settings.keys),
    }


def _as_toml(values: dict[str, Value]) -> str:
    """TOML: a JSON string is a TOML string too."""
    single = [(key, value) for key, value in values.items() if not isinstance(value, dict)]
    lines = [f"{key} = {_quoted(value)}" for key, value in single]
    for key, table in values.items():
        if isinstance(table, dict) and table:
            lines += ["", f"[{key}]"]
            lines += [f"{_key(name)} = {_quoted(value)}" for name, value in table.items()]
    return "".join(f"{line}\n" for line in lines)


def _key(name: str) -> str:
    return name if name.isidentifier() and name.isascii() else _quoted(name)


def _quoted(value: str | bool) -> str:
    return json.dumps(value, ensure_ascii=False)
