from time import process_time

import pytest

from dinet.api import read_bytes
from dinet.document.content import Document, Grid, Para
from dinet.errors import DocumentError
from dinet.limits import Limits, use_limits
from dinet.model import Programme
from dinet.readers.html import read
from tests.documents import noted, told

HEADER = "<tr><th>Doel<th>SMART-doelen<th>Inspanningen"
ROW = "<tr><td>Meer sport.<td>In 2028 sport 60%.<td>Hal bouwen."
LINES = [
    "D1 Meer sport.",
    "S1 In 2028 sport 60%. > D1",
    "I1 Hal bouwen. > D1, S1",
]


def in_page(text: str) -> Programme:
    return read_bytes(text.encode(), "plan.html")


def parts(text: str | bytes) -> tuple[Para | Grid, ...]:
    found = read(text.encode() if isinstance(text, str) else text, "plan.html")
    assert isinstance(found, Document)
    return found.parts


def lines(text: str | bytes) -> list[tuple[str, int | None, int | None]]:
    """The text, list level and heading level of every paragraph."""
    return [
        (part.text, part.block.level, part.heading)
        for part in parts(text)
        if isinstance(part, Para)
    ]


def rows(text: str) -> list[list[str]]:
    """The texts of the only table; ``^`` for covered cells."""
    (grid,) = (part for part in parts(text) if isinstance(part, Grid))
    return [
        ["^" if cell.covered else cell.text for cell in row]
        for row in grid.rows
    ]


def test_headings_lists_and_paragraphs_are_told_apart() -> None:
    assert lines(
        "<h2>Kop</h2>los<p>alinea<ul><li>een<ul><li>onder</ul>"
        "<li>twee</ul><ol><li>drie</ol><div>blok</div>staart"
    ) == [
        ("Kop", None, 2),
        ("los", None, None),
        ("alinea", None, None),
        ("een", 0, None),
        ("onder", 1, None),
        ("twee", 0, None),
        ("drie", 0, None),
        ("blok", None, None),
        ("staart", None, None),
    ]


def test_a_list_that_is_never_closed_ends_with_its_cell_and_before_a_heading() -> (
    None
):
    assert lines("<ul><li>een<li>twee<h2>Kop</h2><p>tekst") == [
        ("een", 0, None),
        ("twee", 0, None),
        ("Kop", None, 2),
        ("tekst", None, None),
    ]
    found = in_page(
        f"<table>{HEADER}<tr><td>Meer sport.<td>In 2028 sport 60%.<td>"
        "<ul><li>• Hal bouwen.<li>Lessen.<tr><td>Minder roken."
    )
    assert told(found) == [
        "D1 Meer sport.",
        "D2 Minder roken.",
        *LINES[1:],
        "I2 Lessen. > D1, S1",
    ]
    assert rows(
        "<table><tr><td><ul><li>een<td>twee<td><ol><li>drie<tr><td>vier"
    ) == [
        ["een", "twee", "drie"],
        ["vier", "", ""],
    ]


def test_several_paragraphs_in_an_item_are_an_item_and_what_follows_it() -> (
    None
):
    assert lines("<ul><li><p>een</p><p>nog</p></li><li></li></ul><p>na") == [
        ("een", 0, None),
        ("nog", None, None),
        ("na", None, None),
    ]


def test_a_table_is_read_with_its_places() -> None:
    found = in_page(f"<h1>Samen sterk</h1><table>{HEADER}{ROW}</table>")
    assert (found.title, told(found)) == ("Samen sterk", LINES)
    assert (
        found.elements[2].places[0].as_sentence().in_language("nl")
        == "plan.html, tabel 1, rij 2, kolom Inspanningen"
    )


def test_spans_cover_cells() -> None:
    assert rows(
        "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e<td rowspan=3>f<td>g"
    ) == [
        ["a", "b", "^"],
        ["^", "c", "d"],
        ["e", "f", "g"],
    ]


