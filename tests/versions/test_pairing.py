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


def test_what_names_another_place_is_another_effort() -> None:
    old = network("""
        doelen:
          - tekst: Woningen verbruiken minder energie
            inspanningen: [Wijkaanpak isolatie in De Kamp, Wijkaanpak isolatie in Noord]
    """)
    new = network("""
        doelen:
          - tekst: Woningen verbruiken minder energie
            inspanningen: [Wijkaanpak isolatie in Noord, Wijkaanpak isolatie in De Vijver]
    """)
    paired = pair_versions(old, new)
    assert partners(paired) == {"D1": "D1", "I2": "I1"}
    assert [element.id for element in paired.added] == ["I2"]


def test_a_name_and_its_initials_are_one_name() -> None:
    old = network(
        "doelen: [Aanvragen voor de Wmo gaan binnen zes weken de deur uit]"
    )
    new = network("""
        doelen:
          - Aanvragen voor de Wet maatschappelijke ondersteuning gaan in zes weken de deur uit
    """)
    assert partners(pair_versions(old, new)) == {"D1": "D1"}


def test_a_goal_in_wholly_other_words_is_known_by_what_serves_it() -> None:
    old = network("""
        doelen:
          - tekst: De maatschappelijke participatie van kwetsbare groepen is toegenomen
            inspanningen: [De buurtbus laten rijden, Een taalcafé openen]
          - tekst: Het dorp is schoon
            inspanningen: [Afval prikken]
    """)
    new = network("""
        doelen:
          - tekst: Iedereen hoort erbij
            inspanningen: [De buurtbus laten rijden, Een taalcafé openen]
          - tekst: Het dorp is schoon
            inspanningen: [Afval prikken]
    """)
    paired = pair_versions(old, new)
    (pair,) = (pair for pair in paired.pairs if pair.old.id == "D1")
    assert (pair.new.id, pair.certainty, pair.ground) == (
        "D1",
        "likely",
        "neighbours",
    )


def test_two_programmes_that_have_next_to_nothing_in_common_have_no_sure_pair() -> (
    None
):
    old = network("""
        doelen: [Kinderen ervaren een betere mentale gezondheid, Schone lucht, Een haven,
          Lage lasten, Veel banen, Een snelle trein]
    """)
    new = network("""
        doelen: [Kinderen ervaren betere mentale gezondheid op school, Minder inbraken,
          Een levendig plein, Groene daken, Droge kelders]
    """)
    (pair,) = pair_versions(old, new).pairs
    assert (pair.old.id, pair.certainty) == ("D1", "likely")


def test_formal_words_are_found_in_plain_ones() -> None:
    old = network("doelen: [Gezinnen participeren, Het restafval daalt]")
    new = network(
        "doelen: [Minder restafval, Meer huishoudens doen mee, Een veilige wijk]"
    )
    paired = pair_versions(old, new)
    assert partners(paired) == {"D1": "D2", "D2": "D1"}
    assert {pair.certainty for pair in paired.pairs} == {"likely"}


def test_a_goal_that_was_made_measurable_is_still_that_goal() -> None:
    old = network("doelen: [Beheerders herkennen brandgevaar in hun gebouw]")
    new = network("""
        doelen:
          - tekst: Gebouwen zijn veilig
            smart-doelen:
              - In 2027 herkent 90% van de beheerders brandgevaar in hun gebouw.
    """)
    assert partners(pair_versions(old, new)) == {"D1": "S1"}


def test_two_that_became_one_need_no_more_than_one_word_each() -> None:
    old = network("""
        doelen:
          - tekst: Een veilig terrein
            inspanningen: [Terrein De Hoek laten keuren, Terrein Veldzicht laten keuren]
    """)
    new = network("""
        doelen:
          - tekst: Een veilig terrein
            inspanningen: [De terreinen De Hoek en Veldzicht laten keuren]
    """)
    (merged,) = pair_versions(old, new).merged
    assert [part.id for part in merged.parts] == ["I1", "I2"]


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


