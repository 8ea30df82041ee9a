import codecs

import pytest

from dinet.api import read_bytes
from dinet.document.content import Grid, Para
from dinet.errors import DocumentError
from dinet.model import Place, Programme
from dinet.plugins import plugin_folder
from tests.documents import noted, told

READERS = plugin_folder("readers").plugins
LINES = [
    "D1 Meer sport.",
    "S1 In 2028 sport 60%. > D1",
    "I1 Hal bouwen. > D1, S1",
]
TABLE = "Doel;SMART-doelen;Inspanningen\nMeer sport.;In 2028 sport 60%.;Hal bouwen.\n"


def in_csv(text: str | bytes, name: str = "plan.csv") -> Programme:
    return read_bytes(text.encode() if isinstance(text, str) else text, name)


def cells(text: str | bytes, name: str = "plan.csv") -> list[list[str]]:
    """The texts of every table row, and of every line."""
    data = text.encode() if isinstance(text, str) else text
    parts = READERS[name.rpartition(".")[2]].module.read(data, name).parts
    grids = [[part.text] if isinstance(part, Para) else part for part in parts]
    return [
        row
        for each in grids
        for row in (
            [[cell.text for cell in row] for row in each.rows]
            if isinstance(each, Grid)
            else [each]
        )
    ]


def test_a_cell_says_in_which_row_and_column_it_stands() -> None:
    found = in_csv(f"Programma Samen\n\n{TABLE}")
    assert (found.title, told(found)) == ("Samen", LINES)
    assert found.elements[2].places == (
        Place(
            file="plan.csv", table=1, row=4, column=3, heading="Inspanningen"
        ),
    )


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_the_sign_that_divides_the_cells_is_found(sign: str) -> None:
    text = (
        "Doel{0}SMART-doelen{0}Inspanningen\n"
        '"Meer sport, cultuur; en meer|minder."{0}"In 2028 sport 60%."{0}Hal bouwen.\n'
    )
    assert (
        told(in_csv(text.format(sign)))[0]
        == "D1 Meer sport, cultuur; en meer|minder."
    )


def test_commas_in_sentences_do_not_divide_a_single_column() -> None:
    assert cells(
        "Doelen\nMeer sport, cultuur en muziek.\n"
        "Minder roken, ook thuis, ook op school.\nMeer groen.\n"
    ) == [
        ["Doelen"],
        ["Meer sport, cultuur en muziek."],
        ["Minder roken, ook thuis, ook op school."],
        ["Meer groen."],
    ]


def test_without_known_words_the_sign_that_makes_equal_rows_divides() -> None:
    assert cells("a,b;c,d\ne,f;g\nh;i,j,k\n") == [
        ["a,b", "c,d"],
        ["e,f", "g"],
        ["h", "i,j,k"],
    ]


def test_a_first_line_can_name_the_sign() -> None:
    assert told(in_csv("sep=|\r\n" + TABLE.replace(";", "|"))) == LINES
    assert cells("SEP=x\naxb\ncxd\n") == [["a", "b"], ["c", "d"]]


def test_tabs_alone_divide_a_file_that_is_named_so() -> None:
    assert cells("a;b\tc,d\n", "plan.tsv") == [["a;b", "c,d"]]
    assert told(in_csv(TABLE.replace(";", "\t"), "plan.tab")) == LINES


@pytest.mark.parametrize(
    ("data", "guessed"),
    [
        (TABLE.encode(), []),
        (TABLE.encode("utf-8-sig"), []),
        (TABLE.encode("utf-16"), []),
        (codecs.BOM_UTF16_BE + TABLE.encode("utf-16-be"), []),
        (TABLE.encode("utf-32"), []),
        (TABLE.encode("utf-16-le"), ["encoding"]),
        (TABLE.encode("utf-16-be"), ["encoding"]),
        (
            TABLE.replace("Meer sport.", "Meer sport é.").encode("cp1252"),
            ["encoding"],
        ),
        (TABLE.replace("\n", "\r\n").encode(), []),
        (TABLE.replace("\n", "\r").encode(), []),
    ],
)
def test_every_encoding_of_excel_is_read(
    data: bytes, guessed: list[str]
) -> None:
    found = in_csv(data)
    assert [line.replace(" é", "") for line in told(found)] == LINES
    assert noted(found) == guessed


