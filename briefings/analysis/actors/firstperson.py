""" "I" and "we" -> who speaks, between quotation marks and in the answers of interviews.

"I" is the speaker. "We" is a body that speaks, or the body that a person speaks for by office:
the company of its chief executive, the team of its coach.
"""

from __future__ import annotations

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.belongings import spoken_for
from briefings.analysis.actors.clusters import Cluster
from briefings.analysis.actors.discourse import Discourse
from briefings.analysis.actors.names import Label
from briefings.briefing import MentionKind


def find_first_person(discourse: Discourse, speakers: list[Cluster | None]) -> None:
    """Adds "I" and "we" to the actors they stand for; `speakers` has one for each quotation."""
    context = discourse.context
    answering = _answering(discourse)
    mine = lexicon.nouns("pronouns", "speaker")
    ours = lexicon.nouns("pronouns", "speakers")
    for token in context.tokens:
        if token.pos_ != "PRON" or token.lower_ not in mine | ours:
            continue
        quote = context.quotation_of[token.i]
        speaker = speakers[quote] if quote >= 0 else answering.get(context.paragraph_of[token.i])
        if speaker is not None and token.lower_ in ours and speaker.label is Label.PERSON:
            speaker = spoken_for(discourse, speaker)
        if speaker is not None and (speaker.label is Label.PERSON) is (token.lower_ in mine):
            discourse.add(speaker, token.i, token.i + 1, MentionKind.PRONOUN)


def _answering(discourse: Discourse) -> dict[int, Cluster]:
    """The speakers of paragraphs that begin with a name and a colon, as interviews do."""
    found: dict[int, Cluster] = {}
    context = discourse.context
    for cluster in discourse.clusters:
        for name in cluster.names:
            before = name.start - 1
            opens = before < 0 or context.paragraph_of[before] != context.paragraph_of[name.start]
            if (opens or context.tokens[before].is_space) and context.lower(name.end) == ":":
                found[context.paragraph_of[name.start]] = cluster
    return found
