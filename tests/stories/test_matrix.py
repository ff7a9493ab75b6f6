"""Who stands where on which issue, in one briefing and in several."""

from __future__ import annotations

from dataclasses import replace

from briefings.briefing import Family
from briefings.stories import Matrix, matrix
from tests.stories.told import DOUBTS_TOLD, REFUSAL_TOLD, SIGNED_TOLD, TOLD, TURN_TOLD, UNDATED_TOLD

ORLAND = "territory:orland"
UNION = "body:harbour union"
LEASE = "port lease"


def names(found: Matrix, issue: str, side: Family) -> list[str]:
    return [actor.name for actor in found.on_side(issue, side)]


def test_nothing_of_nothing() -> None:
    found = matrix([])
    assert (found.actors, found.issues, found.cells, found.apart) == ((), (), {}, 0)


def test_one_article_sets_its_actors_against_each_other() -> None:
    found = matrix([REFUSAL_TOLD])

    assert [one.label for one in found.issues] == ["lease of the port"]
    assert found.in_dispute == {LEASE}
    assert names(found, LEASE, Family.FOR) == ["Maravia"]
    assert names(found, LEASE, Family.AGAINST) == ["Orland", "Harbour Union"]
    assert found.is_alone("territory:maravia", LEASE)
    assert not found.is_alone(ORLAND, LEASE)
    assert not found.is_alone("person:petra lindqvist", LEASE), "who takes no side is not alone"


def test_issues_of_several_articles_are_one_however_they_are_worded() -> None:
    found = matrix(TOLD)

    assert {one.key for one in found.issues} == {LEASE, "harbour due"}
    assert found.issues[0].key == LEASE, "what is in dispute comes first"
    assert found.documents == {one.id for one, _ in TOLD}


def test_an_actor_stands_where_its_newest_position_is() -> None:
    found = matrix([TURN_TOLD, REFUSAL_TOLD])
    cell = found.cells[ORLAND, LEASE]

    assert [stand.document.id for stand in cell.stands] == [REFUSAL_TOLD[0].id, TURN_TOLD[0].id]
    assert cell.is_mixed
    assert cell.side is Family.FOR
    assert cell.telling.document.id == TURN_TOLD[0].id


def test_an_undated_position_does_not_count_as_the_newest() -> None:
    document, briefing = REFUSAL_TOLD
    undated = replace(document, id="0" * 64, published=None)

    found = matrix([(undated, replace(briefing, document_id=undated.id)), TURN_TOLD])

    assert found.side_of(ORLAND, LEASE) is Family.FOR
    assert len(found.cells[ORLAND, LEASE].stands) == 2


def test_who_asks_is_on_no_side() -> None:
    found = matrix([DOUBTS_TOLD])

    assert found.side_of("territory:maravia", "harbour due") is None
    assert found.on_side("harbour due", Family.FOR) == ()


def test_positions_without_an_issue_are_counted_apart() -> None:
    document, briefing = SIGNED_TOLD
    bare = tuple(replace(position, topic="") for position in briefing.positions)

    found = matrix([(document, replace(briefing, positions=bare))])

    assert found.apart == 2
    assert not found.cells


def test_who_takes_most_positions_comes_first() -> None:
    found = matrix([REFUSAL_TOLD, TURN_TOLD, SIGNED_TOLD, UNDATED_TOLD])

    assert {one.key for one in found.actors[:3]} == {ORLAND, UNION, "person:petra lindqvist"}
    assert found.actors[-1].key == "territory:maravia"
