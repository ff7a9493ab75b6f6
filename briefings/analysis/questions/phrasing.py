"""A finding -> its question, short and to be understood without the text.

A clause becomes a question of its own words; a noun phrase goes into the template of its kind. The
templates are plain, so that they hold for any noun phrase.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefings.analysis.questions.clauses import MAX_LENGTH, question_about, which_of
from briefings.analysis.questions.cues import cues, pairs
from briefings.analysis.questions.finding import Finding, Form
from briefings.analysis.questions.grammar import (
    SUBJECTS,
    WH_WORDS,
    child,
    children,
    clause_of,
    lemma,
    opens_question,
    preposition,
)
from briefings.analysis.questions.naming import Names
from briefings.analysis.questions.topics import noun_of, noun_phrase, without_article
from briefings.briefing import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST_PHRASE = 56
_SNIPPET = 48
_LAST = "“”: how well founded is it?"
_FEWEST = 3
"""Words that a quotation must have."""
_BEFORE = 12
_HANGING = frozenset({"DET", "ADP", "ADJ", "PART", "CCONJ", "SCONJ", "AUX", "PRON"})
_LOOSE = frozenset({"DET", "ADP", "PART", "CCONJ"})
_SPEAKERS = frozenset({"i", "me", "my", "we", "us", "our", "you", "your"})
_TO_COME = frozenset({QuestionKind.UNDECIDED, QuestionKind.AWAITED, QuestionKind.CONTINGENT})
_ABOUT = {
    QuestionKind.UNKNOWN: "What is known about {}?",
    QuestionKind.CONTINGENT: "How will {} turn out?",
    QuestionKind.DISPUTED: "How will the dispute over {} be settled?",
    QuestionKind.UNDECIDED: "What will be decided on {}?",
    QuestionKind.AWAITED: "What will come of {}?",
    QuestionKind.DOUBT: "How justified are the doubts about {}?",
}
_BARE = {
    QuestionKind.UNKNOWN: "What are the facts about {}?",
    QuestionKind.CONTINGENT: "What will become of {}?",
    QuestionKind.DISPUTED: "What is in dispute about {}?",
    QuestionKind.UNDECIDED: "What will be decided about {}?",
    QuestionKind.AWAITED: "What will become of {}?",
    QuestionKind.DOUBT: "How well founded are the doubts about {}?",
}
_ACTING = {
    QuestionKind.CONTINGENT: "What will {} do?",
    QuestionKind.UNDECIDED: "What will {} decide?",
    QuestionKind.AWAITED: "What will {} do?",
}
_QUOTED = {
    QuestionKind.UNKNOWN: "{}: what are the facts?",
    QuestionKind.CONTINGENT: "{}: what will happen?",
    QuestionKind.DISPUTED: "{}: what is in dispute?",
    QuestionKind.UNDECIDED: "{}: what will be decided?",
    QuestionKind.AWAITED: "{}: what will happen?",
    QuestionKind.DOUBT: "{}: how well founded is it?",
}


def question_text(finding: Finding, names: Names) -> str:
    """The question, at most `MAX_LENGTH` characters; empty if nothing presentable is left."""
    matter = finding.matter
    text: str | None = None
    if finding.form is Form.DIRECT:
        return printable(_as_put(finding, names))
    if finding.rule in {"not_all", "whoever"} and matter is not None and finding.who is not None:
        text = which_of(finding.who, matter, names)
    elif matter is not None and matter.pos_ in {"VERB", "AUX"} and _is_asked(finding, matter):
        form = Form.STATEMENT if finding.form is Form.THING else finding.form
        text = question_about(matter, form, finding.doer or finding.who, names)
    elif matter is not None and (matter.pos_ in {"NOUN", "PROPN"} or matter.tag_ == "VBG"):
        text = _about_noun(finding, matter, names)
    if text is None and finding.outcome is not None:
        text = question_about(finding.outcome, Form.EVENT, None, names)
    return printable(text or _plain(finding, names))


def _is_asked(finding: Finding, matter: Token) -> bool:
    """Whether a clause is asked in its own words; "over who fired first" asks already."""
    return finding.form is not Form.THING or opens_question(matter)


def printable(text: str) -> str:
    """The text without what a terminal would obey, such as an escape sequence's first byte."""
    return "".join(c for c in text if c.isprintable())


