"""What holds for any text whatever."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.analysis.parsing import Parse
from briefings.analysis.questions import LONGEST_SENTENCE, find_questions
from briefings.analysis.questions.clauses import MAX_LENGTH
from briefings.analysis.resolution import Resolution

PIECES = [
    "It is unclear whether", "if", "the mayor", "should", "“", "”", "(", ")", "Ruiz", "will",
    "has yet to", "decide", "who", "might have", "denied", "that", "the port", "on Monday", "?",
    ".", ",", "not", "raise doubts about", "they", "his", "-", "—", "\n\n", "[/b]", "\x1b[31m",
    "{}", "{0}", "%s", "is expected to", "opposes", "talks", "continue", "unless", "😀", "’s",
]  # fmt: skip


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=40))
def test_every_question_points_into_the_text(
    parsed: Callable[[str], Parse], pieces: list[str]
) -> None:
    text = " ".join(pieces)
    parse = parsed(text)
    questions = find_questions(parse, Resolution([]), ())

    assert [q.id for q in questions] == [f"q{n}" for n in range(1, len(questions) + 1)]
    for question in questions:
        assert question.sentence in parse.sentences
        assert 0 <= question.cue.start < question.cue.end <= len(text)
        assert question.text.endswith("?")
        assert len(question.text) <= MAX_LENGTH
        assert question.text.isprintable()
        assert question.topic.isprintable()
    assert [q.cue.start for q in questions] == sorted(q.cue.start for q in questions)


def test_a_sentence_without_end_is_passed_over(parsed: Callable[[str], Parse]) -> None:
    text = "The sale is " + "signed and " * (LONGEST_SENTENCE // 2) + "done if the bank fails."
    news = "It is unclear whether the mayor knew."
    parse = parsed(f"{text}\n\n{news}")

    questions = find_questions(parse, Resolution([]), ())

    longest = max(parse.doc.sents, key=len)
    assert len(longest) > LONGEST_SENTENCE
    assert [q.text for q in questions if q.cue.start >= longest.end_char] == ["Did the mayor know?"]
    assert not any(q.cue.start < longest.end_char for q in questions)


def test_an_empty_document_leaves_nothing_open(parsed: Callable[[str], Parse]) -> None:
    assert find_questions(parsed(""), Resolution([]), ()) == ()
