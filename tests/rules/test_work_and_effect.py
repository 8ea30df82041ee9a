"""Rules that know work from effect: each layer of a plan has its own way of saying things."""

import pytest

from tests.rules.said import said, said_of

WORK = (
    "Opstellen van een woonvisie",
    "Het houden van een informatieavond",
    "De aanleg van zonnepanelen op daken",
    "We organiseren jaarlijks een buurtdag",
    "Een sociale kaart maken",
    "Een campagne opzetten tegen eenzaamheid",
    "Uitvoering van het jeugdbeleid",
)
WISHES = (
    "Het verbeteren van de leefbaarheid",
    "Bewoners kunnen hun huis isoleren en verbouwen",
    "Jongeren ontwikkelen hun talenten",
    "Ondersteuning is dichtbij",
    "Onderhoud van wegen is op orde",
    "Meer bedrijven investeren in personeel",
    "Ouderen die elkaar ondersteunen",
    "Plaatsen om elkaar te ontmoeten",
)


def test_a_goal_that_begins_or_ends_as_work_is_told() -> None:
    assert said_of("goal_with_work", "doelen", *WORK) == list(WORK)


def test_a_goal_about_people_or_change_is_no_work() -> None:
    assert said_of("goal_with_work", "doelen", *WISHES) == []


def test_work_is_no_fault_of_an_effort() -> None:
    assert said_of("goal_with_work", "inspanningen", *WORK) == []


def test_the_words_of_work_are_quoted_as_they_stand() -> None:
    text = "doelen: [Vaststellen van de nota]"
    assert said("goal_with_work", text) == [
        "D1 (goal) is worded as work: “Vaststellen van”."
    ]


def test_a_benefit_is_judged_as_a_goal() -> None:
    text = "baten: [Het bouwen van vertrouwen]"
    assert said("goal_with_work", text) == [
        "B1 (benefit) is worded as work: “bouwen van”."
    ]


def test_what_is_delivered_is_no_goal() -> None:
    delivered = (
        "De wijkagenda is gereed",
        "In 2026 is een convenant ondertekend",
        "Alle trainingen zijn gegeven",
    )
    effects = (
        "Meer jongeren hebben een cursus afgerond",
        "Inwoners weten wat het plan inhoudt",
        "Werkzoekenden zijn klaar voor werk",
        "Minder plannen blijven liggen die zijn vastgesteld",
    )
    assert said_of("output_as_effect", "doelen", *delivered) == list(delivered)
    assert said_of("output_as_effect", "doelen", *effects) == []


def test_the_product_of_work_is_told_beside_the_work() -> None:
    text = "doelen: [Organiseren van een regionaal congres]"
    assert said("output_as_effect", text) == [
        "D1 (goal) names what is delivered, not what changes by it: “congres”."
    ]


def test_subjects_alone_are_no_direction() -> None:
    subjects = ("Veiligheid", "Werk en inkomen", "Wonen, zorg en welzijn.")
    enough = (
        "Minder afval",
        "Gezonde jeugd",
        "Iedereen doet mee",
        "Veilig wonen",
    )
    assert said_of("goal_without_direction", "doelen", *subjects) == list(
        subjects
    )
    assert said_of("goal_without_direction", "doelen", *enough) == []


def test_an_effort_of_one_bare_word_says_nothing() -> None:
    bare = (
        "Handhaving",
        "Monitoring en evaluatie",
        "Jaarverslag",
        "Preventie.",
    )
    enough = (
        "Netwerkbijeenkomst",
        "Buurtpreventie uitbreiden",
        "Gezonde kantines op sportclubs",
        "Bomen",
        "Kennisdeling",
        "N.t.b.",
        "M3",
    )
    assert said_of("effort_without_verb", "inspanningen", *bare) == list(bare)
    assert said_of("effort_without_verb", "inspanningen", *enough) == []


EFFECTS = (
    "Alle leerlingen voelen zich veilig op school",
    "Meer inwoners doen vrijwilligerswerk",
    "Iedereen heeft toegang tot sport",
    "90% van de inwoners is tevreden",
    "In 2027 hebben alle basisscholen een moestuin",
    "Minder kinderen groeien op in armoede",
    "De meeste ouders kennen het loket",
)
EFFORTS = (
    "Alle ouderen boven de 75 jaar bezoeken",
    "Kinderen de kans geven om te sporten",
    "Jongeren begeleiden die dakloos zijn",
    "Inwoners informeren over wat zij kunnen doen",
    "Ouders worden uitgenodigd",
    "Kinderen krijgen zwemles",
    "Alle kinderen op zwemles doen",
    "Elke maand vinden gesprekken plaats",
    "Jongeren hebben via ons een mentor",
    "Wijkteams zijn dagelijks bereikbaar",
    "Vrijwilligers doen boodschappen voor ouderen",
    "Naschools sporten op elke school",
)


def test_an_effort_that_says_how_people_are_is_an_effect() -> None:
    assert said_of("effect_as_effort", "inspanningen", *EFFECTS) == list(
        EFFECTS
    )


def test_an_effort_for_people_is_no_effect() -> None:
    assert said_of("effect_as_effort", "inspanningen", *EFFORTS) == []


def test_an_effect_is_quoted_up_to_its_verb() -> None:
    text = 'inspanningen: ["Minstens 80% van de ouders kent het loket"]'
    assert said("effect_as_effort", text) == [
        "Effort I1 is worded as an effect: “Minstens 80% van de ouders kent …”."
    ]


def test_an_effort_that_begins_with_its_reason_is_told() -> None:
    text = "inspanningen: [Gelet op de wachtlijst meer spreekuren, Meer spreekuren]"
    assert said("reason_as_effort", text) == [
        "Effort I1 begins with a reason: “Gelet op …”."
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bewegen stimuleren", "stimuleren"),
        ("Zo nodig huisbezoeken afleggen", "Zo nodig"),
        ("Er is aandacht voor eenzaamheid.", "aandacht voor"),
        (
            "Waar mogelijk, en zoveel mogelijk",
            "Waar mogelijk”, “zoveel mogelijk",
        ),
        (
            "Encouraging walking where possible",
            "Encouraging”, “where possible",
        ),
    ],
)
def test_words_of_an_attempt_are_quoted(text: str, words: str) -> None:
    assert said("vague_words", f'inspanningen: ["{text}"]') == [
        f"I1 (effort) promises an attempt: “{words}”."
    ]


def test_what_is_possible_or_needed_is_no_attempt() -> None:
    plain = (
        "Onderzoeken wat mogelijk is",
        "Bepalen wat nodig is",
        "De stimuleringsregeling uitvoeren met 10 aanvragen",
    )
    assert said_of("vague_words", "inspanningen", *plain) == []
