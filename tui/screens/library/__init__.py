"""The library: all briefings, and what its reader does with many of them."""
