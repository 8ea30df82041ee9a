"""What a sentence says: where it ends, which time it names, what is still open.

Each module is the one place for its question, and takes its words from the active dialect
(``vocabulary``); a regular expression of such words is compiled when it is first asked for,
once for each dialect. Imports what lies below only.
"""
