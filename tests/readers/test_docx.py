"""Word documents as people make them.

Controls, tracked changes, hidden text, merges, breaks, and files that are none.
"""

from time import process_time

import pytest

from dinet.api import read_bytes
from dinet.document.content import Grid, Para
from dinet.errors import DocumentError
from dinet.limits import Limits, use_limits
from dinet.readers.docx import read
from tests.documents import (
    STRICT,
    TRANSITIONAL,
    UP,
    Xml,
    archive,
    bullet,
    cell,
    control,
    heading,
    in_word,
    left,
    noted,
    para,
    row,
    run,
    table,
    told,
    word,
)
from tests.interpret.sport import (
    COACH,
    EFFORT,
    GOAL,
    HEAD,
    LATER,
    LIBRARY,
    OTHER,
    READ,
    ROW,
    TARGET,
)

BREAK = Xml("<w:r><w:br/></w:r>")
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>'
)


def runs(*pieces: str) -> Xml:
    return para(Xml("".join(pieces)))


def effort(*content: object) -> list[str]:
    """The efforts in a cell with this content."""
    return [
        each.text
        for each in in_word(
            table(HEAD, [GOAL, TARGET, list(content)])
        ).elements
        if each.kind == "effort"
    ]


def symbol(code: str) -> str:
    return f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>'


# where text stands


@pytest.mark.parametrize(
    "content",
    [
        runs(control(run(EFFORT))),
        control(para(EFFORT)),
        runs(
            "<w:smartTag>",
            run("Bouwen van "),
            "</w:smartTag><w:hyperlink>",
            run("een sporthal."),
            "</w:hyperlink>",
        ),
        runs('<w:fldSimple w:instr="X">', run(EFFORT), "</w:fldSimple>"),
        runs("<w:r><w:instrText>HYPERLINK</w:instrText></w:r>", run(EFFORT)),
        runs("<w:customXml>", run(EFFORT), "</w:customXml>"),
        runs(
            "<w:r><w:t>Bou</w:t><w:softHyphen/><w:t>wen van een\u00a0sport</w:t></w:r>",
            run("\u00adhal."),
        ),
        runs(
            "<w:r><w:t>Bouwen</w:t><w:tab/><w:t>van een sporthal.</w:t></w:r>"
        ),
        runs(run("Bouwen van"), BREAK, run("een sporthal.")),
        runs(
            run("Bouwen van "),
            '<w:r><w:br w:type="page"/></w:r>',
            run("een sporthal."),
        ),
        runs(run(EFFORT), "<w:r><w:footnoteReference/></w:r>"),
        runs(
            '<m:oMath xmlns:m="m"><m:r><m:t>Bouwen</m:t></m:r></m:oMath>',
            run(" van een sporthal."),
        ),
    ],
    ids=[
        "control",
        "control of paragraphs",
        "tag and link",
        "field",
        "instruction",
        "custom",
        "soft hyphen",
        "tab",
        "break",
        "page",
        "note",
        "sum",
    ],
)
def test_text_is_found_wherever_word_puts_it(content: Xml) -> None:
    assert effort(content) == [EFFORT]


def test_rows_cells_and_tables_in_controls_are_read() -> None:
    assert told(in_word(table(HEAD, control(row(ROW))))) == READ
    assert told(in_word(control(table(HEAD, ROW)))) == READ
    inner = Xml(
        f"<w:tr>{control(Xml('<w:tc><w:p><w:r><w:t>' + GOAL + '</w:t></w:r></w:p></w:tc>'))}"
    )
    rest = "".join(
        f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
        for text in ROW[1:]
    )
    assert told(in_word(table(HEAD, Xml(f"{inner}{rest}</w:tr>")))) == READ


def test_the_words_of_an_empty_control_are_no_text() -> None:
    empty = Xml(
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + run("Klik hier.")
        + "</w:sdtContent></w:sdt>"
    )
    assert effort(para(empty), EFFORT) == [EFFORT]


def test_a_no_break_hyphen_is_a_hyphen() -> None:
    assert effort(
        runs("<w:r><w:t>in</w:t><w:noBreakHyphen/><w:t>/extern</w:t></w:r>")
    ) == ["in-/extern"]


