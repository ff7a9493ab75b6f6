"""Names -> those that may be actors.

Works, events, prizes, laws, products, days and buildings are named in the news as often as
organisations are, and the model takes many of them for organisations. A name stays if something
speaks for it: knowledge, a word in it, or that it acts somewhere in the text.
"""

from __future__ import annotations

import re
from collections import defaultdict

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.agency import Agency
from briefings.analysis.actors.context import Context
from briefings.analysis.actors.names import (
    Label,
    Name,
    Source,
    is_acronym,
    is_origin,
    is_title,
    key,
)
from briefings.analysis.actors.runs import is_team

WHERE = frozenset(("in", "near", "at", "outside", "across"))
_VERSION = re.compile(r"\d")
_ADDRESS = re.compile(r"[@#]|\.(com|org|net|gov|edu|info|tv)$|^www\.", re.IGNORECASE)


def screened(context: Context, names: list[Name], agency: Agency) -> list[Name]:
    """The names that may be actors, in their order."""
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        groups[key(context, name.start, name.end)].append(name)
    judge = _Judge(context, agency, groups)
    return [n for n in names if judge.is_actor(key(context, n.start, n.end))]


def is_surname(context: Context, group: list[Name]) -> bool:
    """Whether one word is the surname of somebody whom the text names in full."""
    return any(context.tokens[n.start].text in context.surnames for n in group)


def title_before(context: Context, name: Name) -> bool:
    """ "Senator Moss"."""
    before = name.start - 1
    return context.same_line(before, name.start) and is_title(context.tokens[before].text)


def _is_attribute(word: str) -> bool:
    """ "French", "federal": a word that only says more of another."""
    return is_origin(word) or word.lower() in lexicon.titles("modifiers")


def _is_label(word: str) -> bool:
    """ "VR" in "Arkham VR": an acronym is no surname."""
    is_suffix = word.lower() in lexicon.grammar("suffixes")
    return word.isupper() and 1 < len(word) < 4 and not is_suffix


