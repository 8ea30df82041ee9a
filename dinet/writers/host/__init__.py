"""A council's own file with results in it: all that is not in a place stays as its bytes were.

place_contents  what goes into each kind of place of a Word document, in the look of the annex
host_dress      the same in the look of the document: its styles, or else direct formatting
host_names      what new contents need of the file: names of prefixes, relations, pictures
filled_copy     a Word document with its places filled
template_annex  the whole annex after the text of a template
slide_tables    tables on slides, in letters as large as fit
slide_goals     the rows of the DIN table on a slide
slide_contents  what goes into each kind of place on a slide
slide_copy      a presentation with its places filled
"""
