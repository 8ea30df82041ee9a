"""Files made to break a reader, or to show what is not for showing: one small one of each kind."""

from html import escape

import pytest

from dinet.api import read_bytes
from dinet.errors import DocumentError
from dinet.limits import Limits, use_limits
from dinet.readers.web import style_sheets
from tests.documents import Xml, cell, noted, para, row, run, table, told, word
from tests.pdfs import found_in, pdf, text
from tests.workbooks import MAIN, Sheet, open_table, opened, sheet, workbook

HEAD, ROW = ["Doel", "Inspanning"], ["Meer sport.", "Een hal bouwen."]
LINES = ["D1 Meer sport.", "I1 Een hal bouwen. > D1"]
SECRET = "Geheim plan."
BY = 'w:id="1" w:author="x"'


def inked(words: str, properties: str) -> Xml:
    return Xml(
        f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'
    )


def in_cell(inside: str, fill: str | None = None) -> bytes:
    """A Word document with this after the words of the last cell."""
    return word(
        table(HEAD, [ROW[0], cell(para(Xml(run(ROW[1]) + inside)), fill=fill)])
    )


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def shared(name: str, style: str, properties: str = "") -> dict[str, str]:
    return {
        "styles": (
            f'<w:style w:type="{name}" w:styleId="Weg" {properties}>'
            f'<w:name w:val="Weg"/>{style}</w:style>'
        )
    }


# Word

HIDDEN_IN_WORD = {
    "white letters": inked(SECRET, '<w:color w:val="FFFFFF"/>'),
    "letters of half a point": inked(SECRET, '<w:sz w:val="1"/>'),
    "a text box in a hidden run": "<w:r><w:rPr><w:vanish/></w:rPr><w:pict>"
    f"<w:txbxContent>{para(SECRET)}</w:txbxContent></w:pict></w:r>",
}
LEFT_IN_WORD = {
    "an instruction that stands as text": field("begin")
    + run(SECRET)
    + field("separate")
    + run("")
    + field("end"),
    "a field in an instruction": "".join(
        (
            field("begin"),
            field("begin"),
            field("separate"),
            run(SECRET),
            field("end"),
            field("separate"),
            field("end"),
        )
    ),
    "an instruction without a result": field("begin")
    + run(SECRET)
    + field("end"),
}


@pytest.mark.parametrize("name", HIDDEN_IN_WORD)
def test_letters_that_nobody_sees_are_left_out_of_a_word_document(
    name: str,
) -> None:
    found = read_bytes(in_cell(HIDDEN_IN_WORD[name]), "plan.docx")
    assert (told(found), noted(found)) == (LINES, ["hidden_text"])


@pytest.mark.parametrize("name", LEFT_IN_WORD)
def test_what_a_field_is_told_is_not_read(name: str) -> None:
    assert told(read_bytes(in_cell(LEFT_IN_WORD[name]), "plan.docx")) == LINES


def test_a_field_without_an_end_hides_nothing() -> None:
    assert (
        told(
            read_bytes(
                in_cell(field("begin") + run(" Met tribune.")), "plan.docx"
            )
        )[1]
        == "I1 Een hal bouwen. Met tribune. > D1"
    )


@pytest.mark.parametrize(
    "ground",
    [
        in_cell(inked(" Wit.", '<w:color w:val="FFFFFF"/>'), fill="1F3864"),
        in_cell(
            inked(
                " Wit.",
                '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>',
            )
        ),
        in_cell(
            inked(
                " Wit.",
                '<w:color w:val="FFFFFF"/><w:shd w:val="pct50" w:fill="auto"/>',
            )
        ),
    ],
)
def test_white_letters_on_a_colour_are_read(ground: bytes) -> None:
    assert (
        told(read_bytes(ground, "plan.docx"))[1]
        == "I1 Een hal bouwen. Wit. > D1"
    )


