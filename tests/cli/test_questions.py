"""``dinet query "…"``: a question in words, beside the questions that have a name."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Run

TOWN = """
focuspunten: [{id: T1, tekst: Gezond opgroeien}]
doelen:
  - {id: D1, tekst: Meer kinderen sporten., focuspunt: T1}
  - {id: D2, tekst: Minder schulden., focuspunt: T1}
inspanningen:
  - {id: I1, tekst: Bouwen van een hal., voor: D1, trekker: Team Sport}
  - {id: I2, tekst: Aanleggen van een veld., voor: D1, budget: p.m.}
"""


@pytest.fixture
def town(run: Run) -> Run:
    """The command line in a folder with one more plan."""
    Path("stad.din.yaml").write_text(TOWN, encoding="utf-8")
    return run


def test_the_count_stands_first_and_then_a_table(town: Run) -> None:
    ended = town(
        "query", "doelen met minstens 2 inspanningen", "stad.din.yaml"
    )
    assert (ended.status, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[:2] == ["1 doel", ""]
    assert lines[2].split() == ["Code", "Tekst", "Inspanningen", "Vindplaats"]
    assert lines[4].startswith("D1    Meer kinderen sporten.  I1, I2 ")
    assert lines[4].endswith(" regel 4")


def test_that_nothing_answers_is_said(town: Run) -> None:
    ended = town("query", "doelen zonder thema", "stad.din.yaml")
    assert (ended.status, ended.out) == (0, "0 doelen\n")
    ended = town(
        "query", "doelen of thema's met tekst ~ 'zzz'", "stad.din.yaml"
    )
    assert ended.out == "0 elementen\n"


def test_what_the_document_does_not_say_is_told(town: Run) -> None:
    question = "inspanningen met trekker ~ 'jeugd'"
    ended = town("query", question, "stad.din.yaml")
    assert ended.out.splitlines() == [
        "0 inspanningen",
        "",
        "Van nog 1 element zegt het document het niet: I2.",
    ]


def test_a_document_without_links_has_no_goal_without_effort(run: Run) -> None:
    Path("los.din.yaml").write_text(
        "doelen: [Een, Twee]\ninspanningen: [Drie]\n", encoding="utf-8"
    )
    ended = run("query", "doelen zonder inspanningen", "los.din.yaml")
    assert ended.out.splitlines() == [
        "0 doelen",
        "",
        "Van nog 2 elementen zegt het document het niet: D1, D2.",
        "Het document noemt geen enkel verband tussen doelen en inspanningen.",
    ]


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        (
            "doelen zonder inspanningen en met thema ~ 'gezond'",
            "dinet zoekt doelen waarvoor geldt: niet rechtstreeks of via andere "
            "verbonden met inspanningen en rechtstreeks of via andere verbonden met "
            "thema's (tekst bevat “gezond”).",
        ),
        (
            "inspanningen direct voor D1 en zonder trekker of budget > 5",
            "dinet zoekt inspanningen waarvoor geldt: (direct bijdragend aan D1 "
            "en trekker is leeg) of budget is meer dan 5.",
        ),
        ("thema's", "dinet zoekt alle thema's."),
    ],
)
def test_a_question_is_explained_in_one_sentence(
    town: Run, question: str, sentence: str
) -> None:
    ended = town("query", question, "stad.din.yaml", "--explain")
    explained = ended.out.partition("\n\n")[0]
    assert " ".join(explained.split()) == sentence


def test_an_answer_can_be_data(town: Run) -> None:
    question = "inspanningen voor T1 en met budget onbekend"
    ended = town("query", question, "stad.din.yaml", "--format", "json")
    data = json.loads(ended.out)
    (effort,) = data.pop("elements")
    assert data == {
        "question": "inspanningen onder T1 en budget onbekend",
        "explanation": "dinet zoekt inspanningen waarvoor geldt: rechtstreeks of via "
        "andere bijdragend aan T1 en budget staat nog open.",
        "count": 1,
        "unsaid": [],
        "remarks": [],
    }
    assert effort == {
        "id": "I2",
        "kind": "effort",
        "text": "Aanleggen van een veld.",
        "fields": {"budget": ["p.m."]},
        "linked": [{"with": "T1", "count": 1, "nearest": ["T1"]}],
        "places": [{"file": "stad.din.yaml", "line": 8}],
    }


def test_a_wrong_question_gets_status_2_and_a_mark_under_the_column(
    town: Run,
) -> None:
    ended = town("query", "doelen zonder inspaningen", "stad.din.yaml")
    assert (ended.status, ended.out) == (2, "")
    message, question, mark = ended.err.rstrip("\n").split("\n")
    assert message.startswith("kolom 15 van de vraag: “inspaningen”")
    assert "Bedoelde u inspanningen" in message
    assert question == "  doelen zonder inspaningen"
    assert mark == "  " + " " * len("doelen zonder ") + "^"


@pytest.mark.parametrize("word", ["orphan", "covrage", "impct", "traces"])
def test_a_misspelled_name_is_no_question(town: Run, word: str) -> None:
    ended = town("query", word, "stad.din.yaml")
    assert ended.status == 2
    assert "Bedoelde u" in ended.err


@pytest.mark.parametrize("word", ["doelen", "goals", "acties", "effort"])
def test_a_kind_alone_is_a_question(town: Run, word: str) -> None:
    ended = town("query", word, "stad.din.yaml")
    assert ended.status == 0
    assert ended.out.startswith("2 ")


def test_the_help_tells_how_a_question_is_made(run: Run) -> None:
    assert "met meer dan 3 inspanningen" in run("query", "--help").out
    english = run("--lang", "en", "query", "--help").out
    assert "with more than 3 efforts" in english


def test_many_columns_leave_room_for_the_text(town: Run) -> None:
    question = "inspanningen met budget of met bron of met fase of met trekker"
    out = town("query", question, "stad.din.yaml").out
    assert max(map(len, out.splitlines())) <= 120
    assert "Nog 1 kolom staat alleen in --format json." in out


SETTINGS = """
[vragen]
weesdoelen = "doelen zonder inspanningen"

