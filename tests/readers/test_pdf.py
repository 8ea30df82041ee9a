"""PDF documents: what is read in words, lines and colours, what is noted, and what is refused."""

import subprocess
import sys
from pathlib import Path

import pytest

from dinet.api import read_bytes
from dinet.document.content import Grid, Para
from dinet.errors import DocumentError
from dinet.limits import Limits, use_limits
from dinet.readers.pdf import read
from dinet.readers.pdf_pages.child_process import extract_pages
from dinet.readers.pdf_pages.page_content import RulingLine
from dinet.readers.pdf_pages.pages import RefusedError
from dinet.readers.pdf_pages.pages import read_pages as pages
from dinet.readers.pdf_pages.ruled_tables import (
    OverLimitError,
    find_ruled_tables,
)
from tests.documents import noted, told
from tests.formats import UNDER, Heading, Item, cell, read_as, table
from tests.pdfs import (
    as_pdf,
    box,
    document,
    found_in,
    in_pdf,
    lattice,
    line,
    pdf,
    text,
    turned,
    whole,
)

HEAD = ("Doel", "SMART-doel", "Inspanning")
PLAN = (
    Heading("Programma Samen sterk"),
    Heading("Thema: Sport en bewegen", 2),
    table(
        HEAD,
        (
            cell("Meer kinderen sporten.", down=2),
            cell(
                "In 2028 sport 60% van de kinderen elke week (in 2024 was dit 48%).",
                down=1,
            ),
            cell(
                Item("Een sporthal bouwen."),
                Item("Clubs, scholen en buurten"),
                Item("Zwemmen", 1),
            ),
        ),
        (UNDER, UNDER, "Een nieuw beweegplan."),
        (UNDER, None, "Gratis proeflessen; ook in de zomer."),
        (
            "Minder jongeren roken.",
            "In 2027 rookt hooguit 5% van de jongeren. Bron: GGD",
            None,
        ),
    ),
)
PLANNING = (
    Heading("Inspanningen"),
    table(
        ("Inspanning", "Trekker", "2027 K1", "2027 K2"),
        (
            "Een sporthal bouwen",
            "Ans de Vries",
            cell(fill="FFE699"),
            cell(fill="A9D08E"),
        ),
        ("Een nieuw beweegplan", "Bo Jansen", None, cell(fill="FFE699")),
    ),
    "Legenda",
    table(
        (
            cell("voorbereiding", fill="FFE699"),
            cell("uitvoering", fill="A9D08E"),
        )
    ),
)
_CATALOGUE = "<</Type/Catalog/Pages 2 0 R>>"
XS = (40, 200, 360, 520)


def row(y: float, *words: str, xs: tuple[float, ...] = XS) -> str:
    """A row of cells of one line each."""
    return "\n".join(
        text(x + 4, y, each) for x, each in zip(xs, words, strict=False)
    )


def lines_of(*pages: str | list[str]) -> list[str]:
    return [
        part.text for part in document(*pages).parts if isinstance(part, Para)
    ]


def cells_of(*pages: str | list[str]) -> list[list[str]]:
    return [
        [each.text for each in cells]
        for part in document(*pages).parts
        if isinstance(part, Grid)
        for cells in part.rows
    ]


# tables with lines


def test_a_table_is_read_as_in_word() -> None:
    found = read_bytes(as_pdf(*PLAN), "plan.pdf")
    assert told(found) == told(read_as("docx", *PLAN))
    assert noted(found) == []


def test_colours_are_phases_and_the_legend_tells_them() -> None:
    hall, plan = read_bytes(as_pdf(*PLANNING), "plan.pdf").elements
    assert [(step.period, step.phase) for step in hall.planning] == [
        ("2027 K1", "voorbereiding"),
        ("2027 K2", "uitvoering"),
    ]
    assert [(step.period, step.phase) for step in plan.planning] == [
        ("2027 K2", "voorbereiding")
    ]


def test_every_cell_says_on_which_page_and_in_which_table_it_stands() -> None:
    goal = read_bytes(as_pdf("Inleiding.", *PLAN), "plan.pdf").elements[2]
    (place,) = goal.places
    assert (place.file, place.page, place.table, place.row, place.column) == (
        "plan.pdf",
        1,
        1,
        5,
        1,
    )


def test_a_merged_cell_covers_the_cells_under_it_and_beside_it() -> None:
    drawn = [
        line(40, 60, 520, 60),
        line(40, 80, 520, 80),
        line(200, 100, 520, 100),
        line(40, 120, 520, 120),
    ]
    drawn += [line(x, 60, x, 120) for x in (40, 200, 520)] + [
        line(360, 80, 360, 120),
        text(44, 72, "links boven"),
    ]
    (grid,) = document(drawn).parts
    assert [[each.covered for each in cells] for cells in grid.rows] == [
        [False, False, True],
        [False, False, False],
        [True, False, False],
    ]
    assert [each.width for each in grid.rows[0]] == [1, 2, 1]
    assert grid.merges_known


def test_a_table_without_outer_lines_has_all_its_cells() -> None:
    drawn = [
        line(40, 80, 520, 80),
        line(200, 60, 200, 100),
        line(360, 60, 360, 100),
    ]
    assert cells_of([*drawn, row(72, *HEAD), row(92, "a", "b", "c")]) == [
        list(HEAD),
        ["a", "b", "c"],
    ]


def test_a_double_line_is_one_line() -> None:
    ys = (60, 80, 82, 100)
    assert cells_of(
        [lattice(XS, ys), row(72, *HEAD), row(94, "a", "b", "c")]
    ) == [
        list(HEAD),
        ["a", "b", "c"],
    ]


def test_a_frame_around_text_is_no_table() -> None:
    assert lines_of(
        [
            lattice((40, 520), (60, 100)),
            text(44, 72, "Let op: dit is een kader."),
        ]
    ) == ["Let op: dit is een kader."]


