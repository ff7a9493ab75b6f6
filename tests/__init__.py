"""Tests: examples first, then properties."""
