"""Everything that reading can remark, by code.

The words are the keys of the catalogue, so every note has two languages.
"""

from dinet.language import (
    CountedSentence,
    Sentence,
    translate_count,
    translate_words,
)
from dinet.model import Note, Place

LEFT_OUT = {
    "table_not_understood": "This table was left: no row names columns of a "
    "goals-efforts network. It begins with “{text}”.",
    "table_apart": "This table was left: it seems to be about something else than the "
    "goals and efforts beside it. It begins with “{text}”.",
    "pointer_left": "“{text}” only points at what stands elsewhere, and was left.",
    "band_left": "“{text}” stands across the table as a heading of rows. It names no "
    "element, and was left.",
    "cell_not_understood": "“{text}” stands in a column that dinet does not know.",
    "introduction_left": "“{text}” introduces the list in its cell and was left.",
    "codes_left": "The document has codes of its own ({count}); dinet gives ids of its "
    "own: {text}.",
    "sum_row_left": "“{text}” is a sum, and was left.",
    "table_half_read": "Of the words of this table {percent} % were understood. "
    "Please check.",
    "numbers_left": "The numbers in column {heading} were left: dinet gives ids of its "
    "own.",
    "reference_unknown": "“{text}” refers to something that is not an element of this "
    "document.",
    "hidden_text": "Hidden text was left out: {count} pieces.",
    "struck_text": "Text with a line through it was left out: “{text}”.",
    "hidden_sheet": "This sheet is hidden and was left out.",
    "hidden_rows": "This row is hidden and was left out: “{text}”.",
    "hidden_columns": "This column is hidden and was left out: “{text}”.",
    "formula_unknown": "{count} formulas have no stored result and were left: open and "
    "save the file in Excel or LibreOffice.",
    "comments": "A comment was left out: “{text}”.",
    "footnotes": "A footnote was left out: “{text}”.",
    "embedded": "An embedded document, chart or diagram was left out: “{text}”.",
    "under_merged": "“{text}” lies under a merged cell and was left out.",
    "shapes": "The text of a drawn shape was left out: “{text}”.",
    "picture": "A picture was not read. Its alternative text is “{text}”.",
    "error_cell": "“{text}” is an error of the spreadsheet, not a text: it was left "
    "out.",
    "front_matter": "The lines between “---” at the beginning were left out: “{text}”.",
    "nested_table_left": "The table inside this cell was left: its headings name "
    "nothing that stands in this column. It holds “{text}”.",
    "diagram_left": "A Mermaid diagram was left, since the text around it holds a "
    "programme too: “{text}”.",
    "tracked_changes": "The document has tracked changes: {inserted} insertions were "
    "read as text, {deleted} deletions left out.",
    "running_lines": "Running titles and page numbers were left out ({count}), such as "
    "“{text}”.",
    "sideways_text": "Text outside tables that stands sideways or at a slant was left "
    "out: {count} pieces.",
    "text_beyond": "Letters beyond the edge of the page were left out ({count}).",
    "fields_left": "A filled-in field of a form was left out: “{text}”.",
    "page_picture": "This page is a picture without text and was not read.",
    "page_unread": "This page is damaged and was not read.",
    "boxes_left": "This page has a drawing, a diagram of {count} boxes, which was left: "
    "{text}.",
    "columns_not_joined": "Pages {pages} hold other columns ({text}) of the same rows as "
    "pages {rows}, it seems; they were not joined.",
    "page_cut": "This page is damaged: it was read as far as it goes. Please check what "
    "is missing.",
    "box_left": "Nothing says whether “{text}” is a goal, a target or an effort: it "
    "was left out, with its lines ({count}).",
    "line_words_left": "Words at lines were left ({count}); the first are “{text}”.",
    "drawing_left": "What dinet does not know in this drawing was left: {text}.",
    "own_cell": "“{text}” stands in a column of your own, {heading}: dinet keeps it "
    "as this note only.",
    "own_sheet": "This sheet is one of your own: dinet keeps it as this note only: "
    "“{text}”.",
    "cut_by_hash": "“{text}” ends before “{rest}”: after “#” comes a comment. Put "
    "double quotes around a text with “#”.",
}
"""What was not understood, or left out; nothing of it is in the programme."""

LEFT_OPEN = {
    "group_unexplained": "{count} efforts stand in columns of which the document does "
    "not say which goal they serve.",
    "levels_unlinked": "The document does not say which operational goal serves which "
    "strategic goal.",
    "list_unlinked": "{count} efforts and targets stand in lists of which the document "
    "does not say which goal they serve.",
    "no_goal_beside": "“{text}” has no goal beside it or above it, so it was not "
    "linked.",
    "nothing_filled_in": "The tables have headings of a network, but under them "
    "nothing is filled in: this programme is empty.",
    "not_filled_in": "“{text}” was read as: this is still to be filled in.",
    "colours_lost": "There is a legend of phases, but the cells of the planning have "
    "no colours: the phases are unknown.",
    "colour_unexplained": "A coloured cell has a colour that no legend explains: its "
    "phase is unknown.",
}
"""What the document leaves open, and dinet with it."""

