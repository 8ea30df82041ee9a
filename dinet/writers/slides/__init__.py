"""The slides of a programme.

deck      which elements stand on which slide, in letters that can be read from the back of a room
drawing   one page of the network as boxes that can be edited, and connectors that stay glued to them
texts     titles, paragraphs and tables
cleaning  the file without traces of the template that it was made from
"""