@pytest.mark.parametrize(
    "span", ["0", "65534", "999999999", "10000000000000000000"]
)
def test_spans_reach_no_further_than_the_table(span: str) -> None:
    assert rows(f"<table><tr><td rowspan={span}>a<td>b<tr><td>c</table>")[
        0
    ] == [
        "a",
        "b",
    ]
    assert rows(f"<table><tr><td colspan={span}>a<tr><td>b<td>c")[1] == [
        "b",
        "c",
    ]


def test_a_thousand_cells_that_each_span_a_thousand_are_refused() -> None:
    with pytest.raises(
        DocumentError, match=r"cells or more; dinet reads at most 200000\."
    ):
        parts("<table>" + "<tr>" + "<td colspan=1000>x" * 1000)


@pytest.mark.parametrize(
    ("span", "known"),
    [
        ("rowspan=2", True),
        ("colspan=2", False),
        ("rowspan=1", False),
        ("rowspan=x", False),
    ],
)
def test_only_cells_over_several_rows_say_what_blank_means(
    span: str, known: bool
) -> None:
    (grid,) = parts(f"<table><tr><td {span}>a<td>b<tr><td>c<td>d")
    assert isinstance(grid, Grid)
    assert grid.merges_known is known


def test_a_table_in_a_cell_becomes_paragraphs() -> None:
    found = in_page(
        f"<table>{HEADER}<tr><td>Meer sport.<td>In 2028 sport 60%.<td>"
        "<table><tr><td>Hal bouwen.<tr><td>Lessen.</table>"
    )
    assert told(found) == [*LINES, "I2 Lessen. > D1, S1"]
    assert noted(found) == ["nested_table"]


def test_a_table_of_one_cell_is_only_a_frame() -> None:
    found = in_page(
        f"<table><tbody><tr><td><h1>Samen</h1><table>{HEADER}{ROW}</table></table>"
    )
    assert (found.title, told(found), noted(found)) == ("Samen", LINES, [])


def test_a_caption_stands_above_its_table() -> None:
    assert told(
        in_page(
            f"<table><caption>Focuspunt: Sport</caption>{HEADER}{ROW}</table>"
        )
    )[:2] == [
        "T1 Sport",
        "D1 Meer sport. > T1",
    ]


def test_line_breaks_are_paragraphs_in_cells_and_lists_when_they_are_typed_as_such() -> (
    None
):
    (grid,) = parts("<table><tr><td>Een<br>twee<td>x")
    assert isinstance(grid, Grid)
    assert [block.text for block in grid.rows[0][0].blocks] == ["Een", "twee"]
    assert lines("<p>Een,<br>twee") == [("Een, twee", None, None)]
    assert lines("<p>Zie:<br>• een<br>- onder<br>• twee") == [
        ("Zie:", None, None),
        ("• een", 0, None),
        ("- onder", 1, None),
        ("• twee", 0, None),
    ]


@pytest.mark.parametrize(
    ("attributes", "fill"),
    [
        ('bgcolor="#FFE699"', "#ffe699"),
        ('style="background: #FFE699 url(x.png) no-repeat"', "#ffe699"),
        ('style="background:url(x.png) yellow"', "yellow"),
        ('style="background-color:rgb(255, 230, 153)"', "rgb(255,230,153)"),
        ('class="xl65 geel"', "#ffe699"),
        ('class="geel" style="background:white"', "#ffe699"),
        ('class="geel" style="background:white !important"', None),
        ('bgcolor="white"', None),
        ('style="background:transparent"', None),
        ("", None),
    ],
)
def test_colours_of_cells_are_read_where_they_are_given(
    attributes: str, fill: str | None
) -> None:
    style = (
        "<style>/* .geel{background:red} */ td.geel, .ander { font-weight: "
        "bold; background: #FFE699 !important }</style>"
    )
    (grid,) = parts(f"{style}<table><tr><td {attributes}>a<td>b")
    assert isinstance(grid, Grid)
    assert grid.rows[0][0].fill == fill


