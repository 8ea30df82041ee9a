import io
import re
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dinet.api import read_bytes, write
from dinet.document.content import Grid, Para
from dinet.errors import DocumentError
from dinet.limits import Limits, use_limits
from dinet.model import Place, Programme
from dinet.native import encode_programme
from dinet.native.sheets import to_sheets
from dinet.network import Network
from dinet.readers.shared.office_archive import OfficeArchive
from dinet.readers.shared.spreadsheets.number_formats import format_number
from dinet.readers.xlsx import ExcelWorkbook, read
from tests.builder import network
from tests.documents import archive, left, noted, told
from tests.strategies import FEW_EXAMPLES, programmes
from tests.workbooks import (
    STRICT_MAIN,
    Sheet,
    cell_xml,
    in_workbook,
    look,
    relations,
    row_xml,
    sheet,
    workbook,
)

HEADER = ["Doel", "SMART-doelen", "Inspanningen"]
ROW = ["Meer sport.", "In 2028 sport 60%.", "Hal bouwen."]
LINES = [
    "D1 Meer sport.",
    "S1 In 2028 sport 60%. > D1",
    "I1 Hal bouwen. > D1, S1",
]
YELLOW, GREEN, BLUE, WHITE = "FFFFE699", "FFA9D08E", "FF9DC3E6", "FFFFFFFF"


def texts(*sheets: Sheet, **more: str) -> list[str]:
    """The texts of all cells in tables and of all lines."""
    found = []
    for part in read(workbook(*sheets, **more), "plan.xlsx").parts:
        found += (
            [part.text]
            if isinstance(part, Para)
            else [cell.text for row in part.rows for cell in row]
        )
    return found


def refused(*sheets: Sheet, **more: str) -> str:
    with pytest.raises(DocumentError) as error:
        read(workbook(*sheets, **more), "plan.xlsx")
    return str(error.value)


# places


def test_a_cell_is_named_as_spreadsheets_name_it() -> None:
    effort = in_workbook(sheet("Blad 1", HEADER, ROW)).elements[2]
    assert (
        effort.places[0].as_sentence().in_language("nl")
        == "plan.xlsx!Blad 1!C2"
    )
    assert (effort.places[0].table, effort.places[0].heading) == (
        1,
        "Inspanningen",
    )


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(file="a.xlsx", sheet="S", row=7, column=28), "a.xlsx!S!AB7"),
        (Place(file="a.xlsx", sheet="S", row=7), "a.xlsx, sheet S, row 7"),
        (
            Place(file="a.xlsx", sheet="S", column=28),
            "a.xlsx, sheet S, column AB",
        ),
        (Place(file="a.docx", row=7, column=28), "a.docx, row 7, column 28"),
    ],
)
def test_places_in_sheets_have_letters_for_columns(
    place: Place, words: str
) -> None:
    assert place.as_sentence().in_language("en") == words


# values as they are shown


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (look(0.85, "0%"), "85%"),
        (look(45292, "d-m-yyyy"), "1-1-2024"),
        (look(1234.5, "#,##0.00"), "1.234,50"),
        (12.5, "12,5"),
        (2027, "2027"),
        (look(7, ";;;"), ""),
        (look("verborgen", ";;;"), ""),
    ],
)
def test_a_number_is_read_as_the_sheet_shows_it(
    value: object, text: str
) -> None:
    assert (
        texts(sheet("S", ["Doel", "Streefwaarde"], ["Meer sport.", value]))[3]
        == text
    )


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ('<c r="B2" t="b"><v>1</v></c>', "WAAR"),
        ('<c r="B2" t="e"><v>#N/A</v></c>', "#N/A"),
        ('<c r="B2" t="d"><v>2024-02-29T00:00:00</v></c>', "29-2-2024"),
        ('<c r="B2" t="d"><v>2024-13-45</v></c>', "2024-13-45"),
        ('<c r="B2" t="str"><f>A1&amp;"!"</f><v>Ja!</v></c>', "Ja!"),
        ('<c r="B2"><f>1+1</f><v>2</v></c>', "2"),
        ('<c r="B2"><v>geen getal</v></c>', "geen getal"),
        ('<c r="B2"><v>1e999</v></c>', "1e999"),
        ('<c r="B2" s="999"><v>5</v></c>', "5"),
        ('<c r="B2" t="inlineStr"><is><t>a_x000D_\nb</t></is></c>', "a b"),
        (
            (
                '<c r="B2" t="inlineStr"><is><t>over</t>'
                '<rPh sb="0" eb="1"><t>uitspraak</t></rPh></is></c>'
            ),
            "over",
        ),
    ],
)
def test_every_kind_of_value_is_read(xml: str, text: str) -> None:
    rows = [
        row_xml(1, ["Doel", "Streefwaarde"]),
        f'<row r="2">{cell_xml("A2", "Meer sport.")}{xml}</row>',
    ]
    assert texts(sheet("S", *rows))[3] == text


