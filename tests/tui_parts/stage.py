"""A small app to show one dialog in, and invented people to show in it."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

from briefings.briefing import Actor, ActorType
from briefings.library import Entry, KnownActor
from briefings.library.known import actor_key
from tui.ending import EndingApp
from tui.theming import load_themes, variable_defaults

HOSTILE = (
    "[/]",
    "[/",
    "[red]x",
    "[@click=app.quit]read more[/]",
    "\x1b[31mred\x1b[0m \x1b]0;title\x07",
    "\u202eevil\u202c \u2066x\u2069",
    "zero\u200bwidth\u200d \u0301\u0301combining",
    "日本語 🇺🇦 👩‍👩‍👧 wide",
    "w" * 10_000,
    "tab\tand\nline\rbreak",
)

BEHIND = "The talks were to go on in the evening, the ministry said; nobody confirmed it. " * 40


class Stage(EndingApp):
    """Shows one dialog over some text and keeps what it gives back."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "#behind { color: $muted; }"

    def __init__(self, dialog: ModalScreen[Any], theme: str = "night") -> None:
        super().__init__()
        self.animation_level = "none"  # no cursor blinks
        self.dialog = dialog
        self.first_theme = theme
        self.result: object = "still open"

    def compose(self) -> ComposeResult:
        yield Static(BEHIND, id="behind", markup=False)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults(self.current_theme)

    def on_mount(self) -> None:
        for theme in load_themes().themes:
            self.register_theme(theme)
        self.theme = self.first_theme
        self.push_screen(self.dialog, self.keep)

    def keep(self, result: object) -> None:
        self.result = result


def known(
    name: str,
    mentions: int,
    *,
    type: ActorType = ActorType.PERSON,
    role: str = "",
    state: str = "",
    aliases: tuple[str, ...] = (),
    briefings: int = 1,
) -> KnownActor:
    return KnownActor(
        key=actor_key(Actor("", name, type, ())),
        name=name,
        type=type,
        aliases=aliases,
        roles=(role,) if role else (),
        state=state,
        mentions=mentions,
        briefings=briefings,
        home=f"{0:064x}" if briefings else "",
    )


KNOWN = (
    known("Dana Okafor", 41, role="Prime Minister", state="Norland", briefings=6),
    known("Norland", 38, type=ActorType.STATE, briefings=9, aliases=("Norlanders",)),
    known("Mikhail Zorin", 30, role="President", state="Veld", briefings=5, aliases=("Zorín",)),
    known("Harbour Authority", 22, type=ActorType.ORGANIZATION, state="Norland", briefings=4),
    known("Veld", 21, type=ActorType.STATE, briefings=5),
    known("Ines Calloway", 14, role="Foreign Minister", state="Norland", briefings=3),
    known("Free Coast Party", 9, type=ActorType.PARTY, state="Norland", briefings=2),
    known("Council of the Straits", 8, type=ActorType.INTERNATIONAL_ORGANIZATION, briefings=3),
    known("Oksana Brandt", 7, role="envoy", state="Veld"),
    known("Tomasz Ruiz", 6, role="admiral", state="Norland"),
    known("Northern Wire", 4, type=ActorType.MEDIA),
    known("Marguerite von Ehrenfels-Castelnau", 3, role="Deputy Secretary-General for Disputes"),
)


def entry(number: int, title: str, **others: Any) -> Entry:
    values: dict[str, Any] = {
        "id": f"{number:064x}",
        "title": title,
        "published": None,
        "publisher": "",
        "added": f"2026-03-{28 - number:02d}T08:15:00Z",
        "words": 480 + number * 37,
        "actors": 17 - number,
        "positions": 24 - number,
        "questions": 9 - number,
    }
    return Entry(**{**values, **others})


def seen(app: Stage) -> list[str]:
    """The lines of the screen."""
    width = app.size.width
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip)[:width].rstrip() for strip in strips]
