"""What was done to the open briefing, the last first, and the corrections that no longer fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on

from briefings.corrections import (
    Change,
    Correction,
    RemoveRule,
    Rule,
    Unfitting,
    Withdraw,
    describe,
)
from briefings.library.records import State, Step
from tui.panes.facts import counted
from tui.panes.signs import UNFIT
from tui.screens.dialog import ListDialog, empty_note, lit
from tui.screens.narrowing import fits, fitting_positions, folded, words_of
from tui.widgets.row_list import RowList
from tui.widgets.rows import Line, Piece, Row

STATES = {
    State.DONE: "",
    State.UNDONE: "undone",
    State.CUT: "undone for good",
    State.WITHDRAWN: "withdrawn",
}


class HistoryScreen(ListDialog[tuple[Change, ...] | None]):
    """Gives back what withdraws the correction that was chosen, or None.

    Args:
        steps: What was done, oldest first.
        unfitting: The corrections that do not fit what was found.
    """

    TITLE_TEXT = "What you did to this briefing"
    PLACEHOLDER = "a word of it, or a date"
    HINTS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("dialog.choose", "withdraw"),
        ("dialog.close", "close"),
    )

    def __init__(self, steps: Sequence[Step], unfitting: Sequence[Unfitting] = ()) -> None:
        super().__init__()
        self._steps = tuple(reversed(steps))
        self._unfitting = tuple(unfitting)

    def rows_for(self, query: str) -> tuple[Sequence[Row], str]:
        """The changes that hold every word; those that no longer fit first."""
        words = words_of(query)
        unfit = list(self._unfit_rows(words))
        steps = [self._row(step, words) for step in self._steps if _fits(step, words)]
        if not unfit:
            return steps, counted(len(steps), "change")
        return [
            _heading(f"{UNFIT} no longer fit what was found"),
            *unfit,
            *([_heading("all changes, the last first")] if steps else []),
            *steps,
        ], counted(len(steps), "change")

    def _unfit_rows(self, words: Sequence[str]) -> Iterator[Row]:
        for one in self._unfitting:
            said = describe(one.correction)
            if not fits(words, folded(f"{said} {one.reason}")):
                continue
            number = next(
                (s.number for s in self._steps if s.change == one.correction and _counts(s)), None
            )
            if number is not None:
                text = lit(said, fitting_positions(words, said), "strong")
                first = Line((Piece(f"{UNFIT} ", "error"), *text), hanging=2, most=3)
                reason = Line((Piece(one.reason, "muted"),), indent=2, most=3)
                yield Row(f"unfit {number}", (first, reason))

    def _row(self, step: Step, words: Sequence[str]) -> Row:
        look = "text" if _counts(step) else "muted"
        said = lit(step.text, fitting_positions(words, step.text), look)
        lines = [Line(said, right=(Piece(_moment(step), "muted"),), most=4)]
        if state := STATES[step.state]:
            lines.append(Line((Piece(state, "accent"),), indent=2))
        return Row(str(step.number), tuple(lines))

    def note_for(self, query: str) -> tuple[Line, ...]:
        """Nothing fits, or nothing was done."""
        if not self._steps:
            return empty_note(
                "Nothing was done yet", "Corrections, notes and stars are listed here."
            )
        return empty_note("Nothing fits", f"Nothing that you did is like “{query}”.")

    @on(RowList.RowHighlighted)
    def _tell_what_it_does(self, event: RowList.RowHighlighted) -> None:
        """Only a correction that counts can be withdrawn."""
        step = self._step(event.row_id)
        self.show_hints(*(self.HINTS if step and _is_withdrawable(step) else self.HINTS[1:]))

    def _step(self, row_id: str) -> Step | None:
        number = int(row_id.split(" ")[-1] or 0)
        return next((step for step in self._steps if step.number == number), None)

    def choose(self, row_id: str) -> None:
        """Withdraw the correction, with the rule that was made of it.

        What is no correction, or does not count, can only be read.
        """
        step = self._step(row_id)
        if step is not None and _is_withdrawable(step):
            rules = (one.number for one in step.also if isinstance(one.change, Rule))
            self.dismiss((Withdraw(step.number), *map(RemoveRule, rules)))
        else:
            self.app.bell()


def _counts(step: Step) -> bool:
    return step.state is State.DONE


def _is_withdrawable(step: Step) -> bool:
    return _counts(step) and isinstance(step.change, Correction)


def _fits(step: Step, words: Sequence[str]) -> bool:
    return fits(words, folded(f"{step.text} {_moment(step)} {STATES[step.state]}"))


def _moment(step: Step) -> str:
    """`2031-03-11 09:30`; the library keeps it in UTC."""
    return f"{step.moment[:10]} {step.moment[11:16]} UTC"


def _heading(words: str) -> Row:
    return Row("", (Line((Piece(words, "heading"),), fill="─"),))