def test_what_a_format_hides_is_told() -> None:
    (note,) = in_workbook(
        sheet("S", HEADER, ROW, [None, None, look("Geheim.", ";;;")])
    ).notes
    assert (
        note.code,
        note.place and note.place.as_sentence().in_language("en"),
    ) == (
        "hidden_text",
        "plan.xlsx!S!C3",
    )


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.125, "0%", "13%"),
        (0.005, "0.0%", "0,5%"),
        (1234567, '#,##0,"k"', "1.235k"),
        (12.1, '0.0"%"', "12,1%"),
        (1250, "_-€ * #,##0.00_-", "€ 1.250,00"),
        (1250, "_ [$€-413] * #,##0_ ", "€ 1.250"),
        (-5, "0;(0)", "(5)"),
        (-5, "0", "-5"),
        (-0.001, "0.0", "0,0"),
        (0, '0;-0;"geen"', "geen"),
        (3, '"Q"0', "Q3"),
        (7, "000", "007"),
        (5, 'General" jaar"', "5 jaar"),
        (0.5, "# ?/?", "0,5"),
        (12.5, "0.##", "12,5"),
        (12, "0.##", "12"),
        (12345, "0.00E+00", "1,23E+4"),
        (0.1 + 0.2, "General", "0,3"),
        (1e20, "0", "1E+20"),
        (5e-324, "#,##0.00", "0,00"),
        (45292, "d mmmm yyyy", "1 januari 2024"),
        (45292, "[$-413]dd mmm yy;@", "01 jan 24"),
        (45352, "ddd d mmm", "vr 1 mrt"),
        (45292, "yyyy", "2024"),
        (45292.529, "dddd hh:mm:ss", "maandag 12:41:46"),
        (0.5, "h:mm AM/PM", "12:00"),
        (45292.5, "mm:ss", "00:00"),
        (59, "d-m-yyyy", "28-2-1900"),
        (61, "d-m-yyyy", "1-3-1900"),
        (-1, "d-m-yyyy", "-1"),
        (1e300, "d-m-yyyy", "1E+300"),
        (2027, "@", "2027"),
    ],
)
def test_formats_show_numbers_in_dutch_notation(
    value: float, code: str, text: str
) -> None:
    assert format_number(value, code) == text


@given(
    value=st.floats(allow_nan=False, allow_infinity=False),
    code=st.text(
        st.sampled_from('0#?.,%;"\\ymdhse[]$-*_@E+/ €AMPGeneral'), max_size=20
    ),
)
def test_every_number_is_shown_somehow_in_every_format(
    value: float, code: str
) -> None:
    assert isinstance(format_number(value, code), str)


def test_a_workbook_that_counts_days_from_1904_shows_the_same_dates() -> None:
    dated = sheet(
        "S",
        ["Doel", "Streefwaarde"],
        ["Meer sport.", look(45292 - 1462, "d-m-yyyy")],
    )
    assert (
        texts(dated, properties='<workbookPr date1904="1"/>')[3] == "1-1-2024"
    )


def test_a_formula_without_a_result_is_left_and_told() -> None:
    rows = [
        row_xml(1, HEADER),
        row_xml(2, ROW),
        '<row r="3"><c r="C3"><f>A1</f></c><c r="D3"><f>A2</f><v/></c></row>',
    ]
    (note,) = in_workbook(sheet("S", *rows)).notes
    assert note.code == "formula_unknown"
    assert note.values == {"count": "2"}
    assert note.place == Place(file="plan.xlsx", sheet="S", row=3, column=3)


def test_shared_texts_keep_their_letters() -> None:
    strings = (
        "<si><t>Doel</t></si><si><r><t>Meer </t></r><r>"
        "<rPr><i/><b val='0'/></rPr><t>sport</t></r></si>"
    )
    rows = '<row r="1"><c t="s"><v>0</v></c><c t="s" s="1"><v>1</v></c></row>'
    (grid,) = read(
        workbook(sheet("S", rows), strings=strings), "plan.xlsx"
    ).parts
    assert isinstance(grid, Grid)
    first, second = grid.rows[0][1].blocks[0].spans
    assert (first.italic, first.bold, second.italic, second.bold) == (
        False,
        True,
        True,
        True,
    )
    assert grid.rows[0][1].text == "Meer sport"


def test_lines_in_a_cell_are_paragraphs_and_typed_bullets_are_items() -> None:
    found = in_workbook(
        sheet(
            "S",
            HEADER,
            [
                "Meer sport.",
                "Doel A in 2028.\nBron: CBS\nDoel B in 2029.",
                "• Werk\n- deel\n• Meer werk",
            ],
        )
    )
    assert told(found) == [
        "D1 Meer sport.",
        "S1 Doel A in 2028. > D1",
        "S2 Doel B in 2029. > D1",
        "I1 Werk > D1, S1, S2",
        "I1.1 deel > I1",
        "I2 Meer werk > D1, S1, S2",
    ]
    assert found.elements[1].sources == ("CBS",)


