"""The parts of a note beside positions and questions: what is promised, happens, counts, lacks.

Each line cites the sentence it comes from. A commitment is a position, and cites its footnote;
what an article does not say is inferred, and the note says so.
"""

from __future__ import annotations

from briefings.commitments import Commitment, commitments
from briefings.document import Span
from briefings.events import Event, EventStatus, Place, Quantity, Time, TimeKind
from briefings.export.draft import Draft
from briefings.export.escaping import escaped
from briefings.export.wording import counted, footnote, names, sentence_of, without, words
from briefings.gaps import Gap, gaps


def commitment_lines(draft: Draft) -> list[str]:
    """Who promised or ruled out what, to whom, on what condition, by when."""
    return [_commitment(draft, one) for one in commitments(draft.stored.briefing)]


def _commitment(draft: Draft, commitment: Commitment) -> str:
    remarks = [commitment.strength.value]
    told_by = [one for one in commitment.sources if one not in commitment.bearers]
    if sources := names(draft, told_by):
        remarks.append(f"as told by {sources}")
    kind = "refusal" if commitment.is_refusal else "promise"
    item = f"- **{kind}** ({'; '.join(remarks)})"
    if bearers := names(draft, commitment.bearers):
        item += f" · {bearers}"
    if content := words(
        draft.stored, without(draft.stored, commitment.content, commitment.condition)
    ):
        item += f": {content}"
    if beneficiaries := names(draft, commitment.beneficiaries):
        item += f"; *towards:* {beneficiaries}"
    if commitment.condition:
        item += f"; *condition:* {words(draft.stored, [commitment.condition])}"
    if commitment.due:
        item += f"; *due:* {_time(draft, commitment.due)}"
    return f"{item}[^{commitment.position}]"


def timeline_lines(draft: Draft) -> list[str]:
    """What has happened, happens and may happen, in the order of the text, by status."""
    lines: list[str] = []
    for status in EventStatus:
        found = [event for event in draft.stored.briefing.events if event.status is status]
        if found:
            lines += [""] if lines else []
            lines += [f"### {status.value.capitalize()}", ""]
            lines += [_event(draft, event) for event in found]
    return lines


def _event(draft: Draft, event: Event) -> str:
    parts = [words(draft.stored, [event.span])]
    if actors := names(draft, event.actors):
        parts.append(actors)
    if event.place:
        parts.append(f"*where:* {words(draft.stored, [event.place])}")
    if event.time:
        parts.append(f"*when:* {_time(draft, event.time)}")
    return f"- {' · '.join(part for part in parts if part)}[^{event.id}]"


def _time(draft: Draft, time: Time) -> str:
    said = words(draft.stored, [time.span])
    is_dated = time.value and time.kind in {TimeKind.DATE, TimeKind.TIME}
    return f"{said} ({escaped(time.value)})" if is_dated else said


def number_lines(draft: Draft) -> list[str]:
    """Every number with what it counts."""
    return [_quantity(draft, quantity) for quantity in draft.stored.briefing.quantities]


def _quantity(draft: Draft, quantity: Quantity) -> str:
    return f"- {words(draft.stored, [quantity.span])}[^{quantity.id}]"


def place_lines(draft: Draft) -> list[str]:
    """Every place, the state it lies in, and how often it is named."""
    return [_place(place) for place in draft.stored.briefing.places]


def _place(place: Place) -> str:
    state = escaped(place.state) if place.state.casefold() != place.name.casefold() else ""
    name = f"**{escaped(place.name)}**" + (f", {state}" if state else "")
    cited = f"[^{place.id}]" if place.mentions else ""
    return f"- {name} ({counted(len(place.mentions), 'mention')}){cited}"


def gap_lines(draft: Draft) -> list[str]:
    """What the article does not say, after a line that says that this is inferred."""
    lines = [_gap(gap, labels) for gap, labels in _labelled_gaps(draft)]
    note = "Inferred by briefing from what it found; check before you rely on it."
    return [*draft.style.inferred(note), "", *lines] if lines else []


def _gap(gap: Gap, labels: list[str]) -> str:
    return f"- {escaped(gap.text)}" + "".join(f"[^{label}]" for label in labels)


def _labelled_gaps(draft: Draft) -> list[tuple[Gap, list[str]]]:
    """The gaps with the labels of their footnotes, one a sentence."""
    found: list[tuple[Gap, list[str]]] = []
    number = 0
    for gap in gaps(draft.stored.document, draft.stored.briefing):
        labels = [f"g{number + behind}" for behind in range(1, len(gap.evidence) + 1)]
        number += len(labels)
        found.append((gap, labels))
    return found


def circumstance_footnotes(draft: Draft) -> list[str]:
    """The sentences of events, numbers, places and gaps."""
    document, briefing = draft.stored.document, draft.stored.briefing
    rows: list[tuple[str, Span]] = [(event.id, event.sentence) for event in briefing.events]
    rows += [(quantity.id, quantity.sentence) for quantity in briefing.quantities]
    rows += [
        (p.id, sentence_of(draft.stored, p.mentions[0])) for p in briefing.places if p.mentions
    ]
    for gap, labels in _labelled_gaps(draft):
        rows += zip(labels, gap.evidence, strict=True)
    return [footnote(document, label, sentence) for label, sentence in rows]
