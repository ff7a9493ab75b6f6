"""Names of people -> one cluster a person.

1. Full names: the same surname and a first name that fits ("Ann Lee", "A. Lee", "Ann M. Lee").
   Different first names or middle initials are different people.
2. A single word: the owner of that surname, then of that first name, then of that inner word.
   Of several owners, the title decides ("Mrs. Moss"), then who was named most so far. A long
   one without an owner is another's surname if it differs in one letter.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from functools import cache

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.clusters import Cluster
from briefings.analysis.actors.context import Context
from briefings.analysis.actors.names import Label, Name, key
from briefings.briefing import ActorType

SHORTEST_SKELETON = 3
LONG_SURNAME = 7
FOLDS = str.maketrans("zwcqyj", "svkkii")


def cluster_people(context: Context, names: list[Name]) -> list[Cluster]:
    """Clusters of the names that are people's, in the order of first mention."""
    people = [name for name in names if name.label is Label.PERSON]
    clusters: list[Cluster] = []
    by_surname: dict[str, list[Cluster]] = defaultdict(list)
    owner_of: dict[str, Cluster] = {}
    for name in people:
        text = person_key(context, name)
        if len(_bare(text)) < 2:
            continue
        if text not in owner_of:
            surname = _folded(_bare(text)[-1])
            fitting = [c for c in by_surname[surname] if _same_person(c.name, text)]
            if not fitting:
                fitting = [c for c in by_surname[surname] if _ends_with(c.name, text)]
            if fitting:
                owner_of[text] = fitting[0]
            else:
                owner_of[text] = Cluster(Label.PERSON, text, type=ActorType.PERSON)
                clusters.append(owner_of[text])
                by_surname[surname].append(owner_of[text])
        owner_of[text].names.append(name)
        if _is_better_name(text, owner_of[text].name):
            owner_of[text].name = text
    for cluster in clusters:
        cluster.gender = _gender(context, cluster)
    clusters += _join_singles(context, people, clusters)
    for cluster in clusters:
        cluster.gender = _gender(context, cluster)
    return clusters


def _is_better_name(text: str, name: str) -> bool:
    """The longer form is better, unless it only begins with a word that is no first name."""
    if len(text.split()) > len(name.split()):
        return lexicon.is_first_name(text.split()[0]) or not _ends_with(text, name)
    return _ends_with(text, name) and text != name and not lexicon.is_first_name(name.split()[0])


def person_key(context: Context, name: Name) -> str:
    """A person's name as one form; small capitals of a headline undone."""
    text = key(context, name.start, name.end)
    if context.headline[name.start] and text.isupper() and len(text) > 3:
        return text.title()
    return text


def _bare(text: str) -> list[str]:
    """The words of a name without "Jr." and the like."""
    words = [word.strip(",") for word in text.split()]
    while len(words) > 1 and words[-1].lower() in lexicon.grammar("suffixes"):
        words.pop()
    return words


