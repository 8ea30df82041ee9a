"""Plain text: encodings, tabs, remnants of HTML, lists, and columns made with spaces."""

import pytest

from dinet.api import read_bytes
from dinet.document.content import Grid, Para
from dinet.errors import DocumentError
from dinet.readers.txt import blocks_of_html, read
from tests.documents import in_text, noted, tabbed, told
from tests.interpret.sport import (
    COACH,
    EFFORT,
    GOAL,
    HEAD,
    LATER,
    OTHER,
    READ,
    ROW,
    TARGET,
)

TEXT = tabbed(HEAD, [GOAL, TARGET, "Café openen."]).decode()
CAFE = [*READ[:2], "I1 Café openen. > D1, S1"]


def effort(cell: str) -> list[str]:
    """The efforts in a cell with this text."""
    return [
        each.text
        for each in in_text(HEAD, [GOAL, TARGET, cell]).elements
        if each.kind == "effort"
    ]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"]
)
def test_the_encodings_that_say_what_they_are_need_no_note(
    encoding: str,
) -> None:
    found = read_bytes(TEXT.encode(encoding), "plan.txt")
    assert told(found) == CAFE
    assert noted(found) == []


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-16-be"])
def test_an_encoding_that_had_to_be_guessed_is_noted(encoding: str) -> None:
    found = read_bytes(TEXT.encode(encoding), "plan.txt")
    assert told(found) == CAFE
    assert noted(found) == ["encoding"]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n\n"])
def test_line_ends_of_every_system_end_a_line(end: str) -> None:
    assert (
        told(read_bytes(TEXT.replace("\n", end).encode(), "plan.txt")) == CAFE
    )


def test_a_soft_break_within_a_cell_begins_a_paragraph() -> None:
    assert effort(f"{EFFORT}\v{COACH}") == [EFFORT, COACH]
    assert effort("Een hal\u2028bouwen") == ["Een hal bouwen"]


def test_characters_that_no_text_can_hold_are_replaced_and_noted() -> None:
    found = in_text(HEAD, [GOAL, TARGET, "Een\x00 hal\x1b[31m bouwen"])
    assert (
        told(found)[-1]
        == "I1 Een\N{REPLACEMENT CHARACTER} hal\N{REPLACEMENT CHARACTER}[31m bouwen > D1, S1"
    )
    assert noted(found) == ["odd_characters"]


# remnants of HTML


def test_unclosed_tags_are_paragraphs_and_items() -> None:
    found = in_text(
        HEAD,
        [
            "<p>" + GOAL,
            f"<p>{TARGET}<p><i>Bron: CBS",
            f"<ul><li>{EFFORT}<li>{COACH}",
        ],
    )
    assert told(found) == [*READ[:2], READ[2], f"I2 {COACH} > D1, S1"]
    assert found.elements[1].sources == ("CBS",)


@pytest.mark.parametrize(
    ("cell", "texts"),
    [
        (
            "Hal bouwen<br>Coach zoeken<br/>Buurt helpen",
            ["Hal bouwen", "Coach zoeken", "Buurt helpen"],
        ),
        ("Hal bouwen<br>en openen", ["Hal bouwen en openen"]),
        ("Sport &amp; spel&nbsp;bieden", ["Sport & spel bieden"]),
        ("A &lt;b&gt; doen", ["A <b> doen"]),
        (
            "<script>alert(1)</script>Hal bouwen<style>p{}</style>",
            ["Hal bouwen"],
        ),
        ("Minder dan <10% houden", ["Minder dan <10% houden"]),
        ("Als a<b dan bouwen", ["Als a<b dan bouwen"]),
        ("Mail <jan@voorbeeld.nl> sturen", ["Mail <jan@voorbeeld.nl> sturen"]),
        ("<b>Hal</b> <span lang=nl>bouwen</span>", ["Hal bouwen"]),
        ("Hal <!-- niet --> bouwen", ["Hal bouwen"]),
        (
            "<p>Hal bouwen</p></div></body><p>Coach zoeken",
            ["Hal bouwen", "Coach zoeken"],
        ),
        (
            "<b>Hal</b> &#11;&#0;bouwen",
            ["Hal \N{REPLACEMENT CHARACTER}bouwen"],
        ),
    ],
)
def test_tags_are_no_text_and_what_is_no_tag_is(
    cell: str, texts: list[str]
) -> None:
    assert effort(cell) == texts


