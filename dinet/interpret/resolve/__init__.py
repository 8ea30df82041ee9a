"""Mentions become elements: which are the same, which numbers and names refer to which, what a person settled by hand."""