def _as_put(finding: Finding, names: Names) -> str:
    """A question of the text itself, as it stands there; nothing if it cannot be understood."""
    sentence = finding.cue[0].sent
    if any(t.tag_ in {"PRP", "PRP$"} or t.lower_ in {"this", "that"} for t in sentence):
        return question_about(sentence.root, Form.STATEMENT, None, names) or ""
    text = " ".join(sentence.text.split())
    return text if len(text) <= MAX_LENGTH else ""


def _about_noun(finding: Finding, noun: Token, names: Names) -> str | None:
    ready = _readiness(noun, names)
    if ready:
        return ready
    is_tie = finding.rule == "tied" or finding.cue[0].lower_ == "neck"
    if is_tie and lemma(noun) not in cues("awaited", "contests"):
        return _who_leads(noun, names)
    if finding.rule == "possible_thing":
        return _possible(finding, noun, names)
    phrase = noun_phrase(noun, names, _LONGEST_PHRASE)
    if not phrase or _says_nothing(noun, phrase):
        return None
    template = _template(finding, noun)
    if noun.ent_type_ == "PERSON" and finding.kind is QuestionKind.AWAITED:
        return None
    if template == _ABOUT[QuestionKind.UNDECIDED] and finding.rule in cues("phrasing", "deciding"):
        decided = _what_is_decided(finding, noun, names)
        if decided:
            return decided
    if template == "What will {} be?":
        phrase = re.sub(r"^an? ", "the ", phrase)
    if template.endswith(" true?"):
        bare = noun.tag_ == "NN" and child(noun, "det", "poss", "nummod") is None
        phrase = f"the {phrase}" if bare else re.sub(r"^an? ", "the ", phrase)
    text = template.format(phrase)
    return f"{text[:1].upper()}{text[1:]}" if len(text) <= MAX_LENGTH else None


def _who_leads(noun: Token, names: Names) -> str:
    """ "Ruiz and Lopez are tied" -> "Who will come out ahead, Ruiz or Lopez?" """
    phrase = noun_phrase(noun, names, _LONGEST_PHRASE)
    second = child(noun, "conj")
    if phrase.count(" and ") == 1 and second is not None and child(second, "conj") is None:
        return f"Who will come out ahead, {phrase.replace(' and ', ' or ')}?"
    return "Who will come out ahead?"


def _what_is_decided(finding: Finding, noun: Token, names: Names) -> str:
    """ "What will the council decide on a curfew?", if the decider has a name."""
    if finding.who == noun:
        return f"What will {noun_phrase(noun, names, _LONGEST_PHRASE)} decide?"
    actor = names.meant_by(finding.who) if finding.who is not None else None
    if actor is not None and lemma(noun) in cues("undecided", "choosing_nouns"):
        return f"What will {names.short(actor)} decide?"
    phrase = noun_phrase(noun, names, _LONGEST_PHRASE, known=actor.id) if actor is not None else ""
    if actor is None or not phrase:
        return ""
    text = f"What will {names.short(actor)} decide on {phrase}?"
    return text if len(text) <= MAX_LENGTH else ""


def _possible(finding: Finding, noun: Token, names: Names) -> str | None:
    """ "Ruiz hinted at potential cuts" -> "Will there be cuts from Ruiz?" """
    phrase = noun_phrase(noun, names, without=finding.cue[0])
    if phrase and child(noun, "poss") is not None:
        return f"Will {phrase} come about?"
    actor = names.meant_by(finding.who) if finding.who is not None else None
    source = f" from {names.short(actor)}" if actor is not None else ""
    return f"Will there be {phrase}{source}?" if phrase else None


def _says_nothing(noun: Token, phrase: str) -> bool:
    """Whether a phrase is as empty as "the issue" or "that idea"."""
    return lemma(noun) in cues("phrasing", "light") and len(without_article(phrase).split()) == 1


