"""Laws of the DIN table: nothing is missing from it, every link can be read off it, and every
writer draws the same one."""

import csv
import io
import re
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from dinet.layout.style.profile import Profile
from dinet.layout.tables.din_table import DinGroup, DinSection, DinTable
from dinet.model import (
    BETWEEN_KINDS,
    ELEMENT_OF,
    Effort,
    Goal,
    Identity,
    Kind,
    Link,
    LinkKind,
    Programme,
    Target,
    Theme,
    natural_link_kind,
)
from dinet.network import Network
from dinet.wording.labels import LINK_NAMES
from dinet.writers import csv as spreadsheet
from dinet.writers import html as page
from dinet.writers import md
from dinet.writers.docx import Annex
from tests import strategies
from tests.builder import network
from tests.writers.office import named, value, words, xml

ENGLISH = Profile(lang="en", source="plan.docx")
Told = set[tuple[str, str, LinkKind]]
Place = tuple[str, str, str]


@st.composite
def plans(
    draw: st.DrawFn,
    between: tuple[Kind, ...] = ("target",),
    parts: bool = True,
) -> Programme:
    """A programme as councils have it: every link runs from what serves to what may be served."""

    def some(ids: list[str], most: int) -> list[str]:
        return (
            draw(st.lists(st.sampled_from(ids), max_size=most, unique=True))
            if ids
            else []
        )

    themes = [f"T{n}" for n in range(1, draw(st.integers(1, 3)))]
    goals = [f"D{n}" for n in range(1, draw(st.integers(2, 5)))]
    middle = {
        f"M{n}": draw(st.sampled_from(between))
        for n in range(1, draw(st.integers(1, 5)))
    }
    efforts = [f"I{n}" for n in range(1, draw(st.integers(1, 7)))]
    ties = [(goal, theme) for goal in goals for theme in some(themes, 2)]
    ties += [
        (one, two)
        for one, two in zip(goals[1:], goals, strict=False)
        if draw(st.booleans())
    ]
    ties += [(each, goal) for each in middle for goal in some(goals, 3)]
    ties += [
        (each, served)
        for each in efforts
        for served in some([*goals, *middle], 3)
    ]
    if parts:
        ties += [
            (one, two)
            for one, two in zip(efforts[1:], efforts, strict=False)
            if draw(st.booleans())
        ]
    kinds: dict[str, Kind] = dict.fromkeys(themes, "theme") | dict.fromkeys(
        goals, "goal"
    )
    kinds |= middle | dict.fromkeys(efforts, "effort")
    links = [
        Link(
            start=one, end=two, kind=natural_link_kind(kinds[one], kinds[two])
        )
        for one, two in ties
    ]
    others = st.sampled_from(["refers_to", "depends_on", "conflicts_with"])
    links += [
        Link(start=one, end=two, kind=draw(others))
        for one, two in zip(some([*kinds], 3), some([*kinds], 3), strict=False)
    ]
    joint = st.sampled_from([(), ("Groen",)])
    elements = tuple(
        ELEMENT_OF[kind](
            id=name, text=f"tekst van {name}", joint_with=draw(joint)
        )
        for name, kind in kinds.items()
    )
    return Programme(
        identity=Identity(title="Plan"), elements=elements, links=tuple(links)
    )


def read_off(table: DinTable, of: Network) -> Told:
    """The links that a person reads in the table: what stands beside or under what, and what is
    said in words."""
    told: Told = set()
    for start, end in places(table):
        told.add((start, end, natural_link_kind(of[start].kind, of[end].kind)))
    kinds = {names.forward: kind for kind, names in LINK_NAMES.items()}
    for element in of:
        for mark in table.cross_references(element):
            told |= {(element.id, end, kinds[mark.words]) for end in mark.ids}
    return told


def places(table: DinTable) -> Iterator[tuple[str, str]]:
    for section in table.sections:
        for group in section.groups:
            yield from beside(section, group)
    for whole, parts in table.parts.items():
        yield from ((part.id, whole) for part in parts)


def beside(section: DinSection, group: DinGroup) -> Iterator[tuple[str, str]]:
    served = group.goal or section.theme
    if group.goal and section.theme:
        yield group.goal.id, section.theme.id
    for row in group.rows:
        if served:
            yield from (
                (each.id, served.id) for each in (*row.between, *row.efforts)
            )
        yield from (
            (effort.id, each.id)
            for each in row.between
            for effort in row.efforts
        )


def links_of(of: Network) -> Told:
    return {(link.start, link.end, link.kind) for link in of.links()}


@settings(
    max_examples=strategies.FEW_EXAMPLES,
    suppress_health_check=[HealthCheck.too_slow],
    deadline=None,
)
@given(strategies.programmes, st.booleans())
def test_every_element_of_any_programme_stands_in_the_table(
    programme: Programme, readable: bool
) -> None:
    table = DinTable(Network(programme), readable=readable)
    there = [part.theme for part in table.sections if part.theme]
    for group in (
        group for section in table.sections for group in section.groups
    ):
        there += [group.goal] if group.goal else []
        there += [
            each for row in group.rows for each in (*row.between, *row.efforts)
        ]
    there += [each for parts in table.parts.values() for each in parts]
    assert {id(each) for each in programme.elements} <= {
        id(each) for each in there
    }