def test_thin_boxes_are_lines() -> None:
    drawn = [box(40, y, 520, y + 0.7, "000000") for y in (60, 80, 100)] + [
        box(x, 60, x + 0.7, 100, "000000") for x in XS
    ]
    assert cells_of([*drawn, row(72, *HEAD), row(92, "a", "b", "c")]) == [
        list(HEAD),
        ["a", "b", "c"],
    ]


def test_a_border_that_is_painted_as_a_frame_is_lines() -> None:
    frames = [
        f"{x} {842 - y} 60 20 re {x + 1} {843 - y} 58 18 re f*"
        for x in (40, 100)
        for y in (80, 100)
    ]
    assert cells_of(
        [*frames, text(44, 72, "a"), text(104, 72, "b"), text(44, 92, "c")]
    ) == [["a", "b"], ["c", ""]]


def test_a_drawing_without_words_is_no_table() -> None:
    assert (
        document([lattice(XS, (60, 80, 100)), text(40, 200, "Een tekst.")])
        .parts[0]
        .place.page
        == 1
    )
    assert (
        cells_of([lattice(XS, (60, 80, 100)), text(40, 200, "Een tekst.")])
        == []
    )


@pytest.mark.no_cover
def test_more_cells_than_any_table_has_are_refused() -> None:
    many = [RulingLine(5 * number, 0, 5000) for number in range(1000)]
    with pytest.raises(OverLimitError):
        find_ruled_tables(many, many, ())


def test_a_table_in_a_cell_is_text_of_that_cell() -> None:
    inner = lattice((210, 250, 300), (70, 80, 90))
    assert cells_of(
        [
            lattice(XS, (60, 110, 130)),
            inner,
            text(212, 78, "x"),
            text(252, 78, "y"),
        ]
    )[0] == ["", "x y", ""]


def test_words_that_run_upwards_in_a_cell_are_read() -> None:
    assert cells_of(
        [
            lattice(XS, (60, 160, 180)),
            turned(60, 150, "Sociaal en veilig"),
            row(172, "a", "b", "c"),
        ]
    )[0][0] == ("Sociaal en veilig")


def test_a_page_that_lies_on_its_side_is_read_upright() -> None:
    lying = pdf(
        f"0 1 -1 0 595 0 cm {lattice((300, 500, 700), (400, 420, 440))} {text(304, 412, 'Doel')}",
        page="/Rotate 90",
    )
    (grid,) = found_in(lying).parts
    assert [[each.text for each in cells] for cells in grid.rows] == [
        ["Doel", ""],
        ["", ""],
    ]


# tables over pages


def test_a_table_goes_on_on_the_next_page_and_its_header_is_not_read_twice() -> (
    None
):
    first = [
        lattice(XS, (700, 720, 740)),
        row(712, *HEAD),
        row(732, "Meer sport.", "In 2028 sport 60%.", "Een hal bouwen."),
    ]
    second = [
        lattice(XS, (60, 80, 100)),
        row(72, *HEAD),
        row(92, "Meer lezen.", "In 2029 leest 70%.", "Boeken kopen."),
    ]
    found = in_pdf(first, second)
    assert told(found)[:2] == ["D1 Meer sport.", "D2 Meer lezen."]
    assert [
        (place.page, place.table, place.row)
        for goal in found.elements[:2]
        for place in goal.places
    ] == [
        (1, 1, 2),
        (2, 1, 3),
    ]


def test_a_text_that_a_page_break_cut_is_joined() -> None:
    first = [
        lattice(XS, (700, 720, 740)),
        row(712, *HEAD),
        row(732, "Meer sport.", "In 2028 sport", "Een hal"),
    ]
    second = [
        lattice(XS, (60, 80)),
        row(72, "", "60% van de jeugd.", "bouwen."),
    ]
    found = in_pdf(first, second)
    assert told(found) == [
        "D1 Meer sport.",
        "S1 In 2028 sport 60% van de jeugd. > D1",
        "I1 Een hal bouwen. > D1, S1",
    ]
    assert noted(found) == ["joined", "joined"]


def test_a_row_without_a_line_over_it_goes_on_from_the_page_before() -> None:
    first = [
        lattice(XS, (700, 720, 740)),
        row(712, *HEAD),
        row(732, "Meer sport.", "In 2028 sport 60%.", "Een hal bouwen."),
    ]
    second = [
        line(40, 80, 520, 80),
        *(line(x, 50, x, 80) for x in XS),
        row(66, "", "", "Clubs steunen."),
    ]
    found = in_pdf(first, second)
    assert told(found)[2:] == [
        "I1 Een hal bouwen. > D1, S1",
        "I2 Clubs steunen. > D1, S1",
    ]
    assert noted(found) == ["joined"]


def test_a_page_with_lines_between_columns_only_belongs_to_the_row_before() -> (
    None
):
    first = [
        lattice(XS, (700, 720, 740)),
        row(712, *HEAD),
        row(732, "Meer sport.", "In 2028 sport 60%.", ""),
    ]
    second = [
        *(line(x, 50, x, 780) for x in XS),
        row(66, "", "", "Clubs steunen."),
    ]
    third = [
        line(40, 80, 520, 80),
        *(line(x, 50, x, 80) for x in XS),
        row(66, "", "", "en trainers."),
    ]
    assert told(in_pdf(first, second, third))[2:] == [
        "I1 Clubs steunen. > D1, S1",
        "I2 en trainers. > D1, S1",
    ]


def test_a_blank_cell_beside_several_rows_at_the_top_of_a_page_is_a_merged_one_that_goes_on() -> (
    None
):
    first = [
        lattice(XS, (700, 720, 740)),
        row(712, *HEAD),
        row(732, "Meer sport.", "In 2028 sport 60%.", "Een hal bouwen."),
    ]
    second = [
        line(40, 60, 520, 60),
        line(360, 80, 520, 80),
        line(40, 100, 520, 100),
        *(line(x, 60, x, 100) for x in XS),
    ]
    found = in_pdf(
        first,
        [
            *second,
            row(72, "", "", "Clubs steunen."),
            row(92, "", "", "Zwemles geven."),
        ],
    )
    assert told(found)[3:] == [
        "I2 Clubs steunen. > D1, S1",
        "I3 Zwemles geven. > D1, S1",
    ]


