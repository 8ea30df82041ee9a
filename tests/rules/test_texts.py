"""Rules on a text as a text: several in one, cut off, too long, or with traces of its making."""

import pytest

from tests.rules.said import found, said, said_of


def test_a_goal_with_several_subjects_and_directions_is_several() -> None:
    text = (
        'doelen: ["De lucht is schoner, de straten zijn groener en inwoners '
        'bewegen meer."]'
    )
    assert said("several_statements", text) == [
        "D1 (goal) holds 3 statements: “De lucht is schoner”, “de straten zijn "
        "groener”, “inwoners bewegen meer.”."
    ]


def test_a_goal_that_compares_three_nouns_holds_three() -> None:
    goal = (
        "Meer vertrouwen in de buurt, minder lawaai en stank en snellere hulp"
    )
    (sentence,) = said("several_statements", f'doelen: ["{goal}"]')
    assert sentence == (
        "D1 (goal) holds 3 statements: “Meer vertrouwen in de buurt”, “minder lawaai en "
        "stank”, “snellere hulp”."
    )


def test_several_wishes_for_one_subject_are_one_goal() -> None:
    goals = (
        "Gezinnen zijn veiliger en kunnen beter rondkomen",
        "Meer groen en minder steen",
        "Meer, betere en goedkopere woningen",
        "Minder lawaai en stank, meer rust",
        "Meer kinderen en jongeren ervaren een betere gezondheid",
        "Meer mensen doen mee. Zo wordt de wijk sterker.",
    )
    assert said_of("several_statements", "doelen", *goals) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("In 2026 is het verzuim 4%. In 2028 is het 3%.", 2),
        ("In 2027 rookt 10%; in 2027 drinkt 20%", 2),
        ("In 2028 sport 60%. Hiervan is 30% jonger dan 18 jaar.", 0),
        ("In 2028 voelt 90% zich veilig. De meting van 2024 gaf 80%.", 0),
        ("In 2028 sport 60% (t.o.v. 52% in 2024).", 0),
    ],
)
def test_sentences_of_a_target_that_ask_something_each_are_several(
    text: str, count: int
) -> None:
    sentences = said("several_statements", f'smart-doelen: ["{text}"]')
    assert [f"holds {count} statements" in each for each in sentences] == [
        True
    ] * (count > 0)


def test_a_target_with_its_value_in_a_field_states_that() -> None:
    text = (
        'smart-doelen: [{tekst: "In 2027 rookt 10%. In 2028 rookt 8%.", '
        "streefwaarde: 8%}]"
    )
    assert said("several_statements", text) == []


def test_pieces_of_work_in_a_row_are_several_efforts() -> None:
    several = (
        "Coaches werven. Ouders trainen.",
        "Voorlichting geven op scholen; ouderavonden organiseren; een folder maken",
        "Opstellen van een plan. Uitvoeren van het plan.",
    )
    one = (
        "Een loket openen. Het loket is elke dag open.",
        "Samenwerking verbeteren en focus aanbrengen",
        "Openen van een loket (o.a. voor jongeren)",
    )
    assert said_of("several_statements", "inspanningen", *several) == list(
        several
    )
    assert said_of("several_statements", "inspanningen", *one) == []


def test_a_text_that_breaks_off_is_told_by_its_end() -> None:
    text = "inspanningen: [Trainen van leraren en, Trainen van leraren]"
    assert said("probable_cut_off", text) == [
        "The text of I1 (effort) seems to be cut off: “… Trainen van leraren en”."
    ]


def test_what_may_be_the_end_of_a_sentence_is_not_cut_off() -> None:
    whole = (
        "Ouders staan er niet alleen voor",
        "Wij sluiten hierop aan",
        "Daar werken we aan mee",
        "Overleg (elke maand)",
        "Vitamine A",
        "Kies een: a) sport, b) cultuur",
    )
    broken = (
        "Overleg met scholen (ook in",
        "Uitbreiden van het aanbod voor",
        "Inwoners leven langer g…",
        "Hulp voor jongeren, ouderen,",
        "De wijk in met de",
    )
    assert said_of("probable_cut_off", "inspanningen", *whole) == []
    assert said_of("probable_cut_off", "inspanningen", *broken) == list(broken)


