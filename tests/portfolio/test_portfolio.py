"""What several documents have to do with each other, and how sure that is."""

from pathlib import Path

import pytest

from dinet.application.read_portfolio import ReadPortfolio, read_portfolio
from dinet.errors import DocumentError, UsageError
from dinet.portfolio.namespaces import NamedFile, give_namespaces
from dinet.portfolio.rows import PortfolioRow
from dinet.report.portfolio.portfolio_data import portfolio_as_data

YOUTH = """\
# Programma Jeugd

| Doel | Inspanningen |
|---|---|
| Meer jongeren bewegen | Een sporthal bouwen in Erica (gezamenlijke inzet met Sport en Bewegen) |
| Meer jongeren lezen | Docenten trainen (gezamenlijke uitvoering met programma Wonen) |
"""
SPORT = """\
# Programma Sport en Bewegen 2026-2030

| Doel | Inspanningen |
|---|---|
| Inwoners sporten vaker | In Gees een zwembad openen |
"""
ONE = """\
programma: Jeugd
doelen:
  - {id: D1, tekst: Meer jongeren bewegen.}
smart-doelen:
  - {id: S1, tekst: "In 2028 sport 60% van de jongeren in Erica.", voor: D1}
inspanningen:
  - {id: I1, tekst: Bouwen van een sporthal in Erica, voor: S1, trekker: Anne Voorbeeld}
  - {id: I2, tekst: Een speeltuin aanleggen in Gees, voor: S1, trekker: Anne Voorbeeld}
"""
OTHER = """\
programma: Sport
doelen:
  - {id: D1, tekst: Inwoners sporten vaker.}
smart-doelen:
  - {id: S1, tekst: "In 2028 sport 70% van de jongeren in Erica.", voor: D1}
inspanningen:
  - {id: I1, tekst: Een sporthal bouwen in Erica, voor: S1, trekker: Anne Voorbeeld}
  - {id: I2, tekst: Gymles in Elim, voor: D1, trekker: Bram Verzonnen}
"""


