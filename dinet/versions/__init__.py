"""Two versions of one programme: which elements are the same, what changed, and what it does.

It knows two networks and nothing of documents; ids are never trusted, since dinet counts anew in
every version.
"""
