"""The Markdown table."""

import re

import pytest

from dinet.finding import Finding, Severity
from dinet.language import Sentence
from dinet.layout.style.profile import Profile
from dinet.model import Note, Place, Programme
from dinet.network import Network
from dinet.writers.md import escape_markdown, write
from tests.builder import network
from tests.writers import hostile

ENGLISH = Profile(lang="en", source="plan.docx")
SPORT = """
    programma: Sport voor iedereen
    thema's: [{id: T1, tekst: Bewegen}]
    doelen:
      - {id: D1, tekst: Meer kinderen sporten, thema: T1}
      - {id: D2, tekst: Betere gezondheid, thema: T1}
    smart-doelen:
      - {id: S1, tekst: In 2028 sport 60% elke week, voor: [D1, D2], bron: CBS}
    inspanningen:
      - {id: I1, tekst: Bouwen van een hal, voor: [D1, S1]}
      - {id: I2, tekst: Werven van trainers, voor: D1}
      - {id: I3, tekst: Losse klus}
"""


def lines(of: Network, findings: tuple[Finding, ...] = ()) -> list[str]:
    return write(of, findings, ENGLISH).decode().splitlines()


def cells(line: str) -> list[str]:
    return [each.strip() for each in re.split(r"(?<!\\)\|", line)[1:-1]]


def shown(text: str) -> str:
    """What Markdown shows of an escaped text."""
    plain = re.sub(r"\\(.)", r"\1", text)
    return (
        plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    )


def test_each_theme_has_a_table_in_which_a_goal_is_told_once_and_then_named():
    found = lines(network(SPORT))
    start = found.index("## T1 · Bewegen")
    target = "**S1** In 2028 sport 60% elke week *Source: CBS*"
    assert found[start + 2 : start + 7] == [
        "| Goal | Targets | Efforts |",
        "| --- | --- | --- |",
        f"| **D1** Meer kinderen sporten | {target} (shared with D2) | **I1** Bouwen van een hal |",
        "| **D1** |  | **I2** Werven van trainers |",
        f"| **D2** Betere gezondheid | {target} (shared with D1) |  |",
    ]


def test_what_hangs_nowhere_stands_in_a_table_of_its_own():
    found = lines(network(SPORT))
    assert (
        found[found.index("## Linked to nothing") + 4]
        == "|  |  | **I3** Losse klus |"
    )


def test_coverage_is_told_per_theme_and_in_total():
    found = lines(network(SPORT))
    targets = found.index("### Targets")
    assert [cells(each) for each in found[targets + 2 : targets + 6]] == [
        ["Theme", "With an effort of its own", "None"],
        ["---", "---", "---"],
        ["T1 · Bewegen", "1", "0"],
        ["**Total**", "1", "0"],
    ]
    goals = found.index("### Goals")
    assert [cells(each) for each in found[goals + 2 : goals + 6]] == [
        ["Theme", "Direct", "Only through a target that it shares", "None"],
        ["---", "---", "---", "---"],
        ["T1 · Bewegen", "1", "1", "0"],
        ["**Total**", "1", "1", "0"],
    ]
    assert "- S1 under D2: only through another goal's effort" in found


def test_each_grade_stands_with_its_meaning_and_the_way_that_proves_it():
    found = lines(network(SPORT))
    assert "- *None*: No effort leads to the goal." in found
    assert (
        "| D2 | Only through a target that it shares | I1 → S1 → D2 |" in found
    )


def test_findings_and_notes_are_tables_or_said_to_be_none():
    source = network(SPORT)
    found = lines(source)
    assert "No findings: every rule that was applied is met." in found
    noted = source.programme.model_copy(
        update={
            "notes": (
                Note(
                    code="joined",
                    message="samen|gevoegd",
                    place=Place(file="a.docx"),
                ),
            )
        }
    )
    finding = Finding(
        "DC101",
        "goal_without_effort",
        Severity.ERROR,
        source["D2"],
        Sentence("nobody works on it"),
    )
    told = lines(Network(noted), (finding,))
    assert "| a.docx | samen\\|gevoegd | joined |" in told
    assert any(
        cells(each)[:3] == ["Error", "D2", "nobody works on it"]
        for each in told
        if each.startswith("|")
    )


@pytest.mark.parametrize("text", hostile.STRINGS)
def test_an_escaped_text_is_one_line_that_shows_the_text(text):
    words = " ".join(text.split())
    assert shown(escape_markdown(text)) == words
    assert not re.search(
        r"(?<!\\)[|`*_\[\]<>]", escape_markdown(text).replace("\\\\", "")
    )


@pytest.mark.parametrize(
    "text",
    [
        "# kop",
        "- punt",
        "+ punt",
        "1. punt",
        "12) punt",
        "> citaat",
        "---",
        "===",
    ],
)
def test_no_text_begins_a_heading_list_or_rule(text):
    assert re.match(r"\\|\d+\\|&", escape_markdown(text))


def test_every_row_has_the_cells_of_its_heading_whatever_the_text():
    found = hostile.network()
    heading = 0
    for line, after in zip(
        tables := lines(found, hostile.findings(found)),
        [*tables[1:], ""],
        strict=True,
    ):
        if line.startswith("|"):
            heading = (
                len(cells(line)) if after.startswith("| ---") else heading
            )
            assert len(cells(line)) == heading


def test_no_element_is_missing():
    found = hostile.network()
    text = write(found, (), ENGLISH).decode()
    assert not [
        each.id
        for each in found
        if f"**{escape_markdown(each.id)}**" not in text
        and f"## {escape_markdown(each.id)} ·" not in text
    ]


def test_an_empty_programme_gives_a_report():
    assert lines(Network(Programme()))[0] == "# plan.docx"
