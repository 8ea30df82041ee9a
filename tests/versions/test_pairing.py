"""Which elements of two versions are one: by words and neighbours, never by dinet's own numbers."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from dinet.api import Network
from dinet.model import Programme
from dinet.versions.pairing import PairedVersions, pair_versions
from tests.builder import network
from tests.strategies import FEW_EXAMPLES, programmes

OLD = network("""
    doelen:
      - tekst: Inwoners bewegen meer
        smart-doelen:
          - tekst: In 2026 sport 60% van de inwoners wekelijks.
            inspanningen:
              - De kunstgrasvelden aan de Dreef vernieuwen
              - Een sportpas uitgeven aan minima
      - tekst: Ouderen blijven langer zelfstandig wonen
        inspanningen:
          - Woningen aanpassen en een klussendienst voor ouderen opzetten
          - Voorlichting geven over valpreventie in buurthuizen
""")


def partners(paired: PairedVersions) -> dict[str, str]:
    return {pair.old.id: pair.new.id for pair in paired.pairs}


def test_other_numbers_and_another_order_change_no_pair() -> None:
    new = network("""
        doelen:
          - tekst: Ouderen blijven langer zelfstandig wonen
            inspanningen:
              - Voorlichting geven over valpreventie in buurthuizen
              - Woningen aanpassen en een klussendienst voor ouderen opzetten
          - tekst: Inwoners bewegen meer
            smart-doelen:
              - tekst: In 2026 sport 60% van de inwoners wekelijks.
                inspanningen:
                  - Een sportpas uitgeven aan minima
                  - De kunstgrasvelden aan de Dreef vernieuwen
    """)
    paired = pair_versions(OLD, new)
    texts = {
        OLD[one].text: new[other].text
        for one, other in partners(paired).items()
    }
    assert all(old == new for old, new in texts.items())
    assert len(texts) == len(OLD)
    assert {pair.certainty for pair in paired.pairs} == {"sure"}


def test_reworded_efforts_are_found_by_their_words_and_neighbours() -> None:
    new = network("""
        doelen:
          - tekst: Meer beweging voor alle inwoners
            smart-doelen:
              - tekst: In 2028 sport 65% van de inwoners elke week.
                inspanningen:
                  - Sportpassen voor minima
                  - Vernieuwing van de kunstgrasvelden
          - tekst: Ouderen wonen langer zelfstandig
            inspanningen:
              - Klussendienst voor ouderen
              - Valpreventie in de buurthuizen
    """)
    paired = pair_versions(OLD, new)
    assert partners(paired) == {
        "D1": "D1",
        "D2": "D2",
        "S1": "S1",
        "I1": "I2",
        "I2": "I1",
        "I3": "I3",
        "I4": "I4",
    }


def test_what_begins_alike_is_not_the_same() -> None:
    old = network("""
        doelen:
          - tekst: Medewerkers zijn vakbekwaam
            inspanningen: [Training organiseren over aanbesteden voor inkopers]
    """)
    new = network("""
        doelen:
          - tekst: Medewerkers zijn vakbekwaam
            inspanningen:
              - Inkopers trainen in aanbesteden
              - Training organiseren over brandveiligheid voor beheerders
    """)
    paired = pair_versions(old, new)
    assert partners(paired) == {"D1": "D1", "I1": "I1"}
    assert [element.id for element in paired.added] == ["I2"]
    assert not paired.split


def test_an_effort_that_became_two_is_offered_as_split() -> None:
    old = network("""
        doelen:
          - tekst: Een schone wijk
            inspanningen:
              - Zwerfvuil in de parken opruimen met scholieren en ondergrondse containers
                plaatsen bij de winkels
    """)
    new = network("""
        doelen:
          - tekst: Een schone wijk
            inspanningen:
              - Scholieren ruimen zwerfvuil op in de parken
              - Bij de winkels komen ondergrondse containers
    """)
    paired = pair_versions(old, new)
    (split,) = paired.split
    assert (split.whole.id, [part.id for part in split.parts]) == (
        "I1",
        ["I1", "I2"],
    )
    (merged,) = pair_versions(new, old).merged
    assert [part.id for part in merged.parts] == ["I1", "I2"]


def test_a_person_settles_what_words_cannot() -> None:
    new = network("""
        doelen: [Iedereen komt van de bank, Thuis oud worden]
    """)
    old = network("doelen: [Inwoners bewegen meer, Ouderen wonen zelfstandig]")
    assert not pair_versions(old, new).pairs
    paired = pair_versions(old, new, {"D1": "D1", "D2": None})
    assert [(pair.old.id, pair.ground) for pair in paired.pairs] == [
        ("D1", "settled")
    ]
    assert [element.id for element in paired.gone] == ["D2"]
    same = pair_versions(old, old, {"D1": None})
    assert partners(same) == {"D2": "D2"}


def test_a_code_of_the_document_counts_when_the_words_agree() -> None:
    old = network("""
        doelen:
          - {id: D1, code: "9.7", tekst: "Meer woningen voor starters in de kernen"}
          - {id: D2, code: "9.8", tekst: "Een levendig centrum"}
    """)
    new = network("""
        doelen:
          - {id: D1, code: "9.8", tekst: "Minder autoverkeer"}
          - {id: D2, code: "9.7", tekst: "Starters vinden een huis: woningen in alle kernen"}
    """)
    paired = pair_versions(old, new)
    (pair,) = paired.pairs
    assert (pair.old.id, pair.new.id, pair.ground) == ("D1", "D2", "code")
    assert pair.certainty == "sure"


@settings(max_examples=FEW_EXAMPLES)
@given(programmes, st.randoms(use_true_random=False))
def test_every_element_is_told_once(
    programme: Programme, random: Random
) -> None:
    old = Network(programme)
    kept = [element for element in programme.elements if random.random() < 0.7]
    new = Network(programme.model_copy(update={"elements": tuple(kept)}))
    paired = pair_versions(old, new)
    told_old = [pair.old.id for pair in paired.pairs]
    told_old += [element.id for element in paired.gone]
    told_old += [one.whole.id for one in paired.split]
    told_old += [part.id for one in paired.merged for part in one.parts]
    told_new = [pair.new.id for pair in paired.pairs]
    told_new += [element.id for element in paired.added]
    told_new += [one.whole.id for one in paired.merged]
    told_new += [part.id for one in paired.split for part in one.parts]
    assert sorted(told_old) == sorted(element.id for element in old)
    assert sorted(told_new) == sorted(element.id for element in new)
