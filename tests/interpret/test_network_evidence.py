"""What uses the words of a network and lacks what one has is refused; what has it, is read."""

import pytest

from dinet.errors import DocumentError
from tests.documents import in_markdown, told


def rows(head: str, *lines: str) -> str:
    rule = "|".join("---" for _ in head.split("|"))
    return "".join(f"| {line} |\n" for line in (head, rule, *lines))


def is_read(text: str) -> bool:
    try:
        in_markdown(f"# Plan\n\n{text}")
    except DocumentError:
        return False
    return True


REGISTER = rows(
    "Verwerking | Doel | Maatregel",
    "Nieuwsbrief | Abonnees bereiken | Afmelden mogelijk maken",
    "Cameratoezicht | Diefstal voorkomen | Beelden wissen",
)
GROUPED = rows(
    "Wijk | Doel | Maatregel",
    "Noord | Meer groen in straten | Bomen planten",
    "Noord | Minder wind op pleinen | Hagen planten",
)
CODED = rows(
    "Code | Wijk | Doel | Maatregel",
    "N1 | Noord | Meer groen in straten | Bomen planten",
    "Z1 | Zuid | Minder wind op pleinen | Hagen planten",
)
TIMES = rows(
    "Tijd | Onderdeel | Doel | Activiteit",
    "09.00 | Start | Elkaar leren kennen | Rondje",
    "10.30 | Oefening | De wet toepassen | Casus",
)
YEARS = rows(
    "Jaar | Doel | Activiteit",
    "2027 | Meer groen in straten | Bomen planten",
    "2028 | Minder wind op pleinen | Hagen planten",
)
HOURS = rows(
    "Nr | Stap | Inspanning (uren) | Doel",
    "1 | Uitvoer maken | 4 | Gegevens veilig stellen",
    "2 | Beproeven | 16 | Fouten vinden",
)
STEPS = rows(
    "Stap | Activiteit | Wie | Resultaat",
    "1 | Melding noteren | balie | Zaaknummer",
    "2 | Herstel uitvoeren | dienst | Herstelde stoep",
)
FAULTS = rows(
    "Nr | Constatering | Verbetermaatregel | Gewenst resultaat",
    "1 | Brieven te laat | Signaal instellen | Tijdige brieven",
    "2 | Dossiers zoek | Lijst invoeren | Volle dossiers",
)
EFFORTS = rows(
    "Nr | Wijk | Inspanning | SMART-doel",
    "1 | Noord | Bomen planten | 20% schaduw in 2030",
    "2 | Zuid | Hagen planten | 10% minder wind in 2030",
)
OWN_WORK = rows(
    "Doel | Actie",
    "Ik kook zelf | Samen koken",
    "Ik sta op tijd op | Wekker zetten",
)
WORDS = rows("Doel | Actie", "Vervanging | Inkopen", "Verlenging | Bellen")
PURPOSES = rows(
    "Doel | Inspanning", "Meedoen | Maatjes zoeken", "Groeien | Cursus geven"
)
QUESTIONS = rows(
    "Doelen | Maatregelen",
    "Zijn de doelen helder? | Passen de maatregelen?",
    "Zijn ze gedeeld? | Is er een trekker?",
)
FIGURES = rows("KPI | Afdeling | Norm", "Verzuim | HR | 5%")
LESSON = (
    "Doel: leerlingen kennen de rivier\n\nActiviteit: een kaart tekenen\n\n"
    "Duur: 45 minuten\n\nDoel: leerlingen kennen de zee\n\n"
    "Activiteit: een film kijken\n\nDuur: 1,5 uur\n"
)
GOALS_IN_LINES = LESSON.replace("Duur: 45 minuten", "Wie: team").replace(
    "Duur: 1,5 uur", "Wie: school"
)
FORM = (
    "Doel: vul hier het doel in\n\nResultaat: beschrijf wat is bereikt\n\n"
    "Activiteiten: noem wat is gedaan\n"
)
PURPOSE = (
    "## Wat is het doel?\n\nHet college vraagt geld voor het riool.\n\n"
    "## Uitvoering\n\n- Aanbesteden\n- Graven\n"
)
MINUTES = (
    "## 1. Doelen van het wijkplan\n\nDe doelen zijn nog niet vastgesteld.\n\n"
    "## 2. Afspraken\n\n"
) + rows("Actie | Wie | Wanneer", "Zaal huren | Els | 3 mei")
LISTED = (
    "## Doelen\n\n- Een riool dat niet lekt\n\n## Uitvoering\n\n- Graven\n"
)
CUSTOMER = rows(
    "Fase | Wat doet de gemeente?", "Start | Uitleg", "Einde | Brief sturen"
)


@pytest.mark.parametrize(
    ("other", "network"),
    [
        (REGISTER, GROUPED),
        (REGISTER, CODED),
        (TIMES, YEARS),
        (STEPS, GROUPED),
        (HOURS, GROUPED),
        (FAULTS, EFFORTS),
        (OWN_WORK, PURPOSES),
        (WORDS, PURPOSES),
        (QUESTIONS, PURPOSES),
        (FIGURES, EFFORTS),
        (LESSON, GOALS_IN_LINES),
        (FORM, GOALS_IN_LINES),
        (PURPOSE, LISTED),
        (MINUTES, LISTED),
        (CUSTOMER, PURPOSES),
    ],
)
def test_what_lacks_the_evidence_of_a_network_is_refused(
    other: str, network: str
) -> None:
    assert not is_read(other)
    assert is_read(network)


@pytest.mark.parametrize("register", [REGISTER, TIMES, FAULTS])
def test_a_register_beside_a_network_is_left(register: str) -> None:
    network = "## Doelen en inspanningen\n\n" + rows(
        "Doel | Inspanning | Trekker", "Meer schaduw | Bomen planten | Groen"
    )
    read = in_markdown(f"# Plan\n\n{network}\n## Register\n\n{register}")
    assert told(read) == ["D1 Meer schaduw", "I1 Bomen planten > D1"]
    assert "table_apart" in {each.reason for each in read.unread}


def test_headings_of_themes_do_not_make_a_network_of_a_profile() -> None:
    profile = rows(
        "Resultaatgebied | Activiteiten | Resultaat",
        "Beleid maken | Schrijft stukken | Goede stukken",
        "Adviseren | Spreekt het college | Goed advies",
    )
    assert not is_read(f"## Resultaatgebieden\n\n{profile}")


def test_a_line_between_two_lists_begins_something_else() -> None:
    lists = (
        "Doel 1: Kelders blijven droog\n\nInspanningen:\n\n- Pompen plaatsen\n\n"
        "Taken in de werkgroep{}\n\n- Verslag maken\n"
    )
    efforts = ["D1 Kelders blijven droog", "I1 Pompen plaatsen > D1"]
    assert told(in_markdown(f"# Plan\n\n{lists.format('')}")) == efforts
    goes_on = told(in_markdown(f"# Plan\n\n{lists.format(':')}"))
    assert goes_on[-1].endswith("Verslag maken > D1")
