"""The app and the briefing screen: its values, its panes, and how it looks."""