def test_a_coloured_row_colours_its_cells() -> None:
    (grid,) = parts(
        "<table><tr bgcolor=#FFE699><td>a<td bgcolor=white>b<td style='background:#A9D08E'>c"
    )
    assert isinstance(grid, Grid)
    assert [cell.fill for cell in grid.rows[0]] == ["#ffe699", None, "#a9d08e"]


def test_letters_are_read_from_elements_styles_and_headings_of_columns() -> (
    None
):
    text = "<table><tr><th>a<td><i>b</i><td style='font-style:italic'>c"
    text += "<td style='font-weight:700'>d<td><b style='font-weight:normal'>e"
    (grid,) = parts(text)
    assert isinstance(grid, Grid)
    looks = [
        [(span.italic, span.bold) for span in cell.blocks[0].spans]
        for cell in grid.rows[0]
    ]
    assert looks == [
        [(False, True)],
        [(True, False)],
        [(True, False)],
        [(False, True)],
        [(False, False)],
    ]


def test_what_a_reader_does_not_see_is_left_out_and_told() -> None:
    found = read(
        b"<style>.weg{display:none}</style><script>geheim</script>"
        b"<template>geheim</template><!-- geheim -->"
        b"<p>Zichtbaar<span hidden>geheim</span>"
        b"<span class=weg>geheim</span><del>weg</del><ins>bij</ins>"
        b"<span style='mso-hide:all'>geheim</span><span style='visibility: hidden'></span>"
        b"<div style='mso-element:comment-list'>naam</div>"
        b"<div style='mso-element:footnote-list'>voet</div>"
        b"<table><tr style='display:none'><td>geheim<tr><td>a<td>b<td hidden>geheim",
        "plan.html",
    )
    assert [part.text for part in found.parts if isinstance(part, Para)] == [
        "Zichtbaarbij"
    ]
    assert "geheim" not in str(found.parts)
    assert [
        (note.code, str(note.place.as_sentence()), note.values)
        for note in found.notes
    ] == [
        ("tracked_changes", "plan.html", {"inserted": "1", "deleted": "1"}),
        ("hidden_text", "plan.html", {"count": "5"}),
        ("comments", "plan.html, paragraph 2", {"text": "naam"}),
        ("footnotes", "plan.html, paragraph 2", {"text": "voet"}),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<table hidden><tr><td>geheim<td>x</table>",
        "<div style=display:none><table><tr><td>geheim<td>x</table></div>",
        "<table><tbody hidden><tr><td>geheim<td>x</tbody><tr><td>open<td>x</table>",
        "<table><caption hidden>geheim</caption><tr><td>open<td>x</table>",
        "<table><tr><td><table hidden><tr><td>geheim</table>open<td>x</table>",
    ],
)
def test_no_part_of_a_hidden_table_is_read(hidden: str) -> None:
    found = read(hidden.encode(), "plan.html")
    assert "geheim" not in str(found.parts)
    assert [note.code for note in found.notes] == ["hidden_text"]


def test_lists_and_titles_of_word_are_lists_and_titles() -> None:
    mark = (
        "<![if !supportLists]>"
        "<span style='font-family:Symbol;mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>"
    )
    assert lines(
        "<p class=MsoTitle>Titel<o:p></o:p></p>"
        f"<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>{mark}een</p>"
        f"<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'>{mark}twee</p>"
        "<p style='mso-list:l0 level1 lfo1'></p><p class=MsoNormal>los</p>"
    ) == [
        ("Titel", None, 1),
        ("een", 0, None),
        ("twee", 1, None),
        ("los", None, None),
    ]


