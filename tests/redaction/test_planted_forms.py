"""Forms in which people stand in plans, each in a position of its own; and what is nobody."""

import pytest

from dinet.document.notes import make_note
from dinet.model import (
    Effort,
    ExtraField,
    Goal,
    Identity,
    OwnerRole,
    Place,
    Programme,
    Unread,
    Waiver,
)
from dinet.redaction.redact import (
    RedactedProgramme,
    RedactionWishes,
    redact_programme,
)

OWNERS = RedactionWishes(owners=True)
NAMES = RedactionWishes(owners=True, everywhere=True)
OWNER = "Ypkje Stollema-Vrieswijker"


def redact_effort(
    text: str, *owners: str, wishes: RedactionWishes = NAMES
) -> str:
    """What is left of the text of an effort with these owners."""
    effort = Effort(id="I1", text=text, owners=owners)
    redacted = redact_programme(Programme(elements=(effort,)), wishes, "nl")
    return redacted.programme.elements[0].text


@pytest.mark.parametrize(
    "text",
    [
        "Vrieswijker belt de school.",
        "Het plan van Y. Stollema ligt er.",
        "STOLLEMA-VRIESWIJKER, Y. besluit.",
        "De school vraagt het Vrieswijker-Stollema.",
        "Stollemas plan en Stollema's agenda, Vrieswijkers rooster.",
        "Ýpkje Stöllema komt.",
        "Vraag Wytske Stollema.",
        "Vraag Y.M. Stollema of Stollema, Y.",
        "Het account ystollema of ypkje_vrieswijker.",
        "Zie proefdam.nl/team/ypkje-stollema of /stollemay.",
        "S T O L L E M A sprak, en Stol-\nlema knikte.",
        "Tag @ypkjestollema, of linkedin.com/in/ypkje-stollema-1b2.",
        "nota_stollema2026.docx",
        "stollemas rooster, het vrieswijkerplan en de motie-Stollema",
        "Mail stollema[at]proefdam.nl, en overleg met Stollema/Vrieswijker.",
    ],
)
def test_an_owner_goes_in_every_form(text: str) -> None:
    left = redact_effort(text, OWNER, wishes=OWNERS).casefold()
    for part in ("stol", "vrieswijk", "pkje", "wytske", "y.", "lema"):
        assert part not in left


@pytest.mark.parametrize(
    "owner",
    [
        "STOLLEMA, V.",
        "Stollema, V.Q. van der",
        "beleidsadviseur: Ypkje Stollema",
        "Projectleider Ypkje Stollema",
        "GGD (Ypkje Stollema)",
        "Afdeling Jeugd, Ypkje Stollema",
        "YPKJE STOLLEMA",
        "Ypkje Stollema - teamleider",
        "mw. drs. Y. Stollema / Afdeling Sport",
        "Gemeente Proefdam: Ypkje Stollema",
    ],
)
def test_an_owner_is_told_from_what_stands_beside_it(owner: str) -> None:
    assert "tollema" not in redact_effort("Stollema belt.", owner)


@pytest.mark.parametrize(
    "text",
    [
        "beleidsadviseur: Ypkje Stollema levert gegevens",
        "Contactpersoon is Ypkje Stollema",
        "Opgesteld door Ypkje Stollema",
        "mevrouw STOLLEMA",
        "STOLLEMA, B.",
        "Ypkje Stollema (beleidsmedewerker) rekent",
        "Ypkje Stollema, projectleider, stuurt aan",
        "Trekkers zijn Anne Proef, Ypkje Stollema en Piet Proef",
        "Trekkers zijn Ypkje Stollema, Jikke Stollema en anderen",
        "t.a.v. Ypkje Stollema",
        "w.g. Y. Stollema",
        "Prof.dr. Ypkje d'Stollema",
        "wijkregisseur Stollema helpt",
        "signed by Ypkje Stollema",
        "mail y.stollema@proefdam.nl; Stollema weet het",
        "vraag Ypkje van der Stollema",
        "de heer ir. K.L. baron van Stollema",
        "Huisbezoek i.o.v. Ypkje Stollema",
        "Woordvoerder: Ypkje Stollema spreekt",
        "Imam Stollema en dominee Stollema gaan voor",
        "Bron: interview Ypkje Stollema, 3 maart",
        "Ambtelijk opdrachtgever: Proefman; bestuurlijk: Stollema.",
        "financieel: Stollema-Vrieswijker, inhoudelijk: Van Stollema",
        "Het MT (Testkamp, Van Proefveld, Stollema) stemt in.",
        "Namens het bestuur: Testkamp, Stollema en Proefveld.",
        "Ir. Q.A. d'Arnaud Stollema rekent dit door.",
        "Vraag MT-lid Stollema of bestuurslid Stollema.",
    ],
)
def test_a_name_goes_that_words_around_it_give_away(text: str) -> None:
    left = redact_effort(text)
    assert "tollema" not in left.casefold()
    assert "Ypkje" not in left


