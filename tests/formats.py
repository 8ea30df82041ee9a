"""One document in every format that other programs make.

The same headings, lines and tables, each in its format's own way.
"""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from dinet.api import read_bytes
from dinet.model import Programme
from tests import documents, workbooks
from tests.documents import tabbed, word


@dataclass(frozen=True)
class Heading:
    text: str
    level: int = 1


@dataclass(frozen=True)
class Item:
    """A line of a cell that is a list item; level 1 stands under level 0."""

    text: str
    level: int = 0


@dataclass(frozen=True)
class Cell:
    """A cell of lines.

    ``up`` is the number of rows below it that it is merged with, ``fill`` a colour.
    """

    lines: tuple[str | Item, ...] = ()
    down: int = 0
    fill: str | None = None


UNDER = Cell()
"""A cell under a merged one."""


@dataclass(frozen=True)
class Table:
    rows: tuple[tuple[Cell, ...], ...]


Part = Heading | Table | str


def cell(*lines: str | Item, down: int = 0, fill: str | None = None) -> Cell:
    return Cell(lines, down, fill)


def table(*rows: tuple[Cell | str | None, ...]) -> Table:
    """A table; a string is a cell of one line, None a blank cell."""
    return Table(
        tuple(
            tuple(
                each if isinstance(each, Cell) else cell(*filter(None, [each]))
                for each in row
            )
            for row in rows
        )
    )


def _typed(line: str | Item) -> str:
    return (
        f"{'•-'[line.level]} {line.text}" if isinstance(line, Item) else line
    )


def _text(this: Cell) -> str:
    return "\n".join(map(_typed, this.lines))


# Word


def as_docx(*parts: Part) -> bytes:
    return word(*(_in_word(part) for part in parts))


def _in_word(part: Part) -> object:
    if isinstance(part, Heading):
        return documents.heading(part.text, part.level)
    if isinstance(part, str):
        return part
    open_down = {}
    rows = []
    for row in part.rows:
        cells = []
        for column, each in enumerate(row):
            merge = (
                "continue"
                if each is UNDER and open_down.get(column)
                else "restart"
                if each.down
                else None
            )
            open_down[column] = each.down or max(
                open_down.get(column, 0) - 1, 0
            )
            content = [
                documents.bullet(line.text, line.level)
                if isinstance(line, Item)
                else line
                for line in each.lines
            ] or ""
            cells.append(documents.cell(content, fill=each.fill, merge=merge))
        rows.append(cells)
    return documents.table(*rows)


# sheets


def _grid(parts: tuple[Part, ...]) -> Iterator[tuple[Cell, ...]]:
    """The rows of a sheet: a blank row before each heading and after each table."""
    for part in parts:
        if isinstance(part, Table):
            yield from part.rows
            yield ()
        else:
            yield from ([()] if isinstance(part, Heading) else [])
            yield (cell(part.text if isinstance(part, Heading) else part),)
            yield from ([()] if isinstance(part, Heading) else [])


def as_xlsx(*parts: Part) -> bytes:
    rows = list(_grid(parts))
    merges = [
        f"{workbooks.letters(column)}{at}:{workbooks.letters(column)}{at + each.down}"
        for at, row in enumerate(rows, start=1)
        for column, each in enumerate(row, start=1)
        if each.down
    ]
    cells = [
        [
            workbooks.look(_text(each), f"FF{each.fill}")
            if each.fill
            else _text(each)
            for each in row
        ]
        for row in rows
    ]
    return workbooks.workbook(workbooks.sheet("DIN", *cells, merges=merges))


def as_ods(*parts: Part) -> bytes:
    rows = [
        [_open_cell(each, _text(each)) for each in row] for row in _grid(parts)
    ]
    return workbooks.opened("spreadsheet", workbooks.open_table("DIN", *rows))


def _open_cell(this: Cell, text: str) -> str:
    value = workbooks.look(text, f"FF{this.fill}") if this.fill else text
    return workbooks.open_cell(
        value,
        f'table:number-rows-spanned="{this.down + 1}"' if this.down else "",
    )


def _records(parts: tuple[Part, ...]) -> list[list[str]]:
    return [[_text(each) for each in row] for row in _grid(parts)]


def as_csv(
    *parts: Part, delimiter: str = ";", encoding: str = "utf-8", **dialect: Any
) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, **dialect).writerows(_records(parts))
    return text.getvalue().encode(encoding)


