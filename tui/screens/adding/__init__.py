"""Adding articles: where they are, how far it is, and what failed."""
