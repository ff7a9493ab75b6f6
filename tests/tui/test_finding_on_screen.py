"""Finding words, filtering actors, jumping, sizes and views on the briefing screen, by keys."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.briefing import Briefing
from briefings.events import Event, EventStatus, Place, Quantity
from tests.tui import article
from tests.tui.article import at
from tests.tui.conftest import AppMaker
from tests.tui.test_briefing_screen import started
from tests.tui.test_hostile_text import HOSTILE
from tui.app import BriefingApp
from tui.panes.views import VIEWS
from tui.screens.jumping import LETTERS, labels
from tui.widgets.key_line import KeyLine
from tui.widgets.rows import Piece


def with_circumstances() -> Briefing:
    """The invented briefing, with an event, a number and a place."""
    scheduled, conditional = EventStatus.SCHEDULED, EventStatus.CONDITIONAL
    signed, sent = article.SENTENCES[1], article.SENTENCES[13]
    return replace(
        article.briefing(),
        events=(
            Event("e1", at("send"), at("send patrol boats"), signed, conditional, ("a1",)),
            Event("e2", at("second round"), at("A second round of talks"), sent, scheduled),
        ),
        quantities=(Quantity("n1", at("A second round"), sent, at("second"), 2.0),),
        places=(Place("l1", "Lindholm", (at("Lindholm"),), "Sella"),),
    )  # fmt: skip


def marked(piece: Piece) -> str:
    """The words of a piece, in brackets if they are lit."""
    return f"[{piece.text}]" if "match" in piece.look else piece.text


class TestFinding:
    async def test_words_are_found_counted_and_walked(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.press("f", *"tolls")
            assert [span.of(article.TEXT) for span in screen.source.found] == ["tolls"] * 2
            await pilot.press("enter")
            first = screen.source.sentence
            assert screen.focused is screen.source
            await pilot.press("n")
            assert screen.source.found_number == 1
            assert screen.source.sentence != first
            await pilot.press("n", "N")
            assert screen.source.found_number == 1
            await pilot.press("escape")

            assert screen.source.found == []
            assert not screen.find_bar.has_class("-open")

    async def test_n_is_for_notes_while_nothing_is_found(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)

            assert screen.active_bindings["n"].binding.id == "briefing.note"

    async def test_tab_still_leads_to_the_next_pane(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.press("f", *"tolls", "enter", "tab")

            assert screen.pane == "actors"

    async def test_the_footer_has_no_key_that_is_a_letter_of_the_field(
        self, app: BriefingApp
    ) -> None:
        async with app.run_test(size=(120, 40)) as pilot:
            screen = await started(pilot)
            await pilot.press("f")
            shown = [key.title for key in screen.query_one(KeyLine).keys(120)]

            assert shown == ["go there", "end finding", "quit"]

    async def test_esc_in_the_field_leaves_everything_as_it_was(self, app: BriefingApp) -> None:
        async with app.run_test(size=(60, 20)) as pilot:
            screen = await started(pilot)
            await pilot.press("f", *"strait", "escape")

            assert screen.source.found == []
            assert screen.focused is screen.source

    async def test_actors_are_filtered_as_one_types_misspelt_too(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.press("1", "f", *"okafr")
            assert screen.actors.row_id == "a3"
            assert str(screen.actors.border_subtitle).startswith("1 of 12")
            await pilot.press("enter", "space")
            assert screen.narrowed == "a3"
            await pilot.press("escape")

            assert screen.actors.like == ""
            assert screen.narrowed == "a3"

    @pytest.mark.parametrize(
        ("typed", "row", "lines"),
        [
            ("okafr", "a3", ["Ada [Okaf]o[r]", "President · Norvik"]),
            ("norvik pres", "a3", ["Ada Okafor", "[Pres]ident · [Norvik]"]),
            ("republic of s", "a2", ["Sella", "also [Republic] [of] [S]ella"]),
        ],
    )
    async def test_the_letters_that_fit_are_lit(
        self, app: BriefingApp, typed: str, row: str, lines: list[str]
    ) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.press("1", "f")
            screen.find_bar.field.value = typed
            await pilot.pause()

            assert screen.actors.row_id == row
            shown = ["".join(map(marked, line.left)) for line in screen.actors._model.rows[0].lines]
            assert shown == lines

    @pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
    async def test_hostile_words_can_be_looked_for(self, app: BriefingApp, words: str) -> None:
        async with app.run_test(size=(100, 30)) as pilot:
            screen = await started(pilot)
            for pane in "41":
                await pilot.press(pane, "f")
                screen.find_bar.field.value = words
                await pilot.pause()
                await pilot.press("enter", "escape")

            assert app.is_running


class TestJumping:
    @pytest.mark.parametrize("count", [0, 1, 26, 27, 51, 200, 676])
    def test_labels_begin_no_other_label(self, count: int) -> None:
        given = labels(count)

        assert len(set(given)) == count
        assert not [one for one in given if any(one != o and o.startswith(one) for o in given)]

    def test_there_are_never_more_labels_than_pairs_of_letters(self) -> None:
        assert len(labels(10_000)) == len(LETTERS) ** 2

    async def test_a_letter_leads_to_its_row_in_any_pane(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.press("ctrl+o")
            assert list(screen.positions.labels.values())[:2] == ["a", "s"]
            label = list(screen.actors.labels.values())[1]
            await pilot.press(*label)

            assert (screen.pane, screen.actors.row_id) == ("actors", "a1")
            assert not screen.positions.labels

    async def test_any_other_key_ends_it(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.press("ctrl+o", "escape", "j")

            assert screen.positions.row_id == "p3"


class TestSizes:
    async def test_panes_grow_and_shrink_and_become_usual_again(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            usual = screen.positions.size.width
            await pilot.press("greater_than_sign")
            assert screen.positions.size.width > usual
            await pilot.press("1", "plus", "plus")
            assert screen.actors.size.height > 25
            await pilot.press("equals_sign")
            assert screen.positions.size.width == usual
            assert screen.sizes == {}

    async def test_sizes_mean_nothing_where_one_pane_is_shown(self, app: BriefingApp) -> None:
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.press("1", *["greater_than_sign"] * 20, "z")
            await pilot.pause()
            assert screen.actors.outer_size.width == 160
            await pilot.press("z")
            await pilot.resize_terminal(60, 20)
            await pilot.pause()

            assert screen.actors.outer_size.width == 60


class TestViews:
    async def test_pane_3_shows_what_else_was_found(self, make_app: AppMaker) -> None:
        app = make_app(briefing=with_circumstances())
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            await pilot.press("3")
            seen = []
            for _ in VIEWS:
                await pilot.press("right_square_bracket")
                seen.append((screen.view, screen.questions.row_id))

            assert dict(seen)["events"] == "e1"
            assert dict(seen)["numbers"] == "n1"
            assert dict(seen)["places"] == "l1"
            assert seen[-1][0] == "questions"

    async def test_rows_and_sentences_lead_to_each_other(self, make_app: AppMaker) -> None:
        app = make_app(briefing=with_circumstances())
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            screen.view = "events"
            await pilot.press("3", "down")
            assert screen.evidence.sentences == (article.SENTENCES[13],)
            await pilot.press("enter")
            assert "e2" in screen.questions.linked

    async def test_narrowed_to_an_actor_only_its_own_are_shown(self, make_app: AppMaker) -> None:
        app = make_app(briefing=with_circumstances())
        async with app.run_test(size=(160, 45)) as pilot:
            screen = await started(pilot)
            screen.view = "events"
            screen.narrow_to("a1")
            await pilot.pause()

            assert screen.questions.has("e1")
            assert not screen.questions.has("e2")