def test_one_word_under_another_goal_is_only_likely_the_same() -> None:
    old = network("""
        doelen:
          - tekst: Jongeren groeien gezond op
            inspanningen: [Monitoring, De jongerenwerkers vaker de straat op sturen]
          - tekst: Het centrum is een fijne plek om te winkelen
            inspanningen: [Bankjes plaatsen op de markt]
    """)
    new = network("""
        doelen:
          - tekst: Jongeren groeien gezond op
            inspanningen: [De jongerenwerkers vaker de straat op sturen]
          - tekst: Het centrum is een fijne plek om te winkelen
            inspanningen: [Monitoring, Bankjes plaatsen op de markt]
    """)
    certain = {
        pair.old.text: pair.certainty for pair in pair_versions(old, new).pairs
    }
    assert certain.pop("Monitoring") == "likely"
    assert set(certain.values()) == {"sure"}
    same = {pair.certainty for pair in pair_versions(old, old).pairs}
    assert same == {"sure"}


def test_of_two_with_one_text_neither_is_sure_when_both_may_be_meant() -> None:
    twice = """
        doelen:
          - tekst: Jongeren groeien gezond op
            inspanningen: [Een stuurgroep instellen met alle scholen]
          - tekst: Het centrum is een fijne plek om te winkelen
            inspanningen: [Een stuurgroep instellen met alle scholen]
    """
    once = """
        doelen:
          - tekst: Ouderen wonen langer zelfstandig
            inspanningen: [Een stuurgroep instellen met alle scholen]
    """
    paired = pair_versions(network(twice), network(once)).pairs
    assert [pair.certainty for pair in paired] == ["likely"]


def test_a_sentence_of_one_mould_about_something_else_is_never_sure() -> None:
    old = network("""
        doelen:
          - tekst: Ouders staan sterker
            inspanningen:
              - Avonden organiseren over hechting voor jonge ouders
              - Een spreekuur openen in het consultatiebureau
    """)
    new = network("""
        doelen:
          - tekst: Ouders staan sterker
            inspanningen:
              - Avonden organiseren over beeldschermen voor jonge ouders
              - Een spreekuur openen in het consultatiebureau
    """)
    certain = {
        pair.old.id: pair.certainty for pair in pair_versions(old, new).pairs
    }
    assert certain == {"D1": "sure", "I1": "likely", "I2": "sure"}


def test_a_compound_is_found_in_its_parts() -> None:
    old = network("""
        doelen:
          - tekst: Het water houdt stand
            inspanningen: [Een droogtedraaiboek opstellen met de provincie,
              Afspraken met agrariërs over peilopzet]
    """)
    new = network("""
        doelen:
          - tekst: Het water houdt stand
            inspanningen:
              - Met agrariërs en provincie afspraken maken over peilopzet, vastgelegd in een
                draaiboek voor droogte
    """)
    (merged,) = pair_versions(old, new).merged
    assert [part.id for part in merged.parts] == ["I1", "I2"]


def test_a_route_that_shares_one_place_is_not_the_same_route() -> None:
    old = network("""
        doelen:
          - tekst: Meer mensen fietsen
            inspanningen: [Fietsroute van Beekstad naar Coevelde aanleggen]
    """)
    new = network("""
        doelen:
          - tekst: Meer mensen fietsen
            inspanningen:
              - Fietsroute van Coevelde naar Dorpum aanleggen
              - De aanleg van een snelle verbinding tussen Beekstad en Coevelde
    """)
    paired = pair_versions(old, new)
    assert partners(paired) == {"D1": "D1", "I1": "I2"}
    assert not paired.split


def test_a_goal_stays_a_goal_before_it_takes_the_words_of_a_target() -> None:
    old = network("""
        doelen:
          - tekst: Het vervoer is betrouwbaar
            smart-doelen: [In 2026 rijdt 95% van de bussen op tijd.]
            inspanningen: [Chauffeurs werven, Busbanen aanleggen]
    """)
    new = network("""
        doelen:
          - tekst: Bussen rijden op tijd
            smart-doelen: [In 2026 komt hoogstens 5% te laat.]
            inspanningen: [Chauffeurs werven, Busbanen aanleggen]
    """)
    paired = partners(pair_versions(old, new))
    assert paired["D1"] == "D1"


def test_one_word_is_no_proof_between_programmes_that_share_nothing_else() -> (
    None
):
    old = network("""
        doelen: [Evaluatie, Schone lucht, Een haven, Lage lasten, Veel banen]
    """)
    new = network("""
        doelen: [Evaluatie, Minder inbraken, Groene daken, Droge kelders, Een plein]
    """)
    (pair,) = pair_versions(old, new).pairs
    assert (pair.ground, pair.certainty) == ("text", "likely")
