"""Versions and sentences compared, and the files in which a person settles what is the same."""
