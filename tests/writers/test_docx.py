"""The Word annex is read back as what was written.

It keeps to what councils and screen readers ask of a document.
"""

import re
from itertools import pairwise
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dinet
from dinet.api import read_bytes
from dinet.layout.style.house_style import read_house_style
from dinet.layout.style.profile import Profile
from dinet.model import (
    Benefit,
    Capability,
    Effort,
    Element,
    Goal,
    Identity,
    Link,
    LinkKind,
    Programme,
    Result,
    Step,
    Target,
    Theme,
)
from dinet.network import Network
from dinet.writers.docx import Annex, write
from dinet.writers.office.archive import one_line
from dinet.writers.word.readable_codes import with_readable_codes
from tests.builder import network
from tests.strategies import FEW_EXAMPLES
from tests.writers import hostile
from tests.writers.office import (
    ROOT,
    facts,
    fingerprint,
    made_elsewhere,
    named,
    parts,
    traces,
    value,
    words,
    xml,
)

EXAMPLES = ("hoogeveen", "coevorden")
BODY = "word/document.xml"


def annex(this: Network | Programme, **wishes: str) -> bytes:
    """The annex without pictures, which take Graphviz."""
    return Annex(
        with_readable_codes(
            this if isinstance(this, Network) else Network(this)
        ),
        Profile(**wishes),
    ).to_bytes([])


def again(this: Network | Programme, **wishes: str) -> Programme:
    return read_bytes(annex(this, **wishes), "bijlage.docx")


@pytest.fixture(scope="module", params=EXAMPLES)
def example(request: pytest.FixtureRequest) -> Programme:
    return dinet.read(ROOT / "examples" / f"{request.param}.docx")


@pytest.fixture(scope="module")
def whole() -> bytes:
    return write(
        Network(dinet.read(ROOT / "examples" / "hoogeveen.docx")),
        (),
        Profile(paper="A4"),
    )


# reading back


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_an_example_is_read_back_the_same(
    example: Programme, lang: str
) -> None:
    found = again(example, lang=lang)
    assert facts(found) == facts(example)
    assert [each.id for each in found.elements] == [
        each.id for each in example.elements
    ]
    assert (found.title, found.vision) == (example.title, example.vision)


def test_groups_owners_and_phases_are_read_back_the_same(
    example: Programme,
) -> None:
    fields = (
        "group",
        "planning",
        "phase",
        "period",
        "budget",
        "status",
        "remark",
        "vacant",
        "partners",
    )
    pairs = zip(example.elements, again(example).elements, strict=True)
    assert [
        (one.id, field)
        for one, two in pairs
        for field in fields
        if getattr(one, field) != getattr(two, field)
    ] == []


_PLACES = "Wonen Sport School Jeugd Zorg Wijk Buurt Cultuur Natuur Verkeer Taal Werk".split()


