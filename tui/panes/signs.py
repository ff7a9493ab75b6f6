"""The signs that the panes use, and what each of them says: the legend of the help screen."""

from __future__ import annotations

from dataclasses import dataclass

from briefings.briefing import Family, Stance

TENTATIVE = "~"
TOLD_BY = "←"
TOLD_BY_WHOM = f"  {TOLD_BY}\u00a0"
"""Before the name of who told it; no line breaks behind the arrow."""
CONDITION = "↳"
OPEN = "○"
SAME_MATTER = "└"
MISSING = "¿"
NARROWED = "◂"
CORRECTED = "✱"
MADE = "✚"
NOTE = "✎"
STAR = "★"
UNFIT = "✗"
STATUSES = {
    "open": OPEN,
    "narrowed": "◐",
    "answered": "●",
    "overtaken": "»",
    "dropped": "×",
}
"""What has become of a question, by the name of its status."""

MEANINGS = {
    Family.FOR: "Speaks for something",
    Family.AGAINST: "Speaks against something",
    Family.ASKS: "Asks for something",
    Family.SAYS: "Says something, or withholds it",
}


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of the panes.

    Attributes:
        mark: The sign, one cell.
        meaning: What it says, as a sentence.
        typed: What is typed to find it, if the keyboard lacks the sign.
    """

    mark: str
    meaning: str
    typed: str = ""


def _of_family(family: Family) -> Sign:
    stances = ", ".join(stance for stance in Stance if stance.family is family)
    typed = "-" if family is Family.AGAINST else ""
    return Sign(family.sign, f"{MEANINGS[family]}: {stances}.", typed)


LEGEND = (
    *(_of_family(family) for family in Family),
    Sign(TENTATIVE, "The holder is tentative: may, could, is said to consider it."),
    Sign(TOLD_BY, "Second-hand: whoever stands after it reports the stance of another.", "<-"),
    Sign(CONDITION, "The condition under which the position holds.", "->"),
    Sign(OPEN, "An open question; its wording is ours, all other words are the article's.", "o"),
    Sign(SAME_MATTER, "Asks the same as the question above it, less clearly."),
    Sign(MISSING, "Something the article does not say; inferred, and in our words."),
    Sign(NARROWED, "The actor that positions and questions are narrowed to.", "<"),
    *(
        Sign(sign, f"You marked the question as {status}.", status)
        for status, sign in STATUSES.items()
        if sign != OPEN
    ),
    Sign(CORRECTED, "You have corrected this.", "*"),
    Sign(MADE, "You have added this; the analysis did not find it.", "+"),
    Sign(NOTE, "A note of yours.", "note"),
    Sign(STAR, "You gave this briefing a star.", "*"),
    Sign(UNFIT, "Corrections of yours that do not fit what was found any more.", "x"),
)
"""The signs, in the order in which a reader meets them."""
