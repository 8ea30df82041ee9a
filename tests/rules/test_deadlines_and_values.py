"""Rules on the years, values and measurements of targets."""

import dinet
from tests.rules.said import found, said

TARGETS = """
    smart-doelen:
      - {id: S1, tekst: "In 2024 rookt 9% van de jongeren."}
      - {id: S2, tekst: Minder rokers, jaar: "2023"}
      - {id: S3, tekst: "In 2029 rookt 5%, tegen 8% in 2019 (gemeten in 2030)."}
      - {id: S4, tekst: Minder verzuim t.o.v. 2019}
"""


def test_a_deadline_passes_by_the_date_of_the_document() -> None:
    assert said("deadline_passed", TARGETS) == []
    assert said(
        "deadline_passed", f"    peildatum: 2024-05-01\n{TARGETS}"
    ) == ["The year of target S2 has passed: 2023 lies before 2024."]


def test_a_deadline_before_the_programme_begins_has_passed() -> None:
    assert said("deadline_passed", f"    periode: 2025-2028\n{TARGETS}") == [
        "The year of target S1 has passed: 2024 lies before 2025.",
        "The year of target S2 has passed: 2023 lies before 2025.",
    ]


def test_the_date_of_the_document_counts_before_the_begin_of_the_programme() -> (
    None
):
    dated = f"    periode: 2025-2028\n    peildatum: 1 juni 2024\n{TARGETS}"
    assert [words[19:21] for words in said("deadline_passed", dated)] == ["S2"]


def test_what_ends_after_the_programme_is_told() -> None:
    text = f"""
    periode: 2024-2028
{TARGETS}
    inspanningen:
      - {{id: I1, tekst: Bouwen, periode: 2027-2030}}
      - {{id: I2, tekst: Slopen, periode: vanaf 2026}}
      - {{id: I3, tekst: Verven, periode: 2030-2026}}
    """
    assert said("deadline_outside_programme", text) == [
        "S3 (target) runs until 2029: the programme ends in 2028.",
        "I1 (effort) runs until 2030: the programme ends in 2028.",
    ]


def test_a_hundred_percent_is_asked_in_the_field_or_the_text() -> None:
    text = """
        smart-doelen:
          - {id: S1, tekst: "Honderd procent van de scholen in 2027"}
          - {id: S2, tekst: "In 2027 doet 90% mee (nu 100%)"}
          - {id: S3, tekst: "100% van de clubs", streefwaarde: 80%}
          - {id: S4, tekst: "Clubs doen mee", streefwaarde: "100 %"}
          - {id: S5, tekst: "Groei met 1.100% of 0,100%"}
    """
    assert said("hundred_percent_target", text) == [
        "Target S1 asks Honderd procent: is there nobody for whom it may fail?",
        "Target S4 asks 100 %: is there nobody for whom it may fail?",
    ]


def test_two_values_beside_each_other_are_unclear_unless_a_field_says_which() -> (
    None
):
    text = """
        smart-doelen:
          - {id: S1, tekst: "Sportdeelname 52% / 60% in 2028"}
          - {id: S2, tekst: "Van 52% naar 60% in 2028"}
          - {id: S3, tekst: "Sportdeelname 52% 60%", streefwaarde: 60%}
          - {id: S4, tekst: "52% (2024) en 60% (2028)"}
    """
    assert said("several_numbers_unclear", text) == [
        "Target S1 does not say which value is aimed at: “52% / 60%”."
    ]


def measured(*values: str) -> str:
    rows = "".join(
        f"          - {{soort: realisatie, jaar: '{2010 + number}', waarde: '{value}', "
        f"getal: {value}, plaats: {{bestand: m.xlsx, blad: M, rij: {number + 2}, kolom: 4}}}}\n"
        for number, value in enumerate(values)
    )
    return f"smart-doelen:\n      - tekst: Een\n        metingen:\n{rows}"


def test_a_measurement_far_from_all_others_is_told_at_its_cell() -> None:
    findings = found(
        "outlier_measurement", measured("50", "51", "510", "52", "53")
    )
    assert [str(finding.sentence) for finding in findings] == [
        "A measurement of target S1 is far from the others: “510” in 2012."
    ]
    assert str(findings[0].places[0].as_sentence()) == "m.xlsx!M!D4"


