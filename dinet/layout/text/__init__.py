"""Texts as a picture needs them.

``measure`` says how wide a text is in a font and how it wraps, ``short_title`` what of it fits a
box, and ``excerpt`` takes the part of a programme around one element.
"""
