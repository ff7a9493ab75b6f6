"""What can be done in the list of all briefings, and while articles are added."""

from __future__ import annotations

from tui.actions.action import Action, Place

# One action a paragraph: what is bound, then what it is called and does, then where it shows.
# fmt: off
LIBRARY: tuple[Action, ...] = (
    Action(
        "library.filter", Place.LIBRARY, "filter", ("f",), "filter",
        "Show only briefings with some words, a tag, unread or starred ones, or removed ones.",
        footer=True,
    ),
    Action(
        "library.order", Place.LIBRARY, "order", ("o",), "order",
        "Sort by the next: added, published, title, publisher, numbers found, or length.",
        footer=True,
    ),
    Action(
        "library.turn", Place.LIBRARY, "turn", ("O",), "turn round",
        "Sort the other way round.",
    ),
    Action(
        "library.mark", Place.LIBRARY, "mark", ("space",), "mark",
        "Mark the briefing, to do something with several at once; again: no longer.",
        footer=True,
    ),
    Action(
        "library.mark_all", Place.LIBRARY, "mark_all", ("asterisk",), "mark all",
        "Mark all that is listed; again: none of it.",
    ),
    Action(
        "library.star", Place.LIBRARY, "star", ("s",), "star",
        "Give the briefing, or those that are marked, a star; again: take it away.",
        footer=True,
    ),
    Action(
        "library.read", Place.LIBRARY, "read", ("x",), "read",
        "Mark the briefing, or those that are marked, as read, or as unread.",
        footer=True,
    ),
    Action(
        "library.tags", Place.LIBRARY, "tags", ("number_sign",), "tags",
        "Give the briefing, or those that are marked, tags, or take them away.",
        footer=True,
    ),
    Action(
        "library.remove", Place.LIBRARY, "remove", ("D", "delete"), "remove",
        "Take the briefing, or those that are marked, out of the library; nothing is deleted.",
        footer=True,
    ),
    Action(
        "library.undo", Place.LIBRARY, "undo", ("u",), "undo",
        "Take back what was done last in the library; then bring back what was removed last.",
        footer=True,
    ),
    Action(
        "library.export", Place.LIBRARY, "export", ("e",), "export",
        "Export the briefing, or those that are marked.",
        footer=True,
    ),
    Action(
        "library.dossier", Place.LIBRARY, "dossier", ("d",), "dossier",
        "Choose an actor of the briefing, and open the dossier of all that the library has on"
        " them.",
        footer=True,
    ),
    Action(
        "library.redo", Place.LIBRARY, "redo", ("U", "ctrl+r"), "redo",
        "Do again what was undone last.",
    ),
    Action(
        "library.progress", Place.LIBRARY, "progress", ("tab",), "to the progress",
        "Go to the line that tells how far an addition is, and back.",
        palette=False,
    ),
    Action(
        "library.back", Place.LIBRARY, "back", ("escape",), "back",
        "Go back one step: no marks, no filter, then to the briefing.",
        palette=False,
    ),
    Action(
        "filter.take", Place.FILTER, "take", ("enter", "down", "tab"), "to the list",
        "Keep the filter, and go to the list.",
        footer=True, palette=False,
    ),
    Action(
        "filter.leave", Place.FILTER, "leave", ("escape",), "no filter",
        "Filter no longer, and go to the list.",
        footer=True, palette=False,
    ),
    Action(
        "adding.stop", Place.ADDING, "stop", ("escape",), "stop adding",
        "Add no more; what was added stays. Once it has ended, put the line away.",
        footer=True, palette=False,
    ),
    Action(
        "adding.failures", Place.ADDING, "failures", ("enter",), "what failed",
        "List what could not be added, with the reasons.",
        footer=True, palette=False,
    ),
    Action(
        "picker.complete", Place.PICKER, "complete", ("tab",), "complete",
        "Type the path of what is under the cursor; into a folder.",
        palette=False,
    ),
    Action(
        "picker.tick", Place.PICKER, "tick", ("ctrl+t",), "mark",
        "Mark the file or folder under the cursor, to add several at once.",
        palette=False,
    ),
    Action(
        "picker.add", Place.PICKER, "add", ("ctrl+s",), "add",
        "Add what is marked, else what is typed: a file, or a folder with all articles in it.",
        palette=False,
    ),
)
# fmt: on
