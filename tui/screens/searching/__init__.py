"""The parts of the search screen: what is asked aside, the rows, the preview, what is typed."""
