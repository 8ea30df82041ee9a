"""The native form of a programme, which people write and edit by hand.

tree            what a file holds before it means anything: words, series of values, fields with
                a key, and where in the file each of these stands
keys            the one table of keys: Dutch, English, and the field of the model for each
problems        the problems and notes of one file, collected
typing_errors   what a broken file most likely suffers from
decode          tree -> Programme; naming and values are its parts
encode          Programme -> tree
field_texts     the text of a cell that a field of its element says already
sheets          the same tree as the sheets of a workbook
seal            a line by which a file tells whether it was changed since dinet wrote it
tidy            a file put in order, with its comments
facts           what a drawing does not show of an element, as JSON
link_direction  which way a bare arrow in a drawing is read

To add a key, add it to keys and, when what stands behind it has a shape of its own, a method to
decode and to encode. The room may import the model, language, errors, limits, wording and the
document's text and notes; no reader, no writer.
"""

from dinet.native.decode import DecodedFile, decode_file
from dinet.native.encode import Branch, Tree, encode_programme
from dinet.native.problems import ProblemReport
from dinet.native.tree import Fields, LeftOpen, MarkedText, Series, Value

__all__ = [
    "Branch",
    "DecodedFile",
    "Fields",
    "LeftOpen",
    "MarkedText",
    "ProblemReport",
    "Series",
    "Tree",
    "Value",
    "decode_file",
    "encode_programme",
]
