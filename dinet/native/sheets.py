"""The native form as sheets of a workbook: a sheet for each kind, a row for each element.

What a person edits stands in plain words: ``D1, D3`` under *voor*, one name a line under
*trekker*. The evidence of links stands in a column of its own, as JSON: an id that is added to
a cell is stated, one that is taken away takes its evidence with it.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from dinet.language import translate_words
from dinet.native import keys
from dinet.native.encode import Branch, Tree
from dinet.native.keys import NativeKey
from dinet.native.tree import (
    CellMark,
    Fields,
    LeftOpen,
    MarkedText,
    Series,
    Value,
)

SheetTexts = dict[str, list[list[str]]]
"""Rows of texts by the name of their sheet; the first row of each is its heading."""

FRONT_SHEET = {"nl": "Programma", "en": "Programme"}
FRONT_HEADINGS = {"nl": ("Veld", "Waarde"), "en": ("Field", "Value")}
EVIDENCE_HEADING = {"nl": "herkomst van", "en": "evidence of"}
_EVIDENCE_PREFIXES = tuple(
    f"{keys.hyphenated_word(heading)}-"
    for heading in EVIDENCE_HEADING.values()
)
"""How the heading of a column of evidence begins, as keys are compared."""
_PLACE_WORDS = frozenset(
    word
    for key in keys.ELEMENT
    if key.field == "places"
    for word in (key.nl, key.en)
)
"""The headings of the places of an element."""
WEIGHT_HEADING = {"nl": "gewicht van", "en": "weight of"}
_WEIGHT_PREFIXES = tuple(
    f"{keys.hyphenated_word(heading)}-" for heading in WEIGHT_HEADING.values()
)
"""Likewise of a column of weights: ``D1: 60%; D2: 20%``, for people to see and change."""
_JSON_STARTS = ("[", "{")
_QUOTED_STARTS = (*_JSON_STARTS, '"')
"""A cell that begins so is read as JSON, so a text that begins so is written as JSON."""
_NULL = "null"
_BREAKS = re.compile("[\n\t]")
_BETWEEN_IDS = re.compile("[,;\n]")
_LINK_WORDS = {word for key in keys.LINK_KEYS for word in (key.nl, key.en)}
_TEXTS_WORDS = set(
    keys.keys_by_word(key for key in keys.ELEMENT if key.shape == "texts")
)
_LIST_WORDS = {
    word
    for key in (
        *keys.KIND_KEYS,
        keys.LINKS,
        keys.NOTES,
        keys.UNREAD,
        keys.WAIVERS,
    )
    for word in (key.nl, key.en)
}
"""The names of the sheets that hold a list, as keys are compared."""


_NOTE_KEYS = keys.keys_by_word(keys.NOTE)
_KNOWN_HEADINGS = {
    **dict.fromkeys(
        _LIST_WORDS, keys.keys_by_word((*keys.ELEMENT, *keys.KIND_KEYS))
    ),
    **dict.fromkeys(
        (keys.LINKS.nl, keys.LINKS.en), keys.keys_by_word(keys.LINK)
    ),
    **dict.fromkeys(
        (keys.NOTES.nl, keys.NOTES.en), keys.keys_by_word(keys.NOTE)
    ),
    **dict.fromkeys(
        (keys.UNREAD.nl, keys.UNREAD.en), keys.keys_by_word(keys.UNREAD_TEXT)
    ),
    **dict.fromkeys(
        (keys.WAIVERS.nl, keys.WAIVERS.en), keys.keys_by_word(keys.WAIVER)
    ),
}
"""The headings that dinet knows in each of the sheets that hold a list, as keys are compared."""


class OwnCell(NamedTuple):
    """A cell in a column of the user's own.

    Args:
        mark: Where it stands.
        heading: What stands above the column; empty for nothing.
        text: What stands in the cell.
    """

    mark: CellMark
    heading: str
    text: str


def is_evidence(heading: str) -> bool:
    """Whether a column holds where something was read, and not what a person fills in.

    Example:
        >>> is_evidence("herkomst van voor"), is_evidence("voor")
        (True, False)
    """
    word = keys.hyphenated_word(heading)
    return word in _PLACE_WORDS or word.startswith(_EVIDENCE_PREFIXES)


def is_for_programs(sheet: str, heading: str) -> bool:
    """Whether a column tells programs something, and people nothing that stands beside it not too.

    Example:
        >>> is_for_programs("leesnotities", "code"), is_for_programs("leesnotities", "bericht")
        (True, False)
    """
    key = _NOTE_KEYS.get(keys.hyphenated_word(heading))
    is_notes = keys.hyphenated_word(sheet) in (keys.NOTES.nl, keys.NOTES.en)
    return is_notes and key is not None and key.field in ("code", "values")


def to_sheets(tree: Branch, lang: str) -> SheetTexts:
    """The sheets of a tree.

    First the one on the programme itself, then a sheet for each kind, for links and for notes.
    All kinds that people fill in have a sheet, also when nothing stands in it.

    Args:
        tree: What ``encode`` gives.
        lang: The language of sheet names and headings, that of the tree's keys.
    """
    sheets = {FRONT_SHEET[lang]: _build_front(tree, lang)}
    lists = (keys.LINKS, keys.NOTES, keys.UNREAD, keys.WAIVERS)
    for key in (*keys.KIND_KEYS, *lists):
        name = key.in_language(lang)
        rows = _branches_in(tree.get(name))
        usual_columns = _USUAL_COLUMNS.get(key.field, ())
        if rows or usual_columns:
            sheets[_sheet_title(name)] = _build_table(
                rows, lang, usual_columns
            )
    return sheets


def _build_front(tree: Branch, lang: str) -> list[list[str]]:
    """What the programme says of itself: a heading, and a row for each field."""
    rows = [list(FRONT_HEADINGS[lang])]
    for name, value in tree.items():
        if not isinstance(value, list):
            rows.append([name, _cell_text(value)])
    return rows


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
    "effort": (
        "id",
        "text",
        keys.NATURAL,
        "owners",
        "phase",
        "joint_with",
        "remark",
    ),
}
"""The columns that a sheet has even when nothing stands in them: people fill these in."""


def _sheet_title(word: str) -> str:
    return word[:1].upper() + word[1:]


def _branches_in(value: Tree) -> list[Branch]:
    if not isinstance(value, list | tuple):
        return []
    return [member for member in value if isinstance(member, dict)]


def _build_table(
    branches: list[Branch], lang: str, usual_columns: Iterable[str]
) -> list[list[str]]:
    """A heading and a row for each branch, the columns in the order of the table of keys."""
    rows = [_flatten_branch(branch, lang) for branch in branches]
    names = dict.fromkeys(_names_of_fields(usual_columns, lang))
    for row in rows:
        names.update(dict.fromkeys(row))
    order = _column_order(lang)
    columns = sorted(names, key=lambda name: order.get(name, len(order)))
    return [columns, *(_cells_under(columns, row) for row in rows)]


def _cells_under(columns: Iterable[str], row: Mapping[str, str]) -> list[str]:
    return [row.get(name, "") for name in columns]


def _names_of_fields(fields: Iterable[str], lang: str) -> Iterator[str]:
    """The keys of some fields of an element; one field may have several, such as ``part_of``."""
    for field in fields:
        for key in keys.ELEMENT:
            if key.field == field:
                yield key.in_language(lang)


def _column_order(lang: str) -> dict[str, int]:
    """The place of each column by its heading, from 0."""
    of_lists = (*keys.LINK, *keys.NOTE, *keys.UNREAD_TEXT, *keys.WAIVER)
    known_keys = (*keys.ELEMENT, *of_lists)
    names = dict.fromkeys(key.in_language(lang) for key in known_keys)
    return {name: place for place, name in enumerate(names)}


def _flatten_branch(branch: Branch, lang: str) -> dict[str, str]:
    """One row, as texts by column.

    Links are ids; evidence for them stands in a column of its own.
    """
    row: dict[str, str] = {}
    for name, value in branch.items():
        if name in _LINK_WORDS:
            row.update(_flatten_links(name, _as_list(value), lang))
        elif name in _TEXTS_WORDS and isinstance(value, str) and "\n" in value:
            # in this column every line of a cell is a text of its own, so one text is quoted
            row[name] = json.dumps(value, ensure_ascii=False)
        else:
            row[name] = _cell_text(value)
    return row


def _as_list(value: Tree) -> list[Tree]:
    """The values of a series; one value alone counts as a series of one."""
    if isinstance(value, list | tuple):
        return list(value)
    return [value]


def _flatten_links(
    name: str, links: list[Tree], lang: str
) -> Iterator[tuple[str, str]]:
    """The cell with the ids of some links and, when it is needed, the one with their evidence.

    Ids that a list in a cell cannot tell apart (double ones, or ids with a comma) make that the
    evidence holds all links as they are; reading then takes these.
    """
    ends = [_end_of_link(link, lang) for link in links]
    yield name, ", ".join(ends).strip() or '""'
    evidence_name = f"{EVIDENCE_HEADING[lang]} {name}"
    if len(set(ends)) < len(ends) or not all(map(_is_plain_id, ends)):
        yield evidence_name, json.dumps(links, ensure_ascii=False)
        return
    evidence: dict[str, Branch] = {
        end: dict(link)
        for end, link in zip(ends, links, strict=True)
        if isinstance(link, dict)
    }
    weights = _take_weights(evidence, keys.WEIGHT.in_language(lang))
    if weights:
        pairs = (f"{end}: {weight}" for end, weight in weights.items())
        yield f"{WEIGHT_HEADING[lang]} {name}", "; ".join(pairs)
    rest = _more_than_ends(evidence, keys.END.in_language(lang))
    if rest:
        yield evidence_name, json.dumps(rest, ensure_ascii=False)


def _more_than_ends(
    evidence: Mapping[str, Branch], key: str
) -> dict[str, Branch]:
    """The evidence of the links of which more is known than where they end."""
    return {end: link for end, link in evidence.items() if set(link) != {key}}


def _take_weights(evidence: dict[str, Branch], key: str) -> dict[str, str]:
    """The weights out of the evidence of links; those stay that a cell cannot tell apart."""
    weights = {
        end: str(link[key]) for end, link in evidence.items() if key in link
    }
    if not all(
        _is_plain_id(end) and ":" not in end and _is_plain_weight(weight)
        for end, weight in weights.items()
    ):
        return {}
    for end in weights:
        del evidence[end][key]
    return weights


def _is_plain_weight(weight: str) -> bool:
    return (
        bool(weight)
        and weight == weight.strip()
        and not re.search("[;\n]", weight)
    )


def _end_of_link(link: Tree, lang: str) -> str:
    return (
        str(link[keys.END.in_language(lang)])
        if isinstance(link, dict)
        else str(link)
    )


def _is_plain_id(word: str) -> bool:
    """Whether a word comes back as one id from a cell with ids between commas."""
    if word.split() != [word] or word.startswith(_JSON_STARTS):
        return False
    return "," not in word and ";" not in word


def _cell_text(value: Tree) -> str:
    """A value as the text of one cell: itself, several texts on a line each, or else JSON."""
    if isinstance(value, str):
        return (
            json.dumps(value, ensure_ascii=False)
            if _needs_quotes(value)
            else value
        )
    if isinstance(value, list | tuple) and len(value) > 1:
        lines = [text for text in value if _is_one_line(text)]
        if len(lines) == len(value) and not str(lines[0]).startswith(
            _QUOTED_STARTS
        ):
            return "\n".join(map(str, lines))
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def _needs_quotes(text: str) -> bool:
    """Whether a text would come back from a cell as something else."""
    if text == _NULL or not text.strip() or text.startswith(_QUOTED_STARTS):
        return True
    return "\t" in text  # LibreOffice drops tabs


def _is_one_line(value: Tree) -> bool:
    """Whether a value is a text that comes back from a line of a cell."""
    if not isinstance(value, str) or not value or value.strip() != value:
        return False
    return not _BREAKS.search(value)


def to_tree(sheets: Mapping[str, list[list[str]]]) -> Fields:
    """The tree that sheets hold, for ``decode``; a value knows its cell.

    Sheets that are no part of the form, such as lists to choose from, are left out, and so are
    columns of the user's own: see ``own_cells``.
    """
    tree = Fields()
    tree.mark = CellMark("", 0, 0)
    for sheet, rows in sheets.items():
        name = keys.hyphenated_word(sheet)
        if sheet in FRONT_SHEET.values():
            tree.update(_read_front(sheet, rows))
        elif name in _LIST_WORDS:
            tree[_words_at(name, CellMark(sheet, 0, 0))] = _read_rows(
                sheet, rows
            )
    return tree


def own_cells(sheets: Mapping[str, list[list[str]]]) -> Iterator[OwnCell]:
    """What stands in columns that are no part of the form, sheet by sheet and row by row.

    Example:
        >>> rows = [["Id", "Tekst", "Wethouder"], ["D1", "Meer sport.", "Ans"]]
        >>> [(cell.heading, cell.text) for cell in own_cells({"Doelen": rows})]
        [('Wethouder', 'Ans')]
    """
    for sheet, rows in sheets.items():
        name = keys.hyphenated_word(sheet)
        if name not in _LIST_WORDS or not rows:
            continue
        own_columns = [
            column
            for column, heading in enumerate(rows[0])
            if not _is_known(heading, name)
        ]
        for number, row in enumerate(rows[1:], start=1):
            for column in own_columns:
                text = row[column] if column < len(row) else ""
                if text:
                    mark = CellMark(sheet, number, column)
                    yield OwnCell(mark, rows[0][column], text)


def own_sheets(
    sheets: Mapping[str, list[list[str]]], lists: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """The name and the words of each sheet that is no part of the form.

    Args:
        sheets: Rows of texts by the name of their sheet.
        lists: The names of the sheet with the lists to choose from, which dinet writes itself.
    """
    known = {*FRONT_SHEET.values(), *lists}
    for sheet, rows in sheets.items():
        if sheet in known or keys.hyphenated_word(sheet) in _LIST_WORDS:
            continue
        lines = (" | ".join(filter(None, row)) for row in rows)
        words = "; ".join(filter(None, lines))
        if words:
            yield sheet, words


def _is_known(heading: str, sheet: str) -> bool:
    """A heading is one of the form, in a sheet by its name as keys are compared."""
    word = keys.hyphenated_word(heading)
    return word in _KNOWN_HEADINGS[sheet] or word.startswith(
        (*_EVIDENCE_PREFIXES, *_WEIGHT_PREFIXES)
    )


def _read_front(
    sheet: str, rows: list[list[str]]
) -> Iterator[tuple[MarkedText, Value]]:
    """The fields of the front sheet, each with its value; rows without a field are left out."""
    for number, row in enumerate(rows[1:], start=1):
        if row and row[0]:
            value = row[1] if len(row) > 1 else ""
            yield (
                _words_at(row[0], CellMark(sheet, number, 0)),
                _read_value(value, CellMark(sheet, number, 1)),
            )


def _words_at(text: str, cell: CellMark) -> MarkedText:
    words = MarkedText(text)
    words.mark = cell
    return words


CellText: TypeAlias = tuple[str, CellMark]
"""The text of a cell and where it stands."""


def _read_rows(sheet: str, rows: list[list[str]]) -> Series:
    """The rows under the heading of a sheet; rows without any value are left out."""
    series = Series()
    series.mark = CellMark(sheet, 0, 0)
    names = (
        [keys.hyphenated_word(heading) for heading in rows[0]] if rows else []
    )
    for number, row in enumerate(rows[1:], start=1):
        cells = zip(names, _marked_cells(sheet, number, row), strict=False)
        known = {
            heading: cell
            for heading, cell in cells
            if _is_known(heading, keys.hyphenated_word(sheet))
        }
        fields = _read_cells(known)
        fields.mark = CellMark(sheet, number, 0)
        if fields:
            series.append(fields)
    return series


def _marked_cells(
    sheet: str, number: int, row: list[str]
) -> Iterator[CellText]:
    for column, text in enumerate(row):
        yield text, CellMark(sheet, number, column)


def _read_cells(cells: Mapping[str, CellText]) -> Fields:
    """The values of one row by key, without cells that are empty or hold evidence."""
    fields = Fields()
    for name, (text, mark) in cells.items():
        beside = (*_EVIDENCE_PREFIXES, *_WEIGHT_PREFIXES)
        if not text or name.startswith(beside):
            continue
        if name in _LINK_WORDS:
            evidence = _cell_beside(name, cells, _EVIDENCE_PREFIXES)
            weights = _cell_beside(name, cells, _WEIGHT_PREFIXES)
            value = _read_links(text, evidence, weights, mark)
        else:
            value = _read_value(text, mark, listed=name in _TEXTS_WORDS)
        fields[_words_at(name, mark)] = value
    return fields


def _cell_beside(
    name: str, cells: Mapping[str, CellText], prefixes: tuple[str, ...]
) -> str:
    """The text in a column about a column of links; empty when there is none."""
    for prefix in prefixes:
        if prefix + name in cells:
            return cells[prefix + name][0]
    return ""


def _read_links(
    text: str, evidence_text: str, weights_text: str, cell: CellMark
) -> Value:
    """The ids in a cell, each with the evidence and the weight that stand beside it.

    Evidence that holds all links, since the cell cannot tell them apart, goes before the cell.
    """
    evidence = _parse_json(evidence_text) if evidence_text else {}
    if isinstance(evidence, list):
        return _value_from_json(evidence, cell)
    words = map(str.strip, _BETWEEN_IDS.split(text))
    ends = list(filter(None, words))
    if not isinstance(evidence, dict):
        return _value_from_json(ends, cell)
    weights = dict(_read_weights(weights_text))
    links = [
        _weighed_link(end, evidence.get(end, end), weights) for end in ends
    ]
    return _value_from_json(links, cell)


def _read_weights(text: str) -> Iterator[tuple[str, str]]:
    for pair in re.split("[;\n]", text):
        end, _, weight = pair.partition(":")
        if weight.strip():
            yield end.strip(), weight.strip()


def _weighed_link(
    end: str, link: object, weights: Mapping[str, str]
) -> object:
    """A link with its weight, where one stands beside it; that wins over the evidence."""
    if end not in weights:
        return link
    known = dict(link) if isinstance(link, dict) else {keys.END.nl: end}
    known.pop(keys.WEIGHT.en, None)
    return {**known, keys.WEIGHT.nl: weights[end]}


def _read_value(text: str, cell: CellMark, *, listed: bool = False) -> Value:
    """What a cell holds; only where several texts can stand does each line make one."""
    if text.startswith(_QUOTED_STARTS) or text == _NULL:
        return _value_from_json(_parse_json(text), cell)
    lines = text.split("\n")
    if listed and len(lines) > 1 and all(map(str.strip, lines)):
        return _value_from_json(lines, cell)
    return _words_at(text, cell)


def _parse_json(text: str) -> object:
    """What JSON says; a text that only looks like JSON is a text."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _value_from_json(value: object, cell: CellMark) -> Value:
    """What JSON holds as a value of the tree; everything in it stands in this cell."""
    if isinstance(value, dict):
        fields = Fields()
        fields.mark = cell
        for name, part in value.items():
            fields[_words_at(str(name), cell)] = _value_from_json(part, cell)
        return fields
    if isinstance(value, list):
        series = Series(_value_from_json(member, cell) for member in value)
        series.mark = cell
        return series
    if value is None:
        nothing = LeftOpen()
        nothing.mark = cell
        return nothing
    return _words_at(str(value), cell)


def fixed_choices(lang: str) -> Iterator[tuple[NativeKey, tuple[str, ...]]]:
    """The columns that have fixed words to choose from, and these words."""
    levels = keys.LEVELS.values() if lang == "nl" else keys.LEVELS
    yield _element_key("level"), tuple(levels)
    phases = (
        "ongoing",
        "preparation",
        "execution",
        "evaluation and embedding",
    )
    yield (
        _element_key("phase"),
        tuple(translate_words(phase, lang) for phase in phases),
    )


def _element_key(field: str) -> NativeKey:
    return next(key for key in keys.ELEMENT if key.field == field)