@pytest.mark.parametrize(
    ("data", "guessed"),
    [
        ("<p>café €".encode(), False),
        ("<p>café €".encode("utf-8-sig"), False),
        ("<p>café €".encode("utf-16"), False),
        ("<p>café €".encode("cp1252"), True),
        ('<meta charset="windows-1252"><p>café €'.encode("cp1252"), False),
        ('<meta charset="iso-8859-1"><p>café €'.encode("cp1252"), False),
        (
            '<?xml version="1.0" encoding="iso-8859-15"?><html><p>café €'.encode(
                "iso-8859-15"
            ),
            False,
        ),
        ('<meta charset="utf-16"><p>café €'.encode(), False),
        ('<meta charset="shift_jis"><p>café €'.encode(), False),
        ('<meta charset="unicode_escape"><p>café €'.encode(), False),
        ('<meta charset="latin-onbekend"><p>café €'.encode("cp1252"), True),
    ],
)
def test_text_is_read_in_the_encoding_that_it_is_in(
    data: bytes, guessed: bool
) -> None:
    found = read(data, "plan.html")
    if b"shift_jis" not in data:
        assert [
            part.text for part in found.parts if isinstance(part, Para)
        ] == ["café €"]
    assert [note.code for note in found.notes] == ["encoding"] * guessed


@pytest.mark.parametrize(
    "nested", ["<div>", "<table><tr><td>", "<ul><li>", "<b><i>"]
)
def test_what_is_nested_too_deeply_is_refused_and_not_cut_off(
    nested: str,
) -> None:
    with pytest.raises(DocumentError, match="nested 257 levels deep or more"):
        parts(nested * 5000 + "x")


def test_a_page_of_too_many_elements_is_refused() -> None:
    refused = pytest.raises(
        DocumentError, match=r"elements or more; dinet reads at most 2000\."
    )
    with use_limits(Limits(tags=2000)), refused:
        parts("<p>" + "x<br>" * 2001)


@pytest.mark.parametrize(
    "text",
    [
        "<!-- -->",
        "<?x?>",
        "<html></html>",
        "<table></table>",
        "<table><tr></table>",
    ],
)
def test_a_page_with_nothing_in_it_has_no_text(text: str) -> None:
    assert not any(part.text for part in parts(text) if isinstance(part, Para))


def test_characters_that_no_text_can_hold_do_not_end_it() -> None:
    assert lines("<p>een\x00twee\x01drie</p><p>vier")[-1][0] == "vier"


# notes and pictures

REMARKS = {
    "Google Docs": (
        '<sup><a href="#cmnt3" id="cmnt_ref3">[c]</a></sup>',
        '<div><p><a href="#cmnt_ref3" id="cmnt3">[c]</a> Is dit haalbaar?</p></div>',
        "comments",
    ),
    "Word": (
        '<a href="#_msocom_1" name="_msoanchor_1">[AB1]</a>',
        '<div id="_com_1"><p><a href="#_msoanchor_1" name="_msocom_1">[AB1]</a>'
        "Is dit haalbaar?</p></div>",
        "comments",
    ),
    "LibreOffice": (
        '<a name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>',
        '<div id="sdfootnote1"><p><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>'
        "Is dit haalbaar?</p></div>",
        "footnotes",
    ),
    "Pandoc": (
        '<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a>',
        '<section><ol><li id="fn1"><p>Is dit haalbaar?'
        '<a href="#fnref1">↩︎</a></p></li></ol></section>',
        "footnotes",
    ),
}


@pytest.mark.parametrize("program", REMARKS)
def test_notes_that_link_to_their_sign_are_no_text(program: str) -> None:
    sign, note, code = REMARKS[program]
    rows = ROW.replace("Meer sport.", f"Meer sport.{sign}")
    found = in_page(f"<table>{HEADER}{rows}</table>{note}")
    assert told(found) == LINES
    (left,) = found.notes
    assert (left.code, left.values["text"]) == (code, "Is dit haalbaar?")
    place = left.place
    assert place
    assert (place.table, place.row, place.column) == (1, 2, 1)


