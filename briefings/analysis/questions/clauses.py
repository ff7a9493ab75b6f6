"""A clause of the text -> a question that asks whether, or what, or why.

The words are those of the text; what changes is the order and the form of the verb. If the result
would not read well there is none, and the caller falls back on a template.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.finding import Form
from briefings.analysis.questions.grammar import WH_WORDS, child, children, lemma, modal
from briefings.analysis.questions.naming import Names
from briefings.analysis.questions.trimming import LEVELS, kept, kept_after
from briefings.analysis.questions.wording import worded

if TYPE_CHECKING:
    from spacy.tokens import Token

MAX_LENGTH = 90
"""The longest question in characters."""
_MODALS = frozenset({"will", "would", "can", "could", "should", "must"})
_PLURAL = frozenset({"they", "we", "these", "those", "many", "both", "few", "several"})
_UNWORDED = frozenset({"which", "that", "who", "what", "there"})


def question_about(clause: Token, form: Form, doer: Token | None, names: Names) -> str | None:
    """The question that a clause leaves open, at most `MAX_LENGTH` characters, or None.

    Args:
        clause: The head of the clause.
        form: `EVENT` asks for what will be, `STATEMENT` keeps the clause's own tense.
        doer: Who does it, if the clause has no subject of its own.
        names: By whom pronouns are replaced.
    """
    wh = _wh_phrase(clause)
    for level in LEVELS:
        if wh is not None:
            text = _wh_question(clause, wh, doer, names, level)
        else:
            text = _yes_no(clause, form, doer, names, level)
        if text is None:
            return None
        if len(text) <= MAX_LENGTH:
            return text
    return None


def _wh_phrase(clause: Token) -> list[Token] | None:
    """The question words at the beginning of an indirect question, or None if it asks whether."""
    first = clause.left_edge
    if first.lower_ not in WH_WORDS:
        return None
    who = child(clause, "nsubj", "nsubjpass", "csubj")
    if who is None or who.left_edge == first:
        end = who.right_edge.i + 1 if who is not None else first.i + 1
        return [t for t in clause.doc[first.i : end] if not t.is_punct]
    if who.left_edge.i <= first.i:
        return None
    return [t for t in clause.doc[first.i : who.left_edge.i] if not t.is_punct]


def _wh_question(
    clause: Token, wh: list[Token], doer: Token | None, names: Names, level: int
) -> str | None:
    head = worded(wh, names)
    who = child(clause, "nsubj", "nsubjpass", "csubj")
    rest = [t for t in kept_after(clause, level) if t not in wh]
    if head is None:
        return None
    if who is not None and who.left_edge == wh[0]:
        verbs = sorted([*children(clause, "aux", "auxpass", "neg"), clause], key=lambda t: t.i)
        tail = worded([*verbs, *rest], names)
        return None if tail is None else _asked(head, tail)
    if who is None:
        if doer is None or clause.tag_ != "VB":
            return None
        subject = worded(_noun_tokens(doer, level), names)
        tail = worded([clause, *rest], names)
        return None if subject is None or tail is None else _asked(head, "will", subject, tail)
    body = _inverted(clause, who, rest, Form.STATEMENT, names, level)
    return None if body is None else _asked(head, body)


def _yes_no(clause: Token, form: Form, doer: Token | None, names: Names, level: int) -> str | None:
    who = child(clause, "nsubj", "nsubjpass", "expl", "csubj") or doer
    if who is None or who.dep_ == "csubj" or who.lower_ in _UNWORDED - {"there"}:
        return None
    body = _inverted(clause, who, kept_after(clause, level), form, names, level)
    return None if body is None else _asked(body)


def _inverted(
    clause: Token, who: Token, rest: list[Token], form: Form, names: Names, level: int
) -> str | None:
    """Auxiliary, subject, verb and the rest: "did the mayor know of it"."""
    subject = worded(_noun_tokens(who, level), names)
    tail = worded(rest, names) if rest else ""
    if subject is None or tail is None:
        return None
    front, verb = _verb_forms(clause, who, form)
    return " ".join(part for part in (front, subject, verb, tail) if part)


def _noun_tokens(noun: Token, level: int) -> list[Token]:
    return kept(noun, max(level, 1))


def _verb_forms(clause: Token, who: Token, form: Form) -> tuple[str, str]:
    """What goes before the subject and what after it: ("did", "know"), ("is", "")."""
    auxiliaries = [c for c in children(clause, "aux", "auxpass") if c.lower_ != "to"]
    base = lemma(clause) if clause.pos_ in {"VERB", "AUX"} else f"be {clause.text}"
    passive = child(clause, "auxpass", "nsubjpass") is not None and clause.tag_ == "VBN"
    helping = modal(clause)
    if form is Form.EVENT or (not auxiliaries and clause.tag_ in {"VB", "VBG", "VBN"}):
        front = "can" if helping == "can" else "will"
        if passive or (clause.tag_ == "VBN" and not auxiliaries):
            return front, f"be {clause.text}"
        return front, base
    if helping:
        after = " ".join(
            ["be" if lemma(c) == "be" and c.lower_ != "been" else c.text for c in auxiliaries[1:]]
        )
        main = clause.text if auxiliaries[1:] else base
        return helping if helping in _MODALS else "will", f"{after} {main}".strip()
    if auxiliaries:
        after = " ".join(c.text for c in auxiliaries[1:])
        main = base if lemma(auxiliaries[0]) == "do" else clause.text
        return _agreeing(auxiliaries[0], who), f"{after} {main}".strip()
    if lemma(clause) == "be":
        return _agreeing(clause, who), ""
    if clause.tag_ == "VBD":
        return "did", base
    return "do" if _is_plural(who) else "does", base


def _agreeing(verb: Token, who: Token) -> str:
    """An auxiliary with its subject, also where a name has replaced "I"."""
    written = {"’s": "is", "'s": "is", "’re": "are", "'re": "are", "’ve": "have", "'ve": "have"}
    word = written.get(verb.lower_, verb.lower_)
    if word == "is" and verb.head.tag_ == "VBN" and verb.dep_ == "aux":
        word = "has"
    if who.lower_ == "i":
        return {"am": "is", "’m": "is", "'m": "is", "have": "has", "do": "does"}.get(word, word)
    return word


def _is_plural(who: Token) -> bool:
    return (
        who.tag_ in {"NNS", "NNPS"}
        or who.lower_ in _PLURAL
        or any(c.dep_ == "conj" for c in who.children)
    )


def _asked(*parts: str) -> str:
    text = " ".join(part for part in parts if part)
    return f"{text[:1].upper()}{text[1:]}?"
