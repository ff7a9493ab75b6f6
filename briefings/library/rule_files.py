"""Rules as a TOML file, to be kept, edited, and given to others.

[[rule]]
kind = "always merge"
actor = {name = "Okafor", type = "person"}
into = {name = "Mira Okafor", type = "person"}
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from briefings.corrections.coding import RULES, kind_of
from briefings.corrections.rules import Rule
from briefings.errors import LibraryError

_HEAD = "# Rules of a library of briefing; `briefing rules import FILE` teaches them to another.\n"


def write_rules(rules: Sequence[Rule]) -> str:
    """Rules as TOML, in the order given."""
    from msgspec import to_builtins

    blocks = [_HEAD]
    for rule in rules:
        lines = [f"\n[[rule]]\nkind = {_text(kind_of(rule))}\n"]
        for name, value in to_builtins(rule).items():
            if isinstance(value, dict):
                pairs = ", ".join(f"{key} = {_text(each)}" for key, each in value.items())
                lines.append(f"{name} = {{{pairs}}}\n")
            else:
                lines.append(f"{name} = {_text(value)}\n")
        blocks += lines
    return "".join(blocks)


def read_rules(text: str) -> list[Rule]:
    """The rules that such a file holds, in its order.

    Raises:
        LibraryError: It is no such file.
    """
    import tomli
    from msgspec import ValidationError, convert

    try:
        content = tomli.loads(text)
    except (tomli.TOMLDecodeError, RecursionError) as error:
        raise _unreadable(f"no TOML, {error}") from error
    found = content.get("rule", [])
    if not isinstance(found, list) or content.keys() - {"rule"}:
        raise _unreadable("it may hold nothing but tables [[rule]]")
    rules = []
    for number, table in enumerate(found, start=1):
        kind = table.pop("kind", None) if isinstance(table, dict) else None
        if not isinstance(kind, str) or kind not in RULES:
            raise _unreadable(f"the kind of rule {number} is none of {', '.join(RULES)}")
        try:
            rules.append(convert(table, RULES[kind]))
        except ValidationError as error:
            raise _unreadable(f"rule {number}: {error}") from error
    return rules


def _text(value: str) -> str:
    """A basic string of TOML: one of JSON, in which DEL is escaped too."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _unreadable(why: str) -> LibraryError:
    return LibraryError(f"The file of rules cannot be read ({why})", "mend it and try again")
