"""What happened to a table on its way into a file is undone.

That is page breaks, typed bullets, tables on their side, and tables that are no tables.

Each module takes parts of a document and gives parts back; none of them knows what a heading
means for the programme.
"""