def test_italics_and_bold_are_kept() -> None:
    (block,) = blocks_of_html(
        "Een <i>schuin</i> en <strong>vet</strong> woord"
    )
    assert [
        (span.text, span.italic, span.bold)
        for span in block.spans
        if span.text.strip()
    ] == [
        ("Een ", False, False),
        ("schuin", True, False),
        (" en ", False, False),
        ("vet", False, True),
        (" woord", False, False),
    ]


def test_deeply_nested_tags_are_read() -> None:
    assert (
        "".join(
            block.text for block in blocks_of_html("<div>" * 2_000 + "kern")
        ).count("kern")
        <= 1
    )


# tables and lists


def test_cells_that_a_spreadsheet_quoted_are_unquoted() -> None:
    assert effort('"Hal ""groot"" bouwen"') == ['Hal "groot" bouwen']
    data = tabbed(
        HEAD, [GOAL, TARGET, f'"{EFFORT}\n{COACH}"'], [OTHER, "", "Lezen."]
    )
    assert told(read_bytes(data, "plan.txt"))[3:] == [
        READ[2],
        f"I2 {COACH} > D1, S1",
        "I3 Lezen. > D2",
    ]


def test_a_lone_quotation_mark_is_a_quotation_mark() -> None:
    assert effort('"Hal bouwen') == ['"Hal bouwen']
    assert (
        len(
            in_text(
                HEAD, *[[GOAL, "", f'"Werk {number}'] for number in range(60)]
            ).elements
        )
        == 61
    )


@pytest.mark.parametrize(
    "marks",
    [
        ("1.\t", "2.\t"),
        ("•\t", "•\t"),
        ("\t- ", "\t- "),
        ("   - ", "   - "),
        ("a)\t", "b)\t"),
    ],
    ids=repr,
)
def test_tabs_and_spaces_around_bullets_make_no_table(
    marks: tuple[str, str],
) -> None:
    first, second = marks
    found = in_text(
        "Doelen",
        first + GOAL,
        second + OTHER,
        "Inspanningen",
        first + EFFORT,
        second + COACH,
    )
    assert told(found) == [
        f"D1 {GOAL}",
        f"D2 {OTHER}",
        f"I1 {EFFORT}",
        f"I2 {COACH}",
    ]


def test_a_bullet_that_stands_further_in_is_an_item_under_an_item() -> None:
    found = in_text(
        "Doelen",
        f"- {GOAL}",
        "Inspanningen",
        f"  - {EFFORT}",
        "      - Dak",
        "      - Muren",
        f"  - {COACH}",
    )
    assert told(found)[1:] == [
        f"I1 {EFFORT}",
        "I1.1 Dak > I1",
        "I1.2 Muren > I1",
        f"I2 {COACH}",
    ]


def test_a_row_with_only_a_bullet_in_its_last_cell_is_a_row() -> None:
    found = in_text(HEAD, ROW, "", ["", "", f"• {COACH}"])
    assert told(found)[-1] == f"I2 {COACH} > D1*, S1*"


def test_a_numbered_first_column_is_a_column() -> None:
    found = in_text(["Nr.", *HEAD], ["1.", *ROW], ["2.", OTHER, LATER, COACH])
    assert [each.text for each in found.elements if each.kind == "goal"] == [
        GOAL,
        OTHER,
    ]


def test_rows_keep_their_numbers_over_a_blank_line() -> None:
    document = read(
        tabbed(
            "Titel",
            ["a", "b"],
            ["c", "d"],
            "",
            ["e", "f"],
            "tussen",
            ["g", "h"],
        ),
        "plan.txt",
    )
    places = [
        (row[0].place.table, row[0].place.row, row[0].place.line)
        for part in document.parts
        if isinstance(part, Grid)
        for row in part.rows
    ]
    assert places == [(1, 1, 2), (1, 2, 3), (1, 3, 5), (2, 1, 7)]
    assert [
        part.place.line for part in document.parts if isinstance(part, Para)
    ] == [
        1,
        6,
    ]


# columns of spaces

LAYOUT = """\
Doel                          SMART-doel                      Inspanning
Meer kinderen sporten.        In 2028 sport 60% van           Bouwen van een hal.
                              de kinderen.                    Aanstellen van een coach.
Meer kinderen lezen.          In 2029 leest 10%.              Een bibliotheek bouwen.
"""
LISTS = """\
Doelen
   Meer kinderen sporten              In 2028 sport 60%
   Meer kinderen lezen                In 2028 leest 60%
Inspanningen
   Hal bouwen              Ans de Vries       2026
   Coach aanstellen        Bo Smit            2027
"""