@st.composite
def tabled(draw: st.DrawFn) -> Programme:
    """A programme of every kind and link.

    An effort for a target also serves a goal of that target.
    """

    def pick(found, most):
        each_once = st.lists(
            st.sampled_from(found),
            max_size=most,
            unique_by=lambda each: each.id,
        )
        return draw(each_once)

    def text(prefix, number):
        return f"{prefix} {draw(st.sampled_from(_PLACES))} onderdeel{number}"

    def some(*choices):
        return draw(st.sampled_from(choices))

    themes = [
        Theme(id=f"T{n}", text=text("Samen aan", n))
        for n in range(1, some(1, 2, 4))
    ]
    goals = [
        Goal(
            id=f"D{n}",
            text=text("Meer", n),
            level=some(None, "strategic", "operational"),
            owners=some((), ("Team Wijk",)),
        )
        for n in range(1, some(2, 5))
    ]
    targets = [
        Target(
            id=f"S{n}",
            text=text(f"In 20{30 + n} is {n}%", n),
            sources=some((), ("CBS",), ("GGD", "Monitor")),
        )
        for n in range(1, some(1, 3, 5))
    ]
    efforts = [
        Effort(
            id=f"I{n}",
            text=text("aanpak van", n),
            owners=some((), ("Afdeling Wonen",)),
            joint_with=some((), ("Groen",)),
        )
        for n in range(1, some(1, 4, 8))
    ]
    rungs: list[Element] = [
        Benefit(id="B1", text="Rust"),
        Capability(id="V1", text="Samenwerken"),
        Result(id="R1", text="Plan"),
    ]
    ties: list[tuple[str, str, LinkKind]] = [
        ("B1", "D1", "contributes_to"),
        ("R1", "V1", "contributes_to"),
    ]
    ties += [
        (goal.id, theme.id, "part_of")
        for goal in goals
        for theme in (pick(themes, 2) if themes else ())
    ]
    ties += [
        (target.id, goal.id, "measures")
        for target in targets
        for goal in pick(goals, 3)
    ]
    for number, effort in enumerate(efforts):
        if number and some(*[False] * 3, True):
            ties.append((effort.id, efforts[number - 1].id, "part_of"))
        for goal in pick(goals, 2):
            ties.append((effort.id, goal.id, "contributes_to"))
            own = [
                start
                for start, end, kind in ties
                if end == goal.id and kind == "measures"
            ]
            ties += [
                (effort.id, each, "contributes_to")
                for each in own
                if some(True, False)
            ]
    everything = [*themes, *goals, *targets, *efforts, *rungs]
    kinds = st.sampled_from(["refers_to", "depends_on", "conflicts_with"])
    ties += [
        (one.id, two.id, draw(kinds))
        for one, two in zip(
            pick(everything, 4), pick(everything, 4), strict=False
        )
    ]
    links = [
        Link(start=start, end=end, kind=kind)
        for start, end, kind in dict.fromkeys(ties)
        if start != end
    ]
    return Programme(
        identity=Identity(title="Samen sterk"),
        elements=tuple(everything),
        links=tuple(links),
    )


@settings(max_examples=FEW_EXAMPLES)
@given(tabled())
def test_whatever_a_table_can_hold_is_read_back_the_same(
    this: Programme,
) -> None:
    assert facts(again(this)) == facts(this)


def test_ids_that_are_no_codes_are_replaced_by_codes() -> None:
    this = Programme(
        elements=(
            Goal(id="sport", text="Meer sport"),
            Effort(id="D1", text="Een hal bouwen"),
            Effort(id="D1", text="Lessen geven"),
        ),
        links=(Link(start="D1", end="sport", kind="contributes_to"),),
    )
    assert [each.id for each in again(this).elements] == ["D2", "D1", "I1"]
    assert [(link.start, link.end) for link in again(this).links] == [
        ("D1", "D2")
    ]


def test_a_programme_of_nothing_is_a_document_too() -> None:
    assert words(xml(annex(Programme()), BODY)).startswith(
        "Doelen en inspanningen"
    )


# the form

SHARED = """
    doelen:
      - tekst: Meer kinderen sporten
      - tekst: Meer kinderen zijn gezond
    smart-doelen:
      - {tekst: In 2030 sport 60% van de kinderen., voor: [D1, D2], bron: CBS}
    inspanningen:
      - {tekst: Een hal bouwen, voor: [D1, S1]}
      - {tekst: Kleedkamers, onderdeel van: I1}
      - {tekst: Gezond eten op school, voor: D2}
"""
TARGET = "S1: In 2030 sport 60% van de kinderen."


def rows(data: bytes) -> list[list[str]]:
    return [
        [words(cell) for cell in named(row, "tc")]
        for row in named(xml(data, BODY), "tr")
    ]