def test_the_strict_kind_of_workbook_is_read_too() -> None:
    assert (
        told(in_workbook(sheet("S", HEADER, ROW), main=STRICT_MAIN)) == LINES
    )


def test_cells_and_rows_without_a_name_follow_the_one_before() -> None:
    nameless = re.compile(r' r="[A-Z]*\d+"')
    rows = [nameless.sub("", row_xml(1, row)) for row in (HEADER, ROW)]
    assert told(in_workbook(sheet("S", *rows))) == LINES


# merged cells


def test_a_merged_cell_stands_for_all_rows_that_it_covers() -> None:
    found = in_workbook(
        sheet(
            "S",
            HEADER,
            ROW,
            [None, None, "Lessen geven."],
            [None, None, "Niets."],
            merges=["A2:A3", "B2:B3"],
        )
    )
    bases = {(link.start, link.end): link.basis for link in found.links}
    assert bases["I2", "D1"] == bases["I2", "S1"] == "merged cell"
    assert ("I3", "S1") not in bases


def test_what_stands_under_a_merged_cell_is_not_seen() -> None:
    assert told(
        in_workbook(
            sheet("S", HEADER, ROW, ["Spook", None, "Meer."], merges=["A2:A3"])
        )
    )[:2] == [
        "D1 Meer sport.",
        LINES[1],
    ]


def test_a_title_over_several_columns_says_nothing_about_blank_cells() -> None:
    (grid,) = [
        part
        for part in read(
            workbook(sheet("S", ["Titel"], HEADER, ROW, merges=["A1:C1"])),
            "p.xlsx",
        ).parts
        if isinstance(part, Grid)
    ]
    assert not grid.merges_known


def test_a_merged_bar_of_colour_covers_all_its_periods() -> None:
    planning = [
        ["Inspanning", "Trekker", "2027 K1", "2027 K2"],
        ["Werk", "Ans Bos", look(None, YELLOW)],
        ["Meer", "Bo Vos", look(None, GREEN)],
    ]
    legend = [[], ["Legenda"], [look("start", YELLOW), look("einde", GREEN)]]
    effort = in_workbook(
        sheet("S", *planning, *legend, merges=["C2:D2"])
    ).elements[0]
    assert [(step.period, step.phase) for step in effort.planning] == [
        ("2027 K1", "start"),
        ("2027 K2", "start"),
    ]


@pytest.mark.parametrize(
    "ref", ["A1:XFD1048576", "A1:A1048576", "XFD1048576:A1"]
)
def test_a_merge_over_a_whole_sheet_is_refused_with_its_name(ref: str) -> None:
    assert refused(sheet("S", HEADER, ROW, merges=[ref])) == (
        f"plan.xlsx, sheet S: the merged cell {ref} is larger than dinet reads. Undo this merge."
    )


def test_a_merge_over_whole_rows_reaches_no_further_than_the_table() -> None:
    (_, grid) = read(
        workbook(
            sheet("S", ["Titel"], HEADER, ROW, merges=["A1:XFD1", "C3:XFD3"])
        ),
        "plan.xlsx",
    ).parts
    assert isinstance(grid, Grid)
    assert (grid.width, grid.rows[1][2].width) == (3, 1)


def test_thousands_of_merged_cells_are_refused() -> None:
    assert "5001 merged cells; dinet reads at most 5000" in refused(
        sheet(
            "S",
            HEADER,
            ROW,
            merges=[f"A{row}:B{row}" for row in range(5, 5006)],
        )
    )


# hidden


def test_hidden_sheets_rows_and_columns_are_left_out_and_told() -> None:
    seen = sheet(
        "S",
        row_xml(1, [*HEADER, "Geheim"]),
        row_xml(2, [*ROW, "x"]),
        row_xml(3, ["Geheim doel.", None, "Geheim werk."], 'hidden="1"'),
        row_xml(4, [], 'hidden="1"'),
        before='<cols><col min="4" max="16384" hidden="1"/></cols>',
    )
    found = in_workbook(
        seen,
        sheet("Weg", HEADER, ["A", "B", "C"], state="hidden"),
        sheet("Diep", HEADER, state="veryHidden"),
    )
    assert told(found) == LINES
    assert [
        (note.code, note.place and note.place.as_sentence().in_language("en"))
        for note in found.notes
    ] == [
        ("hidden_sheet", "plan.xlsx, sheet Weg"),
        ("hidden_sheet", "plan.xlsx, sheet Diep"),
        ("hidden_rows", "plan.xlsx, sheet S, row 3"),
        ("hidden_columns", "plan.xlsx, sheet S, column D"),
    ]


