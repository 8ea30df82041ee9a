"""Small documents for tests, made in memory from a compact description.

With what is read in them in a few lines.

A Word document is a list of parts: a string is a paragraph, ``heading`` and ``bullet`` make
what they say, ``table`` takes rows of cells. A cell is a string (each line a paragraph), a list
of paragraphs and bullets, ``UP`` (under the cell above, merged) or ``cell`` with a colour, a
width or XML of its own.
"""

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from dinet.api import read_bytes
from dinet.model import Programme

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title}"/>{more}</w:style>'
    for name, title, more in (
        ("Standaard", "Normal", ""),
        ("Titel", "Title", ""),
        *(
            (
                f"Kop{level}",
                f"heading {level}",
                '<w:basedOn w:val="Standaard"/>',
            )
            for level in (1, 2, 3)
        ),
        ("Lijst", "List Bullet", ""),
        ("Eigen", "Huisstijl kop", '<w:basedOn w:val="Kop1"/>'),
    )
)


class Xml(str):
    """A piece of XML that goes into the document as it is."""

    __slots__ = ()


@dataclass(frozen=True)
class Cell:
    """One cell of a table and how it is drawn; ``merge`` is ``restart`` or ``continue``."""

    content: object = ""
    fill: str | None = None
    span: int = 1
    merge: str | None = None


UP = Cell(merge="continue")


def cell(
    content: object = "",
    *,
    fill: str | None = None,
    span: int = 1,
    merge: str | None = None,
) -> Cell:
    return Cell(content, fill, span, merge)


def run(text: str, *marks: str) -> Xml:
    """A run of text; marks are names of switches, such as ``i``, ``b`` or ``vanish``."""
    properties = "".join(f"<w:{mark}/>" for mark in marks)
    return Xml(
        f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def para(content: object = "", properties: str = "") -> Xml:
    """A paragraph of a text, or of XML runs."""
    inside = content if isinstance(content, Xml) else run(str(content))
    return Xml(f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>")


def heading(text: object, level: int = 1) -> Xml:
    return para(text, f'<w:pStyle w:val="Kop{level}"/>')


def bullet(text: object, level: int = 0) -> Xml:
    return para(
        text,
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>',
    )


def control(*inside: Xml) -> Xml:
    """A content control around paragraphs, rows, cells or runs."""
    return Xml(
        f"<w:sdt><w:sdtPr/><w:sdtContent>{''.join(inside)}</w:sdtContent></w:sdt>"
    )


def row(cells: Iterable[object], properties: str = "") -> Xml:
    return Xml(
        f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(map(_cell, cells))}</w:tr>"
    )


def table(*rows: object) -> Xml:
    """A table of rows; each is a list of cells, or XML of its own."""
    return Xml(
        f"<w:tbl>{''.join(each if isinstance(each, Xml) else row(each) for each in rows)}</w:tbl>"
    )


def _cell(this: object) -> str:
    this = this if isinstance(this, Cell) else Cell(this)
    properties = (
        (f'<w:gridSpan w:val="{this.span}"/>' if this.span > 1 else "")
        + (f'<w:vMerge w:val="{this.merge}"/>' if this.merge else "")
        + (f'<w:shd w:fill="{this.fill}"/>' if this.fill else "")
    )
    return (
        f"<w:tc><w:tcPr>{properties}</w:tcPr>{_content(this.content)}</w:tc>"
    )


def _content(content: object) -> str:
    pieces = (
        content
        if isinstance(content, list)
        else [content]
        if isinstance(content, Xml)
        else str(content).split("\n")
    )
    return "".join(
        each if isinstance(each, Xml) else para(each) for each in pieces
    )


def word(
    *parts: object,
    namespace: str = TRANSITIONAL,
    main: str = "word/document.xml",
    **more: str,
) -> bytes:
    """A Word document.

    ``more`` are further parts by their names in the folder ``word``, as XML inside their root.
    """
    inside = "".join(
        part if isinstance(part, Xml) else para(part) for part in parts
    )
    files = {
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="{main}"/></Relationships>',
        main: f'<w:document xmlns:w="{namespace}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<w:body>{inside}</w:body></w:document>",
    }
    for name, xml in {"styles": _STYLES, **more}.items():
        files[f"word/{name}.xml"] = (
            f'<w:{name} xmlns:w="{namespace}">{xml}</w:{name}>'
        )
    return archive(files)


def archive(files: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(name, text)
    return data.getvalue()


def tabbed(*lines: str | list[str]) -> bytes:
    """A text file: a list is a row of cells, a string a line."""
    return "\n".join(
        line if isinstance(line, str) else "\t".join(line) for line in lines
    ).encode()


def in_word(*parts: object) -> Programme:
    """What is read in a Word document of these parts."""
    return read_bytes(word(*parts), "plan.docx")


def in_text(*lines: str | list[str]) -> Programme:
    """What is read in a text file of these lines."""
    return read_bytes(tabbed(*lines), "plan.txt")


def in_csv(*rows: str) -> Programme:
    """What is read of rows in a csv file."""
    return read_bytes("\n".join(rows).encode(), "plan.csv")


def in_markdown(*lines: str) -> Programme:
    """What is read of lines in a Markdown file."""
    return read_bytes("\n".join(lines).encode(), "plan.md")


def told(programme: Programme) -> list[str]:
    """A programme in one line per element: its id, its text, and after ``>`` what it serves.

    A star marks a link whose basis is inherited or inferred, an arrow one that only refers.
    """
    served: dict[str, list[str]] = {}
    for link in programme.links:
        words = (
            "→" * (link.kind == "refers_to")
            + link.end
            + "*" * (link.basis in ("inherited", "inferred"))
        )
        served.setdefault(link.start, []).append(words)
    return [
        f"{each.id} {each.text}"
        + (f" > {', '.join(served[each.id])}" if each.id in served else "")
        for each in programme.elements
    ]


def noted(programme: Programme) -> list[str]:
    """The codes of the notes, in order."""
    return [note.code for note in programme.notes]


def left(programme: Programme) -> list[tuple[str, str]]:
    """What was not read, in order: why, and the whole text."""
    return [(unread.reason, unread.text) for unread in programme.unread]
