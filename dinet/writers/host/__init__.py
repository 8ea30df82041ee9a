"""A council's own file with results in it: all that is not in a place stays as its bytes were.

place_contents  what goes into each kind of place, as the XML of Word
host_dress      the same in the look of the document: its styles, or else direct formatting
filled_copy     the document with its places filled
"""