def _template(finding: Finding, noun: Token) -> str:
    """The template for a noun phrase: by the noun where it tells, else by the kind."""
    worry = _worry(finding) if finding.kind is QuestionKind.DOUBT else ""
    if worry:
        return worry
    by_rule = dict(pairs("phrasing", "by_rule")).get(finding.rule)
    if finding.kind is QuestionKind.CONTINGENT and _is_agent(noun) and by_rule is None:
        return "What will {} do?"
    for group, template in pairs("phrasing", "by_noun"):
        kind, _, nouns = group.partition(".")
        if kind == finding.kind and lemma(noun) in cues("phrasing", nouns):
            plural = noun.tag_ in {"NNS", "NNPS"}
            return template.replace("{is}", "Are" if plural else "Is")
    decides = finding.rule == "idiom" and lemma(noun) in cues("undecided", "deciders")
    if finding.kind is QuestionKind.UNDECIDED and decides:
        return _ACTING[finding.kind]
    number = "are" if noun.tag_ in {"NNS", "NNPS"} else "is"
    return (by_rule or _ABOUT[finding.kind]).replace("{be}", number)


def _is_agent(noun: Token) -> bool:
    """Whether it acts rather than turns out: a court, a person, a state."""
    named = noun.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}
    return named or lemma(noun) in cues("undecided", "deciders")


def _worry(finding: Finding) -> str:
    """ "How justified is the fear of {}?", with the very word of the text."""
    for token in finding.cue:
        noun = lemma(token)
        prep = next(children(token, "prep"), None)
        if (
            finding.rule != "regarded"
            and noun in cues("phrasing", "worries")
            and token.pos_ == "NOUN"
            and prep is not None
        ):
            verb = "are" if token.tag_ == "NNS" else "is"
            return f"How justified {verb} the {token.lower_} {prep.lower_} {{}}?"
    return ""


def _readiness(noun: Token, names: Names) -> str | None:
    """ "the union's willingness to talk" -> "Will the union be willing to talk?" """
    adjective = dict(pairs("phrasing", "qualities")).get(lemma(noun))
    if adjective is None:
        return None
    who = _owner(noun, names)
    act = child(noun, "acl")
    what = noun_phrase(act, names) if act is not None else ""
    needs_act = adjective in {"willing", "ready", "able"}
    if not who or (needs_act and not what):
        return None
    text = f"Will {who} be {adjective} {what}?" if needs_act else f"Is {who} {adjective}?"
    return text if len(text) <= MAX_LENGTH else None


def _owner(noun: Token, names: Names) -> str:
    """Whose quality it is: "Oslo" in "Oslo's readiness", "the U.S." in "U.S. reliability"."""
    owner = child(noun, "poss") or _governed_by_of(noun)
    if owner is not None:
        plural = owner.tag_ in {"NNS", "NNPS"} or child(owner, "conj") is not None
        quality = dict(pairs("phrasing", "qualities"))[lemma(noun)]
        asks_is = plural and quality not in {"willing", "ready", "able"}
        return "" if asks_is else noun_phrase(owner, names, owned=True)
    state = child(noun, "compound", "amod")
    actor = names.actor_at(state) if state is not None and state.ent_type_ == "GPE" else None
    return names.short(actor) if actor is not None else ""


def _governed_by_of(noun: Token) -> Token | None:
    of = preposition(noun, "of")
    return child(of, "pobj") if of is not None else None


def _is_object(noun: Token, finding: Finding) -> bool:
    """Whether a noun only completes the clause, whose subject has no name: "she backs Ruiz"."""
    clause = finding.matter
    hangs = clause is not None and clause.pos_ in {"VERB", "AUX"}
    telling = set(QuestionKind) - {QuestionKind.DISPUTED, QuestionKind.AWAITED}
    return hangs and finding.kind in telling and noun.dep_ in {"dobj", "attr", "oprd"}


def _plain(finding: Finding, names: Names) -> str:
    """The fallback: a noun phrase, or the words of the text, and a question that fits any."""
    places = [finding.matter]
    if finding.kind in _TO_COME:
        places += [finding.doer, finding.who]
    if finding.general and finding.kind is QuestionKind.DOUBT:
        # grammar found a forecast: nobody doubts the noun in it
        places = []
    for token in places:
        noun = noun_of(token) if token is not None else None
        if noun is not None and noun != token and noun.dep_ == "pobj":
            # "met in person" is not about the person
            continue
        if noun is not None and _is_object(noun, finding):
            continue
        phrase = noun_phrase(noun, names) if noun is not None else ""
        if noun is not None and phrase and not _says_nothing(noun, phrase):
            acts = token != finding.matter and _is_agent(noun)
            template = _ACTING.get(finding.kind) if acts else None
            if finding.rule in cues("phrasing", "consequences"):
                template = "What could come of {}?"
            text = (template or _BARE[finding.kind]).format(phrase)
            return f"{text[:1].upper()}{text[1:]}"
    if finding.rule == "no_reply" and finding.who is not None:
        asked = _what_they_say(finding.who, names)
        if asked:
            return asked
    talk = any(t.lower_ in _SPEAKERS for t in clause_of(finding.cue[-1]).subtree)
    if talk and finding.weight < 3:
        # what a speaker says of himself and his listeners cannot be understood alone
        return ""
    kind = QuestionKind.UNKNOWN if _asks_next(finding.cue[-1]) else finding.kind
    snippet = _snippet(finding)
    if len(snippet.split()) < _FEWEST:
        # "at issue", "no comment": nobody could tell from it what is open
        return ""
    text = _QUOTED[kind].format(f"“{snippet}”")
    return text if len(text) <= MAX_LENGTH else ""


