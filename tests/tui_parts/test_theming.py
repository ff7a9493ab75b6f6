"""Themes: every built-in one is legible, and a broken one never ends the program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme
from textual.widgets import Static

from briefings.errors import SettingsError
from tui.settings import DEFAULT_THEME
from tui.theming import OWN_VARIABLES, check_choice, load_themes, variable_defaults

BUILT_IN = {theme.name: theme for theme in load_themes().themes}

TEXTS_ON_ROWS = [
    "foreground",
    "muted",
    "accent",
    "match",
    "error",
    "family-for",
    "family-against",
    "family-asks",
    "family-says",
]
EVIDENCE = ["evidence-source", "evidence-cue", "evidence-content", "evidence-condition"]
PAIRS = [
    *((text, ground) for text in TEXTS_ON_ROWS for ground in ("background", "surface")),
    *((text, "cursor-row") for text in TEXTS_ON_ROWS),
    *((text, ground) for text in EVIDENCE for ground in ("background", "evidence-sentence")),
    ("block-cursor-foreground", "block-cursor-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("foreground", "input-selection-background"),
    ("footer-key-foreground", "footer-background"),
    ("footer-description-foreground", "footer-background"),
    ("text-error", "surface"),
    ("text-accent", "surface"),
]


def variables(theme: Theme) -> dict[str, str]:
    """As `App.get_css_variables` resolves them."""
    return {**variable_defaults(theme), **theme.to_color_system().generate(), **theme.variables}


def contrast(text: Color, ground: Color) -> float:
    """WCAG 2.1's contrast ratio, written out once more so that the program's own is tested."""

    def luminance(color: Color) -> float:
        channels = (channel / 255 for channel in color.rgb)
        red, green, blue = (
            channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4
            for channel in channels
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted([luminance(text), luminance(ground)], reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_there_are_themes_for_every_eye_and_terminal() -> None:
    themes = load_themes()

    assert not themes.problems
    assert {theme.name for theme in themes.themes} == {
        "night",
        "day",
        "paper",
        "high-contrast",
        "okabe-ito",
        "terminal",
        "terminal-light",
        "plain",
        "forest",
    }
    assert all(themes.descriptions.values())
    assert DEFAULT_THEME in BUILT_IN


@pytest.mark.parametrize("name", [name for name, theme in BUILT_IN.items() if not theme.ansi])
def test_every_text_of_a_built_in_theme_is_legible(name: str) -> None:
    values = variables(BUILT_IN[name])
    least = 7 if name == "high-contrast" else 4.5

    faint = {
        (text, ground): round(ratio, 2)
        for text, ground in PAIRS
        if (ratio := contrast(Color.parse(values[text]), Color.parse(values[ground]))) < least
    }

    assert faint == {}


@pytest.mark.parametrize("name", [name for name, theme in BUILTIN_THEMES.items() if not theme.ansi])
def test_our_own_colours_are_legible_in_the_themes_of_textual_too(name: str) -> None:
    values = variables(BUILTIN_THEMES[name])
    own = [pair for pair in PAIRS if pair[0] in OWN_VARIABLES]

    faint = {
        (text, ground): round(ratio, 2)
        for text, ground in own
        if (ratio := contrast(Color.parse(values[text]), Color.parse(values[ground]))) < 4.5
    }

    assert faint == {}


@pytest.mark.parametrize(
    "theme", [*BUILT_IN.values(), *BUILTIN_THEMES.values()], ids=lambda theme: str(theme.name)
)
def test_every_theme_knows_all_our_colours(theme: Theme) -> None:
    assert set(variable_defaults(theme)) >= set(OWN_VARIABLES)


def test_terminal_themes_use_nothing_but_the_terminals_colours() -> None:
    for name in ("terminal", "terminal-light", "plain"):
        values = variables(BUILT_IN[name])

        assert values["background"] == "ansi_default"
        assert all(values[name].startswith("ansi_") for name in OWN_VARIABLES)


def write(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_theme_of_the_reader_joins_ours(tmp_path: Path) -> None:
    write(
        tmp_path,
        "harbour.toml",
        """
        description = "Grey and green"
        primary = "#3a7d6b"
        background = "#0e1413"
        [variables]
        family-for = "seagreen"
        muted = "white 60%"
        text-muted = "auto 70%"
        link-style = "bold underline"
        """,
    )

    themes = load_themes(tmp_path)

    harbour = themes.themes[-1]
    assert not themes.problems
    assert harbour.name == "harbour"
    assert harbour.primary == "#3a7d6b"
    assert variables(harbour)["family-for"] == "seagreen"
    assert themes.descriptions["harbour"] == "Grey and green"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("primary = = 1", ["not valid TOML", "line 1"]),
        ("dark = true", ["`primary` is missing"]),
        ('primary = "blurple"', ["primary is 'blurple', which is no colour", "'purple' is meant"]),
        ('primary = "#12345"', ["primary is '#12345'", 'write it as "#e0b15e"']),
        ("primary = 3", ["primary is 3, which is no colour"]),
        ('primary = "red; } Screen { display: none"', ["which is no colour"]),
        ('primary = "red 50%"', ["which is no colour"]),
        ('primary = "red"\nforground = "blue"', ["no 'forground'", "'foreground' is meant"]),
        ('primary = "red"\nfamily-for = "blue"', ["no 'family-for'", "below [variables]"]),
        ('primary = "red"\ndark = "yes"', ["dark is not a switch", "true or false"]),
        ('primary = "red"\nbackground = "#00000080"', ["background is transparent"]),
        ('primary = "ansi_red"', ["primary is a colour of the terminal", "ansi = true"]),
        ('primary = "red"\nname = "a b"', ["'a b' cannot be the name of a theme"]),
        ('primary = "red"\nname = "a{}"', ["'a{}' cannot be the name"]),
        ('primary = "red"\nname = 3', ["name is not a text"]),
        ('primary = "red"\nname = "nord"', ["there is a theme 'nord' already"]),
        ('primary = "red"\nname = "night"', ["there is a theme 'night' already"]),
        ('primary = "red"\nvariables = 3', ["variables is not a table"]),
        ('primary = "red"\n[variables]\nmutd = "red"', ["'mutd'", "perhaps 'muted' is meant"]),
        ('primary = "red"\n[variables]\nmuted = "50%"', ["variables.muted is '50%'"]),
        ('primary = "red"\n[variables]\nmuted = "auto"', ["variables.muted is 'auto'"]),
        ('primary = "red"\n[variables]\nmuted = "red 5x"', ["variables.muted is 'red 5x'"]),
        ('primary = "red"\n[variables]\nlink-style = "fat"', ["no style of text"]),
        ('primary = "red"\n[variables]\nprimary = "blue"', ["variables.primary", "at the top"]),
        ('primary = "red"\n[variables]\nsurface-darken-1 = "red 5%"', ["which is no colour"]),
    ],
)
def test_a_broken_theme_is_explained_and_the_others_load(
    tmp_path: Path, text: str, words: list[str]
) -> None:
    write(tmp_path, "broken.toml", text)
    write(tmp_path, "whole.toml", 'primary = "teal"')

    themes = load_themes(tmp_path)

    (problem,) = themes.problems
    for word in ["broken.toml", *words]:
        assert word in str(problem)
    assert [theme.name for theme in themes.themes] == [*BUILT_IN, "whole"]


def test_two_themes_of_one_name_are_told_apart_by_their_files(tmp_path: Path) -> None:
    write(tmp_path, "one.toml", 'primary = "teal"\nname = "mine"')
    write(tmp_path, "two.toml", 'primary = "red"\nname = "mine"')

    themes = load_themes(tmp_path)

    assert themes.themes[-1].primary == "teal"
    assert "two.toml: there is a theme 'mine' already" in str(themes.problems[0])


def test_a_folder_that_is_missing_holds_no_themes(tmp_path: Path) -> None:
    assert load_themes(tmp_path / "none").themes == load_themes().themes


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "latin.toml").write_bytes(b'description = "caf\xe9"')

    problems = [str(problem) for problem in load_themes(tmp_path).problems]

    assert len(problems) == 2
    assert "folder.toml" in problems[0]
    assert "latin.toml" in problems[1]


COLOR = st.builds("#{:06x}".format, st.integers(0, 0xFFFFFF))


@given(
    base=st.fixed_dictionaries(
        {"primary": COLOR},
        optional=dict.fromkeys(["background", "foreground", "success", "error", "surface"], COLOR),
    ),
    dark=st.booleans(),
)
def test_any_colours_give_legible_text_on_the_row_under_the_cursor(
    base: dict[str, Any], dark: bool
) -> None:
    values = variable_defaults(replace(Theme("any", "red", dark=dark), **base))
    row = Color.parse(values["cursor-row"])

    for name in ("family-for", "family-against", "family-asks", "muted", "match"):
        color = Color.parse(values[name])
        best = max(contrast(Color.parse(end), row) for end in ("#000000", "#ffffff"))
        assert contrast(color, row) >= min(4.5, best - 0.1) or color.rgb in {
            (0, 0, 0),
            (255, 255, 255),
        }


def test_a_theme_that_is_not_there_is_named_with_one_that_is() -> None:
    with pytest.raises(SettingsError, match="there is no theme 'nigth': perhaps 'night' is meant"):
        check_choice("nigth", BUILT_IN)


@pytest.mark.parametrize("name", BUILT_IN)
async def test_the_program_starts_in_every_theme(name: str) -> None:
    class Colours(App[None]):
        CSS = "\n".join(f"#c-{name} {{ color: ${name}; }}" for name in OWN_VARIABLES)

        def compose(self) -> ComposeResult:
            yield from (Static(name, id=f"c-{name}") for name in OWN_VARIABLES)

        def get_theme_variable_defaults(self) -> dict[str, str]:
            return variable_defaults(self.current_theme)

        def on_mount(self) -> None:
            for theme in BUILT_IN.values():
                self.register_theme(theme)
            self.theme = name

    app = Colours()
    async with app.run_test() as pilot:
        await pilot.pause()

        muted = app.query_one("#c-muted").styles.color

    expected = Color.parse(variables(BUILT_IN[name])["muted"])
    assert muted == expected