@pytest.mark.parametrize(
    ("owner", "text"),
    [
        ("Ewa Stollewski", "de planning van Stollewskiego en Stollewska"),
        ("Ewa Stollewicz", "Stollewicza rekent, met Stollewiczem"),
        ("Ewa Stolleczyk", "volgens Stolleczyka en Stolleczykowi"),
        ("Ewa Stollenko", "samen met Stollenkom"),
    ],
)
def test_an_owner_goes_with_the_endings_of_other_languages(
    owner: str, text: str
) -> None:
    assert "tolle" not in redact_effort(text, owner, wishes=OWNERS)


def test_a_resident_goes_whose_surname_is_one_letter() -> None:
    left = redact_effort("Gebeld met Theo B. en Wim S., bewoners.")
    assert left == "Gebeld met [naam 1] en [naam 2], bewoners."


@pytest.mark.parametrize(
    "text",
    [
        "Aan de Jan Steenstraat bij het Willem-Alexander Kinderziekenhuis.",
        "In juni 2026 in De Wolden met Power BI, langs de Drentse Aa.",
        "De Anne Frankschool in het Burgemeester Tjalmapark.",
        "Op het Piet Heinplein 3 met Max Havelaar en de Regio Deal.",
        "wethouder Sport en adviseur Participatie van het Sociaal Domein",
        "De Raad van State en het Huis van Cultuur voor € 1.250.000.",
        "Van 01-01-2025 - 31-12-2026, 08.30 - 12.30 en 13.00 - 17.00 uur.",
        "Steun uit het Jan Proef Fonds, van voorzitter Jongerenraad.",
        "Volg @gemeenteproefdam of linkedin.com/company/proefdam; bel 14 0528.",
        "Trekker: Vacature. Projectleider: nog te bepalen.",
        "Activiteiten in eetcafé Bij Jannes en buurthuis Emma.",
        "Huisartsen Midden Drenthe, interview Omroep Drenthe, GGD Drenthe.",
        "Sportpark aan de Dr. Proefsmalaan in Assen; de Prins Willemhal.",
        "Basisschool Prins Willem Alexander; Huize Anna; buurthuis De Anna.",
        "Ambassadeur Leefstijl Rookvrije Generatie begint in maart.",
        "bestuurlijk: Drenthe. Ambtelijk: Meerkosten. Directie: Wonen, Zorg.",
        "Anne 2. Het MT (Wonen, Zorg en Jeugd) en het bestuur (Drenthe).",
        "Docent Lichamelijke Opvoeding, paspoort 2027 aanvragen.",
        "De auto 24-7 delen, geboren in 2010, kamers 3.14 euro, pers. 2026.",
        "Kinderen geboren tussen 2010 en 2014; de Kamer in 2026; bus 12.",
    ],
)
def test_what_is_nobody_stays(text: str) -> None:
    assert redact_effort(text, "Jan Stollema") == text


@pytest.mark.parametrize(
    "number",
    [
        "0528 - 29 19 11",
        "06-12 34 56 78",
        "+31 (0)6 12 34 56 78",
        "06.12.34.56.78",
        "0528/291911",
        "tst. 1234",
        "doorkiesnummer 12 34",
        "intern nr. 4820",
        "voip 4821",
        "tel. 291 911",
        "NL91 ABNA 0417 1643 00",
        "personeelsnummer 44512",
        "123456782",
        "j.proef [at] dam [punt] nl",
        "x.com/jproef",
        "skype: jproef",
        "@jproef",
        "06•12 34 56 78",
        "06_12345678",
        "06:12345678",
        "DECT 55123",
        "jproef at dam punt nl",
        "jproef{at}dam.nl",
        "jproef.bsky.social",
        "strava.com/athletes/33144",
        "inlognaam jproef01",
        "Teams-chat: jproef",
        "b.s.n. 1112.22.333",
        "burgerservicenr: 111 222 333",
        "NL20-INGB-0001-2345-69",
        "DE89 3704 0044 0532 0130 00",
        "kenteken GV-123-H",
        "pers.nr. 83112",
        "badgenummer 83115",
        "V-nummer 2812345678",
        "paspoort NX4T77P12",
        "kamernr. B2.07",
        "geboren op 12-03-1971",
        "geb.dat. 13 maart 1972",
    ],
)
def test_numbers_and_accounts_go_always(number: str) -> None:
    left = redact_effort(f"Bereik mij: {number}.", wishes=OWNERS)
    assert left.count("[") == 1
    assert not any(map(str.isdigit, left))
    assert "proef" not in left


