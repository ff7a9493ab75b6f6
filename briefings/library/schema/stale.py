"""The briefings whose lists and searches do not follow the rules yet.

A rule holds as soon as it is taught; what is derived from tens of thousands of briefings follows
in many short transactions, between which others can write, and which may be broken off.
"""

from __future__ import annotations

from briefings.library.schema.steps import Step

STEP: Step = (
    """
    CREATE TABLE stale (
        document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE
    ) STRICT
    """,
)
