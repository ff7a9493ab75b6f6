"""What can be done on the briefing screen."""

from __future__ import annotations

from tui.actions.action import Action, Place

# One action a paragraph: what is bound, then what it is called and does, then where it shows.
# fmt: off
BRIEFING: tuple[Action, ...] = (
    Action(
        "briefing.actors", Place.BRIEFING, "pane('actors')", ("1",), "actors",
        "Go to the actors.",
    ),
    Action(
        "briefing.positions", Place.BRIEFING, "pane('positions')", ("2",), "positions",
        "Go to the positions.",
    ),
    Action(
        "briefing.questions", Place.BRIEFING, "pane('questions')", ("3",), "questions",
        "Go to the open questions.",
    ),
    Action(
        "briefing.source", Place.BRIEFING, "pane('source')", ("4",), "source",
        "Go to the text of the article.",
    ),
    Action(
        "briefing.next_pane", Place.BRIEFING, "pane('next')", ("tab",), "next pane",
        "Go to the next pane.",
        palette=False,
    ),
    Action(
        "briefing.previous_pane", Place.BRIEFING, "pane('previous')", ("shift+tab",), "pane before",
        "Go to the pane before.",
        palette=False,
    ),
    Action(
        "briefing.left", Place.BRIEFING, "pane('left')", ("left",), "pane at the left",
        "Go to the pane at the left.",
        palette=False,
    ),
    Action(
        "briefing.right", Place.BRIEFING, "pane('right')", ("right",), "pane at the right",
        "Go to the pane at the right.",
        palette=False,
    ),
    Action(
        "briefing.narrow", Place.BRIEFING, "narrow", ("space",), "narrow",
        "Show only the positions and questions of the actor under the cursor; again: show all.",
        footer=True,
    ),
    Action(
        "briefing.only", Place.BRIEFING, "only", ("F",), "show only",
        "Show only one topic, stance or kind of question; together with an actor, too.",
    ),
    Action(
        "briefing.export", Place.BRIEFING, "export", ("e",), "export",
        "Write this briefing as a Markdown note.",
        footer=True,
    ),
    Action(
        "briefing.order", Place.BRIEFING, "order", ("o",), "order",
        "Order the positions by topic, actor, stance, or as they come in the text.",
        footer=True,
    ),
    Action(
        "briefing.find", Place.BRIEFING, "find", ("f",), "find",
        "Find words in the text; in the list of actors, show only those like what is typed.",
        footer=True,
    ),
    Action(
        "briefing.next_view", Place.BRIEFING, "view(1)", ("right_square_bracket",), "more found",
        "Pane 3 shows the next: questions, commitments, events, numbers, places, what is not said.",
    ),
    Action(
        "briefing.previous_view", Place.BRIEFING, "view(-1)", ("left_square_bracket",),
        "found before",
        "Show the one before it in pane 3.",
    ),
    Action(
        "briefing.zoom", Place.BRIEFING, "zoom", ("z",), "zoom",
        "Give the whole screen to the pane you are in; again: show all panes.",
        footer=True,
    ),
    Action(
        "briefing.copy", Place.BRIEFING, "copy", ("y",), "copy",
        "Copy the words selected in the text, or the sentence that is lit, with its source.",
        footer=True,
    ),
    Action(
        "briefing.back", Place.BRIEFING, "back", ("escape",), "back",
        "Go back one step: leave the text, end the zoom, show everything again.",
        palette=False,
    ),
    Action(
        "briefing.jump", Place.BRIEFING, "jump", ("ctrl+o",), "jump",
        "Show a letter before every row in sight; typing it goes there.",
    ),
    Action(
        "briefing.wider", Place.BRIEFING, "size('wider')", ("greater_than_sign", "ctrl+right"),
        "wider",
        "Make the pane you are in wider.",
    ),
    Action(
        "briefing.narrower", Place.BRIEFING, "size('narrower')", ("less_than_sign", "ctrl+left"),
        "narrower",
        "Make the pane you are in narrower.",
    ),
    Action(
        "briefing.higher", Place.BRIEFING, "size('higher')", ("plus", "ctrl+down"), "higher",
        "Make the pane you are in higher.",
    ),
    Action(
        "briefing.lower", Place.BRIEFING, "size('lower')", ("minus", "ctrl+up"), "lower",
        "Make the pane you are in lower.",
    ),
    Action(
        "briefing.even", Place.BRIEFING, "size('even')", ("equals_sign",), "usual sizes",
        "Give every pane its usual size.",
    ),
    Action(
        "briefing.next_mention", Place.BRIEFING, "mention(1)", ("full_stop",), "next mention",
        "Go to the next sentence that mentions the actor.",
    ),
    Action(
        "briefing.previous_mention", Place.BRIEFING, "mention(-1)", ("comma",), "mention before",
        "Go to the sentence before this one that mentions the actor.",
    ),
    Action(
        "briefing.retry", Place.BRIEFING, "retry", ("r",), "analyse again",
        "Analyse the article again: it failed, or the analysis is newer. What you did stays.",
        footer=True, palette=False,
    ),
    Action(
        "find.next", Place.FIND, "found(1)", ("n",), "next",
        "To the next place where the words stand, or to the next hit of the search.",
        footer=True,
    ),
    Action(
        "find.previous", Place.FIND, "found(-1)", ("N",), "place before",
        "To the place before, or the hit before.",
        palette=False,
    ),
    Action(
        "find.take", Place.FIND, "take_found", ("enter", "tab", "down", "up"), "go there",
        "Leave the words lit, and go to where they stand.",
        footer=True, palette=False,
    ),
    Action(
        "find.leave", Place.FIND, "leave_found", ("escape",), "end finding",
        "Light the words no longer, show all actors again; or end the search.",
        footer=True, palette=False,
    ),
)
# fmt: on
