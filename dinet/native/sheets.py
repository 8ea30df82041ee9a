"""The native form as sheets of a workbook: a sheet for every kind of element, a row for every element, ids in the cells.

What a person edits stands in plain words: ``D1, D3`` under *voor*, one name a line under
*trekker*. The evidence of links stands in a column of its own, as JSON: an id that is added to
a cell is stated, one that is taken away takes its evidence with it.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from dinet.language import translate_words
from dinet.native import keys
from dinet.native.encode import Branch, Tree
from dinet.native.keys import NativeKey
from dinet.native.tree import CellMark, Fields, LeftOpen, MarkedText, Series, Value

SheetTexts = dict[str, list[list[str]]]
"""Rows of texts by the name of their sheet; the first row of each is its heading."""

FRONT_SHEET = {"nl": "Programma", "en": "Programme"}
FRONT_HEADINGS = {"nl": ("Veld", "Waarde"), "en": ("Field", "Value")}
EVIDENCE_HEADING = {"nl": "herkomst van", "en": "evidence of"}
_JSON_STARTS = ("[", "{")
_NULL = "null"
_BREAKS = re.compile("[\n\t]")
_LINK_WORDS = {word for key in keys.LINK_KEYS for word in (key.nl, key.en)}
_TEXTS_WORDS = {
    word
    for key in keys.ELEMENT
    if key.shape == "texts"
    for word in (key.nl, key.en, *key.also.split())
}
_KIND_WORDS = {word for key in keys.KIND_KEYS for word in (key.nl, key.en)}


def to_sheets(tree: Branch, lang: str) -> SheetTexts:
    """The sheets of a tree; all kinds that people fill in have a sheet, also when it is empty.

    Args:
        tree: What ``encode`` gives.
        lang: The language of sheet names and headings, that of the tree's keys.
    """
    front = [
        [name, _cell_text(value)]
        for name, value in tree.items()
        if not isinstance(value, list)
    ]
    sheets = {FRONT_SHEET[lang]: [list(FRONT_HEADINGS[lang]), *front]}
    for key in keys.KIND_KEYS:
        rows = _branches_in(tree.get(key.in_language(lang)))
        if rows or key.field in _USUAL_COLUMNS:
            sheets[_sheet_title(key.in_language(lang))] = _build_table(
                rows, lang, _USUAL_COLUMNS.get(key.field, ())
            )
    for key in (keys.LINKS, keys.NOTES):
        rows = _branches_in(tree.get(key.in_language(lang)))
        if rows:
            sheets[_sheet_title(key.in_language(lang))] = _build_table(rows, lang, ())
    return sheets


_USUAL_COLUMNS = {
    "theme": ("id", "text"),
    "goal": ("id", "text", "level", "part_of"),
    "target": (
        "id",
        "text",
        keys.NATURAL,
        "value",
        "unit",
        "year",
        "baseline",
        "baseline_year",
        "sources",
    ),
    "effort": ("id", "text", keys.NATURAL, "owners", "phase", "joint_with", "remark"),
}
"""The columns that a sheet has even when nothing stands in them: people fill these in."""


def _sheet_title(word: str) -> str:
    return word[:1].upper() + word[1:]


def _branches_in(value: Tree) -> list[Branch]:
    return (
        [each for each in value if isinstance(each, dict)]
        if isinstance(value, list | tuple)
        else []
    )


def _build_table(
    rows: list[Branch], lang: str, usual: Iterable[str]
) -> list[list[str]]:
    """A heading and a row for each branch, the columns in the order of the table of keys."""
    flat = [_flatten_row(row, lang) for row in rows]
    wanted = [
        key.in_language(lang)
        for field in usual
        for key in keys.ELEMENT
        if key.field == field
    ]
    known = [key.in_language(lang) for key in (*keys.ELEMENT, *keys.LINK, *keys.NOTE)]
    names = dict.fromkeys([*wanted, *(name for row in flat for name in row)])
    order = {name: place for place, name in enumerate(dict.fromkeys(known))}
    columns = sorted(names, key=lambda name: order.get(name, len(order)))
    return [columns, *([row.get(name, "") for name in columns] for row in flat)]


def _flatten_row(row: Branch, lang: str) -> dict[str, str]:
    """One row: texts by column; links with evidence as ids, and their evidence in a column of its own."""
    flat: dict[str, str] = {}
    for name, value in row.items():
        if name in _LINK_WORDS:
            ties = list(value) if isinstance(value, list | tuple) else [value]
            ends = [_end_of_link(tie, lang) for tie in ties]
            flat[name] = ", ".join(ends).strip() or '""'
            evidence = {
                end: tie
                for end, tie in zip(ends, ties, strict=True)
                if isinstance(tie, dict)
            }
            odd = len(set(ends)) < len(ends) or not all(map(_is_id, ends))
            if evidence or odd:
                flat[f"{EVIDENCE_HEADING[lang]} {name}"] = json.dumps(
                    ties if odd else evidence, ensure_ascii=False
                )
        elif name in _TEXTS_WORDS and isinstance(value, str) and "\n" in value:
            flat[name] = json.dumps(value, ensure_ascii=False)
        else:
            flat[name] = _cell_text(value)
    return flat


def _end_of_link(tie: Tree, lang: str) -> str:
    return str(tie[keys.END.in_language(lang)]) if isinstance(tie, dict) else str(tie)


def _is_id(word: str) -> bool:
    return (
        word.split() == [word]
        and not any(each in word for each in ",;")
        and not word.startswith(_JSON_STARTS)
    )


def _cell_text(value: Tree) -> str:
    """A value as the text of one cell: itself, one line for each of several texts, or else JSON."""
    if isinstance(value, str):
        odd = (
            value.startswith((*_JSON_STARTS, '"'))
            or not value.strip()
            or value == _NULL
            or "\t" in value
        )  # LibreOffice drops tabs
        return json.dumps(value, ensure_ascii=False) if odd else value
    if isinstance(value, list | tuple) and len(value) > 1:
        lines = [
            each
            for each in value
            if isinstance(each, str)
            and each.strip() == each
            and each
            and not _BREAKS.search(each)
        ]
        if len(lines) == len(value) and not lines[0].startswith((*_JSON_STARTS, '"')):
            return "\n".join(lines)
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def to_tree(sheets: Mapping[str, list[list[str]]]) -> Fields:
    """The tree that sheets hold, for ``decode``; a value knows its cell.

    Sheets that are no part of the form, such as lists to choose from, are left out.
    """
    whole = Fields()
    whole.mark = CellMark("", 0, 0)
    for sheet, rows in sheets.items():
        name = keys.hyphenated_word(sheet)
        if sheet in FRONT_SHEET.values():
            for number, row in enumerate(rows[1:], start=1):
                if row and row[0]:
                    whole[_words_at(row[0], CellMark(sheet, number, 0))] = _read_value(
                        row[1] if len(row) > 1 else "", CellMark(sheet, number, 1)
                    )
        elif name in _KIND_WORDS or name in (
            keys.LINKS.nl,
            keys.LINKS.en,
            keys.NOTES.nl,
            keys.NOTES.en,
        ):
            whole[_words_at(name, CellMark(sheet, 0, 0))] = _read_rows(sheet, rows)
    return whole


def _words_at(text: str, cell: CellMark) -> MarkedText:
    words = MarkedText(text)
    words.mark = cell
    return words


def _read_rows(sheet: str, rows: list[list[str]]) -> Series:
    found = Series()
    found.mark = CellMark(sheet, 0, 0)
    head = rows[0] if rows else []
    for number, row in enumerate(rows[1:], start=1):
        fields = Fields()
        fields.mark = CellMark(sheet, number, 0)
        texts = {
            keys.hyphenated_word(name): (text, CellMark(sheet, number, place))
            for place, (name, text) in enumerate(zip(head, row, strict=False))
        }
        for name, (text, cell) in texts.items():
            if text and not name.startswith(
                tuple(
                    keys.hyphenated_word(word) + "-"
                    for word in EVIDENCE_HEADING.values()
                )
            ):
                fields[_words_at(name, cell)] = (
                    _read_links(name, text, texts, cell)
                    if name in _LINK_WORDS
                    else _read_value(text, cell, listed=name in _TEXTS_WORDS)
                )
        if fields:
            found.append(fields)
    return found


def _read_links(
    name: str, text: str, texts: Mapping[str, tuple[str, CellMark]], cell: CellMark
) -> Value:
    """The ids in a cell, each with the evidence that the column of evidence holds for it."""
    beside = next(
        (
            texts[f"{keys.hyphenated_word(word)}-{name}"][0]
            for word in EVIDENCE_HEADING.values()
            if f"{keys.hyphenated_word(word)}-{name}" in texts
        ),
        "",
    )
    known = _parse_json(beside) if beside else {}
    if isinstance(known, list):
        return _value_from_json(known, cell)
    ends = [
        end
        for each in text.replace("\n", ",").replace(";", ",").split(",")
        if (end := each.strip())
    ]
    return _value_from_json(
        [known.get(end, end) if isinstance(known, dict) else end for end in ends], cell
    )


def _read_value(text: str, cell: CellMark, *, listed: bool = False) -> Value:
    """What a cell holds; only where several texts can stand does each line make one."""
    if text.startswith((*_JSON_STARTS, '"')) or text == _NULL:
        return _value_from_json(_parse_json(text), cell)
    lines = text.split("\n")
    return (
        _value_from_json(lines, cell)
        if listed and len(lines) > 1 and all(line.strip() for line in lines)
        else _words_at(text, cell)
    )


def _parse_json(text: str) -> object:
    """What JSON says; a text that only looks like JSON is a text."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _value_from_json(value: object, cell: CellMark) -> Value:
    if isinstance(value, dict):
        fields = Fields(
            {
                _words_at(str(name), cell): _value_from_json(each, cell)
                for name, each in value.items()
            }
        )
        fields.mark = cell
        return fields
    if isinstance(value, list):
        found = Series(_value_from_json(each, cell) for each in value)
        found.mark = cell
        return found
    nothing = LeftOpen()
    nothing.mark = cell
    return nothing if value is None else _words_at(str(value), cell)


def fixed_choices(lang: str) -> Iterator[tuple[NativeKey, tuple[str, ...]]]:
    """The columns that have fixed words to choose from, and these words."""
    level = next(key for key in keys.ELEMENT if key.field == "level")
    yield level, tuple(keys.LEVELS.values()) if lang == "nl" else tuple(keys.LEVELS)
    phase = next(key for key in keys.ELEMENT if key.field == "phase")
    phases = ("ongoing", "preparation", "execution", "evaluation and embedding")
    yield phase, tuple(translate_words(each, lang) for each in phases)