def test_a_page_on_which_fewer_columns_are_drawn_still_belongs_to_the_table() -> (
    None
):
    first = [
        lattice(XS, (700, 720, 740)),
        row(712, *HEAD),
        row(732, "Meer sport.", "In 2028 sport 60%.", "Een hal bouwen."),
    ]
    second = [
        lattice((40, 360, 520), (60, 80)),
        row(72, "Meer lezen.", "Boeken kopen.", xs=(40, 360)),
    ]
    grids = [
        part
        for part in document(first, second).parts
        if isinstance(part, Grid)
    ]
    assert [grid.width for grid in grids] == [3, 3]
    assert [each.width for each in grids[1].rows[0]] == [2, 1, 1]


# tables without lines


@pytest.mark.parametrize("rules", ["rows", "none"])
def test_a_table_without_full_lines_is_read_by_its_headings_and_noted(
    rules: str,
) -> None:
    found = read_bytes(as_pdf(*PLAN, rules=rules), "plan.pdf")
    assert [line.partition(" > ")[0] for line in told(found)] == [
        line.partition(" > ")[0] for line in told(read_as("docx", *PLAN))
    ]
    assert noted(found)[0] == "table_without_lines"


def test_lines_between_rows_tell_what_is_merged() -> None:
    assert told(read_bytes(as_pdf(*PLAN, rules="rows"), "plan.pdf")) == told(
        read_as("docx", *PLAN)
    )


def test_coloured_bands_tell_the_rows_of_a_table_without_lines() -> None:
    band = [box(40, 82, 520, 94, "EEEEFF"), box(40, 106, 520, 118, "EEEEFF")]
    shown = [
        row(78, *HEAD),
        row(90, "Meer sport", "", "Hal"),
        row(102, "Meer lezen", "", "Boek"),
        row(114, "Meer rust", "", ""),
    ]
    assert [line[0] for line in cells_of([*band, *shown])] == [
        "Doel",
        "Meer sport",
        "Meer lezen",
        "Meer rust",
    ]


def test_the_columns_of_a_table_without_lines_are_where_no_words_run() -> None:
    drawn = [
        row(72, "   Doel", "    SMART-doel", "    Inspanning"),
        row(92, "Meer kinderen sporten.", "In 2028 sport 60%.", "Hal."),
    ]
    assert cells_of(drawn) == [
        ["Doel", "SMART-doel", "Inspanning"],
        ["Meer kinderen sporten.", "In 2028 sport 60%.", "Hal."],
    ]


def test_a_table_without_lines_ends_at_running_text() -> None:
    after = (
        "Deze tabel is vastgesteld door het college en wordt "
        "elk jaar door de gemeenteraad opnieuw bekeken."
    )
    drawn = [
        row(72, *HEAD),
        row(92, "Meer sport.", "In 2028 sport 60%.", "Een hal bouwen."),
        text(40, 112, after),
    ]
    assert cells_of(drawn)[1] == [
        "Meer sport.",
        "In 2028 sport 60%.",
        "Een hal bouwen.",
    ]
    assert lines_of(drawn) == [after]


def test_a_table_without_lines_goes_on_on_the_next_page() -> None:
    first = [
        row(780, *HEAD),
        row(800, "Meer sport.", "In 2028 sport 60%.", "Een hal bouwen."),
    ]
    second = [
        row(60, "", "", "Clubs steunen."),
        row(90, "Meer lezen.", "In 2029 leest 70%.", "Boeken kopen."),
    ]
    assert told(in_pdf(first, second))[:2] == [
        "D1 Meer sport.",
        "D2 Meer lezen.",
    ]


def test_coloured_cells_without_lines_are_a_legend() -> None:
    drawn = [
        box(40, 60, 120, 80, "FFE699"),
        box(121, 60, 200, 80, "A9D08E"),
        text(44, 72, "start"),
        text(125, 72, "klaar"),
    ]
    (grid,) = document(drawn).parts
    assert [(each.text, each.fill) for each in grid.rows[0]] == [
        ("start", "FFE699"),
        ("klaar", "A9D08E"),
    ]


# text


def test_larger_letters_are_headings_and_the_larger_the_higher() -> None:
    drawn = [
        text(40, 60, "Visie", size=18),
        text(40, 90, "Onze kinderen", size=13),
        text(40, 110, "Alle kinderen groeien gezond op."),
    ]
    assert [(part.text, part.heading) for part in document(drawn).parts] == [
        ("Visie", 1),
        ("Onze kinderen", 2),
        ("Alle kinderen groeien gezond op.", None),
    ]


def test_heavy_letters_are_headings_only_where_none_are_larger() -> None:
    assert [
        part.heading
        for part in document(
            [text(40, 60, "Visie", style="b"), text(40, 80, "Een tekst.")]
        ).parts
    ] == [1, None]


def test_bullets_make_list_items_as_deep_as_they_stand() -> None:
    drawn = [
        text(40, 60, "Doelen", size=14),
        text(40, 80, "•"),
        text(50, 80, "Meer sport in de wijken"),
    ]
    drawn += [
        text(50, 90, "van de stad"),
        text(50, 100, "o"),
        text(60, 100, "Zwemmen"),
        text(40, 110, "•"),
        text(50, 110, "Lezen"),
    ]
    found = [
        (part.text, part.block.level) for part in document(drawn).parts[1:]
    ]
    assert found == [
        ("Meer sport in de wijken van de stad", 0),
        ("Zwemmen", 1),
        ("Lezen", 0),
    ]


def test_dots_that_are_drawn_are_bullets() -> None:
    drawn = [
        text(50, 80, "Meer sport"),
        box(40, 75, 43, 78, "000000"),
        text(50, 90, "Lezen"),
        box(40, 85, 43, 88, "000000"),
    ]
    assert [
        (part.text, part.block.level) for part in document(drawn).parts
    ] == [
        ("Meer sport", 0),
        ("Lezen", 0),
    ]


