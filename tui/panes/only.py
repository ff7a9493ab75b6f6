"""What the rows are narrowed to besides an actor: a topic, a stance, a kind of question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from briefings.briefing import Family, Position, Question, QuestionKind, Stance
from tui.panes.opened import Opened


@dataclass(frozen=True, slots=True)
class Only:
    """Narrowings that hold together; each hides only rows of which it can be told.

    Attributes:
        topic: The topic of positions and questions; empty for any.
        stance: The stance of positions, or a family of stances; empty for any.
        kind: The kind of open questions; empty for any.
    """

    topic: str = ""
    stance: str = ""
    kind: str = ""

    def __bool__(self) -> bool:
        return bool(self.topic or self.stance or self.kind)

    @property
    def words(self) -> tuple[str, ...]:
        """What the reader is told of them."""
        parts = [f"topic {self.topic}" if self.topic else "", named(self.stance), self.kind]
        return tuple(part for part in parts if part)

    def has_position(self, position: Position) -> bool:
        """Whether a position is shown."""
        stances = ("", position.stance, position.stance.family)
        return self.topic in ("", position.topic) and self.stance in stances

    def has_question(self, question: Question) -> bool:
        """Whether an open question is shown."""
        return self.topic in ("", question.topic) and self.kind in ("", question.kind)

    def has_row(self, opened: Opened, row_id: str) -> bool:
        """Whether a row of pane 3 is shown: a promise as its position is."""
        if question := opened.questions.get(row_id):
            return self.has_question(question)
        promised = opened.promised_by.get(row_id)
        position = opened.positions.get(promised) if promised else None
        return position is None or self.has_position(position)

    def fitting(self, opened: Opened) -> Only:
        """The same without what no row of a briefing is."""
        topics = {p.topic for p in opened.stands} | {q.topic for q in opened.briefing.questions}
        stances = {str(one) for one in (*Stance, *Family)}
        return Only(
            self.topic if self.topic in topics else "",
            self.stance if self.stance in stances else "",
            self.kind if self.kind in set(QuestionKind) else "",
        )

    @classmethod
    def kept(cls, kept: Mapping[str, object]) -> Only:
        """What was kept somewhere, as far as it makes sense."""
        known = {each.name: kept.get(each.name) for each in fields(cls)}
        return cls(**{name: value for name, value in known.items() if isinstance(value, str)})


ALL = Only()


def named(stance: str) -> str:
    """`commits`, or `for (+)` for a family."""
    family = next((one for one in Family if one == stance), None)
    return f"{family} ({family.sign})" if family else stance


def of_row(opened: Opened, row_id: str) -> Only:
    """What the row under the cursor offers to narrow to."""
    if position := opened.positions.get(row_id):
        return Only(position.topic, position.stance)
    if question := opened.questions.get(row_id):
        return Only(question.topic, "", question.kind)
    return ALL
