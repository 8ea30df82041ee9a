"""The sheet of all targets."""

from dinet.report.targets.target_sheet import build_target_sheet
from tests.builder import network

PLAN = """
    doelen:
      - {id: D1, tekst: Een gezonde stad., niveau: strategisch}
      - id: D2
        tekst: Meer mensen fietsen.
        smart-doelen:
          - tekst: In 2029 fietst minimaal 45,5% van de werknemers (in 2023 was dit 38%).
            bron: CBS
          - tekst: Het aantal fietsparkeerplaatsen stijgt met 1.500.
          - tekst: Fietsers
            streefwaarde: "12 tot 15"
            eenheid: "%"
            jaar: 2030
      - {id: D3, tekst: Kinderen lopen vaker naar school.}
    """


def test_each_target_has_a_row_with_its_parts_in_dutch() -> None:
    first, second, third = build_target_sheet(network(PLAN), "nl").targets
    assert first.cells()[2:7] == (
        "minimaal 45,5",
        "%",
        "2029",
        "38% (2023)",
        "CBS",
    )
    assert first.completion == "Er ontbreekt niets."
    assert (second.value, second.source) == ("1.500 meer", "")
    assert (third.value, third.unit, third.deadline) == (
        "12 tot 15",
        "%",
        "2030",
    )


def test_verdicts_are_words_under_the_letters() -> None:
    sheet = build_target_sheet(network(PLAN), "nl")
    heads = sheet.heads[7:12]
    assert heads == ("S", "M", "A", "R", "T")
    assert sheet.targets[0].verdicts == (
        "ja",
        "ja",
        "niet te zien",
        "te beoordelen",
        "ja",
    )
    assert "S = specifiek" in sheet.legend


def test_a_row_has_a_cell_under_every_heading() -> None:
    sheet = build_target_sheet(network(PLAN), "en")
    for table in sheet.tables():
        assert {len(row.cells()) for row in table.rows} == {len(table.heads)}
        assert "" not in table.rows[0].cells("–")


def test_goals_that_no_target_measures_stand_apart_but_strategic_ones_do_not() -> (
    None
):
    sheet = build_target_sheet(network(PLAN), "nl")
    assert [row.code for row in sheet.goals] == ["D3"]
    assert sheet.tables()[1].heads[1] == "Doel"
    assert "“vaker”" in sheet.goals[0].completion


def test_an_empty_programme_has_no_tables() -> None:
    sheet = build_target_sheet(network("dinet: 1"), "nl")
    assert sheet.tables() == []
