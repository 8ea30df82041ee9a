"""A plan of any size, for measuring: python benchmarks/generate.py 5000 > plan.din.yaml.

For every goal there are one and a half targets and three efforts; some are shared, some are
missing, a few efforts are part of another one, and most efforts stand beside a target of their
goal. The same size and seed give the same plan.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from random import Random

from dinet.model import (
    AnyElement,
    Effort,
    Goal,
    Identity,
    Level,
    Link,
    LinkKind,
    Programme,
    Target,
    Theme,
)

MOST_THEMES = 100
IN_A_THEME = 50
ELEMENTS_PER_GOAL = 1 + 1.5 + 3
UNDER_ONE = 10  # operational goals for each strategic one

# The words are those of plans of Dutch municipalities; the sentences are nobody's own.

WISHES = [
    f"{direction} {each}"
    for direction, words in {
        "Meer": (
            "ontmoeting, beweging, werkplekken, betaalbare woningen, "
            "vertrouwen, groen, leesplezier, vrijwilligers"
        ),
        "Minder": (
            "eenzaamheid, schooluitval, schulden, wateroverlast, "
            "geluidshinder, zwerfafval, armoede, verkeersdrukte"
        ),
        "Betere": (
            "zorg, bereikbaarheid, samenwerking, voorzieningen, "
            "luchtkwaliteit, opvang, verlichting, voorlichting"
        ),
        "Een hogere": (
            "waardering, deelname, weerbaarheid, "
            "zelfredzaamheid, opkomst, vitaliteit, betrokkenheid"
        ),
        "Een lagere": (
            "werkdruk, drempel naar hulp, huurachterstand, "
            "wachttijd, uitstoot, ongelijkheid"
        ),
    }.items()
    for each in words.split(", ")
]
GROUPS = (
    "jongeren, ouderen, gezinnen, kinderen, mantelzorgers, "
    "ondernemers, huurders, nieuwkomers, leerlingen, "
    "vrijwilligers, werkzoekenden, sporters, fietsers, "
    "bewoners, jonge ouders, zelfstandigen, studenten"
).split(", ")
PLACES = (
    "in de binnenstad, in de dorpen, langs de rivier, "
    "rond het station, in de oude wijken, op het platteland, "
    "in de nieuwe wijken, aan de zuidkant, "
    "op de bedrijventerreinen, bij de scholen, in het havengebied, "
    "in de kernen, rond de markt, in het buitengebied, op de sportparken, aan de rand van de stad"
).split(", ")
STATES = (
    ("doet", "mee aan een sport"),
    ("voelt", "zich veilig in de eigen straat"),
    ("heeft", "een vast aanspreekpunt"),
    ("weet", "waar hulp te vinden is"),
    ("is", "lid van een vereniging"),
    ("heeft", "een zwemdiploma"),
    ("leest", "elke week een boek"),
    ("is", "tevreden over het openbaar vervoer"),
    ("scheidt", "het afval aan huis"),
    ("gebruikt", "de fiets voor korte ritten"),
    ("heeft", "werk of een opleiding"),
    ("kent", "de buren bij naam"),
)
WORK = [
    f"{verb} {each}"
    for verb, words in {
        "Organiseren van": (
            "spreekuren, open dagen, taallessen, sportweken, "
            "wijkgesprekken, maaltijden, proeflessen"
        ),
        "Aanleggen van": (
            "fietspaden, speelplekken, moestuinen, "
            "wandelroutes, waterbergingen, groene daken"
        ),
        "Opleiden van": "buurtcoaches, taalmaatjes, energiehulpen, klassenassistenten, wijkgidsen",
        "Inrichten van": (
            "ontmoetingsplekken, meldpunten, werkplaatsen, "
            "leeshoeken, deelkeukens, stiltehoeken"
        ),
        "Bezoeken van": (
            "nieuwe inwoners, kleine winkels, verenigingen, "
            "gezinnen met een pas geboren kind"
        ),
        "Verbouwen van": "gymzalen, buurthuizen, leegstaande panden, kleedkamers, schoolpleinen",
    }.items()
    for each in words.split(", ")
]
TAILS = (
    "samen met de woningcorporaties, met hulp van vrijwilligers, "
    "in overleg met de scholen, ook in de avonduren, "
    "zonder wachtlijst, voor wie weinig geld heeft, "
    "te beginnen met twee proeven, met een vaste dag in de week, "
    "aansluitend op het bestaande aanbod, in gewone taal, naar het voorbeeld van buurgemeenten"
).split(", ")
SOURCES = (
    "CBS, GGD-monitor, inwonerspanel, eigen administratie, "
    "leefbaarheidsonderzoek, leerlingenmonitor"
).split(", ")
TEAMS = (
    "Jeugd, Sport, Zorg, Wonen, Groen, Verkeer, "
    "Cultuur, Economie, Onderwijs, Duurzaamheid"
).split(", ")
PHASES = "voorbereiding, uitvoering, evaluatie, doorlopend".split(", ")


def generated(size: int, seed: int = 1) -> Programme:
    """A programme of exactly so many elements.

    Args:
        size: How many elements, from 10.
        seed: Another seed gives another programme of the same size.
    """
    return _Plan(size, _Pen(seed)).programme()


class _Pen:
    """Writes sentences; the same seed gives the same ones, on every machine and every Python."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def chance(self, share: float) -> bool:
        """True in a share of all times, from 0 to 1."""
        return self._random.random() < share

    def below(self, number: int) -> int:
        """A whole number from 0 up to a number, itself left out."""
        return int(
            self._random.random() * number
        )  # of all that Random offers, this alone is the same for ever

    def one_of(self, words: Sequence[str]) -> str:
        """One of some words."""
        return words[self.below(len(words))]

    def goal(self) -> str:
        """A wanted situation: a direction, a subject, and for whom or where."""
        return self._ended(f"{self.one_of(WISHES)} {self._whom()}", tails=0.3)

    def target(self, year: int) -> str:
        """A measurable statement, most often with the figure of an earlier year."""
        verb, state = STATES[self.below(len(STATES))]
        share = 20 + self.below(75)
        before = (
            f" (in {year - 4 - self.below(3)} was dit {share - 1 - self.below(15)}%)"
            if self.chance(0.6)
            else ""
        )
        return (
            f"In {year} {verb} {share}% van de {self.one_of(GROUPS)} "
            f"{self.one_of(PLACES)} {state}{before}."
        )

    def effort(self) -> str:
        """Work: a verb, what is made or done, for whom or where, and in what manner."""
        return self._ended(f"{self.one_of(WORK)} {self._whom()}", tails=0.7)

    def theme(self, number: int) -> str:
        """A group of goals, in a few words."""
        first = number * 7 % len(TEAMS)
        return f"{TEAMS[first]} en {TEAMS[first - 1 - number % 3].lower()} {self.one_of(PLACES)}"

    def _whom(self) -> str:
        whom = f"voor {self.one_of(GROUPS)}"
        return f"{whom} {self.one_of(PLACES)}" if self.chance(0.7) else whom

    def _ended(self, sentence: str, tails: float) -> str:
        while self.chance(tails):
            sentence += f", {self.one_of(TAILS)}"
            tails /= 2
        return f"{sentence}."


