"""What can be done on the pages over many briefings: dossiers, and the list of open questions."""

from __future__ import annotations

from tui.actions.action import Action, Place

# One action a paragraph: what is bound, then what it is called and does, then where it shows.
# fmt: off
ACROSS: tuple[Action, ...] = (
    Action(
        "briefing.dossier", Place.BRIEFING, "app.door('dossier')", ("d",), "dossier",
        "Open the dossier of the actor under the cursor: all briefings on one page.",
        footer=True,
    ),
    Action(
        "app.questions", Place.APP, "door('questions')", ("a",), "questions",
        "List all open questions of the library, and what has become of them.",
    ),
    Action(
        "ledger.open", Place.LEDGER, "status('open')", ("1",), "open",
        "The question under the cursor is open.",
    ),
    Action(
        "ledger.narrowed", Place.LEDGER, "status('narrowed')", ("2",), "narrowed",
        "Something is known of the question by now, the rest is open.",
    ),
    Action(
        "ledger.answered", Place.LEDGER, "status('answered')", ("3",), "answered",
        "The question is answered.",
        footer=True,
    ),
    Action(
        "ledger.overtaken", Place.LEDGER, "status('overtaken')", ("4",), "overtaken",
        "Events have overtaken the question: it does not matter any more.",
    ),
    Action(
        "ledger.dropped", Place.LEDGER, "status('dropped')", ("5",), "dropped",
        "You follow the question no longer.",
    ),
    Action(
        "ledger.undo", Place.LEDGER, "undo", ("u",), "undo",
        "Take back the last status that you set here.",
        footer=True,
    ),
    Action(
        "ledger.redo", Place.LEDGER, "redo", ("U", "ctrl+r"), "redo",
        "Set again what was taken back last.",
    ),
    Action(
        "ledger.next_status", Place.LEDGER, "show_status(1)", ("right_square_bracket",), "status",
        "Show the questions of one status: the next; after the last one, all.",
        footer=True,
    ),
    Action(
        "ledger.previous_status", Place.LEDGER, "show_status(-1)", ("left_square_bracket",),
        "status before",
        "Show the questions of the status before.",
    ),
    Action(
        "ledger.kind", Place.LEDGER, "show_kind", ("t",), "kind",
        "Show the questions of one kind: the next; after the last one, all.",
        footer=True,
    ),
    Action(
        "ledger.sort", Place.LEDGER, "sort", ("o",), "order",
        "Order the questions by date, topic, who can settle them, or status.",
        footer=True,
    ),
    Action(
        "ledger.dossier", Place.LEDGER, "other", ("d",), "dossier",
        "Open the dossier of who can settle the question.",
        footer=True,
    ),
    Action(
        "page.find", Place.PAGE, "find", ("f",), "find",
        "Show only the rows that have the words you type.",
        footer=True,
    ),
    Action(
        "page.back", Place.PAGE, "back", ("escape",), "back",
        "Show all rows again; from all rows, go back.",
        footer=True, palette=False,
    ),
    Action(
        "dossier.other", Place.DOSSIER, "other", ("d",), "their dossier",
        "Open the dossier of the other actor that the row is about.",
        footer=True,
    ),
)
# fmt: on
