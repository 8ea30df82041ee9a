"""What happened to a table on its way into a file is undone: page breaks, typed bullets, turned tables, tables in text.

Each module takes parts of a document and gives parts back; none of them knows what a heading
means for the programme.
"""