def test_lines_in_quotes_are_paragraphs_and_typed_bullets_are_items() -> None:
    found = in_csv(
        TABLE
        + '"Minder ""roken"".";"Doel A in 2029.\r\nBron: CBS\r\nDoel B in 2030.";"• Werk\n- deel"\n'
    )
    assert told(found)[1:] == [
        'D2 Minder "roken".',
        LINES[1],
        "S2 Doel A in 2029. > D2",
        "S3 Doel B in 2030. > D2",
        LINES[2],
        "I2 Werk > D2, S2, S3",
        "I2.1 deel > I2",
    ]


@pytest.mark.parametrize(
    "text", ["=1+1 is twee", "+5% in 2027", "-9 maanden", "@jeugd"]
)
def test_the_sign_that_guards_against_formulas_is_taken_off(text: str) -> None:
    assert cells(f"Doel;Inspanning\n'{text};'s Avonds sporten\n") == [
        ["Doel", "Inspanning"],
        [text, "'s Avonds sporten"],
    ]


def test_short_rows_are_as_wide_as_the_others() -> None:
    assert cells(
        "Doel;SMART-doelen;Inspanningen\nMeer sport.\n;;Hal bouwen.\n"
    ) == [
        ["Doel", "SMART-doelen", "Inspanningen"],
        ["Meer sport.", "", ""],
        ["", "", "Hal bouwen."],
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (TABLE + '"Open', 3),
        (TABLE + "a;b;c\n\n" + '"x;y\nz;z\n', 5),
        (TABLE + 'a;"b"c;d\n', 3),
        ('sep=;\n"a', 2),
    ],
)
def test_a_quotation_mark_that_is_not_closed_is_told_with_its_line(
    text: str, line: int
) -> None:
    with pytest.raises(
        DocumentError,
        match=rf"^plan\.csv, line {line}: a quotation mark is opened here",
    ):
        in_csv(text)


def test_quotation_marks_after_a_backslash_are_read_too() -> None:
    assert cells('Doel;Inspanning\n"Meer \\"sport\\"; veel";"Werk"\n')[1] == [
        'Meer "sport"; veel',
        "Werk",
    ]
    assert cells('Doel;Inspanning\n"Map C:\\";"a ""b"""\n')[1] == [
        "Map C:\\",
        'a "b"',
    ]


def test_very_long_cells_are_read() -> None:
    assert (
        told(in_csv(TABLE + f"{'lang ' * 60_000}.;;Werk.\n"))[-1]
        == "I2 Werk. > D2"
    )


def test_a_blank_cell_may_mean_the_same_as_above() -> None:
    found = in_csv(TABLE + ";;Lessen geven.\n")
    assert ("I2", "S1", "inherited") in {
        (link.start, link.end, link.basis) for link in found.links
    }


def test_zeros_in_the_text_do_no_harm() -> None:
    assert (
        told(in_csv(TABLE.replace("Hal", "H\0al")))[2]
        == "I1 H\ufffdal bouwen. > D1, S1"
    )


@pytest.mark.parametrize("error", ["#WAARDE!", "#REF!", "Err:502", "Fout:508"])
def test_an_error_of_a_spreadsheet_is_named_and_never_an_element(
    error: str,
) -> None:
    text = f"Doel;Inspanning\nMeer sport.;{error}\n{error};Hal bouwen.\n"
    found = read_bytes(text.encode(), "plan.csv")
    assert told(found) == ["D1 Meer sport.", "I1 Hal bouwen."]
    assert [note.code for note in found.notes][:2] == ["error_cell"] * 2


def test_a_word_after_a_number_sign_is_no_error() -> None:
    found = read_bytes(b"Doel;Inspanning\n#samen sterk;Hal", "plan.csv")
    assert told(found)[0] == "D1 #samen sterk"
