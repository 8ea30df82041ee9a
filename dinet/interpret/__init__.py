"""A Document becomes a Programme: what the tables, lists and headings of a council's document say.

    interpret       the steps in their order
    reading         what is read so far: mentions and candidate links with their places
    own_codes       the codes that a document has for its elements, found before anything is read
    normalise/      what a format or a page break did to the text is undone
    outline/        headings and sections: what a part stands under
    texts/          what one text says, wherever it stands
    columns/        what the columns of a table hold
    rows/           rows under headings, to which many shapes bring their tables
    shapes/         one file for each shape of a table
    choice/         all shapes are asked; the one that explains a table best is taken
    lists/          lists and lines outside tables
    resolve/        which mentions are one element, what references mean, who serves what
    mapping/        what a person is asked, and what the answers change
    assembly        mentions become a programme
    account/        afterwards: what became of every word, whatever read it

May import document, native, vocabulary, wording, model and what lies below these. It never sees
a file or its format.
"""