def test_a_footnote_with_a_source_is_the_source_of_its_line() -> None:
    sign = '<a href="#n1" id="r1"><sup>1</sup></a>'
    note = '<p><a href="#r1" id="n1">1</a> Bron: Sportmonitor</p>'
    rows = ROW.replace("60%.", f"60%.{sign}<br>In 2029 sport 70%.")
    found = in_page(f"<table>{HEADER}{rows}</table>{note}")
    targets = [each for each in found.elements if each.kind == "target"]
    assert [(each.text, each.sources) for each in targets] == [
        ("In 2028 sport 60%.", ("Sportmonitor",)),
        ("In 2029 sport 70%.", ()),
    ]
    assert noted(found) == []


def test_a_table_of_contents_with_links_back_is_no_list_of_notes() -> None:
    found = parts(
        '<p><a id="t1" href="#k1">Sport en bewegen</a></p>'
        '<h2 id="k1"><a href="#t1">Sport en bewegen</a></h2>'
    )
    assert [part.text for part in found if isinstance(part, Para)] == [
        "Sport en bewegen",
        "Sport en bewegen",
    ]


def test_pictures_are_told_with_their_alternative_text_and_place() -> None:
    rows = ROW.replace(
        "Hal bouwen.", '<img src=hal.png alt="Schets van de hal">'
    )
    found = in_page(
        f'<p>Zie <img src="kaart.png"> hier.</p><table>{HEADER}{rows}</table>'
        '<img src="teller.gif" width="1" height="1">'
    )
    assert [
        (note.values.get("text"), note.place and str(note.place.as_sentence()))
        for note in found.notes
        if note.code == "picture"
    ] == [
        (None, "plan.html, paragraph 1"),
        ("Schets van de hal", "plan.html, table 1, row 2, column 3"),
    ]


def test_a_long_list_of_notes_takes_no_time() -> None:
    signs = "".join(
        f'<a href="#n{number}" id="r{number}">{number}</a> '
        for number in range(900)
    )
    notes = "".join(
        f'<li id="n{number}">Noot {number}<a href="#r{number}">↩</a></li>'
        for number in range(900)
    )
    began = process_time()
    found = read(f"<p>{signs}</p><ol>{notes}</ol>".encode(), "plan.html")
    assert len(found.notes) == 900
    assert process_time() - began < 5  # it takes half a second


def test_a_comma_between_brackets_divides_no_selector() -> None:
    page = """
        <style>.bare :is(nav, footer, p) { display: none }</style>
        <table><tr><th>Doel</th><th>Inspanning</th></tr>
        <tr><td>Meer sport</td><td>Een hal bouwen</td></tr></table>
        <footer><p>Vastgesteld door de raad</p></footer>
    """
    document = read(page.encode(), "plan.html")
    texts = [
        part.block.text for part in document.parts if isinstance(part, Para)
    ]
    assert texts == ["Vastgesteld door de raad"]


def test_a_sheet_of_commas_and_brackets_takes_no_longer_than_it_should() -> (
    None
):
    style = "<style>.x" + ",(" * 60_000 + "{display:none}</style><p>Doel</p>"
    assert read(style.encode(), "plan.html").parts


def test_a_mermaid_diagram_of_a_page_is_read_and_the_rest_is_left() -> None:
    page = (
        "<h1>Taalakkoord</h1><p>Zo werkt het:</p>\n"
        '<pre class="mermaid">\ngraph BT\n  D1["Iedereen leest"]\n'
        '  A1["Cursus geven &amp; oefenen"]:::inspanning\n  A1 --> D1\n</pre>'
    )
    read = read_bytes(page.encode(), "taal.html")
    assert told(read) == [
        "D1 Iedereen leest",
        "A1 Cursus geven & oefenen > D1",
    ]
    assert [each.text for each in read.unread] == ["Zo werkt het:"]
