"""Themes: TOML files -> checked Textual themes, and the colours that have a meaning here.

A theme file names base colours, of which only `primary` is required, and may set any of Textual's
theme variables and of `OWN_VARIABLES` in a table `[variables]`. Textual itself ends the program
on a colour it cannot read, so each file is checked whole before it is given to Textual; one that
is not right is a problem to be told, and the others are loaded.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from textual.color import Color, ColorParseError
from textual.css.constants import VALID_STYLE_FLAGS
from textual.theme import BUILTIN_THEMES, Theme

from briefings.errors import SettingsError
from tui.contrast import legible
from tui.keymap import suggestion

OWN_VARIABLES = (
    "family-for",
    "family-against",
    "family-asks",
    "family-says",
    "evidence-sentence",
    "evidence-source",
    "evidence-cue",
    "evidence-content",
    "evidence-condition",
    "match",
    "cursor-row",
    "muted",
)
"""The colours with a meaning of ours. `evidence-sentence` and `cursor-row` are backgrounds."""

COLORS = ("primary", "secondary", "warning", "error", "success", "accent", "foreground")
GROUNDS = ("background", "surface", "panel", "boost")
SWITCHES = ("dark", "ansi")


@dataclass(frozen=True, slots=True)
class ThemeSet:
    """What was found.

    Attributes:
        themes: Ours in the order of their names, then the reader's.
        descriptions: What a theme says of itself in a line, by its name.
        problems: One for each file that could not be used.
    """

    themes: tuple[Theme, ...]
    descriptions: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[SettingsError, ...] = ()


def load_themes(user_folder: Path | None = None) -> ThemeSet:
    """Our themes and the reader's.

    Args:
        user_folder: The folder of the reader's themes, which may be missing; None for none.
    """
    themes: dict[str, Theme] = {}
    descriptions: dict[str, str] = {}
    problems: list[SettingsError] = []
    for source in (_built_in_folder(), user_folder):
        for file in _theme_files(source):
            try:
                theme, description = _read(file)
                _check_name(theme.name, themes, str(file))
            except SettingsError as problem:
                problems.append(problem)
            else:
                themes[theme.name] = theme
                descriptions[theme.name] = description
    return ThemeSet(tuple(themes.values()), descriptions, tuple(problems))


def built_in_theme(name: str) -> Theme | None:
    """One of our own themes by its name, without reading the others; None if it is none of ours."""
    for file in _theme_files(_built_in_folder()):
        if file.name == f"{name}.toml":
            with contextlib.suppress(SettingsError):  # told when all of them are read
                theme, _ = _read(file)
                return theme if theme.name == name else None
    return None


def check_choice(name: str, known: Iterable[str]) -> None:
    """Check that a theme that somebody chose is there.

    Raises:
        SettingsError: If it is not.
    """
    names = sorted(known)
    if name not in names:
        raise SettingsError(
            f"there is no theme {name!r}", suggestion(name, names) or "`briefing themes` lists them"
        )


def variable_defaults(theme: Theme) -> dict[str, str]:
    """A value for each of `OWN_VARIABLES`, for the app's `get_theme_variable_defaults`.

    They are made from the theme's base colours, and each is legible where it is used: on the
    background, on the surface of a dialog, and on the row under the cursor.
    """
    if theme.ansi:
        return dict(_ANSI_DARK if theme.dark else _ANSI_LIGHT)
    values = {**theme.to_color_system().generate(), **theme.variables}
    base = {name: Color.parse(values[name]) for name in (*COLORS, *GROUNDS)}
    ground, text = base["background"], base["foreground"]
    row = ground.blend(base["primary"], 0.22 if theme.dark else 0.16, alpha=1.0)
    sentence = ground.blend(base["primary"], 0.18 if theme.dark else 0.12, alpha=1.0)
    rows = [ground, row, *([base["surface"]] if base["surface"].a == 1 else [])]
    wanted = {
        "family-for": (base["success"], rows),
        "family-against": (base["error"], rows),
        "family-asks": (base["warning"], rows),
        "family-says": (text.blend(ground, 0.35, alpha=1.0), rows),
        "evidence-source": (base["primary"], [ground, sentence]),
        "evidence-cue": (base["success"], [ground, sentence]),
        "evidence-content": (text, [ground, sentence]),
        "evidence-condition": (base["warning"], [ground, sentence]),
        "match": (base["accent"], rows),
        "muted": (text.blend(ground, 0.45, alpha=1.0), rows),
    }
    made = {name: legible(color, grounds).hex for name, (color, grounds) in wanted.items()}
    return {**made, "cursor-row": row.hex, "evidence-sentence": sentence.hex}


# A terminal's own sixteen colours: what lies under them is not known, so the backgrounds are those
# on which every terminal's colours can be read, and the cursor's row has its bar besides.
_ANSI_DARK = {
    "family-for": "ansi_green",
    "family-against": "ansi_red",
    "family-asks": "ansi_yellow",
    "family-says": "ansi_cyan",
    "evidence-sentence": "ansi_black",
    "evidence-source": "ansi_bright_blue",
    "evidence-cue": "ansi_green",
    "evidence-content": "ansi_default",
    "evidence-condition": "ansi_yellow",
    "match": "ansi_bright_yellow",
    "cursor-row": "ansi_black",
    "muted": "ansi_bright_black",
    # Textual's styles use these, but it makes them for the other themes only.
    "ansi-background": "ansi_default",
    "ansi-foreground": "ansi_default",
    "foreground-disabled": "ansi_bright_black",
    "surface-active": "ansi_default",
}
_ANSI_LIGHT = _ANSI_DARK | {
    "family-asks": "ansi_magenta",
    "evidence-sentence": "ansi_white",
    "evidence-source": "ansi_blue",
    "evidence-condition": "ansi_magenta",
    "match": "ansi_blue",
    "cursor-row": "ansi_white",
}


def _built_in_folder() -> Path:
    """In an installed program `tui/_themes`; in a checkout the folder `themes` beside `tui`."""
    package = Path(__file__).parent  # `importlib.resources` takes longer to load than all of them
    installed = package / "_themes"
    return installed if installed.is_dir() else package.parent / "themes"


def _theme_files(folder: Path | None) -> Iterator[Path]:
    if folder is None or not folder.is_dir():
        return
    yield from sorted(
        (file for file in folder.iterdir() if file.name.endswith(".toml")),
        key=lambda file: file.name.removesuffix(".toml"),
    )


def _read(file: Path) -> tuple[Theme, str]:
    """A theme and what it says of itself."""
    import tomli

    try:
        table = tomli.loads(file.read_bytes().decode("utf-8-sig"))
    except (UnicodeDecodeError, tomli.TOMLDecodeError) as error:
        raise SettingsError(f"the theme file {file} is not valid TOML ({error})") from error
    except OSError as error:
        raise SettingsError(f"the theme file {file} could not be read ({error})") from error
    name = table.pop("name", file.name.removesuffix(".toml"))
    description = table.pop("description", "")
    variables = table.pop("variables", {})
    for key, value, kind in (("name", name, str), ("description", description, str)):
        if not isinstance(value, kind):
            raise SettingsError(f"{file}: {key} is not a text", "put it in quotation marks")
    _check_base(table, str(file))
    theme = Theme(name=name, **table)
    _check_variables(variables, theme, str(file))
    theme.variables = variables
    return theme, description


def _check_base(table: Mapping[str, Any], source: str) -> None:
    known = [*COLORS, *GROUNDS, *SWITCHES]
    for key, value in table.items():
        if key not in known:
            remedy = suggestion(key, [*known, "name", "description", "variables"])
            if key in OWN_VARIABLES:
                remedy = "write it below [variables]"
            raise SettingsError(f"{source}: a theme has no {key!r}", remedy or "remove it")
        if key in SWITCHES:
            if not isinstance(value, bool):
                raise SettingsError(f"{source}: {key} is not a switch", "write true or false")
        else:
            _check_color(value, key, source)
    if "primary" not in table:
        raise SettingsError(f"{source}: the colour `primary` is missing", "name it")
    for key in ("background", "foreground"):
        if key in table and Color.parse(table[key]).a != 1:
            raise SettingsError(f"{source}: {key} is transparent", "choose an opaque colour")
    native = [key for key in (*COLORS, *GROUNDS) if str(table.get(key, "")).startswith("ansi_")]
    if native and not table.get("ansi"):
        raise SettingsError(
            f"{source}: {native[0]} is a colour of the terminal", "add the line ansi = true"
        )


def _check_variables(variables: object, theme: Theme, source: str) -> None:
    if not isinstance(variables, dict):
        raise SettingsError(f"{source}: variables is not a table", "write [variables] above them")
    known = {*theme.to_color_system().generate(), *OWN_VARIABLES}
    for key, value in variables.items():
        if key not in known:
            raise SettingsError(
                f"{source}: there is no variable {key!r}", suggestion(key, known) or "remove it"
            )
        if key in (*COLORS, *GROUNDS):
            raise SettingsError(
                f"{source}: variables.{key} is a base colour", "write it at the top"
            )
        if "style" in key:
            if not isinstance(value, str) or not set(value.split()) <= VALID_STYLE_FLAGS:
                raise SettingsError(
                    f"{source}: variables.{key} is {value!r}, which is no style of text",
                    "write bold, italic, underline, reverse, dim or none",
                )
        else:
            is_shade = "-darken-" in key or "-lighten-" in key
            _check_color(value, f"variables.{key}", source, may_be_share=not is_shade)


def _check_color(value: object, key: str, source: str, *, may_be_share: bool = False) -> None:
    """A colour as Textual reads it; `may_be_share`: perhaps followed by how opaque it is."""
    hint = ""
    if isinstance(value, str):
        color, _, opacity = value.partition(" ")
        is_share = opacity.endswith("%") and opacity[:-1].isdecimal() and opacity.isascii()
        if not opacity or (is_share and may_be_share):
            if color == "auto" and opacity:
                return
            try:
                Color.parse(color)
            except ColorParseError as error:
                hint = error.suggested_color or ""
            else:
                return
    raise SettingsError(
        f"{source}: {key} is {value!r}, which is no colour",
        f"perhaps {hint!r} is meant" if hint else 'write it as "#e0b15e" or as a name',
    )


def _check_name(name: str, themes: Mapping[str, Theme], source: str) -> None:
    """A name becomes part of a style class, and must not hide another theme."""
    if not name.replace("-", "").isalnum() or not name.isascii() or name.startswith("-"):
        raise SettingsError(
            f"{source}: {name!r} cannot be the name of a theme", "use letters, digits and -"
        )
    if name in themes or name in BUILTIN_THEMES:
        raise SettingsError(f"{source}: there is a theme {name!r} already", "give it another name")
