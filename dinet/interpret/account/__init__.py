"""What became of every word of a document: an element, a field, a heading, or left unread.

It is made up after the fact, from the programme and the document alone, so that no shape or list
can forget to tell of words that it leaves out.
"""
