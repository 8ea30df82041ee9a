"""Many programmes side by side: which efforts and aims they share, and where they disagree.

It knows networks and nothing of documents. Every document keeps a namespace of its own, and
nothing is made one but what a person settled. A new kind of row is a file here that gives rows,
a list of them in ``findings.py`` and a section in ``report/portfolio_sections.py``.
"""
