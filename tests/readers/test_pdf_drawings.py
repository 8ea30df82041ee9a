"""Boxes on the pages of a PDF: drawings, tables of boxes, and text boxes side by side."""

from collections.abc import Callable, Sequence

import pytest

from dinet.document.content import Grid, Para
from dinet.errors import DocumentError
from tests.documents import told
from tests.pdfs import box, document, in_pdf, lattice, line, text

Draw = Callable[..., str]
XS = (40, 200, 360, 520)
LEFT, MIDDLE, RIGHT = 40, 220, 400
WIDE, HIGH = 150, 40
HEAD = [
    text(LEFT, 70, "Doelen"),
    text(MIDDLE, 70, "Resultaten"),
    text(RIGHT, 70, "Maatregelen"),
]


def framed(x: float, y: float, *words: str, high: float = HIGH) -> str:
    """A box with a line around it, as drawing programs write it: a path that is closed."""
    frame = f"{x} {842 - y - high} {WIDE} {high} re S"
    return f"{frame}\n{text(x + 5, y + 15, *words)}"


def coloured(x: float, y: float, *words: str, high: float = HIGH) -> str:
    """A box in a colour."""
    area = box(x, y, x + WIDE, y + high, "DDE8F0")
    return f"{area}\n{text(x + 5, y + 15, *words)}"


def rounded(x: float, y: float, *words: str, high: float = HIGH) -> str:
    """A box with round corners."""
    top, foot, end = 842 - y, 842 - y - high, x + WIDE
    path = (
        f"{x} {foot + 8} m {x} {top} {x} {top} {x + 8} {top} c {end - 8} {top} l "
        f"{end} {top} {end} {top} {end} {top - 8} c {end} {foot} l {x} {foot} l h S"
    )
    return f"{path}\n{text(x + 5, y + 15, *words)}"


BOXES = [framed, coloured, rounded]
ROWS = [
    ("Schone vaarten", "85% schoon in 2029", "Baggeren"),
    ("Droge kelders", "Hoogstens 12 klachten", "Wadi graven"),
]


def rows_of_boxes(draw: Draw, *more: str) -> list[str]:
    """Two rows of three boxes under headings."""
    shown = [*HEAD, *more]
    for number, texts in enumerate(ROWS):
        for x, words in zip((LEFT, MIDDLE, RIGHT), texts, strict=True):
            shown.append(draw(x, 90 + 60 * number, words))
    return shown


def row(y: float, *words: str) -> str:
    """A row of cells of one line each."""
    return "\n".join(
        text(x + 4, y, each) for x, each in zip(XS, words, strict=False)
    )


def cells_in(parts: Sequence[Grid | Para]) -> list[list[str]]:
    (grid,) = (part for part in parts if isinstance(part, Grid))
    return [[each.text for each in row] for row in grid.rows]


@pytest.mark.parametrize("draw", BOXES)
def test_boxes_beside_one_another_are_the_rows_of_a_table(
    draw: Draw,
) -> None:
    assert told(in_pdf(rows_of_boxes(draw))) == [
        "D1 Schone vaarten",
        "D2 Droge kelders",
        "S1 85% schoon in 2029 > D1",
        "S2 Hoogstens 12 klachten > D2",
        "I1 Baggeren > D1, S1",
        "I2 Wadi graven > D2, S2",
    ]


@pytest.mark.parametrize("draw", BOXES)
def test_boxes_with_lines_from_one_to_another_are_refused_as_a_drawing(
    draw: Draw,
) -> None:
    arrows = [line(LEFT + WIDE, 110, MIDDLE, 110), line(370, 170, RIGHT, 170)]
    with pytest.raises(DocumentError, match="drawing"):
        document(rows_of_boxes(draw, *arrows))


def test_a_line_that_bends_or_ends_before_its_box_joins_boxes_too() -> None:
    bend = "190 732 m 205 732 l 205 672 l 216 672 l S"
    slant = f"375 {842 - 110} m 397 {842 - 165} l S"
    with pytest.raises(DocumentError, match="drawing"):
        document(rows_of_boxes(framed, bend, slant))


def test_a_line_drawn_in_pieces_joins_boxes() -> None:
    pieces = [line(190, 110, 205, 110), line(205, 110, 205, 165)]
    rest = [line(205, 165, 216, 165), line(370, 110, RIGHT, 110)]
    with pytest.raises(DocumentError, match="drawing"):
        document(rows_of_boxes(framed, *pieces, *rest))


def test_lines_along_the_edges_of_boxes_join_nothing() -> None:
    rules = [line(LEFT, y, RIGHT + WIDE, y) for y in (90, 130, 150, 190)]
    found = document(rows_of_boxes(coloured, *rules))
    assert cells_in(found.parts)[1:] == [list(each) for each in ROWS]


