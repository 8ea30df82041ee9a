"""The native form as sheets of a workbook: a sheet for every kind of element, a row for every element, ids in the cells.

What a person edits stands in plain words: ``D1, D3`` under *voor*, one name a line under
*trekker*. The evidence of links stands in a column of its own, as JSON: an id that is added to
a cell is stated, one that is taken away takes its evidence with it.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from dinet.language import translated
from dinet.native import keys
from dinet.native.encode import Branch, Tree
from dinet.native.keys import Key
from dinet.native.tree import Cell, Fields, Nothing, Series, Value, Words

Sheets = dict[str, list[list[str]]]
"""Rows of texts by the name of their sheet; the first row of each is its heading."""

FRONT = {"nl": "Programma", "en": "Programme"}
FIELD = {"nl": ("Veld", "Waarde"), "en": ("Field", "Value")}
EVIDENCE = {"nl": "herkomst van", "en": "evidence of"}
_JSON = ("[", "{")
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


def to_sheets(tree: Branch, lang: str) -> Sheets:
    """The sheets of a tree; all kinds that people fill in have a sheet, also when it is empty.

    Args:
        tree: What ``encode`` gives.
        lang: The language of sheet names and headings, that of the tree's keys.
    """
    front = [
        [name, _text(value)]
        for name, value in tree.items()
        if not isinstance(value, list)
    ]
    sheets = {FRONT[lang]: [list(FIELD[lang]), *front]}
    for key in keys.KIND_KEYS:
        rows = _branches(tree.get(key.said(lang)))
        if rows or key.field in _USUAL:
            sheets[_title(key.said(lang))] = _table(
                rows, lang, _USUAL.get(key.field, ())
            )
    for key in (keys.LINKS, keys.NOTES):
        rows = _branches(tree.get(key.said(lang)))
        if rows:
            sheets[_title(key.said(lang))] = _table(rows, lang, ())
    return sheets


_USUAL = {
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


def _title(word: str) -> str:
    return word[:1].upper() + word[1:]


def _branches(value: Tree) -> list[Branch]:
    return (
        [each for each in value if isinstance(each, dict)]
        if isinstance(value, list | tuple)
        else []
    )


def _table(rows: list[Branch], lang: str, usual: Iterable[str]) -> list[list[str]]:
    """A heading and a row for each branch, the columns in the order of the table of keys."""
    flat = [_flat(row, lang) for row in rows]
    wanted = [
        key.said(lang) for field in usual for key in keys.ELEMENT if key.field == field
    ]
    known = [key.said(lang) for key in (*keys.ELEMENT, *keys.LINK, *keys.NOTE)]
    names = dict.fromkeys([*wanted, *(name for row in flat for name in row)])
    order = {name: place for place, name in enumerate(dict.fromkeys(known))}
    columns = sorted(names, key=lambda name: order.get(name, len(order)))
    return [columns, *([row.get(name, "") for name in columns] for row in flat)]


def _flat(row: Branch, lang: str) -> dict[str, str]:
    """One row: texts by column; links with evidence as ids, and their evidence in a column of its own."""
    flat: dict[str, str] = {}
    for name, value in row.items():
        if name in _LINK_WORDS:
            ties = list(value) if isinstance(value, list | tuple) else [value]
            ends = [_end(tie, lang) for tie in ties]
            flat[name] = ", ".join(ends).strip() or '""'
            evidence = {
                end: tie
                for end, tie in zip(ends, ties, strict=True)
                if isinstance(tie, dict)
            }
            odd = len(set(ends)) < len(ends) or not all(map(_is_id, ends))
            if evidence or odd:
                flat[f"{EVIDENCE[lang]} {name}"] = json.dumps(
                    ties if odd else evidence, ensure_ascii=False
                )
        elif name in _TEXTS_WORDS and isinstance(value, str) and "\n" in value:
            flat[name] = json.dumps(value, ensure_ascii=False)
        else:
            flat[name] = _text(value)
    return flat


def _end(tie: Tree, lang: str) -> str:
    return str(tie[keys.END.said(lang)]) if isinstance(tie, dict) else str(tie)


def _is_id(word: str) -> bool:
    return (
        word.split() == [word]
        and not any(each in word for each in ",;")
        and not word.startswith(_JSON)
    )


def _text(value: Tree) -> str:
    """A value as the text of one cell: itself, one line for each of several texts, or else JSON."""
    if isinstance(value, str):
        odd = (
            value.startswith((*_JSON, '"'))
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
        if len(lines) == len(value) and not lines[0].startswith((*_JSON, '"')):
            return "\n".join(lines)
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def to_tree(sheets: Mapping[str, list[list[str]]]) -> Fields:
    """The tree that sheets hold, for ``decode``; a value knows its cell.

    Sheets that are no part of the form, such as lists to choose from, are left out.
    """
    whole = Fields()
    whole.mark = Cell("", 0, 0)
    for sheet, rows in sheets.items():
        name = keys.plain(sheet)
        if sheet in FRONT.values():
            for number, row in enumerate(rows[1:], start=1):
                if row and row[0]:
                    whole[_words(row[0], Cell(sheet, number, 0))] = _value(
                        row[1] if len(row) > 1 else "", Cell(sheet, number, 1)
                    )
        elif name in _KIND_WORDS or name in (
            keys.LINKS.nl,
            keys.LINKS.en,
            keys.NOTES.nl,
            keys.NOTES.en,
        ):
            whole[_words(name, Cell(sheet, 0, 0))] = _rows(sheet, rows)
    return whole


def _words(text: str, cell: Cell) -> Words:
    words = Words(text)
    words.mark = cell
    return words


def _rows(sheet: str, rows: list[list[str]]) -> Series:
    found = Series()
    found.mark = Cell(sheet, 0, 0)
    head = rows[0] if rows else []
    for number, row in enumerate(rows[1:], start=1):
        fields = Fields()
        fields.mark = Cell(sheet, number, 0)
        texts = {
            keys.plain(name): (text, Cell(sheet, number, place))
            for place, (name, text) in enumerate(zip(head, row, strict=False))
        }
        for name, (text, cell) in texts.items():
            if text and not name.startswith(
                tuple(keys.plain(word) + "-" for word in EVIDENCE.values())
            ):
                fields[_words(name, cell)] = (
                    _links(name, text, texts, cell)
                    if name in _LINK_WORDS
                    else _value(text, cell, listed=name in _TEXTS_WORDS)
                )
        if fields:
            found.append(fields)
    return found


def _links(
    name: str, text: str, texts: Mapping[str, tuple[str, Cell]], cell: Cell
) -> Value:
    """The ids in a cell, each with the evidence that the column of evidence holds for it."""
    beside = next(
        (
            texts[f"{keys.plain(word)}-{name}"][0]
            for word in EVIDENCE.values()
            if f"{keys.plain(word)}-{name}" in texts
        ),
        "",
    )
    known = _plain(beside) if beside else {}
    if isinstance(known, list):
        return _tree(known, cell)
    ends = [
        end
        for each in text.replace("\n", ",").replace(";", ",").split(",")
        if (end := each.strip())
    ]
    return _tree(
        [known.get(end, end) if isinstance(known, dict) else end for end in ends], cell
    )


def _value(text: str, cell: Cell, *, listed: bool = False) -> Value:
    """What a cell holds; only where several texts can stand does each line make one."""
    if text.startswith((*_JSON, '"')) or text == _NULL:
        return _tree(_plain(text), cell)
    lines = text.split("\n")
    return (
        _tree(lines, cell)
        if listed and len(lines) > 1 and all(line.strip() for line in lines)
        else _words(text, cell)
    )


def _plain(text: str) -> object:
    """What JSON says; a text that only looks like JSON is a text."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _tree(value: object, cell: Cell) -> Value:
    if isinstance(value, dict):
        fields = Fields(
            {_words(str(name), cell): _tree(each, cell) for name, each in value.items()}
        )
        fields.mark = cell
        return fields
    if isinstance(value, list):
        found = Series(_tree(each, cell) for each in value)
        found.mark = cell
        return found
    nothing = Nothing()
    nothing.mark = cell
    return nothing if value is None else _words(str(value), cell)


def choices(lang: str) -> Iterator[tuple[Key, tuple[str, ...]]]:
    """The columns that have fixed words to choose from, and these words."""
    level = next(key for key in keys.ELEMENT if key.field == "level")
    yield level, tuple(keys.LEVELS.values()) if lang == "nl" else tuple(keys.LEVELS)
    phase = next(key for key in keys.ELEMENT if key.field == "phase")
    phases = ("ongoing", "preparation", "execution", "evaluation and embedding")
    yield phase, tuple(translated(each, lang) for each in phases)
