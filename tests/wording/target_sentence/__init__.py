"""The tests of what a target sentence says, by phenomenon."""
