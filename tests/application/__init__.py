"""The tests of the use cases behind the commands."""
