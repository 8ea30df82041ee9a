"""What a council gets: one page, one slide, a page for every owner, a figure, a pack to publish."""

import io
import re
import zipfile
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from lxml import etree, html
from pptx import Presentation
from pypdf import PdfReader

import dinet
from dinet.cli.program import program
from dinet.errors import DocumentError
from dinet.layout.style.profile import Profile
from dinet.layout.text.measure import measure_width
from dinet.network import Network
from dinet.writers.one_page.sheet_document import (
    LARGEST_TILES,
    ROOM,
    SMALLEST_TILES,
)
from dinet.writers.one_page.tile_plan import (
    STRIP_WIDTH,
    TILE_PAD,
    PlacedTile,
    TilePlan,
    TileRoom,
    plan_tiles,
)
from dinet.writers.page.overview_view import build_overview
from tests.builder import network
from tests.tagged_pdf import structure_tags
from tests.writers import hostile
from tests.writers.sport import SPORT
from tests.writers.unpacking import unpacked

DATA = Path(__file__).parents[1] / "data"
EXAMPLES = Path(__file__).parents[2] / "examples"
ASK = "De raad stelt het programma vast."
POINT = 12_700
OWNERS = """
    programma: Schoon water
    organisatie: Gemeente Voorbeeld
    doelen:
      - {id: D1, tekst: De vijvers zijn helder}
      - {id: D2, tekst: Er zwemmen vissen}
    inspanningen:
      - {id: I1, tekst: Baggeren, voor: D1, eigenaar: Jolijn van Veenwijk}
      - {id: I2, tekst: Vissen uitzetten met Jolijn van Veenwijk, voor: D2,
         eigenaar: Jolijn van Veenwijk}
      - {id: I3, tekst: Meten, voor: [D1, D2], eigenaar: Team Water/Groen}
"""


def many_goals(themes: int, goals: int) -> Network:
    """A programme of so many themes with so many goals each."""
    lines = ["programma: Veel", "thema's:"]
    lines += [
        f"  - {{id: T{t}, tekst: Thema nummer {t}}}" for t in range(themes)
    ]
    lines.append("doelen:")
    lines += [
        f"  - {{id: D{t}-{g}, thema: T{t}, tekst: Meer gezondheidsvoorlichting {g}}}"
        for t in range(themes)
        for g in range(goals)
    ]
    return network("\n".join(lines))


def written(of: Network, form: str, **wishes: Any) -> bytes:
    profile = Profile(source="plan.docx", **wishes)
    return dinet.write(of, dinet.audit(of), form, profile)


def tile_plan(of: Network, room: TileRoom) -> TilePlan:
    view = build_overview(of, (), "plan.docx", "nl")
    return plan_tiles(view.groups, room, "nl", "nl")


def overlap(one: PlacedTile, other: PlacedTile) -> bool:
    beside = one.x + one.w <= other.x or other.x + other.w <= one.x
    above = (
        one.y + one.h <= other.y + 0.01 or other.y + other.h <= one.y + 0.01
    )
    return not (beside or above)


# the goals as tiles


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "goals", [(1, 1), (3, 3), (1, 18), (6, 9), (40, 2), (100, 9)]
)
@pytest.mark.parametrize(
    "room",
    [
        TileRoom(ROOM, 380, LARGEST_TILES, SMALLEST_TILES),
        TileRoom(912, 260, 18, 14, 0.86),
    ],
)
def test_tiles_stay_in_their_room_lie_on_nothing_and_hold_their_words(
    goals: tuple[int, int], room: TileRoom
) -> None:
    plan = tile_plan(many_goals(*goals), room)
    assert plan.size >= room.smallest
    assert plan.height <= room.height + 0.01
    assert plan.tiles
    for tile in plan.tiles:
        assert tile.x >= 0
        assert tile.x + tile.w <= room.width + 0.01
        assert tile.y + tile.h <= plan.height + 0.01
        inside = (tile.w - STRIP_WIDTH - 2 * TILE_PAD) / plan.size
        words = [*tile.lines, *tile.head]
        words += [line for remark in tile.remarks for line in remark.lines]
        assert all(measure_width(line) <= inside + 0.01 for line in words)
    assert not any(overlap(*pair) for pair in combinations(plan.tiles, 2))
    shown = {tile.code for tile in plan.tiles}
    assert plan.left_out or len(shown) in (goals[0], goals[0] * goals[1])


def test_a_count_is_broken_only_where_a_little_smaller_letters_break_it_too() -> (
    None
):
    this = Network(dinet.read("examples/hoogeveen.docx"))
    room = TileRoom(ROOM, 483, 12.0, SMALLEST_TILES)
    plan = tile_plan(this, room)
    remarks = [remark for tile in plan.tiles for remark in tile.remarks]
    assert "13 inspanningen" in {remark.text for remark in remarks}
    lines = [line for remark in remarks for line in remark.lines]
    assert not any(line.endswith("-") for line in lines)


# the page


