"""A finding that something is missing carries the doubt that reading left it out."""

import json
from pathlib import Path

from dinet.api import audit, read_bytes
from dinet.application.write_network import write_network
from dinet.finding import Finding
from dinet.layout.style.profile import Profile
from dinet.model import Effort, Goal, Link, Note, Place, Programme, Unread
from dinet.network import Network
from tests.cli.running import Run
from tests.documents import table, word

HEAD = ["Doel", "SMART-doel", "Inspanning"]
GAP = ["Meer groen in de straat", "", ""]
FULL = ["Schoner water", "In 2029 is 80% van de plassen schoon.", "Baggeren"]


def findings_of(programme: Programme, code: str) -> list[Finding]:
    return [each for each in audit(programme) if each.code == code]


def test_what_misses_an_effort_beside_an_unread_table_says_so() -> None:
    programme = read_bytes(
        word(table(HEAD, GAP, FULL), table(["Wie", "Kent"], ["Jo", "Bo"])),
        "plan.docx",
    )
    assert [text.reason for text in programme.unread]
    (found,) = findings_of(programme, "DC101")
    assert found.doubt is not None
    assert "1 table" in str(found.doubt)
    assert str(found.whole_sentence).endswith(str(found.doubt))


def test_what_misses_an_effort_in_a_wholly_read_document_carries_no_doubt() -> (
    None
):
    programme = read_bytes(word(table(HEAD, GAP, FULL)), "plan.docx")
    (found,) = findings_of(programme, "DC101")
    assert found.doubt is None


def on_row(row: int) -> Place:
    return Place(file="plan.docx", table=1, row=row)


def two_goals() -> Programme:
    """Two goals without an effort; on the row of the second a cell was not read."""
    goals = tuple(
        Goal(id=f"D{row}", text="Meer groen", places=(on_row(row),))
        for row in (1, 2)
    )
    work = Effort(id="I1", text="Planten"), Goal(id="D3", text="Schoner")
    return Programme(
        elements=(*goals, *work),
        links=(Link(start="I1", end="D3", kind="contributes_to"),),
        unread=(
            Unread(
                text="zie ook", reason="cell_not_understood", place=on_row(2)
            ),
        ),
    )


def test_only_what_stands_beside_an_unread_cell_carries_its_doubt() -> None:
    first, second = findings_of(two_goals(), "DC101")
    assert first.doubt is None
    assert "beside it 1 text" in str(second.doubt)


def test_a_finding_about_an_inferred_link_says_that_it_is_inferred() -> None:
    link = Link(start="D1", end="D1", kind="contributes_to", basis="inferred")
    programme = Programme(
        elements=(Goal(id="D1", text="Meer groen"),), links=(link,)
    )
    (found,) = findings_of(programme, "DS004")
    assert "inferred" in str(found.doubt)


def test_the_doubt_stands_in_every_format() -> None:
    network = Network(two_goals())
    found = audit(network)
    for form in ("md", "html", "report_html"):
        made = write_network(
            network, found, form, Profile("nl", source="plan")
        )
        assert "ernaast is 1 tekst niet gelezen" in " ".join(
            made.decode().split()
        )


def test_many_alike_findings_keep_the_doubt_that_all_have(run: Run) -> None:
    rows = [[f"Doel nummer {at} is gehaald", "", ""] for at in range(5)]
    Path("plan.docx").write_bytes(
        word(table(HEAD, *rows, FULL), table(["Wie", "Kent"], ["Jo", "Bo"]))
    )
    run("write", "plan.docx", "--format", "md", "-o", "plan.md")
    text = Path("plan.md").read_text(encoding="utf-8")
    assert "niet gelezen is: 1 tabel" in text


def test_the_audit_as_data_has_doubts_guesses_and_what_proves_each_grade(
    run: Run,
) -> None:
    link = Link(start="I1", end="D1", kind="contributes_to", basis="inferred")
    note = Note(code="lone_line", message="los")
    programme = Programme(
        elements=(
            Goal(id="D1", text="Meer groen"),
            Goal(id="D2", text="Schoner"),
            Effort(id="I1", text="Planten"),
        ),
        links=(link,),
        notes=(note,),
    )
    Path("plan.json").write_text(
        programme.model_dump_json(by_alias=True), encoding="utf-8"
    )
    ended = run("audit", "plan.json", "--format", "json", "--fail-on", "never")
    data = json.loads(ended.out)
    assert data["guessed"]["classes"] == {
        "inferred_links": 1,
        "other_guesses": 1,
    }
    first, second = data["coverage"]["elements"]
    assert (first["grade"], first["path"]) == ("direct", ["I1", "D1"])
    assert first["without_weak_links"] == "none"
    assert (second["grade"], second["path"]) == ("none", [])
    assert data["coverage"]["definitions"]["goals"]["none"]
    told = run("audit", "plan.json", "--fail-on", "never", "--lang", "nl").out
    assert "Kijk na wat bij het lezen is afgeleid: 1 verband" in told
