import pytest

from dinet.document.content import Grid, Para
from dinet.errors import DocumentError
from dinet.readers.odt import read
from tests.documents import noted, told
from tests.workbooks import in_open_text, look, open_cell, open_table, opened

HEADER = ["Doel", "SMART-doelen", "Inspanningen"]
ROW = ["Meer sport.", "In 2028 sport 60%.", "Hal bouwen."]
LINES = [
    "D1 Meer sport.",
    "S1 In 2028 sport 60%. > D1",
    "I1 Hal bouwen. > D1, S1",
]


def items(*texts: str) -> str:
    members = "".join(
        f"<text:list-item>{text}</text:list-item>" for text in texts
    )
    return f"<text:list>{members}</text:list>"


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def parts(*inside: str) -> tuple[Para | Grid, ...]:
    return read(opened("text", "".join(inside)), "plan.odt").parts


def lines(*inside: str) -> list[tuple[str, int | None, int | None]]:
    """The text, list level and heading level of every paragraph."""
    return [
        (part.text, part.block.level, part.heading)
        for part in parts(*inside)
        if isinstance(part, Para)
    ]


def test_headings_lists_and_paragraphs_are_told_apart() -> None:
    assert lines(
        '<text:h text:outline-level="2">Kop</text:h>',
        p("Titel", "own"),
        items(p("een") + p("vervolg") + items(p("onder")), p("twee")),
        f"<text:list><text:list-header>{p('boven')}</text:list-header></text:list>",
        p(""),
        p("los"),
    ) == [
        ("Kop", None, 2),
        ("Titel", None, 1),
        ("een", 0, None),
        ("vervolg", None, None),
        ("onder", 1, None),
        ("twee", 0, None),
        ("boven", None, None),
        ("los", None, None),
    ]


def test_a_table_is_read_with_its_places() -> None:
    found = in_open_text("Inleiding.", open_table("T", HEADER, ROW))
    assert told(found) == LINES
    assert (
        found.elements[2].places[0].as_sentence().in_language("nl")
        == "plan.odt, tabel 1, rij 2, kolom Inspanningen"
    )


def test_merged_cells_are_covered_also_by_spans_that_lie() -> None:
    whole = open_cell(
        "Meer sport.",
        'table:number-rows-spanned="999999999" table:number-columns-spanned="1"',
    )
    under = "<table:covered-table-cell/>"
    (grid,) = parts(
        open_table(
            "T",
            HEADER,
            [whole, None, "Hal bouwen."],
            [under, None, "Lessen geven."],
        )
    )
    assert isinstance(grid, Grid)
    assert grid.merges_known
    assert [row[0].covered for row in grid.rows] == [False, False, True]


def test_a_span_over_thousands_of_columns_reaches_no_further_than_the_table() -> (
    None
):
    wide = open_cell("Titel", 'table:number-columns-spanned="999999999"')
    (grid,) = parts(open_table("T", [wide], HEADER, ROW))
    assert isinstance(grid, Grid)
    assert (grid.width, grid.rows[0][0].width, grid.merges_known) == (
        3,
        3,
        False,
    )


def test_a_table_in_a_cell_becomes_paragraphs() -> None:
    inner_table = open_table("I", ["Hal bouwen.", "Lessen geven."])
    inner = f"<table:table-cell>{inner_table}</table:table-cell>"
    found = in_open_text(open_table("T", HEADER, [*ROW[:2], inner]))
    assert told(found)[2:] == [
        "I1 Hal bouwen. > D1, S1",
        "I2 Lessen geven. > D1, S1",
    ]
    assert noted(found) == ["nested_table"]


