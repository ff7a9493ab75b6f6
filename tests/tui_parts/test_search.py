"""The search for actors alone, as a reader uses it: keys and mouse in, a hit out."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from briefings.briefing import Actor, ActorType, Briefing, Mention, MentionKind, Role
from briefings.document import Span
from tests.tui_parts.stage import HOSTILE, KNOWN, Stage, known, seen
from tui.catalogue import Catalogue
from tui.screens.search import SearchScreen
from tui.screens.searching.answer import Chosen
from tui.screens.searching.answering import ALL_ACTORS
from tui.screens.searching.rows import Hits

HERE = (Mention(Span(0, 4), MentionKind.NAMED),)
OPENED = Briefing(
    "",
    "by hand",
    actors=(
        Actor(
            "a1",
            "Dana Okafor",
            ActorType.PERSON,
            HERE,
            roles=(Role("Prime Minister", Span(0, 4), state="Norland"),),
            state="Norland",
        ),
        Actor("a2", "Veld", ActorType.STATE, HERE),
    ),
)


def stage() -> Stage:
    return Stage(SearchScreen(Catalogue.of(OPENED, KNOWN)))


def typed(app: Stage, text: str) -> None:
    app.dialog.query_one(Input).value = text


def listed(app: Stage) -> list[str]:
    """The lines of the list, without bars and empty lines."""
    region = app.dialog.query_one(Hits).region
    rows = [line[region.x : region.right] for line in seen(app)[region.y : region.bottom]]
    return [row.strip("▌ ") for row in rows if row.strip()]


def key(app: Stage) -> str:
    """The key of the actor that was chosen."""
    assert isinstance(app.result, Chosen)
    return app.result.found.key


def found(app: Stage) -> list[str]:
    """The rows of the list without headings."""
    return [row for row in listed(app) if "──" not in row]


async def test_without_a_query_whoever_is_here_and_prominent_comes_first() -> None:
    app = stage()

    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.pause()
        rows = found(app)

    assert [row.split("  ")[0] for row in rows[:4]] == [
        "Dana Okafor",
        "Veld",
        "Norland",
        "Mikhail Zorin",
    ]
    assert rows[0].endswith("here 6 briefings")


async def test_results_follow_every_letter() -> None:
    app = stage()

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"calowa")
        await pilot.pause()
        rows = found(app)

    assert rows[0].startswith("Ines Calloway  Foreign Minister · Norland")


async def test_enter_gives_the_actor() -> None:
    app = stage()

    async with app.run_test() as pilot:
        typed(app, "zorin")
        await pilot.pause()
        await pilot.press("enter")

    assert key(app) == "person:mikhail zorin"


@pytest.mark.parametrize(
    ("keys", "result"),
    [
        (["down", "down"], "territory:norland"),
        (["ctrl+n", "ctrl+n", "ctrl+p"], "territory:veld"),
        (["down", "up"], "person:dana okafor"),
    ],
)
async def test_the_cursor_moves_while_the_reader_could_type(keys: list[str], result: str) -> None:
    app = stage()

    async with app.run_test() as pilot:
        await pilot.press(*keys, "enter")

    assert key(app) == result


async def test_enter_never_overtakes_the_letters_before_it() -> None:
    app = stage()

    async with app.run_test() as pilot:
        await pilot.pause()
        for one in [*"zorin", "enter"]:
            app.simulate_key(one)
        await pilot.pause()
        await pilot.pause()

    assert key(app) == "person:mikhail zorin"


async def test_what_is_typed_before_the_actors_are_known_is_answered_then() -> None:
    screen = SearchScreen()
    app = Stage(screen)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"zorin", "enter")
        assert listed(app)[0] == "Gathering the actors …"
        assert screen.is_current
        screen.catalogue = Catalogue.of(None, KNOWN)
        await pilot.pause()

    assert key(app) == "person:mikhail zorin"


async def test_typing_on_takes_back_an_early_enter() -> None:
    screen = SearchScreen()
    app = Stage(screen)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"ve", "enter", "l")
        screen.catalogue = Catalogue.of(None, KNOWN)
        await pilot.pause()

        assert app.result == "still open"
        assert found(app)[0].startswith("Veld")


async def test_actors_gathered_after_the_search_was_closed_change_nothing() -> None:
    screen = SearchScreen()
    app = Stage(screen)

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "escape")
        screen.catalogue = Catalogue.of(None, KNOWN)
        await pilot.pause()

    assert app.result is None


async def test_after_a_click_in_the_list_one_can_type_on() -> None:
    app = stage()

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.click(Hits, offset=(5, 3))
        await pilot.press(*"zorin")
        await pilot.pause()

        assert found(app)[0].startswith("Mikhail Zorin")


async def test_a_double_click_goes_there() -> None:
    app = stage()

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.click(Hits, offset=(5, 2), times=2)
        await pilot.pause()

    assert key(app) == "territory:veld"


async def test_the_letters_that_fit_are_lit() -> None:
    app = stage()

    async with app.run_test(size=(120, 40)) as pilot:
        typed(app, "okaf")
        await pilot.pause()
        lit = [
            segment.text
            for segment in app.dialog.query_one(Hits).render_line(1)
            if segment.style and segment.style.underline
        ]

    assert lit == ["Okaf"]


async def test_a_row_found_by_another_name_shows_both() -> None:
    app = stage()

    async with app.run_test(size=(120, 40)) as pilot:
        typed(app, "norlanders")
        await pilot.pause()

        assert found(app)[0].startswith("Norland  Norlanders  state")


async def test_nothing_found_is_said() -> None:
    app = stage()

    async with app.run_test(size=(60, 20)) as pilot:
        typed(app, "zzzz9999")
        await pilot.pause()
        rows = listed(app)
        await pilot.press("enter")

    assert rows[0] == "Nothing found"
    assert "“zzzz9999”" in " ".join(rows)
    assert app.result == "still open"


async def test_an_empty_library_says_what_to_do() -> None:
    app = Stage(SearchScreen(Catalogue.of(None, ())))

    async with app.run_test() as pilot:
        await pilot.pause()

        assert listed(app)[0] == "Nothing yet"


async def test_a_long_answer_is_a_page_that_can_be_made_longer() -> None:
    many = [known(f"Ada Number{number}", number) for number in range(3_000)]
    app = Stage(SearchScreen(Catalogue.of(None, many)))

    async with app.run_test() as pilot:
        await pilot.pause()
        hits = app.dialog.query_one(Hits)
        first = len(hits._model.rows)
        hits.action_move("last")
        last = hits.row_id
        await pilot.press("enter")
        await pilot.pause()

        assert first == ALL_ACTORS + 2
        assert last == "more:actors"
        assert len(hits._model.rows) > first
        assert hits.row_id == "more:actors"
        assert app.result == "still open"


async def test_what_fits_much_worse_stands_below_a_line() -> None:
    actors = [known("Emmanuel Macron", 30), known("Sanna Marin", 20), known("Mel Acorn", 3)]
    app = Stage(SearchScreen(Catalogue.of(None, actors)))

    async with app.run_test(size=(120, 40)) as pilot:
        typed(app, "makron")
        await pilot.pause()
        rows = listed(app)

    assert rows[1].startswith("Emmanuel Macron")
    if len(rows) > 2:
        assert rows[2].startswith("approximate ─")


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_names_and_roles_are_words(text: str) -> None:
    actor = known(text, 3, type=ActorType.PERSON, role=text, state=text, aliases=(text,))
    app = Stage(SearchScreen(Catalogue.of(None, [actor, known("Dana Okafor", 1)])))

    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        lines = seen(app)
        typed(app, text)
        await pilot.pause()
        lines += seen(app)

        assert app.is_running
        assert not any("\x1b" in line or "\u202e" in line for line in lines)
