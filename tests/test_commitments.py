"""A briefing in, its commitments out: a view over positions, made by hand here."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from hypothesis import given, settings

from briefings.briefing import (
    Actor,
    ActorType,
    Briefing,
    Directness,
    Mention,
    MentionKind,
    Position,
    Role,
    Stance,
    Strength,
)
from briefings.commitments import Commitment, commitments, conditions
from briefings.document import Document
from briefings.events import Time, TimeKind
from tests.library.strategies import analysed
from tests.words import only_span_in

TEXT = (
    "Minister Lind promised that Norrland would send boats to Varda by May if the ice melts. "
    "He offered his help. Varda ruled out war. "
    "Envoy Ruiz told of Varda's pledge of grain and its support for the port."
)


at = partial(only_span_in, TEXT)


FIRST = at(
    "Minister Lind promised that Norrland would send boats to Varda by May if the ice melts."
)
LAST = at("Envoy Ruiz told of Varda's pledge of grain and its support for the port.")
LIND = Actor(
    "a1",
    "Lind",
    ActorType.PERSON,
    (Mention(at("Lind"), MentionKind.NAMED), Mention(at("his"), MentionKind.PRONOUN)),
    roles=(Role("Minister", at("Minister"), state="Norrland"),),
)
NORRLAND = Actor("a2", "Norrland", ActorType.STATE, (Mention(at("Norrland"), MentionKind.NAMED),))
VARDA = Actor("a3", "Varda", ActorType.STATE, ())
RUIZ = Actor("a4", "Ruiz", ActorType.PERSON, (Mention(at("Ruiz"), MentionKind.NAMED),))
MAY = Time(at("May"), TimeKind.DATE)

BOATS = Position(
    "p1",
    holders=("a1",),
    sources=("a1",),
    stance=Stance.COMMITS,
    strength=Strength.CONDITIONAL,
    directness=Directness.INDIRECT,
    source=(at("Lind"),),
    cue=(at("promised"),),
    content=(at("that Norrland would send boats to Varda by May if the ice melts"),),
    condition=at("if the ice melts"),
    sentence=FIRST,
    topic="boats",
    targets=("a2", "a3"),
)
HELP = replace(
    BOATS,
    id="p2",
    strength=Strength.FIRM,
    cue=(at("offered"),),
    content=(at("his help"),),
    condition=None,
    sentence=at("He offered his help."),
    targets=(),
)
NO_WAR = replace(
    HELP,
    id="p3",
    holders=("a3",),
    sources=("a3",),
    stance=Stance.REFUSES,
    content=(at("war"),),
    sentence=at("Varda ruled out war."),
)
GRAIN = replace(
    HELP,
    id="p4",
    holders=("a3",),
    sources=("a4",),
    cue=(at("pledge"),),
    content=(at("of grain"),),
    sentence=LAST,
)
PORT = replace(
    GRAIN,
    id="p5",
    stance=Stance.SUPPORTS,
    cue=(at("support for"),),
    content=(at("the port"),),
)


def briefed(*positions: Position, times: tuple[Time, ...] = (MAY,)) -> Briefing:
    actors = (LIND, NORRLAND, VARDA, RUIZ)
    return Briefing("0", "by hand", actors=actors, positions=positions, times=times)


def only(*positions: Position) -> Commitment:
    (found,) = commitments(briefed(*positions))
    return found


def test_a_minister_binds_the_state_in_whose_name_he_speaks() -> None:
    assert only(BOATS).bearers == ("a1", "a2")


def test_his_own_doing_binds_him_alone() -> None:
    assert only(HELP).bearers == ("a1",)


def test_who_has_left_office_binds_no_state() -> None:
    former = replace(LIND, roles=(replace(LIND.roles[0], title="former Minister"),))
    briefing = replace(briefed(BOATS), actors=(former, NORRLAND, VARDA))
    assert commitments(briefing)[0].bearers == ("a1",)


def test_to_whom_under_which_condition_and_by_when() -> None:
    found = only(BOATS)
    assert found.beneficiaries == ("a3",)
    assert found.condition == at("if the ice melts")
    assert found.due == MAY
    assert found.strength is Strength.CONDITIONAL


def test_when_it_was_said_is_no_deadline() -> None:
    outside = Time(at("Minister"), TimeKind.DATE)
    assert commitments(briefed(BOATS, times=(outside,)))[0].due is None


def test_a_duration_is_no_deadline() -> None:
    assert commitments(briefed(BOATS, times=(replace(MAY, kind=TimeKind.DURATION),)))[0].due is None


def test_what_is_ruled_out_is_a_refusal() -> None:
    assert only(NO_WAR).is_refusal


def test_second_hand_it_says_who_told_so() -> None:
    found = only(GRAIN)
    assert (found.bearers, found.sources) == (("a3",), ("a4",))


def test_support_told_along_with_a_promise_is_promised_too() -> None:
    grain, port = commitments(briefed(GRAIN, PORT))
    assert grain.position == "p4"
    assert port.content == (at("support for the port"),)
    assert commitments(briefed(PORT)) == ()


def test_a_condition_that_the_same_holder_adds_belongs_to_the_promise() -> None:
    condition = replace(
        BOATS, id="p9", stance=Stance.CONDITIONS, content=(BOATS.condition or FIRST,)
    )
    promise = replace(BOATS, condition=None, strength=Strength.TENTATIVE)
    found = only(promise, condition)
    assert found.condition == at("if the ice melts")
    assert found.strength is Strength.TENTATIVE
    assert conditions(briefed(promise, condition)) == ()


def test_other_conditions_stand_apart() -> None:
    warning = replace(BOATS, id="p9", stance=Stance.WARNS)
    assert conditions(briefed(warning)) == (warning,)
    assert commitments(briefed(warning)) == ()


def test_after_a_correction_the_new_stance_and_holder_count() -> None:
    assert commitments(briefed(replace(BOATS, stance=Stance.STATES))) == ()
    assert only(replace(NO_WAR, holders=("a4",))).bearers == ("a4",)
    assert commitments(briefed(replace(BOATS, is_stand=False))) == ()


@given(analysed())
@settings(deadline=None)
def test_any_briefing_has_its_commitments(pair: tuple[Document, Briefing]) -> None:
    _, briefing = pair
    known = {position.id for position in briefing.stands}
    for found in commitments(briefing):
        assert found.position in known
        assert not set(found.beneficiaries) & set(found.bearers)
    assert all(position.condition is not None for position in conditions(briefing))