def test_lists_in_cells_are_items_and_line_breaks_are_paragraphs() -> None:
    efforts = items(p("Hal bouwen.") + items(p("vloer")), p("Lessen"))
    listed = f"<table:table-cell>{p('Vooraf.')}{efforts}</table:table-cell>"
    target = p("Doel A in 2028.<text:line-break/>Bron: CBS")
    broken = f"<table:table-cell>{target}</table:table-cell>"
    (grid,) = parts(open_table("T", HEADER, ["Meer sport.", broken, listed]))
    assert isinstance(grid, Grid)
    assert [(block.text, block.level) for block in grid.rows[1][2].blocks] == [
        ("Vooraf.", None),
        ("Hal bouwen.", 0),
        ("vloer", 1),
        ("Lessen", 0),
    ]
    assert [block.text for block in grid.rows[1][1].blocks] == [
        "Doel A in 2028.",
        "Bron: CBS",
    ]


def test_letters_and_white_space_come_out_as_they_are_shown() -> None:
    slanted = '<text:span text:style-name="italic">schuin</text:span>'
    (para,) = parts(
        p(
            f'Een<text:tab/>twee<text:s text:c="3"/>drie {slanted}<text:soft-page-break/>.'
        )
    )
    assert isinstance(para, Para)
    assert para.text == "Een twee drie schuin."
    assert [span.text for span in para.block.spans if span.italic] == [
        "schuin"
    ]


def test_what_a_reader_does_not_see_is_left_out_and_told() -> None:
    tracked = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        "<text:p>weg</text:p></text:deletion></text:changed-region>"
        "<text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>"
    )
    unseen = (
        '<text:span text:style-name="unseen">geheim</text:span>'
        '<text:hidden-text text:is-hidden="true">ook</text:hidden-text>'
    )
    aside = "<office:annotation><text:p>naam</text:p></office:annotation>"
    aside += (
        "<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>voet</text:p></text:note-body></text:note>"
    )
    found = read(
        opened(
            "text",
            tracked
            + p(f"Zichtbaar{unseen}{aside} blijft.")
            + p('<text:hidden-paragraph text:is-hidden="true"/>hele alinea')
            + '<text:section text:display="none"><text:p>afdeling</text:p></text:section>'
            + (
                '<text:section text:display="condition" text:is-hidden="true">'
                "<text:p>afdeling</text:p></text:section>"
            )
            + "<text:section><text:p>open</text:p></text:section>",
        ),
        "plan.odt",
    )
    assert [part.text for part in found.parts if isinstance(part, Para)] == [
        "Zichtbaar blijft.",
        "open",
    ]
    assert {note.code: note.values for note in found.notes} == {
        "tracked_changes": {"inserted": "1", "deleted": "1"},
        "hidden_text": {"count": "5"},
        "comments": {"text": "naam"},
        "footnotes": {"text": "voet"},
    }


def test_a_table_of_contents_is_no_text() -> None:
    contents = (
        f"<text:table-of-content><text:index-body>{p('Focuspunt: Sport 3')}</text:index-body>"
        "</text:table-of-content>"
    )
    assert lines(contents, p("Begin")) == [("Begin", None, None)]


def test_text_in_a_drawing_comes_after_its_paragraph() -> None:
    box = "<draw:frame><draw:text-box><text:p>in kader</text:p></draw:text-box></draw:frame>"
    other = "<text:span><draw:custom-shape><text:p>in vorm</text:p></draw:custom-shape></text:span>"
    assert [
        text for text, _, _ in lines(p(f"voor{box} na {other}"), p("later"))
    ] == [
        "voor na",
        "in kader",
        "in vorm",
        "later",
    ]


def test_colours_of_cells_are_phases() -> None:
    found = in_open_text(
        open_table(
            "T",
            ["Inspanning", "Trekker", "2027 K1", "2027 K2"],
            ["Werk", "Ans Bos", look(None, "FFFFE699"), look(None, "child")],
            ["Meer", "Bo Vos", look(None, "FFA9D08E"), look(None, "clear")],
        ),
        "Legenda",
        open_table(
            "L", [look("start", "FFFFE699"), look("einde", "FFA9D08E")]
        ),
    )
    assert [
        [step.phase for step in each.planning] for each in found.elements
    ] == [
        ["start", "start"],
        ["einde"],
    ]


