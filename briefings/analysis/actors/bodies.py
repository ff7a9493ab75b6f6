"""Names of organisations and places -> one cluster each.

Places and known organisations are one by the knowledge files ("Britain", "UK"). For the rest:
1. equal names, but for the article and "Inc.";
2. "Norr Harbour Board (NHB)", whatever the letters;
3. initials of a longer name;
4. a shorter name within a longer one: with its head word ("Home Office" in "Ostrian Home
   Office"), or with nothing but head words left ("Acme" in "Acme Group").
"""

from __future__ import annotations

from collections import Counter, defaultdict

from briefings.analysis.actors import lexicon
from briefings.analysis.actors.agency import Agency
from briefings.analysis.actors.clusters import Cluster
from briefings.analysis.actors.context import Context
from briefings.analysis.actors.designators import JOINS
from briefings.analysis.actors.lexicon import Known
from briefings.analysis.actors.names import Label, Name, is_acronym, is_origin, key
from briefings.briefing import ActorType

NAMED_BY_KNOWLEDGE = frozenset((ActorType.STATE, ActorType.PLACE, ActorType.PARTY))


def cluster_bodies(context: Context, names: list[Name], agency: Agency) -> list[Cluster]:
    """Clusters of the names of organisations and places, in the order of first mention."""
    groups: dict[str, Cluster] = {}
    for name in names:
        if name.label is Label.PERSON:
            continue
        text = key(context, name.start, name.end)
        identity = _identity(text, name)
        if identity not in groups:
            groups[identity] = Cluster(name.label, text, known=name.known)
        groups[identity].names.append(name)
    places = [c for c in groups.values() if c.label is Label.PLACE]
    bodies = [c for c in groups.values() if c.label is not Label.PLACE]
    _part_namesakes(places)
    clusters = [*places, *_joined(context, bodies)]
    for cluster in clusters:
        _settle(context, cluster, agency)
    _check_states(clusters)
    return clusters


def _check_states(clusters: list[Cluster]) -> None:
    """A body that many states have ("Congress") is of a state only if the text names that."""
    said = {c.known.name for c in clusters if c.known}
    said |= {c.state for c in clusters if not c.state.endswith("?")}
    for cluster in clusters:
        if cluster.state.endswith("?"):
            state = cluster.state.rstrip("?")
            cluster.state = state if state in said else ""


def _part_namesakes(places: list[Cluster]) -> None:
    """ "Georgia" is the American state where the text names Atlanta."""
    said = {cluster.name for cluster in places} | {c.known.name for c in places if c.known}
    for cluster in places:
        if cluster.known is not None and cluster.known.name in lexicon.namesakes():
            state, near = lexicon.namesakes()[cluster.known.name]
            if said & near:
                cluster.known = Known(cluster.known.name, ActorType.PLACE, state)


def _identity(text: str, name: Name) -> str:
    if name.known is not None:
        return f"{name.known.type}:{name.known.name}"
    words = text.split()
    if len(words) > 1 and words[-1].lower() in lexicon.grammar("legal"):
        words = words[:-1]
    if name.label is Label.PLACE and len(words) > 1 and words[-1] == "City":
        return f"{name.label}:{' '.join(words[:-1]).casefold()}"
    plain = " ".join(word.strip(",") for word in words).casefold()
    return f"{name.label}:{plain}"


def _joined(context: Context, bodies: list[Cluster]) -> list[Cluster]:
    """Joins short forms to long ones, the longest short form first."""
    kept = {id(cluster): cluster for cluster in bodies}
    explicit = _explicit_pairs(context, bodies)
    forms = {id(c): _forms(context, c) for c in bodies}
    by_word = _index(bodies, forms)
    for short in sorted(bodies, key=lambda c: -len(c.name)):
        long = explicit.get(id(short))
        if long is None or long is short or id(long) not in kept:
            long = _owner(short, _candidates(short, by_word, forms), forms)
        if long is None or long is short or id(long) not in kept:
            continue
        long.names.extend(short.names)
        long.names.sort(key=lambda name: name.start)
        long.known = long.known or short.known
        forms[id(long)] |= forms[id(short)]
        del kept[id(short)]
    return list(kept.values())


