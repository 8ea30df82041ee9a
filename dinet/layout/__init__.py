"""Where things go: one Layout of measured text feeds every picture.

profile      what the reader wants; plan: the shapes of a Layout; paper: sizes
palette      colours and looks; house: a house style from a file; contrast: whether it can be read; logo: its picture
measure      how wide words are, and how they break into lines
arrangement  which column, band and order; cards and captions: the words in and around the boxes
remarks      what boxes tell under their texts; titles: texts made short; excerpt: a part of the programme
slots, heap  where boxes stand from top to bottom; order: in which order
tangle       an order of which crossings are taken away; crossings: how many links cross
heights      how high columns are at a width; draft: all of these at natural size
routes       the ways of the links
widths       how wide the columns are; columns: the whole programme on one page; pages: on as many as it takes to read it
vector       a Layout as SVG; dot: as DOT; engine: DOT as PNG and PDF
"""
