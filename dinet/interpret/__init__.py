"""A Document becomes a Programme: what the tables, lists and headings of a council's document say.

    interpret       the steps in their order
    normalise/      what a format or a page break did to the text is undone
    outline/        headings and sections: what a part stands under
    shapes/         tables by their shape: upright, matrix, planning, columns without headings
    resolve/        which mentions are one element, and who serves what across parts
    unread          afterwards: what became of every word, whatever read it

May import document, native, vocabulary, wording, model and what lies below these. It never sees
a file or its format.
"""