@cache
def _folded(word: str) -> str:
    """One form for the ways of writing a foreign name: "Zelenskyy", "Zelensky" -> "selenski"."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    letters = "".join(c for c in plain if c.isalpha()).translate(FOLDS).replace("kh", "h")
    return "".join(c for i, c in enumerate(letters) if i == 0 or c != letters[i - 1])


def _same_person(one: str, other: str) -> bool:
    """Whether two full names with one surname fit.

    "Ann Lee" fits "A. Lee" and "Ann M. Lee"; not "Amy Lee"; "Ann M. Lee" not "Ann K. Lee".
    """
    if _suffix(one) != _suffix(other) and _suffix(other):
        return False
    mine, yours = _bare(one), _bare(other)
    if not _fits(mine[0], yours[0]):
        return False
    middle, others = mine[1:-1], yours[1:-1]
    if not middle or not others:
        return True
    return all(_fits(a, b) for a, b in zip(middle, others, strict=False))


def _ends_with(one: str, other: str) -> bool:
    """Whether a full name is the end of another: "Oxenbyite Ann Lee" and "Ann Lee"."""
    short, long = sorted((one.split(), other.split()), key=len)
    return len(short) > 1 and long[-len(short) :] == short


def _suffix(text: str) -> str:
    last = text.split()[-1].lower().strip(".,")
    return last if last in lexicon.grammar("suffixes") else ""


def _fits(one: str, other: str) -> bool:
    """Whether two first names may be one: equal, an initial, or another spelling."""
    a, b = one.rstrip("."), other.rstrip(".")
    if a.casefold() == b.casefold() or _folded(a) == _folded(b):
        return True
    full = lexicon.short_names()
    if a in full and b in full and full[a] & full[b]:
        return True
    if min(len(a), len(b)) == 1:
        return a[:1].casefold() == b[:1].casefold()
    if lexicon.gender_of_first_name(a) != lexicon.gender_of_first_name(b):
        return False
    skeleton = _skeleton(a)
    return len(skeleton) >= SHORTEST_SKELETON and skeleton == _skeleton(b)


def _skeleton(word: str) -> str:
    folded = _folded(word)
    return folded[:1] + "".join(c for c in folded[1:] if c not in "aeiou")


def _join_singles(context: Context, people: list[Name], clusters: list[Cluster]) -> list[Cluster]:
    """Gives names of one word to their owner; returns clusters for those without one."""
    owners = _owners(clusters)
    said: Counter[int] = Counter()
    place_of_full = {id(n): c for c in clusters for n in c.names}
    lonely: dict[str, Cluster] = {}
    last_in: dict[int, tuple[int, Cluster]] = {}
    for name in people:
        owner = place_of_full.get(id(name))
        if owner is None:
            text = person_key(context, name)
            word = _bare(text)[-1]
            found = owners.get(_folded(word), [])
            owner = _choose(context, name, found, said, last_in)
            folded = _folded(word)
            if owner is None and folded not in lonely:
                owner = _misprinted(folded, clusters)
            if owner is None:
                if folded.endswith("s") and folded[:-1] in owners:
                    continue  # "the Clintons" are no single person
                if folded not in lonely:
                    lonely[folded] = Cluster(Label.PERSON, text, type=ActorType.PERSON)
                owner = lonely[folded]
            owner.names.append(name)
            said[id(owner)] += 1
        for part in owner.words():
            last_in[hash(_folded(part))] = (context.paragraph_of[name.start], owner)
    return list(lonely.values())


def _misprinted(folded: str, clusters: list[Cluster]) -> Cluster | None:
    """The one owner of a long surname that differs in one letter: "Marschall", "Marshall"."""
    if len(folded) < LONG_SURNAME or lexicon.is_first_name(folded.capitalize()):
        return None
    near = [c for c in clusters if _is_one_letter_off(folded, _folded(_bare(c.name)[-1]))]
    return near[0] if len(near) == 1 else None


def _is_one_letter_off(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1 or len(short) < LONG_SURNAME or one[:1] != other[:1]:
        return False
    at = next((i for i, c in enumerate(short) if c != long[i]), len(short))
    rest = at if len(short) < len(long) else at + 1
    return short[rest:] == long[at + 1 :]


def _owners(clusters: list[Cluster]) -> dict[str, list[Cluster]]:
    """Who may be called by a word: owners of the surname, else of a first name, else inside."""
    levels: list[dict[str, list[Cluster]]] = [defaultdict(list) for _ in range(3)]
    for cluster in clusters:
        words = _bare(cluster.name)
        levels[0][_folded(words[-1])].append(cluster)
        levels[1][_folded(words[0])].append(cluster)
        for word in words[1:-1]:
            if len(word) > 2:
                levels[2][_folded(word)].append(cluster)
    merged: dict[str, list[Cluster]] = {}
    for level in levels:
        for word, found in level.items():
            merged.setdefault(word, found)
    return merged


def _choose(
    context: Context,
    name: Name,
    found: list[Cluster],
    said: Counter[int],
    last_in: dict[int, tuple[int, Cluster]],
) -> Cluster | None:
    if len(found) < 2:
        return found[0] if found else None
    gender = title_gender(context, name)
    if gender:
        fitting = [c for c in found if c.gender == gender]
        if fitting:
            found = fitting
    paragraph = context.paragraph_of[name.start]
    word = hash(_folded(_bare(person_key(context, name))[-1]))
    near = last_in.get(word)
    if near is not None and near[0] == paragraph and near[1] in found and said[id(near[1])]:
        return near[1]
    return max(found, key=lambda c: said[id(c)])


def title_gender(context: Context, name: Name) -> str:
    """What a title before a name says of the gender: "Mrs. Moss"."""
    for i in (name.start - 1, name.start):
        if i < 0 or not context.same_line(i, name.start):
            continue
        word = context.lower(i).rstrip(".")
        if word in lexicon.titles("male"):
            return "male"
        if word in lexicon.titles("female"):
            return "female"
    return ""


def _gender(context: Context, cluster: Cluster) -> str:
    votes = Counter(title_gender(context, name) for name in cluster.names)
    del votes[""]
    if votes:
        return votes.most_common(1)[0][0]
    words = _bare(cluster.name)
    if len(words) > 1 and not words[0].endswith("."):
        return lexicon.gender_of_first_name(words[0])
    return ""
