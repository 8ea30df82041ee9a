"""The parts of a Word file around its body: styles, lists, page numbers, properties.

Nothing tells who made it or when.
"""

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from dinet.writers.office.archive import one_line, pack_archive
from dinet.writers.word.picture import WordPicture
from dinet.writers.word.word_xml import LANGUAGE_CODES

TEMPLATES_FOLDER = Path(__file__).parent.parent.parent / "templates"
_XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
TEMPLATE_PARTS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "footer": "footer",
}


class WordPage:
    """A page of Word, in twentieths of a point.

    Args:
        wide: It lies on its long side.
        margin: At the left and right; ``upper`` is at the top, ``lower`` at the bottom.
    """

    def __init__(self, *, wide: bool, margin: int, upper: int, lower: int) -> None:
        self.wide, self.margin, self.top_margin, self.bottom_margin = (
            wide,
            margin,
            upper,
            lower,
        )
        self.width, self.height = (16838, 11906) if wide else (11906, 16838)

    @property
    def text_room(self) -> tuple[int, int]:
        """The width and height that there are for text."""
        return (
            self.width - 2 * self.margin,
            self.height - self.top_margin - self.bottom_margin,
        )

    def section_xml(self) -> str:
        """The properties of a section with these pages."""
        lying = ' w:orient="landscape"' if self.wide else ""
        return (
            '<w:sectPr><w:footerReference w:type="default" r:id="footer"/>'
            f'<w:pgSz w:w="{self.width}" w:h="{self.height}"{lying}/>'
            f'<w:pgMar w:top="{self.top_margin}" w:right="{self.margin}" w:bottom="{self.bottom_margin}" w:left="{self.margin}" '
            'w:header="300" w:footer="340" w:gutter="0"/></w:sectPr>'
        )


def build_document(
    sections: Sequence[tuple[str, WordPage]],
    pictures: Sequence[WordPicture],
    title: str,
    lang: str,
) -> bytes:
    """A Word file.

    Args:
        sections: The body in pieces, each with its pages; at least one.
        pictures: What the body shows, in order.
        title: Of the document.
        lang: Of its words.
    """
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations_xml(
            {
                "document": "word/document.xml",
                "core": "docProps/core.xml",
                "app": "docProps/app.xml",
            },
            {
                "document": f"{_OFFICE}/officeDocument",
                "core": f"{_PACKAGE}/relationships/metadata/core-properties",
                "app": f"{_OFFICE}/extended-properties",
            },
        ),
        "docProps/core.xml": _core_properties(title, lang),
        "docProps/app.xml": (
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
            "<Application>dinet</Application></Properties>"
        ),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{_body_xml(sections)}</w:body></w:document>",
        "word/_rels/document.xml.rels": _document_relations(len(pictures)),
    }
    parts |= {
        f"word/{name}.xml": _read_template(name).replace("{lang}", LANGUAGE_CODES[lang])
        for name in TEMPLATE_PARTS
    }
    whole = {name: (_XML_HEAD + text).encode() for name, text in parts.items()}
    for number, each in enumerate(pictures, start=1):
        whole |= {
            f"word/media/image{number}.png": each.png,
            f"word/media/image{number}.svg": each.svg,
        }
    return pack_archive(whole)


def _body_xml(sections: Sequence[tuple[str, WordPage]]) -> str:
    *first, (last, pages) = sections
    return f"{''.join(_end_section(body, sheet) for body, sheet in first)}{last}{pages.section_xml()}"


def _end_section(body: str, sheet: WordPage) -> str:
    """A piece of the body that ends a section: its last paragraph says so."""
    before, end, after = body.rpartition("</w:pPr>")
    return f"{before}{sheet.section_xml()}{end}{after}"


def _read_template(name: str) -> str:
    return (TEMPLATES_FOLDER / "word" / f"{name}.xml").read_text(encoding="utf-8")


def _content_types() -> str:
    known = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
    }
    known |= {"png": "image/png", "svg": "image/svg+xml"}
    defaults = "".join(
        f'<Default Extension="{end}" ContentType="{what}"/>'
        for end, what in known.items()
    )
    parts = {f"/word/{name}.xml": f"{_WORD}.{name}+xml" for name in TEMPLATE_PARTS}
    parts["/word/document.xml"] = f"{_WORD}.document.main+xml"
    parts["/docProps/core.xml"] = (
        "application/vnd.openxmlformats-package.core-properties+xml"
    )
    parts["/docProps/app.xml"] = (
        "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    )
    named = "".join(
        f'<Override PartName="{name}" ContentType="{what}"/>'
        for name, what in parts.items()
    )
    return f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{named}</Types>'


def _relations_xml(targets: dict[str, str], kinds: dict[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="{name}" Type="{kinds[name]}" Target="{target}"/>'
        for name, target in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _document_relations(pictures: int) -> str:
    targets = {name: f"{name}.xml" for name in TEMPLATE_PARTS}
    targets |= {
        f"{end}{number}": f"media/image{number}.{end}"
        for number in range(1, pictures + 1)
        for end in ("png", "svg")
    }
    return _relations_xml(
        targets,
        {name: f"{_OFFICE}/{TEMPLATE_PARTS.get(name, 'image')}" for name in targets},
    )


def _core_properties(title: str, lang: str) -> str:
    spaces = (
        f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    said = f"<dc:title>{escape(one_line(title))}</dc:title><dc:language>{LANGUAGE_CODES[lang]}</dc:language>"
    return f"<cp:coreProperties {spaces}>{said}</cp:coreProperties>"