class _Judge:
    def __init__(self, context: Context, agency: Agency, groups: dict[str, list[Name]]) -> None:
        self.context = context
        self.agency = agency
        self.groups = groups
        self.answers: dict[str, bool] = {}

    def is_actor(self, text: str) -> bool:
        if text not in self.answers:
            self.answers[text] = self._judge(text, self.groups[text])
        return self.answers[text]

    def _judge(self, text: str, group: list[Name]) -> bool:
        label = group[0].label
        if label is Label.OTHER or not any(c.isalpha() for c in text):
            return False
        if group[0].known is not None:
            return self._is_known_actor(group)
        if text.lower() in lexicon.designators("things", "never"):
            return False
        is_designated = any(n.source is Source.DESIGNATOR for n in group)
        if not is_designated and all(_is_attribute(w) for w in text.split()):
            return False
        if _ADDRESS.search(text):
            return False
        if label is Label.PERSON:
            return self._is_person(text, group)
        if label is Label.PLACE:
            return self._is_place(text, group)
        return self._is_organization(text, group)

    def _is_known_actor(self, group: list[Name]) -> bool:
        """A part of the world only acts as a way of speaking: "Europe wants"."""
        known = group[0].known
        if known is not None and known.name in lexicon.regions():
            return any(self.agency.speaks(n) or self.agency.holds(n) for n in group)
        return True

    def _is_person(self, text: str, group: list[Name]) -> bool:
        words = text.split()
        if all(self._is_work(n) or self._has_article(n) for n in group):
            return False
        if self._is_loose(group):
            return False
        last = words[-1].lower()
        if len(words) > 1 and last in lexicon.designators("things", "last"):
            return lexicon.is_first_name(words[0]) and last in {
                "day",
                "case",
                "rule",
                "ball",
                "bond",
            }
        if _VERSION.search(text) or any(w.lower() in {"'s", "day", "award", "act"} for w in words):
            return False
        if "and" in words or (len(words) > 1 and _is_label(words[-1])):
            return False
        if len(words) > 1:
            return not self._is_where(words[0], group)
        if self._is_plain_word(text, group) or self._is_short_for_thing(text):
            return False
        if last in lexicon.designators("things", "last") and not is_surname(self.context, group):
            return False
        return text[0].isupper() and len(text) > 1 and self._is_someone(group)

    def _is_someone(self, group: list[Name]) -> bool:
        """A single name needs a sign of a person: a surname, a first name, a title, a deed."""
        first = self.context.tokens[group[0].start].text
        if lexicon.is_first_name(first) or is_surname(self.context, group):
            return True
        return any(self.agency.acts(n) or title_before(self.context, n) for n in group)

    def _is_where(self, first: str, group: list[Name]) -> bool:
        """ "in Alto Norr": no person, if the first word is no known name and it never acts."""
        if lexicon.is_first_name(first) or any(self.agency.acts(n) for n in group):
            return False
        return all(self.context.lower(n.start - 1) in WHERE for n in group)

    def _has_article(self, name: Name) -> bool:
        """ "at the Victoria Ground": no person."""
        return self.context.lower(name.start - 1) in {"the", "a", "an"}

    def _is_short_for_thing(self, text: str) -> bool:
        """ "Norr-Moss" beside "the Norr-Moss Act"."""
        return any(f"{text} {thing}" in self.groups for thing in ("Act", "Bill", "Law", "Prize"))

    def _is_loose(self, group: list[Name]) -> bool:
        """Only ever the first word of a sentence, and never the subject of anything."""
        if any(len(n) > 1 for n in group):
            return False
        starts = self.context.sentence_starts
        return all(n.start in starts for n in group) and not any(
            self.agency.acts(n) or self.agency.is_subject(n) or self.context.is_possessive(n.end)
            for n in group
        )

    def _is_plain_word(self, text: str, group: list[Name]) -> bool:
        """A single word that the text writes small elsewhere, and that never acts."""
        if " " in text or text.lower() not in self.context.lower_words:
            return False
        return not any(self.agency.acts(n) for n in group)

    def _is_place(self, text: str, group: list[Name]) -> bool:
        """An unknown place needs a word that shows one, or speaks: "in Norr", "Norr, Ohio"."""
        if self._is_plain_word(text, group) or _VERSION.search(text) or self._is_loose(group):
            return False
        return any(self._stands_as_place(n) or self.agency.speaks(n) for n in group)

    def _stands_as_place(self, name: Name) -> bool:
        context = self.context
        before = name.start - 1
        if context.lower(before) == "the":
            before -= 1
        if context.same_line(before, name.start):
            if context.lower(before) in lexicon.designators("places", "prepositions"):
                return True
            if context.lower(before) == "of" and context.lower(before - 1) in (
                lexicon.designators("places", "governed")
            ):
                return True
        after = name.end
        return (
            context.lower(after) == ","
            and after + 1 < len(context.tokens)
            and context.tokens[after + 1].ent_type_ == "GPE"
        )

    def _is_organization(self, text: str, group: list[Name]) -> bool:
        words = [word.lower() for word in text.split()]
        if len(words) == 1 and (
            words[0] in lexicon.head_kinds() or words[0] in lexicon.titles("modifiers")
        ):
            return False
        if " ".join(words[-2:]) in lexicon.designators("things", "last"):
            return False
        if any(n.source is Source.DESIGNATOR for n in group):
            return True
        if words[0] in lexicon.designators("things", "first") and len(words) > 1:
            return False
        acts = sum(self.agency.acts(n) for n in group)
        bodily = any(self.agency.acts_as_body(n) for n in group)
        last = words[-1]
        if last in lexicon.designators("things", "last") and not bodily:
            return False
        if _VERSION.search(text) and not bodily:
            return False
        if self._is_plain_word(text, group) or all(self._is_work(n) for n in group):
            return False
        if last in lexicon.head_kinds() and len(words) > 1:
            return True
        if any(is_team(self.context, n.start, n.end) for n in group):
            return True
        if is_acronym(text):
            return acts > 0 or self._is_spelled_out(group)
        return acts > 0

    def _is_spelled_out(self, group: list[Name]) -> bool:
        """ "Norr Harbour Board (NHB)"."""
        context = self.context
        for name in group:
            opens = context.lower(name.start - 1) == "(" and context.capital(name.start - 2)
            if context.lower(name.start - 2) in lexicon.designators("things", "last"):
                return False
            if opens and context.lower(name.end) == ")":
                return True
            inside = range(name.end + 1, min(name.end + 3, len(context.tokens)))
            if context.lower(name.end) == "(" and all(context.capital(i) for i in inside):
                return True
        return False

    def _is_work(self, name: Name) -> bool:
        """A title: alone between quotation marks, or behind "the film"."""
        context = self.context
        quote = context.quotation_of[name.start]
        if quote >= 0:
            start, end = context.quotations[quote]
            if end - start <= len(name) + 3:
                return True
        return context.lower(name.start - 1) in lexicon.designators("things", "kinds")
