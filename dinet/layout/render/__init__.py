"""A finished layout in the form of an engine.

``svg`` draws the network and ``drawing`` tables and calendars, as SVG of our own; ``dot`` writes
a layout in the language of Graphviz, and ``graphviz`` makes PNG and PDF of that. Nothing here
decides where something stands: that is done in the other rooms of the layout.
"""
