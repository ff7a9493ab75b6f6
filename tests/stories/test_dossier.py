"""What all briefings together say of an actor."""

from __future__ import annotations

from briefings.briefing import Family
from briefings.corrections import Anchors, QuestionStatus, SetQuestionStatus, SetTopic
from briefings.library import Library
from briefings.stories import ChangeKind, Dossier, Issue, dossier
from tests.stories.told import DOUBTS_TOLD, REFUSAL_TOLD, SIGNED_TOLD, TURN_TOLD, UNDATED_TOLD


def of(library: Library, key: str) -> Dossier:
    found = dossier(library, key)
    assert found is not None
    return found


def issue(found: Dossier, label: str) -> Issue:
    return next(one for one in found.issues if one.label == label)


def test_nobody_of_that_name(library: Library) -> None:
    assert dossier(library, "person:nobody") is None


def test_roles_as_the_texts_give_them_the_latest_first(library: Library) -> None:
    roles = of(library, "person:petra lindqvist").roles
    assert [(role.label, role.first.briefing, role.last.briefing) for role in roles] == [
        ("Prime Minister", TURN_TOLD[0].id, TURN_TOLD[0].id),
        ("Foreign Minister", REFUSAL_TOLD[0].id, REFUSAL_TOLD[0].id),
    ]


def test_from_the_first_to_the_last_dated_appearance(library: Library) -> None:
    found = of(library, "person:petra lindqvist")
    assert found.first is not None
    assert found.last is not None
    assert (found.first.briefing, found.last.briefing) == (REFUSAL_TOLD[0].id, SIGNED_TOLD[0].id)
    assert found.actor.briefings == 4


def test_positions_by_issue_in_time_whatever_the_topic_is_called(library: Library) -> None:
    found = of(library, "territory:orland")
    [lease] = found.issues
    assert lease.key == "port lease"
    said = [(one.label, one.strength, one.text, one.condition, one.sources, one.published)
            for one in lease.positions]  # fmt: skip
    assert said == [
        ("refuses", "firm", "the lease of Halden port", "", (), REFUSAL_TOLD[0].published),
        (
            "concedes",
            "conditional",
            "the lease of the port",
            "if the dues were doubled",
            ("Petra Lindqvist",),
            TURN_TOLD[0].published,
        ),
    ]
    assert (found.positions, found.shown) == (2, 2)


def test_what_is_undated_comes_last(library: Library) -> None:
    found = of(library, "person:petra lindqvist")
    assert [one.label for one in found.issues] == ["port lease", "harbour dues"]
    assert issue(found, "harbour dues").positions[0].briefing == UNDATED_TOLD[0].id


def test_a_stance_that_turned(library: Library) -> None:
    [lease] = of(library, "territory:orland").issues
    [change] = lease.changes
    assert change.kind is ChangeKind.TURNED
    assert change.before.passage.startswith("Foreign Minister Petra Lindqvist said")
    assert change.after.passage.startswith("Prime Minister Petra Lindqvist said")


def test_who_stands_with_an_actor_and_who_against(library: Library) -> None:
    union = issue(of(library, "body:harbour union"), "lease of the port")
    assert union.side is Family.AGAINST
    assert union.with_them == ()
    against = {side.name: side for side in union.against_them}
    assert set(against) == {"Maravia", "Ivo Marek", "Orland", "Petra Lindqvist"}
    # It refused, and then gave way: the newest position counts, and that there were others.
    assert against["Orland"].is_mixed
    assert (against["Orland"].family, against["Orland"].last) == (Family.FOR, "2031-04-02")
    assert not against["Maravia"].is_mixed


def test_the_sentence_behind_a_side(library: Library) -> None:
    union = issue(of(library, "body:harbour union"), "lease of the port")
    [maravia] = [side for side in union.against_them if side.name == "Maravia"]
    item = library.threads.item(maravia.newest)
    assert item is not None
    assert item.passage == "Maravia backs leasing the port."
    assert library.threads.item(1) is None


def test_who_asks_or_says_takes_no_side(library: Library) -> None:
    dues = issue(of(library, "territory:maravia"), "harbour dues")
    assert dues.side is None
    assert dues.with_them == dues.against_them == ()
    assert [side.name for side in dues.sides] == ["Petra Lindqvist"]


def test_questions_that_wait_for_an_actor_open_ones_first(library: Library) -> None:
    document, briefing = REFUSAL_TOLD
    anchor = Anchors(document, briefing).question("q1")
    library.journal.record(document.id, SetQuestionStatus(anchor, QuestionStatus.NARROWED))
    questions = of(library, "territory:orland").questions
    assert [(row.item.text, row.status.value) for row in questions] == [
        ("Will a vote be called?", "open"),
        ("Will Orland hold a referendum?", "narrowed"),
    ]


def test_ties_from_both_sides(library: Library) -> None:
    [envoy] = of(library, "person:ivo marek").ties
    assert (envoy.label, envoy.is_subject, envoy.name, envoy.other) == (
        "envoy", True, "Maravia", "territory:maravia",
    )  # fmt: skip
    assert envoy.briefing == DOUBTS_TOLD[0].id
    [has_envoy] = of(library, "territory:maravia").ties
    assert (has_envoy.is_subject, has_envoy.name) == (False, "Ivo Marek")


def test_only_the_newest_positions_of_many(library: Library) -> None:
    found = dossier(library, "territory:orland", most=1)
    assert found is not None
    assert (found.positions, found.shown) == (2, 1)
    assert found.issues[0].positions[0].label == "concedes"


def test_the_reader_brings_topics_together(library: Library) -> None:
    document, briefing = DOUBTS_TOLD
    anchor = Anchors(document, briefing).position("p1")
    library.journal.record(document.id, SetTopic(anchor, "Port leases"))
    assert [one.label for one in of(library, "territory:maravia").issues] == ["Port leases"]


def test_what_is_general_is_another_matter_in_each_briefing(library: Library) -> None:
    for document, briefing in (REFUSAL_TOLD, TURN_TOLD):
        lease = Anchors(document, briefing).position("p1")
        library.journal.record(document.id, SetTopic(lease, "plans"))
    issues = of(library, "territory:orland").issues
    assert [(one.label, len(one.positions), one.sides, one.changes) for one in issues] == [
        ("plans", 1, (), ()),
        ("plans", 1, (), ()),
    ]
