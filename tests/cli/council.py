"""A council's own Word document: of house style, with all that must survive, and with places."""

from tests.documents import archive

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SPACES = f'xmlns:w="{NAMESPACE}" xmlns:r="{OFFICE}"'
PARTS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "comments": "comments",
    "footnotes": "footnotes",
    "header1": "header",
    "footer1": "footer",
}
"""The parts beside the text, each with the kind of its relation."""
_ROOTS = {"header": "hdr", "footer": "ftr"}
WIDE_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="700" '
    'w:footer="700" w:gutter="0"/></w:sectPr>'
)
UPRIGHT_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" '
    'w:left="1417" w:header="700" w:footer="700" w:gutter="0"/></w:sectPr>'
)
REPORT = (
    '<w:p w:rsidR="00AB12CD"><w:pPr><w:pStyle w:val="Kop1"/></w:pPr>'
    "<w:r><w:t>Raadsvoorstel</w:t></w:r></w:p><w:p><w:r><w:t>Te besluiten </w:t></w:r>"
    '<w:ins w:id="901" w:author="Griffie"><w:r><w:t>met ingang van 2027</w:t></w:r></w:ins>'
    '<w:del w:id="902" w:author="Griffie"><w:r><w:delText>meteen</w:delText></w:r></w:del>'
    '<w:commentRangeStart w:id="1"/><w:r><w:t>te doen</w:t></w:r><w:commentRangeEnd w:id="1"/>'
    '<w:r><w:commentReference w:id="1"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
)
SECTION_END = f"<w:p><w:pPr>{UPRIGHT_SECTION}</w:pPr></w:p>"
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/>'
    "</w:style>"
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="Kop{level}"><w:name w:val="heading {level}"/>'
        "</w:style>"
        for level in (1, 2, 3)
    )
    + '<w:style w:type="paragraph" w:styleId="Tabeltekst"><w:name w:val="Tabeltekst"/></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="Huis"><w:name w:val="Huisstijl"/>'
    '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/></w:tblBorders></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
)
_BULLET = '<w:numFmt w:val="bullet"/>'
_INSIDE = {
    "styles": _STYLES,
    "numbering": (
        '<w:abstractNum w:abstractNumId="2">'
        f'<w:lvl w:ilvl="0">{_BULLET}</w:lvl><w:lvl w:ilvl="1">{_BULLET}</w:lvl></w:abstractNum>'
        '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>'
    ),
    "settings": "<w:trackRevisions/>",
    "comments": (
        '<w:comment w:id="1" w:author="Griffie"><w:p/></w:comment>'
        '<w:comment w:id="3" w:author="Griffie"><w:p/></w:comment>'
    ),
    "footnotes": '<w:footnote w:id="2"><w:p/></w:footnote>',
    "header1": "<w:p><w:r><w:t>Gemeente Veldrijk</w:t></w:r></w:p>",
    "footer1": "<w:p><w:r><w:t>Griffie</w:t></w:r></w:p>",
}


def line(text: str = "") -> str:
    """A paragraph."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def control(tag: str, inside: str = "<w:p/>", properties: str = "") -> str:
    """A content control with a tag."""
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/>{properties}</w:sdtPr>'
        f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


def bookmark(name: str, inside: str = "", number: int = 31) -> str:
    """A bookmark around something."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def house_table(*cells: str) -> str:
    """A table of one row in the style of the house, each cell of 4,000 twentieths of a point."""
    width = '<w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>'
    text = '<w:p><w:pPr><w:pStyle w:val="Tabeltekst"/></w:pPr></w:p>'
    inside = "".join(
        f"<w:tc>{width}{text}{cell}<w:p/></w:tc>" for cell in cells
    )
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Huis"/></w:tblPr>'
        f"<w:tr>{inside}</w:tr></w:tbl>"
    )


def council_document(
    *blocks: str, kind: str = "document", **parts: str
) -> bytes:
    """A document with all parts.

    Args:
        blocks: Its text.
        kind: ``document`` or ``template``.
        parts: What parts hold in place of the usual.
    """
    body = "".join(blocks)
    files = {
        "[Content_Types].xml": _types(kind),
        "_rels/.rels": _relations({"word/document.xml": "officeDocument"}),
        "word/document.xml": (
            f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>"
        ),
        "word/_rels/document.xml.rels": _relations(
            {f"{name}.xml": of_kind for name, of_kind in PARTS.items()}
        ),
    }
    for name, inside in {**_INSIDE, **parts}.items():
        root = _ROOTS.get(PARTS[name], name)
        files[f"word/{name}.xml"] = f"<w:{root} {_SPACES}>{inside}</w:{root}>"
    return archive(files)


def _types(kind: str) -> str:
    named = {f"word/{name}": of_kind for name, of_kind in PARTS.items()}
    named["word/document"] = f"{kind}.main"
    overrides = "".join(
        f'<Override PartName="/{name}.xml" ContentType="{_KIND}.{of_kind}+xml"/>'
        for name, of_kind in named.items()
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{rels}"/>{overrides}</Types>'
    )


def _relations(targets: dict[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="{target.removesuffix(".xml")}" Type="{OFFICE}/{kind}" '
        f'Target="{target}"/>'
        for target, kind in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'
