"""What a council has on one page and on one slide.

``council_message`` says it: the message, three findings with their places, what is asked.
``tile_plan`` places the goals as tiles in a room, and ``tile_drawing`` makes an SVG of that;
``sheet_document`` sets the page and ``slide_shapes`` the slide. ``owner_sheets`` has a page for
everyone who answers for efforts.
"""
