"""All mentions of one actor, while they are being gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefings.analysis.actors.lexicon import Known
from briefings.analysis.actors.names import Label, Name
from briefings.briefing import ActorType, Mention, MentionKind, Role
from briefings.document import Span


@dataclass(eq=False, slots=True)
class Cluster:
    """An actor in the making.

    Attributes:
        label: Person, organisation or place.
        name: The best name so far.
        names: Its names in the text.
        type: What kind of actor it is.
        known: Its entry of the knowledge files.
        state: The name of the state it belongs to.
        others: Its mentions that are no names.
        roles: What the text says it is.
        gender: `female`, `male` or empty if nothing tells.
    """

    label: Label
    name: str
    names: list[Name] = field(default_factory=list)
    type: ActorType = ActorType.ORGANIZATION
    known: Known | None = None
    state: str = ""
    others: dict[Span, Mention] = field(default_factory=dict)
    roles: list[Role] = field(default_factory=list)
    gender: str = ""
    is_plural: bool = False

    def add(self, span: Span, kind: MentionKind) -> None:
        """Adds a mention that is no name."""
        self.others.setdefault(span, Mention(span, kind))

    def words(self) -> list[str]:
        """The words of its name."""
        return self.name.split()
