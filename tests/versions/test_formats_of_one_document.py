"""One document in two formats has no differences: a test of reading as much as of comparing."""

from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

import pytest

import dinet
from dinet.api import read_bytes
from dinet.errors import DinetError
from dinet.network import Network
from dinet.plugins import plugin_folder
from dinet.versions.version_comparison import (
    VersionComparison,
    compare_versions,
)
from tests.builder import network

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
LACKING = {"hoogeveen.mmd": {"source"}, "coevorden.txt": {"period"}}
"""What stands in no cell of these two files: the drawing has no sources, the text no planning."""
WRITERS = plugin_folder("writers").plugins
READ_BACK = ("csv", "docx", "graphml", "json", "mermaid", "xlsx", "yaml")
DOCUMENTS = sorted(
    path
    for folder in ("examples", "tests/data/layouts")
    for path in (ROOT / folder).iterdir()
    if path.suffix not in (".json", ".pptx", ".dotx")
)

VILLAGES = """
programma: Sterke dorpen
thema's:
  - {id: T1, tekst: Ontmoeten, trekker: Wethouder Dorpen}
  - {id: T2, tekst: Bewegen, trekker: Wethouder Sport, opmerking: nieuw}
doelen:
  - id: D1
    tekst: Meer ontmoeting in de dorpen
    thema: T1
    niveau: strategisch
    trekker: Welzijn
    periode: 2026-2029
    budget: 300.000 euro
    bron: Coalitieakkoord
  - {id: D2, tekst: Dorpshuizen zijn vaker open, voor: D1, niveau: operationeel, status: loopt}
  - {id: D3, tekst: Meer inwoners bewegen, thema: T2, niveau: strategisch, partners: [GGD, Raad]}
smart-doelen:
  - id: S1
    tekst: In 2028 zijn 15 dorpshuizen dagelijks open
    voor: D2
    trekker: ["Wit, Sam de", Team Beheer]
    periode: 2026-2028
    bron: Telling
  - {id: S2, tekst: In 2029 beweegt 60% van de inwoners wekelijks, voor: [D3, D1], trekker: GGD}
  - {id: S3, tekst: In 2029 doet 30% van de inwoners vrijwilligerswerk, voor: D1, vacant: vacature}
inspanningen:
  - {id: I1, tekst: Sleutelbeheer door vrijwilligers, voor: S1, periode: 2027, bron: Dorpsplan}
  - {id: I2, tekst: Beweegcoach in elk dorp, voor: S2, trekker: Sportbedrijf, budget: 1 ton}
  - {id: I3, tekst: Wandelgroepen starten, voor: [S2, D1], partners: [Huisartsen]}
  - {id: I4, tekst: Dorpsfeest, voor: [D1, D3], trekker: Dorpsraad}
  - {id: I5, tekst: Vrijwilligers werven, voor: [S3, D2]}
  - {id: I5.1, tekst: Een folder maken, voor: I5}
  - {id: I6, tekst: Los onderzoek, trekker: Onderzoek}
"""
"""Owners of every kind, periods of goals and targets, and efforts for a target alone."""
TARGETS_ONLY = """
doelen: [Bewoners helpen elkaar, Iedereen doet mee]
smart-doelen:
  - {id: k1, tekst: In 2027 kent 65% van de bewoners de buren, voor: D1}
  - {id: k2, tekst: Het aantal bezoekers stijgt van 40 naar 100 in 2028, voor: [D1, D2]}
inspanningen:
  - {id: a1, tekst: Buurttuin aanleggen, voor: k1}
  - {id: a2, tekst: Koffie schenken, voor: [k1, k2]}
  - {id: a3, tekst: Fietsles geven, voor: k2, verwijst-naar: D1}
"""
"""No effort serves a goal by itself, and the ids are no codes that a reader knows."""


def in_all_formats(one: Network) -> dict[str, Network]:
    """What is read of a network in each format that is read back, and the network itself."""
    versions = {"itself": one}
    for form in READ_BACK:
        name = f"plan{WRITERS[form].suffixes[0]}"
        versions[form] = Network(read_bytes(dinet.write(one, (), form), name))
    return versions


def differences(comparison: VersionComparison) -> list[object]:
    """All that is not the same in two versions."""
    changes = [change for pair in comparison.pairs for change in pair.changes]
    return [
        *changes,
        *comparison.gone,
        *comparison.added,
        *comparison.split,
        *comparison.merged,
        *comparison.gone_links,
        *comparison.new_links,
        *comparison.grades,
    ]


def differing_pairs(versions: Mapping[str, Network]) -> list[object]:
    """The pairs of formats that differ, each with how."""
    found = []
    for one, other in combinations(versions, 2):
        comparison = compare_versions(versions[one], versions[other])
        if differences(comparison):
            found.append((one, other, differences(comparison)))
    return found


@pytest.mark.parametrize("plan", [VILLAGES, TARGETS_ONLY])
def test_no_format_loses_an_owner_or_invents_a_link(plan: str) -> None:
    versions = in_all_formats(network(plan))
    assert differing_pairs(versions) == []
    left = [
        unread
        for read in versions.values()
        for unread in read.programme.unread
        if unread.reason == "words_left"
    ]
    assert left == []


@pytest.mark.parametrize("form", ["csv", "docx"])
def test_tables_keep_what_is_said_of_goals_and_targets(form: str) -> None:
    one = network(VILLAGES)
    back = in_all_formats(one)[form]
    fields = ("owners", "vacant", "partners", "period", "budget")
    fields = (*fields, "status", "remark", "sources")
    assert {
        element.id: [getattr(element, field) for field in fields]
        for element in back
    } == {
        element.id: [getattr(element, field) for field in fields]
        for element in one
    }


def test_a_row_says_what_serves_its_goal_by_way_of_the_target_alone() -> None:
    text = dinet.write(network(VILLAGES), (), "csv").decode("utf-8-sig")
    rows = [row for row in text.splitlines() if "I2: Beweegcoach" in row]
    assert len(rows) == 2
    assert all(
        "I2: Beweegcoach in elk dorp (alleen via" in row for row in rows
    )
    assert "I3: Wandelgroepen starten;" in text
    assert "Trekker doel" in text.splitlines()[0]
    assert "Looptijd SMART-doel" in text.splitlines()[0]


@pytest.mark.slow
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_no_document_at_hand_differs_from_itself_in_any_format(
    path: Path,
) -> None:
    try:
        one = Network(dinet.read(path))
    except DinetError:
        pytest.skip("this document is refused")
    assert differing_pairs(in_all_formats(one)) == []


@pytest.mark.slow
@pytest.mark.parametrize("document", ["hoogeveen", "coevorden"])
def test_a_document_does_not_differ_from_itself_in_another_format(
    document: str,
) -> None:
    workbook = EXAMPLES / f"{document}-werkmap.xlsx"
    paths = [workbook, *sorted(EXAMPLES.glob(f"{document}.*"))]
    read = {path.name: Network(dinet.read(path)) for path in paths}
    assert len(read) > 7
    for one, other in combinations(read, 2):
        comparison = compare_versions(read[one], read[other])
        lacking = LACKING.get(one, set()) | LACKING.get(other, set())
        changed = {
            change.kind for pair in comparison.pairs for change in pair.changes
        }
        assert changed == lacking, (one, other)
        differing = (
            comparison.gone,
            comparison.added,
            comparison.split,
            comparison.merged,
            comparison.gone_links,
            comparison.new_links,
            comparison.grades,
        )
        assert not any(differing), (one, other)
        certain = {pair.paired.certainty for pair in comparison.pairs}
        assert certain == {"sure"}, (one, other)
