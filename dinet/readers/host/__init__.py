"""A council's own file into which dinet puts results: where its places are, byte by byte.

byte_tree       the elements of a part, each with where it begins and ends
host_parts      what a part refers to, and what only its places referred to
label_check     why the label of a place is not understood
word_places     content controls and bookmarks, and why one cannot be filled
word_rooms      how wide and high the text of a page or cell is
word_looks      the styles of a document that its tables, headings and lists have
word_host       a Word document with all of this
slide_host      a presentation, with the shapes that are places
"""
