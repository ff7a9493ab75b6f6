"""A dossier as rows: what the actor was called, where it stands, with whom, what waits for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from briefings.briefing import Stance, Strength
from briefings.document import Published
from briefings.library.ledger import LedgerRow
from briefings.library.listed import Item
from briefings.library.threads import Side, Tie
from briefings.library.values import KnownActor
from briefings.stories import Change, Dossier, DossierRole, Issue
from tui.across import Going
from tui.panes.across_signs import CHANGED, CHANGES, MIXED
from tui.panes.facts import counted
from tui.panes.signs import CONDITION, STATUSES, TENTATIVE, TOLD_BY
from tui.screens.page_rows import Entry, blank, quoted
from tui.widgets.rows import Line, Piece, Row

MOST_SIDES = 5
"""So many actors are listed on each side of an issue, until the reader asks for all."""

SIDE_CELLS = 9
STANCE_CELLS = 12
MORE = "more:"


def dossier_entries(dossier: Dossier, expanded: Collection[str] = ()) -> list[Entry]:
    """All rows of a dossier; `expanded` are the ids of the rows that were opened."""
    entries: list[Entry] = []
    for section in (
        _candidates(dossier.candidates),
        _roles(dossier.roles),
        _issues(dossier, expanded),
        _questions(dossier.questions),
        _ties(dossier.ties),
    ):
        rows = list(section)
        if rows and entries:
            entries.append(Entry(blank(), "1"))
        entries += rows
    return entries


def date_of(published: Published | None) -> str:
    """A date as its source gives it."""
    return published.date if published else "undated"


def _heading(words: str, level: str = "1", count: str = "") -> Entry:
    right = (Piece(count, "muted"),) if count else ()
    return Entry(Row("", (Line((Piece(words, "heading"),), right=right, fill="─"),)), level)


def _where(title: str, publisher: str, published: Published | None) -> str:
    return " · ".join(part for part in (title, publisher, date_of(published)) if part)


def _candidates(candidates: Sequence[KnownActor]) -> Iterator[Entry]:
    if candidates:
        yield _heading("Perhaps the same, under a longer name", count=f"{len(candidates):,}")
    for actor in candidates:
        right = (Piece(counted(actor.briefings, "briefing"), "muted"),)
        line = Line((Piece(actor.name, "strong"),), right=right)
        yield Entry(Row(f"candidate:{actor.key}", (line,)), actor.name, actor=actor.key)


def _roles(roles: Sequence[DossierRole]) -> Iterator[Entry]:
    if roles:
        yield _heading("What the texts say they are", count=f"{len(roles):,}")
    for number, role in enumerate(roles):
        first, last = date_of(role.first.published), date_of(role.last.published)
        when = last if first == last else f"{first} – {last}"
        facts = when if role.briefings == 1 else f"{counted(role.briefings, 'briefing')} · {when}"
        line = Line(
            (Piece(role.label, "strong"),), right=(Piece(facts, "muted"),), most=2, hanging=2
        )
        yield Entry(
            Row(f"role:{number}", (line,)),
            f"{role.label} {when} {role.last.publisher}",
            Going(role.last.briefing, role.last.actor),
            where=_where(role.last.title, role.last.publisher, role.last.published),
        )


def _issues(dossier: Dossier, expanded: Collection[str]) -> Iterator[Entry]:
    if not dossier.issues:
        return
    count = f"{dossier.positions:,}"
    if dossier.shown < dossier.positions:
        count = f"the newest {dossier.shown:,} of {dossier.positions:,}"
    yield _heading("Where they stand", count=count)
    lone = [issue for issue in dossier.issues if _is_lone(issue)]
    shared = [issue for issue in dossier.issues if not _is_lone(issue)]
    for number, issue in enumerate(shared):
        if number:
            yield Entry(blank(), "2")
        yield _issue_heading(issue)
        later = {(change.after.briefing, change.after.id): change for change in issue.changes}
        for position in issue.positions:
            yield _position(position, issue)
            if change := later.get((position.briefing, position.id)):
                yield _change(change, issue)
        yield from _sides(issue, expanded)
    if lone and shared:
        yield Entry(blank(), "2")
        yield Entry(Row("", (Line((Piece("other topics", "strong"),)),)), "2")
    for issue in lone:
        yield _position(issue.positions[0], issue, tells_topic=True)


def _is_lone(issue: Issue) -> bool:
    """Whether a heading of its own would say no more than the one position below it."""
    return len(issue.positions) == 1 and not issue.sides


def _issue_heading(issue: Issue) -> Entry:
    side = (Piece(f"{issue.side.sign} {issue.side}", issue.side.value),) if issue.side else ()
    label = issue.label or "without a topic"
    look = "strong" if issue.label else "muted"
    return Entry(Row("", (Line((Piece(label, look),), right=side),)), "2")


def _position(item: Item, issue: Issue, *, tells_topic: bool = False) -> Entry:
    family = Stance(item.label).family
    is_tentative = item.strength == Strength.TENTATIVE
    stance = f"{item.label} {TENTATIVE}" if is_tentative else item.label
    told_by = f"  {TOLD_BY} {', '.join(item.sources)}" if item.sources else ""
    lines = [
        Line(
            (
                Piece(f"{family.sign} {stance:<{STANCE_CELLS}} ", family.value),
                Piece(date_of(item.published), "text"),
                Piece(told_by, "muted"),
                Piece(f"  {issue.label}" if tells_topic else "", "muted"),
            ),
            extra=(Piece(item.publisher, "muted"),),
            indent=1,
        ),
        Line((Piece(item.text, "content"),), indent=3, most=3),
    ]
    if item.condition:
        words = f"{CONDITION} {item.condition}"
        lines.append(Line((Piece(words, "condition"),), indent=3, hanging=2, most=2))
    said = f"{issue.label} {item.label} {item.strength} {item.text} {item.passage} {item.title}"
    return Entry(
        Row(f"{item.briefing}:{item.id}", tuple(lines)),
        f"{said} {item.publisher} {date_of(item.published)} {' '.join(item.sources)}",
        Going(item.briefing, item.id),
        item.passage,
        _where(item.title, item.publisher, item.published),
    )


def _change(change: Change, issue: Issue) -> Entry:
    """What may have changed, with both sentences below each other."""
    lines = [Line((Piece(f"{CHANGED} {CHANGES[change.kind]}", "accent"),), indent=3)]
    for item in (change.before, change.after):
        family = Stance(item.label).family
        lines.append(
            Line(
                (
                    Piece(f"{date_of(item.published)} {family.sign} ", family.value),
                    quoted(item.passage, "muted"),
                ),
                indent=5,
                hanging=2,
                most=3,
            )
        )
    after = change.after
    return Entry(
        Row(f"change:{after.briefing}:{after.id}", tuple(lines)),
        f"{issue.label} change changed {change.before.passage} {after.passage}",
        Going(after.briefing, after.id),
        after.passage,
        _where(after.title, after.publisher, after.published),
    )


def _sides(issue: Issue, expanded: Collection[str]) -> Iterator[Entry]:
    if issue.side is None:
        groups = [("others", issue.sides)]
    else:
        groups = [("with", issue.with_them), ("against", issue.against_them)]
    for name, sides in groups:
        more = f"{MORE}{issue.key}:{name}"
        shown = sides if more in expanded else sides[:MOST_SIDES]
        for number, side in enumerate(shown):
            yield _side(side, "" if number else name, issue)
        if len(shown) < len(sides):
            words = f"and {len(sides) - len(shown):,} more"
            line = Line((Piece(words, "muted"),), indent=3 + SIDE_CELLS)
            yield Entry(Row(more, (line,)), f"{issue.label} {name}")


def _side(side: Side, name: str, issue: Issue) -> Entry:
    mixed = f" {MIXED}" if side.is_mixed else ""
    facts = f"{counted(side.positions, 'position')} · {side.last or 'undated'}"
    line = Line(
        (
            Piece(f"{name:<{SIDE_CELLS}}", "muted"),
            Piece(f"{side.family.sign} ", side.family.value),
            Piece(side.name, "strong"),
            Piece(mixed, "muted"),
        ),
        right=(Piece(facts, "muted"),),
        indent=3,
    )
    return Entry(
        Row(f"side:{issue.key}:{side.key}", (line,)),
        f"{issue.label} {name} {side.name} {side.family}",
        actor=side.key,
        item=side.newest,
    )


def _questions(rows: Sequence[LedgerRow]) -> Iterator[Entry]:
    if rows:
        yield _heading("Questions that wait for them", count=f"{len(rows):,}")
    for row in rows:
        yield question_entry(row, who=False)


def question_entry(row: LedgerRow, *, who: bool = True) -> Entry:
    """A question with its status and kind, who can settle it, and where it is asked."""
    item = row.item
    more = f"  asked {row.others + 1:,} times" if row.others else ""
    others = (Piece(more, "muted"),) if more else ()
    actors = [", ".join(item.actors)] if who else []
    facts = [date_of(item.published), item.label, *actors, item.publisher]
    look = "open" if row.status == "open" else "muted"
    lines = (
        Line(
            (Piece(f"{STATUSES[row.status]} ", look), Piece(item.text)),
            right=others,
            hanging=2,
            most=3,
        ),
        Line(
            (
                Piece(f"{row.status:<9} ", look),
                Piece(" · ".join(fact for fact in facts if fact), "muted"),
            ),
            indent=2,
        ),
    )
    said = f"{item.text} {item.topic} {row.status} {' '.join(facts)} {item.title}"
    return Entry(
        Row(f"{item.briefing}:{item.id}", lines),
        said,
        Going(item.briefing, item.id),
        item.passage,
        _where(item.title, item.publisher, item.published),
    )


def _ties(ties: Sequence[Tie]) -> Iterator[Entry]:
    if ties:
        yield _heading("Ties that the texts state", count=f"{len(ties):,}")
    for number, tie in enumerate(ties):
        of = Piece(f"{tie.label} of ", "muted")
        name = Piece(tie.name, "strong")
        words = (of, name) if tie.is_subject else (name, Piece(f" is {tie.label}", "muted"))
        right = (Piece(date_of(tie.published), "muted"),)
        yield Entry(
            Row(f"tie:{number}", (Line(words, right=right),)),
            f"{tie.label} {tie.name} {tie.title}",
            Going(tie.briefing, span=tie.span),
            where=_where(tie.title, "", tie.published),
            actor=tie.other,
        )
