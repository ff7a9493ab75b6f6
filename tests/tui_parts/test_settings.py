"""Settings: what is written is what holds, and what cannot hold is explained."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.errors import SettingsError
from tui import actions
from tui.actions import Action, Place
from tui.keymap import checked_keymap
from tui.settings import (
    Settings,
    config_path,
    load_settings,
    load_what_is_valid,
    save_theme,
    themes_folder,
)

ACTIONS = (
    Action("app.help", Place.APP, "help", ("question_mark",), "Help", "Show the keys."),
    Action("briefing.narrow", Place.BRIEFING, "narrow", ("space",), "Narrow", "Narrow to one."),
    Action("briefing.export", Place.BRIEFING, "export", ("e",), "Export", "Write a note."),
    Action("dialog.choose", Place.DIALOG, "choose", ("e", "enter"), "Choose", "Choose a row."),
)


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "config.toml"
    monkeypatch.setenv("BRIEFING_CONFIG", str(path))
    return path


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "ACTIONS", ACTIONS)


@pytest.mark.usefixtures("registry")
def test_every_setting_can_be_written(config: Path) -> None:
    config.write_text(
        """
        theme = "paper"
        library = "briefings.db"

        [analysis]
        model = "en_core_web_lg"

        [export]
        folder = "/srv/notes"

        [keys]
        briefing.narrow = "n"
        "app.help" = ["f1", "ctrl+g"]
        """
    )

    settings = load_settings()

    assert settings.theme == "paper"
    assert settings.library == config.parent / "briefings.db"
    assert settings.analysis.model == "en_core_web_lg"
    assert settings.export.folder == Path("/srv/notes")
    assert settings.keys == {"briefing.narrow": "n", "app.help": "f1,ctrl+g"}


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BRIEFING_CONFIG", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))

    assert load_settings() == Settings()


def test_what_is_left_out_has_its_default(config: Path) -> None:
    config.write_text("[analysis]\n")

    assert load_settings() == Settings()


def test_the_home_folder_may_be_written_as_a_tilde(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/ito")
    monkeypatch.setenv("USERPROFILE", "/home/ito")
    config.write_text('export.folder = "~/notes"')

    assert load_settings().export.folder == Path("/home/ito/notes")


def test_the_readers_themes_stand_beside_the_settings(config: Path) -> None:
    assert config_path() == config
    assert themes_folder() == config.parent / "themes"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('thme = "paper"', ["there is no setting 'thme'", "perhaps 'theme' is meant"]),
        ("zebra = 1", ["there is no setting 'zebra'", "remove it"]),
        ('[export]\nfoldr = "x"', ["'export.foldr'", "perhaps 'export.folder' is meant"]),
        ("theme = 3", ["theme: expected a text in quotation marks, got a number"]),
        ("[analysis]\nmodel = true", ["analysis.model: expected a text", "got true or false"]),
        ('export = "notes"', ["export: expected a table"]),
        ('library = ""', ["library: expected a path in quotation marks"]),
        ('library = "a\\u0000b"', ["library: expected a path"]),
        ("[theme]\n", ["theme: expected a text in quotation marks, got a table"]),
        ('theme = "paper"\nlibrary = = 1', ["line 2", "not valid TOML"]),
        ('keys = "n"', ["`keys` is not a table"]),
        ('[keys]\nbriefing.narow = "n"', ["'briefing.narow'", "'briefing.narrow' is meant"]),
        ('[keys]\nbriefing.narrow = "crtl+n"', ["there is no key 'crtl+n'"]),
        ('[keys]\nbriefing.narrow = "escpe"', ["perhaps 'escape' is meant"]),
        ('[keys]\nbriefing.narrow = ""', ["gives the action no key"]),
        ("[keys]\nbriefing.narrow = []", ["gives the action no key"]),
        ("[keys]\nbriefing.narrow = 5", ["neither a key nor a list of keys"]),
        ("[keys]\nbriefing.narrow = [5]", ["neither a key nor a list of keys"]),
    ],
)
@pytest.mark.usefixtures("registry")
def test_a_setting_that_cannot_hold_is_explained(config: Path, text: str, words: list[str]) -> None:
    config.write_text(text)

    with pytest.raises(SettingsError) as caught:
        load_settings()

    for word in [str(config), *words]:
        assert word in str(caught.value)
    assert caught.value.remedy


@pytest.mark.usefixtures("registry")
def test_one_bad_setting_leaves_the_others_in_force(config: Path) -> None:
    config.write_text('theme = 5\nlibrary = "mine.db"\n[keys]\nbriefing.narow = "n"')

    settings, problems = load_what_is_valid()

    assert settings == Settings(library=config.parent / "mine.db")
    assert [("theme" in problem.what, "narow" in problem.what) for problem in problems] == [
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize("text", ["library = = 1", "library = 5"])
def test_a_library_that_is_not_understood_is_said_not_to_be_open(config: Path, text: str) -> None:
    config.write_text(text)

    settings, problems = load_what_is_valid()

    assert settings == Settings()
    assert [p.remedy.endswith("the usual library is open") for p in problems] == [True]


def test_bytes_that_are_no_text_are_placed(config: Path) -> None:
    config.write_bytes(b'theme = "paper"\n# caf\xe9\n')

    with pytest.raises(SettingsError, match=r"line 2: not valid UTF-8"):
        load_settings()


@pytest.mark.usefixtures("config")
def test_a_file_that_was_named_must_be_there() -> None:
    with pytest.raises(SettingsError, match=r"there is no settings file .*config\.toml"):
        load_settings()


def test_a_folder_is_no_settings_file(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="could not be read"):
        load_settings(tmp_path)


@given(st.binary(max_size=200))
def test_any_bytes_give_settings_or_an_error_for_the_reader(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("config") / "config.toml"
    path.write_bytes(content)

    with contextlib.suppress(SettingsError):
        assert isinstance(load_settings(path), Settings)


@pytest.mark.usefixtures("registry")
class TestKeys:
    def test_two_actions_of_one_place_may_not_share_a_key(self) -> None:
        with pytest.raises(SettingsError) as caught:
            checked_keymap({"briefing.narrow": "e"}, "config.toml")

        assert "'e', which is already the key of 'briefing.export' (Export)" in str(caught.value)

    def test_a_key_is_the_same_however_it_is_written(self) -> None:
        with pytest.raises(SettingsError, match=r"app\.help"):
            checked_keymap({"briefing.narrow": "?"}, "config.toml")
        with pytest.raises(SettingsError, match="already the key"):
            checked_keymap(
                {"briefing.narrow": "ctrl+shift+f5", "briefing.export": "shift+ctrl+f5"},
                "config.toml",
            )

    def test_actions_of_different_places_may_share_a_key(self) -> None:
        assert checked_keymap({"briefing.narrow": "enter"}, "config.toml")

    def test_two_actions_may_exchange_their_keys(self) -> None:
        keys = {"briefing.narrow": "e", "briefing.export": "space"}

        assert checked_keymap(keys, "config.toml") == keys

    @pytest.mark.parametrize("key", ["n", "N", "é", "!", "+", "ctrl+n", "alt+shift+f12"])
    def test_keys_are_written_as_textual_writes_them(self, key: str) -> None:
        assert checked_keymap({"dialog.choose": [key]}, "config.toml") == {"dialog.choose": key}

    def test_a_comma_in_a_list_is_the_key_of_that_name(self) -> None:
        keymap = checked_keymap({"dialog.choose": [",", "n"]}, "config.toml")

        assert keymap == {"dialog.choose": "comma,n"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'theme = "paper"\n'),
        ("# caf\u00e9\r\n\r\n", 'theme = "paper"\n# caf\u00e9\r\n\r\n'),
        ("# mine\n", 'theme = "paper"\n# mine\n'),
        ('library = "a.db"\n', 'theme = "paper"\nlibrary = "a.db"\n'),
        ('# mine\ntheme = "day" # !\n[export]\n', '# mine\ntheme = "paper"\n[export]\n'),
        ("\"theme\"='day'\n", 'theme = "paper"\n'),
        ('[keys]\ntheme = "x"\n', 'theme = "paper"\n[keys]\ntheme = "x"\n'),
    ],
)
def test_a_theme_that_was_chosen_is_kept_and_nothing_else_changed(
    tmp_path: Path, before: str, after: str
) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(before.encode())

    save_theme("paper", path)

    assert path.read_bytes() == after.encode()
    assert [file.name for file in tmp_path.iterdir()] == ["config.toml"]


def test_the_settings_file_is_made_when_a_theme_is_chosen(tmp_path: Path) -> None:
    path = tmp_path / "briefing" / "config.toml"

    save_theme("paper", path)

    assert load_settings(path).theme == "paper"


def test_a_link_to_the_settings_stays_a_link(tmp_path: Path) -> None:
    path = tmp_path / "dotfiles.toml"
    path.write_text('theme = "day"\n')
    link = tmp_path / "config.toml"
    link.symlink_to(path)

    save_theme("paper", link)

    assert link.is_symlink()
    assert load_settings(path).theme == "paper"


@pytest.mark.parametrize("text", ["theme = = 1", 'theme = """\nday"""\n'])
def test_settings_that_cannot_be_changed_safely_are_left_alone(tmp_path: Path, text: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text)

    with pytest.raises(SettingsError):
        save_theme("paper", path)

    assert path.read_text() == text


def test_loading_settings_loads_no_user_interface(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('theme = "paper"')
    program = (
        "import sys; from pathlib import Path; from tui.settings import load_settings\n"
        f"load_settings(Path({str(tmp_path / 'config.toml')!r}))\n"
        "print([name for name in ('textual', 'rich', 'spacy', 'numpy') if name in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert done.stdout == "[]\n"


def test_the_keys_we_give_ourselves_do_not_clash() -> None:
    keys = {action.id: list(action.keys) for action in actions.ACTIONS}

    assert set(checked_keymap(keys, "the registry")) == set(keys)
