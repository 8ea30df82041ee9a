"""What readers of several formats share: Office archives, grids of cells, XML, spreadsheets.

Each module belongs to no format. It may import document, native, wording and what lies below
these, and the library that it wraps; a module that only one reader uses belongs into that
reader's own folder.
"""