def written(folder: Path, **texts: str) -> str:
    """A folder with documents in dinet's own form."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.din.yaml").write_text(text, encoding="utf-8")
    return str(folder)


def studied(folder: str, pairs: str = "", **wishes: object) -> ReadPortfolio:
    return read_portfolio([folder], "nl", {"pairs": pairs or None, **wishes})


def ids_of(row: PortfolioRow) -> list[str]:
    return [placed.id for placed in row.elements]


def test_a_programme_that_is_named_and_knows_nothing_is_told_and_one_that_is_missing(
    tmp_path: Path,
) -> None:
    (tmp_path / "jeugd.md").write_text(YOUTH, encoding="utf-8")
    (tmp_path / "sport.md").write_text(SPORT, encoding="utf-8")
    unaware, missing = studied(str(tmp_path)).portfolio.rows.named
    assert (unaware.named, ids_of(unaware)) == ("sport", ["jeugd:I1"])
    place = unaware.elements[0].places[0]
    assert (place.file, place.row, place.heading) == (
        "jeugd.md",
        2,
        "Inspanningen",
    )
    assert "noemt Jeugd niet" in unaware.facts[0].in_language("nl")
    assert (missing.named, missing.name) == ("", "programma Wonen")
    assert {unaware.certainty, missing.certainty} == {"check"}


def test_a_programme_that_has_the_effort_too_knows_of_it(
    tmp_path: Path,
) -> None:
    (tmp_path / "jeugd.md").write_text(YOUTH, encoding="utf-8")
    aware = SPORT.replace(
        "In Gees een zwembad openen", "In Erica een sporthal bouwen"
    )
    (tmp_path / "sport.md").write_text(aware, encoding="utf-8")
    rows = studied(str(tmp_path)).portfolio.rows
    assert [row.name for row in rows.named] == ["programma Wonen"]
    assert [ids_of(row) for row in rows.joint] == [["jeugd:I1", "sport:I1"]]


def test_only_one_code_with_the_same_words_is_certain(tmp_path: Path) -> None:
    table = (
        "| Nr. | Doel | Inspanning |\n|---|---|---|\n"
        "| A1 | Meer sport | Bouwen van een sporthal |\n"
        "| {code} | Meer lezen | {work} |\n"
    )
    for name, code, work in (
        ("een", "A2", "Boeken kopen"),
        ("twee", "A3", "Het kopen van boeken"),
    ):
        text = table.format(code=code, work=work)
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    rows = studied(str(tmp_path)).portfolio.rows
    told = {
        row.elements[0].known.text: row.certainty
        for row in (*rows.joint, *rows.shared)
    }
    assert told == {
        "Meer sport": "certain",
        "Meer lezen": "check",
        "Bouwen van een sporthal": "check",
        "Boeken kopen": "check",
    }


def test_a_person_settles_what_is_one_and_only_that_is_made_one(
    tmp_path: Path,
) -> None:
    folder = written(tmp_path / "plannen", jeugd=ONE, sport=OTHER)
    pairs = tmp_path / "paren.yaml"
    pairs.write_text(
        "hetzelfde:\n"
        '  - ["jeugd:I1 Bouwen van een sporthal in Erica", "sport:I1"]\n'
        '  - ["jeugd:S1", "sport:S9 In 2028 sport 70% van de jongeren in Erica."]\n',
        encoding="utf-8",
    )
    read = studied(folder, str(pairs))
    (claim,), (conflict,) = (
        read.portfolio.rows.claims,
        read.portfolio.rows.conflicts,
    )
    assert claim.certainty == conflict.certainty == "certain"
    assert "“60%” tegenover “70%”" in conflict.facts[0].in_language("nl")
    network = read.portfolio.network
    joined = network["jeugd:I1"]
    assert joined.wordings == ("Een sporthal bouwen in Erica",)
    assert "sport:I1" not in network
    assert [each.id for each in network.efforts_for(network["sport:D1"])] == [
        "jeugd:I1",
        "jeugd:I2",
        "sport:I2",
    ]
    assert read.portfolio.coverage.targets.total == 1


def test_a_person_keeps_apart_what_only_sounds_the_same(
    tmp_path: Path,
) -> None:
    folder = written(tmp_path / "plannen", jeugd=ONE, sport=OTHER)
    pairs = tmp_path / "paren.yaml"
    pairs.write_text(
        'niet hetzelfde:\n  - ["jeugd:I1", "sport:I1"]\n  - ["jeugd:S1", "sport:S1"]\n',
        encoding="utf-8",
    )
    rows = studied(folder, str(pairs)).portfolio.rows
    assert (*rows.joint, *rows.claims, *rows.conflicts) == ()


@pytest.mark.parametrize(
    ("form", "told"),
    [
        (
            'hetzelfde: [["jeugd:I9 Iets anders", "sport:I1"]]',
            "“I9 Iets anders”",
        ),
        ('hetzelfde: [["jeugd:I1"]]', "geen paar"),
        ('hetzelfde: [["jeugd:I1", "sport:D1"]]', "twee soorten"),
        (
            'same: [["jeugd:I1", "sport:I1"]]\nnot same: [["sport:I1", "jeugd:I1"]]',
            "hetzelfde zijn, en dat ze het niet zijn",
        ),
        ('zelfde: [["jeugd:I1", "sport:I1"]]', "“zelfde”"),
    ],
)
def test_a_form_that_cannot_be_meant_is_refused_with_the_reason(
    tmp_path: Path, form: str, told: str
) -> None:
    folder = written(tmp_path / "plannen", jeugd=ONE, sport=OTHER)
    pairs = tmp_path / "paren.yaml"
    pairs.write_text(form, encoding="utf-8")
    with pytest.raises(DocumentError) as refused:
        studied(folder, str(pairs))
    assert told in refused.value.in_language("nl")


def test_names_that_are_left_out_are_still_compared_and_never_shown(
    tmp_path: Path,
) -> None:
    folder = written(tmp_path, jeugd=ONE, sport=OTHER)
    (row,) = studied(folder, redact=("owners",)).portfolio.rows.owners
    assert ids_of(row) == ["jeugd:I1", "jeugd:I2", "sport:I1"]
    assert "2 inspanningen in 2 programma’s" in row.facts[0].in_language("nl")
    assert "Voorbeeld" not in row.name
    (tmp_path / "brief_anne-voorbeeld.docx").write_bytes(b"geen zip")
    read = studied(folder, redact=("names",))
    told = portfolio_as_data(read.portfolio, read.notices, "nl")
    shown = read.portfolio.network.programme.model_dump_json()
    assert "voorbeeld" not in f"{told}{shown}".lower()
    assert len(read.notices.refused) == 1


def test_one_document_that_cannot_be_read_stops_no_other_and_twins_count_once(
    tmp_path: Path,
) -> None:
    folder = written(
        tmp_path, jeugd=ONE, kopie=ONE, sport=OTHER, stuk="doelen: ["
    )
    read = studied(folder)
    assert [each.namespace for each in read.portfolio.documents] == [
        "jeugd",
        "sport",
    ]
    assert [each.name for each in read.notices.refused] == ["stuk.din.yaml"]
    assert read.notices.twins == (("kopie.din.yaml", "jeugd.din.yaml"),)
    (tmp_path / "sport.din.yaml").unlink()
    with pytest.raises(UsageError):
        studied(folder)


def test_a_namespace_does_not_depend_on_the_order_of_the_files() -> None:
    files = [
        NamedFile("plan", "a", "docx"),
        NamedFile("plan", "a", "pdf"),
        NamedFile("plan", "b", "docx"),
        NamedFile("Jeugd", "a", "docx"),
    ]
    names = give_namespaces(files)
    assert names == ["plan-docx", "plan-pdf", "b-plan", "jeugd"]
    assert give_namespaces(files[::-1]) == names[::-1]
