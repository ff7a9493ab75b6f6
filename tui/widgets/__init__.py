"""Parts that several panes and screens share; none of them knows what a briefing is."""
