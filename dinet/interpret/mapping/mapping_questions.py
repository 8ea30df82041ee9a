"""What a mapping form asks of headings, columns, shapes and sameness: few questions, each useful.

A table that nobody can be sure of is an open question. What else could be said stands behind a
number sign, with an answer that may be right: who takes the sign away has said it.
"""

import json
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import NamedTuple

from dinet.document.notes import shorten_text
from dinet.interpret.account.inline_labels import names_roles
from dinet.interpret.mapping.answered_tables import name_of_table
from dinet.interpret.mapping.shape_names import SHAPES, name_of_shape
from dinet.interpret.texts.explaining_words import is_explaining
from dinet.language import Sentence
from dinet.model import Note, Place, Programme
from dinet.vocabulary.folding import fold_text
from dinet.vocabulary.roles import (
    MOST_WORDS,
    in_network,
    kind_of,
    role_of,
    without_number,
)

_LINE_CHARACTERS = 100
_MOST_ASKED = 5
"""Of each sort: a form with more questions is not filled in."""
_LEAST_HEADING_WORDS = 2
"""A goal has more words than one; ``Inleiding`` and ``Bijlage`` have not."""
_LEAST_COLUMNS = 2
"""Of a table that may be of the network: one column is a list."""
_NOT_READ = ("table_not_understood", "table_apart")
"""The codes of tables of which nothing was read."""
_DOUBTS = ("shape_undecided", "table_half_read", *_NOT_READ)


class ReadingQuestions(NamedTuple):
    """The part of a form that is for reading.

    Args:
        lines: Of the form.
        are_open: Something is asked, so that the form is worth making.
    """

    lines: list[str]
    are_open: bool


def reading_questions(programme: Programme, lang: str) -> ReadingQuestions:
    """What the form asks of headings, columns, shapes and sameness.

    Args:
        programme: As it was read, with its notes and what is unread.
        lang: The language of the comments.
    """
    tables = list(_table_lines(programme, lang))
    columns = list(_table_columns(programme, lang))
    comments = {
        "kolommen": _own_columns(programme, lang),
        "koppen": _left_headings(programme, lang),
        "zelfde": _lines_on_duplicates(programme),
        "niet-zelfde": _lines_on_merged(programme),
    }
    lines = _lines_on_shapes(tables, lang)
    commented = {name: list(found) for name, found in comments.items()}
    if columns or any(commented.values()):
        explained = Sentence(
            "Say what it is in a word of your own, such as doel; take away the number sign "
            "before a line to say it."
        )
        lines += _comment_lines(explained, lang)
    for name, found in commented.items():
        open_lines = columns if name == "kolommen" else []
        if open_lines or found:
            lines.append(f"{name}:")
            lines += open_lines
            lines += (f"#  {words}" for words in found[:_MOST_ASKED])
    return ReadingQuestions(lines, bool(tables))


def _lines_on_shapes(tables: list[str], lang: str) -> list[str]:
    """What the form asks of shapes, with an explanation; empty when nothing is asked."""
    if not tables:
        return []
    names = [name_of_shape(shape, lang) for shape in SHAPES.plugins]
    explained = Sentence(
        "Which shape has this table? Write it after “vorm:”, such as: {names}.",
        names=", ".join(names),
    )
    return [*_comment_lines(explained, lang), "tabellen:", *tables]


def _comment(words: Sentence, lang: str) -> str:
    return f"# {words.in_language(lang)}"


def _comment_lines(words: Sentence, lang: str) -> list[str]:
    return [
        f"# {line}" for line in wrap(words.in_language(lang), _LINE_CHARACTERS)
    ]


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


# tables


def _doubtful_tables(programme: Programme) -> dict[str, Note]:
    """The first note of each table of which the shape is in doubt, by how the form calls it."""
    notes: dict[str, Note] = {}
    for note in programme.notes:
        if note.code not in _DOUBTS or note.place is None:
            continue
        name = name_of_table(note.place, programme.lang)
        if not _is_about_others(programme, name, note):
            notes.setdefault(name, note)
    return dict(list(notes.items())[:_MOST_ASKED])


def _is_about_others(programme: Programme, table: str, note: Note) -> bool:
    """Half of the headings of a table that was not read are known, and none heads elements.

    Met: versions, terms, contacts and risks around the network, of which nobody doubts that they
    are something else. What it costs when wrong: a question less; the table is still noted.
    """
    if note.code not in _NOT_READ:
        return False
    headings = _first_row_of(programme, table, programme.lang)
    roles = [role_of(text) or in_network(text) for text in headings]
    known = [role for role in roles if role is not None]
    if any(kind_of(role) for role in known):
        return False
    return bool(known) and 2 * len(known) >= len(headings)


