"""The export dialog, used as a reader uses it: what is chosen, shown, written and remembered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input, Label

from briefings.corrections import QuestionStatus
from briefings.export import Taken
from briefings.library import Stored
from briefings.library.records import Marks
from tests.tui.waiting import until
from tests.tui_parts.shows import TITLE, stored
from tests.tui_parts.stage import Stage, seen
from tui.screens.dialog import Field
from tui.screens.export import MOST_AT_ONCE, ExportScreen
from tui.screens.export_choices import PARTS, VARIANTS, Chosen
from tui.screens.export_preview import Preview, foretold
from tui.screens.export_target import gone_on


def typed(app: Stage, text: str) -> None:
    app.dialog.query_one(Input).value = text


def other(title: str, number: int) -> Stored:
    """The same briefing as if it were another one."""
    one, identity = stored(title), f"{number:x}".ljust(64, "0")
    document = replace(one.document, id=identity)
    return replace(one, document=document, entry=replace(one.entry, id=identity))


class TestExport:
    async def test_a_note_that_takes_a_while_is_shown_when_it_is_made(self) -> None:
        large = replace(stored(), entry=replace(stored().entry, positions=MOST_AT_ONCE + 1))
        app = Stage(ExportScreen([Taken(large)], Path("notes")))

        async with app.run_test(size=(120, 40)) as pilot:
            await app.workers.wait_for_complete()
            await pilot.pause()

            assert any(TITLE in line for line in seen(app))
            assert not any("Making the preview" in line for line in seen(app))

    async def test_enter_writes_the_note_and_says_where(self, tmp_path: Path) -> None:
        app = Stage(ExportScreen([Taken(stored())], tmp_path / "notes"))

        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("enter")
            await app.workers.wait_for_complete()
            await pilot.pause()
            toasts = [toast.message for toast in app._notifications]

        written = tmp_path / "notes" / f"{TITLE}.md"
        assert app.result == Chosen()
        assert "Dana Okafor" in written.read_text(encoding="utf-8")
        assert toasts == [str(written)]

    async def test_the_folder_can_be_typed(self, tmp_path: Path) -> None:
        app = Stage(ExportScreen([Taken(stored())], tmp_path / "notes"))

        async with app.run_test(size=(80, 24)) as pilot:
            typed(app, str(tmp_path / "elsewhere" / "deep"))
            await pilot.press("enter")
            await app.workers.wait_for_complete()
            await pilot.pause()

        target = tmp_path / "elsewhere" / "deep"
        assert app.result == Chosen(target=str(target))
        assert (target / f"{TITLE}.md").exists()

    async def test_what_will_be_written_is_shown(self, tmp_path: Path) -> None:
        app = Stage(ExportScreen([Taken(stored())], tmp_path))

        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            lines = "\n".join(seen(app))

        assert f"{TITLE}.md  " in lines
        assert f"# {TITLE}" in lines
        assert "## Actors" in lines

    async def test_a_folder_that_cannot_be_is_explained_in_place(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("in the way")
        app = Stage(ExportScreen([Taken(stored())], tmp_path / "file" / "notes"))

        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("enter")
            await app.workers.wait_for_complete()
            await pilot.pause()
            problem = app.dialog.query_one("#problem", Label)
            was_shown = problem.display
            typed(app, str(tmp_path))
            await pilot.pause()
            is_shown = problem.display

        assert "cannot be written" in str(problem.content)
        assert was_shown
        assert not is_shown
        assert app.result == "still open"

    @pytest.mark.parametrize("folder", ["", "   ", "~nobody-of-that-name/notes"])
    async def test_a_folder_must_be_named(self, folder: str, tmp_path: Path) -> None:
        app = Stage(ExportScreen([Taken(stored())], tmp_path))

        async with app.run_test(size=(120, 40)) as pilot:
            typed(app, folder)
            await pilot.pause()
            await pilot.press("enter")
            await pilot.pause()
            problem = app.dialog.query_one("#problem", Label)

            assert problem.display
        assert not list(tmp_path.iterdir())

    async def test_the_readers_tilde_is_the_home_folder(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HOME", str(tmp_path))
        app = Stage(ExportScreen([Taken(stored())], Path("~/notes")))

        async with app.run_test() as pilot:
            await pilot.press("enter")
            await app.workers.wait_for_complete()
            await pilot.pause()

        assert (tmp_path / "notes" / f"{TITLE}.md").exists()


MARKS = Marks(False, True, ("straits",), (), {}, {"q1": QuestionStatus.ANSWERED})


async def test_the_flavour_is_changed_and_the_preview_follows(tmp_path: Path) -> None:
    app = Stage(ExportScreen([Taken(stored(), MARKS)], tmp_path))

    async with app.run_test(size=(120, 40)) as pilot:
        shown = []
        for _ in VARIANTS:
            await pilot.pause()
            shown.append("\n".join(seen(app)))
            await pilot.press("right")
        await pilot.press("left")
        await pilot.pause()

        assert app.dialog.chosen.variant == len(VARIANTS) - 1  # type: ignore[attr-defined]
    assert "● portable" in shown[0]
    assert "● obsidian " in shown[1]
    assert "straits" in shown[0]
    assert "[[Dana Okafor]]" in shown[1]
    assert f"6 files: {TITLE}.md" in shown[2]
    assert "this flavour has but the whole" in shown[2]
    assert f"4 files: {TITLE}" in shown[5]
    assert '"type": "article-newspaper"' in shown[8]


async def test_a_part_is_chosen_on_the_next_line(tmp_path: Path) -> None:
    app = Stage(ExportScreen([Taken(stored(), MARKS)], tmp_path))

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("tab", "left", "left", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()

    written = tmp_path / f"{TITLE} (questions).md"
    assert app.result == Chosen(part=3)
    assert "- [x] **unknown** (answered)" in written.read_text(encoding="utf-8")
    assert "## Positions" not in written.read_text(encoding="utf-8")


async def test_a_click_changes_a_choice(tmp_path: Path) -> None:
    app = Stage(ExportScreen([Taken(stored())], tmp_path))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click("#part")
        await pilot.pause()

        assert "‹ actors ›" in "\n".join(seen(app))


async def test_where_there_is_room_all_values_are_listed_and_clicked_on(tmp_path: Path) -> None:
    app = Stage(ExportScreen([Taken(stored())], tmp_path))

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.click("#part", offset=(4, 3))
        await pilot.pause()
        assert "● questions" in "\n".join(seen(app))

        await pilot.press("up", "up", "up", "up", "down", "down")
        await pilot.pause()

        assert app.dialog.chosen == Chosen(2, 0, str(tmp_path))  # type: ignore[attr-defined]


async def test_the_preview_stands_beside_the_choices_where_there_is_room(tmp_path: Path) -> None:
    app = Stage(ExportScreen([Taken(stored())], tmp_path))

    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        form, preview = app.dialog.query_one("#form").region, app.dialog.query_one(Preview).region
        assert preview.x >= form.right
        assert preview.width > form.width
        assert preview.y == form.y

        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        form, preview = app.dialog.query_one("#form").region, app.dialog.query_one(Preview).region
        assert preview.y >= form.bottom


async def test_several_briefings_go_together(tmp_path: Path) -> None:
    taken = [Taken(other(f"Part {number}", number)) for number in range(1, 4)]
    app = Stage(ExportScreen(taken, tmp_path))

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        lines = "\n".join(seen(app))
        await pilot.press("pagedown", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        (toast,) = app._notifications

    assert "Export 3 briefings" in lines
    assert "3 files: Part 1.md" in lines
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "Part 1.md",
        "Part 2.md",
        "Part 3.md",
    ]
    assert toast.message == f"3 files in {tmp_path}"


async def test_of_very_many_briefings_the_first_are_shown(tmp_path: Path) -> None:
    app = Stage(ExportScreen([Taken(stored(f"Part {n}")) for n in range(1, 41)], tmp_path))

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        preview = app.dialog.query_one(Preview)
        preview.scroll_end(animate=False)
        await pilot.pause()
        lines = "\n".join(seen(app))

    assert "Part 1.md, and those of the" in lines
    assert "… and 10 briefings more" in lines


async def test_what_becomes_of_what_is_there_is_said_before(tmp_path: Path) -> None:
    from briefings.export import export_note
    from briefings.export.note import BEGIN

    path = export_note(stored(), tmp_path)

    async def said() -> str:
        app = Stage(ExportScreen([Taken(stored(), MARKS)], tmp_path))
        async with app.run_test(size=(80, 24)) as pilot:
            await app.workers.wait_for_complete()
            await pilot.pause()
            there = app.dialog.query_one("#there", Label)
            return str(there.content) if there.display else ""

    assert await said() == "is there already: renewed"
    text = path.read_text(encoding="utf-8").replace(f"{BEGIN}\n", f"{BEGIN}\nmine\n")
    path.write_text(text, encoding="utf-8")
    assert await said() == "is there already: renewed; what you wrote is kept"
    path.write_text(text.replace("## Actors", "## People"), encoding="utf-8")
    assert await said() == (
        "is there already: copied to .bak, then replaced; what you wrote is kept"
    )
    path.unlink()
    assert await said() == ""
    assert not list(tmp_path.iterdir())


def test_of_several_files_it_is_counted(tmp_path: Path) -> None:
    from briefings.export import export

    taken = [Taken(stored("One")), Taken(other("Two", 2))]
    export(taken[:1], Chosen().form, tmp_path)
    assert foretold(taken, Chosen(), tmp_path) == "1 new · 1 there already, word for word"
    assert foretold(taken, Chosen(5), tmp_path) == ""
    assert foretold(taken, Chosen(), tmp_path / "One.md") == (
        "This makes 2 files (“One.md”, “Two.md”)"
    )


async def test_one_file_can_be_named(tmp_path: Path) -> None:
    app = Stage(ExportScreen([Taken(stored())], tmp_path))

    async with app.run_test(size=(120, 40)) as pilot:
        typed(app, str(tmp_path / "mine.md"))
        await pilot.pause()
        assert str(app.dialog.query_one("#file", Label).content) == "mine.md"
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()

    assert (tmp_path / "mine.md").is_file()


async def test_what_was_kept_is_told(tmp_path: Path) -> None:
    from briefings.export import export_note
    from briefings.export.note import BEGIN

    path = export_note(stored(), tmp_path)
    text = path.read_text(encoding="utf-8").replace(f"{BEGIN}\n", f"{BEGIN}\nmine\n")
    path.write_text(text.replace("## Actors", "## People"), encoding="utf-8")
    app = Stage(ExportScreen([Taken(stored())], tmp_path))

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        (toast,) = app._notifications

    assert "What you had written into it is kept." in toast.message
    assert f"What was there before is in {path.name}.1.bak." in toast.message


async def test_a_path_is_completed(tmp_path: Path) -> None:
    (tmp_path / "Documents").mkdir()
    (tmp_path / "Downloads").mkdir()
    app = Stage(ExportScreen([Taken(stored())], tmp_path))

    async with app.run_test(size=(120, 40)) as pilot:
        field = app.dialog.query_one(Field)
        field.focus()
        typed(app, f"{tmp_path}/D")
        field.cursor_position = len(field.value)
        await app.workers.wait_for_complete()
        await until(lambda: field._suggestion, what="how the path goes on")
        await pilot.press("right")

        assert field.value == f"{tmp_path}/Documents/"


def test_a_path_goes_on_with_folders_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.md").touch()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "bad\x1b[31m").mkdir()
    assert gone_on(f"{tmp_path}/") is None
    assert gone_on(f"{tmp_path}/.h") == f"{tmp_path}/.hidden/"
    assert gone_on(f"{tmp_path}/nowhere/") is None
    assert gone_on("\0/") is None


@pytest.mark.parametrize("kept", [None, "", "[]", "{", '["csv"]', "[1, 2, 3]", "[" * 99_999])
def test_a_choice_that_cannot_be_read_is_none(kept: str | None) -> None:
    assert Chosen.from_json(kept) == Chosen()


def test_a_choice_comes_back() -> None:
    for variant in range(len(VARIANTS)):
        for part in range(len(PARTS)):
            chosen = Chosen(variant, part, "~/ø")
            assert Chosen.from_json(chosen.to_json()) == chosen
            assert chosen.form.flavour is VARIANTS[variant].form.flavour
