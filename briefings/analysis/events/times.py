"""The parse of a document -> every expression of time in it, with its value.

A word of time ("Tuesday", "March", "weeks", a year) is looked up, the rule of its sort reads what
stands around it, and what is read is resolved against the date of publication as far as that is
known: to its precision, and never against anything else. An undated document dates nothing but
what states its own date.

The rules are ours. The libraries that were tried resolve single phrases well and running text
badly: `dateparser` reads the verb "may" as the month, "two weeks after the strike" and "sentenced
to 10 years" as dates counted from the publication, gives every time the precision of a
microsecond, and knows neither durations nor sets. The arithmetic is that of `datetime`.
"""

from __future__ import annotations

from dataclasses import replace

from briefings.analysis.events import dates, days, periods
from briefings.analysis.events.calendar import Reference, Value, fixed, nowhere
from briefings.analysis.events.lexicon import Lexicon, lexicon
from briefings.analysis.events.reading import Reading, Words
from briefings.analysis.events.units import unit_at
from briefings.analysis.parsing import Parse
from briefings.document import Document, Published, Span
from briefings.events import Time, TimeKind, TimePrecision

_JOINTS = frozenset({",", "at", "on", "around", "about", "by", "from", "shortly", "after", "just"})
_PAIRS = frozenset({("at", "least"), ("at", "most"), ("up", "to")})
_PAIRS |= {(word, "than") for word in ("more", "less", "fewer", "longer")}
_BETWEEN = 2
"""So many words may stand between a date and its time of day."""


def find_times(parse: Parse) -> tuple[Time, ...]:
    """Every expression of time, in the order of the text; none overlaps another.

    The span begins with the preposition ("by Friday", "for months"), since it changes what is
    meant. Dates and times of day have a value only if they can be placed on the calendar;
    durations and sets have one of their own ("P2Y", "XXXX-WXX-2").

    Args:
        parse: The parsed document; its `published` is what relative times are counted from.
    """
    found: list[Time] = []
    for phrase in parse.phrases:
        tokens = [token for token in phrase if not token.is_space]
        headline = _is_headline(parse.document, phrase.start_char)
        words = Words(tokens, [token.lower_ for token in tokens], headline)
        for reading in readings(words):
            found.append(_time(reading, words, parse.document.published))
    return tuple(found)


def _is_headline(document: Document, offset: int) -> bool:
    title = document.title_span
    return title is not None and title.start <= offset < title.end


def _time(reading: Reading, words: Words, published: Published | None) -> Time:
    first, last = words.tokens[reading.start], words.tokens[reading.end - 1]
    span = Span(first.idx, last.idx + len(last.text))
    value = Value("", TimePrecision.UNKNOWN)
    if reading.kind in {TimeKind.DURATION, TimeKind.SET}:
        value = reading.resolve(Reference())
    else:
        side, told = words.tense(reading.core)
        value = reading.resolve(Reference.of(published, side, told=told))
    return Time(span, reading.kind, value.text, value.precision)


def readings(words: Words) -> list[Reading]:
    """What the rules read in a sentence, from left to right, widened to whole phrases."""
    known = lexicon()
    found: list[Reading] = []
    index, behind = 0, 0
    while index < len(words.low):
        reading = _reading_at(words, index, known)
        if reading is None or reading.start < behind:
            index += 1
            continue
        if found and found[-1].end <= reading.start:
            joined = _joined(words, found[-1], reading)
            if joined is not None:
                found[-1] = joined
                index = behind = joined.end
                continue
        found.append(_widened(words, reading, behind, known))
        index = behind = reading.end
    return found


def _reading_at(words: Words, index: int, known: Lexicon) -> Reading | None:
    """What the rule of the word at an index reads; None for all but words of time."""
    word = words.low[index]
    if word[0].isdigit() or word[0] in "'’‘":
        return _figures_at(words, index)
    if word.startswith("mid-"):
        return _mid(words, index, word[4:], known)
    if word in known.units or word in known.plurals:
        if word == "century":
            return periods.century_at(words, index) or unit_at(words, index)
        if word == "quarter":
            return periods.part_at(words, index) or unit_at(words, index)
        return _night_or_unit(words, index, known)
    if word in known.months:
        return dates.month_at(words, index)
    if word in known.weekdays:
        return _dated_weekday(words, index, days.weekday_at(words, index))
    if word in known.short_weekdays:
        return _dated_weekday(words, index, None)
    if word in known.deictic_days:
        return days.deictic_at(words, index)
    if word in known.parts_of_day:
        return days.part_of_day_at(words, index) or _clock(words, index)
    if word in known.seasons:
        return periods.season_at(words, index)
    return _other_at(words, index, word, known)


def _mid(words: Words, index: int, rest: str, known: Lexicon) -> Reading | None:
    """Mid-2027 · mid-March: written as one word."""
    low = [*words.low[:index], rest, *words.low[index + 1 :]]
    inner = replace(words, low=low)
    reading = dates.year_alone(inner, index) if rest.isdigit() else None
    if rest in known.months and words.tokens[index].text[4:5].isupper():
        reading = dates.month_alone(inner, index, known.months[rest])
    return reading


