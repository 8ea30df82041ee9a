"""The native form of a programme, which people write and edit by hand: a tree of words, series and fields.

tree     what a file holds before it means anything, and where in the file each part stands
keys     the one table of keys: Dutch, English, and the field of the model that they stand for
report   the problems and notes of one file, collected
slips    what a broken file most likely suffers from
decode   tree -> Programme; naming and values are its parts
encode   Programme -> tree
"""

from dinet.native.decode import decode_programme, element_places
from dinet.native.encode import Branch, Tree, encode_programme
from dinet.native.problems import ProblemReport
from dinet.native.tree import Fields, LeftOpen, MarkedText, Series, Value

__all__ = [
    "Branch",
    "Fields",
    "LeftOpen",
    "MarkedText",
    "ProblemReport",
    "Series",
    "Tree",
    "Value",
    "decode_programme",
    "element_places",
    "encode_programme",
    "problems_as_error",
]