@pytest.mark.parametrize("draw", BOXES)
def test_boxes_under_headings_in_no_rows_are_a_drawing(draw: Draw) -> None:
    goals = [draw(LEFT, 110 + 90 * number, "Doel") for number in range(2)]
    work = [draw(RIGHT, 85 + 50 * number, "Werk") for number in range(4)]
    with pytest.raises(DocumentError, match="drawing"):
        document([*HEAD, *goals, *work])


def test_a_box_beside_several_is_a_merged_cell() -> None:
    shown = [
        *HEAD,
        framed(LEFT, 90, "Schone vaarten", high=90),
        framed(MIDDLE, 90, "85% schoon in 2029", high=90),
        framed(RIGHT, 90, "Baggeren"),
        framed(RIGHT, 140, "Riool scheiden"),
        framed(LEFT, 200, "Droge kelders"),
        framed(MIDDLE, 200, "Hoogstens 12 klachten"),
        framed(RIGHT, 200, "Wadi graven"),
    ]
    assert told(in_pdf(shown)) == [
        "D1 Schone vaarten",
        "D2 Droge kelders",
        "S1 85% schoon in 2029 > D1",
        "S2 Hoogstens 12 klachten > D2",
        "I1 Baggeren > D1, S1",
        "I2 Riool scheiden > D1, S1",
        "I3 Wadi graven > D2, S2",
    ]


def test_a_drawing_beside_a_table_is_left_and_noted_with_its_words() -> None:
    arrows = [line(190, 110, MIDDLE, 110), line(370, 170, RIGHT, 170)]
    plan = [
        lattice(XS, (400, 420, 440)),
        row(412, "Doel", "SMART-doel", "Inspanning"),
        row(432, "Stille nachten", "3 klachten", "Asfalt"),
    ]
    found = document(rows_of_boxes(framed, *arrows), plan)
    assert cells_in(found.parts)[1] == [
        "Stille nachten",
        "3 klachten",
        "Asfalt",
    ]
    (note,) = (each for each in found.notes if each.code == "boxes_left")
    assert note.values["count"] == "6"
    assert "Wadi graven" in note.values["text"]
    assert note.place
    assert note.place.page == 1


def test_short_texts_under_one_another_in_a_wide_column_are_each_their_own() -> (
    None
):
    shown = [
        *HEAD,
        text(LEFT, 100, "Schone vaarten"),
        text(MIDDLE, 100, "85% schoon"),
        text(RIGHT, 100, "Baggeren", "Riool scheiden"),
        text(LEFT, 150, "Droge kelders"),
        text(MIDDLE, 150, "12 klachten"),
        text(RIGHT, 150, "Wadi graven"),
    ]
    assert told(in_pdf(shown))[4:] == [
        "I1 Baggeren > D1, S1",
        "I2 Riool scheiden > D1, S1",
        "I3 Wadi graven > D2, S2",
    ]


def test_text_boxes_side_by_side_are_read_one_after_the_other() -> None:
    first = text(40, 100, "Wij bouwen in de kern", "van het dorp.")
    second = text(300, 100, "Wij slopen aan de rand", "van de stad.")
    found = document([first, second])
    assert [part.text for part in found.parts if isinstance(part, Para)] == [
        "Wij bouwen in de kern van het dorp.",
        "Wij slopen aan de rand van de stad.",
    ]


def test_lines_with_a_gap_that_the_file_writes_from_left_to_right_stay_lines() -> (
    None
):
    shown = [
        text(40, 100, "Datum"),
        text(300, 100, "1 mei"),
        text(40, 110, "Plaats"),
        text(300, 110, "raadzaal"),
    ]
    (part,) = document(shown).parts
    assert isinstance(part, Para)
    assert part.text == "Datum 1 mei Plaats raadzaal"


def test_the_text_of_drawn_boxes_side_by_side_stays_in_its_box() -> None:
    shown = [
        coloured(40, 90, "Wij bouwen in", "de kern."),
        coloured(300, 90, "Wij slopen aan", "de rand."),
    ]
    found = document(shown)
    assert [part.text for part in found.parts if isinstance(part, Para)] == [
        "Wij bouwen in de kern.",
        "Wij slopen aan de rand.",
    ]


def test_a_box_with_a_remark_and_a_line_to_a_table_is_no_drawing() -> None:
    remark = f"{framed(40, 160, 'Let op.')} {line(100, 155, 100, 108)}"
    found = document(
        [
            lattice(XS, (60, 80, 100)),
            row(72, "Doel", "Resultaat", "Maatregel"),
            row(92, "Rust", "3 klachten", "Asfalt"),
            remark,
        ]
    )
    assert cells_in(found.parts)[1] == ["Rust", "3 klachten", "Asfalt"]
    assert found.notes == ()
