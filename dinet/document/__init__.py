"""The contract between reading and meaning: what every reader yields, and what is noted on the way.

    content         Document, with its tables, cells, blocks and paragraphs, each with its place
    notes           what reading joined, merged, inferred or did not understand, each with its code
    text_lines      plain text as blocks
    size_check      a document within the limits
    error_cells     a document without what a spreadsheet shows when a formula fails

May import model, limits, errors, language, vocabulary and wording only. A fact that a format
knows and meaning needs is a field of ``content``.
"""
