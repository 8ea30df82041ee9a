"""The matrix and the planning as pages."""

import re
from xml.etree import ElementTree as ET

import pytest

from dinet.layout.render.drawing import (
    HATCHES,
    DrawnPage,
    Rectangle,
    drawing_to_svg,
)
from dinet.layout.style.paper import PAGE_SIZES
from dinet.layout.style.profile import Profile
from dinet.layout.tables.matrix import build_matrix
from dinet.layout.tables.matrix_pages import draw_matrix_pages
from dinet.layout.tables.planning import build_planning
from dinet.layout.tables.planning_pages import draw_planning_pages
from dinet.layout.tables.table_pages import (
    EMPTY_ROW,
    PageRow,
    RowSection,
    split_into_pages,
)
from dinet.model import Effort, Programme, Step
from dinet.network import Network
from tests.layout.drawings import broken, shapes, texts
from tests.layout.worlds import WORDS, grown
from tests.network.worlds import world
from tests.writers import hostile

PAPERS = [paper for paper in PAGE_SIZES if paper != "screen"]
PHASES = ("voorbereiding", "uitvoering", "evaluatie en borging", "doorlopend")
PERIODS = (
    "2023",
    "2023 K4",
    "2024 K1",
    "mei 2024",
    "2025-2027",
    "vanaf 2026",
    "zodra er geld is",
    "doorlopend",
)


def busy(count: int) -> Network:
    """A network of efforts with plannings of every sort."""
    efforts = []
    for number in range(count):
        steps = [
            Step(
                period=PERIODS[(number + at) % len(PERIODS)],
                phase=PHASES[at % len(PHASES)],
            )
            for at in range(number % 5)
        ]
        owners = tuple(WORDS[number % 5 : number % 5 + number % 3])
        text = " ".join(WORDS[: number % len(WORDS) + 1])
        efforts.append(
            Effort(
                id=f"I{number + 1}",
                text=text,
                planning=tuple(steps),
                owners=owners,
            )
        )
    return Network(Programme(elements=tuple(efforts)))


def planned(network: Network, **wishes: object) -> tuple[DrawnPage, ...]:
    return draw_planning_pages(
        build_planning(network), network, Profile(**wishes)
    )


def crossed(network: Network, **wishes: object) -> tuple[DrawnPage, ...]:
    return draw_matrix_pages(build_matrix(network), network, Profile(**wishes))


def said(pages: tuple[DrawnPage, ...]) -> list[str]:
    return [text.text for page in pages for text in texts(page)]


@pytest.mark.parametrize("paper", PAGE_SIZES)
@pytest.mark.parametrize("size", [0, 3, 40])
def test_everything_in_a_planning_stands_on_its_page_and_nothing_over_another(
    paper, size
):
    for page in planned(busy(size), paper=paper, source="plan.docx"):
        assert broken(page) == {}


@pytest.mark.parametrize("paper", PAGE_SIZES)
@pytest.mark.parametrize("size", [0, 10, 80])
def test_everything_in_a_matrix_stands_on_its_page_and_nothing_over_another(
    paper, size
):
    for page in crossed(
        grown(size) if size else world(""), paper=paper, source="plan.docx"
    ):
        assert broken(page) == {}


@pytest.mark.parametrize("draw", [planned, crossed])
def test_hostile_texts_stay_in_their_places(draw):
    for page in draw(hostile.network(hostile.WRITING), paper="A3"):
        assert broken(page) == {}


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("draw", [planned, crossed])
def test_every_page_has_exactly_the_size_of_the_paper(draw, paper):
    for page in draw(busy(40), paper=paper):
        assert (page.width, page.height) == PAGE_SIZES[paper][:2]


def test_every_effort_stands_in_the_planning_once():
    network = busy(40)
    words = said(planned(network, paper="A4"))
    assert [words.count(effort.id) for effort in network.efforts] == [1] * 40


def test_a_matrix_that_does_not_fit_goes_on_with_all_its_headings():
    network = grown(120)
    pages = crossed(network, paper="A4")
    assert len(pages) > 2
    for column in build_matrix(network).columns:
        assert any(
            column.element.id in {text.text for text in texts(page)}
            for page in pages
        )
    assert all(
        "Inspanning" in {text.text for text in texts(page)} for page in pages
    )


def test_pages_are_numbered_when_there_are_several():
    pages = planned(busy(60), paper="A4", lang="en")
    assert [page.number[0].text for page in pages] == [
        f"page {at} of {len(pages)}" for at in range(1, len(pages) + 1)
    ]


def test_phases_differ_in_their_fill_and_are_explained():
    pages = planned(busy(8), lang="en")
    fills = {
        shape.fill
        for page in pages
        for shape in shapes(page)
        if isinstance(shape, Rectangle)
    }
    assert len(fills & {*HATCHES}) == 3
    assert {
        "V = voorbereiding",
        "U = uitvoering",
        "E = evaluatie en borging",
        "D = doorlopend",
    } <= set(said(pages))


def test_what_is_not_planned_is_said():
    words = said(planned(busy(1), lang="en"))
    assert words.count("planning unknown") == 1
    assert "The planning is known of 0 of 1 efforts." in words


def test_a_screen_reader_hears_each_row_whole():
    effort = Effort(
        id="I1",
        text="Werven",
        owners=("Sport",),
        planning=(Step(period="2024", phase="uitvoering"),),
    )
    names = [
        part.name
        for page in planned(Network(Programme(elements=(effort,))), lang="en")
        for part in page.parts
    ]
    assert "I1 Werven. Sport. uitvoering: 2024." in names
    names = [
        part.name
        for page in crossed(world("I1>S1>D1"), lang="en")
        for part in page.parts
    ]
    assert "I1 Tekst van I1. D1 (by way of S1), S1 (directly)." in names


@pytest.mark.parametrize("count", [1, 2, 4, 5])
def test_pages_stand_beside_and_below_each_other_in_one_picture(count: int):
    pages = planned(busy(60), paper="A4")[:count]
    assert len(pages) == count
    root = ET.fromstring(drawing_to_svg(pages))
    across = {1: 1, 2: 2, 4: 2, 5: 3}[count]
    down = {1: 1, 2: 1, 4: 2, 5: 2}[count]
    width, height = (
        float(root.get(name).removesuffix("pt"))
        for name in ("width", "height")
    )
    assert width == pytest.approx(across * pages[0].width, abs=0.01)
    assert height == pytest.approx(down * pages[0].height, abs=0.01)
    places = re.findall(r"translate\(([0-9. ]+)\)", drawing_to_svg(pages))
    assert len(set(places)) == count


def test_without_a_paper_a_table_is_one_page_that_ends_where_it_ends():
    (small,) = planned(busy(3), trim=True)
    (large,) = planned(busy(60), trim=True)
    assert small.height < 600 < large.height
    assert broken(large) == {}


def test_a_heading_comes_back_on_the_page_where_its_rows_go_on():
    heading, row = PageRow(1, lambda _: ()), PageRow(2, lambda _: ())
    found = split_into_pages(
        [RowSection(heading, [row, row, row]), RowSection(EMPTY_ROW, [row])], 5
    )
    assert found == [[heading, row, row], [heading, row, EMPTY_ROW, row]]
    assert split_into_pages([], 5) == [[]]
