"""Everything that a person types or sees: the command line and the Textual app."""
