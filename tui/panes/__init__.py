"""The four panes of a briefing: actors, positions, open questions, source."""