INFERRED = {
    "merged_near": "“{text}” was made one with “{known}”: same numbers, nearly the "
    "same words. Please check.",
    "possible_duplicate": "“{text}” looks much like “{known}”; they were kept apart. "
    "Please check.",
    "code_reworded": "“{text}” has the code {label}, as “{known}” has: they were made "
    "one. Please check.",
    "shape_undecided": "This table can be read in more than one way: as {names}. It was "
    "read as the first. Please check.",
    "inherited_target": "“{text}” has no target on its own row; it was linked to the "
    "one above. Please check.",
    "goal_paragraphs": "{count} paragraphs in one cell were read as one goal. Please "
    "check.",
    "theme_from_heading": "“{text}” was taken as a theme because it stands as a "
    "heading above a table of goals.",
    "efforts_under_goals": "{count} items stand in lists right under goals and were read "
    "as efforts, though no heading says so; the first is “{text}”.",
    "theme_from_group": "“{text}” was taken as a theme because it is drawn as a group "
    "around others.",
    "arrows_turned": "Arrows that run from what is served to what serves it were "
    "turned ({count}), such as {text}.",
    "undesired_effect": "“{text}” is an undesired effect: it was read as a benefit "
    "that conflicts with what stands beside it.",
    "semicolons": "“{text}” was read as {count} statements, because it is a list on one "
    "line. Please check.",
    "own_column": "The heading “{heading}” says nothing to dinet: its cells were kept as "
    "they stand, with the elements beside them. Please check.",
    "lone_line": "“{text}” stands alone among the efforts and was taken as an effort.",
    "planning_without_headings": "This table without headings was read as a planning: "
    "its first column repeats known efforts.",
    "owner_completed": "“{text}” was read as {owner}: the only full name that begins "
    "so.",
    "table_without_lines": "The table that begins with “{text}” has no ruling lines "
    "around its cells: its columns and rows were told by where the words stand. "
    "Please check.",
    "hyphens_kept": "Words kept the hyphen at the end of their line ({count}); the "
    "first is “{text}”. Please check.",
    "words_guessed": "Words broken in a narrow column were made whole by guess "
    "({count}); the first is “{text}”. Please check.",
    "filtered_rows": "This row is hidden by a filter; it was read: “{text}”.",
    "long_cell": "This cell has {count} characters, more than a spreadsheet allows; it "
    "was read whole. It begins with “{text}”. Please check.",
    "recognised_text": "The text was recognised from pictures of pages and may hold "
    "wrong letters. Please check.",
}
"""What was inferred or nearly the same: for a person to check."""

JOINED = {
    "joined": "“{first}” and “{second}” were joined: the text went on after a page "
    "break.",
    "merged": "“{text}” stands here again and was made one with {id}.",
    "referred": "“{text}” was read as a reference to “{known}”.",
    "source_absent": "“{text}” ({id}) stands here without its source, which is {known} "
    "elsewhere.",
    "source_same": "Source “{text}” was read as “{known}”: the same words.",
}
"""What was joined because it is the same."""

REPAIRED = {
    "encoding": "The text is not UTF-8; it was read as {encoding}.",
    "odd_characters": "Characters that no text can hold were replaced by “\ufffd”.",
    "id_taken": "Two boxes have the id {text}; the second was given {id}.",
    "no_such_id": "“{text}” looks like an id, but no element has it; it was read as a "
    "text.",
    "nested_table": "A table inside a cell was read as the paragraphs of that cell: "
    "“{text}”.",
    "words_glued": "Words that the end of a line had broken were made whole ({count}); "
    "the first is “{text}”.",
}
"""What the reader of a format had to mend."""

STATED = {
    "heading_stated": "The mapping file says of the heading “{text}”: {answer}.",
    "column_stated": "The mapping file says of the column “{text}”: {answer}.",
    "shape_stated": "The mapping file says of “{text}”: {answer}.",
    "same_stated": "The mapping file says that {ids} are one.",
    "apart_stated": "The mapping file says that {ids} are not the same.",
}
"""What a person said of the document; the place is that of the form."""

NOTE_GROUPS = {
    "Not understood, or left out": LEFT_OUT,
    "Left open by the document": LEFT_OPEN,
    "Inferred: please check": INFERRED,
    "Joined and merged": JOINED,
    "Mended in the file": REPAIRED,
    "Said in the mapping file": STATED,
}
"""All notes by what they ask of the reader, the most urgent first."""

NOTE_WORDS = {
    code: words
    for group in NOTE_GROUPS.values()
    for code, words in group.items()
}
"""The words of every note by its code."""

