"""How a briefing is corrected and annotated."""

from __future__ import annotations

from tui.actions.action import Action, Place

# One action a paragraph: what is bound, then what it is called and does, then where it shows.
# fmt: off
CORRECTING: tuple[Action, ...] = (
    Action(
        "briefing.correct", Place.BRIEFING, "app.door('correct')", ("c",), "correct",
        "Correct what is under the cursor, or make something of the words that are selected.",
        footer=True,
    ),
    Action(
        "briefing.note", Place.BRIEFING, "app.door('note')", ("n",), "note",
        "Write a note on what is under the cursor, or on the words that are selected.",
        footer=True,
    ),
    Action(
        "briefing.note_all", Place.BRIEFING, "app.door('note_all')", ("N",), "note on the briefing",
        "Write a note on the whole briefing.",
    ),
    Action(
        "briefing.undo", Place.BRIEFING, "app.door('undo')", ("u",), "undo",
        "Take back what you did last to this briefing, as often as you like, also days later.",
        footer=True,
    ),
    Action(
        "briefing.redo", Place.BRIEFING, "app.door('redo')", ("U", "ctrl+r"), "redo",
        "Do again what was undone last.",
    ),
    Action(
        "briefing.history", Place.BRIEFING, "app.door('history')", ("H",), "history",
        "List what you did to this briefing, and the corrections that no longer fit.",
    ),
    Action(
        "briefing.star", Place.BRIEFING, "app.door('star')", ("s",), "star",
        "Give this briefing a star; again: take it away.",
    ),
    Action(
        "briefing.tags", Place.BRIEFING, "app.door('tags')", ("number_sign",), "tags",
        "Give this briefing tags, or take them away.",
    ),
    Action(
        "briefing.read", Place.BRIEFING, "app.door('read')", ("x",), "read",
        "Mark this briefing as unread, to come back to it; again: as read.",
    ),
    Action(
        "select.mark", Place.SELECT, "mark", ("v",), "select",
        "In the text, begin to select words; again: from this word on; again: select none.",
    ),
    Action(
        "select.more", Place.SELECT, "extend(1)", ("shift+right",), "a word more",
        "In the text, select one word more.",
        palette=False,
    ),
    Action(
        "select.fewer", Place.SELECT, "extend(-1)", ("shift+left",), "a word fewer",
        "In the text, select one word fewer.",
        palette=False,
    ),
    Action(
        "select.right", Place.SELECT, "select_word(1)", ("right", "w"), "next word",
        "While words are selected, move their end to the next word.",
        palette=False,
    ),
    Action(
        "select.left", Place.SELECT, "select_word(-1)", ("left", "b"), "word before",
        "While words are selected, move their end to the word before.",
        palette=False,
    ),
    Action(
        "select.none", Place.SELECT, "unselect", ("escape",), "select none",
        "Select no words any longer.",
        palette=False,
    ),
    Action(
        "correct.tick", Place.CORRECT, "tick", ("tab",), "choose several",
        "Choose the row under the cursor as well, or no longer.",
        palette=False,
    ),
    Action(
        "correct.everywhere", Place.CORRECT, "everywhere", ("ctrl+l",), "whole library",
        "Make the correction a rule for every briefing of the library, or for this one alone.",
        palette=False,
    ),
    Action(
        "correct.up", Place.CORRECT, "scroll('up')", ("shift+up",), "preview up",
        "Scroll what would be done up.",
        palette=False,
    ),
    Action(
        "correct.down", Place.CORRECT, "scroll('down')", ("shift+down",), "preview down",
        "Scroll what would be done down.",
        palette=False,
    ),
    Action(
        "note.save", Place.NOTE, "save", ("ctrl+s",), "save",
        "Save the note; an empty one is deleted.",
        palette=False,
    ),
    Action(
        "note.editor", Place.NOTE, "editor", ("ctrl+o",), "in $EDITOR",
        "Go on with the note in your own editor, which $VISUAL or $EDITOR names.",
        palette=False,
    ),
)
# fmt: on
