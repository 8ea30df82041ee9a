"""The report on a reading.

Everything that was read and remarked, with its place, to lay beside the document.
"""

import pytest
from lxml import html

from dinet.api import read
from dinet.model import Goal, Link, Note, Place, Programme
from dinet.network import Network
from dinet.report.reading.reading_report import reading_report

LONG = (
    "Een heel lange tekst met veel woorden die in een leesnotitie niet helemaal past, "
    "maar die wel te zien moet zijn."
)
PLACE = Place(file="plan.docx", table=1, row=2)
PLAN = Programme(
    elements=(
        Goal(
            id="D1",
            text="<b>Meer</b> sport | `x`",
            wordings=("Meer beweging",),
            sources=("CBS",),
            places=(PLACE,),
        ),
        Goal(id="D2", text="Minder roken", level="strategic"),
    ),
    links=(
        Link(start="D1", end="D2", kind="contributes_to", basis="inferred"),
        Link(start="D2", end="D9", kind="depends_on"),
    ),
    notes=(
        Note(
            code="merged",
            place=PLACE,
            message="x",
            values={"text": LONG, "id": "D1"},
        ),
        Note(code="eigen", message="Iets anders."),
    ),
)


def page(programme: Programme = PLAN, lang: str = "nl") -> html.HtmlElement:
    return html.document_fromstring(
        reading_report(Network(programme), "plan.docx", lang, "html")
    )


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_page_runs_nothing_and_asks_for_nothing() -> None:
    made = page()
    (policy,) = made.xpath(
        "//meta[@http-equiv='Content-Security-Policy']/@content"
    )
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert (
        made.xpath(
            "//script | //link | //img | //@src | //@style | //*[starts-with(@href, 'http')]"
        )
        == []
    )


def test_every_table_has_a_heading_a_caption_and_named_rows_and_columns() -> (
    None
):
    made = page()
    assert [len(made.xpath(f"//{tag}")) for tag in ("h1", "main")] == [1, 1]
    for table in made.iter("table"):
        assert text(table.find("caption"))
        assert len(table.xpath("thead//th[@scope='col']")) == len(
            table.xpath("thead//th")
        )
        assert all(
            row.xpath("th[@scope='row']") for row in table.xpath("tbody/tr")
        )
    assert {link[1:] for link in made.xpath("//nav//a/@href")} == set(
        made.xpath("//h2/@id")
    )


def test_an_element_has_its_texts_places_and_links() -> None:
    rows = [
        text(row)
        for row in page(lang="en").xpath("//table[@class='goal']/tbody/tr")
    ]
    assert rows == [
        "D1 <b>Meer</b> sport | `x` source CBS other-wordings Meer beweging plan.docx, "
        "table 1, row 2 "
        "contributes to D2 (inferred, not certain) Minder roken",
        "D2 Minder roken level strategic – –",
    ]


def test_the_documents_own_words_have_its_language() -> None:
    assert page().xpath("//tbody//bdi/@lang") == []
    assert set(page(lang="en").xpath("//tbody//bdi/@lang")) == {"nl"}


@pytest.mark.parametrize("form", ["html", "md"])
def test_what_was_merged_is_shown_whole_and_so_are_notes_of_others(
    form: str,
) -> None:
    said = reading_report(Network(PLAN), "plan.docx", "nl", form)
    assert LONG in said
    assert "Iets anders." in said


@pytest.mark.no_cover
@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize("name", ["hoogeveen.docx", "coevorden.txt"])
def test_everything_that_was_read_is_in_the_report(
    form: str, name: str
) -> None:
    network = Network(read(f"examples/{name}"))
    lines = reading_report(network, name, "nl", form)
    said = " ".join(
        (
            html.document_fromstring(lines).text_content()
            if form == "html"
            else lines.replace("&amp;", "&")
        ).split()
    )
    for element in network:
        assert all(
            " ".join(each.split()) in said
            for each in (
                element.id,
                element.text,
                *element.wordings,
                *element.sources,
            )
        )
        assert all(
            place.as_sentence().in_language("nl") in said
            for place in element.places
        )


def test_weak_links_and_links_to_nothing_have_tables_of_their_own() -> None:
    made = page(lang="en")
    (weak,), (loose,) = (
        made.xpath(f"//table[@class='{name}']/tbody/tr")
        for name in ("weak", "loose")
    )
    assert text(weak).startswith(
        "D1 <b>Meer</b> sport | `x` contributes to, inferred, not certain D2 Minder roken"
    )
    assert (
        text(loose)
        == "D2 Minder roken depends on, stated in the document D9 ? –"
    )


def test_in_markdown_no_text_ends_a_cell_or_becomes_markup() -> None:
    lines = reading_report(Network(PLAN), "plan.docx", "nl", "md").split("\n")
    (row,) = [line for line in lines if line.startswith("| D1 | ")]
    assert "&lt;b&gt;Meer&lt;/b&gt; sport \\| \\`x\\`" in row
    assert row.replace("\\|", "").count("|") == 5


def test_an_empty_programme_says_so() -> None:
    assert "Nothing was read." in text(page(Programme(), "en"))
