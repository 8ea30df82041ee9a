"""The tests of the graph and its questions."""
