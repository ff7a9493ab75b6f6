"""The language of the search: words, "phrases", filters such as `stance:opposes`, and `-` for not.

ceasefire monitors                  both words
"exclusion zone"                    these words in this order
actor:okafor stance:refuses         what Okafor refuses
topic:"harbour talks" -stance:states since:2031-03
"""

from __future__ import annotations

from briefings.search.query.completing import Completion, Values, completions
from briefings.search.query.fields import Field, QueryError, choices
from briefings.search.query.parsing import MAX_LENGTH, MAX_PARTS, Filter, Query, Words, parse

__all__ = [
    "MAX_LENGTH",
    "MAX_PARTS",
    "Completion",
    "Field",
    "Filter",
    "Query",
    "QueryError",
    "Values",
    "Words",
    "choices",
    "completions",
    "parse",
]