def test_traces_of_making_are_quoted() -> None:
    text = (
        'inspanningen: ["Samen\\u00adwerking en \\ufb01ets", "Be- vorderen", "Een &amp; twee", '
        '"Taal- en rekenles", "in-/extern", "<b>Vet</b>", "10 < 12", "caf\\u00c3\\u00a9"]'
    )
    quoted = [words.split("“", 1)[1] for words in said("text_artefacts", text)]
    assert quoted == [
        "Samen\xadwerking”, “ﬁets”.",
        "Be- vorderen”.",
        "&amp;”.",
        "<b>”, “</b>”.",
        "cafÃ©”.",
    ]


def test_a_text_of_half_a_page_is_told_with_its_length() -> None:
    long = "Samen werken aan een wijk. " * 20
    text = f"inspanningen: ['{long.strip()}', Kort]\nsmart-doelen: [Bereik]"
    assert said("text_length", text) == [
        "S1 (target) is a single word: “Bereik”.",
        "The text of I1 (effort) has 539 characters: “Samen werken aan een wijk. "
        "Samen werken aan een wijk. Samen werken aan een …”.",
    ]


def test_an_abbreviation_is_told_once_where_it_first_stands() -> None:
    text = (
        "doelen: [De ABX werkt, De ABX en de QRS werken]\n"
        "inspanningen: [ABX inrichten]"
    )
    assert said("unexplained_abbreviation", text) == [
        "D1 (goal) has an abbreviation that is explained nowhere: “ABX”.",
        "D2 (goal) has an abbreviation that is explained nowhere: “QRS”.",
    ]


def test_an_abbreviation_that_is_explained_or_known_is_let_be() -> None:
    text = (
        "programma: Samen (ZYX)\n"
        'doelen: ["ABX (Algemeen Bureau voor Xylofoons)", '
        '"Het Jeugdfonds (JFX) en JFX en ZYX", "ABX, GGD, MBO, CO2, fase II, A12, JeugdFonds", '
        '"ALLES IN HOOFDLETTERS"]'
    )
    assert said("unexplained_abbreviation", text) == []


def test_numbers_without_anything_between_are_glued() -> None:
    text = (
        'smart-doelen: ["Was 91%92% in 2028", "Van 91% naar 92%", "91%/92%"]\n'
        'inspanningen: [{tekst: Een hal, budget: "€ 1.000€ 2.000"}]'
    )
    assert said("glued_cells", text) == [
        "S1 (target) has numbers against each other: “91%92%”.",
        "I1 (effort) has numbers against each other: “€ 1.000€ 2.000”.",
    ]


def test_script_is_found_in_every_field_and_at_its_cell() -> None:
    text = """
        inspanningen:
          - tekst: Een hal
            extra:
              - kop: Opmerking
                tekst: '<img src=x onerror=alert(1)>'
                plaats: {bestand: plan.xlsx, blad: Acties, rij: 7, kolom: 3}
          - Kinderen < 12 jaar en a > b
          - 'klik op javascript:alert(1)'
    """
    findings = found("active_content", text)
    assert [finding.ids for finding in findings] == [("I1",), ("I3",)]
    assert str(findings[0].places[0].as_sentence()) == "plan.xlsx!Acties!C7"


def test_formulas_are_told_and_numbers_with_a_sign_are_not() -> None:
    formulas = (
        "=SUM(A1:A3)",
        "+HYPERLINK(x)",
        "=A1+3",
        "@SUM(x)",
        "=cmd|calc!A0",
    )
    plain = (
        "-5.000",
        "+10%",
        "- een bullet (twee)",
        "@gemeente",
        "= gelijk",
        "+31 6",
    )
    assert said_of("spreadsheet_formula", "inspanningen", *formulas) == list(
        formulas
    )
    assert said_of("spreadsheet_formula", "inspanningen", *plain) == []