@pytest.mark.parametrize("text", [LAYOUT, LISTS], ids=["table", "lists"])
def test_columns_made_with_spaces_are_refused_with_advice(text: str) -> None:
    with pytest.raises(
        DocumentError,
        match=r"made with spaces.*Give the Word, Excel or PDF file",
    ) as refused:
        read_bytes(text.encode(), "plan.txt")
    assert refused.value.status == 65


def test_a_few_wide_gaps_are_no_columns() -> None:
    found = in_text(
        "Programma   Jong",
        "Van:     iemand",
        HEAD,
        ROW,
        ["", "", "Nog   iets."],
        ["", "", "En nog iets."],
    )
    assert len(found.elements) == 5


# nearly nothing


@pytest.mark.parametrize("data", [b"", b"\n\n  \n\t\n", b"\xef\xbb\xbf"])
def test_a_file_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError):
        read_bytes(data, "plan.txt")


@pytest.mark.parametrize(
    "data",
    [b"Doel", bytes(range(256)) * 50, b"<", b"\t", b'"\t"'],
    ids=range(5),
)
def test_a_file_with_hardly_any_words_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError):
        read_bytes(data, "plan.txt")


def test_columns_that_a_line_of_dashes_rules_are_a_table() -> None:
    read = read_bytes(
        b"Netwerk cultuur\n\n"
        b"Doel                     Maatregel\n"
        b"-----------------------  ------------------\n"
        b"Iedereen maakt muziek    Cultuurpas geven\n"
        b"                         Muziek in de wijk\n"
        b"Erfgoed blijft bewaard   Fonds openen\n",
        "plan.txt",
    )
    assert told(read) == [
        "D1 Iedereen maakt muziek",
        "D2 Erfgoed blijft bewaard",
        "I1 Cultuurpas geven > D1",
        "I2 Muziek in de wijk > D1*",
        "I3 Fonds openen > D2",
    ]
    lines = [each.places[0].line for each in read.elements]
    assert lines == [5, 7, 5, 6, 7]


def test_words_across_a_ruled_column_leave_the_columns_untold() -> None:
    with pytest.raises(DocumentError):
        read_bytes(
            b"Doel         Maatregel\n"
            b"-----------  ---------\n"
            b"Iedereen maakt  muziek\n"
            b"Erfgoed is      bewaard\n"
            b"Alles is        open\n",
            "plan.txt",
        )


def test_lines_that_are_underlined_are_headings_and_so_are_goals_among_them() -> (
    None
):
    read = read_bytes(
        b"Plan archief\n============\n\nWAT WILLEN WE BEREIKEN?\n\n"
        b"1. Alles is snel gevonden\n-------------------------\n\n"
        b"Wat gaan we doen?\n- Schijven opruimen\n- Zoekmachine inrichten\n\n"
        b"2. Niets gaat verloren\n----------------------\n\n"
        b"Wat gaan we doen?\n- Herstel oefenen\n\n"
        b"Afkortingen\nDIV   documentaire informatie\nWoo   Wet open overheid\n",
        "archief.txt",
    )
    assert [line.rstrip("*") for line in told(read)] == [
        "D1 Alles is snel gevonden",
        "D2 Niets gaat verloren",
        "I1 Schijven opruimen > D1",
        "I2 Zoekmachine inrichten > D1",
        "I3 Herstel oefenen > D2",
    ]


@pytest.mark.parametrize("rule", ["---", "-" * 70])
def test_a_line_that_only_divides_makes_no_heading_of_what_is_above(
    rule: str,
) -> None:
    read = in_text(
        "Doel: Meer mensen doen aan sport",
        "Actie: Sportcoach inzetten in de wijken",
        rule,
        "Doel: Iedereen kan zwemmen in de gemeente",
        "Actie: Zwemles geven op alle basisscholen",
        rule,
    )
    assert told(read) == [
        "D1 Meer mensen doen aan sport",
        "D2 Iedereen kan zwemmen in de gemeente",
        "I1 Sportcoach inzetten in de wijken > D1",
        "I2 Zwemles geven op alle basisscholen > D2",
    ]