def _table_lines(programme: Programme, lang: str) -> Iterator[str]:
    """A question for each table in doubt, with what helps to answer it."""
    for name, note in _doubtful_tables(programme).items():
        yield f"  {_quoted(name)}: {{vorm: }}  {_doubt_of(note, lang)}"


def _doubt_of(note: Note, lang: str) -> str:
    """Why a table is in doubt, as a comment: the shapes that read it, or how it begins."""
    names = ", ".join(
        name_of_shape(shape, lang)
        for shape in note.values.get("shapes", "").split()
        if shape in SHAPES.plugins
    )
    if note.code in _NOT_READ:
        begin = shorten_text(note.values.get("text", ""), 40)
        what = Sentence("not read; it begins with “{text}”", text=begin)
    elif note.code == "table_half_read":
        what = Sentence(
            "{percent} % was understood; it can be read as: {names}",
            percent=note.values.get("percent", ""),
            names=names,
        )
    else:
        what = Sentence("it can be read as: {names}", names=names)
    return _comment(what, lang)


# columns


def _table_columns(programme: Programme, lang: str) -> Iterator[str]:
    """The first texts of each table that was not read, which may be the headings of its columns."""
    for name, note in _doubtful_tables(programme).items():
        if note.code not in _NOT_READ:
            continue
        headings = _first_row_of(programme, name, lang)
        if len(headings) >= _LEAST_COLUMNS:
            fields = ", ".join(f"{_quoted(text)}: " for text in headings)
            yield f"  {_quoted(name)}: {{{fields}}}"


def _first_row_of(programme: Programme, table: str, lang: str) -> list[str]:
    """The texts of the first row of a table that was not read, when they can be headings."""
    rows: dict[int, list[str]] = {}
    for unread in programme.unread:
        place = unread.place
        if place is None or unread.reason not in _NOT_READ:
            continue
        if name_of_table(place, lang) == table:
            row = _row_of(place)
            rows.setdefault(row, []).append(unread.text)
    texts = rows[min(rows)] if rows else []
    is_heading = all(len(text.split()) <= MOST_WORDS for text in texts)
    return list(dict.fromkeys(texts)) if is_heading else []


def _row_of(place: Place) -> int:
    return place.row or place.line or 0


def _own_columns(programme: Programme, lang: str) -> list[str]:
    """The headings of columns that dinet does not know, whose cells were kept as they stand."""
    headings = dict.fromkeys(
        note.values["heading"]
        for note in programme.notes
        if note.code == "own_column" and note.values.get("heading")
    )
    word = Sentence("remark").in_language(lang)
    return [f"{_quoted(heading)}: {word}" for heading in headings]


# headings


def _left_headings(programme: Programme, lang: str) -> list[str]:
    """The headings of the document that opened nothing, and that can be goals by their words."""
    texts = dict.fromkeys(
        unread.text
        for unread in programme.unread
        if unread.reason == "heading_left" and _can_be_goal(unread.text)
    )
    word = Sentence("goal").in_language(lang)
    return [f"{_quoted(text)}: {word}" for text in texts]


def _can_be_goal(heading: str) -> bool:
    words = without_number(heading)
    if heading.endswith("?") or names_roles(words) or is_explaining(heading):
        return False
    return len(words.split()) >= _LEAST_HEADING_WORDS


# sameness


def possible_duplicates(
    programme: Programme,
) -> dict[tuple[str, ...], str]:
    """The elements that look much alike and were kept apart.

    Args:
        programme: As it was read, with its notes.

    Returns:
        By the ids of two elements or more the text that one of them has.
    """
    ids: dict[str, list[str]] = {}
    for element in programme.elements:
        ids.setdefault(fold_text(element.text), []).append(element.id)
    pairs: dict[tuple[str, ...], str] = {}
    for note in _notes_on(programme, "possible_duplicate"):
        known = ids.get(fold_text(note.values.get("known", "")), [])
        other = ids.get(fold_text(note.values.get("text", "")), [])
        names = tuple(dict.fromkeys((*known, *other)))
        if len(names) > 1:
            pairs.setdefault(names, note.values["text"])
    return pairs


def _lines_on_duplicates(programme: Programme) -> list[str]:
    return [
        f"- [{', '.join(names)}]  # {shorten_text(text, 60)}"
        for names, text in possible_duplicates(programme).items()
    ]


def merged_texts(programme: Programme) -> list[tuple[str, str]]:
    """Each two texts that were made one because they are nearly the same, in reading order.

    Args:
        programme: As it was read, with its notes.
    """
    return [
        (note.values["known"], note.values["text"])
        for note in _notes_on(programme, "merged_near")
    ]


def _lines_on_merged(programme: Programme) -> list[str]:
    return [
        f"- [{_quoted(known)}, {_quoted(text)}]"
        for known, text in merged_texts(programme)
    ]


def _notes_on(programme: Programme, code: str) -> Iterable[Note]:
    return (note for note in programme.notes if note.code == code)