def test_white_letters_in_a_table_whose_style_has_colours_are_read() -> None:
    style = shared(
        "table",
        '<w:tblStylePr><w:tcPr><w:shd w:fill="1F3864"/></w:tcPr></w:tblStylePr>',
    )
    rows = row(
        [Xml(para(inked(each, '<w:color w:val="FFFFFF"/>'))) for each in HEAD]
    ) + row(ROW)
    data = word(
        Xml(
            f'<w:tbl><w:tblPr><w:tblStyle w:val="Weg"/></w:tblPr>{rows}</w:tbl>'
        ),
        **style,
    )
    assert told(read_bytes(data, "plan.docx")) == LINES


@pytest.mark.parametrize(
    "style",
    [
        shared("paragraph", "<w:rPr><w:vanish/></w:rPr>", 'w:default="1"'),
        {
            "styles": (
                "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/>"
                "</w:rPr></w:rPrDefault></w:docDefaults>"
            )
        },
    ],
)
def test_what_every_letter_takes_from_the_document_counts(
    style: dict[str, str],
) -> None:
    with pytest.raises(
        DocumentError,
        match=r"no text is left to read.*Hidden text was left out",
    ):
        read_bytes(word(table(HEAD, ROW), **style), "plan.docx")


def test_a_table_in_a_hidden_style_is_left_out() -> None:
    hidden = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Weg"/>'
        f"</w:tblPr>{row(HEAD)}{row([SECRET, SECRET])}</w:tbl>"
    )
    style = shared("table", "<w:rPr><w:vanish/></w:rPr>")
    found = read_bytes(
        word(table(HEAD, ROW), Xml(hidden), **style), "plan.docx"
    )
    assert (told(found), noted(found)) == (LINES, ["hidden_text"])


@pytest.mark.parametrize("value", ["0", "false", "off"])
def test_switches_that_are_off_hide_nothing(value: str) -> None:
    off = f'w:val="{value}"'
    assert (
        told(
            read_bytes(
                word(table(HEAD, row(ROW, f"<w:hidden {off}/>"))), "plan.docx"
            )
        )
        == LINES
    )
    holder = (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr {off}/></w:sdtPr>"
        f"<w:sdtContent>{run(ROW[1])}</w:sdtContent></w:sdt>"
    )
    assert (
        told(
            read_bytes(
                word(table(HEAD, [ROW[0], para(Xml(holder))])), "plan.docx"
            )
        )
        == LINES
    )


def test_rows_and_runs_in_deletions_of_any_kind_are_named() -> None:
    lost = f"<w:tbl>{row(HEAD)}{row(ROW)}<w:del {BY}>{row([SECRET, SECRET])}</w:del></w:tbl>"
    for data in (
        word(Xml(lost)),
        in_cell(
            f"<w14:conflictDel xmlns:w14='x' {BY}>{run(SECRET)}</w14:conflictDel>"
        ),
    ):
        found = read_bytes(data, "plan.docx")
        assert (told(found), noted(found)) == (LINES, ["tracked_changes"])


# workbooks


def inline(ref: str, words: str, attributes: str = "") -> str:
    return f'<c r="{ref}" t="inlineStr" {attributes}><is><t>{escape(words)}</t></is></c>'


FONTS = (
    "<color rgb='FFFFFFFF'/>",
    "<color theme='0'/>",
    "<sz val='0'/>",
    "<sz val='1'/>",
)


def in_font(font: str, fill: str = "", inside: str = "") -> bytes:
    """A workbook whose third row stands in a font of its own."""
    styles = f"<fonts><font/><font>{font}</font></fonts><fills><fill/><fill>{fill}</fill></fills>"
    styles += (
        f'<cellXfs><xf/><xf fontId="1" fillId="{int(bool(fill))}"/></cellXfs>'
    )
    cells = f'<row r="3">{inline("A3", "Wit doel.", "s=" + chr(34) + "1" + chr(34))}</row>'
    return workbook(
        sheet("S", HEAD, ROW, cells, inside=inside),
        **{
            "xl__styles.xml": f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'
        },
    )


@pytest.mark.parametrize("font", FONTS)
def test_letters_that_nobody_sees_are_left_out_of_a_workbook(
    font: str,
) -> None:
    found = read_bytes(in_font(font), "plan.xlsx")
    assert (told(found), noted(found)) == (LINES, ["hidden_text"])


