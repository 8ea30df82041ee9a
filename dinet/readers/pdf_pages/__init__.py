"""The parts of the PDF reader: what is on the pages, and what is made of it.

The work is in two processes. The child (`child`, `pages`, `damaged_pages`, `painted_objects`,
`hidden_layers`, `drawn_paths`, `drawn_shapes`, `drawn_boxes`, `letters`, `words`,
`ruled_tables`, `tags`) opens the file with the library and finds words, lines and colours,
within limits of time and memory. The parent makes running titles, tables without lines,
columns, paragraphs, headings and grids of these. `page_content` is all that goes from one to
the other.

The parts of the child import nothing of dinet but one another and `dinet.limits`, so that it
starts quickly. The parts of the parent give the parts of a document, and know its roles only to
tell a header.
"""
