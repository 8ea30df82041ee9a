"""Small spreadsheets for tests, made in memory.

Workbooks of Excel, OpenDocument spreadsheets and texts.

A sheet is rows of cells. A cell is a text (its lines are paragraphs), a number, None for a
blank one, or ``look`` with a style; what a builder cannot make is given as XML.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from dinet.api import read_bytes
from dinet.model import Programme
from tests.documents import archive

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

FORMATS = ("General", "0%", "d-m-yyyy", "#,##0.00", ";;;")
FILLS = ("FFFFE699", "FFA9D08E", "FF9DC3E6", "FFFFFFFF")
_NAMED = {
    "bold": 1,
    "italic": 2,
    **{code: 3 + number for number, code in enumerate(FORMATS)},
    **{fill: 3 + len(FORMATS) + number for number, fill in enumerate(FILLS)},
    "theme": 3 + len(FORMATS) + len(FILLS),
    "pattern": 4 + len(FORMATS) + len(FILLS),
}
_COLOURS = [
    f'<patternFill patternType="solid"><fgColor rgb="{fill}"/></patternFill>'
    for fill in FILLS
]
_COLOURS += [
    '<patternFill patternType="solid"><fgColor theme="4" tint="0.5999"/></patternFill>',
    '<patternFill patternType="lightGray"/>',
]
STYLES = (
    "<numFmts>"
    + "".join(
        f'<numFmt numFmtId="{170 + number}" formatCode="{code}"/>'
        for number, code in enumerate(FORMATS)
    )
    + (
        "</numFmts><fonts><font/><font><b/></font><font><i/></font>"
        "</fonts><fills><fill><patternFill patternType='none'/></fill>"
    )
    + "".join(f"<fill>{colour}</fill>" for colour in _COLOURS)
    + "</fills><cellXfs><xf/><xf fontId='1'/><xf fontId='2'/>"
    + "".join(
        f'<xf numFmtId="{170 + number}"/>' for number, _ in enumerate(FORMATS)
    )
    + "".join(
        f'<xf fillId="{number}"/>'
        for number, _ in enumerate(_COLOURS, start=1)
    )
    + "</cellXfs>"
)


@dataclass(frozen=True)
class Look:
    """A value in a style: ``bold``, ``italic``, a number format, or a colour."""

    value: object
    style: str


def look(value: object, style: str) -> Look:
    return Look(value, style)


@dataclass(frozen=True)
class Sheet:
    """One sheet; ``inside`` is XML that comes after its rows, ``before`` what comes before them."""

    name: str
    rows: Sequence[object]
    inside: str = ""
    before: str = ""
    state: str = "visible"


def sheet(
    name: str,
    *rows: object,
    merges: Sequence[str] = (),
    inside: str = "",
    before: str = "",
    state: str = "visible",
) -> Sheet:
    """A sheet of rows; a row is a list of cells, or XML."""
    merged = "".join(f'<mergeCell ref="{ref}"/>' for ref in merges)
    return Sheet(
        name,
        rows,
        (f"<mergeCells>{merged}</mergeCells>" if merges else "") + inside,
        before,
        state,
    )


def letters(column: int) -> str:
    return ("" if column <= 26 else chr(64 + (column - 1) // 26)) + chr(
        65 + (column - 1) % 26
    )


def cell_xml(ref: str, value: object) -> str:
    style = _NAMED[value.style] if isinstance(value, Look) else 0
    value = value.value if isinstance(value, Look) else value
    if value is None or value == "":
        return f'<c r="{ref}" s="{style}"/>' if style else ""
    if isinstance(value, str):
        inside = (
            value
            if value.startswith("<")
            else f'<t xml:space="preserve">{escape(value)}</t>'
        )
        return f'<c r="{ref}" s="{style}" t="inlineStr"><is>{inside}</is></c>'
    return f'<c r="{ref}" s="{style}"><v>{value}</v></c>'


def row_xml(number: int, cells: Sequence[object], attributes: str = "") -> str:
    inside = "".join(
        cell_xml(f"{letters(column)}{number}", value)
        for column, value in enumerate(cells, start=1)
    )
    return f'<row r="{number}" {attributes}>{inside}</row>'


def workbook(
    *sheets: Sheet,
    main: str = MAIN,
    strings: str = "",
    properties: str = "",
    **more: str,
) -> bytes:
    """A workbook; ``more`` are parts by name, with ``__`` for a slash, that go in as they are."""
    listed = "".join(
        (
            f'<sheet name="{escape(each.name)}" sheetId="{number}" '
            f'state="{each.state}" r:id="r{number}"/>'
        )
        for number, each in enumerate(sheets, start=1)
    )
    targets = [
        ("worksheet", f"worksheets/sheet{number}.xml")
        for number, _ in enumerate(sheets, start=1)
    ]
    targets += [
        ("styles", "styles.xml"),
        *([("sharedStrings", "sharedStrings.xml")] if strings else []),
    ]
    files = {
        "_rels/.rels": relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": (
            f'<workbook xmlns="{main}" '
            f'xmlns:r="{_OFFICE}">{properties}<sheets>{listed}</sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": relations(targets),
        "xl/styles.xml": f'<styleSheet xmlns="{main}">{STYLES}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{strings}</sst>',
    }
    for number, each in enumerate(sheets, start=1):
        rows = "".join(
            row if isinstance(row, str) else row_xml(at, row)
            for at, row in enumerate(each.rows, start=1)
        )
        files[f"xl/worksheets/sheet{number}.xml"] = (
            "<worksheet "
            f'xmlns="{main}">{each.before}<sheetData>{rows}</sheetData>{each.inside}</worksheet>'
        )
    return archive(
        files | {name.replace("__", "/"): text for name, text in more.items()}
    )


def relations(targets: Sequence[tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}">{inside}</Relationships>'


def in_workbook(*sheets: Sheet, **more: str) -> Programme:
    """What is read in a workbook of these sheets."""
    return read_bytes(workbook(*sheets, **more), "plan.xlsx")


# OpenDocument

_SPACES = "".join(
    f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("manifest", "manifest"),
    )
)
OPEN_STYLES = (
    (
        '<style:style style:name="bold" style:family="table-cell">'
        '<style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="italic" style:family="text">'
        '<style:text-properties fo:font-style="italic"/></style:style>'
        '<style:style style:name="unseen" style:family="text">'
        '<style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="gone" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
        '<style:style style:name="Title" style:family="paragraph"/>'
        '<style:style style:name="own" style:family="paragraph" style:parent-style-name="Title"/>'
    )
    + "".join(
        f'<style:style style:name="{name}" style:family="table-cell" '
        f'style:parent-style-name="{parent}">'
        f'<style:table-cell-properties fo:background-color="{colour}"/></style:style>'
        for name, parent, colour in (
            ("FFFFE699", "", "#FFE699"),
            ("FFA9D08E", "", "#a9d08e"),
            ("FF9DC3E6", "", "#9dc3e6"),
            ("FFFFFFFF", "", "#ffffff"),
            ("clear", "FFFFE699", "transparent"),
        )
    )
    + (
        '<style:style style:name="child" style:family="table-cell" '
        'style:parent-style-name="FFFFE699"/>'
    )
)


def opened(kind: str, body: str, **more: str) -> bytes:
    """An OpenDocument file; ``kind`` is ``text`` or ``spreadsheet``."""
    content = (
        f"<office:document-content{_SPACES}>"
        f"<office:automatic-styles>{OPEN_STYLES}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}>"
        "</office:body></office:document-content>"
    )
    manifest = f"<manifest:manifest{_SPACES}/>"
    return archive(
        {"content.xml": content, "META-INF/manifest.xml": manifest}
        | {name.replace("__", "/"): text for name, text in more.items()}
    )


def open_paragraphs(text: str) -> str:
    return "".join(
        line if line.startswith("<") else f"<text:p>{escape(line)}</text:p>"
        for line in text.split("\n")
    )


def open_cell(value: object, attributes: str = "") -> str:
    style = (
        f' table:style-name="{value.style}"' if isinstance(value, Look) else ""
    )
    value = value.value if isinstance(value, Look) else value
    if isinstance(value, (int, float)):
        return (
            f'<table:table-cell{style} office:value-type="float" '
            f'office:value="{value}" {attributes}/>'
        )
    inside = open_paragraphs(value) if isinstance(value, str) and value else ""
    return f"<table:table-cell{style} {attributes}>{inside}</table:table-cell>"


def open_table(
    name: str, *rows: object, attributes: str = "", columns: str = ""
) -> str:
    """A table of OpenDocument.

    A row is a list of cells, or XML, and so is a cell that begins with ``<table:``.
    """
    made = "".join(
        row
        if isinstance(row, str)
        else f"<table:table-row>{''.join(_open_one(cell) for cell in row)}</table:table-row>"
        for row in rows
    )
    return f'<table:table table:name="{escape(name)}" {attributes}>{columns}{made}</table:table>'


def _open_one(cell: object) -> str:
    return (
        cell
        if isinstance(cell, str) and cell.startswith("<table:")
        else open_cell(cell)
    )


def in_open_sheets(*tables: str) -> Programme:
    """What is read in an OpenDocument spreadsheet of these tables."""
    return read_bytes(opened("spreadsheet", "".join(tables)), "plan.ods")


def in_open_text(*parts: str) -> Programme:
    """What is read in an OpenDocument text of these parts: XML, or texts that become paragraphs."""
    return read_bytes(
        opened("text", "".join(map(open_paragraphs, parts))), "plan.odt"
    )