def test_two_people_stay_two_and_a_role_that_is_stated_stands_for_the_name() -> (
    None
):
    efforts = tuple(
        Effort(id=f"I{number}", text="Werk", owners=owners)
        for number, owners in enumerate(
            (
                ("Ypkje Stollema",),
                ("Jikke Proefsma", "Y. Stollema"),
                ("Aleid Testkamp (projectleider)",),
                ("Testkamp",),
            ),
            start=1,
        )
    )
    redacted = redact_programme(Programme(elements=efforts), OWNERS, "nl")
    assert [element.owners for element in redacted.programme.elements] == [
        ("[naam 1]",),
        ("[naam 2]", "[naam 1]"),
        ("projectleider",),
        ("projectleider",),
    ]


def test_a_surname_of_two_people_is_that_of_neither() -> None:
    left = redact_effort(
        "Stollema en J. Stollema", "Ypkje Stollema", "Jikke Stollema"
    )
    assert left == "[naam] en [naam 2]"


def quoting_programme() -> RedactedProgramme:
    """A programme whose notes, unread texts and waivers name people that no rule knows."""
    place = Place(file="plan.docx", paragraph=1)
    effort = Effort(
        id="I1",
        text="Hal bouwen",
        extra=(ExtraField(heading="Wie", text="team"),),
    )
    programme = Programme(
        identity=Identity(title="Plan"),
        elements=(Goal(id="D1", text="Meer sport"), effort),
        notes=(
            make_note("comments", place, "nl", text="Ypkje vindt dit vaag"),
            make_note("merged", place, "nl", text="Hal bouwen", id="I1"),
        ),
        unread=(Unread(text="Groet, Ypkje", place=place, reason="text_left"),),
        waivers=(Waiver(rule="DC101", reason="mag", who="Ypkje"),),
    )
    return redact_programme(programme, RedactionWishes(), "nl")


def test_nothing_is_quoted_that_is_in_no_element() -> None:
    redacted = quoting_programme().programme
    assert "Ypkje" not in redacted.model_dump_json()
    assert redacted.unread[0].text == "[niet getoond]"
    assert redacted.unread[0].place == Place(file="plan.docx", paragraph=1)
    assert "[niet getoond]" in redacted.notes[0].message
    assert "Hal bouwen" in redacted.notes[1].message


def test_who_answers_in_public_is_spared_and_nobody_else() -> None:
    effort = Effort(
        id="I1",
        text="Wethouder Proefsma opent; Proefsma en Stollema spreken.",
        owners=("Ypkje Stollema",),
        roles=(OwnerRole(role="Portefeuillehouder", name="Jikke Testkamp"),),
        remark="Testkamp tekent.",
    )
    wishes = NAMES._replace(spare_public=True)
    redacted = redact_programme(Programme(elements=(effort,)), wishes, "nl")
    left = redacted.programme.elements[0]
    assert (
        left.text == "Wethouder Proefsma opent; Proefsma en [naam 1] spreken."
    )
    assert left.remark == "Testkamp tekent."
    assert redacted.spared == ("Jikke Testkamp", "Proefsma")


def test_who_is_to_be_asked_for_is_a_person() -> None:
    left = redact_effort("Bel de balie en vraag naar Jelle-Pieter Wonkema.")
    assert "Jelle" not in left
    assert "Wonkema" not in left


def test_a_surname_that_is_nothing_else_goes_without_a_sign() -> None:
    assert "Proefstra" not in redact_effort("Besproken met (Proefstra, e.a.).")


def test_a_plural_stays_where_somebody_is_called_after_a_trade() -> None:
    left = redact_effort("Alle bakkers doen mee.", "Ypkje Bakker")
    assert left == "Alle bakkers doen mee."


def test_the_account_of_somebody_with_initials_goes() -> None:
    left = redact_effort("Map stollemarj en rjstollema.", "R.J. van Stollema")
    assert "stollema" not in left


def test_no_part_of_a_surname_is_taken_for_a_first_name() -> None:
    left = redact_effort("Opdrachtgever: Roelofsen; verder niemand.")
    assert left == "Opdrachtgever: [naam 1]; verder niemand."


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("BSN 123456782 hoort er niet in.", "BSN [nummer] hoort er niet in."),
        ("Bsn 1234 56 782 van een kind.", "Bsn [nummer] van een kind."),
        (
            "De balie (0528 - 77 31 94) is open.",
            "De balie ([telefoonnummer]) is open.",
        ),
        ("Bel (0528) 77 31 94.", "Bel [telefoonnummer]."),
        ("Zie linkedin.com/in/ysa-stollema.", "Zie [account]."),
        (
            "Dat vond Ypkje Stollema. Stollema vraagt geld.",
            "Dat vond [naam 1]. [naam 1] vraagt geld.",
        ),
        ("Y. Stollema vraagt geld.", "[naam 1] vraagt geld."),
    ],
)
def test_what_stands_beside_a_form_stays(text: str, left: str) -> None:
    assert redact_effort(text, OWNER) == left
