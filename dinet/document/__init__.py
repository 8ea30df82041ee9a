"""The contract between reading and meaning: what every reader yields, and what is noted on the way.

    content         Document, with its tables, cells, blocks and paragraphs, each with its place
    notes           what reading joined, merged, inferred or did not understand, each with its code
    text_lines      plain text as blocks
    size_check      a document within the limits
    byte_edits      bytes that take the place of others in a part of a file
    host_file       a council's own Word document, slide_file a presentation, with its places
    place_names     the labels of these places
    error_cells     a document without what a spreadsheet shows when a formula fails
    struck_text     a document without words that have a line through them

May import model, limits, errors, language, vocabulary and wording only. A fact that a format
knows and meaning needs is a field of ``content``.
"""
