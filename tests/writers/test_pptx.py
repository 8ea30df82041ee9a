"""The slides can be edited and heard.

Boxes with glued arrows, unique titles, words for everything that is drawn.
"""

import io
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

import dinet
from dinet.api import audit
from dinet.errors import DocumentError, UsageError
from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import wrap_text
from dinet.model import Effort, Goal, Identity, Link, Programme, Target, Theme
from dinet.network import Network
from dinet.writers.pptx import write
from dinet.writers.slides.slide_plan import (
    MOST_BOXES,
    SMALLEST_LETTERS,
    SlideDeck,
)
from tests.builder import network
from tests.layout.worlds import grown
from tests.writers import hostile
from tests.writers.drawn_connectors import (
    crossings,
    drawn_boxes,
    drawn_connectors,
)
from tests.writers.office import (
    ROOT,
    fingerprint,
    made_elsewhere,
    parts,
    traces,
)


def opened(data: bytes) -> Any:
    return Presentation(io.BytesIO(data))


def made(this: Network, lang: str = "nl") -> Any:
    return opened(write(this, audit(this), Profile(lang=lang)))


@pytest.fixture(scope="module", params=["hoogeveen", "coevorden"])
def example(request: pytest.FixtureRequest) -> tuple[Network, bytes]:
    this = Network(dinet.read(ROOT / "examples" / f"{request.param}.docx"))
    return this, write(this, audit(this), Profile())


