"""Twenty programmes with joint efforts, double claims and conflicts planted in other words.

Everything else in them is alike and yet different: the same work for others, elsewhere, or with
another object. So what is found must be what was planted, and nothing more.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

PROGRAMMES = (
    "Wonen Zorg Jeugd Sport Cultuur Water Groen Verkeer Haven Markt Erfgoed Energie Bodem Lucht "
    "Handel Toerisme Veiligheid Onderwijs Participatie Landbouw"
).split()
PLACES = (
    "Noord Zuid Oost West Erica Elim Gees Zwinderen Nieuwlande Hollandscheveld Stuifzand Tiendeveen"
).split()
PEOPLE = "leerlingen huurders mantelzorgers ondernemers vrijwilligers statushouders".split()
THINGS = (
    "sporthal speeltuin bibliotheek fietsbrug waterberging buurtmoestuin "
    "jongerencentrum"
).split()
WORK_FORMS = (
    "Bouwen van een {thing} in {place}",
    "Een {thing} bouwen in {place}",
    "In {place} een {thing} bouwen",
    "We bouwen een {thing} in {place}.",
    "De bouw van een {thing} in {place}",
    "Er wordt een {thing} gebouwd in {place}",
)
TARGET_FORMS = (
    "In {year} sport {share}% van de {people} in {place}.",
    "{share} procent van de {people} in {place} sport in {year}.",
    "Van de {people} in {place} sport {share}% in {year}",
    "{share}% van de {people} in {place} sport uiterlijk in {year}.",
    "Het aandeel {people} in {place} dat sport is in {year} {share}%.",
)
MONEY_FORMS = ("€ 50.000", "50.000 euro", "€ 50.000,-")


@dataclass
class PlantedProgramme:
    """One document as it is written."""

    title: str
    targets: list[str] = field(default_factory=list)
    efforts: list[tuple[str, int, str]] = field(default_factory=list)
    """The text, the number of the target that it serves, and its money."""

    def add_target(self, text: str) -> str:
        self.targets.append(text)
        return f"{self.title.lower()}:S{len(self.targets)}"

    def add_effort(self, text: str, money: str = "") -> str:
        """An effort for the last target."""
        self.efforts.append((text, len(self.targets), money))
        return f"{self.title.lower()}:I{len(self.efforts)}"

    def lines(self) -> Iterator[str]:
        yield f"programma: Programma {self.title}"
        yield "doelen:"
        yield f"  - {{id: D1, tekst: Bewoners hebben baat bij {self.title.lower()}.}}"
        yield "smart-doelen:"
        for number, text in enumerate(self.targets, start=1):
            yield f'  - {{id: S{number}, tekst: "{text}", voor: D1}}'
        yield "inspanningen:"
        for number, (text, target, money) in enumerate(self.efforts, start=1):
            budget = f', budget: "{money}"' if money else ""
            yield f'  - {{id: I{number}, tekst: "{text}", voor: S{target}{budget}}}'


@dataclass
class PlantedSet:
    """The documents, and the pairs of ids that are to be found by each kind of row."""

    programmes: list[PlantedProgramme]
    joint: set[frozenset[str]] = field(default_factory=set)
    claims: set[frozenset[str]] = field(default_factory=set)
    money: set[frozenset[str]] = field(default_factory=set)
    shared: set[frozenset[str]] = field(default_factory=set)
    conflicts: set[frozenset[str]] = field(default_factory=set)

    def write(self, folder: Path) -> None:
        for programme in self.programmes:
            path = folder / f"{programme.title.lower()}.din.yaml"
            path.write_text("\n".join(programme.lines()), encoding="utf-8")


def plant_programmes(seed: int, count: int = 20) -> PlantedSet:
    """So many programmes; the same for the same seed."""
    chance = Random(seed)
    planted = PlantedSet(
        [PlantedProgramme(name) for name in PROGRAMMES[:count]]
    )
    # each combination is used once: what is not planted is of another place, group or thing
    works = [(thing, place) for thing in THINGS for place in PLACES]
    aims = [(people, place) for people in PEOPLE for place in PLACES]
    chance.shuffle(works)
    chance.shuffle(aims)
    for number in range(count):
        _plant(planted, chance, (works.pop(), aims.pop()), number)
    for programme in planted.programmes:
        people, place = aims.pop()
        programme.add_target(
            TARGET_FORMS[0].format(
                year=2028, share=50, people=people, place=place
            )
        )
        for _ in range(2):
            thing, place = works.pop()
            programme.add_effort(
                WORK_FORMS[0].format(thing=thing, place=place)
            )
    return planted


def _plant(
    planted: PlantedSet,
    chance: Random,
    pairs: tuple[tuple[str, str], tuple[str, str]],
    number: int,
) -> None:
    """In two programmes one target, in every third with another value, and one effort for it."""
    work, aim = pairs
    programmes = chance.sample(planted.programmes, 2)
    differs = number % 3 == 0
    with_money = number % 4 == 0
    forms = chance.sample(TARGET_FORMS, 2), chance.sample(WORK_FORMS, 2)
    targets, efforts = [], []
    for side, programme in enumerate(programmes):
        share = 60 + (5 * side if differs else 0)
        text = forms[0][side].format(
            year=2027, share=share, people=aim[0], place=aim[1]
        )
        targets.append(programme.add_target(text))
        text = forms[1][side].format(thing=work[0], place=work[1])
        money = MONEY_FORMS[side] if with_money else ""
        efforts.append(programme.add_effort(text, money))
    (planted.conflicts if differs else planted.shared).add(frozenset(targets))
    planted.joint.add(frozenset(efforts))
    planted.claims.add(frozenset(efforts))
    if with_money:
        planted.money.add(frozenset(efforts))