def test_a_merged_cell_whose_first_row_is_hidden_is_still_seen() -> None:
    rows = [
        HEADER,
        row_xml(2, ["Meer sport.", None, "Geheim."], 'hidden="1"'),
        [None, None, "Hal bouwen."],
    ]
    assert told(in_workbook(sheet("S", *rows, merges=["A2:A3"]))) == [
        "D1 Meer sport.",
        "I1 Hal bouwen. > D1",
    ]


def test_hidden_rows_do_not_cut_a_table_in_two() -> None:
    rows = [
        HEADER,
        ROW,
        row_xml(3, [], 'hidden="true"'),
        [None, None, "Meer werk."],
    ]
    parts = read(workbook(sheet("S", *rows)), "plan.xlsx").parts
    assert len(parts) == 1


def test_comments_and_drawn_texts_are_left_out_and_told() -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    comment = (
        f'<comments xmlns="{main}"><commentList><comment ref="A1">'
        "<text><t>naam</t></text></comment></commentList></comments>"
    )
    drawing = (
        '<d xmlns:a="urn:a"><a:txBody><a:t>geheim</a:t>'
        "</a:txBody><a:txBody><a:t> </a:t></a:txBody></d>"
    )
    found = in_workbook(
        sheet("S", HEADER, ROW),
        **{
            "xl__worksheets___rels__sheet1.xml.rels": relations(
                [("comments", "../comments1.xml"), ("drawing", "/xl/d.xml")]
            ),
            "xl__comments1.xml": comment,
            "xl__d.xml": drawing,
        },
    )
    assert told(found) == LINES
    assert [(note.code, note.values) for note in found.notes] == [
        ("comments", {"text": "naam"}),
        ("shapes", {"text": "geheim"}),
    ]


# several sheets


def test_sheet_names_are_headings_when_there_are_several_and_never_elements() -> (
    None
):
    found = in_workbook(
        sheet(
            "Doelen",
            ["Programma Samen"],
            [],
            ["Strategische doelen"],
            ["Meer sport."],
            ["Minder roken."],
        ),
        sheet("Leeg"),
        sheet("Inspanningen", ["Hal bouwen.", "Stoppen helpen."]),
    )
    assert found.title == "Samen"
    assert told(found) == [
        "D1 Meer sport.",
        "D2 Minder roken.",
        "I1 Hal bouwen.",
        "I2 Stoppen helpen.",
    ]


def test_sheets_with_a_table_of_goals_each_are_themes() -> None:
    found = in_workbook(
        sheet("Jeugd", HEADER, ROW),
        sheet("Zorg", HEADER, ["Minder roken.", None, "Lessen."]),
    )
    assert found.title is None
    assert told(found)[:4] == [
        "T1 Jeugd",
        "T2 Zorg",
        "D1 Meer sport. > T1",
        "D2 Minder roken. > T2",
    ]
    assert found.elements[0].places == (
        Place(file="plan.xlsx", sheet="Jeugd"),
    )


def test_names_that_the_program_gave_say_nothing() -> None:
    found = in_workbook(
        sheet("Blad1", HEADER, ROW),
        sheet("Blad2", HEADER, ["Minder roken.", None, "Lessen."]),
    )
    assert [each.kind for each in found.elements].count("theme") == 0


def test_the_name_of_an_only_sheet_is_no_heading() -> None:
    assert not any(
        isinstance(part, Para)
        for part in read(
            workbook(sheet("Jeugd", HEADER, ROW)), "plan.xlsx"
        ).parts
    )


# where tables begin and end


def test_a_table_goes_on_after_blank_rows_and_a_line_at_the_end_is_no_part_of_it() -> (
    None
):
    found = in_workbook(
        sheet(
            "S",
            HEADER,
            ROW,
            [],
            ["Minder roken."],
            [],
            [None, None, "Lessen geven."],
            [],
            ["Vastgesteld op 1 mei."],
        )
    )
    assert told(found) == [
        "D1 Meer sport.",
        "D2 Minder roken.",
        LINES[1],
        LINES[2],
        "I2 Lessen geven. > D2*",
    ]
    assert left(found) == [("text_left", "Vastgesteld op 1 mei.")]


@pytest.mark.parametrize("between", [[], [[]]], ids=["close", "blank rows"])
def test_a_line_that_stands_out_in_a_table_names_the_rows_under_it(
    between: list[object],
) -> None:
    rows = [
        HEADER,
        *between,
        [look("Jeugd", "bold")],
        *between,
        ROW,
        *between,
        [look("Zorg", "bold")],
        *between,
    ]
    found = in_workbook(
        sheet("S", *rows, ["Minder roken.", None, "Lessen geven."])
    )
    assert told(found)[:4] == [
        "T1 Jeugd",
        "T2 Zorg",
        "D1 Meer sport. > T1",
        "D2 Minder roken. > T2",
    ]


