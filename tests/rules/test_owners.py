"""Rules on who answers for what."""

from tests.rules.said import found, said


def efforts(*owners: str) -> str:
    return "inspanningen:\n" + "".join(
        f"  - {{tekst: Werk {number}, trekker: {owner}}}\n"
        for number, owner in enumerate(owners)
    )


def test_the_rarer_spelling_of_an_owner_is_told_once() -> None:
    text = efforts(
        "Team Jeugd",
        "team jeugd",
        "TeamJeugd",
        "Team Jeugd",
        "Jeugd",
        "team jeugd",
    )
    assert (
        said("several_spellings", text)
        == [
            "The owner of I3 (effort) is spelled “TeamJeugd”, and elsewhere “Team Jeugd”.",
            "The owner of I2 (effort) is spelled “team jeugd”, and elsewhere “Team Jeugd”.",
        ][::-1]
    )


def test_an_effort_that_stands_elsewhere_in_another_spelling_is_told_there() -> (
    None
):
    text = """
        inspanningen: [{id: I1, tekst: Bouwen v.d. hal}, {id: I2, tekst: Slopen}]
        leesnotities:
          - code: merged
            bericht: weer
            plaats: {bestand: plan.docx, tabel: 2, rij: 3}
            waarden: {id: I1, text: Bouwen van de hal.}
          - {code: merged, bericht: weer, waarden: {id: I2, text: Slopen.}}
          - {code: merged, bericht: weer, waarden: {id: I9, text: Weg}}
    """
    findings = found("several_spellings", text)
    assert [str(finding.sentence) for finding in findings] == [
        "I1 (effort) is spelled otherwise elsewhere: “Bouwen van de hal.”."
    ]
    assert (
        str(findings[0].places[0].as_sentence()) == "plan.docx, table 2, row 3"
    )


def test_two_owners_of_one_role_are_told_and_of_two_roles_are_not() -> None:
    text = """
        inspanningen:
          - {id: I1, tekst: Een, trekker: [Jeugd, Sport]}
          - id: I2
            tekst: Twee
            trekker: [Jeugd, Sport]
            rollen: [{rol: Trekker, naam: Jeugd}, {rol: Opdrachtgever, naam: Sport}]
          - {id: I3, tekst: Drie, trekker: Jeugd}
        doelen: [{tekst: Vier, trekker: [Jeugd, Sport]}]
    """
    assert said("several_owners", text) == [
        "I1 (effort) has 2 owners: Jeugd; Sport."
    ]


def test_half_a_name_beside_a_whole_one_is_cut_off() -> None:
    text = efforts(
        "[Eva Verzonnen, Peter]",
        "Zus van",
        "Welbedacht Fictief",
        "[Peter Verzonnen, Welbedacht]",
        "[Jeugd, Sport]",
        "[Eva Verzonnen, Sportraad]",
        "'Fictief, Eva'",
        "Eva",
    )
    assert [words.split("“")[1] for words in said("owner_cut_off", text)] == [
        "Peter”.",
        "Zus van”.",
        "Welbedacht”.",
    ]


def test_a_person_with_many_efforts_is_told_and_a_department_is_not() -> None:
    assert said("owner_overload", efforts(*["Peter Verzonnen"] * 7)) == [
        "Peter Verzonnen answers for 7 efforts, from I1 on."
    ]
    assert said("owner_overload", efforts(*["Peter Verzonnen"] * 6)) == []
    assert said("owner_overload", efforts(*["Team Jeugd"] * 30)) == []


def test_the_programme_manager_owns_no_benefit() -> None:
    text = """
        baten: [{id: B1, tekst: Fit, trekker: Programmaleider Jeugd}, {tekst: Fijn, trekker: Sport}]
        inspanningen: [{tekst: Bouwen, trekker: Programmaleider Jeugd}]
    """
    assert said("programme_manager_as_owner", text) == [
        "Benefit B1 is owned by the programme manager: “Programmaleider Jeugd”."
    ]


def test_who_answers_for_something_does_not_measure_it() -> None:
    text = """
        baten:
          - id: B1
            tekst: Fit
            trekker: Sport
            rollen: [{rol: Eigenaar, naam: Sport}, {rol: Meter, naam: sport}]
          - id: B2
            tekst: Fijn
            trekker: Sport
            rollen: [{rol: Eigenaar, naam: Sport}, {rol: Meter, naam: GGD}]
          - id: B3
            tekst: Vrij
            trekker: Sport
            rollen: [{rol: Eigenaar, naam: Sport}, {rol: Kilometerbeheer, naam: Sport}]
    """
    assert said("owner_measures_itself", text) == [
        "sport both answers for B1 (benefit) and measures it."
    ]


def test_a_role_counts_as_an_owner_and_may_be_vacant() -> None:
    text = """
    inspanningen:
      - {id: I1, tekst: Bouwen, rollen: [{rol: Opdrachtgever, naam: Raad}]}
      - {id: I2, tekst: Slopen, rollen: [{rol: Uitvoerder, naam: nog te werven}]}
      - {id: I3, tekst: Verven}
    """
    assert said("no_owner", text) == ["Effort I3 has no owner."]
    assert said("vacant_owner", text) == [
        "I2 (effort) has no owner yet: it says “nog te werven”."
    ]
