"""Tables that are drawn: goals against efforts, and the planning over periods, cut into pages.

A module says what stands in which row and column; its ``…_pages`` says where that comes on paper.
"""