def test_a_goal_in_bold_letters_is_a_goal_when_all_goals_are() -> None:
    rows = [
        [look("Meer sport.", "bold"), None, "Hal bouwen."],
        [look("Minder roken.", "bold")],
        [None, None, "Lessen geven."],
    ]
    assert told(in_workbook(sheet("S", HEADER, *rows))) == [
        "D1 Meer sport.",
        "D2 Minder roken.",
        "I1 Hal bouwen. > D1",
        "I2 Lessen geven. > D2*",
    ]


def test_a_line_that_names_a_theme_opens_it() -> None:
    rows = [
        HEADER,
        ["Focuspunt: Jeugd"],
        ROW,
        [],
        ["Focuspunt: Zorg"],
        [],
        ["Minder roken.", None, "Lessen geven."],
    ]
    assert told(in_workbook(sheet("S", *rows)))[:4] == [
        "T1 Jeugd",
        "T2 Zorg",
        "D1 Meer sport. > T1",
        "D2 Minder roken. > T2",
    ]


def test_a_second_table_on_a_sheet_has_columns_of_its_own() -> None:
    planning = [
        ["Inspanning", "Trekker", "Wanneer"],
        ["Hal bouwen.", "Ans Bos", "2027"],
    ]
    for between in ([[]], [[], ["Planning"], []]):
        found = in_workbook(sheet("S", HEADER, ROW, *between, *planning))
        assert told(found) == LINES
        assert (found.elements[2].owners, found.elements[2].period) == (
            ("Ans Bos",),
            "2027",
        )


@pytest.mark.parametrize(
    "above", [[], [["Planning 2027"]]], ids=["no title", "a title"]
)
def test_a_table_right_under_another_has_columns_of_its_own(
    above: list[object],
) -> None:
    found = in_workbook(
        sheet(
            "S",
            HEADER,
            ROW,
            *above,
            ["Inspanning", "Trekker"],
            ["Hal bouwen.", "Ans Bos"],
        )
    )
    assert (told(found), found.elements[2].owners) == (LINES, ("Ans Bos",))


def test_a_header_that_stands_again_begins_no_other_table() -> None:
    (grid,) = read(
        workbook(sheet("S", HEADER, ROW, HEADER, ["Minder roken."])),
        "plan.xlsx",
    ).parts
    assert isinstance(grid, Grid)
    assert len(grid.rows) == 4


def test_what_stands_far_beside_a_table_is_apart() -> None:
    rows = [
        HEADER,
        [*ROW, None, None, "Een losse opmerking."],
        [None, None, "Lessen geven."],
    ]
    found = in_workbook(sheet("S", *rows))
    assert told(found)[-1] == "I2 Lessen geven. > D1*, S1*"
    assert left(found) == [("text_left", "Een losse opmerking.")]


PLANNING = [
    ["Inspanning", "Trekker", "2027 K1", "2027 K2"],
    ["Hal bouwen", "Ans Bos", look(None, YELLOW), look(None, GREEN)],
    ["Lessen geven", "Bo Vos", None, look(None, YELLOW)],
]


@pytest.mark.parametrize(
    "legend",
    [
        [["Legenda"], [look("start", YELLOW), look("einde", GREEN)]],
        [["Legenda"], [look("start", YELLOW)], [look("einde", GREEN)]],
        [
            ["Legenda"],
            [look(None, YELLOW), "start"],
            [look(None, GREEN), "einde"],
        ],
        [
            ["Legenda"],
            ["start", look(None, YELLOW)],
            ["einde", look(None, GREEN)],
        ],
        [
            ["Legenda"],
            [look(None, YELLOW), "start", look(None, GREEN), "einde"],
        ],
        [[look("start", YELLOW), look("einde", GREEN)]],
    ],
    ids=[
        "in a row",
        "in a column",
        "after colours",
        "before colours",
        "after colours in a row",
        "without name",
    ],
)
def test_a_legend_under_a_planning_explains_its_colours(
    legend: list[object],
) -> None:
    found = in_workbook(sheet("S", *PLANNING, [], *legend))
    assert [
        [step.phase for step in each.planning] for each in found.elements
    ] == [
        ["start", "einde"],
        ["start"],
    ]
    assert noted(found) == []


def test_a_legend_beside_a_planning_explains_its_colours() -> None:
    beside = [["Legenda"], [look("start", YELLOW)], [look("einde", GREEN)]]
    rows = [
        [*row, *[None] * (5 - len(row)), *more]
        for row, more in zip(PLANNING, beside, strict=True)
    ]
    found = in_workbook(sheet("S", *rows))
    assert [
        [step.phase for step in each.planning] for each in found.elements
    ] == [
        ["start", "einde"],
        ["start"],
    ]


def test_colours_of_the_theme_are_colours_and_white_and_patterns_are_none() -> (
    None
):
    rows = [
        ["Inspanning", "Trekker", "2027 K1", "2027 K2", "2027 K3"],
        [
            "Werk",
            "Ans Bos",
            look(None, "theme"),
            look(None, WHITE),
            look(None, "pattern"),
        ],
        [],
        ["Legenda"],
        [look("start", "theme"), look("einde", GREEN)],
    ]
    found = in_workbook(sheet("S", *rows))
    assert [
        (step.period, step.phase) for step in found.elements[0].planning
    ] == [("2027 K1", "start")]
    assert noted(found) == []


