"""A Document becomes a Programme: what the tables, lists and headings of a council's document say.

    interpret       the steps in their order
    normalise/      what a format or a page break did to the text is undone
    outline/        headings and sections: what a part stands under
    shapes/         one file for each shape of a table; shape_choice asks all of them
    upright_rows    rows under headings, to which many shapes bring their tables
    resolve/        which mentions are one element, what references mean, who serves what
    unread          afterwards: what became of every word, whatever read it

May import document, native, vocabulary, wording, model and what lies below these. It never sees
a file or its format.
"""
