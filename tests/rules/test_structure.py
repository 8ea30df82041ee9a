"""Rules on ids and links: each fault is told once, by the rule to which it belongs."""

from dinet.application.auditing.audit_network import applied_rules
from dinet.plugins import plugin_folder
from tests.builder import network


def said(rule: str, text: str) -> list[str]:
    return [
        str(sentence)
        for _, sentence in plugin_folder("rules")
        .plugin_named(rule)
        .module.check.check(network(text))
    ]


def all_said(text: str) -> dict[str, list[str]]:
    found = {name: said(name, text) for name in applied_rules()}
    return {name: sentences for name, sentences in found.items() if sentences}


def test_each_further_element_with_a_taken_id_is_told_with_both_texts() -> (
    None
):
    text = (
        "doelen: [{id: D1, tekst: Een}, {id: D1, tekst: Twee}]\n"
        "inspanningen: [{id: D1, tekst: Drie}]"
    )
    assert said("duplicate_id", text) == [
        "The id D1 is taken twice: by “Een” and by “Twee”.",
        "The id D1 is taken twice: by “Een” and by “Drie”.",
    ]


def test_long_texts_are_shortened_at_a_word() -> None:
    (sentence,) = said(
        "duplicate_id",
        f"doelen: [{{id: D1, tekst: {'woorden ' * 50}}}, {{id: D1, tekst: Twee}}]",
    )
    assert (
        sentence
        == f"The id D1 is taken twice: by “{'woorden ' * 7}…” and by “Twee”."
    )


def test_an_unknown_id_is_told_once_with_the_ids_that_are_near() -> None:
    text = (
        "doelen: [{id: D-sport, tekst: Een}]\n"
        "inspanningen: [{tekst: Twee, voor: [D-sprot, D-sprot], hangt-af-van: D-sprot}]"
    )
    assert said("unknown_reference", text) == [
        (
            "The link from “I1” to “D-sprot” leads nowhere: "
            "there is no element “D-sprot”. Did you mean D-sport?"
        )
    ]


def test_a_link_of_which_both_ends_are_unknown_names_both() -> None:
    (sentence,) = said(
        "unknown_reference", "verbanden: [{van: A, naar: B, soort: meet}]"
    )
    assert (
        sentence
        == "The link from “A” to “B” leads nowhere: there is no element “A”, “B”."
    )


def test_ids_in_one_text_get_the_form_of_a_list() -> None:
    text = "doelen: [Een, Twee]\ninspanningen:\n  - tekst: Drie\n    voor: "
    (sentence,) = said("reference_needs_list", text + "D1 en D2")
    assert sentence.endswith(
        "More than one id is written as a list: [D1, D2]."
    )
    assert said("unknown_reference", text + "D1 en D2") == []


def test_a_list_in_one_text_with_an_id_that_does_not_exist_is_no_slip() -> (
    None
):
    text = "doelen: [Een]\ninspanningen:\n  - tekst: Twee\n    voor: D1, D9"
    (sentence,) = said("unknown_reference", text)
    assert sentence.endswith(
        "More than one id is written as a list: [D1, D9]."
    )
    assert said("reference_needs_list", text) == []


def test_many_unknown_ids_are_told_without_looking_for_near_ones() -> None:
    text = "doelen: [{id: D-sport, tekst: Een}]\ninspanningen:\n" + "".join(
        f"  - {{tekst: a, voor: D-sport{number}}}\n" for number in range(30)
    )
    sentences = said("unknown_reference", text)
    assert [("Did you mean" in each) for each in sentences] == [True] * 20 + [
        False
    ] * 10


def test_an_unknown_id_has_no_echo_in_other_rules() -> None:
    text = """
        doelen:
          - tekst: Meer sport
        smart-doelen:
          - {tekst: In 2028 sport 60% van de jeugd., voor: D8, bron: GGD}
        inspanningen:
          - {tekst: Bouwen van een hal., voor: D9}
        verbanden:
          - {van: I9, naar: D1, soort: draagt bij aan}
          - {van: S9, naar: D1, soort: meet}
          - {van: I8, naar: S1, soort: draagt bij aan}
    """
    assert set(all_said(text)) == {"unknown_reference"}


def test_a_link_to_itself_is_no_cycle_and_no_duplicate() -> None:
    text = "inspanningen: [{id: I1, tekst: Een, hangt-af-van: [I1, I1], onderdeel-van: I1}]"
    found = all_said(text)
    assert found.pop("self_link") == ["I1 (effort) is linked to itself."]
    assert set(found) == {"effort_without_goal"}


def test_a_link_that_is_given_three_times_is_told_once() -> None:
    text = "doelen: [Een]\ninspanningen: [{tekst: Twee, voor: [D1, D1, D1], verwijst-naar: D1}]"
    assert said("duplicate_link", text) == [
        "The link from I1 to D1 is given 3 times."
    ]


def test_links_of_two_kinds_between_the_same_elements_are_no_duplicates() -> (
    None
):
    assert (
        said(
            "duplicate_link",
            "doelen: [Een]\ninspanningen: [{tekst: Twee, voor: D1, verwijst-naar: D1}]",
        )
        == []
    )


def test_a_cycle_is_named_by_its_shortest_way() -> None:
    text = """
        doelen:
          - {id: D1, tekst: Een, voor: D2}
          - {id: D2, tekst: Twee, voor: [D3, D1]}
          - {id: D3, tekst: Drie, voor: D1}
          - {id: D4, tekst: Vier, voor: D5}
          - {id: D5, tekst: Vijf, voor: D4}
    """
    assert said("cycle", text) == [
        "D1 (goal) serves itself in the end: D1 → D2 → D1.",
        "D4 (goal) serves itself in the end: D4 → D5 → D4.",
    ]