# what breaks readers


def test_one_cell_in_the_far_corner_costs_nothing() -> None:
    far = f'<row r="1048576">{cell_xml("XFD1048576", "ver weg")}</row>'
    assert told(in_workbook(sheet("S", HEADER, ROW, far))) == LINES


def test_a_far_cell_in_a_row_of_a_table_is_apart() -> None:
    rows = [
        HEADER,
        row_xml(2, ROW).replace(
            "</row>", cell_xml("XFD2", "ver weg") + "</row>"
        ),
    ]
    assert told(in_workbook(sheet("S", *rows))) == LINES


@pytest.mark.parametrize("dimension", ["A1:A1", "A1:XFD1048576", "onzin"])
def test_what_a_sheet_says_of_its_size_is_not_believed(dimension: str) -> None:
    assert (
        told(
            in_workbook(
                sheet(
                    "S", HEADER, ROW, before=f'<dimension ref="{dimension}"/>'
                )
            )
        )
        == LINES
    )


def test_a_link_over_a_whole_sheet_costs_nothing() -> None:
    links = '<hyperlinks><hyperlink ref="A1:XFD1048576" location="S!A1"/></hyperlinks>'
    assert told(in_workbook(sheet("S", HEADER, ROW, inside=links))) == LINES


def test_more_cells_than_dinet_reads_are_refused_blank_ones_included() -> None:
    wide = [["x", None] * 30] * 34
    with use_limits(Limits(cells=2000)):
        assert "cells or more; dinet reads at most 2000." in refused(
            sheet("S", *wide)
        )


@pytest.mark.parametrize(
    "name", ["A0", "AAAA1", "XFE1", "A1048577", "1A", "", "A99999999999"]
)
def test_a_cell_that_cannot_be_is_refused(name: str) -> None:
    row = f'<row r="1"><c r="{name}" t="inlineStr"><is><t>x</t></is></c></row>'
    assert (
        refused(sheet("S", row))
        == f"plan.xlsx, sheet S: there is no cell {name}. Open it in Excel and save it again."
    )


@pytest.mark.parametrize("number", ["5", "-1", "x"])
def test_a_text_that_is_not_in_the_file_is_not_passed_over(
    number: str,
) -> None:
    row = f'<row r="1"><c r="A1" t="s"><v>{number}</v></c></row>'
    assert refused(sheet("S", row), strings="<si><t>Doel</t></si>").startswith(
        "plan.xlsx!S!A1: the text of this cell is not in the file."
    )


def test_a_sheet_that_is_not_in_the_file_is_refused() -> None:
    gone = workbook(
        sheet("S", HEADER, ROW),
        **{
            "xl___rels__workbook.xml.rels": relations(
                [("worksheet", "worksheets/weg.xml")]
            )
        },
    )
    with pytest.raises(
        DocumentError, match=r"the part xl/worksheets/weg\.xml is not there"
    ):
        read(gone, "plan.xlsx")


def test_a_sheet_that_the_workbook_does_not_refer_to_is_refused() -> None:
    gone = workbook(
        sheet("S", HEADER, ROW),
        **{"xl___rels__workbook.xml.rels": relations([])},
    )
    with pytest.raises(DocumentError, match="is not there"):
        read(gone, "plan.xlsx")


def test_a_sheet_of_charts_is_passed_over() -> None:
    charts = relations(
        [
            ("worksheet", "worksheets/sheet1.xml"),
            ("chartsheet", "chartsheets/sheet1.xml"),
        ]
    )
    found = workbook(
        sheet("S", HEADER, ROW),
        sheet("Grafiek"),
        **{"xl___rels__workbook.xml.rels": charts},
    )
    assert told(read_bytes(found, "plan.xlsx")) == LINES


def test_entities_are_refused_in_every_part() -> None:
    for part in (
        "xl__sharedStrings.xml",
        "xl__styles.xml",
        "xl__worksheets__sheet1.xml",
    ):
        bomb = workbook(
            sheet("S", HEADER, ROW),
            strings="<si/>",
            **{part: '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'},
        )
        with pytest.raises(DocumentError, match="declares entities"):
            read(bomb, "plan.xlsx")


def test_a_workbook_without_sheets_is_refused() -> None:
    assert refused() == "plan.xlsx: this workbook has no sheets."


def test_an_archive_of_something_else_is_no_workbook() -> None:
    with pytest.raises(
        DocumentError,
        match=r"this is not a workbook \(\.xlsx\): the part xl/workbook\.xml is not there",
    ):
        read(archive({"word/document.xml": "<x/>"}), "plan.xlsx")


