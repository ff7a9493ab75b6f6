"""Corrections in place: what can be corrected, asked page by page, with what it will change."""