@pytest.mark.parametrize(
    ("fill", "inside"),
    [
        (
            '<patternFill patternType="solid"><fgColor rgb="FF1F3864"/></patternFill>',
            "",
        ),
        ('<patternFill patternType="darkGray"/>', ""),
        ("<gradientFill/>", ""),
        ("", "<conditionalFormatting/>"),
        ("", "<tableParts/>"),
    ],
)
def test_white_letters_on_a_colour_in_a_workbook_are_read(
    fill: str, inside: str
) -> None:
    assert (
        "Wit doel."
        in read_bytes(
            in_font(FONTS[0], fill, inside), "plan.xlsx"
        ).model_dump_json()
    )


def test_a_white_piece_of_a_text_is_left_out() -> None:
    pieces = (
        f"<is><r><t>{ROW[0]}</t></r><r><rPr>"
        f'<color rgb="FFFFFFFF"/></rPr><t>{SECRET}</t></r></is>'
    )
    cells = f'<row r="2"><c r="A2" t="inlineStr">{pieces}</c>{inline("B2", ROW[1])}</row>'
    found = read_bytes(workbook(sheet("S", HEAD, cells)), "plan.xlsx")
    assert (told(found), noted(found)) == (LINES, ["hidden_text"])


@pytest.mark.parametrize(
    "xml",
    [
        f'<c r="A2" t="inlineStr"><v>{ROW[0]}</v></c>',
        f'<c r="A2" t="str"><is><t>{ROW[0]}</t></is></c>',
        f'<c r="A2"><is><t>{ROW[0]}</t></is></c>',
        f'<c r="A2" t="s"><is><t>{ROW[0]}</t></is></c>',
    ],
)
def test_a_text_in_the_wrong_place_of_a_cell_is_not_lost(xml: str) -> None:
    assert (
        told(
            read_bytes(
                workbook(
                    sheet(
                        "S",
                        HEAD,
                        f'<row r="2">{xml}{inline("B2", ROW[1])}</row>',
                    )
                ),
                "plan.xlsx",
            )
        )
        == LINES
    )


def test_white_space_around_a_yes_is_allowed() -> None:
    hidden = f'<row r="3" hidden=" 1 ">{inline("A3", SECRET)}</row>'
    assert noted(
        read_bytes(workbook(sheet("S", HEAD, ROW, hidden)), "plan.xlsx")
    ) == ["hidden_rows"]


def test_two_sheets_that_are_one_part_are_refused() -> None:
    data = workbook(
        sheet("S", HEAD, ROW),
        Sheet("T", []),
        **{"xl___rels__workbook.xml.rels": RELATED},
    )
    with pytest.raises(DocumentError, match="one and the same part"):
        read_bytes(data, "plan.xlsx")


RELATED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>'
    '<Relationship Id="r2" Type="x/worksheet" Target="worksheets/sheet1.xml"/>'
    "</Relationships>"
)


def test_embedded_objects_of_a_workbook_are_named() -> None:
    found = read_bytes(
        workbook(
            sheet(
                "S", HEAD, ROW, inside="<oleObjects><oleObject/></oleObjects>"
            )
        ),
        "plan.xlsx",
    )
    assert (told(found), noted(found)) == (LINES, ["embedded"])


def test_too_many_cells_are_refused_before_they_are_read() -> None:
    with (
        use_limits(Limits(cells=2000)),
        pytest.raises(DocumentError, match="2202 cells or more"),
    ):
        read_bytes(
            workbook(sheet("S", HEAD, *[["x"] * 20] * 110)), "plan.xlsx"
        )


# OpenDocument

STYLES = "".join(
    (
        f'<style:style style:name="{name}" style:family="{family}">'
        f"<style:{family}-properties {properties}/></style:style>"
    )
    for name, family, properties in (
        ("wit", "text", 'fo:color="#ffffff"'),
        ("klein", "text", 'fo:font-size="0.5pt"'),
        ("weg", "text", 'text:display="none"'),
        ("soms", "text", 'text:display="condition"'),
        ("plat", "table-row", 'style:row-height="0cm"'),
        ("donker", "table-cell", 'fo:background-color="#1f3864"'),
    )
)