def test_links_to_other_files_are_not_followed() -> None:
    outside = relations([("worksheet", "worksheets/sheet1.xml")]).replace(
        "</Relationships>",
        (
            '<Relationship Id="x" Type="urn:x/externalLink" '
            'Target="file:///etc/passwd" TargetMode="External"/></Relationships>'
        ),
    )
    found = workbook(
        sheet("S", HEADER, ROW), **{"xl___rels__workbook.xml.rels": outside}
    )
    assert told(read_bytes(found, "plan.xlsx")) == LINES


# workbooks that dinet made


@settings(max_examples=FEW_EXAMPLES, suppress_health_check=list(HealthCheck))
@given(programmes)
def test_every_text_in_our_own_workbook_comes_back_to_the_letter(
    this: Programme,
) -> None:
    book = ExcelWorkbook(
        OfficeArchive(
            write(Network(this), (), "xlsx"), "plan.xlsx", "workbook (.xlsx)"
        ),
        "xl/workbook.xml",
    )
    assert len(list(book.read_sheets())) == len(book.texts)
    for name, rows in to_sheets(
        encode_programme(this, this.lang), this.lang
    ).items():
        wanted = {
            (row, column): text
            for row, cells in enumerate(rows, 1)
            for column, text in enumerate(cells, 1)
            if text
        }
        assert {
            spot: text for spot, text in book.texts[name].items() if text
        } == wanted


def test_our_own_workbook_is_the_programme_also_with_a_sheet_hidden() -> None:
    this = network("""
        programma: Samen sterk
        doelen:
          - tekst: Meer sport.
            smart-doelen: [In 2028 sport 60%.]
            inspanningen: [Hal bouwen.]
    """).programme
    data = write(Network(this), (), "xlsx")
    assert read_bytes(data, "plan.xlsx") == this
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        files = {
            name: packed.read(name).decode() for name in packed.namelist()
        }
    hidden = files["xl/workbook.xml"].replace(
        'name="Doelen" sheetId="3" state="visible"',
        'name="Doelen" sheetId="3" state="hidden"',
    )
    assert hidden != files["xl/workbook.xml"]
    assert (
        read_bytes(archive(files | {"xl/workbook.xml": hidden}), "plan.xlsx")
        == this
    )


def test_a_sheet_called_programme_does_not_make_a_workbook_ours() -> None:
    assert told(in_workbook(sheet("Programma", HEADER, ROW))) == LINES


# filters, errors, pictures

FILTER = (
    '<autoFilter ref="A1:D9"><filterColumn colId="3"><filters>'
    '<filter val="Loopt"/></filters></filterColumn></autoFilter>'
)
STATUS = [*HEADER, "Status"]


def hidden_row(number: int, *cells: str) -> str:
    return row_xml(number, cells, 'hidden="1"')


def test_rows_that_a_filter_hides_are_read_and_told() -> None:
    found = in_workbook(
        sheet(
            "S",
            STATUS,
            [*ROW, "Loopt"],
            hidden_row(3, "Meer rust.", "", "Banken plaatsen.", "Klaar"),
            inside=FILTER,
        )
    )
    assert told(found)[-1] == "I2 Banken plaatsen. > D2"
    (note,) = [each for each in found.notes if each.code == "filtered_rows"]
    assert note.values["text"] == "Meer rust. | Banken plaatsen. | Klaar"
    assert note.place == Place(file="plan.xlsx", sheet="S", row=3)


@pytest.mark.parametrize(
    ("inside", "status"),
    [
        ("", "Klaar"),
        ('<autoFilter ref="A1:D9"/>', "Klaar"),
        (FILTER.replace("D9", "D2"), "Klaar"),
        (FILTER, "Loopt"),
    ],
    ids=["no filter", "all let through", "filter above", "let through"],
)
def test_rows_that_somebody_hid_are_left_each_with_its_words(
    inside: str, status: str
) -> None:
    found = in_workbook(
        sheet(
            "S",
            STATUS,
            [*ROW, "Loopt"],
            hidden_row(3, "Meer rust.", "", "", status),
            hidden_row(4, "Meer groen.", "", "", status),
            inside=inside,
        )
    )
    assert told(found) == LINES
    assert [
        (note.code, note.values["text"], note.place and note.place.row)
        for note in found.notes
    ] == [
        ("hidden_rows", f"Meer rust. | {status}", 3),
        ("hidden_rows", f"Meer groen. | {status}", 4),
    ]


@pytest.mark.parametrize("error", ["#DIV/0!", "#VERW!", "#N/B", "#naam?"])
def test_an_error_of_the_workbook_is_no_goal_and_hides_the_one_above(
    error: str,
) -> None:
    found = in_workbook(
        sheet("S", HEADER, ROW, [error, None, "Bomen planten."])
    )
    assert told(found) == [*LINES, "I2 Bomen planten."]
    first = found.notes[0]
    assert (first.code, first.values["text"]) == ("error_cell", error)
    assert first.place == Place(
        file="plan.xlsx", sheet="S", table=1, row=3, column=1
    )