@pytest.mark.parametrize("name", ["hoogeveen", "coevorden", "hostile", "many"])
def test_the_page_is_one_with_its_message_as_the_heading(name: str) -> None:
    made = {
        "hostile": lambda: hostile.network(hostile.MARKUP[:6]),
        "many": lambda: many_goals(20, 12),
    }
    of = (
        made[name]()
        if name in made
        else Network(dinet.read(EXAMPLES / f"{name}.docx"))
    )
    pdf = PdfReader(io.BytesIO(written(of, "council", ask=ASK)))
    (page,) = pdf.pages
    words = " ".join(page.extract_text().split())
    assert ASK in words
    assert "Wat er gevraagd wordt" in words
    tags = structure_tags(pdf.root_object["/StructTreeRoot"].get("/K"))
    roles = [str(tag["/S"]) for tag in tags]
    assert roles.count("/H1") == 1
    assert "/Figure" in roles


def test_nothing_is_asked_when_nobody_said_so_and_the_page_can_be_kept_when_dated() -> (
    None
):
    of = network(SPORT.replace("visie:", "datum: 2026-03-01\n    visie:"))
    data = written(of, "council")
    words = PdfReader(io.BytesIO(data)).pages[0].extract_text()
    assert "gevraagd" not in words
    assert b"pdfaid" in data
    assert b"pdfaid" not in written(network(SPORT), "council")


def test_findings_say_where_they_stand() -> None:
    of = Network(dinet.read(EXAMPLES / "hoogeveen.docx"))
    page = PdfReader(io.BytesIO(written(of, "council"))).pages[0]
    words = " ".join(page.extract_text().split())
    assert "Doel D4 heeft geen SMART-doel" in words
    assert "Tabel 1, rij 14" in words
    assert "D8: tabel 3, rij 2" in words


# the slide


@pytest.mark.parametrize("name", ["hoogeveen", "coevorden"])
def test_the_slide_has_shapes_on_it_with_letters_to_read_from_the_back(
    name: str,
) -> None:
    of = Network(dinet.read(EXAMPLES / f"{name}.docx"))
    show = Presentation(io.BytesIO(written(of, "council_pptx", ask=ASK)))
    (slide,) = show.slides
    ids = {goal.id for goal in of.goals}
    seen = set()
    for shape in slide.shapes:
        assert shape.left >= 0
        assert shape.left + shape.width <= show.slide_width
        assert shape.top + shape.height <= show.slide_height
        runs = [
            run
            for paragraph in shape.text_frame.paragraphs
            for run in paragraph.runs
        ]
        least = 14 if shape.name in ids else 12
        assert all(run.font.size.pt >= least for run in runs)
        if shape.name in ids:
            seen.add(shape.name)
            assert shape.text_frame.text.startswith(f"{shape.name} ")
    assert seen == ids
    assert any(ASK in shape.text_frame.text for shape in slide.shapes)
    assert slide.shapes.title.text in slide.notes_slide.notes_text_frame.text


# a page for every owner


def test_every_owner_has_a_page_of_its_own_under_a_name_that_every_system_takes() -> (
    None
):
    data = written(network(OWNERS), "council_zip")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        contents, *pages = archive.namelist()
        listed = archive.read(contents).decode()
        texts = [
            PdfReader(io.BytesIO(archive.read(page))).pages for page in pages
        ]
    assert contents == "0-inhoud.txt"
    assert pages == ["1-jolijn-van-veenwijk.pdf", "2-team-water-groen.pdf"]
    assert all(page in listed for page in pages)
    assert [len(each) for each in texts] == [1, 1]
    second = " ".join(texts[1][0].extract_text().split())
    assert "Team Water/Groen: 1 inspanning voor 2 doelen" in second
    assert "Baggeren" not in second


@pytest.mark.parametrize("count", [1, 4, 8, 12])
def test_the_page_of_an_owner_names_all_goals_and_efforts_however_many(
    count: int,
) -> None:
    numbers = range(1, count + 1)
    goals = [
        f"  - {{id: D{n}, tekst: Er zijn meer vissen van soort {n}}}"
        for n in numbers
    ]
    efforts = [
        f"  - {{id: I{n}, tekst: Uitzetten van soort {n}, voor: D{n}, eigenaar: Team Vis}}"
        for n in numbers
    ]
    of = network("\n".join(["doelen:", *goals, "inspanningen:", *efforts]))
    with zipfile.ZipFile(io.BytesIO(written(of, "council_zip"))) as archive:
        pdf = PdfReader(io.BytesIO(archive.read("1-team-vis.pdf")))
    (page,) = pdf.pages
    words = set(page.extract_text().split())
    assert {f"I{n}" for n in numbers} <= words
    tags = structure_tags(pdf.root_object["/StructTreeRoot"].get("/K"))
    (alt,) = [str(tag["/Alt"]) for tag in tags if "/Alt" in tag]
    assert all(f"D{n}: " in alt for n in numbers)


