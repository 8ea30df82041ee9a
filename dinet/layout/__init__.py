"""Where things go: one Layout of measured text feeds every picture.

profile      what the reader wants; plan: the shapes of a Layout; paper: sizes; palette: colours
measure      how wide words are, and how they break into lines
arrangement  which column, band and order; cards and captions: the words in and around the boxes
slots, heap  where boxes stand from top to bottom; draft: all of these at natural size; routes: the ways of the links
columns      the whole programme on one page; pages: on as many as it takes to read it
vector       a Layout as SVG; dot: as DOT; engine: DOT as PNG and PDF
"""