def test_the_strict_variant_is_the_same() -> None:
    data = word(
        heading("Thema: Sport"),
        table(
            HEAD,
            [cell(GOAL, merge="restart"), TARGET, EFFORT],
            [UP, LATER, COACH],
        ),
        namespace=STRICT,
    )
    assert told(read_bytes(data, "plan.docx"))[:2] == [
        "T1 Sport",
        f"D1 {GOAL} > T1",
    ]


def test_the_main_part_may_have_another_name() -> None:
    assert (
        told(
            read_bytes(
                word(table(HEAD, ROW), main="/word/document2.xml".lstrip("/")),
                "plan.docm",
            )
        )
        == READ
    )


# changes and hidden text


def test_insertions_are_read_and_deletions_are_not() -> None:
    content = runs(
        "<w:ins>",
        run("Bouwen "),
        "</w:ins>",
        "<w:del><w:r><w:delText>Slopen </w:delText></w:r></w:del>",
        run("van een sporthal."),
    )
    read = in_word(
        table(
            HEAD,
            [GOAL, TARGET, content],
            row([OTHER, "x", "y"], "<w:del/>"),
            row([OTHER, LATER, LIBRARY], "<w:ins/>"),
        )
    )
    assert told(read) == [
        READ[0],
        f"D2 {OTHER}",
        READ[1],
        f"S2 {LATER} > D2",
        READ[2],
        f"I2 {LIBRARY} > D2, S2",
    ]
    assert [(note.code, note.values) for note in read.notes] == [
        ("tracked_changes", {"inserted": "2", "deleted": "2"})
    ]


def test_moved_text_is_read_where_it_went() -> None:
    gone = Xml("<w:p><w:moveFrom>" + run(COACH) + "</w:moveFrom></w:p>")
    here = Xml("<w:p><w:moveTo>" + run(EFFORT) + "</w:moveTo></w:p>")
    assert effort(gone, here) == [EFFORT]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    assert effort(
        para("Bouwen van", "<w:rPr><w:del/></w:rPr>"), para("Een Sporthal.")
    ) == ["Bouwen van Een Sporthal."]
    assert effort(para(EFFORT, "<w:rPr><w:del/></w:rPr>")) == [EFFORT]


def test_hidden_text_is_left_out_and_noted() -> None:
    read = in_word(
        table(
            HEAD,
            [GOAL, TARGET, runs(run(EFFORT), run(" geheim", "vanish"))],
            row([OTHER, "", "geheim"], "<w:hidden/>"),
        )
    )
    assert told(read) == READ
    assert [(note.code, note.values) for note in read.notes] == [
        ("hidden_text", {"count": "2"})
    ]
    assert "geheim" not in read.model_dump_json()


def test_hidden_text_switched_off_is_text() -> None:
    shown = (
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>'
        + EFFORT
        + "</w:t></w:r>"
    )
    assert effort(runs(shown)) == [EFFORT]