def _what_they_say(who: Token, names: Names) -> str:
    """ "What does the ministry say?", of somebody who gave no answer."""
    noun = noun_of(who)
    phrase = noun_phrase(noun, names, _LONGEST_PHRASE) if noun is not None else ""
    if noun is None or not phrase:
        return ""
    many = noun.tag_ in {"NNS", "NNPS"} or child(noun, "conj") is not None
    return f"What {'do' if many else 'does'} {phrase} say?"


def _without_end(tokens: list[Token], cue: Sequence[Token], hanging: frozenset[str]) -> list[Token]:
    """The tokens without what hangs loose at their end; of the cue nothing goes."""
    end = len(tokens)
    while end and tokens[end - 1] not in cue:
        if tokens[end - 1].pos_ not in hanging and not tokens[end - 1].is_punct:
            break
        end -= 1
    if end < _FEWEST and hanging is _HANGING:
        return _without_end(tokens, cue, _LOOSE)
    return tokens[:end]


def _asks_next(token: Token) -> bool:
    """Whether an indirect question begins after a word: "unclear *whether it did*"."""
    following = token.nbor() if token.i + 1 < token.sent.end else token
    return following.lower_ in WH_WORDS | {"whether"}


def _opening(cue: Sequence[Token]) -> int:
    """Where a quotation begins: with the clause of the cue or its subject, if they are near."""
    clause = clause_of(cue[-1])
    starts = [clause.left_edge.i, *(c.left_edge.i for c in children(clause, *SUBJECTS))]
    end = cue[-1].idx + len(cue[-1])
    for start in starts:
        near = cue[0].i - _BEFORE <= start <= cue[0].i
        longest = _SNIPPET if cue[-1].i + 1 < cue[-1].sent.end - 1 else MAX_LENGTH - len(_LAST)
        if near and end - cue[0].doc[start].idx <= longest:
            return start
    return cue[0].i


def _snippet(finding: Finding) -> str:
    """The words around the cue as they stand in the text, about `_SNIPPET` characters."""
    cue = finding.cue
    first = _opening(cue)
    if _asks_next(cue[-1]):
        # the question itself tells more than "it is unclear"
        first = cue[-1].i + 1
        cue = (cue[0].doc[first],)
    if cue[0].doc[first].text[0] in "'’n" and cue[0].doc[first].tag_ in {"MD", "RB", "VBZ", "VBP"}:
        first -= 1
    tokens: list[Token] = []
    is_cut = False
    for token in cue[0].doc[first : cue[0].sent.end]:
        if token.is_quote and token.tag_ != "POS":
            continue
        length = token.idx - cue[0].doc[first].idx
        is_cut = length > _SNIPPET
        if token.i > cue[-1].i and (token.is_punct or is_cut):
            break
        tokens.append(token)
    if is_cut:
        tokens = _without_end(tokens, cue, _HANGING) or tokens
    while (
        tokens
        and (tokens[0].is_punct or tokens[0].dep_ in {"mark", "cc"})
        and tokens[0] not in cue
        and tokens[0].lower_ != "whether"
    ):
        tokens.pop(0)
    return " ".join("".join(_with_space(t) for t in tokens).split())


def _with_space(token: Token) -> str:
    """A token and the space after it, be it its own or that of a mark which is left out."""
    following = token.nbor() if token.i + 1 < len(token.doc) else token
    after = following.whitespace_ if following.is_quote and following.tag_ != "POS" else ""
    return " " if token.is_space else token.text_with_ws + after
