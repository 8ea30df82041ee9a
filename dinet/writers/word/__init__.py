"""The Word annex, from what stands where to the parts of the file.

arrangement  which element stands in which row of which table, and which links that says
coding       codes that can be read back as labels, for programmes with other ids
entries      one element in words: its code and text, what else it is linked to, its sources
tables       the tables of goals, the lists of all else, and the columns of efforts that hang nowhere
details      the planning, and what else the programme says of its elements
markup       paragraphs, lists and tables in the XML of Word
picture      the network as a drawing with a fallback in dots
package      the parts of the file
"""