def reference(kind: str, number: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def aside(kind: str, number: int, text: str) -> str:
    return f'<w:{kind} w:id="{number}">{para(text)}</w:{kind}>'


def test_comments_and_footnotes_are_told_with_their_words_and_places() -> None:
    noting = runs(
        run(EFFORT), reference("footnote", 2), reference("comment", 7)
    )
    read = read_bytes(
        word(
            "Vooraf.",
            table(HEAD, [GOAL, TARGET, noting]),
            comments=aside("comment", 7, "Wie betaalt dit?")
            + aside("comment", 8, "Los eindje."),
            footnotes=aside("footnote", 1, "Hoort nergens bij.")
            + aside("footnote", 2, "Onder voorbehoud."),
        ),
        "plan.docx",
    )
    assert told(read) == READ
    cell = "plan.docx, table 1, row 2, column 3"
    told_of = [note for note in read.notes if note.code != "text_left"]
    assert [
        (note.code, note.values["text"], str(note.place.as_sentence()))
        for note in told_of
    ] == [
        ("comments", "Wie betaalt dit?", cell),
        ("comments", "Los eindje.", "plan.docx"),
        ("footnotes", "Onder voorbehoud.", cell),
    ]


def test_a_footnote_with_a_source_is_the_source_of_its_line() -> None:
    first = "In 2027 fietst 40% naar het werk."
    noting = runs(run(first), reference("endnote", 3), BREAK, run(TARGET))
    read = read_bytes(
        word(
            table(HEAD, [GOAL, noting, EFFORT]),
            endnotes=aside("endnote", 3, "Bron: Fietsmonitor 2024."),
        ),
        "plan.docx",
    )
    assert [
        (target.text, target.sources)
        for target in read.elements
        if target.kind == "target"
    ] == [(first, ("Fietsmonitor 2024",)), (TARGET, ())]
    assert noted(read) == []


def test_a_picture_is_told_with_its_place_and_alternative_text() -> None:
    picture = (
        "<w:r><w:drawing><wp:inline xmlns:wp='wp'><wp:docPr id='1' {}/>"
        "<a:graphic xmlns:a='a'><pic:pic xmlns:pic='pic'/></a:graphic>"
        "</wp:inline></w:drawing></w:r>"
    )
    old = (
        "<w:r><w:pict><v:shape xmlns:v='v' alt='Oude foto'>"
        "<v:imagedata/></v:shape></w:pict></w:r>"
    )
    read = in_word(
        table(
            HEAD,
            [GOAL, TARGET, runs(picture.format("descr='Plan van het park'"))],
        ),
        runs(picture.format("")),
        runs(old),
    )
    assert [
        (note.values.get("text"), str(note.place.as_sentence()))
        for note in read.notes
        if note.code == "picture"
    ] == [
        ("Plan van het park", "plan.docx, table 1, row 2, column 3"),
        (None, "plan.docx, paragraph 1"),
        ("Oude foto", "plan.docx, paragraph 2"),
    ]


def test_words_that_a_merged_cell_hides_are_told() -> None:
    read = in_word(
        table(
            HEAD,
            [cell(GOAL, merge="restart"), TARGET, EFFORT],
            [
                cell(
                    runs(run("Oud doel"), run(" geheim", "vanish")),
                    merge="continue",
                ),
                LATER,
                COACH,
            ],
        )
    )
    assert [
        (note.code, note.values["text"], note.place.row) for note in read.notes
    ] == [("under_merged", "Oud doel", 3)]
    assert not any("Oud doel" in element.text for element in read.elements)


@pytest.mark.no_cover
def test_a_long_line_of_styles_is_followed_in_linear_time() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{number}">'
        f'<w:name w:val="Stijl {number}"/><w:basedOn w:val="s{number + 1}"/></w:style>'
        for number in range(6000)
    ) + (
        '<w:style w:type="paragraph" w:styleId="s6000">'
        '<w:name w:val="heading 3"/></w:style>'
    )
    began = process_time()
    document = read(
        word(para("Kop.", '<w:pStyle w:val="s0"/>'), styles=styles),
        "plan.docx",
    )
    assert document.parts[0].heading == 3
    # one and a half minutes when each style is followed to its root
    assert process_time() - began < 5


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("List Bullet", 0),
        ("List Bullet 3", 2),
        ("List Number 2", 1),
        ("Lijstopsomteken 2", 1),
        ("Lijst opsom.teken 4", 3),
    ],
)
def test_the_name_of_a_list_style_tells_the_level(
    name: str, level: int
) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="L">'
        f'<w:name w:val="{name}"/>'
        '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
    )
    document = read(
        word(para("Punt", '<w:pStyle w:val="L"/>'), styles=styles), "plan.docx"
    )
    assert document.parts[0].block.level == level


# line breaks


def test_a_break_after_a_sentence_or_before_a_bullet_begins_a_paragraph() -> (
    None
):
    assert effort(runs(run(EFFORT), BREAK, run(COACH))) == [EFFORT, COACH]
    lines = ["Ruimte zoeken", "Posters maken"]
    assert effort(runs(run(lines[0]), BREAK, run(lines[1]))) == lines
    assert effort(runs(run("- Hal bouwen"), BREAK, run("- Coach zoeken"))) == [
        "Hal bouwen",
        "Coach zoeken",
    ]
    assert effort(
        runs(run("1. Hal bouwen"), BREAK, run("2. Coach zoeken"))
    ) == [
        "Hal bouwen",
        "Coach zoeken",
    ]
    assert effort(runs(run("Hal bouwen"), BREAK, run("en openen"))) == [
        "Hal bouwen en openen"
    ]
    assert effort(runs(run("Wij doen dit:"), BREAK, run("hal bouwen"))) == [
        "Wij doen dit: hal bouwen"
    ]


