"""The report as PDF."""

import re
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from pypdfium2 import PdfDocument

import dinet
from dinet.api import audit
from dinet.layout.style.profile import Profile
from dinet.layout.tables.matrix import build_matrix
from dinet.layout.tables.planning import build_planning
from dinet.limits import current_limits, use_limits
from dinet.model import Effort, Identity, Programme
from dinet.network import Network
from dinet.writers import report, report_html
from dinet.writers.booklet.contents import build_contents
from dinet.writers.booklet.template_values import input_attempts
from tests.builder import network
from tests.layout.worlds import grown
from tests.network.worlds import world
from tests.tagged_pdf import structure_tags
from tests.writers import hostile
from tests.writers.sport import SPORT

ENGLISH = Profile(lang="en", source="plan.docx", paper="A4")


def written(of: Network, profile: Profile = ENGLISH) -> bytes:
    return report.write(of, audit(of), profile)


def made(of: Network, profile: Profile = ENGLISH) -> PdfReader:
    return PdfReader(BytesIO(written(of, profile)))


def words(of: bytes) -> str:
    """All words of a PDF; those that a line's end divides are whole again."""
    document = PdfDocument(of)
    whole = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(re.sub("\ufffe\\s*|-\\s*\n|\xad\\s*", "", whole).split())


@pytest.fixture(scope="module")
def sport() -> PdfReader:
    return made(network(SPORT))


@pytest.fixture(scope="module")
def structure(sport: PdfReader) -> list[DictionaryObject]:
    return list(structure_tags(sport.root_object["/StructTreeRoot"].get("/K")))


def roles(structure: list[DictionaryObject]) -> list[str]:
    return [str(each["/S"]) for each in structure]


# the PDF