@settings(deadline=None)
@given(
    st.one_of(plans(), plans(BETWEEN_KINDS), strategies.programmes),
    st.booleans(),
)
def test_every_link_can_be_read_off_the_table(
    programme: Programme, readable: bool
) -> None:
    of = Network(programme)
    assert links_of(of) <= read_off(DinTable(of, readable=readable), of)


@settings(deadline=None)
@given(plans(BETWEEN_KINDS), st.booleans())
def test_an_effort_stands_beside_nothing_that_it_does_not_serve(
    programme: Programme, readable: bool
) -> None:
    of = Network(programme)
    for section in DinTable(of, readable=readable).sections:
        for row in (row for group in section.groups for row in group.rows):
            for effort in row.efforts:
                served = {each.id for each in of.serves(effort)}
                assert {each.id for each in row.between} <= served


@settings(deadline=None)
@given(plans())
def test_what_serves_a_goal_stands_with_it_in_every_theme_of_that_goal(
    programme: Programme,
) -> None:
    of = Network(programme)
    groups = [
        (section.theme, group)
        for section in DinTable(of).sections
        for group in section.groups
    ]
    for goal in of.goals:
        own = [(theme, group) for theme, group in groups if group.goal is goal]
        themes = [
            each for each in of.serves(goal) if each.kind == "theme"
        ] or of.themes_of(goal)
        assert [theme for theme, _ in own if theme] == list(themes)
        serving = {
            each.id
            for each in of.supports(goal)
            if each.kind in ("target", "effort")
        }
        for _, group in own:
            assert serving <= {
                each.id
                for row in group.rows
                for each in (*row.between, *row.efforts)
            }


# what the writers draw


def drawn_in_page(programme: Programme) -> set[Place]:
    text = page.write(Network(programme), (), ENGLISH).decode()
    tables = html.document_fromstring(text).xpath(
        "//*[@id='view-table']//table"
    )
    found: set[Place] = set()
    for body in (body for table in tables for body in table.xpath("tbody")):
        goal = "".join(body.xpath("tr[1]/th/span[@class='entry']/a/text()"))
        for row in body.xpath("tr"):
            between, efforts = row.xpath("td[@data-column]") or ([], [])
            found |= crossed(goal, entries(between), entries(efforts))
    return found


def entries(cell: html.HtmlElement) -> list[str]:
    items = (
        cell.xpath("ul/li/span[@class='entry'] | span[@class='entry']")
        if len(cell)
        else []
    )
    return [each.xpath("a/text()")[0] for each in items]


def crossed(goal: str, between: list[str], efforts: list[str]) -> set[Place]:
    """What one row says: which effort stands beside which target of a goal; nothing for rows
    without a goal."""
    return (
        {
            (goal, one, two)
            for one in between or [""]
            for two in efforts or [""]
        }
        if goal
        else set()
    )


def drawn_in_markdown(programme: Programme) -> set[Place]:
    lines = (
        md.write(Network(programme), (), ENGLISH)
        .decode()
        .partition("\n## Coverage")[0]
        .split("\n")
    )
    found: set[Place] = set()
    for cells in (
        line.strip("|").split("|")
        for line in lines
        if line.startswith("| **D")
    ):
        goal, between, efforts = (
            [each for each in map(code, cell.split("<br>")) if each]
            for cell in cells
        )
        found |= crossed(goal[0], between, efforts)
    return found


def code(entry: str) -> str:
    match = re.match(r"\s*\*\*(\w+)\*\*", entry)
    return match[1] if match else ""


def drawn_in_csv(programme: Programme) -> set[Place]:
    text = spreadsheet.write(Network(programme), (), ENGLISH).decode(
        "utf-8-sig"
    )
    rows = csv.DictReader(io.StringIO(text), delimiter=";")
    # a sub-effort of which more is told has a row of its own, which says what it is part of
    places = {
        tuple(code_in(row[name]) for name in ("Goal", "Target", "Effort"))
        for row in rows
        if "(only through effort)" not in row["Effort"]
    }
    return {(goal, target, effort) for goal, target, effort in places if goal}


def code_in(cell: str) -> str:
    """The code of the first element in a cell of csv; empty for a dash."""
    match = re.search(r"^(?:• )?(\w+): ", cell, re.MULTILINE)
    return match[1] if match else ""


def drawn_in_annex(programme: Programme) -> set[Place]:
    body = xml(
        Annex(Network(programme), Profile(lang="en")).to_bytes([]),
        "word/document.xml",
    )
    found: set[Place] = set()
    for table in named(body, "tbl"):
        head, *rows = [named(row, "tc") for row in named(table, "tr")]
        if words(head[-1]) != "Efforts" or len(head) != 3:
            continue
        goal, between = "", [""]
        for cells in rows:
            goal = (codes(cells[0]) or [goal])[0]
            between = codes(cells[1])
            found |= crossed(goal, between, codes(cells[2]))
    return found


