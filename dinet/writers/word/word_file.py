"""The parts of a Word file around its body: styles, lists, page numbers, properties.

Nothing tells who made it or when.
"""

from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple, Protocol
from xml.sax.saxutils import escape

from dinet.layout.style.palette import COLOUR_STYLE
from dinet.layout.text.measure import shorten_text
from dinet.writers.office.archive import one_line, pack_archive
from dinet.writers.office.file_facts import FileFacts, core_properties
from dinet.writers.office.theme import OfficeTheme, theme_of_style
from dinet.writers.word.picture import LOGO_RELATION, WordPicture
from dinet.writers.word.word_xml import LANGUAGE_CODES

TEMPLATES_FOLDER = Path(__file__).parent.parent.parent / "templates"
_XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
FOOTER_ROOM = 45
"""Letter sizes: so much of a title stands on one line of an upright A4, before the page number."""
TEMPLATE_PARTS = ("styles", "numbering", "settings", "footer")
"""The parts that are the same in every file, but for the language."""
LOGO_PART = "word/media/logo.png"
A4_SIDES = (11906, 16838)
"""The short and the long side, in twentieths of a point."""
_PACKAGE_PARTS = {
    "document": ("word/document.xml", f"{_OFFICE}/officeDocument"),
    "core": (
        "docProps/core.xml",
        f"{_PACKAGE}/relationships/metadata/core-properties",
    ),
    "app": ("docProps/app.xml", f"{_OFFICE}/extended-properties"),
}
"""The parts that the file as a whole points at: where each is, and what."""
_APP_PROPERTIES = (
    "<Properties "
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>dinet</Application></Properties>"
)
_SUFFIX_TYPES = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "svg": "image/svg+xml",
}
_PART_TYPES = {
    **{f"/word/{name}.xml": f"{_WORD}.{name}+xml" for name in TEMPLATE_PARTS},
    "/word/document.xml": f"{_WORD}.document.main+xml",
    "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": (
        "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    ),
}


class WordLetterhead(NamedTuple):
    """What a file has of a house style.

    Args:
        theme: Its letters and colours.
        logo: A PNG that the body shows by ``LOGO_RELATION``; empty for none.
    """

    theme: OfficeTheme
    logo: bytes = b""


class TextPage(Protocol):
    """A page with room for text."""

    @property
    def text_room(self) -> tuple[int, int]:
        """The width and height for text, in twentieths of a point."""
        ...

    @property
    def paper(self) -> str:
        """The page on which a picture for it is laid out."""
        ...


class WordPage:
    """A page of Word, in twentieths of a point.

    Args:
        wide: It lies on its long side.
        margin: At the left and right; ``upper`` is at the top, ``lower`` at the bottom.
    """

    def __init__(
        self, *, wide: bool, margin: int, upper: int, lower: int
    ) -> None:
        self.wide = wide
        self.margin = margin
        self.top_margin = upper
        self.bottom_margin = lower
        short, long = A4_SIDES
        self.width, self.height = (long, short) if wide else (short, long)

    @property
    def paper(self) -> str:
        """The page on which a picture for it is laid out."""
        return "A4-landscape" if self.wide else "A4"

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
            f'<w:pgMar w:top="{self.top_margin}" w:right="{self.margin}" '
            f'w:bottom="{self.bottom_margin}" w:left="{self.margin}" '
            'w:header="300" w:footer="340" w:gutter="0"/></w:sectPr>'
        )


def build_document(
    sections: Sequence[tuple[str, WordPage]],
    pictures: Sequence[WordPicture],
    facts: FileFacts,
    lang: str,
    look: WordLetterhead | None = None,
) -> bytes:
    """A Word file.

    Args:
        sections: The body in pieces, each with its pages; at least one.
        pictures: What the body shows, in order.
        facts: What the file says of itself.
        lang: Of its words.
        look: Its theme, and the logo that the body shows; None for the usual look.
    """
    look = look or WordLetterhead(theme_of_style(COLOUR_STYLE))
    theme = look.theme
    body = theme.name_word_colours(f"<w:body>{_body_xml(sections)}</w:body>")
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations_xml(_PACKAGE_PARTS),
        "docProps/core.xml": core_properties(facts, LANGUAGE_CODES[lang]),
        "docProps/app.xml": _APP_PROPERTIES,
        "word/document.xml": f"<w:document {_SPACES}>{body}</w:document>",
        "word/_rels/document.xml.rels": _document_relations(
            len(pictures), bool(look.logo)
        ),
        "word/theme/theme1.xml": theme.fill_theme(_read_template("theme")),
    }
    title = shorten_text(one_line(facts.title), FOOTER_ROOM)
    values = {
        "lang": LANGUAGE_CODES[lang],
        "title": escape(title),
        "head": theme.colours["dk2"],
        "faint": theme.colours["accent5"],
    }
    for name in TEMPLATE_PARTS:
        template = _read_template(name)
        for key, value in values.items():
            template = template.replace(f"{{{key}}}", value)
        parts[f"word/{name}.xml"] = theme.name_word_colours(template)
    files = {name: (_XML_HEAD + text).encode() for name, text in parts.items()}
    logo = {LOGO_PART: look.logo} if look.logo else {}
    return pack_archive(files | _picture_files(pictures) | logo)


def _picture_files(pictures: Sequence[WordPicture]) -> dict[str, bytes]:
    files = {}
    for number, picture in enumerate(pictures, start=1):
        files[f"word/media/image{number}.png"] = picture.png
        files[f"word/media/image{number}.svg"] = picture.svg
    return files


def _body_xml(sections: Sequence[tuple[str, WordPage]]) -> str:
    *first, (last, pages) = sections
    ended = [_end_section(body, page) for body, page in first]
    return f"{''.join(ended)}{last}{pages.section_xml()}"


def _end_section(body: str, page: WordPage) -> str:
    """A piece of the body that ends a section: its last paragraph says so."""
    before, end, after = body.rpartition("</w:pPr>")
    return f"{before}{page.section_xml()}{end}{after}"


def _read_template(name: str) -> str:
    return (TEMPLATES_FOLDER / "word" / f"{name}.xml").read_text(
        encoding="utf-8"
    )


def _content_types() -> str:
    """What every part of the file is, by its suffix or else by its name."""
    types = [
        f'<Default Extension="{suffix}" ContentType="{content_type}"/>'
        for suffix, content_type in _SUFFIX_TYPES.items()
    ]
    types += [
        f'<Override PartName="{name}" ContentType="{content_type}"/>'
        for name, content_type in _PART_TYPES.items()
    ]
    return f'<Types xmlns="{_PACKAGE}/content-types">{"".join(types)}</Types>'


def _relations_xml(relations: dict[str, tuple[str, str]]) -> str:
    """What a part points at.

    Args:
        relations: By their names where each thing is, and what it is.
    """
    inside = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, (target, kind) in relations.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _document_relations(pictures: int, has_logo: bool) -> str:
    relations = {
        name: (f"{name}.xml", f"{_OFFICE}/{name}") for name in TEMPLATE_PARTS
    }
    relations["theme"] = "theme/theme1.xml", f"{_OFFICE}/theme"
    if has_logo:
        target = LOGO_PART.removeprefix("word/")
        relations[LOGO_RELATION] = target, f"{_OFFICE}/image"
    for number, suffix in product(range(1, pictures + 1), ("png", "svg")):
        target = f"media/image{number}.{suffix}"
        relations[f"{suffix}{number}"] = target, f"{_OFFICE}/image"
    return _relations_xml(relations)