def test_the_report_says_that_it_is_accessible(sport):
    metadata = sport.root_object["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert sport.root_object["/MarkInfo"]["/Marked"]


def test_the_report_has_a_language_and_shows_its_title(sport):
    assert sport.root_object["/Lang"].startswith("en")
    assert sport.metadata.title == "Sport voor iedereen"
    assert sport.root_object["/ViewerPreferences"]["/DisplayDocTitle"]


def test_every_picture_has_a_text_in_its_place(structure):
    figures = [each for each in structure if each["/S"] == "/Figure"]
    assert len(figures) == 2
    assert [bool(each.get("/Alt")) for each in figures] == [True, True]
    assert "1 theme, 2 goals, 1 target, 3 efforts" in figures[0]["/Alt"]


def test_headings_go_down_one_level_at_a_time(structure):
    levels = [
        int(role[2:])
        for role in roles(structure)
        if re.fullmatch(r"/H\d", role)
    ]
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_every_table_has_headings(structure):
    tables = [each for each in structure if each["/S"] == "/Table"]
    assert len(tables) >= 5
    for table in tables:
        assert "/TH" in roles(list(structure_tags(table)))


def test_words_of_the_document_are_in_its_own_language(structure):
    assert "nl" in {str(each.get("/Lang")) for each in structure}


def test_a_report_has_its_headings_also_where_pictures_go_without():
    bare = made(network(SPORT), ENGLISH._replace(titled=False))
    told = structure_tags(bare.root_object["/StructTreeRoot"].get("/K"))
    assert "/H1" in roles(list(told))


def test_the_report_tells_everything(sport):
    told = words(written(network(SPORT)))
    for part in (
        "Summary",
        "The network",
        "Goals, targets and efforts",
        "Coverage",
        "Findings",
        "Matrix",
        "Planning",
    ):
        assert part in told
    for each in network(SPORT):
        assert each.text in told
    assert "Gemeente Voorbeeld" in told
    assert "Iedereen beweegt." in told


def test_the_report_tells_findings_with_code_reason_and_place():
    found = words(
        written(dinet.Network(dinet.read("examples/coevorden.docx")))
    )
    assert "DC103" in found
    assert "A goal that no target of its own measures" in found
    assert "18 goals and 27 efforts" in found
    assert "coevorden.docx" in found


def test_pages_are_a4_but_for_the_pictures_which_have_the_paper_that_was_asked_for():
    reader = made(network(SPORT), ENGLISH._replace(paper="A3"))
    sizes = [
        tuple(round(float(side)) for side in page.mediabox[2:])
        for page in reader.pages
    ]
    assert sizes.count((842, 1191)) == 1
    assert {*sizes} == {(595, 842), (842, 1191), (842, 595)}


def test_the_targets_begin_on_the_page_where_the_table_ends():
    pages = [page.extract_text() for page in made(world("I1>S1>D1")).pages]
    headings = "Goals, targets and efforts", "Targets in parts"
    assert any(all(each in page for each in headings) for page in pages[2:])


def test_a_programme_that_is_too_small_to_read_on_one_page_has_a_picture_for_each_theme():
    figures = [
        each
        for each in structure_tags(
            made(grown(30)).root_object["/StructTreeRoot"].get("/K")
        )
        if each["/S"] == "/Figure"
    ]
    assert len(figures) >= len(grown(30).themes)


def test_every_page_but_the_cover_has_its_number_once():
    pages = made(network(SPORT)).pages
    told = [
        re.findall(r"page (\d+) of (\d+)", page.extract_text())
        for page in pages
    ]
    assert told == [
        [],
        *([(str(at), str(len(pages)))] for at in range(2, len(pages) + 1)),
    ]


def test_goals_without_anything_are_a_list_and_no_table_of_blanks():
    of = network("doelen: [Meer sport, Minder stress]")
    told = build_contents(
        of, (), ENGLISH, (build_matrix(of), build_planning(of))
    )
    assert [section["form"] for section in told["table"]["sections"]] == [
        "list"
    ]


def test_what_says_the_same_of_many_elements_is_told_once():
    other = "{tekst: Rust, smart-doelen: [Half], inspanningen: [Werk]}"
    of = network(f"doelen: [Sport, Spel, Dans, Muziek, Toneel, {other}]")
    told = words(report.write(of, audit(of), ENGLISH))
    assert "D1, D2, D3, D4, D5" in told
    assert told.count("nothing in the programme works on it") <= 2


def test_a_network_that_is_too_large_for_a_picture_still_has_its_tables():
    with use_limits(current_limits()._replace(picture=3)):
        told = words(written(world("I1>S1>D1>T1")))
    assert "too large for a picture" in told
    assert "Tekst van I1" in told


def test_a_matrix_or_planning_that_is_empty_is_no_page():
    told = words(written(world("I1 D1")))
    assert "No effort is linked to a goal or target" in told
    assert "The planning in words" not in told


def test_the_letters_are_the_bundled_ones(sport):
    fonts = {
        font.get_object()["/BaseFont"]
        for page in sport.pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
    assert {font.partition("+")[2].partition("-")[0] for font in fonts} == {
        "DinetSans"
    }


def test_the_report_holds_no_time_of_its_making():
    data = report.write(world("I1>D1"), (), ENGLISH)
    assert not re.search(rb"D:\d{8}|<xmp:\w+Date>", data)


def test_no_text_of_the_document_is_run_as_code():
    strings = (
        '#panic("x")',
        "$x$",
        "#import",
        '"]#sys.inputs',
        "*vet* _schuin_ `c` <label> @ref //x /* y */",
        "= kop",
        "\\#",
        "~ -- x",
    )
    efforts = tuple(
        Effort(id=f"I{at}", text=text, owners=(text,))
        for at, text in enumerate(strings)
    )
    told = words(
        written(
            Network(
                Programme(
                    identity=Identity(title=strings[0], vision=strings[1]),
                    elements=efforts,
                )
            )
        )
    )
    for text in strings:
        assert text.replace(" ", "") in told.replace(" ", "")


def test_hostile_texts_are_told_as_they_are():
    hurt = hostile.network(hostile.MARKUP[:8])
    told = words(report.write(hurt, hostile.findings(hurt), ENGLISH)).replace(
        " ", ""
    )
    assert "onload=alert(1)" in told


def test_a_sign_that_no_letters_hold_does_not_stop_the_report():
    assert made(
        Network(
            Programme(
                elements=(
                    Effort(id="I1", text="目标 \ue000 \U0010fffd 😀 عربى"),
                )
            )
        )
    )


def test_texts_are_tried_with_letters_of_this_machine_only_when_they_need_them():
    assert [
        everywhere for _, everywhere in input_attempts({"data": "≥ 80 %"})
    ] == [False]
    assert list(input_attempts({"data": "a目\ue000"})) == [
        ({"data": "a目\ufffd"}, True),
        ({"data": "a\ufffd\ufffd"}, False),
    ]


def test_status_version_and_conclusion_stand_in_both_reports_when_given() -> (
    None
):
    wishes = Profile(
        status="Concept voor de raad",
        edition="0.9",
        conclusion="Alles & meer.",
    )
    plan = network(SPORT)
    page = report_html.write(plan, (), wishes).decode()
    assert "versie 0.9 · Concept voor de raad" in page
    assert (
        "<h3>Conclusie</h3>\n<p><strong>Alles &amp; meer.</strong></p>" in page
    )
    assert "Conclusie" not in report_html.write(plan, (), Profile()).decode()
    models = (build_matrix(plan), build_planning(plan))
    data = build_contents(plan, (), wishes, models)
    assert data["about"][-2:] == ["versie 0.9", "Concept voor de raad"]
    assert data["conclusion"] == "Alles & meer."
