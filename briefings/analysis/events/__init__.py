"""The parse of a document -> when things happen, and what happens."""

from briefings.analysis.events.finding import find_events
from briefings.analysis.events.times import find_times

__all__ = ["find_events", "find_times"]
