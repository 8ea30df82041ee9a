"""The network drawn in columns: themes, goals, targets, efforts, with links that run between them.

The steps are those of K. Sugiyama, S. Tagawa and M. Toda, "Methods for visual understanding of
hierarchical system structures" (1981), and the files are named by its words: an order of every
layer with few crossings, then coordinates, then routes. A new step is a file here, called by
``page_layout``.
"""