def test_a_shared_target_stands_under_each_of_its_goals_and_says_so() -> None:
    assert rows(annex(network(SHARED))) == [
        ["Doel", "SMART-doelen", "Inspanningen"],
        [
            "D1: Meer kinderen sporten",
            f"{TARGET} (gedeeld met D2)Bron: CBS",
            "I1: Een hal bouwenI1.1: Kleedkamers",
        ],
        [
            "D2: Meer kinderen zijn gezond",
            f"{TARGET} (gedeeld met D1)Bron: CBS",
            "inspanningen staan bij een ander doel",
        ],
        [
            "D2 (vervolg)",
            "voor het doel als geheel",
            "I2: Gezond eten op school",
        ],
    ]


def test_efforts_are_items_of_a_list() -> None:
    body = xml(annex(network(SHARED)), BODY)
    levels = {
        words(para): value(level)
        for para in named(body, "p")
        for level in named(para, "ilvl")
    }
    assert levels == {
        "I1: Een hal bouwen": "0",
        "I1.1: Kleedkamers": "1",
        "I2: Gezond eten op school": "0",
    }


def test_every_row_names_its_goal_and_no_row_must_break_over_a_page() -> None:
    numbers = range(2, 8)
    efforts = [
        Effort(id=f"I{number}", text=f"{number} bomen planten " * 12)
        for number in numbers
    ]
    links = [
        Link(start=f"I{number}", end="S1", kind="contributes_to")
        for number in numbers
    ]
    plan = Programme(
        elements=(
            Goal(id="D1", text="Meer groen"),
            Target(id="S1", text="In 2030 is 30% van de wijk groen."),
            *efforts,
        ),
        links=(Link(start="S1", end="D1", kind="measures"), *links),
    )
    data = annex(plan)
    _, first, *others = rows(data)
    assert first[0] == "D1: Meer groen"
    assert others
    assert {tuple(row[:2]) for row in others} == {
        ("D1 (vervolg)", "S1 (vervolg)")
    }
    body = xml(data, BODY)
    assert len(named(body, "cantSplit")) == len(named(body, "tr"))
    assert not named(body, "vMerge")
    back = {(each.start, each.end) for each in again(plan).links}
    assert {(each.start, each.end) for each in plan.links} <= back


def test_no_cell_of_a_table_of_goals_or_fields_is_empty(
    example: Programme,
) -> None:
    body = xml(annex(example), BODY)
    columns_without_periods = 3
    for row in named(body, "tr"):
        cells = named(row, "tc")[:columns_without_periods]
        assert len(named(row, "tc")) > columns_without_periods or all(
            map(words, cells)
        )


def test_captions_are_numbered_in_fields_over_tables_and_under_pictures(
    whole: bytes,
) -> None:
    captions = [
        para
        for para in named(xml(whole, BODY), "p")
        if "Caption" in map(value, named(para, "pStyle"))
    ]
    told = [words(para) for para in captions]
    tables = [each for each in told if each.startswith("Tabel")]
    pictures = [each for each in told if each.startswith("Figuur")]
    for label, of_kind in (("Tabel", tables), ("Figuur", pictures)):
        starts = [each.partition(".")[0] for each in of_kind]
        assert starts == [
            f"{label} {number}" for number in range(1, len(of_kind) + 1)
        ]
    assert len(tables) == len(named(xml(whole, BODY), "tbl"))
    assert len(pictures) == len(named(xml(whole, BODY), "drawing"))
    asked = [
        each.text for para in captions for each in named(para, "instrText")
    ]
    assert asked.count(" SEQ Tabel \\* ARABIC ") == len(tables)


def test_a_long_annex_has_contents_whose_lines_lead_to_its_headings(
    whole: bytes,
) -> None:
    body = xml(whole, BODY)
    places = {
        each.get(f"{{{each.tag[1:].partition('}')[0]}}}name"): words(para)
        for para in named(body, "p")
        for each in named(para, "bookmarkStart")
    }
    lines = {
        each.get(f"{{{each.tag[1:].partition('}')[0]}}}anchor"): words(each)
        for each in named(body, "hyperlink")
    }
    assert lines == places
    assert "Het netwerk in beeld" in lines.values()
    assert (
        sum("TOC" in (each.text or "") for each in named(body, "instrText"))
        == 1
    )
    short = xml(annex(network(SHARED)), BODY)
    assert not named(short, "hyperlink")