def codes(cell: object) -> list[str]:
    """The codes at the start of paragraphs, but not of the sub-efforts in them."""
    paras = [
        each
        for each in named(cell, "p")
        if "1" not in [value(level) for level in named(each, "ilvl")]
    ]
    return [
        match[1]
        for each in paras
        if (match := re.match(r"(\w+)(?:: | \(continued\))", words(each)))
    ]


@settings(max_examples=12, deadline=None)
@given(plans())
def test_page_markdown_csv_and_annex_draw_the_same_table(
    programme: Programme,
) -> None:
    coded = as_coded(programme)
    assert (
        drawn_in_page(coded) == drawn_in_markdown(coded) == drawn_in_csv(coded)
    )
    bare = bare_goals(coded)
    assert drawn_in_annex(coded) - bare == drawn_in_page(coded) - bare


def bare_goals(programme: Programme) -> set[Place]:
    """Goals with nothing beside them: the annex may tell these in a list."""
    return {
        (each.id, "", "") for each in programme.elements if each.kind == "goal"
    }


def as_coded(programme: Programme) -> Programme:
    """Targets with codes that the annex keeps."""
    renamed = re.compile(r'"M(\d)"')
    return Programme.model_validate_json(
        renamed.sub(r'"S\1"', programme.model_dump_json())
    )


def test_a_target_of_two_goals_stands_under_both_in_full() -> None:
    of = network("""
        doelen: [{id: D1, tekst: Een}, {id: D2, tekst: Twee}]
        smart-doelen: [{id: S1, tekst: Meetbaar, voor: [D1, D2]}]
        inspanningen: [{id: I1, tekst: Werk, voor: S1}, {id: I2, tekst: Meer werk, voor: [S1, D2]}]
    """)
    table = DinTable(of)
    rows = {
        group.goal.id: group.rows
        for group in table.sections[0].groups
        if group.goal
    }
    assert [[each.id for each in row.efforts] for row in rows["D1"]] == [
        ["I1"]
    ]
    assert [[each.id for each in row.efforts] for row in rows["D2"]] == [
        ["I1", "I2"]
    ]
    assert [
        mark.ids for mark in table.cross_references(of["S1"], of["D1"])
    ] == [("D2",)]


def test_targets_without_an_effort_each_have_a_row_that_shows_the_gap() -> (
    None
):
    of = network("""
        doelen: [{id: D1, tekst: Een}]
        smart-doelen: [{id: S1, tekst: Meetbaar, voor: D1}, {id: S2, tekst: Telbaar, voor: D1}]
    """)
    (group,) = DinTable(of).sections[0].groups
    assert [[each.id for each in row.between] for row in group.rows] == [
        ["S1"],
        ["S2"],
    ]


def test_a_part_of_a_part_stands_under_the_whole_and_says_what_it_is_part_of() -> (
    None
):
    of = network("""
        doelen: [{id: D1, tekst: Een}]
        inspanningen:
          - {id: I1, tekst: Geheel, voor: D1}
          - {id: I2, tekst: Deel, onderdeel-van: I1}
          - {id: I3, tekst: Onderdeel, onderdeel-van: I2}
    """)
    table = DinTable(of)
    assert [each.id for each in table.parts["I1"]] == ["I2", "I3"]
    assert [
        (mark.words, mark.ids) for mark in table.cross_references(of["I3"])
    ] == [("part of", ("I2",))]


def test_parts_of_an_effort_that_hangs_nowhere_stand_under_it() -> None:
    of = network(
        "inspanningen: [{id: I1, tekst: Geheel}, {id: I2, tekst: Deel, onderdeel-van: I1}]"
    )
    table = DinTable(of)
    (group,) = table.sections[0].groups
    assert [each.id for each in group.rows[0].efforts] == ["I1"]
    assert [each.id for each in table.parts["I1"]] == ["I2"]


def test_a_goal_stands_under_each_of_its_themes() -> None:
    of = Network(
        Programme(
            elements=(
                Theme(id="T1", text="Een"),
                Theme(id="T2", text="Twee"),
                Goal(id="D1", text="Doel"),
            ),
            links=tuple(
                Link(start="D1", end=theme, kind="part_of")
                for theme in ("T1", "T2")
            ),
        )
    )
    sections = DinTable(of).sections
    assert [
        (section.theme and section.theme.id, len(section.groups))
        for section in sections
    ] == [
        ("T1", 1),
        ("T2", 1),
    ]


def test_what_hangs_nowhere_comes_last_and_alone_where_rows_would_tell_links() -> (
    None
):
    of = Network(
        Programme(
            elements=(
                Target(id="S1", text="Los"),
                Effort(id="I1", text="Werk"),
            ),
            links=(Link(start="I1", end="S1", kind="contributes_to"),),
        )
    )
    (loose,) = DinTable(of).sections
    assert loose.loose
    assert [
        (len(row.between), len(row.efforts))
        for group in loose.groups
        for row in group.rows
    ] == [(1, 1)]
    (alone,) = DinTable(of, readable=True).sections
    assert [
        (len(row.between), len(row.efforts))
        for group in alone.groups
        for row in group.rows
    ] == [(1, 0), (0, 1)]