def test_lines_of_a_cell_that_begin_with_capitals_are_statements() -> None:
    assert effort(runs(run("Hal bouwen"), BREAK, run("Coach zoeken"))) == [
        "Hal bouwen",
        "Coach zoeken",
    ]
    assert effort(runs(run("Overleg met de"), BREAK, run("GGD Noord"))) == [
        "Overleg met de GGD Noord"
    ]
    assert effort(runs(run("Akkoord over"), BREAK, run("Sport"))) == [
        "Akkoord over Sport"
    ]


def test_a_break_before_a_source_ends_the_target() -> None:
    read = in_word(
        table(
            HEAD,
            [
                GOAL,
                runs(run("In 2028 sport 60%"), BREAK, run("Bron: CBS", "i")),
                EFFORT,
            ],
        )
    )
    assert (read.elements[1].text, read.elements[1].sources) == (
        "In 2028 sport 60%",
        ("CBS",),
    )


def test_a_sentence_after_a_break_in_a_list_item_stays_in_the_item() -> None:
    assert effort(
        bullet(Xml(run("Hal bouwen.") + BREAK + run("Dat duurt lang.")))
    ) == ["Hal bouwen. Dat duurt lang."]


# lists, headings and symbols


def test_lists_are_known_by_numbering_and_by_style() -> None:
    styled = para(COACH, '<w:pStyle w:val="Lijst"/>')
    read = in_word(
        heading("Doelen"),
        bullet(GOAL),
        heading("Inspanningen"),
        bullet(EFFORT),
        bullet("Dak.", 1),
        styled,
    )
    assert told(read) == [
        f"D1 {GOAL}",
        f"I1 {EFFORT}",
        "I1.1 Dak. > I1",
        f"I2 {COACH}",
    ]
    assert told(
        in_word(
            heading("Doelen"),
            para(GOAL, '<w:numPr><w:numId w:val="0"/></w:numPr>'),
            bullet(OTHER),
        )
    ) == [f"D1 {OTHER}"]


@pytest.mark.parametrize(
    "style",
    [
        '<w:pStyle w:val="Kop1"/>',
        '<w:pStyle w:val="Eigen"/>',
        '<w:outlineLvl w:val="1"/>',
        '<w:pStyle w:val="Kop2"/><w:numPr><w:numId w:val="3"/></w:numPr>',
    ],
    ids=["heading", "based on a heading", "outline", "numbered"],
)
def test_headings_are_known_by_their_style(style: str) -> None:
    read = in_word(
        para("Over sport, taal en meer; voor iedereen.", style),
        para("Thema: Sport", style),
        table(HEAD, ROW),
    )
    assert told(read)[:2] == ["T1 Sport", f"D1 {GOAL} > T1"]


def test_dutch_and_own_styles_are_followed_to_their_roots() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Kop 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B">'
        '<w:name w:val="Huis"/><w:basedOn w:val="A"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="C">'
        '<w:name w:val="Rond"/><w:basedOn w:val="C"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="D"><w:name w:val="toc 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="E"><w:name w:val="Lijst opsom.teken 2"/></w:style>'
    )
    paras = [
        para(f"Tekst {name}.", f'<w:pStyle w:val="{name}"/>')
        for name in "ABCDE"
    ]
    document = read(word(*paras, styles=styles), "plan.docx")
    assert [
        (part.text, part.heading, part.block.level)
        for part in document.parts
        if isinstance(part, Para)
    ] == [
        ("Tekst A.", 2, None),
        ("Tekst B.", 2, None),
        ("Tekst C.", None, None),
        ("Tekst E.", None, 1),
    ]


def test_signs_of_a_symbol_font_are_bullets_in_front_and_signs_inside() -> (
    None
):
    assert effort(
        runs(symbol("F0B7"), run(" Hal bouwen")),
        runs(symbol("F04A"), run("Coach zoeken")),
    ) == [
        "Hal bouwen",
        "Coach zoeken",
    ]
    assert effort(runs(run("Van 12% "), symbol("F0E0"), run(" naar 11%"))) == [
        "Van 12% → naar 11%"
    ]


def test_a_heading_style_in_a_table_is_a_heading_of_a_column() -> None:
    assert told(in_word(table([heading(name) for name in HEAD], ROW))) == READ


# tables