def as_tsv(*parts: Part) -> bytes:
    return as_csv(*parts, delimiter="\t")


# texts


def as_odt(*parts: Part) -> bytes:
    return workbooks.opened("text", "".join(map(_in_open_text, parts)))


def _in_open_text(part: Part) -> str:
    if isinstance(part, Heading):
        return f'<text:h text:outline-level="{part.level}">{escape(part.text)}</text:h>'
    if isinstance(part, str):
        return workbooks.open_paragraphs(part)
    rows = [
        [
            _open_cell(each, "\n".join(map(_open_line, each.lines)))
            for each in row
        ]
        for row in part.rows
    ]
    return workbooks.open_table("Table1", *rows)


def _open_line(line: str | Item) -> str:
    if isinstance(line, str):
        return line
    before, after = (
        "<text:list><text:list-item>" * (line.level + 1),
        "</text:list-item></text:list>" * (line.level + 1),
    )
    return f"{before}<text:p>{escape(line.text)}</text:p>{after}"


def as_html(*parts: Part) -> bytes:
    return "".join(map(_in_html, parts)).encode()


def _in_html(part: Part) -> str:
    if isinstance(part, Heading):
        return f"<h{part.level}>{escape(part.text)}</h{part.level}>"
    if isinstance(part, str):
        return f"<p>{escape(part)}"
    spanned: set[tuple[int, int]] = set()
    made = ""
    for at, row in enumerate(part.rows):
        made += "<tr>"
        for column, each in enumerate(row):
            spanned |= {
                (at + further, column) for further in range(1, each.down + 1)
            }
            if (at, column) not in spanned:
                inside = "".join(map(_html_line, each.lines))
                made += (
                    f'<td rowspan="{each.down + 1}" '
                    f"{f'bgcolor=#{each.fill}' if each.fill else ''}>{inside}"
                )
    return f"<table>{made}</table>"


def _html_line(line: str | Item) -> str:
    if isinstance(line, str):
        return f"<p>{escape(line)}</p>"
    return f"{'<ul>' * (line.level + 1)}<li>{escape(line.text)}</li>{'</ul>' * (line.level + 1)}"


def as_md(*parts: Part) -> bytes:
    return "\n\n".join(map(_in_md, parts)).encode()


def _in_md(part: Part) -> str:
    if isinstance(part, Heading):
        return f"{'#' * part.level} {part.text}"
    if isinstance(part, str):
        return part
    rows = [
        f"| {' | '.join(_text(each).replace(chr(10), '<br>') for each in row)} |"
        for row in part.rows
    ]
    return "\n".join([rows[0], "|" + "---|" * len(part.rows[0]), *rows[1:]])


def as_txt(*parts: Part) -> bytes:
    return tabbed(*(line for part in parts for line in _in_txt(part)))


def _in_txt(part: Part) -> Iterator[str | list[str]]:
    if not isinstance(part, Table):
        yield part.text if isinstance(part, Heading) else part
        return
    for row in part.rows:
        yield [
            "".join(
                f"<p>{_typed(line).replace('- ', '-')}</p>"
                for line in each.lines
            )
            for each in row
        ]


WITH_MERGES: dict[str, Callable[..., bytes]] = {
    "docx": as_docx,
    "html": as_html,
    "ods": as_ods,
    "odt": as_odt,
    "xlsx": as_xlsx,
}
ALL: dict[str, Callable[..., bytes]] = {
    **WITH_MERGES,
    "csv": as_csv,
    "md": as_md,
    "tsv": as_tsv,
    "txt": as_txt,
}


def as_pdf(*parts: Part) -> bytes:
    from tests import pdfs  # which makes its files of these parts

    return pdfs.as_pdf(*parts, right=1150)


EVERY: dict[str, Callable[..., bytes]] = {**ALL, "pdf": as_pdf}


def read_as(name: str, *parts: Part) -> Programme:
    """What is read in these parts, written in a format."""
    return read_bytes(EVERY[name](*parts), f"plan.{name}")


def bare(programme: Programme) -> dict[str, Any]:
    """A programme as data, without places, and without what formats alone tell of a heading."""
    found = _without_places(programme.model_dump())
    assert isinstance(found, dict)
    return found


def _without_places(data: object) -> object:
    if isinstance(data, dict):
        return {
            name: _without_places(value)
            for name, value in data.items()
            if name not in ("place", "places", "reason")
        }
    if isinstance(data, list | tuple):
        return [_without_places(value) for value in data]
    return data
