"""When topics of different briefings are one issue."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.library.topics import is_shared, issue_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("port lease", "The port leases"),
        ("release of the prisoners", "prisoner releases"),
        ("new talks", "talks"),
        ("Harbour-Dues", "its harbour dues"),
        ("ferry companies", "ferry company"),
        ("Łódź’s ferries", "Lodz ferries"),
    ],
)
def test_one_issue(one: str, other: str) -> None:
    assert issue_key(one) == issue_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("truce", "ceasefire"),
        ("port lease", "ferry lease"),
        ("port lease", "lease"),
        ("news", "new"),
        ("gas", "ga"),
    ],
)
def test_two_issues(one: str, other: str) -> None:
    assert issue_key(one) != issue_key(other)


@pytest.mark.parametrize(
    ("topic", "shared"),
    [
        ("plan", False),
        ("the plans", False),
        ("harbour plan", True),
        ("ceasefire", True),
        ("", False),
    ],
)
def test_what_names_the_same_matter_in_other_briefings(topic: str, shared: bool) -> None:
    assert is_shared(issue_key(topic)) is shared


def test_no_topic_no_issue() -> None:
    assert issue_key("") == issue_key(" … ") == ""


@given(st.text(max_size=60))
def test_a_key_is_one_line_of_folded_words(topic: str) -> None:
    key = issue_key(topic)
    assert key == " ".join(key.split())
    assert key.isascii()
