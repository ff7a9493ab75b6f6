"""What the panes show of a briefing: their rows, as pure functions of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from briefings.briefing import Position
from briefings.document import Span
from tests.tui import article
from tui.panes import evidence as lit
from tui.panes.actors import actor_rows, salience_bar, signs
from tui.panes.facts import described
from tui.panes.header import BriefingHeader, facts
from tui.panes.opened import Opened
from tui.panes.positions import Order, content_spans, position_row, position_rows
from tui.panes.questions import question_rows
from tui.panes.quotation import cited
from tui.widgets.rows import Row, laid_out

OPENED = Opened(article.document(), article.briefing())
WIDTH = 60


def shown(row: Row, width: int = WIDTH) -> list[str]:
    lines = laid_out(row.lines, width)
    return ["".join(piece.text for piece in pieces).rstrip() for pieces in lines]


def headings(rows: Sequence[Row]) -> list[str]:
    titles = [shown(row)[0].split(" ─")[0] for row in rows if row.is_heading]
    return [title for title in titles if title]


def position(identity: str) -> Position:
    return OPENED.positions[identity]


class TestActors:
    def test_a_row_says_who_what_how_salient_and_where_they_stand(self) -> None:
        rows = actor_rows(OPENED)

        assert shown(rows[0], 38) == [
            "Ada Okafor                    ━━━━━━━━",
            " President · Norvik              + − +",
        ]
        assert shown(rows[3], 38)[1] == " state · also Republic of Sella      +"

    def test_a_place_without_a_stand_is_no_actor(self) -> None:
        assert "Lindholm" not in [shown(row)[0].split("  ")[0] for row in actor_rows(OPENED)]

    def test_the_actor_that_all_is_narrowed_to_is_told_in_words(self) -> None:
        assert "narrowed" in shown(actor_rows(OPENED, "a4")[2])[0]

    @pytest.mark.parametrize(
        ("salience", "bar"),
        [(1.0, "━" * 8), (0.5, "━━━━"), (0.18, "╺━"), (0.0, "╺"), (7.0, "━" * 8)],
    )
    def test_bars_grow_by_half_cells(self, salience: float, bar: str) -> None:
        assert salience_bar(salience) == bar

    def test_many_stances_are_counted(self) -> None:
        pieces = signs([position("p2"), position("p3"), position("p9")] * 4)

        assert "".join(piece.text for piece in pieces) == "+4 −4 ·4"

    def test_descriptions_are_the_text_s_own(self) -> None:
        known = OPENED.actors

        assert described(known["a6"]) == "government · Karst"
        assert described(known["a11"]) == "fisheries minister"
        assert described(known["a12"]) == "group"


class TestPositions:
    def test_a_row_says_stance_holder_content_and_condition(self) -> None:
        assert shown(position_row(OPENED, position("p2"))) == [
            "+ commits    Ada Okafor                                   ¶2",
            "  to open the northern harbour to grain ships",
            "  ↳ provided that insurers lower their rates",
        ]

    def test_who_told_it_stands_behind_an_arrow_if_it_is_second_hand(self) -> None:
        assert shown(position_row(OPENED, position("p4")))[0].startswith(
            "+ supports   Ada Okafor  ←\u00a0Ruiz"
        )

    def test_no_line_ends_with_the_arrow_before_who_told_it(self) -> None:
        row = position_row(OPENED, position("p4"))

        for width in range(24, 60):
            assert not any(line.endswith("←") for line in shown(row, width))

    def test_for_whom_somebody_speaks_is_told(self) -> None:
        spoken = replace(position("p8"), on_behalf_of=("a6",))

        assert "Tomas Brandt  for Karst foreign ministry" in shown(position_row(OPENED, spoken))[0]

    def test_a_tentative_stance_has_a_mark_and_the_word(self) -> None:
        first = shown(position_row(OPENED, position("p10")))[0]

        assert first.startswith("+ commits ~  Halden Shipping")
        assert first.endswith("tentative  ¶5")

    def test_a_condition_is_not_told_twice(self) -> None:
        spans = content_spans(OPENED, position("p1"))

        assert [OPENED.words(span) for span in spans] == [
            "they would send patrol boats to the Ambra Strait"
        ]

    def test_a_condition_that_is_all_that_is_said_stands_alone(self) -> None:
        condition = position("p2").condition
        assert condition is not None
        only = replace(position("p2"), content=(condition,))

        assert [line.strip()[:1] for line in shown(position_row(OPENED, only))] == ["+", "↳"]

    def test_interrupted_content_has_an_ellipsis(self) -> None:
        words = article.TEXT.index("to open"), article.TEXT.index("to grain")
        parts = (Span(words[0], words[0] + 7), Span(words[1], words[1] + 14))
        broken = replace(position("p2"), content=parts, condition=None)

        assert shown(position_row(OPENED, broken))[1] == "  to open … to grain ships"

    def test_without_content_the_cue_is_shown(self) -> None:
        bare = replace(position("p3"), content=())

        assert shown(position_row(OPENED, bare))[1] == "  she said"

    def test_topics_of_several_positions_come_by_size_and_the_others_last(self) -> None:
        assert headings(position_rows(OPENED)) == [
            "free passage",
            "the patrols",
            "insurance",
            "the tolls",
            "other topics",
        ]

    def test_a_topic_of_one_position_is_told_beside_it(self) -> None:
        alone = replace(article.briefing(), positions=(position("p1"), position("p9")))
        rows = position_rows(Opened(article.document(), alone))

        assert headings(rows) == []
        assert shown(rows[0])[0] == "+ commits    Norvik, Sella                   the patrols  ¶1"

    def test_several_holders_have_short_names(self) -> None:
        both = replace(position("p2"), holders=("a3", "a4"))

        assert shown(position_row(OPENED, both))[0].startswith("+ commits    Okafor, Ruiz ")

    @pytest.mark.parametrize(
        ("order", "first"),
        [
            (Order.ACTOR, ["Ada Okafor", "Norvik, Sella", "Milan Ruiz"]),
            (Order.STANCE, ["+ commits", "+ supports", "+ concedes"]),
            (Order.TEXT, []),
        ],
    )
    def test_other_orders_have_other_headings(self, order: Order, first: list[str]) -> None:
        assert headings(position_rows(OPENED, order))[:3] == first

    def test_every_order_shows_every_position_once(self) -> None:
        for order in Order:
            ids = [row.id for row in position_rows(OPENED, order) if row.id]
            assert sorted(ids) == sorted(OPENED.positions)

    def test_narrowed_to_an_actor_second_hand_reports_stay(self) -> None:
        ids = [row.id for row in position_rows(OPENED, Order.TEXT, "a4")]

        assert ids == ["p4", "p5"]

    def test_the_orders_are_a_cycle(self) -> None:
        assert Order.TOPIC.following.following.following.following is Order.TOPIC


class TestQuestions:
    def test_a_row_asks_says_why_it_is_open_and_who_can_settle_it(self) -> None:
        assert shown(question_rows(OPENED)[4]) == [
            "○ How will the tolls be settled?",
            "  disputed  Varga · Harbour workers’ union                ¶6",
        ]

    def test_a_long_question_wraps(self) -> None:
        assert shown(question_rows(OPENED)[3], 36)[:2] == [
            "○ Will Halden Shipping reroute its",
            "  fleet around Cape Ivo?",
        ]

    def test_narrowed_are_the_resolvers_and_who_is_mentioned_there(self) -> None:
        assert [row.id for row in question_rows(OPENED, "a2")] == ["q1"]
        assert [row.id for row in question_rows(OPENED, "a3")] == ["q2"]


class TestEvidence:
    def test_a_position_lights_its_parts_and_links_its_actors_and_questions(self) -> None:
        found = lit.of_position(position("p2"), article.briefing())

        assert OPENED.words(*found.cue) == "promised"
        assert OPENED.words(*found.condition) == "provided that insurers lower their rates"
        assert found.linked == {"a3", "q2"}

    def test_a_sentence_leads_to_what_it_gave(self) -> None:
        sentence = position("p1").sentence

        assert lit.findings(sentence, article.briefing()) == ("p1", "q1")
        assert lit.of_sentence(sentence, article.briefing()).linked == {"p1", "q1", "a1", "a2"}

    def test_an_actor_lights_every_mention(self) -> None:
        found = lit.of_actor(OPENED.actors["a3"], article.briefing())

        assert [OPENED.words(span) for span in found.mentions][2] == "she"
        assert {"p2", "p3", "p4"} <= found.linked


class TestFacts:
    def test_the_facts_give_way_to_a_narrow_screen_the_counts_last(self) -> None:
        assert facts(OPENED, 100) == (
            "2031-03-11 · The Lindholm Gazette · 219 words · "
            "12 actors · 12 positions · 6 open questions"
        )
        assert facts(OPENED, 40) == "2031-03-11 · 12 actors · 12 positions"
        assert facts(OPENED, 9) == ""
        assert facts(OPENED, 60) == "2031-03-11 · 12 actors · 12 positions · 6 open questions"

    def test_what_all_is_narrowed_to_goes_before_the_facts(self) -> None:
        header = BriefingHeader()
        header.set_reactive(BriefingHeader.opened, OPENED)
        header.set_reactive(BriefingHeader.narrowed, "a6")

        lines = ["".join(p.text for p in line.left) for line in header.lines(58)]
        assert lines[1] == "2031-03-11   narrowed to Karst foreign ministry"

    def test_an_undated_document_is_called_so(self) -> None:
        undated = replace(article.document(), published=None)

        assert facts(Opened(undated), 80).startswith("undated · ")

    def test_a_quotation_says_where_it_is_from(self) -> None:
        assert cited(OPENED, article.SENTENCES[6]) == (
            "“Whether Karst will do so is unclear.” (Norvik and Sella Agree to Patrol the Ambra "
            "Strait While Toll Talks Stall, The Lindholm Gazette, 2031-03-11, ¶3)"
        )