class _Plan:
    def __init__(self, size: int, pen: _Pen) -> None:
        self.pen = pen
        self.themes = min(MOST_THEMES, max(2, size // IN_A_THEME))
        self.goals = max(1, int((size - self.themes) / ELEMENTS_PER_GOAL))
        self.targets = int(self.goals * 1.5)
        self.efforts = size - self.themes - self.goals - self.targets
        self.goal_of_target = self._spread(self.targets)
        self.goal_of_effort = self._spread(self.efforts)

    def _spread(self, count: int) -> list[int]:
        """A goal for each of so many elements, by chance: some goals get none, some get many."""
        return sorted(self.pen.below(self.goals) for _ in range(count))

    def programme(self) -> Programme:
        identity = Identity(
            title="Samen vooruit",
            organisation="Gemeente Voorbeeld",
            period="2024-2028",
            lang="nl",
        )
        elements = (
            *self._themes_and_goals(),
            *self._targets(),
            *self._efforts(),
        )
        links = (
            *self._links_of_goals(),
            *self._links_of_targets(),
            *self._links_of_efforts(),
        )
        return Programme(identity=identity, elements=elements, links=links)

    def _themes_and_goals(self) -> Iterator[AnyElement]:
        for number in range(self.themes):
            yield Theme(id=f"T{number + 1}", text=self.pen.theme(number + 1))
        for number in range(self.goals):
            level: Level = "operational" if number % UNDER_ONE else "strategic"
            yield Goal(id=f"D{number + 1}", text=self.pen.goal(), level=level)

    def _targets(self) -> Iterator[AnyElement]:
        for number in range(self.targets):
            sources = (
                (self.pen.one_of(SOURCES),) if self.pen.chance(0.7) else ()
            )
            yield Target(
                id=f"S{number + 1}",
                text=self.pen.target(2025 + number % 4),
                sources=sources,
            )

    def _efforts(self) -> Iterator[AnyElement]:
        for number in range(self.efforts):
            owners = (
                (f"Team {self.pen.one_of(TEAMS)}",)
                if self.pen.chance(0.8)
                else ()
            )
            phase = self.pen.one_of(PHASES) if self.pen.chance(0.5) else None
            yield Effort(
                id=f"I{number + 1}",
                text=self.pen.effort(),
                owners=owners,
                phase=phase,
            )

    def _links_of_goals(self) -> Iterator[Link]:
        for goal in range(self.goals):
            yield _link(
                "D", goal, "T", goal * self.themes // self.goals, "part_of"
            )
            if goal % UNDER_ONE:
                yield _link(
                    "D", goal, "D", goal - goal % UNDER_ONE, "contributes_to"
                )

    def _links_of_targets(self) -> Iterator[Link]:
        for target, goal in enumerate(self.goal_of_target):
            yield _link("S", target, "D", goal, "measures")
            if self.pen.chance(0.2):
                yield _link(
                    "S",
                    target,
                    "D",
                    (goal + 1 + self.pen.below(60)) % self.goals,
                    "measures",
                )

    def _links_of_efforts(self) -> Iterator[Link]:
        target_of = {
            goal: target for target, goal in enumerate(self.goal_of_target)
        }
        for effort, goal in enumerate(self.goal_of_effort):
            if effort and self.pen.chance(0.03):
                yield _link("I", effort, "I", effort - 1, "part_of")
            elif not self.pen.chance(0.02):
                yield _link("I", effort, "D", goal, "contributes_to")
                if goal in target_of and self.pen.chance(0.7):
                    yield _link(
                        "I", effort, "S", target_of[goal], "contributes_to"
                    )
                if self.pen.chance(0.1):
                    yield _link(
                        "I",
                        effort,
                        "D",
                        self.pen.below(self.goals),
                        "contributes_to",
                    )


def _link(
    prefix: str, start: int, to_prefix: str, end: int, kind: LinkKind
) -> Link:
    return Link(
        start=f"{prefix}{start + 1}", end=f"{to_prefix}{end + 1}", kind=kind
    )


def main() -> None:
    """Print a plan in dinet's own format."""
    parser = argparse.ArgumentParser(
        description="A plan of any size, for measuring, in dinet's own format."
    )
    parser.add_argument("size", type=int, help="how many elements, from 10")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    from dinet import Network, write

    sys.stdout.buffer.write(
        write(Network(generated(asked.size, asked.seed)), (), "yaml")
    )


if __name__ == "__main__":
    main()