WITHOUT_TEXT = {
    "hidden_text": "Hidden text was left out: {count} pieces.",
    "comments": "{count} comments were left out.",
    "footnotes": "{count} footnotes were left out.",
    "embedded": "{count} embedded documents, charts or diagrams were left out.",
    "picture": "A picture was not read. It has no alternative text.",
    "nested_table": "A table inside a cell was read as the paragraphs of that cell.",
    "fields_left": "Filled-in fields of a form were left out ({count}).",
}
"""The words of a note whose text the format does not give: how many there are at most."""

NOTE_OF_ONE = {
    "codes_left": "The document has a code of its own; dinet gives ids of its own: {text}.",
    "hidden_text": "Hidden text was left out: {count} piece.",
    "formula_unknown": "{count} formula has no stored result and was left: open and save "
    "the file in Excel or LibreOffice.",
    "comments": "{count} comment was left out.",
    "footnotes": "{count} footnote was left out.",
    "embedded": "{count} embedded document, chart or diagram was left out.",
    "running_lines": "A running title or page number was left out: “{text}”.",
    "sideways_text": "Text outside tables that stands sideways or at a slant was left "
    "out: {count} piece.",
    "text_beyond": "A letter beyond the edge of the page was left out.",
    "fields_left": "A filled-in field of a form was left out.",
    "box_left": "Nothing says whether “{text}” is a goal, a target or an effort: it "
    "was left out, with its line.",
    "line_words_left": "Words at a line were left: “{text}”.",
    "group_unexplained": "{count} effort stands in a column of which the document does "
    "not say which goal it serves.",
    "list_unlinked": "{count} effort or target stands in a list of which the document does "
    "not say which goal it serves.",
    "arrows_turned": "An arrow that runs from what is served to what serves it was "
    "turned: {text}.",
    "hyphens_kept": "A word kept the hyphen at the end of its line: “{text}”. Please "
    "check.",
    "words_guessed": "A word broken in a narrow column was made whole by guess: "
    "“{text}”. Please check.",
    "words_glued": "A word that the end of a line had broken was made whole: “{text}”.",
}
"""What a note says of one thing, for the notes that count; there is no other number in these.

Of pieces whose text the format gives each has its own note, and only the others are counted.
"""


def make_note(
    code: str, place: Place | None, lang: str, **values: object
) -> Note:
    """A note in the document's language.

    Args:
        code: One of the codes above.
        place: Where in the document it is about.
        lang: The language of the document.
        values: What goes into the blanks, whole; the message shortens long texts.
    """
    words = {name: str(value) for name, value in values.items()}
    return Note(
        code=code,
        place=place,
        message=_fill_blanks(code, words, lang),
        values=words,
    )


def _fill_blanks(code: str, values: dict[str, str], lang: str) -> str:
    short = {name: shorten_text(value) for name, value in values.items()}
    return _open_words(code, values, lang).format_map(short)


def _open_words(code: str, values: dict[str, str], lang: str) -> str:
    """The words of a note for as many things as it counts, with their blanks still open."""
    words = _words_for(code, values)
    if _counts_things(code, words, values):
        count = int(values["count"])
        return translate_count(NOTE_OF_ONE[code], words, count, lang)
    return translate_words(words, lang)


def _words_for(code: str, values: dict[str, str]) -> str:
    """The words of a note with a text, or of one whose text the format does not give."""
    words = NOTE_WORDS[code]
    return words if "text" in values else WITHOUT_TEXT.get(code, words)


def _counts_things(code: str, words: str, values: dict[str, str]) -> bool:
    """Whether the words tell a number, and are others for one thing."""
    if code not in NOTE_OF_ONE or "{count}" not in words:
        return False
    return values.get("count", "").isdecimal()


def note_in_language(this: Note, lang: str) -> str:
    """A note in any language; a note with a code that dinet does not know keeps its own words."""
    if this.code not in NOTE_WORDS:
        return this.message
    try:
        return _fill_blanks(this.code, this.values, lang)
    except (KeyError, IndexError, ValueError):
        return this.message


def note_as_sentence(this: Note) -> Sentence:
    """A note as a sentence that can still be said in any language."""
    if this.code not in NOTE_WORDS:
        return Sentence("{message}", message=this.message)
    words = _words_for(this.code, this.values)
    values = {name: shorten_text(value) for name, value in this.values.items()}
    if _counts_things(this.code, words, values):
        count = int(values.pop("count"))
        return CountedSentence(NOTE_OF_ONE[this.code], words, count, **values)
    return Sentence(words, **{"count": "", **values})


def shorten_text(text: str, most: int = 80) -> str:
    """The beginning of a text, cut at a word, with an ellipsis when something was left out.

    Args:
        text: On one line or several.
        most: The most characters to keep, the ellipsis not counted.

    Example:
        >>> shorten_text("een twee drie", most=9)
        'een twee …'
    """
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    whole_words = flat[: most + 1].rpartition(" ")[0][:most]
    return whole_words.rstrip(" ,;:") + " …"
