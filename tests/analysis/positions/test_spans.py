"""Every position shows the words that it comes from."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.briefing import Briefing, HedgeKind, Stance
from briefings.document import Span

from .rows import only

Analysed = Callable[[str], Briefing]

WORDS = [
    "Ana Ruiz", "Norway", "the tax", "said", "that", "will", "not", "rejected", "if", "“", "”",
    ",", ".", "told", "it", "“We will win,”", "her promise to", "was expected to", "\n", "by",
    "according to", "and", "who", "warned", "should", "talks", "fail",
]  # fmt: skip


def spans(briefing: Briefing) -> list[Span]:
    found: list[Span] = []
    for position in briefing.positions:
        found += [*position.source, *position.cue, *position.content, position.sentence]
        found += [hedge.span for hedge in position.hedges]
        found += [position.condition] if position.condition else []
    return found


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_any_words_at_all_give_spans_of_the_text(analysed: Analysed, words: list[str]) -> None:
    text = " ".join(words)
    briefing = analysed(text)

    assert all(0 <= span.start < span.end <= len(text) for span in spans(briefing))
    assert all(0 <= p.confidence <= 1 for p in briefing.positions)
    assert [p.id for p in briefing.positions] == [
        f"p{number}" for number in range(1, len(briefing.positions) + 1)
    ]


def test_source_cue_and_content_are_marked_apart(analysed: Analysed) -> None:
    text = "Ana Ruiz, 41, a nurse from Leeds, has repeatedly called for talks."
    position = only(analysed(text), Stance.DEMANDS)

    assert position.source[0].of(text).startswith("Ana Ruiz, 41, a nurse from Leeds")
    assert position.cue[0].of(text) == "has repeatedly called for"
    assert position.content[0].of(text) == "talks"


def test_words_that_weaken_it_are_marked(analysed: Analysed) -> None:
    text = "Ana Ruiz said Norway might reportedly join the treaty."
    (position,) = analysed(text).stands

    assert {(h.span.of(text), h.kind) for h in position.hedges} == {
        ("might", HedgeKind.EPISTEMIC),
        ("reportedly", HedgeKind.EVIDENTIAL),
    }


def test_those_it_is_directed_at_are_targets(analysed: Analysed) -> None:
    briefing = analysed("Ana Ruiz urged Norway to sign the treaty.")
    (position,) = briefing.stands

    assert [briefing.actor(identity).name for identity in position.targets] == ["Norway"]
