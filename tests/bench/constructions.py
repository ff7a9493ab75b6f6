"""Where the positions stand, by construction and by stance.

    python -m tests.bench.constructions attribution SCORER.py SPLIT_DIR
    python -m tests.bench.constructions stance GOLD.jsonl

The first counts, for each construction of the corpus' attributions, how many there are and how many
are found; what counts as found, and the format of the split, are those of the scorer whose file is
given. The second counts, for each stance, how many positions of the coded holders are shown and how
many of them have an accepted stance. Both print a Markdown table.

A construction is told from the marked cue and content by the parse: rough in the single case, the
same for every version of the program.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefings.analysis.parsing import Parse, parse
from briefings.briefing import Family, Stance
from tests.bench.predict import attribution, briefed, second_hand, stance_row

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMMON = """
say tell add write note argue think believe claim ask call report announce suggest explain
insist warn want know find show expect hope feel tweet describe reply continue
"""
COMMON = frozenset(_COMMON.split())
NAME_WORD = re.compile(r"[A-Z][\w.'’-]+")

Spans = list[list[int]]
Gold = dict[str, Spans]


def load_scorer(path: Path) -> Any:
    """The scorer as a module: its `read_gold`, `Tokens`, `cover_all`, `match` and `same_source`."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def words_of(parsed: Parse, spans: Spans) -> list[Token]:
    found: list[Token] = []
    for start, end in sorted(spans):
        span = parsed.doc.char_span(start, end, alignment_mode="expand")
        found.extend(t for t in span or () if not t.is_space)
    return found


def construction(parsed: Parse, gold: Gold, *, is_quoted: bool) -> str:
    """The kind of an attribution of the corpus, the first that fits."""
    cue, content = words_of(parsed, gold["cue"]), words_of(parsed, gold["content"])
    if not gold["source"]:
        return "no source"
    if [t.lower_ for t in cue[:2]] == ["according", "to"]:
        return "according to"
    verbs = [t for t in cue if t.pos_ == "VERB"]
    if not verbs or not content:
        return "cue without a verb"
    is_common = verbs[-1].lemma_.lower() in COMMON
    kind = "common verb" if is_common else "other verb"
    if is_quoted:
        return f"quoted, {kind}"
    if content[0].i < cue[0].i:
        return "parenthesis, or behind the content"
    if content[0].tag_ == "TO":
        return "infinitive"
    inside = {t.i for t in content}
    roots = [t for t in content if t.head.i not in inside or t.head == t]
    finite = [t for t in roots if t.pos_ in {"VERB", "AUX"} and t.tag_ not in {"VBG", "VB"}]
    if finite or content[0].lower_ == "that":
        return f"clause, {kind}"
    return f"noun or prepositional phrase, {kind}"


def by_construction(scorer: Any, split: Path) -> dict[str, tuple[int, int]]:
    """For each construction: how many there are, and how many are found."""
    seen: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for text, gold in scorer.read_gold(split).values():
        document, briefing = briefed(text)
        parsed = parse(document)
        tokens = scorer.Tokens(text)
        guesses = [attribution(p) for p in briefing.positions if not second_hand(p)]
        marked = [row for row in gold if tokens.cover(row["content"])]
        ours = [row for row in guesses if tokens.cover(row["content"])]
        covered, guessed = scorer.cover_all(tokens, marked), scorer.cover_all(tokens, ours)
        found = {
            g
            for g, p, overlap in scorer.match(covered, guessed)
            if overlap >= scorer.IOU and scorer.same_source(covered[g], guessed[p])
        }
        for number, row in enumerate(marked):
            quoted = tokens.quoted(covered[number]["content"])
            kind = construction(parsed, row, is_quoted=quoted)
            seen[kind] += 1
            hits[kind] += number in found
    return {kind: (count, hits[kind]) for kind, count in seen.most_common()}


def by_stance(records: Iterable[dict[str, Any]]) -> dict[str, tuple[int, int]]:
    """For each stance: how many positions of coded holders are shown, and how many are accepted."""
    shown: Counter[str] = Counter()
    accepted: Counter[str] = Counter()
    for record in records:
        wanted = name_words(record["holders"])
        for position in stance_row(record["text"])["positions"]:
            if wanted & name_words(position["holders"]):
                shown[position["stance"]] += 1
                accepted[position["stance"]] += position["stance"] in record["accept"]
    return {stance: (shown[stance], accepted[stance]) for stance in Stance}


def name_words(names: Iterable[str]) -> set[str]:
    """The capitalised words of names, as the scorer of stances compares them."""
    return {w.rstrip("s").rstrip("'’") for name in names for w in NAME_WORD.findall(name)}


def table(head: tuple[str, str, str], rows: dict[str, tuple[int, int]]) -> str:
    lines = [f"| {head[0]} | {head[1]} | {head[2]} |", "|---|---|---|"]
    for name, (count, good) in rows.items():
        share = f"{100 * good / count:.0f}" if count else "–"
        lines.append(f"| {name} | {count} | {share} |")
    return "\n".join(lines)


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.constructions",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    kinds = parser.add_subparsers(dest="what", required=True)
    of_attribution = kinds.add_parser("attribution")
    of_attribution.add_argument("scorer", type=Path)
    of_attribution.add_argument("split", type=Path)
    of_stance = kinds.add_parser("stance")
    of_stance.add_argument("gold", type=Path)
    options = parser.parse_args(words)
    if options.what == "attribution":
        rows = by_construction(load_scorer(options.scorer), options.split)
        print(table(("construction", "n", "recall"), rows))
        return 0
    lines = options.gold.read_text(encoding="utf-8").splitlines()
    rows = by_stance(json.loads(line) for line in lines if line.strip())
    families = {f"{stance.family.sign} {stance}": rows[stance] for stance in order()}
    print(table(("stance", "shown", "accepted"), families))
    return 0


def order() -> list[Stance]:
    """The stances, family by family."""
    return [stance for family in Family for stance in Stance if stance.family is family]


if __name__ == "__main__":
    sys.exit(main())
