"""What the pages of a correction have in common: the briefing, and ways to ask for something."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from briefings.briefing import Actor, ActorType, Position, Question, Stance
from briefings.corrections import Anchors
from briefings.corrections.case import shown
from briefings.document import Span
from briefings.search import ActorIndex
from tui.panes.facts import TYPE_NAMES, described, is_plural
from tui.panes.opened import Opened, index_of
from tui.panes.positions import content_spans
from tui.screens.correct.page import Missing, Option, Outcome, Page, Taken
from tui.screens.correct.words import STANCES
from tui.screens.dialog import lit
from tui.screens.narrowing import fits, fitting_positions, folded, words_of
from tui.widgets.rows import Line, Piece

Value = TypeVar("Value", bound=StrEnum)

NARROWING = "type to narrow"
NOBODY = "nobody"
TYPED = "typed"
SHOWN_AROUND = 28
"""Characters of the text that are shown before and after a mention."""

SPACE = re.compile(r"\s+")

ASIDE_CELLS = 16
"""The column that the names of options take, if they are shorter."""


class Asking:
    """A briefing that is being corrected.

    Args:
        opened: The briefing as the reader sees it.
    """

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.anchors = Anchors(opened.document, opened.briefing)

    @cached_property
    def everybody(self) -> tuple[Actor, ...]:
        """All actors, those that the reader is shown first."""
        listed = self.opened.listed
        ids = {actor.id for actor in listed}
        return (*listed, *(one for one in self.opened.briefing.actors if one.id not in ids))

    def like(self, typed: str) -> list[Actor]:
        """The actors who are called something like what is typed, the best first; else all."""
        if not typed:
            return list(self.everybody)
        hits = self._index.search(typed, len(self.everybody))
        return [self.opened.actors[hit.id] for hit in hits]

    @cached_property
    def _index(self) -> ActorIndex:
        return index_of(self.everybody)

    def names(self, identities: Iterable[str]) -> str:
        """The names of actors in one line; "nobody" if there are none."""
        return ", ".join(self.opened.names(identities)) or NOBODY

    def what_they_do(self, holders: Sequence[str]) -> str:
        """What is asked of the stance of some actors."""
        actors = [self.opened.actors[one] for one in holders if one in self.opened.actors]
        are_many = len(actors) > 1 or any(map(is_plural, actors))
        return f"What {self.names(holders)} {'do' if are_many else 'does'}"

    def said(self, position: Position) -> str:
        """What a position is about, short enough for a title."""
        return shown(self.opened.words(*content_spans(self.opened, position)))

    def actors_page(
        self,
        title: str,
        take: Callable[[tuple[str, ...]], Outcome],
        *,
        ticked: Sequence[str] = (),
        may_be_nobody: bool = False,
    ) -> Page:
        """Asks for one actor or several."""

        def options(typed: str) -> list[Option]:
            is_like_nobody = may_be_nobody and NOBODY.startswith(typed.casefold())
            first = [option(NOBODY, NOBODY, "", typed)] if is_like_nobody else []
            return [*first, *map(actor_option, self.like(typed))]

        def taken(answer: Taken) -> Outcome:
            if answer.option == NOBODY:
                return take(())
            chosen = answer.ticked or ((answer.option,) if answer.option else ())
            return take(chosen) if chosen else Missing("Nobody is chosen.")

        return Page(
            title, "any part of a name", options, taken,
            takes_several=True, ticked=tuple(ticked),
            at=next(iter(ticked), ""), nothing="Nobody here is called anything like that.",
        )  # fmt: skip

    def actor_page(self, title: str, take: Callable[[str], Outcome], besides: str = "") -> Page:
        """Asks for one actor, another than the one with the id `besides`."""

        def options(typed: str) -> list[Option]:
            return [actor_option(one) for one in self.like(typed) if one.id != besides]

        return Page(
            title, "any part of a name", options, lambda answer: _one(answer, take),
            nothing="Nobody else here is called anything like that.",
        )  # fmt: skip

    def mention_option(self, span: Span, typed: str = "") -> Option:
        """A mention within its sentence."""
        text = self.opened.document.text
        before = SPACE.sub(" ", text[max(0, span.start - SHOWN_AROUND) : span.start]).lstrip()
        after = SPACE.sub(" ", text[span.end : span.end + SHOWN_AROUND]).rstrip()
        pieces = (
            Piece(f"…{before}", "muted"),
            Piece(self.opened.words(span), "strong"),
            Piece(f"{after}…", "muted"),
        )
        place = self.opened.place(span.start)
        return Option(f"{span.start} {span.end}", (Line(pieces, right=(Piece(place, "muted"),)),))


def span_of(identity: str) -> Span:
    """The place of a mention that was offered by `mention_option`."""
    start, end = identity.split(" ")
    return Span(int(start), int(end))


def option(identity: str, words: str, aside: str, typed: str = "") -> Option:
    """Words, what is typed lit in them, and what they mean."""
    gap = Piece(" " * max(2, ASIDE_CELLS - len(words)))
    named = lit(words, fitting_positions(words_of(typed), words), "text")
    return Option(identity, (Line((*named, gap, Piece(aside, "muted"))),))


def actor_option(actor: Actor) -> Option:
    """An actor with what it is."""
    name = (Piece(actor.name, "strong"), Piece(f"  {described(actor)}", "muted"))
    count = Piece(f"{len(actor.mentions):,}×", "muted")
    return Option(actor.id, (Line(name, right=(count,)),))


def choice_page(
    title: str,
    choices: Sequence[tuple[str, str, str]],
    take: Callable[[str], Outcome],
    at: str = "",
) -> Page:
    """Asks for one of a few things, each an id, words, and what they mean."""

    def options(typed: str) -> list[Option]:
        wanted = words_of(typed)
        # Those that are called so come first; then those of which something typed is told.
        named = [one for one in choices if fits(wanted, folded(one[1]))]
        told = [one for one in choices if fits(wanted, folded(" ".join(one[1:])))]
        return [option(*one, typed) for one in dict.fromkeys((*named, *told))]

    return Page(title, NARROWING, options, lambda answer: _one(answer, take), at=at)


def meanings(words: Mapping[Value, str]) -> list[tuple[str, str, str]]:
    """The values of a closed set as choices."""
    return [(value.value, value.value, meaning) for value, meaning in words.items()]


def stance_page(title: str, take: Callable[[Stance], Outcome], at: str = "") -> Page:
    """Asks for one of the thirteen stances, by family."""

    def options(typed: str) -> list[Option]:
        found: list[Option] = []
        family = None
        for stance, example in STANCES.items():
            if not fits(words_of(typed), folded(f"{stance} {stance.family} {example}")):
                continue
            if stance.family is not family:
                family = stance.family
                heading = f"{family.sign} {family}"
                found.append(Option("", (Line((Piece(heading, "heading"),), fill="─"),)))
            sign = Piece(f"{family.sign} ", family.value)
            line = option(stance.value, stance.value, f"“{example}”", typed).lines[0]
            found.append(Option(stance.value, (Line((sign, *line.left)),)))
        return found

    return Page(
        title, NARROWING, options, lambda answer: _one(answer, lambda one: take(Stance(one))), at=at
    )


def type_page(title: str, take: Callable[[ActorType], Outcome], at: ActorType) -> Page:
    """Asks what kind of actor somebody is."""
    choices = [(kind.value, TYPE_NAMES[kind], "") for kind in ActorType]
    return choice_page(title, choices, lambda one: take(ActorType(one)), at.value)


def text_page(
    title: str,
    placeholder: str,
    typed: str,
    take: Callable[[str], Outcome],
    suggestions: Iterable[tuple[str, str]] = (),
    empty: str = "",
) -> Page:
    """Asks for words.

    Args:
        title: What for.
        placeholder: What can be typed.
        typed: What stands there at first.
        take: Where the words lead.
        suggestions: Words that can be taken instead, each with where they are from.
        empty: What no words at all mean; empty if some must be typed.
    """
    known = [each for each in dict(suggestions).items() if each[0]]

    def options(now: str) -> list[Option]:
        first = [option(TYPED, now, "as typed")] if now else []
        if not now and empty:
            first = [option(TYPED, empty, "nothing is typed")]
        rest = (
            option(f"{number}", words, aside)
            for number, (words, aside) in enumerate(known)
            if words != now
        )
        return [*first, *rest]

    def taken(answer: Taken) -> Outcome:
        if answer.option.isdecimal():
            return take(known[int(answer.option)][0])
        if answer.typed or empty:
            return take(answer.typed)
        return Missing("Nothing is typed yet.")

    return Page(title, placeholder, options, taken, typed=typed, nothing="Nothing is typed yet.")


def question_said(question: Question) -> str:
    """A question, short enough for a title."""
    return shown(question.text)


def _one(answer: Taken, take: Callable[[str], Outcome]) -> Outcome:
    return take(answer.option) if answer.option else Missing("Nothing is chosen.")
