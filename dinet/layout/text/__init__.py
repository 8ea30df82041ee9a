"""Texts as a picture needs them: how wide they are in a font, how they wrap, and what of them fits a box."""
