"""A finished layout in the form of an engine: SVG of our own, DOT and Graphviz."""
