"""Whatever is taught, what is asked over all briefings agrees with each of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.corrections import (
    AlwaysAssign,
    AlwaysMerge,
    AlwaysRename,
    AlwaysRetype,
    Anchors,
    Merge,
    Named,
    NeverMerge,
    Rule,
)
from briefings.errors import LibraryError
from briefings.library import Library, writer
from tests.library.journals import derived
from tests.library.rules import PERSON, PLACE, STATE, actor, brief

NAMES = st.sampled_from(["Brunette", "Élodie Brunet", "Ruiz", "Varda"])
NAMED = st.builds(Named, NAMES, st.sampled_from([PERSON, PLACE]))
RULES: st.SearchStrategy[Rule] = st.one_of(
    st.builds(AlwaysMerge, NAMED, NAMED),
    st.builds(NeverMerge, NAMED, NAMED),
    st.builds(AlwaysRetype, NAMED, st.sampled_from([PERSON, PLACE, STATE])),
    st.builds(AlwaysRename, NAMED, NAMES),
    st.builds(AlwaysAssign, NAMED, NAMES),
)


@given(st.lists(st.tuples(st.sampled_from(["teach", "undo", "redo", "remove"]), RULES), max_size=8))
@settings(deadline=None, max_examples=60)
def test_the_lists_say_what_the_briefings_say_whatever_is_taught(
    tmp_path_factory: pytest.TempPathFactory, acts: list[tuple[str, Rule]]
) -> None:
    text = "Brunette, Ruiz and Varda left; Élodie Brunet came."
    with Library.open(tmp_path_factory.mktemp("any") / "library.db") as library:
        for index, names in enumerate((["Brunette", "Ruiz"], ["Élodie Brunet"], ["Varda"])):
            type_ = PLACE if index == 2 else PERSON
            own = f"{text} {index}"
            library.add(*brief(own, *(actor(own, name, type=type_) for name in names)))
        stored = library.get(library.entries()[-1].id)
        anchors = Anchors(stored.document, stored.briefing)
        merge = Merge(anchors.actor("a-Ruiz"), anchors.actor("a-Brunette"))
        library.journal.record(stored.document.id, merge)
        originals = [library.get(entry.id).briefing for entry in library.entries()]
        for act, rule in acts:
            try:
                if act == "teach":
                    library.journal.record(None, rule)
                elif act == "remove" and library.journal.rules():
                    library.journal.remove_rule(library.journal.rules()[0].number)
                elif act == "redo":
                    library.journal.redo()
                else:
                    library.journal.undo()
            except LibraryError:
                continue
            finally:
                check_lists(library)
        before = derived(library.path)
        writer.rebuild(library._connection)
        assert derived(library.path) == before
        while library.journal.undo():
            pass
        assert [library.get(entry.id).briefing for entry in library.entries()] == originals


def check_lists(library: Library) -> None:
    """That what is asked over all briefings agrees with each of them."""
    counted: dict[str, int] = {}
    for entry in library.entries():
        stored = library.get(entry.id)
        assert entry.actors == len(stored.briefing.listed_actors)
        for one in stored.briefing.listed_actors:
            counted[one.name] = counted.get(one.name, 0) + len(one.mentions)
    assert sum(counted.values()) == sum(known.mentions for known in library.actors())
    for known in library.actors():
        assert known.name in counted