def _other_at(words: Words, index: int, word: str, known: Lexicon) -> Reading | None:
    if word in known.sets:
        return _set(words, index, known.sets[word])
    if word == "tonight":
        return days.tonight_at(index)
    if word == "midnight":
        return _clock(words, index)
    if word == "weekend":
        return days.weekend_at(words, index)
    if word in {"half", "q1", "q2", "q3", "q4", "h1", "h2"}:
        return periods.part_at(words, index)
    if word in {"christmas", "new"}:
        return dates.holiday_at(words, index)
    if word[-1] == "s" and word[:-1] in known.weekdays:
        return days.weekdays_at(words, index)
    return None


def _figures_at(words: Words, index: int) -> Reading | None:
    """A date or time that begins with a figure, unless a later word reads it with more."""
    return (
        dates.written_in_figures(words, index)
        or periods.decade_at(words, index)
        or _clock(words, index)
        or _before_month(words, index)
        or dates.year_alone(words, index)
        or dates.ordinal_day_at(words, index)
    )


def _before_month(words: Words, index: int) -> Reading | None:
    """3 March 2026: the month reads it, from its own place."""
    months = lexicon().months
    for ahead in (index + 1, index + 2, index + 3):
        if words.at(ahead) in months:
            reading = dates.month_at(words, ahead)
            return reading if reading is not None and reading.start == index else None
    return None


def _night_or_unit(words: Words, index: int, known: Lexicon) -> Reading | None:
    if words.at(index) in known.parts_of_day and words.at(index - 1) == "this":
        return days.part_of_day_at(words, index)
    return unit_at(words, index)


def _dated_weekday(words: Words, index: int, alone: Reading | None) -> Reading | None:
    """Tuesday, 3 March 2026: the date tells more than the weekday."""
    ahead = index + 1
    while words.at(ahead) in {",", "the"} and ahead < index + 3:
        ahead += 1
    reading = None
    if words.at(ahead) in lexicon().months:
        reading = dates.month_at(words, ahead)
    elif words.at(ahead)[:1].isdigit():
        reading = _before_month(words, ahead) or dates.written_in_figures(words, ahead)
    if reading is None or reading.start != ahead or not words.is_capital(index):
        return alone
    # "on Tuesday, March was over" has no day beside its month.
    has_day = reading.end > ahead + 1 or words.at(ahead)[:1].isdigit()
    return replace(reading, start=index, core=index) if has_day else alone


def _clock(words: Words, index: int) -> Reading | None:
    clock = days.clock_at(words, index)
    if clock is None or days.is_score(words, index):
        return None
    end, value = clock
    return Reading(index, end, TimeKind.TIME, nowhere, index, clock=value)


def _set(words: Words, index: int, duration: str) -> Reading | None:
    """Annually · the weekly meeting."""
    if words.is_capital(index) and not words.headline and index > 0:
        return None
    if words.tokens[index].tag_ not in {"RB", "JJ", "RBR"}:
        return None
    value = fixed(duration, TimePrecision.UNKNOWN)
    return Reading(index, index + 1, TimeKind.SET, value, index)


def _joined(words: Words, left: Reading, right: Reading) -> Reading | None:
    """Tuesday at 3 p.m. · 10:30 on 3 March: a day and a time of the clock are one expression."""
    between = words.low[left.end : right.start]
    if len(between) > _BETWEEN or not _JOINTS.issuperset(between):
        return None
    if left.kind is TimeKind.DATE and right.clock:
        resolve, core = days.at_clock(left.resolve, right.clock), left.core
    elif left.clock and right.kind is TimeKind.DATE and "," not in between:
        resolve, core = days.at_clock(right.resolve, left.clock), right.core
    else:
        return None
    return Reading(left.start, right.end, TimeKind.TIME, resolve, core)


def _widened(words: Words, reading: Reading, behind: int, known: Lexicon) -> Reading:
    """With what stands before it and belongs to it: "by the end of", "early", "more than"."""
    if _describes(words, reading):
        return reading
    start, previous = reading.start, -1
    while start != previous:
        previous = start
        start = max(behind, _start_before(words, start, reading.kind, known))
    if start > behind and words.at(start - 1) in known.words["prepositions"]:
        start -= 1
    return replace(reading, start=start)


def _describes(words: Words, reading: Reading) -> bool:
    """Whether it only describes a noun behind it: "the 2024 election", "a six-month truce"."""
    core = words.tokens[reading.core]
    last = words.tokens[reading.end - 1]
    labels = {"compound", "nummod", "amod", "poss", "nmod"}
    return reading.kind is TimeKind.SET or (core.head.i > last.i and core.dep_ in labels)


def _start_before(words: Words, start: int, kind: TimeKind, known: Lexicon) -> int:
    before = words.at(start - 1)
    edges = known.words["edges"]
    if before == "of" and words.at(start - 2) in edges:
        return start - 2
    if before == "-" and words.at(start - 2) in {"mid", "early", "late"}:
        return start - 2
    if before == "in" and words.at(start - 2) in {"earlier", "later"}:
        return start - 2
    if before in known.words["earlier"] or before == "the" or before in edges:
        return start - 1
    if words.at(start) in edges and before in known.ordinals:
        return start - 1
    if kind is not TimeKind.DURATION:
        return start
    if before in known.words["approximate"]:
        return start - 1
    pair = (words.at(start - 2), before)
    return start - 2 if pair in _PAIRS else start