def test_pictures_on_a_sheet_are_told_with_their_cell() -> None:
    drawing = (
        '<d xmlns:x="urn:x"><x:twoCellAnchor><x:from><x:col>2</x:col>'
        "<x:row>1</x:row></x:from><x:pic><x:nvPicPr>"
        '<x:cNvPr id="1" descr="Plattegrond"/></x:nvPicPr></x:pic>'
        "</x:twoCellAnchor></d>"
    )
    found = in_workbook(
        sheet("S", HEADER, ROW),
        **{
            "xl__worksheets___rels__sheet1.xml.rels": relations(
                [("drawing", "/xl/d.xml")]
            ),
            "xl__d.xml": drawing,
        },
    )
    (note,) = found.notes
    assert (note.code, note.values) == ("picture", {"text": "Plattegrond"})
    assert note.place == Place(file="plan.xlsx", sheet="S", row=2, column=3)


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        (
            "Of all the children in the town this share plays outside.",
            "1,234.5",
        ),
        ("Van alle kinderen in de stad speelt dit deel buiten.", "1.234,5"),
    ],
)
def test_numbers_stand_in_the_notation_of_the_texts_around_them(
    target: str, shown: str
) -> None:
    found = texts(
        sheet(
            "S",
            ["Doel", "Streefwaarde", "Aandeel"],
            [target, look(1234.5, "#,##0.00"), 0.25],
        )
    )
    point = shown[-2]
    assert found[-2:] == [f"{shown}0", f"0{point}25"]


BIKES = [
    ["Ambitie", "Indicator", "Actie", "Wie"],
    ["Naar het werk fietsen.", "60% in 2029", "Stallingen.", "Mobiliteit"],
    [None, None, "Leasefietsen.", "Personeel"],
    ["Veilig naar school.", "0 gewonden in 2029", "Lessen.", "Onderwijs"],
]
BIKE_LINES = [
    "D1 Naar het werk fietsen.",
    "D2 Veilig naar school.",
    "S1 60% in 2029 > D1",
    "S2 0 gewonden in 2029 > D2",
    "I1 Stallingen. > D1, S1",
    "I2 Leasefietsen. > D1*, S1*",
    "I3 Lessen. > D2, S2",
]


def spread(
    rows: list[list[str | None]], columns: tuple[int | None, ...]
) -> list[list[str | None]]:
    """The rows with these columns, None for a blank one."""
    return [
        [None if column is None else row[column] for column in columns]
        for row in rows
    ]


@pytest.mark.parametrize(
    "columns",
    [
        (0, 1, 2, None, None, 3),
        (0, None, None, 1, 2, 3),
        (0, 1, None, None, None, 2, 3),
        (0, None, None, 1, None, None, 2, None, None, 3),
        (3, None, None, 0, 1, 2),
    ],
    ids=str,
)
def test_blank_columns_within_a_table_cut_nothing_off(
    columns: tuple[int | None, ...],
) -> None:
    read = in_workbook(sheet("Fiets", *spread(BIKES, columns)))
    assert told(read) == BIKE_LINES
    efforts = [each for each in read.elements if each.kind == "effort"]
    assert [each.owners for each in efforts] == [
        ("Mobiliteit",),
        ("Personeel",),
        ("Onderwijs",),
    ]


def test_goals_that_stand_on_every_row_go_with_efforts_after_blank_columns() -> (
    None
):
    rows = [[*BIKES[0]], [*BIKES[1]], [*BIKES[1][:2], *BIKES[2][2:]]]
    read = in_workbook(sheet("Fiets", *spread(rows, (0, 1, None, None, 2, 3))))
    assert told(read)[-1] == "I2 Leasefietsen. > D1, S1"


@pytest.mark.parametrize(
    "efforts",
    [["Stallingen.", "Lessen."], ["Stallingen.", "Lessen.", "Pont."]],
    ids=len,
)
def test_two_lists_beside_each_other_are_no_table(efforts: list[str]) -> None:
    goals = [["Doel", "Indicator"], *(row[:2] for row in (BIKES[1], BIKES[3]))]
    rows = [
        [*left, None, None, *right]
        for left, right in zip(
            [*goals, [None, None]],
            [["Actie", "Wie"], *([text, "Weg"] for text in efforts)],
            strict=False,
        )
    ]
    read = in_workbook(sheet("Fiets", *rows))
    assert "Lessen." in {each.text for each in read.elements}
    assert not [link for link in read.links if link.start.startswith("I")]


def test_a_few_names_beside_a_table_own_nothing() -> None:
    rows = spread(BIKES, (0, 1, 2, None, None, 3))
    rows[0][5], rows[1][5], rows[2][5], rows[3][5] = "Wie", "Balie", None, None
    read = in_workbook(sheet("Fiets", *rows))
    assert told(read) == BIKE_LINES
    assert not any(each.owners for each in read.elements)
