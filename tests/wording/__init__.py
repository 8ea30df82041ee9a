"""The tests of what sentences say."""