def large(count: int = 80) -> Network:
    """A programme of one theme with more than a slide can hold."""
    goals = [
        Goal(id=f"D{n}", text=f"Meer kinderen doen mee aan onderdeel {n}")
        for n in range(1, count // 8)
    ]
    targets = [
        Target(
            id=f"S{n}", text=f"In 20{30 + n} doet {n}% van de kinderen mee."
        )
        for n in range(1, count // 4)
    ]
    efforts = [
        Effort(
            id=f"I{n}", text=f"Aanpak {n} van de ondersteuningsvraagstukken."
        )
        for n in range(1, count)
    ]
    links = [Link(start=each.id, end="T1", kind="part_of") for each in goals]
    links += [
        Link(start=each.id, end=goals[n % len(goals)].id, kind="measures")
        for n, each in enumerate(targets)
    ]
    links += [
        Link(
            start=each.id,
            end=targets[n % len(targets)].id,
            kind="contributes_to",
        )
        for n, each in enumerate(efforts)
    ]
    theme = Theme(id="T1", text="Meedoen")
    return Network(
        Programme(
            identity=Identity(title="Samen"),
            elements=(theme, *goals, *targets, *efforts),
            links=tuple(links),
        )
    )


def titles(presentation: Any) -> list[str]:
    return [slide.shapes.title.text for slide in presentation.slides]


def description(shape: Any) -> str | None:
    """What a screen reader says of a shape; None when it is marked as decoration."""
    properties = next(
        each for each in shape._element.iter() if each.tag.endswith("}cNvPr")
    )
    return (
        None
        if any(each.tag.endswith("}decorative") for each in properties.iter())
        else properties.get("descr", "")
    )


def connectors(slide: Any) -> Iterator[tuple[str, list[str]]]:
    """What every connector that is not decoration says.

    With the ids of the shapes to which its ends are glued.
    """
    for shape in slide.shapes:
        if (
            shape._element.tag.endswith("}cxnSp")
            and description(shape) is not None
        ):
            ends = [
                each.get("id")
                for each in shape._element.iter()
                if each.tag.endswith(("}stCxn", "}endCxn"))
            ]
            yield description(shape) or "", ends


# the slides


def test_no_two_slides_have_the_same_title(
    example: tuple[Network, bytes],
) -> None:
    found = titles(opened(example[1]))
    assert len(set(found)) == len(found)
    assert found[0] == example[0].programme.title


def test_a_goal_stays_with_what_serves_it_and_goes_on_where_it_does_not_fit() -> (
    None
):
    this = network(
        "doelen:"
        "\n- {tekst: Meer sport, inspanningen: [Een hal, Een veld, Een bad]}"
        "\n- {tekst: Meer lezen, inspanningen: [Een bieb, Een bus, Een boek]}"
        f"\n- {{tekst: Meer wonen, inspanningen: [{', '.join(['Bouwen in de wijk'] * 30)}]}}"
    )
    found = [
        sorted(name for name, _ in drawn_boxes(slide).values())
        for slide in made(this).slides
    ]
    assert found[1] == sorted(["D1", "D2", "I1", "I2", "I3", "I4", "I5", "I6"])
    assert all("D3" in boxes for boxes in found[2:-1])
    assert len(found) > 5
    said = titles(made(this))
    assert said[1] == "Zes inspanningen leiden naar D1 en D2"
    assert said[2] == "30 inspanningen leiden naar D3; hier staan er acht"
    assert said[3].startswith("D3 (vervolg): 7 inspanningen")


def test_a_goal_that_goes_on_is_repeated_and_its_efforts_are_shared_out_evenly() -> (
    None
):
    this = Network(dinet.read("examples/hoogeveen.docx"))
    said = made(this)
    pages = {
        title: {name for name, _ in drawn_boxes(slide).values()}
        for title, slide in zip(titles(said), said.slides, strict=True)
    }
    of_first = [pages[title] for title in pages if title.startswith("D1 (")]
    assert of_first
    assert all("D1" in names for names in of_first)
    of_second = [names for names in pages.values() if "D2" in names]
    efforts = [sum(name[0] == "I" for name in names) for names in of_second]
    assert sorted(efforts) == [3, 4]


def test_tables_of_findings_stay_on_their_slide_in_the_widest_stand_in() -> (
    None
):
    this = Network(dinet.read("examples/hoogeveen.docx"))
    for slide in made(this).slides:
        for shape in slide.shapes:
            if shape.has_table:
                assert _table_end(shape) <= 540 - 24


def _table_end(shape: Any) -> float:
    """Where a table ends in DejaVu Sans, which is a seventh wider than Arial, in points."""
    widths = [column.width.pt for column in shape.table.columns]
    end = shape.top.pt
    for row in shape.table.rows:
        lines = max(
            len(wrap_text(cell.text, 0.86 * (width - 14.4) / 12))
            for cell, width in zip(row.cells, widths, strict=True)
        )
        end += 6 + 14 * lines
    return end


def test_a_title_says_the_gravest_of_the_goals_on_its_slide() -> None:
    this = network("doelen: [{tekst: Sport, inspanningen: [Een hal]}]")
    assert titles(made(this))[1] == "D1 hangt aan één inspanning: I1"
    this = network(
        "doelen: [{tekst: Sport, inspanningen: [Hal]}, Lezen, Wonen]"
    )
    assert titles(made(this))[1] == "Naar D2 en D3 leidt geen inspanning"


def test_no_element_stands_alone_that_is_linked_to_something() -> None:
    this = grown(80)
    known = {
        (link.start, link.end)
        for link in this.links()
        if "T" not in (link.start[0], link.end[0])
    }
    linked = {end for pair in known for end in pair}
    for slide in made(this).slides:
        boxes = drawn_boxes(slide)
        drawn = {
            boxes[number][0]
            for start, end, _ in drawn_connectors(slide)
            for number in (start, end)
        }
        alone = {name for name, _ in boxes.values()} - drawn
        assert not alone & linked


def test_the_notes_say_every_element_whole_and_all_its_links() -> None:
    long = "Meer sport voor iedereen, " * 20
    this = network(
        f"doelen: [{{tekst: '{long}', inspanningen: [Een hal bouwen]}}]"
    )
    said = made(this).slides[1].notes_slide.notes_text_frame.text
    assert said.splitlines() == [
        f"Doel D1: {long.strip()}",
        "– krijgt bijdrage van I1",
        "Inspanning I1: Een hal bouwen",
        "– draagt bij aan D1",
    ]


@pytest.mark.parametrize("size", [20, 80])
def test_no_connector_runs_through_a_box(size: int) -> None:
    assert crossings(made(grown(size))) == []


def test_no_connector_of_an_example_runs_through_a_box(
    example: tuple[Network, bytes],
) -> None:
    assert crossings(opened(example[1])) == []


def test_connectors_go_around_boxes_also_where_efforts_have_parts() -> None:
    parts_of = ", ".join(["Een tekening"] * 3)
    this = network(
        "doelen: [{tekst: Sport, smart-doelen: [In 2030 sport 60%.], "
        f"inspanningen: [{{tekst: Een hal, deelinspanningen: [{parts_of}]}}, Een veld]}}]"
    )
    shown = made(this)
    lines = [
        line for slide in shown.slides for line in drawn_connectors(slide)
    ]
    assert len(lines) >= 5
    assert crossings(shown) == []


def test_every_element_has_a_box_that_says_it_whole(
    example: tuple[Network, bytes],
) -> None:
    said = [
        description(shape) or ""
        for slide in opened(example[1]).slides
        for shape in slide.shapes
        if shape.shape_type == 6
    ]
    wanted = [each for each in example[0] if each.kind != "theme"]
    assert [
        each.id
        for each in wanted
        if not any(
            f"{each.id}: {' '.join(each.text.split())}"[:-1] in one
            for one in said
        )
    ] == []


def test_arrows_are_glued_to_the_boxes_of_their_elements() -> None:
    this = network(
        "doelen: [{tekst: Meer sport, smart-doelen: "
        "[In 2030 sport 60%.], inspanningen: [Een hal bouwen]}]"
    )
    (slide,) = (
        slide for slide in made(this).slides if list(connectors(slide))
    )
    boxes = {
        str(child.shape_id): group.name
        for group in slide.shapes
        if group.shape_type == 6
        for child in group.shapes
    }
    assert {
        said: [boxes[end] for end in ends] for said, ends in connectors(slide)
    } == {
        "S1 meet D1": ["S1", "D1"],
        "I1 draagt bij aan D1": ["I1", "D1"],
    }


def test_every_arrow_of_an_example_is_glued_at_both_ends_and_has_a_head(
    example: tuple[Network, bytes],
) -> None:
    for slide in opened(example[1]).slides:
        known = {
            str(child.shape_id)
            for group in slide.shapes
            if group.shape_type == 6
            for child in group.shapes
        }
        assert [
            said
            for said, ends in connectors(slide)
            if len(ends) != 2 or not {*ends} <= known
        ] == []


def test_kinds_are_told_apart_by_word_and_code_and_not_by_colour_alone() -> (
    None
):
    this = network(
        "doelen: [{tekst: Meer sport, smart-doelen: "
        "[In 2030 sport 60%.], inspanningen: [Een hal bouwen]}]"
    )
    said = [
        description(shape)
        for slide in made(this).slides
        for shape in slide.shapes
    ]
    assert {"Doelen", "SMART-doelen", "Inspanningen"} <= {*said}
    assert "Inspanning I1: Een hal bouwen. Draagt bij aan D1." in said


def test_letters_can_be_read_and_there_are_not_too_many_boxes_on_a_slide(
    example: tuple[Network, bytes],
) -> None:
    for this in (example[0], large()):
        layouts = [
            page.composer.compose_layout()
            for page in SlideDeck(this, (), Profile()).slide_pages()
        ]
        assert min(layout.size for layout in layouts) >= SMALLEST_LETTERS
        assert max(len(layout.boxes) for layout in layouts) <= MOST_BOXES


def test_texts_fit_in_their_boxes_and_boxes_on_their_slide(
    example: tuple[Network, bytes],
) -> None:
    for slide in opened(example[1]).slides:
        for box in (
            group.shapes[0] for group in slide.shapes if group.shape_type == 6
        ):
            assert 0 <= box.left.pt <= box.left.pt + box.width.pt <= 960.1
            assert 0 <= box.top.pt <= box.top.pt + box.height.pt <= 540.1
            assert (
                sum(_height(box, each) for each in box.text_frame.paragraphs)
                <= box.height.pt + 0.5
            )


def _height(box: Any, paragraph: Any) -> float:
    """How high a paragraph is in Arial.

    Its letters are narrower than those that boxes are measured with.
    """
    frame, size = (
        box.text_frame,
        max(run.font.size.pt for run in paragraph.runs),
    )
    room = (box.width.pt - frame.margin_left.pt - frame.margin_right.pt) / size
    return (
        1.15
        * size
        * sum(
            len(wrap_text(line, room)) for line in paragraph.text.split("\v")
        )
    )


def test_findings_stand_on_the_last_slides_the_same_ones_together() -> None:
    this = Network(
        Programme(
            elements=tuple(
                Goal(id=f"D{n}", text=f"Doel {n}") for n in range(1, 8)
            )
        )
    )
    rows = [
        [cell.text for cell in row.cells]
        for row in made(this).slides[-1].shapes[1].table.rows
    ]
    assert ["Fout", "D1, D2, D3, D4, D5, D6, D7"] in [
        [row[0], row[2]] for row in rows
    ]


def test_the_first_slide_tells_how_much_there_is(
    example: tuple[Network, bytes],
) -> None:
    said = [
        description(shape) for shape in opened(example[1]).slides[0].shapes
    ]
    assert {
        f"{len(example[0].goals)} doelen",
        f"{len(example[0].efforts)} inspanningen",
    } <= {*said}


def test_without_findings_a_slide_says_so() -> None:
    this = network("doelen: [Sport]")
    last = opened(write(this, (), Profile(lang="en"))).slides[-1]
    assert [shape.text_frame.text for shape in last.shapes] == [
        "No findings",
        "No findings: every rule that was applied is met.",
    ]


# for who cannot see them


def test_everything_has_words_or_is_marked_as_decoration(
    example: tuple[Network, bytes],
) -> None:
    for slide in opened(example[1]).slides:
        assert [
            shape.name for shape in slide.shapes if description(shape) == ""
        ] == []
        assert slide.shapes[0] == slide.shapes.title


def test_arrows_lie_behind_the_boxes() -> None:
    for slide in made(large(24)).slides:
        tags = [
            shape._element.tag.rpartition("}")[2]
            for shape in slide.shapes
            if description(shape) is not None
        ]
        lines = [number for number, tag in enumerate(tags) if tag == "cxnSp"]
        assert not lines or max(lines) < tags.index("grpSp")


def test_the_language_of_every_piece_of_text_is_set(
    example: tuple[Network, bytes],
) -> None:
    for name, part in parts(example[1]).items():
        if name.startswith("ppt/") and name.endswith(".xml"):
            assert b"en-US" not in part, name
            runs = [
                each
                for each in fromstring(part).iter()
                if each.tag.endswith("}rPr") and "slides/" in name
            ]
            assert {each.get("lang") for each in runs} <= {"nl-NL"}


# the file


def test_nothing_tells_who_made_the_file_or_when(
    example: tuple[Network, bytes],
) -> None:
    assert traces(example[1]) == []
    assert not any(
        "thumbnail" in name or "printer" in name for name in parts(example[1])
    )


@pytest.mark.slow
def test_the_same_bytes_are_made_everywhere() -> None:
    this = Network(dinet.read(ROOT / "examples" / "hoogeveen.docx"))
    here = fingerprint(write(this, audit(this), Profile(paper="A4")))
    assert (
        made_elsewhere(
            "pptx",
            "examples/hoogeveen.docx",
            TZ="Asia/Tokyo",
            PYTHONHASHSEED="7",
        )
        == here
    )


@pytest.mark.parametrize(
    "strings",
    [
        hostile.MARKUP,
        hostile.CODE,
        hostile.MARKDOWN,
        hostile.DIAGRAM,
        hostile.WRITING,
    ],
)
def test_hostile_texts_stay_texts(strings: list[str]) -> None:
    this = hostile.network(tuple(dict.fromkeys(strings)))
    data = write(this, hostile.findings(this), Profile())
    assert [
        name
        for name, part in parts(data).items()
        if name.endswith((".xml", ".rels")) and fromstring(part) is None
    ] == []
    assert len(set(titles(opened(data)))) == len(titles(opened(data)))


def test_a_programme_of_nothing_has_slides_too() -> None:
    assert len(made(Network(Programme())).slides) >= 2


@pytest.mark.parametrize("kind", ["chain", "parts", "star"])
def test_what_fits_on_no_slide_is_divided_and_never_shrunk(kind: str) -> None:
    element = Goal if kind == "chain" else Effort
    made_of = [element(id=f"D{n}", text=f"nummer {n}") for n in range(60)]
    links = [
        Link(start=one.id, end=other.id, kind="part_of")
        for other, one in pairwise(made_of)
    ]
    if kind == "star":
        made_of[0] = Goal(id="D0", text="doel")
        links = [
            Link(start=one.id, end="D0", kind="contributes_to")
            for one in made_of[1:]
        ]
    this = Network(Programme(elements=tuple(made_of), links=tuple(links)))
    shown = made(this)
    assert crossings(shown) == []
    for slide in shown.slides:
        assert min(letters(slide)) >= 1200  # hundredths of a point
        for group in slide.shapes:
            if group.shape_type == 6:
                assert min(letters(group)) >= 1400
    drawn = {
        name
        for slide in shown.slides
        for name, _ in drawn_boxes(slide).values()
    }
    assert drawn == {element.id for element in made_of}


def test_more_than_anybody_shows_is_refused_with_what_can_be_done() -> None:
    goals = tuple(Goal(id=f"D{n}", text="Sport") for n in range(1001))
    this = Network(Programme(elements=goals))
    with pytest.raises(DocumentError, match=r"--theme or --around"):
        write(this, (), Profile())
    assert len(opened(write(this, (), Profile(around="D7"))).slides) == 3


def test_a_theme_alone_can_be_shown() -> None:
    this = network(
        "themas: [Sport, Wonen]\n"
        "doelen: [{tekst: Bewegen, thema: T1}, {tekst: Bouwen, thema: T2}]"
    )
    shown = opened(write(this, (), Profile(theme="T2")))
    assert [
        name
        for slide in shown.slides
        for name, _ in drawn_boxes(slide).values()
    ] == ["D2"]
    with pytest.raises(UsageError):
        write(this, (), Profile(theme="D1"))


def letters(slide: Any) -> Iterator[int]:
    """The sizes of all letters on a slide, as the format has them."""
    for part in slide._element.iter():
        if (
            part.tag.endswith("}rPr")
            and "sz" in part.attrib
            and part.get("sz").isdigit()
        ):
            yield int(part.get("sz"))


def test_themes_are_built_up_one_by_one_each_before_its_own_slides() -> None:
    plan = dinet.read("examples/hoogeveen.docx")
    shown = Presentation(io.BytesIO(dinet.write(Network(plan), (), "pptx")))
    titles = [slide.shapes.title.text for slide in shown.slides]
    starts = [
        titles.index(title)
        for title in ("T1: 4 doelen", "T2: 3 doelen", "T3: 2 doelen")
    ]
    assert starts == sorted(starts)
    # the first slide shows two targets: the efforts for them stand on other slides
    first = "14 inspanningen leiden naar D1: zie andere dia's"
    assert titles[starts[0] + 1] == first
    lit = list(shown.slides)[starts[1]]
    grounds = {
        shape._element.nvSpPr.cNvPr.get("descr")[:2]: shape._element.xpath(
            "string(p:spPr/a:solidFill/*/@val)"
        )
        for shape in lit.shapes
        if shape.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE
    }
    assert grounds["T1"] == grounds["T3"] != grounds["T2"]


def test_coverage_is_a_chart_that_can_be_edited_with_its_words() -> None:
    plan = dinet.read("examples/hoogeveen.docx")
    shown = Presentation(io.BytesIO(dinet.write(Network(plan), (), "pptx")))
    charts = [
        shape
        for slide in shown.slides
        for shape in slide.shapes
        if shape.has_chart
    ]
    goals = charts[0]
    assert [list(each.values) for each in goals.chart.plots[0].series] == [
        [4, 3, 2],
        [0, 0, 0],
    ]
    words = goals._element.xpath(".//p:cNvPr")[0].get("descr")
    assert "T1" in words
    assert "4 direct" in words