def test_rows_may_begin_or_end_late() -> None:
    late = row([LATER, COACH], '<w:gridBefore w:val="1"/>')
    short = row([OTHER], '<w:gridAfter w:val="2"/>')
    read = in_word(table(HEAD, ROW, late, short))
    assert told(read) == [
        READ[0],
        f"D2 {OTHER}",
        READ[1],
        f"S2 {LATER} > D1*",
        READ[2],
        f"I2 {COACH} > D1*, S2",
    ]


def test_a_merge_without_a_start_has_its_own_words() -> None:
    assert (
        told(in_word(table([cell("Doel", merge="continue"), *HEAD[1:]], ROW)))
        == READ
    )


def test_absurd_numbers_do_no_harm() -> None:
    wide = table([cell("Doel", span=2_000_000_000), *HEAD[1:]], ROW)
    deep = para(
        EFFORT,
        '<w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="1"/></w:numPr>',
    )
    late = row([LATER], '<w:gridBefore w:val="999999999999"/>')
    assert len(told(in_word(wide))) == 3
    assert told(in_word(table(HEAD, [GOAL, TARGET, deep], late))) == [
        READ[0],
        f"D2 {LATER}",
        *READ[1:],
    ]


def test_a_table_in_a_cell_is_read_as_its_paragraphs() -> None:
    read = in_word(table(HEAD, [GOAL, TARGET, table([EFFORT], [COACH])]))
    assert [each.text for each in read.elements[2:]] == [EFFORT, COACH]
    assert noted(read) == ["nested_table"]


def test_a_frame_of_one_cell_around_a_table_is_no_table() -> None:
    read = in_word(
        table([[heading("Thema: Sport"), table(HEAD, ROW)]], ["Voettekst."])
    )
    assert told(read)[:2] == ["T1 Sport", f"D1 {GOAL} > T1"]
    assert left(read) == [("text_left", "Voettekst.")]


def text_box(inside: str) -> Xml:
    choice = f"<w:drawing><w:txbxContent>{inside}</w:txbxContent></w:drawing>"
    older = f"<mc:Fallback><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></mc:Fallback>"
    both = f'<mc:Choice Requires="wps">{choice}</mc:Choice>{older}'
    return runs(
        run("Bij het kader: "),
        f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>",
    )


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    document = read(
        word(text_box(para("Eerste.") + para("Tweede."))), "plan.docx"
    )
    assert [
        part.text for part in document.parts if isinstance(part, Para)
    ] == [
        "Bij het kader:",
        "Eerste.",
        "Tweede.",
    ]
    assert told(in_word(text_box(table(HEAD, ROW)))) == READ
    assert effort(text_box(para(EFFORT))) == ["Bij het kader:", EFFORT]


def test_colours_italics_and_places_are_kept() -> None:
    document = read(
        word(
            table(
                [
                    cell("rood", fill="FF0000"),
                    cell("wit", fill="FFFFFF"),
                    cell("auto", fill="auto"),
                ],
                [runs(run("a", "i"), run("b", "b"))],
            )
        ),
        "p.docx",
    )
    grid = document.parts[0]
    assert isinstance(grid, Grid)
    assert [each.fill for each in grid.rows[0]] == ["FF0000", None, None]
    assert [
        (span.italic, span.bold) for span in grid.rows[1][0].blocks[0].spans
    ] == [
        (True, False),
        (False, True),
    ]
    assert [
        (each.place.table, each.place.row, each.place.column)
        for each in grid.rows[0]
    ] == [(1, 1, 1), (1, 1, 2), (1, 1, 3)]