def test_a_house_style_is_a_theme_with_a_logo_over_the_title() -> None:
    logo = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">'
        b'<rect width="40" height="10"/></svg>'
    )
    style = read_house_style(
        b'lettertype = "Calibri"\nlogo = "l.svg"\n[kleuren]\ndoel = "#7A1F5C"',
        "huis.toml",
        lambda _: logo,
    )
    data = Annex(
        with_readable_codes(network(SHARED)), Profile(style=style)
    ).to_bytes([])
    theme = parts(data)["word/theme/theme1.xml"].decode()
    assert theme.count('<a:latin typeface="Calibri"/>') == 2
    assert '<a:accent1><a:srgbClr val="7A1F5C"/></a:accent1>' in theme
    body = parts(data)[BODY].decode()
    assert 'w:fill="7A1F5C" w:themeFill="accent1"' in body
    assert body.index("<w:drawing>") < body.index('w:val="Title"')
    assert parts(data)["word/media/logo.png"].startswith(b"\x89PNG")
    styles = parts(data)["word/styles.xml"].decode()
    assert "Arial" not in styles
    assert set(re.findall('themeColor="([^"]*)"', styles)) <= {
        "text2",
        "accent1",
        "accent5",
    }


def test_sources_and_joint_programmes_stand_in_italics() -> None:
    this = network("""
        doelen: [{tekst: Sport, bron: CBS}]
        inspanningen:
          - {tekst: Een hal, samen met: Gezond Leven, voor: D1}
          - {tekst: Lessen, samen met: Groene Wijk}
    """)
    slanted = {
        words(run)
        for run in named(xml(annex(this, lang="en"), BODY), "r")
        if named(run, "i")
    }
    joint = {
        "‘Joint implementation with Gezond Leven’",
        " (Joint implementation with Groene Wijk)",
    }
    assert {"Source: ", "CBS", *joint} <= slanted


def test_phases_stand_in_words_and_one_cell_covers_the_periods_of_a_phase() -> (
    None
):
    planning = xml(
        annex(dinet.read(ROOT / "examples" / "coevorden.docx")), BODY
    )
    cells = [cell for cell in named(planning, "tc") if named(cell, "gridSpan")]
    assert {words(cell) for cell in cells} == {
        "Vorbereidingsfase",
        "uitvoering",
        "Evaluatie en borging",
        "doorlopend",
    }
    assert all(named(cell, "shd") for cell in cells)


def test_what_a_row_cannot_tell_stands_in_lists_with_codes() -> None:
    this = network(
        "doelen: [Sport]\nbaten: [{tekst: Rust, voor: D1}]\n"
        "inspanningen: [{tekst: Een hal, voor: B1}]"
    )
    said = [words(para) for para in named(xml(annex(this), BODY), "p")]
    assert "B1: Rust (draagt bij aan D1)" in said
    assert "I1: Een hal (draagt bij aan B1)" in said


# the document


