"""Which rules of the whole library hold, and which briefings they touch."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from briefings.corrections import (
    AlwaysAssign,
    AlwaysMerge,
    AlwaysRename,
    AlwaysRetype,
    Named,
    NeverMerge,
    RemoveRule,
    Rule,
    describe_rule,
)
from briefings.corrections.coding import decode, encode, kind_of
from briefings.errors import LibraryError
from briefings.library.replay import rules_in
from briefings.library.rules import NumberedRule, key_of, keys_of

_DONE = """
    SELECT journal.number, kind, change FROM changes JOIN journal USING (number)
    WHERE class = 'rule' AND state = 'done' ORDER BY journal.number
"""


def check_rule(connection: sqlite3.Connection, change: Rule | RemoveRule) -> bool:
    """Whether a rule would be a new one, and one to remove is there.

    Raises:
        LibraryError: It contradicts another rule, or there is no such rule.
    """
    rules = rules_in(connection)
    if isinstance(change, RemoveRule):
        if not any(number == change.rule for number, _ in rules):
            raise LibraryError(
                f"The library has no rule {change.rule}", "`briefing rules list` shows the rules"
            )
        return True
    _check_sense(change)
    if any(rule == change for _, rule in rules):
        return False
    _check_all([*rules, (0, change)])
    return True


def derive_rules(connection: sqlite3.Connection) -> list[int]:
    """Derive anew which rules hold; part of a transaction.

    Returns:
        The numbers of the documents that have to be shown anew.

    Raises:
        LibraryError: The rules would contradict each other.
    """
    before, after = dict(rules_in(connection)), dict(_holding(connection))
    _check_all(after.items())
    connection.execute("DELETE FROM rules")
    connection.executemany(
        "INSERT INTO rules (number, kind, rule) VALUES (?, ?, ?)",
        ((number, kind_of(rule), encode(rule)) for number, rule in after.items()),
    )
    touched: set[int] = set()
    for number in before.keys() - after.keys():
        touched |= _used_by(connection, [number])
    for number in after.keys() - before.keys():
        # A later rule may have changed the name by which this one would find its actor.
        touched |= _used_by(connection, [later for later in after if later > number])
        for key in keys_of(after[number]):
            touched |= _with_key(connection, key)
    return sorted(touched)


def _holding(connection: sqlite3.Connection) -> list[NumberedRule]:
    """The rules that were taught and not removed, oldest first."""
    rules: dict[int, Rule] = {}
    for number, kind, text in connection.execute(_DONE):
        change = decode(kind, text)
        if isinstance(change, RemoveRule):
            rules.pop(change.rule, None)
        else:
            assert isinstance(change, Rule), "the class of a change is stored with it"
            rules[number] = change
    return list(rules.items())


def _used_by(connection: sqlite3.Connection, rules: Iterable[int]) -> set[int]:
    found: set[int] = set()
    for number in rules:
        rows = connection.execute("SELECT document FROM rule_uses WHERE rule = ?", (number,))
        found |= {document for (document,) in rows}
    return found


def _with_key(connection: sqlite3.Connection, key: str) -> set[int]:
    """The documents with an actor that a rule knows by this key."""
    rows = connection.execute(
        "SELECT document FROM known_actors JOIN appearances ON actor = known_actors.number"
        " WHERE key = ?1 UNION SELECT document FROM hidden_keys WHERE key = ?1",
        (key,),
    )
    return {document for (document,) in rows}


def _check_sense(rule: Rule) -> None:
    """LibraryError if a rule says nothing, or of an actor without a name."""
    actors: tuple[Named, ...]
    match rule:
        case AlwaysMerge():
            actors = (rule.actor, rule.into)
        case NeverMerge():
            actors = (rule.one, rule.other)
        case AlwaysRename() | AlwaysRetype() | AlwaysAssign():
            actors = (rule.actor,)
    names = [actor.name for actor in actors]
    if isinstance(rule, AlwaysRename):
        names.append(rule.name)
    if not all(name.strip() for name in names):
        raise LibraryError("The rule names nobody", "give every actor a name")
    if len(actors) > len(set(map(key_of, actors))):
        raise LibraryError(
            f"‘{names[0]}’ and ‘{names[1]}’ are one name to a rule", "use two names that differ"
        )


def _check_all(rules: Iterable[NumberedRule]) -> None:
    """LibraryError if rules contradict each other."""
    into: dict[str, tuple[str, Rule]] = {}
    said: dict[tuple[type, str], Rule] = {}
    apart: list[NeverMerge] = []
    for _, rule in rules:
        if isinstance(rule, NeverMerge):
            apart.append(rule)
            continue
        key = key_of(rule.actor)
        # A merge also says what the actor is called.
        about = AlwaysMerge if isinstance(rule, AlwaysRename) else type(rule)
        if (other := said.setdefault((about, key), rule)) != rule:
            raise _contradiction(rule, other)
        if isinstance(rule, AlwaysMerge):
            into[key] = (key_of(rule.into), rule)
            if _end(into, key) == key:
                raise _contradiction(rule, into[key_of(rule.into)][1])
    for never in apart:
        if _end(into, key_of(never.one)) == _end(into, key_of(never.other)):
            merge = (into.get(key_of(never.one)) or into[key_of(never.other)])[1]
            raise _contradiction(never, merge)


def _end(into: dict[str, tuple[str, Rule]], key: str) -> str:
    """Whom an actor is at the end of all merges; itself if they go round in a circle."""
    at = key
    while at in into:
        at = into[at][0]
        if at == key:
            break
    return at


def _contradiction(rule: Rule, other: Rule) -> LibraryError:
    return LibraryError(
        f"“{describe_rule(rule)}” contradicts the rule “{describe_rule(other)}”",
        "remove that one first",
    )