def open_row(*texts: str, attributes: str = "", of_cell: str = "") -> str:
    cells = "".join(
        f"<table:table-cell {of_cell}><text:p>{each}</text:p></table:table-cell>"
        for each in texts
    )
    return f"<table:table-row {attributes}>{cells}</table:table-row>"


def in_open(kind: str, *rows: str, table_style: str = "") -> bytes:
    more = (
        open_table("W", HEAD, [SECRET, SECRET], attributes=table_style)
        if table_style
        else ""
    )
    body = f"<office:styles>{STYLES}</office:styles>{open_table('S', HEAD, ROW, *rows)}{more}"
    return opened(kind, body)


def span(style: str, words: str) -> str:
    return f'<text:span text:style-name="{style}">{words}</text:span>'


@pytest.mark.parametrize("suffix", ["ods", "odt"])
@pytest.mark.parametrize(
    "words",
    [
        span("wit", SECRET),
        span("klein", SECRET),
        span("weg", span("soms", SECRET)),
    ],
)
def test_letters_that_nobody_sees_are_left_out_of_an_open_document(
    suffix: str, words: str
) -> None:
    data = in_open(
        "text" if suffix == "odt" else "spreadsheet", open_row(words, words)
    )
    found = read_bytes(data, f"plan.{suffix}")
    assert (told(found), noted(found)) == (LINES, ["hidden_text"])


def test_white_letters_in_a_dark_cell_of_an_open_document_are_read() -> None:
    data = in_open(
        "text",
        open_row(
            span("wit", "Wit doel."), "", of_cell='table:style-name="donker"'
        ),
    )
    assert "D2 Wit doel." in told(read_bytes(data, "plan.odt"))


@pytest.mark.parametrize(
    "hidden",
    [
        (
            "<table:table-row-group "
            f'table:display="false">{open_row(SECRET, SECRET)}</table:table-row-group>'
        ),
        open_row(SECRET, SECRET, attributes='table:style-name="plat"'),
        open_row(SECRET, SECRET, attributes='table:visibility="collapse"'),
    ],
)
def test_folded_and_flat_rows_are_left_out(hidden: str) -> None:
    found = read_bytes(in_open("spreadsheet", hidden), "plan.ods")
    assert (told(found), noted(found)) == (LINES, ["hidden_rows"])
    found = read_bytes(in_open("text", hidden), "plan.odt")
    assert (told(found), noted(found)) == (LINES, ["hidden_text"])


def test_a_table_that_is_not_shown_is_left_out_of_a_text() -> None:
    found = read_bytes(
        in_open("text", table_style='table:style-name="gone"'), "plan.odt"
    )
    assert (told(found), noted(found)) == (LINES, ["hidden_text"])


@pytest.mark.parametrize("kind", ["string", "float", "date"])
def test_a_formula_without_a_result_is_named_whatever_its_type(
    kind: str,
) -> None:
    cells = (
        f'<table:table-row><table:table-cell table:formula="of:=1" office:value-type="{kind}"/>'
        "</table:table-row>"
    )
    assert noted(read_bytes(in_open("spreadsheet", cells), "plan.ods")) == [
        "formula_unknown"
    ]


# pages


def page(inside: str, style: str = "") -> bytes:
    return (
        f"<style>{style}</style><table><tr><td>Doel<td>Inspanning<tr>"
        f"<td>{ROW[0]}<td>{ROW[1]}{inside}</table>"
    ).encode()


UNSEEN = (
    *(
        "color:#fff",
        "color:transparent",
        "color:rgba(0, 0, 0, 0)",
        "font-size:1px",
        "opacity:0%",
        "height:0;overflow:hidden",
    ),
    *(
        "clip:rect(0,0,0,0)",
        "position:absolute;left:-9999px",
        "display:block;text-indent:-9999px",
        "transform:scale(0)",
    ),
    *(
        "content-visibility:hidden",
        "d\\69splay:none",
        "display/**/:none",
        "DISPLAY : NONE ! important",
        "filter:opacity(0)",
    ),
)
RULES = (
    *(
        "u{display:none}",
        "td .x{display:none}",
        "td>u{display:none}",
        ".x.z{display:none}",
        "[id=y]{display:none}",
        "td{.x{display:none}}",
    ),
    *(
        "@import url(x.css);.x{display:none}",
        ".x{display:none!important}.x{display:inline}",
        ".q{content:'}'}.x{display:none}",
    ),
    *(
        "@supports (display:grid){.x{display:none}}",
        ".x{color:white}",
        "i ~ u, i + u, b u, u{display:none}",
    ),
)