def _forms(context: Context, cluster: Cluster) -> set[str]:
    return {key(context, n.start, n.end) for n in cluster.names}


def _index(bodies: list[Cluster], forms: dict[int, set[str]]) -> dict[str, list[Cluster]]:
    """Which clusters hold a word, or begin with the initials of an acronym."""
    index: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in bodies:
        words = {w.casefold() for form in forms[id(cluster)] for w in form.split()}
        words |= {i for form in forms[id(cluster)] for i in initials(form)}
        for word in words:
            index[word].append(cluster)
    return index


def _candidates(
    short: Cluster, index: dict[str, list[Cluster]], forms: dict[int, set[str]]
) -> list[Cluster]:
    found: dict[int, Cluster] = {}
    for form in forms[id(short)]:
        words = [w.casefold() for w in form.split() if w.casefold() not in lexicon.grammar("small")]
        rare = min(words, key=lambda w: len(index.get(w, ())), default="")
        for cluster in [*index.get(rare, ()), *index.get(_letters(form), ())]:
            if cluster is not short:
                found[id(cluster)] = cluster
    return list(found.values())


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum()).casefold()


def initials(text: str) -> set[str]:
    """The acronyms that a long name may have, in small letters.

    "Norr Board of Harbours" -> "nbh", "nboh".
    """
    words = [w for part in text.split() for w in part.split("-") if w and w[0].isalnum()]
    if len(words) < 2:
        return set()
    every = "".join(w[0] for w in words).casefold()
    large = "".join(w[0] for w in words if w.casefold() not in lexicon.grammar("small")).casefold()
    return {every, large}


def _explicit_pairs(context: Context, bodies: list[Cluster]) -> dict[int, Cluster]:
    """ "Norr Harbour Board (NHB)": the acronym's cluster -> the long one's."""
    ends = {name.end: c for c in bodies for name in c.names}
    pairs: dict[int, Cluster] = {}
    for cluster in bodies:
        for name in cluster.names:
            before = name.start - 1
            if context.lower(before) != "(" or context.lower(name.end) != ")":
                continue
            long = ends.get(before)
            if long is None or long is cluster:
                continue
            if is_acronym(cluster.name):
                pairs[id(cluster)] = long
            elif is_acronym(long.name):
                pairs[id(long)] = cluster
    return pairs


def _owner(short: Cluster, candidates: list[Cluster], forms: dict[int, set[str]]) -> Cluster | None:
    """The one longer name that a short one belongs to; of two the one named before, or none."""
    owners = [
        long
        for long in candidates
        if any(_belongs(a, b) for a in forms[id(short)] for b in forms[id(long)])
        and not (short.known and long.known)
        and not _has_long_form(short, forms[id(short)], long)
    ]
    if len(owners) < 2:
        return owners[0] if owners else None
    first = short.names[0].start
    before = [c for c in owners if c.names[0].start < first]
    return max(before, key=lambda c: c.names[0].start) if before else None


def _has_long_form(short: Cluster, forms: set[str], long: Cluster) -> bool:
    """Whether an acronym stands for another name already: "NHB" for Norr Harbour Board."""
    if long.label is Label.PLACE or not any(is_acronym(form) for form in forms):
        return False
    spelled = {*forms, short.known.name} if short.known else forms
    acronyms = {_letters(form) for form in forms if is_acronym(form)}
    return any(initials(form) & acronyms for form in spelled if not is_acronym(form))