def test_a_trend_and_a_handful_of_values_have_no_outlier() -> None:
    for values in (
        ("50", "55", "60", "65", "70", "75"),
        ("50", "500", "51"),
        ("50", "50", "50", "50", "51"),
    ):
        assert found("outlier_measurement", measured(*values)) == []


def test_two_wordings_that_ask_something_else_are_told() -> None:
    text = """
        smart-doelen:
          - id: S1
            tekst: Minimaal 80% sport wekelijks.
            andere-bewoordingen: ["80% sport wekelijks", "Minimaal 80% sport elke week."]
    """
    assert said("meaning_drift", text) == [
        "S1 (target) is worded otherwise elsewhere, in “minimaal”: “80% sport wekelijks”.",
        "S1 (target) is worded otherwise elsewhere, in “wekelijks”: “Minimaal 80% sport "
        "elke week.”.",
    ]


def test_one_indicator_has_one_source_and_one_unit() -> None:
    text = """
        smart-doelen:
          - {id: S1, tekst: Een, indicator: Verzuim, eenheid: "%", bron: DUO}
          - {id: S2, tekst: Twee, indicator: verzuim., eenheid: dagen, bron: DUO.}
          - {id: S3, tekst: Drie, indicator: Uitval, eenheid: dagen, bron: ROC}
          - {id: S4, tekst: Vier, indicator: Verzuim}
    """
    assert said("inconsistent_source_or_unit", text) == [
        "S2 and S1 share an indicator, but one has “dagen” and the other “%”."
    ]


def test_a_target_that_stands_again_without_its_source_is_told_there() -> None:
    document = """
| Doel | Smart doelen | Inspanningen |
|---|---|---|
| Meer sport | In 2028 sport 60%. Bron: GGD | Hal bouwen |
| Meer spel | In 2028 sport 60%. | Plein openen |
| Meer rust | In 2028 slaapt 80%. | Boeken lenen |
"""
    programme = dinet.read_bytes(document.encode(), "plan.md")
    findings = [
        finding
        for finding in dinet.audit(programme)
        if finding.code == "DD406"
    ]
    assert [str(finding.sentence) for finding in findings] == [
        "S1 stands here without the source that it has elsewhere: “GGD”."
    ]
    assert [place.row for place in findings[0].places] == [3]


def test_only_a_year_by_which_to_reach_it_can_pass() -> None:
    text = """
    periode: 2025-2028
    smart-doelen:
      - {id: S1, tekst: "In 2019 lag het cijfer op 6; het stijgt naar 7."}
      - {id: S2, tekst: "Het verzuim was 7% in 2021 en daalt naar 5%."}
      - {id: S4, tekst: "Uiterlijk in 2023 sport 60%, tegen 52% in 2019."}
    """
    assert said("deadline_passed", text) == [
        "The year of target S4 has passed: 2023 lies before 2025."
    ]


def test_a_word_that_only_loses_its_brackets_is_told_as_that() -> None:
    text = """
        smart-doelen:
          - id: S1
            tekst: 85% voelt zich meestal (zeer) gelukkig.
            andere-bewoordingen: ["85% voelt zich meestal zeer gelukkig."]
    """
    assert said("meaning_drift", text) == [
        "S1 (target) has “zeer” in brackets at one place and without at another: "
        "“85% voelt zich meestal zeer gelukkig.”."
    ]


def test_the_years_of_a_programme_may_stand_in_its_title() -> None:
    titled = f"    programma: Programma Rook 2025-2028\n{TARGETS}"
    assert len(said("deadline_passed", titled)) == 2
    assert len(said("deadline_outside_programme", titled)) == 1


def test_the_year_in_the_heading_of_a_column_of_targets_is_their_deadline() -> (
    None
):
    text = """
    smart-doelen:
      - tekst: 80% van de meetpunten is op orde.
        herkomst: [{bestand: p.docx, tabel: 1, rij: 2, kolom: 3, kop: KOP}]
    """
    assert said("no_deadline", text.replace("KOP", "Streefwaarde 2030")) == []
    for heading in (
        "Streefwaarde",
        "Doelen uit het coalitieakkoord 2026",
        "Doel 2024-2028",
    ):
        assert said("no_deadline", text.replace("KOP", heading)), heading
