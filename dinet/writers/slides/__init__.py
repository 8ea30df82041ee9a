"""The slides of a programme.

slide_plan       which elements stand on which slide, in letters that can be read from the back of
                 a room
network_shapes   one page of the network as boxes that can be edited, and connectors that stay
                 glued to them
connector_paths  the ways of connectors, of which none crosses a box
slide_texts      titles, paragraphs and tables
template_traces  the file without traces of the template that it was made from

``writers/pptx.py`` puts them together. The room may import the layout, the network and what is
told in reports; only it and that file know the library of the format.
"""
