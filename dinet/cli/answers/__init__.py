"""Answers on a terminal, in words for a person and as data for a program."""
