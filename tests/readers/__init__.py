"""The tests of the readers."""