def test_circles_and_numbers_that_hang_are_bullets() -> None:
    circle = "40 764 m 40 766 44 766 44 764 c 44 762 40 762 40 764 c S"
    drawn = [
        circle,
        text(50, 80, "Meer sport"),
        text(40, 90, "1."),
        text(60, 90, "Lezen"),
        text(40, 100, "2."),
        text(60, 100, "Rust"),
    ]
    assert [
        (part.text, part.block.level) for part in document(drawn).parts
    ] == [
        ("Meer sport", 0),
        ("Lezen", 0),
        ("Rust", 0),
    ]


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    assert lines_of(
        [text(40, 790, "Deze zin is nog niet")],
        [text(40, 60, "klaar.", "Maar nu wel.")],
    ) == [
        "Deze zin is nog niet klaar.",
        "Maar nu wel.",
    ]


def test_a_line_that_ended_early_ends_a_paragraph() -> None:
    long = "Een paragraaf die tot aan de rechterkant van de bladzijde loopt en dan verder"
    found = lines_of(
        [text(40, 60, long, "gaat.", "Een nieuwe", "en geen andere")]
    )
    assert found == [f"{long} gaat.", "Een nieuwe en geen andere"]


def test_a_line_that_says_what_it_is_begins_a_paragraph() -> None:
    lines = (
        "Het plan is voor jongeren.",
        "Doelstelling: werk",
        "Maatregelen:",
    )
    assert lines_of([text(40, 60, *lines)]) == list(lines)


def test_a_wider_gap_ends_a_paragraph() -> None:
    long = "Een paragraaf die tot aan de rechterkant van de bladzijde loopt en dan verder"
    assert (
        len(
            lines_of([text(40, 60, long, "gaat"), text(40, 86, long, "loopt")])
        )
        == 2
    )


def test_the_tags_of_a_file_tell_its_paragraphs() -> None:
    words = "<</MCID {}>> BDC {} EMC"
    shown = [
        f"/P {words.format(number, text(40, 60 + 10 * number, each))}"
        for number, each in enumerate(("Sport", "en spel", "Lezen"))
    ]
    tags = [
        "<</S/P/P 8 0 R/Pg 9 0 R/K[0 1]>>",
        "<</S/P/P 8 0 R/Pg 9 0 R/K 2>>",
        "<</Type/StructTreeRoot/K[6 0 R 7 0 R]/ParentTree<</Nums[0[6 0 R 6 0 R 7 0 R]]>>>>",
    ]
    data = pdf(
        shown,
        catalogue="/StructTreeRoot 8 0 R/MarkInfo<</Marked true>>",
        objects=tags,
        page="/StructParents 0",
    )
    assert [part.text for part in found_in(data).parts] == [
        "Sport en spel",
        "Lezen",
    ]


def test_two_columns_of_text_are_read_one_after_the_other() -> None:
    left = [
        f"links loopt regel {number} over de hele kolom" for number in range(8)
    ]
    right = [
        f"rechts loopt regel {number} over de hele kolom"
        for number in range(8)
    ]
    (found,) = lines_of([text(40, 60, *left), text(320, 60, *right)])
    assert found == " ".join([*left, *right])


def test_spans_keep_italics_and_letters_without_spaces_between_them_stay_one_word() -> (
    None
):
    (part,) = document(
        [
            text(40, 60, "In 2028 sport 60%."),
            text(140, 60, "Bron: CBS", style="i"),
            text(183.2, 60, "/GGD"),
        ]
    ).parts
    assert [(span.text, span.italic) for span in part.block.spans] == [
        ("In 2028 sport 60%.", False),
        (" Bron: CBS", True),
        ("/GGD", False),
    ]


# the end of a line