def test_styles_that_are_their_own_parents_do_no_harm() -> None:
    styles = "<s:style xmlns:s='urn:s' s:name='a' s:family='paragraph' s:parent-style-name='b'/>"
    styles += "<s:style xmlns:s='urn:s' s:name='b' s:family='paragraph' s:parent-style-name='a'/>"
    data = opened(
        "text", p("tekst", "a"), **{"styles.xml": f"<x>{styles}</x>"}
    )
    assert len(read(data, "plan.odt").parts) == 1


def test_a_spreadsheet_with_the_name_of_a_text_is_refused() -> None:
    with pytest.raises(
        DocumentError, match="of another kind than its name says"
    ):
        read(opened("spreadsheet", ""), "plan.odt")


@pytest.mark.no_cover
def test_a_part_that_is_far_too_large_is_refused() -> None:
    words = "".join(
        f"<text:p>woord nummer {number} van vele</text:p>"
        for number in range(600_000)
    )
    with pytest.raises(
        DocumentError, match="MB of XML; dinet reads at most 24 MB"
    ):
        read(opened("text", words), "plan.odt")


def test_a_cell_that_was_split_is_read() -> None:
    split = open_table("U", ["Hal bouwen.", "Lessen geven."]).replace(
        "<table:table ", '<table:table table:is-sub-table="true" ', 1
    )
    bare = in_open_text(open_table("T", HEADER, [*ROW[:2], split]))
    inside = f"<table:table-cell>{split}</table:table-cell>"
    usual = in_open_text(open_table("T", HEADER, [*ROW[:2], inside]))
    for found in (bare, usual):
        assert told(found)[2:] == [
            "I1 Hal bouwen. > D1, S1",
            "I2 Lessen geven. > D1, S1",
        ]
        assert noted(found) == ["nested_table"]


def test_words_under_a_merged_cell_are_told() -> None:
    covered = (
        "<table:covered-table-cell><text:p>Oud doel</text:p>"
        "</table:covered-table-cell>"
    )
    found = in_open_text(
        open_table(
            "T",
            HEADER,
            [open_cell(ROW[0], 'table:number-rows-spanned="2"'), *ROW[1:]],
            [covered, "", "Lessen geven."],
        )
    )
    (note,) = [each for each in found.notes if each.code == "under_merged"]
    assert note.values == {"text": "Oud doel"}
    assert note.place
    assert (note.place.row, note.place.column) == (3, 1)


def test_a_picture_is_told_and_a_source_in_a_footnote_belongs_to_its_line() -> (
    None
):
    footnote = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>Bron: Sportmonitor</text:p></text:note-body></text:note>"
    )
    picture = "<draw:frame><draw:image/><svg:desc xmlns:svg='s'>De hal</svg:desc></draw:frame>"
    target = f"<table:table-cell>{p(ROW[1] + footnote)}</table:table-cell>"
    effort = f"<table:table-cell>{p(picture)}</table:table-cell>"
    found = in_open_text(open_table("T", HEADER, [ROW[0], target, effort]))
    assert found.elements[1].sources == ("Sportmonitor",)
    (note,) = [each for each in found.notes if each.code == "picture"]
    assert note.values == {"text": "De hal"}
    assert note.place
    assert (note.place.row, note.place.column) == (2, 3)


def test_the_style_of_an_item_tells_how_deep_it_stands() -> None:
    names = "urn:oasis:names:tc:opendocument:xmlns"
    style = '<style:style style:family="paragraph" style:name="{}" {}/>'
    styles = (
        f'<office:document-styles xmlns:office="{names}:office:1.0" '
        f'xmlns:style="{names}:style:1.0"><office:styles>'
        + style.format("Opsomming_20_1", "")
        + style.format("List_20_Bullet_20_2", "")
        + style.format("diep", 'style:parent-style-name="List_20_Bullet_20_2"')
        + "</office:styles></office:document-styles>"
    )
    body = items(p("boven", "Opsomming_20_1"), p("onder", "diep"))
    found = read(opened("text", body, **{"styles.xml": styles}), "plan.odt")
    assert [
        part.block.level for part in found.parts if isinstance(part, Para)
    ] == [0, 1]
