"""List the colour themes: the built-in ones, and your own.

The setting `theme` chooses one; your own are TOML files in the folder `themes` beside the
settings file.
"""

from __future__ import annotations

import argparse

from tui.cli.exits import Exit
from tui.cli.output import columns, complain, write, write_json

EXAMPLES = """\
examples:
  briefing themes
  briefing themes --json | jq -r '.[] | select(.dark) | .name'
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the words of this verb."""
    parser.add_argument("--json", action="store_true", help="print the list as JSON")


def run(options: argparse.Namespace) -> Exit:
    """Print the themes, and what is wrong with those that cannot be used."""
    from tui.settings import load_settings, themes_folder
    from tui.theming import load_themes

    found = load_themes(themes_folder())
    if options.json:
        write_json(
            [
                {
                    "name": theme.name,
                    "dark": theme.dark,
                    "description": found.descriptions.get(theme.name, ""),
                }
                for theme in found.themes
            ]
        )
    else:
        chosen = load_settings().theme
        write(
            columns(
                (
                    "*" if theme.name == chosen else "",
                    theme.name,
                    "dark" if theme.dark else "light",
                    found.descriptions.get(theme.name, ""),
                )
                for theme in found.themes
            )
        )
    for problem in found.problems:
        complain(problem)
    return Exit.PARTLY if found.problems else Exit.OK
