"""The text -> its names, none overlapping another, each with one label for the whole document.

1. Proposals: known names, designated and joined names, the model's entities.
2. Where two overlap, the surer rule wins, then the longer name.
3. What is left: capital runs.
4. One name, one label: all occurrences vote.
5. Every name is looked for again in the words that nobody has claimed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.agency import Agency
from briefings.analysis.actors.context import Context
from briefings.analysis.actors.designators import find_designated
from briefings.analysis.actors.echoes import find_echoes
from briefings.analysis.actors.entities import find_entities
from briefings.analysis.actors.gazetteer import find_known
from briefings.analysis.actors.joined import find_joined
from briefings.analysis.actors.names import (
    Label,
    Name,
    Source,
    is_acronym,
    is_title,
    key,
)
from briefings.analysis.actors.runs import find_runs, is_team
from briefings.analysis.actors.screening import screened

Votes = Counter[Label]
WEIGHTS = {
    Source.RUN: 1.0,
    Source.MODEL: 1.0,
    Source.FULL_NAME: 1.0,
    Source.KNOWN: 2.5,
    Source.KNOWN_LONG: 4.0,
    Source.DESIGNATOR: 4.0,
}
LONG_ENOUGH = 2


def find_names(context: Context, agency: Agency) -> list[Name]:
    """The names of the text, in its order."""
    known = find_known(context)
    found = [
        *find_designated(context),
        *find_joined(context, agency),
        *find_entities(context),
    ]
    proposals = [*known, *_unbroken(found, known)]
    names = _without_overlap(len(context.tokens), proposals)
    claimed = _claimed(len(context.tokens), names)
    names += find_runs(context, claimed)
    _vote(context, names, agency)
    names = screened(context, names, agency)
    names += find_echoes(context, names, _claimed(len(context.tokens), names))
    return sorted(names, key=lambda name: name.start)


def _unbroken(entities: list[Name], known: list[Name]) -> list[Name]:
    """Entities, without those that only glue known names together ("Ostria-Harlan")."""
    starts = {name.start: name for name in known}
    kept = []
    for entity in entities:
        inside = [starts[i] for i in range(entity.start, entity.end) if i in starts]
        covered = sum(len(name) for name in inside)
        if len(inside) < LONG_ENOUGH or covered < len(entity) - len(inside):
            kept.append(entity)
    return kept


def _without_overlap(size: int, proposals: Iterable[Name]) -> list[Name]:
    def rank(name: Name) -> tuple[int, int, int]:
        return (-name.source, -len(name), name.start)

    taken = [False] * size
    kept = []
    ordered = sorted(_outgrown(list(proposals)), key=rank)
    for name in ordered:
        if not any(taken[name.start : name.end]):
            kept.append(name)
            for i in range(name.start, name.end):
                taken[i] = True
    return kept


def _outgrown(names: list[Name]) -> list[Name]:
    """Leaves out known names that are a part of a longer one: "Ostria" in "Bank of Ostria"."""
    widest: dict[int, Name] = {}
    for name in names:
        for i in range(name.start, name.end):
            if i not in widest or len(name) > len(widest[i]):
                widest[i] = name
    return [
        n
        for n in names
        if n.known is None or not _is_within(n, widest[n.start]) or _cuts_person(n, widest[n.start])
    ]


def _cuts_person(name: Name, other: Name) -> bool:
    """A known body of two words within what the model takes for a person's name."""
    return name.source is Source.KNOWN_LONG and other.label is Label.PERSON


def _is_within(name: Name, other: Name) -> bool:
    return len(other) > len(name) and other.start <= name.start and name.end <= other.end


def _claimed(size: int, names: Iterable[Name]) -> list[bool]:
    claimed = [False] * size
    for name in names:
        for i in range(name.start, name.end):
            claimed[i] = True
    return claimed


def _vote(context: Context, names: list[Name], agency: Agency) -> None:
    """Gives every occurrence of a name the label that most signs of the document speak for."""
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        groups[key(context, name.start, name.end)].append(name)
    labels: dict[str, Label] = {}
    for text, group in groups.items():
        known = next((name.known for name in group if name.known), None)
        votes = _votes_of_word(text, is_known=known is not None)
        may_be_person = any(name.label is Label.PERSON for name in group)
        for name in group:
            # A Counter is typed for whole numbers; it adds halves as well.
            votes[name.label] += WEIGHTS[name.source]  # type: ignore[assignment]
            votes.update(_votes_of_place(context, name, agency))
            if not may_be_person and agency.speaks(name) and name.label is not Label.PLACE:
                votes[Label.ORGANIZATION] += 2
        if is_acronym(text) and known is None:
            del votes[Label.PLACE]
        labels[text] = max(votes, key=lambda label: (votes[label], label))
    surnames = _surnames(labels)
    for text, group in groups.items():
        label = labels[text]
        known = next((name.known for name in group if name.known), None)
        if " " not in text and text in surnames and not (known and label is Label.PLACE):
            label = Label.PERSON
        for name in group:
            name.label = label
            name.known = known if label is not Label.PERSON else None


def _votes_of_word(text: str, *, is_known: bool) -> Votes:
    """What the words of a name say of it."""
    votes: Votes = Counter()
    words = text.split()
    last = words[-1].lower()
    if len(words) > 1 and lexicon.is_first_name(words[0]):
        votes[Label.PERSON] += 2
    if last in lexicon.head_kinds() and len(words) > 1:
        votes[Label.ORGANIZATION] += 1 if last in lexicon.designators("weak", "words") else 4
    if last in lexicon.designators("things", "last") and len(words) > 1:
        votes[Label.OTHER] += 2
    if last in lexicon.designators("places", "governed") and len(words) > 1:
        votes[Label.PLACE] += 6
    elif last in lexicon.designators("places", "words") and len(words) > 1:
        votes[Label.OTHER] += 3
    if is_acronym(text) and not is_known:
        votes[Label.ORGANIZATION] += 3 if len(text) < 6 else 1
    return votes


def _votes_of_place(context: Context, name: Name, agency: Agency) -> Votes:
    """What the words around one occurrence say of it."""
    votes: Votes = Counter()
    before = name.start - 1
    if context.same_line(before, name.start):
        word = context.tokens[before]
        is_honorific = word.lower_.rstrip(".") in lexicon.titles("honorifics")
        if is_honorific or (is_title(word.text) and word.is_lower):
            votes[Label.PERSON] += 3
    if agency.kind_before(name) is not None and not lexicon.is_first_name(
        context.tokens[name.start].text
    ):
        votes[Label.ORGANIZATION] += 3
    may_be_team = name.label in {Label.PERSON, Label.ORGANIZATION}
    if may_be_team and is_team(context, name.start, name.end):
        votes[Label.ORGANIZATION] += 4
    is_body = agency.employs(name) or agency.described_as_body(name)
    if is_body and name.label not in {Label.PERSON, Label.PLACE}:
        votes[Label.ORGANIZATION] += 2
    return votes


def _surnames(labels: dict[str, Label]) -> set[str]:
    """The last words of full names of people."""
    found = set()
    for text, label in labels.items():
        words = text.split()
        if label is Label.PERSON and len(words) > 1:
            found.add(words[-1])
    return found
