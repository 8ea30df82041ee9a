"""Targets measured: files of figures, and how a document stands by them."""
