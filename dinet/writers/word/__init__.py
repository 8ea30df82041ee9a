"""The Word annex, from what stands where to the parts of the file.

arrangement     which element stands in which row of which table, and which links that says
readable_codes  codes that can be read back as labels, for programmes with other ids
element_text    one element in words: its code and text, what else it is linked to, its sources
goal_tables     the tables of goals, the lists of all else, and the efforts that have no goal
detail_tables   the planning, and what else the programme says of its elements
word_xml        paragraphs, lists and tables in the XML of Word
picture         the network as a drawing, with dots for programs that know no SVG
word_file       the parts of the file
"""