def test_a_document_without_owners_is_told_kindly_what_to_do() -> None:
    with pytest.raises(DocumentError, match="--format council"):
        written(network("doelen: [Meer sport]"), "council_zip")


@pytest.mark.parametrize("form", ["council_zip", "woo"])
def test_no_name_that_was_left_out_is_anywhere_in_an_archive(
    form: str, tmp_path: Path
) -> None:
    plan, target = tmp_path / "plan.din.yaml", tmp_path / "pak.zip"
    plan.write_bytes(dinet.write(network(OWNERS), (), "yaml"))
    command = ["write", str(plan), "--format", form, "-o", str(target)]
    done = CliRunner().invoke(program, [*command, "--redact", "names"])
    assert done.exit_code == 0, done.output
    parts = list(unpacked(target.read_bytes()))
    assert not any(
        re.search(rb"veenwijk|jolijn", part, re.I) for part in parts
    )
    assert any(b"[naam 1]" in part or b"naam-1" in part for part in parts)


@pytest.mark.parametrize("form", ["council_zip", "woo"])
def test_what_is_in_an_archive_is_of_the_day_of_the_programme(
    form: str,
) -> None:
    of = network(OWNERS + "    datum: 1 maart 2026\n")
    with zipfile.ZipFile(io.BytesIO(written(of, form))) as archive:
        days = {entry.date_time for entry in archive.infolist()}
    assert days == {(2026, 3, 1, 0, 0, 0)}


# a figure for a site


def test_what_is_pasted_into_a_site_needs_nothing_and_says_everything() -> (
    None
):
    of = network(SPORT)
    page = written(of, "figure").decode()
    between = page.partition("vanaf hier")[2].partition("tot hier")[0]
    for unwanted in (
        "<script",
        "<style",
        " style=",
        "@font-face",
        "http-equiv",
    ):
        assert unwanted not in between
    root = html.fromstring(page)
    (figure,) = root.xpath("//figure[svg][figcaption]")
    assert figure.xpath("svg/@width") == ["100%"]
    assert figure.xpath(".//text[@textlength]") or "textLength" in between
    told = " ".join(
        " ".join(table.text_content().split())
        for table in root.xpath("//table")
    )
    assert all(
        f"{each.id} {each.text}" in told for each in of.goals + of.efforts
    )
    names = root.xpath("//@id")
    assert len(names) == len(set(names))
    used = {
        name
        for line in re.findall(r"url\(#([^)]+)\)", page)
        for name in [line]
    }
    assert used <= set(names)


# a pack to publish


def pack_of(of: Network) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(written(of, "woo"))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_metadata_fit_the_schema_once_a_person_has_filled_in_what_is_open() -> (
    None
):
    schema = etree.XMLSchema(etree.parse(DATA / "diwoo.xsd"))
    of = network(SPORT.replace("visie:", "datum: 1 maart 2026\n    visie:"))
    parts = pack_of(of)
    metadata = parts["rapport.diwoo.xml"].decode()
    assert "<diwoo:creatiedatum>2026-03-01<" in metadata
    assert not schema.validate(etree.fromstring(metadata.encode()))
    filled = re.sub(r"<!-- .*\n|\s+-->", "", metadata)
    filled = filled.replace("JJJJ-MM-DD", "2026-04-01")
    schema.assertValid(etree.fromstring(filled.encode()))
    todo = parts["lees-mij.txt"].decode()
    assert todo.count("[ ] vul in") == 2
    assert b"pdfaid" in parts["rapport.pdf"]


def test_what_a_programme_does_not_say_is_left_to_fill_in() -> None:
    parts = pack_of(network("doelen: [Meer sport]"))
    metadata = etree.fromstring(parts["rapport.diwoo.xml"])
    names = {
        etree.QName(each).localname for each in metadata.iter(etree.Element)
    }
    assert not names & {"publisher", "creatiedatum", "informatiecategorie"}
    todo = parts["lees-mij.txt"].decode()
    assert todo.count("[ ] vul in") == 4
    assert "--date JJJJ-MM-DD" in todo


def test_the_pack_lists_who_is_still_named(tmp_path: Path) -> None:
    plan, target = tmp_path / "plan.din.yaml", tmp_path / "pak.zip"
    plan.write_bytes(dinet.write(network(OWNERS), (), "yaml"))
    command = ["write", str(plan), "--format", "woo", "-o", str(target)]
    assert CliRunner().invoke(program, command).exit_code == 0
    with zipfile.ZipFile(target) as archive:
        persons = archive.read("niet-publiceren/personen.txt").decode()
    assert "[x] Jolijn van Veenwijk" in persons


def test_what_is_asked_is_refused_when_no_slide_has_room_for_it(
    tmp_path: Path,
) -> None:
    plan = tmp_path / "plan.din.yaml"
    plan.write_bytes(dinet.write(network(OWNERS), (), "yaml"))
    command = ["write", str(plan), "--format", "council", "-o", "-"]
    done = CliRunner().invoke(program, [*command, "--ask", "x " * 200])
    assert done.exit_code == 2
    assert "300" in done.output
