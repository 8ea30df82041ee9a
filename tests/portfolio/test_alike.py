"""What sounds alike in two programmes is shown to a person, and what differs in one word is not."""

import pytest

from dinet.model import Effort, Programme
from dinet.network import Network
from dinet.portfolio.documents import PortfolioDocument
from dinet.portfolio.findings import Portfolio, study_portfolio
from dinet.portfolio.settled import SettledPairs

WORK = (
    "Voortzetten van de coalitie Gezonde Start met verloskundigen",
    "Bewoners trainen in het herkennen van eenzaamheid bij buren",
    "Een fonds voor ondernemers die hun winkel vergroenen",
    "Fietslessen geven aan nieuwkomers op het plein",
)


def study(
    one: str, other: str, settled: SettledPairs | None = None
) -> Portfolio:
    documents = []
    for name, text in (("jeugd", one), ("sport", other)):
        own = WORK[:2] if name == "jeugd" else WORK[2:]
        efforts = tuple(
            Effort(id=f"I{number}", text=words)
            for number, words in enumerate((text, *own), 1)
        )
        network = Network(Programme(elements=efforts))
        documents.append(PortfolioDocument(name, name, network, network))
    return study_portfolio(documents, settled)


def alike(portfolio: Portfolio) -> list[list[str]]:
    rows = portfolio.rows.alike
    assert {row.certainty for row in rows} <= {"check"}
    return [[element.id for element in row.elements] for row in rows]


REWORDED = (
    "De samenwerking met de omliggende ziekenhuizen intensiveren, zodat zij kunnen doorverwijzen "
    "naar de lokale coalitie waar dit nodig is.",
    "De samenwerking met de ziekenhuizen in Emmen en Assen intensiveren, zodat zij kunnen "
    "doorverwijzen naar de lokale coalitie.",
)


EDITED = (
    REWORDED,
    (
        "Invoeren van de ondersteuningsstructuur op alle scholen.",
        "De ondersteuningsstructuur op alle scholen borgen.",
    ),
    (
        "90% van de scholen hoort in 2026 bij de nader te kiezen samenwerkingsvorm en werkt "
        "volgens een plan aan het versterken van thuis, school en omgeving.",
        "95% van de scholen hoort in 2028 bij het samenwerkingsverband Jong en werkt volgens een "
        "plan aan het versterken van thuis, school en omgeving.",
    ),
    (
        "In 2026 krijgt 11% van de jongeren tot 18 jaar een vorm van jeugdzorg.",
        "In 2028 krijgt 10,5% van de jongeren tot 18 jaar een vorm van jeugdhulp.",
    ),
)


@pytest.mark.parametrize("pair", EDITED)
def test_the_same_in_other_words_is_shown_and_never_made_one(
    pair: tuple[str, str],
) -> None:
    told = study(*pair)
    assert alike(told) == [["jeugd:I1", "sport:I1"]]
    assert (told.rows.joint, told.rows.claims) == ((), ())
    assert len(told.network.efforts) == 6


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Een speeltuin bouwen in Oost", "Een speeltuin bouwen in Zuid"),
        ("Een speeltuin bouwen in Oost", "Een sporthal bouwen in Oost"),
        ("Lessen aan leerlingen in Elim", "Lessen aan huurders in Elim"),
    ],
)
def test_the_same_work_elsewhere_or_for_others_is_not_alike(
    one: str, other: str
) -> None:
    assert alike(study(one, other)) == []


def test_what_a_person_calls_two_is_not_shown_again() -> None:
    pair = (("jeugd", "I1"), ("sport", "I1"))
    assert alike(study(*REWORDED, SettledPairs(not_same=(pair,)))) == []
    [row] = study(*REWORDED, SettledPairs(same=(pair,))).rows.joint
    assert row.certainty == "certain"