def test_headings_are_in_order_and_every_table_has_a_whole_repeated_header(
    whole: bytes,
) -> None:
    body = xml(whole, BODY)
    styles = [value(each) or "" for each in named(body, "pStyle")]
    levels = [int(each[-1]) for each in styles if each.startswith("Heading")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for table in named(body, "tbl"):
        first, *others = named(table, "tr")
        assert named(first, "tblHeader")
        assert len(named(first, "keepNext")) == len(named(first, "p"))
        assert all(words(cell) for cell in named(first, "tc"))
        assert not any(named(row, "tblHeader") for row in others)
        assert value(named(table, "tblCaption")[0])
        assert named(first, "cantSplit")


def test_settings_stand_in_the_order_that_word_asks_for(whole: bytes) -> None:
    found = [
        each.tag.partition("}")[2] for each in xml(whole, "word/settings.xml")
    ]
    order = (
        "zoom defaultTabStop autoHyphenation "
        "consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps"
    )
    assert found[:6] == order.split()


def test_the_network_is_a_picture_in_lines_and_in_dots_with_words_for_who_cannot_see_it(
    whole: bytes,
) -> None:
    body, found = xml(whole, BODY), parts(whole)
    pictures = named(body, "drawing")
    assert (
        len(pictures)
        == len(named(body, "svgBlip"))
        == len([name for name in found if name.endswith(".svg")])
        > 0
    )
    for number, each in enumerate(named(body, "docPr"), start=1):
        assert "inspanningen" in (value(each, "descr") or "")
        assert found[f"word/media/image{number}.png"].startswith(b"\x89PNG")
        assert b"script" not in found[f"word/media/image{number}.svg"]
    assert "Een lijn loopt van" in words(body) or "A line leads from" in words(
        body
    )


def test_a_picture_without_lines_is_not_told_to_have_some() -> None:
    plan = Programme(elements=(Goal(id="D1", text="Meer sport"),))
    body = xml(write(Network(plan), (), Profile(lang="en")), BODY)
    assert named(body, "drawing")
    assert "A line leads" not in words(body)


@pytest.mark.parametrize(
    ("paper", "width"),
    [
        ("A4", "11906"),
        ("A4-landscape", "16838"),
        ("A3", "11906"),
        ("A3-landscape", "16838"),
    ],
)
def test_pages_of_a4_stand_or_lie_as_is_wished(paper: str, width: str) -> None:
    assert (
        value(
            named(
                xml(annex(network("doelen: [Sport]"), paper=paper), BODY),
                "pgSz",
            )[-1],
            "w",
        )
        == width
    )


def test_the_language_of_the_words_is_set() -> None:
    this = Programme(
        identity=Identity(title="Sport", lang="en"),
        elements=(Goal(id="D1", text="More sport"),),
    )
    data = annex(this, lang="nl")
    assert value(named(xml(data, "word/styles.xml"), "lang")[0]) == "en-GB"
    assert {value(each) for each in named(xml(data, BODY), "lang")} == {
        "nl-NL"
    }


def test_nothing_tells_who_made_the_file_or_when(whole: bytes) -> None:
    assert traces(whole) == []
    assert set(parts(whole)) >= {"docProps/core.xml", "word/footer.xml"}


@pytest.mark.slow
def test_the_same_bytes_are_made_everywhere(whole: bytes) -> None:
    made = made_elsewhere(
        "docx", "examples/hoogeveen.docx", TZ="Asia/Tokyo", PYTHONHASHSEED="7"
    )
    assert made == fingerprint(whole)


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
    data = annex(this)
    assert [
        name for name, part in parts(data).items() if fromstring(part) is None
    ] == []
    said = words(xml(data, BODY))
    assert [
        each.text for each in this if one_line(each.text) not in said
    ] == []


def planned_efforts(count: int) -> Programme:
    """Efforts of one line each, all planned."""
    step = Step(period="2027", phase="Start")
    return Programme(
        elements=tuple(
            Effort(id=f"I{number}", text="Hal bouwen", planning=(step,))
            for number in range(1, count + 1)
        )
    )


@pytest.mark.parametrize(
    ("count", "pieces"), [(20, [20]), (28, [14, 14]), (45, [45])]
)
def test_a_planning_leaves_no_row_alone_on_a_page(
    count: int, pieces: list[int]
) -> None:
    body = parts(annex(planned_efforts(count)))[BODY].decode()
    planning = body[body.index(">Planning<") :]
    rows = [table.count("<w:tr>") for table in planning.split("<w:tbl>")[1:]]
    assert [each - 1 for each in rows] == pieces
    assert planning.count('<w:br w:type="page"/>') == len(pieces) - 1
