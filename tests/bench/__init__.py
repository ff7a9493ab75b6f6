"""Benchmarks: what the analysis and the search reach, and how fast, on data outside the project."""
