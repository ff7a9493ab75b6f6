"""A clause of the text -> a question that asks whether, or what, or why.

The words are those of the text; what changes is the order and the form of the verb. If the result
would not read well there is none, and the caller falls back on a template.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.analysis.questions.cues import cues
from briefings.analysis.questions.finding import Form
from briefings.analysis.questions.grammar import (
    WH_WORDS,
    asked_clause,
    child,
    children,
    edges,
    lemma,
    modal,
)
from briefings.analysis.questions.naming import Names
from briefings.analysis.questions.trimming import LEVELS, kept, kept_around
from briefings.analysis.questions.wording import Writer

if TYPE_CHECKING:
    from spacy.tokens import Token

MAX_LENGTH = 90
"""The longest question in characters."""
_ASKING = frozenset({"decide", "determine", "know", "learn", "see", "say", "consider", "assess"})
_LINKING = frozenset({"become", "seem", "appear"})
_MODALS = frozenset({"will", "would", "can", "could", "should", "must"})
_PLURAL = frozenset({"they", "we", "these", "those", "many", "both", "few", "several"})
_UNWORDED = frozenset({"which", "that", "who", "what"})


def question_about(clause: Token, form: Form, doer: Token | None, names: Names) -> str | None:
    """The question that a clause leaves open, at most `MAX_LENGTH` characters, or None.

    Args:
        clause: The head of the clause.
        form: `EVENT` asks for what will be, `STATEMENT` keeps the clause's own tense.
        doer: Who does it, if the clause has no subject of its own.
        names: By whom pronouns are replaced.
    """
    inner = asked_clause(clause) if lemma(clause) in _ASKING else None
    if inner is not None:
        form = form if _wh_phrase(inner) is not None else Form.STATEMENT
        clause = inner
    timed = clause.dep_ == "advcl" and form is Form.EVENT
    wh = _wh_phrase(clause) if clause.dep_ != "relcl" and not timed else None
    if lemma(clause) in _LINKING and child(clause, "acomp", "attr", "oprd", "xcomp") is None:
        return None
    for level in LEVELS:
        rest = kept_around(clause, level)
        if rest is None:
            return None
        trimmed = _Clause(clause, form, doer, Writer(names), level, rest)
        text = trimmed.yes_no() if wh is None else trimmed.wh(wh)
        if text is None or not _reads_well(text):
            return None
        if len(text) <= MAX_LENGTH:
            return text
    return None


def _reads_well(text: str) -> bool:
    """Whether a question begins as one, and does not end in the middle or say nothing."""
    words = text.rstrip("?").split()
    if words[0].lower() not in WH_WORDS | cues("phrasing", "openings"):
        return False
    if words[-1].endswith(("’s", "'s")) and len(words) > 2:
        return False
    if words[-1].endswith(("n't", "n’t")):
        # "if she doesn't": what, stands in the sentence before
        return False
    if words[-1] == "be" and words[-2] in _MODALS:
        # the parser has lost the subject
        return False
    return len(words) > 3 or words[-1] not in cues("phrasing", "vague")


def _is_relative(token: Token | None) -> bool:
    return token is not None and token.lower_ in {"who", "which", "that"}


def which_of(who: Token, clause: Token, names: Names) -> str | None:
    """ "Not all members will pay" -> "Which members will pay?", "Not everyone" -> "Who" """
    head, named = ("Who", []) if who.pos_ == "PRON" else ("Which", [who])
    for level in LEVELS:
        rest = kept_around(clause, level)
        if rest is None:
            return None
        verbs = [*children(clause, "aux", "auxpass"), clause, *rest[0]]
        words = Writer(names).words([*named, *sorted(verbs, key=lambda t: t.i), *rest[1]])
        if words is None:
            return None
        if len(words) <= MAX_LENGTH - len("Which ?"):
            return f"{head} {words}?"
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
    return [t for t in clause.doc[first.i : who.left_edge.i] if not t.is_punct]


class _Clause:
    """One clause at one level of trimming, about to be asked."""

    def __init__(
        self,
        clause: Token,
        form: Form,
        doer: Token | None,
        writer: Writer,
        level: int,
        rest: tuple[list[Token], list[Token]],
    ) -> None:
        self.clause = clause
        self.form = form
        self.doer = doer
        self.level = level
        self.writer = writer
        self.before, self.after = rest
        self.own_subject = child(clause, "nsubj", "nsubjpass", "csubj")
        if self.own_subject is None and (doer is None or lemma(clause) == "be"):
            # of "a win there could help" the parser makes "there could help"
            self.own_subject = child(clause, "expl")
        if clause.dep_ == "relcl" and _is_relative(self.own_subject):
            self.own_subject = clause.head

    def yes_no(self) -> str | None:
        """ "Will the mayor resign?" """
        who = self.own_subject or self.doer
        if who is None or who.lower_ in _UNWORDED or (who.dep_ == "csubj" and who.tag_ != "VBG"):
            return None
        if who.left_edge.lower_ in WH_WORDS:
            return self._asks_already(who)
        body = self._inverted(who, "")
        return None if body is None else _asked(body)

    def _asks_already(self, who: Token) -> str | None:
        """ "How many boats will return?", of a subject that is a question by itself"""
        front, verb = self._verb_forms(who)
        written = [self.writer.words(kept(who, max(self.level, 1)))]
        written += [self.writer.words(part) if part else "" for part in (self.before, self.after)]
        if any(part is None for part in written):
            return None
        head, before, after = (part or "" for part in written)
        return _asked(head, front, before, verb, after)

    def wh(self, wh: list[Token]) -> str | None:
        """ "Why did the mayor resign?", "Who will resign?" """
        head = self.writer.words(wh)
        if head is None or (len(wh) == 1 and wh[0].tag_ == "WDT"):
            return None
        self.after = [t for t in self.after if t not in wh]
        self.before = [t for t in self.before if t not in wh]
        who = self.own_subject
        if who is not None and who.left_edge == wh[0]:
            verbs = [*children(self.clause, "aux", "auxpass", "neg"), self.clause, *self.before]
            tail = self.writer.words([*sorted(verbs, key=lambda t: t.i), *self.after])
            return None if tail is None else _asked(head, tail)
        if who is None:
            if self.doer is None or self.clause.tag_ != "VB" or not _acts(self.doer):
                return None
            who, self.form = self.doer, Form.EVENT
        denied = "not" if child(self.clause, "neg") is not None else ""
        body = self._inverted(who, denied)
        return None if body is None else _asked(head, body)

    def _inverted(self, who: Token, denied: str) -> str | None:
        """Auxiliary, subject, verb and the rest: "did the mayor know of it"."""
        # a request hangs on whom it is made to: "asked the court to rule"
        own = set(edges(self.clause)) if self.clause.is_ancestor(who) is False else set()
        tokens = [t for t in kept(who, max(self.level, 1)) if t not in own]
        subject = self.writer.words(tokens)
        if subject is None:
            return None
        front, verb = self._verb_forms(who)
        before = self.writer.words(self.before) if self.before else ""
        after = self.writer.words(self.after) if self.after else ""
        if before is None or after is None:
            return None
        if before and verb.startswith("be "):
            before, verb = f"be {before}", verb[3:]
        return " ".join(part for part in (front, subject, denied, before, verb, after) if part)

    def _verb_forms(self, who: Token) -> tuple[str, str]:
        """What goes before the subject and what after it: ("did", "know"), ("is", "")."""
        clause = self.clause
        auxiliaries = [c for c in children(clause, "aux", "auxpass") if c.lower_ != "to"]
        base = lemma(clause) if clause.pos_ in {"VERB", "AUX"} else f"be {clause.text}"
        passive = clause.tag_ == "VBN" and child(clause, "auxpass", "nsubjpass") is not None
        if self.form is Form.EVENT or (not auxiliaries and clause.tag_ in {"VB", "VBG", "VBN"}):
            front = "can" if modal(clause) == "can" else "will"
            wanted = clause.dep_ == "ccomp" and lemma(clause.head) in {"like", "need", "want"}
            # "wants the rule scrapped": the parser may take it for a past tense
            bare = (clause.tag_ == "VBN" or (wanted and clause.tag_ == "VBD")) and not auxiliaries
            return front, f"be {clause.text}" if passive or bare else base
        if modal(clause):
            return self._modal_forms(auxiliaries, base, who)
        if auxiliaries and auxiliaries[0].lower_ in {"had", "’d", "'d"}:
            if passive:
                return "were" if _is_plural(who) else "was", clause.text
            return "did", base
        if auxiliaries:
            after = " ".join(c.text for c in auxiliaries[1:])
            main = base if lemma(auxiliaries[0]) == "do" else clause.text
            return _agreeing(auxiliaries[0], who), f"{after} {main}".strip()
        if lemma(clause) == "be":
            return _agreeing(clause, who), ""
        if clause.tag_ == "VBD":
            return "did", base
        return "do" if _is_plural(who) else "does", base

    def _modal_forms(self, auxiliaries: list[Token], base: str, who: Token) -> tuple[str, str]:
        """ "may have seen" -> "did … see", "may be late" -> "is … late", "could go" as it is."""
        helping = modal(self.clause)
        others = [c for c in auxiliaries if c.tag_ != "MD"]
        words = [c.lower_ for c in others]
        if helping in {"may", "might"}:
            if "have" in words and "been" not in words:
                return ("was", "") if base == "be" else ("did", base)
            if "have" in words:
                return "were" if _is_plural(who) else "was", self.clause.text
            if base == "be" or "be" in words:
                verb = "" if base == "be" else self.clause.text
                return "are" if _is_plural(who) else "is", verb
        main = self.clause.text if others else base
        front = helping if helping in _MODALS else "will"
        return front, " ".join([*words, main])


def _acts(token: Token) -> bool:
    """Whether a word names someone who can do things: a name, a pronoun, a plural."""
    return bool(token.ent_type_) or token.tag_ in {"PRP", "NNS"}


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
        or (who.like_num and who.lower_ not in {"1", "one"})
        or who.lower_ in _PLURAL
        or any(c.dep_ == "conj" for c in who.children)
    )


def _asked(*parts: str) -> str:
    text = " ".join(part for part in parts if part).replace(" ’s ", "’s ").replace(" 's ", "'s ")
    return f"{text[:1].upper()}{text[1:]}?"
