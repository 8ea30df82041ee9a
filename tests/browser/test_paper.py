"""Paper: what is printed can be read, and is what the reader sees."""

import re
from shutil import which
from subprocess import run

import pytest

from dinet.network import Network
from dinet.writers import html
from tests.browser.conftest import ENGLISH
from tests.builder import network

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(which("pdftotext") is None, reason="needs poppler"),
]
SMALLEST_LETTERS = 7
"""In points: what is smaller nobody reads on paper."""
OVERLAP = 0.99
PRINTED_WIDTH = {"width": 1047, "height": 700}
"""Of a sheet of A4 that lies, within its margins, in CSS pixels."""


@pytest.fixture(scope="module")
def wide() -> Network:
    """A network whose matrix has more columns than fit on a sheet."""
    goals = [f"{{id: D{at}, tekst: Doel nummer {at}}}" for at in range(1, 41)]
    efforts = [
        f"{{id: I{at}, tekst: Werk {at}, voor: D{at}}}" for at in range(1, 41)
    ]
    return network(
        f"doelen: [{', '.join(goals)}]\ninspanningen: [{', '.join(efforts)}]"
    )


def printed(page, tmp_path, *options: str) -> str:
    """What pdftotext says of the page on paper."""
    file = tmp_path / "page.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    said = run(
        ["pdftotext", *options, file, "-"], capture_output=True, check=True
    )
    return said.stdout.decode()


def letter_heights(page, tmp_path) -> list[float]:
    boxes = printed(page, tmp_path, "-bbox")
    found = re.findall(
        r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">[DSI]\d+<', boxes
    )
    return [float(bottom) - float(top) for top, bottom in found]


def test_only_the_open_view_is_printed_with_its_filters(
    open_page, data, tmp_path
):
    page = open_page(data, "#view-table?theme=T3")
    told = printed(page, tmp_path)
    assert "8 of 49 elements shown" in told
    assert "Theme: T3" in told
    assert "I26" in told
    assert "I11" not in told
    assert "Reading notes" not in told


def test_the_network_is_divided_so_that_its_letters_can_be_read(
    open_page, source, data, tmp_path
):
    page = open_page(data)
    told = printed(page, tmp_path, "-raw")
    assert all(each.id in told.split() for each in source)
    heights = letter_heights(page, tmp_path)
    assert min(heights) >= SMALLEST_LETTERS * OVERLAP
    assert told.count("\f") > 2
    assert page.locator(".on-paper, .off-paper").count() == 0


def test_a_wide_matrix_is_split_over_sheets_with_all_its_columns(
    open_page, wide, tmp_path
):
    page = open_page(html.write(wide, (), ENGLISH), "#view-matrix")
    told = printed(page, tmp_path, "-raw")
    assert all(each.id in told.split() for each in wide)
    assert min(letter_heights(page, tmp_path)) >= SMALLEST_LETTERS
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    parts = page.locator(".on-paper table")
    assert parts.count() == 2
    heads = page.locator(".on-paper thead .aim .chip").all_text_contents()
    assert heads == [each.id for each in wide.goals]
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")


@pytest.mark.parametrize("count", [18, 24])
def test_words_upright_above_a_column_stay_in_it(open_page, count):
    text = "Meer normaliseren van ondersteuningsvraagstukken op school"
    goals = [f"{{id: D{at}, tekst: {text}}}" for at in range(1, count + 1)]
    many = network(
        f"doelen: [{', '.join(goals)}]\n"
        "inspanningen: [{id: I1, tekst: Werk, voor: D1}]"
    )
    page = open_page(
        html.write(many, (), ENGLISH), "#view-matrix", viewport=PRINTED_WIDTH
    )
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    # two pixels are the border and the blank beside letters
    out = """all => all.filter(one => {
        const [words, cell] = [one, one.closest("th")].map(each => each.getBoundingClientRect());
        return words.left < cell.left - 2 || words.right > cell.right + 2;
    }).length"""
    upright = page.locator(".on-paper .upright")
    assert upright.count() == count
    assert upright.evaluate_all(out) == 0


def test_long_words_of_efforts_are_whole_on_paper_beside_their_owners(
    open_page, tmp_path
):
    words = ["woningcorporaties", "ontmoetingsplekken", "klassenassistenten"]
    efforts = [
        f"{{id: I{at}, tekst: Werken met {word}, voor: D1, trekker: Zorg}}"
        for at, word in enumerate(words, 1)
    ]
    carried = network(
        "doelen: [{id: D1, tekst: Minder mantelzorgers}]\n"
        f"inspanningen: [{', '.join(efforts)}]"
    )
    page = open_page(html.write(carried, (), ENGLISH), "#view-owners")
    told = printed(page, tmp_path, "-raw")
    assert set(words) <= set(told.split())


def test_everything_is_printed_by_choice(open_page, data):
    page = open_page(data, "#view-findings")
    page.evaluate("window.print = () => (document.title = 'printed')")
    page.click("[data-panel=share][aria-controls]")
    page.click("#print-all")
    assert page.title() == "printed"
    assert page.get_attribute("html", "data-print") == "all"


def test_scenarios_are_printed_on_one_page_with_what_changes(
    open_page, source, data, tmp_path
):
    efforts = ",".join(effort.id for effort in source.efforts[:6])
    at = f"#view-scenarios?scenario=Een:I25&scenario=Zes:{efforts}"
    paper = printed(open_page(data, at), tmp_path)
    assert paper.count("\f") == 1
    assert "Unchanged in all" in paper
    changed, unchanged = paper.split("Unchanged in all")
    assert "D8" in changed
    assert {goal.id for goal in source.goals} <= set(paper.split())
    assert not set(re.findall(r"D\d+", changed)) & set(unchanged.split())


WHOLE_TEXT = """view => [...document.querySelectorAll(`#view-${view} .chip`)]
    .filter(each => each.checkVisibility()).map(each => each.textContent)"""


def test_every_view_is_printed_on_a4_whole_and_without_what_is_pressed(
    open_page, data, tmp_path
):
    page = open_page(data, "#view-overview")
    for tab in page.locator(".tabs a").all():
        tab.click()
        view = tab.get_attribute("href").removeprefix("#view-")
        seen = page.evaluate(WHOLE_TEXT, view)
        told = printed(page, tmp_path, "-raw")
        size = run(
            ["pdfinfo", tmp_path / "page.pdf"], capture_output=True, check=True
        )
        assert b"(A4)" in size.stdout, view
        assert set(seen) <= set(re.findall(r"[A-Z]+[\d.]+\b", told)), view
        assert "Without I" not in told  # a button
        heights = letter_heights(page, tmp_path)
        assert min(heights, default=SMALLEST_LETTERS) >= (
            SMALLEST_LETTERS * OVERLAP
        ), view