def _belongs(short: str, long: str) -> bool:
    a = [w.casefold() for w in short.split() if w.casefold() not in lexicon.grammar("small")]
    b = [w.casefold() for w in long.split() if w.casefold() not in lexicon.grammar("small")]
    if is_acronym(short) and len(a) == 1:
        return _letters(short) in initials(long) or (b[:1] == a and _only_growth(b[1:]))
    if not a or len(a) >= len(b) or not set(a) <= set(b):
        return False
    if len(a) == 1 and a[0] in lexicon.head_kinds():
        return False
    if len(a) == 1 and a[0] == b[-1] and a[0].endswith("s"):
        return True  # "Tigers" and "Norr Tigers"
    rest = [w for w in b if w not in a]
    if _only_growth(rest) and (b[: len(a)] == a or len(b) == len(a) + 1):
        return a[0] not in lexicon.designators("weak", "words")
    if b[: len(a)] == a and any(w in lexicon.head_kinds() for w in rest):
        return False  # "Lund College" and "Lund College Choir"
    at = next((i for i in range(len(b)) if b[i : i + len(a)] == a), -1)
    return len(a) > 1 and _head_word(long) in a and (at >= 0 or _is_origins(rest, long))


def _is_origins(rest: list[str], long: str) -> bool:
    words = {w.casefold(): w for w in long.split()}
    return all(is_origin(words.get(w, w)) for w in rest)


def _only_growth(words: list[str]) -> bool:
    """Whether words only say what kind of body it is: "[Acme] Group", "Church of [X]"."""
    return bool(words) and all(
        w in lexicon.grammar("growth") or w in lexicon.grammar("legal") for w in words
    )


def _head_word(text: str) -> str:
    """The word that says what kind of body it is: "Supreme [Court] of Ostria"."""
    heads = [w for w in before_join(text) if w in lexicon.head_kinds()]
    return heads[-1] if heads else ""


def before_join(text: str) -> list[str]:
    """The words of a name up to its "of" or "for", small: "Bank of Ostria" -> "bank"."""
    words = [word.casefold().strip(",") for word in text.split()]
    joins = [i for i, word in enumerate(words) if word in JOINS and i]
    return words[: joins[0]] if joins else words


def _settle(context: Context, cluster: Cluster, agency: Agency) -> None:
    """Gives a cluster its best name, its type and its state."""
    forms = Counter(key(context, n.start, n.end) for n in cluster.names)
    spelled = [form for form in forms if not is_acronym(form)]
    known = cluster.known
    best = max(spelled or list(forms), key=lambda form: (len(form.split()), forms[form]))
    cluster.name = best
    if known is not None:
        cluster.type, cluster.state = known.type, known.state
        if known.type in NAMED_BY_KNOWLEDGE or known.name in forms:
            cluster.name = known.name
        elif spelled:
            cluster.name = max(spelled, key=lambda form: (forms[form], len(form)))
    elif cluster.label is Label.PLACE:
        cluster.type = ActorType.PLACE
    else:
        kinds = [kind for name in cluster.names if (kind := agency.kind_before(name))]
        cluster.type = type_of_name(best)
        if kinds and cluster.type is ActorType.ORGANIZATION:
            cluster.type = kinds[0]
        cluster.state = _state_in(best)


def type_of_name(text: str) -> ActorType:
    """The kind of an organisation by the words of its name."""
    words = before_join(text)
    kinds = lexicon.head_kinds()
    heads = [w for w in words if w in kinds]
    if not heads:
        return ActorType.ORGANIZATION
    kind = kinds[heads[-1]]
    if kind is ActorType.GOVERNMENT and words[0] in lexicon.grammar("worldwide"):
        return ActorType.INTERNATIONAL_ORGANIZATION
    if kind is ActorType.GOVERNMENT and heads[-1] in lexicon.grammar("deliberative"):
        stately = set(text.casefold().split()) & lexicon.grammar("stately") or _state_in(text)
        return kind if stately else ActorType.ORGANIZATION
    return kind


def _state_in(text: str) -> str:
    """The state that an organisation's name holds: "Bank of Ostria", "Ostrian Home Office"."""
    words = text.split()
    for i, word in enumerate(words):
        if word in lexicon.grammar("about"):
            words = words[:i]
            break
    for length in (3, 2, 1):
        for at in range(len(words) - length + 1):
            parts = lexicon.pieces(" ".join(words[at : at + length]))
            known = lexicon.gazetteer().get(parts) or lexicon.adjectives().get(parts)
            if known is not None and known.type is ActorType.STATE:
                return known.name
    return ""