# files that are none


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + "EncryptedPackage".encode("utf-16-le"),
            "protected with a password",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            "older Office version",
        ),
        (b"dit is geen zip", "this is not a Word document"),
        (word(table(HEAD, ROW))[:-40], "this is not a Word document"),
        (
            archive({"word/document.xml": "<x/>"}),
            "the part _rels/.rels is not there",
        ),
        (
            archive({"_rels/.rels": RELATIONS}),
            "the part word/document.xml is not there",
        ),
        (
            archive({"_rels/.rels": RELATIONS.replace("word/", "../../etc/")}),
            "is not there",
        ),
        (
            archive({"_rels/.rels": RELATIONS, "word/document.xml": "<a"}),
            "not well-formed",
        ),
        (
            archive(
                {
                    "_rels/.rels": RELATIONS,
                    "word/document.xml": "<a>" * 2000 + "</a>" * 2000,
                }
            ),
            "levels deep or more; dinet reads at most 256",
        ),
        (
            archive(
                {
                    "_rels/.rels": RELATIONS,
                    "word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
                }
            ),
            "declares entities",
        ),
        (
            archive(
                {
                    "_rels/.rels": RELATIONS,
                    "word/document.xml": f'<w:document xmlns:w="{TRANSITIONAL}"/>',
                }
            ),
            "has no text",
        ),
        (
            archive(
                {
                    "_rels/.rels": RELATIONS,
                    "word/document.xml": "<a>" + " " * 3_000_000 + "</a>",
                }
            ),
            "times its size; dinet opens at most 100",
        ),
        (
            archive(
                {
                    "_rels/.rels": RELATIONS,
                    **{f"part{number}": "" for number in range(2_100)},
                }
            ),
            "2101 parts; dinet opens at most 2000",
        ),
        (b"", "this file is empty"),
    ],
    ids=[
        "encrypted",
        "old",
        "text",
        "cut",
        "no relations",
        "no main",
        "outside",
        "broken",
        "deep",
        "entities",
        "empty",
        "bomb",
        "parts",
        "nothing",
    ],
)
def test_a_file_that_is_no_word_document_is_refused(
    data: bytes, words: str
) -> None:
    with pytest.raises(DocumentError, match=words):
        read_bytes(data, "plan.docx")


def test_too_many_cells_are_refused() -> None:
    refused = pytest.raises(
        DocumentError, match=r"cells or more; dinet reads at most 2000\."
    )
    with use_limits(Limits(cells=2000)), refused:
        in_word(table(*([cell("x", span=100)] for _ in range(21))))


@pytest.mark.slow
def test_forty_thousand_cells_are_read() -> None:
    document = read(
        word(
            table(
                *(
                    [f"{line}.{column}" for column in range(100)]
                    for line in range(400)
                )
            )
        ),
        "plan.docx",
    )
    assert [
        (len(part.rows), part.width)
        for part in document.parts
        if isinstance(part, Grid)
    ] == [(400, 100)]


PERIODS = ["Inspanning", "Trekker", "2027 K1", "2027 K2", "2027 K3"]
COLOURS = (
    "Legenda",
    table(
        [
            cell("voorbereiding", fill="FFE699"),
            cell("uitvoering", fill="A9D08E"),
        ]
    ),
)


@pytest.mark.parametrize("words", ["", "voorbereiding", "x"])
def test_a_bar_over_several_periods_is_the_phase_of_each(words: str) -> None:
    bar = [cell(words, fill="FFE699", span=2), cell(fill="A9D08E")]
    (hall,) = in_word(
        heading("Inspanningen"),
        table(PERIODS, ["Een hal bouwen", "Ans", *bar]),
        *COLOURS,
    ).elements
    phases = ["voorbereiding", "voorbereiding", "uitvoering"]
    assert [tuple(step) for step in hall.planning] == [
        (("period", period), ("phase", phase))
        for period, phase in zip(PERIODS[2:], phases, strict=True)
    ]


def test_an_owner_whose_cell_reaches_into_a_period_is_no_phase() -> None:
    (hall,) = in_word(
        heading("Inspanningen"),
        table(PERIODS, ["Een hal bouwen", cell("Ans", span=2), "", "bouw"]),
    ).elements
    assert (
        hall.owners,
        [(step.period, step.phase) for step in hall.planning],
    ) == (
        ("Ans",),
        [("2027 K3", "bouw")],
    )


def test_a_long_word_on_a_line_of_its_own_is_a_statement() -> None:
    """A short one may be broken off by hand."""
    read = in_word(
        table(
            ["Doel", "Inspanning"],
            [
                "Erfgoed blijft",
                runs(
                    run("Onderhoudssubsidie"),
                    BREAK,
                    run("Monumentenwacht inzetten"),
                ),
            ],
            [
                "Sport leeft",
                runs(run("Sport"), BREAK, run("Noord steunen")),
            ],
        )
    )
    efforts = [each.text for each in read.elements if each.kind == "effort"]
    assert efforts == [
        "Onderhoudssubsidie",
        "Monumentenwacht inzetten",
        "Sport Noord steunen",
    ]
