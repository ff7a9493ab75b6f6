"""What can be done everywhere."""

from __future__ import annotations

from tui.actions.action import Action, Place

# One action a paragraph: what is bound, then what it is called and does, then where it shows.
# fmt: off
APP: tuple[Action, ...] = (
    Action(
        "app.search", Place.APP, "door('search')", ("slash",), "search",
        "Search everything: actors, positions, questions, briefings, notes; typing errors allowed.",
        footer=True,
    ),
    Action(
        "app.library", Place.APP, "door('library')", ("l",), "library",
        "Open the list of all briefings; from there, go back.",
        footer=True,
    ),
    Action(
        "app.add", Place.APP, "door('add')", ("A",), "add",
        "Add articles: files, whole folders, or what you paste.",
        footer=True,
    ),
    Action(
        "app.themes", Place.APP, "door('themes')", ("T",), "themes",
        "Choose the colours, and see them at once.",
    ),
    Action(
        "app.palette", Place.APP, "command_palette", ("ctrl+p",), "commands",
        "Find any command by its name.",
        palette=False,
    ),
    Action(
        "app.help", Place.APP, "door('help')", ("question_mark",), "help",
        "Show every key of the screen in front, and what its signs say.",
        footer=True,
    ),
    Action(
        "app.quit", Place.APP, "quit", ("q", "ctrl+q"), "quit",
        "Leave the program; everything is kept.",
        footer=True,
    ),
)
# fmt: on
