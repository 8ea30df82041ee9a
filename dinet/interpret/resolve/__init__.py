"""Mentions become elements.

Here is decided which are the same, which numbers and names refer to which, and what a person
settled by hand.
"""
