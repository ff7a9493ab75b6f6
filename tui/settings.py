"""The settings: `config.toml`, checked and typed.

The file is `config.toml` in the platform's configuration directory, or what `BRIEFING_CONFIG`
names. Every setting may be left out. Nothing unknown is ignored: a misspelt setting is an error
that says what is probably meant. `Settings()` is what holds without a file, so that the program
can start with it when the file is broken.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from briefings.analysis.parsing import DEFAULT_MODEL
from briefings.errors import SettingsError

CONFIG_VARIABLE = "BRIEFING_CONFIG"
DEFAULT_THEME = "night"


def _default_export_folder() -> Path:
    from platformdirs import user_documents_path

    return user_documents_path() / "Briefings"


@dataclass(frozen=True, slots=True)
class AnalysisSettings:
    """`[analysis]`: how documents are analysed."""

    model: str = DEFAULT_MODEL
    """The name of an installed spaCy model for English."""


@dataclass(frozen=True, slots=True)
class ExportSettings:
    """`[export]`: where notes go."""

    folder: Path = field(default_factory=_default_export_folder)
    """The folder that notes are written to, unless another is named."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set; relative paths start at the settings file's folder."""

    theme: str = DEFAULT_THEME
    """The name of the theme: a built-in one, one of the reader's own, or one of Textual's."""

    motion: bool = True
    """Whether anything moves by itself: the beat while an article is read, the blinking cursor."""

    library: Path | None = None
    """The library's file; None for the one in the platform's data directory."""

    analysis: AnalysisSettings = field(default_factory=AnalysisSettings)
    """How documents are analysed."""

    export: ExportSettings = field(default_factory=ExportSettings)
    """Where notes go."""

    keys: dict[str, str] = field(default_factory=dict)
    """Action id -> its keys, with commas between them; actions that are not named keep theirs."""


def config_path() -> Path:
    """Where the settings file is, or would be."""
    if named := os.environ.get(CONFIG_VARIABLE):
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path("briefing", appauthor=False) / "config.toml"


def themes_folder() -> Path:
    """Where the reader's own themes are, or would be: `themes` beside the settings file."""
    return config_path().parent / "themes"


def load_settings(path: Path | None = None) -> Settings:
    """The settings of a file; those that it does not name have their default.

    Args:
        path: The file; None for the usual one, which may be missing.

    Raises:
        SettingsError: If the file cannot be read, or a setting in it is unknown or not valid.
    """
    may_be_missing = path is None and CONFIG_VARIABLE not in os.environ
    source = path or config_path()
    return _checked(_read_toml(source, may_be_missing), source)


def load_what_is_valid() -> tuple[Settings, list[SettingsError]]:
    """The settings of the usual file that are valid, and what is wrong with the others.

    A table such as `[keys]` is taken as a whole or not at all.
    """
    try:
        return load_settings(), []
    except SettingsError as error:
        problem = error
    source = config_path()
    try:
        tables = _read_toml(source, may_be_missing=True)
    except SettingsError as error:
        return Settings(), [_with_usual_library(error)]
    problems: list[SettingsError] = []
    valid: dict[str, Any] = {}
    for name, value in tables.items():
        try:
            _checked({name: value}, source)
            valid[name] = value
        except SettingsError as error:
            problems.append(_with_usual_library(error) if name == "library" else error)
    return _checked(valid, source), problems or [_with_usual_library(problem)]


def _with_usual_library(error: SettingsError) -> SettingsError:
    """The error, with what it means for what the reader sees: other briefings."""
    return SettingsError(error.what, f"{error.remedy}; until then the usual library is open")