[regels.EIGEN1]
vraag = "inspanningen zonder trekker"
niveau = "fout"
zin = "{soort} {id} mist een trekker: {tekst}"
waarom = "De raad wil weten wie het doet."

[regels]
EIGEN2 = "inspanningen met budget > 100000"
EIGEN3 = "doelen met kolom 'Wijk' = 'Noord'"
"""


@pytest.fixture
def settled(town: Run) -> Run:
    """The same folder, with rules of its own."""
    text = SETTINGS.replace("[regels]\nEIGEN2", "[rules]\nEIGEN2")
    Path("dinet.toml").write_text(text, encoding="utf-8")
    return town


def test_a_kept_question_is_asked_by_its_name(settled: Run) -> None:
    ended = settled("query", "weesdoelen", "stad.din.yaml")
    assert ended.out.startswith("1 doel\n")
    ended = settled("query", "EIGEN1", "stad.din.yaml")
    assert ended.out.startswith("1 inspanning\n")


def test_a_rule_of_ones_own_finds_what_answers_its_question(
    settled: Run,
) -> None:
    ended = settled("audit", "stad.din.yaml", "--format", "json")
    data = json.loads(ended.out)
    own = [each for each in data["findings"] if each["code"] == "EIGEN1"]
    assert own == [
        {
            "code": "EIGEN1",
            "rule": "EIGEN1",
            "severity": "error",
            "elements": ["I2"],
            "words": ["Aanleggen van een veld."],
            "message": "inspanning I2 mist een trekker: Aanleggen van een veld.",
            "places": [{"file": "stad.din.yaml", "line": 8}],
            "standing": "new",
            "fingerprint": "5a291add0a7cbc6e",
        }
    ]
    assert [
        (each["code"], each["applied"], each["unsaid"])
        for each in data["own_rules"]
    ] == [
        ("EIGEN1", True, []),
        ("EIGEN2", True, ["I1", "I2"]),
        ("EIGEN3", False, []),
    ]


def test_an_audit_says_what_its_own_rules_cannot_tell(settled: Run) -> None:
    ended = settled("audit", "stad.din.yaml", "--fail-on", "never")
    assert ended.err.splitlines() == [
        "EIGEN2: van 2 elementen zegt het document het niet: I1, I2.",
        "EIGEN3 is niet toegepast: het document heeft geen kolom “Wijk”.",
    ]
    assert "FOUT  EIGEN1 EIGEN1  I2" in ended.out


def test_a_rule_of_ones_own_counts_for_the_exit_status(settled: Run) -> None:
    Path("heel.din.yaml").write_text(
        "doelen: [{tekst: Meer sport., smart: [In 2028 sport 60% (CBS).], "
        "inspanningen: [{tekst: Een hal bouwen., voor: [D1, S1]}]}]\n",
        encoding="utf-8",
    )
    assert settled("audit", "heel.din.yaml").status == 1
    Path("dinet.toml").unlink()
    assert settled("audit", "heel.din.yaml").status == 0


def test_rules_of_ones_own_are_listed_and_explained(settled: Run) -> None:
    *_, one, two, three = settled("rules").out.splitlines()
    assert one.split() == [
        "EIGEN1", "fout", "dinet.toml", "inspanningen", "zonder", "trekker",
    ]  # fmt: skip
    assert two.startswith("EIGEN2")
    assert three.startswith("EIGEN3")
    told = settled("rules", "eigen1").out
    assert "dinet zoekt inspanningen waarvoor geldt: trekker is leeg." in told
    assert "De raad wil weten wie het doet." in told
    assert "EIGEN1" in settled("rules", "EIGN1").err


def test_a_wrong_kept_question_is_pointed_at_in_its_file(run: Run) -> None:
    Path("dinet.toml").write_text(
        '[regels]\nEIGEN1 = "doelen zonder treker"\n', encoding="utf-8"
    )
    for words in (["audit", "plan.din.yaml"], ["rules", "EIGEN1"]):
        ended = run(*words)
        assert ended.status == 2
        assert ended.err.startswith(
            "dinet.toml, EIGEN1: kolom 15 van de vraag:"
        )


def test_findings_of_ones_own_rules_are_in_every_result(settled: Run) -> None:
    settled("build", "stad.din.yaml", "-o", "uit")
    page = Path("uit/stad.html").read_text(encoding="utf-8")
    table = Path("uit/stad.md").read_text(encoding="utf-8")
    assert "mist een trekker" in page
    assert "mist een trekker" in table