@pytest.mark.parametrize(
    ("first", "second", "whole_word", "code"),
    [
        (
            "De samenwerkings-",
            "vorm groeit.",
            "De samenwerkingsvorm groeit.",
            "words_glued",
        ),
        ("Sport-", "en speelplekken.", "Sport- en speelplekken.", None),
        ("De Doe-", "Mee-Pas.", "De Doe-Mee-Pas.", "hyphens_kept"),
        ("Een pas/", "kaart.", "Een pas/kaart.", None),
        ("Dat is goed -", "en mooi.", "Dat is goed - en mooi.", None),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes_or_stays(
    first: str, second: str, whole_word: str, code: str | None
) -> None:
    found = document([text(40, 60, first, second)])
    assert [part.text for part in found.parts] == [whole_word]
    assert [note.code for note in found.notes] == ([code] if code else [])


def test_a_word_of_which_a_half_occurs_elsewhere_keeps_its_hyphen() -> None:
    assert (
        lines_of(
            [
                text(40, 60, "De beleids-", "nota ligt er."),
                text(40, 200, "Een nota."),
            ]
        )[0]
        == "De beleids-nota ligt er."
    )


def test_a_word_that_occurs_elsewhere_as_a_whole_loses_its_hyphen() -> None:
    elsewhere = text(40, 200, "Een nota is een beleidsnota.")
    assert (
        lines_of([text(40, 60, "De beleids-", "nota ligt er."), elsewhere])[0]
        == "De beleidsnota ligt er."
    )


def test_a_word_that_a_narrow_column_broke_is_made_whole() -> None:
    drawn = [
        lattice((40, 100, 520), (60, 90)),
        text(44, 72, "monitoringsgegeven"[:10], "monitoringsgegevens"[10:]),
    ]
    found = document(
        [*drawn, text(104, 72, "De monitoringsgegevens zijn er.")]
    )
    assert found.parts[0].rows[0][0].text == "monitoringsgegevens"
    assert [note.code for note in found.notes] == ["words_glued"]


def test_a_line_without_its_space_ends_within_a_word_or_ends_a_paragraph() -> (
    None
):
    prose = text(44, 72, "Wij maken de ", "straten en de ", "paden mooi.")
    item = text(110, 72, "• Parkeervak", "ken groen")
    plain = text(172, 72, "Buurtkeuken", "Repaircorner")
    found = document(
        [lattice((40, 106, 168, 240), (60, 110)), prose, item, plain]
    )
    cells = found.parts[0].rows[0]
    assert [[block.text for block in cell.blocks] for cell in cells] == [
        ["Wij maken de straten en de paden mooi."],
        ["Parkeervakken groen"],
        ["Buurtkeuken", "Repaircorner"],
    ]


def test_a_full_line_of_one_word_that_goes_on_in_two_ways_ends_a_word() -> (
    None
):
    drawn = [
        lattice((40, 103, 520), (60, 90, 120, 150)),
        text(44, 72, "Nieuwe en ", "oude hal "),
        text(44, 102, "speelplekken", "vernieuwd"),
        text(44, 132, "Speelplekken", "opknappen"),
    ]
    more = [text(110, 72 + 30 * number, "woorden ", "x") for number in (0, 1)]
    found = document([*drawn, *more])
    assert [row[0].text for row in found.parts[0].rows] == [
        "Nieuwe en oude hal",
        "speelplekken vernieuwd",
        "Speelplekken opknappen",
    ]


def test_a_verb_below_a_word_that_fills_its_line_is_a_word_of_its_own() -> (
    None
):
    drawn = [
        lattice((40, 103, 520), (60, 90, 120)),
        text(44, 72, "Nieuwe en ", "oude hal "),
        text(44, 102, "Speelplekken", "opknappen"),
    ]
    found = document([*drawn, text(110, 72, "woorden ", "x")])
    assert found.parts[0].rows[1][0].text == "Speelplekken opknappen"


# what is left out


def test_running_titles_and_page_numbers_are_left_out_outside_tables_and_noted() -> (
    None
):
    def page(number: int) -> list[str]:
        ends = [
            text(40, 30, "Gemeente Veenland"),
            text(280, 820, f"Pagina {number} van 3"),
        ]
        return [
            *ends,
            text(40, 100, f"Alinea {number} van de tekst."),
            lattice(XS, (300, 320)),
            row(312, "Gemeente Veenland"),
        ]

    found = document(page(1), page(2), page(3))
    assert [part.text for part in found.parts if isinstance(part, Para)] == [
        f"Alinea {number} van de tekst." for number in (1, 2, 3)
    ]
    assert [note.values for note in found.notes] == [
        {"count": "6", "text": "Gemeente Veenland"}
    ]
    assert all(
        part.rows[0][0].text == "Gemeente Veenland"
        for part in found.parts
        if isinstance(part, Grid)
    )


def test_a_heading_with_a_role_is_no_running_title() -> None:
    page = [text(40, 30, "Thema: Wonen"), text(40, 100, "Alinea.")]
    assert lines_of(page, page, page).count("Thema: Wonen") == 3


@pytest.mark.parametrize(
    "hidden",
    [
        text(40, 80, "Geheim.", more="1 g"),
        text(40, 80, "Geheim.", more="3 Tr"),
        text(40, 80, "Geheim.", size=1),
        text(40, 80, "Geheim.") + box(30, 60, 200, 90, "000000"),
    ],
)
def test_words_that_nobody_sees_are_left_out_and_noted(hidden: str) -> None:
    found = document([text(40, 40, "Zichtbaar."), hidden])
    assert [part.text for part in found.parts] == ["Zichtbaar."]
    assert [note.code for note in found.notes] == ["hidden_text"]


_CLIPS = {
    "a rectangle elsewhere": "0 0 100 100 re W n",
    "one beside the words": "200 700 300 100 re W* n",
    "a triangle with the words outside": "0 842 m 30 842 l 0 0 l h W n",
    "two that have nothing in common": "0 700 50 142 re W n 300 0 9 9 re W n",
    "an ellipse elsewhere": "300 0 m 300 50 400 50 400 0 c h W n",
    "nothing at all": "0 0 m W n",
}


@pytest.mark.parametrize("clip", _CLIPS.values(), ids=_CLIPS)
def test_words_outside_their_clipping_path_are_left_out_and_noted(
    clip: str,
) -> None:
    found = found_in(
        pdf(
            text(40, 40, "Eerste."),
            [text(40, 40, "Tweede."), text(40, 80, "Geheim.", more=clip)],
        )
    )
    assert [part.text for part in found.parts] == ["Eerste.", "Tweede."]
    assert [
        (note.code, note.values, note.place and note.place.page)
        for note in found.notes
    ] == [("hidden_text", {"count": "1"}, 2)]


def test_of_a_line_that_runs_out_of_its_clipping_path_the_rest_is_left_out() -> (
    None
):
    cell = "40 750 36 30 re W n"
    found = document([text(40, 80, "Trekker onbekend", more=cell)])
    assert [part.text for part in found.parts] == ["Trekker"]
    assert [note.code for note in found.notes] == ["hidden_text"]


@pytest.mark.parametrize(
    "clip",
    [
        "0 842 m 300 842 l 0 0 l h W n",
        "0 600 m 0 842 300 842 300 600 c h W n",
        "0 700 300 142 re 400 0 50 50 re W n",
    ],
)
def test_words_inside_a_clipping_path_of_any_form_are_read(clip: str) -> None:
    found = document([text(60, 80, "Zichtbaar.", more=clip)])
    assert [part.text for part in found.parts] == ["Zichtbaar."]
    assert not found.notes


def test_words_outside_the_frame_of_the_form_they_stand_in_are_left_out() -> (
    None
):
    inside = text(40, 60, "Doelen") + text(40, 300, "Geheim")
    fonts = "/Resources<</Font<</F 3 0 R>>>>"
    form = (
        f"<</Subtype/Form/BBox[0 700 595 842]{fonts}/Length {len(inside)}>>\n"
        f"stream\n{inside}\nendstream"
    )
    found = found_in(pdf("/X Do", objects=[form]))
    assert [part.text for part in found.parts] == ["Doelen"]
    assert [note.code for note in found.notes] == ["hidden_text"]


def test_a_table_that_goes_on_over_pages_is_whole_with_hidden_words_between() -> (
    None
):
    rows = (*HEAD,), ("Schone lucht", "Meer bomen", "Bomen planten")
    xs, hidden = (40, 200, 360, 520), "300 0 9 9 re W n"
    first = [
        lattice(xs, (700, 720, 740)),
        row(712, *rows[0]),
        row(732, *rows[1]),
    ]
    second = [
        text(40, 45, "Schone lucht", more=hidden),
        lattice(xs, (60, 80, 100)),
        row(72, *rows[0]),
        row(92, "", "", "Perken aanleggen"),
    ]
    one, other = document(first, second).parts
    assert isinstance(other, Grid)
    assert other.adjacent
    assert isinstance(one, Grid)


_LAYERS = (
    "/OCProperties<</OCGs[6 0 R 7 0 R]/D<</OFF[7 0 R]/Order[6 0 R 7 0 R]>>>>"
)
_ON, _OFF = "<</Type/OCG/Name(Plan)>>", "<</Type/OCG/Name(Kladblok)>>"
_ON_LAYERS = "/Resources<</Font<</F 3 0 R>>/Properties<</A 6 0 R/B 7 0 R>>/XObject<</Y 8 0 R>>>>"


def test_words_on_a_layer_that_is_off_are_left_out_and_noted() -> None:
    shown = [
        f"/OC /A BDC {text(40, 60, 'Op de plaat.')} EMC",
        f"/OC /B BDC {text(40, 90, 'Geheim.')} {lattice(XS, (60, 80, 100))} EMC",
        text(40, 120, "Op geen laag."),
    ]
    data = pdf(
        text(40, 40, "Eerste."),
        shown,
        page=_ON_LAYERS,
        catalogue=_LAYERS,
        objects=[_ON, _OFF],
    )
    found = found_in(data)
    assert [part.text for part in found.parts] == [
        "Eerste.",
        "Op de plaat.",
        "Op geen laag.",
    ]
    assert [
        (note.code, note.place and note.place.page) for note in found.notes
    ] == [("hidden_text", 2)]


@pytest.mark.parametrize(
    ("layer", "seen"), [("6 0 R", True), ("7 0 R", False)]
)
def test_words_in_a_form_are_read_when_its_layer_is_on(
    layer: str, seen: bool
) -> None:
    inside = text(40, 60, "Stempel.")
    fonts = "/Resources<</Font<</F 3 0 R>>>>"
    form = (
        f"<</Subtype/Form/BBox[0 0 595 842]/OC {layer}{fonts}/Length {len(inside)}>>\n"
        f"stream\n{inside}\nendstream"
    )
    data = pdf(
        [text(40, 120, "Gewone tekst."), "/Y Do"],
        page=_ON_LAYERS,
        catalogue=_LAYERS,
        objects=[_ON, _OFF, form],
    )
    found = found_in(data)
    texts = ["Stempel.", "Gewone tekst."] if seen else ["Gewone tekst."]
    assert [part.text for part in found.parts] == texts
    assert [note.code for note in found.notes] == (
        [] if seen else ["hidden_text"]
    )


def test_white_words_on_a_dark_cell_are_seen() -> None:
    assert lines_of(
        [box(30, 60, 200, 90, "004466"), text(40, 80, "Doelen", more="1 g")]
    ) == ["Doelen"]


def test_a_word_that_was_drawn_twice_to_make_it_heavy_is_read_once() -> None:
    assert lines_of([text(40, 60, "Doelen"), text(40.3, 60, "Doelen")]) == [
        "Doelen"
    ]


def test_a_slanting_watermark_and_words_beside_the_text_are_left_out_and_noted() -> (
    None
):
    slant = "BT /F 40 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (CONCEPT) Tj ET"
    found = document(
        [text(40, 60, "Een tekst."), slant, turned(20, 400, "kantlijn")]
    )
    assert [part.text for part in found.parts] == ["Een tekst."]
    assert [note.code for note in found.notes] == ["sideways_text"]


def test_a_page_that_is_a_picture_is_noted_and_the_others_are_read() -> None:
    picture = (
        "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent "
        "8/ColorSpace/DeviceGray/Length 1>>\nstream\n0\nendstream"
    )
    data = pdf(
        text(40, 60, "Een tekst."),
        "q 595 0 0 842 0 0 cm /X Do Q",
        objects=[picture],
    )
    found = found_in(data)
    assert [
        (note.code, note.place and note.place.page) for note in found.notes
    ] == [("page_picture", 2)]


def test_words_under_a_picture_of_the_page_were_recognised() -> None:
    picture = (
        "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent "
        "8/ColorSpace/DeviceGray/Length 1>>\nstream\n0\nendstream"
    )
    found = found_in(
        pdf(
            "q 595 0 0 842 0 0 cm /X Do Q "
            + text(40, 60, "Doelen", more="3 Tr"),
            objects=[picture],
        )
    )
    assert [part.text for part in found.parts] == ["Doelen"]
    assert [note.code for note in found.notes] == ["recognised_text"]


def test_words_and_lines_inside_a_form_are_read() -> None:
    inside = f"{lattice(XS, (60, 80, 100))} {row(72, *HEAD)}"
    fonts = "/Resources<</Font<</F 3 0 R>>>>"
    form = (
        f"<</Subtype/Form/BBox[0 0 595 842]{fonts}/Length {len(inside)}>>\n"
        f"stream\n{inside}\nendstream"
    )
    (grid,) = found_in(pdf("/X Do", objects=[form])).parts
    assert [each.text for each in grid.rows[0]] == list(HEAD)


def test_comments_and_fields_of_a_form_are_counted() -> None:
    objects = [
        "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(Let op)>>",
        "<</Type/Annot/Subtype/Widget/FT/Tx/V(ja)/Rect[0 0 9 9]>>",
    ]
    found = found_in(
        pdf(
            text(40, 60, "Doelen"),
            objects=objects,
            page="/Annots[6 0 R 7 0 R]",
        )
    )
    assert [note.code for note in found.notes] == ["comments", "fields_left"]


def test_a_damaged_page_is_noted_and_the_others_are_read() -> None:
    kids = "<</Type/Pages/Kids[4 0 R 3 0 R]/Count 2>>"
    page = (
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 "
        "842]/Contents 5 0 R/Resources<</Font<</F 6 0 R>>>>>>"
    )
    shown = text(40, 60, "Doelen")
    stream = f"<</Length {len(shown)}>>\nstream\n{shown}\nendstream"
    found = found_in(
        whole(
            [
                _CATALOGUE,
                kids,
                page,
                "null",
                stream,
                "<</Type/Font/Subtype/Type1/BaseFont/Courier>>",
            ]
        )
    )
    assert [part.text for part in found.parts] == ["Doelen"]
    assert [
        (note.code, note.place and note.place.page) for note in found.notes
    ] == [("page_unread", 1)]


def test_two_readings_are_the_same() -> None:
    data = as_pdf(*PLAN, rules="rows")
    assert read_bytes(data, "plan.pdf") == read_bytes(data, "plan.pdf")


# what is refused

_PICTURE = (
    "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent "
    "8/ColorSpace/DeviceGray/Length 1>>\nstream\n0\nendstream"
)
_LOCKED = f"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O({'o' * 32})/U({'u' * 32})>>"
REFUSED = {
    "scan": pdf("q 595 0 0 842 0 0 cm /X Do Q", objects=[_PICTURE]),
    "no text": pdf(""),
    "password": pdf(text(40, 60, "Geheim."), trailer=_LOCKED),
    "not a PDF": b"Dit is geen PDF.",
    "damaged": b"%PDF-1.7\n" + bytes(range(256)),
    "no pages": whole([_CATALOGUE, "<</Type/Pages/Kids[]/Count 0>>"]),
    "pages": whole(
        [
            _CATALOGUE,
            "<</Type/Pages/Kids[3 0 R]/Count 5>>",
            "<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 5>>",
        ]
    ),
    "501 pages": pdf(*[""] * 501),
    "beyond the edge": pdf(
        text(500, 60, "Deze regel loopt door over de rand van de bladzijde.")
    ),
    "written over one another": pdf(
        [
            text(40, 60 + number, f"{number} regels over elkaar heen")
            for number in range(3)
        ]
    ),
    "cannot be read": pdf("BT /F 8 Tf 40 700 Td <0101010101> Tj ET"),
}
EXPECTED = {"damaged": "not a PDF", "pages": "damaged"}


@pytest.mark.parametrize("reason", sorted(REFUSED))
def test_a_file_that_cannot_be_read_is_refused_with_the_reason_and_a_hint(
    reason: str,
) -> None:
    with pytest.raises(DocumentError) as error:
        read(REFUSED[reason], "plan.pdf")
    assert str(error.value).startswith("plan.pdf: ")
    assert EXPECTED.get(reason, reason) in str(error.value)
    assert len(error.value.what) > 1


@pytest.mark.parametrize(
    "reason", ["password", "damaged", "no pages", "pages", "501 pages"]
)
def test_the_child_says_why_it_refuses(reason: str) -> None:
    with pytest.raises(RefusedError) as error:
        list(pages(REFUSED[reason], ()))
    assert error.value.args[0] == {
        "no pages": "empty",
        "pages": "damaged",
        "501 pages": "pages",
    }.get(reason, reason)


def test_a_file_that_takes_too_long_is_stopped() -> None:
    with (
        use_limits(Limits(pdf_seconds=0)),
        pytest.raises(DocumentError, match="was stopped"),
    ):
        extract_pages(pdf(text(40, 60, "Doelen")), "plan.pdf")


@pytest.mark.skipif(
    sys.platform != "linux",
    reason="other systems do not keep to a limit of memory",
)
def test_a_file_that_unpacks_without_end_stops_its_child_and_not_its_reader() -> (
    None
):
    form = (
        "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X "
        "{} 0 R>>>>/Length 60>>\nstream\n{}\nendstream"
    )
    forms = [form.format(6 + number + 1, "/X Do " * 10) for number in range(9)]
    with (
        use_limits(Limits(pdf_memory=200 * 1024 * 1024)),
        pytest.raises(DocumentError, match="memory"),
    ):
        extract_pages(
            pdf(
                "/X Do", objects=[*forms, form.format(3, "0 0 m 9 9 l S " * 4)]
            ),
            "plan.pdf",
        )


def test_the_library_is_loaded_in_the_child_only(tmp_path: Path) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(as_pdf(*PLAN))
    code = (
        "import sys; from dinet.api import read; "
        "print(read(sys.argv[1]).title, 'pypdfium2_raw' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, file],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "Samen sterk False\n"


@pytest.mark.skipif(
    sys.platform != "linux",
    reason="other systems do not keep to a limit of open files",
)
def test_a_machine_that_starts_no_process_is_not_a_defect(
    tmp_path: Path,
) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(as_pdf(*PLAN))
    code = (
        "import resource, sys, dinet.readers.pdf\n"
        "from dinet.errors import DinetError; "
        "from dinet.readers.pdf_pages.child_process import extract_pages\n"
        "data = open(sys.argv[1], 'rb').read(); "
        "resource.setrlimit(resource.RLIMIT_NOFILE, (4, 4))\n"
        "try: extract_pages(data, 'plan.pdf')\n"
        "except DinetError as error: print(error.status, error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, file],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith(
        "69 plan.pdf: the process that takes a PDF apart cannot be started"
    )


# what goes on over pages


_LONG_HEAD = text(40, 60, "Thema: Natuur", size=14, style="b")


def _pages_with_table(
    again: str, drawn: bool, repeated: bool
) -> list[list[str]]:
    """A table that goes on in a goal on its second page, under a heading."""
    first = [
        _LONG_HEAD,
        text(40, 80, *["Een regel tekst om de letters te tellen."] * 2),
        row(112, *HEAD),
        row(132, "Meer bos", "50 ha in 2028", "Bomen planten"),
        row(152, "", "", "Heide maaien"),
    ]
    second = [
        text(40, 60, again, size=14, style="b"),
        row(112, *(HEAD if repeated else ("", "", "Poelen graven"))),
        row(132, "", "", "Poelen graven" if repeated else "Hagen snoeien"),
        row(152, "Schone lucht", "10% in 2028", "Stookverbod"),
    ]
    lines = [lattice(XS, (100, 120, 140, 160))] if drawn else []
    return [[*first, *lines], [*second, *lines]]


@pytest.mark.parametrize("drawn", [True, False])
@pytest.mark.parametrize(
    ("again", "repeated"),
    [
        ("Thema: Natuur", True),
        ("Thema: Natuur (vervolg)", True),
        ("Thema: Natuur (vervolg)", False),
    ],
)
def test_a_goal_goes_on_under_a_heading_that_stands_again(
    again: str, repeated: bool, drawn: bool
) -> None:
    read = in_pdf(*_pages_with_table(again, drawn, repeated))
    served = [each for each in told(read) if "Poelen graven" in each]
    goal = next(each for each in told(read) if "Meer bos" in each)
    assert f"{goal.split()[0]}*" in served[0].replace(",", "").split()


def test_a_goal_does_not_go_on_under_another_heading() -> None:
    read = in_pdf(*_pages_with_table("Thema: Verkeer", True, True))
    goal = next(each for each in told(read) if "Meer bos" in each)
    (served,) = (each for each in told(read) if "Poelen graven" in each)
    assert goal.split()[0] not in served


def test_an_effort_with_a_word_of_a_heading_stays_in_its_table() -> None:
    read = in_pdf(
        [
            row(60, *HEAD),
            row(80, "Meer bos", "50 ha in 2028", "Bomen planten"),
            row(110, "Schone lucht", "10% in 2028", "Subsidie"),
            row(140, "Rust", "3 klachten", "Asfalt"),
        ]
    )
    assert told(read)[-2:] == [
        "I2 Subsidie > D2, S2",
        "I3 Asfalt > D3, S3",
    ]


def test_further_columns_of_the_same_rows_on_another_page_are_noted() -> None:
    ys = (60, 80, 100, 120, 140)
    names = ("Bomen", "Heide", "Poelen")
    first = [lattice(XS, ys), row(72, *HEAD)]
    second = [lattice(XS, ys), row(72, "Trekker", "Planning", "Kosten")]
    for number, name in enumerate(names):
        first.append(
            row(92 + 20 * number, name, f"{number}0 ha", f"Werk {name}")
        )
        second.append(row(92 + 20 * number, "Team", "2027", "5000"))
    found = document(first, second)
    (note,) = (
        each for each in found.notes if each.code == "columns_not_joined"
    )
    assert note.values == {
        "pages": "2",
        "rows": "1",
        "text": "Trekker, Planning, Kosten",
    }


def test_a_table_of_other_rows_has_no_further_columns() -> None:
    first = [
        lattice(XS, (60, 80, 100, 120, 140)),
        row(72, *HEAD),
        row(92, "a", "b", "c"),
    ]
    second = [
        lattice(XS, (60, 80, 110, 140)),
        row(72, "Trekker", "Planning", "Kosten"),
    ]
    assert "columns_not_joined" not in [
        note.code for note in document(first, second).notes
    ]


def test_a_word_that_a_page_divides_is_glued_when_the_document_has_it() -> (
    None
):
    first = [
        lattice(XS, (740, 760, 800)),
        row(752, *HEAD),
        row(772, "Meer bos", "Geen eis", "Aanleg van een wandel"),
    ]
    second = [
        lattice(XS, (60, 80, 100)),
        row(72, "", "", "netwerk."),
        row(92, "Rust", "Geen eis", "Wandelnetwerk beheren"),
    ]
    parts = document(first, second).parts
    texts = [
        each.text
        for part in parts
        if isinstance(part, Grid)
        for cells in part.rows
        for each in cells
    ]
    assert "Aanleg van een wandelnetwerk." in texts


# what is damaged

_MANY_ROWS = [
    lattice(XS, [60 + 20 * number for number in range(20)]),
    row(72, *HEAD),
    *(
        row(
            72 + 20 * each,
            f"Doel {each}",
            f"{7 * each}%",
            f"Werk {each * each}",
        )
        for each in range(1, 19)
    ),
]


def _damaged(way: str) -> bytes:
    """A file of which the second page has lost the end of its content."""
    data = pdf(text(40, 60, "Eerste bladzijde."), _MANY_ROWS)
    start = data.rindex(b"stream\n", 0, data.rindex(b"endstream")) + 7
    middle = (start + data.rindex(b"\nendstream")) // 2
    return {
        "cut": data[:middle],
        "blank": data[:middle] + bytes(30) + data[middle + 30 :],
        "turned": data[:middle] + b"\xff" * 20 + data[middle + 20 :],
    }[way]


@pytest.mark.parametrize("way", ["cut", "blank", "turned"])
def test_a_page_that_lost_its_end_is_read_as_far_as_it_goes_and_noted(
    way: str,
) -> None:
    found = found_in(_damaged(way))
    words = " ".join(
        part.text for part in found.parts if isinstance(part, Para)
    )
    (grid,) = (part for part in found.parts if isinstance(part, Grid))
    assert "Eerste bladzijde." in words
    assert [each.text for each in grid.rows[1]] == ["Doel 1", "7%", "Werk 1"]
    assert [
        (note.code, note.place and note.place.page) for note in found.notes
    ] == [("page_cut", 2)]


def test_a_page_of_which_a_part_is_not_in_the_file_is_noted() -> None:
    shown = text(40, 60, "Doelen")
    stream = f"<</Length {len(shown)}>>\nstream\n{shown}\nendstream"
    page = (
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[4 0 R 9 0 R]"
        "/Resources<</Font<</F 5 0 R>>>>>>"
    )
    kids = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
    font = "<</Type/Font/Subtype/Type1/BaseFont/Courier>>"
    found = found_in(whole([_CATALOGUE, kids, page, stream, font]))
    assert [part.text for part in found.parts] == ["Doelen"]
    assert [note.code for note in found.notes] == ["page_cut"]