def save_theme(name: str, path: Path | None = None) -> None:
    """Write the name of a theme into the settings file, and leave all else in it as it is.

    Args:
        name: The name of a theme.
        path: The file; None for the usual one. It is made if it is missing.

    Raises:
        SettingsError: If the file cannot be read or written, or is not valid; it is untouched then.
    """
    import tomli

    file = (path or config_path()).resolve()
    before = _read_toml(file, may_be_missing=True)
    content = file.read_bytes() if file.exists() else b""
    lines = content.decode("utf-8-sig").splitlines(keepends=True)
    top = next((at for at, line in enumerate(lines) if line.lstrip().startswith("[")), len(lines))
    old = [at for at in range(top) if lines[at].partition("=")[0].strip(" \t'\"") == "theme"]
    lines[slice(old[0], old[0] + 1) if old else slice(0, 0)] = [f'theme = "{name}"\n']
    text = "".join(lines)
    remedy = f'write theme = "{name}" at its top'
    try:
        if tomli.loads(text) != {**before, "theme": name}:
            raise ValueError("it is written in an unusual way")
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_name(f"{file.name}.new")
        draft.write_bytes(text.encode())
        if content:
            shutil.copymode(file, draft)
        draft.replace(file)
    except (OSError, ValueError) as error:
        raise SettingsError(f"{file} could not be changed ({error})", remedy) from error


def _read_toml(path: Path, may_be_missing: bool) -> dict[str, Any]:
    import tomli

    try:
        return tomli.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        if may_be_missing:
            return {}
        raise SettingsError(
            f"there is no settings file {path}", f"create it, or unset {CONFIG_VARIABLE}"
        ) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise SettingsError(
            f"{path}, line {line}: not valid UTF-8", "save the file in UTF-8"
        ) from error
    except tomli.TOMLDecodeError as error:
        raise SettingsError(
            f"{path}, line {error.lineno}: not valid TOML ({error.msg})",
            "mend that line, or remove it",
        ) from error
    except OSError as error:
        raise SettingsError(
            f"{path} could not be read ({error.strerror})", "check who may read it"
        ) from error


def _checked(tables: Mapping[str, Any], source: Path) -> Settings:
    """The settings in the tables of a file.

    Raises:
        SettingsError: If one of them is unknown or not valid.
    """
    if not tables:
        return Settings()  # before the first paint: what checks takes a moment to load
    from tui.keymap import checked_keymap

    _check_names(tables, source)
    keys = checked_keymap(dict(_flattened(tables.get("keys", {}))), str(source))
    return _converted({**tables, "keys": keys}, source)


def _check_names(tables: Mapping[str, Any], source: Path) -> None:
    """Refuse settings that do not exist."""
    known = set(_setting_names(Settings()))
    for name, value in tables.items():
        if name == "keys" and not isinstance(value, dict):
            raise SettingsError(f"{source}: `keys` is not a table", "write [keys] above the keys")
        inner = value if isinstance(value, dict) and name != "keys" else ()
        for full_name in [name, *(f"{name}.{key}" for key in inner)]:
            if full_name not in known:
                from tui.keymap import suggestion

                raise SettingsError(
                    f"{source}: there is no setting {full_name!r}",
                    suggestion(full_name, known) or "remove it",
                )


def _setting_names(settings: Any, prefix: str = "") -> Iterator[str]:
    for each in fields(settings):
        yield prefix + each.name
        value = getattr(settings, each.name)
        if isinstance(value, (AnalysisSettings, ExportSettings)):
            yield from _setting_names(value, f"{prefix}{each.name}.")


def _flattened(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """The keys of a table with dots: TOML reads an unquoted `briefing.narrow` as two tables."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flattened(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value


def _converted(tables: Mapping[str, Any], source: Path) -> Settings:
    import msgspec

    def path_of(_: type, value: object) -> Path:
        if not isinstance(value, str) or not value.strip() or "\0" in value:
            raise TypeError("Expected a path in quotation marks")
        try:
            return source.parent / Path(value).expanduser()
        except RuntimeError as error:
            raise ValueError(f"the home folder in {value!r} is not known") from error

    try:
        return msgspec.convert(tables, Settings, strict=True, dec_hook=path_of)
    except msgspec.ValidationError as error:
        fault, _, where = str(error).partition(" - at `$.")
        for technical, plain in _PLAIN.items():
            fault = fault.replace(technical, plain)
        name = where.rstrip("`")
        raise SettingsError(f"{source}: {name}: {fault}", "change it, or remove it") from error


_PLAIN = {
    "`str`": "a text in quotation marks",
    "`int`": "a number",
    "`float`": "a number",
    "`bool`": "true or false",
    "`array`": "a list",
    "`object`": "a table",
    "Expected": "expected",
}