@pytest.mark.parametrize("style", UNSEEN)
def test_what_a_style_takes_out_of_sight_is_left_out(style: str) -> None:
    found = read_bytes(page(f'<u style="{style}">{SECRET}</u>'), "plan.html")
    assert (told(found), noted(found)) == (LINES, ["hidden_text"])


@pytest.mark.parametrize("rule", RULES)
def test_what_a_rule_takes_out_of_sight_is_left_out(rule: str) -> None:
    found = read_bytes(
        page(f"<u class='x z' id=y>{SECRET}</u>", rule), "plan.html"
    )
    assert (told(found), noted(found)) == (LINES, ["hidden_text"])


@pytest.mark.parametrize(
    "rule",
    [
        "@media (max-width:600px){u{display:none}}",
        "u:hover{display:none}",
        "p u{display:none}",
        "u{color:white}td{background:#123}",
    ],
)
def test_rules_that_do_not_hold_here_hide_nothing(rule: str) -> None:
    assert (
        told(read_bytes(page("<u> Met tribune.</u>", rule), "plan.html"))[1]
        == "I1 Een hal bouwen. Met tribune. > D1"
    )


@pytest.mark.parametrize(
    "tag", ["dialog", "datalist", "noframes", "noembed", "rt", "p popover"]
)
def test_elements_that_browsers_do_not_show_are_left_out(tag: str) -> None:
    assert (
        told(
            read_bytes(
                page(f"<{tag}>{SECRET}</{tag.split(maxsplit=1)[0]}>"),
                "plan.html",
            )
        )
        == LINES
    )


def test_rows_of_a_template_and_hidden_columns_are_left_out() -> None:
    row_ = f"<tr><td>{SECRET}<td>{SECRET}"
    assert (
        told(
            read_bytes(page(f"<template>{row_}</tr></template>"), "plan.html")
        )
        == LINES
    )
    columns = "<col><col><col style='visibility:collapse'>"
    data = (
        f"<table>{columns}<tr><td>Doel<td>Inspanning<td>Status<tr>"
        f"<td>{ROW[0]}<td>{ROW[1]}<td>{SECRET}</table>"
    )
    found = read_bytes(data.encode(), "plan.html")
    assert (told(found), noted(found)) == (LINES, ["hidden_text"])
    assert SECRET not in found.model_dump_json()


@pytest.mark.parametrize("suffix", ["html", "md", "txt"])
def test_an_element_with_thousands_of_attributes_is_refused(
    suffix: str,
) -> None:
    many = " ".join(f"a{number}=1" for number in range(20_000))
    with pytest.raises(DocumentError, match="thousands of attributes"):
        read_bytes(f"<p x='>' {many}>x".encode(), f"plan.{suffix}")


def test_style_sheets_of_many_rules_for_many_elements_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(style_sheets, "_MOST_LOOKS", 10_000)
    with pytest.raises(DocumentError, match="style sheets"):
        read_bytes(
            b"<style>"
            + b"u{color:red}" * 200
            + b"</style>"
            + b"<u>x</u>" * 200,
            "plan.html",
        )


# the others


@pytest.mark.parametrize(
    "encoding", ["utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("suffix", ["csv", "tsv", "txt"])
def test_wide_texts_without_a_mark_are_read(
    encoding: str, suffix: str
) -> None:
    sign = ";" if suffix == "csv" else "\t"
    lines = "\n".join(sign.join(each) for each in (HEAD, ROW))
    found = read_bytes(lines.encode(encoding), f"plan.{suffix}")
    assert (told(found), noted(found)) == (LINES, ["encoding"])


def test_letters_that_only_cut_are_not_seen() -> None:
    (part,) = found_in(
        pdf(text(40, 100, "Meer sport.") + text(40, 300, SECRET, more="7 Tr"))
    ).parts
    assert part.place.page == 1
    assert SECRET not in str(part)
